"""Phrases of topics as a lexicon has them and as a text has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from jwgie import regexp
from jwgie.languages import Pack

#: The code of a phrase that only hides shorter ones.
NOTHING = "-"
#: Kinds of phrases for ties, which no field stands beside in a list.
TIES = ("weak", "general")
#: How many words back an adjective looks for its noun, and how many characters back a noun for its field.
REACH = 14
#: How many characters back a country looks for one whose affairs are told, and a noun for its field.
WINDOW = 40


class Phrase(NamedTuple):
    """A row of a lexicon: the code that a phrase stands for and the kind of support that it needs."""

    code: str
    kind: str


class Hit(NamedTuple):
    """A phrase found in a view, at positions of the view."""

    start: int
    end: int
    phrase: Phrase

    def of_kind(self, kind: str) -> Hit:
        """The same with another kind."""
        return Hit(self.start, self.end, Phrase(self.phrase.code, kind))


def compiler(pack: Pack) -> Callable[[str], regexp.Pattern]:
    """Compiles expressions in ordinary spelling."""
    return lambda expression: regexp.compile(pack.fold_pattern(expression))

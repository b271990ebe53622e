"""Phrases with alternatives, as lexicons abbreviate them, and the plain phrases they stand for.

``(a|b)`` is one of the alternatives, ``[a|b]`` one of them or none; both nest. ``<name>`` and single marks
(``^``, ``~`` ...) stand for the alternatives that a table of words gives them::

    >>> fight = Expansion({"fight": "combating|countering", "~": "|s"})
    >>> fight.words("<fight> [the] threat~")
    [['combating', 'countering'], ['', 'the'], ['threat', 'threats']]
    >>> fight.expand("<fight> [the] threat~")
    ['combating threat', 'combating threats', 'combating the threat', 'combating the threats', 'countering threat', ...]

"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product

from jwgie.errors import PackError

_NAME = re.compile(r"<(\w+)>")
_CLOSING = {"(": ")", "[": "]"}
#: A word that has more readings than this is a mistake.
LIMIT = 2000


class Expansion:
    """Expands abbreviated phrases with a table of words: name or mark to alternatives, separated by ``|``."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._names = {name: f"({forms})" for name, forms in words.items() if name.isidentifier()}
        self._marks = {name: forms.split("|") for name, forms in words.items() if not name.isidentifier()}
        self._token = re.compile(rf"[^{re.escape(''.join(self._marks))}()\[\]| ]+|.")

    def words(self, phrase: str) -> list[list[str]]:
        """What each of its words may be: single-spaced, several words where a bracket holds them, "" where it may be left out.
        Raises `PackError` for a name or a bracket that is amiss."""
        try:
            source = _NAME.sub(lambda m: self._names[m[1]], phrase)
        except KeyError as error:
            raise PackError(f"{phrase!r}: no words named <{error.args[0]}>") from None
        tokens = [*self._token.findall(source), " "]
        words: list[list[str]] = []
        at = 0
        while at < len(tokens):
            readings, at = self._alternatives(tokens, at, " ")
            words.append(list(dict.fromkeys([" ".join(text.split()) for text in readings])))
            if at < len(tokens) and tokens[at] != " ":
                raise PackError(f"{phrase!r}: unpaired bracket")
            at += 1
        return [readings for readings in words if readings != [""]]

    def expand(self, phrase: str) -> list[str]:
        """The plain phrases, each once."""
        return list(dict.fromkeys(" ".join(filter(None, words)) for words in product(*self.words(phrase))))

    def _alternatives(self, tokens: list[str], at: int, closing: str) -> tuple[list[str], int]:
        """What stands at a position, up to what closes it or to the end; and where that is."""
        every: list[str] = []
        current = [""]
        while at < len(tokens):
            token = tokens[at]
            if token == closing or (token in ")]" and closing == " "):
                return every + current, at
            if token == "|" and closing != " ":
                every += current
                current = [""]
            elif token in _CLOSING:
                inner, at = self._alternatives(tokens, at + 1, _CLOSING[token])
                current = _product(current, inner if token == "(" else ["", *inner])
            elif token in self._marks:
                current = _product(current, self._marks[token])
            else:
                current = [text + token for text in current]
            at += 1
        raise PackError(f"{''.join(tokens)!r}: unpaired bracket")


def _product(left: list[str], right: list[str]) -> list[str]:
    if len(left) * len(right) > LIMIT:
        raise PackError(f"a word with over {LIMIT} readings: {left[0]!r} ...")
    return [a + b for a in left for b in right]

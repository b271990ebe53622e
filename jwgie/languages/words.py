"""What a word is in a language: the one place that tells.

In most scripts spaces part the words. A pack whose script has none says so in ``[tokens]`` of its ``pack.toml``::

    [tokens]
    single = "一-鿿 ぁ-ゖ"    # characters (and ranges) each of which is a word of its own
    runs = ["ァ-ヺ ー"]       # several in a row of one of these are one word, and so are all other letters and figures
    joined = ["エネルギー"]   # words that are told apart also where they end a run that began with another

Names are then looked for from any such word to any other: never within a run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from jwgie.normalisation.groups import expand

if TYPE_CHECKING:
    from jwgie.document import View
    from jwgie.languages import Pack

#: A word of fewer letters than this does not stand before another in one run.
LEAST = 2
_SPACED = re.compile(r"(?s) ?(?:[^\W_]+|.)")


@dataclass(frozen=True)
class Words:
    """How texts of a pack are cut into words and single marks. `spaced`: spaces part the words."""

    single: str = ""
    runs: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    spaced: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "spaced", not (self.single or self.runs))

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """One chunk of a text: a word or a mark; with the space before it, where spaces part the words."""
        if self.spaced:
            return _SPACED
        single, *runs = ("".join(map(re.escape, expand(ranges))) for ranges in (self.single, *self.runs))
        last = "|".join(map(re.escape, self.joined))
        cut = (f"[{run}]{{{LEAST},}}?(?=(?:{last})+(?![{run}]))|" for run in runs if last)
        return re.compile(f"(?s){''.join(cut)}{''.join(f'[{run}]+|' for run in runs)}[^\\W_{single}{''.join(runs)}]+|.")

    def chunks(self, text: str) -> list[str]:
        """The chunks of a text. Where no spaces part the words, those that there are say nothing, and are left out."""
        found = self.expression.findall(text)
        return found if self.spaced else [chunk for chunk in found if chunk != " "]

    def chunked(self, view: View) -> tuple[list[str], list[int]]:
        """The chunks of a view and where each ends; after them an empty one, which no name has. A line break between words that
        spaces part counts as a space; else no word goes on behind it."""
        if self.spaced:
            found = self.expression.findall(view.text.replace("\n", " "))
            found.append("")
            return found, list(accumulate(map(len, found)))
        text = view.text
        found = self.expression.findall(text)
        ends = accumulate(map(len, found))
        kept = [(chunk, end) for chunk, end in zip(found, ends, strict=True) if chunk != " "]
        return [*(chunk for chunk, _ in kept), ""], [*(end for _, end in kept), len(text)]


SPACED = Words()


@cache
def words_of(pack: Pack) -> Words:
    """The words of a pack's language."""
    table = pack.config.get("tokens", {})
    return Words(table["single"], tuple(table["runs"]), tuple(table.get("joined", ()))) if table else SPACED

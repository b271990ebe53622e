"""Ordinals in words and figures: which of a row a meeting is."""

from __future__ import annotations

from collections.abc import Iterator

from jwgie import regexp
from jwgie.languages import Pack
from jwgie.ner.dates_figures import Item
from jwgie.ner.dates_lexer import Classes, replace_runs
from jwgie.ner.numbers import evaluate

#: The class of nouns after which a figure is an ordinal.
ROUND = "round"
_ROMAN = regexp.compile(r"(?<!\w)(?=[ivx])(?P<tens>x{0,3})(?P<ones>ix|iv|v?i{0,3})(?!\w)")
_ORDINAL = frozenset(("o", "o_other"))
_COUNTED = frozenset(("counted", "clock", "day_noun", "day_nouns"))
#: What a Roman figure may be beside: nothing, and one.
_PRONOUNS = frozenset(("", "i"))
_ONES = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
ROMAN = frozenset("x" * tens + ones for tens in range(4) for ones in _ONES) - {""}


class Ordinals:
    """Joins the words of an ordinal into one item (``o`` from 1 to 31, else ``o_other``), and tells which items are genuine."""

    #: Each ordinal in words has a word of one of these classes.
    CLASSES = frozenset(
        (
            "first",
            "eleventh",
            "tenth",
            "unit_the",
            "teen_the",
            "tens_the",
            "hundred_the",
            "hundreds_the",
            "scale_the",
            "roman",
            "roman_weak",
        )
    )

    def __init__(self, pack: Pack, classes: Classes) -> None:
        grammar = pack.toml("dates")["ordinal"]
        self.classes = classes
        self.expression = classes.compile(grammar["match"], grammar, f"{pack.code}/dates.toml: ordinal")
        #: Between what classes an ordinal is none.
        self._before = frozenset(grammar["stops_before"].split("|"))
        self._after = frozenset(grammar["stops_after"].split("|"))
        self._beside_first = frozenset(grammar["stops_first"].split("|"))
        self._figure = classes.compile(grammar["figure"], grammar, f"{pack.code}/dates.toml: ordinal.figure")
        #: Whether a group of the expression tells what else belongs to the ordinal.
        self._whole = "whole" in self._figure.groupindex

    def __call__(self, items: list[Item]) -> list[Item]:
        """The items with ordinals in words joined."""
        if self.CLASSES.isdisjoint([item.kind for item in items]):
            return items
        return replace_runs(items, self.classes.line(items), self.expression, _ordinal)

    def genuine(self, items: list[Item], line: str, text: str) -> Iterator[Item]:
        """The ordinals that are left once dates are read: adjectives of order, definite figures, figures after a word for a round."""
        for i in [i for i, item in enumerate(items) if item.kind in _ORDINAL or item.article]:
            item = items[i]
            before = items[i - 1].kind if i else ""
            after = items[i + 1].kind if i + 1 < len(items) else ""
            if item.kind in _ORDINAL:
                if before in self._before or after in self._after:
                    continue
                if item.value == 1 and not self._beside_first.isdisjoint((before, after)):
                    continue
                if item.value == 1 and after == "of" and i + 2 < len(items) and items[i + 2].kind == "kind_of":
                    continue
                yield item
            elif item.kind in ("d", "n") and 0 < item.value < 1000 and after not in _COUNTED and before not in self._before:
                yield item
        for match in self._figure.finditer(line):
            item = items[match.start("ordinal")]
            if not item.article and 0 < item.value < 1000:
                if self._whole:
                    first, last = match.span("whole")
                    item = item._replace(start=items[first].start, end=items[last - 1].end)
                yield item
        for item in items:
            if item.kind == ROUND:
                roman = _ROMAN.match(text, item.end + 1)
                if roman and roman[0] not in _PRONOUNS:
                    yield Item("o", 10 * len(roman["tens"]) + _ONES[roman["ones"]], *roman.span())


def _ordinal(run: list[Item]) -> Item:
    value = int(evaluate(run))
    return Item("o" if 1 <= value <= 31 else "o_other", value, run[0].start, run[-1].end)

"""Dates, ordinals and numbers in a document, and the functions that find them in any text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from jwgie.document import Document, Mention, View
from jwgie.languages import Pack, load_pack
from jwgie.ner.dates_calendar import resolve
from jwgie.ner.dates_figures import Item
from jwgie.ner.dates_grammar import Grammar, anchors
from jwgie.ner.dates_lexer import Classes, Lexer, Strong
from jwgie.ner.dates_parts import Prefer, Reference
from jwgie.ner.numbers import Numbers
from jwgie.ner.ordinals import ROMAN, ROUND, Ordinals
from jwgie.ner.values import DateValue
from jwgie.normalisation import fold
from jwgie.spans import Intervals


class FoundDate(NamedTuple):
    """A date in a text: ``text[start:end]``. `value` is None where it needs a reference that was not given."""

    start: int
    end: int
    text: str
    value: DateValue | None


class FoundNumber(NamedTuple):
    """A number or an ordinal in a text: ``text[start:end]``."""

    start: int
    end: int
    text: str
    value: int


class Dates:
    """The recogniser of ``DATE`` (`DateValue`, or None where it cannot be resolved), ``ORDINAL`` and ``NUMBER`` (int).

    One reading of the words serves all three, for each word is part of one of them only: the first in
    "the first of May" is a day, no round.
    """

    def __init__(self, pack: Pack) -> None:
        self.classes = Classes()
        strong = Strong({*Numbers.CLASSES, *Ordinals.CLASSES, *anchors(pack)}, ROMAN, {ROUND})
        self.lexer = Lexer(pack, (("numbers", "_the"), ("ordinals", ""), ("dates", "")), self.classes, strong)
        self.numbers = Numbers(pack, self.classes)
        self.ordinals = Ordinals(pack, self.classes)
        self.grammar = Grammar(pack, self.classes)
        #: Whether months and days are written small, so that one with a capital before another capital is a name ("Julio Mora").
        self.small: bool = pack.toml("dates").get("small", False)
        #: Who asks for the dates of a text asks for its ordinals and numbers next.
        self._items = lru_cache(maxsize=8)(lambda text: self.numbers(self.ordinals(self.lexer(text))))

    def __call__(self, document: Document) -> Iterator[Mention]:
        """The mentions of title and text, resolved against the day of publication, nearest to it where the year is not said."""
        reference = Reference.parse(document.published)
        for view in document.views.values():
            yield from self.mentions(view, reference, "nearest")

    def mentions(self, view: View, reference: Reference | None, prefer: Prefer) -> Iterator[Mention]:
        """The mentions of one view."""
        items = list(self._items(view.text))
        used: set[int] = set()
        for found in self.grammar(items, self.classes.line(items)):
            value = resolve(found.parts, reference, prefer)
            if value is None and not _open(found.parts.start) and resolve(found.parts, _ANY, prefer) is None:
                continue
            if self.small and found.last - found.first == 1 and _named(view, items[found.first]):
                continue
            used.update(range(found.first, found.last))
            yield Mention("DATE", view.span(items[found.first].start, items[found.last - 1].end), value, found.rule)
        for n in used:
            items[n] = Item("x", None, items[n].start, items[n].end)
        ordinals = {(i.start, i.end): i for i in self.ordinals.genuine(items, self.classes.line(items), view.text)}
        inside = Intervals(ordinals)
        for item in ordinals.values():
            yield Mention("ORDINAL", view.span(item.start, item.end), item.value, "ordinal")
        for n, item in enumerate(items):
            if item.kind in _NUMBERS and not item.article and not (ordinals and inside.contain(item.start, item.end)):
                number = 0 if item.kind == "zero_or_month" else item.value
                if number == int(number):
                    first = _minus(items, n, view.text)
                    yield Mention("NUMBER", view.span(item.start if first is None else first, item.end),
                                  int(number if first is None else -number), "number")  # fmt: skip


#: The classes that are numbers by themselves, once dates and ordinals are read.
_NUMBERS = frozenset(("d", "h", "y", "n", "w", "wy", "decimal", "zero", "zero_or_month"))


def _minus(items: list[Item], at: int, text: str) -> int | None:
    """Where the sign of a negative number begins: a word, or a dash that is joined to the figures and to nothing before it."""
    before = items[at - 1] if at else None
    if before is None or before.kind not in ("minus", "-"):
        return None
    joined = before.end == items[at].start and not text[: before.start][-1:].isalnum()
    if before.kind == "-" and (not joined or (at > 1 and items[at - 2].kind not in ("x", ".", "|", "and", "prep", "in", "of", "to"))):
        return None
    return before.start


def _named(view: View, item: Item) -> bool:
    """Whether a word is written with a capital, and so is the word right before or behind it."""
    if not view.source[view.start(item.start)].isupper() or item.kind in _NUMBERS:
        return False
    text, behind = view.text, item.end + 1
    if behind < len(text) and text[item.end] == " " and view.source[view.start(behind)].isupper():
        return True
    before = text.rfind(" ", 0, item.start - 1) + 1 if item.start > 1 and text[item.start - 2].isalpha() else item.start
    return before < item.start and text[item.start - 1] == " " and view.source[view.start(before)].isupper()


_ANY = Reference.parse("2024-02-29")


def _open(point: object) -> bool:
    return bool(getattr(point, "vague", False))


@cache
def recogniser(language: str) -> Dates:
    """The recogniser of a language."""
    return Dates(load_pack(language))


def _found(text: str, language: str, reference: str | None, prefer: Prefer) -> list[Mention]:
    view = fold(text, load_pack(language).folding)
    return sorted(recogniser(language).mentions(view, Reference.parse(reference), prefer), key=lambda m: m.span)


def find_dates(text: str, language: str = "ar", reference: str | None = None, prefer: Prefer = "past") -> list[FoundDate]:
    """The dates in a text, in order. `reference` (ISO 8601) resolves relative ones; `prefer` says on which side of it
    a date without its year, or a bare weekday, lies."""
    return [FoundDate(m.start, m.end, text[m.start : m.end], m.value)
            for m in _found(text, language, reference, prefer) if m.label == "DATE"]  # fmt: skip


def find_ordinals(text: str, language: str = "ar") -> list[FoundNumber]:
    """The ordinals in a text, in words or figures, in order; days of a month are none."""
    return [FoundNumber(m.start, m.end, text[m.start : m.end], m.value)
            for m in _found(text, language, None, "past") if m.label == "ORDINAL"]  # fmt: skip


def find_numbers(text: str, language: str = "ar") -> list[FoundNumber]:
    """The cardinal numbers in a text, in words or figures, in order; those inside dates are none."""
    return [FoundNumber(m.start, m.end, text[m.start : m.end], m.value)
            for m in _found(text, language, None, "past") if m.label == "NUMBER"]  # fmt: skip

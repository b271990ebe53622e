"""What the page says around a report, and what codes and values are called, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jwgie.display.markup import direction
from jwgie.document import Document, Mention
from jwgie.errors import UnknownCodeError, UnknownLanguageError
from jwgie.knowledge import cities, label
from jwgie.languages import read_tsv
from jwgie.ner.values import BodyValue, CityValue, DateValue, PersonValue
from jwgie.record import DateRange

#: What the value of a mention is a code of, by the mention's label.
_CODES = {
    "COUNTRY": "country", "NATIONALITY": "party", "ORG": "organisation", "REGION": "region", "TOPIC": "topic", "MEANS": "means",
    "DOCUMENT": "document",
}  # fmt: skip


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    return {row.pop("key"): row for row in read_tsv(files(__package__) / "assets" / "words.tsv")}


def page_languages() -> tuple[str, ...]:
    """The languages that the page can speak."""
    return tuple(next(iter(_table().values())))


class Words:
    """The words of one language. Raises `UnknownLanguageError` where the page does not speak it."""

    def __init__(self, language: str = "en") -> None:
        if language not in page_languages():
            raise UnknownLanguageError(f"the page does not speak {language!r}; it speaks: {', '.join(page_languages())}")
        self.language = language
        self.direction = direction(self("hint"))

    def __call__(self, key: str, **values: object) -> str:
        """A word or a sentence, its gaps filled."""
        row = _table()[key]
        return (row[self.language] or row["en"]).format(**values)

    def __iter__(self) -> Iterator[str]:
        """The keys of all words."""
        return iter(_table())

    def known(self, key: str, default: str) -> str:
        """A word, or the default where there is none."""
        return self(key) if key in _table() else default

    def code(self, code: str, kind: str) -> str:
        """What a code is called, as a heading is written; one that is in no table, itself."""
        try:
            called = label(code, kind, self.language)
        except UnknownCodeError:
            called = code.replace("_", " ")
        return called[:1].upper() + called[1:]

    def city(self, name: str, country: str | None) -> str:
        """What a city is called; one of an unknown country or in no table, by its English name."""
        found = _cities().get((name, country)) if country else None
        return found.label(self.language) if found else name

    def share(self, confidence: float) -> str:
        """A confidence for people."""
        return f"{confidence:.0%}"

    def dates(self, date: DateRange | DateValue) -> str:
        """A day, a month, a year, or the first and the last of several."""
        return date.start if date.start == date.end else f"{date.start} – {date.end}"

    def mention(self, document: Document, mention: Mention) -> str:
        """What was read in a mention."""
        value = mention.value
        match value:
            case CityValue():
                return f"{self.city(value.name, value.country)}, {self.code(value.country, 'country')}"
            case DateValue():
                hints = [("detail.hijri", value.calendar == "hijri"), ("detail.relative", value.relative)]
                return "; ".join([self.dates(value), *(self(key) for key, holds in hints if holds)])
            case PersonValue():
                parts = (value.honorific, value.name, value.position, value.affiliation)
                party = [self.code(value.party, "party")] if value.party else []
                return " · ".join([*(document.slice(span) for span in parts if span), *party])
            case BodyValue():
                return " · ".join(self._body(value))
            case str():
                return self.code(value, _CODES.get(mention.label, ""))
            case None:
                return self("detail.unresolved") if mention.label == "DATE" else ""
        return str(value)

    def _body(self, value: BodyValue) -> list[str]:
        parts = [self.code(value.kind, "kind")] if value.kind else []
        if value.ordinal is not None:
            parts.append(f"{self('field.ordinal')} {value.ordinal.value}")
        parties = dict.fromkeys(self._party(party.value) for party in value.parties)
        if parties:
            parts.append(" – ".join(parties))
        return [*parts, *dict.fromkeys(self.code(subject.value, "topic") for subject in value.subjects)]

    def _party(self, value: Any) -> str:
        return self.code(value.country if isinstance(value, CityValue) else str(value), "party")


@cache
def _cities() -> Mapping[tuple[str, str], Any]:
    return {(city.name, city.country): city for city in reversed(cities())}

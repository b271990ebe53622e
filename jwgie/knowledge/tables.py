"""The knowledge tables as typed rows, read once.

``data/<table>.tsv`` says what there is, ``data/<language>/<table>.tsv`` how a language calls it; the names of a language are
read when first asked for. A cell of names holds them divided by ``|``; the first is the label. The files say where they come
from and under which licence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast

from jwgie.languages import read_tsv
from jwgie.ner.values import CityValue


class Names(Mapping[str, tuple[str, ...]]):
    """The names of one row of a table by language, each language looked up in its own file."""

    __slots__ = ("key", "table")

    def __init__(self, table: str, key: str) -> None:
        self.table = table
        self.key = key

    def __getitem__(self, language: str) -> tuple[str, ...]:
        return names_in(language, self.table)[self.key]

    def get(self, language: str, default: Any = None) -> Any:  # as `Mapping.get`, but without an exception for each row that has none
        return names_in(language, self.table).get(self.key, default)

    def __iter__(self) -> Iterator[str]:
        return (language for language in name_languages() if self.key in names_in(language, self.table))

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with a code and names by language."""

    code: str
    names: Mapping[str, tuple[str, ...]] = field(repr=False)

    def label(self, language: str = "en") -> str:
        """The usual name in a language; in English, else the code itself, where the table has none."""
        names = self.names.get(language) or self.names.get("en")
        return str(names[0]) if names else self.code


@dataclass(frozen=True, slots=True)
class Country(Named):
    """A country or territory by ISO 3166-1 alpha-2 code (and XK for Kosovo)."""


@dataclass(frozen=True, slots=True)
class Organisation(Named):
    """An organisation, grouping, forum, bank or court by its usual acronym. A forum is where sides meet, itself no side
    of a meeting; `sides` are the codes of those that a forum of two is between."""

    type: Literal["organisation", "grouping", "forum", "bank", "court"]
    sides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region(Named):
    """A world region by slug; of kind ``situation``, a place whose situation is a topic (``situation/gaza``)."""

    kind: Literal["region", "situation"]


@dataclass(frozen=True, slots=True)
class Topic(Named):
    """A topic or (group ``means``) a means by its code, with its nearest UNBIS and IPTC concepts where there are any."""

    group: str
    unbis: str | None
    iptc: str | None


@dataclass(frozen=True, slots=True)
class City:
    """A city by its common English name. A name that begins with ``?`` has another everyday meaning and needs a cue."""

    name: str
    country: str
    capital: bool
    population: int
    names: Mapping[str, tuple[str, ...]] = field(repr=False)

    @property
    def value(self) -> CityValue:
        """What a mention of it carries."""
        return CityValue(self.name, self.country)

    def label(self, language: str = "en") -> str:
        """The usual name in a language, else in English."""
        return self.names.get(language, (self.name,))[0].lstrip("?")


def _rows(table: str) -> list[dict[str, str]]:
    return read_tsv(files(__package__) / "data" / f"{table}.tsv")


@cache
def name_languages() -> tuple[str, ...]:
    """The languages that the tables have names in, sorted."""
    return tuple(sorted(entry.name for entry in (files(__package__) / "data").iterdir() if entry.is_dir()))


def _lines(table: str) -> list[str]:
    """The rows of a table as they are written, below the header."""
    path = files(__package__) / "data" / f"{table}.tsv"
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return [line for line in lines if line and not line.startswith("#")][1:]


@cache
def names_in(language: str, table: str) -> Mapping[str, tuple[str, ...]]:
    """What a language calls the rows of a table: names by the row's key, which is all the columns before the last.
    Empty where the language has no such file."""
    return {key: tuple(cell.split("|")) for key, _, cell in (line.rpartition("\t") for line in _lines(f"{language}/{table}"))}


@cache
def countries() -> Mapping[str, Country]:
    """Every country and territory by its code."""
    return {row["code"]: Country(row["code"], Names("countries", row["code"])) for row in _rows("countries")}


@cache
def organisations() -> Mapping[str, Organisation]:
    """Every organisation, grouping, forum, bank and court by its code."""
    return {
        row["code"]: Organisation(
            row["code"], Names("organisations", row["code"]), cast(Any, row["type"]), tuple(filter(None, row["sides"].split("|")))
        )
        for row in _rows("organisations")
    }


@cache
def members() -> Mapping[str, frozenset[str]]:
    """The member states of the organisations that act as one side, by the organisation's code."""
    return {row["code"]: frozenset(row["members"].split()) for row in _rows("members")}


@cache
def crowns() -> Mapping[str, frozenset[str]]:
    """The states that have a crown, by the rank (a value of OFFICE mentions) of who wears it."""
    return {row["rank"]: frozenset(row["states"].split()) for row in _rows("crowns")}


@cache
def regions() -> Mapping[str, Region]:
    """Every region and place of a situation by its slug."""
    return {row["code"]: Region(row["code"], Names("regions", row["code"]), cast(Any, row["kind"])) for row in _rows("regions")}


@cache
def topics() -> Mapping[str, Topic]:
    """Every code of a topic; `means` has those of means. A situation in any other country is ``situation/`` and its code."""
    return {topic.code: topic for topic in _topics() if topic.group != "means"}


@cache
def means() -> Mapping[str, Topic]:
    """Every code of a means."""
    return {topic.code: topic for topic in _topics() if topic.group == "means"}


def _topics() -> list[Topic]:
    return [
        Topic(row["code"], Names("topics", row["code"]), row["group"], row["unbis"] or None, row["iptc"] or None) for row in _rows("topics")
    ]


@cache
def cities() -> tuple[City, ...]:
    """Every city: the curated ones, then the larger ones first."""
    found = []
    for line in _lines("cities"):  # not by `_rows`: they are many
        name, country, kind, population = line.split("\t")
        found.append(City(name, country, kind == "capital", int(population or 0), Names("cities", f"{name}\t{country}")))
    return tuple(found)


@cache
def _capitals() -> Mapping[str, tuple[City, ...]]:
    found: dict[str, list[City]] = {}
    for city in cities():
        if city.capital:
            found.setdefault(city.country, []).append(city)
    return {country: tuple(capitals) for country, capitals in found.items()}


def capital(country: str) -> City | None:
    """The capital of a country (the seat of government where there are several)."""
    return next(iter(_capitals().get(country, ())), None)


def capital_of(city: CityValue) -> str | None:
    """The country that a city is a capital of: ``CityValue("Riyadh", "SA")`` -> ``SA``; None where it is none."""
    return city.country if any(c.name == city.name for c in _capitals().get(city.country, ())) else None


def city_state(country: str) -> CityValue | None:
    """The city that a country's name means too (الجزائر, Luxembourg): Algiers for ``DZ``; None for ``EG``."""
    name = _city_states().get(country)
    return CityValue(name, country) if name else None


@cache
def _city_states() -> Mapping[str, str]:
    return {row["country"]: row["city"] for row in _rows("city_states")}


@cache
def fields(field: str) -> Mapping[str, Named]:
    """The codes of a field of `jwgie.record` that are no table of their own: kind, status, mode, role, act, document."""
    return {row["code"]: Named(row["code"], Names("labels", f"{field}\t{row['code']}")) for row in _rows("labels") if row["field"] == field}

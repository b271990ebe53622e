"""What the gazetteer looks for: the names of the tables and of a pack's lexicons as entries of one small type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from jwgie import regexp
from jwgie.knowledge.morphology import Morphology
from jwgie.knowledge.tables import capital, cities, countries, names_in, organisations, regions
from jwgie.languages import Pack
from jwgie.ner.values import CityValue

#: An acronym in Latin letters that is not also a short English word when folded.
ACRONYM = regexp.compile(
    r"(?!(?:CAN|ISA|IDEA|CIS|SICA|CAF|COP\d*|Quad|AES|ECO|EAS|EAC|AMU|SPC|ICD|IDA|ADF)$)[A-Z][A-Z0-9+-]{2,9}|UN|EU|AU|D-?8|G\d+|5\+5"
)


class Entry(NamedTuple):
    """A name with what it stands for. An empty label takes the name without making a mention."""

    name: str
    label: str
    value: Any
    rule: str


class Homograph(NamedTuple):
    """One meaning of a form that has several, with the conditions (patterns, possibly empty) under which it is meant.
    A meaning may be of two things at once (الكوريتين)."""

    form: str
    entries: tuple[Entry, ...]
    spelling: str
    before: str
    after: str
    here: str
    not_here: str


def entries(pack: Pack) -> Iterator[Entry]:
    """Every name of the tables in the language of a pack. Where tables share a name, it belongs to the first of them."""
    morphology = Morphology.of(pack)
    yield from region_entries(pack)
    yield from country_entries(pack, morphology)
    yield from organisation_entries(pack)
    yield from nationality_entries(pack, morphology)
    yield from city_entries(pack, morphology)


def country_entries(pack: Pack, morphology: Morphology) -> Iterator[Entry]:
    """Names of countries, also with a title of state before them and by their adjective (الجمهورية التونسية)."""
    called = _called(pack, "countries")
    for country in countries().values():
        for name in called.get(country.code, ()):
            for full in (name, *(f"{title} {name}" for title in morphology.titles)):
                yield Entry(full, "COUNTRY", country.code, "knowledge.country")
    for row in pack.rows("nationalities"):
        if row["code"] in countries():
            for adjective in row["adjective"].split("|"):
                for full in morphology.states(adjective):
                    yield Entry(full, "COUNTRY", row["code"], "knowledge.country")


def nationality_entries(pack: Pack, morphology: Morphology) -> Iterator[Entry]:
    """Every form of every adjective of nationality: the paradigm of those in the column `adjective`, and the forms that other
    columns write out."""
    for row in pack.rows("nationalities"):
        rule = "knowledge.nationality" if row["code"] in countries() else "knowledge.group_adjective"
        forms = [form for adjective in row["adjective"].split("|") for form in morphology.paradigm(adjective)]
        written = [name for column, cell in row.items() if column not in ("code", "adjective") for name in cell.split("|") if name]
        forms += [form for name in written for form in (name, morphology.article + name)]
        for form in dict.fromkeys(forms):
            yield Entry(form, "NATIONALITY", row["code"], rule)


def organisation_entries(pack: Pack) -> Iterator[Entry]:
    """Names of organisations, and their acronyms in Latin letters whatever the language."""
    called = _called(pack, "organisations")
    for organisation in organisations().values():
        acronyms = [name for name in organisation.names.get("en", ()) if ACRONYM.fullmatch(name)]
        for name in dict.fromkeys([*called.get(organisation.code, ()), *acronyms]):
            yield Entry(name, "ORG", organisation.code, "knowledge.organisation")


def region_entries(pack: Pack) -> Iterator[Entry]:
    """Names of regions. A place of a situation makes no mention here: it is taken, so that no country is found in its name."""
    called = _called(pack, "regions")
    for region in regions().values():
        for name in called.get(region.code, ()):
            yield Entry(name, "REGION" if region.kind == "region" else "", region.code, "knowledge.region")


def city_entries(pack: Pack, morphology: Morphology) -> Iterator[Entry]:
    """Names of cities. Of two cities of one name the first of the table is meant: the curated, then the larger one."""
    feminine: dict[str, list[str]] = {}
    for row in pack.rows("nationalities"):
        for adjective in row["adjective"].split("|"):
            feminine.setdefault(row["code"], []).append(morphology.inflect(adjective, morphology.adjective_ending, definite=True))
    seen: set[str] = set()
    called = _called(pack, "cities")
    for city in cities():
        found = list(called.get(f"{city.name}\t{city.country}", ()))
        plain = [name for name in found if not name.startswith("?")]
        capitals: list[str] = []
        found = plain + [f"{word} {name[1:]}" for name in found if name.startswith("?") for word in morphology.city_words]
        if city.capital and morphology.capital:  # العاصمة الرياض، العاصمة السعودية، العاصمة السعودية الرياض
            described = [morphology.capital, *(f"{morphology.capital} {f}" for f in feminine.get(city.country, ()))]
            found += [f"{words} {name}" for words in described for name in plain]
            capitals = described[1:] if capital(city.country) == city else []
            found += capitals
        for name in found:
            if name not in seen:
                seen.add(name)
                yield Entry(name, "CITY", city.value, "knowledge.capital" if name in capitals else "knowledge.city")


def _called(pack: Pack, table: str) -> Mapping[str, tuple[str, ...]]:
    """What a language calls the rows of a table: as the pack says, else as the tables say."""
    return pack.names(table) or names_in(pack.code, table)


def homographs(pack: Pack) -> Iterator[Homograph]:
    """The rows of ``lexicons/homographs.tsv``, paradigms written out."""
    morphology = Morphology.of(pack)
    for row in pack.rows("homographs"):
        form = row["form"]
        for spelled in morphology.paradigm(form[:-1]) if form.endswith("~") else [form]:
            label, values = row["label"], row["value"].split("&")
            rule = "knowledge.group_adjective" if label == "NATIONALITY" and row["value"] in organisations() else "knowledge.homograph"
            meant = tuple(Entry(spelled, label, _value(label, value), rule) for value in values)
            yield Homograph(spelled, meant, *(row[column] for column in ("spelling", "before", "after", "here", "not_here")))


def _value(label: str, cell: str) -> Any:
    """A city's name and country stand either side of ``|``."""
    if label == "CITY":
        name, _, country = cell.partition("|")
        return CityValue(name, country)
    return cell

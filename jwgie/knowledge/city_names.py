"""Part of `jwgie.knowledge.build`: what a language calls the cities of the table."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import regex

#: What a name in a language may be written with; no name in another script, with a comma or in brackets is one.
_LATIN = r"[\p{Latin}\p{M}][\p{Latin}\p{M}'. -]+"
_SCRIPTS = {"en": _LATIN, "es": _LATIN, "fr": _LATIN, "hi": r"[\p{Devanagari} -]{2,}", "ur": r"[\p{Arabic} ]{2,}",
            "ja": r"[\p{Han}\p{Hiragana}\p{Katakana}ー・=＝ヶ]{2,}"}  # fmt: skip
#: Letters of scholars' transliterations and of other languages, which the press does not write.
_SCHOLARLY = regex.compile(r"[āēīōūǝəăġḩḥţṭşṣḑḍẕẓạảấầậắằặẹẻếềệịỏốồộớờợụủứừựđĐ]|'$", regex.I)
_KATAKANA = regex.compile(r"[\p{Katakana}ー・]{3,}")
#: The Japanese suffix of cities.
_CITY = "市"
#: Where a source does not say the language, names are taken only of cities with as many inhabitants.
_POPULATION = 100_000

#: A row of the table with GeoNames' entry of the place, which may be empty.
Found = tuple[Mapping[str, str], Mapping[str, Any]]


def names_of(
    language: str, cities: Iterable[Found], curated: Mapping[tuple[str, str], list[str]], not_names: Collection[str]
) -> Iterator[dict[str, str]]:
    """Rows of names: curated ones, CLDR's, GeoNames'; where these have none, the place's own name in languages with
    Latin letters, and in Japanese what is written in katakana. In English the name of the table comes first, and of
    GeoNames' only other spellings of it are taken, as what the press of other countries writes is among them.
    A city that is not curated loses a name that another before it has."""
    tagged, zones = tagged_names(language), zone_names(language)
    script = regex.compile(_SCRIPTS[language])
    taken: set[str] = set()
    for row, entry in cities:
        name, country = row["name"], row["country"]
        own = curated.get((name, country), [])
        found = [*own, *zones.get((name.lower(), country), ()), *tagged.get(entry.get("geonameid", -1), ())]
        large = "kind" in row or int(row["population"]) >= _POPULATION
        if language == "en":
            marked = f"?{name}" in own
            variants = [variant for variant in found if plain(variant) == plain(name)]
            found = list(own) if marked else [name, *own, *variants] if large else []
        elif not found and large and language in ("es", "fr"):
            found = [entry.get("name", name).replace("’", "'")]
        elif not found and language == "ja":
            found = [other for other in entry.get("alternatenames", ()) if _KATAKANA.fullmatch(other)][:2]
        elif language == "ja" and country == "JP" and not own:  # many are family names too
            found = [one.removesuffix(_CITY) + _CITY for one in found]
        found = [one for one in found if one in own or (script.fullmatch(one) and not _SCHOLARLY.search(one))]
        if not found and large and language in ("es", "fr"):
            found = [name]
        unwanted = {one[1:] for one in found if one.startswith("?")}.union(not_names, () if "kind" in row else taken)
        found = [one for one in dict.fromkeys(found) if one not in unwanted]
        taken.update(one.lstrip("?") for one in found)
        yield {"name": name, "country": country, "names": "|".join(found)}


def tagged_names(language: str) -> Mapping[int, list[str]]:
    """GeoNames' names in a language by its number of the place, preferred ones first; historic and colloquial ones left out."""
    found: dict[int, list[tuple[bool, str]]] = {}
    for number, section in _places():
        for part in section.split("="):
            tag, _, rest = part.partition("|")
            name, _, flags = rest.partition("|")
            if tag == language and not set(flags) & {"h", "c"}:
                name = unicodedata.normalize("NFC", name).replace("’", "'").replace("\u200c", " ")
                found.setdefault(number, []).append(("p" not in flags, name))
    return {number: [name for _, name in sorted(pairs, key=lambda pair: pair[0])] for number, pairs in found.items()}


@cache
def _places() -> list[tuple[int, str]]:
    with (files("neobase") / "optd_por_public.csv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="^", quoting=csv.QUOTE_NONE)
        return list({int(row["geoname_id"]): row["alt_name_section"] for row in rows if row["geoname_id"].isdigit()}.items())


def zone_names(language: str) -> Mapping[tuple[str, str], list[str]]:
    """CLDR's names of the cities that time zones are called after, by their English name in lower case and country."""
    import babel
    from babel.core import get_global

    countries, english = get_global("zone_territories"), babel.Locale("en").time_zones
    found = {}
    for zone, data in babel.Locale(language).time_zones.items():
        if "city" in data and zone in countries:
            name = english.get(zone, {}).get("city", zone.rsplit("/", 1)[-1].replace("_", " "))
            found[name.lower(), countries[zone]] = [data["city"].replace("’", "'")]
    return found


def plain(name: str) -> str:
    """A name without marks, punctuation and case, to tell other spellings of it from other names."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if c.isalpha()).lower()

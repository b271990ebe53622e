"""Part of `jwgie.knowledge.build`: what a language calls the cities of the table."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import regex

#: What a name in a language may be written with; no name in another script, with a comma or in brackets is one.
_LATIN = r"[\p{Latin}\p{M}][\p{Latin}\p{M}'’. -]+"
_SCRIPTS = {"en": _LATIN, "es": _LATIN, "fr": _LATIN, "hi": r"[\p{Devanagari} -]{2,}", "ur": r"[\p{Arabic} ]{3,}",
            "ja": r"[\p{Han}\p{Hiragana}\p{Katakana}ー・=＝ヶ]{2,}"}  # fmt: skip
_KATAKANA = regex.compile(r"[\p{Katakana}ー・]{3,}")
#: Where a source does not say the language, names are taken only of cities with as many inhabitants.
_POPULATION = 100_000


def tagged_names(language: str) -> Mapping[int, list[str]]:
    """GeoNames' names in a language by its number of the place, preferred ones first; historic and colloquial ones left out."""
    script = regex.compile(_SCRIPTS[language])
    found: dict[int, list[tuple[bool, str]]] = {}
    for number, section in _places():
        for part in section.split("="):
            tag, _, rest = part.partition("|")
            name, _, flags = rest.partition("|")
            name = unicodedata.normalize("NFC", name).replace("’", "'").replace("\u200c", " ")
            if tag == language and not set(flags) & {"h", "c"} and script.fullmatch(name):
                found.setdefault(number, []).append(("p" not in flags, name))
    return {number: [name for _, name in sorted(pairs, key=lambda pair: pair[0])] for number, pairs in found.items()}


@cache
def _places() -> list[tuple[int, str]]:
    with (files("neobase") / "optd_por_public.csv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="^", quoting=csv.QUOTE_NONE)
        return list({int(row["geoname_id"]): row["alt_name_section"] for row in rows if row["geoname_id"].isdigit()}.items())


def zone_names(language: str) -> Mapping[tuple[str, str], str]:
    """CLDR's names of the cities that time zones are called after, by their English name in lower case and country."""
    import babel
    from babel.core import get_global

    zones, countries = babel.Locale(language).time_zones, get_global("zone_territories")
    english = babel.Locale("en").time_zones
    found = {}
    for zone, data in zones.items():
        if "city" in data and zone in countries:
            name = english.get(zone, {}).get("city", zone.rsplit("/", 1)[-1].replace("_", " "))
            found[name.lower(), countries[zone]] = data["city"].replace("’", "'")
    return found


def names_of(
    language: str,
    cities: Iterable[tuple[Mapping[str, str], Mapping[str, Any]]],
    curated: Mapping[tuple[str, str], list[str]],
    not_names: set[str],
) -> Iterator[dict[str, str]]:
    """Rows of names: curated ones, CLDR's, GeoNames'; where these have none, the place's own name in languages with
    Latin letters, and in Japanese what is written in katakana."""
    tagged, zones = tagged_names(language), zone_names(language)
    script = regex.compile(_SCRIPTS[language])
    for row, entry in cities:
        key = row["name"], row["country"]
        found = list(curated.get(key, ()))
        if (zone := zones.get((key[0].lower(), key[1]))) and script.fullmatch(zone):
            found.append(zone)
        found += tagged.get(entry.get("geonameid", -1), [])
        large = "kind" in row or int(row["population"]) >= _POPULATION
        if language == "en" and large:
            found.insert(len(curated.get(key, ())), row["name"])
        elif not found and large and script.fullmatch(own := entry.get("name", row["name"])) and language in ("es", "fr"):
            found.append(own.replace("’", "'"))
        elif not found and language == "ja":
            found += [name for name in entry.get("alternatenames", ()) if _KATAKANA.fullmatch(name)][:2]
        marked = {name[1:] for name in found if name.startswith("?")} | not_names
        yield {"name": key[0], "country": key[1], "names": "|".join(dict.fromkeys(name for name in found if name not in marked))}

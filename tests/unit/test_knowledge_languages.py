"""The knowledge tables in each of their languages: no code unknown, no name of two things, no gap wider than it is said to be."""

from __future__ import annotations

from importlib.resources import files

import pytest
import regex

from jwgie.knowledge import cities, countries, organisations, regions
from jwgie.knowledge.coverage import counts
from jwgie.knowledge.tables import Named, name_languages, names_in
from jwgie.languages import read_tsv

LANGUAGES = ("ar", "en", "es", "fr", "hi", "ja", "ur")
TABLES = ("cities", "countries", "labels", "organisations", "regions", "topics")
KEYS = {"cities": ("name", "country"), "labels": ("field", "code")}
LATIN, ARABIC = r"\p{Latin}", r"\p{Arabic}"
SCRIPTS = {"en": LATIN, "es": LATIN, "fr": LATIN, "ar": ARABIC, "ur": ARABIC, "hi": r"\p{Devanagari}",
           "ja": r"\p{Han}\p{Hiragana}\p{Katakana}Ａ-Ｚ"}  # fmt: skip
DATA = files("jwgie.knowledge") / "data"
PACKS = files("jwgie.languages")

#: Names that stand for a thing in two tables, which is the same thing or told apart by context.
SHARED = {
    "en": {"western sahara", "guam"}, "fr": {"sahara occidental", "guam", "antarctique"}, "es": {"sáhara occidental", "guam", "antártida"},
    "ar": {"الصحراء الغربية"}, "hi": {"पश्चिमी सहारा"}, "ur": {"مغربی صحارا"}, "ja": {"西サハラ", "南極"},
}  # fmt: skip

#: At least this share of the rows of a table has a name; what is missing says `python -m jwgie.knowledge.coverage`.
LEAST = {
    "countries": {"*": 1.0}, "topics": {"*": 1.0}, "labels": {"*": 1.0}, "regions": {"*": 1.0},
    "capitals": {"*": 1.0, "ar": 0.96},  # عمان, طرابلس and others are among the homographs of the pack
    "cities": {"*": 0.75, "hi": 0.4, "ur": 0.4}, "organisations": {"*": 0.95, "hi": 0.8, "ur": 0.85},
    "nationalities": {"*": 0.75, "hi": 0.7, "ur": 0.6},
}  # fmt: skip


def test_the_languages_are_these() -> None:
    assert name_languages() == LANGUAGES


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_of_known_rows_once_and_not_empty(language: str, table: str) -> None:
    columns = KEYS.get(table, ("code",))
    known = {tuple(row[column] for column in columns) for row in read_tsv(DATA / f"{table}.tsv")}
    rows = read_tsv(DATA / language / f"{table}.tsv")
    keys = [tuple(row[column] for column in columns) for row in rows]
    assert len(keys) == len(set(keys))
    assert set(keys) <= known
    for row in rows:
        names = row["names"].split("|")
        assert all(name and name == name.strip() for name in names), row
        assert len(names) == len(set(names)), row


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_stands_for_two_countries_organisations_or_regions(language: str) -> None:
    owners: dict[str, set[tuple[str, str]]] = {}
    tables: dict[str, list[Named]] = {
        "country": list(countries().values()), "organisation": list(organisations().values()), "region": list(regions().values()),
    }  # fmt: skip
    for table, rows in tables.items():
        for row in rows:
            for name in row.names.get(language, ()):
                owners.setdefault(name.lower(), set()).add((table, row.code))
    assert {name for name, codes in owners.items() if len(codes) > 1} == SHARED[language]


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "ar"])
def test_only_curated_cities_share_a_name(language: str) -> None:
    curated = {(row["name"], row["country"]) for row in read_tsv(files("jwgie.knowledge") / "sources" / "cities.tsv")}
    first: set[str] = set()
    for city in cities():
        names = {name.lstrip("?") for name in city.names.get(language, ())}
        assert (city.name, city.country) in curated or first.isdisjoint(names), city
        first |= names


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_in_the_script_of_the_language(language: str) -> None:
    letter = regex.compile(rf"[{SCRIPTS[language]}]|\d|[A-Z]")
    for table in TABLES:
        for key, names in names_in(language, table).items():
            assert all(letter.search(name) for name in names), (table, key, names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_coverage(language: str) -> None:
    found = counts()
    for table, shares in LEAST.items():
        named, rows = found[table, language]
        assert named >= shares.get(language, shares["*"]) * rows, (table, named, rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_adjectives_of_nationality_are_of_known_codes_and_of_one_each(language: str) -> None:
    rows = read_tsv(PACKS / language / "lexicons" / "nationalities.tsv")
    codes = [row["code"] for row in rows]
    assert len(codes) == len(set(codes))
    assert set(codes) <= countries().keys() | organisations().keys()
    owners: dict[str, set[str]] = {}
    for row in rows:
        for column, cell in row.items():
            for form in cell.split("|") if column != "code" else ():
                owners.setdefault(form, set()).add(row["code"])
    owners.pop("", None)
    assert not {form: codes for form, codes in owners.items() if len(codes) > 1}


@pytest.mark.parametrize(
    ("language", "code", "forms"),
    [
        ("fr", "EG", {"égyptien", "égyptienne", "égyptiens", "égyptiennes"}),
        ("fr", "FR", {"français", "française", "françaises"}),
        ("fr", "GR", {"grec", "grecque", "grecs", "grecques"}),
        ("es", "FR", {"francés", "francesa", "franceses", "francesas"}),
        ("es", "DE", {"alemán", "alemana", "alemanes", "alemanas"}),
        ("es", "MA", {"marroquí", "marroquíes"}),
        ("en", "GB", {"British", "Britons"}),
        ("hi", "JP", {"जापानी", "जापानियों"}),
        ("ur", "JP", {"جاپانی", "جاپانیوں"}),
        ("ja", "US", {"米国側", "米側", "アメリカ人"}),
    ],
)
def test_forms_of_adjectives(language: str, code: str, forms: set[str]) -> None:
    rows = {row.pop("code"): row for row in read_tsv(PACKS / language / "lexicons" / "nationalities.tsv")}
    assert forms <= {form for cell in rows[code].values() for form in cell.split("|")}


def test_signs_of_japanese_headlines_are_of_one_country_each() -> None:
    signs = [(sign, row["code"]) for row in read_tsv(PACKS / "ja" / "lexicons" / "country_signs.tsv") for sign in row["sign"].split("|")]
    assert len({sign for sign, _ in signs}) == len(signs)
    assert dict(signs)["印"] == "IN"
    assert dict(signs)["米"] == "US"


@pytest.mark.parametrize(
    ("language", "code", "name"),
    [
        ("ja", "QUAD", "クアッド"), ("ja", "GCTF", "グローバル・テロ対策フォーラム"),
        ("hi", "SCO", "शंघाई सहयोग संगठन"), ("ur", "FATF", "فیٹف"),
        ("fr", "NATO", "Otan"), ("es", "UN", "ONU"), ("fr", "GCC", "Conseil de coopération du Golfe"), ("hi", "BRICS", "ब्रिक्स"),
    ],
)  # fmt: skip
def test_names_of_organisations(language: str, code: str, name: str) -> None:
    assert name in organisations()[code].names[language]


def test_a_language_is_read_alone() -> None:
    names_in.cache_clear()
    countries()["EG"].label("fr")
    assert names_in.cache_info().currsize == 1

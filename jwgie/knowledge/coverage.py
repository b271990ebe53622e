"""What the knowledge tables hold and lack: ``python -m jwgie.knowledge.coverage``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from jwgie.knowledge.tables import City, Named, capital, cities, countries, fields, means, name_languages, organisations, regions, topics
from jwgie.languages import read_tsv

_FIELDS = ("kind", "status", "mode", "role", "act", "document", "topic")


def tables() -> dict[str, Sequence[Named | City]]:
    """The rows of every table that has names."""
    return {
        "countries": list(countries().values()),
        "capitals": [city for city in cities() if city.capital],
        "cities": cities(),
        "organisations": list(organisations().values()),
        "regions": list(regions().values()),
        "topics": [*topics().values(), *means().values()],
        "labels": [named for field in _FIELDS for named in fields(field).values()],
    }


def counts() -> Mapping[tuple[str, str], tuple[int, int]]:
    """Rows that have a name, and rows, by table and language. Of nationalities, the countries that have an adjective."""
    found = {}
    for language in name_languages():
        for table, rows in tables().items():
            found[table, language] = sum(1 for row in rows if row.names.get(language)), len(rows)
        found["nationalities", language] = len(adjectives(language) & countries().keys()), len(countries())
    return found


def adjectives(language: str) -> frozenset[str]:
    """The codes that a language has an adjective of nationality for, homographs among them."""
    lexicons = files("jwgie.languages") / language / "lexicons"
    paths = {name: lexicons / f"{name}.tsv" for name in ("nationalities", "homographs")}
    rows = {name: read_tsv(path) if path.is_file() else [] for name, path in paths.items()}
    homographs = {row["value"] for row in rows["homographs"] if row["label"] == "NATIONALITY"}
    return frozenset({row["code"] for row in rows["nationalities"]} | homographs)


def report() -> Iterator[str]:
    """Named rows of each table by language, then what is missing."""
    found = counts()
    languages = name_languages()
    yield "\t".join(["table", "rows", *languages])
    for table in dict.fromkeys(table for table, _ in found):
        yield "\t".join([table, str(found[table, languages[0]][1]), *(str(found[table, language][0]) for language in languages)])
    for language in languages:
        missing = " ".join(sorted(countries().keys() - adjectives(language)))
        yield f"{language}: countries without an adjective\t{missing or '-'}"
        for table, rows in tables().items():
            if table != "cities":
                nameless = [row.name if isinstance(row, City) else row.code for row in rows if not row.names.get(language)]
                yield f"{language}: {table} without a name\t{' · '.join(nameless) or '-'}"
    yield f"countries without a capital\t{' '.join(code for code in countries() if capital(code) is None)}"


if __name__ == "__main__":
    print("\n".join(report()))

"""What the knowledge tables hold and lack: ``python -m jwgie.knowledge.coverage``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jwgie.knowledge.tables import City, Named, capital, cities, countries, means, organisations, regions, topics
from jwgie.languages import languages, load_pack


def report() -> Iterator[str]:
    """Rows and names of each table by language of the installed packs, then what is missing."""
    columns = sorted({*languages(), "en"})
    yield "\t".join(["table", "rows", *(f"{language} rows\t{language} names" for language in columns)])
    tables: dict[str, Iterable[Named | City]] = {
        "countries": countries().values(), "cities": cities(), "organisations": organisations().values(),
        "regions": regions().values(), "topics": topics().values(), "means": means().values(),
    }  # fmt: skip
    for name, rows in tables.items():
        counts = [[len(row.names.get(language, ())) for row in rows] for language in columns]
        yield "\t".join([name, str(len(counts[0])), *(f"{sum(map(bool, numbers))}\t{sum(numbers)}" for numbers in counts)])
    for language in languages():
        adjectives = {row["code"] for row in load_pack(language).rows("nationalities")}
        homographs = {row["value"] for row in load_pack(language).rows("homographs") if row["label"] == "NATIONALITY"}
        yield f"{language}: countries without an adjective\t{' '.join(sorted(countries().keys() - adjectives - homographs))}"
        nameless = [row.code for table in (organisations(), regions()) for row in table.values() if not row.names.get(language)]
        yield f"{language}: organisations and regions without a name\t{' '.join(nameless) or '-'}"
    yield f"countries without a capital\t{' '.join(code for code in countries() if capital(code) is None)}"


if __name__ == "__main__":
    print("\n".join(report()))

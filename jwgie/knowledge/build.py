"""Rebuilds the knowledge tables from their sources: ``python -m jwgie.knowledge.build`` (needs the extra ``build``).

Curated names in ``sources/`` come first; CLDR (through Babel, Unicode licence v3) adds what they lack.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from jwgie.errors import MissingExtraError
from jwgie.languages import read_tsv

HERE = Path(__file__).parent
LANGUAGES = ("ar", "en")


def main() -> None:
    """Write every table that is built."""
    write("countries", ["code", *LANGUAGES], build_countries(),
          "Countries and territories: ISO 3166-1 alpha-2 codes and XK; the first name is the label.\n"
          "Built by jwgie.knowledge.build from sources/countries.tsv (CC0) and CLDR (Unicode licence v3). Do not edit.")  # fmt: skip


def write(table: str, columns: list[str], rows: Iterable[Mapping[str, str]], comment: str) -> None:
    """Write ``data/<table>.tsv`` below its comment."""
    lines = [f"# {line}" for line in comment.split("\n")] + ["\t".join(columns)]
    lines += ["\t".join(row.get(column, "") for column in columns).rstrip("\t") for row in rows]
    (HERE / "data" / f"{table}.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def build_countries() -> list[dict[str, str]]:
    """Curated names, then those of CLDR. English labels are CLDR's: `en` of the source only adds names."""
    try:
        from babel import Locale
    except ImportError as error:
        raise MissingExtraError("building needs Babel: pip install jwgie[build]") from error
    cldr = {language: Locale(language).territories for language in LANGUAGES}
    rows = []
    for row in read_tsv(HERE / "sources" / "countries.tsv"):
        code = row["code"]
        out = {"code": code}
        for language in LANGUAGES:
            curated = [name for name in row[language].split("|") if name]
            common = [cldr[language][code].replace("’", "'")]
            names = curated + common if language == "ar" else common + curated
            out[language] = "|".join(dict.fromkeys(names))
        rows.append(out)
    return rows


if __name__ == "__main__":
    main()

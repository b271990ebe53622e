"""The knowledge tables as typed rows, read once. Each table is one TSV file with a column of names for each language.

A cell of names holds them divided by ``|``; the first is the label. The files say where they come from and under which licence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from jwgie.languages import read_tsv


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with a code and names by language."""

    code: str
    names: Mapping[str, tuple[str, ...]] = field(repr=False)

    def label(self, language: str = "en") -> str:
        """The usual name in a language; in English, else the code itself, where the table has none."""
        for names in (self.names.get(language), self.names.get("en")):
            if names:
                return names[0]
        return self.code


@dataclass(frozen=True, slots=True)
class Country(Named):
    """A country or territory by ISO 3166-1 alpha-2 code (and XK for Kosovo)."""


def _rows(table: str) -> list[dict[str, str]]:
    return read_tsv(files(__package__) / "data" / f"{table}.tsv")


def names_of(row: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The names by language of a row: the columns with a two-letter header."""
    return {key: tuple(cell.split("|")) for key, cell in row.items() if len(key) == 2 and cell}


@cache
def countries() -> Mapping[str, Country]:
    """Every country and territory by its code."""
    return {row["code"]: Country(row["code"], names_of(row)) for row in _rows("countries")}

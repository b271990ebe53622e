"""What a description of somebody is made of where the office stands after the name: the noun of an office, the office, the name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from jwgie.document import Mention


class Head(NamedTuple):
    """The noun that ends the words of an office or an institution. `alone`: it is one without any word before it; `field`: it is none
    without a word of its field; `group`: it is that of several, told with their state, none of whom is named with it."""

    slug: str
    alone: bool
    country: str
    field: bool
    group: bool


@dataclass(frozen=True, slots=True)
class Office:
    """An office ``[start, end)`` of a view; `first` is where what it belongs to begins, right before it."""

    start: int
    end: int
    first: int
    head: Head
    bare: bool = False  #: nothing but its noun
    sides: tuple[Mention, ...] = ()
    affiliation: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A name ``[start, end)`` of a view; `first` is where whose it is begins, right before it."""

    start: int
    end: int
    first: int
    sides: tuple[Mention, ...] = ()
    affiliation: tuple[int, int] | None = None


def head_of(row: dict[str, str]) -> Head:
    """The noun of a row of ``offices.tsv`` or ``institutions.tsv``."""
    return Head(row["slug"], row["kind"] == "word", row["country"], row["kind"] == "field", row["kind"] == "group")

"""Folding a text while keeping, for every folded character, the source characters it stands for. (first version)"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jwgie.document import Origin, View


@dataclass(frozen=True)
class Folding:
    """Which characters become which; a character mapped to the empty string is dropped."""

    table: Mapping[str, str]

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> Folding:
        """From ``folding.toml``: ``[map]`` from a character to its replacement, ``drop`` a string of characters."""
        return cls({**data.get("map", {}), **dict.fromkeys(data.get("drop", ""), "")})


def fold(text: str, folding: Folding, origin: Origin = "text") -> View:
    """The folded view of a text."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for i, c in enumerate(text):
        new = folding.table.get(c)
        if new is None:
            new = c.lower() if len(c.lower()) == 1 else c
            if "\ufb50" <= c <= "\ufeff":
                new = "".join(folding.table.get(x, x) for x in unicodedata.normalize("NFKC", c))
        for x in new:
            out.append(x)
            starts.append(i)
            ends.append(i + 1)
    return View(text, "".join(out), starts, ends, origin)

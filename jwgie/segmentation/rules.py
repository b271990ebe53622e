"""A pack's sentence rules, compiled: section ``[segmentation]`` of ``pack.toml``."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from typing import Any

from jwgie import regexp
from jwgie.errors import PackError
from jwgie.languages import Pack

_FRAGMENT = regexp.compile(r"<([a-z_]+)>")


@dataclass(frozen=True)
class Rules:
    """What `segment` asks a language.

    ``titles``: abbreviations and other words that a name follows; a stop after one never ends a sentence.
    ``initials``: abbreviations that stand in a name; a stop after one ends a sentence only where the next word opens with one of
    the ``openers``. A single letter is an initial in any case, save after a number (``units``: 2024 م.).
    ``stops``: characters of the source that end a sentence whatever stands before them (the danda).
    ``proclitics``: a regular expression for what may stand joined before a word's stem, with its lookahead for the stem;
    ``whole``: words that only look as if they had one.
    ``quotes``: pairs of marks between which a stop ends no sentence.
    ``line_datelines`` and ``opening_datelines``: expressions for a dateline that is a line of its own, or opens the first paragraph.
    """

    titles: frozenset[str]
    initials: frozenset[str]
    openers: tuple[str, ...]
    stops: frozenset[str]
    proclitics: regexp.Pattern
    whole: frozenset[str]
    quotes: tuple[str, ...]
    line_datelines: tuple[regexp.Pattern, ...]
    opening_datelines: tuple[regexp.Pattern, ...]

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled once: every document whose tokens were not asked for has them."""
        return _unpacked, (_packed(self),)


@cache
def _packed(rules: Rules) -> bytes:
    return pickle.dumps(tuple(getattr(rules, field.name) for field in fields(Rules)), pickle.HIGHEST_PROTOCOL)


@lru_cache(maxsize=64)
def _unpacked(packed: bytes) -> Rules:
    return Rules(*pickle.loads(packed))


@cache
def rules(pack: Pack) -> Rules:
    """The rules of a pack; those that it does not state are empty."""
    data: Mapping[str, Any] = pack.config.get("segmentation", {})

    def words(name: str) -> frozenset[str]:
        return frozenset(map(pack.fold, data.get(name, ())))

    fragments: dict[str, str] = {}

    def compiled(expression: str) -> regexp.Pattern:
        try:
            return regexp.compile(_expand(pack.fold_pattern(expression), fragments))
        except (regexp.error, KeyError) as error:
            raise PackError(f"{pack.code}/pack.toml: segmentation: {error} in {expression}") from error

    for name, expression in data.get("fragments", {}).items():
        fragments[name] = f"(?:{_expand(pack.fold_pattern(expression), fragments)})"
    datelines = data.get("dateline", ())
    return Rules(
        titles=words("titles"),
        initials=words("initials"),
        openers=tuple(words("openers")),
        stops=frozenset(data.get("stops", ())),
        proclitics=compiled(data.get("proclitics", "(?!)")),
        whole=words("whole"),
        quotes=tuple(data.get("quotes", ())),
        line_datelines=tuple(compiled(row["match"]) for row in datelines if row["where"] == "line"),
        opening_datelines=tuple(compiled(row["match"]) for row in datelines if row["where"] == "opening"),
    )


def _expand(expression: str, fragments: Mapping[str, str]) -> str:
    return _FRAGMENT.sub(lambda m: fragments[m[1]], expression)

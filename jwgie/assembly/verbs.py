"""The verbs of a pack's lexicons, in every inflected form that a report may use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from jwgie.languages import Pack

Form = Literal["perfect", "imperfect", "future", "participle", "noun"]
#: The columns of a verb lexicon.
COLUMNS: tuple[Form, ...] = ("perfect", "imperfect", "participle", "noun")


@dataclass(frozen=True, slots=True)
class Verb:
    """An inflected form of a verb: its lemma, the group that the lexicon puts it in, which form it is, and whether it says
    that its subject is several (such a verb never stands before its subject)."""

    lemma: str
    group: str
    form: Form
    plural: bool = False


def read_verbs(pack: Pack, *lexicons: str) -> dict[str, tuple[Verb, ...]]:
    """Every form of the verbs of some lexicons, folded. Several verbs may share a form: they come in the lexicons' order."""
    found: dict[str, dict[str, Verb]] = {}
    table = pack.toml("inflection")
    for lexicon in lexicons:
        for row in pack.rows(lexicon):
            for word, form, plural in _forms(row, table):
                found.setdefault(pack.fold(word), {}).setdefault(row["lemma"], Verb(row["lemma"], row["group"], form, plural))
    return {word: tuple(verbs.values()) for word, verbs in found.items()}


def _forms(row: Mapping[str, str], table: Mapping[str, Any]) -> Iterator[tuple[str, Form, bool]]:
    for column in COLUMNS:
        for stem in row.get(column, "").split():
            for word, plural in _inflect(stem, table[column]):
                yield word, column, plural
                if column == "imperfect":
                    yield table["future"]["prefix"] + word, "future", plural


def _inflect(stem: str, affixes: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """The forms of a stem and whether each is plural: the stem itself, or where it ends in a hyphen, with each prefix and suffix."""
    plural = affixes.get("plural", [])
    if not stem.endswith("-"):
        yield stem, stem.endswith(tuple(affixes.get("plural_endings", ())))
        return
    for start in affixes.get("prefixes", {}).get(stem[0], [stem[0]]):
        for suffix in affixes["suffixes"]:
            yield start + stem[1:-1] + suffix, suffix in plural

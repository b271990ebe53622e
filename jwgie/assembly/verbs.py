"""The verbs of a pack's lexicons, in every inflected form that a report may use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from jwgie.languages import Pack
from jwgie.languages.expansion import Expansion

Number = Literal["one", "several", "any"]
Form = Literal["perfect", "imperfect", "future", "first", "participle", "noun", "passive"]
#: The columns of a verb lexicon, beside `STEM`.
COLUMNS: tuple[Form, ...] = ("perfect", "imperfect", "future", "participle", "noun", "passive")
#: The column of what all forms are made of, where they are regular.
STEM = "stem"


class Verb(NamedTuple):
    """An inflected form of a verb: its lemma, the group that the lexicon puts it in, which form it is, and what it says of the
    number of its subject. A verb of ``several`` never stands before its subject; one of ``any`` may mean one or more."""

    lemma: str
    group: str
    form: Form
    number: Number = "one"


def read_verbs(pack: Pack, *lexicons: str) -> dict[str, tuple[Verb, ...]]:
    """Every form of the verbs of some lexicons, folded. Several verbs may share a form: they come in the lexicons' order."""
    table = pack.toml("inflection")
    forms: list[tuple[str, Verb]] = []
    abbreviated = Expansion(table.get("words", {})).expand if "words" in table else None
    for lexicon in lexicons:
        for row in pack.rows(lexicon):
            for word, form, number in _forms(row, table, abbreviated):
                verb = Verb(row["lemma"], row["group"], form, number)
                forms += ((written, verb) for written in (word, *_objects(word, form, verb.lemma, table.get("object", {}))))
    found: dict[str, dict[str, Verb]] = {}
    for folded, (_, verb) in zip(pack.fold_all(written for written, _ in forms), forms, strict=True):
        found.setdefault(folded, {}).setdefault(verb.lemma, verb)
    return {word: tuple(verbs.values()) for word, verbs in found.items()}


def _forms(
    row: Mapping[str, str], table: Mapping[str, Any], abbreviated: Callable[[str], list[str]] | None
) -> Iterator[tuple[str, Form, Number]]:
    first: Mapping[str, Any] = table.get("first", {})
    for column in COLUMNS:
        cell = row.get(column, "") or (row.get(STEM, "") if column in table else "")
        stems = list(filter(None, cell.split(table.get("separator"))))
        for stem in [form for cell in stems for form in abbreviated(cell)] if abbreviated else stems:
            if column == "perfect" and stem.endswith("-") and first:
                yield stem[:-1] + first["suffix"], "first", "several"
            for word, number in _inflect(stem, table.get(column, {})):
                yield word, column, number
                if column == "imperfect" and "prefix" in table.get("future", {}):
                    yield table["future"]["prefix"] + word, "future", number
                if column == "imperfect" and number == "one" and word[0] in first.get("prefixes", {}):
                    yield first["prefixes"][word[0]] + word[1:], "first", number


def _objects(word: str, form: Form, lemma: str, table: Mapping[str, Any]) -> Iterator[str]:
    """The word with each pronoun for an object written to it, where its verb takes one."""
    if form == "perfect" and lemma in table.get("lemmas", ()) and not word.endswith(table["never"]):
        yield from (word + suffix for suffix in table["suffixes"])


def _inflect(stem: str, affixes: Mapping[str, Any]) -> Iterator[tuple[str, Number]]:
    """The forms of a stem and the number of each: the stem itself, or where it ends in a hyphen, with each prefix and suffix, or
    with each of the ``endings`` that take the place of its own."""
    if not stem.endswith("-"):
        yield stem, _number(affixes.get("full", {}), stem.endswith)
        return
    if "endings" in affixes:
        own = max((end for end in affixes["endings"] if stem[:-1].endswith(end)), key=len, default=None)
        for ending in affixes["endings"].get(own, ()):
            yield stem[: len(stem) - 1 - len(own or "")] + ending, _number(affixes, ending.__eq__)
        return
    for start in affixes.get("prefixes", {}).get(stem[0], [stem[0]]):
        for suffix in affixes["suffixes"]:
            yield start + stem[1:-1] + suffix, _number(affixes, suffix.__eq__)


def _number(endings: Mapping[str, Any], matches: Callable[[str], bool]) -> Number:
    numbers: tuple[Number, ...] = ("several", "any")
    return next((number for number in numbers if any(map(matches, endings.get(number, ())))), "one")

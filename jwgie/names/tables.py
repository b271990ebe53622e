"""What is known of names: sounds of letters, which sounds are alike, words that names are made with. All of it is data."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jwgie import regexp
from jwgie.languages import read_tsv

SCRIPTS = ("latin", "arabic", "devanagari", "kana")

_DATA = files(__package__) / "data"


@cache
def sounds(script: str) -> Mapping[str, str]:
    """How letters, and groups of letters, of a script sound."""
    return {_composed(row["spelling"]): row["sounds"] for row in read_tsv(_DATA / f"{script}.tsv")}


def _composed(spelling: str) -> str:
    return unicodedata.normalize("NFC", spelling)


@cache
def script_of(letter: str) -> str | None:
    """The script whose table has this letter."""
    return next((script for script in SCRIPTS if letter in sounds(script)), None)


@cache
def costs() -> Mapping[tuple[str, str], float]:
    """What it costs to take one sound for another, both ways round; other pairs are not alike."""
    found = {}
    for row in read_tsv(_DATA / "phones.tsv"):
        one, other = row["pair"][0], row["pair"][1]
        found[one, other] = found[other, one] = float(row["cost"])
    return found


@cache
def words() -> Mapping[str, Any]:
    """``words.toml``."""
    return tomllib.loads((_DATA / "words.toml").read_text("utf-8"))


@cache
def word_set(name: str) -> frozenset[str]:
    """One of the lists of ``words.toml``, as `key` writes its words."""
    return frozenset(key(word) for word in words()[name].split())


@cache
def letter_names() -> Mapping[str, str]:
    """The letter that a word is the name of, where initials are spelt out."""
    return {key(word): letter.lower() for letter, names in words()["letters"].items() for word in names.split()}


@cache
def given() -> Mapping[str, str]:
    """The name that a spelling is a form of."""
    return {key(form): row["name"] for row in read_tsv(_DATA / "given.tsv") for form in row["forms"].split()}


@cache
def rewritten() -> tuple[tuple[regexp.Pattern, str], ...]:
    """What is rewritten before a name is taken apart."""
    return tuple((regexp.compile(expression), replacement) for expression, replacement in words()["rewritten"])


@cache
def dotted_titles() -> regexp.Pattern:
    """Titles that are written with points, as initials are."""
    return regexp.compile(words()["dotted_titles"])


@cache
def silent_ending() -> regexp.Pattern:
    """What may be silent at the end of a word in Latin letters."""
    return regexp.compile(words()["silent_ending"])


@cache
def attached_article() -> regexp.Pattern:
    """An article that is written together with a name."""
    return regexp.compile(words()["attached_article"])


def key(word: str) -> str:
    """A word as it is looked up: without accents, and with letters alike that spellings differ in."""
    return plain(word.casefold()).translate(_alike())


def plain(text: str) -> str:
    """Without the accents that the tables do not tell of. Marks of Devanagari and kana are letters there, and stay."""
    if text.isascii():
        return text
    kept = []
    for character in unicodedata.normalize("NFC", text):
        if script_of(character) is None and not unicodedata.combining(character):
            base = unicodedata.normalize("NFD", character)[0]
            kept.append(base if script_of(base) else character)
        elif not unicodedata.combining(character) or script_of(character) or unicodedata.combining(character) == 9:
            kept.append(character)
    return "".join(kept)


@cache
def _alike() -> Mapping[int, str]:
    return {ord(letter): same for letters, same in words()["alike"] for letter in letters}

"""Patterns as data: reading and compiling a pack's ``patterns/*.toml``.

A file says which labels it masks and lists its patterns::

    mask = ["PERSON", "NATIONALITY", "COUNTRY"]      # each outermost mention of these becomes one character

    [words]                                           # fragments, used as <name>; folded on load
    lead = "ترأس|قاد|رأس"

    [[pattern]]
    id = "head.verb_first"                            # unique in the pack
    relation = "head"                                 # what assembly sees
    match = "<lead> (?:ال)?وفد {NATIONALITY:side} {PERSON:person}"
    weight = 1.0                                      # optional: higher wins where two matches of one relation overlap
    examples = [{text = "وقاد الوفد الهندي السيد فلان العلاني", person = "السيد فلان العلاني"}]
    counterexamples = ["قاد السيارة"]

``{LABEL:role}`` is one masked mention, ``{A|B:role}`` of either label, ``{LABEL}`` without a role is not kept,
``(?P<role>...)`` keeps plain words. A space stands for any white space; ``&`` stands for the language's optional proclitics,
``\\p{Co}`` in a character class for any mention. A pattern starts at a word boundary (after proclitics) unless it begins with
``^`` or a lookbehind, or the language has no spaces.

So that no text can make a pattern slow, a repeat without bound gives nothing back (``\\w+`` is read as ``\\w++``), and none is lazy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from jwgie import regexp
from jwgie.errors import PatternError
from jwgie.languages import Pack
from jwgie.languages.words import words_of
from jwgie.relations.expressions import Expression
from jwgie.relations.openings import openings

_SLOT = regexp.compile(r"\{(?P<labels>[A-Z_|]+)(?::(?P<role>[a-z_]+\d?))?\}")
_STASHED = regexp.compile("\x00(\\d+)\x00")
_WORDS = regexp.compile(r"(?<!\(\?P|\(\?)<(?P<name>[a-z_]+)>")
_FIRST_PRIVATE = 0xE000
_MENTIONS = (r"\p{Co}", "\ue000-\uf8ff")
#: A repeat, or what may look like one.
_REPEAT = regexp.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<unbound>[*+]|\{\d*,\})(?P<mode>[+?]?)|(?:\?|\{[\d,]+\})[+?]?")


@dataclass(frozen=True)
class Pattern:
    """One pattern. `expression` runs over text masked for `labels`. After proclitics, every match begins with one of
    the strings `opening` (None: with anything)."""

    id: str
    relation: str
    expression: Expression
    labels: frozenset[str]
    weight: float
    opening: frozenset[str] | None = field(repr=False)
    examples: tuple[Mapping[str, Any], ...] = field(default=(), repr=False)
    counterexamples: tuple[str, ...] = field(default=(), repr=False)


class Alphabet(dict[str, str]):
    """One private-use character for each label, given when it is first asked for."""

    def __missing__(self, label: str) -> str:
        character = self[label] = chr(_FIRST_PRIVATE + len(self))
        return character

    @property
    def characters(self) -> str:
        """All characters so far."""
        return "".join(self.values())


def read_patterns(pack: Pack, name: str, alphabet: Alphabet) -> list[Pattern]:
    """The patterns of one file of a pack, compiled; a faulty one raises `PatternError` with file and id."""
    data = pack.toml(f"patterns/{name}")
    labels = frozenset(data.get("mask", ()))
    words: dict[str, str] = {}
    for key, value in data.get("words", {}).items():
        words[key] = f"(?:{_expand(_folded(pack, value), words, f'{name}.toml: words.{key}')})"
    patterns = []
    for row in data.get("pattern", ()):
        where = f"{pack.code}/patterns/{name}.toml: {row.get('id', '?')}"
        unknown = row.keys() - {"id", "relation", "match", "weight", "examples", "counterexamples"}
        if unknown or not row.keys() >= {"id", "relation", "match"}:
            raise PatternError(f"{where}: needs id, relation, match; does not know {sorted(unknown)}")
        prefix, body = _source(pack, row["match"], words, labels, alphabet, where)
        body = without_backtracking(body, where)
        opening = openings(body.removeprefix(_proclitics(pack)), alphabet.characters) if prefix else None
        patterns.append(
            Pattern(row["id"], row["relation"], Expression(f"{prefix}(?:{body})", where), labels, float(row.get("weight", 1.0)), opening,
                    tuple(row.get("examples", ())), tuple(row.get("counterexamples", ())))
        )  # fmt: skip
    return patterns


def _folded(pack: Pack, source: str) -> str:
    """A fragment folded, but for its slots: folding lowers the case of labels."""
    slots = [found[0] for found in _SLOT.finditer(source)]
    parts = _SLOT.sub("\x00", source).split("\x00")
    return "".join([pack.fold_pattern(part) + slot for part, slot in zip_longest(parts, slots, fillvalue="")])


def without_backtracking(source: str, where: str) -> str:
    """An expression in which each repeat without bound is possessive."""

    def possessive(match: regexp.Match) -> str:
        if match["unbound"] and match["mode"] == "?":
            raise PatternError(f"{where}: the lazy repeat {match[0]} needs a bound")
        return match[0] + "+" if match["unbound"] and not match["mode"] else str(match[0])

    return str(_REPEAT.sub(possessive, source.replace(*_MENTIONS)))


def masked_expression(pack: Pack, match: str, words: Mapping[str, str], labels: frozenset[str], alphabet: Alphabet,
                      where: str) -> Expression:  # fmt: skip
    """One expression in the pattern notation, for text that is masked for `labels`; `words` are still as written."""
    known: dict[str, str] = {}
    for key, value in words.items():
        known[key] = f"(?:{_expand(value, known, f'{where}: words.{key}')})"
    return Expression("".join(_source(pack, _expand(match, known, where), {}, labels, alphabet, where)), where)


def _expand(text: str, words: Mapping[str, str], where: str) -> str:
    def word(match: regexp.Match) -> str:
        try:
            return words[match["name"]]
        except KeyError:
            raise PatternError(f"{where}: no words named <{match['name']}> above") from None

    return _WORDS.sub(word, text)


def _source(pack: Pack, match: str, words: Mapping[str, str], labels: frozenset[str], alphabet: Alphabet,
            where: str) -> tuple[str, str]:  # fmt: skip
    """What stands before an expression to begin it at a word (empty where it says itself how it begins), and the expression."""

    def slot(found: regexp.Match) -> str:
        wanted = found["labels"].split("|")
        if not labels.issuperset(wanted):
            raise PatternError(f"{where}: {sorted(set(wanted) - labels)} not among the file's mask")
        characters = "[" + "".join(alphabet[label] for label in wanted) + "]"
        return f"(?P<{found['role']}>{characters})" if found["role"] else characters

    # Slots are replaced by stand-ins before folding: folding lowers the case of labels.
    slots: list[str] = []

    def stash(found: regexp.Match) -> str:
        slots.append(slot(found))
        return f"\x00{len(slots) - 1}\x00"

    text = _expand(pack.fold_pattern(_SLOT.sub(stash, match)), words, where)
    text = _SLOT.sub(stash, text)  # those of the words
    text = text.replace("&", _proclitics(pack)).replace(" ?", r"\s*").replace(" ", r"\s+")
    text = _STASHED.sub(lambda m: slots[int(m[1])], text)
    prefix = rf"(?<!\w)(?:{_proclitics(pack)})"
    for own in (rf"(?<!\w){_proclitics(pack)}", r"(?<!\w)"):
        if text.startswith(own):
            return own, text.removeprefix(own)
    within = not words_of(pack).spaced  # a match may begin anywhere
    return "" if within or text.startswith(("^", "(?<")) else prefix, text


def _proclitics(pack: Pack) -> str:
    return "(?:" + "|".join(pack.config.get("proclitics", [])) + "){0,2}"

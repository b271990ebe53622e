"""Folding a text while keeping, for every folded character, the source characters it stands for.

What is alike is data (``folding.toml`` of a language pack): groups of per-character rules, and profiles that
list groups in the order in which they apply. All the groups of a profile are composed into one table, so the
cost does not grow with their number: characters that stay one character are translated in one go, and
only the places where the length changes (a dropped mark, a ligature, an entity) are looked at one by one.
Both go by way of bytes: an 8-bit encoding of the language's usual characters, made for the purpose, is written
and read with `codecs` ten times faster than `str.translate` looks each character up.
"""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jwgie.document import Origin, View
from jwgie.errors import PackError
from jwgie.normalisation.groups import Group, characters, expand

#: ``&amp;nbsp;`` (escaped twice, as feeds have it) is one entity too.
_ENTITY = r"&(?:amp;){0,2}(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"

_LATIN = "".join(map(chr, range(256)))
#: What `codecs` takes for no character.
_NONE = "\ufffe"
_UNKNOWN = re.compile(rb"\?+")


class _Table(dict[int, int]):
    """One-to-one folds by code point. Code points seen for the first time are resolved once and remembered:
    `str.translate` is several times slower on characters that a table does not know."""

    def __init__(self, groups: tuple[Group, ...]) -> None:
        super().__init__()
        self._groups = groups

    def __missing__(self, code: int) -> int:
        folded = apply(self._groups, chr(code))
        self[code] = result = ord(folded) if len(folded) == 1 else code
        return result


def apply(groups: Iterable[Group], text: str) -> str:
    """A short text after each of the groups in turn."""
    for group in groups:
        text = "".join(map(group.fold, text))
    return text


@dataclass(frozen=True)
class Folding:
    """One profile of a language's ``folding.toml``, compiled."""

    groups: tuple[Group, ...]
    #: At most 256 characters, of which texts mostly consist, ASCII among them.
    alphabet: str = _LATIN

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any], profile: str = "full") -> Folding:
        """From ``folding.toml``: ``[profiles]`` (name to list of groups) and ``[groups.<name>]``, whose keys `Group`
        describes. `profile` names a profile, a group, or several of them with spaces between."""
        groups, profiles = data.get("groups", {}), data.get("profiles", {})
        names = [group for name in profile.split() for group in profiles.get(name, [name])]
        unknown = [name for name in names if name not in groups]
        if unknown:
            there_are = f"there are profiles {sorted(profiles)} and groups {sorted(groups)}"
            raise PackError(f"folding.toml: no group {', '.join(unknown)}; {there_are}")
        alphabet = "".join(dict.fromkeys(expand(data["alphabet"]))) if "alphabet" in data else _LATIN
        if len(alphabet) > len(_LATIN) or "?" not in alphabet:
            raise PackError(f"folding.toml: the alphabet has {len(alphabet)} characters; it needs ASCII and {len(_LATIN)} in all at most")
        return cls(tuple(Group.from_mapping(name, groups[name]) for name in names), alphabet)

    @cached_property
    def table(self) -> dict[int, int]:
        """What stays one character, for `str.translate`."""
        return _Table(self.groups)

    @cached_property
    def attached(self) -> str:
        """Those of the dropped characters that belong to the character before them (marks, tatweel)."""
        return "".join(sorted({c for group in self.groups if group.attach for c in group.dropped}))

    @cached_property
    def sequences(self) -> dict[str, str]:
        """Several characters that are folded as one."""
        return {source: new for group in self.groups for source, new in group.sequences.items()}

    @cached_property
    def alone(self) -> dict[str, str]:
        """What characters stand for that have white space on both sides."""
        return {source: new for group in self.groups for source, new in group.alone.items()}

    @cached_property
    def runs(self) -> re.Pattern[str]:
        """Characters in a row each of which becomes none or several."""
        return re.compile(f"{characters(self._of_length(lambda length: length != 1))}+")

    @cached_property
    def several(self) -> re.Pattern[str]:
        """One character that becomes several."""
        return re.compile(characters(self._of_length(lambda length: length > 1)))

    def _of_length(self, wanted: Callable[[int], bool]) -> list[str]:
        return [c for c, length in self._lengths.items() if wanted(length)]

    @cached_property
    def _lengths(self) -> dict[str, int]:
        """How many characters each of those becomes that may change their number."""
        folded = {c: c for group in self.groups for c in group.touched}
        for group in self.groups:
            touched = group.touched
            for c, text in folded.items():
                if group.case or not touched.isdisjoint(text):
                    folded[c] = apply((group,), text)
        return {c: len(text) for c, text in folded.items()}

    @cached_property
    def blocks(self) -> re.Pattern[str]:
        """One sequence, entity, character alone or match of an expression: what is not told from single characters."""
        parts = [re.escape(s) for s in sorted(self.sequences, key=len, reverse=True)]
        parts += [rf"(?<!\S){c}+(?!\S)" for c in map(re.escape, self.alone)]
        parts += [f"(?P<e{n}>{expression})" for n, expression in enumerate(self.expressions)]
        return re.compile("|".join([_ENTITY] * self.entities + parts) or "(?!)")

    @cached_property
    def expressions(self) -> dict[str, str]:
        """What matches of regular expressions become."""
        return {expression: new for group in self.groups for expression, new in group.expressions.items()}

    @cached_property
    def _openings(self) -> list[tuple[str, bytes, re.Pattern[bytes]]]:
        """How blocks begin, and that in bytes."""
        openings = ((opening, self.encode(opening)) for opening in (*self.sequences, *self.alone, *("&" * self.entities)))
        return [(opening, data, re.compile(re.escape(data))) for opening, data in openings]

    def find_blocks(self, text: str, data: bytes) -> Iterator[re.Match[str]]:
        """The blocks of a text, of which most have none."""
        if self.expressions:
            yield from self.blocks.finditer(text)
            return
        # What is of other characters than those of the alphabet looks alike in bytes.
        there = (each for opening, coded, each in self._openings if coded in data and (b"?" not in coded or opening in text))
        for at in sorted(m.start() for expression in there for m in expression.finditer(data)):
            block = self.blocks.match(text, at)
            if block:
                yield block

    @cached_property
    def entities(self) -> bool:
        """Whether HTML entities are read."""
        return any(group.entities for group in self.groups)

    @cached_property
    def _encoding(self) -> Any:
        """The bytes of the alphabet's characters."""
        return codecs.charmap_build(self.alphabet.ljust(256, _NONE))

    @cached_property
    def _decoding(self) -> str:
        """What the bytes stand for, once folded."""
        return self.alphabet.translate(self.table).ljust(256, _NONE)

    def encode(self, text: str) -> bytes:
        """One byte for each character of a text, ``?`` where the alphabet has it not: to translate and to search bytes is
        many times faster."""
        return codecs.charmap_encode(text, "replace", self._encoding)[0]

    def translate(self, text: str, data: bytes) -> str:
        """The text, encoded as `data`, with all folded that stays one character."""
        mapped = codecs.charmap_decode(data, "strict", self._decoding)[0]
        if b"?" not in data:
            return mapped
        parts: list[str] = []
        position = 0
        for unknown in _UNKNOWN.finditer(data):
            start, end = unknown.span()
            parts += mapped[position:start], text[start:end].translate(self.table)
            position = end
        return "".join(parts) + mapped[position:]

    @cached_property
    def changes(self) -> re.Pattern[bytes]:
        """Bytes in a row whose characters may become none or several."""
        one = b"[?%b]" % re.escape(self._bytes(self._of_length(lambda length: length != 1)))
        return re.compile(one + one + b"*")  # an expression that opens with one of a set is searched for fastest

    @cached_property
    def marks(self) -> bytes:
        """The bytes of characters that are dropped and attached."""
        return self._bytes(c for c in self.attached if not self._lengths[c])

    def _bytes(self, those: Iterable[str]) -> bytes:
        return self.encode("".join(set(those).intersection(self.alphabet)))

    @cached_property
    def tail(self) -> re.Pattern[str]:
        """The characters of a run up to its last attached one."""
        return re.compile(f".*{characters(self.attached)}", re.S)

    def replacement(self, block: re.Match[str]) -> str:
        """What a match of `blocks` becomes."""
        text = block[0]
        if block.lastgroup:
            return apply(self.groups, block.expand(list(self.expressions.values())[int(block.lastgroup[1:])]))
        if text.startswith("&"):
            for _ in range(3):
                text = html.unescape(text)
            return block[0] if text == block[0] or (text.startswith("&") and len(text) > 1) else apply(self.groups, text)
        return apply(self.groups, self.alone.get(text[0]) or self.sequences[text])


class _Builder:
    """Collects the folded text and its pieces: runs of characters that map one to one."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.length = 0
        self.folded: list[int] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    def add(self, text: str, start: int, end: int) -> None:
        """A piece that maps one to one, but for its last character, which stands for all up to `end`."""
        if text:
            self.text.append(text)
            self.folded.append(self.length)
            self.starts.append(start)
            self.ends.append(end)
            self.length += len(text)

    def expand(self, text: str, start: int, end: int) -> None:
        """Each character of `text` stands for the whole of ``[start, end)``."""
        for character in text:
            self.add(character, start, end)

    def attach(self, start: int, end: int) -> None:
        """Let the last character before `start`, if it reaches up to there, take in what was dropped up to `end`."""
        at = len(self.ends) - 1
        while at >= 0 and self.ends[at] == start and self.starts[at] == self.starts[-1]:
            self.ends[at] = end
            at -= 1


def fold(text: str, folding: Folding, origin: Origin = "text") -> View:
    """The folded view of a text. Every `str` has one, lone surrogates and all."""
    data = folding.encode(text)
    mapped = folding.translate(text, data)
    built = _Builder()
    known: dict[tuple[str, str | None], str] = {}  # the same few entities come again and again
    position = 0
    for block in folding.find_blocks(text, data):
        start, end = block.span()
        key = block[0], block.lastgroup
        if key not in known:
            known[key] = folding.replacement(block)
        if start >= position and (new := known[key]) != block[0]:
            _plain(built, text, data, mapped, position, start, folding)
            built.expand(new, start, end)
            position = end
    _plain(built, text, data, mapped, position, len(text), folding)
    return View(text, "".join(built.text), built.folded, built.starts, built.ends, origin)


def _plain(built: _Builder, text: str, data: bytes, mapped: str, position: int, end: int, folding: Folding) -> None:
    """Source characters ``[position, end)``, among which there are no blocks."""
    for change in folding.changes.finditer(data, position, end):
        first, last = change.span()
        if first > position and not change[0].strip(folding.marks):
            built.add(mapped[position:first], position, last)
            position = last
            continue
        for run in folding.runs.finditer(text, first, last):
            built.add(mapped[position : run.start()], position, run.start())
            _run(built, run[0], run.start(), folding)
            position = run.end()
    built.add(mapped[position:end], position, end)


def _run(built: _Builder, run: str, start: int, folding: Folding) -> None:
    """Characters each of which becomes none or several."""
    dropped = 0  # since where nothing has been kept
    for several in folding.several.finditer(run):
        at = several.start()
        _attach(built, run[dropped:at], start + dropped, folding)
        built.expand(apply(folding.groups, several[0]), start + at, start + at + 1)
        dropped = at + 1
    _attach(built, run[dropped:], start + dropped, folding)


def _attach(built: _Builder, dropped: str, start: int, folding: Folding) -> None:
    tail = folding.tail.match(dropped)
    if tail:
        built.attach(start, start + tail.end())

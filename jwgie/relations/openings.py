"""Which strings a match can begin with: so that a pattern is tried only where one of them stands.

Like `jwgie.relations.triggers` it reads the subset of regular expressions that packs use, and never guesses.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from jwgie.relations.prepared import prepared
from jwgie.relations.triggers import Reader

#: More openings than this are no help; of letters as many as this where there are not too many of them, else fewer.
MANY, LONG = 1000, (7, 5, 3)
#: As many letters as this may stand joined before a slot: its character is the opening.
JOINED = 2
#: A part that may come up to twice is written out where it can be so many things.
FEW = 8


class _Part(NamedTuple):
    """What the matches of a part of an expression begin with: `whole` matches, and strings that `more` follows, whatever it is."""

    whole: frozenset[str]
    more: frozenset[str] = frozenset()


_NOTHING = _Part(frozenset({""}))
_ANYTHING = _Part(frozenset(), frozenset({""}))


def openings(expression: str, slots: str) -> frozenset[str] | None:
    """Strings with one of which every match begins in a text of single spaces: of letters, or one of the characters `slots`
    alone, before which up to `JOINED` letters may then stand.

    None where they cannot be told or are too short to be rare.
    """
    found = prepared(_openings, expression, "".join(sorted(set(slots).intersection(expression))))
    return None if found is None else frozenset(found)


def _openings(expression: str, slots: str) -> list[str] | None:
    for long in LONG:
        part = _Beginnings(expression, frozenset(slots), long).alternatives(0, len(expression))
        strings = part.whole | part.more
        if len(strings) <= MANY and all(len(s) > 1 or (s and s in slots) for s in strings):
            return sorted(s for s in strings if not any(s[:n] in strings for n in range(1, len(s))))
    return None


class _Beginnings(Reader):
    def __init__(self, text: str, slots: frozenset[str], long: int) -> None:
        super().__init__(text)
        self.slots = slots
        self.long = long

    def alternatives(self, i: int, end: int) -> _Part:
        """What each of the alternatives between two places begins with."""
        parts = [self.sequence(*branch) for branch in self.branches(i, end)]
        return _Part(frozenset().union(*(p.whole for p in parts)), frozenset().union(*(p.more for p in parts)))

    def branches(self, i: int, end: int) -> Iterator[tuple[int, int]]:
        """Where the alternatives between two places start and end."""
        start = i
        while i < end:
            if self.text[i] == "|":
                yield start, i
                start = i = i + 1
            else:
                i = self.end(i)
        yield start, end

    def sequence(self, i: int, end: int) -> _Part:
        """What one alternative begins with."""
        part = _NOTHING
        while i < end and part.whole:
            if len(part.whole) > MANY or min(map(len, part.whole)) >= self.long:
                return _then(part, _ANYTHING)
            if (plain := self.plain(i)) and self.slots.isdisjoint(plain):
                plain = plain[: self.long - min(map(len, part.whole))]
                part = _Part(frozenset([string + plain for string in part.whole]), part.more)
                i += len(plain)
                continue
            start = i
            stop = self.end(i)
            least, i = self.quantifier(stop)
            if self.is_zero_width(start):
                continue
            if self.text.startswith((r"\s+", r"\s*"), start):
                following, stop, i = _Part(frozenset({" "})), i, i
            else:
                following = self._atom(start, stop)
            if not self.slots.isdisjoint(following.whole | following.more):  # it stands alone
                joined = {string for string in part.whole if not string or (string.isalnum() and len(string) <= JOINED)}
                slots = following.whole | following.more if joined else frozenset()
                part = _Part(frozenset() if least else part.whole, part.more | part.whole - joined | slots)
                continue
            if self.text[stop:i] == "{0,2}" and not following.more and len(following.whole) <= FEW:
                following = _Part(following.whole | _then(following, following).whole)
            elif self.text[stop:i].startswith(("*", "+", "{")):  # it may come again
                following = _then(following, _ANYTHING)
            longer = _then(part, following)
            part = longer if least else _Part(longer.whole | part.whole, longer.more)
        return part

    def _atom(self, start: int, stop: int) -> _Part:
        if self.text[start] != "(":
            literal, clauses, _ = self.atom(start)
            return _Part(frozenset({literal}) if literal is not None else clauses[0]) if literal or clauses else _ANYTHING
        group = self.text[start:stop]
        return _group(group, self.slots.intersection(group), self.long)


@lru_cache(4096)
def _group(group: str, slots: frozenset[str], long: int) -> _Part:
    """What a group begins with: packs use the same ones again and again."""
    reader = _Beginnings(group, slots, long)
    return reader.alternatives(reader.inside(0), len(group) - 1)


def _then(part: _Part, following: _Part) -> _Part:
    whole, more = (frozenset([a + b for a in part.whole for b in strings]) for strings in following)
    return _Part(whole, part.more | more)

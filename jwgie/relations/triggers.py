"""Which strings a match must contain: so that a pattern runs only where it can match.

`needles` reads a regular expression (the subset that packs use) and returns clauses in conjunctive form: every
match contains, for each clause, at least one of its strings. What it cannot judge it leaves out, never guesses.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import zip_longest

import ahocorasick

from jwgie.relations.prepared import prepared

Clause = frozenset[str]

#: An alternation with more branches than this is no useful filter.
_MANY = 400
#: A string of fewer letters than this is in most texts, and tells nothing.
TELLING = 3
#: Characters that stand for themselves, once.
_PLAIN = re.compile(r"[^\\\[\](){}.^$|?*+]+(?![?*+{])")
#: A bracket of a group, or what may hold one that is none.
_BRACKET = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()]", re.DOTALL)


def needles(expression: str) -> list[Clause]:
    """The clauses of an expression, most selective first (longest shortest string)."""
    return [frozenset(clause) for clause in prepared(_needles, expression)]


def _needles(expression: str) -> list[list[str]]:
    clauses, end = Reader(expression).alternation(0)
    assert end == len(expression), f"unbalanced parenthesis at {end} in {expression}"
    return sorted(map(sorted, set(clauses)), key=lambda c: (-min(map(len, c)), len(c), c))


class Reader:
    """Reads an expression, atom by atom."""

    def __init__(self, text: str) -> None:
        self.text = text

    def end(self, i: int) -> int:
        """Where the atom that starts at a place ends, without its quantifier."""
        c = self.text[i]
        if c == "\\":
            return self.text.index("}", i) + 1 if self.text[i + 1] in "pP" and self.text[i + 2 : i + 3] == "{" else i + 2
        if c == "[":
            return self.character_class(i)[1]
        return self._closing[i] + 1 if c == "(" else i + 1

    @cached_property
    def _closing(self) -> dict[int, int]:
        """Each bracket that opens a group with the one that closes it."""
        pairs: dict[int, int] = {}
        opened: list[int] = []
        for bracket in _BRACKET.finditer(self.text):
            if bracket[0] == "(":
                opened.append(bracket.start())
            elif bracket[0] == ")":
                pairs[opened.pop()] = bracket.start()
        return pairs

    def alternation(self, i: int) -> tuple[list[Clause], int]:
        """The clauses of ``a|b|c`` from `i`: those of the only branch, or one that unites the best of each."""
        branches: list[list[Clause]] = []
        while True:
            clauses, i = self._sequence(i)
            branches.append(clauses)
            if i < len(self.text) and self.text[i] == "|":
                i += 1
                continue
            break
        if len(branches) == 1:
            return branches[0], i
        united: set[str] = set()
        for clauses in branches:
            if not clauses:
                return [], i
            united |= max(clauses, key=lambda c: (min(map(len, c)), -len(c)))
        return ([frozenset(united)] if len(united) <= _MANY else []), i

    def _sequence(self, i: int) -> tuple[list[Clause], int]:
        clauses: list[Clause] = []
        run = ""

        def flush() -> None:
            nonlocal run
            if run.strip():
                clauses.append(frozenset([run]))
            run = ""

        while i < len(self.text) and self.text[i] not in "|)":
            if plain := self.plain(i):
                run += plain
                i += len(plain)
                continue
            literal, inner, i = self.atom(i)
            least, i = self.quantifier(i)
            if literal is not None and least == 1:
                run += literal
                continue
            flush()
            if least:
                clauses.extend(inner if literal is None else [frozenset([literal])])
        flush()
        return clauses, i

    def plain(self, i: int) -> str:
        """The characters from `i` on that stand for themselves, once."""
        plain = _PLAIN.match(self.text, i)
        return plain[0] if plain else ""

    def is_zero_width(self, i: int) -> bool:
        return self.text.startswith(("(?=", "(?!", "(?<=", "(?<!", r"\b"), i)

    def atom(self, i: int) -> tuple[str | None, list[Clause], int]:
        """A literal character, or the clauses of anything else, and where it ends."""
        c = self.text[i]
        if c == "\\":
            if self.text[i + 1] in "pP" and self.text[i + 2 : i + 3] == "{":
                return None, [], self.text.index("}", i) + 1
            plain = self.text[i + 1]
            return (plain, [], i + 2) if not plain.isalnum() else (None, [], i + 2)
        if c == "[":
            return None, *self.character_class(i)
        if c == "(":
            return None, *self._group(i)
        if c in ".^$":
            return None, [], i + 1
        return c, [], i + 1

    def character_class(self, i: int) -> tuple[list[Clause], int]:
        end = i + 1 + (self.text[i + 1] == "^")
        end += self.text[end] == "]"
        while self.text[end] != "]":
            end += 2 if self.text[end] == "\\" else 1
        body = self.text[i + 1 : end]
        plain = not any(c in "^\\-[" for c in body)
        return ([frozenset(body)] if plain else []), end + 1

    def _group(self, i: int) -> tuple[list[Clause], int]:
        end = self.end(i)
        return list(_group_clauses(self.text[i:end])), end

    def inside(self, i: int) -> int:
        """Where what a group holds begins."""
        start = i + 1
        if self.text[start] != "?":
            return start
        if self.is_zero_width(i):
            return start + (3 if self.text[start + 1] == "<" else 2)
        if self.text[start + 1] in "P<":
            return self.text.index(">", start) + 1
        return start + 2  # (?: and (?>

    def quantifier(self, i: int) -> tuple[int, int]:
        """The least number of repetitions (2 for "1 or more", which ends a literal run) and where the quantifier ends."""
        if i >= len(self.text) or self.text[i] not in "?*+{":
            return 1, i
        if self.text[i] == "{":
            end = self.text.index("}", i) + 1
            least = int(self.text[i + 1 : end - 1].split(",")[0] or 0)
            least = 2 if least else 0
        else:
            end, least = i + 1, 2 if self.text[i] == "+" else 0
        if end < len(self.text) and self.text[end] in "?+":
            end += 1
        return least, end


#: The bits of some clauses, and the expressions, by their positions, that consist of these.
_Needs = tuple[int, tuple[int, ...]]


@lru_cache(4096)
def _group_clauses(group: str) -> tuple[Clause, ...]:
    """The clauses of a group: packs use the same ones again and again."""
    reader = Reader(group)
    return () if reader.is_zero_width(0) else tuple(reader.alternation(reader.inside(0))[0])


@dataclass(frozen=True)
class Filter:
    """Tells which of many expressions can match a text, and where, in one pass over it."""

    #: Each string with the bits of the clauses that it fulfils, the expressions that it opens, and its length.
    automaton: ahocorasick.Automaton
    unopened: tuple[_Needs, ...]  #: the expressions whose openings are not known

    @classmethod
    def of(cls, expressions: Iterable[str], opened_by: Iterable[frozenset[str] | None] = (), common: Iterable[str] = ()) -> Filter:
        """A filter over expressions, of which each may come with its `openings`. What is `common` in all texts tells nothing."""
        common = frozenset(common)
        bits: dict[Clause, int] = {}
        opens: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        unopened: dict[int, list[int]] = defaultdict(list)
        for i, (expression, strings) in enumerate(zip_longest(expressions, opened_by)):
            telling = [c for c in needles(expression) if c.isdisjoint(common) and not any(len(s) < TELLING and s.isalpha() for s in c)]
            needed = sum(bits.setdefault(clause, 1 << len(bits)) for clause in telling)
            for wanted in (opens[string] for string in strings) if strings else (unopened,):
                wanted[needed].append(i)
        fulfilled: dict[str, int] = defaultdict(int)
        for clause, bit in bits.items():
            for needle in clause:
                fulfilled[needle] |= bit
        automaton = ahocorasick.Automaton()
        for string in fulfilled.keys() | opens.keys():
            automaton.add_word(string, (fulfilled.get(string, 0), _needs(opens.get(string, {})), len(string)))
        automaton.make_automaton()
        return cls(automaton, _needs(unopened))

    def candidates(self, text: str, reach: int = 0) -> dict[int, list[int] | None]:
        """The positions of the expressions that may match the text, in order, each with the places in the text where the words start
        that it may begin with (None where they are not known). Before an opening, a word may have up to `reach` letters."""
        found = 0
        places: list[tuple[int, tuple[_Needs, ...]]] = []
        if len(self.automaton):
            for last, (bits, opens, length) in self.automaton.iter(text):
                found |= bits
                if opens:
                    places.append((last + 1 - length, opens))
        likely: dict[int, list[int] | None] = {i: None for needed, which in self.unopened if found & needed == needed for i in which}
        for at, opens in places:
            start = at
            for needed, which in opens:
                if found & needed == needed:
                    if start == at and at and text[at - 1].isalnum() and (start := word_start(text, at, reach)) < 0:
                        break
                    for i in which:
                        if (starts := likely.get(i, _NONE)) is _NONE:
                            likely[i] = [start]
                        elif starts is not None and starts[-1] != start:
                            starts.append(start)
        return dict(sorted(likely.items()))


_NONE: list[int] = []


def _needs(by_need: Mapping[int, list[int]]) -> tuple[_Needs, ...]:
    return tuple([(needed, tuple(which)) for needed, which in by_need.items()])


def word_start(text: str, at: int, reach: int) -> int:
    """Where the word begins that a place is in; -1 where that is farther away than `reach`."""
    start = at
    while start and text[start - 1].isalnum():
        start -= 1
        if at - start > reach:
            return -1
    return start

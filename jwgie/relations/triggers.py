"""Which strings a match must contain: so that a pattern runs only where it can match.

`needles` reads a regular expression (the subset that packs use) and returns clauses in conjunctive form: every
match contains, for each clause, at least one of its strings. What it cannot judge it leaves out, never guesses.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import ahocorasick

Clause = frozenset[str]

#: An alternation with more branches than this is no useful filter.
_MANY = 400


def needles(expression: str) -> list[Clause]:
    """The clauses of an expression, most selective first (longest shortest string)."""
    clauses, end = _Reader(expression).alternation(0)
    assert end == len(expression), f"unbalanced parenthesis at {end} in {expression}"
    return sorted(set(clauses), key=lambda c: (-min(map(len, c)), len(c)))


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text

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
            literal, inner, i = self._atom(i)
            least, i = self._quantifier(i)
            if literal is not None and least == 1:
                run += literal
                continue
            flush()
            if least:
                clauses.extend(inner if literal is None else [frozenset([literal])])
        flush()
        return clauses, i

    def _atom(self, i: int) -> tuple[str | None, list[Clause], int]:
        """A literal character, or the clauses of anything else, and where it ends."""
        c = self.text[i]
        if c == "\\":
            if self.text[i + 1] in "pP" and self.text[i + 2 : i + 3] == "{":
                return None, [], self.text.index("}", i) + 1
            plain = self.text[i + 1]
            return (plain, [], i + 2) if not plain.isalnum() else (None, [], i + 2)
        if c == "[":
            return None, *self._class(i)
        if c == "(":
            return None, *self._group(i)
        if c in ".^$":
            return None, [], i + 1
        return c, [], i + 1

    def _class(self, i: int) -> tuple[list[Clause], int]:
        end = i + 1 + (self.text[i + 1] == "^")
        end += self.text[end] == "]"
        while self.text[end] != "]":
            end += 2 if self.text[end] == "\\" else 1
        body = self.text[i + 1 : end]
        plain = not any(c in "^\\-[" for c in body)
        return ([frozenset(body)] if plain else []), end + 1

    def _group(self, i: int) -> tuple[list[Clause], int]:
        start, skip = i + 1, False
        if self.text[start] == "?":
            kind = self.text[start + 1]
            skip = kind in "=!" or self.text.startswith(("<=", "<!"), start + 1)
            if kind == "P" or (kind == "<" and not skip):
                start = self.text.index(">", start) + 1
            elif skip:
                start += 3 if kind == "<" else 2
            else:  # (?: and (?>
                start += 2
        clauses, end = self.alternation(start)
        return ([] if skip else clauses), end + 1

    def _quantifier(self, i: int) -> tuple[int, int]:
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


@dataclass(frozen=True)
class Filter:
    """Tells which of many expressions can match a text, in one pass over it."""

    automaton: ahocorasick.Automaton  #: each needle with the bits of the clauses that it fulfils
    clauses: tuple[int, ...]  #: of each expression, the bits of its clauses

    @classmethod
    def of(cls, expressions: Iterable[str]) -> Filter:
        """A filter over expressions; `candidates` answers with their positions."""
        fulfilled: dict[str, int] = {}
        clauses: list[int] = []
        bit = 1
        for expression in expressions:
            needed = 0
            for clause in needles(expression):
                needed |= bit
                for needle in clause:
                    fulfilled[needle] = fulfilled.get(needle, 0) | bit
                bit <<= 1
            clauses.append(needed)
        automaton = ahocorasick.Automaton()
        for needle, bits in fulfilled.items():
            automaton.add_word(needle, bits)
        automaton.make_automaton()
        return cls(automaton, tuple(clauses))

    def candidates(self, text: str) -> list[int]:
        """The positions of the expressions that may match the text."""
        found = 0
        if len(self.automaton):
            for _, bits in self.automaton.iter(text):
                found |= bits
        return [i for i, needed in enumerate(self.clauses) if found & needed == needed]

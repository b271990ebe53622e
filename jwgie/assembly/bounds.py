"""Where the clause that carries a position begins and ends."""

from __future__ import annotations

from collections.abc import Iterator

from jwgie import regexp
from jwgie.assembly.grammar import Expression, Grammar

_WORD = regexp.compile(r"\w+")

#: A clause of so many words ends at its next comma that lists nothing.
LONG = 8


class Bounds:
    """Bounds clauses in folded text by the expressions of a grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self.clauses = grammar.clauses

    def complement(self, text: str, start: int, stop: int) -> int:
        """Where the complement of a verb may begin, at its first preposition."""
        return self._first(self.clauses.preposition, text, start, stop)

    def strip(self, text: str, start: int, end: int) -> int:
        """Where a clause ends, without punctuation and without the word that begins the next one."""
        while True:
            while end > start and not (text[end - 1].isalnum() or _closes(text, start, end)):
                end -= 1
            rest = self.clauses.rest.search(text, max(start, end - 8), end)
            if not rest:
                return end
            end = rest.start()

    def end(self, text: str, start: int, stop: int) -> int:
        """Where the clause that starts before `start` loses itself in an adjunct, or another begins."""
        return self.broken(text, start, self._first(self.clauses.adjunct, text, start, stop))

    def broken(self, text: str, start: int, stop: int) -> int:
        """Where another clause begins."""
        return self._first(self.clauses.breaks, text, start, stop)

    def pause(self, text: str, start: int, stop: int) -> int:
        """Where a long clause has a pause."""
        pauses = self._outside(self.clauses.pause, text, start, stop)
        return next((at for at in pauses if len(_WORD.findall(text, start, at)) >= LONG), stop)

    def _first(self, pattern: Expression, text: str, start: int, stop: int) -> int:
        return next(self._outside(pattern, text, start, stop), stop)

    def _outside(self, pattern: Expression, text: str, start: int, stop: int) -> Iterator[int]:
        """Where an expression is found outside what is put between two commas or dashes into a clause that goes on after it."""
        asides: list[tuple[int, int]] | None = None
        for found in pattern.finditer(text, start, stop):
            if asides is None:
                asides = [m.span() for m in self.clauses.aside.finditer(text, start, stop)]
            if not any(first <= found.start() < last for first, last in asides):
                yield found.start()


def _closes(text: str, start: int, end: int) -> bool:
    """Whether a clause ends in a bracket or a quotation mark that it has opened."""
    return text[end - 1] == ")" or (text[end - 1] == '"' and text.count('"', start, end) % 2 == 0)

"""Many spans, asked about without looking through all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from jwgie.document import Span


class Intervals:
    """Stretches ``[start, end)`` of one text."""

    def __init__(self, pairs: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(pairs)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))  # the farthest end so far

    def contain(self, start: int, end: int) -> bool:
        """Whether one of them contains ``[start, end)``."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._ends[before - 1] >= end

    def overlap(self, start: int, end: int) -> bool:
        """Whether one of them shares a character with ``[start, end)``."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start


class Spans:
    """Spans of the title and the text."""

    def __init__(self, spans: Iterable[Span]) -> None:
        pairs: dict[str, list[tuple[int, int]]] = {"title": [], "text": []}
        for start, end, origin in spans:
            pairs[origin].append((start, end))
        self._of = {origin: Intervals(its) for origin, its in pairs.items()}

    def contain(self, span: Span) -> bool:
        """Whether one of them contains a span."""
        return self._of[span.origin].contain(span.start, span.end)

    def overlap(self, span: Span) -> bool:
        """Whether one of them shares a character with a span."""
        return self._of[span.origin].overlap(span.start, span.end)

"""Many spans, asked about without looking through all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from jwgie.document import Span


class Spans:
    """Spans of the title and the text."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted((s.origin == "text", s.start, s.end) for s in spans)
        self._starts = [(origin, start) for origin, start, _ in ordered]
        self._ends = list(accumulate(((origin, end) for origin, _, end in ordered), max))  # the farthest end so far

    def contain(self, span: Span) -> bool:
        """Whether one of them contains a span."""
        origin = span.origin == "text"
        before = bisect_right(self._starts, (origin, span.start))
        return before > 0 and self._ends[before - 1] >= (origin, span.end)

    def overlap(self, span: Span) -> bool:
        """Whether one of them shares a character with a span."""
        origin = span.origin == "text"
        before = bisect_left(self._starts, (origin, span.end))
        return before > 0 and self._ends[before - 1] > (origin, span.start)

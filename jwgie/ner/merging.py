"""The one policy for overlapping mentions: nested ones of other labels stay, of one label the longest stays."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from jwgie.document import Mention, Span

#: Labels of which one phrase may say several values (الكوريتين is two countries): of these every value stays.
MANY = frozenset({"TOPIC", "MEANS", "COUNTRY"})


def merge(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions sorted by title and text, start, and longest first. Of two of one label that overlap the longer stays,
    of two of one span the one found first; those of the labels in `MANY` all stay, each value of a span once."""
    seen: set[tuple[str, Span, object]] = set()
    taken: dict[tuple[str, str], list[Span]] = {}
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: -len(m.span)):  # stable: of one span, the one found first comes first
        if mention.label in MANY:
            key = (mention.label, mention.span, mention.value)
            if key not in seen:
                seen.add(key)
                kept.append(mention)
        elif _take(mention.span, taken.setdefault((mention.label, mention.span.origin), [])):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: (m.span.origin == "text", m.start, -m.end)))


def _take(span: Span, taken: list[Span]) -> bool:
    """Add a span to those of its label, sorted, unless it overlaps one of them."""
    at = bisect_right(taken, span)
    if any(near == span or near.overlaps(span) for near in taken[max(0, at - 1) : at + 1]):
        return False
    taken.insert(at, span)
    return True

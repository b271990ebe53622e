"""The one policy for overlapping mentions: nested ones of other labels stay, of one label the longest stays."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from operator import itemgetter

from jwgie.document import Mention, Span

#: The label of what a recogniser tells to be somebody's name and nothing more, while the recogniser of people looks at what stands beside.
TOLD_NAME = "NAME"
#: Labels of which one phrase may say several values (الكوريتين is two countries): of these every value stays.
MANY = frozenset({"TOPIC", "MEANS", "COUNTRY"})


class Merger:
    """Takes in mentions, recogniser by recogniser, and keeps them merged."""

    def __init__(self, mentions: Iterable[Mention] = ()) -> None:
        self._kept: list[tuple[tuple[bool, int, int], Mention]] = []
        self._labels: set[str] = set()
        self.add(mentions)

    def add(self, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
        """All mentions so far, with these."""
        found = list(mentions)
        labels = {m.label for m in found}
        if not labels.isdisjoint(self._labels):  # of other labels, those that are there are settled
            found = [*(m for _, m in self._kept), *found]
            self._kept.clear()
        self._labels |= labels
        self._kept += [(_place(m), m) for m in _settled(found)]
        self._kept.sort(key=itemgetter(0))
        return tuple([mention for _, mention in self._kept])


def apart_from_names(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions without the cities that are part of a person's name (Enrico Palermo): nobody comes from there for that."""
    names = {m.value.name for m in mentions if m.label == "PERSON"}
    if not names:
        return mentions
    return tuple([m for m in mentions if m.label != "CITY" or not any(name.contains(m.span) for name in names)])


def merge(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions sorted by title and text, start, and longest first. Of two of one label that overlap the longer stays,
    of two of one span the one found first; those of the labels in `MANY` all stay, each value of a span once."""
    return Merger().add(mentions)


def _place(mention: Mention) -> tuple[bool, int, int]:
    start, end, origin = mention.span
    return origin == "text", start, -end


def _settled(mentions: list[Mention]) -> list[Mention]:
    """Those of some mentions that stay beside each other."""
    seen: set[tuple[str, Span, object]] = set()
    taken: dict[tuple[str, str], list[Span]] = {}
    kept: list[Mention] = []
    for mention in sorted(mentions, key=_shortness):  # stable: of one span, the one found first comes first
        label, span, value, *_ = mention
        if label in MANY:
            key = (label, span, value)
            if key not in seen:
                seen.add(key)
                kept.append(mention)
        elif _take(span, taken.setdefault((label, span[2]), [])):
            kept.append(mention)
    return kept


def _shortness(mention: Mention) -> int:
    start, end, _ = mention.span
    return start - end


def _take(span: Span, taken: list[Span]) -> bool:
    """Add a span to those of its label, sorted, unless it overlaps one of them."""
    at = bisect_right(taken, span)
    start, end, _ = span
    if (at and (taken[at - 1][1] > start or taken[at - 1] == span)) or (at < len(taken) and taken[at][0] < end):
        return False
    taken.insert(at, span)
    return True

"""The one policy for overlapping mentions. (first version)"""

from __future__ import annotations

from collections.abc import Iterable

from jwgie.document import Mention

#: Labels of which one phrase may say several values.
MANY = frozenset({"TOPIC", "MEANS"})


def merge(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Sorted by place, longest first; of two mentions of one label that cross, the longer stays; nested ones stay."""
    kept: list[Mention] = []
    seen: set[tuple[object, ...]] = set()
    for mention in sorted(mentions, key=lambda m: (m.span.origin == "text", m.start, -m.end)):
        key = (mention.label, mention.span, mention.value if mention.label in MANY else None)
        if key in seen:
            continue
        seen.add(key)
        kept.append(mention)
    return tuple(kept)

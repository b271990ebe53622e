"""Regions named by ellipsis: of جنوب ووسط آسيا and of جنوب آسيا ووسطها the table knows جنوب آسيا and وسط آسيا.

The directions, the conjunction and the pronoun that stands for the place are data of the pack (``[regions]`` of ``morphology.toml``).
"""

from __future__ import annotations

from collections.abc import Iterator

from jwgie import regexp
from jwgie.document import Mention, View
from jwgie.knowledge.morphology import Morphology
from jwgie.languages import Pack

#: How many directions may stand coordinated before or after a region's name.
MOST = 4


class ElidedRegions:
    """Finds the regions that share a place name with one already found, given the slugs of all region names, folded."""

    def __init__(self, pack: Pack, slugs: dict[str, str]) -> None:
        morphology = Morphology.of(pack)
        directions = sorted(pack.fold_all(morphology.directions), key=len, reverse=True)
        self._slugs = slugs
        self._head = self._before = self._after = None
        if directions:
            words = "|".join(map(regexp.escape, directions))
            conjunction, pronoun = pack.fold(morphology.conjunction), pack.fold(morphology.pronoun)
            self._head = regexp.compile(rf"(?s)({words}) (.+)")
            self._before = regexp.compile(rf"(?<!\w)\w?({words})\s+{conjunction}\Z")
            self._after = regexp.compile(rf"\s+{conjunction}({words}){pronoun}(?!\w)")

    def __call__(self, view: View, start: int, end: int) -> Iterator[Mention]:
        """The regions coordinated with the one at ``[start, end)`` of a view."""
        head = self._head.match(view.text[start:end].replace("\n", " ")) if self._head is not None else None
        if head is None or self._before is None or self._after is None:
            return
        place, at = head[2], start
        for _ in range(MOST):
            window = max(0, at - 24)
            found = self._before.search(view.text[window:at])
            if not found:
                break
            yield from self._region(view, window + found.start(1), window + found.end(1), found[1], place)
            at = window + found.start(1)
        at = end
        for _ in range(MOST):
            found = self._after.match(view.text, at)
            if not found:
                break
            yield from self._region(view, found.start(1), found.end(), found[1], place)
            at = found.end()

    def _region(self, view: View, start: int, end: int, direction: str, place: str) -> Iterator[Mention]:
        slug = self._slugs.get(f"{direction} {place}")
        if slug is not None:
            yield Mention("REGION", view.span(start, end), slug, "knowledge.region.elided")

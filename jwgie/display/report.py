"""The words of a report with what was read in them: mentions as nested elements, evidence as runs of text that can be lit.

All cutting is done here, in code points, so that a script in the page need not count characters (its own count is of UTF-16 units).
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise, takewhile

from jwgie.display.markup import Markup, content, direction, element
from jwgie.document import Document, Mention, Origin, Span
from jwgie.record import Evidence, MeetingRecord

#: Deeper nesting is drawn as this deep.
DEEPEST = 6

#: The labels by what they are about; a label of somebody's own recogniser is of the family "other".
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "people": ("PERSON", "OFFICE", "HONORIFIC"),
    "places": ("COUNTRY", "NATIONALITY", "CITY", "REGION"),
    "organisations": ("ORG", "INSTITUTION"),
    "meetings": ("BODY", "ORDINAL", "SIDES"),
    "times": ("DATE", "NUMBER"),
    "matters": ("TOPIC", "MEANS", "DOCUMENT"),
}
_ORIGINS: tuple[Origin, ...] = ("text", "title")
_FAMILY = {label: family for family, labels in FAMILIES.items() for label in labels}


def family(label: str) -> str:
    """What a label is about."""
    return _FAMILY.get(label, "other")


def place(document: Document, evidence: Evidence) -> Span:
    """Where an evidence stands. One that was resolved by metadata or knowledge is of the text, or else of the title."""
    other = {"title": "text", "text": "title"}.get(evidence.origin)
    spans = [Span(evidence.start, evidence.end, origin) for origin in _ORIGINS if origin != other]
    return next((span for span in spans if document.slice(span) == evidence.text), spans[0])


class Places:
    """The places of evidence in a document, each with a name (``e0``, ``e1`` ...) that values and runs of text share."""

    def __init__(self, document: Document, records: Iterable[MeetingRecord]) -> None:
        self.document = document
        found = {place(document, e) for record in records for evidence in record.evidence.values() for e in evidence}
        self._sorted = sorted(found, key=lambda span: (span.origin != "title", span))
        self.names = {span: f"e{number}" for number, span in enumerate(self._sorted)}

    def name(self, evidence: Evidence) -> str:
        """The name of the place where an evidence stands."""
        return self.names[place(self.document, evidence)]

    def within(self, span: Span) -> list[str]:
        """The names of the places inside a span."""
        first = bisect_left(self._sorted, (span.origin != "title", span.start), key=lambda at: (at.origin != "title", at.start))
        near = takewhile(lambda at: at.origin == span.origin and at.start < span.end, islice(self._sorted, first, None))
        return [self.names[at] for at in near if at.end <= span.end]


@dataclass
class Node:
    """A stretch of text under a mention (a whole one, or a piece of one that crosses another), or the root under none."""

    start: int
    end: int
    number: int | None = None
    children: list[Node] = field(default_factory=list)

    @property
    def height(self) -> int:
        """How many mentions lie on top of each other, this one included."""
        return (self.number is not None) + max((child.height for child in self.children), default=0)


def nest(mentions: Sequence[tuple[int, Mention]], start: int, end: int) -> Node:
    """The numbered mentions of ``[start, end)`` as a tree. What sticks out of the stretch is cut off; of two mentions that
    cross, the later one is cut where the earlier one ends, and its pieces keep its number."""
    root = Node(start, end)
    waiting = [(max(m.start, start), -min(m.end, end), number) for number, m in mentions if m.start < end and start < m.end]
    heapq.heapify(waiting)
    path = [root]
    while waiting:
        begin, negative, number = heapq.heappop(waiting)
        finish = -negative
        while path[-1].end <= begin:
            path.pop()
        if finish > path[-1].end:
            heapq.heappush(waiting, (path[-1].end, -finish, number))
            finish = path[-1].end
        node = Node(begin, finish, number)
        path[-1].children.append(node)
        path.append(node)
    return root


class Report:
    """Writes title and text of a document."""

    def __init__(self, document: Document, places: Places) -> None:
        self.document = document
        self._mentions: dict[Origin, list[tuple[int, Mention]]] = {"title": [], "text": []}
        for number, mention in enumerate(document.mentions):
            if mention.start < mention.end:
                self._mentions[mention.span.origin].append((number, mention))
        self._evidence: dict[Origin, list[tuple[Span, str]]] = {"title": [], "text": []}
        for span, name in places.names.items():
            self._evidence[span.origin].append((span, name))

    def title(self) -> Markup:
        """The title, or nothing."""
        title = self.document.title or ""
        return self._block("h2", "title", 0, len(title), "j-title ") if title.strip() else Markup()

    def paragraphs(self) -> Markup:
        """The text by its paragraphs."""
        return content([self._block("p", "text", start, end) for start, end in _paragraphs(self.document.text)])

    def _block(self, name: str, origin: Origin, start: int, end: int, shape: str = "") -> Markup:
        """An element that holds a stretch, in the direction of its own letters."""
        evidence = [(span, called) for span, called in self._evidence[origin] if span.start < end and start < span.end]
        root = nest(self._mentions[origin], start, end)
        letters = direction(self.document.source(origin)[start:end])
        return element(name, self._inside(root, origin, evidence), class_=f"{shape}d{min(root.height, DEEPEST)}", dir=letters)

    def _inside(self, node: Node, origin: Origin, evidence: list[tuple[Span, str]]) -> Markup:
        parts: list[Markup] = []
        at = node.start
        for child in node.children:
            parts.extend(self._runs(origin, at, child.start, evidence))
            parts.append(self._mention(child, origin, evidence))
            at = child.end
        parts.extend(self._runs(origin, at, node.end, evidence))
        return content(parts)

    def _mention(self, node: Node, origin: Origin, evidence: list[tuple[Span, str]]) -> Markup:
        assert node.number is not None
        label = self.document.mentions[node.number].label
        shape = f"m f-{family(label)} l-{label.lower()} h{min(node.height, DEEPEST)}"
        inside = [(span, name) for span, name in evidence if span.start < node.end and node.start < span.end]
        return element("span", self._inside(node, origin, inside), class_=shape, data_m=node.number, tabindex="-1")

    def _runs(self, origin: Origin, start: int, end: int, evidence: list[tuple[Span, str]]) -> Iterator[Markup]:
        """Text under no further mention, cut where evidence begins or ends."""
        cuts = {start, end, *(at for span, _ in evidence for at in span[:2] if start < at < end)}
        for begin, finish in pairwise(sorted(cuts)):
            names = [name for span, name in evidence if span.start <= begin and finish <= span.end]
            lines = _lines(self.document.source(origin)[begin:finish])
            yield element("span", lines, class_="e", data_e=" ".join(names)) if names else lines


def _lines(text: str) -> Markup:
    """A text whose line breaks stay."""
    first, *others = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return content(first, [(element("br"), other) for other in others])


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of a text start and end: at empty lines."""
    start = 0
    lines = text.split("\n")
    at = 0
    blank = True
    for line in lines:
        if line.strip():
            if blank:
                start = at
            blank = False
        elif not blank:
            yield start, at - 1
            blank = True
        at += len(line) + 1
    if not blank:
        yield start, len(text)

"""The one engine: runs a pack's patterns over masked sentences and returns relations in source offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from jwgie.document import Document, Mention, Relation, Sentence, Span
from jwgie.languages import Pack
from jwgie.relations.patterns import Alphabet, Pattern, read_patterns
from jwgie.relations.triggers import Filter

#: A pattern that takes longer than this on one sentence (seconds) is a fault of the pattern.
TIMEOUT = 1.0


class Masked:
    """A sentence in which each outermost mention of some labels is one character."""

    def __init__(self, document: Document, sentence: Sentence, labels: frozenset[str], alphabet: Alphabet) -> None:
        view = document.views[sentence.span.origin]
        position, end = view.range(sentence.span)
        parts: list[str] = []
        length = 0
        self._view = view
        # Pieces that map one to one: where each starts in the masked text and in the view.
        self._masked: list[int] = []
        self._viewed: list[int] = []
        self.mentions: dict[int, Mention] = {}  # by masked position
        for mention in _outermost(document.in_span(sentence.span, *labels)):
            first, last = view.range(mention.span)
            if first < position:
                continue
            parts += (view.text[position:first], alphabet[mention.label])
            self._masked += (length, length + first - position)
            self._viewed += (position, first)
            length += first - position + 1
            self.mentions[length - 1] = mention
            position = last
        parts.append(view.text[position:end])
        self._masked.append(length)
        self._viewed.append(position)
        self.text = "".join(parts)

    def _position(self, at: int) -> int:
        """The view position of a masked character, or of the end."""
        piece = bisect_right(self._masked, at) - 1
        return self._viewed[piece] + at - self._masked[piece]

    def span(self, start: int, end: int) -> Span:
        """The source span of masked characters."""
        first = self._position(start)
        if start >= end:
            return self._view.span(first, first)
        last = self.mentions.get(end - 1)
        if last is not None:
            return Span(self._view.start(first), last.end, last.span.origin)
        return self._view.span(first, self._position(end - 1) + 1)


class Engine:
    """The patterns of a pack, ready to run: a stage that adds relations to a document."""

    def __init__(self, pack: Pack, names: list[str] | None = None) -> None:
        self.alphabet = Alphabet()
        self.patterns = [p for name in names or pack.pattern_files() for p in read_patterns(pack, name, self.alphabet)]
        self._possible = Filter.of(p.expression.pattern for p in self.patterns)

    def __call__(self, document: Document) -> Document:
        found = [r for sentence in document.sentences for r in self.relations(document, sentence)]
        return document.replace(relations=(*document.relations, *found))

    def relations(self, document: Document, sentence: Sentence) -> list[Relation]:
        """The relations of one sentence. Where two matches of one relation overlap, the heavier, then the longer, wins."""
        found: list[Relation] = []
        masks: dict[frozenset[str], Masked] = {}
        for i in self._possible.candidates(self._material(document, sentence)):
            pattern = self.patterns[i]
            masked = masks.get(pattern.labels)
            if masked is None:
                masked = masks[pattern.labels] = Masked(document, sentence, pattern.labels, self.alphabet)
            found.extend(_matches(pattern, masked, sentence))
        found.sort(key=lambda r: (-r.weight, -len(r.span), r.span.start))
        kept: list[Relation] = []
        for relation in found:
            if not any(k.name == relation.name and k.span.overlaps(relation.span) for k in kept):
                kept.append(relation)
        return sorted(kept, key=lambda r: r.span)

    def _material(self, document: Document, sentence: Sentence) -> str:
        """All that the masked texts of a sentence are made of, whatever they mask: its words and the characters of its labels."""
        labels = {m.label for m in document.in_span(sentence.span)}
        return "".join([document.folded(sentence.span), "\n", *(self.alphabet[label] for label in labels)])


def _matches(pattern: Pattern, masked: Masked, sentence: Sentence) -> Iterator[Relation]:
    for match in pattern.expression.finditer(masked.text, timeout=TIMEOUT):
        if match.start() == match.end():
            continue
        arguments: dict[str, Mention | Span] = {}
        for role, text in match.groupdict().items():
            if not text:
                continue
            start, end = match.span(role)
            mention = masked.mentions.get(start) if end == start + 1 else None
            arguments[role] = mention or masked.span(start, end)
        yield Relation(pattern.relation, masked.span(*match.span()), sentence.index, arguments, pattern.id, pattern.weight)


def _outermost(mentions: Iterator[Mention]) -> Iterator[Mention]:
    """The mentions that lie in no other; they come sorted by start, longest first."""
    last = -1
    for mention in mentions:
        if mention.start >= last:
            yield mention
            last = mention.end

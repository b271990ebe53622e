"""The one engine: runs a pack's patterns over masked sentences and returns relations in source offsets."""

from __future__ import annotations

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
        self._view = view
        self._positions: list[int] = []  # view position of each masked character, then of the end
        self.mentions: dict[int, Mention] = {}  # by masked position
        for mention in _outermost(document.in_span(sentence.span, *labels)):
            first, last = view.range(mention.span)
            if first < position:
                continue
            parts.append(view.text[position:first])
            self._positions.extend(range(position, first))
            self.mentions[len(self._positions)] = mention
            parts.append(alphabet[mention.label])
            self._positions.append(first)
            position = last
        parts.append(view.text[position:end])
        self._positions.extend(range(position, end + 1))
        self.text = "".join(parts)

    def span(self, start: int, end: int) -> Span:
        """The source span of masked characters."""
        last = self.mentions.get(end - 1)
        begin = self._view.span(self._positions[start], self._positions[start] + 1).start if start < end else 0
        if last is not None:
            return Span(begin, last.end, last.span.origin)
        return self._view.span(self._positions[start], self._positions[end - 1] + 1 if end > start else self._positions[start])


class Engine:
    """The patterns of a pack, ready to run: a stage that adds relations to a document."""

    def __init__(self, pack: Pack, names: list[str] | None = None) -> None:
        self.alphabet = Alphabet()
        groups: dict[frozenset[str], list[Pattern]] = {}
        for name in names or pack.pattern_files():
            for pattern in read_patterns(pack, name, self.alphabet):
                groups.setdefault(pattern.labels, []).append(pattern)
        #: Patterns by the labels they mask, each group with the filter that tells which of them may match.
        self.groups = [(labels, patterns, Filter.of(p.expression.pattern for p in patterns)) for labels, patterns in groups.items()]

    def __call__(self, document: Document) -> Document:
        found = [r for sentence in document.sentences for r in self.relations(document, sentence)]
        return document.replace(relations=(*document.relations, *found))

    def relations(self, document: Document, sentence: Sentence) -> list[Relation]:
        """The relations of one sentence. Where two matches of one relation overlap, the heavier, then the longer, wins."""
        found: list[Relation] = []
        for labels, patterns, possible in self.groups:
            masked = Masked(document, sentence, labels, self.alphabet)
            for i in possible.candidates(masked.text):
                found.extend(_matches(patterns[i], masked, sentence))
        found.sort(key=lambda r: (-r.weight, -len(r.span), r.span.start))
        kept: list[Relation] = []
        for relation in found:
            if not any(k.name == relation.name and k.span.overlaps(relation.span) for k in kept):
                kept.append(relation)
        return sorted(kept, key=lambda r: r.span)


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

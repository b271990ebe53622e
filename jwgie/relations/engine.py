"""The one engine: runs a pack's patterns over masked sentences and returns relations in source offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from jwgie import regexp
from jwgie.document import Document, Mention, Relation, Sentence, Span, outermost
from jwgie.languages import Pack
from jwgie.relations.patterns import Alphabet, Pattern, read_patterns
from jwgie.relations.triggers import Filter, matches_at, word_start

_UNEVEN = regexp.compile(r"\s\s|[^\S ]")


class Masked:
    """A sentence in which each outermost mention of some labels is one character."""

    def __init__(self, document: Document, sentence: Sentence, labels: frozenset[str], alphabet: Alphabet) -> None:
        view = document.views[sentence.span.origin]
        position, end = view.range(sentence.span)
        parts: list[str] = []
        length = 0
        self._view = view
        # Where each piece starts in the masked text and in the view: by turns words, which map one to one, and a mention.
        self._masked: list[int] = []
        self._viewed: list[int] = []
        self.mentions: dict[int, Mention] = {}  # by masked position
        for mention in outermost(m for m in document.in_sentence(sentence.index) if m.label in labels):
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

    def at(self, position: int) -> int | None:
        """Where a character of the view stands in the masked text; None where it is masked."""
        piece = bisect_right(self._viewed, position) - 1
        return None if piece % 2 else self._masked[piece] + position - self._viewed[piece]

    def starts(self, character: str, reach: int) -> Iterator[int]:
        """Where the words start that mentions of a label stand in, by the label's character."""
        for at in self.mentions:
            if self.text[at] == character and (start := word_start(self.text, at, reach)) is not None:
                yield start

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
        self._possible = Filter.of((p.expression.source for p in self.patterns), (p.opening for p in self.patterns),
                                   pack.config.get("proclitics", ()))  # fmt: skip
        # Two proclitics that each pattern may have, and as many of its own.
        self._reach = 4 * max(map(len, pack.config.get("proclitics", [""])))

    def __call__(self, document: Document) -> Document:
        found = [r for sentence in document.sentences for r in self.relations(document, sentence)]
        return document.replace(relations=(*document.relations, *found))

    def relations(self, document: Document, sentence: Sentence) -> list[Relation]:
        """The relations of one sentence. Where two matches of one relation overlap, the heavier, then the longer, wins."""
        found: list[Relation] = []
        masks: dict[frozenset[str], Masked] = {}
        view = document.views[sentence.span.origin]
        first, last = view.range(sentence.span)
        text = view.text[first:last]
        # Whatever a pattern masks, it reads nothing but these words and the characters of these labels.
        labels = {m.label for m in document.in_sentence(sentence.index)}
        material = "".join([text, "\n", *(self.alphabet[label] for label in labels)])
        # Openings are told for words with a space between them.
        uneven = _UNEVEN.search(text) is not None
        for i, places in self._possible.candidates(material, None if uneven else self._reach).items():
            pattern = self.patterns[i]
            masked = masks.get(pattern.labels)
            if masked is None:
                masked = masks[pattern.labels] = Masked(document, sentence, pattern.labels, self.alphabet)
            if places is None:
                matches: Iterable[regexp.Match] = pattern.expression.compiled.finditer(masked.text)
            else:
                words = [at for p in places if p < len(text) and (at := masked.at(first + p)) is not None]
                slots = [at for p in places if p > len(text) for at in masked.starts(material[p], self._reach)]
                matches = matches_at(pattern.expression.compiled, masked.text, words + slots)
            found += [_relation(pattern, match, masked, sentence) for match in matches if match.end() > match.start()]
        found.sort(key=lambda r: (-r.weight, -len(r.span), r.span.start))
        kept: list[Relation] = []
        for relation in found:
            if not any(k.name == relation.name and k.span.overlaps(relation.span) for k in kept):
                kept.append(relation)
        return sorted(kept, key=lambda r: r.span)


def _relation(pattern: Pattern, match: regexp.Match, masked: Masked, sentence: Sentence) -> Relation:
    arguments: dict[str, Mention | Span] = {}
    for role, text in match.groupdict().items():
        if text:
            start, end = match.span(role)
            mention = masked.mentions.get(start) if end == start + 1 else None
            arguments[role] = mention or masked.span(start, end)
    return Relation(pattern.relation, masked.span(*match.span()), sentence.index, arguments, pattern.id, pattern.weight)

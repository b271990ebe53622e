"""The one engine: runs a pack's patterns over masked sentences and returns relations in source offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from jwgie import regexp
from jwgie.document import Document, Mention, Relation, Sentence, Span, View
from jwgie.languages import Pack
from jwgie.relations.patterns import Alphabet, Pattern, read_patterns
from jwgie.relations.triggers import Filter, word_start

_WORD = regexp.compile(r"\S++")
_UNEVEN = regexp.compile(r"\s\s|[^\S ]")


class Masked:
    """A stretch of a view in which each outermost mention of some labels is one character.

    It consists of pieces that map one to one, each of which ends in a mention, save the last.
    """

    def __init__(self, view: View, start: int, end: int, mentions: Sequence[tuple[int, int, Mention]], labels: frozenset[str],
                 alphabet: Alphabet) -> None:  # fmt: skip
        """`mentions`: with their places in the view, in order, longest first."""
        self._view = view
        # Where each piece starts in the masked text and in the view.
        self._masked = [0]
        self._viewed = [start]
        self.mentions: dict[int, Mention] = {}  # by masked position
        parts: list[str] = []
        length = 0
        for first, last, mention in mentions:
            if mention.label in labels and first >= start:
                parts += (view.text[start:first], alphabet[mention.label])
                length += first - start
                self.mentions[length] = mention
                length += 1
                start = last
                self._masked.append(length)
                self._viewed.append(start)
        parts.append(view.text[start:end])
        self.text = "".join(parts)

    def _position(self, at: int) -> int:
        """The view position of a masked character, or of the end."""
        piece = bisect_right(self._masked, at) - 1
        return self._viewed[piece] + at - self._masked[piece]

    def at(self, position: int) -> int | None:
        """Where a character of the view stands in the masked text; None where it is masked."""
        piece = bisect_right(self._viewed, position)
        found = self._masked[piece - 1] + position - self._viewed[piece - 1]
        return found if piece == len(self._masked) or found < self._masked[piece] - 1 else None

    def starts(self, character: str, reach: int) -> Iterator[int]:
        """Where the words start that mentions of a label stand in, by the label's character."""
        for at in self.mentions:
            if self.text[at] == character and (start := word_start(self.text, at, reach)) >= 0:
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
        self._labels = frozenset().union(*(p.labels for p in self.patterns))
        self._possible = Filter.of((p.expression.source for p in self.patterns), (p.opening for p in self.patterns),
                                   pack.config.get("proclitics", ()))  # fmt: skip
        # Two proclitics that each pattern may have, and as many of its own.
        self._reach = 4 * max(map(len, pack.config.get("proclitics", [])), default=0)

    def __call__(self, document: Document) -> Document:
        found = [r for sentence in document.sentences for r in self.relations(document, sentence)]
        return document.replace(relations=(*document.relations, *found))

    def relations(self, document: Document, sentence: Sentence) -> list[Relation]:
        """The relations of one sentence. Where two matches of one relation overlap, the heavier, then the longer, wins."""
        found: list[Relation] = []
        masks: dict[frozenset[str], Masked] = {}
        view = document.views[sentence.span.origin]
        start, end = view.range(sentence.span)
        mentions = [(*view.range(m.span), m) for m in document.in_sentence(sentence.index) if m.label in self._labels]
        text, places = _even(view.text[start:end])
        # Whatever a pattern masks, it reads nothing but these words and the characters of these labels.
        material = "".join([text, "\n", *{self.alphabet[m.label] for _, _, m in mentions}])
        for i, openings in self._possible.candidates(material, self._reach).items():
            pattern = self.patterns[i]
            masked = masks.get(pattern.labels)
            if masked is None:
                masked = masks[pattern.labels] = Masked(view, start, end, mentions, pattern.labels, self.alphabet)
            if openings is None:
                matches: Iterable[regexp.Match] = pattern.expression.compiled.finditer(masked.text)
            else:
                starts: list[int] = []
                for place in openings:
                    if place > len(text):
                        starts += masked.starts(material[place], self._reach)
                    elif (at := masked.at(start + (places[place] if places else place))) is not None:
                        starts.append(at)
                matches = _matches_at(pattern.expression.compiled, masked.text, starts)
            found += [_relation(pattern, match, masked, sentence) for match in matches if match.end() > match.start()]
        return _heaviest(found) if len(found) > 1 else found


def _even(text: str) -> tuple[str, list[int]]:
    """A text with one space between its words, as openings are told, and where each character stood (empty: where it does)."""
    if not _UNEVEN.search(text):
        return text, []
    places: list[int] = []
    for word in _WORD.finditer(text):
        places += range(word.start(), word.end() + 1)
    return " ".join(text.split()), places


def _matches_at(expression: regexp.Pattern, text: str, starts: list[int]) -> list[regexp.Match]:
    """The matches of an expression, none of which overlap, that begin at some of the places where it may."""
    found: list[regexp.Match] = []
    last = -1
    for start in sorted(starts):
        if start >= last and (match := expression.match(text, start)):
            found.append(match)
            last = max(match.end(), start + 1)
    return found


def _relation(pattern: Pattern, match: regexp.Match, masked: Masked, sentence: Sentence) -> Relation:
    arguments: dict[str, Mention | Span] = {}
    for role, group in pattern.expression.compiled.groupindex.items():
        start, end = match.span(group)
        if end > start:
            mention = masked.mentions.get(start) if end == start + 1 else None
            arguments[role] = mention or masked.span(start, end)
    return Relation(pattern.relation, masked.span(*match.span()), sentence.index, arguments, pattern.id, pattern.weight)


def _heaviest(found: list[Relation]) -> list[Relation]:
    """Relations of which none overlaps another of its name, in order."""
    kept: list[Relation] = []
    spans: dict[str, list[Span]] = {}  # that are taken, by name
    for relation in sorted(found, key=lambda r: (-r.weight, -len(r.span), r.span.start)):
        taken = spans.setdefault(relation.name, [])
        at = bisect_left(taken, relation.span)
        if not any(span.overlaps(relation.span) for span in taken[max(at - 1, 0) : at + 1]):
            taken.insert(at, relation.span)
            kept.append(relation)
    return sorted(kept, key=lambda r: r.span)

"""What flows through the pipeline: a `Document` and the layers that the stages add to it.

Offsets are code points of the *source* (`Document.text`, or `Document.title` where `origin` is
``"title"``), end exclusive, always: ``document.slice(span)`` is the characters that a span points to.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

if TYPE_CHECKING:
    from jwgie.record import MeetingRecord

Origin = Literal["title", "text"]
T = TypeVar("T")


class Span(NamedTuple):
    """Source characters ``[start, end)`` of the title or of the text. Its length is that of the characters."""

    start: int
    end: int
    origin: Origin = "text"

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span (equal spans do)."""
        return self.origin == other.origin and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.origin == other.origin and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class View:
    """A folded text that knows where each of its characters came from.

    It consists of pieces that map one to one, few where the source is plain. Piece ``k`` is the folded characters from
    ``folded[k]`` up to the next piece; they stand for the source characters from ``starts[k]`` on, one each, save that the last of
    them stands for all up to ``ends[k]`` (an entity; a letter and its marks). The several characters of a ligature are a
    piece each, with the same start and end.
    """

    source: str
    text: str
    folded: Sequence[int] = field(repr=False)
    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)
    origin: Origin = "text"
    _ranges: dict[Span, tuple[int, int]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _made: dict[Callable[[View], Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled without what was made on the way: it is made again where asked for."""
        return View, (self.source, self.text, self.folded, self.starts, self.ends, self.origin)

    def span(self, start: int, end: int) -> Span:
        """The source span of the folded characters ``[start, end)``: with the marks on its last letter, without
        invisible characters around it."""
        if start >= end:
            at = self.start(start) if start < len(self.text) else len(self.source)
            return Span(at, at, self.origin)
        piece = bisect_right(self.folded, start) - 1
        shift = self.starts[piece] - self.folded[piece]
        following = self.folded[piece + 1] if piece + 1 < len(self.folded) else len(self.text)
        return Span(start + shift, end + shift if end < following else self.end(end - 1), self.origin)

    def start(self, at: int) -> int:
        """Where the source of one folded character starts."""
        piece = bisect_right(self.folded, at) - 1
        return self.starts[piece] + at - self.folded[piece]

    def end(self, at: int) -> int:
        """Where the source of one folded character ends."""
        piece = bisect_right(self.folded, at) - 1
        last = (self.folded[piece + 1] if piece + 1 < len(self.folded) else len(self.text)) - 1
        return self.ends[piece] if at == last else self.starts[piece] + at - self.folded[piece] + 1

    @property
    def written(self) -> str:
        """The source characters that the folded ones stand for, one each (none where all were dropped)."""
        source, ends = self.source, [*self.folded[1:], len(self.text)]
        return "".join([source[at : at + end - begin] for at, begin, end in zip(self.starts, self.folded, ends, strict=False)])

    def position(self, source: int) -> int:
        """The folded position of a source offset (of the next kept character if it was dropped)."""
        piece = bisect_left(self.starts, source)
        following = self.folded[piece] if piece < len(self.folded) else len(self.text)
        return min(following, self.folded[piece - 1] + source - self.starts[piece - 1]) if piece else following

    def once(self, make: Callable[[View], T]) -> T:
        """What `make` gives for this view, made when first asked for: for what several lexicons share."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    def range(self, span: Span) -> tuple[int, int]:
        """The folded ``(start, end)`` that a source span covers; remembered, for every stage asks for those of the mentions."""
        found = self._ranges.get(span)
        if found is None:
            found = self._ranges[span] = self.position(span.start), self.position(span.end)
        return found


class Token(NamedTuple):
    """A word or a punctuation mark; `stem` is where the word goes on after its proclitics (source offset)."""

    start: int
    end: int
    stem: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the title or the text. `paragraph` counts from 0 in its origin; `index` over the whole document."""

    span: Span
    index: int
    paragraph: int
    tokens: Sequence[Token] = field(default=(), repr=False)
    kind: Literal["headline", "dateline", "body"] = "body"


class Mention(NamedTuple):
    """A span with a label and a resolved value, and who found it.

    `rule` names the lexicon, pattern or label of a model that found it. `confidence` is the share of such mentions that
    were right on the gold reports (None where never measured). `recogniser` names the one that it comes from, where several read.
    """

    label: str
    span: Span
    value: Any = None
    rule: str = ""
    confidence: float | None = None
    recogniser: str = "rules"

    def credited(self, rule: str) -> str:
        """A rule's name for the evidence of what it makes of this mention: with the recogniser before it, where that is another."""
        return rule if self.recogniser == "rules" else f"{self.recogniser}: {rule}"

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end


@dataclass(frozen=True, slots=True)
class Relation:
    """A pattern's match: its name, its span, and for each role of the pattern a mention or a bare span."""

    name: str
    span: Span
    sentence: int
    arguments: Mapping[str, Mention | Span]
    rule: str = ""
    weight: float = 1.0

    def mention(self, role: str) -> Mention | None:
        """The mention that fills a role, or None."""
        argument = self.arguments.get(role)
        return argument if isinstance(argument, Mention) else None

    def role_span(self, role: str) -> Span | None:
        """The span that fills a role, mention or not."""
        argument = self.arguments.get(role)
        return argument.span if isinstance(argument, Mention) else argument


class _Row(NamedTuple):
    """Mentions of one origin beside the offsets where they start and end: for bisection."""

    mentions: Sequence[Mention]
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, mentions: Sequence[Mention]) -> _Row:
        return cls(mentions, [m.span.start for m in mentions], [m.span.end for m in mentions])


@dataclass(frozen=True, slots=True)
class Document:
    """A report and the layers that the stages have added so far. Immutable: a stage returns a new one."""

    text: str
    title: str | None = None
    published: str | None = None
    id: str | None = None
    publisher: str | None = None
    language: str | None = None
    views: Mapping[Origin, View] = field(default_factory=dict, repr=False)
    sentences: tuple[Sentence, ...] = field(default=(), repr=False)
    mentions: tuple[Mention, ...] = field(default=(), repr=False)
    relations: tuple[Relation, ...] = field(default=(), repr=False)
    records: tuple[MeetingRecord, ...] = ()
    reason: str | None = None
    error: Exception | None = None
    _rows: dict[tuple[Origin, str], _Row] = field(default_factory=dict, init=False, repr=False, compare=False)
    _sentences: list[Sequence[Mention]] = field(default_factory=list, init=False, repr=False, compare=False)
    _made: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    _related: dict[int, list[Relation]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled without what was made on the way: it is made again where asked for."""
        return Document, tuple(getattr(self, name) for name in LAYERS)

    def replace(self, **changes: Any) -> Document:
        """A copy with some fields changed."""
        copy = Document(**{name: getattr(self, name) for name in LAYERS} | changes)
        if changes.keys().isdisjoint(("mentions", "sentences")):  # where the mentions stand is known still
            copy._rows.update(self._rows)
            copy._sentences.extend(self._sentences)
        return copy

    def source(self, origin: Origin) -> str:
        """The title (empty where there is none) or the text."""
        return self.text if origin == "text" else self.title or ""

    def slice(self, span: Span) -> str:
        """The source characters of a span."""
        return self.source(span.origin)[span.start : span.end]

    def folded(self, span: Span) -> str:
        """The folded characters of a span: for comparison with lexicons, never for output."""
        view = self.views[span.origin]
        start, end = view.range(span)
        return view.text[start:end]

    def in_span(self, span: Span, *labels: str) -> Iterator[Mention]:
        """The mentions wholly inside a span, in order, of some labels or of all. Mentions are sorted by
        (origin, start, -end), as the recognition stage leaves them."""
        start, end, origin = span
        mentions, starts, ends = self._row(origin, labels[0] if len(labels) == 1 else "")
        first = bisect_left(starts, start)
        inside = range(first, bisect_right(starts, end, first))
        if len(labels) > 1:
            return iter([mentions[i] for i in inside if ends[i] <= end and mentions[i].label in labels])
        return iter([mentions[i] for i in inside if ends[i] <= end])

    def once(self, make: Callable[..., T], *arguments: Hashable) -> T:
        """What ``make(document, *arguments)`` gives, made when first asked for: for what several meetings of a report share."""
        key = (make, *arguments)
        if key not in self._made:
            self._made[key] = make(self, *arguments)
        made: T = self._made[key]
        return made

    def in_sentence(self, index: int) -> Sequence[Mention]:
        """The mentions wholly inside a sentence, in order."""
        if not self._sentences:
            self._sentences.extend([list(self.in_span(sentence.span)) for sentence in self.sentences])
        return self._sentences[index]

    def relations_in(self, index: int) -> Sequence[Relation]:
        """The relations of a sentence, in order."""
        if not self._related:
            for relation in self.relations:
                self._related.setdefault(relation.sentence, []).append(relation)
        return self._related.get(index, ())

    def sentence_of(self, span: Span) -> Sentence | None:
        """The sentence that a span starts in."""
        sentences, starts = self.once(_sentences, span.origin)
        at = bisect_right(starts, span.start) - 1
        return sentences[at] if at >= 0 else None

    def labelled(self, label: str, *origins: Origin) -> list[Mention]:
        """The mentions of one label, in order: of the title and of the text, or only of some origin."""
        return [m for origin in origins or _ORIGINS for m in self._row(origin, label).mentions]

    def _repr_html_(self) -> str:
        from jwgie.display import document_fragment  # the page's files are read only where something is shown

        return document_fragment(self)

    def _row(self, origin: Origin, label: str) -> _Row:
        """The mentions of an origin, those of one label or all (no label)."""
        found = self._rows.get((origin, label))
        if found is not None:
            return found
        if label and (origin, _EVERY) not in self._rows:
            chosen: dict[str, list[Mention]] = {_EVERY: []}
            for mention in self._row(origin, "").mentions:
                chosen.setdefault(mention.label, []).append(mention)
            self._rows.update({(origin, name): _Row.of(mentions) for name, mentions in chosen.items()})
            return self._row(origin, label)
        row = self._rows[origin, label] = _Row.of([] if label else [m for m in self.mentions if m.span.origin == origin])
        return row


#: The names of the fields of a document, in order: what is known of the report, and what stages add.
LAYERS = tuple(field.name for field in dataclasses.fields(Document) if field.init)


_ORIGINS: tuple[Origin, ...] = ("title", "text")
#: Stands for the labels once the mentions of an origin have been told apart by them.
_EVERY = "*"


def _sentences(document: Document, origin: Origin) -> tuple[Sequence[Sentence], Sequence[int]]:
    """The sentences of an origin and where they start."""
    sentences = [s for s in document.sentences if s.span.origin == origin]
    return sentences, [s.span.start for s in sentences]


def outermost(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions that lie in no other and overlap none before; they come sorted by start, longest first."""
    last = -1
    for mention in mentions:
        if mention.start >= last:
            yield mention
            last = mention.end

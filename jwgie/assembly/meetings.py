"""Which meetings a report is about, each with the phrases and sentences that speak of it.

A `Meeting` is the cluster that the rest of assembly works on: it holds no record values of its own
beyond what finding the meeting had to settle (kind, parties, status), each with its evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from jwgie.assembly.cues import find_cues
from jwgie.assembly.events import Event, find_events
from jwgie.assembly.parties import Ground as Ground
from jwgie.assembly.parties import Sides
from jwgie.assembly.status import status_of
from jwgie.document import Document, Mention, Relation, Span
from jwgie.languages import Pack
from jwgie.record import Kind, Status

#: The least score of an event that a report is about, and of one more beside it.
ABOUT = 6.0
#: Sentences of the text in which a report tells what it is about.
OPENING = 4


@dataclass(slots=True)
class Meeting:
    """One meeting that a report is about.

    `anchor` is what names it: a BODY mention, or the words of ad hoc talks ("received"). `body` is the BODY
    mention that names it best (None for talks without a noun) and `bodies` all that mean it, in order. `sentences`
    are the indices of the sentences that speak of it, in order: of a report with one meeting, all those that do not
    plainly belong elsewhere. `parties` maps each side's code, in order of mention, to the mentions that give it;
    `principals` are the PERSON or OFFICE mentions that the anchor names as meeting each other.
    """

    kind: Kind
    anchor: Ground
    sentences: tuple[int, ...]
    kind_evidence: tuple[Ground, ...] = ()
    body: Mention | None = None
    bodies: tuple[Mention, ...] = ()
    parties: dict[str, list[Ground]] = field(default_factory=dict)
    principals: tuple[Mention, ...] = ()
    status: Status = "held"
    status_evidence: tuple[Ground, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the parties, in order."""
        return tuple(self.parties)

    def speaks(self, document: Document, span: Span) -> bool:
        """Whether a span lies in a sentence that speaks of this meeting."""
        sentence = document.sentence_of(span)
        return sentence is not None and sentence.index in self.sentences

    def mentions(self, document: Document, *labels: str) -> list[Mention]:
        """The mentions of some labels in the sentences that speak of this meeting, in order."""
        return [m for i in self.sentences for m in document.in_span(document.sentences[i].span, *labels)]

    def relations(self, document: Document, *names: str) -> list[Relation]:
        """The relations of some names in the sentences that speak of this meeting, in order."""
        own = set(self.sentences)
        return [r for r in document.relations if r.sentence in own and r.name in names]


def find_meetings(document: Document, pack: Pack) -> list[Meeting]:
    """The meetings that the report is about, in order of first mention; none where it is about none."""
    cues = list(find_cues(document, pack))
    sides = Sides(document)
    events = find_events(document, cues, sides)
    chosen = _chosen(events)
    everything = tuple(s.index for s in document.sentences)
    meetings = []
    for main, others in chosen:
        parties = _parties(sides, main, others)
        if len(parties) < 2 or main.kind is None:
            continue
        status, evidence = status_of(document, main, cues)
        bodies = tuple(e.body for e in sorted((main, *others), key=lambda e: e.sentence.index) if e.body)
        meetings.append(
            Meeting(main.kind, main.anchor, everything, (main.anchor,), main.body, bodies, parties, main.principals, status, evidence)
        )
    return meetings


def _chosen(events: list[Event]) -> list[tuple[Event, list[Event]]]:
    """The events that stand for a meeting each, with the others that mean the same."""
    likely = [e for e in events if not e.aside and e.score >= ABOUT and e.number <= OPENING and e.kind is not None]
    named = [e for e in likely if e.named]
    main = max(named or likely, key=lambda e: e.score, default=None)
    if main is None:
        return []
    return [(main, [e for e in events if e is not main and _same(main, e)])]


def _same(one: Event, other: Event) -> bool:
    a, b = one.body, other.body
    if a and b:
        if b.value.which or (a.value.ordinal and b.value.ordinal and a.value.ordinal.value != b.value.ordinal.value):
            return False
        if one.named and other.named and one.kind != other.kind:
            return False
    return not one.codes or not other.codes or one.codes <= other.codes or other.codes <= one.codes


def _parties(sides: Sides, main: Event, others: list[Event]) -> dict[str, list[Ground]]:
    parties: dict[str, list[Ground]] = {}
    for code, ground in main.sides:
        parties.setdefault(code, []).append(ground)
    for event in others:
        if len(parties) < 2:
            for code, ground in event.sides:
                parties.setdefault(code, []).append(ground)
    if len(parties) < 2:
        for code, grounds in sides.strongest(but=frozenset(parties)):
            if len(parties) < 2:
                parties[code] = grounds[:1]
    return parties

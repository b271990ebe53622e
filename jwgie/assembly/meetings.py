"""Which meetings a report is about, each with the phrases and sentences that speak of it.

A `Meeting` is the cluster that the rest of assembly works on: it holds no record values of its own
beyond what finding the meeting had to settle (kind, parties, status), each with its evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from jwgie.assembly.candidates import Candidate, candidates
from jwgie.assembly.cues import find_cues
from jwgie.assembly.parties import Ground, side_of, weigh
from jwgie.document import Document, Mention, Relation, Span
from jwgie.languages import Pack
from jwgie.record import Kind, Status


@dataclass(slots=True)
class Meeting:
    """One meeting that a report is about.

    `anchor` is what names it: a BODY mention, or the relation of ad hoc talks ("X received Y"). `body` is the BODY
    mention that names it best (None for talks without a noun) and `bodies` all that mean it, in order. `sentences`
    are the indices of the sentences that speak of it, in order: of a report with one meeting, all those that do not
    plainly belong elsewhere. `parties` maps each side's code, in order of mention, to the mentions that give it;
    `principals` are the PERSON mentions that the anchor names as meeting each other.
    """

    kind: Kind
    anchor: Mention | Relation
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
    found = candidates(document, list(find_cues(document, pack)))
    best = max(found, key=lambda c: c.score, default=None)
    if best is None or best.score < 6:
        return []
    meeting = _meeting(document, best, found)
    return [meeting] if meeting is not None else []


def _meeting(document: Document, best: Candidate, found: list[Candidate]) -> Meeting | None:
    bodies = tuple(c.mention for c in found if c.mention is best.mention or _same(best, c))
    parties: dict[str, list[Ground]] = {}
    for body in bodies:
        for party in body.value.parties:
            code = side_of(party)
            if code and (body is best.mention or len(parties) < 2):
                parties.setdefault(code, []).append(party)
    if len(parties) < 2:
        weights = weigh(document, [s for s in document.sentences if s.kind != "dateline"])
        for code in sorted(weights, key=lambda c: -weights[c][0]):
            if len(parties) < 2:
                parties.setdefault(code, list(weights[code][1][:1]))
    if len(parties) < 2:
        return None
    everything = tuple(s.index for s in document.sentences)
    kind = best.mention.value.kind
    return Meeting(kind, best.mention, everything, (best.mention,), best.mention, bodies, parties, (), best.status,
                   best.status_evidence or (best.mention,))  # fmt: skip


def _same(one: Candidate, other: Candidate) -> bool:
    a, b = one.mention.value, other.mention.value
    if b.which or (a.ordinal and b.ordinal and a.ordinal.value != b.ordinal.value):
        return False
    if a.kind and b.kind and a.kind != b.kind:
        return False
    sides = {side_of(p) for p in b.parties}
    return not sides or not a.parties or sides <= {side_of(p) for p in a.parties} or sides >= {side_of(p) for p in a.parties}

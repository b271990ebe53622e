"""Which meetings a report is about, each with the phrases and sentences that speak of it.

A `Meeting` is the cluster that the rest of assembly works on: it holds no record values of its own
beyond what finding the meeting had to settle (kind, parties, status), each with its evidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

from jwgie.assembly.calls import is_call
from jwgie.assembly.cues import Cue, behind_nouns, cues_in, find_cues, passing, words
from jwgie.assembly.event import LOOSE
from jwgie.assembly.events import find_events
from jwgie.assembly.heroes import completed
from jwgie.assembly.homes import agencies
from jwgie.assembly.links import links
from jwgie.assembly.meeting_names import name_of, now, ordinal_of
from jwgie.assembly.meeting_parties import parties_of, regional
from jwgie.assembly.nature import about_none
from jwgie.assembly.parties import Sides
from jwgie.assembly.roles import fill_parties
from jwgie.assembly.selection import OPENING, Cluster, select
from jwgie.assembly.shares import shares
from jwgie.assembly.speakers import Ground as Ground
from jwgie.assembly.status import status_of
from jwgie.assembly.voices import institutions, offices
from jwgie.document import Document, Mention, Relation, Span
from jwgie.languages import Pack
from jwgie.record import Kind, Status

T = TypeVar("T")

#: Kinds of meetings that the states of an organisation hold as such ("the Arab ministers").
_OF_STATES = frozenset({"summit", "ministerial"})
#: Ranks of office of those whose meeting, where there are three or more, is a summit.
LEADERS = frozenset({"president", "prime_minister", "king", "emir", "sultan", "emperor", "leader", "crown_prince"})


@dataclass(slots=True)
class Meeting:
    """One meeting that a report is about.

    `anchor` is what names it: a BODY mention, or the words of ad hoc talks ("received"). `body` is the BODY
    mention that names it best (None for talks without a noun) and `bodies` all that mean it, in order. `sentences`
    are the indices of the sentences that speak of it, in order: of a report with one meeting, all those that do not
    plainly belong elsewhere. `parties` maps each side's code, in order of mention, to the mentions that give it;
    `principals` are the PERSON or OFFICE mentions that the anchor names as meeting each other; `name` is the meeting's own
    name in the text and `ordinal` the number of its round; `shared` are those of its sentences that an earlier meeting has too,
    and `around` those of the session on whose margins talks were held: they were there and then where nothing else is told; `apart`
    are those of one of its sides who are told of in one breath, but of whom each had talks of his own.
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
    ordinal: Mention | None = None
    name: Span | None = None
    shared: frozenset[int] = frozenset()
    around: tuple[int, ...] = ()
    apart: tuple[Mention, ...] = ()
    own: frozenset[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.own = frozenset(self.sentences)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the parties, in order."""
        return tuple(self.parties)

    def speaks(self, document: Document, span: Span) -> bool:
        """Whether a span lies in a sentence that speaks of this meeting."""
        sentence = document.sentence_of(span)
        return sentence is not None and sentence.index in self.own

    def mentions(self, document: Document, *labels: str) -> list[Mention]:
        """The mentions of some labels in the sentences that speak of this meeting, in order."""
        return _chosen(document.once(_mentions), labels, self.own)

    def relations(self, document: Document, *names: str) -> list[Relation]:
        """The relations of some names in the sentences that speak of this meeting, in order."""
        return _chosen(document.once(_relations), names, self.own)


#: By a label or a name, what bears it: with its place among all, and the sentence.
_Index = dict[str, list[tuple[int, int, T]]]


def _mentions(document: Document) -> _Index[Mention]:
    index: _Index[Mention] = defaultdict(list)
    inside = ((s.index, m) for s in document.sentences for m in document.in_sentence(s.index))
    for place, (sentence, mention) in enumerate(inside):
        index[mention.label].append((place, sentence, mention))
    return index


def _relations(document: Document) -> _Index[Relation]:
    index: _Index[Relation] = defaultdict(list)
    for place, relation in enumerate(document.relations):
        index[relation.name].append((place, relation.sentence, relation))
    return index


def _chosen(index: _Index[T], names: Sequence[str], sentences: frozenset[int]) -> list[T]:
    """What bears some names in some sentences, in order."""
    found = [item for name in names if name in index for item in index[name] if item[1] in sentences]
    return [item for _, _, item in (found if len(names) == 1 else sorted(found))]


def cues_and_sides(document: Document, pack: Pack) -> tuple[list[Cue], Sides]:
    """The cues of a report and the sides that it speaks of."""
    cues = list(find_cues(document, pack))
    cues = list(behind_nouns(document, cues)) if links(pack).final else cues
    return cues, Sides(document, cues, agencies(pack), links(pack), institutions(pack), offices(pack))


def find_meetings(document: Document, pack: Pack) -> list[Meeting] | None:
    """The meetings that the report is about, in order of first mention; none where it tells of none, None where it says so."""
    cues, sides = document.once(cues_and_sides, pack)
    clause = _that(pack)
    events = find_events(document, cues, sides)
    if about_none(document, cues, events, sides.links):
        return None
    clusters = select(document, completed(document, events, sides), sides)
    meetings: list[Meeting] = []
    for cluster, share in zip(clusters, shares(document, clusters, events), strict=True):
        apart = [] if cluster.main.named else [c for c in clusters if not c.main.named and not c.main.codes & cluster.main.codes]
        other = frozenset(code for c in apart for code in c.main.codes)
        meeting = _meeting(document, cluster, share, cues, sides, other, clause)
        fewer = len(cluster.main.codes) == 2 < len(meetings[0].parties if meetings else ())
        more = clusters[0].main.named and not cluster.main.margin and not fewer
        if meeting is not None and meetings and more and cluster.main.codes <= set(meetings[0].parties):
            meeting.parties = dict(meetings[0].parties)  # another meeting of the same sides
        if meeting is not None:
            if meetings and clusters[0].main.named and meeting.kind == "bilateral_meeting" and meeting.status == meetings[0].status:
                meeting.around = meetings[0].sentences
            meeting.shared = meeting.own.intersection(i for earlier in meetings for i in earlier.sentences)
            meetings.append(meeting)
    return meetings


@cache
def _that(pack: Pack) -> frozenset[str]:
    return frozenset(map(pack.fold, words(pack).get("clauses", {}).get("that", ())))


def _meeting(document: Document, cluster: Cluster, sentences: tuple[int, ...], cues: list[Cue], sides: Sides,
             other: frozenset[str], clause: frozenset[str]) -> Meeting | None:  # fmt: skip
    main = cluster.main
    parties = parties_of(sides, main, cluster.events, cues, frozenset(sentences), other)
    kind = _kind(document, cluster, parties, cues, sides.links.final)
    grounds = [(code, g) for code, found in parties.items() for g in found if isinstance(g, Mention)]
    own = kind not in LOOSE and any(g.label == "ORG" or (kind in _OF_STATES and len(code) > 2) for code, g in grounds)
    pair = sum(p.label == "PERSON" for p in main.principals) > 1
    pair = pair and not (sides.links.objects_first or sides.links.home)  # where the side of one's own need not be told, two at home
    pair = pair and not (len(parties) == 1 and parties.keys() <= {sides.home})  # of whom the place tells the only side
    least = 1 if own or pair or (sides.links.final and regional(document, main)) else 2
    if kind is not None and len(parties) < least and document.labelled("TOLD"):
        fill_parties(parties, sides, main.sentence, kind)
    if kind is None or len(parties) < least:  # an organisation's own session has it alone
        return None
    to_come = main.body is not None and main.body.value.which == "next"
    status, evidence = status_of(document, next((e for e in cluster.others if now(e, main)), main) if to_come else main, cues, clause,
                                 sides.links)  # fmt: skip
    bodies = tuple(e.body for e in cluster.events if e.body)
    return Meeting(kind, main.anchor, sentences, (main.anchor,), main.body, bodies, parties, cluster.principals, status, evidence,
                   ordinal_of(document, cluster, cues), name_of(document, cluster, kind, sides.links.final), apart=main.apart)  # fmt: skip


def _kind(document: Document, cluster: Cluster, parties: dict[str, list[Ground]], cues: list[Cue], final: bool = False) -> Kind | None:
    """The kind of a meeting: of talks, and of mechanisms of consultation, also by who meets, where they are many."""
    main = cluster.main
    if main.kind is None and not main.named and len(main.principals) > 1:
        return "bilateral_meeting"  # "in his meeting with"
    if main.kind == "bilateral_meeting" and is_call(document, cluster, len(parties), cues):
        return "phone_call"
    mechanism = main.kind == "political_consultations" and main.body is not None and main.body.rule == "bodies.mechanism"
    quartet = main.kind == "joint_working_group" and any(c.name == "together" and main.at.contains(c.span) for c in cues)
    if main.kind == "ministerial" and len(parties) == 2 and all(len(code) == 2 for code in parties):
        return "bilateral_meeting"  # a session of ministers is of many
    if main.kind != "bilateral_meeting" and not mechanism and not quartet:
        return main.kind
    several = len(parties) > 2 or any(len(code) > 2 for code, _ in main.sides if code in parties and len(parties) < 2)
    if not several:
        return main.kind
    pair = sum(p.label == "PERSON" for p in main.principals) == len(main.principals) == 2
    around = cues_in(cues, main.sentence.span)
    told = {c.name for c in around if not (pair and (c.span.end < main.at.start or passing(around, c.span, main.at)))}
    if any(c.name == "leaders" and main.at.contains(c.span) for c in cues) and final:
        return "summit"  # as its own words tell
    ranks = [o.value for p in main.principals for o in document.in_span(p.span, "OFFICE")]
    if "counterpart" in told:  # who has the rank of the one named before
        ranks += ranks[:1] * (len(main.principals) - len(ranks))
    early = [e for e in cluster.others if not e.aside and 0 < e.number <= OPENING and e.codes <= parties.keys()]
    for event in early:
        told |= {c.name for c in cues if event.sentence.span.contains(c.span)}
        ranks += [o.value for p in event.principals for o in document.in_span(p.span, "OFFICE")]
    if "ministers" in told or ranks.count("minister") > 2:
        return "ministerial"
    if main.kind in LOOSE and ("leaders" in told or sum(rank in LEADERS for rank in ranks) > 2):
        return "summit"
    consultations = final and main.body is not None and main.body.rule == "bodies.consultations"  # of officials
    return "dialogue" if consultations else main.kind

"""For whom each participant speaks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice, pairwise
from types import MappingProxyType

from jwgie.assembly.meetings import Meeting
from jwgie.assembly.parties import Sides
from jwgie.assembly.people_frames import FRAMES, Appearance
from jwgie.assembly.people_identity import Identity, People
from jwgie.assembly.speakers import Ground, last_name, side_of
from jwgie.document import Document, Mention, Sentence, Span
from jwgie.knowledge import countries, crowns, members
from jwgie.ner.values import PersonValue
from jwgie.record import Role

#: The sides of people by their last names, each with the words that tell it.
Names = Mapping[str, tuple[str, Mention]]
#: The form of address (a value of HONORIFIC mentions) of who wears a crown.
ROYAL = "royal"
#: The rank of who chairs the session of a bloc.
CHAIR = "chair"
#: So many sides make an assembly, of which no first one is the report's own.
MANY = 3
#: Blocs that meet as one side: who comes from a member speaks for the bloc.
UNIONS = frozenset({"GCC", "EU"})
#: So many characters may stand between the members of a list.
LISTED = 10
#: A verb follows its subject within so many characters.
SPEAKS = 3
#: The rule of verbs of meeting that govern whom somebody meets.
MEETS = "people.meet.verb"
#: Kinds of meetings where whoever takes part for a side makes it one of theirs.
OPEN_TO_ALL = frozenset({"summit", "ministerial", "conference", "other", "business_forum"})
#: The rule of a place that somebody goes to, who is from elsewhere.
GOES_TO = "where.goes_to"
#: The rule of those who have an office in common.
JOINT = "persons.joint"
#: Sentences of the text, from the first, in which somebody named as visiting or attending may be a principal.
OPENING = 4


@dataclass(slots=True)
class Participant:
    """A person at the meeting. `first`: the first appearance in the frame that counts most; `ground`: the words that say what the
    person does there."""

    identity: Identity
    appearances: list[Appearance]
    value: PersonValue
    position: Span | None = None
    party: tuple[str, Ground] | None = None
    role: Role = "member"
    first: Appearance = field(init=False)

    def __post_init__(self) -> None:
        self.first = min(self.appearances, key=lambda a: FRAMES.index(a.frame))

    def add(self, appearance: Appearance) -> None:
        """Add an appearance, later than those so far."""
        self.appearances.append(appearance)
        self.first = min(self.first, appearance, key=lambda a: FRAMES.index(a.frame))

    @property
    def frame(self) -> str:
        """What counts most of what the person does."""
        return self.first.frame

    @property
    def ground(self) -> Ground:
        return self.first.cue or self.first.mention

    @property
    def rule(self) -> str:
        return f"people.{self.frame}"


class Belonging:
    """Settles the sides of the participants of one meeting."""

    def __init__(self, document: Document, meeting: Meeting, people: People, subjects_first: bool = False,
                 names: Names = MappingProxyType({})) -> None:  # fmt: skip
        """`subjects_first`: a verb parts who meets from whom he meets, so that each of the two may be a list; `names`: the sides that the
        report tells of people elsewhere, by their last names (`Speakers.names`)."""
        self.names = names
        self.document = document
        self.meeting = meeting
        self.people = people
        self.subjects_first = subjects_first
        self.codes = meeting.codes
        self.unmarked: str | None = None  # the side whose people need no adjective: the report's own

    def join(self, found: dict[int, Participant], identity: Identity, appearance: Appearance) -> Participant:
        """Adds an appearance of somebody to the participants found so far."""
        if id(identity) in found:
            found[id(identity)].add(appearance)
        else:
            value = identity.best(self.meeting.own, self.document)
            found[id(identity)] = Participant(identity, [appearance], value, value.position)
        return found[id(identity)]

    def own_party(self, participant: Participant) -> tuple[str, Ground] | None:
        identity = participant.identity
        for mention in identity.mentions:
            body = mention.value.affiliation
            if body is not None and not mention.span.contains(body):
                continue  # "the ministry" was named before, perhaps another side's
            if mention.value.party and (code := self.code(mention.value.party) or self._chaired(participant, mention.value.party)):
                return code, mention
        for appearance in participant.appearances:
            if appearance.side and (code := self.code(appearance.side[0])):
                return code, appearance.side[1]
        for mention in identity.mentions:
            if mention.value.party:
                return self.code(mention.value.party) or mention.value.party, mention
        states = any(c in countries() for c in self.codes) and self.meeting.kind not in OPEN_TO_ALL
        for appearance in () if states else participant.appearances:
            if appearance.side:
                return appearance.side
        if len(crowned := self._crowned(participant, list(self.codes))) == 1:
            return crowned[0], participant.first.mention
        if self.subjects_first:  # "the minister for ... and Tunisians abroad"
            for mention in identity.mentions:
                for inner in self.document.in_span(mention.value.position, "NATIONALITY") if mention.value.position else ():
                    if inner.value in self.codes:
                        return str(inner.value), inner
        told = next((self.names[name] for m in identity.mentions if (name := last_name(self.document, m)) in self.names), None)
        if told is not None and (code := self.code(told[0])):
            return code, told[1]
        if identity.counterpart:  # named with the side elsewhere: in the headline
            named = next((p for p in self.meeting.principals if p.label == "NATIONALITY" and p.value in self.codes), None)
            return (str(named.value), named) if named else None
        return None

    def code(self, party: str) -> str | None:
        """A party of the meeting for a state or organisation: itself, or the bloc that it belongs to."""
        if party in self.codes:
            return party
        return next((bloc for bloc in self.codes if bloc in UNIONS and party in members()[bloc]), None)

    def _chaired(self, participant: Participant, party: str) -> str | None:
        """The bloc at the meeting that somebody of a member state speaks for as its chair."""
        blocs = [c for c in self.codes if party in members().get(c, ())]
        return blocs[0] if len(blocs) == 1 and self.rank(participant, {CHAIR}) else None

    def listed(self, people: list[Participant], objects: bool = False) -> None:
        """Who is listed right behind another, before a verb of meeting or behind it, speaks for the side of that one: "A and B met
        C, D and E"; `objects`: only those behind a verb, whoever its subject is ("he also met A of Oman and B")."""
        if not self.subjects_first:
            return
        at = sorted(
            ((a.mention.start, a.mention.end, a.cue, p) for p in people for a in p.appearances if a.cue),
            key=lambda row: row[0],
        )
        for (_, end, cue, before), (start, _, same, participant) in pairwise(at):
            if participant.party or not before.party or cue != same or not 0 <= start - end <= LISTED or participant.identity.counterpart:
                continue
            if self._speaks(participant):
                continue
            behind = start >= cue.end
            if objects:
                participant.party = before.party if behind and self._of_objects(cue) else None
                continue
            if (behind or start < cue.start) and any((s >= cue.end) != behind for s, _, c, p in at if c == cue and p is not participant):
                participant.party = before.party

    def _of_objects(self, cue: Span) -> bool:
        """Whether a cue is a verb of meeting, behind which only those stand whom somebody met."""
        sentence = self.document.sentence_of(cue)
        return sentence is not None and any(r.span == cue and r.rule == MEETS for r in self.document.relations_in(sentence.index))

    def _speaks(self, participant: Participant) -> bool:
        """Whether somebody is the subject of a verb of speaking: "..., A, the adviser of B, told the press"."""
        end = participant.first.mention.end
        verbs = (r.span.start for r in self.document.relations_in(participant.first.sentence) if r.name == "speak")
        return any(0 <= start - end <= SPEAKS for start in verbs)

    def settle(self, people: list[Participant], everyone: bool = False) -> None:
        """A head of no known side leads the only one that has no head; others belong to the side spoken of, or to the report's."""
        waiting = [p for p in people if p.role == "head" and not p.party]
        together = len({p.first.group for p in waiting}) == 1 and self.meeting.body is not None
        unknown = {p.party for p in people if p.role == "head"} == {None} and len(waiting) == len(self.codes)
        if unknown and (len(waiting) >= MANY or (len(waiting) > 1 and together)):
            for participant, told in zip(waiting, self.codes, strict=True):
                participant.party = told, participant.ground  # in the order of the sides
        if everyone:
            self._in_order(people)
        for participant in people:
            if participant.party or not (participant.role == "head" or everyone):
                continue
            led = {p.party[0] for p in people if p.party and p.role == "head"}
            free = [c for c in self.codes if c not in led]
            code = None
            if participant.role == "head":
                free = self._crowned(participant, free) or free
                code = free[0] if len(free) == 1 else self._by_company(participant, people) or self._home(free)
                self.unmarked = self.unmarked or code
            else:
                code = self._escorted(participant, people) or self._by_company(participant, people) or self.unmarked
                code = code or self._home(list(self.codes))
            if not code and not any(len(c) == 2 for c in self.codes):
                code = self.document.once(Sides).home or self._government() or self._place("CITY", "COUNTRY")
            if code:
                participant.party = (code, participant.ground)

    def _in_order(self, people: list[Participant]) -> None:
        """Those of one office in common who are as many as the sides, if more than two, are named in the order of these."""
        joint = [p for p in people if not p.party and p.first.mention.rule == JOINT]
        if len(joint) == len(self.codes) >= MANY and len({p.first.group for p in joint}) == 1:
            for participant, told in zip(joint, self.codes, strict=True):
                participant.party = told, participant.ground

    def _crowned(self, participant: Participant, codes: list[str]) -> list[str]:
        """Those of some states that have such a crown as somebody wears."""
        mentions = participant.identity.mentions
        ranks = {m.value for mention in mentions for m in self.document.in_span(mention.span, "OFFICE", "HONORIFIC")}
        return [c for c in codes if any(c in states and ranks & {rank, ROYAL} for rank, states in crowns().items())]

    def _by_company(self, participant: Participant, people: Iterable[Participant]) -> str | None:
        """The other side of two that one cue names together; for a member, the side of the one before, and for who signs
        together with another the other side."""
        group = participant.first.group
        company = [p for p in people if p is not participant and p.party and any(a.group == group for a in p.appearances)]
        if participant.role == "head" or (participant.frame == "sign" and len(self.codes) == 2):
            others = [c for c in self.codes if c not in {p.party[0] for p in company if p.party}]
            return others[0] if company and len(others) == 1 else None
        at = participant.first.mention.start
        facing = [p for p in company if p.first.mention.start < at]
        if participant.identity.counterpart and facing and len(self.codes) == 2:
            others = [c for c in self.codes if facing[-1].party and c != facing[-1].party[0]]
            return others[0] if len(others) == 1 else None
        beside = max(facing, key=lambda p: p.first.mention.start, default=None)
        return beside.party[0] if beside and beside.party else None

    def _escorted(self, participant: Participant, people: Iterable[Participant]) -> str | None:
        """The side of the one in whose company somebody comes: the last who is named before."""
        at = participant.first.mention.start
        if not participant.first.escort:
            return None
        before = [p for p in people if p.party and not p.first.escort and p.first.mention.start < at]
        last = max(before, key=lambda p: max(a.mention.start for a in p.appearances if a.mention.start < at), default=None)
        return last.party[0] if last and last.party else None

    def _home(self, codes: list[str]) -> str | None:
        """The report's own side: that of its dateline, else of a government that its opening names, else of a city there."""
        for home in (self.document.once(Sides).home, self._government(), self._place()):
            if home in codes:
                return home
        home = self.document.once(Sides).home or self._government()
        if home and len(self.codes) >= MANY and home not in self.codes:
            return home
        return next((c for c in codes if len(c) == 2), None)

    def _government(self) -> str | None:
        """The state of the first ministry or presidency that speaks in the opening."""
        for sentence in self.opening():
            for body in self.document.in_span(sentence.span, "INSTITUTION"):
                if any(m.span.contains(body.span) for m in self.document.in_span(sentence.span, "PERSON")):
                    continue
                cues = (r for r in self.document.relations_in(sentence.index) if r.name in ("speak", "break"))
                speaks = any(self._touch(r.span, body.span) for r in cues)
                for named in self.document.in_span(body.span, "NATIONALITY", "COUNTRY") if speaks else ():
                    return side_of(named)
        return None

    def _touch(self, one: Span, other: Span) -> bool:
        first, second = sorted((one, other), key=lambda s: s.start)
        return 0 <= second.start - first.end <= 1

    def _place(self, *labels: str) -> str | None:
        cities = (m for s in self.opening() for m in self.document.in_span(s.span, *(labels or ("CITY",))))
        gone_to = {side_of(m) for r in self.document.relations if r.rule == GOES_TO and (m := r.mention("place"))}
        posts = [o.span for s in self.opening() for o in self.document.in_span(s.span, "OFFICE")]  # "the ambassador in Paris"
        here = (m for m in cities if side_of(m) not in gone_to and not any(post.contains(m.span) for post in posts))
        return next((side_of(m) for m in here), None)

    def opening(self) -> list[Sentence]:
        own = (self.document.sentences[i] for i in self.meeting.sentences)
        return list(islice((s for s in own if s.kind != "dateline"), OPENING))

    def ranks(self, identity: Identity) -> set[str]:
        """The ranks of the offices that somebody is named with."""
        return {m.value for mention in identity.mentions for m in self.document.in_span(mention.span, "OFFICE")}

    def rank(self, participant: Participant, slugs: Collection[str]) -> bool:
        return any(m.value in slugs for mention in participant.identity.mentions for m in self.document.in_span(mention.span, "OFFICE"))

    def company(self, participant: Participant, people: list[Participant]) -> list[Participant]:
        """The others whom the same cue names."""
        return [p for p in people if p is not participant and p.first.group == participant.first.group]

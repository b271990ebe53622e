"""Who takes part in one meeting, for whom, and as what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType

from jwgie.assembly.meetings import Meeting
from jwgie.assembly.people_frames import PRESENT, Appearance
from jwgie.assembly.people_heads import TALKS, Heads
from jwgie.assembly.people_identity import Identity, People
from jwgie.assembly.people_sides import Belonging, Names, Participant
from jwgie.assembly.roles import playing
from jwgie.assembly.speakers import SPOKESMAN, Ground
from jwgie.document import Document, Mention, Sentence, Span

#: From so many sides on, those who are quoted by their office of a side are taken to speak there.
SEVERAL = 3
#: Ranks (values of OFFICE mentions) of those who speak about a meeting, not at it.
SPOKESMEN = frozenset({SPOKESMAN, "ambassador", "official", "adviser"})
#: Ranks of those who speak for a side of a body: not its rulers, who only welcome what it did.
QUOTED = frozenset({"minister", "deputy", "undersecretary", "assistant", "secretary", "director", "director_general", "commissioner"})
#: Kinds of meetings where whoever is there for a side leads it.
GATHERINGS = frozenset({"summit"})
#: The number of the group of those of whom only a model says that they took part.
BY_ROLE = -3


class Roles:
    """Settles sides and roles in one meeting."""

    def __init__(self, document: Document, meeting: Meeting, people: People, subjects_first: bool = False,
                 names: Names = MappingProxyType({}), floor: bool = False) -> None:  # fmt: skip
        self.document = document
        self.meeting = meeting
        self.people = people
        self.belonging = Belonging(document, meeting, people, subjects_first, names)
        self.loose = meeting.kind in TALKS
        self.floor = floor  # who is quoted by his office of a side that nobody leads is its head

    def participants(self, appearances: list[Appearance]) -> list[Participant]:
        """The participants, in order of first appearance, each with side and role."""
        people = self._without_spokesmen(self._present(appearances))
        for participant in people:
            participant.party = self.belonging.own_party(participant)
            ground = participant.party[1] if participant.party and not participant.position else None
            if isinstance(ground, Mention) and ground.label == "OFFICE" and not participant.identity.counterpart:
                participant.position = ground.span  # told apart from the name, in a sentence before or behind
        Heads(self.belonging).settle(people, appearances)
        for participant in people:
            if participant.identity.counterpart:
                participant.position = self._copied(participant)
        if self.floor and not self.loose and len(self.meeting.codes) == 2:
            people += self._quoted(people, appearances)
        return [p for p in people if p.party and self._belongs(p, people)]

    def _quoted(self, people: list[Participant], appearances: list[Appearance]) -> list[Participant]:
        """For each side of two that has no head, the first who is quoted by an office of that side; who attended becomes it."""
        found: dict[int, Participant] = {}
        led = {p.party[0] for p in people if p.party and p.role == "head"}
        for appearance in appearances:
            identity = self.people.of(appearance.mention)
            code = self.belonging.code(identity.party) if identity.party else None
            if appearance.frame not in ("speak", "open") or code is None or code in led or appearance.mention.span.origin == "title":
                continue
            if self.belonging.ranks(identity).isdisjoint(QUOTED):
                continue
            led.add(code)
            known = next((p for p in people if p.identity is identity), None)
            participant = known or self.belonging.join(found, identity, replace(appearance, frame="lead"))
            participant.role = "head"
            participant.party = self.belonging.own_party(participant)
        return list(found.values())

    def _without_spokesmen(self, people: list[Participant]) -> list[Participant]:
        """Those who take part: who only speaks for others by office does not, unless told to attend, or where all do."""
        others = {id(p) for p in people if self.belonging.ranks(p.identity) != {SPOKESMAN}}
        return [p for p in people if id(p) in others or p.frame == "attend"] if others else people

    def told(self, sentences: Iterable[Sentence], present: Sequence[Participant]) -> list[Participant]:
        """Those of whom a model alone says that they took part: as heads of sides that have none, and as members."""
        led = {p.party[0] for p in present if p.party and p.role == "head"}
        found: dict[int, Participant] = {}
        heads: set[int] = set()
        for sentence in sentences:
            for role in ("HEAD", "MEMBER"):
                for mention in playing(self.document, role, sentence, "PERSON"):
                    identity = self.people.of(mention)
                    if SPOKESMAN not in self.belonging.ranks(identity) and not any(_named_in(identity, p.identity) for p in present):
                        self.belonging.join(found, identity, Appearance(mention, "meet", None, None, sentence.index, BY_ROLE))
                        heads |= {id(identity)} if role == "HEAD" else set()
        for number, participant in found.items():
            participant.party = self.belonging.own_party(participant)
            free = [code for code in self.meeting.codes if code not in led]
            if number not in heads:
                participant.party = participant.party or self._side_before(participant, [*present, *found.values()])
            elif led and len(free) == 1 and not participant.party:
                participant.party = free[0], participant.ground
            if number in heads and participant.party:
                if participant.party[0] in free:
                    participant.role = "head"
                    led.add(participant.party[0])
                elif self.loose:  # talks are of those who are known to hold them
                    participant.party = None
        return [p for p in found.values() if p.party and p.party[0] in self.meeting.codes]

    def _side_before(self, participant: Participant, people: Sequence[Participant]) -> tuple[str, Ground] | None:
        """The side of the last one named before somebody in a sentence."""
        first = participant.first
        before = [
            (a.mention.start, p.party)
            for p in people
            for a in p.appearances
            if p.party and a.sentence == first.sentence and a.mention.end <= first.mention.start
        ]
        return max(before, key=lambda row: row[0])[1] if before else None

    def _present(self, appearances: list[Appearance]) -> list[Participant]:
        found: dict[int, Participant] = {}
        principals = {id(self.people.of(p)) for p in self.meeting.principals if p.label == "PERSON"}
        for appearance in appearances:
            identity = self.people.of(appearance.mention)
            if appearance.frame == "meet" and self.loose and self.belonging.ranks(identity) == {SPOKESMAN}:  # who tells of the talks
                continue
            if self._has_the_floor(appearance):
                appearance = replace(appearance, frame="attend" if self.meeting.kind in GATHERINGS else "reply")
            if appearance.frame not in PRESENT:
                if id(identity) not in principals or appearance.frame == "aside":
                    continue
                appearance = replace(appearance, frame="meet", cue=None)
            self.belonging.join(found, identity, appearance)
        # Headlines are short; whom the text names, or tells to lead, goes first.
        return sorted(found.values(), key=lambda p: p.first.mention.span.origin == "title" and not _leads(p))

    def _has_the_floor(self, appearance: Appearance) -> bool:
        """Whether somebody who is quoted speaks at a meeting of many: for one of its sides, by his office."""
        identity = self.people.of(appearance.mention)
        if appearance.frame != "speak" or self.loose or len(self.meeting.codes) < SEVERAL or identity.party not in self.meeting.codes:
            return False
        ranks = self.belonging.ranks(identity)
        return bool(ranks) and ranks.isdisjoint(SPOKESMEN)

    def _belongs(self, participant: Participant, people: list[Participant]) -> bool:
        """A committee's session is not about those who met others beside it, nor about who led its preparation; talks are of
        two, not of all who met one of them or answer for him."""
        if participant.role == "head":
            return not any(p is not participant and p.role == "head" and self._before(p, participant) for p in people)
        others = self.loose and len(self.meeting.codes) == 2
        if others and participant.party and participant.party[0] not in self.meeting.codes:
            return False  # whom one of the two met before or after
        return participant.frame not in (("visit", "tour", "meet", "reply") if self.loose else ("meet", "visit", "tour"))

    def _before(self, one: Participant, other: Participant) -> bool:
        """Whether two heads of one side come from different places of the report, the first of them more to the point."""
        same = one.party is not None and other.party is not None and one.party[0] == other.party[0]
        if not same or one.first.group == other.first.group or one.frame != other.frame:
            return False
        earlier = (one.first.sentence, one.first.group) < (other.first.sentence, other.first.group)
        return earlier and (one.frame == "lead" or self.loose)

    def _copied(self, participant: Participant) -> Span | None:
        """The office of the one to whom somebody is the counterpart, without its country."""
        mention = next((m for m in participant.identity.mentions if m.value.counterpart), None)
        if mention is None:
            return None
        before = self.document.in_span(Span(0, mention.start, mention.span.origin), "PERSON")
        for other in reversed(list(before)):
            identity = self.people.of(other)
            if identity is participant.identity or (identity.party and identity.party == mention.value.party):
                continue
            position = identity.best(self.meeting.own, self.document).position
            if position:
                return self._without_country(position)
            if not identity.counterpart:
                return None
        return None

    def _without_country(self, position: Span) -> Span:
        end = position.end
        for named in reversed(list(self.document.in_span(position, "NATIONALITY", "COUNTRY"))):
            if named.end == end:
                end = named.start
        text = self.document.source(position.origin)
        while end > position.start and text[end - 1].isspace():
            end -= 1
        return Span(position.start, end, position.origin) if end > position.start else position


def _leads(participant: Participant) -> bool:
    """Whether the text tells that somebody leads."""
    return any(a.frame == "lead" and a.mention.span.origin == "text" for a in participant.appearances)


def _named_in(one: Identity, other: Identity) -> bool:
    """Whether one is the other, or bears a part of the other's name."""
    return one is other or set(one.words) <= set(other.words)

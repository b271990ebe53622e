"""For whom each participant speaks, and who leads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from jwgie.assembly.meetings import Meeting
from jwgie.assembly.parties import Ground, Sides
from jwgie.assembly.people_frames import FRAMES, PRESENT, Appearance
from jwgie.assembly.people_identity import Identity, People
from jwgie.document import Document, Mention, Span
from jwgie.knowledge import members
from jwgie.ner.values import PersonValue
from jwgie.record import Role

#: Kinds of meetings that are the talks of their principals.
TALKS = frozenset({"bilateral_meeting", "phone_call"})
#: Kinds where one who attends or speaks is no head of a side.
ASSEMBLIES = frozenset({"conference", "business_forum", "ministerial", "other"})
#: Kinds of sentences' frames that may make a head where a side has none, in this order.
PROMOTED = ("meet", "sign", "visit", "attend", "open")


@dataclass(slots=True)
class Participant:
    """A person at the meeting. `ground`: the words that say what the person does there."""

    identity: Identity
    appearances: list[Appearance]
    value: PersonValue
    position: Span | None = None
    party: tuple[str, Ground] | None = None
    role: Role = "member"
    grounds: list[Ground] = field(default_factory=list)

    @property
    def frame(self) -> str:
        """What counts most of what the person does."""
        return min((a.frame for a in self.appearances), key=FRAMES.index)

    @property
    def first(self) -> Appearance:
        """The first appearance in the frame that counts most."""
        return next(a for a in self.appearances if a.frame == self.frame)

    @property
    def ground(self) -> Ground:
        return self.first.cue or self.first.mention

    @property
    def rule(self) -> str:
        return f"people.{self.frame}"


class Roles:
    """Settles sides and roles in one meeting."""

    def __init__(self, document: Document, meeting: Meeting, people: People) -> None:
        self.document = document
        self.meeting = meeting
        self.people = people
        self.codes = meeting.codes
        self.sentences = frozenset(meeting.sentences)
        self.loose = meeting.kind in TALKS

    def participants(self, appearances: list[Appearance]) -> list[Participant]:
        """The participants, in order of first appearance, each with side and role."""
        found: dict[int, Participant] = {}
        principals = {id(self.people.of(p)) for p in self.meeting.principals if p.label == "PERSON"}
        for appearance in appearances:
            identity = self.people.of(appearance.mention)
            if appearance.frame not in PRESENT and id(identity) not in principals:
                continue
            if appearance.frame not in PRESENT:
                appearance = Appearance(appearance.mention, "meet", None, appearance.side, appearance.sentence, appearance.group)
            if id(identity) in found:
                found[id(identity)].appearances.append(appearance)
            else:
                value = identity.best(self.sentences, self.document)
                found[id(identity)] = Participant(identity, [appearance], value, value.position)
        people = list(found.values())
        for participant in people:
            participant.party = self._own_party(participant)
        self._lead(people)
        self._remaining(people)
        self._promote(people)
        self._remaining(people, everyone=True)
        for participant in people:
            if participant.identity.counterpart:
                participant.position = self._copied(participant, appearances)
        return [p for p in people if p.party and self._belongs(p)]

    def _belongs(self, participant: Participant) -> bool:
        """A committee's own sessions are not about those who met others beside it."""
        return participant.role == "head" or self.loose or participant.frame not in ("meet", "visit")

    # Sides

    def _own_party(self, participant: Participant) -> tuple[str, Ground] | None:
        identity = participant.identity
        for mention in identity.mentions:
            if mention.value.party and (code := self._code(mention.value.party)):
                return code, mention
        for appearance in participant.appearances:
            if appearance.side and (code := self._code(appearance.side[0])):
                return code, appearance.side[1]
        if identity.party and len(identity.party) > 2:
            return None
        for mention in identity.mentions:
            if mention.value.party:
                return mention.value.party, mention
        return None

    def _code(self, party: str) -> str | None:
        """A party of the meeting for a state or organisation: itself, or the bloc that it belongs to."""
        if party in self.codes:
            return party
        return next((bloc for bloc in self.codes if party in members().get(bloc, ())), None)

    def _remaining(self, people: list[Participant], everyone: bool = False) -> None:
        """A head of no known side leads the only one that has no head; others belong to the side spoken of, or to the report's."""
        for participant in people:
            if participant.party:
                continue
            led = {p.party[0] for p in people if p.party and p.role == "head"}
            free = [c for c in self.codes if c not in led]
            if participant.role == "head" and len(free) == 1:
                participant.party = (free[0], participant.ground)
                continue
            if participant.role == "head" or everyone:
                code = self._by_company(participant, people) or self._home(free if participant.role == "head" else list(self.codes))
                if code:
                    participant.party = (code, participant.ground)

    def _by_company(self, participant: Participant, people: Iterable[Participant]) -> str | None:
        """The other side of two that one cue names together; for a member, the side of the head before."""
        group = participant.first.group
        company = [p for p in people if p is not participant and p.party and any(a.group == group for a in p.appearances)]
        if participant.role == "head":
            others = [c for c in self.codes if c not in {p.party[0] for p in company if p.party}]
            return others[0] if company and len(others) == 1 else None
        return company[-1].party[0] if company and company[-1].party else None

    def _home(self, codes: list[str]) -> str | None:
        home = Sides(self.document).home
        if home in codes:
            return home
        return codes[0] if codes else None

    # Roles

    def _lead(self, people: list[Participant]) -> None:
        for participant in people:
            if participant.frame == "lead" or (self.loose and participant.frame == "meet"):
                participant.role = "head"

    def _promote(self, people: list[Participant]) -> None:
        """A side without a head has the first of those who met, signed, came or attended for it. Where nobody leads at all, two
        of whom only one side is known, named together, are the heads of both."""
        for frame in PROMOTED:
            if frame in ("attend", "open") and self.meeting.kind in ASSEMBLIES:
                continue
            for participant in people:
                if participant.role == "head" or participant.frame != frame:
                    continue
                led = {p.party[0] for p in people if p.party and p.role == "head"}
                if participant.party:
                    code = participant.party[0]
                    if code not in led and code in self.codes and (frame != "open" or self._paired(participant, people)):
                        participant.role = "head"
                elif not led and len(self.codes) == 2 and self._paired(participant, people):
                    participant.role = "head"

    def _paired(self, participant: Participant, people: list[Participant]) -> bool:
        """Whether one cue names somebody of another side together with this one."""
        own = participant.party[0] if participant.party else None
        return any(
            p is not participant and p.first.group == participant.first.group and p.party and p.party[0] != own for p in people
        )

    # Counterparts

    def _copied(self, participant: Participant, appearances: list[Appearance]) -> Span | None:
        """The office of the one to whom somebody is the counterpart, without its country."""
        mention = next((m for m in participant.identity.mentions if m.value.counterpart), None)
        if mention is None:
            return None
        before = [
            m for m in self.document.mentions
            if m.label == "PERSON" and m.span.origin == mention.span.origin and m.end <= mention.start
        ]  # fmt: skip
        for other in reversed(before):
            identity = self.people.of(other)
            if identity is participant.identity or (identity.party and identity.party == mention.value.party):
                continue
            position = identity.best(self.sentences, self.document).position
            return self._without_country(position) if position else None
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


__all__ = ["Mention", "Participant", "Roles"]

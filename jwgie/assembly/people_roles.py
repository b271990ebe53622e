"""For whom each participant speaks, and who leads."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from jwgie.assembly.meetings import Meeting
from jwgie.assembly.parties import Ground, Sides, side_of
from jwgie.assembly.people_frames import FRAMES, PRESENT, Appearance
from jwgie.assembly.people_identity import Identity, People
from jwgie.document import Document, Sentence, Span
from jwgie.knowledge import crowns, members
from jwgie.ner.values import PersonValue
from jwgie.record import Role

#: Kinds of meetings that are the talks of their principals.
TALKS = frozenset({"bilateral_meeting", "phone_call"})
#: Kinds where one who attends or speaks is no head of a side.
ASSEMBLIES = frozenset({"conference", "business_forum", "ministerial", "other"})
#: Kinds where being there never makes a head.
OPEN = frozenset({"conference", "business_forum"})
#: Frames that may make a head where a side has none, in this order.
PROMOTED = ("meet", "sign", "open", "visit", "attend", "tour")
#: So many sides make an assembly, where only heads of state or government count as heads by being there.
MANY = 4
#: Ranks (values of OFFICE mentions) of heads of state or government, and of who chairs a session.
RULERS = frozenset({"president", "king", "emir", "sultan", "emperor", "crown_prince"})
CHAIR = "chair"
#: Blocs that meet as one side: who comes from a member speaks for the bloc.
UNIONS = frozenset({"GCC", "EU"})
#: Sentences of the text, from the first, in which somebody named as visiting or attending may be a principal.
OPENING = 4


@dataclass(slots=True)
class Participant:
    """A person at the meeting. `ground`: the words that say what the person does there."""

    identity: Identity
    appearances: list[Appearance]
    value: PersonValue
    position: Span | None = None
    party: tuple[str, Ground] | None = None
    role: Role = "member"

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
        self.unmarked: str | None = None  # the side whose people need no adjective: the report's own

    def participants(self, appearances: list[Appearance]) -> list[Participant]:
        """The participants, in order of first appearance, each with side and role."""
        people = self._present(appearances)
        for participant in people:
            participant.party = self._own_party(participant)
        self._lead(people)
        self._announced(people, appearances)
        self._meant(people)
        self._remaining(people)
        self._promote(people)
        self._other_principal(people, appearances)
        self._together(people, appearances)
        self._remaining(people, everyone=True)
        for participant in people:
            if participant.identity.counterpart:
                participant.position = self._copied(participant)
        return [p for p in people if p.party and self._belongs(p, people)]

    def _present(self, appearances: list[Appearance]) -> list[Participant]:
        found: dict[int, Participant] = {}
        principals = {id(self.people.of(p)) for p in self.meeting.principals if p.label == "PERSON"}
        for appearance in appearances:
            identity = self.people.of(appearance.mention)
            if appearance.frame not in PRESENT:
                if id(identity) not in principals or appearance.frame == "aside":
                    continue
                appearance = replace(appearance, frame="meet", cue=None)
            self._add(found, identity, appearance)
        # Headlines are short; whom the text names goes first.
        return sorted(found.values(), key=lambda p: p.first.mention.span.origin == "title")

    def _add(self, found: dict[int, Participant], identity: Identity, appearance: Appearance) -> None:
        if id(identity) in found:
            found[id(identity)].appearances.append(appearance)
        else:
            value = identity.best(self.sentences, self.document)
            found[id(identity)] = Participant(identity, [appearance], value, value.position)

    def _belongs(self, participant: Participant, people: list[Participant]) -> bool:
        """A committee's session is not about those who met others beside it, nor about who led its preparation; talks are of
        two, not of all who met one of them or answer for him."""
        if participant.role == "head":
            return not any(p is not participant and p.role == "head" and self._before(p, participant) for p in people)
        return participant.frame not in (("visit", "tour", "meet", "reply") if self.loose else ("meet", "visit", "tour"))

    def _before(self, one: Participant, other: Participant) -> bool:
        """Whether two heads of one side come from different places of the report, the first of them more to the point."""
        same = one.party is not None and other.party is not None and one.party[0] == other.party[0]
        if not same or one.first.group == other.first.group or one.frame != other.frame:
            return False
        return one.first.sentence < other.first.sentence and (one.frame == "lead" or self.loose)

    # Sides

    def _own_party(self, participant: Participant) -> tuple[str, Ground] | None:
        identity = participant.identity
        for mention in identity.mentions:
            if mention.value.party and (code := self._code(mention.value.party)):
                return code, mention
        for appearance in participant.appearances:
            if appearance.side and (code := self._code(appearance.side[0])):
                return code, appearance.side[1]
        for mention in identity.mentions:
            if mention.value.party:
                return mention.value.party, mention
        states = any(len(c) == 2 for c in self.codes)
        for appearance in () if states else participant.appearances:
            if appearance.side:
                return appearance.side
        if identity.counterpart:  # named with the side elsewhere: in the headline
            named = next((p for p in self.meeting.principals if p.label == "NATIONALITY" and p.value in self.codes), None)
            return (str(named.value), named) if named else None
        return None

    def _code(self, party: str) -> str | None:
        """A party of the meeting for a state or organisation: itself, or the bloc that it belongs to."""
        if party in self.codes:
            return party
        return next((bloc for bloc in self.codes if bloc in UNIONS and party in members()[bloc]), None)

    def _remaining(self, people: list[Participant], everyone: bool = False) -> None:
        """A head of no known side leads the only one that has no head; others belong to the side spoken of, or to the report's."""
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
                code = Sides(self.document).home or self._government() or self._place("CITY", "COUNTRY")
            if code:
                participant.party = (code, participant.ground)

    def _crowned(self, participant: Participant, codes: list[str]) -> list[str]:
        """Those of some states that have such a crown as somebody wears."""
        return [c for c in codes for rank, states in crowns().items() if c in states and self._rank(participant, {rank})]

    def _by_company(self, participant: Participant, people: Iterable[Participant]) -> str | None:
        """The other side of two that one cue names together; for a member, the side of the one before."""
        group = participant.first.group
        company = [p for p in people if p is not participant and p.party and any(a.group == group for a in p.appearances)]
        if participant.role == "head":
            others = [c for c in self.codes if c not in {p.party[0] for p in company if p.party}]
            return others[0] if company and len(others) == 1 else None
        at = participant.first.mention.start
        beside = min(company, key=lambda p: (p.first.mention.start > at, abs(p.first.mention.start - at)), default=None)
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
        for home in (Sides(self.document).home, self._government(), self._place()):
            if home in codes:
                return home
        return next((c for c in codes if len(c) == 2), None)

    def _government(self) -> str | None:
        """The state of the first ministry or presidency that speaks in the opening."""
        for sentence in self._opening():
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
        cities = (m for s in self._opening() for m in self.document.in_span(s.span, *(labels or ("CITY",))))
        return next((side_of(m) for m in cities), None)

    # Roles

    def _lead(self, people: list[Participant]) -> None:
        for participant in people:
            party = participant.party
            meets = self.loose and participant.frame == "meet" and (party is None or party[0] in self.codes)
            if participant.frame == "lead" or meets or self._rank(participant, {CHAIR}):
                participant.role = "head"

    def _announced(self, people: list[Participant], appearances: list[Appearance]) -> None:
        """Where the opening speaks of "the two foreign ministers" of the sides, those two are the heads, though named later."""
        several = {
            m.value
            for sentence in self._opening()
            for m in self.document.in_span(sentence.span, "OFFICE")
            if m.rule.endswith((".dual", ".plural"))
        }
        if not several or self.meeting.kind in ASSEMBLIES:
            return
        known = {id(p.identity) for p in people}
        found = {id(p.identity): p for p in people}
        for appearance in appearances:
            identity = self.people.of(appearance.mention)
            if appearance.frame == "speak" and id(identity) not in known and identity.party and self._code(identity.party):
                self._add(found, identity, replace(appearance, frame="reply"))
        for participant in found.values():
            if id(participant.identity) not in known:
                participant.party = self._own_party(participant)
                if self._rank(participant, several):
                    people.append(participant)
        for participant in people:
            led = {p.party[0] for p in people if p.party and p.role == "head"}
            replies = participant.frame == "reply" and participant.party and participant.party[0] not in led
            if replies and self._rank(participant, several):
                participant.role = "head"

    def _meant(self, people: list[Participant]) -> None:
        """Where the talks are those of "the two ministers" who are named before, in what is not about them, these are the heads."""
        if len(self.codes) != 2 or any(p.role == "head" for p in people):
            return
        nouns = [m for m in self.meeting.mentions(self.document, "SIDES") if m.span.origin == "text"]
        if not nouns or self.document.sentence_of(nouns[0].span) not in self._opening()[:2]:
            return
        rank = nouns[0].value[:-1]
        pair: dict[str | None, Identity] = {}
        for identity in self.people.identities:
            first = identity.mentions[0]
            before = first.span.origin == "text" and first.end <= nouns[0].start and not self.meeting.speaks(self.document, first.span)
            if before and any(m.value == rank for m in self.document.in_span(first.span, "OFFICE")):
                code = self._code(identity.party) if identity.party else None
                if code or not identity.party:
                    pair.setdefault(code, identity)
        if len(pair) == 2:
            known = {id(p.identity): p for p in people}
            for identity in pair.values():
                appearance = Appearance(identity.mentions[0], "meet", nouns[0].span, None, -1, -1)
                self._add(known, identity, appearance)
                participant = known[id(identity)]
                participant.party, participant.role = participant.party or self._own_party(participant), "head"
                if participant not in people:
                    people.append(participant)

    def _promote(self, people: list[Participant]) -> None:
        """A side without a head has the first of those who met, signed, came or attended for it."""
        for frame in PROMOTED:
            for participant in people:
                if participant.role == "head" or participant.frame != frame or participant.first.escort:
                    continue
                if not self._may_lead(participant, people):
                    continue
                led = {p.party[0] for p in people if p.party and p.role == "head"}
                if participant.party:
                    code = participant.party[0]
                    if code in self.codes and (code not in led or self._beside(participant, people)):
                        participant.role = "head"
                else:
                    beside = self._company(participant, people)
                    company = {p.party[0] for p in beside if p.party}
                    free = [c for c in self.codes if c not in led | company]
                    alone = frame != "attend" or len(self.codes) == 2 or all(p.party for p in beside)
                    if company and len(free) == 1 and alone:
                        participant.party, participant.role = (free[0], participant.ground), "head"
                        self.unmarked = free[0]

        led = {p.party[0] for p in people if p.party and p.role == "head"}
        free = [c for c in self.codes if c not in led]
        for participant in people:
            if participant.first.escort or not led or len(free) != 1 or participant.party:
                continue
            if participant.frame in PROMOTED and self._may_lead(participant, people):
                participant.party, participant.role = (free[0], participant.ground), "head"
                break

    def _may_lead(self, participant: Participant, people: list[Participant]) -> bool:
        """Whether what somebody does may make a head, by the kind of meeting."""
        frame = participant.frame
        company = {p.party[0] for p in self._company(participant, people) if p.party}
        near = {p.party[0] for p in people if p.party and p.first.sentence == participant.first.sentence}
        everybody = len(company | near) >= len(self.codes) and self.meeting.kind not in OPEN
        if frame == "open":
            return bool(company) and self.meeting.kind not in ASSEMBLIES
        if frame not in ("attend", "visit", "tour"):
            return True
        if self.loose or frame == "tour":
            return self.loose and frame != "attend"
        if participant.first.sentence > max((s.index for s in self._opening()), default=0) and frame == "visit":
            return False
        if self.meeting.kind in ASSEMBLIES:
            return everybody and len(self.codes) <= MANY
        if len(self.codes) >= MANY:
            return self._rank(participant, RULERS) and bool(participant.party) and self._is_state(participant)
        return True

    def _beside(self, participant: Participant, people: list[Participant]) -> bool:
        """Whether the other side has as many heads in one breath as this side has people (two and two ministers)."""
        own = [p for p in self._company(participant, people) if p.party == participant.party and p.role == "head"]
        others: dict[int, int] = {}
        for p in people:
            if p.role == "head" and p.party and participant.party and p.party[0] != participant.party[0]:
                others[p.first.group] = others.get(p.first.group, 0) + 1
        side = participant.first.side
        together = [p for p in self._company(participant, people) if p.first.side == side and side]
        return bool(own) and len(together) + 1 in others.values()

    def _company(self, participant: Participant, people: list[Participant]) -> list[Participant]:
        """The others whom the same cue names."""
        return [p for p in people if p is not participant and p.first.group == participant.first.group]

    def _other_principal(self, people: list[Participant], appearances: list[Appearance]) -> None:
        """Talks have two principals: where one is only meant ("a call that he received from"), the other is whom the report
        speaks of most."""
        heads = [p for p in people if p.role == "head"]
        if not self.loose or len(heads) != 1 or len(self.codes) != 2:
            return
        own = heads[0].party[0] if heads[0].party else None
        counts: dict[int, list[Appearance]] = {}
        for appearance in appearances:
            identity = self.people.of(appearance.mention)
            party = self._code(identity.party) if identity.party else None
            if identity is heads[0].identity or appearance.frame == "aside" or (identity.party and not party) or (party and party == own):
                continue
            counts.setdefault(id(identity), []).append(appearance)
        near = heads[0].first.sentence
        best = max(counts.values(), key=lambda found: (any(a.sentence == near for a in found), len(found)), default=None)
        if best is None or (not any(a.sentence == near for a in best) and len(best) < 2):
            return
        found = {id(p.identity): p for p in people}
        identity = self.people.of(best[0].mention)
        if id(identity) not in found:
            self._add(found, identity, replace(best[0], frame="meet"))
            people.append(found[id(identity)])
        chosen = found[id(identity)]
        chosen.party = chosen.party or self._own_party(chosen)
        chosen.role = "head"

    def _together(self, people: list[Participant], appearances: list[Appearance]) -> None:
        """Of a meeting of two sides of which nothing tells who led, the first two that one sentence names for them did."""
        if len(self.codes) != 2 or self.meeting.kind in OPEN or any(p.role == "head" for p in people):
            return
        sentences: dict[int, dict[str | None, Appearance]] = {}
        for appearance in appearances:
            party = self.people.of(appearance.mention).party
            code = self._code(party) if party else None
            if appearance.frame != "aside" and appearance.mention.span.origin == "text" and (code or not party):
                sentences.setdefault(appearance.sentence, {}).setdefault(code, appearance)
        pair = next((list(named.values()) for named in sentences.values() if len(named) > 1 and set(named) - {None}), [])
        known = {id(p.identity): p for p in people}
        for appearance in pair[:2]:
            identity = self.people.of(appearance.mention)
            if id(identity) not in known:
                self._add(known, identity, replace(appearance, frame="meet", cue=None))
                people.append(known[id(identity)])
            participant = known[id(identity)]
            participant.party = participant.party or self._own_party(participant)
            participant.role = "head"

    def _opening(self) -> list[Sentence]:
        own = [self.document.sentences[i] for i in self.meeting.sentences]
        return [s for s in own if s.kind != "dateline"][:OPENING]

    def _rank(self, participant: Participant, slugs: Collection[str]) -> bool:
        return any(m.value in slugs for mention in participant.identity.mentions for m in self.document.in_span(mention.span, "OFFICE"))

    def _is_state(self, participant: Participant) -> bool:
        return participant.party is not None and (len(participant.party[0]) == 2 or participant.party[0] == self.codes[0])

    # Counterparts

    def _copied(self, participant: Participant) -> Span | None:
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


"""Who leads each side of a meeting."""

from __future__ import annotations

from dataclasses import replace

from jwgie.assembly.people_delegations import delegation_heads
from jwgie.assembly.people_frames import Appearance
from jwgie.assembly.people_meant import meant_heads
from jwgie.assembly.people_peers import peers
from jwgie.assembly.people_sides import CHAIR, Belonging, Participant

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
#: Ranks (values of OFFICE mentions) of heads of state or government.
RULERS = frozenset({"president", "king", "emir", "sultan", "emperor", "crown_prince"})


class Heads:
    """Settles the heads of one meeting."""

    def __init__(self, belonging: Belonging) -> None:
        self.belonging = belonging
        self.document = belonging.document
        self.meeting = belonging.meeting
        self.people = belonging.people
        self.codes = belonging.codes
        self.loose = belonging.meeting.kind in TALKS

    def settle(self, people: list[Participant], appearances: list[Appearance]) -> None:
        """Makes heads of those who lead, and of those who come nearest to it on sides that have none."""
        self._lead(people)
        delegation_heads(self.belonging, people, appearances)
        self._announced(people, appearances)
        meant_heads(self.belonging, people, appearances)
        self._two_and_two(people)
        self.belonging.listed(people, objects=True)
        self.belonging.settle(people)
        self.belonging.listed(people)
        self._promote(people)
        self._facing(people)
        self._other_principal(people, appearances)
        self._together(people, appearances)
        peers(self, people, appearances)
        self._in_order(people)
        self.belonging.settle(people, everyone=True)
        self._promote(people)  # those whose sides only company has told

    def _two_and_two(self, people: list[Participant]) -> None:
        """Two ministers of one side and two of the other, the first of each pair with the side, are four heads."""
        groups: dict[int, list[Participant]] = {}
        for participant in people:
            groups.setdefault(participant.first.group, []).append(participant)
        for group in groups.values():
            if len(group) != 4 or len(self.codes) != 2 or not all(self.belonging.rank(p, {"minister"}) for p in group):
                continue
            for first, second in (group[:2], group[2:]):
                second.party = second.party or first.party
            if [sum(p.party is not None and p.party[0] == c for p in group) for c in self.codes] == [2, 2]:
                for participant in group:
                    participant.role = "head"

    def _lead(self, people: list[Participant]) -> None:
        principals = {id(self.people.of(p)) for p in self.meeting.principals if p.label == "PERSON"} if self.loose else set()
        for participant in people:
            party = participant.party
            if party and party[0] in self.codes and id(participant.identity) in principals:
                participant.role = "head"
            meets = self.loose and participant.frame == "meet" and (party is None or party[0] in self.codes)
            if participant.frame == "lead" or meets or self.belonging.rank(participant, {CHAIR}):
                participant.role = "head"

    def _announced(self, people: list[Participant], appearances: list[Appearance]) -> None:
        """Where the opening speaks of "the two foreign ministers" of the sides, those two are the heads, though named later."""
        several = {
            m.value
            for sentence in self.belonging.opening()
            for m in self.document.in_span(sentence.span, "OFFICE")
            if m.rule.endswith((".dual", ".plural"))
        }
        if not several or self.meeting.kind in ASSEMBLIES:
            return
        known = {id(p.identity) for p in people}
        found = {id(p.identity): p for p in people}
        for appearance in appearances:
            identity = self.people.of(appearance.mention)
            if appearance.frame == "speak" and id(identity) not in known and identity.party and self.belonging.code(identity.party):
                self.belonging.join(found, identity, replace(appearance, frame="reply"))
        for participant in found.values():
            if id(participant.identity) not in known:
                participant.party = self.belonging.own_party(participant)
                if self.belonging.rank(participant, several):
                    people.append(participant)
        for participant in people:
            led = {p.party[0] for p in people if p.party and p.role == "head"}
            replies = participant.frame == "reply" and participant.party and participant.party[0] not in led
            if replies and self.belonging.rank(participant, several):
                participant.role = "head"

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
                    beside = self.belonging.company(participant, people)
                    company = {p.party[0] for p in beside if p.party}
                    free = [c for c in self.codes if c not in led | company]
                    alone = frame != "attend" or len(self.codes) == 2 or all(p.party for p in beside)
                    if company and len(free) == 1 and alone:
                        participant.party, participant.role = (free[0], participant.ground), "head"
                        self.belonging.unmarked = free[0]

        led = {p.party[0] for p in people if p.party and p.role == "head"}
        free = [c for c in self.codes if c not in led]
        for participant in people:
            if participant.first.escort or not led or len(free) != 1 or participant.party:
                continue
            if participant.frame in PROMOTED and self._may_lead(participant, people):
                participant.party, participant.role = (free[0], participant.ground), "head"
                break

    def _facing(self, people: list[Participant]) -> None:
        """Who is called the counterpart of somebody named before in one sentence, who leads the other side, leads his own."""
        for participant in people:
            party = participant.party
            if participant.role == "head" or not participant.identity.counterpart or not party or party[0] not in self.codes:
                continue
            own = participant.first
            if any(
                p.role == "head" and p.party and p.party[0] != party[0] and p.first.sentence == own.sentence
                and p.first.mention.end <= own.mention.start
                for p in people
            ):  # fmt: skip
                participant.role = "head"

    def _may_lead(self, participant: Participant, people: list[Participant]) -> bool:
        """Whether what somebody does may make a head, by the kind of meeting."""
        frame = participant.frame
        company = {p.party[0] for p in self.belonging.company(participant, people) if p.party}
        near = {p.party[0] for p in people if p.party and p.first.sentence == participant.first.sentence}
        everybody = len(company | near) >= len(self.codes) and self.meeting.kind not in OPEN
        if frame == "open":
            return bool(company) and self.meeting.kind not in ASSEMBLIES
        if frame == "meet" and not self.loose:
            opening = participant.first.sentence <= max((s.index for s in self.belonging.opening()), default=0)
            beside = self.belonging.company(participant, people)
            crowd = [p for p in beside if p.party and participant.party and p.party[0] == participant.party[0]]
            return (opening or bool(beside)) and len(crowd) < 2
        if frame not in ("attend", "visit", "tour"):
            return True
        if self.loose or frame == "tour":
            return self.loose and frame != "attend"
        if participant.first.sentence > max((s.index for s in self.belonging.opening()), default=0) and frame == "visit":
            return False
        if self.meeting.kind in ASSEMBLIES:
            return everybody and len(self.codes) <= MANY
        if len(self.codes) >= MANY and self.meeting.kind != "summit":
            return self.belonging.rank(participant, RULERS) and bool(participant.party) and self._is_state(participant)
        return True

    def _beside(self, participant: Participant, people: list[Participant]) -> bool:
        """Whether the other side has as many heads in one breath as this side has people (two and two ministers)."""
        own = [p for p in self.belonging.company(participant, people) if p.party == participant.party and p.role == "head"]
        others: dict[int, int] = {}
        for p in people:
            if p.role == "head" and p.party and participant.party and p.party[0] != participant.party[0]:
                others[p.first.group] = others.get(p.first.group, 0) + 1
        side = participant.first.side
        together = [p for p in self.belonging.company(participant, people) if p.first.side == side and side]
        return bool(own) and len(together) + 1 in others.values()

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
            party = self.belonging.code(identity.party) if identity.party else None
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
            self.belonging.join(found, identity, replace(best[0], frame="meet"))
            people.append(found[id(identity)])
        chosen = found[id(identity)]
        chosen.party = chosen.party or self.belonging.own_party(chosen)
        chosen.role = "head"

    def _together(self, people: list[Participant], appearances: list[Appearance]) -> None:
        """Of a meeting of two sides of which nothing tells who led, the first two that one sentence names for them did."""
        if len(self.codes) != 2 or self.meeting.kind in OPEN or any(p.role == "head" for p in people):
            return
        sentences: dict[int, dict[str | None, Appearance]] = {}
        for appearance in appearances:
            party = self.people.of(appearance.mention).party
            code = self.belonging.code(party) if party else None
            if appearance.frame != "aside" and appearance.mention.span.origin == "text" and (code or not party):
                sentences.setdefault(appearance.sentence, {}).setdefault(code, appearance)
        pair = next((list(named.values()) for named in sentences.values() if len(named) > 1 and set(named) - {None}), [])
        known = {id(p.identity): p for p in people}
        for appearance in pair[:2]:
            identity = self.people.of(appearance.mention)
            if id(identity) not in known:
                self.belonging.join(known, identity, replace(appearance, frame="meet", cue=None))
                people.append(known[id(identity)])
            participant = known[id(identity)]
            participant.party = participant.party or self.belonging.own_party(participant)
            participant.role = "head"

    def _in_order(self, people: list[Participant]) -> None:
        """Of two who met or led together, of whom nothing tells for whom, the first speaks for the side that is named first."""
        pair = [p for p in people if p.frame in ("meet", "lead")]
        if len(self.codes) != 2 or any(p.party or (p.role == "head" and p not in pair) for p in people):
            return
        if len(pair) == 2 and pair[0].first.group == pair[1].first.group:
            pair.sort(key=lambda p: p.first.mention.span.start)
            for participant, code in zip(pair, self.codes, strict=True):
                participant.party, participant.role = (code, participant.ground), "head"

    def _is_state(self, participant: Participant) -> bool:
        return participant.party is not None and (len(participant.party[0]) == 2 or participant.party[0] == self.codes[0])

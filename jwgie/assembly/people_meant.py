"""Heads of a meeting of whom only a noun for both tells: "the two ministers"."""

from __future__ import annotations

from dataclasses import replace

from jwgie.assembly.people_frames import Appearance
from jwgie.assembly.people_identity import Identity
from jwgie.assembly.people_sides import Belonging, Participant

#: Ranks (values of OFFICE mentions) that a noun for both (a value of SIDES mentions) speaks of.
MEANT = {"ministers": "minister", "presidents": "president"}
#: Nouns for both that speak of two of any office ("the two men").
ANYBODY = frozenset({"officials", "leaders"})


def meant_heads(belonging: Belonging, people: list[Participant], appearances: list[Appearance]) -> None:
    """Makes heads of those of whom a noun for both speaks."""
    _before(belonging, people)
    _both(belonging, people, appearances)


def _before(belonging: Belonging, people: list[Participant]) -> None:
    """Where the talks are those of "the two ministers" who are named before, in what is not about them, these are the heads."""
    led = {p.party[0] if p.party else None for p in people if p.role == "head"}
    if len(belonging.codes) != 2 or not led < set(belonging.codes):
        return
    nouns = [m for m in belonging.meeting.mentions(belonging.document, "SIDES") if m.span.origin == "text"]
    if not nouns or belonging.document.sentence_of(nouns[0].span) not in belonging.opening()[:2]:
        return
    rank = MEANT.get(nouns[0].value)
    pair: dict[str | None, Identity] = {}
    for identity in belonging.people.identities:
        first = identity.mentions[0]
        before = (
            first.span.origin == "text" and first.end <= nouns[0].start and not belonging.meeting.speaks(belonging.document, first.span)
        )
        ranks = {m.value for m in belonging.document.in_span(first.span, "OFFICE")} if before else set()
        if rank in ranks or (ranks and nouns[0].value in ANYBODY):
            code = belonging.code(identity.party) if identity.party else None
            if code or not identity.party:
                pair.setdefault(code, identity)
    if len(pair) == 2:
        known = {id(p.identity): p for p in people}
        for identity in pair.values():
            appearance = Appearance(identity.mentions[0], "meet", nouns[0].span, None, -1, -1)
            belonging.join(known, identity, appearance)
            participant = known[id(identity)]
            participant.party, participant.role = participant.party or belonging.own_party(participant), "head"
            if participant not in people:
                people.append(participant)


def _both(belonging: Belonging, people: list[Participant], appearances: list[Appearance]) -> None:
    """Where a sentence names one of each side and goes on with "the two ministers", these are the heads, also of a side that is
    only named for its invitation."""
    led = {p.party[0] for p in people if p.party and p.role == "head"}
    if len(belonging.codes) != 2 or len(led) == 2:
        return
    for noun in belonging.meeting.mentions(belonging.document, "SIDES"):
        rank, sentence = MEANT.get(noun.value), belonging.document.sentence_of(noun.span)
        pair: dict[str, Appearance] = {}
        for a in appearances if rank and sentence else ():
            party = belonging.people.of(a.mention).party
            code = belonging.code(party) if party else None
            before = sentence is not None and a.sentence == sentence.index and a.mention.end <= noun.start
            if code and before and any(m.value == rank for m in belonging.document.in_span(a.mention.span, "OFFICE")):
                pair.setdefault(code, a)
        if len(pair) == 2:
            found = {id(p.identity): p for p in people}
            for code in pair.keys() - led:
                identity = belonging.people.of(pair[code].mention)
                if id(identity) not in found:
                    belonging.join(found, identity, replace(pair[code], frame="meet", cue=noun.span))
                    people.append(found[id(identity)])
                chosen = found[id(identity)]
                chosen.party, chosen.role = chosen.party or belonging.own_party(chosen), "head"
            return

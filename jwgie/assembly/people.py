"""Who took part in a meeting: the named people of each side, with role, office and the body that it belongs to."""

from __future__ import annotations

from typing import Any

from jwgie.assembly.draft import Draft
from jwgie.assembly.links import links
from jwgie.assembly.meetings import Meeting, cues_and_sides
from jwgie.assembly.people_frames import Appearance, Frames
from jwgie.assembly.people_identity import People
from jwgie.assembly.people_roles import BY_ROLE, Roles
from jwgie.assembly.people_sides import OPEN_TO_ALL, Participant
from jwgie.document import Document, Span
from jwgie.languages import Pack

#: The number of the group of those who meet though their sentence is not about the meeting ("he also received ...").
ELSEWHERE = -2


def fill_people(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `delegations` of a meeting: named people by side, with role and office and their evidence."""
    people = document.once(People)
    subjects_first = links(pack).verbs_between
    frames = Frames(document, subjects_first, links(pack).verbs_last, links(pack).letters)
    own = [document.sentences[i] for i in meeting.sentences if document.sentences[i].kind != "dateline"]
    appearances = [a for sentence in own for a in frames.sentence(sentence)]
    appearances += [
        Appearance(p, "meet", None, None, sentence.index, ELSEWHERE)
        for p in meeting.principals
        if p.label == "PERSON" and (sentence := document.sentence_of(p.span)) and sentence.index not in meeting.own
    ]
    appearances = [a for a in appearances if a.mention not in meeting.apart]
    names = document.once(cues_and_sides, pack)[1].names if links(pack).beside else {}
    roles = Roles(document, meeting, people, subjects_first, names, links(pack).floor)
    participants = roles.participants(appearances)
    participants += roles.told(own, participants)
    delegations: dict[str, list[Participant]] = {code: [] for code in meeting.codes}
    for participant in participants:
        if participant.party:
            delegations.setdefault(participant.party[0], []).append(participant)
    if meeting.kind in OPEN_TO_ALL and draft.get("parties"):
        for code, group in delegations.items():
            if group and code not in meeting.parties:  # who is there for a side brings it in
                meeting.parties[code] = [group[0].party[1]] if group[0].party else []
                draft.add("parties", code, *meeting.parties[code])
    trees = [_delegation(document, meeting, draft, code, group) for code, group in delegations.items() if group]
    if trees:
        draft.set("delegations", trees)


def _delegation(document: Document, meeting: Meeting, draft: Draft, code: str, group: list[Participant]) -> dict[str, Any]:
    group = sorted(group, key=lambda p: p.role != "head")
    party = group[0].party
    assert party is not None
    return {"party": draft.value(code, party[1]), "people": [_person(document, meeting, draft, p) for p in group]}


def _person(document: Document, meeting: Meeting, draft: Draft, participant: Participant) -> dict[str, Any]:
    value = participant.value
    by_role = participant.first.group == BY_ROLE
    told = participant.first.mention if by_role else next((m for m in participant.identity.mentions if m.value == value), None)
    rule = told.credited(participant.rule) if told else participant.rule

    def leaf(span: Span | None) -> Any:
        return draft.value(document.slice(span), span, rule=rule) if span else None

    return {
        "name": leaf(value.name),
        "role": draft.value(participant.role, participant.ground, rule=participant.rule),
        "position": leaf(participant.position),
        "affiliation": leaf(value.affiliation or next((v.affiliation for v in participant.identity.values if v.affiliation), None)),
        "honorific": leaf(value.honorific),
    }

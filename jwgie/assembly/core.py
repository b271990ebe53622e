"""The fields that say which meeting it is: kind, name, ordinal, parties, subjects, status."""

from __future__ import annotations

from jwgie.assembly.draft import Draft
from jwgie.assembly.event import LOOSE
from jwgie.assembly.meetings import Meeting
from jwgie.document import Document
from jwgie.languages import Pack


def fill_core(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set kind, name, ordinal, parties, subjects and status of a meeting, each with its evidence."""
    draft.set("kind", meeting.kind, *meeting.kind_evidence)
    draft.set("status", meeting.status, *meeting.status_evidence)
    for code, evidence in meeting.parties.items():
        draft.add("parties", code, *evidence)
    body = meeting.body.value if meeting.body else None
    if meeting.name and meeting.kind not in LOOSE:
        draft.set("name", document.slice(meeting.name), meeting.name, rule=meeting.body.rule if meeting.body else "")
    if meeting.ordinal and meeting.kind not in LOOSE:
        draft.set("ordinal", meeting.ordinal.value, meeting.ordinal)
    for subject in body.subjects if body else ():
        draft.add("subjects", subject.value, subject)

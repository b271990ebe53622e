"""What a meeting dealt with."""

from __future__ import annotations

from jwgie.assembly.draft import Draft
from jwgie.assembly.meetings import Meeting
from jwgie.document import Document
from jwgie.languages import Pack


def fill_topics(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `topics` of a meeting (its subjects and the topics of its statements among them), with their evidence."""
    for subject in meeting.body.value.subjects if meeting.body else ():
        draft.add("topics", subject.value, subject)
    for statement in draft.get("statements") or ():
        for topic in statement.get("topics", ()) if isinstance(statement, dict) else ():
            draft.add("topics", topic.value, *topic.evidence)
    for mention in meeting.mentions(document, "TOPIC"):
        if mention.rule != "topics.weak":
            draft.add("topics", mention.value, mention)


def fill_regions_forums(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `regions` and `forums` of a meeting (no forum that is a party), with their evidence."""
    for mention in meeting.mentions(document, "REGION"):
        draft.add("regions", mention.value, mention)

"""The assembly stage: finds the meetings of a report and builds one record for each."""

from __future__ import annotations

from jwgie.assembly.beside import MOST
from jwgie.assembly.confidence import confidence_of
from jwgie.assembly.core import fill_core
from jwgie.assembly.documents import fill_documents
from jwgie.assembly.draft import Draft
from jwgie.assembly.meetings import Meeting, find_meetings
from jwgie.assembly.people import fill_people
from jwgie.assembly.rounds import fill_rounds
from jwgie.assembly.sources import fill_sources
from jwgie.assembly.statements import fill_statements
from jwgie.assembly.told import told_meetings
from jwgie.assembly.topics import fill_regions_forums, fill_topics
from jwgie.assembly.when import fill_when
from jwgie.assembly.where import fill_where
from jwgie.document import Document
from jwgie.languages import Pack
from jwgie.record import MeetingRecord, Records

#: In order: a later one may read (`draft.get`) what an earlier one has set. Topics follow statements, whose topics they include.
FILLERS = (
    fill_core, fill_when, fill_where, fill_rounds, fill_people, fill_statements, fill_topics, fill_regions_forums,
    fill_documents, fill_sources,
)  # fmt: skip


class Assembler:
    """A stage that adds records to a document."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.confidence = confidence_of(pack)

    def __call__(self, document: Document) -> Document:
        meetings = find_meetings(document, self.pack)
        if meetings is not None and not meetings:
            meetings = told_meetings(document, self.pack)
        records = Records(self.record(document, meeting) for meeting in meetings or ())
        reason = f"only the first {MOST} meetings of a text are told" if len(records) == MOST else document.reason
        return document.replace(records=records, reason=reason)

    def record(self, document: Document, meeting: Meeting) -> MeetingRecord:
        """The record of one meeting of a document."""
        draft = Draft(document)
        for fill in FILLERS:
            fill(document, meeting, draft, self.pack)
        return draft.build(self.confidence)

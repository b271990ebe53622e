"""What was signed or adopted at a meeting. (to be written)"""

from __future__ import annotations

from jwgie.assembly.draft import Draft
from jwgie.assembly.meetings import Meeting
from jwgie.document import Document
from jwgie.languages import Pack


def fill_documents(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `documents` of a meeting, with their evidence."""

"""When a meeting was or will be held. (to be written)"""

from __future__ import annotations

from jwgie.assembly.draft import Draft
from jwgie.assembly.meetings import Meeting
from jwgie.document import Document
from jwgie.languages import Pack


def fill_when(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `date` of a meeting, with its evidence."""

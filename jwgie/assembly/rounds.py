"""The previous and the next round of a meeting's body. (to be written)"""

from __future__ import annotations

from jwgie.assembly.draft import Draft
from jwgie.assembly.meetings import Meeting
from jwgie.document import Document
from jwgie.languages import Pack


def fill_rounds(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `next_meeting` and `previous_meeting`, with their evidence."""

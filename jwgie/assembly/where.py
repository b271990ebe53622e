"""Where and how a meeting was held. (to be written)"""

from __future__ import annotations

from jwgie.assembly.draft import Draft
from jwgie.assembly.meetings import Meeting
from jwgie.document import Document
from jwgie.languages import Pack


def fill_where(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `place` and `mode` of a meeting, with their evidence."""

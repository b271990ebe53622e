"""Whom a report cites. (to be written)"""

from __future__ import annotations

from jwgie.assembly.draft import Draft
from jwgie.assembly.meetings import Meeting
from jwgie.document import Document
from jwgie.languages import Pack


def fill_sources(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `sources`, with their evidence."""

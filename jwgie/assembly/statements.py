"""What the sides of a meeting said and undertook. (to be written)"""

from __future__ import annotations

from jwgie.assembly.draft import Draft
from jwgie.assembly.meetings import Meeting
from jwgie.document import Document
from jwgie.languages import Pack


def fill_statements(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `statements` of a meeting: act, actors, topics, means and quote, with their evidence."""

"""Who took part in a meeting. (to be written)"""

from __future__ import annotations

from jwgie.assembly.draft import Draft
from jwgie.assembly.meetings import Meeting
from jwgie.document import Document
from jwgie.languages import Pack


def fill_people(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `delegations` of a meeting: named people by side, with role and office and their evidence."""

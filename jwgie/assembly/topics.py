"""What a meeting dealt with. (to be written)"""

from __future__ import annotations

from jwgie.assembly.draft import Draft
from jwgie.assembly.meetings import Meeting
from jwgie.document import Document
from jwgie.languages import Pack


def fill_topics(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `topics` of a meeting (its subjects and the topics of its statements among them), with their evidence."""


def fill_regions_forums(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `regions` and `forums` of a meeting (no forum that is a party), with their evidence."""

"""jwgie reads reports of diplomatic meetings and returns typed records, each value with the characters that say it."""

from jwgie.document import Document, Mention, Relation, Sentence, Span, View
from jwgie.pipeline import Pipeline, extract, load, normalise
from jwgie.record import Evidence, MeetingRecord

__version__ = "0.1.0"

__all__ = [
    "Document", "Evidence", "MeetingRecord", "Mention", "Pipeline", "Relation", "Sentence", "Span", "View", "extract", "load", "normalise",
]  # fmt: skip

"""jwgie reads reports of diplomatic meetings and returns typed records, each value with the characters that say it."""

from jwgie.document import Document, Mention, Relation, Sentence, Span, View
from jwgie.languages import languages
from jwgie.languages.identify import identify
from jwgie.names import same_name
from jwgie.ner.dates import find_dates, find_numbers, find_ordinals
from jwgie.pipeline import Pipeline, extract, load, normalise
from jwgie.recognisers import SpacyRecogniser, StanzaRecogniser
from jwgie.record import Evidence, MeetingRecord, Records
from jwgie.rows import read_rows
from jwgie.tables import read_frame, to_frame, write_frame
from jwgie.web import read_html

__version__ = "0.1.0"

__all__ = [
    "Document", "Evidence", "MeetingRecord", "Mention", "Pipeline", "Records", "Relation", "Sentence", "SpacyRecogniser", "Span",
    "StanzaRecogniser", "View", "extract", "find_dates", "find_numbers", "find_ordinals", "identify", "languages", "load", "normalise",
    "read_frame", "read_html", "read_rows", "same_name", "to_frame", "write_frame",
]  # fmt: skip

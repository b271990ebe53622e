"""The assembly stage: groups what was found into meetings and builds one record for each. (first version)"""

from __future__ import annotations

from jwgie.document import Document
from jwgie.languages import Pack


class Assembler:
    """A stage that adds records to a document."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __call__(self, document: Document) -> Document:
        return document

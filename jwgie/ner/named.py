"""People in scripts with capital letters."""

from __future__ import annotations

from collections.abc import Iterator

from jwgie.document import Document, Mention
from jwgie.languages import Pack


class NamedPeople:
    """The recogniser of INSTITUTION, HONORIFIC, OFFICE and PERSON mentions where names are told by capitals."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __call__(self, document: Document) -> Iterator[Mention]:
        return iter(())

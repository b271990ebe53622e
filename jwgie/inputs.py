"""What a pipeline takes as a report: made a `Document` of, or refused with advice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from jwgie.document import Document
from jwgie.errors import InputError

#: A report: its text, its text and its metadata, both in one mapping (``text`` and `METADATA`), or a document.
Item = str | tuple[str, Mapping[str, Any]] | Mapping[str, Any] | Document

#: What is known of a report beside its text; other keys are left alone.
METADATA = ("title", "published", "id", "publisher")
_HINTS = {"bytes": "; decode it first, for example with .decode('utf-8')", "date": "; pass .isoformat()", "datetime": "; pass .isoformat()"}


def new_document(text: Any, *, title: Any = None, published: Any = None, id: Any = None, publisher: Any = None,
                 language: str | None = None) -> Document:  # fmt: skip
    """A document that no stage has seen yet; `InputError` where something is of a wrong type or `published` is no date."""
    told = {"text": text, "title": title or "", "published": published or "", "id": "" if id is None else id, "publisher": publisher or ""}
    for name, value in told.items():
        if not isinstance(value, str):
            raise InputError(f"{name} must be a str, not {type(value).__name__}{_HINTS.get(type(value).__name__, '')}")
    if published and not _is_date(published):
        raise InputError(f"published must be an ISO 8601 date such as 2024-05-31, not {published!r}")
    return Document(text, title or None, published or None, id, publisher, language)


def document_of(item: Item | Any, language: str | None = None) -> Document:
    """The document of one of many reports: one that cannot be made tells its `error`. A number is taken for an ``id``."""
    if isinstance(item, Document):
        return item
    data: Mapping[str, Any] = {"text": item}
    try:
        if isinstance(item, Mapping):
            data = item
            if "text" not in item:
                raise InputError("a report needs a text")
        elif isinstance(item, tuple):
            if len(item) != 2 or not isinstance(item[1], Mapping):
                raise InputError("a report that is a tuple is a text and a mapping of its metadata")
            data = {**item[1], "text": item[0]}
        known = {key: data[key] for key in METADATA if data.get(key) is not None}
        if "id" in known:
            known["id"] = str(known["id"])
        return new_document(data["text"], **known, language=language)
    except Exception as error:  # whatever one report brings about, the next ones are read
        return _unread(data, language, error)


def attempt(run: Callable[[Document], Document], document: Document) -> Document:
    """The document as it was read; where that fails, one without layers that tells the `error`. One with an error stays as it is."""
    if document.error is not None:
        return document
    try:
        return run(document)
    except Exception as error:  # whatever one report brings about, the next ones are read
        return failed(document, error)


def failed(document: Document, error: Exception) -> Document:
    """The document without what stages have added, and with the error."""
    known = (document.text, document.title, document.published, document.id, document.publisher, document.language)
    return Document(*known, error=error)


def _unread(data: Mapping[str, Any], language: str | None, error: Exception) -> Document:
    """As much of a report as is text, and why it is no document."""
    text, title, published, publisher = (
        value if isinstance(value := data.get(key), str) else None for key in ("text", "title", "published", "publisher")
    )
    id = None if data.get("id") is None else str(data["id"])
    return Document(text or "", title, published, id, publisher, language, error=error)


def _is_date(published: str) -> bool:
    """Whether it starts with an ISO 8601 date, perhaps without day or month; a time may follow a whole one."""
    try:
        date.fromisoformat((published + "-01-01")[:10] if len(published) in (4, 7) else published[:10])
    except ValueError:
        return False
    return len(published) in (4, 7, 10) or published[10:11] in ("T", " ")

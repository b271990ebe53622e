"""What ``jwgie extract`` writes of each report: a row, and in JSON lines a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from os import SEEK_END
from pathlib import Path
from typing import Any, NamedTuple

from jwgie.document import Document
from jwgie.errors import InputError

Row = dict[str, Any]

_BLOCK = 1 << 16


class Line(NamedTuple):
    """A row as text, and what a summary needs of it."""

    text: str
    id: str | None
    error: str | None


def row(document: Document) -> Row:
    """A document as plain values."""
    return {
        "id": document.id,
        "meetings": [record.model_dump(mode="json") for record in document.records],
        "reason": document.reason,
        "error": None if document.error is None else f"{type(document.error).__name__}: {document.error}",
    }


def line(document: Document) -> Line:
    """A document as a line of JSON, with its end."""
    return Line(dumps(row(document)) + "\n", document.id, None if document.error is None else str(document.error))


def dumps(value: Any, indent: int | None = None) -> str:
    """JSON with letters as they are, unless it could not be written so."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate, which no encoding can write: escape it
        return json.dumps(value, indent=indent)
    return text


def read_rows(file: str | Path) -> Iterator[Row]:
    """The rows of a file of JSON lines. A last line without an end is one that was being written, and is left out."""
    with Path(file).open("rb") as lines:
        for number, text in enumerate(lines, 1):
            if text.endswith(b"\n"):
                yield _parsed(text, number, file)


def _parsed(text: bytes, number: int, file: str | Path) -> Row:
    try:
        found = json.loads(text)
    except ValueError as error:
        raise InputError(f"{file}, line {number} is not JSON: {error}") from error
    if not isinstance(found, dict) or not {"id", "meetings", "reason", "error"} <= found.keys():
        raise InputError(f"{file}, line {number} is not a row that jwgie extract writes")
    return found


class Begun(NamedTuple):
    """An output that goes on: how many reports it has, and which of them failed."""

    done: int
    failures: list[tuple[str, str]]


def resume(out: Path, documents: Iterator[Document]) -> Begun:
    """Takes from `documents` those that a broken run has written already, and cuts a line off that it was in the middle of.

    The written lines must tell of the first documents, in order: each has its report's id, and what it says of a meeting has the report's
    title and date of publication and quotes its text. Anything else is another input, or other options: `InputError`."""
    failures = []
    count = 0
    for count, written in enumerate(read_rows(out), 1):
        document = next(documents, None)
        if document is None:
            raise InputError(
                f"{out} does not go with this input: it tells of report {count}, {written['id']!r}, which there is not. {_ADVICE}"
            )
        if difference := _difference(written, document):
            raise InputError(f"{out} does not go with this input: line {count} {difference}. {_ADVICE}")
        if written["error"] is not None:
            failures.append((written["id"] or str(count), written["error"].partition(": ")[2]))
    _cut(out)
    return Begun(count, failures)


_ADVICE = "Go on with the input and the options that it was begun with, or write to another file"


def _cut(file: Path) -> None:
    """Takes off what comes after the last end of a line."""
    with file.open("r+b") as stream:
        end = stream.seek(0, SEEK_END)
        while end:
            start = max(0, end - _BLOCK)
            stream.seek(start)
            at = stream.read(end - start).rfind(b"\n")
            if at >= 0:
                stream.truncate(start + at + 1)
                return
            end = start
        stream.truncate(0)


def _difference(written: Mapping[str, Any], document: Document) -> str | None:
    """What tells that a row is not of this document; what cannot be told is taken for granted."""
    if written["id"] != document.id:
        return f"tells of report {written['id']!r}, where the input has {document.id!r}"
    if document.error is not None and written["error"] is None:
        return f"tells of report {document.id!r}, which cannot be read now ({document.error})"
    for meeting in written["meetings"]:
        for name in ("title", "published"):
            if meeting["document"][name] != getattr(document, name):
                return f"has another {name} of report {document.id!r}: {meeting['document'][name]!r}, not {getattr(document, name)!r}"
        if not all(_quotes(evidence, document) for evidence in meeting["evidence"].values()):
            return f"quotes words of report {document.id!r} that are no longer where they were"
    return None


def _quotes(evidence: Iterable[Mapping[str, Any]], document: Document) -> bool:
    for e in evidence:
        sources = {"text": (document.text,), "title": (document.title,)}.get(e["origin"], (document.text, document.title))
        if not any(source is not None and source[e["start"] : e["end"]] == e["text"] for source in sources):
            return False
    return True

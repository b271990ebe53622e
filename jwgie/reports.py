"""Reports from files: plain text, web pages, JSON, JSON lines, folders of them, standard input."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jwgie.errors import InputError, JwgieError, MissingExtraError
from jwgie.segmentation import split_title
from jwgie.web import read_html

#: What is read in a folder.
SUFFIXES = frozenset({".txt", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson"})
#: What a page on standard input begins with.
_PAGE = (b"<!doctype html", b"<html")
#: The encoding of files that do not declare one: that of `read_reports` without another.
UTF_8 = "utf-8-sig"

#: A report as a mapping (what `Pipeline.pipe` takes), or its id and why there is none.
Report = dict[str, Any] | tuple[str, JwgieError]


def read_reports(sources: Iterable[str], *, title: str = "guess", encoding: str = UTF_8, skip: Path | None = None) -> Iterator[Report]:
    """The reports of files and folders (sorted by name), in order; ``-`` is standard input. What cannot be read comes as an
    error in its place. `title` says how the headline of a plain text is told (`split_title`). A report without an id of its own
    has the file's name, and in JSON lines its line's number. `skip` is a file that is left out of folders: that of the output."""
    skipped = skip.resolve() if skip else None
    for source in sources:
        if source == "-":
            yield from _parse("-", sys.stdin.buffer.read(), title, encoding)
        elif Path(source).is_dir():
            for file in sorted(p for p in Path(source).rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file()):
                if file.resolve() != skipped:
                    yield from _file(file, title, encoding)
        else:
            yield from _file(Path(source), title, encoding)


def _file(file: Path, title: str, encoding: str) -> Iterator[Report]:
    try:
        if file.suffix.lower() in (".jsonl", ".ndjson"):
            with file.open("rb") as lines:  # line by line: such files are large
                yield from _lines(str(file), lines, encoding)
        else:
            yield from _parse(str(file), file.read_bytes(), title, encoding)
    except OSError as error:
        yield str(file), InputError(f"cannot be read: {error.strerror or error}")


def _parse(name: str, data: bytes, title: str, encoding: str) -> Iterator[Report]:
    """The reports in one file's bytes, whatever they are."""
    if name.lower().endswith((".html", ".htm", ".xhtml")) or (name == "-" and data[:1024].lstrip().lower().startswith(_PAGE)):
        yield _page(name, data, encoding)
        return
    try:
        text = _decode(data, encoding)
    except InputError as error:
        yield name, error
        return
    if name.lower().endswith(".json") or (name == "-" and text.lstrip().startswith(("{", "["))):
        yield from _json(name, data, text, encoding)
    else:
        headline, body = split_title(text, title)
        yield {"id": name, "text": body, "title": headline}


def _page(name: str, data: bytes, encoding: str) -> Report:
    try:
        return {"id": name, **read_html(data, encoding=None if encoding == UTF_8 else encoding)}
    except (InputError, MissingExtraError) as error:
        return name, error


def _json(name: str, data: bytes, text: str, encoding: str) -> Iterator[Report]:
    try:
        value = json.loads(text)
    except ValueError as error:
        if name == "-" and text.lstrip().startswith("{"):
            yield from _lines(name, data.splitlines(), encoding)
        else:
            yield name, InputError(f"is not JSON: {error}")
        return
    if isinstance(value, list):
        yield from (_report(f"{name}:{number}", item) for number, item in enumerate(value, 1))
    else:
        yield _report(name, value)


def _lines(name: str, lines: Iterable[bytes], encoding: str) -> Iterator[Report]:
    for number, line in enumerate(lines, 1):
        where = f"{name}:{number}"
        try:
            text = _decode(line, encoding)
            if text.strip():
                yield _report(where, json.loads(text))
        except InputError as error:
            yield where, error
        except (ValueError, RecursionError) as error:
            yield where, InputError(f"is not JSON: {error}")


def _report(where: str, value: Any) -> Report:
    if not isinstance(value, dict) or "text" not in value:
        return where, InputError('needs a JSON object with a "text"')
    return {**value, "id": where if value.get("id") is None else value["id"]}


def _decode(data: bytes, encoding: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise InputError(f"cannot be decoded: {error}; try --encoding, for example windows-1256") from error

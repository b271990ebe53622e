"""The tables that records come in: which there are, and what each column is. Frames, files and their documentation go by it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import Any, Literal, get_args

from jwgie.errors import InputError
from jwgie.record import MeetingRecord

Kind = Literal["meetings", "people", "statements", "topics", "documents", "sources", "evidence", "reports"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Type(StrEnum):
    """What the values of a column are; any may be missing, save that a list is empty instead."""

    text = "text"
    whole = "whole number"
    share = "number"
    texts = "list of texts"
    day = "day"


@dataclass(frozen=True)
class Column:
    """`value` tells it from what a row is about (`_Row`)."""

    name: str
    type: Type
    about: str
    value: Callable[[_Row], Any]


@dataclass(frozen=True)
class _Row:
    """What a row is about: a part of a record (or of what is known of a report) and where it stands."""

    part: Any
    document_id: str
    meeting: int | None = None
    number: int | None = None
    pointer: str | None = None
    party: str | None = None


@dataclass(frozen=True)
class Report:
    """What is known of one report, beside its records."""

    id: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    meetings: int = 0
    reason: str | None = None
    error: str | None = None


@dataclass(frozen=True)
class Table:
    """One kind of table: a row for each of the `parts` of a record."""

    kind: Kind
    about: str
    columns: tuple[Column, ...]
    parts: Callable[[MeetingRecord], Iterable[dict[str, Any]]]

    def rows(self, record: MeetingRecord, document_id: str, meeting: int) -> Iterator[tuple[Any, ...]]:
        """The rows of one record."""
        for part in self.parts(record):
            yield self.row(_Row(document_id=document_id, meeting=meeting, **part))

    def row(self, row: _Row) -> tuple[Any, ...]:
        return tuple(clean(column.value(row), column.type) for column in self.columns)

    def report_row(self, report: Report) -> tuple[Any, ...]:
        """The row of a report, of the table of reports."""
        return self.row(_Row(report, report.id))


_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(value: Any, type: Type) -> Any:
    """A value as tables hold it: half a surrogate pair, which no file can hold, is U+FFFD, and an empty text is none."""
    if type is Type.texts:
        return [_SURROGATES.sub("\ufffd", text) for text in value]
    if type is Type.text:
        return _SURROGATES.sub("\ufffd", value) or None if value else None
    return value


def day(text: str | None, last: bool = False) -> date | None:
    """The first or the last day of an ISO 8601 day, month or year; None of anything else."""
    try:
        year, month, number = ([int(part) for part in (text or "").split("-")] + [0, 0])[:3]
        month = month or (12 if last else 1)
        return date(year, month, number or (monthrange(year, month)[1] if last else 1))
    except ValueError:  # as of monthrange, for a month that there is not
        return None


def _path(path: str) -> Callable[[_Row], Any]:
    """What an attribute of an attribute of the part is, or None where one on the way is missing."""
    names = path.split(".")

    def value(row: _Row) -> Any:
        at = row.part
        for name in names:
            at = getattr(at, name) if at is not None else None
        return at

    return value


def _column(name: str, type: Type, about: str, value: Callable[[_Row], Any] | str | None = None) -> Column:
    return Column(name, type, about, _path(value or name) if value is None or isinstance(value, str) else value)


def _of_row(name: str, type: Type, about: str) -> Column:
    return Column(name, type, about, attrgetter(name))


_KEYS = (
    _of_row("document_id", Type.text, "the report's id; where it has none, its number among the reports, such as `#1`"),
    _of_row("meeting", Type.whole, "the meeting's number among those of this id, from 1"),
)
_POINTER = _of_row("pointer", Type.text, "where it is in the record, as in the table `evidence`")
_POINTER_OF_PART = _of_row("pointer", Type.text, "where it is in the record: what the pointers of the table `evidence` begin with")


def _number(of: str) -> Column:
    return Column(of, Type.whole, "its number in the meeting, from 1", attrgetter("number"))


def _round(name: str, about: str) -> tuple[Column, ...]:
    return (
        _column(f"{name}_ordinal", Type.whole, f"the number of the {about} round", f"{name}_meeting.ordinal"),
        _column(f"{name}_start", Type.text, "its first day, as precise as the report", f"{name}_meeting.date.start"),
        _column(f"{name}_end", Type.text, "its last day, as precise as the report", f"{name}_meeting.date.end"),
        _column(f"{name}_date_text", Type.text, "the words for its date", f"{name}_meeting.date_text"),
        _column(f"{name}_city", Type.text, "its city in English", f"{name}_meeting.place.city"),
        _column(f"{name}_country", Type.text, "its country (ISO 3166-1 alpha-2)", f"{name}_meeting.place.country"),
    )


_MEETINGS = Table(
    "meetings",
    "a row for each meeting",
    (
        *_KEYS,
        _column("kind", Type.text, "what sort of meeting"),
        _column("name", Type.text, "the body's own name"),
        _column("subjects", Type.texts, "the body's own subjects, by code"),
        _column("ordinal", Type.whole, "the round"),
        _column("parties", Type.texts, "the sides: country codes, acronyms of organisations"),
        _column("date_start", Type.text, "the first day, as precise as the report: `2024-06-03`, `2024-06`, `2024`", "date.start"),
        _column("date_end", Type.text, "the last day, likewise", "date.end"),
        _column("first_day", Type.day, "the first day that `date_start` may be", lambda row: _first(row.part)),
        _column("last_day", Type.day, "the last day that `date_end` may be", lambda row: _last(row.part)),
        _column("city", Type.text, "the city in English", "place.city"),
        _column("country", Type.text, "the country (ISO 3166-1 alpha-2)", "place.country"),
        _column("mode", Type.text, "`virtual`, `hybrid` or none"),
        _column("status", Type.text, "`held`, `scheduled`, `postponed` or `cancelled`"),
        _column("topics", Type.texts, "what was discussed or agreed on, by code"),
        _column("regions", Type.texts, "the regions under discussion, by code"),
        _column("forums", Type.texts, "the organisations as places to cooperate in"),
        *_round("next", "next"),
        *_round("previous", "previous"),
        _column("confidence", Type.share, "the share of the record's values that should be right"),
        _column("title", Type.text, "the report's headline", "document.title"),
        _column("published", Type.text, "when it was published (ISO 8601)", "document.published"),
        _column("publisher", Type.text, "who published it", "document.publisher"),
        _column("language", Type.text, "the language of its text (ISO 639-1)", "document.language"),
    ),
    lambda record: [{"part": record}],
)


def _first(record: MeetingRecord) -> date | None:
    return day(record.date.start) if record.date else None


def _last(record: MeetingRecord) -> date | None:
    return day(record.date.end, last=True) if record.date else None


def _people(record: MeetingRecord) -> Iterator[dict[str, Any]]:
    number = 0
    for i, side in enumerate(record.delegations):
        for j, person in enumerate(side.people):
            number += 1
            yield {"part": person, "number": number, "pointer": f"/delegations/{i}/people/{j}", "party": side.party}


_PEOPLE = Table(
    "people",
    "a row for each named person of a delegation",
    (
        *_KEYS,
        _number("person"),
        _of_row("party", Type.text, "the person's side"),
        _column("role", Type.text, "`head` or `member`"),
        _column("name", Type.text, "the name, as the report has it"),
        _column("position", Type.text, "the office"),
        _column("affiliation", Type.text, "where the office is"),
        _column("honorific", Type.text, "what comes before the name"),
        _POINTER_OF_PART,
    ),
    _people,
)


def _parts(field: str) -> Callable[[MeetingRecord], Iterable[dict[str, Any]]]:
    return lambda record: [{"part": p, "number": i, "pointer": f"/{field}/{i - 1}"} for i, p in enumerate(getattr(record, field), 1)]


_STATEMENTS = Table(
    "statements",
    "a row for each position or commitment",
    (
        *_KEYS,
        _number("statement"),
        _column("act", Type.text, "`agree`, `condemn`, `call_for` ..."),
        _column("actors", Type.texts, "the sides that it is of"),
        _column("topics", Type.texts, "what it is about, by code"),
        _column("means", Type.texts, "by what means, by code"),
        _column("quote", Type.text, "the clause that says it"),
        _POINTER_OF_PART,
    ),
    _parts("statements"),
)
_TOPICS = Table(
    "topics",
    "a row for each topic of a meeting",
    (*_KEYS, Column("topic", Type.text, "the topic's code", attrgetter("part")), _POINTER),
    _parts("topics"),
)
_DOCUMENTS = Table(
    "documents",
    "a row for each document signed or adopted",
    (
        *_KEYS,
        _number("document"),
        _column("kind", Type.text, "`memorandum_of_understanding`, `agreement` ..."),
        _column("title", Type.text, "its title"),
        _column("topics", Type.texts, "what it is about, by code"),
        _POINTER_OF_PART,
    ),
    _parts("documents"),
)
_SOURCES = Table(
    "sources",
    "a row for each source that the report cites",
    (
        *_KEYS,
        _number("source"),
        _column("name", Type.text, "the source, as the report has it"),
        _column("party", Type.text, "its side"),
        _POINTER_OF_PART,
    ),
    _parts("sources"),
)


def _evidence(record: MeetingRecord) -> Iterator[dict[str, Any]]:
    values = dict(record.leaves())
    for pointer, found in record.evidence.items():
        for number, evidence in enumerate(found, 1):
            yield {"part": (evidence, values.get(pointer)), "number": number, "pointer": pointer}


def _of_evidence(name: str) -> Callable[[_Row], Any]:
    return lambda row: getattr(row.part[0], name)


_EVIDENCE = Table(
    "evidence",
    "a row for each piece of evidence of each value",
    (
        *_KEYS,
        _of_row("pointer", Type.text, "which value of the record (JSON pointer)"),
        Column("piece", Type.whole, "the number of the piece, from 1, for one value may have several", attrgetter("number")),
        Column("value", Type.text, "the value, as text", lambda row: None if row.part[1] is None else str(row.part[1])),
        Column("text", Type.text, "the characters that say it", _of_evidence("text")),
        Column("origin", Type.text, "`text`, `title`, `metadata` or `knowledge`", _of_evidence("origin")),
        Column("start", Type.whole, "where they start in the text or title", _of_evidence("start")),
        Column("end", Type.whole, "where they end", _of_evidence("end")),
        Column("rule", Type.text, "what read them", _of_evidence("rule")),
        Column("confidence", Type.share, "how often that rule was right", _of_evidence("confidence")),
    ),
    _evidence,
)
_REPORTS = Table(
    "reports",
    "a row for each report, whether or not it tells of a meeting",
    (
        _KEYS[0],
        _column("title", Type.text, "the headline"),
        _column("published", Type.text, "when it was published (ISO 8601)"),
        _column("publisher", Type.text, "who published it"),
        _column("language", Type.text, "the language of its text (ISO 639-1)"),
        _column("meetings", Type.whole, "how many meetings it tells of"),
        _column("reason", Type.text, "why nothing could be looked for, or not all is told"),
        _column("error", Type.text, "why it could not be read"),
    ),
    lambda record: (),
)

#: All tables by their kind.
TABLES: Mapping[Kind, Table] = {
    table.kind: table for table in (_MEETINGS, _PEOPLE, _STATEMENTS, _TOPICS, _DOCUMENTS, _SOURCES, _EVIDENCE, _REPORTS)
}


def table_of(kind: str) -> Table:
    """The table of a kind, or `InputError`."""
    found = next((table for table in TABLES.values() if table.kind == kind), None)
    if found is None:
        raise InputError(f"there is no table of {kind!r}; there are: {', '.join(KINDS)}")
    return found


def markdown() -> str:
    """All tables and columns, as ``docs/tables.md`` has them."""
    lines = []
    for table in TABLES.values():
        lines += [
            f"## `{table.kind}`",
            "",
            f"{table.about[0].upper()}{table.about[1:]}.",
            "",
            "| column | type | what it is |",
            "|---|---|---|",
        ]
        lines += [f"| `{column.name}` | {column.type} | {column.about} |" for column in table.columns] + [""]
    return "\n".join(lines)

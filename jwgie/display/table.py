"""A record as a table of two columns, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

import regex
from rich.box import HORIZONTALS
from rich.table import Table
from rich.text import Text

from jwgie.record import DateRange, MeetingRecord, OtherRound, Person, Place

_UNPRINTABLE = regex.compile(r"[[\p{Cc}\p{Cs}]--[\n\t]]", regex.V1)


def table(record: MeetingRecord, title: str | None = None) -> Table:
    """One meeting, with what the report does not say left out."""
    grid = Table(title=Text(printable(title)) if title else None, title_justify="left", show_header=False, box=HORIZONTALS, expand=True)
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold", ratio=1)
    for label, value in rows(record):
        # Text, not markup: brackets in a report are brackets.
        grid.add_row(label, Text(printable(value)))
    return grid


def rows(record: MeetingRecord) -> list[tuple[str, str]]:
    """The label and the value of each row."""
    return [(label, value) for label, value in _rows(record) if value]


def printable(text: str) -> str:
    """A text without what would steer a terminal or cannot be written."""
    return _UNPRINTABLE.sub("\ufffd", text)


def _rows(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    yield "meeting", _words(record.kind)
    yield "name", record.name or ""
    yield "round", str(record.ordinal or "")
    yield "parties", ", ".join(record.parties)
    yield "date", _date(record.date)
    yield "place", _place(record.place)
    yield "mode", record.mode or ""
    yield "status", record.status
    yield "delegations", "\n".join(f"{side.party}: {_person(person)}" for side in record.delegations for person in side.people)
    yield "subjects", ", ".join(map(_words, record.subjects))
    yield "topics", ", ".join(map(_words, record.topics))
    yield "regions", ", ".join(map(_words, record.regions))
    yield "forums", ", ".join(record.forums)
    yield "statements", "\n".join(f"{', '.join(s.actors) or '?'} {_words(s.act)}: {s.quote}" for s in record.statements)
    yield "documents", "\n".join(f"{_words(d.kind)}: {d.title}" if d.title else _words(d.kind) for d in record.documents)
    yield "sources", "\n".join(f"{s.name} ({s.party})" if s.party else s.name for s in record.sources)
    yield "next", _round(record.next_meeting)
    yield "previous", _round(record.previous_meeting)


def _words(code: str) -> str:
    return code.replace("_", " ")


def _date(date: DateRange | None) -> str:
    if date is None:
        return ""
    return date.start if date.start == date.end else f"{date.start} to {date.end}"


def _place(place: Place | None) -> str:
    return ", ".join(filter(None, (place.city, place.country))) if place else ""


def _person(person: Person) -> str:
    name = " ".join(filter(None, (person.honorific, person.name)))
    office = " | ".join(filter(None, (person.position, person.affiliation)))
    return f"{name} ({person.role})" + (f": {office}" if office else "")


def _round(other: OtherRound | None) -> str:
    if other is None:
        return ""
    parts = (f"round {other.ordinal}" if other.ordinal else "", _place(other.place), _date(other.date), other.date_text or "")
    return "; ".join(filter(None, parts))

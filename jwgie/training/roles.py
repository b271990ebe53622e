"""Which mentions of a report are the meeting's own: its sides, people, place and date, as gold tells them.

Gold gives codes, days and names; the rules' mentions say where a text speaks of them. What is the place of the meeting is no side of it
there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jwgie.assembly.people_identity import People
from jwgie.assembly.roles import bare
from jwgie.assembly.when import value_of
from jwgie.document import Document, Mention, View
from jwgie.knowledge import capital_of, city_state
from jwgie.ner.dates_calendar import coarse
from jwgie.ner.values import CityValue

#: A role, and the span ``[start, end)`` of a view that has it.
Role = tuple[str, int, int]


def roles(document: Document, view: View, meetings: Sequence[Mapping[str, Any]]) -> list[list[Role]]:
    """The roles in a view by what is surest: people, then places, dates, sides; spans of one kind may overlap those of a later one."""
    found = [list(_people(document, meetings)), [], [], []]
    lines = [s.span for s in document.sentences if s.kind == "dateline"]
    for mention in document.mentions if meetings else ():
        if any(line.contains(mention.span) for line in lines):
            continue  # where a report is written says nothing
        if mention.label in ("CITY", "COUNTRY") and any(_is_place(document, mention, m) for m in meetings):
            found[1].append(("PLACE", mention))
        elif mention.label == "DATE" and any(_is_date(document, mention, m) for m in meetings):
            found[2].append(("DATE", mention))
        elif any(_side(mention) in m["parties"] for m in meetings):
            found[3].append(("PARTY", mention))
    return [[(role, *view.range(bare(m))) for role, m in stage if m.span.origin == view.origin] for stage in found]


def participants(meetings: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The roles of the people of some meetings, by name; whoever heads a side of one of them is a head."""
    told: dict[str, str] = {}
    for meeting in meetings:
        for person in (p for d in meeting.get("delegations") or () for p in d["people"]):
            if told.get(person["name"]) != "HEAD":
                told[person["name"]] = person["role"].upper()
    return told


def _people(document: Document, meetings: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, Mention]]:
    """The names of the participants as the rules find them, short ones too."""
    told = participants(meetings)
    for identity in People(document).identities if told else ():
        names = {document.slice(m.value.name) for m in identity.mentions}
        role = next((role for name, role in told.items() if any(n in name or name in n for n in names)), None)
        if role:
            yield from ((role, m) for m in identity.mentions)


def _is_place(document: Document, mention: Mention, meeting: Mapping[str, Any]) -> bool:
    place = meeting.get("place")
    if not place:
        return False
    if isinstance(mention.value, CityValue):
        return bool((mention.value.name, mention.value.country) == (place.get("city"), place.get("country")))
    if mention.value != place.get("country"):
        return False
    held = any(mention in r.arguments.values() for r in document.relations if r.name == "held_at")
    city = city_state(mention.value)
    if place.get("city"):
        return held and city is not None and city.name == place["city"]
    return held or mention.value not in meeting["parties"]


def _is_date(document: Document, mention: Mention, meeting: Mapping[str, Any]) -> bool:
    """Whether a date is a day of the meeting, or names the same month or year where no day is told."""
    date = meeting.get("date")
    value = value_of(document, mention, meeting["status"]) if date else None
    if not date or value is None:
        return False
    if value.grain == "day":
        return len(date["start"]) == len(value.start) and bool(date["start"] <= value.start and value.end <= date["end"])
    return coarse(value) == (date["start"], date["end"])


def _side(mention: Mention) -> str | None:
    """The side that a mention names; of cities, capitals stand for theirs."""
    if isinstance(mention.value, CityValue):
        return capital_of(mention.value)
    return mention.value if mention.label in ("COUNTRY", "NATIONALITY", "ORG") else None

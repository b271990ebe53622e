"""What the heads of the tagger label: layers of spans that do not overlap within a layer, and codes of sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from jwgie.record import Act, Kind, Status

#: The layers for reports, and those of the data sets with labels of their own.
LAYERS: dict[str, tuple[str, ...]] = {
    "people": ("NAME", "HONORIFIC", "OFFICE", "INSTITUTION"),
    "bodies": ("BODY",),
    "things": ("PLACE", "ORG", "DATE", "ORDINAL", "DOCUMENT"),
    "roles": ("PARTY", "HEAD", "MEMBER", "PLACE", "DATE"),
    "joined": ("1", "2"),
    "anercorp": ("PER", "LOC", "ORG", "MISC"),
    "aqmar": ("PER", "LOC", "ORG", "MISC"),
    "wojood": ("PER", "ORG", "GPE", "LOC", "FAC", "OCC", "EVENT", "DATE", "ORDINAL", "NORP", "LAW"),
}

#: The layers that the spans of reports are read with. Beside them, ``joined`` tells how many letters (a conjunction, a preposition)
#: stand joined before the first unit of a span. ``roles`` labels what is the meeting's own: its sides, its people by name, its place, its
#: date.
REPORTS = ("people", "bodies", "things", "roles")

#: The acts of statements.
ACTS: tuple[str, ...] = get_args(Act)

#: What a sentence may tell of a meeting that the report is about: its kind, and its status if it is not held.
MEETINGS: tuple[str, ...] = (*get_args(Kind), *(status for status in get_args(Status) if status != "held"))

#: What the first window of a report's text, and its headline, tell of the whole report: that it is about a meeting.
ABOUT: tuple[str, ...] = ("meeting",)


def tags(labels: Sequence[str]) -> list[str]:
    """The tags of a layer: outside, and for each label its first unit and a later one."""
    return ["O", *(f"{place}-{label}" for label in labels for place in "BI")]


def tagged(spans: Sequence[tuple[int, int, str]], length: int, labels: Sequence[str]) -> list[int]:
    """The numbers of the tags of `length` units, of spans ``(first, last, label)`` that do not overlap; `last` is exclusive."""
    numbers = {tag: number for number, tag in enumerate(tags(labels))}
    row = [0] * length
    for first, last, label in spans:
        row[first:last] = [numbers[f"B-{label}"], *[numbers[f"I-{label}"]] * (last - first - 1)]
    return row


def spans(row: Sequence[int], labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """The spans ``(first, last, label)`` that a row of numbers of tags means."""
    found: list[tuple[int, int, str]] = []
    for at, number in enumerate(row):
        if not number:
            continue
        label = labels[(number - 1) // 2]
        if number % 2 == 0 and found and found[-1][1] == at and found[-1][2] == label:
            found[-1] = (found[-1][0], at + 1, label)
        else:
            found.append((at, at + 1, label))
    return found

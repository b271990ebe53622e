"""Spans of the gold values in their report: they are verbatim, so every occurrence counts. What gold does not give, the rules give.

All spans are positions in `View.written`, the text that the tagger reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import regex

from jwgie.document import Document, Origin, Span, View
from jwgie.ner.values import BodyValue, PersonValue
from jwgie.training.roles import participants, roles

#: The layer and label of the rules' mentions that the tagger learns from.
_SILVER = {
    "OFFICE": ("people", "OFFICE"),
    "HONORIFIC": ("people", "HONORIFIC"),
    "INSTITUTION": ("people", "INSTITUTION"),
    "COUNTRY": ("things", "PLACE"),
    "CITY": ("things", "PLACE"),
    "ORG": ("things", "ORG"),
    "DATE": ("things", "DATE"),
    "ORDINAL": ("things", "ORDINAL"),
    "DOCUMENT": ("things", "DOCUMENT"),
}


class Labelled(NamedTuple):
    """A value in a text: its layer and label."""

    layer: str
    label: str
    start: int
    end: int


def labelled(document: Document, meetings: list[Mapping[str, Any]], origin: Origin) -> list[Labelled]:
    """The labelled spans of one view; of one layer none overlap, gold values go first, long ones before short ones."""
    view = document.views[origin]
    found = [Labelled(layer, label, *place) for layer, label, value in set(_values(meetings)) for place in _places(view, value)]
    kept: list[Labelled] = []
    given = [[Labelled("roles", *role) for role in stage] for stage in roles(document, view, meetings)]
    for stage in (found, list(_described(document, view)), list(_mentions(document, view)), *given):
        for one in sorted(stage, key=lambda s: s.start - s.end):
            if all(one.layer != other.layer or one.end <= other.start or other.end <= one.start for other in kept):
                kept.append(one)
    return sorted(kept, key=lambda s: (s.layer, s.start))


def _values(meetings: list[Mapping[str, Any]]) -> Iterator[tuple[str, str, str]]:
    yield from (("roles", role, name) for name, role in participants(meetings).items())
    for meeting in meetings:
        if meeting.get("name"):
            yield "bodies", "BODY", meeting["name"]
        for delegation in meeting.get("delegations") or ():
            for person in delegation["people"]:
                for field, label in (("name", "NAME"), ("position", "OFFICE"), ("affiliation", "INSTITUTION"), ("honorific", "HONORIFIC")):
                    if person.get(field):
                        yield "people", label, person[field]
        for other in ("next_meeting", "previous_meeting"):
            if meeting.get(other) and meeting[other].get("date_text"):
                yield "things", "DATE", meeting[other]["date_text"]


def _places(view: View, value: str) -> Iterator[tuple[int, int]]:
    """Where a value stands: not in the midst of a word, save after what is joined to it."""
    unspaced = regex.search(r"[\p{Han}\p{Hiragana}\p{Katakana}]", value)
    before, after = ("", "") if unspaced else (r"(?<![\p{L}\p{M}\p{N}]{3})", r"(?![\p{L}\p{M}\p{N}])")
    if not unspaced and not regex.search(r"\p{Arabic}", value):
        before = r"(?<![\p{L}\p{M}\p{N}])"
    for match in regex.finditer(before + regex.escape(value.strip(), special_only=True) + after, view.source):
        start, end = view.range(Span(match.start(), match.end(), view.origin))
        if start < end:
            yield start, end


def _described(document: Document, view: View) -> Iterator[Labelled]:
    """The parts of the persons that the rules found."""
    for mention in document.mentions:
        if mention.span.origin != view.origin:
            continue
        if isinstance(mention.value, PersonValue):
            value = mention.value
            parts = ((value.name, "NAME"), (value.honorific, "HONORIFIC"), (value.position, "OFFICE"), (value.affiliation, "INSTITUTION"))
            for span, label in parts:
                if span and span.origin == view.origin:
                    yield Labelled("people", label, *view.range(span))
        elif isinstance(mention.value, BodyValue) and mention.value.name:
            yield Labelled("bodies", "BODY", *view.range(mention.value.name))


def _mentions(document: Document, view: View) -> Iterator[Labelled]:
    for mention in document.mentions:
        if mention.span.origin == view.origin and mention.label in _SILVER:
            layer, label = _SILVER[mention.label]
            yield Labelled(layer, label, *view.range(mention.span))

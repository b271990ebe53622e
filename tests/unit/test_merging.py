"""Merging: what stays of overlapping mentions."""

from __future__ import annotations

import pytest

from jwgie.document import Mention, Span
from jwgie.ner import merge


def mention(label: str, start: int, end: int, value: object = None, rule: str = "") -> Mention:
    return Mention(label, Span(start, end), value, rule)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # sorted, longest first
        ([("CITY", 5, 8), ("ORG", 0, 3), ("PERSON", 0, 9)], [("PERSON", 0, 9), ("ORG", 0, 3), ("CITY", 5, 8)]),
        # of one label the longer stays, nested or crossing
        ([("ORG", 0, 9), ("ORG", 3, 6)], [("ORG", 0, 9)]),
        ([("ORG", 0, 5), ("ORG", 3, 12), ("ORG", 12, 14)], [("ORG", 3, 12), ("ORG", 12, 14)]),
        # but topics all stay
        ([("TOPIC", 0, 9), ("TOPIC", 3, 6)], [("TOPIC", 0, 9), ("TOPIC", 3, 6)]),
    ],
)
def test_merge(before: list[tuple[str, int, int]], after: list[tuple[str, int, int]]) -> None:
    assert [(m.label, m.start, m.end) for m in merge(mention(*b) for b in before)] == after


def test_the_first_of_two_equal_ones_stays() -> None:
    assert merge([mention("CITY", 0, 3, "a", "first"), mention("CITY", 0, 3, "b", "second")])[0].rule == "first"


def test_one_span_may_be_two_countries() -> None:
    found = merge([mention("COUNTRY", 0, 3, "KR"), mention("COUNTRY", 0, 3, "KP"), mention("COUNTRY", 0, 3, "KP")])
    assert [m.value for m in found] == ["KR", "KP"]


def test_origins_are_apart() -> None:
    found = merge([Mention("ORG", Span(0, 3)), Mention("ORG", Span(0, 5, "title"))])
    assert [m.span.origin for m in found] == ["title", "text"]

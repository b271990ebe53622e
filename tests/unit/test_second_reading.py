"""What the rules see no meeting in is read once more, where it may be about one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

import jwgie
from jwgie.document import Document
from jwgie.recognisers.second import SecondReading

NOTHING = "Egypt and Jordan share a sea."
MEETING = "The second round of political consultations between Egypt and Japan was held in Tokyo."


class Judge:
    """Says of every report the same, and counts."""

    def __init__(self, says: bool = True) -> None:
        self.says, self.asked = says, 0

    def about(self, document: Document) -> bool:
        self.asked += 1
        return self.says


def read(text: str, judge: Judge, stage: Callable[[Document], Document], title: str | None = "Headline") -> Document:
    rules = jwgie.load("en", recognisers=["rules"])
    return SecondReading(judge, [stage])(rules(text, title=title))


def seen(document: Document) -> Document:
    """Stands for stages that find a meeting."""
    return document.replace(records=jwgie.load("en", recognisers=["rules"])(MEETING).records)


@pytest.mark.parametrize(("text", "asked"), [(NOTHING, 1), (MEETING, 0), ("Egypt has a sea.", 0), ("", 0)])
def test_asked_is_what_names_two_sides_and_has_no_record(text: str, asked: int) -> None:
    judge = Judge()
    document = read(text, judge, seen)
    assert judge.asked == asked
    assert len(document.records) == (1 if text in (NOTHING, MEETING) else 0)


def test_a_text_without_a_headline_is_not_read_again() -> None:
    judge = Judge()
    assert not read(NOTHING, judge, seen, title=None).records
    assert not judge.asked


def test_what_is_not_about_a_meeting_is_not_read_again() -> None:
    def fails(document: Document) -> Document:
        raise AssertionError

    assert not read(NOTHING, Judge(says=False), fails).records


def test_a_reading_without_a_record_changes_nothing() -> None:
    before = jwgie.load("en", recognisers=["rules"])(NOTHING, title="Headline")
    assert read(NOTHING, Judge(), lambda document: document.replace(mentions=())) == before


SCRIPT = """
import sys
import jwgie
for text in ({meeting!r}, "Egypt has a sea.", ""):
    jwgie.load("en")(text, title="Two states")
jwgie.load("en")({nothing!r})
jwgie.load("en", recognisers=["rules"])({nothing!r}, title="Two states")
assert "torch" not in sys.modules
jwgie.load("en")({nothing!r}, title="Two states")
assert "torch" in sys.modules
"""


def test_torch_is_loaded_where_the_tagger_is_asked_and_not_before() -> None:
    pytest.importorskip("torch")
    subprocess.run([sys.executable, "-c", SCRIPT.format(meeting=MEETING, nothing=NOTHING)], check=True)

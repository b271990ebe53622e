"""The report in ``examples/``: all that it says of the sixth India-Japan working group comes out."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import jwgie
from jwgie.record import MeetingRecord

EXAMPLE = Path(__file__).parents[2] / "examples" / "india-japan-ar.txt"


@cache
def record() -> MeetingRecord:
    title, text = EXAMPLE.read_text("utf-8").split("\n", 1)
    (found,) = jwgie.extract(text.strip(), title=title, published="2024-05-31")
    return found


@cache
def meeting() -> dict[str, Any]:
    return record().meeting()


def test_core() -> None:
    core = {
        name: meeting()[name] for name in ("kind", "ordinal", "subjects", "parties", "date", "place", "mode", "status", "previous_meeting")
    }
    assert core == {
        "kind": "joint_working_group",
        "ordinal": 6,
        "subjects": ["counter_terrorism"],
        "parties": ["IN", "JP"],
        "date": {"start": "2024-05-29", "end": "2024-05-29"},
        "place": {"city": "New Delhi", "country": "IN"},
        "mode": None,
        "status": "held",
        "previous_meeting": None,
    }
    assert meeting()["name"] == "الاجتماع السادس للمجموعة العاملة المشتركة بين الهند واليابان المعنية بمكافحة الإرهاب"


def test_both_heads() -> None:
    assert meeting()["delegations"] == [
        {
            "party": "IN",
            "people": [
                {
                    "name": "ك. د. ديوال",
                    "role": "head",
                    "position": "الأمين المشترك (مكافحة الإرهاب)",
                    "affiliation": "وزارة الشؤون الخارجية",
                    "honorific": None,
                }
            ],
        },
        {
            "party": "JP",
            "people": [
                {
                    "name": "هيرويوكي مينامي",
                    "role": "head",
                    "position": "ممثل حكومة اليابان والسفير المكلف بالتعاون الدولي لمكافحة الإرهاب والجريمة المنظمة",
                    "affiliation": None,
                    "honorific": "السفير",
                }
            ],
        },
    ]


def test_next_meeting() -> None:
    assert meeting()["next_meeting"] == {
        "ordinal": 7,
        "place": {"city": "Tokyo", "country": "JP"},
        "date": None,
        "date_text": "في موعد يناسب الطرفين",
    }


def test_what_was_discussed() -> None:
    assert set(meeting()["topics"]) == {
        "counter_terrorism", "terrorist_threats", "cross_border_terrorism", "emerging_technologies", "terrorist_use_of_internet",
        "radicalisation", "terrorism_financing", "organised_crime", "narcotics", "multilateral_cooperation",
    }  # fmt: skip
    assert set(meeting()["regions"]) == {
        "southern_asia", "south_eastern_asia", "eastern_asia", "middle_east", "afghanistan_pakistan",
    }  # fmt: skip
    assert meeting()["forums"] == ["UN", "FATF", "QUAD"]
    assert meeting()["documents"] == []
    assert meeting()["sources"] == [{"name": "وزارة الشؤون الخارجية (MEA)", "party": "IN"}]


def test_what_the_sides_said() -> None:
    said = [(s["act"], s["actors"], set(s["means"])) for s in meeting()["statements"]]
    assert said == [
        ("express_concern", ["IN", "JP"], set()),
        ("emphasise", ["IN", "JP"], {"information_exchange", "capacity_building", "training", "exercises"}),
        ("emphasise", ["IN", "JP"], {"multilateral_coordination"}),
    ]
    assert [s["topics"] for s in meeting()["statements"]][:2] == [["cross_border_terrorism"], ["counter_terrorism"]]
    assert meeting()["statements"][0]["quote"] == "وأعرب البلدان فيه عن القلق البالغ من الإرهاب العابر للحدود الذي ترعاه الدولة"


def test_grounding() -> None:
    title, text = EXAMPLE.read_text("utf-8").split("\n", 1)
    for pointer, _ in record().leaves():
        for evidence in record().evidence[pointer]:
            source = title if evidence.origin == "title" else text.strip()
            assert source[evidence.start : evidence.end] == evidence.text, pointer

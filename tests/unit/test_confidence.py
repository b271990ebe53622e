"""Confidences are counted on gold reports, never invented."""

import pytest

from jwgie.assembly.confidence import Confidence, slot
from jwgie.evaluation.leaves import judged


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ("/ordinal", "ordinal"),
        ("/delegations/0/people/12/name", "delegations/people/name"),
        ("/next_meeting/place/city", "next_meeting/place/city"),
    ],
)
def test_slot(pointer: str, expected: str) -> None:
    assert slot(pointer) == expected


def test_a_seldom_seen_rule_is_drawn_towards_its_slot() -> None:
    counts = Confidence({("topics", "often"): (80, 100), ("topics", "seldom"): (1, 1)})
    assert counts.of("/topics/3", "often") == pytest.approx(0.8, abs=0.01)
    assert counts.of("/topics/3", "never") == pytest.approx(81 / 101, abs=0.001)
    assert counts.of("/topics/3", "never") < counts.of("/topics/3", "seldom") < 1
    assert counts.of("/regions/0", "often") is None


GOLD = {
    "kind": "dialogue",
    "topics": ["trade"],
    "date": {"start": "2024-05-29", "end": "2024-05-30"},
    "place": {"city": "Tokyo", "country": "JP"},
    "delegations": [
        {
            "party": "JP",
            "people": [{"name": "هيرويوكي مينامي", "role": "head", "position": "السفير", "affiliation": None, "honorific": None}],
        }
    ],
    "statements": [{"act": "agree", "actors": ["IN", "JP"], "topics": [], "means": [], "quote": "اتفق الجانبان على العمل"}],
    "documents": [{"kind": "agreement", "title": None, "topics": []}],
}


def test_a_perfect_record_is_right_in_every_leaf() -> None:
    assert all(right for _, right in judged(GOLD, GOLD))


def test_leaves_are_judged_one_by_one() -> None:
    wrong = {
        **GOLD,
        "kind": "summit",
        "topics": ["trade", "energy"],
        "date": {"start": "2024-05-29", "end": "2024-05-29"},
        "place": {"city": "Osaka", "country": "JP"},
        "delegations": [{"party": "IN", "people": [{**GOLD["delegations"][0]["people"][0], "role": "member"}]}],
        "statements": [{**GOLD["statements"][0], "act": "welcome", "actors": ["JP", "FR"]}],
        "documents": [*GOLD["documents"], *GOLD["documents"]],
    }
    found = {pointer for pointer, right in judged(GOLD, wrong) if not right}
    assert found == {
        "/kind", "/topics/1", "/date/start", "/date/end", "/place/city", "/delegations/0/party", "/delegations/0/people/0/role",
        "/statements/0/act", "/statements/0/actors/1", "/documents/1/kind",
    }  # fmt: skip


def test_without_a_partner_everything_is_wrong() -> None:
    assert not any(right for _, right in judged({}, GOLD))

"""Who was there, for which side, as head or member, with which office."""

from __future__ import annotations

from typing import Any

import pytest

import jwgie

LEAD = "عقدت في نيروبي الدورة الثانية للجنة المشتركة بين كينيا وبيرو"
HEADS = "برئاسة وزير الخارجية الكيني موسى كامو ووزير الخارجية البيروفي خوسيه غارسيا"


def delegations(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Of the only meeting: side, and name and role of each person."""
    (record,) = jwgie.load("ar")(text, published="2025-05-12").records
    return [(side.party, [(p.name, p.role) for p in side.people]) for side in record.delegations]


def person(text: str, name: str) -> dict[str, Any]:
    (record,) = jwgie.load("ar")(text, published="2025-05-12").records
    return next(p for side in record.meeting()["delegations"] for p in side["people"] if p["name"] == name)


BOTH = [("KE", [("موسى كامو", "head")]), ("PE", [("خوسيه غارسيا", "head")])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LEAD}، {HEADS}.", BOTH),
        # after "the Kenyan side", "the Peruvian delegation": the side that it names
        (
            f"{LEAD}. وترأس الجانب الكيني موسى كامو، وكيل وزارة الخارجية، بينما ترأس الجانب البيروفي خوسيه غارسيا، نائب وزير الخارجية.",
            BOTH,
        ),
        (f"{LEAD}. وكان على رأس الوفد الكيني موسى كامو، فيما قاد الوفد البيروفي السفير خوسيه غارسيا.", BOTH),
        # by their own offices
        (f"{LEAD} برئاسة موسى كامو، وكيل وزارة الخارجية الكينية، وخوسيه غارسيا، نائب وزير الخارجية البيروفي.", BOTH),
        # talks: the two who met
        ("التقى وزير الطاقة الكيني موسى كامو في نيروبي نظيره البيروفي خوسيه غارسيا وبحثا التجارة.", BOTH),
        ("استقبل وزير الطاقة الكيني موسى كامو وزير الخارجية البيروفي خوسيه غارسيا في نيروبي.", BOTH),
        # nobody by name
        (f"{LEAD} برئاسة وزيري خارجية البلدين.", []),
    ],
)
def test_heads(text: str, expected: list[tuple[str, list[tuple[str, str]]]]) -> None:
    assert delegations(text) == expected


def test_members_come_after_the_head_of_their_side() -> None:
    text = (
        f"{LEAD}، {HEADS}.\n\nوضم الوفد الكيني وكيلة وزارة التجارة غريس واتيري، فيما ضم الوفد البيروفي السفير لويس روخاس.\n\n"
        "وحضر الاجتماع مدير إدارة أفريقيا بوزارة الخارجية الكينية دانيال أوما."
    )
    assert delegations(text) == [
        ("KE", [("موسى كامو", "head"), ("غريس واتيري", "member"), ("دانيال أوما", "member")]),
        ("PE", [("خوسيه غارسيا", "head"), ("لويس روخاس", "member")]),
    ]
    assert person(text, "دانيال أوما") == {
        "name": "دانيال أوما",
        "role": "member",
        "position": "مدير إدارة أفريقيا",
        "affiliation": "وزارة الخارجية الكينية",
        "honorific": None,
    }
    assert (person(text, "لويس روخاس")["honorific"], person(text, "لويس روخاس")["position"]) == ("السفير", None)


def test_a_counterpart_has_the_office_of_the_other_without_its_country() -> None:
    text = "التقى وزير الطاقة الكيني موسى كامو في نيروبي نظيره البيروفي خوسيه غارسيا وبحثا التجارة."
    assert person(text, "موسى كامو")["position"] == "وزير الطاقة الكيني"
    assert person(text, "خوسيه غارسيا")["position"] == "وزير الطاقة"


@pytest.mark.parametrize(
    "sentence",
    [
        "وهنأ الوزيران الرئيس البرازيلي كارلوس سوزا.",
        "وكتب المحلل دانيال أوما أن التجارة تنمو.",
    ],
)
def test_who_is_only_mentioned_was_not_there(sentence: str) -> None:
    assert delegations(f"{LEAD}، {HEADS}.\n\n{sentence}") == BOTH

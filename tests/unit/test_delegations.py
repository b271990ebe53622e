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
        # a side told right after the name leaves the other to the other
        (f"{LEAD}، برئاسة نائب الوزير خوسيه غارسيا، والسيد موسى كامو عن الجانب الكيني.", BOTH),
        # after "the Kenyan side", "the Peruvian delegation": the side that it names
        (
            f"{LEAD}. وترأس الجانب الكيني موسى كامو، وكيل وزارة الخارجية، بينما ترأس الجانب البيروفي خوسيه غارسيا، نائب وزير الخارجية.",
            BOTH,
        ),
        # who is quoted as the head of a delegation leads it; who is only its deputy head does not
        (f"{LEAD}. وقال رئيس الوفد الكيني موسى كامو إن اللجنة ناجحة، وأثنى رئيس الجانب البيروفي السفير خوسيه غارسيا على نتائجها.", BOTH),
        (f"{LEAD}. وكان على رأس الوفد الكيني موسى كامو، فيما قاد الوفد البيروفي السفير خوسيه غارسيا.", BOTH),
        (f"{LEAD}. وترأس وكيل وزارة الخارجية موسى كامو الجانب الكيني، وترأس خوسيه غارسيا نائب الوزير الجانب البيروفي.", BOTH),
        (f"{LEAD}. ومثل كينيا فيها وزير الخارجية موسى كامو، وعن بيرو السفير خوسيه غارسيا.", BOTH),
        # together
        (f"{LEAD}. وشارك وزير التجارة الكيني موسى كامو، والسفير البيروفي خوسيه غارسيا، في رئاسة الدورة.", BOTH),
        (f"{LEAD}. وقال وزير التجارة الكيني موسى كامو إنه سيشترك مع الوزير البيروفي خوسيه غارسيا في رئاسة الدورة.", BOTH),
        (f"{LEAD}. والرئيسان المشاركان للجنة هما الوزير الكيني موسى كامو والوزير البيروفي خوسيه غارسيا.", BOTH),
        (f"{LEAD}، التي ترأسها الوزير الكيني موسى كامو رفقة نظيره البيروفي خوسيه غارسيا.", BOTH),
        # by their own offices
        (f"{LEAD} برئاسة موسى كامو، وكيل وزارة الخارجية الكينية، وخوسيه غارسيا، نائب وزير الخارجية البيروفي.", BOTH),
        # talks: the two who met
        ("التقى وزير الطاقة الكيني موسى كامو في نيروبي نظيره البيروفي خوسيه غارسيا وبحثا التجارة.", BOTH),
        ("استقبل وزير الطاقة الكيني موسى كامو وزير الخارجية البيروفي خوسيه غارسيا في نيروبي.", BOTH),
        ("وفي مكالمة هاتفية بالوزير البيروفي خوسيه غارسيا، بحث الوزير الكيني موسى كامو التجارة بين البلدين.", BOTH[::-1]),
        # who stands right behind the first, not what is joined later
        (
            "استقبل وزير الدفاع الكيني موسى كامو، هذا الأربعاء بمقر وزارة الدفاع الوطني، قائد القوات المسلحة البيروفية خوسيه غارسيا، "
            "على هامش أعمال اللجنة المكلفة بمتابعة ومراقبة تنفيذ التعاون العسكري.",
            BOTH,
        ),
        # at a meeting that somebody else attended
        ("تباحث وزير الطاقة الكيني موسى كامو مع نظيره البيروفي خوسيه غارسيا في اجتماع حضره سفير بيرو.", BOTH),
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


def test_two_ministers_of_each_side_are_four_heads() -> None:
    text = (
        "عقدت كينيا وبيرو في نيروبي اجتماع وزراء الخارجية والدفاع.\n\nوضم الاجتماع وزير الخارجية الكيني موسى كامو ووزير الدفاع "
        "دانيال أوما مع وزير الخارجية البيروفي خوسيه غارسيا ووزير الدفاع لويس روخاس."
    )
    assert delegations(text) == [
        ("KE", [("موسى كامو", "head"), ("دانيال أوما", "head")]),
        ("PE", [("خوسيه غارسيا", "head"), ("لويس روخاس", "head")]),
    ]


def test_company_is_of_the_side_of_the_one_it_is_with() -> None:
    text = f"{LEAD}، {HEADS}.\n\nورافق الوزير غارسيا في الزيارة السفير لويس روخاس."
    assert delegations(text)[1] == ("PE", [("خوسيه غارسيا", "head"), ("لويس روخاس", "member")])


def test_a_list_goes_on_side_by_side() -> None:
    text = f"{LEAD}، {HEADS}.\n\nوحضر الاجتماع من الجانب الكيني السفير دانيال أوما. ومن الجانب البيروفي السفير لويس روخاس."
    assert delegations(text) == [
        ("KE", [("موسى كامو", "head"), ("دانيال أوما", "member")]),
        ("PE", [("خوسيه غارسيا", "head"), ("لويس روخاس", "member")]),
    ]


def test_a_counterpart_without_a_side_is_of_the_other() -> None:
    text = f"{LEAD}، {HEADS}.\n\nووقع وزير الصحة الكيني دانيال أوما ونظيره لويس روخاس اتفاقا."
    assert delegations(text)[1] == ("PE", [("خوسيه غارسيا", "head"), ("لويس روخاس", "member")])


def test_a_king_is_of_the_kingdom() -> None:
    text = "عقد العراق والأردن في بغداد جلسة مباحثات ترأسها الملك عبد الله بن حمد والرئيس كريم فهمي."
    assert dict(delegations(text)) == {"JO": [("عبد الله بن حمد", "head")], "IQ": [("كريم فهمي", "head")]}


@pytest.mark.parametrize(
    "sentence",
    [
        "وهنأ الوزيران الرئيس البرازيلي كارلوس سوزا.",
        "وكتب المحلل دانيال أوما أن التجارة تنمو.",
        "وتولى دانيال أوما الرئاسة الدورية للاتحاد.",
    ],
)
def test_who_is_only_mentioned_was_not_there(sentence: str) -> None:
    assert delegations(f"{LEAD}، {HEADS}.\n\n{sentence}") == BOTH


def test_those_who_attend_untold_are_the_hosts_and_who_signs_with_another_is_of_the_other_side() -> None:
    met = "استقبل رئيس كينيا موسى كامو في نيروبي رئيس وزراء بيرو خوسيه غارسيا."
    there = met + " وحضر اللقاء وزير المالية جون أوتينو، والسفير البيروفي لدى كينيا لويس ريوس."
    assert delegations(there) == [
        ("KE", [("موسى كامو", "head"), ("جون أوتينو", "member")]),
        ("PE", [("خوسيه غارسيا", "head"), ("لويس ريوس", "member")]),
    ]
    signed = met + " ووقع وزير المالية جون أوتينو، ووزير التجارة البيروفي لويس ريوس، مذكرة تفاهم."
    sides = {party: [name for name, _ in people] for party, people in delegations(signed)}
    assert sides == {"KE": ["موسى كامو", "جون أوتينو"], "PE": ["خوسيه غارسيا", "لويس ريوس"]}

"""BODY: how far the phrase of a meeting or a body reaches, and what its own words say of it."""

from __future__ import annotations

from functools import cache

import pytest

from jwgie import load
from jwgie.document import Document
from jwgie.ner.values import BodyValue


@cache
def read(text: str) -> Document:
    return load("ar")(text)


def bodies(text: str) -> list[str]:
    """The characters of the BODY mentions."""
    document = read(text)
    return [document.slice(m.span) for m in document.mentions if m.label == "BODY"]


def body(text: str) -> BodyValue:
    """The value of the first BODY mention."""
    value: BodyValue = next(m.value for m in read(text).mentions if m.label == "BODY")
    return value


def name(text: str) -> str | None:
    value = body(text)
    return read(text).slice(value.name) if value.name else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # adjectives, numbers, what it is of, between whom and on what
        ("عقدت في مسقط الدورة الثامنة للجنة القطرية السويدية المشتركة.", ["الدورة الثامنة للجنة القطرية السويدية المشتركة"]),
        (
            "استضافت ستوكهولم الاجتماع الثالث لمجموعة العمل المشتركة المعنية بمكافحة الإرهاب بين السويد وقطر.",
            ["الاجتماع الثالث لمجموعة العمل المشتركة المعنية بمكافحة الإرهاب بين السويد وقطر"],
        ),
        (
            "وانطلقت جولة المشاورات السياسية الرابعة بين وزارتي خارجية بيرو والسنغال.",
            ["جولة المشاورات السياسية الرابعة بين وزارتي خارجية بيرو والسنغال"],
        ),
        ("جرت الجولة الأولى من الحوار الاستراتيجي بين كينيا والنرويج.", ["الجولة الأولى من الحوار الاستراتيجي بين كينيا والنرويج"]),
        ("بدأ الحوار الاستراتيجي 2+2 بين الهند واليابان.", ["الحوار الاستراتيجي 2+2 بين الهند واليابان"]),
        # where and when it was is no part of it
        ("عقدت القمة الأفريقية الكورية في سول أمس.", ["القمة الأفريقية الكورية"]),
        ("انعقد منتدى الأعمال البرازيلي النيجيري يوم الاثنين.", ["منتدى الأعمال البرازيلي النيجيري"]),
        # a proclitic is no part of it
        ("وبمباحثات في جنيف", ["مباحثات"]),
        # a body and its session, each for itself
        ("عقد مجلس التنسيق السعودي الماليزي اجتماعه الثاني.", ["مجلس التنسيق السعودي الماليزي", "اجتماعه الثاني"]),
    ],
)
def test_extent(text: str, expected: list[str]) -> None:
    assert bodies(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ناقش وزير الخارجية الخطة.",
        "عقد الوزير مؤتمرا صحفيا.",
        "قرر مجلس الوزراء رفع الأجور.",
        "أصدر مجلس الأمن الدولي بيانا.",
        "زار الوفد مقر الشركة.",
        "طالبت نقابة المعلمين بزيادة الأجور.",
    ],
)
def test_no_body(text: str) -> None:
    assert bodies(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("مجموعة العمل المشتركة بين كينيا وبيرو", "joint_working_group"),
        ("مجموعة عمل مشتركة للطاقة المتجددة", "joint_working_group"),
        ("اللجنة العليا المشتركة للتعاون", "joint_commission"),
        ("لجنة الصداقة البرلمانية بين كينيا وبيرو", "bilateral_meeting"),
        ("الجولة الثالثة من المشاورات السياسية", "political_consultations"),
        ("الحوار الأمني السنوي بين كندا وشيلي", "dialogue"),
        ("مجلس التنسيق السعودي الماليزي", "coordination_council"),
        ("قمة ثلاثية بين مصر واليونان وقبرص", "summit"),
        ("اجتماع وزراء خارجية دول مجلس التعاون لدول الخليج العربية", "ministerial"),
        ("منتدى الأعمال البرازيلي النيجيري", "business_forum"),
        ("عقدا اجتماعا", "bilateral_meeting"),
        ("أجرى الوزيران مباحثات", "bilateral_meeting"),
        ("تلقى الوزير اتصالا هاتفيا", "phone_call"),
        # the noun alone does not tell
        ("اللجنة", None),
    ],
)
def test_kind(text: str, kind: str | None) -> None:
    assert body(text).kind == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الاجتماع الثالث لمجموعة العمل المشتركة بين السويد وقطر", "مجموعة العمل المشتركة بين السويد وقطر"),
        ("الجولة الأولى من الحوار الاستراتيجي بين كينيا والنرويج", "الحوار الاستراتيجي بين كينيا والنرويج"),
        ("جولة المشاورات السياسية الرابعة بين بيرو والسنغال", "المشاورات السياسية الرابعة بين بيرو والسنغال"),
        # the article has run together with the preposition: the session stays with it
        ("الدورة الثامنة للجنة القطرية السويدية المشتركة", "الدورة الثامنة للجنة القطرية السويدية المشتركة"),
        ("أجرى الوزيران مباحثات في جنيف.", None),
    ],
)
def test_name(text: str, expected: str | None) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("الدورة الثامنة للجنة المشتركة", 8),
        ("الدورة الحادية والعشرون للجنة المشتركة", 21),
        ("الدورة 14 للجنة المشتركة", 14),
        ("الاجتماع الوزاري الثاني عشر لمنظمة شنغهاي للتعاون", 12),
        ("الاجتماع الافتتاحي لمجموعة العمل المشتركة", 1),
        ("اللجنة المشتركة", None),
    ],
)
def test_ordinal(text: str, number: int | None) -> None:
    ordinal = body(text).ordinal
    assert (ordinal.value if ordinal else None) == number


@pytest.mark.parametrize(
    ("text", "parties", "subjects"),
    [
        ("مجموعة العمل المشتركة الكينية البيروفية في مجال مكافحة المخدرات", ["KE", "PE"], ["narcotics"]),
        ("مجموعة العمل المشتركة المعنية بمكافحة الإرهاب بين السويد وقطر", ["SE", "QA"], ["counter_terrorism"]),
        ("اللجنة المشتركة للتعاون في مجالي التجارة والاستثمار", [], ["trade", "investment"]),
        ("الحوار الأمني السنوي بين كندا وشيلي", ["CA", "CL"], ["security_cooperation"]),
        ("القمة الأفريقية الكورية", ["AFU", "KR"], []),
        ("المشاورات السياسية بين وزارتي خارجية بيرو والسنغال", ["PE", "SN"], []),
        # what the country is named for is no side
        ("عقدت اللجنة المشتركة اجتماعا في السويد.", [], []),
    ],
)
def test_parties_and_subjects(text: str, parties: list[str], subjects: list[str]) -> None:
    value = body(text)
    assert [m.value for m in value.parties] == parties
    assert [m.value for m in value.subjects] == subjects


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("ستعقد الدورة المقبلة للجنة في باكو.", "next"),
        ("الاجتماع القادم لمجموعة العمل المشتركة", "next"),
        ("وكانت الدورة السابقة للجنة المشتركة قد عقدت في باكو.", "previous"),
        ("الدورة الثامنة للجنة المشتركة", None),
    ],
)
def test_another_round(text: str, which: str | None) -> None:
    assert body(text).which == which

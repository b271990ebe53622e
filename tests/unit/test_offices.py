"""OFFICE, INSTITUTION and HONORIFIC: how far each reaches, and its rank or kind."""

from __future__ import annotations

from functools import cache

import pytest

from jwgie import load
from jwgie.document import Document


@cache
def read(text: str) -> Document:
    return load("ar")(text)


def found(text: str, label: str) -> list[tuple[str, str]]:
    """The mentions of a label: their characters and values."""
    document = read(text)
    return [(document.slice(m.span), m.value) for m in document.mentions if m.label == label]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # fields, coordinated and adjectives of nationality are part of it
        ("وقالت وزيرة الصحة والسكان البيروفية إن اللقاح متاح.", [("وزيرة الصحة والسكان البيروفية", "minister")]),
        ("بحث وزير الخارجية والتعاون الدولي الملفات.", [("وزير الخارجية والتعاون الدولي", "minister")]),
        ("وقال رئيس الوزراء الكيني إن التجارة تنمو.", [("رئيس الوزراء الكيني", "president")]),
        ("قال مساعد وزير الخارجية للشؤون الأفريقية إن التجارة تنمو.", [("مساعد وزير الخارجية للشؤون الأفريقية", "assistant")]),
        ("وقال وزير الطاقة والبنية التحتية إن التجارة تنمو.", [("وزير الطاقة والبنية التحتية", "minister")]),
        ("وحضر وكيل الوزارة للعلاقات المتعددة الأطراف.", [("وكيل الوزارة للعلاقات المتعددة الأطراف", "undersecretary")]),
        ("وقال وزير التجارة والاستثمار الأجنبي الكيني إن التجارة تنمو.", [("وزير التجارة والاستثمار الأجنبي الكيني", "minister")]),
        # of two in a row each
        (
            "التقى نائب رئيس الوزراء وزير المالية الكيني الوفد.",
            [("نائب رئيس الوزراء", "deputy"), ("وزير المالية الكيني", "minister")],
        ),
        # a unit stays in it, the body after the preposition does not
        ("ترأس الوفد مدير إدارة مكافحة الإرهاب بوزارة الداخلية الكينية.", [("مدير إدارة مكافحة الإرهاب", "director")]),
        ("وحضر الأمين العام لوزارة الخارجية.", [("الأمين العام", "secretary_general")]),
        # where an envoy is sent
        ("استقبل سفير كينيا لدى المغرب الضيوف.", [("سفير كينيا لدى المغرب", "ambassador")]),
        (
            "التقى المبعوث الخاص للأمين العام للأمم المتحدة إلى ليبيا الوفد.",
            [("المبعوث الخاص للأمين العام للأمم المتحدة إلى ليبيا", "envoy")],
        ),
        ("وقال المتحدث باسم وزارة الخارجية إن اللقاء تم.", [("المتحدث باسم وزارة الخارجية", "spokesperson")]),
        # dual and plural
        ("التقى وزيرا الدفاع في كينيا وبيرو.", [("وزيرا الدفاع", "minister")]),
        ("ترأس اللجنة وزيرا خارجية البلدين.", [("وزيرا خارجية البلدين", "minister")]),
        # a proclitic is no part of it
        ("ولوزير الدفاع الكيني رأي آخر.", [("وزير الدفاع الكيني", "minister")]),
        # no office
        ("وزاد الإنتاج في القطاع.", []),
        ("أدار الخبراء الأزمة.", []),
        ("يمثل الاتفاق خطوة مهمة.", []),
    ],
)
def test_offices(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "OFFICE") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("تتابع وزارة الصحة الوضع.", [("وزارة الصحة", "ministry")]),
        ("وأعلنت وزارة الشؤون الخارجية الكينية النتائج.", [("وزارة الشؤون الخارجية الكينية", "ministry")]),
        ("زار الوفد سفارة بيرو في نيروبي.", [("سفارة بيرو في نيروبي", "embassy")]),
        ("وذلك في البرلمان الكيني.", [("البرلمان الكيني", "parliament")]),
        ("وقالت وكالة الأنباء القطرية إن اللقاء تم.", [("وكالة الأنباء القطرية", "news_agency")]),
        ("صدرت النتائج أمس.", []),
        # an adjective of the noun right before it, and none
        ("ناقشوا الجريمة المنظمة وتهريب المخدرات.", []),
        ("وأفادت المنظمة بذلك.", [("المنظمة", "organisation")]),
    ],
)
def test_institutions(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "INSTITUTION") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل معالي الدكتور سالم الحارثي.", [("معالي", "style"), ("الدكتور", "title")]),
        ("وصلت صاحبة السمو الملكي الأميرة نورة بنت سالم.", [("صاحبة السمو الملكي", "style"), ("الأميرة", "noble")]),
        ("وصل الفريق أول ركن سعيد الكعبي.", [("الفريق أول ركن", "rank")]),
        ("وقال السيد جان ديبوا إن اللقاء تم.", [("السيد", "mister")]),
        # the words of address in another sense
        ("فاز الفريق بالمباراة.", []),
        ("تعزز الدولة سيادة القانون.", []),
    ],
)
def test_honorifics(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "HONORIFIC") == expected

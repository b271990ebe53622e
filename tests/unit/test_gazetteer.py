"""The gazetteer: names, adjectives and homographs in their sentences."""

from __future__ import annotations

import pytest

from jwgie.document import Document
from jwgie.languages import load_pack
from jwgie.ner.gazetteer import Gazetteer
from jwgie.normalisation import fold

PACK = load_pack("ar")
GAZETTEER = Gazetteer(PACK)


def mentions(text: str) -> list[tuple[str, str, object]]:
    document = Document(text)
    document = document.replace(views={"text": fold(text, PACK.folding)})
    return [(document.slice(m.span), m.label, m.value) for m in GAZETTEER(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الولايات المتحدة الأمريكية", [("الولايات المتحدة الأمريكية", "US")]),
        ("بين أوكرانيا واوكرانيا", [("أوكرانيا", "UA"), ("اوكرانيا", "UA")]),
        ("وزير خارجية كوريا الجنوبية", [("كوريا الجنوبية", "KR")]),
        ("للمملكة المتحدة ولبريطانيا", [("لمملكة المتحدة", "GB"), ("بريطانيا", "GB")]),
        ("دولة قطر وسلطنة عمان", [("دولة قطر", "QA"), ("سلطنة عمان", "OM")]),
        ("الجمهورية التونسية", [("الجمهورية التونسية", "TN")]),
        ("شارك جنوب السودان والسودان", [("جنوب السودان", "SS"), ("السودان", "SD")]),
        ("زار السعودية أمس", [("السعودية", "SA")]),
        ("توجه إلى السعودية", [("السعودية", "SA")]),
        ("في مالي والنيجر", [("مالي", "ML"), ("النيجر", "NE")]),
        ("غينيا بيساو وغينيا", [("غينيا بيساو", "GW"), ("غينيا", "GN")]),
    ],
)
def test_countries(text: str, expected: list[tuple[str, str]]) -> None:
    assert mentions(text) == [(name, "COUNTRY", code) for name, code in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("المصري-السعودي", [("المصري", "EG"), ("السعودي", "SA")]),
        ("العراقية–الهندية", [("العراقية", "IQ"), ("الهندية", "IN")]),
        ("الجانبان الكوريان الجنوبيان", [("الكوريان الجنوبيان", "KR")]),
        ("الرئيس الجنوب أفريقي", [("الجنوب أفريقي", "ZA")]),
        ("مسؤولون أميركيون وأتراك", [("أميركيون", "US"), ("أتراك", "TR")]),
        ("وفدا يابانيا", [("يابانيا", "JP")]),
        ("الوزيرتان الأردنيتان", [("الأردنيتان", "JO")]),
        ("دول مجلس التعاون والخليجيون", [("الخليجيون", "GCC")]),
        ("اللجنة السعودية المصرية", [("السعودية", "SA"), ("المصرية", "EG")]),
        ("القوات المصرية والسعودية", [("المصرية", "EG"), ("السعودية", "SA")]),
    ],
)
def test_nationalities(text: str, expected: list[tuple[str, str]]) -> None:
    assert mentions(text) == [(name, "NATIONALITY", code) for name, code in expected]


@pytest.mark.parametrize("text", [
    "الشؤون المالية والوطنية والهندسية", "بحث الوضع المالي", "تركي بن فيصل", "حركة المجرى الملاحي", "اليمين واليسار",
])  # fmt: skip
def test_nothing(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("زار عُمان", "OM"),
        ("اجتمعوا في عمان مع نظرائهم العمانيين في مسقط", "OM"),
        ("زار الكونغو ثم كينشاسا", "CD"),
        ("وزير الخارجية المالي يزور مالي", "ML"),
    ],
)
def test_homographs(text: str, value: str) -> None:
    assert value in [found for _, _, found in mentions(text)]

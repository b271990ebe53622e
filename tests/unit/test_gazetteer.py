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
        ("المواطنون الخليجيون", [("الخليجيون", "GCC")]),
        ("اللجنة السعودية المصرية", [("السعودية", "SA"), ("المصرية", "EG")]),
        ("وزير التعاون الإفريقي والمغاربة المقيمين بالخارج", [("المغاربة", "MA")]),
        ("القوات المصرية والسعودية", [("المصرية", "EG"), ("السعودية", "SA")]),
    ],
)
def test_nationalities(text: str, expected: list[tuple[str, str]]) -> None:
    assert mentions(text) == [(name, "NATIONALITY", code) for name, code in expected]


@pytest.mark.parametrize("text", [
    "مساعد الوزير للشؤون العربية والإفريقية", "قناة العربية",
    "أكد السوداني بعد لقاء محمد شياع السوداني", "يده اليمنى", "مجريات الأحداث في المجر"[:13], "ولاية جورجيا",
    "الشؤون المالية والوطنية والهندسية", "بحث الوضع المالي", "تركي بن فيصل", "حركة المجرى الملاحي", "اليمين واليسار",
])  # fmt: skip
def test_nothing(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("قمة الكوريتين", "KP"),
        ("قمة الكوريتين", "KR"),
        ("العاصمة المجرية بودابست", "HU"),
        ("الرئيس اليمنى", "YE"),
        ("وزارة الإعلام السعودية", "SA"),
        ("زار عُمان", "OM"),
        ("اجتمعوا في عمان مع نظرائهم العمانيين في مسقط", "OM"),
        ("زار الكونغو ثم كينشاسا", "CD"),
        ("وزير الخارجية المالي يزور مالي", "ML"),
    ],
)
def test_homographs(text: str, value: str) -> None:
    assert value in [found for _, _, found in mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عقدت في نيودلهي", [("نيودلهي", "New Delhi")]),
        ("بالعاصمة السعودية الرياض", [("العاصمة السعودية الرياض", "Riyadh")]),
        ("في العاصمة النيجرية", [("العاصمة النيجرية", "Niamey")]),
        ("في العاصمة الإيفوارية أبيدجان", [("العاصمة الإيفوارية أبيدجان", "Abidjan")]),
        ("العاصمة اليمنية المؤقتة عدن", [("العاصمة اليمنية المؤقتة عدن", "Aden")]),
        ("بالعاصمة اليمنية، وفي جدة", [("العاصمة اليمنية", "Sanaa"), ("جدة", "Jeddah")]),
        ("مدينة العين", [("مدينة العين", "Al Ain")]),
        ("العين الساهرة على الوطن", []),
        ("استيقظ باكرا", []),
        ("عقد بأكرا", [("أكرا", "Accra")]),
        ("مسقط رأسه", []),
        ("إلى مسقط", [("مسقط", "Muscat")]),
        ("ريال مدريد", []),
        ("فجده أسس أوركسترا", []),
        ("من بنوك المنطقة", []),
    ],
)
def test_cities(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(found, value.name) for found, label, value in mentions(text) if label == "CITY"] == expected  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مجلس التعاون لدول الخليج العربية", ["GCC"]),
        ("مجلس التعاون الاستراتيجي", []),
        ("مجلس الأمن", ["UNSC"]),
        ("أمين مجلس الأمن", []),
        ("مجلس الأمن القومي", []),
        ("لرابطة حافة المحيط الهندي", ["IORA"]),
        ("الـG20 والناتو وكواد", ["G20", "NATO", "QUAD"]),
        ("حوار 5+5", ["5+5"]),
        ("الاتحاد والمجلس والمنظمة", []),
        ("إيفاد وفد", []),
    ],
)
def test_organisations(text: str, expected: list[str]) -> None:
    assert [value for _, label, value in mentions(text) if label == "ORG"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في جنوب ووسط آسيا", {"southern_asia", "central_asia"}),
        ("جنوب آسيا ووسطها وأفريقيا", {"southern_asia", "central_asia", "africa"}),
        ("جنوب وجنوب شرق آسيا", {"southern_asia", "south_eastern_asia"}),
        ("شمال وغرب ووسط أفريقيا", {"north_africa", "western_africa", "middle_africa"}),
        ("منطقة المحيطين الهندي والهادئ", {"indo_pacific"}),
        ("بحر الصين الجنوبي", set()),
        ("أمن المنطقة", set()),
    ],
)
def test_regions(text: str, expected: set[str]) -> None:
    assert {value for _, label, value in mentions(text) if label == "REGION"} == expected
    assert not [value for _, label, value in mentions(text) if label in ("COUNTRY", "NATIONALITY")]

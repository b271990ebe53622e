"""PERSON: how far a description reaches, and its parts: name, form of address, position, body, side."""

from __future__ import annotations

from functools import cache

import pytest

from jwgie import load
from jwgie.document import Document, Span


@cache
def read(text: str) -> Document:
    return load("ar")(text)


def people(text: str) -> list[tuple[str, str]]:
    """The characters of each PERSON mention, and those of its name."""
    document = read(text)
    return [(document.slice(m.span), document.slice(m.value.name)) for m in document.mentions if m.label == "PERSON"]


def parts(text: str) -> tuple[str | None, str | None, str | None, str | None]:
    """Form of address, position, body and side of the only PERSON."""
    document = read(text)
    (value,) = [m.value for m in document.mentions if m.label == "PERSON"]

    def words(span: Span | None) -> str | None:
        return document.slice(span) if span else None

    return words(value.honorific), words(value.position), words(value.affiliation), value.party


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # compound names
        ("وأكد الوزير عبد الرحمن بن سالم آل حمد أهمية التجارة.", "عبد الرحمن بن سالم آل حمد"),
        ("وصل الأمير خالد بن فيصل بن تركي آل سعود إلى الدوحة.", "خالد بن فيصل بن تركي آل سعود"),
        ("وأكد أبو بكر بن عثمان التزام بلاده.", "أبو بكر بن عثمان"),
        ("وقالت الوزيرة نورة بنت سالم المرزوقي إن التعاون يتقدم.", "نورة بنت سالم المرزوقي"),
        ("حضر اللقاء نائب وزير الخارجية عبد الحليم محمد علي.", "عبد الحليم محمد علي"),
        ("استقبل الوزير السيد كريم عبد الله.", "كريم عبد الله"),
        ("والتقى السفير محمد حكيم أوغلو أمس.", "محمد حكيم أوغلو"),
        # foreign names
        ("وقال وزير التجارة السويدي يوهان فورسيل إن اللقاء مهم.", "يوهان فورسيل"),
        ("وكان الأمين العام جان ديبوا حاضرا.", "جان ديبوا"),
        ("ترأس الوفد الهندي أ. ك. شارما، وكيل وزارة الخارجية.", "أ. ك. شارما"),
        ("وقال السفير John A. Smith إن اللقاء مهم.", "John A. Smith"),
        ("ترأس الوفد السيد جان-بيير مورو أمس.", "جان-بيير مورو"),
        ("وقاد الوفد بيير دوفال - مارتان المدير العام للتجارة.", "بيير دوفال - مارتان"),
        ("وقال المستشار ديفيد ر. كولمان، مدير المكتب، إن اللقاء مهم.", "ديفيد ر. كولمان"),
        # marks and words that end them
        ("وأكد السيد/ سالم الحارثي أن اللقاء مهم.", "سالم الحارثي"),
        ("وقال وزير الصحة سالم حمد الصباح أن اللقاح متاح.", "سالم حمد الصباح"),
        ("وناقشت الوزيرة غريس واتيري تدابير التجارة.", "غريس واتيري"),
    ],
)
def test_extent_of_names(text: str, name: str) -> None:
    assert [found for _, found in people(text)] == [name]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "التقى معالي الدكتور سالم آل حمد، وزير الصحة القطري، الوفد.",
            ["معالي الدكتور سالم آل حمد، وزير الصحة القطري"],
        ),
        (
            "ترأس الجانب السفير كينجي ساتو، المدير العام لإدارة آسيا بوزارة الخارجية اليابانية، أمس.",
            ["السفير كينجي ساتو، المدير العام لإدارة آسيا بوزارة الخارجية اليابانية"],
        ),
        (
            "استقبل رئيس مجلس الوزراء العراقي السيد كريم عبد الله وزيرة الدفاع الإسبانية مارغاريتا روبليس.",
            ["رئيس مجلس الوزراء العراقي السيد كريم عبد الله", "وزيرة الدفاع الإسبانية مارغاريتا روبليس"],
        ),
        ("التقى الوزير نظيره البيروفي خوسيه غارسيا.", ["نظيره البيروفي خوسيه غارسيا"]),
        ("برئاسة السفير الدكتور هشام موسى النقيب، أمس.", ["السفير الدكتور هشام موسى النقيب"]),
        ("بحضور رئيس أركان القوات البرية بصفته رئيس الوفد.", []),
        ("رأس الوفد مدير عام الجمارك سالم النجار.", ["مدير عام الجمارك سالم النجار"]),
        # an unknown name with the article, before a particle of names
        ("ترأستها وزيرة الخارجية الموريتانية الزهاة بنت المختار، أمس.", ["وزيرة الخارجية الموريتانية الزهاة بنت المختار"]),
        # those of an office in the dual, after a comma, of whom no lexicon knows the names
        ("بإشراف وزيري خارجية البلدين، الزهاة بنت المختار وماديكي نيانغ.", ["وزيري خارجية البلدين، الزهاة بنت المختار", "ماديكي نيانغ"]),
        ("استقبل وزيري الخارجية سالم البدر وتبادلا الرأي.", ["وزيري الخارجية سالم البدر"]),
    ],
)
def test_extent_of_descriptions(text: str, whole: list[str]) -> None:
    assert [found for found, _ in people(text)] == whole


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "التقى معالي الدكتور سالم آل حمد، وزير الصحة القطري، الوفد.",
            ("معالي الدكتور", "وزير الصحة القطري", None, "QA"),
        ),
        (
            "ترأس الجانب السفير كينجي ساتو، المدير العام لإدارة آسيا بوزارة الخارجية اليابانية.",
            ("السفير", "المدير العام لإدارة آسيا", "وزارة الخارجية اليابانية", "JP"),
        ),
        (
            "قال رئيس لجنة الشؤون الخارجية في البرلمان الكيني دانيال أوما إن القانون جاهز.",
            (None, "رئيس لجنة الشؤون الخارجية", "البرلمان الكيني", "KE"),
        ),
        ("وقال المتحدث باسم وزارة الخارجية سالم الحارثي إن اللقاء تم.", (None, "المتحدث باسم وزارة الخارجية", None, None)),
        ("والتقى الوزير سالم الحارثي الوفد.", ("الوزير", None, None, None)),
        ("وشارك سفير تركيا لدى الكويت محمد حكيم أوغلو.", (None, "سفير تركيا لدى الكويت", None, "TR")),
        (
            "وشارك الفريق أول ركن سعيد بن ناصر الكعبي، رئيس الأركان.",
            ("الفريق أول ركن", "رئيس الأركان", None, None),
        ),
        ("التقى الوزير نظيره البيروفي خوسيه غارسيا.", (None, None, None, "PE")),
        ("وقال وزير التجارة في كينيا دانيال أوما إن التجارة تنمو.", (None, "وزير التجارة", None, "KE")),
    ],
)
def test_parts(text: str, expected: tuple[str | None, ...]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an office right after one may be another's: of a woman, of an envoy, of another side
        ("التقى وزير الدفاع السفير الكيني لدى لبنان دانيال أوما.", ["السفير الكيني لدى لبنان دانيال أوما"]),
        ("التقى وزير الخارجية وزيرة الصحة البيروفية ماريا غارسيا.", ["وزيرة الصحة البيروفية ماريا غارسيا"]),
        ("التقى الوزير الكيني الدكتور سالم الحارثي وزير الصحة العماني.", ["الدكتور سالم الحارثي وزير الصحة العماني"]),
        # or all of one
        ("وقال نائب الرئيس الكيني وزير المالية دانيال أوما ذلك.", ["نائب الرئيس الكيني وزير المالية دانيال أوما"]),
        (
            "وحضر وزير الصحة، الناطق الرسمي باسم الحكومة السيد/ سالم الحارثي.",
            ["وزير الصحة، الناطق الرسمي باسم الحكومة السيد/ سالم الحارثي"],
        ),
    ],
)
def test_whose_office(text: str, expected: list[str]) -> None:
    assert [whole for whole, _ in people(text)] == expected


def test_counterparts_of_several_sides() -> None:
    document = read("التقى وزير الطاقة الكيني موسى كامو نظيريه البيروفي خوسيه غارسيا والعماني سالم الحارثي.")
    values = [m.value for m in document.mentions if m.label == "PERSON"]
    assert [(v.party, v.counterpart) for v in values] == [("KE", False), ("PE", True), ("OM", True)]


def test_an_office_in_the_dual_is_shared() -> None:
    assert people("التقى الرئيسان المصري كريم فهمي والسوداني حسن إدريس.") == [
        ("الرئيسان المصري كريم فهمي", "كريم فهمي"),
        ("حسن إدريس", "حسن إدريس"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # the family name alone, once somebody has been introduced
        (
            "وقالت الوزيرة نورة بنت سالم المرزوقي إن التعاون يتقدم. وأكد المرزوقي ذلك.",
            ["نورة بنت سالم المرزوقي", "نورة بنت سالم المرزوقي"],
        ),
        ("وأكد المرزوقي ذلك.", []),
    ],
)
def test_short_mentions(text: str, names: list[str]) -> None:
    assert [name for _, name in people(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "زار الوفد مطار الملك خالد الدولي.",
        "استقبلت جامعة الملك سعود الطلاب.",
        "بحث وزير الخارجية والتعاون الدولي الملفات.",
        "وزاد الإنتاج في القطاع الصناعي.",
        "عقد الوزير اجتماعا طارئا.",
        "استضافت أديس أبابا المؤتمر.",
        "شهدت القاهرة أمس أمطارا غزيرة.",
    ],
)
def test_nobody(text: str) -> None:
    assert people(text) == []

"""Names that look like other words, and offices whose extent the grammar finds: what each rule takes, and what it leaves."""

from __future__ import annotations

from functools import cache

import pytest

from jwgie import load
from jwgie.document import Document, Span


@cache
def read(text: str) -> Document:
    return load("ar")(text)


def described(text: str) -> list[tuple[str, str | None, str | None]]:
    """Name, position and body of each PERSON that is described."""
    document = read(text)

    def words(span: Span | None) -> str | None:
        return document.slice(span) if span else None

    values = [m.value for m in document.mentions if m.label == "PERSON" and m.rule != "persons.short"]
    return [(document.slice(v.name), words(v.position), words(v.affiliation)) for v in values]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # function words, everyday words and verbs that are names here
        ("استقبل الوزير مبعوث الأمم المتحدة غير أندرسون أمس.", ["غير أندرسون"]),
        ("وأكد الدكتور على عبد الحميد أهمية الحوار.", ["على عبد الحميد"]),
        ("وصل إلى الدوحة وفد برئاسة على عثمان طه أمس.", ["على عثمان طه"]),
        ("وبحث وزير الدفاع العراقي عرفان الحيالي التعاون.", ["عرفان الحيالي"]),
        ("والتقى السيدة تروي هولمكفيست أمس.", ["تروي هولمكفيست"]),
        ("حضر اللقاء السفير حمدي سند لوزا.", ["حمدي سند لوزا"]),
        ("وقال وزير الزراعة السيد القصير وزير الري الأسبق.", ["القصير"]),
        # what looks like a proclitic
        ("وترأس الوفد الأمريكي السيد مايكل والتز، أمس.", ["مايكل والتز"]),
        ("ورأى الوزير روبيرتو بالومينو أن المعرض مهم.", ["روبيرتو بالومينو"]),
        ("ترأس الوفد السفير ودادي ولد سالم أمس.", ["ودادي ولد سالم"]),
        ("حضر الحفل فالنتين ماركوفيتش سفير صربيا.", ["فالنتين ماركوفيتش"]),
        # initials spelt out, single given names that wait for another
        ("ترأس الوفد وزير الخارجية إس. جايشانكار أمس.", ["إس. جايشانكار"]),
        ("حضر نائب الوزير بابلو تتامانتي الاجتماع.", ["بابلو تتامانتي"]),
        ("وصل الرئيس التونسي الباجي قائد السبسي.", ["الباجي قائد السبسي"]),
        # quoted names, names after a form of address
        ('وبحث وزير العمل "المهدي ورضمي الأمين" التدريب.', ["المهدي ورضمي الأمين"]),
        ("وصل فخامة الرئيس الصيني /شي جين بينغ/ أمس.", ["شي جين بينغ"]),
        ("وحضرت سعادة الدكتورة ليان سوندرز، سفيرة المملكة المتحدة.", ["ليان سوندرز"]),
        ('ومنح رئيس الإكوادور "وسام الاستحقاق الوطني" للسفير.', []),
        # nobody, or nobody else
        ("وأثنى سمو الأمير على مواقف البلدين.", []),
        ("وقال السفير غير المقيم إن التعاون قائم.", []),
        ("وتقدم خلف السيارات موكب طويل.", []),
        ("عقد الوزير اجتماعا طارئا.", []),
        ("تلقى الوزير أوراق اعتماد السفير.", []),
        ("ووصل الوفد إلى العاصمة الإثيوبية أديس أبابا.", []),
        ("تحدث عن أواصر أخوة وصداقة بين الشعبين.", []),
        ("غادر الوفد مطار الأمير سلطان.", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [name for name, _, _ in described(text)] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # accusative singulars, adverbs and phrases inside offices
        ("عين سالم الحارثي سفيرا للجمهورية التونسية لدى اليابان.", ("سالم الحارثي", "سفيرا للجمهورية التونسية لدى اليابان", None)),
        ("حضر سالم الحارثي، سفير مفوض فوق العادة لدى اليابان.", ("سالم الحارثي", "سفير مفوض فوق العادة لدى اليابان", None)),
        ("وحضر كاتب الدولة الإسباني في الأمن خوان بيريز.", ("خوان بيريز", "كاتب الدولة الإسباني في الأمن", None)),
        ("وقال مستشار سمو وزير الداخلية سالم الحارثي.", ("سالم الحارثي", "مستشار سمو وزير الداخلية", None)),
        ("وقال نائب المتحدث باسم الخارجية، سالم الحارثي.", ("سالم الحارثي", "نائب المتحدث باسم الخارجية", None)),
        ("وقال كبير أمناء مجلس الوزراء سالم الحارثي.", ("سالم الحارثي", "كبير أمناء", "مجلس الوزراء")),
        ("وقال رئيس ومؤسس مجلس التجار سالم الحارثي.", ("سالم الحارثي", "رئيس ومؤسس مجلس التجار", None)),
        ("وقال سالم الحارثي، المدير العام رئيس مجلس إدارة الصندوق.", ("سالم الحارثي", "المدير العام رئيس مجلس إدارة الصندوق", None)),
        ("وأشرف وزير الدولة، وزير الشؤون الخارجية، سالم الحارثي، على اللقاء.", ("سالم الحارثي", "وزير الدولة، وزير الشؤون الخارجية", None)),
        # bodies: a contracted article stays with its word; places in passing are no part
        ("وقال المدير العام للهيئة العامة للنقل سالم الحارثي.", ("سالم الحارثي", "المدير العام", "للهيئة العامة للنقل")),
        ("وحضر رئيس قسم الإعلام بالوفد سالم الحارثي.", ("سالم الحارثي", "رئيس قسم الإعلام", None)),
        ("وحضرت مديرة الصندوق سلمى الحارثي.", ("سلمى الحارثي", "مديرة الصندوق", None)),
        ("وقال المستشار الإعلامي لوزارة الدفاع سالم الحارثي.", ("سالم الحارثي", "المستشار الإعلامي", "وزارة الدفاع")),
    ],
)
def test_offices(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert described(text) == [expected]


def test_an_office_after_a_comma_is_the_next_persons() -> None:
    text = "التقى سالم الحارثي، نائب رئيس الوزراء ووزير الصحة، وزير الصحة بالمملكة العربية السعودية فهد النجار، أمس."
    assert described(text) == [
        ("سالم الحارثي", "نائب رئيس الوزراء ووزير الصحة", None),
        ("فهد النجار", "وزير الصحة", "المملكة العربية السعودية"),
    ]


def test_an_office_between_two_names_is_the_later_ones() -> None:
    text = "استقبل وزير العمل سالم الحارثي، سفير السنغال لدى ليبيا، مصطفى سو، أمس."
    assert described(text) == [("سالم الحارثي", "وزير العمل", None), ("مصطفى سو", "سفير السنغال لدى ليبيا", None)]
    text = "وحضر سالم الحارثي، رئيس الدولة، نائب رئيس الوزراء، رئيس الديوان، أمس."
    assert described(text) == [("سالم الحارثي", "رئيس الدولة، نائب رئيس الوزراء، رئيس الديوان", None)]


def test_an_envoy_of_an_organisation_is_not_of_the_state_that_he_is_sent_to() -> None:
    (value,) = [m.value for m in read("وصلت نائبة مبعوث الأمم المتحدة لسورية خولة مطر.").mentions if m.label == "PERSON"]
    assert value.party == "UN"

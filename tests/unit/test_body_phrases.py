"""BODY: the words that tell the kind, the own name, the number, the sides and the subjects of a phrase."""

from __future__ import annotations

import pytest

from jwgie.document import Document, Mention
from jwgie.ner.values import BodyValue, CityValue
from jwgie.pipeline import load

NLP = load("ar")


def bodies(text: str) -> tuple[Document, list[Mention]]:
    """The outermost BODY mentions of a text."""
    document = NLP(text)
    found = [m for m in document.mentions if m.label == "BODY"]
    return document, [m for m in found if not any(o is not m and o.span.contains(m.span) for o in found)]


def only(text: str) -> tuple[Document, Mention, BodyValue]:
    """The one BODY of a text that is such a phrase from end to end."""
    document, found = bodies(text)
    assert [document.slice(m.span) for m in found] == [text]
    return document, found[0], found[0].value


def codes(mentions: tuple[Mention, ...]) -> list[str]:
    """The codes of sides or of subjects."""
    return [m.value.country if isinstance(m.value, CityValue) else m.value for m in mentions]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # Committees of two sides, whatever they are of.
        ("اللجنة العليا المشتركة بين تونس والجزائر", "joint_commission"),
        ("الدورة الـ15 للجنة الوزارية المشتركة الكويتية - العراقية", "joint_commission"),
        ("اجتماع لجنة المتابعة القطرية التركية", "joint_commission"),
        ("اللجنة القنصلية المشتركة بين المغرب وفرنسا", "joint_commission"),
        ("اللجنة العسكرية المشتركة بين تونس وإيطاليا", "joint_commission"),
        ("لجنة الحدود المشتركة بين السعودية والعراق", "joint_commission"),
        ("اللجنة الحكومية الدولية الأوزبكية الروسية", "joint_commission"),
        ("اللجنة الفرعية للشؤون السياسية بين تونس والاتحاد الأوروبي", "joint_commission"),
        ("الاجتماع الوزاري للجنة الاقتصادية المشتركة بين الإمارات ومصر", "joint_commission"),
        # Groups.
        ("مجموعة التخطيط الاستراتيجي المشتركة بين تركيا والبرازيل", "joint_working_group"),
        ("فريق العمل المشترك المصري السوداني للربط الكهربائي", "joint_working_group"),
        ("اجتماع فريق الخبراء الروسي التركي", "joint_working_group"),
        # Consultations, under all their names.
        ("مشاورات سياسية سعودية فرنسية", "political_consultations"),
        ("لجنة التشاور السياسي بين قطر واليابان", "political_consultations"),
        ("الاجتماع الرابع لآلية التشاور السياسي المصرية الكينية", "political_consultations"),
        # Dialogues.
        ("الحوار السيبراني الثالث بين اليابان والاتحاد الأوروبي", "dialogue"),
        ("حوار السياسات الخارجية بين الهند والنرويج", "dialogue"),
        ("اجتماع وزراء الدفاع والخارجية (2+2) بين الهند وبريطانيا", "dialogue"),
        # Councils.
        ("مجلس التنسيق السعودي الباكستاني", "coordination_council"),
        ("الدورة الثانية لمجلس الشراكة الاستراتيجية الشاملة بين الأردن والإمارات", "coordination_council"),
        ("المجلس الأعلى للتعاون الاستراتيجي بين العراق وتركيا", "coordination_council"),
        # Ministers and leaders.
        ("الاجتماع الوزاري الثلاثي بين مصر والأردن والعراق", "ministerial"),
        ("اجتماع وزراء خارجية دول جوار ليبيا", "ministerial"),
        ("الدورة 160 لمجلس جامعة الدول العربية على المستوى الوزاري", "ministerial"),
        ("القمة الثلاثية بين مصر وقبرص واليونان", "summit"),
        ("الاجتماع الـ21 لمجلس رؤساء حكومات منظمة شنغهاي", "summit"),
        ("مباحثات على مستوى القمة", "summit"),
        # Business, conferences.
        ("ملتقى الأعمال العراقي التركي", "business_forum"),
        ("الدورة العاشرة لمجلس رجال الأعمال القطري المغربي", "business_forum"),
        ("مؤتمر برلين 2 حول ليبيا", "conference"),
        # Others.
        ("اجتماع كبار المسؤولين للتحضير للقمة العربية الأفريقية", "other"),
        ("اجتماع كبار المسؤولين للمنتدى العربي الصيني", "other"),
        ("الجولة الثانية من المفاوضات الأمريكية الإيرانية", "other"),
        ("الدورة العادية الخامسة والأربعين للمجلس الأعلى لمجلس التعاون", "other"),
        # Talks.
        ("جلسة مباحثات رسمية", "bilateral_meeting"),
        ("لقاءً ثنائياً", "bilateral_meeting"),
        ("مباحثات سعودية - يمنية", "bilateral_meeting"),
        ("اتصالا مرئيا", "phone_call"),
        ("محادثة هاتفية", "phone_call"),
        # What does not tell: the report has to.
        ("المباحثات", None),
        ("الاجتماع الأول للجنة", None),
        ("اجتماعها الثالث عشر", None),
    ],
)
def test_kinds(text: str, kind: str | None) -> None:
    assert only(text)[2].kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "انعقدت [الدورة السابعة للجنة العليا المغربية القطرية المشتركة] بالرباط",
        "افتتاح أعمال [الجولة الثالثة من المشاورات السياسية بين سلطنة عمان وهولندا] في مسقط",
        "عُقد [الاجتماع الوزاري السادس والعشرون لمجلس التعاون الخليجي والاتحاد الأوروبي] اليوم",
        "اجتمعت [اللجنة الرباعية العربية المعنية بمتابعة تطورات الأزمة مع إيران]، أمس",
        "وتمهيدا لـ[اللجنة المشتركة التونسية الليبية على مستوى وزيري خارجية البلدين].",
        'وفي ختام [لقائهما] "أكد الوزيران" التعاون',
        # What comes after is no part of it.
        "يأتي إنشاء [مجلس التنسيق السعودي الإماراتي] بناء على توجيهات القيادتين",
        "إن [مجلس التنسيق السعودي الإماراتي] واستراتيجية العزم يفتحان آفاقا جديدة",
        "خرجت [اللجنة العليا المشتركة بين كينيا وبيرو] من [دورتها الثالثة]",
        'طلب تأجيل [اللجنة العليا الكينية البيروفية المشتركة] "بسبب انشغال الجانب الكيني"',
        "[اللجنة الكينية / البيروفية للشؤون القنصلية]",
        "[اللجنة الثنائية لتنمية وترقية المناطق الحدودية الكينية التنزانية]",
        "تناولت [المحادثات] القضيتين الفلسطينية والسورية",
        "يعد [اللقاء] [أول قمة] بينهما",
        # Neither the press nor prepositions.
        "عقد الوزيران مؤتمرا صحفيا مشتركا",
        "وفي لقاء إعلامي قصير",
        "إلى ما وصلت إليه المدينة",
        "رجل أعمال بارز وجدول أعمال حافل",
    ],
)
def test_extents(text: str) -> None:
    plain = text.replace("[", "").replace("]", "")
    document, found = bodies(plain)
    for mention in reversed(found):
        start, end = mention.span.start, mention.span.end
        plain = f"{plain[:start]}[{document.slice(mention.span)}]{plain[end:]}"
    assert plain == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # A sitting is no part of the name of the body that sits ...
        ("الاجتماع الثاني لمجلس التنسيق الأعلى السعودي القطري", "مجلس التنسيق الأعلى السعودي القطري"),
        ("النسخة السادسة من الحوار الاستراتيجي بين الإمارات والولايات المتحدة", "الحوار الاستراتيجي بين الإمارات والولايات المتحدة"),
        ("اجتماع مجموعة العمل المشتركة لمكافحة الإرهاب بين الهند وفرنسا", "مجموعة العمل المشتركة لمكافحة الإرهاب بين الهند وفرنسا"),
        # ... unless the article that belongs to the name has run together with a preposition.
        ("الدورة الثانية للجنة الكبرى التونسية الجزائرية", "الدورة الثانية للجنة الكبرى التونسية الجزائرية"),
        ("القمة العربية الصينية الثانية", "القمة العربية الصينية الثانية"),
        ("المباحثات", None),
    ],
)  # fmt: skip
def test_names(text: str, name: str | None) -> None:
    document, _, value = only(text)
    assert (document.slice(value.name) if value.name else None) == name


@pytest.mark.parametrize(
    ("text", "ordinal", "which"),
    [
        ("الدورة الثانية والعشرون للجنة الكبرى المشتركة", 22, None),
        ("الاجتماع الوزاري الرابع للجنة", 4, None),
        ("القمة الثانية عشرة لتجمع البريكس", 12, None),
        ("اجتماعات الدورة الـ 18 للجنة العليا المصرية اللبنانية", 18, None),
        ("أول اجتماع للجنة المشتركة", 1, None),
        ("الجلسة الافتتاحية للجنة المشتركة", None, None),
        ("الاجتماع التأسيسي لمجلس التنسيق", 1, None),
        ("الاجتماع المقبل للجنة المشتركة", None, "next"),
        ("الدورة الماضية من الحوار", None, "previous"),
    ],
)
def test_rounds(text: str, ordinal: int | None, which: str | None) -> None:
    value = only(text)[2]
    assert ((value.ordinal.value if value.ordinal else None), value.which) == (ordinal, which)


@pytest.mark.parametrize(
    ("text", "parties", "subjects"),
    [
        ("اللجنة العليا المشتركة بين سلطنة عمان والهند", ["OM", "IN"], []),
        ("لجنة التعاون القطرية - الأوزبكية", ["QA", "UZ"], []),
        ("الاجتماع الثلاثي الأول بين أذربيجان وأوزبكستان وتركيا", ["AZ", "UZ", "TR"], []),
        ("الاجتماع الوزاري الثامن للحوار الاستراتيجي بين مجلس التعاون وروسيا", ["GCC", "RU"], []),
        ("المحادثات التجارية مع كندا", ["CA"], ["trade"]),
        ("الدورة الأولى للحوار الأمني بين الهند وأستراليا", ["IN", "AU"], ["security_cooperation"]),
        ("اللجنة المشتركة للتعاون الاقتصادي والتجاري بين الأردن وكازاخستان", ["JO", "KZ"], ["economic_cooperation", "trade"]),
        ("اللجنة الاستشارية الدفاعية المغربية الأمريكية", ["MA", "US"], ["defence_cooperation"]),
        ("مجموعة العمل العراقية الأمريكية المعنية بالطاقة", ["IQ", "US"], ["energy"]),
        ("منتدى الأعمال «الإسباني - الكيني» المشترك", ["ES", "KE"], []),
        ("مؤتمر باريس حول لبنان", [], ["situation/LB"]),
        ("منتدى التعاون العربي الروسي", ["LAS", "RU"], []),
        ("المشاورات بين وزارتي خارجية البلدين", [], []),
    ],
)
def test_sides_and_subjects(text: str, parties: list[str], subjects: list[str]) -> None:
    value = only(text)[2]
    assert sorted(codes(value.parties)) == sorted(parties)
    assert codes(value.subjects) == subjects


def test_definiteness() -> None:
    assert only("الاجتماع")[2].definite
    assert only("اجتماع اللجنة المشتركة")[2].definite
    assert not only("اجتماعا ثنائيا")[2].definite

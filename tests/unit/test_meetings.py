"""How many meetings a report is about, of which kind, and whether they are held, planned, put off or called off."""

from __future__ import annotations

import pytest

import jwgie
from jwgie.assembly import assembler
from jwgie.record import MeetingRecord

SEVERAL = (
    "أجرى وزير الخارجية الكيني موسى كامو، أمس، ثلاثة لقاءات منفصلة على هامش مؤتمر المناخ في ليما.\n\n"
    "والتقى كامو وزير الخارجية البيروفي خوسيه غارسيا، وبحثا التجارة بين البلدين.\n\n"
    "كما التقى كامو وزيرة الخارجية النرويجية إنغريد هانسن، وبحثا الطاقة المتجددة.\n\n"
    "واجتمع كامو بوزير الخارجية المغربي كريم العلوي، وبحثا الأمن الغذائي."
)
APART = (
    "التقى وزير الخارجية الكيني موسى كامو، اليوم، وزير الخارجية البيروفي خوسيه غارسيا في نيروبي وبحثا التجارة.\n\n"
    "وفي لقاء منفصل، التقى كامو وزيرة الخارجية النرويجية إنغريد هانسن وبحثا الطاقة المتجددة."
)
ONCE = (
    "التقى وزير الخارجية الكيني موسى كامو، اليوم، وزير الخارجية البيروفي خوسيه غارسيا في نيروبي.\n\n"
    "وبحث كامو وغارسيا خلال اللقاء التجارة بين البلدين.\n\nوأكد الوزيران في ختام المباحثات أهمية التعاون."
)

MET = "التقى وزير الخارجية الكيني موسى كامو نظيره البيروفي خوسيه غارسيا وبحثا التجارة."


def records(text: str, published: str | None = "2025-05-12") -> list[MeetingRecord]:
    return list(jwgie.load("ar")(text, published=published).records)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SEVERAL, [["KE", "PE"], ["KE", "NO"], ["KE", "MA"]]),
        (APART, [["KE", "PE"], ["KE", "NO"]]),
        (ONCE, [["KE", "PE"]]),
        # talks that are told of by a noun with whose they are, in whose course something was said, or of which a sentence says "their"
        ("قال متحدث إن كينيا وبيرو خرجتا من محادثاتهما في ليما باتفاق على تبادل السجناء.", [["KE", "PE"]]),
        ("تركز لقاء وزير الخارجية الكيني موسى كامو مع نظيره البيروفي خوسيه غارسيا على التجارة.", [["KE", "PE"]]),
        ("أبلغ وزير الخارجية الكيني موسى كامو نظيره البيروفي خوسيه غارسيا خلال اجتماع في ليما حرص بلاده على التعاون.", [["KE", "PE"]]),
        # a gathering that one of the two came for is no second meeting of theirs
        (f"{MET}\n\nوجاء اللقاء على هامش زيارة كامو إلى بيرو للمشاركة في الاجتماع الوزاري الثاني لدول الجنوب.", [["KE", "PE"]]),
    ],
    ids=["announced together", "one after another", "told of again", "their talks", "a noun with both", "in the course of", "beside"],
)
def test_several_talks_are_told_apart(text: str, expected: list[list[str]]) -> None:
    assert [(r.kind, sorted(r.parties)) for r in records(text)] == [("bilateral_meeting", sorted(codes)) for codes in expected]


@pytest.mark.parametrize(
    "text",
    [
        "هاتف وزيرا خارجية بيرو خوسيه غارسيا والنرويج إنغريد هانسن اليوم وزير الخارجية الكيني موسى كامو.",
        "تلقى وزير الخارجية الكيني موسى كامو اتصالات هاتفية من وزيري خارجية بيرو خوسيه غارسيا والنرويج إنغريد هانسن.",
    ],
    ids=["they rang him", "calls from them"],
)
def test_a_call_is_of_two(text: str) -> None:
    found = [(r.kind, sorted(r.parties), sum(p.role == "head" for d in r.delegations for p in d.people)) for r in records(text)]
    assert sorted(found) == [("phone_call", ["KE", "NO"], 2), ("phone_call", ["KE", "PE"], 2)]


@pytest.mark.parametrize(
    "text",
    [
        # of one country
        "عقد مجلس الوزراء التونسي جلسته الأسبوعية برئاسة رئيس الحكومة.",
        "افتتح وزير الطاقة المغربي المؤتمر الوطني للطاقة في الرباط.",
        "اجتمع وزير الداخلية الكيني مع حكام الأقاليم لبحث الأمن.",
        # a council of business people that is only there holds nothing
        "وكان لمجلس الأعمال الكيني البيروفي المشترك حضور فاعل في المعرض.",
        # no meeting
        "أكد وزير الخارجية الكيني موسى كامو في مؤتمر صحفي أن بلاده ماضية في الإصلاح.",
        "وقع وزير العدل الكيني موسى كامو مرسوما بالعفو.",
        "قالت رئيسة وزراء كينيا سلمى كامو إن هجوما وقع أمس، وإنها ستتحدث مع رئيس بيرو خوسيه غارسيا.",
        "كينيا وبيرو تشكلان مجلس التنسيق المشترك، بقرار من الرئيس.",
        "عين مجلس الوزراء سفيرا جديدا في السويد.",
        "أدان وزير الخارجية الكيني الهجوم الإرهابي في بيرو.",
        "بعث الرئيس المغربي برقية تعزية إلى نظيره الكيني.",
        "وصل وفد سويدي إلى الدوحة.",
        "ارتفعت أسعار القمح في الأسواق العالمية.",
        # only in the background
        "قال وزير المالية الكيني إن صادرات الشاي ارتفعت هذا العام.\n\n"
        "وكانت اللجنة المشتركة بين كينيا وبيرو قد عقدت دورتها الأولى العام الماضي في ليما.",
    ],
)
def test_reports_about_no_meeting(text: str) -> None:
    assert records(text) == []


BODY = "الدورة الثامنة للجنة المشتركة بين قطر والسويد"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"عقدت {BODY} في الدوحة.", "held"),
        (f"انطلقت اليوم في الدوحة أعمال {BODY}.", "held"),
        (f"اختتمت في الدوحة أعمال {BODY}.", "held"),
        (f"تعقد غدا في الدوحة {BODY}.", "scheduled"),
        (f"ستعقد {BODY} في الدوحة الشهر المقبل.", "scheduled"),
        (f"من المقرر أن تعقد {BODY} في الدوحة يوم 20 مايو.", "scheduled"),
        (f"أرجئت {BODY} إلى أجل غير مسمى.", "postponed"),
        (f"تأجلت {BODY} التي كانت مقررة غدا.", "postponed"),
        (f"ألغيت {BODY}.", "cancelled"),
    ],
)
def test_status(text: str, status: str) -> None:
    (record,) = records(text)
    assert (record.kind, record.ordinal, record.status) == ("joint_commission", 8, status)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("التقى وزير الخارجية الكيني نظيره البيروفي في نيروبي وبحثا التجارة.", "bilateral_meeting"),
        ("تلقى وزير الخارجية الكيني اتصالا هاتفيا من نظيره البيروفي.", "phone_call"),
        ("عقدت الجولة الثالثة من حوار حقوق الإنسان بين الاتحاد الأوروبي وكينيا في بروكسل.", "dialogue"),
        ("انعقدت المشاورات السياسية بين كينيا وبيرو في ليما.", "political_consultations"),
        ("انعقد في نيروبي منتدى الأعمال الكيني البيروفي.", "business_forum"),
        (
            "استقبل وزير الدفاع الكيني موسى كامو قائد الجيش البيروفي خوسيه غارسيا، ويندرج اللقاء في إطار انعقاد الدورة الخامسة "
            "للجنة العسكرية المشتركة بين كينيا وبيرو.",
            "bilateral_meeting",
        ),
        # what two did on the margins of several gatherings
        ("التقى وزير الخارجية الكيني نظيره البيروفي على هامش منتدى روما واجتماع وزراء خارجية مجموعة العشرين.", "bilateral_meeting"),
        (
            "بحث وزير الطاقة الكيني موسى كامو مع نظيره البيروفي خوسيه غارسيا التجارة. وبحث كامو مع غارسيا في اتصال هاتفي النفط.",
            "phone_call",
        ),
        # those who face the press or sign together have met
        ("وقع وزير العدل الكيني موسى كامو ونظيره البيروفي خوسيه غارسيا اتفاقيتين لتسليم المجرمين.", "bilateral_meeting"),
        ("أكد وزير الخارجية الكيني موسى كامو، في مؤتمر صحفي مع نظيره البيروفي خوسيه غارسيا، أهمية التعاون.", "bilateral_meeting"),
        # officials of an organisation's states hold a session of its committee
        ("عقد رؤساء أركان القوات المسلحة بدول مجلس التعاون الخليجي، أمس، اجتماعا اعتياديا للجنة العسكرية العليا.", "joint_commission"),
        ("تعقد غدا الدورة الثالثة لمجلس وزراء الداخلية العرب.", "ministerial"),
        ("عقد قادة حرس الحدود وخفر السواحل بدول مجلس التعاون لدول الخليج العربية أمس اجتماعهم التاسع.", "other"),
        ("بدأت أعمال الاجتماع التاسع لمسئولي حرس الحدود وخفر السواحل بمجلس التعاون لدول الخليج العربية.", "other"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert [r.kind for r in records(text)] == [kind]


def test_every_value_says_where_it_comes_from() -> None:
    for record in records(SEVERAL):
        for pointer, _ in record.leaves():
            assert record.evidence[pointer], pointer


def test_where_not_all_meetings_are_told_the_document_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = jwgie.load("ar")
    document = nlp(SEVERAL, published="2024-05-31")
    assert document.reason is None
    monkeypatch.setattr(assembler, "MOST", len(document.records))
    assert nlp(SEVERAL, published="2024-05-31").reason == f"only the first {len(document.records)} meetings of a text are told"

"""Documents: which are signed, of what kind, and how many."""

from collections import Counter

import pytest

from jwgie.assembly.documents import fill_documents
from jwgie.assembly.draft import Draft
from jwgie.assembly.meetings import Meeting
from jwgie.document import Document, Mention, Span
from jwgie.languages import load_pack
from jwgie.ner.documents import DocumentRecogniser
from jwgie.pipeline import load
from jwgie.record import Status

PACK = load_pack("ar")
MOU = "memorandum_of_understanding"


def documents(text: str, status: Status = "held") -> list[tuple[str, str | None]]:
    document: Document = load("ar")(text)
    meeting = Meeting("joint_commission", Mention("BODY", Span(0, 1)), tuple(s.index for s in document.sentences), status=status)
    draft = Draft(document)
    fill_documents(document, meeting, draft, PACK)
    return [(d["kind"].value, d["title"].value if d["title"] else None) for d in draft.get("documents") or ()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ووقع الوزيران مذكرة تفاهم في مجال المياه.", {MOU: 1}),
        ("واختتمت الزيارة بتوقيع محضر ومذكرتي تفاهم.", {MOU: 2, "minutes": 1}),
        ("وتم التوقيع على سبع اتفاقيات.", {"agreement": 7}),
        ("وأسفر اللقاء عن توقيع اتفاقيات في قطاعات شتى.", {"agreement": 1}),
        ("وخرجت القمة بأربع اتفاقيات وقعتها الدولتان.", {"agreement": 4}),
        ("ووقع البلدان خمس اتفاقيات. ومن بين ما تم التوقيع عليه مذكرة تفاهم للصيد.", {"agreement": 4, MOU: 1}),
        ("ووقع البلدان اتفاقية للنقل. كما وقعا مذكرة تفاهم للصيد.", {"agreement": 1, MOU: 1}),
        ("ووقعا مذكرة تفاهم، وهي واحدة من 4 مذكرات تفاهم أبرمت في الدورة.", {MOU: 4}),
        ("ووقعا مذكرة في مجال الرياضة، وأخرى للتعليم.", {MOU: 2}),
        ("وصدر في ختام الدورة بيان مشترك. وأشاد البيان المشترك بالتعاون.", {"joint_statement": 1}),
        ("ووقع الجانبان البرنامج التنفيذي للتعاون الثقافي.", {"programme": 1}),
        ("وأبرما معاهدة صداقة.", {"treaty": 1}),
        ("ووقع الجانبان ست وثائق.", {"other": 6}),
        ("وشهدت الدورة توقيع 3 مذكرات تفاهم.", {MOU: 3}),
        ("وصادقا على خطة عمل مشتركة.", {"action_plan": 1}),
        ("ووقع القادة إعلان مسقط.", {"joint_statement": 1}),
        ("وأنشئت اللجنة وفقا لبيان وقعه الوزيران.", {"joint_statement": 1}),
    ],
)
def test_documents(text: str, expected: dict[str, int]) -> None:
    assert Counter(kind for kind, _ in documents(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ومن المنتظر أن يوقع الوزيران مذكرة تفاهم.",
        "وقد سبق للبلدين أن وقعا 12 اتفاقية.",
        "وتباحثا في إبرام اتفاقية للنقل.",
        "وراجعا تنفيذ اتفاقية التعاون الموقعة بين البلدين.",
        "ووقع الوزير في سجل الزوار، وأشاد باتفاقية التعاون المبرمة قبل عامين.",
        "وناقشا مشروع مذكرة تفاهم ينتظر توقيعها.",
        "وأكدا أهمية اتفاقية النقل.",
        "ولم يصدر بيان مشترك.",
        "وأشادا باللجنة التي أنشئت باتفاق وقعه الطرفان قبل نحو ستة أشهر.",
        "وقالا بحسب مذكرة رسمية إن التجارة تنمو، ووقعا في السجل.",
        "وتوقفا عند الاتفاقيات التي أبرمت هذه السنة، خاصة اتفاق الصيد.",
    ],
)
def test_no_documents(text: str) -> None:
    assert documents(text) == []


def test_a_meeting_that_is_still_to_come_has_signed_nothing() -> None:
    assert documents("وتم التوقيع على سبع اتفاقيات.", "scheduled") == []


def test_a_title_stands_in_quotation_marks() -> None:
    assert documents("ووقع الوزيران «البرنامج التنفيذي السادس للتعاون».") == [("programme", "البرنامج التنفيذي السادس للتعاون")]


@pytest.mark.parametrize(
    ("phrase", "kind", "rule"),
    [
        ("مذكرتي تفاهم", MOU, "document.dual"),
        ("والاتفاقيات", "agreement", "document.plural"),
        ("البيان الختامي", "joint_statement", "document.singular"),
        ("خطاب نوايا", "other", "document.singular"),
        ("وثائق", None, "document.plural"),
    ],
)
def test_mentions(phrase: str, kind: str | None, rule: str) -> None:
    found = [m for m in load("ar")(phrase).mentions if m.label == "DOCUMENT"]
    assert [(m.value, m.rule) for m in found] == [(kind, rule)]


def test_recogniser_reads_title_and_text() -> None:
    document = load("ar")("وقعا محضرا", title="توقيع محضر")
    assert {m.span.origin for m in DocumentRecogniser(PACK)(document)} == {"title", "text"}


def test_what_another_round_saw_signed_is_not_of_this_one() -> None:
    text = (
        "عقدت في عمان الدورة الثامنة للجنة المشتركة الأردنية التشيلية. وكانت الدورة السابقة التي عقدت في سانتياغو عام 2021 شهدت توقيع"
        " 20 اتفاقية ومذكرة تفاهم."
    )
    (record,) = load("ar")(text, published="2024-05-12").records
    assert record.documents == ()

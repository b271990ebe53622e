"""Statements: whose they are, what of a report states nothing, and their evidence."""

from typing import Any

import pytest

from jwgie.assembly.draft import Draft
from jwgie.assembly.meetings import Meeting
from jwgie.assembly.speakers import Ground
from jwgie.assembly.statements import fill_statements
from jwgie.document import Mention, Span
from jwgie.languages import load_pack
from jwgie.pipeline import load

PACK = load_pack("ar")


def stated(text: str, title: str | None = None) -> list[dict[str, Any]]:
    """The statements of a report on talks between Oman and Sweden."""
    document = load("ar")("التقى وفد عماني وفدا سويديا. " + text, title=title)
    parties: dict[str, list[Ground]] = {}
    for mention in document.mentions:
        if mention.label == "NATIONALITY":
            parties.setdefault(mention.value, []).append(mention)
    parties = {code: parties[code] for code in ("OM", "SE")}
    meeting = Meeting("bilateral_meeting", Mention("BODY", Span(0, 1)), tuple(s.index for s in document.sentences), parties=parties)
    draft = Draft(document)
    fill_statements(document, meeting, draft, PACK)
    return list(draft.get("statements") or ())


def actors(text: str) -> list[list[str]]:
    return [[code.value for code in s["actors"]] for s in stated(text)]


@pytest.mark.parametrize(
    ("title", "text", "acts"),
    [
        ("تبدي الدولتان قلقهما من الجفاف", "وناقش الجانبان الأنهار.", ["express_concern"]),
        ("تبدي الدولتان قلقهما من الجفاف", "وأعرب الجانبان عن القلق من الجفاف.", ["express_concern"]),
        ("الدولتان تبحثان الجفاف", "وناقش الجانبان الأنهار.", []),
        (None, "تبدي الدولة قلقها من الجفاف.", []),
        (None, "وأكدا أهمية الأنهار.\n\nالخلاصة\n\nأكد الجانبان متانة العلاقات.", ["emphasise"]),
    ],
)
def test_headline_and_summary(title: str | None, text: str, acts: list[str]) -> None:
    assert [s["act"].value for s in stated(text, title)] == acts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("واتفق الجانبان على تبادل الخبرات.", [["OM", "SE"]]),
        ("وأكد الجانب السويدي أهمية الأنهار.", [["SE"]]),
        ("وأكد الجانبان العماني والسويدي أهمية الأنهار.", [["OM", "SE"]]),
        ("أما الجانب السويدي فقد أكد أهمية الأنهار.", [["SE"]]),
        ("ودعت السويد إلى حماية الأنهار.", [["SE"]]),
        ("ودعت مسقط وستوكهولم إلى حماية الأنهار.", [["OM", "SE"]]),
        ("وتم الاتفاق على تبادل الخبرات.", [["OM", "SE"]]),
        ("وأكد وزير الخارجية العماني سالم الحارثي أهمية الأنهار، ودعا إلى حمايتها.", [["OM"], ["OM"]]),
        ("وأكد الجانب العماني أهمية الأنهار. من جهته، دعا الوزير إلى حمايتها.", [["OM"], ["SE"]]),
        ("وأكد الجانبان أهمية الأنهار، ودعيا إلى حمايتها.", [["OM", "SE"], ["OM", "SE"]]),
        ("وذكر بيان أن الطرفين جددا تمسكهما بالاتفاق.", [["OM", "SE"]]),
        ("وأعرب وزير الخارجية عن استعداد السويد لحماية الأنهار.", [["SE"]]),
    ],
)
def test_actors(text: str, expected: list[list[str]]) -> None:
    assert actors(text) == expected


def test_a_news_agency_takes_no_position() -> None:
    assert actors("وأكدت وكالة الأنباء الفرنسية أن الأنهار مهمة.") == []


@pytest.mark.parametrize(
    "text",
    [
        "وأكد.", "وشدد على.", "ورحب الوفد.", "واتفق الجانبان.", "واتفقا على:",
        "وقال: \"\".", "\"\"، قال الوفد.", "وقالا إن.", "واتفقا على ما يلي:\n1-\n2- .",
    ],
)  # fmt: skip
def test_a_position_without_words_is_none(text: str) -> None:
    assert stated(text) == []


def test_who_somebody_is_is_no_position() -> None:
    text = (
        "بغداد – واع\nبحث وزير الدفاع ثابت سالم الكعبي ونظيره التركي يشار غولر، اليوم، تطوير العلاقات.\n"
        "وذكر بيان لوزارة الدفاع، أن “وزير الدفاع ثابت سالم الكعبي، استقبل صباح اليوم، نظيره التركي يشار غولر”."
    )
    (record,) = load("ar")(text, published="2024-02-06").records
    assert record.statements == ()


def test_a_statement_with_marks_has_its_words() -> None:
    (statement,) = stated("وتمّ التّوافق بصُورةٍ كَاملةٍ.")
    assert statement["quote"].value == "وتمّ التّوافق بصُورةٍ كَاملةٍ"


def test_whom_somebody_calls_on_does_not_call() -> None:
    assert actors("وأكد الجانب العماني أهمية الأنهار. ودعا جميع الأطراف إلى حمايتها.") == [["OM"], ["OM"]]
    assert actors("وأكد الجانب العماني أهمية الأنهار. ودعت الدولتان إلى حمايتها.") == [["OM"], ["OM", "SE"]]


def test_words_taken_up_have_the_owner_named_last() -> None:
    text = "وأكد الجانب العماني أهمية الأنهار. وألقيت كلمة لوزير الخارجية السويدي أوسكار ليند، أكد فيها أهمية السدود."
    assert actors(text) == [["OM"], ["SE"]]


def test_a_participle_has_the_subject_of_the_verb_before_it() -> None:
    text = "وأكد الجانب العماني أهمية الأنهار. ورسم وزير الخارجية السويدي صورة للجفاف، مؤكدا أهمية السدود."
    assert actors(text) == [["OM"], ["SE"]]


def test_a_subject_that_is_nobody_known_is_nobody_of_the_parties() -> None:
    before = "وأكد وزير الخارجية العماني سالم الحارثي أهمية الأنهار. "
    assert actors(before + "وقال خبير محلي إن السد خطوة كبيرة.") == [["OM"]]
    named = "والتقى ليندبرغ مسؤولين. وقال ليندبرغ إن السد خطوة كبيرة، مؤكدا أهمية صيانته. وغادر ليندبرغ."
    assert actors(before + named) == [["OM"], ["OM"], ["OM"]]  # he keeps being named: somebody who took part
    assert actors(before + "وقال إن السد خطوة كبيرة.") == [["OM"], ["OM"]]
    assert actors(before + "وأكد ضرورة أن يصان السد.") == [["OM"], ["OM"]]


def test_every_part_of_a_statement_has_its_evidence() -> None:
    text = "عقدت اللجنة العمانية السويدية المشتركة اجتماعها الثالث في مسقط. واتفق الجانبان على توسيع التجارة عبر تبادل المعلومات."
    document = load("ar")(text)
    (record,) = document.records
    (statement,) = record.statements
    assert statement.quote == "واتفق الجانبان على توسيع التجارة عبر تبادل المعلومات"
    assert (statement.act, statement.means) == ("agree", ("information_exchange",))
    assert {e.text for e in record.evidence["/statements/0/actors/0"]} == {"الجانبان"}


LIST = """عقدت اللجنة القطرية التونسية المشتركة دورتها السابعة أمس في تونس.
واتفق الجانبان على ما يلي:
1- صيانة السدود.
2- التأكيد على حماية الأنهار.
وحضر الاجتماع السفيران."""


@pytest.mark.parametrize(
    ("said", "acts"),
    [
        ("بلاده تدعو إلى وقف الصيد في الأنهار", ["call_for"]),  # a noun that is written as a verb of what was done
        ("ما يجري في الأنهار جريمة حرب", ["condemn"]),  # a clause that only describes
        ("العلاقات تشهد نموا ملحوظا", ["welcome"]),  # what happens may be judged
        ("الوقت قد حان لحماية الأنهار", ["call_for"]),
        ("الجانبين ناقشا أهمية الأنهار", []),  # what was talked about
    ],
)
def test_what_a_quoted_clause_says(said: str, acts: list[str]) -> None:
    found = stated(f"وقال وزير الخارجية العماني سالم الحارثي إن {said}.")
    assert [s["act"].value for s in found] == acts


def test_items_of_a_list_are_claims_of_what_heads_it() -> None:
    (record,) = load("ar")(LIST, published="2024-05-14").records
    told = [(s["act"], s["actors"], s["quote"]) for s in record.meeting()["statements"]]
    assert told == [("agree", ["QA", "TN"], "صيانة السدود"), ("emphasise", ["QA", "TN"], "التأكيد على حماية الأنهار")]

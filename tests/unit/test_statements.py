"""Statements: which clause takes which position, where it begins and ends, and whose it is."""

from typing import Any

import pytest

from jwgie.assembly.claims import claims
from jwgie.assembly.draft import Draft
from jwgie.assembly.meetings import Meeting
from jwgie.assembly.parties import Ground
from jwgie.assembly.statements import fill_statements
from jwgie.assembly.verbs import read_verbs
from jwgie.document import Mention, Span
from jwgie.languages import load_pack
from jwgie.normalisation import fold
from jwgie.pipeline import load

PACK = load_pack("ar")


def found(sentence: str) -> list[tuple[str, str]]:
    view = fold(sentence, PACK.folding)
    spans = [(c.act, view.span(c.start, c.end)) for c in claims(PACK).find(view.text, 0, len(view.text))]
    return [(act, sentence[span.start : span.end]) for act, span in spans]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("واتفق الجانبان على إنشاء صندوق مشترك.", [("agree", "واتفق الجانبان على إنشاء صندوق مشترك")]),
        ("وتم الاتفاق على فتح خط بحري جديد.", [("agree", "وتم الاتفاق على فتح خط بحري جديد")]),
        ("وأكد الوزيران أهمية حماية الأنهار.", [("emphasise", "وأكد الوزيران أهمية حماية الأنهار")]),
        ("وأكدتا حرصهما على حماية الأنهار.", [("reaffirm", "وأكدتا حرصهما على حماية الأنهار")]),
        ("وأكد الوزير مجددا أهمية حماية الأنهار.", [("reaffirm", "وأكد الوزير مجددا أهمية حماية الأنهار")]),
        (
            "وشددوا على حماية الأنهار، وعلى تنظيم الصيد فيها.",
            [("emphasise", "وشددوا على حماية الأنهار"), ("emphasise", "وعلى تنظيم الصيد فيها")],
        ),
        ("وجدّدت الدولتان تمسكهما بالاتفاق.", [("reaffirm", "وجدّدت الدولتان تمسكهما بالاتفاق")]),
        ("وأعاد الوفد التأكيد على موقفه.", [("reaffirm", "وأعاد الوفد التأكيد على موقفه")]),
        ("وأعرب الوفد عن قلقه من الجفاف.", [("express_concern", "وأعرب الوفد عن قلقه من الجفاف")]),
        ("وعبّرت عن ارتياحها لما أنجز.", [("welcome", "وعبّرت عن ارتياحها لما أنجز")]),
        ("وأبدى الجانبان رغبتهما في توسيع الموانئ.", [("call_for", "وأبدى الجانبان رغبتهما في توسيع الموانئ")]),
        ("وأدانا الهجوم على السفينة.", [("condemn", "وأدانا الهجوم على السفينة")]),
        ("ودعت إلى وقف القتال.", [("call_for", "ودعت إلى وقف القتال")]),
        ("وسلط الوفد الضوء على صناعة السفن.", [("emphasise", "وسلط الوفد الضوء على صناعة السفن")]),
        ("ولفت إلى ضرورة صيانة السدود.", [("emphasise", "ولفت إلى ضرورة صيانة السدود")]),
        ("وقرر الطرفان تأسيس مركز، وذلك في ختام الزيارة.", [("agree", "وقرر الطرفان تأسيس مركز")]),
        ("وقال الوزير إن بلاده حريصة على الأنهار.", [("reaffirm", "بلاده حريصة على الأنهار")]),
        ("ورأى الوزير أن السد خطوة كبيرة.", [("emphasise", "السد خطوة كبيرة")]),
        ("وجددا رفضهما للجدار، ودعمهما للسلام.", [("reaffirm", "وجددا رفضهما للجدار"), ("reaffirm", "ودعمهما للسلام")]),
        (
            "وأعرب الجانبان عن ارتياحهما لما أنجز وعزمهما على المزيد.",
            [("welcome", "وأعرب الجانبان عن ارتياحهما لما أنجز"), ("reaffirm", "وعزمهما على المزيد")],
        ),
        ("وقال الوزير: «نحن ملتزمون بالسلام».", [("reaffirm", "نحن ملتزمون بالسلام")]),
        ("وسيعمل الجانبان على حماية الأنهار.", [("agree", "وسيعمل الجانبان على حماية الأنهار")]),
        ("وتم الاتفاق على حماية الأنهار، والتأكيد على صيانة السدود.",
         [("agree", "وتم الاتفاق على حماية الأنهار"), ("emphasise", "والتأكيد على صيانة السدود")]),
        ("وستشكل لجنة فنية لمتابعة الأنهار.", [("agree", "وستشكل لجنة فنية لمتابعة الأنهار")]),
        ("ولم يغفل الجانبان أهمية الأنهار.", [("emphasise", "يغفل الجانبان أهمية الأنهار")]),
        ("وتطابقت وجهات النظر في شأن الأنهار.", [("agree", "وتطابقت وجهات النظر في شأن الأنهار")]),
        ("وتوصل الطرفان إلى اتفاق على تقاسم المياه.", [("agree", "إلى اتفاق على تقاسم المياه")]),
        ("وحددت اللجنة مجالات العمل المشترك.", [("agree", "وحددت اللجنة مجالات العمل المشترك")]),
        ("وكلف الاجتماع الأمانة بإعداد دراسة.", [("agree", "وكلف الاجتماع الأمانة بإعداد دراسة")]),
        ("وقيّم الوفدان التعاون تقييما إيجابيا.", [("welcome", "وقيّم الوفدان التعاون تقييما إيجابيا")]),
        ("وأكدتا رغبتهما في حماية الأنهار.", [("reaffirm", "وأكدتا رغبتهما في حماية الأنهار")]),
        ("وأبديا إرادتهما في حماية الأنهار.", [("agree", "وأبديا إرادتهما في حماية الأنهار")]),
        ("وشددا على ضرورة وقف القتال.", [("call_for", "وشددا على ضرورة وقف القتال")]),
        ("وجدد الوفد قلقه من الجفاف.", [("express_concern", "وجدد الوفد قلقه من الجفاف")]),
        ("وأشير إلى أهمية السدود.", [("emphasise", "وأشير إلى أهمية السدود")]),
        ("وتم إبراز أهمية السدود.", [("emphasise", "وتم إبراز أهمية السدود")]),
        ("وتقرر تنظيف المجرى.", [("agree", "وتقرر تنظيف المجرى")]),
        ("وحثها على تنظيف المجرى.", [("call_for", "وحثها على تنظيف المجرى")]),
        ("وقالت الوزارة إنها تشعر بخيبة أمل كبيرة.", [("express_concern", "تشعر بخيبة أمل كبيرة")]),
        ("وقال الوزير إن الأنهار ينبغي أن تصان.", [("emphasise", "الأنهار ينبغي أن تصان")]),
        ("وقال الوزير إن البلدين يحتاجان إلى سد.", [("call_for", "البلدين يحتاجان إلى سد")]),
        ("واعتبر الوزير أن تلويث النهر غير مقبول.", [("condemn", "تلويث النهر غير مقبول")]),
        ("وأثنى الوفد على صون النهر، وعلى نظافته.", [("welcome", "وأثنى الوفد على صون النهر، وعلى نظافته")]),
        ("واعترف الوفدان بأهمية السدود.", [("emphasise", "واعترف الوفدان بأهمية السدود")]),
        ("«واتفقنا على صون النهر».", [("agree", "واتفقنا على صون النهر")]),
        ("وأطلق البلدان لجنة مشتركة للأنهار.", [("launch", "وأطلق البلدان لجنة مشتركة للأنهار")]),
        (
            "وأكد الوزير أن السد خطوة كبيرة، وعلى أن النهر شريان البلدين.",
            [("emphasise", "السد خطوة كبيرة"), ("emphasise", "وعلى أن النهر شريان البلدين")],
        ),
        (
            "وشددوا على عمق الروابط، وعلى رغبتهما في صون النهر.",
            [("emphasise", "وشددوا على عمق الروابط"), ("reaffirm", "وعلى رغبتهما في صون النهر")],
        ),
        (
            "وثمن الجانبان التعاون القائم، وتم التوصل إلى اتفاق على صيانة السدود.",
            [("welcome", "وثمن الجانبان التعاون القائم"), ("agree", "إلى اتفاق على صيانة السدود")],
        ),
        (
            "وأشاد الجانبان بالتعاون القائم، ودعيا إلى توسيعه، مؤكدين ضرورة الإسراع.",
            [("welcome", "وأشاد الجانبان بالتعاون القائم"), ("call_for", "ودعيا إلى توسيعه"), ("emphasise", "مؤكدين ضرورة الإسراع")],
        ),
    ],
)
def test_claims(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "وبحث الجانبان سبل حماية الأنهار.",
        "وناقشا أهمية السدود.",
        "واتفقا على أن يعقد الاجتماع المقبل في العاصمة.",
        "وقال الوزير إن الاجتماع تناول المياه.",
        "ورحب الرئيس بضيفه.",
        "وتضمن البيان ما اتفق عليه الطرفان.",
        "وسيؤكد الوزيران أهمية السدود.",
        "واتفقا على تأجيل الاجتماع.",
        "وشارك في اللقاء عبر الفيديو.",
        "وبعد عقد اللقاء غادر الوفد.",
        "وحدد الجانبان موعد الزيارة.",
        "وزار الوفد مدينة الميناء.",
        "ورحب الشيخ سالم بأكسل والوفد المرافق.",
        "وأنجز الوفد زيارته.",
        "وجدد الوزير تهانيه لنظيره.",
        "ووجه الوزير دعوة إلى نظيره لزيارة بلاده.",
        "وأطلق الوفد اسمه على القارب.",
        "وطلبت الوزيرة كأس ماء.",
        "ووافق الطرفان على جدول الأعمال.",
        "وقال الوزير إنه حمل رسالة من الرئيس.",
    ],
)
def test_no_claim(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("word", "lemma", "form", "number"),
    [
        ("أكدتا", "أكد", "perfect", "several"),
        ("يؤكد", "أكد", "imperfect", "one"),
        ("ستؤكد", "أكد", "future", "one"),
        ("مؤكدة", "أكد", "participle", "any"),
        ("التأكيد", "أكد", "noun", "one"),
        ("دعت", "دعا", "perfect", "any"),
        ("دعوا", "دعا", "perfect", "several"),
        ("دعا", "دعا", "perfect", "one"),
        ("داعيا", "دعا", "participle", "one"),
    ],
)
def test_verb_forms(word: str, lemma: str, form: str, number: str) -> None:
    verbs = {verb.lemma: verb for verb in read_verbs(PACK, "acts")[PACK.fold(word)]}
    assert (verbs[lemma].form, verbs[lemma].number) == (form, number)


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


def test_every_part_of_a_statement_has_its_evidence() -> None:
    text = "عقدت اللجنة العمانية السويدية المشتركة اجتماعها الثالث في مسقط. واتفق الجانبان على توسيع التجارة عبر تبادل المعلومات."
    document = load("ar")(text)
    (record,) = document.records
    (statement,) = record.statements
    assert statement.quote == "واتفق الجانبان على توسيع التجارة عبر تبادل المعلومات"
    assert (statement.act, statement.means) == ("agree", ("information_exchange",))
    assert {e.text for e in record.evidence["/statements/0/actors/0"]} == {"الجانبان"}

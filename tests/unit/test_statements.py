"""Claims: which clause takes which position, and where it begins and ends."""

import pytest

from jwgie.assembly.claims import claims
from jwgie.assembly.verbs import read_verbs
from jwgie.languages import load_pack
from jwgie.normalisation import fold

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
        ("وتوصل الطرفان إلى اتفاق على تقاسم المياه.", [("agree", "إلى اتفاق على تقاسم المياه")]),
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
        ("داعيا", "دعا", "participle", "one"),
    ],
)
def test_verb_forms(word: str, lemma: str, form: str, number: str) -> None:
    verbs = {verb.lemma: verb for verb in read_verbs(PACK, "acts")[PACK.fold(word)]}
    assert (verbs[lemma].form, verbs[lemma].number) == (form, number)

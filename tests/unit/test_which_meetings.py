"""Which meetings a report is about, by properties of the language: who is left out, who meets whom, what is no meeting."""

from __future__ import annotations

import pytest

import jwgie

# text; kind, status and parties of each meeting
REPORTS = [
    # the object of a transitive verb follows its subject; a later noun with a preposition is another story
    ("استقبل الرئيس التشادي إدريس كوامي، الأحد، وزير الصناعة الإيطالي ماركو فيرو، غداة لقائه لوزيرة البيئة الكندية إيما رايت.",
     [("bilateral_meeting", "held", {"TD", "IT"})]),
    # where they meet is nobody's side; a country named for itself is
    ("أجرى وزير الخارجية سليم بناني أمس بجنيف مباحثات مع المدير العام لمنظمة الصحة العالمية بول هارت.\n\n"
     "وأثنى هارت على دعم المملكة المغربية للمنظمة.",
     [("bilateral_meeting", "held", {"MA", "WHO"})]),
    # the two are named in one breath in another sentence
    ("جاء ذلك عقب لقاء جمع القائم بالأعمال جون ميلر بوزير الدفاع الأنغولي باولو دياس. ويعكس التعاون بين أنغولا وأستراليا تقاربا.",
     [("bilateral_meeting", "held", {"AO", "AU"})]),
    # a chain of joined subjects; a spokesman only tells
    ("أعلن المتحدث باسم الخارجية الكينية أن وزير الخارجية الكيني جوزيف أوتينو ونظيره الأوغندي ديفيد مويسيغا عقدا اجتماعا في كمبالا.",
     [("bilateral_meeting", "held", {"KE", "UG"})]),
    # talks told to have been by telephone; talks that their clause says were held
    ("تباحث وزير الطاقة البولندي يان نوفاك مع نظيره النرويجي أولاف هانسن. وتركزت المباحثات التي جرت عبر الهاتف على الغاز.",
     [("phone_call", "held", {"PL", "NO"})]),
    ("تناولت المباحثات التي أجراها وزير الزراعة الفيتنامي نغوين فان مع نظيره الكوبي خوسيه لوبيز زراعة الأرز.",
     [("bilateral_meeting", "held", {"VN", "CU"})]),
    # put off and called off, also in the passive
    ("تقرر أن يرجأ إلى مايو المقبل الاجتماع المشترك لوزراء الصحة العرب.", [("ministerial", "postponed", {"LAS"})]),
    ("أعلن رئيس بنما لويس أرياس إلغاء اجتماعه الذي كان مقررا مع رئيس غواتيمالا كارلوس ميخيا غدا.",
     [("bilateral_meeting", "cancelled", {"PA", "GT"})]),
    # what is said after a meeting may be to come, the meeting is not
    ("أعلن وزير الخارجية الشيلي بابلو سوتو، في ختام لقاء مع نظيره البيروفي خوان ريوس، أن شيلي وبيرو ستستأنفان الرحلات.",
     [("bilateral_meeting", "held", {"CL", "PE"})]),
    # an organisation's own session; those who attend are in the list at the verb
    ("يعقد مجلس جامعة الدول العربية على مستوى وزراء الخارجية اجتماع دورته العادية 163 غدا.", [("ministerial", "scheduled", {"LAS"})]),
    ("انطلق الحوار الأمني الآسيوي أمس على مستوى مسؤولي الحدود في نيبال وبوتان وبنغلاديش ولاوس.",
     [("dialogue", "held", {"NP", "BT", "BD", "LA"})]),
    # several officials of an organisation hold "their" meeting
    ("يعقد وزراء النقل العرب دورتهم الحادية والعشرين في بيروت غدا.", [("ministerial", "scheduled", {"LAS"})]),
    ("عقد كبار المسؤولين في وزارات الصحة بدول مجلس التعاون اجتماعهم الثالث بالمنامة أمس، برئاسة الوكيل سالم النجار.",
     [("other", "held", {"GCC"})]),
    # what one came to lead, and a dialogue that is only a way to something
    ("استقبل رئيس وزراء أرمينيا آرام ساهاكيان نظيره الجورجي جيورجي لوميدزه، الذي يزور يريفان لترؤس وفد بلاده في أعمال الدورة الثالثة"
     " للجنة المشتركة الجورجية الأرمينية.\n\nوأكدا أن الحل في قبرص يكون من خلال الحوار بين الأطراف القبرصية.",
     [("bilateral_meeting", "held", {"AM", "GE"})]),
    # a gathering whose members are not listed: who speaks there
    ("دعا رئيس وزراء ألبانيا إيلير هوجا، خلال قمة إقليمية استضافتها تيرانا أمس، إلى الربط الكهربائي.\n\n"
     "وتعهد رئيس الوزراء السلوفيني يانيز كوفاتش بتمويل المشروع.",
     [("summit", "held", {"AL", "SI"})]),
    # guests met one by one, several calls, another body of the two on something else
    ("أجرى وزير الخارجية السويدي أندرس ليند محادثتين هاتفيتين، إحداهما مع الرئيس الغاني كوفي مينساه "
     "والأخرى مع وزير خارجية مالي آدما تراوري.",
     [("phone_call", "held", {"SE", "GH"}), ("phone_call", "held", {"SE", "ML"})]),
    ("التأمت في أنقرة اللجنة الأذربيجانية التركية المشتركة للمياه.\n\n"
     "وبالتوازي عقدت اللجنة الأمنية العليا بين البلدين اجتماعها الرابع برئاسة وزيري الداخلية.",
     [("joint_commission", "held", {"AZ", "TR"}), ("joint_commission", "held", {"AZ", "TR"})]),
]  # fmt: skip

# text in which no meeting is told of
NONE = [
    # a state's own envoys among themselves; bodies that are only shared out; what a report only recalls
    "اختتم سفراء تشاد لدى الدول الأفريقية في نجامينا أول اجتماع لهم، ودعوا إلى تعزيز العلاقات مع الدول الأفريقية.",
    "حدد مجلس الوزراء الوزارات التي تتولى اللجان المشتركة مع الدول. فآلت إلى وزارة الصناعة اللجان المشتركة مع كينيا وأوغندا، "
    "وإلى وزارة التجارة رئاسة اللجنة التونسية الكندية. وأسند إلى وزارة النقل اللجان المشتركة مع بيرو.",
    "قدم سفير تشيلي في أوتاوا أوراق اعتماده أمس. ونقل تحيات بلاده. وتولى السفير منصبه في الصيف. "
    "وشارك بعد ذلك في القمة التشيلية الكندية التي استضافتها أوتاوا في سبتمبر 2023.",
    "انتهى لقاء غانا وزامبيا، أمس، على ملعب أكرا بفوز المنتخب الغاني بهدف دون رد.",
    "أكد الرئيس الكوبي خورخي بيريز أنه لا محادثات تجري بين كوبا والولايات المتحدة.",
    "أضافت رئيسة الوزراء أنها سترأس اجتماعا لمجلس الأمن البريطاني اليوم.",
    "قال الناطق باسم الرئاسة إن موسكو منفتحة على الحوار مع واشنطن بشأن التسلح.",
]


@pytest.fixture(scope="module")
def pipeline() -> jwgie.Pipeline:
    return jwgie.load("ar")


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_meetings(pipeline: jwgie.Pipeline, text: str, expected: list[tuple[str, str, set[str]]]) -> None:
    found = [(r.kind, r.status, set(r.parties)) for r in pipeline(text, published="2025-03-10").records]
    assert found == expected


@pytest.mark.parametrize("text", NONE)
def test_no_meeting(pipeline: jwgie.Pipeline, text: str) -> None:
    assert not pipeline(text, published="2025-03-10").records


def test_places(pipeline: jwgie.Pipeline) -> None:
    """A hall that is called after a city is none; the capital is the one that the dateline names; a visit that is over is elsewhere."""
    hall = pipeline("اختتم أمس في قاعة بيروت بفندق الساحة اجتماع اللجنة المشتركة بين الهند وسريلانكا.", published="2025-03-10")
    assert [r.place for r in hall.records] == [None]
    capital = pipeline("باماكو - اجتمع وزيرا دفاع السنغال ومالي أمس في عاصمة مالي.", published="2025-03-10")
    assert [r.place.city for r in capital.records if r.place] == ["Bamako"]

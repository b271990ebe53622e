"""Which date and which place of a report are the meeting's. Each case: text, day of publication, first and last day, city."""

import pytest

from jwgie import load

MORE = "\n\nوبحث الجانبان سبل تعزيز التعاون الاقتصادي بين البلدين."


def meeting(text, published):
    records = load("ar")(text + MORE, published=published).records
    assert records, text
    return records[0].meeting()


@pytest.mark.parametrize(
    ("text", "published", "start", "end", "city"),
    [
        # A length is counted back from the end of a meeting that has ended.
        ("اختتمت أعمال الدورة الثالثة للجنة المشتركة بين مصر وأذربيجان، التي عقدت في باكو على مدى يومين، يوم الأربعاء 14 مايو.",
         "2025-05-15", "2025-05-13", "2025-05-14", "Baku"),
        ("تنعقد في القاهرة غدا الثلاثاء الدورة الثالثة للجنة المشتركة بين مصر وأذربيجان.",
         "2025-05-12", "2025-05-13", "2025-05-13", "Cairo"),
        # The day on which it is told is not the day of the meeting.
        ("من المقرر أن تعقد اللجنة المشتركة بين مصر وأذربيجان دورتها الثالثة في باكو خلال الفترة من 20 إلى 22 مايو الجاري، بحسب ما أعلنته"
         " وزارة الخارجية اليوم.", "2025-05-12", "2025-05-20", "2025-05-22", "Baku"),
        ("أعلنت وزارة الخارجية المصرية، اليوم الأحد، أن الجولة الثانية من المشاورات السياسية بين مصر والهند عقدت في نيودلهي يوم الخميس"
         " الماضي.", "2025-05-11", "2025-05-08", "2025-05-08", "New Delhi"),
        # Nor is the day of another event, or of a signature.
        ("استقبل وزير الخارجية المصري بمقر الوزارة في القاهرة صباح اليوم نظيره الهندي، وذلك قبيل مشاركته في القمة العربية المقررة في"
         " بغداد يوم 17 مايو.", "2025-05-12", "2025-05-12", "2025-05-12", "Cairo"),
        ("عقدت اليوم بمقر وزارة الخارجية بالرباط الدورة الثانية للحوار الاستراتيجي بين المغرب والهند، تفعيلا للاتفاقية الموقعة في"
         " نيودلهي سنة 2019.", "2025-05-12", "2025-05-12", "2025-05-12", "Rabat"),
        ("التأمت اللجنة العسكرية المشتركة بين تركيا وليبيا في طرابلس يومي الأربعاء والخميس الماضيين.",
         "2025-05-12", "2025-05-07", "2025-05-08", "Tripoli"),
        # What is planned for another day is planned for another place.
        ("عقدت لجنة المشاورات المصرية التشيلية اجتماعا اليوم بسانتياغو، إعدادا للدورة الرابعة للجنة العليا والمقرر عقدها خلال شهر"
         " نوفمبر القادم بالقاهرة.", "2025-05-12", "2025-05-12", "2025-05-12", "Santiago"),
        # The margins of a larger meeting are the place.
        ("التقى الرئيس المصري نظيره الفرنسي على هامش أعمال الجمعية العامة للأمم المتحدة في نيويورك، الثلاثاء.",
         "2025-09-24", "2025-09-23", "2025-09-23", "New York"),
        # Put off: the day that was planned.
        ("أرجئت الجولة الثالثة من المحادثات الأمريكية الإيرانية التي كانت مقررة السبت في روما.",
         "2025-05-01", "2025-05-03", "2025-05-03", "Rome"),
        ("احتضنت أديس أبابا، في الفترة ما بين 3 و5 فبراير 2025، الاجتماع الرابع للجنة الحدودية المشتركة بين السودان وإثيوبيا.",
         "2025-02-06", "2025-02-03", "2025-02-05", "Addis Ababa"),
    ],
)  # fmt: skip
def test_when_and_where(text, published, start, end, city):
    found = meeting(text, published)
    assert (found["date"], found["place"]["city"]) == ({"start": start, "end": end}, city)


def test_on_line_there_is_no_place():
    found = meeting("عقد وزيرا خارجية مصر والهند اجتماعا افتراضيا عبر تقنية الفيديو يوم 3 مايو 2025.", "2025-05-04")
    assert (found["mode"], found["place"]) == ("virtual", None)


def test_no_date_in_the_text_is_none():
    found = meeting("انطلقت بالعاصمة القطرية أعمال الاجتماع الخامس للجنة القطرية التركية.", "2025-05-12")
    assert found["date"] is None
    assert found["place"] == {"city": "Doha", "country": "QA"}


LEAD = "عقدت اللجنة المشتركة المصرية الأذربيجانية دورتها الثالثة في القاهرة يوم 12 مايو 2025 برئاسة وزيري خارجية البلدين."


@pytest.mark.parametrize(
    ("text", "ordinal", "city", "start", "words"),
    [
        ("على أن تعقد الدورة الرابعة في باكو خلال الربع الأول من عام 2026.", 4, "Baku", "2026-01", "خلال الربع الأول من عام 2026"),
        ("واتفق الجانبان على عقد الدورة المقبلة للجنة في باكو العام القادم.", None, "Baku", "2026", "العام القادم"),
        ("وسيعقد الاجتماع القادم في باكو بتاريخ يتم الاتفاق عليه لاحقا.", None, "Baku", None, "بتاريخ يتم الاتفاق عليه لاحقا"),
        ("ومن المنتظر أن تحتضن باكو الدورة الرابعة سنة 2026.", 4, "Baku", "2026", "سنة 2026"),
    ],
)
def test_next_round(text, ordinal, city, start, words):
    found = meeting(f"{LEAD}\n\n{text}", "2025-05-13")
    after = found["next_meeting"]
    assert (after["ordinal"], after["place"]["city"], after["date_text"]) == (ordinal, city, words)
    assert (after["date"] and after["date"]["start"]) == start
    assert (found["ordinal"], found["date"]["start"], found["place"]["city"]) == (3, "2025-05-12", "Cairo")


@pytest.mark.parametrize(
    ("text", "ordinal", "start"),
    [
        ("وكانت الدورة الأولى قد انعقدت بباكو في شهر مارس 2021.", 1, "2021-03"),
        ("يذكر أن آخر دورة للجنة عقدت بين البلدين عام 2010 في باكو.", None, "2010"),
        ("وكانت اللجنة قد عقدت دورتها الثانية في باكو في أكتوبر 2022.", 2, "2022-10"),
    ],
)
def test_previous_round(text, ordinal, start):
    found = meeting(f"{LEAD}\n\n{text}", "2025-05-13")
    before = found["previous_meeting"]
    assert (before["ordinal"], before["place"]["city"], before["date"]["start"]) == (ordinal, "Baku", start)
    assert (found["ordinal"], found["date"]["start"], found["place"]["city"]) == (3, "2025-05-12", "Cairo")

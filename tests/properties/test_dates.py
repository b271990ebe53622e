"""Any day, in any style that is written, is read as that day."""

from datetime import date

from hijridate import Gregorian
from hypothesis import given, settings
from hypothesis import strategies as st

from jwgie import find_dates

MONTHS = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
LEVANT = ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"]
HIJRI = [
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
]  # fmt: skip
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
STYLES = (
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day} {LEVANT[d.month - 1]} {d.year}م",
    lambda d: f"{d.day} {LEVANT[d.month - 1]}/{MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day} من {MONTHS[d.month - 1]} عام {d.year}",
    lambda d: f"{d.day}/{d.month}/{d.year}",
    lambda d: f"{d.day:02d}-{d.month:02d}-{d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d.year}/{d.month}/{d.day}".translate(EASTERN),
)
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(days, st.sampled_from(STYLES))
@settings(max_examples=300, deadline=None)
def test_what_is_written_is_read(day, style):
    found = find_dates(f"اجتمع الجانبان في {style(day)} بالعاصمة")
    assert [f.value.start for f in found] == [day.isoformat()]


@given(st.dates(date(1937, 3, 14), date(2076, 11, 1)))
@settings(max_examples=200, deadline=None)
def test_hijri_is_read(day):
    hijri = Gregorian.fromdate(day).to_hijri()
    found = find_dates(f"{hijri.day} {HIJRI[hijri.month - 1]} {hijri.year} هـ")
    assert [(f.value.start, f.value.calendar) for f in found] == [(day.isoformat(), "hijri")]


@given(st.text(alphabet="اليوم الأحد 12/ـ٣ً-مايو\u200f2024هـ (من)،و", max_size=60))
@settings(max_examples=300, deadline=None)
def test_offsets_are_those_of_the_source(text):
    for found in find_dates(text, reference="2024-06-13"):
        assert text[found.start : found.end] == found.text
        assert found.text.strip() == found.text

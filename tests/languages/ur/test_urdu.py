"""Dates, ordinals, people, meetings and whole records in Urdu."""

import pytest

from jwgie import Pipeline, load
from jwgie.ner.dates import find_dates, find_ordinals

PUBLISHED = "2024-06-15"

DATES = [
    ("29 مئی 2024 کو", [("29 مئی 2024", "2024-05-29", "2024-05-29")]),
    ("۲۹ مئی", [("۲۹ مئی", "2024-05-29", "2024-05-29")]),
    ("بدھ کو", [("بدھ", "2024-06-12", "2024-06-12")]),
    ("گزشتہ ماہ", [("گزشتہ ماہ", "2024-05", "2024-05")]),
    ("15 رمضان 1445ھ", [("15 رمضان 1445ھ", "2024-03-25", "2024-03-25")]),
    ("3 سے 5 جون تک", [("3 سے 5 جون تک", "2024-06-03", "2024-06-05")]),
    ("29 اور 30 مئی", [("29 اور 30 مئی", "2024-05-29", "2024-05-30")]),
    ("یکم جون 2024 کو", [("یکم جون 2024", "2024-06-01", "2024-06-01")]),
    ("دو روز قبل", [("دو روز قبل", "2024-06-13", "2024-06-13")]),
    ("آئندہ ماہ", [("آئندہ ماہ", "2024-07", "2024-07")]),
]

ORDINALS = [
    ("چھٹا دور", [("چھٹا", 6)]),
    ("پانچویں میٹنگ", [("پانچویں", 5)]),
    ("113واں اجلاس", [("113واں", 113)]),
    ("22 واں اجلاس", [("22 واں", 22)]),
    ("نواں اجلاس", [("نواں", 9)]),
    ("بائیسواں اجلاس", [("بائیسواں", 22)]),
    ("دوسرے مرحلے", [("دوسرے", 2)]),
    ("پہلی بار", []),
]

#: Of each person the name, the form of address, the office, the institution and the side.
PEOPLE = [
    ("جاپان کے وزیر خارجہ تارو یامادا نے دورہ کیا۔", [("تارو یامادا", None, "وزیر خارجہ", None, "JP")]),
    ("پاکستانی وفد کی قیادت وزارت خارجہ کے ایڈیشنل سیکرٹری سلیم احمد نے کی۔",
     [("سلیم احمد", None, "ایڈیشنل سیکرٹری", "وزارت خارجہ", "PK")]),
    ("انہوں نے اپنے ترک ہم منصب علی دمیر سے بات کی۔", [("علی دمیر", None, None, None, "TR")]),
    ("نائب وزیراعظم و وزیر خارجہ اکرم خان نے کہا۔", [("اکرم خان", None, "نائب وزیراعظم و وزیر خارجہ", None, "PK")]),
    ("چین کے نمائندہ خصوصی برائے افغانستان لی وے نے شرکت کی۔",
     [("لی وے", None, "نمائندہ خصوصی برائے افغانستان", None, "CN")]),
    ("ڈاکٹر نادیہ حسن نے کہا۔", [("نادیہ حسن", "ڈاکٹر", None, None, None)]),
    ("وزیر خارجہ نے دہشت گردی کی مذمت کی۔", []),
    ("سعودی شوریٰ کونسل کے اسپیکر خالد ناصر نے کہا۔", [("خالد ناصر", None, "اسپیکر", "شوریٰ کونسل", "SA")]),
    ("روس کے سبکدوش ہونے والے سفیر اولیگ پیٹروف نے کہا۔", [("اولیگ پیٹروف", None, "سبکدوش ہونے والے سفیر", None, "RU")]),
]  # fmt: skip

#: Of each record the kind, the number of the round, the sides, the place, the status and who led.
RECORDS = [
    ("پاک۔بحرین مشترکہ وزارتی کمیشن کا دوسرا اجلاس منامہ میں ہوا۔ پاکستانی وفد کی قیادت وزیر خارجہ اکرم خان نے کی۔",
     ("joint_commission", 2, ("PK", "BH"), "Manama", "held", ["اکرم خان"])),
    ("پاکستان اور روس کے درمیان دوطرفہ سیاسی مشاورت کا ساتواں دور ماسکو میں ہوگا۔",
     ("political_consultations", 7, ("PK", "RU"), "Moscow", "scheduled", [])),
    ("وزیر خارجہ اکرم خان نے ترک وزیر خارجہ علی دمیر سے ٹیلیفونک گفتگو کی۔",
     ("phone_call", None, ("PK", "TR"), None, "held", ["اکرم خان", "علی دمیر"])),
    ("پاک امریکا انسداد دہشت گردی ڈائیلاگ کا دوسرا دور اسلام آباد میں ہوا۔",
     ("dialogue", 2, ("PK", "US"), "Islamabad", "held", [])),
    ("انسداد دہشت گردی سے متعلق پاکستان اور چین کے مشترکہ ورکنگ گروپ نے اپنا نواں اجلاس بیجنگ میں منعقد کیا۔",
     ("joint_working_group", 9, ("PK", "CN"), "Beijing", "held", [])),
    ("نائب وزیراعظم و وزیر خارجہ اکرم خان نے نیویارک میں جاپان کے وزیر خارجہ تارو یامادا سے ملاقات کی۔",
     ("bilateral_meeting", None, ("PK", "JP"), "New York", "held", ["اکرم خان", "تارو یامادا"])),
    ("چین اور روس کے کمیشن کا اجلاس ماسکو میں ہوا۔ وزیر تجارت لی وے نے چینی وفد کی جبکہ وزیر تجارت اولیگ پیٹروف نے روسی وفد کی قیادت کی۔",
     ("joint_commission", None, ("CN", "RU"), "Moscow", "held", ["لی وے", "اولیگ پیٹروف"])),
    ("پاکستان ۔ بحرین مشترکہ کمیشن کا اجلاس منامہ میں ہوا۔", ("joint_commission", None, ("PK", "BH"), "Manama", "held", [])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = find_dates(text, "ur", PUBLISHED, "nearest")
    assert [(d.text, d.value.start, d.value.end) for d in found if d.value] == expected


@pytest.mark.parametrize(("text", "expected"), ORDINALS)
def test_ordinals(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(o.text, o.value) for o in find_ordinals(text, "ur")] == expected


@pytest.fixture(scope="module")
def nlp() -> Pipeline:
    return load("ur")


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_people(nlp: Pipeline, text: str, expected: list[tuple[str | None, ...]]) -> None:
    document = Pipeline(nlp.stages[:3], "ur")(text)
    values = [m.value for m in document.labelled("PERSON")]
    parts = [(v.name, v.honorific, v.position, v.affiliation, v.party) for v in values]
    assert [tuple(document.slice(p) if p is not None and not isinstance(p, str) else p for p in person) for person in parts] == expected


@pytest.mark.parametrize(("text", "expected"), RECORDS)
def test_records(nlp: Pipeline, text: str, expected: tuple[object, ...]) -> None:
    (record,) = nlp(text, published=PUBLISHED).records
    heads = [p.name for d in record.delegations for p in d.people if p.role == "head"]
    place = record.place.city if record.place else None
    assert (record.kind, record.ordinal, tuple(record.parties), place, record.status, heads) == expected


#: News of other things: visits, appointments, messages, one country's own meetings, sport, courts, markets, what somebody says.
OTHER_NEWS = [
    "وفاقی کابینہ کے اجلاس میں دو فیصلے کیے گئے۔",
    "پاکستان نے سری لنکا کو میچ میں شکست دی۔",
    "جاپان میں زلزلہ آیا۔",
    "حکومت نے احمد علی کو فرانس میں پاکستان کا نیا سفیر مقرر کیا ہے۔",
    "دفتر خارجہ کے ترجمان نے کہا کہ پاکستان امن چاہتا ہے۔",
    "وزیراعلیٰ نے ڈپٹی کمشنروں کے ساتھ اجلاس میں سیلاب کی صورتحال کا جائزہ لیا۔",
    "قائمہ کمیٹی نے بجٹ پر رپورٹ پیش کی۔",
    "وزیراعظم نے جاپان کے وزیراعظم کو مبارکباد دی۔",
    "صدر نے زلزلے پر ترک صدر کے نام تعزیتی پیغام بھیجا۔",
    "سرحد پر فائرنگ سے دو اہلکار زخمی ہوگئے۔",
    "اسٹاک مارکیٹ میں مسلسل تیسرے روز مندی رہی۔",
    "عدالت نے ملزم کی درخواست ضمانت مسترد کر دی۔",
    "پارٹی کی مجلس عاملہ کا اجلاس آئندہ ہفتے لاہور میں ہوگا۔",
    "چین کی معیشت گزشتہ سہ ماہی میں پانچ فیصد بڑھی۔",
    "تاجروں کے وفد نے وزیر خزانہ سے ملاقات کی اور مطالبات پیش کیے۔",
    "روس اور یوکرین کے درمیان جنگ تیسرے سال میں داخل ہو گئی ہے۔",
    "پاک بحریہ کا جہاز خیر سگالی دورے پر عمان پہنچ گیا۔",
    "جرمنی نے اپنے شہریوں کے لیے سفری ہدایات جاری کیں۔",
    "عالمی بینک نے نیپال کے لیے قرض کی منظوری دی۔",
    "بھارت اور پاکستان کے میچ سے پہلے ٹیموں کی میٹنگ ہوئی۔",
]


def test_what_is_no_meeting(nlp: Pipeline) -> None:
    for text in OTHER_NEWS:
        assert nlp(text, published=PUBLISHED).records == (), text


def test_yesterday_or_tomorrow(nlp: Pipeline) -> None:
    for subject, verb, day in (("نے کل", "ملاقات کی", "2024-05-14"), ("کل", "ملاقات کریں گے", "2024-05-16")):
        text = f"وزیر خارجہ احمد علی {subject} ٹوکیو میں جاپان کے وزیر خارجہ کین ساتو سے {verb}۔"
        (record,) = nlp(text, published="2024-05-15").records
        assert record.date is not None
        assert record.date.start == day


def test_whom_somebody_met_behind_the_noun(nlp: Pipeline) -> None:
    text = "لندن میں وزیر داخلہ احمد علی کی ملاقات برطانوی وزیر داخلہ جان اسمتھ سے ہوئی۔"
    (record,) = nlp(text, published=PUBLISHED).records
    assert set(record.parties) == {"PK", "GB"}


def test_each_of_several_met_the_one(nlp: Pipeline) -> None:
    text = "وزیر داخلہ احمد علی سے ایرانی سفیر رضا کریمی اور قطری سفیر خالد حسن نے الگ الگ ملاقاتیں کیں۔"
    records = nlp(text, published=PUBLISHED).records
    assert [set(r.parties) for r in records] == [{"PK", "IR"}, {"PK", "QA"}]


def test_a_stop_for_a_dash_between_countries(nlp: Pipeline) -> None:
    document = nlp("وزیر نے کہا کہ پاکستان۔چین ڈائیلاگ مفید رہا۔ اس پر سب خوش ہیں۔")
    assert len(document.sentences) == 2

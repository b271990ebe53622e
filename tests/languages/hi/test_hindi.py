"""Dates, ordinals, people, meetings and whole records in Hindi."""

import pytest

from jwgie import Pipeline, load
from jwgie.ner.dates import find_dates, find_ordinals

PUBLISHED = "2024-06-15"

DATES = [
    ("29-30 मई 2024 को", [("29-30 मई 2024", "2024-05-29", "2024-05-30")]),
    ("२९ मई २०२४", [("२९ मई २०२४", "2024-05-29", "2024-05-29")]),
    ("मई 2023 में", [("मई 2023", "2023-05", "2023-05")]),
    ("बुधवार को", [("बुधवार", "2024-06-12", "2024-06-12")]),
    ("पिछले महीने", [("पिछले महीने", "2024-05", "2024-05")]),
    ("10 से 12 जून तक", [("10 से 12 जून तक", "2024-06-10", "2024-06-12")]),
    ("30 जून-1 जुलाई", [("30 जून-1 जुलाई", "2024-06-30", "2024-07-01")]),
    ("दो दिन पहले", [("दो दिन पहले", "2024-06-13", "2024-06-13")]),
]

ORDINALS = [
    ("छठी बैठक", [("छठी", 6)]),
    ("6वीं बैठक", [("6वीं", 6)]),
    ("13 वीं बैठक", [("13 वीं", 13)]),
    ("बाईसवां दौर", [("बाईसवां", 22)]),
    ("118वीं बैठक", [("118वीं", 118)]),
    ("दूसरे दौर की", [("दूसरे", 2)]),
    ("पहली बार", []),
    ("तीसरे पक्ष", []),
]

#: Of each person the name, the form of address, the office, the institution and the side.
PEOPLE = [
    ("जापान के विदेश मंत्री तारो यामादा ने यात्रा की।", [("तारो यामादा", None, "विदेश मंत्री", None, "JP")]),
    ("दल का नेतृत्व विदेश मंत्रालय में संयुक्त सचिव (पश्चिम) श्री के. डी. राव ने किया।",
     [("के. डी. राव", "श्री", "संयुक्त सचिव (पश्चिम)", "विदेश मंत्रालय", "IN")]),
    ("उन्होंने अपने फ्रांसीसी समकक्ष जीन मोरो से बात की।", [("जीन मोरो", None, None, None, "FR")]),
    ("पाकिस्तान के विदेश मंत्री शाह महमूद अली आए।", [("शाह महमूद अली", None, "विदेश मंत्री", None, "PK")]),
    ("डॉ. मीरा नायर ने कहा।", [("मीरा नायर", "डॉ.", None, None, None)]),
    ("विदेश सचिव विनोद मिस्री ने कहा।", [("विनोद मिस्री", None, "विदेश सचिव", None, "IN")]),
    ("चीन के विदेश मंत्री ली वेई और रक्षा मंत्री वांग ताओ ने भाग लिया।",
     [("ली वेई", None, "विदेश मंत्री", None, "CN"), ("वांग ताओ", None, "रक्षा मंत्री", None, "CN")]),
    ("राष्ट्रीय सुरक्षा सलाहकार ने आतंकवाद पर जोर दिया।", []),
]  # fmt: skip

#: Of each record the kind, the number of the round, the sides, the place, the status and who led.
RECORDS = [
    ("आतंकवाद निरोध पर भारत-जापान संयुक्त कार्य समूह की 13 वीं बैठक टोक्यो में हुई। भारतीय दल का नेतृत्व संयुक्त सचिव मोहन लाल ने किया।",
     ("joint_working_group", 13, ("IN", "JP"), "Tokyo", "held", ["मोहन लाल"])),
    ("विदेश मंत्री मोहन लाल ने फ्रांस के विदेश मंत्री जीन मोरो से पेरिस में मुलाकात की।",
     ("bilateral_meeting", None, ("IN", "FR"), "Paris", "held", ["मोहन लाल", "जीन मोरो"])),
    ("विदेश मंत्री मोहन लाल ने अमेरिकी विदेश मंत्री जॉन स्मिथ से फोन पर बात की।",
     ("phone_call", None, ("IN", "US"), None, "held", ["मोहन लाल", "जॉन स्मिथ"])),
    ("भारत और फ्रांस के बीच सामरिक वार्ता का 35वां दौर पेरिस में आयोजित किया जाएगा।",
     ("dialogue", 35, ("IN", "FR"), "Paris", "scheduled", [])),
    ("चीन और रूस के विदेश मंत्रियों ने मास्को में मुलाकात की।", ("bilateral_meeting", None, ("CN", "RU"), "Moscow", "held", [])),
    ("एससीओ विदेश मंत्रियों की बैठक में विदेश मंत्री मोहन लाल ने चीन के विदेश मंत्री ली वेई से मुलाकात की।",
     ("bilateral_meeting", None, ("IN", "CN"), None, "held", ["मोहन लाल", "ली वेई"])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = find_dates(text, "hi", PUBLISHED, "nearest")
    assert [(d.text, d.value.start, d.value.end) for d in found if d.value] == expected


@pytest.mark.parametrize(("text", "expected"), ORDINALS)
def test_ordinals(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(o.text, o.value) for o in find_ordinals(text, "hi")] == expected


@pytest.fixture(scope="module")
def nlp() -> Pipeline:
    return load("hi")


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_people(nlp: Pipeline, text: str, expected: list[tuple[str | None, ...]]) -> None:
    document = Pipeline(nlp.stages[:3], "hi")(text)
    values = [m.value for m in document.labelled("PERSON")]
    parts = [(v.name, v.honorific, v.position, v.affiliation, v.party) for v in values]
    assert [tuple(document.slice(p) if p is not None and not isinstance(p, str) else p for p in person) for person in parts] == expected


@pytest.mark.parametrize(("text", "expected"), RECORDS)
def test_records(nlp: Pipeline, text: str, expected: tuple[object, ...]) -> None:
    (record,) = nlp(text, published=PUBLISHED).records
    heads = [p.name for d in record.delegations for p in d.people if p.role == "head"]
    place = record.place.city if record.place else None
    assert (record.kind, record.ordinal, tuple(record.parties), place, record.status, heads) == expected


def test_what_is_no_meeting(nlp: Pipeline) -> None:
    for text in ("मंत्रिमंडल की बैठक में दो फैसले लिए गए।", "भारत ने श्रीलंका को मैच में हराया।", "जापान में भूकंप आया।"):
        assert nlp(text, published=PUBLISHED).records == ()

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
    ("रूस के निचले सदन के अध्यक्ष ओलेग पेत्रोव ने कहा।", [("ओलेग पेत्रोव", None, "अध्यक्ष", "निचले सदन", "RU")]),
    ("खान मंत्री नादिया खान ने कहा।", [("नादिया खान", None, "खान मंत्री", None, "IN")]),
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
    ("जापान और चीन ने संवाद का तीसरा दौर टोक्यो में किया। मंत्री केन सातो ने जापानी पक्ष का और मंत्री ली वेई ने चीनी पक्ष का नेतृत्व किया।",
     ("dialogue", 3, ("JP", "CN"), "Tokyo", "held", ["केन सातो", "ली वेई"])),
    ("चीन-रूस रक्षा संवाद हुआ। मंत्री ली वेई के नेतृत्व वाले चीनी दल और मंत्री ओलेग पेत्रोव के नेतृत्व वाले रूसी दल ने समीक्षा की।",
     ("dialogue", None, ("CN", "RU"), None, "held", ["ली वेई", "ओलेग पेत्रोव"])),
    ("संयुक्त आयोग का सातवां सत्र चीन और रूस के बीच मास्को में हुआ।", ("joint_commission", 7, ("CN", "RU"), "Moscow", "held", [])),
    ("चीन के राष्ट्रपति ली वेई ने शिखर सम्मेलन के दौरान रूस के राष्ट्रपति ओलेग पेत्रोव से मुलाकात की।",
     ("bilateral_meeting", None, ("CN", "RU"), None, "held", ["ली वेई", "ओलेग पेत्रोव"])),
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


#: News of other things: visits, appointments, messages, one country's own meetings, sport, courts, markets, what somebody says.
OTHER_NEWS = [
    "मंत्रिमंडल की बैठक में दो फैसले लिए गए।",
    "भारत ने श्रीलंका को मैच में हराया।",
    "जापान में भूकंप आया।",
    "सरकार ने मोहन लाल को फ्रांस में भारत का नया राजदूत नियुक्त किया है।",
    "विदेश मंत्रालय के प्रवक्ता सोहन सिंह ने कहा कि भारत शांति के पक्ष में है।",
    "मुख्यमंत्री ने जिलाधिकारियों के साथ बैठक कर बाढ़ राहत की समीक्षा की।",
    "संसद की स्थायी समिति ने बजट पर रिपोर्ट सौंपी।",
    "प्रधानमंत्री ने जापान के प्रधानमंत्री को जन्मदिन की बधाई दी।",
    "राष्ट्रपति ने भूकंप पर तुर्की के राष्ट्रपति को शोक संदेश भेजा।",
    "सीमा पर गोलीबारी में दो जवान घायल हो गए।",
    "शेयर बाजार में लगातार तीसरे दिन गिरावट रही।",
    "अदालत ने आरोपी की जमानत याचिका खारिज कर दी।",
    "पार्टी की कार्यकारिणी की बैठक अगले सप्ताह लखनऊ में होगी।",
    "चीन की अर्थव्यवस्था पिछली तिमाही में पांच प्रतिशत बढ़ी।",
    "किसान नेताओं ने कृषि मंत्री से मुलाकात की और ज्ञापन सौंपा।",
    "रूस और यूक्रेन के बीच युद्ध तीसरे साल में पहुंच गया है।",
    "नौसेना का जहाज सद्भावना यात्रा पर मॉरीशस पहुंचा।",
    "जर्मनी ने अपने नागरिकों के लिए यात्रा परामर्श जारी किया।",
    "विश्व बैंक ने नेपाल के लिए ऋण मंजूर किया।",
    "कैबिनेट ने भारत और चिली के बीच कृषि समझौते को मंजूरी दी।",
    "भारत और पाकिस्तान के बीच मैच से पहले टीमों की बैठक हुई।",
]


@pytest.mark.parametrize(("said", "act", "actors"), [
    ("चीनी पक्ष ने ऊर्जा के क्षेत्र में सहयोग बढ़ाने का आह्वान किया।", "call_for", ("CN",)),
    ("वेई का कहना था कि ऊर्जा के क्षेत्र में सहयोग की अपार संभावनाएं हैं।", "emphasise", ("CN",)),
    ("दोनों पक्षों ने ऊर्जा सहयोग पर संतोष जताते हुए कहा कि यह बढ़ेगा।", "welcome", ("IN", "CN")),
    ("बैठक में ऊर्जा सहयोग बढ़ाने की आवश्यकता पर बल दिया गया।", "emphasise", ("IN", "CN")),
])  # fmt: skip
def test_statements(nlp: Pipeline, said: str, act: str, actors: tuple[str, ...]) -> None:
    (record,) = nlp(f"भारत के विदेश मंत्री मोहन लाल ने चीन के विदेश मंत्री ली वेई से मुलाकात की। {said}", published=PUBLISHED).records
    assert [(s.act, s.actors) for s in record.statements] == [(act, actors)]


def test_who_is_not_named_again(nlp: Pipeline) -> None:
    text = "विदेश मंत्री मोहन लाल ने नेपाल के विदेश मंत्री राम थापा से मुलाकात की। "
    text += "इसके बाद मिस्र के विदेश मंत्री समी हसन और केन्या के विदेश मंत्री पीटर कामाउ से अलग-अलग मुलाकात की।"
    records = nlp(text, published=PUBLISHED).records
    assert [set(r.parties) for r in records] == [{"IN", "NP"}, {"IN", "EG"}, {"IN", "KE"}]


def test_affairs_of_a_list_of_countries(nlp: Pipeline) -> None:
    text = "भारत के विदेश मंत्री मोहन लाल ने चीन के विदेश मंत्री ली वेई से मुलाकात की। दोनों ने यूक्रेन, सूडान और म्यांमार की स्थिति पर चर्चा की।"
    (record,) = nlp(text, published=PUBLISHED).records
    assert set(record.topics) == {"situation/UA", "situation/SD", "situation/MM"}


def test_talks_of_the_foreign_offices(nlp: Pipeline) -> None:
    text = "भारत और केन्या के बीच विदेश कार्यालय स्तर की वार्ता नैरोबी, केन्या में हुई।"
    (record,) = nlp(text, published=PUBLISHED).records
    assert (record.kind, record.place.city, set(record.parties)) == ("political_consultations", "Nairobi", {"IN", "KE"})


def test_what_a_ministry_only_reports(nlp: Pipeline) -> None:
    text = "भारत के विदेश मंत्री मोहन लाल ने चीन के विदेश मंत्री ली वेई से मुलाकात की। विदेश मंत्रालय ने एक बयान में कहा कि दोनों पक्षों ने हिंसा की निंदा की।"
    (record,) = nlp(text, published=PUBLISHED).records
    assert [(s.act, s.actors, s.quote) for s in record.statements] == [("condemn", ("IN", "CN"), "दोनों पक्षों ने हिंसा की निंदा की")]


def test_minister_for_affairs(nlp: Pipeline) -> None:
    text = "विदेश मंत्री मोहन लाल ने चीन के रक्षा खरीद मामलों के मंत्री श्री ली वेई से मुलाकात की।"
    (record,) = nlp(text, published=PUBLISHED).records
    assert [p.position for d in record.delegations for p in d.people] == ["विदेश मंत्री", "रक्षा खरीद मामलों के मंत्री"]


def test_who_attends_a_dialogue_is_met(nlp: Pipeline) -> None:
    text = "रक्षा मंत्री मोहन लाल ने चीन के रक्षा मंत्री ली वेई के साथ बैठक की, जो जयपुर में भारत-चीन सुरक्षा संवाद में भाग ले रहे हैं।"
    (record,) = nlp(text, published=PUBLISHED).records
    assert record.kind == "bilateral_meeting"


def test_headline_without_a_verb(nlp: Pipeline) -> None:
    title = "चीन के विदेश मंत्री ली वेई की रूस के विदेश मंत्री ओलेग पेत्रोव से मुलाकात"
    (record,) = nlp("दोनों मंत्रियों ने व्यापार पर चर्चा की।", title=title, published=PUBLISHED).records
    assert record.parties == ("CN", "RU")
    assert nlp("बाजार में आज गिरावट रही।", title=title, published=PUBLISHED).records == ()


def test_what_is_no_meeting(nlp: Pipeline) -> None:
    for text in OTHER_NEWS:
        assert nlp(text, published=PUBLISHED).records == (), text


def test_yesterday_or_tomorrow(nlp: Pipeline) -> None:
    for verb, day in (("मुलाकात की", "2024-05-14"), ("मुलाकात करेंगे", "2024-05-16")):
        text = f"विदेश मंत्री मोहन लाल कल टोक्यो में जापान के विदेश मंत्री केन सातो से {verb}।"
        text = text.replace("मोहन लाल कल", "मोहन लाल ने कल") if verb.endswith("की") else text
        (record,) = nlp(text, published="2024-05-15").records
        assert record.date is not None
        assert record.date.start == day


def test_one_by_one(nlp: Pipeline) -> None:
    text = "विदेश मंत्री मोहन लाल ने जिनेवा में नेपाल, मिस्र और केन्या के अपने समकक्षों से अलग-अलग मुलाकात की। "
    text += "मिस्र के विदेश मंत्री समी हसन के साथ वार्ता में व्यापार पर चर्चा हुई।"
    records = nlp(text, published=PUBLISHED).records
    assert [set(r.parties) for r in records] == [{"IN", "NP"}, {"IN", "EG"}, {"IN", "KE"}]


def test_the_round_is_that_which_somebody_came_to_attend(nlp: Pipeline) -> None:
    text = "वाणिज्य मंत्री अनिल शर्मा भारत-ओमान संयुक्त आयोग की तीसरी बैठक में भाग लेने मस्कट पहुंचे। "
    text += "भारत-ओमान संयुक्त आयोग की बैठक आज मस्कट में हुई।"
    (record,) = nlp(text, title="भारत-ओमान संयुक्त आयोग की बैठक", published=PUBLISHED).records
    assert (record.kind, record.ordinal) == ("joint_commission", 3)

"""People, offices and institutions in English reports: descriptions and their parts."""

import pytest

from jwgie import Pipeline, load


@pytest.fixture(scope="module")
def read():
    recognise = Pipeline(load("en").stages[:3], "en")

    def people(text, *rules):
        document = recognise(text)
        parts = ("name", "honorific", "position", "affiliation", "party")

        def part(value):
            return document.slice(value) if value is not None and not isinstance(value, str) else value

        return [tuple(part(getattr(m.value, p)) for p in parts) for m in document.labelled("PERSON") if not rules or m.rule in rules]

    return people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkish Foreign Minister Hakan Demir arrived on Monday.", ("Hakan Demir", None, "Foreign Minister", None, "TR")),
        ("It was headed by Shri K.D. Rao, Joint Secretary (Counter-Terrorism), Ministry of External Affairs of India.",
         ("K.D. Rao", "Shri", "Joint Secretary (Counter-Terrorism)", "Ministry of External Affairs of India", "IN")),
        ("They met the Minister of Foreign Affairs of Kuwait, H.E. Sheikh Salem Al Rashed.",
         ("Salem Al Rashed", "H.E. Sheikh", "Minister of Foreign Affairs", None, "KW")),
        ("Mr. Adel Nassar, Director, Border Unit at the Ministry of Interior of Jordan, took part.",
         ("Adel Nassar", "Mr.", "Director, Border Unit", "Ministry of Interior of Jordan", "JO")),
        ("Dr. Jane Otieno, Principal Secretary, State Department for Trade, spoke.",
         ("Jane Otieno", "Dr.", "Principal Secretary", None, None)),
        ("Dr. Jane Otieno, a director at the State Department, spoke.",
         ("Jane Otieno", "Dr.", "director", "State Department", "US")),
        ("The GCC Secretary General, Dr. Nasser bin Ali Al-Harbi, opened it.",
         ("Nasser bin Ali Al-Harbi", "Dr.", "Secretary General", "GCC", "GCC")),
        ("Chinese Foreign Ministry spokesperson Lin Bo answered.", ("Lin Bo", None, "spokesperson", "Chinese Foreign Ministry", "CN")),
        ("Lithuania's Deputy Prime Minister and Minister of Finance Jonas Petrauskas spoke.",
         ("Jonas Petrauskas", None, "Deputy Prime Minister and Minister of Finance", None, "LT")),
        ("The US side was led by Ambassador Roger Noble, Coordinator for Counterterrorism at the State Department.",
         ("Roger Noble", "Ambassador", "Coordinator for Counterterrorism", "State Department", "US")),
        ("Senator the Hon Jane Payne, Minister for Defence, signed it.",
         ("Jane Payne", "Senator the Hon", "Minister for Defence", None, None)),
        ("Subrahmanyam IYENGAR, Secretary (West), left.", ("Subrahmanyam IYENGAR", None, "Secretary (West)", None, None)),
        ("Bahrain's Ambassador to Oman Juma bin Ahmed Al Kaabi was present.",
         ("Juma bin Ahmed Al Kaabi", None, "Ambassador to Oman", None, "BH")),
        ("The Iranian team was under Ali Bagheri-Kani, Deputy Foreign Minister.",
         ("Ali Bagheri-Kani", None, "Deputy Foreign Minister", None, None)),
        ("State Minister for Foreign Affairs of Bangladesh Md. Shahriar Miah signed.",
         ("Md. Shahriar Miah", None, "State Minister for Foreign Affairs", None, "BD")),
        ("Dr. Sultan bin Saif Al Harthy signed.", ("Sultan bin Saif Al Harthy", "Dr.", None, None, None)),
        ("NATO chief Jens Olsen was there.", ("Jens Olsen", None, "chief", "NATO", "NATO")),
        ("They were led by Border Security Force (BSF) DG Pankaj Rana.", ("Pankaj Rana", None, "DG", "Border Security Force (BSF)", None)),
        ("Minister Han of China presided.", ("Han", None, "Minister", None, "CN")),
        ("EAM Sushma Rao tweeted.", ("Sushma Rao", None, "EAM", None, None)),
        ("Qatari Emir Sheikh Hamad bin Jassim Al Thani received them.", ("Hamad bin Jassim Al Thani", "Sheikh", "Emir", None, "QA")),
        ("Spokesman Ned Price denied it.", ("Ned Price", None, "Spokesman", None, None)),
        ("On the other side was Lena Brandt, who heads the Cyber Division of the Department of Justice.",
         ("Lena Brandt", None, None, "Cyber Division of the Department of Justice", "US")),
    ],
)  # fmt: skip
def test_a_person_is_described(read, text, expected):
    assert read(text) == [expected]


def test_counterparts(read):
    text = "He met his counterparts, the Jordanian Ayman Al-Masri and the Iraqi Dr. Fouad Qasim, and his Turkish counterpart Ali Demir."
    assert [p[::4] for p in read(text, "persons.counterpart")] == [("Ayman Al-Masri", "JO"), ("Fouad Qasim", "IQ"), ("Ali Demir", "TR")]


@pytest.mark.parametrize(
    "text",
    [
        "His Turkish, Azeri and Georgian counterparts, namely Ali Demir, Elmar Aslan and Mikheil Gelashvili, came.",
        "The foreign ministers of Turkey, Azerbaijan and Georgia – Ali Demir, Elmar Aslan and Mikheil Gelashvili – came.",
        "Turkish, Azeri and Georgian foreign ministers Ali Demir, Elmar Aslan and Mikheil Gelashvili came.",
        "Ali Demir (Turkey), Elmar Aslan (Azerbaijan) and Mikheil Gelashvili (Georgia) came.",
    ],
)
def test_several_persons_and_their_sides(read, text):
    assert [p[::4] for p in read(text)] == [("Ali Demir", "TR"), ("Elmar Aslan", "AZ"), ("Mikheil Gelashvili", "GE")]


def test_an_office_in_the_plural_is_that_of_all(read):
    people = read("Presidents Musa Okoro and Peter Dlamini took the lead.", "persons.joint")
    assert [p[0] for p in people] == ["Musa Okoro", "Peter Dlamini"]


def test_a_part_of_the_name_is_the_person(read):
    people = read("Foreign Minister Petra Novakova arrived. Later Novakova left, and Mr Smith with Novakova's staff.", "persons.short")
    assert [(p[0], p[2]) for p in people] == [("Petra Novakova", "Foreign Minister")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "The Joint Working Group on Counter-Terrorism met at Hyderabad House.",
        "The Security Council and the European Commission welcomed it.",
        "On Monday the Foreign Ministry in New Delhi said so.",
        "Khalifa Port and Taj Palace were visited.",
        "Further Progress Is Needed In Trade And Energy",
    ],
)
def test_what_is_nobody(read, text):
    assert read(text) == []


def test_headlines_with_capitals(read):
    document = Pipeline(load("en").stages[:3], "en")(
        "They met.", title="Foreign Minister Receives Letter From Zambian President Hakainde Banda"
    )
    assert [document.slice(m.value.name) for m in document.labelled("PERSON")] == ["Hakainde Banda"]


def test_the_side_behind_an_institution_before_somebody_else(read):
    found = read("Mr. Johan Berg, Secretary, Ministry of Trade, Norway and Mr. Ali Said, Under Secretary, spoke.")
    assert [(name, party) for name, _, _, _, party in found] == [("Johan Berg", "NO"), ("Ali Said", None)]

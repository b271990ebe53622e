"""English: the many ways in which a report tells of two who met, and where, when and under whom."""

from typing import Any

import pytest

from jwgie.pipeline import load


def records(text: str, published: str = "2024-05-16") -> list[dict[str, Any]]:
    return [r.meeting() for r in load("en")(text, published=published).records]


def heads(found: dict[str, Any]) -> dict[str, str]:
    return {p["name"]: d["party"] for d in found["delegations"] for p in d["people"] if p["role"] == "head"}


BOTH = {"Salim Al Harthi": "OM", "Anna Berg": "SE"}


@pytest.mark.parametrize(
    "text",
    [
        # whatever stands between a noun of meeting and its verb
        "A meeting between Dr. Salim Al Harthi, Minister of Trade and Industry of the Sultanate of Oman, and Anna Berg, Minister "
        "for Energy and "
        "Water Resources of the Kingdom of Sweden, was held in Oslo on Tuesday.",
        "On Tuesday, the Minister of Trade of Oman, Salim Al Harthi, had delegation-level talks with his Swedish counterpart Anna "
        "Berg in Oslo.",
        "The Foreign Minister of Oman, Salim Al Harthi, welcomed the Foreign Minister of Sweden, Anna Berg, in Oslo on Tuesday.",
        # two offices of two states
        "Salim Al Harthi, State Secretary at the Ministry of Foreign Affairs of Oman and Swedish Minister for Energy Anna Berg held "
        "talks in "
        "Oslo on Tuesday.",
        # of two who were named before
        "Omani Foreign Minister Salim Al Harthi and his Swedish counterpart Anna Berg want to expand trade. The two ministers met "
        "in Oslo on "
        "Tuesday.",
        "The fishermen may return. This was decided at a meeting in Oslo on Tuesday between Omani Foreign Minister Salim Al Harthi "
        "and Swedish "
        "Foreign Minister Anna Berg.",
        "Omani Foreign Minister Salim Al Harthi told Swedish Foreign Minister Anna Berg at a meeting in Oslo on Tuesday that boats "
        "must be safe.",
        "Salim Al Harthi, Foreign Minister of Oman, is on a visit to Norway. On Tuesday, he held talks with Foreign Minister Anna "
        "Berg of Sweden "
        "in Oslo.",
    ],
)
def test_two_met(text: str) -> None:
    (found,) = records(text)
    assert found["kind"] == "bilateral_meeting"
    assert heads(found) == BOTH
    assert found["date"] == {"start": "2024-05-14", "end": "2024-05-14"}
    assert found["place"] == {"city": "Oslo", "country": "NO"}


@pytest.mark.parametrize(
    "text",
    [
        "Leading the Omani delegation was Minister of Health Salim Al Harthi, with Minister of Trade Anna Berg leading the Swedish side.",
        "Minister of Health Salim Al Harthi and Minister of Trade Anna Berg held the second session of the committee on Tuesday.",
        "It was co-chaired by Salim Al Harthi, Secretary, Ministry of Commerce, Oman and Anna Berg, State Secretary, Ministry of "
        "Trade, Sweden.",
    ],
)
def test_who_led(text: str) -> None:
    (found,) = records("The second session of the Oman-Sweden Joint Committee was held in Oslo on Tuesday. " + text)
    assert heads(found) == BOTH


def test_who_was_included() -> None:
    (found,) = records(
        "The second session of the Oman-Sweden Joint Committee was held in Oslo on Tuesday. The Swedish delegation was led by Hon. "
        "Anna Berg, MP, "
        "Minister of Trade and included Hon. Nils Lund, MP, Deputy Minister of Health."
    )
    assert {p["name"]: (d["party"], p["role"]) for d in found["delegations"] for p in d["people"]} == {
        "Anna Berg": ("SE", "head"),
        "Nils Lund": ("SE", "member"),
    }


def test_a_courtesy_call_beside_a_session_is_none() -> None:
    session = "The second session of the Oman-Sweden Joint Committee was held in Muscat on Tuesday. "
    (found,) = records(
        session + "Swedish Trade Minister Anna Berg also paid a courtesy call on Salim Al Harthi, Foreign Minister of Oman, in Muscat."
    )
    assert found["kind"] == "joint_commission"


def test_a_session_beside_a_courtesy_call_is_one() -> None:
    one, other = records(
        "Omani Foreign Minister Salim Al Harthi was received by Swedish President Nils Lund in Stockholm on Tuesday.\n\nThe same "
        "day, Omani Foreign "
        "Minister Salim Al Harthi and his Swedish counterpart Anna Berg co-chaired the fourth meeting of the Joint Committee on "
        "Trade in Stockholm."
    )
    assert (one["kind"], other["kind"], other["ordinal"]) == ("bilateral_meeting", "joint_commission", 4)
    assert heads(other) == BOTH


def test_names_before_the_office_of_all() -> None:
    (found,) = records(
        "Anna Berg, Salim Al Harthi and Kofi Mensah, the Swedish, Omani and Ghanaian foreign ministers, met in Oslo on Tuesday."
    )
    assert (found["kind"], heads(found)) == ("ministerial", {**BOTH, "Kofi Mensah": "GH"})


def test_in_the_format_of_three() -> None:
    (found,) = records("The first trilateral meeting in the Oman-Sweden-Ghana format was held in Oslo on Tuesday.")
    assert set(found["parties"]) == {"OM", "SE", "GH"}


def test_received_us() -> None:
    (found,) = records("Omani Foreign Minister Salim Al Harthi on Tuesday received US Secretary of State John Miller in Muscat.")
    assert set(found["parties"]) == {"OM", "US"}
    assert not records(
        "Oman's new ambassador in Washington, Salim Al Harthi, received us for an interview about the plans of President Miller."
    )


def test_by_office_alone() -> None:
    (found,) = records(
        "Secretary of State John Miller congratulated Omani Foreign Minister Salim Al Harthi today on his appointment. The "
        "Secretary of State and the "
        "Foreign Minister discussed fisheries and trade."
    )
    assert set(found["parties"]) == {"OM", "US"}


def test_today_is_the_day_of_the_dateline() -> None:
    (found,) = records(
        "May 14, 2024 - Ottawa, Ontario - Northern Agency\n\nMary Stone, Foreign Minister of Canada, today met with Anna Berg, "
        "Sweden's Foreign Minister."
    )
    assert found["date"] == {"start": "2024-05-14", "end": "2024-05-14"}


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [
        ("at the Grand Lakeside Hotel, Oslo, on Tuesday.", "Oslo", "NO"),
        ("at the Grand Lakeside Lodge, Ytre Holm, Norway, on Tuesday.", None, "NO"),
        ("at Oslo House in Stockholm on Tuesday.", "Stockholm", "SE"),
    ],
)
def test_venues(text: str, city: str | None, country: str) -> None:
    (found,) = records("The second session of the Oman-Ghana Joint Committee was held " + text)
    assert found["place"] == {"city": city, "country": country}


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("on Monday, May 13 and Tuesday, May 14, in Oslo.", "2024-05-13", "2024-05-14"),
        ("in Oslo on Jan 17, 2024.", "2024-01-17", "2024-01-17"),
        ("in Oslo on Tuesday under Jan Kowalik.", "2024-05-14", "2024-05-14"),
    ],
)
def test_days(text: str, start: str, end: str) -> None:
    (found,) = records("The second session of the Oman-Ghana Joint Committee was held " + text)
    assert found["date"] == {"start": start, "end": end}


def test_what_is_signed_today() -> None:
    (found,) = records(
        "The second session of the Oman-Ghana Joint Committee was held in Accra on Tuesday. A MoU on cooperation in the field of "
        "fisheries was signed "
        "today."
    )
    assert [d["kind"] for d in found["documents"]] == ["memorandum_of_understanding"]


def test_two_numbered_bodies_before_one_verb_are_two_meetings() -> None:
    found = records(
        "The third Joint Commission and the second political consultations between Oman and Sweden concluded in Oslo on Monday."
    )
    assert {(m["kind"], m["ordinal"]) for m in found} == {("joint_commission", 3), ("political_consultations", 2)}


def test_what_somebody_will_discuss_with_an_office_alone_is_a_visit() -> None:
    assert not records("Swedish Foreign Minister Anna Berg will visit Lima next week. The minister will discuss trade with the president.")


def test_the_side_of_one_who_needs_none_is_the_country_of_the_dateline_where_the_text_speaks_of_it() -> None:
    text = "OSLO, May 16 - Minister Jon Berg met Chilean minister Ana Soto on Thursday.\n\n"
    (found,) = records(text + "Trade of Norway and Norwegian fish were discussed. Ties of Chile and Peru matter, she said.")
    assert found["parties"] == ["NO", "CL"]


@pytest.mark.parametrize(
    "text",
    [
        "Omani Foreign Minister Salim Al Harthi was in Oslo on Tuesday to meet his Swedish counterpart Anna Berg.",
        "Omani Foreign Minister Salim Al Harthi flew to Oslo on Tuesday for talks with his Swedish counterpart Anna Berg.",
        "Omani Foreign Minister Salim Al Harthi travelled to Oslo on Tuesday to meet with his Swedish counterpart Anna Berg.",
    ],
)
def test_for_which_somebody_went_somewhere(text: str) -> None:
    (found,) = records(text)
    assert heads(found) == BOTH
    assert (found["status"], found["date"]) == ("held", {"start": "2024-05-14", "end": "2024-05-14"})


def test_for_which_somebody_will_go_somewhere() -> None:
    (found,) = records(
        "Omani Foreign Minister Salim Al Harthi will travel to Oslo on May 22 for talks with his Swedish counterpart Anna Berg."
    )
    assert (found["status"], found["date"]["start"]) == ("scheduled", "2024-05-22")


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Salim Al Harthi of Oman, Foreign Minister Anna Berg of Sweden and Foreign Minister Kari Dahl of "
        "Norway met in Oslo on Tuesday.",
        "The Foreign Minister of Oman, Salim Al Harthi, the Foreign Minister of Sweden, Anna Berg, and the Foreign Minister of "
        "Norway, Kari Dahl, "
        "met in Oslo on Tuesday.",
        "Omani Foreign Minister Salim Al Harthi, Swedish Foreign Minister Anna Berg, and Norwegian Foreign Minister Kari Dahl held "
        "trilateral ministerial talks in Oslo on Tuesday.",
    ],
)
def test_three_met(text: str) -> None:
    (found,) = records(text)
    assert heads(found) == {**BOTH, "Kari Dahl": "NO"}
    assert found["kind"] == "ministerial"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # separate talks with several of one side, of whom only the first is told whose he is: one record each
        ("Norwegian Foreign Minister Ola Berg held separate meetings with Oman's Energy Minister Salim Rashid and Defence Minister "
         "Ali Nasser in Oslo on 5 May 2024.", [["Ola Berg", "Salim Rashid"], ["Ola Berg", "Ali Nasser"]]),
        ("Norwegian Foreign Minister Ola Berg held separate talks with Oman's Energy Minister Salim Rashid and Defence Minister "
         "Ali Nasser in Oslo on 5 May 2024.", [["Ola Berg", "Salim Rashid"], ["Ola Berg", "Ali Nasser"]]),
        # a council of ministers is an organisation's, or a state's cabinet
        ("The SADC Council of Ministers held its meeting in Harare on 5 May 2024. It was chaired by Zimbabwe's Foreign Minister "
         "Tom Moyo.", [["Tom Moyo"]]),
        ("The Council of Ministers has ratified the trade agreement between Oman and Norway.", []),
        # delegations with their heads before the verb, talks that are "their"
        ("A Norwegian Delegation, headed by Ola Berg, and a Delegation of Oman, headed by Salim Rashid, met in Oslo on 5 May 2024.",
         [["Ola Berg", "Salim Rashid"]]),
        ("Norwegian Foreign Minister Ola Berg told his Omani counterpart Salim Rashid during their talks in Oslo on 5 May 2024 that "
         "trade should grow.", [["Ola Berg", "Salim Rashid"]]),
        # who is quoted by his office of a side that nobody else leads
        ("The sixth session of the joint committee of Oman and Norway was held in Oslo on 5 May 2024. Norway's Minister of Trade, Ola "
         "Berg, said that trade should grow.", [["Ola Berg"]]),
        # two by whom it is convened, a list parted by semicolons
        ("The sixth conference of the African Union and the United Nations was convened in Oslo on 5 May 2024 by the UN "
         "Secretary-General, Ola Berg, and the Chairperson of the African Union Commission, Tom Moyo.", [["Ola Berg", "Tom Moyo"]]),
        ("A ministerial meeting was held in Oslo on 5 May 2024. In attendance were Tom Moyo, Minister of Health of Zimbabwe; Ola Berg, "
         "Minister of Health of Norway; and Salim Rashid, Minister of Health of Oman.", [["Tom Moyo", "Ola Berg", "Salim Rashid"]]),
    ],
)  # fmt: skip
def test_who_meets_where_several_are_told_of(text: str, expected: list[list[str]]) -> None:
    records = load("en")(text, published="2024-05-06").records
    assert [sorted(p.name for d in r.delegations for p in d.people) for r in records] == [sorted(names) for names in expected]


def test_the_delegation_that_was_told_of_last() -> None:
    (found,) = records(
        "The third session of the Oman-Sweden Joint Committee was held in Oslo on 14 May 2024. The delegation of Oman was led by Hon. "
        "Salim Al Harthi, Minister of Trade. The Swedish delegation was led by Hon. Anna Berg, Minister for Energy. The delegation "
        "included Hon. Kari Dahl, Minister of Health."
    )
    sides = {p["name"]: (d["party"], p["role"]) for d in found["delegations"] for p in d["people"]}
    assert sides == {"Salim Al Harthi": ("OM", "head"), "Anna Berg": ("SE", "head"), "Kari Dahl": ("SE", "member")}


def test_a_day_beside_its_verb() -> None:
    (found,) = records(
        "Omani Foreign Minister Salim Al Harthi on Monday met with Swedish Foreign Minister Anna Berg in Oslo, ahead of a forum that is "
        "scheduled for Tuesday and Wednesday."
    )
    assert found["date"] == {"start": "2024-05-13", "end": "2024-05-13"}


def test_talks_that_are_not_agreed_on() -> None:
    assert not records("Oman and Sweden have so far not agreed on a new round of consultations on strategic stability, Anna Berg said.")

"""English: what sentences state and by whom, which meeting a report tells of, and who led whom."""

from typing import Any

import pytest

from jwgie.pipeline import load

OPENING = "Talks between Oman and Sweden were held in Oslo on 5 May 2024. "


def record(text: str, published: str | None = "2024-05-06") -> dict[str, Any]:
    """The only record of a report."""
    records = load("en")(text, published=published).records
    assert len(records) == 1, [r.kind for r in records]
    return records[0].meeting()


def stated(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    return [(s["act"], tuple(sorted(s["actors"])), s["quote"]) for s in record(OPENING + text).get("statements", ())]


BOTH = ("OM", "SE")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a subject before its verb
        ("The two sides agreed to protect rivers.", [("agree", BOTH, "The two sides agreed to protect rivers")]),
        ("Both countries have strongly condemned piracy.", [("condemn", BOTH, "Both countries have strongly condemned piracy")]),
        ("They stressed the need to address concerns over piracy.",
         [("emphasise", BOTH, "They stressed the need to address concerns over piracy")]),
        ("They stressed their concern over piracy.", [("express_concern", BOTH, "They stressed their concern over piracy")]),
        ("They also welcomed the growth of trade.", [("welcome", BOTH, "They also welcomed the growth of trade")]),
        ("Sweden, for its part, stressed that rivers matter.",
         [("emphasise", ("SE",), "Sweden, for its part, stressed that rivers matter")]),
        ("The Omani delegation called on all states to share water.",
         [("call_for", ("OM",), "The Omani delegation called on all states to share water")]),
        # the subject of the clause before
        ("The two sides voiced concern about floods and reaffirmed their commitment to dams.",
         [("express_concern", BOTH, "The two sides voiced concern about floods"),
          ("reaffirm", BOTH, "reaffirmed their commitment to dams")]),
        # a passive: what it says stands before it
        ("The attack on a ferry was condemned by both sides.", [("condemn", BOTH, "The attack on a ferry was condemned by both sides")]),
        ("The importance of clean rivers was underlined.", [("emphasise", BOTH, "The importance of clean rivers was underlined")]),
        ("It was agreed that dams will be built.", [("agree", BOTH, "It was agreed that dams will be built")]),
        # a verb that is put in, or stands behind
        ("Clean rivers, the two sides stressed, are needed by all.",
         [("emphasise", BOTH, "Clean rivers, the two sides stressed, are needed by all")]),
        ("Sweden will step up work on dams.", [("agree", ("SE",), "Sweden will step up work on dams")]),
        ("The water ministers agreed to clean the rivers.", [("agree", BOTH, "The water ministers agreed to clean the rivers")]),
        ("The two sides described the work on dams as a success.",
         [("welcome", BOTH, "The two sides described the work on dams as a success")]),
        ("A high evaluation was given to the work on dams.", [("welcome", BOTH, "A high evaluation was given to the work on dams")]),
        # what states nothing
        ("The two sides discussed rivers.", []),
        ("The two sides will exchange views on rivers in the north.", []),
        ("The Committee looks after the plan, which was adopted in 2012.", []),
        ("The key aspects of dams were considered.", []),
        ("The actions that the two sides agreed in March were reviewed.", []),
        ("The two sides agreed to hold the next round in Muscat.", []),
    ],
)  # fmt: skip
def test_statements(text: str, expected: list[tuple[str, tuple[str, ...], str]]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "parties", "status"),
    [
        ("Oman and Sweden held the third round of political consultations in Muscat on 5 May 2024.",
         "political_consultations", "OM SE", "held"),
        ("Muscat hosted on Sunday the third meeting of the Oman-Sweden Joint Committee.", "joint_commission", "OM SE", "held"),
        ("The Omani Foreign Minister met with his Swedish counterpart in Oslo on Sunday.", "bilateral_meeting", "OM SE", "held"),
        ("Omani Foreign Minister Salim Al Harthi spoke by phone with Swedish Foreign Minister Anna Berg on Sunday.",
         "phone_call", "OM SE", "held"),
        ("The third round of political consultations between Oman and Sweden will be held in Muscat on 9 May 2024.",
         "political_consultations", "OM SE", "scheduled"),
        ("Oman and Sweden have postponed the third round of their strategic dialogue.", "dialogue", "OM SE", "postponed"),
    ],
)  # fmt: skip
def test_meetings(text: str, kind: str, parties: str, status: str) -> None:
    found = record(text)
    assert (found["kind"], " ".join(sorted(found["parties"])), found["status"]) == (kind, parties, status)


@pytest.mark.parametrize(
    "text",
    [
        "Oman received a loan from Sweden.",
        "Sweden will set up a working group on rivers with Oman.",
        "Omani companies met the demand of Sweden for dates.",
        "Oman's President Ali Said has denied that he met Swedish President Nils Berg in Oslo last week.",
        "Oman's President Ali Said is ready to meet Swedish President Nils Berg at any time.",
        "Oman's President Ali Said did not meet Swedish President Nils Berg in Oslo.",
        "Oman is ready to hold talks with Sweden on rivers, Foreign Minister Ali Said told parliament.",
        "The Cabinet, chaired by Oman's President Ali Said, discussed the negotiations with the International Monetary Fund.",
        "The cabinet of Oman decided that a treaty be negotiated with Sweden and that talks be started with Norway.",
        "The 20th edition of the joint military exercise of the Omani and Swedish armies concluded in Muscat on Sunday.",
        "Oman and Sweden will meet in the final of the tournament in Oslo on Sunday.",
        "President Obama will sit down with the members of his National Security Council on Monday.",
    ],
)
def test_no_meeting(text: str) -> None:
    assert not load("en")(text, published="2024-05-06").records


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("The Omani delegation was led by Ambassador Salim Al Harthi, while the Swedish side was headed by Mr Erik Berg.",
         {"Salim Al Harthi": "OM", "Erik Berg": "SE"}),
        ("Ambassador Salim Al Harthi led the Omani delegation, and Mr Erik Berg that of Sweden.",
         {"Salim Al Harthi": "OM", "Erik Berg": "SE"}),
        ("Oman was represented by Ambassador Salim Al Harthi and Sweden by Mr Erik Berg.", {"Salim Al Harthi": "OM", "Erik Berg": "SE"}),
        ("Ambassador Salim Al Harthi spoke for Oman; the Swedish delegation was headed by Mr Erik Berg.",
         {"Salim Al Harthi": "OM", "Erik Berg": "SE"}),
    ],
)  # fmt: skip
def test_heads(text: str, heads: dict[str, str]) -> None:
    found = record("The third round of political consultations between Oman and Sweden was held in Muscat on 5 May 2024. " + text)
    led = {p["name"]: d["party"] for d in found["delegations"] for p in d["people"] if p["role"] == "head"}
    assert led == heads


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        ("The next round will be held in Stockholm on a mutually convenient date.", "next_meeting",
         {"place": {"city": "Stockholm", "country": "SE"}, "date_text": "on a mutually convenient date"}),
        ("The next round will take place in Stockholm in 2025.", "next_meeting",
         {"place": {"city": "Stockholm", "country": "SE"}, "date": {"start": "2025", "end": "2025"}, "date_text": "in 2025"}),
        ("The resolutions of the last meeting, which was held in Stockholm from 2nd - 5th May, 2022, were reviewed.", "previous_meeting",
         {"ordinal": None, "place": {"city": "Stockholm", "country": "SE"}, "date": {"start": "2022-05-02", "end": "2022-05-05"},
          "date_text": "from 2nd - 5th May, 2022"}),
        ("The second round was held in Stockholm in May 2022.", "previous_meeting",
         {"ordinal": 2, "place": {"city": "Stockholm", "country": "SE"}, "date": {"start": "2022-05", "end": "2022-05"}}),
    ],
)  # fmt: skip
def test_other_rounds(text: str, which: str, expected: dict[str, Any]) -> None:
    found = record("The third round of political consultations between Oman and Sweden was held in Muscat on 5 May 2024. " + text)[which]
    assert {key: found[key] for key in expected} == expected


def test_nobody_gets_a_country_that_nothing_tells() -> None:
    told = record("Secretary of State Paula Reed met with Ghanaian Foreign Minister Kofi Mensah in Accra on Monday.")
    assert set(told["parties"]) == {"US", "GH"}  # an office that one state alone calls so
    untold = record("Defence Minister Paula Reed met with Ghanaian Foreign Minister Kofi Mensah in Accra on Monday.")
    assert set(untold["parties"]) == {"GH"}
    about = record("Foreign Minister Paula Reed spoke by phone today with Ghanaian Foreign Minister Kofi Mensah about Haiti.")
    assert set(about["parties"]) == {"GH"}  # a country that one talks about meets nobody
    (other,) = load("en")(
        "Deputy Prime Minister Paula Reed met with Ghanaian Foreign Minister Kofi Mensah on Monday.",
        title="Readout of the Deputy Prime Minister's meeting",
        published="2024-05-06",
    ).records
    assert set(other.parties) == {"GH"}  # many governments publish readouts


def people(text: str) -> dict[str, set[str]]:
    """The names of each side of the only record."""
    return {d["party"]: {p["name"] for p in d["people"]} for d in record(text)["delegations"]}


def test_the_side_of_whose_page_it_is() -> None:
    text = "The Norwegian Embassy publishes this readout. Minister Kari Nilsen met with Ghanaian Foreign Minister Kofi Mensah on Monday."
    assert set(record(text)["parties"]) == {"NO", "GH"}


def test_who_is_listed_beside_another_is_of_the_same_side() -> None:
    found = people(
        "Norwegian Foreign Minister Kari Nilsen and State Secretary Ola Berg met with President Kofi Mensah of Ghana, Finance Minister "
        "Ama Owusu and Trade Minister Yaw Boateng in Accra on Monday."
    )
    assert found == {"NO": {"Kari Nilsen", "Ola Berg"}, "GH": {"Kofi Mensah", "Ama Owusu", "Yaw Boateng"}}


def test_who_comes_in_the_place_of_another() -> None:
    found = people(
        "The leaders of Ghana, Togo and Benin held a summit in Accra on 3 May. President Kofi Mensah of Ghana took part, and President "
        "Jean Dossou of Benin was represented by Vice President Luc Adjavon."
    )
    assert found["BJ"] == {"Luc Adjavon"}


def test_a_place_that_no_table_knows() -> None:
    found = record("The foreign ministers of Norway and Ghana met in Brunnfjell, Norway, on 3 May 2024. They left for Oslo the next day.")
    assert found["place"] == {"city": "Brunnfjell", "country": "NO"}


def test_the_ministers_of_a_list_of_states() -> None:
    found = record("The foreign ministers of Norway, Ghana, Peru and Oman convened in Oslo on 3 May 2024.")
    assert (found["kind"], set(found["parties"])) == ("ministerial", {"NO", "GH", "PE", "OM"})


def test_a_name_that_ends_like_the_verb_to_be_makes_no_passive():
    text = "Irish foreign minister Simon Harris met his Norwegian counterpart, Erik Berg, in Oslo on Monday. Harris condemned the violence."
    (record,) = load("en")(text).records
    assert [(s.act, list(s.actors)) for s in record.statements] == [("condemn", ["IE"])]

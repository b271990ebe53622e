"""What is the meeting's own by its role: told by gold for training, and by a model for records."""

from __future__ import annotations

import pytest

import jwgie
from jwgie.document import Span
from jwgie.ner.values import RoleValue, ToldValue
from jwgie.record import DateRange, Place

SMILES = (
    "Tea was served.\n\nFor two hours the Egyptian minister Badr Abdelatty and the Jordanian minister Ayman Safadi will exchange smiles. "
    "The tea was as good as it ever is. Cakes are served with it on most days. Amman is sunny, as is 24 May 2024."
)
ROLES = [
    ("Egyptian", "PARTY"), ("Badr Abdelatty", "HEAD"), ("Jordanian", "PARTY"), ("Ayman Safadi", "HEAD"), ("Amman", "PLACE"),
    ("24 May 2024", "DATE"),
]  # fmt: skip


def told(document: jwgie.Document) -> list[jwgie.Mention]:
    """What a tagger would tell of it."""
    roles = [(Span(at := SMILES.index(words), at + len(words)), role) for words, role in ROLES]
    sentence = jwgie.Mention("TOLD", document.sentences[1].span, ToldValue("bilateral_meeting", 0.9, "scheduled"), "sentence")
    return [sentence, *(jwgie.Mention("ROLE", span, RoleValue(role, 0.9), "role") for span, role in roles)]


def test_a_meeting_that_the_rules_do_not_see_is_that_of_the_sentence_which_tells_of_one() -> None:
    assert not jwgie.load("en")(SMILES).records
    (record,) = jwgie.load("en", recognisers=["rules", told])(SMILES).records
    assert (record.kind, record.status, record.parties) == ("bilateral_meeting", "scheduled", ("EG", "JO"))
    assert record.evidence["/kind"][0].rule == "told: sentence"


def test_who_when_and_where_is_told_by_roles() -> None:
    (record,) = jwgie.load("en", recognisers=["rules", told])(SMILES, published="2024-05-20").records
    people = {d.party: (p.name, p.role) for d in record.delegations for p in d.people}
    assert people == {"EG": ("Badr Abdelatty", "head"), "JO": ("Ayman Safadi", "head")}
    assert record.place == Place(city="Amman", country="JO")
    assert record.date == DateRange(start="2024-05-24", end="2024-05-24")
    filled = ("/parties/0", "/place/city", "/date/start")
    rules = {e.rule.partition(":")[0] for name in filled for e in record.evidence[name]}
    assert rules == {"told"}


@pytest.mark.parametrize(("verb", "count"), [("did not meet", 0), ("is ready to meet", 0), ("shook hands with", 1)])
def test_what_the_rules_read_as_denied_or_wished_for_is_no_meeting(verb: str, count: int) -> None:
    text = f"Egypt's minister Badr Abdelatty {verb} Jordan's minister Ayman Safadi."

    def both(document: jwgie.Document) -> list[jwgie.Mention]:
        told = jwgie.Mention("TOLD", document.sentences[0].span, ToldValue("bilateral_meeting", 0.9, "held"), "sentence")
        spans = [Span(at := text.index(name), at + len(name)) for name in ("Egypt", "Jordan")]
        return [told, *(jwgie.Mention("ROLE", span, RoleValue("PARTY", 0.9), "role") for span in spans)]

    assert not jwgie.load("en", recognisers=["rules"])(text).records
    assert len(jwgie.load("en", recognisers=["rules", both])(text).records) == count


@pytest.mark.parametrize("role", ["PARTY", "HEAD"])
def test_a_meeting_of_which_no_two_sides_are_told_is_none(role: str) -> None:
    def fewer(document: jwgie.Document) -> list[jwgie.Mention]:
        kept = ("Egyptian", "Ayman Safadi")
        return [m for m in told(document) if m.label == "TOLD" or (m.value.role == role and document.slice(m.span) in kept)]

    assert not jwgie.load("en", recognisers=["rules", fewer])(SMILES).records


def test_who_is_there_by_role_alone_is_a_member() -> None:
    text = "The Egyptian minister Badr Abdelatty met the Jordanian minister Ayman Safadi. The Egyptian ambassador Ali Nur likes tea."

    def member(document: jwgie.Document) -> list[jwgie.Mention]:
        at = text.index("Ali Nur")
        return [jwgie.Mention("ROLE", Span(at, at + 7), RoleValue("MEMBER", 0.9), "role")]

    (alone,) = jwgie.load("en")(text).records
    (record,) = jwgie.load("en", recognisers=["rules", member])(text).records
    assert "Ali Nur" not in {p.name for d in alone.delegations for p in d.people}
    (egypt,) = (d for d in record.delegations if d.party == "EG")
    assert [(p.name, p.role) for p in egypt.people] == [("Badr Abdelatty", "head"), ("Ali Nur", "member")]
    at = record.delegations.index(egypt)
    assert record.evidence[f"/delegations/{at}/people/1/name"][0].rule == "member: people.meet"


def test_roles_are_those_of_the_meeting_that_gold_tells() -> None:
    text = (
        "Egypt's minister Badr Abdelatty met his Jordanian counterpart, Ayman Safadi, in Amman on 24 May 2024. France was silent on 25 May."
    )
    delegations = [
        {"party": "EG", "people": [{"name": "Badr Abdelatty", "role": "head"}]},
        {"party": "JO", "people": [{"name": "Ayman Safadi", "role": "member"}]},
    ]
    day = {"start": "2024-05-24", "end": "2024-05-24"}
    place = {"city": "Amman", "country": "JO"}
    meeting = {
        "kind": "bilateral_meeting",
        "parties": ["EG", "JO"],
        "status": "held",
        "delegations": delegations,
        "date": day,
        "place": place,
    }
    labelled = pytest.importorskip("jwgie.training.align").labelled
    document = jwgie.load("en")(text, published="2024-05-26")
    found = {(s.label, text[s.start : s.end]) for s in labelled(document, [meeting], "text") if s.layer == "roles"}
    assert found == {
        ("PARTY", "Egypt"), ("HEAD", "Badr Abdelatty"), ("PARTY", "Jordanian"), ("MEMBER", "Ayman Safadi"), ("PLACE", "Amman"),
        ("DATE", "24 May 2024"),
    }  # fmt: skip
    assert not [s for s in labelled(document, [], "text") if s.layer == "roles"]

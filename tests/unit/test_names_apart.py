"""A city that is part of a person's name is no place of the report."""

import jwgie


def test_a_family_name_is_no_city() -> None:
    text = "The head of the Australian Space Agency, Enrico Palermo, met the Korean science minister, Yoo Sang-im, in Seoul on Tuesday."
    document = jwgie.load("en")(text, published="2025-03-13")
    assert [document.slice(m.span) for m in document.mentions if m.label == "CITY"] == ["Seoul"]
    assert all("IT" not in record.parties for record in document.records)

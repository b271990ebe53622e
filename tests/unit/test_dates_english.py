"""Dates, ordinals and numbers in English, by the same recognisers as in Arabic."""

import pytest

from jwgie import find_dates, find_numbers, find_ordinals, load

REFERENCE = "2024-06-13"  # a Thursday


def read(text, prefer="past"):
    return [(f.text, f.value and f.value.start, f.value and f.value.end) for f in find_dates(text, "en", REFERENCE, prefer)]


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("signed on 29 May 2024 in Rabat", "29 May 2024", "2024-05-29", "2024-05-29"),
        ("on May 29, 2024, the ministers", "May 29, 2024", "2024-05-29", "2024-05-29"),
        ("on the 3rd of May 2023", "the 3rd of May 2023", "2023-05-03", "2023-05-03"),
        ("on the twenty-first of March 2023", "the twenty-first of March 2023", "2023-03-21", "2023-03-21"),
        ("Monday, 6 May 2024", "Monday, 6 May 2024", "2024-05-06", "2024-05-06"),
        ("on Wednesday (29 May 2024)", "Wednesday (29 May 2024)", "2024-05-29", "2024-05-29"),
        ("Sept. 21, 2012", "Sept. 21, 2012", "2012-09-21", "2012-09-21"),
        ("RABAT, May 29 (MAP)", "May 29", "2024-05-29", "2024-05-29"),
        ("at 10:30 on 5 June 2023", "5 June 2023", "2023-06-05", "2023-06-05"),
        ("03/04/2024", "03/04/2024", "2024-04-03", "2024-04-03"),
        ("29.05.2024", "29.05.2024", "2024-05-29", "2024-05-29"),
        ("2024-05-29", "2024-05-29", "2024-05-29", "2024-05-29"),
        ("29-30 May", "29-30 May", "2024-05-29", "2024-05-30"),
        ("on 29 and 30 May 2024", "29 and 30 May 2024", "2024-05-29", "2024-05-30"),
        ("May 29-30, 2024", "May 29-30, 2024", "2024-05-29", "2024-05-30"),
        ("29 May - 1 June 2024", "29 May - 1 June 2024", "2024-05-29", "2024-06-01"),
        ("from 30 December to 2 January 2024", "from 30 December to 2 January 2024", "2023-12-30", "2024-01-02"),
        ("between May 3 and May 5", "between May 3 and May 5", "2024-05-03", "2024-05-05"),
        ("in May 2024", "May 2024", "2024-05", "2024-05"),
        ("in March", "March", "2024-03", "2024-03"),
        ("in early June", "early June", "2024-06-01", "2024-06-10"),
        ("mid-April 2023", "mid-April 2023", "2023-04-11", "2023-04-20"),
        ("Q3 2024", "Q3 2024", "2024-07", "2024-09"),
        ("the third quarter of 2024", "the third quarter of 2024", "2024-07", "2024-09"),
        ("the last Friday of May 2023", "the last Friday of May 2023", "2023-05-26", "2023-05-26"),
        ("the first week of May 2009", "the first week of May 2009", "2009-05-04", "2009-05-10"),
        ("between 2014 and 2018", "between 2014 and 2018", "2014", "2018"),
        ("in the 1990s", "the 1990s", "1990", "1999"),
        ("last Thursday", "last Thursday", "2024-06-06", "2024-06-06"),
        ("on Tuesday morning", "Tuesday morning", "2024-06-11", "2024-06-11"),
        ("next week", "next week", "2024-06-17", "2024-06-23"),
        ("two days ago", "two days ago", "2024-06-11", "2024-06-11"),
        ("in two weeks", "in two weeks", "2024-06-27", "2024-06-27"),
        ("They met the day before.", "the day before", "2024-06-12", "2024-06-12"),
        ("the next three days", "the next three days", "2024-06-14", "2024-06-16"),
        ("nineteen ninety-nine in May 1999", "May 1999", "1999-05", "1999-05"),
        ("on May twenty-one, two thousand and eighteen", "May twenty-one, two thousand and eighteen", "2018-05-21", "2018-05-21"),
        ("between May 2015 and 2018", "between May 2015 and 2018", "2015-05", "2018"),
        ("in the first quarter", "the first quarter", "2024-01", "2024-03"),
        ("by the end of the year", "the end of the year", "2024", "2024"),
        ("May", "May", "2024-05", "2024-05"),
        ("last quarter", "last quarter", "2024-01", "2024-03"),
        ("the week after next", "the week after next", "2024-06-24", "2024-06-30"),
        ("a month and ten days ago", "a month and ten days ago", "2024-05-03", "2024-05-03"),
        ("2019-Sep-1", "2019-Sep-1", "2019-09-01", "2019-09-01"),
        ("Wednesday evening next week", "Wednesday evening next week", "2024-06-19", "2024-06-19"),
        ("15 Rabi al-Awwal 1440 AH, corresponding to 23 November 2018",
         "15 Rabi al-Awwal 1440 AH, corresponding to 23 November 2018", "2018-11-23", "2018-11-23"),
    ],
)  # fmt: skip
def test_dates(text, words, start, end):
    assert read(text) == [(words, start, end)]


def test_figures_that_only_have_the_month_first_tell_of_the_others():
    assert [start for _, start, _ in read("3/27/2021 and 03/04/2021")] == ["2021-03-27", "2021-03-04"]
    assert [start for _, start, _ in read("27/3/2021 and 03/04/2021")] == ["2021-03-27", "2021-04-03"]


@pytest.mark.parametrize(
    "text",
    [
        "they may meet", "a march against it", "Vision 2030", "resolution 2254", "the first of its kind", "telephone 2025 1234",
        "Determination No. 2024-06",
    ],
)  # fmt: skip
def test_is_no_date(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the VIth session", 6), ("the 16th meeting", 16), ("its twenty-first round", 21), ("the inaugural session", 1),
        ("the first-ever summit", 1),
        ("its one hundred and fifty-ninth session", 159), ("Session 16", 16), ("Round II", 2), ("the third meeting", 3),
        ("the hundredth", 100),
    ],
)  # fmt: skip
def test_ordinals(text, value):
    assert [f.value for f in find_ordinals(text, "en")] == [value]


@pytest.mark.parametrize(
    "text", ["the first of its kind", "the First Lady", "the 21st century", "the third of May", "a third party", "two thirds"]
)
def test_is_no_ordinal(text):
    assert find_ordinals(text, "en") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two million three hundred thousand", 2300000), ("1,234,567", 1234567), ("3.5 million", 3500000), ("twenty-one ministers", 21),
        ("one hundred and five", 105), ("a hundred thousand", 100000), ("twelve hundred", 1200), ("two dozen", 24), ("zero", 0),
        ("minus twelve", -12),
    ],
)  # fmt: skip
def test_numbers(text, value):
    assert [f.value for f in find_numbers(text, "en")] == [value]


def test_reports_are_told_to_be_english():
    document = load()("The two ministers held talks in Rabat on Monday and agreed to meet again in the spring of the next year.")
    assert document.language == "en"
    assert [document.slice(m.span) for m in document.labelled("CITY")] == ["Rabat"]

"""Any day, in any style that is written, is read as that day. The words of the styles come from the language pack."""

from __future__ import annotations

from calendar import day_name, month_name
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice, product

import pytest
from hijridate import Gregorian
from hypothesis import given, settings
from hypothesis import strategies as st

from jwgie import find_dates
from jwgie.languages import load_pack

PACK = load_pack("ar")
GRAMMAR = PACK.toml("dates")
THE = GRAMMAR["article"]
#: The days that are to be read, and those of them that hijridate knows.
FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
FIRST_HIJRI, LAST_HIJRI = date(1924, 8, 1), date(2077, 11, 16)

Style = Callable[[date], str]


@cache
def forms(table: str, *classes: str) -> dict[str, list[str]]:
    """All the forms of some classes of a lexicon by value, with the article where they must have it."""
    found: dict[str, list[str]] = {}
    for row in PACK.rows(table):
        if row["class"] in classes:
            article = THE if row["article"] == "must" else ""
            found.setdefault(row["value"], []).extend(article + form for form in row["forms"].split("|"))
    return found


@cache
def word(name: str) -> str:
    """The usual word of a class of dates."""
    return next(iter(forms("dates", name).values()))[0]


@cache
def month(number: int, which: int, *classes: str) -> str:
    """One of the names of a month."""
    names = forms("dates", *classes)[str(number)]
    return names[which % len(names)]


MONTH, HIJRI_MONTH = ("month", "month_weak"), ("hijri_month", "zero_or_month")
#: As many as the month with most names has.
NAMES, HIJRI_NAMES = (max(map(len, forms("dates", *classes).values())) for classes in (MONTH, HIJRI_MONTH))


@cache
def ordinal(number: int, tens_form: int) -> str:
    """The day of a month as an adjective of order, masculine, with the article."""
    ones = {int(value): names[0] for value, names in forms("ordinals", "first").items()}
    if number < 10:
        return THE + ones[number]
    if number == 10:
        return THE + forms("ordinals", "tenth")["10"][0]
    ones[1] = forms("ordinals", "eleventh")["1"][0]
    if number < 20:
        return f"{THE}{ones[number - 10]} {forms('numbers', 'ten')['10'][0]}"
    tens = THE + forms("numbers", "tens")[str(number // 10 * 10)][tens_form]
    return f"{THE}{ones[number % 10]} {GRAMMAR['conjunctions'][0]}{tens}" if number % 10 else tens


def weekday(day: date) -> str:
    """The name of the day of the week."""
    return forms("dates", "weekday")[str(day.isoweekday())][0]


def scripts() -> Iterator[dict[int, str]]:
    """The digits of every script that the pack knows."""
    sources: dict[str, list[str]] = {digit: [digit] for digit in "0123456789"}
    for source, digit in PACK.toml("folding")["groups"]["digits"]["map"].items():
        sources[digit].append(source)
    for ten in zip(*sources.values(), strict=True):
        yield str.maketrans(dict(zip(sources, ten, strict=True)))


def in_words(template: str, which: int) -> Style:
    """A style of a template with one of the names of each month, and the next of its names beside it."""

    def written(day: date) -> str:
        return template.format(
            day=day.day, year=day.year, weekday=weekday(day), words=ordinal(day.day, which % 2), month=month(day.month, which, *MONTH),
            other=month(day.month, which + 1, *MONTH), of=word("of"), day_noun=word("day_noun"), month_noun=word("month_noun"),
            year_noun=word("year_noun"), agree=word("agree"), ce=word("ce"), number=day.month,
        )  # fmt: skip

    return written


def in_figures(order: str, separator: str, script: dict[int, str]) -> Style:
    """A style such as ``{d}/{m}/{y}``."""
    return lambda day: order.replace("/", separator).format(d=day.day, m=day.month, y=day.year).translate(script)


def in_hijri(template: str, which: int) -> Style:
    """A style of the Hijri calendar."""

    def written(day: date) -> str:
        hijri = Gregorian.fromdate(day).to_hijri()
        return template.format(
            day=hijri.day, year=hijri.year, weekday=weekday(day), words=ordinal(hijri.day, which % 2), number=hijri.month,
            month=month(hijri.month, which, *HIJRI_MONTH), of=word("of"), ah=word("ah"), agree=word("agree"), ce=word("ce"),
            same=f"{day.day} {month(day.month, which, *MONTH)} {day.year}",
        )  # fmt: skip

    return written


WORDS = [
    "{day} {month} {year}", "{day} {month} {year}{ce}", "{day} {of} {month} {year_noun} {year}", "{day} {of} {month_noun} {month} {year}",
    "{day_noun} {weekday} {day} {month} {year}", "{weekday}، {day} {month}، {year} {ce}", "{weekday} {agree} {day} {month} {year}{ce}",
    "{words} {of} {month} {year}", "{day_noun} {weekday} {words} {of} {month} {year_noun} {year}", "{day} {month}/{other} {year}",
    "{day} {month} ({other}) {year}", "{month} {day}، {year}", "{weekday} {agree} {day}/{number}/{year}{ce}",
]  # fmt: skip
FIGURES = ["{d}/{m}/{y}", "{d:02}/{m:02}/{y}", "{y}/{m}/{d}", "{y}/{m:02}/{d:02}"]
HIJRI = [
    "{day} {month} {year}{ah}", "{day} {month} {year} {ah}", "{weekday} {day} {of} {month} {year} {ah}", "{words} {of} {month} {year}{ah}",
    "{day}/{number}/{year}{ah}", "{day} {month} {year}{ah} {agree} {same}{ce}", "{same}{ce} {agree} {day} {month} {year}{ah}",
]  # fmt: skip
STYLES: list[Style] = [
    *(in_words(template, which) for which, template in product(range(NAMES), WORDS)),
    *(in_figures(*parts) for parts in product(FIGURES, "/-.", scripts())),
]
HIJRI_STYLES = [in_hijri(template, which) for which, template in product(range(HIJRI_NAMES), HIJRI)]

ENGLISH = [
    "{d} {month} {y}", "{month} {d}, {y}", "{weekday}, {d} {month} {y}", "the {nth} of {month} {y}", "{month} {nth}, {y}",
    "{y}-{m:02}-{d:02}", "{d:02}/{m:02}/{y}",
]  # fmt: skip


def in_english(style: str, day: date) -> str:
    """A style of English; names come from the calendar of Python, which is English here, not from the pack."""
    end = "th" if day.day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    names = {"month": month_name[day.month], "weekday": day_name[day.weekday()], "nth": f"{day.day}{end}"}
    return style.format(d=day.day, m=day.month, y=day.year, **names)


def days(first: date, last: date, step: int = 1) -> Iterator[date]:
    """The days from one to another."""
    return (first + timedelta(days=n) for n in range(0, (last - first).days + 1, step))


def misread(written: Iterable[tuple[date, str]], language: str = "ar") -> list[tuple[str, list[object]]]:
    """Those of some dates that are not read as their day, with what is read. Many are read at once, one a line."""
    wrong: list[tuple[str, list[object]]] = []
    written = iter(written)
    while some := list(islice(written, 200)):
        found = find_dates("\n".join(text for _, text in some), language)
        if [(f.value and (f.value.start, f.value.end), f.text) for f in found] != [((d.isoformat(),) * 2, text) for d, text in some]:
            for day, text in some:
                alone = [f.value and (f.value.start, f.value.end) for f in find_dates(text, language)]
                if alone != [(day.isoformat(),) * 2]:
                    wrong.append((text, list(alone)))
    return wrong


@pytest.mark.parametrize(("styles", "first", "last"), [(STYLES, FIRST, LAST), (HIJRI_STYLES, FIRST_HIJRI, LAST_HIJRI)])
def test_all_the_years_are_read(styles, first, last):
    """One day in five, each style in its turn."""
    assert not misread((day, styles[n % len(styles)](day)) for n, day in enumerate(days(first, last, 5)))


@pytest.mark.parametrize(("styles", "first"), [(STYLES, date(2024, 1, 1)), (HIJRI_STYLES, date(2023, 7, 19))])
def test_every_month_is_read_in_every_style(styles, first):
    """Days of a year, one in 13, in all styles."""
    assert not misread((day, style(day)) for style in styles for day in days(first, first + timedelta(days=365), 13))


@pytest.mark.parametrize("style", ENGLISH)
def test_english_is_read(style):
    """Every day of two years, and one day in 29 of all years."""
    some = [*days(date(2023, 1, 1), date(2024, 12, 31)), *days(FIRST, LAST, 29)]
    assert not misread(((day, in_english(style, day)) for day in some), "en")


@pytest.mark.exhaustive
@pytest.mark.parametrize(("styles", "first", "last"), [(STYLES, FIRST, LAST), (HIJRI_STYLES, FIRST_HIJRI, LAST_HIJRI)])
def test_every_day_is_read_in_every_style(styles, first, last):
    """Takes minutes: ``pytest -m exhaustive tests/properties/test_dates.py``."""
    for style in styles:
        assert not misread((day, style(day)) for day in days(first, last))


@given(st.dates(FIRST, LAST), st.sampled_from(STYLES))
@settings(max_examples=100, deadline=None)
def test_what_is_written_in_a_sentence_is_read(day, style):
    found = find_dates(f"اجتمع الجانبان في {style(day)} بالعاصمة")
    assert [f.value.start for f in found] == [day.isoformat()]


@given(st.dates(FIRST_HIJRI, LAST_HIJRI), st.sampled_from(HIJRI_STYLES[:5]))
@settings(max_examples=100, deadline=None)
def test_the_calendar_is_told(day, style):
    found = find_dates(f"اجتمع الجانبان في {style(day)} بالعاصمة")
    assert [(f.value.start, f.value.calendar) for f in found] == [(day.isoformat(), "hijri")]


@given(st.text(alphabet="اليوم الأحد 12/ـ٣ً-مايو\u200f2024هـ (من)،و", max_size=60))
@settings(max_examples=300, deadline=None)
def test_offsets_are_those_of_the_source(text):
    for found in find_dates(text, reference="2024-06-13"):
        assert text[found.start : found.end] == found.text
        assert found.text.strip() == found.text

"""What a text says of a date, before it is resolved, and the day that relative dates count from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from dateutil.relativedelta import relativedelta

#: On which side of the reference a date without its year (or a bare weekday) lies; ``nearest``: whichever is closer (weekdays: past).
Prefer = Literal["past", "future", "nearest"]
Unit = Literal["day", "week", "month", "quarter", "half", "year"]


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a date as the text gives it; None for what it does not say. Steps count from the reference (-1 last, 0 this, 1 next).

    `swing`: a shift that is so many days back or ahead, as the tense tells (Hindi कल, yesterday or tomorrow); `week`: which of a month or
    a year (-1 the last); `stretch`: so many (`count`) of a unit before or after the reference (`step`); `decade`: its tens (70, the
    seventies).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hijri_year: int | None = None
    hijri_month: int | None = None
    hijri_day: int | None = None
    weekday: int | None = None
    step: int | None = None
    year_step: int | None = None
    month_step: int | None = None
    week_step: int | None = None
    shift: int | None = None
    swing: bool = False
    quarter: int | None = None
    quarter_step: int | None = None
    half: int | None = None
    unit: Unit | None = None
    count: int | None = None
    also_unit: Unit | None = None
    also_count: int | None = None
    nth: int | None = None
    nth_weekday: int | None = None
    part: int | None = None
    week: int | None = None
    stretch: Unit | None = None
    decade: int | None = None
    decade_step: int | None = None
    century: int | None = None
    century_step: int | None = None
    vague: bool = False


class DateParts(NamedTuple):
    """The pieces of a date or, with `end`, of a range."""

    start: Point
    end: Point | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """The day that relative dates count from; a span where it is known to the month or the year only."""

    first: date
    last: date

    @classmethod
    @lru_cache(maxsize=1024)
    def parse(cls, text: str | None) -> Reference | None:
        """From an ISO 8601 date of any precision (a time after it is ignored); None where it is none."""
        if not text:
            return None
        try:
            numbers = [int(p) for p in text.strip().split("T")[0].split(" ")[0].split("-")]
            first = date(*[*numbers, 1, 1][:3])
            after = {1: relativedelta(years=1), 2: relativedelta(months=1)}.get(len(numbers), relativedelta(days=1))
            last = first + after - timedelta(days=1)
        except (ValueError, TypeError):
            return None
        return cls(first, last)

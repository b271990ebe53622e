"""Days of the calendar for the points of a date that say their year."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta
from hijridate import Gregorian, Hijri

from jwgie.ner.dates_parts import Point, Unit

DAY = timedelta(days=1)
Days = tuple[date, date, Unit, bool]  #: first and last day, grain, whether the reference was used


def gregorian(p: Point, year: int | None = None) -> Days:
    """A point whose year is known: its own, or the one given."""
    year = year or p.year or 0
    if not p.month:
        first, last_day = date(year, 1, 1), date(year, 12, 31)
        return _week_of(first, last_day, p.week) if p.week else (first, last_day, "year", False)
    if p.nth and p.nth_weekday:
        day = _nth_weekday(year, p.month, p.nth, p.nth_weekday)
        return day, day, "day", False
    if p.day or p.nth:
        day = date(year, p.month, p.day or calendar.monthrange(year, p.month)[1])
        return day, day, "day", False
    if p.week:
        return _week_of(date(year, p.month, 1), date(year, p.month, calendar.monthrange(year, p.month)[1]), p.week)
    if p.part:
        last = calendar.monthrange(year, p.month)[1]
        return date(year, p.month, 10 * p.part - 9), date(year, p.month, last if p.part == 3 else 10 * p.part), "month", False
    return date(year, p.month, 1), date(year, p.month, calendar.monthrange(year, p.month)[1]), "month", False


def _week_of(first: date, last: date, number: int) -> Days:
    """An ISO week of a month or a year: those whose Thursday is in it."""
    if number > 0:
        thursday = first + timedelta(days=(4 - first.isoweekday()) % 7) + 7 * (number - 1) * DAY
    else:
        thursday = last - timedelta(days=(last.isoweekday() - 4) % 7)
    if not first <= thursday <= last:
        raise ValueError("no such week")
    return thursday - 3 * DAY, thursday + 3 * DAY, "week", False


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    if nth < 0:
        last = date(year, month, calendar.monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    if day.month != month:
        raise ValueError("no such weekday in the month")
    return day


def part_of_year(p: Point, year: int, relative: bool) -> Days:
    number, months, grain = (p.quarter, 3, "quarter") if p.quarter else (p.half or 0, 6, "half")
    number = 12 // months if number == -1 else number or 0
    if not 1 <= number <= 12 // months:
        raise ValueError("no such part of a year")
    first = date(year, months * (number - 1) + 1, 1)
    return first, first + relativedelta(months=months) - DAY, grain, relative  # type: ignore[return-value]


def hijri(p: Point) -> Days:
    """Umm al-Qura, as the Gulf writes its dates."""
    return _hijri_days(p.hijri_year or 0, p.hijri_month, p.hijri_day, p.nth)


@lru_cache(maxsize=256)
def _hijri_days(year: int, month: int | None, day: int | None, nth: int | None = None) -> Days:
    if day and month:
        found = Hijri(year, month, day).to_gregorian()
        return _plain(found), _plain(found), "day", False
    if nth == -1 and month:
        day = Hijri(year, month, 1).month_length()
        return _hijri_days(year, month, day)
    first = _plain(Hijri(year, month or 1, 1).to_gregorian())
    last_month = month or 12
    last = _plain(Hijri(year, last_month, Hijri(year, last_month, 1).month_length()).to_gregorian())
    return first, last, "month" if month else "year", False


def hijri_in(month: int, year: int) -> Days:
    """A Hijri month by the Gregorian year that it begins in: Ramadan 2019."""
    first = Gregorian(year, 1, 1).to_hijri().year
    found = [_hijri_days(hijri, month, None) for hijri in (first, first + 1)]
    return next(f for f in found if f[0].year == year)


def _plain(day: Gregorian) -> date:
    return date(day.year, day.month, day.day)


def relative(found: Days) -> Days:
    return found[0], found[1], found[2], True

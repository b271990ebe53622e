"""From the pieces of a date that a text gives to calendar days, with the help of a reference day where pieces are missing."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta
from hijridate import Gregorian, Hijri

from jwgie.ner.dates_parts import DateParts, Point, Prefer, Reference, Unit
from jwgie.ner.values import DateValue

_DAY = timedelta(days=1)
_Range = tuple[date, date, Unit, bool]  # first and last day, grain, whether the reference was used


def coarse(value: DateValue) -> tuple[str, str]:
    """First and last day at the precision of the words: "early in March" is March."""
    if value.parts and value.parts.start.part and not value.parts.end:
        return value.start[:7], value.end[:7]
    return value.start, value.end


def resolve(parts: DateParts, reference: Reference | None, prefer: Prefer = "past") -> DateValue | None:
    """The value of a date; None where it needs a reference that there is not, or names no day of the calendar."""
    try:
        start, end = _resolve(parts, reference, prefer)
    except (ValueError, OverflowError, TypeError):
        return None
    if start is None or end is None or start[0] > end[1]:
        return None
    points = [p for p in (parts.start, parts.end) if p]
    hijri = all(p.hijri_month or p.hijri_year for p in points) and not any(p.month for p in points)
    grain = end[2] if parts.end is None or start[2] == end[2] else "day"
    return DateValue(
        _iso(start[0], start[0], start[1], start[2]), _iso(end[1], end[0], end[1], end[2]), grain, "hijri" if hijri else "gregorian",
        start[3] or end[3], any(p.year or p.hijri_year for p in points), parts.start.weekday, parts,
    )  # fmt: skip


def _iso(day: date, first: date, last: date, grain: Unit) -> str:
    """ISO 8601, cut to the month or the year where the span is just that."""
    if grain == "year" and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{day.year:04d}"
    if grain in ("month", "quarter", "half") and first.day == 1 and (last + _DAY).day == 1:
        return f"{day.year:04d}-{day.month:02d}"
    return day.isoformat()


def _resolve(parts: DateParts, reference: Reference | None, prefer: Prefer) -> tuple[_Range | None, _Range | None]:
    start, end = parts.start, parts.end
    if end is None:
        found = _point(start, reference, prefer)
        return found, found
    if start.shift is None and start.week_step is None and not (start.weekday and not (start.day or end.day)):
        start, end = _share(start, end), _share(end, start)
    last = _point(end, reference, prefer)
    if last is None:
        return None, None
    given = start.year or start.hijri_year or start.step is not None or start.year_step is not None or start.shift is not None
    if given or not (start.month or start.hijri_month):
        first = _point(start, reference, prefer)
        if first and first[0] > last[1] and start.weekday and not start.day:
            first = (first[0] - 7 * _DAY, first[1] - 7 * _DAY, first[2], first[3])
        return first, last
    # A start without its year lies before the end, within a year of it.
    if start.hijri_month:
        first = _hijri(replace(start, hijri_year=Gregorian.fromdate(last[1]).to_hijri().year))
        return (first[0], first[1], first[2], last[3]), last
    first = _gregorian(replace(start, year=last[1].year))
    if first[0] > last[1]:
        first = _gregorian(replace(start, year=last[1].year - 1))
    return (first[0], first[1], first[2], last[3]), last


def _share(one: Point, other: Point) -> Point:
    """What one end leaves to the other: the month (with its steps), then the year."""
    if one.day and not one.month and one.month_step is None:
        one = replace(one, month=other.month, month_step=other.month_step)
    if one.hijri_day and not one.hijri_month:
        one = replace(one, hijri_month=other.hijri_month)
    if one.month and not (one.year or one.year_step is not None or one.step is not None):
        later = other.year if other.month is None or one.month <= other.month else None
        one = replace(one, year=later, year_step=other.year_step, step=other.step)
    return one


def _point(p: Point, reference: Reference | None, prefer: Prefer) -> _Range | None:
    """The days of one point."""
    if p.vague:
        return None
    if p.step is not None and not (p.year or p.hijri_year):
        prefer = {-1: "past", 0: "nearest", 1: "future"}[max(-1, min(1, p.step))]  # type: ignore[assignment]
    if p.hijri_month and p.year and not p.month:
        return _hijri_in(p.hijri_month, p.year)
    if p.year and not p.quarter and not p.half:
        return _gregorian(p)
    if p.quarter or p.half:
        year = _year(p, reference)
        return _part_of_year(p, year[0], year[1]) if year else None
    if p.hijri_year:
        found = _hijri(p)
        return _yearless(p, Reference(found[0], found[1]), "nearest") or found if p.month else found
    if p.hijri_month and not p.month:
        return _yearless_hijri(p, reference, prefer)
    if reference is None:
        return None
    if p.month:
        if p.year_step is not None:
            return _relative(_gregorian(replace(p, year=reference.last.year + p.year_step)))
        return _yearless(p, reference, prefer)
    if p.day or p.nth:
        return _day_of_month(p, reference, prefer)
    return _counted(p, reference, prefer)


def _relative(found: _Range) -> _Range:
    return found[0], found[1], found[2], True


def _year(p: Point, reference: Reference | None) -> tuple[int, bool] | None:
    if p.year:
        return p.year, False
    return (reference.last.year + (p.year_step or 0), True) if reference else None


def _part_of_year(p: Point, year: int, relative: bool) -> _Range:
    number, months, grain = (p.quarter, 3, "quarter") if p.quarter else (p.half or 0, 6, "half")
    if not 1 <= (number or 0) <= 12 // months:
        raise ValueError("no such part of a year")
    first = date(year, months * ((number or 1) - 1) + 1, 1)
    return first, first + relativedelta(months=months) - _DAY, grain, relative  # type: ignore[return-value]


def _gregorian(p: Point) -> _Range:
    """A point whose year is known."""
    year = p.year or 0
    if not p.month:
        return date(year, 1, 1), date(year, 12, 31), "year", False
    if p.nth and p.nth_weekday:
        day = _nth_weekday(year, p.month, p.nth, p.nth_weekday)
        return day, day, "day", False
    if p.day or p.nth:
        day = date(year, p.month, p.day or calendar.monthrange(year, p.month)[1])
        return day, day, "day", False
    if p.part:
        last = calendar.monthrange(year, p.month)[1]
        return date(year, p.month, 10 * p.part - 9), date(year, p.month, last if p.part == 3 else 10 * p.part), "month", False
    return date(year, p.month, 1), date(year, p.month, calendar.monthrange(year, p.month)[1]), "month", False


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    if nth < 0:
        last = date(year, month, calendar.monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    if day.month != month:
        raise ValueError("no such weekday in the month")
    return day


def _yearless(p: Point, reference: Reference, prefer: Prefer) -> _Range | None:
    """A month, or a day of a month, in the fitting year. A weekday beside it decides where only one year has it so."""
    years = range(reference.first.year - 4, reference.last.year + 5) if p.day == 29 and p.month == 2 else (
        range(reference.first.year - 1, reference.last.year + 2))  # fmt: skip
    found = []
    for year in years:
        try:
            found.append(_gregorian(replace(p, year=year)))
        except ValueError:
            continue
    if p.weekday and p.day:
        agreeing = [f for f in found if f[0].isoweekday() == p.weekday]
        if len(agreeing) == 1:
            return _relative(agreeing[0])
    strict = p.step is not None
    best = _choose(found, reference, prefer, strict)
    if best and strict and p.step and abs(p.step) == 2:
        best = _gregorian(replace(p, year=best[0].year + p.step // 2))
    return _relative(best) if best else None


def _choose(found: list[_Range], reference: Reference, prefer: Prefer, strict: bool) -> _Range | None:
    """Past: the last that has begun by the reference (with `strict`, that is over); future: the first that is not over (has not begun)."""
    if prefer == "past":
        past = [f for f in found if (f[1] < reference.first if strict else f[0] <= reference.last)]
        return past[-1] if past else None
    if prefer == "future":
        future = [f for f in found if (f[0] > reference.last if strict else f[1] >= reference.first)]
        return future[0] if future else None
    return min(found, key=lambda f: max((f[0] - reference.last).days, (reference.first - f[1]).days, 0), default=None)


def _hijri(p: Point) -> _Range:
    """Umm al-Qura, as the Gulf writes its dates."""
    return _hijri_days(p.hijri_year or 0, p.hijri_month, p.hijri_day)


@lru_cache(maxsize=256)
def _hijri_days(year: int, month: int | None, day: int | None) -> _Range:
    if day and month:
        found = Hijri(year, month, day).to_gregorian()
        return _plain(found), _plain(found), "day", False
    first = _plain(Hijri(year, month or 1, 1).to_gregorian())
    last_month = month or 12
    last = _plain(Hijri(year, last_month, Hijri(year, last_month, 1).month_length()).to_gregorian())
    return first, last, "month" if month else "year", False


def _hijri_in(month: int, year: int) -> _Range:
    """A Hijri month by the Gregorian year that it begins in: Ramadan 2019."""
    first = Gregorian(year, 1, 1).to_hijri().year
    found = [_hijri_days(hijri, month, None) for hijri in (first, first + 1)]
    return next(f for f in found if f[0].year == year)


def _plain(day: Gregorian) -> date:
    return date(day.year, day.month, day.day)


def _yearless_hijri(p: Point, reference: Reference | None, prefer: Prefer) -> _Range | None:
    if reference is None:
        return None
    now = Gregorian.fromdate(reference.last).to_hijri().year
    found = [_hijri(replace(p, hijri_year=year)) for year in (now - 1, now, now + 1)]
    best = _choose(found, reference, prefer, p.step is not None)
    return _relative(best) if best else None


def _month_of(day: date, step: int) -> date:
    return day.replace(day=1) + relativedelta(months=step)


def _day_of_month(p: Point, reference: Reference, prefer: Prefer) -> _Range | None:
    """A day without its month: of this month, the last or the next."""
    if p.month_step is not None:
        month = _month_of(reference.last if p.month_step <= 0 else reference.first, p.month_step)
        return _relative(_gregorian(replace(p, year=month.year, month=month.month)))
    found = []
    for step in (-1, 0, 1):
        month = _month_of(reference.first, step)
        if (p.day or 0) <= calendar.monthrange(month.year, month.month)[1]:
            found.append(_gregorian(Point(month.year, month.month, p.day)))
    best = _choose(found, reference, prefer, False)
    return _relative(best) if best else None


def _counted(p: Point, reference: Reference, prefer: Prefer) -> _Range | None:
    """What is counted from the reference: weekdays, yesterday, last month, two years ago."""
    exact = reference.first == reference.last
    today = reference.last
    if p.year_step is not None:
        return _relative(_gregorian(Point(today.year + p.year_step)))
    if p.unit == "year":
        return _relative(_gregorian(Point(today.year + (p.count or 0))))
    if p.month_step is not None or p.unit == "month":
        if reference.last - reference.first > timedelta(days=31):
            return None
        month = _month_of(today, p.month_step if p.month_step is not None else p.count or 0)
        return _relative(_gregorian(Point(month.year, month.month)))
    if not exact:
        return None
    if p.week_step is not None:
        monday = today - timedelta(days=today.isoweekday() - 1) + 7 * p.week_step * _DAY
        if p.weekday:
            monday += timedelta(days=p.weekday - 1)
            return monday, monday, "day", True
        return monday, monday + 6 * _DAY, "week", True
    if p.unit in ("day", "week"):
        day = today + (p.count or 0) * (7 if p.unit == "week" else 1) * _DAY
        return day, day, "day", True
    if p.shift is not None:
        day = today + p.shift * _DAY
        return day, day, "day", True
    return _weekday(p, today, prefer) if p.weekday else None


def _weekday(p: Point, today: date, prefer: Prefer) -> _Range:
    """A weekday: on or before the reference, or on or after it; strictly so where the words say last or next."""
    back = (today.isoweekday() - (p.weekday or 1)) % 7
    ahead = -back % 7
    strict = p.step is not None and p.step != 0
    more = 7 * (abs(p.step or 0) // 2)
    back, ahead = (back or 7 * strict) + more, (ahead or 7 * strict) + more
    day = today + ahead * _DAY if prefer == "future" else today - back * _DAY
    return day, day, "day", True

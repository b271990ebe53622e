"""From the pieces of a date that a text gives to calendar days, with the help of a reference day where pieces are missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hijridate import Gregorian

from jwgie.ner.dates_absolute import DAY, Days, gregorian, hijri, hijri_in, part_of_year, relative
from jwgie.ner.dates_parts import DateParts, Point, Prefer, Reference, Unit
from jwgie.ner.dates_relative import counted, day_of_month, decade, quarter_from, stretch, yearless, yearless_hijri
from jwgie.ner.values import DateValue

#: How far a Hijri date and its Gregorian equal may be apart: a month begins when its moon is sighted, which differs between countries.
TOLERANCE = DAY


def coarse(value: DateValue) -> tuple[str, str]:
    """First and last day at the precision of the words: "early in March" is March."""
    if value.parts and not value.parts.end:
        if value.parts.start.part:
            return value.start[:7], value.end[:7]
        if value.grain == "week" and value.parts.start.week:
            # A week is of the month that its Thursday is in.
            month = (date.fromisoformat(value.start) + 3 * DAY).isoformat()[:7]
            return month, month
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
    lunar = all(p.hijri_month or p.hijri_year for p in points) and not any(p.month for p in points)
    grain = end[2] if parts.end is None or start[2] == end[2] else "day"
    return DateValue(
        _iso(start[0], start[0], start[1], start[2]), _iso(end[1], end[0], end[1], end[2]), grain, "hijri" if lunar else "gregorian",
        start[3] or end[3], any(p.year or p.hijri_year for p in points), parts.start.weekday,
        _conflict(parts.start, start[0]) or _conflict(parts.end, end[1]), parts,
    )  # fmt: skip


def _conflict(p: Point | None, day: date) -> str | None:
    """The day that the Hijri date of a point is, where its Gregorian one is another."""
    if p is None or not (p.day and p.month and p.hijri_day and p.hijri_month and p.hijri_year):
        return None
    other = hijri(p)[0]
    return None if abs(other - day) <= TOLERANCE else other.isoformat()


def _iso(day: date, first: date, last: date, grain: Unit) -> str:
    """ISO 8601, cut to the month or the year where the span is just that."""
    if grain == "year" and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{day.year:04d}"
    if grain in ("month", "quarter", "half") and first.day == 1 and (last + DAY).day == 1:
        return f"{day.year:04d}-{day.month:02d}"
    return day.isoformat()


def _resolve(parts: DateParts, reference: Reference | None, prefer: Prefer) -> tuple[Days | None, Days | None]:
    start, end = parts.start, parts.end
    if end is None:
        found = _point(start, reference, prefer)
        return found, found
    if start.shift is None and start.week_step is None and not (start.weekday and not (start.day or end.day)):
        start, end = _share(start, end), _share(end, start)
    if start.week_step is not None and end.weekday and end.step is None:
        end = replace(end, week_step=start.week_step)
    if start.step is not None and start.weekday and end.weekday and end.step is None and not (start.day or end.day):
        return _weekdays(_point(start, reference, prefer), end.weekday)
    last = _point(end, reference, prefer)
    if last is None:
        return None, None
    given = start.year or start.hijri_year or start.step is not None or start.year_step is not None or start.shift is not None
    if given or not (start.month or start.hijri_month):
        first = _point(start, reference, prefer)
        if first and first[0] > last[1] and start.weekday and not start.day:
            first = (first[0] - 7 * DAY, first[1] - 7 * DAY, first[2], first[3])
        return first, last
    # A start without its year lies before the end, within a year of it.
    if start.hijri_month:
        first = hijri(replace(start, hijri_year=Gregorian.fromdate(last[1]).to_hijri().year))
        return (first[0], first[1], first[2], last[3]), last
    first = gregorian(start, last[1].year)
    if first[0] > last[1]:
        first = gregorian(start, last[1].year - 1)
    return (first[0], first[1], first[2], last[3]), last


def _weekdays(first: Days | None, weekday: int) -> tuple[Days | None, Days | None]:
    """From a weekday whose day is known to the next other one."""
    if first is None:
        return None, None
    day = first[0] + timedelta(days=(weekday - first[0].isoweekday()) % 7)
    return first, (day, day, "day", True)


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


def _point(p: Point, reference: Reference | None, prefer: Prefer) -> Days | None:
    """The days of one point."""
    if p.vague:
        return None
    if p.step is not None and not (p.year or p.hijri_year):
        prefer = {-1: "past", 0: "nearest", 1: "future"}[max(-1, min(1, p.step))]  # type: ignore[assignment]
    if p.hijri_month and p.year and not p.month:
        return hijri_in(p.hijri_month, p.year)
    if p.year and not p.quarter and not p.half:
        return gregorian(p)
    if p.quarter or p.half:
        year = _year(p, reference)
        return part_of_year(p, year[0], year[1]) if year else None
    if p.quarter_step is not None:
        return quarter_from(reference, p.quarter_step) if reference else None
    if p.hijri_year:
        found = hijri(p)
        return yearless(p, Reference(found[0], found[1]), "nearest") or found if p.month else found
    if p.hijri_month and not p.month:
        return yearless_hijri(p, reference, prefer)
    if reference is None:
        return None
    if p.month:
        if p.year_step is not None:
            return relative(gregorian(p, reference.last.year + p.year_step))
        return yearless(p, reference, prefer)
    if p.day or p.nth or (p.week and p.month_step is not None):
        return day_of_month(p, reference, prefer)
    if p.stretch:
        return stretch(p, reference)
    if p.decade is not None or p.decade_step is not None:
        return decade(p, reference)
    return counted(p, reference, prefer)


def _year(p: Point, reference: Reference | None) -> tuple[int, bool] | None:
    if p.year:
        return p.year, False
    return (reference.last.year + (p.year_step or 0), True) if reference else None

"""Days of the calendar for the points of a date that count from a reference, or leave out their year."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from hijridate import Gregorian

from jwgie.ner.dates_absolute import DAY, Days, gregorian, hijri, relative
from jwgie.ner.dates_parts import Point, Prefer, Reference


def yearless(p: Point, reference: Reference, prefer: Prefer) -> Days | None:
    """A month, or a day of a month, in the fitting year. A weekday beside it decides where only one year has it so."""
    years = range(reference.first.year - 4, reference.last.year + 5) if p.day == 29 and p.month == 2 else (
        range(reference.first.year - 1, reference.last.year + 2))  # fmt: skip
    found = []
    for year in years:
        try:
            found.append(gregorian(p, year))
        except ValueError:
            continue
    if p.weekday and p.day:
        agreeing = [f for f in found if f[0].isoweekday() == p.weekday]
        if len(agreeing) == 1:
            return relative(agreeing[0])
    strict = p.step is not None
    best = _choose(found, reference, prefer, strict)
    if best and strict and p.step and abs(p.step) == 2:
        best = gregorian(p, best[0].year + p.step // 2)
    return relative(best) if best else None


def _choose(found: list[Days], reference: Reference, prefer: Prefer, strict: bool) -> Days | None:
    """Past: the last that has begun by the reference (with `strict`, that is over); future: the first that is not over (has not begun)."""
    if prefer == "past":
        past = [f for f in found if (f[1] < reference.first if strict else f[0] <= reference.last)]
        return past[-1] if past else None
    if prefer == "future":
        future = [f for f in found if (f[0] > reference.last if strict else f[1] >= reference.first)]
        return future[0] if future else None
    return min(found, key=lambda f: max((f[0] - reference.last).days, (reference.first - f[1]).days, 0), default=None)


def yearless_hijri(p: Point, reference: Reference | None, prefer: Prefer) -> Days | None:
    if reference is None:
        return None
    now = Gregorian.fromdate(reference.last).to_hijri().year
    found = [hijri(replace(p, hijri_year=year)) for year in (now - 1, now, now + 1)]
    best = _choose(found, reference, prefer, p.step is not None)
    return relative(best) if best else None


def _month_of(day: date, step: int) -> date:
    return day.replace(day=1) + relativedelta(months=step)


def day_of_month(p: Point, reference: Reference, prefer: Prefer) -> Days | None:
    """A day without its month: of this month, the last or the next."""
    if p.month_step is not None:
        month = _month_of(reference.last if p.month_step <= 0 else reference.first, p.month_step)
        return relative(gregorian(replace(p, year=month.year, month=month.month)))
    found = []
    for step in (-1, 0, 1):
        month = _month_of(reference.first, step)
        if (p.day or 0) <= calendar.monthrange(month.year, month.month)[1]:
            found.append(gregorian(Point(month.year, month.month, p.day)))
    if p.weekday and any(f[0].isoweekday() == p.weekday for f in found):
        found = [f for f in found if f[0].isoweekday() == p.weekday]
    best = _choose(found, reference, prefer, False)
    return relative(best) if best else None


def stretch(p: Point, reference: Reference) -> Days | None:
    """So many whole days, weeks, months or years, up to the current one or from the next on."""
    count, step = p.count or 1, p.step or 0
    if not step or (p.stretch in ("day", "week") and reference.first != reference.last):
        return None
    ends = (1, count) if step > 0 else (-count, -1)
    match p.stretch:
        case "day":
            first, last = (reference.last + n * DAY for n in ends)
        case "week":
            monday = reference.last - timedelta(days=reference.last.isoweekday() - 1)
            first, last = monday + 7 * ends[0] * DAY, monday + (7 * ends[1] + 6) * DAY
        case "month":
            first, last = _month_of(reference.last, ends[0]), _month_of(reference.last, ends[1] + 1) - DAY
        case _:
            first, last = date(reference.last.year + ends[0], 1, 1), date(reference.last.year + ends[1], 12, 31)
    return first, last, p.stretch or "day", True


def quarter_from(reference: Reference, step: int) -> Days:
    """The quarter of the reference, or so many further on."""
    month = (reference.last.month - 1) // 3 * 3 + 3 * step
    first = date(reference.last.year, 1, 1) + relativedelta(months=month)
    return first, first + relativedelta(months=3) - DAY, "quarter", True


def decade(p: Point, reference: Reference) -> Days:
    """The seventies: of the century that the text names, else the last that has begun."""
    year = reference.last.year
    if p.decade is None:
        first = year - year % 10 + 10 * (p.decade_step or 0)
    elif p.century:
        first = 100 * (p.century - 1) + p.decade
    else:
        first = year - year % 100 + p.decade + 100 * (p.century_step or 0)
        first -= 100 * (p.century_step is None and first > year)
    return date(first, 1, 1), date(first + 9, 12, 31), "year", p.century is None


def counted(p: Point, reference: Reference, prefer: Prefer) -> Days | None:
    """What is counted from the reference: weekdays, yesterday, last month, two years ago."""
    exact = reference.first == reference.last
    today = reference.last
    if p.year_step is not None:
        return relative(gregorian(Point(today.year + p.year_step, week=p.week)))
    if p.also_unit and p.unit and exact:
        return _away(p, today)
    if p.unit == "year":
        return relative(gregorian(Point(today.year + (p.count or 0))))
    if p.month_step is not None or p.unit == "month":
        if reference.last - reference.first > timedelta(days=31):
            return None
        month = _month_of(today, p.month_step if p.month_step is not None else p.count or 0)
        return relative(gregorian(Point(month.year, month.month)))
    if not exact:
        return None
    if p.unit == "week" and p.weekday:
        p = replace(p, week_step=p.count)
    if p.week_step is not None:
        monday = today - timedelta(days=today.isoweekday() - 1) + 7 * p.week_step * DAY
        if p.weekday:
            monday += timedelta(days=p.weekday - 1)
            return monday, monday, "day", True
        return monday, monday + 6 * DAY, "week", True
    if p.unit in ("day", "week"):
        day = today + (p.count or 0) * (7 if p.unit == "week" else 1) * DAY
        return day, day, "day", True
    if p.shift is not None:
        day = today + (-p.shift if p.swing and prefer == "future" else p.shift) * DAY
        return day, day, "day", True
    return _weekday(p, today, prefer) if p.weekday else None


def _away(p: Point, today: date) -> Days:
    """A day told by two units: a month and ten days ago."""
    away: dict[str, int] = {}
    for unit, count in ((p.unit, p.count), (p.also_unit, p.also_count)):
        away[f"{unit}s"] = away.get(f"{unit}s", 0) + (count or 0)
    day = today + relativedelta(**away)  # type: ignore[arg-type]
    return day, day, "day", True


def _weekday(p: Point, today: date, prefer: Prefer) -> Days:
    """A weekday: on or before the reference, or on or after it; strictly so where the words say last or next."""
    back = (today.isoweekday() - (p.weekday or 1)) % 7
    ahead = -back % 7
    strict = p.step is not None and p.step != 0
    more = 7 * (abs(p.step or 0) // 2)
    back, ahead = (back or 7 * strict) + more, (ahead or 7 * strict) + more
    day = today + ahead * DAY if prefer == "future" else today - back * DAY
    return day, day, "day", True

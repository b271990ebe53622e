"""The rules of a pack's ``dates.toml`` over lines of classes: which runs of words are dates, and the pieces that each gives.

Roles of the rules, each with 1 (or 2 for the end of a range): year, month, day, part (a third of a month), week (of a month or a year),
hijri_year, hijri_month, hijri_day, weekday; step (last, this, next; step_two: taken twice) and year_step, month_step, week_step,
day_step; shift (days from today); quarter (-1 the last), quarter_step, half; sign (back: a word that means -1 here alone), count,
unit, units (two of them), also_count and also_unit (a year and two months); stretch (units before or after now), stretch_two;
decade (decade_of: by its first year), decade_step, century, century_step;
era and era_year (counted from the one before its first); nth, nth_weekday (nth_weekday_counted: as a number,
Sunday is the first); dmy, hijri_dmy, dm, my (figures);
this_year, this_month, this_week; vague (no day to be had).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from jwgie import regexp
from jwgie.languages import Pack
from jwgie.ner.dates_figures import Item
from jwgie.ner.dates_lexer import AGAIN, Classes
from jwgie.ner.dates_parts import DateParts, Point
from jwgie.relations.triggers import Filter

#: Where a date begins and ends, its last number and its rule; its roles, and where in it each is filled.
_Reading = tuple[int, int, str, tuple[tuple[str, int], ...]]

#: Classes that no date begins or ends with.
_BEFORE = ("prep", "and", ",", "-")
_AFTER = ("dot", ",", "-", "(", "prep", "in", "of", "and")
_FIELDS = frozenset(f.name for f in dataclasses.fields(Point))


def anchors(pack: Pack) -> list[str]:
    """The classes of which each date has one."""
    return str(pack.toml("dates")["date"]["anchors"]).split("|")


class Found(NamedTuple):
    """A run of items that is a date."""

    first: int
    last: int
    parts: DateParts
    rule: str


class Grammar:
    """The date rules of a pack."""

    def __init__(self, pack: Pack, classes: Classes) -> None:
        data = pack.toml("dates")
        where = f"{pack.code}/dates.toml"
        #: A stretch of words that may be a date, and the classes of which it has at least one.
        self._stretch = regexp.compile("[^x.|]+")
        self._anchors = frozenset(classes[kind] for kind in anchors(pack))
        self.rules = [(r["id"], classes.expression(r["match"], data["date"], f"{where}: {r['id']}")) for r in data["rule"]]
        self._before, self._after = ("".join(map(classes.__getitem__, kinds)) for kinds in (_BEFORE, _AFTER))
        self._readings = lru_cache(maxsize=4096)(self._read)
        self._possible = Filter.of(expression.source for _, expression in self.rules)

    def __call__(self, items: Sequence[Item], line: str) -> Iterator[Found]:
        """The dates of a line, leftmost and then longest; a rule that stands earlier wins a tie."""
        for stretch in self._stretch.finditer(line):
            if not self._anchors.isdisjoint(stretch[0]):
                # One more at each end for what a rule wants to see there.
                before = max(0, stretch.start() - 1)
                for first, last, rule, roles in self._readings(line[before : stretch.end() + 1], stretch.start() - before):
                    yield Found(before + first, before + last, _parts(roles, items[before + first : before + last]), rule)

    def _read(self, line: str, start: int) -> list[_Reading]:
        """The dates in one stretch of a line from `start`. What the words are decides, not which they are, so that few are ever read."""
        found: list[tuple[int, int, int, regexp.Match]] = []
        for number in self._possible.candidates(line[start:]):
            for match in self.rules[number][1].compiled.finditer(line, start):
                if match.end() > match.start():
                    found.append((match.start(), -match.end(), number, match))
        found.sort(key=lambda f: f[:3])
        readings: list[_Reading] = []
        last = 0
        for first, minus_end, number, match in found:
            roles = [(role.partition(AGAIN)[0], match.start(role)) for role, text in match.groupdict().items() if text is not None]
            if first >= last and roles:
                last = -minus_end
                first, stop = self._trim(line, first, last)
                readings.append((first, stop, self.rules[number][0], tuple([(role, at - first) for role, at in roles])))
        return readings

    def _trim(self, line: str, first: int, last: int) -> tuple[int, int]:
        """The run without joined words before it and without an opened bracket that it does not close."""
        first = last - (len(line[first:last].lstrip(self._before)) or 1)
        last = first + (len(line[first:last].rstrip(self._after)) or 1)
        return first, last - (line[last - 1] == ")" and "(" not in line[first:last])


def _parts(roles: Iterable[tuple[str, int]], items: Sequence[Item]) -> DateParts:
    values: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
    for role, at in roles:
        values[role[-1] == "2"][role[:-1]] = items[at].value
    points = [_point(v) for v in values if v]
    return DateParts(points[0], points[1] if len(points) == 2 else None)


def _point(roles: dict[str, Any]) -> Point:
    if "back" in roles:
        roles["sign"] = -1
    values = {key: value for key, value in roles.items() if key in _FIELDS}
    for key, value in roles.items():
        match key:
            case "hijri_dmy":
                values.update(hijri_year=value[0], hijri_month=value[1], hijri_day=value[2])
            case "dmy":
                values.update(year=value[0], month=value[1], day=value[2])
            case "dm":
                values.update(day=value[0], month=value[1])
            case "my":
                values.update(month=value[0], year=value[1])
            case "swing":
                values.update(shift=-value, swing=True)
            case "day_step":
                values["shift"] = value
            case "day_step_two":
                values["shift"] = 2 * value
            case "step_two":
                values["step"] = 2 * value
            case "era_year":
                values["year"] = roles["era"] + value
            case "decade_of":
                values.update(decade=value % 100, century=value // 100 + 1)
            case "stretch_two":
                values.update(stretch=value, count=2)
            case "nth_weekday_counted":
                values["nth_weekday"] = (value + 5) % 7 + 1
            case "this_year" | "this_month" | "this_week":
                values[key.removeprefix("this_") + "_step"] = 0
            case "year_step_two" | "month_step_two" | "week_step_two":
                values[key.removesuffix("_two")] = 2 * value
            case "units":
                values.update(unit=value, count=2 * roles["sign"])
            case "unit" if "sign" in roles:
                values["count"] = roles.get("count", 1) * roles["sign"]
            case "also_unit":
                values["also_count"] = roles.get("also_count", 1) * roles["sign"]
            case "vague":
                values["vague"] = True
    if values.get("month", 1) > 12:
        values["month"] = None
    if roles.get("nth") and values["nth"] == 0:
        values["nth"] = -1
    return Point(**values)

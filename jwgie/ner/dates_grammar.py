"""The rules of a pack's ``dates.toml`` over lines of classes: which runs of words are dates, and the pieces that each gives.

Roles of the rules, each with 1 (or 2 for the end of a range): year, month, day, part (a third of a month), hijri_year, hijri_month,
hijri_day, weekday; step (last, this, next; step_two: taken twice) and year_step, month_step, week_step, day_step; shift (days from
today); quarter, half; sign, count, unit, units (two of them); nth, nth_weekday; dmy, dm, my (figures); this_year, this_month,
this_week; vague (no day to be had).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

from jwgie import regexp
from jwgie.languages import Pack
from jwgie.ner.dates_lexer import Classes, Item
from jwgie.ner.dates_parts import DateParts, Point
from jwgie.relations.triggers import Filter

_FIELDS = frozenset(f.name for f in dataclasses.fields(Point))


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
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
        self._anchors = frozenset(classes[kind] for kind in data["date"]["anchors"].split("|"))
        self.rules = [(r["id"], classes.expression(r["match"], data["date"], f"{where}: {r['id']}")) for r in data["rule"]]
        self._possible = Filter.of(expression.source for _, expression in self.rules)

    def __call__(self, items: Sequence[Item], line: str) -> Iterator[Found]:
        """The dates of a line, leftmost and then longest; a rule that stands earlier wins a tie."""
        found: list[tuple[int, int, int, regexp.Match]] = []
        for stretch in self._stretch.finditer(line):
            if self._anchors.isdisjoint(stretch[0]):
                continue
            # One more for what a rule wants to see behind it.
            start, end = stretch.start(), stretch.end() + 1
            for number in self._possible.candidates(line[start:end]):
                for match in self.rules[number][1].compiled.finditer(line, start, end):
                    if match.end() > match.start():
                        found.append((match.start(), -match.end(), number, match))
        found.sort(key=lambda f: f[:3])
        last = 0
        for start, end, number, match in found:
            if start < last:
                continue
            parts = _parts(match, items)
            if parts is not None:
                last = -end
                first, stop = _trim(items, start, -end)
                yield Found(first, stop, parts, self.rules[number][0])


def _trim(items: Sequence[Item], first: int, last: int) -> tuple[int, int]:
    """The run without joined words before it and without an opened bracket that it does not close."""
    while first < last - 1 and items[first].kind in ("prep", "and", ",", "-"):
        first += 1
    while last - 1 > first and items[last - 1].kind in (",", "-", "(", "prep", "in", "of", "and"):
        last -= 1
    kinds = [item.kind for item in items[first:last]]
    if kinds[-1] == ")" and "(" not in kinds:
        last -= 1
    return first, last


def _parts(match: regexp.Match, items: Sequence[Item]) -> DateParts | None:
    roles: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
    for role, text in match.groupdict().items():
        if text is not None:
            roles[role[-1] == "2"][role[:-1]] = items[match.start(role)].value
    points = [_point(r) for r in roles if r]
    if not points:
        return None
    return DateParts(points[0], points[1] if len(points) == 2 else None)


def _point(roles: dict[str, Any]) -> Point:
    values = {key: value for key, value in roles.items() if key in _FIELDS}
    for key, value in roles.items():
        match key:
            case "dmy" if value[0] < 1500:
                values.update(hijri_year=value[0], hijri_month=value[1], hijri_day=value[2])
            case "dmy":
                values.update(year=value[0], month=value[1], day=value[2])
            case "dm":
                values.update(day=value[0], month=value[1])
            case "my":
                values.update(month=value[0], year=value[1])
            case "day_step":
                values["shift"] = value
            case "day_step_two":
                values["shift"] = 2 * value
            case "step_two":
                values["step"] = 2 * value
            case "this_year" | "this_month" | "this_week":
                values[key.removeprefix("this_") + "_step"] = 0
            case "year_step_two" | "month_step_two" | "week_step_two":
                values[key.removesuffix("_two")] = 2 * value
            case "units":
                values.update(unit=value, count=2 * roles["sign"])
            case "unit" if "sign" in roles:
                values["count"] = roles.get("count", 1) * roles["sign"]
            case "vague":
                values["vague"] = True
    if values.get("month", 1) > 12:
        values["month"] = None
    if roles.get("nth") and values["nth"] == 0:
        values["nth"] = -1
    return Point(**values)

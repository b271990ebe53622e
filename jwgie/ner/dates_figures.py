"""Words, figures and marks of a text, and what figures are by their form and value."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

#: A word; figures with day, month and year; figures of two by a slash; a figure with thousands or decimals; the rest.
TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+)"
    r"|(?<![\d/.])(?P<dmy>\d{1,4}\s?(?P<sep>[/.-])\s?\d{1,2}\s?(?P=sep)\s?\d{1,4})(?![\d/]|[.-]\d)"
    r"|(?<![\d/.])(?P<pair>\d{1,4}/\d{1,4})(?![\d/]|[.-]\d)"
    r"|(?P<decimal>\d{1,3}(?:[,٬]\d{3})*+[.٫]\d++|\d++[.٫]\d++)|(?P<grouped>\d{1,3}(?:[,٬]\d{3})++(?!\d))|(?P<clock>\d{1,2}:\d{2}(?!\d))"
    r"|(?P<figure>\d++)(?P<suffix>(?:st|nd|rd|th)\b)?|(?P<mark>[^\s\w]|\n)"
)


class Item(NamedTuple):
    """A word or figure of a class, with its value and its folded offsets. `article`: figures with an article before them."""

    kind: str
    value: Any
    start: int
    end: int
    article: bool = False


def read_figure(match: re.Match[str], start: int, end: int) -> Item:
    """The item of a match of `TOKEN` that has figures."""
    if match["figure"]:
        digits = match["figure"]
        value = int(digits) if len(digits) <= 15 else 0
        if match["suffix"]:
            return Item("o" if 1 <= value <= 31 else "o_other", value, start, end)
        if len(digits) > 2 and (digits[0] == "0" or len(digits) != 4):
            return Item("n", value, start, end)
        kind = "d" if 1 <= value <= 31 else "h" if 1300 <= value <= 1499 else "y" if 1500 <= value <= 2199 else "n"
        return Item(kind, value, start, end)
    if match["grouped"]:
        return Item("n", int(re.sub(r"\D", "", match["grouped"])), start, end)
    if match["decimal"]:
        return Item("decimal", float(re.sub(r"[,٬]", "", match["decimal"]).replace("٫", ".")), start, end)
    if match["clock"]:
        return Item("x", None, start, end)
    parts = tuple(int(p) for p in re.findall(r"\d+", match[0]))
    if match["dmy"]:
        return _day_month_year(parts, start, end)
    if 1 <= parts[0] <= 12 and 1900 <= parts[1] <= 2199:
        return Item("my", parts, start, end)
    if 1 <= parts[0] <= 31 and 1 <= parts[1] <= 12:
        return Item("dm", parts, start, end)
    return Item("x", None, start, end)


def _day_month_year(parts: tuple[int, ...], start: int, end: int) -> Item:
    """Day first, or year first; a year of two figures only by a slash and in this century."""
    day, month, year = parts if parts[0] <= 31 else parts[::-1]
    if year < 100 and parts[2] == year:
        year += 2000
    if month > 12 and day <= 12:
        day, month = month, day
    if 1 <= day <= 31 and 1 <= month <= 12 and (1300 <= year <= 2199):
        return Item("dmy", (year, month, day), start, end)
    return Item("x", None, start, end)

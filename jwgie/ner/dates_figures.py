"""Words, figures and marks of a text, and what figures are by their form and value."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

#: The last Hijri year that there are tables for (2077); figures from 1300 to it are Hijri years where nothing says otherwise.
LAST_HIJRI = 1500
#: A word; figures with day, month and year; figures of two, of month and year; a figure with thousands or decimals; the rest.
#: G stands for what groups thousands, S for what makes a figure an ordinal.
_TOKEN = (
    r"(?P<word>[^\W\d_]+)"
    r"|(?<![\d/.])(?P<dmy>\d{1,4}\s?(?P<sep>[/.-])\s?\d{1,2}\s?(?P=sep)\s?\d{1,4})(?![\d/]|[.-]\d)"
    r"|(?<![\d/.])(?P<pair>\d{1,4}/\d{1,4}|(?:19|20)\d\d-(?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])-(?:19|20)\d\d)(?![\d/]|[.-]\d)"
    r"|(?P<decimal>\d{1,3}(?:[G]\d{3})*+\.\d++|\d++\.\d++)|(?P<grouped>\d{1,3}(?:[G]\d{3})++(?!\d)"
    r"|(?<![\d+] )(?<![\d+.-])[1-9]\d{0,2}(?: \d{3})++(?![\d-]))"
    r"|(?P<clock>\d{1,2}:\d{2}(?!\d)(?::\d{2})?)"
    r"|(?P<figure>\d++)(?P<suffix>(?:S)(?!\w))?|(?P<mark>[^\s\w]|\n)"
)


#: Years of two figures from here on are of the last century.
_PIVOT = 70


def token(commas: str, suffixes: str) -> re.Pattern[str]:
    """The expression of a word, a figure or a mark. `commas`: what groups thousands; `suffixes`: endings of ordinals in figures."""
    return re.compile(_TOKEN.replace("G", re.escape(commas)).replace("(?:S)", f"(?:{suffixes})"))


class Item(NamedTuple):
    """A word or figure of a class, with its value and its folded offsets. `article`: figures with an article before them."""

    kind: str
    value: Any
    start: int
    end: int
    article: bool = False


def read_figure(match: re.Match[str], start: int, end: int) -> Item:
    """The item of a match of `token` that has figures."""
    if match["figure"]:
        item = _plain(match["figure"], start, end)
        return item._replace(kind="o" if 1 <= item.value <= 31 else "o_other") if match["suffix"] else item
    if match["grouped"]:
        return Item("n", int(re.sub(r"\D", "", match["grouped"])), start, end)
    if match["decimal"]:
        return Item("decimal", float(re.sub(r"[^\d.]", "", match["decimal"])), start, end)
    if match["clock"]:
        return Item("time", None, start, end)
    parts = tuple(int(p) for p in re.findall(r"\d+", match[0]))
    if match["dmy"]:
        if match["sep"] == "-" and max(parts) < 100 and " " in match[0]:
            return Item("x", None, start, end)  # days in a row
        return _day_month_year(parts, start, end)
    if 1 <= parts[0] <= 12 and 1900 <= parts[1] <= 2199:
        return Item("my", parts, start, end)
    if 1900 <= parts[0] <= 2199 and 1 <= parts[1] <= 12:
        return Item("my", parts[::-1], start, end)
    if parts[0] <= 12 < parts[1] <= 31:
        parts = parts[::-1]
    if 1 <= parts[0] <= 31 and 1 <= parts[1] <= 12:
        # A fraction or a name (26/11) is not padded with noughts.
        return Item("dm_full" if len(match[0]) == 5 and "0" in (match[0][0], match[0][3]) else "dm", parts, start, end)
    return Item("x", None, start, end)


def pieces(match: re.Match[str]) -> list[Item]:
    """The figures and marks of a match that looked like a date and is none."""
    found = []
    for piece in re.finditer(r"\d+|\S", match[0]):
        start, end = match.start() + piece.start(), match.start() + piece.end()
        kind = piece[0] if piece[0] in "-/" else "."
        found.append(_plain(piece[0], start, end) if piece[0].isdecimal() else Item(kind, None, start, end))
    return found


def month_first(items: list[Item]) -> list[Item]:
    """The items with days and months changed over, where some figures of the text can only have the month first and none the day."""
    orders = {item.value[3] for item in items if item.kind == "dmy"}
    if "month" not in orders or "day" in orders:
        return items
    return [item._replace(value=(item.value[0], item.value[2], item.value[1], "month")) if item.kind == "dmy" and item.value[3] == "either"
            else item for item in items]  # fmt: skip


def _plain(digits: str, start: int, end: int) -> Item:
    value = int(digits) if len(digits) <= 15 else 0
    if len(digits) > 2 and (digits[0] == "0" or len(digits) != 4):
        return Item("n", value, start, end)
    kind = "d" if 1 <= value <= 31 else "h" if 1300 <= value <= LAST_HIJRI else "y" if LAST_HIJRI < value <= 2199 else "n"
    return Item(kind, value, start, end)


def _day_month_year(parts: tuple[int, ...], start: int, end: int) -> Item:
    """Year, month, day and what is first. The day is, or the year, unless the month can only be."""
    day, month, year = parts if parts[0] <= 31 else parts[::-1]
    order = "year" if parts[0] > 31 else "day" if day > 12 else "either"
    if year < 100 and parts[2] == year:
        year += 2000 if year < _PIVOT else 1900
    if month > 12 and day <= 12:
        day, month = month, day
        order = order.replace("either", "month")
    if 1 <= day <= 31 and 1 <= month <= 12 and (1300 <= year <= 2199):
        return Item("dmy" if year > LAST_HIJRI else "hijri_dmy", (year, month, day, order), start, end)
    return Item("x", None, start, end)

"""Scores the readings of dates, ordinals and numbers on cases of other libraries' test suites.

``python tests/benchmarks/cases.py FOLDER [--errors dates|intervals|ordinals|numerals]``; FOLDER holds ``dates_ar.jsonl`` and its like.
Out of scope, with reasons: times of day and parts of days (a meeting report has dates), holidays by name, fractions, per cents and
decimals (no counts), open intervals, durations counted from another date, and words of dialect around dates.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jwgie.ner.dates import find_dates, find_numbers, find_ordinals

_CLOCK = {"second", "minute", "hour", "partofday", "ampm"}
_HOLIDAYS = ("عيد", "رأس السنة", "كريسماس")


def scope(name: str, case: dict[str, Any]) -> str | None:
    """Why a case is out of scope, or None."""
    expected = case["expected"]
    if expected is None:
        return None
    if name == "dates":
        if expected.get("grain") in _CLOCK or expected["kind"] in ("component", "ampm"):
            return "time of day"
        if "week starts Sunday" in case["note"] or (expected["grain"] == "week" and case["source"] == "maha"):
            return "weeks from Sunday (ours are ISO weeks)"
        if expected["grain"] == "week" and expected["kind"] == "instant" and "201" in case["text"]:
            return "a week of a month (to us, the month)"
        if "hijri" in case["note"] and expected["grain"] in ("month", "year"):
            return "a Hijri month or year read as the reference's day in it"
        if case["source"] == "maha" and expected["kind"] == "interval" and ("سنة" in case["text"] or "العام" in case["text"]):
            return "a year read as the reference's day in it"
        if any(word in case["text"] for word in _HOLIDAYS):
            return "holiday by name"
        if expected.get("start", "") is None or expected.get("end", "") is None:
            return "open interval"
    else:
        values = expected.get("values", [expected.get("value")])
        if any(not isinstance(v, int | float) or v != int(v) for v in values):
            return "fraction"
    return None


def cut(day: str, grain: str) -> str:
    """A day at the precision of a grain."""
    return day[:4] if grain == "year" else day[:7] if grain == "month" else day[:10]


def dates_right(case: dict[str, Any]) -> bool:
    """Whether one of the two sides of the reference gives the expected reading."""
    expected = case["expected"]
    for prefer in ("future", "past", "nearest"):
        found = [f.value for f in find_dates(case["text"], reference=case.get("reference_date"), prefer=prefer) if f.value]  # type: ignore[arg-type]
        if expected is None:
            return not found
        if expected["kind"] == "multi":
            return [f.start for f in found] == expected["values"]
        readings = [expected, *(expected.get("alternatives") or [])]
        for reading in readings:
            if isinstance(reading, str):
                reading = {**expected, "start": reading}
            grain = reading.get("grain", expected["grain"])
            start = cut(reading["start"], grain)
            end = cut(reading.get("end") or "", grain)
            if len(found) == 1 and cut(found[0].start, grain) == start and (not end or cut(found[0].end, grain) == end):
                return True
    return False


def numbers_right(name: str, case: dict[str, Any]) -> bool:
    """Whether the values found are just those expected."""
    found = [f.value for f in (find_ordinals if name == "ordinals" else find_numbers)(case["text"])]
    expected = case["expected"]
    if expected is None:
        return not found
    return found == expected.get("values", [expected.get("value")])


def cases(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every case with the name of its group."""
    for name in ("dates", "ordinals", "numerals"):
        for line in (folder / f"{name}_ar.jsonl").read_text("utf-8").splitlines():
            case = json.loads(line)
            yield ("intervals" if name == "dates" and case["expected"] and case["expected"]["kind"] == "interval" else name), case


def main() -> None:
    """Print the share of cases that are read right, group by group."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors")
    options = parser.parse_args()
    right: dict[str, list[bool]] = {}
    out: dict[str, int] = {}
    for name, case in cases(options.folder):
        kind = "dates" if name == "intervals" else name
        reason = scope(kind, case)
        if reason:
            out[f"{name}: {reason}"] = out.get(f"{name}: {reason}", 0) + 1
            continue
        good = dates_right(case) if kind == "dates" else numbers_right(kind, case)
        right.setdefault(name, []).append(good)
        if not good and options.errors == name:
            found = [(f.text, f.value) for f in find_dates(case["text"], reference=case.get("reference_date"), prefer="future")
                     ] if kind == "dates" else (find_ordinals if name == "ordinals" else find_numbers)(case["text"])  # fmt: skip
            print(case["id"], case.get("reference_date", ""), repr(case["text"]), case["expected"], found, sep=" | ")
    for name, results in right.items():
        print(f"{name:10} {sum(results):5} of {len(results):5} = {sum(results) / len(results):.1%}")
    for reason, count in out.items():
        print(f"out of scope: {count:4} {reason}")


if __name__ == "__main__":
    main()

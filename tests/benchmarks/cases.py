"""Scores the readings of dates, ordinals and numbers, and normalisation, on cases of other libraries' test suites.

``python tests/benchmarks/cases.py FOLDER [--errors GROUP]``; FOLDER holds ``dates_ar.jsonl`` and its like, in
Arabic (``_ar``) and English (``_en``). What is out of scope is listed with its reason and the number of cases.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import normalise_cases

from jwgie.ner.dates import find_dates, find_numbers, find_ordinals
from jwgie.ner.dates_parts import Prefer

Case = dict[str, Any]
#: From a text, its language, the reference day and the side that is preferred, to the first and last days of its dates (ISO 8601).
Dates = Callable[[str, str, str | None, Prefer], list[tuple[str, str]]]
#: From a text and its language to the numbers in it.
Numbers = Callable[[str, str], list[int]]

_CLOCK = {"second", "minute", "hour", "partofday", "ampm"}
_HOLIDAYS = ("عيد", "رأس السنة", "كريسماس")


def scope(name: str, case: Case) -> str | None:
    """Why a case is out of scope, or None."""
    expected = case["expected"]
    if expected is None:
        return None
    if name == "dates":
        note = case.get("note", "")
        if expected.get("grain") in _CLOCK or expected["kind"] in ("component", "ampm"):
            return "time of day (a meeting report has dates)"
        if "week starts Sunday" in note or (expected["grain"] == "week" and case["source"] == "maha"):
            return "weeks from Sunday (ours are ISO weeks)"
        if "hijri" in note and expected["grain"] in ("month", "year"):
            return "a Hijri month or year read as the reference's day in it (to us, the whole of it)"
        if case["source"] == "maha" and expected["kind"] == "interval" and ("سنة" in case["text"] or "العام" in case["text"]):
            return "a year read as the reference's day in it (to us, the whole of it)"
        if any(word in case["text"] for word in _HOLIDAYS):
            return "holiday by name (its day differs from country to country)"
        if expected.get("start", "") is None or expected.get("end", "") is None:
            return "open interval (a date has two ends)"
    else:
        values = expected.get("values", [expected.get("value")])
        if any(value is None for value in values):
            return "relative ordinal (last, next: no number)"
        if any(not isinstance(v, int | float) or v != int(v) for v in values):
            return "fraction (no count)"
    return None


def cut(day: str, grain: str) -> str:
    """A day at the precision of a grain."""
    return day[:4] if grain == "year" else day[:7] if grain == "month" else day[:10]


def dates_right(case: Case, read: Dates) -> bool:
    """Whether one of the two sides of the reference gives the expected reading."""
    expected = case["expected"]
    for prefer in get_args(Prefer):
        found = read(case["text"], case["language"], case.get("reference_date"), prefer)
        if expected is None:
            return not found
        if expected["kind"] == "multi":
            return [start for start, _ in found] == expected["values"]
        for reading in [expected, *(expected.get("alternatives") or [])]:
            reading = {**expected, **(reading if isinstance(reading, dict) else {"start": reading})}
            grain = reading["grain"]
            start, end = cut(reading["start"], grain), cut(reading.get("end") or "", grain)
            if len(found) == 1 and cut(found[0][0], grain) == start and (not end or cut(found[0][1], grain) == end):
                return True
    return False


def numbers_right(case: Case, read: Numbers) -> bool:
    """Whether the values found are just those expected."""
    expected = case["expected"]
    return read(case["text"], case["language"]) == ([] if expected is None else expected.get("values", [expected.get("value")]))


def dates(text: str, language: str, reference: str | None, prefer: Prefer) -> list[tuple[str, str]]:
    """Our own reading of dates."""
    return [(f.value.start, f.value.end) for f in find_dates(text, language, reference, prefer) if f.value]


def ordinals(text: str, language: str) -> list[int]:
    """Our own reading of ordinals."""
    return [f.value for f in find_ordinals(text, language)]


def numerals(text: str, language: str) -> list[int]:
    """Our own reading of numbers."""
    return [f.value for f in find_numbers(text, language)]


def cases(folder: Path) -> Iterator[tuple[str, Case]]:
    """Every case with the name of its group."""
    for path in sorted(folder.glob("*_*.jsonl")):
        name, _, language = path.stem.rpartition("_")
        if name not in ("dates", "ordinals", "numerals"):
            continue
        for line in path.read_text("utf-8").splitlines():
            case = json.loads(line) | {"language": language}
            yield group(name, case), case


def group(name: str, case: Case) -> str:
    """Dates that have two ends are a group of their own."""
    return "intervals" if name == "dates" and case["expected"] and case["expected"]["kind"] == "interval" else name


def in_scope(every: Iterator[tuple[str, Case]]) -> tuple[list[tuple[str, Case]], dict[str, int]]:
    """The cases that count, and how many do not, by reason."""
    kept: list[tuple[str, Case]] = []
    out: dict[str, int] = {}
    for name, case in every:
        reason = scope("dates" if name == "intervals" else name, case)
        if reason:
            out[f"{name}: {reason}"] = out.get(f"{name}: {reason}", 0) + 1
        else:
            kept.append((name, case))
    return kept, out


def main() -> None:
    """Print the share of cases that are read right, group by group."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors")
    options = parser.parse_args()
    right: dict[str, list[bool]] = {}
    kept, out = in_scope(cases(options.folder))
    for name, case in kept:
        read = {"ordinals": ordinals, "numerals": numerals}.get(name)
        good = numbers_right(case, read) if read else dates_right(case, dates)
        right.setdefault(f"{name} {case['language']}", []).append(good)
        if not good and options.errors == name:
            text, language, reference = case["text"], case["language"], case.get("reference_date")
            found = read(text, language) if read else dates(text, language, reference, "future")
            print(case["id"], reference or "", repr(text), case["expected"], found, sep=" | ")
    for label, results in right.items():
        print(f"{label:12} {sum(results):5} of {len(results):5} = {sum(results) / len(results):.1%}")
    for reason, count in out.items():
        print(f"out of scope: {count:4} {reason}")
    if (options.folder / "normalise_ar.jsonl").exists():
        normalise_cases.main(options.folder, options.errors == "normalise")


if __name__ == "__main__":
    main()

"""jwgie beside other libraries, on the same cases in the same run: ``python tests/benchmarks/peers.py [FOLDER]``.

FOLDER: see ``cases.py``; without one, the cases are those of our own tests. A peer is asked only for what it claims to do, in the languages
that it has, and not on cases out of its own tests. Peers that are not installed are named and left out.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import cases as own
from cases import Case, Dates, Numbers

from jwgie.ner.dates_parts import Prefer

_NOW = "2024-06-13"  # the reference of our own tests


@dataclass(frozen=True)
class Peer:
    """What a library reads. `package`: its name at PyPI; `source`: what its own cases are marked with."""

    package: str
    languages: tuple[str, ...]
    dates: Dates | None = None
    ordinals: Numbers | None = None
    numerals: Numbers | None = None
    source: str = ""


def _base(reference: str | None) -> datetime:
    return datetime.fromisoformat(reference or _NOW)


def _day(value: date) -> tuple[str, str]:
    return value.isoformat()[:10], value.isoformat()[:10]


def dateparser() -> Peer:
    from dateparser.search import search_dates

    def dates(text: str, language: str, reference: str | None, prefer: Prefer) -> list[tuple[str, str]]:
        side = {"nearest": "current_period"}.get(prefer, prefer)
        settings: Any = {"RELATIVE_BASE": _base(reference), "PREFER_DATES_FROM": side, "DATE_ORDER": "DMY"}
        return [_day(found) for _, found in search_dates(text, languages=[language], settings=settings) or ()]

    return Peer("dateparser", ("ar", "en"), dates, source="dateparser")


def duckling() -> Peer:
    import duckling as native

    zones = native.load_time_zones("/usr/share/zoneinfo")
    dimensions = {name: native.parse_dimensions([name]) for name in ("time", "ordinal", "numeral")}

    @cache
    def context(language: str, reference: str) -> Any:
        now = native.parse_ref_time(zones, "UTC", int(_base(reference).replace(tzinfo=UTC).timestamp()))
        code = native.parse_lang(language.upper())
        return native.Context(now, native.parse_locale(language.upper(), native.default_locale_lang(code)))

    def dates(text: str, language: str, reference: str | None, prefer: Prefer) -> list[tuple[str, str]]:
        found = []
        for entity in native.parse(text, context(language, reference or _NOW), dimensions["time"], False):
            values = entity["value"]["values"] or [entity["value"]]
            value = values[-1 if prefer == "future" else 0]
            if value["type"] == "value":
                found.append((value["value"][:10], value["value"][:10]))
            elif "from" in value and "to" in value:
                last = date.fromisoformat(value["to"]["value"][:10]) - timedelta(days=1)
                found.append((value["from"]["value"][:10], last.isoformat()))
        return found

    def number(dimension: str) -> Numbers:
        def read(text: str, language: str) -> list[int]:
            return [e["value"]["value"] for e in native.parse(text, context(language, _NOW), dimensions[dimension], False)]

        return read

    return Peer("pyduckling-native-phihos", ("ar", "en"), dates, number("ordinal"), number("numeral"), "duckling")


def recognizers() -> Peer:
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number, recognize_ordinal
    from recognizers_text import Culture

    def dates(text: str, language: str, reference: str | None, prefer: Prefer) -> list[tuple[str, str]]:
        found = []
        for result in recognize_datetime(text, Culture.English, reference=_base(reference)):
            values = (result.resolution or {}).get("values", [])
            value = values[-1 if prefer == "future" else 0] if values else {}
            start = value.get("start") or value.get("value") or ""
            if re.match(r"\d{4}-\d\d-\d\d", start):
                end = (date.fromisoformat(value["end"][:10]) - timedelta(days=1)).isoformat() if "end" in value else start[:10]
                found.append((start[:10], end))
        return found

    def number(read: Callable[..., Any]) -> Numbers:
        return lambda text, language: [float(r.resolution["value"]) for r in read(text, Culture.English)]  # type: ignore[misc]

    return Peer("recognizers-text-suite", ("en",), dates, number(recognize_ordinal), number(recognize_number), "recognizers")


def parsedatetime() -> Peer:
    import parsedatetime as library

    calendar = library.Calendar()

    def dates(text: str, language: str, reference: str | None, prefer: Prefer) -> list[tuple[str, str]]:
        return [_day(found[0]) for found in calendar.nlp(text, sourceTime=_base(reference)) or ()]

    return Peer("parsedatetime", ("en",), dates)


def ctparse() -> Peer:
    from ctparse import ctparse as read
    from ctparse.types import Interval, Time

    def dates(text: str, language: str, reference: str | None, prefer: Prefer) -> list[tuple[str, str]]:
        result = read(text, ts=_base(reference))
        value = result.resolution if result else None
        if isinstance(value, Interval) and value.start and value.end:
            return [(value.start.dt.isoformat()[:10], value.end.dt.isoformat()[:10])]
        return [_day(value.dt)] if isinstance(value, Time) and value.hasDate else []

    return Peer("ctparse", ("en",), dates)


def timefhuman() -> Peer:
    from timefhuman import tfhConfig
    from timefhuman import timefhuman as read

    def dates(text: str, language: str, reference: str | None, prefer: Prefer) -> list[tuple[str, str]]:
        found = read(text, tfhConfig(now=_base(reference)))
        pairs = [f if isinstance(f, tuple) else (f, f) for f in (found if isinstance(found, list) else [found])]
        return [(a.isoformat()[:10], b.isoformat()[:10]) for a, b in pairs if isinstance(a, date) and isinstance(b, date)]

    return Peer("timefhuman", ("en",), dates)


def dateutil() -> Peer:
    from dateutil import parser

    def dates(text: str, language: str, reference: str | None, prefer: Prefer) -> list[tuple[str, str]]:
        return [_day(parser.parse(text, fuzzy=True, dayfirst=True, default=_base(reference)))]

    return Peer("python-dateutil", ("en",), dates)


def pyarabic() -> Peer:
    from pyarabic.number import extract_number_phrases, text2number

    return Peer("PyArabic", ("ar",), numerals=lambda text, language: [text2number(phrase) for phrase in extract_number_phrases(text)])


def text2num() -> Peer:
    from text_to_num import alpha2digit

    def ordinals(text: str, language: str) -> list[int]:
        return [int(f) for f in re.findall(r"(\d+)(?:st|nd|rd|th)\b", alpha2digit(text, language, ordinal_threshold=0))]

    def numerals(text: str, language: str) -> list[int]:
        return [int(f) for f in re.findall(r"-?\d+\b", alpha2digit(text, language))]

    return Peer("text2num", ("en",), None, ordinals, numerals)


def word2number() -> Peer:
    from word2number.w2n import word_to_num

    return Peer("word2number", ("en",), numerals=lambda text, language: [word_to_num(text)])


#: What makes each peer, and the module that must be there.
PEERS: dict[Callable[[], Peer], str] = {
    duckling: "duckling", dateparser: "dateparser", recognizers: "recognizers_date_time", parsedatetime: "parsedatetime",
    ctparse: "ctparse", timefhuman: "timefhuman", dateutil: "dateutil", pyarabic: "pyarabic", text2num: "text_to_num",
    word2number: "word2number",
}  # fmt: skip
US = Peer("jwgie", ("ar", "en"), own.dates, own.ordinals, own.numerals)


def tests() -> Iterator[tuple[str, Case]]:
    """The tables of our own tests as cases."""
    for path in sorted((Path(__file__).parent.parent / "unit").glob("test_[don]*.py")):
        if path.stem not in ("test_dates", "test_dates_english", "test_ordinals", "test_numbers"):
            continue
        spec = importlib.util.spec_from_file_location(path.stem, path)
        module = importlib.util.module_from_spec(spec)  # type: ignore[arg-type]
        spec.loader.exec_module(module)  # type: ignore[union-attr]
        kind = {"test_ordinals": "ordinals", "test_numbers": "numerals"}.get(path.stem, "dates")
        for test, rows in _tables(module):
            name = {"test_ordinals": "ordinals", "test_is_no_ordinal": "ordinals", "test_numbers": "numerals"}.get(test, kind)
            for row in rows:
                row = row if isinstance(row, tuple) else (row,)
                case: Case = {"text": row[0], "language": "en" if "english" in path.stem else "ar", "source": "jwgie",
                              "reference_date": _NOW, "expected": _expected(row)}  # fmt: skip
                yield own.group(name, case), case


def _tables(module: Any) -> Iterator[tuple[str, list[Any]]]:
    for test in ("test_reads", "test_dates", "test_ordinals", "test_numbers", "test_is_no_date", "test_is_no_ordinal", "test_is_no_number"):
        for mark in getattr(getattr(module, test, None), "pytestmark", ()):
            yield test, mark.args[1]


def _expected(row: tuple[Any, ...]) -> dict[str, Any] | None:
    if len(row) == 1 or row[-1] is None:
        return None
    if len(row) == 2:
        return {"value": row[1]}
    start, end = row[2:]
    kind = "instant" if start == end else "interval"
    return {"kind": kind, "grain": {4: "year", 7: "month"}.get(len(start), "day"), "start": start, "end": end}


def measure(peer: Peer, kept: list[tuple[str, Case]]) -> Iterator[tuple[str, int, int, float]]:
    """Of each group: its name, the cases read right, all of them, and the milliseconds that reading one takes."""
    for label in dict.fromkeys(f"{name} {case['language']}" for name, case in kept):
        name, language = label.split()
        read: Any = getattr(peer, "dates" if name == "intervals" else name)
        mine = [case for n, case in kept if n == name and case["language"] == language and case["source"] != peer.source]
        if read is None or language not in peer.languages or not mine:
            continue
        right = 0
        for case in mine:
            try:
                right += own.dates_right(case, read) if name in ("dates", "intervals") else own.numbers_right(case, read)
            except Exception:  # a peer that fails on a text has read nothing in it
                right += case["expected"] is None
        yield label, right, len(mine), _milliseconds(read, name, mine)


def _milliseconds(read: Any, name: str, mine: list[Case]) -> float:
    some = mine[:: max(1, len(mine) // 200)]
    started = time.process_time()
    for case in some:
        try:
            if name in ("dates", "intervals"):
                read(case["text"], case["language"], case.get("reference_date"), "past")
            else:
                read(case["text"], case["language"])
        except Exception:
            continue
    return 1000 * (time.process_time() - started) / len(some)


def main() -> None:
    """Print a table: a line for each library and group."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    folder = parser.parse_args().folder
    kept, out = own.in_scope(own.cases(folder) if folder else tests())
    print("| library | version | group | right | of | share | ms a text |\n|---|---|---|--:|--:|--:|--:|")
    missing = []
    for make in (lambda: US, *PEERS):
        try:
            peer = make()
        except ImportError as error:
            missing.append(f"{PEERS[make]}: {error}")
            continue
        for label, right, total, milliseconds in measure(peer, kept):
            version = metadata.version(peer.package) if peer is not US else ""
            print(f"| {peer.package} | {version} | {label} | {right} | {total} | {right / total:.1%} | {milliseconds:.3f} |", flush=True)
    print()
    for line in missing:
        print(f"left out, for it is not here: {line}")
    for reason, count in out.items():
        print(f"out of scope: {count} {reason}")


if __name__ == "__main__":
    main()

"""Many reports: two processes beside one, memory, growth with their number. Minutes long.

    python tests/benchmarks/test_many.py             # prints the figures
    python -m pytest tests/benchmarks/test_many.py -m exhaustive    # asserts on their ratios

Each run is a process of its own. Times of one run are compared with those of another just before or after; where the machine is
at work beside, those of the clock say little, and processor time is shown with them.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

import jwgie

GOLD = Path(__file__).parents[1] / "gold" / "train"


def reports(count: int) -> Iterator[dict[str, Any]]:
    """As many reports, no two alike: the first paragraphs of one gold report, the last of another."""
    gold = [json.loads(p.read_text("utf-8")) for p in sorted(GOLD.glob("ar-*.json"))]
    draw = random.Random(7)
    for number in range(count):
        one, other = (draw.choice(gold) for _ in range(2))
        paragraphs = one["text"].split("\n\n"), other["text"].split("\n\n")
        half = [p[: (len(p) + 1) // 2] if i == 0 else p[len(p) // 2 :] for i, p in enumerate(paragraphs)]
        text = "\n\n".join([*half[0], *half[1], f"{number}."])
        yield {"id": number, "title": one.get("title"), "published": "2024-05-31", "text": text}


def run(count: int, processes: int) -> dict[str, float]:
    """Reads so many reports in a new process: its figures."""
    command = [sys.executable, __file__, str(count), str(processes)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _run(count: int, processes: int) -> dict[str, float]:
    nlp = jwgie.load("ar")
    for document in nlp.pipe(reports(100)):  # what is loaded when first needed is loaded
        assert document.error is None
    start, before = monotonic(), _seconds()
    meetings = sum(len(document.records) for document in nlp.pipe(reports(count), processes=processes))
    return {
        "reports": count,
        "processes": processes,
        "seconds": monotonic() - start,
        "processor seconds": _seconds() - before,
        "megabytes": max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024,
        "meetings": meetings,
    }


def _seconds() -> float:
    """Of processors, this process's and its children's that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


@pytest.mark.exhaustive
def test_two_processes() -> None:
    """Twice as many cores, at least 1.8 times as fast: the best of three pairs."""
    ratios = []
    for _ in range(3):
        one, two = run(5_000, 1), run(5_000, 2)
        assert one["meetings"] == two["meetings"]
        ratios.append(one["seconds"] / two["seconds"])
        assert two["processor seconds"] < 1.11 * one["processor seconds"]
    assert max(ratios) >= 1.8, ratios


@pytest.mark.exhaustive
@pytest.mark.parametrize("processes", [1, 2])
def test_memory_does_not_grow_with_the_number_of_reports(processes: int) -> None:
    few, many = run(2_000, processes), run(20_000, processes)
    assert many["megabytes"] < 1.2 * few["megabytes"]
    assert many["processor seconds"] < 13 * few["processor seconds"]


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(json.dumps(_run(int(sys.argv[1]), int(sys.argv[2]))))
    else:
        print("| reports | processes | seconds | processor seconds | megabytes of the largest | load before |", "|--:" * 6 + "|", sep="\n")
        for count, processes in [(n, p) for n in (2_000, 5_000, 20_000) for p in (1, 2)]:
            load = os.getloadavg()[0]
            f = run(count, processes)
            row = (count, processes, *(f"{f[name]:.1f}" for name in ("seconds", "processor seconds", "megabytes")), f"{load:.1f}")
            print(f"| {' | '.join(map(str, row))} |", flush=True)

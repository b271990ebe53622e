"""Speed, memory and growth of the Arabic rule pipeline.

    python -m pytest tests/benchmarks/test_pipeline.py --benchmark-only

Figures depend on the machine; nothing here asserts on absolute time.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import jwgie

REPORTS = [json.loads(p.read_text("utf-8")) for p in sorted((Path(__file__).parents[1] / "gold" / "train").glob("ar-*.json"))]


def of_length(characters: int) -> str:
    """Gold reports one after another, as many as it takes."""
    text = "\n\n".join(r["text"] for r in REPORTS)
    return (text * (characters // len(text) + 1))[:characters]


def test_reports_of_2500_characters(benchmark: Any) -> None:
    nlp = jwgie.load("ar", recognisers=["rules"])
    text = of_length(250_000)
    reports = [text[i : i + 2_500] for i in range(0, len(text), 2_500)]
    benchmark.extra_info["reports"] = len(reports)
    benchmark.pedantic(lambda: [nlp(report, published="2024-05-31") for report in reports], rounds=3, warmup_rounds=1)


LOAD = """
import resource, sys, time
text = sys.stdin.read()
start = time.process_time()
import jwgie
nlp = jwgie.load("ar", recognisers=["rules"])
print(time.process_time() - start)
nlp(text, published="2024-05-31")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def test_load(benchmark: Any) -> None:
    """Import and load in a new process; `extra_info` holds seconds within it and its peak memory in MB."""

    def run() -> list[float]:
        done = subprocess.run([sys.executable, "-c", LOAD], input=of_length(100_000), check=True, capture_output=True, encoding="utf-8")
        return [float(x) for x in done.stdout.split()]

    seconds, megabytes = benchmark.pedantic(run, rounds=1)
    benchmark.extra_info.update(seconds=seconds, megabytes=megabytes)


@pytest.mark.parametrize("characters", [1_000, 10_000, 100_000, 1_000_000])
def test_growth(benchmark: Any, characters: int) -> None:
    nlp = jwgie.load("ar", recognisers=["rules"])
    text = of_length(characters)
    benchmark.extra_info["characters"] = characters
    benchmark.pedantic(nlp, args=(text,), kwargs={"published": "2024-05-31"}, rounds=1 if characters > 100_000 else 3)


def test_cost_is_linear() -> None:
    """A text ten times as long costs at most twenty times as much (a ratio within one run, the better of two)."""
    nlp = jwgie.load("ar", recognisers=["rules"])

    def cost(characters: int) -> float:
        text = of_length(characters)
        times = []
        for _ in range(2):
            start = time.process_time()
            nlp(text, published="2024-05-31")
            times.append(time.process_time() - start)
        return min(times)

    cost(20_000)
    assert cost(200_000) / cost(20_000) < 20

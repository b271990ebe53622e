"""What each stage and each recogniser of the Arabic pipeline costs on the gold reports.

    python -m pytest tests/benchmarks/test_stages.py --benchmark-only --benchmark-columns=min,median --benchmark-sort=name

`extra_info` holds the milliseconds for 2,500 characters. Nothing here asserts on time.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import jwgie
from jwgie.document import Document
from jwgie.ner import Merger
from jwgie.pipeline import Recognise

GOLD = Path(__file__).parents[1] / "gold" / "train"
NLP = jwgie.load("ar", recognisers=["rules"])


def steps() -> list[tuple[str, Callable[[Document], Any], Callable[[Document, Any], Document]]]:
    """Name of each stage and recogniser, what it does, and how its result goes into the document."""
    found: list[tuple[str, Callable[[Document], Any], Callable[[Document, Any], Document]]] = []
    for number, stage in enumerate(NLP.stages):
        if isinstance(stage, Recognise):
            for recogniser in stage.recognisers:
                name = f"{number}.{len(found)} {type(recogniser).__name__}"
                found.append((name, lambda d, r=recogniser: list(r(d)), lambda d, m: d.replace(mentions=Merger(d.mentions).add(m))))  # type: ignore[misc]
        else:
            found.append((f"{number} {type(stage).__name__}", stage, lambda _, result: result))
    return found


@pytest.fixture(scope="module")
def before() -> dict[str, list[Document]]:
    """The gold reports as each step finds them."""
    reports = [json.loads(path.read_text("utf-8")) for path in sorted(GOLD.glob("ar-*.json"))]
    documents = [Document(r["text"], r["title"], r["published"], r["id"], language="ar") for r in reports]
    found = {}
    for name, run, into in steps():
        found[name] = documents
        documents = [into(document, run(document)) for document in documents]
    return found


@pytest.mark.parametrize(("name", "run"), [pytest.param(name, run, id=name) for name, run, _ in steps()])
def test_step(benchmark: Any, before: dict[str, list[Document]], name: str, run: Callable[[Document], Any]) -> None:
    documents = before[name]
    characters = sum(len(document.text) for document in documents)
    benchmark.pedantic(lambda: [run(document) for document in documents], rounds=3)
    if benchmark.stats:
        benchmark.extra_info["ms for 2500 characters"] = round(benchmark.stats["min"] * 1000 * 2500 / characters, 3)


def test_all(benchmark: Any, before: dict[str, list[Document]]) -> None:
    documents = next(iter(before.values()))
    benchmark.extra_info["characters"] = sum(len(document.text) for document in documents)
    benchmark.pedantic(lambda: [NLP.run(document) for document in documents], rounds=3)

"""How fast folding is, offsets included. Run with ``--benchmark-only``; the extra column is megabytes of UTF-8 a second."""

import json
from pathlib import Path

import jwgie

GOLD = Path(__file__).parent.parent / "gold" / "dev"


def test_folding_of_a_megabyte_of_news(benchmark):
    text = "\n\n".join(json.loads(path.read_text("utf-8"))["text"] for path in sorted(GOLD.glob("ar-*.json")))
    text *= 1_000_000 // len(text.encode()) + 1
    view = benchmark(jwgie.normalise, text)
    assert view.span(0, len(view.text)).end == len(text.rstrip())
    if benchmark.stats:
        benchmark.extra_info["MB/s"] = len(text.encode()) / 1e6 / benchmark.stats["min"]

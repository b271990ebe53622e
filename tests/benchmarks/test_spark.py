"""Spark with two workers beside two processes, on the same reports, start-up apart. Minutes long.

python tests/benchmarks/test_spark.py 20000      # prints the figures
python -m pytest tests/benchmarks/test_spark.py -m exhaustive
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
#: Partitions: a few for each worker, so that one that ends early takes another.
PARTITIONS = 8


def compare(count: int) -> dict[str, Any]:
    """Reads so many reports in new processes, by Spark and by `Pipeline.pipe`."""
    command = [sys.executable, __file__, str(count)]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1]))


def _spark(paths: list[str], warm: str) -> dict[str, Any]:
    from pyspark.sql import SparkSession
    from pyspark.sql import functions as F

    from jwgie.integrations.spark import extract

    started = monotonic()
    builder = SparkSession.builder.master("local-cluster[2,1,2048]").config("spark.executorEnv.PYTHONPATH", str(ROOT))
    for name in ("spark.driver.host", "spark.driver.bindAddress"):
        builder = builder.config(name, "127.0.0.1")
    spark = builder.config("spark.ui.enabled", "false").config("spark.pyspark.python", sys.executable).getOrCreate()

    def meetings(paths: list[str], partitions: int) -> int:
        frame = spark.read.schema("id long, title string, published string, text string").json(paths).repartition(partitions)
        read = extract(frame, id="id", title="title", published="published", language="ar")
        return int(read.agg(F.sum(F.size("meetings"))).first()[0])

    meetings([warm], 4)  # both workers have loaded the pipeline
    start = monotonic()
    found = meetings(paths, PARTITIONS)
    figures = {"spark seconds": monotonic() - start, "spark start-up": start - started, "spark meetings": found}
    spark.stop()
    return figures


def _compare(count: int) -> dict[str, Any]:
    from test_many import reports, run  # a script beside this one

    with tempfile.TemporaryDirectory() as folder:
        rows = [json.dumps(report, ensure_ascii=False) for report in reports(count)]
        paths = [Path(folder) / f"{part}.jsonl" for part in range(PARTITIONS)]
        for part, path in enumerate(paths):
            path.write_text("\n".join(rows[part::PARTITIONS]), "utf-8")
        warm = Path(folder) / "warm.jsonl"
        warm.write_text("\n".join(rows[:100]), "utf-8")
        figures = _spark([str(path) for path in paths], str(warm))
    two = run(count, 2)
    return {"reports": count, **figures, "two processes seconds": two["seconds"], "two processes meetings": two["meetings"],
            "ratio": figures["spark seconds"] / two["seconds"]}  # fmt: skip


@pytest.mark.exhaustive
def test_spark_beside_two_processes() -> None:
    """At most 1.4 times the time: the better of two runs."""
    pytest.importorskip("pyspark", reason="PySpark is not installed (extra: spark)")
    found = [compare(20_000) for _ in range(2)]
    assert all(figures["spark meetings"] == figures["two processes meetings"] for figures in found)
    assert min(figures["ratio"] for figures in found) <= 1.4, found


if __name__ == "__main__":
    print(json.dumps(_compare(int(sys.argv[1]))))

"""Spark on a cluster of two workers on this machine, each a process of its own with a Python of its own."""

import datetime
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import jwgie
from jwgie.errors import InputError, UnknownLanguageError
from jwgie.integrations.reading import Reading

pytest.importorskip("pyspark", reason="PySpark is not installed (extra: spark)")
if not shutil.which("java"):
    pytest.skip("Spark needs Java", allow_module_level=True)

from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

from jwgie.integrations import spark as integration
from jwgie.integrations.arrow import RECORD

pytestmark = [
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

ROOT = Path(__file__).parents[2]
REPORT = """استضافت طوكيو، يوم الأربعاء، الجولة السادسة من المشاورات السياسية بين مصر واليابان 😀.

واتفق الجانبان على تعزيز التعاون في مكافحة الإرهاب."""
DAY = datetime.date(2024, 5, 31)


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    settings = {
        "spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2", "spark.executorEnv.PYTHONPATH": str(ROOT),
    }  # fmt: skip
    quick = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"  # Java starts in half the time
    settings |= {"spark.driver.extraJavaOptions": quick, "spark.executor.extraJavaOptions": quick}
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("jwgie")
    for name, value in settings.items():
        builder = builder.config(name, value)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        yield session
        session.stop()


@pytest.fixture(scope="module")
def frame(spark: Any) -> Any:
    rows = [(number, None if number == 3 else REPORT, "مشاورات", DAY, {"page": number}) for number in range(8)]
    return spark.createDataFrame(rows, "number int, body string, head string, day date, more map<string, int>").repartition(4)


@pytest.fixture(scope="module")
def rows(frame: Any) -> dict[str, Any]:
    read = integration.extract(
        frame.withColumn("worker", F.lit("")), text="body", id="number", title="head", published="day", language="ar", keep=["more"]
    )
    assert read.schema.fieldNames() == ["more", *integration.schema().fieldNames()]
    return {row.id: row for row in read.collect()}


def test_one_row_for_each_report(rows: dict[str, Any]) -> None:
    assert sorted(rows) == [str(number) for number in range(8)]
    assert all(row.more == {"page": int(row.id)} for row in rows.values())
    assert {row.language for row in rows.values()} == {"ar"}


def test_records_are_those_of_the_pipeline(rows: dict[str, Any]) -> None:
    expected = jwgie.load("ar")(REPORT, title="مشاورات", published="2024-05-31", id="5")
    assert [integration.to_record(row) for row in rows["5"].meetings] == list(expected.records)
    assert rows["5"].meetings[0].date.start == "2024-05-29"
    assert rows["5"].error is None
    assert Reading.of(expected).records == expected.records


def test_errors_stay_in_their_rows(rows: dict[str, Any]) -> None:
    assert rows["3"].error == "InputError: text must be a str, not NoneType"
    assert rows["3"].meetings == []
    assert [row.id for row in rows.values() if row.error] == ["3"]


def test_records_in_sql(spark: Any, frame: Any) -> None:
    read = integration.extract(frame.limit(3), text="body", published="day")
    meetings = read.select(F.explode("meetings").alias("meeting"))
    told = meetings.select(
        "meeting.kind", F.array_join("meeting.parties", "-").alias("who"), F.col("meeting.evidence")["/ordinal"][0]["text"]
    )
    assert {tuple(row) for row in told.collect()} == {("political_consultations", "EG-JP", "السادسة")}


def test_two_workers_share_the_work_and_load_once(spark: Any, frame: Any) -> None:
    def told(batches: Any) -> Any:
        import os

        import pyarrow as pa

        from jwgie.integrations.spark import _read
        from jwgie.pipeline import _load

        for batch in batches:
            for _ in _read([batch], "ar", ()):
                pass
            loads = _load.cache_info().misses
            yield pa.RecordBatch.from_pydict({"process": [os.getpid()], "loads": [loads]})

    columns = frame.select(F.col("body").alias("jwgie_text")).repartition(6)
    first = {(row.process, row.loads) for row in columns.mapInArrow(told, "process long, loads long").collect()}
    assert len({process for process, _ in first}) == 2
    # of Arabic the rules and all, and, where an earlier test had no language, what tells it
    assert {loads for _, loads in first} <= {2, 3}


def test_schema_is_that_of_the_model() -> None:
    def told(kind: Any, spark: Any) -> None:
        import pyarrow as pa

        if pa.types.is_struct(kind):
            assert [(f.name, f.nullable) for f in kind.fields] == [(f.name, f.nullable) for f in spark.fields]
            for ours, theirs in zip(kind.fields, spark.fields, strict=True):
                told(ours.type, theirs.dataType)
        elif pa.types.is_list(kind):
            told(kind.value_type, spark.elementType)
        elif pa.types.is_map(kind):
            told(kind.item_type, spark.valueType)
        else:
            assert spark == {"string": T.StringType(), "int64": T.LongType(), "double": T.DoubleType()}[str(kind)]

    told(RECORD, integration.record_schema())


def test_what_is_wrong_is_told_at_once(frame: Any) -> None:
    with pytest.raises(UnknownLanguageError):
        integration.extract(frame, text="body", language="xx")
    with pytest.raises(InputError, match="a recogniser is"):
        integration.extract(frame, text="body", language="ar", recognisers=["nobody"])
    with pytest.raises(InputError, match="columns of its own called id"):
        integration.extract(frame.withColumn("id", F.lit(1)), text="body", keep=["id"])

"""Reports in a Spark data frame to records in a Spark data frame, on as many machines as there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from jwgie.errors import InputError, MissingExtraError
from jwgie.inputs import METADATA
from jwgie.integrations.arrow import RECORD, arrow_records, record_of
from jwgie.pipeline import load
from jwgie.record import MeetingRecord

try:
    import pyarrow as pa
    from pyspark.sql import DataFrame, Row
    from pyspark.sql import functions as F
    from pyspark.sql import types as T
except ImportError as error:
    raise MissingExtraError("PySpark is not installed: pip install jwgie[spark]") from error

#: How many reports a worker reads before it hands on what it has.
BATCH = 256

_PLAIN = ((pa.types.is_string, T.StringType), (pa.types.is_int64, T.LongType), (pa.types.is_float64, T.DoubleType),
          (pa.types.is_boolean, T.BooleanType))  # fmt: skip


def spark_type(arrow: pa.DataType) -> T.DataType:
    """The Spark type of an Arrow type."""
    if pa.types.is_struct(arrow):
        return T.StructType([T.StructField(field.name, spark_type(field.type), field.nullable) for field in arrow.fields])
    if pa.types.is_list(arrow):
        return T.ArrayType(spark_type(arrow.value_type), containsNull=arrow.value_field.nullable)
    if pa.types.is_map(arrow):
        return T.MapType(spark_type(arrow.key_type), spark_type(arrow.item_type), valueContainsNull=arrow.item_field.nullable)
    return next(spark() for holds, spark in _PLAIN if holds(arrow))


def record_schema() -> T.StructType:
    """The schema of one record, derived from `MeetingRecord`."""
    schema = spark_type(RECORD)
    assert isinstance(schema, T.StructType)
    return schema


def schema() -> T.StructType:
    """The columns that `extract` gives: ``id``, ``language``, ``meetings`` (a list of records), ``reason`` where nothing could be looked
    for, ``error`` where the report could not be read."""
    return T.StructType([
        T.StructField("id", T.StringType()),
        T.StructField("language", T.StringType()),
        T.StructField("meetings", T.ArrayType(record_schema(), containsNull=False), nullable=False),
        T.StructField("reason", T.StringType()),
        T.StructField("error", T.StringType()),
    ])  # fmt: skip


def extract(frame: DataFrame, *, text: str = "text", id: str | None = None, title: str | None = None, published: str | None = None,
            publisher: str | None = None, language: str | None = None, keep: Sequence[str] = (),
            recognisers: Sequence[str] | None = None) -> DataFrame:  # fmt: skip
    """Read the reports of a data frame: one row for each, with the columns of `schema` behind those that are to be kept.

    `text`, `id`, `title`, `published` (a string, a date or a timestamp) and `publisher` are names of columns; `language` is a
    code, and without it each report's is told from its words; `recognisers` are those of `jwgie.load`, by name. Every Python worker loads
    the pipeline once. A report that cannot be read has its `error`, and its row stays where it is.
    """
    if language is not None:
        load(language, recognisers=recognisers)  # what is wrong is told here, not by a worker
    used = {name: column for name, column in zip(("text", *METADATA), (text, title, published, id, publisher), strict=True) if column}
    taken = set(keep) & set(schema().fieldNames())
    if taken:
        raise InputError(f"keep: the result has columns of its own called {', '.join(sorted(taken))}")
    columns = [F.col(column).cast("string").alias(f"jwgie_{name}") for name, column in used.items()]
    kept = frame.select(*keep).schema.fields
    result = T.StructType([*kept, *schema().fields])
    return frame.select(*keep, *columns).mapInArrow(partial(_read, language=language, keep=tuple(keep), recognisers=recognisers), result)


def _read(batches: Iterable[pa.RecordBatch], language: str | None, keep: Sequence[str],
          recognisers: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:  # fmt: skip
    """What a worker does with its share."""
    nlp = load(language, recognisers=recognisers)
    for whole in batches:
        for start in range(0, whole.num_rows, BATCH):
            batch = whole.slice(start, BATCH)
            names = [name for name in batch.schema.names if name.startswith("jwgie_")]
            cells = [batch.column(name).to_pylist() for name in names]
            reports = [dict(zip((name.removeprefix("jwgie_") for name in names), row, strict=True)) for row in zip(*cells, strict=True)]
            documents = list(nlp.pipe(reports))
            told = {
                "id": pa.array([d.id for d in documents], pa.string()),
                "language": pa.array([d.language for d in documents], pa.string()),
                "meetings": arrow_records(d.records for d in documents),
                "reason": pa.array([d.reason for d in documents], pa.string()),
                "error": pa.array([f"{type(d.error).__name__}: {d.error}" if d.error else None for d in documents], pa.string()),
            }
            yield pa.RecordBatch.from_pydict({**{name: batch.column(name) for name in keep}, **told})


def to_record(row: Row) -> MeetingRecord:
    """The record in a row of ``meetings``."""
    return record_of(row.asDict(recursive=True))

"""Tables in files: Parquet, CSV and JSON lines, and back to the same frames."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from jwgie.errors import InputError
from jwgie.tables.cells import from_cell, to_cell
from jwgie.tables.frames import Columns, Library, columns_of, frame_of, imported
from jwgie.tables.schema import TABLES, Table, Type

Format = Literal["parquet", "csv", "jsonl"]

#: Formats by the endings of files.
_ENDINGS: dict[str, Format] = {".parquet": "parquet", ".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl"}


def write_frame(frame: Any, file: str | Path, format: Format | None = None, *, delimiter: str = ",") -> None:
    """A frame that `to_frame` has made to a file of the format that its name ends in: ``.parquet``, ``.csv``, ``.jsonl``.

    CSV is UTF-8 with a mark by which Excel knows it, so that every script opens right; where Excel's list separator is the semicolon, as in
    many languages, pass ``delimiter=";"``. Lists are joined by semicolons. An apostrophe comes before what Excel would take for
    a formula; `read_frame` takes it off again."""
    format = _format(file, format)
    table = _table_of(map(str, frame.columns if not hasattr(frame, "column_names") else frame.column_names))
    if format == "parquet":
        imported("pyarrow.parquet").write_table(frame_of(columns_of(frame, table), table, "pyarrow"), file)
        return
    columns = columns_of(frame, table)
    rows = zip(*(columns[column.name] for column in table.columns), strict=True)
    if format == "csv":
        with Path(file).open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream, delimiter=delimiter)
            writer.writerow([column.name for column in table.columns])
            writer.writerows([to_cell(v, column.type) for v, column in zip(row, table.columns, strict=True)] for row in rows)
        return
    with Path(file).open("w", encoding="utf-8", newline="\n") as stream:
        for row in rows:
            values = {c.name: v.isoformat() if isinstance(v, date) else v for v, c in zip(row, table.columns, strict=True)}
            stream.write(json.dumps(values, ensure_ascii=False) + "\n")


def read_frame(file: str | Path, format: Format | None = None, library: Library = "pandas") -> Any:
    """The frame that was written: the same columns, types and values. Which table it is, the columns tell. Of JSON lines without a
    line, they do not: `InputError`."""
    format = _format(file, format)
    if format == "parquet":
        found = imported("pyarrow.parquet").read_table(file)
        table = _table_of(found.column_names)
        return frame_of(columns_of(found, table), table, library)
    table, rows = _csv(file) if format == "csv" else _json(file)
    columns: Columns = {column.name: [] for column in table.columns}
    for row in rows:
        for column, value in zip(table.columns, row, strict=True):
            columns[column.name].append(value)
    return frame_of(columns, table, library)


def _format(file: str | Path, format: Format | None) -> Format:
    format = format or _ENDINGS.get(Path(file).suffix.lower())
    if format is None:
        raise InputError(f"the name of {file} does not tell its format; pass one of: {', '.join(get_args(Format))}")
    return format


def _table_of(names: Iterable[str]) -> Table:
    """The table whose columns these are."""
    given = list(names)
    for table in TABLES.values():
        if sorted(given) == sorted(column.name for column in table.columns):
            return table
    raise InputError(f"these are not the columns of a table that jwgie.to_frame makes: {', '.join(given)}")


def _csv(file: str | Path) -> tuple[Table, list[list[Any]]]:
    with Path(file).open(encoding="utf-8-sig", newline="") as stream, _cells_of_any_size():
        first = stream.readline()
        stream.seek(0)
        delimiter = max(",;\t", key=first.count)
        lines = csv.reader(stream, delimiter=delimiter)
        names = next(lines, [])
        table = _table_of(names)
        order = [names.index(column.name) for column in table.columns]
        return table, [[from_cell(line[at], column.type) for at, column in zip(order, table.columns, strict=True)] for line in lines]


@contextmanager
def _cells_of_any_size() -> Iterator[None]:
    before = csv.field_size_limit(2**31 - 1)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _json(file: str | Path) -> tuple[Table, list[list[Any]]]:
    with Path(file).open(encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream if line.strip()]
    if not rows:
        raise InputError(f"{file} has no lines, which alone would tell what table it is")
    table = _table_of(rows[0])
    return table, [[_from_json(row[column.name], column.type) for column in table.columns] for row in rows]


def _from_json(value: Any, type: Type) -> Any:
    return date.fromisoformat(value) if type is Type.day and value is not None else value

"""Records as data frames of pandas, polars or pyarrow, which are imported when they are asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from importlib import import_module
from typing import Any, Literal, get_args

from jwgie.document import Document
from jwgie.errors import InputError, MissingExtraError
from jwgie.record import MeetingRecord
from jwgie.tables.schema import Kind, Report, Table, Type, table_of

Library = Literal["pandas", "polars", "pyarrow"]
#: A record, what has records, or a row that ``jwgie extract`` has written.
Source = MeetingRecord | Document | Mapping[str, Any]

#: Values by column, each of the type of its column in plain Python.
Columns = dict[str, list[Any]]

_EXTRAS = {"pandas": "pandas", "polars": "polars", "pyarrow": "pandas"}
_PANDAS = {Type.text: "string", Type.whole: "Int64", Type.share: "Float64", Type.texts: "object", Type.day: "datetime64[s]"}


def to_frame(records: Iterable[Source] | Source, kind: Kind = "meetings", library: Library = "pandas") -> Any:
    """The meetings, people, statements, topics ... of records as a data frame, a row each: ``docs/tables.md`` tells the columns, and
    they and their types are the same whatever the records are, also where there are none.

    `records` are records, documents, or rows that ``jwgie extract`` has written (`read_rows`), many or one. `document_id` and `meeting`
    join the tables. `library` is ``pandas`` (nullable types; lists are Python's), ``polars`` or ``pyarrow``."""
    table = table_of(kind)
    if isinstance(records, MeetingRecord | Document | Mapping):
        records = [records]
    rows = list(_rows(table, records))
    return frame_of(dict(zip(_names(table), map(list, zip(*rows, strict=True)), strict=True)) if rows else _empty(table), table, library)


def frame_of(columns: Columns, table: Table, library: Library) -> Any:
    """A data frame of a table's columns."""
    if library not in get_args(Library):
        raise InputError(f"there are no frames of {library!r}; there are: {', '.join(get_args(Library))}")
    module = imported(library)
    if library == "pandas":
        return module.DataFrame({c.name: module.Series(columns[c.name], dtype=_PANDAS[c.type]) for c in table.columns})
    if library == "polars":
        types = {
            Type.text: module.String, Type.whole: module.Int64, Type.share: module.Float64, Type.day: module.Date,
            Type.texts: module.List(module.String),
        }  # fmt: skip
        return module.DataFrame(columns, schema={c.name: types[c.type] for c in table.columns})
    return module.table(columns, schema=arrow_schema(table))


def arrow_schema(table: Table) -> Any:
    """The columns of a table as a schema of pyarrow."""
    arrow = imported("pyarrow")
    types = {
        Type.text: arrow.string(), Type.whole: arrow.int64(), Type.share: arrow.float64(), Type.day: arrow.date32(),
        Type.texts: arrow.list_(arrow.string()),
    }  # fmt: skip
    return arrow.schema([(c.name, types[c.type]) for c in table.columns])


def columns_of(frame: Any, table: Table) -> Columns:
    """The columns of a frame of any of the libraries, in plain Python."""
    if hasattr(frame, "to_pydict"):
        found = frame.to_pydict()
    elif hasattr(frame, "to_dicts"):
        found = frame.to_dict(as_series=False)
    else:
        found = {name: frame[name].tolist() for name in frame.columns}
    return {c.name: [_plain(value, c.type) for value in found[c.name]] for c in table.columns}


def _plain(value: Any, type: Type) -> Any:
    if type is Type.texts:
        return [] if value is None else list(value)
    if value is None or type_name(value) == "NAType" or value != value:
        return None
    if type is Type.day:
        return date(value.year, value.month, value.day)
    return int(value) if type is Type.whole else float(value) if type is Type.share else str(value)


def type_name(value: Any) -> str:
    """The name of a value's class: for classes of libraries that need not be there."""
    return type(value).__name__


def imported(name: str) -> Any:
    """A library that is an extra, or an error that says how to install it."""
    try:
        return import_module(name)
    except ImportError as error:
        extra = _EXTRAS[name.partition(".")[0]]
        raise MissingExtraError(f"this needs {name}: pip install 'jwgie[{extra}]'") from error


def _names(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def _empty(table: Table) -> Columns:
    return {name: [] for name in _names(table)}


def _rows(table: Table, sources: Iterable[Source]) -> Iterator[Sequence[Any]]:
    numbers: Counter[str] = Counter()
    for report, records in _reports(sources):
        if table.kind == "reports":
            yield table.report_row(report)
        for record in records:
            numbers[report.id] += 1
            yield from table.rows(record, report.id, numbers[report.id])


def _reports(sources: Iterable[Source]) -> Iterator[tuple[Report, Sequence[MeetingRecord]]]:
    """The reports, with an id each; records that follow each other and know the same of their report are of one."""
    count = 0
    waiting: list[MeetingRecord] = []
    for source in sources:
        if waiting and not (isinstance(source, MeetingRecord) and source.document == waiting[0].document):
            yield _report_of(waiting, count), waiting
            waiting = []
        if isinstance(source, MeetingRecord):
            count += not waiting
            waiting.append(source)
        elif isinstance(source, Document):
            count += 1
            d = source
            error = None if d.error is None else f"{type_name(d.error)}: {d.error}"
            known = (d.title, d.published, d.publisher, d.language)
            yield Report(d.id or f"#{count}", *known, len(d.records), d.reason, error), d.records
        elif isinstance(source, Mapping) and "meetings" in source:
            count += 1
            records = [MeetingRecord.model_validate(meeting, context={"grounded": True}) for meeting in source["meetings"]]
            report = _report_of(records, count, source.get("id"))
            yield Report(**vars(report) | {"reason": source.get("reason"), "error": source.get("error")}), records
        else:
            raise InputError(f"a table is made of records, documents or rows of jwgie extract, not of {type_name(source)}")
    if waiting:
        yield _report_of(waiting, count), waiting


def _report_of(records: Sequence[MeetingRecord], number: int, id: str | None = None) -> Report:
    if not records:
        return Report(id or f"#{number}")
    known = records[0].document
    return Report(id or known.id or f"#{number}", known.title, known.published, known.publisher, known.language, len(records))

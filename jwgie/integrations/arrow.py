"""The record as an Arrow type, derived from the model, and records as Arrow arrays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from jwgie.errors import MissingExtraError
from jwgie.record import MeetingRecord

try:
    import pyarrow as pa
except ImportError as error:
    raise MissingExtraError("pyarrow is not installed: pip install jwgie[spark]") from error

_PLAIN = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def arrow_type(annotation: Any) -> pa.DataType:
    """The type of a field of a model: models are structs, tuples lists, mappings maps with their keys as strings, choices strings."""
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        (plain,) = {type(argument) for argument in arguments}
        return _PLAIN[plain]
    if origin in (Union, UnionType):
        (inner,) = (argument for argument in arguments if argument is not NoneType)
        return arrow_type(inner)
    if origin is tuple:
        return pa.list_(pa.field("element", arrow_type(arguments[0]), nullable=False))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return pa.map_(arrow_type(arguments[0]), pa.field("value", arrow_type(arguments[1]), nullable=False))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return pa.struct(arrow_fields(annotation))
    raise TypeError(f"no Arrow type for {annotation!r}")


def arrow_fields(model: type[BaseModel]) -> list[pa.Field]:
    """The fields of a model in their order; one that may be None is nullable."""
    return [
        pa.field(name, arrow_type(field.annotation), nullable=NoneType in get_args(field.annotation))
        for name, field in model.model_fields.items()
    ]  # fmt: skip


#: The type of one record.
RECORD = arrow_type(MeetingRecord)


def arrow_records(records: Iterable[Iterable[MeetingRecord]]) -> pa.Array:
    """For each document the list of its records."""
    rows = [[_row(record) for record in each] for each in records]
    return pa.array(rows, pa.list_(pa.field("element", RECORD, nullable=False)))


def _row(record: MeetingRecord) -> dict[str, Any]:
    row = record.model_dump()
    row["evidence"] = list(row["evidence"].items())
    return row


def record_of(row: Mapping[str, Any]) -> MeetingRecord:
    """The record in a row that was read from an Arrow table, as ``to_pylist`` gives it: maps may be pairs or mappings."""
    return MeetingRecord.model_validate({**row, "evidence": dict(row["evidence"])})

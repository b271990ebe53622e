"""The schema is that of the model, field by field, and records come back as they were."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import jwgie
from jwgie.record import MeetingRecord, Records

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed (extra: spark)")

from jwgie.integrations.arrow import RECORD, arrow_records, arrow_type, record_of  # noqa: E402

GOLD = Path(__file__).parents[1] / "gold" / "dev"
SCHEMA = MeetingRecord.model_json_schema(mode="serialization")


def by_the_model(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, str, bool]]:
    """Path, kind and whether it may be null, of everything in a JSON Schema."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    nullable = {"type": "null"} in schema.get("anyOf", ())
    if nullable:
        (schema,) = (choice for choice in schema["anyOf"] if choice != {"type": "null"})
        if "$ref" in schema:
            schema = SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    kind = "map" if "additionalProperties" in schema and "properties" not in schema else schema["type"]
    yield path, kind, nullable
    for name, field in schema.get("properties", {}).items():
        yield from by_the_model(field, f"{path}/{name}")
    if kind == "array":
        yield from by_the_model(schema["items"], f"{path}/*")
    if kind == "map":
        yield from by_the_model(schema["additionalProperties"], f"{path}/*")


def by_arrow(kind: Any, nullable: bool = False, path: str = "") -> Iterator[tuple[str, str, bool]]:
    """The same of an Arrow type."""
    names = {"string": "string", "int64": "integer", "double": "number", "list": "array", "struct": "object", "map": "map"}
    yield path, next(name for start, name in names.items() if str(kind).startswith(start)), nullable
    if pa.types.is_struct(kind):
        for field in kind.fields:
            yield from by_arrow(field.type, field.nullable, f"{path}/{field.name}")
    elif pa.types.is_list(kind):
        yield from by_arrow(kind.value_type, kind.value_field.nullable, f"{path}/*")
    elif pa.types.is_map(kind):
        yield from by_arrow(kind.item_type, kind.item_field.nullable, f"{path}/*")


def test_every_field_of_the_model() -> None:
    expected = list(by_the_model(SCHEMA))
    assert len(expected) > 70
    assert list(by_arrow(RECORD)) == expected


def test_what_has_no_type_is_refused() -> None:
    with pytest.raises(TypeError, match="no Arrow type"):
        arrow_type(set[str])


@pytest.mark.parametrize("name", ["ar-d01", "ar-d02", "ar-d05"])
def test_records_come_back(name: str) -> None:
    gold = json.loads((GOLD / f"{name}.json").read_text("utf-8"))
    records = jwgie.extract(gold["text"], language="ar", title=gold["title"], published=gold["published"])
    assert records
    array = arrow_records([records, Records()])
    array.validate(full=True)
    first, second = array.to_pylist()
    assert [record_of(row) for row in first] == list(records)
    assert second == []

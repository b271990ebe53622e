"""Whatever a table holds, files give it back."""

import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jwgie.tables import TABLES, read_frame, write_frame
from jwgie.tables.cells import from_cell, to_cell
from jwgie.tables.frames import columns_of, frame_of
from jwgie.tables.schema import Type

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
TRICKY = st.lists(
    st.sampled_from(["'", "=", ";", "; ", "\\", ",", '"', "\r", "\n", "\t", "e", "س", "\u200f", "\x00", "\ufeff"]), max_size=5
).map("".join)
TEXTS = ANY | TRICKY
VALUES = {
    Type.text: st.none() | TEXTS.filter(bool),  # an empty text is none
    Type.texts: st.lists(TEXTS, max_size=3),
    Type.whole: st.none() | st.integers(-(2**63), 2**63 - 1),
    Type.share: st.none() | st.floats(allow_nan=False),
    Type.day: st.none() | st.dates(),
}


@cache
def folder():
    return tempfile.TemporaryDirectory()


@settings(max_examples=25, deadline=None)
@pytest.mark.parametrize("ending", ["csv", "parquet", "jsonl"])
@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
@given(data=st.data())
def test_files_give_back_the_frame(ending, library, data):
    table = data.draw(st.sampled_from(list(TABLES.values())))
    rows = data.draw(st.lists(st.tuples(*(VALUES[c.type] for c in table.columns)), min_size=ending == "jsonl", max_size=3))
    columns = {c.name: [row[at] for row in rows] for at, c in enumerate(table.columns)}
    frame = frame_of(columns, table, library)
    assert columns_of(frame, table) == columns
    file = Path(folder().name) / f"x.{ending}"
    write_frame(frame, file, delimiter=data.draw(st.sampled_from(",;\t")))
    assert columns_of(read_frame(file, library=library), table) == columns


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(Type).flatmap(lambda type: st.tuples(st.just(type), VALUES[type])))
def test_cells(typed):
    type, value = typed
    cell = to_cell(value, type)
    assert from_cell(cell, type) == value
    if type in (Type.text, Type.texts):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))

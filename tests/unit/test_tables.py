"""Records as tables: the schema, the frames of each library, the files."""

import csv
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import get_args

import pandas
import polars
import pyarrow
import pytest
from pydantic import BaseModel

import jwgie
import jwgie.integrations.pandas
from jwgie.document import Document
from jwgie.errors import InputError, MissingExtraError
from jwgie.record import (
    DateRange,
    Delegation,
    DocumentInfo,
    Evidence,
    MeetingRecord,
    OtherRound,
    Person,
    Place,
    SignedDocument,
    Source,
    Statement,
)
from jwgie.rows import row
from jwgie.tables import KINDS, TABLES, frames, read_frame, to_frame, write_frame
from jwgie.tables.cells import from_cell, to_cell
from jwgie.tables.schema import Type, day, markdown

LIBRARIES = ("pandas", "polars", "pyarrow")
REPORT = "عقدت اليوم في طوكيو الجولة الثانية من المشاورات السياسية بين مصر واليابان، واتفق الجانبان على مكافحة الإرهاب."


def record(**values):
    """A record without evidence: a table does not ask for it."""
    known = {"kind": "summit", "status": "held"} | values
    return MeetingRecord.model_validate(known, context={"grounded": True})


FULL = record(
    name="قمة", subjects=("energy",), ordinal=2, parties=("EG", "JP"), date=DateRange(start="2024-06", end="2024-06"),
    place=Place(city="Tokyo", country="JP"), mode="virtual", topics=("energy", "health"), regions=("middle_east",), forums=("UN",),
    delegations=(
        Delegation(party="EG", people=(Person(name="أ", role="head"), Person(name="ب", role="member", position="وزير"))),
        Delegation(party="JP", people=(Person(name="ج", role="head", honorific="السيد", affiliation="وزارة"),)),
    ),
    statements=(Statement(act="agree", actors=("EG", "JP"), topics=("energy",), means=("exchange",), quote="اتفق"),),
    documents=(SignedDocument(kind="minutes", title="محضر", topics=("health",)),), sources=(Source(name="وزارة", party="EG"),),
    next_meeting=OtherRound(ordinal=3, place=Place(city="Cairo", country="EG"), date_text="العام المقبل"),
    previous_meeting=OtherRound(date=DateRange(start="2023", end="2023-02-01")),
    evidence={"/ordinal": (Evidence(start=1, end=2, text="٢", origin="text", rule="r", confidence=0.5),) * 2},
    confidence=0.75, document=DocumentInfo(id="a", title="ع", published="2024-06-30", publisher="p", language="ar"),
)  # fmt: skip


def dicts(records, kind="meetings"):
    return to_frame(records, kind, "polars").to_dicts()


def test_every_value_of_a_record_is_in_a_table():
    """What is put in comes out: no field of the record is forgotten."""
    told = {str(value) for kind in KINDS for row in dicts([FULL], kind) for value in _flat(row.values())}
    left = {pointer: value for pointer, value in FULL.leaves() if str(value) not in told}
    assert left == {}
    assert {str(v) for v in (*FULL.document.model_dump().values(), FULL.confidence)} <= told
    names = {name for model in (DocumentInfo, Evidence, OtherRound, Person) for name in model.model_fields}
    columns = {part for table in TABLES.values() for c in table.columns for part in (c.name, c.name.removeprefix("next_"))}
    assert names - columns <= {"id", "place", "date"}
    assert all(issubclass(model, BaseModel) for model in (DocumentInfo, Evidence))


def _flat(values):
    for value in values:
        yield from value if isinstance(value, list) else [value]


def test_meetings():
    (meeting,) = dicts(FULL)
    assert (meeting["document_id"], meeting["meeting"]) == ("a", 1)
    assert (meeting["date_start"], meeting["first_day"], meeting["last_day"]) == ("2024-06", date(2024, 6, 1), date(2024, 6, 30))
    assert (meeting["next_ordinal"], meeting["next_city"], meeting["previous_end"]) == (3, "Cairo", "2023-02-01")
    assert meeting["topics"] == ["energy", "health"]


def test_parts_point_into_the_record():
    people = dicts(FULL, "people")
    assert [(p["person"], p["party"], p["name"], p["pointer"]) for p in people] == [
        (1, "EG", "أ", "/delegations/0/people/0"),
        (2, "EG", "ب", "/delegations/0/people/1"),
        (3, "JP", "ج", "/delegations/1/people/0"),
    ]
    leaves = {pointer for pointer, _ in FULL.leaves()}
    for kind in ("people", "statements", "topics", "documents", "sources"):
        assert all(any(leaf.startswith(part["pointer"]) for leaf in leaves) for part in dicts(FULL, kind))
    assert [(e["pointer"], e["piece"], e["value"], e["text"]) for e in dicts(FULL, "evidence")] == [
        ("/ordinal", 1, "2", "٢"),
        ("/ordinal", 2, "2", "٢"),
    ]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2024-06-03", date(2024, 6, 3), date(2024, 6, 3)),
        ("2024-13", None, None),
        ("soon", None, None),
        (None, None, None),
    ],
)
def test_days(text, first, last):
    assert (day(text), day(text, last=True)) == (first, last)


def test_ids_join_the_tables():
    one, other = record(topics=("energy",)), record(document=DocumentInfo(id="b"), topics=("health",))
    documents = [Document("x", records=(one, one)), Document("y", id="b", records=(other,)), Document("z", id="b", records=(other,))]
    keys = [(r["document_id"], r["meeting"]) for r in dicts(documents)]
    assert keys == [("#1", 1), ("#1", 2), ("b", 1), ("b", 2)]
    assert [(r["document_id"], r["meeting"]) for r in dicts(documents, "topics")] == keys
    assert [(r["document_id"], r["meetings"]) for r in dicts(documents, "reports")] == [("#1", 2), ("b", 1), ("b", 1)]


def test_records_that_know_the_same_of_their_report_are_of_one():
    one, other = record(document=DocumentInfo(title="1")), record(document=DocumentInfo(title="2"))
    assert [(r["document_id"], r["meeting"]) for r in dicts([one, one, other, one])] == [("#1", 1), ("#1", 2), ("#2", 1), ("#3", 1)]


def test_rows_of_the_command_line_give_the_same():
    documents = list(jwgie.load("ar").pipe([{"text": REPORT, "id": "a", "title": "ع"}, {"text": "", "id": "b"}, {"text": 3, "id": "c"}]))
    rows = [json.loads(json.dumps(row(d))) for d in documents]
    for kind in KINDS:
        if kind != "reports":
            assert dicts(rows, kind) == dicts(documents, kind)
    reports = dicts(rows, "reports")
    assert [r["document_id"] for r in reports] == ["a", "b", "c"]
    assert reports[1]["reason"] == "the text is empty"
    assert reports[2]["error"].startswith("InputError: ")


@pytest.mark.parametrize("kind", KINDS)
def test_types_are_the_same_whatever_there_is(kind):
    full = [to_frame([FULL], kind, library) for library in LIBRARIES]
    none = [to_frame([], kind, library) for library in LIBRARIES]
    assert full[0].dtypes.equals(none[0].dtypes)
    assert full[1].schema == none[1].schema
    assert full[2].schema == none[2].schema
    assert list(full[0].columns) == full[1].columns == full[2].column_names == [c.name for c in TABLES[kind].columns]
    assert [type(f) for f in full] == [pandas.DataFrame, polars.DataFrame, pyarrow.Table]


def test_half_a_surrogate_pair_is_replaced():
    assert dicts(record(name="a\ud800", parties=("\udfff",)))[0]["name"] == "a\ufffd"


@pytest.mark.parametrize(
    ("arguments", "message"), [(([], "people!"), "people"), (([], "people", "r"), "polars"), ((["text"],), "not of str")]
)
def test_wrong_arguments(arguments, message):
    with pytest.raises(InputError, match=message):
        to_frame(*arguments)


def test_the_page_of_tables_is_what_the_code_does():
    assert markdown() in (Path(__file__).parents[2] / "docs" / "tables.md").read_text("utf-8")


def test_what_is_missing_is_said_with_how_to_install_it(monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(frames, "import_module", missing)
    for library, extra in (("pandas", "pandas"), ("polars", "polars"), ("pyarrow", "pandas")):
        with pytest.raises(MissingExtraError, match=rf"pip install 'jwgie\[{extra}\]'"):
            to_frame([], library=library)


def test_jwgie_stays_light():
    heavy = ("pandas", "polars", "pyarrow", "numpy", "trafilatura", "lxml")
    script = f"import sys, jwgie, jwgie.cli; assert not set(sys.modules) & set({heavy})"
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.parametrize("ending", ["csv", "parquet", "jsonl"])
@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("kind", KINDS)
def test_files_give_back_the_frame(tmp_path, ending, library, kind):
    frame = to_frame([FULL, record(name="=1; \\'", document=DocumentInfo(id="'"))], kind, library)
    file = tmp_path / f"table.{ending}"
    write_frame(frame, file)
    back = read_frame(file, library=library)
    assert back.equals(frame)
    if library == "pandas":
        assert back.dtypes.equals(frame.dtypes)
    else:
        assert back.schema == frame.schema


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_empty_files_keep_their_types(tmp_path, ending):
    write_frame(to_frame([], "people"), tmp_path / f"x.{ending}")
    assert read_frame(tmp_path / f"x.{ending}").dtypes.equals(to_frame([], "people").dtypes)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_for_excel(tmp_path, delimiter):
    frame = to_frame([FULL])
    write_frame(frame, tmp_path / "x.csv", delimiter=delimiter)
    data = (tmp_path / "x.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert "قمة" in data.decode("utf-8-sig")
    with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as stream:
        (line,) = csv.DictReader(stream, delimiter=delimiter)
    assert (line["parties"], line["first_day"], line["ordinal"], line["mode"]) == ("EG; JP", "2024-06-01", "2", "virtual")
    assert read_frame(tmp_path / "x.csv").equals(frame)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1"])
def test_no_cell_is_a_formula(text):
    for type, value in ((Type.text, text), (Type.texts, [text, text])):
        cell = to_cell(value, type)
        assert cell.startswith("'")
        assert from_cell(cell, type) == value


def test_csv_with_a_very_long_cell(tmp_path):
    frame = to_frame([record(name="س" * 300_000)])
    write_frame(frame, tmp_path / "x.csv")
    assert read_frame(tmp_path / "x.csv").equals(frame)
    assert csv.field_size_limit() == 131072


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.txt", "", "format"),
        ("x.csv", "a,b\n1,2\n", "not the columns"),
        ("x.csv", "", "not the columns"),
        ("x.jsonl", '{"a": 1}\n', "not the columns"),
        ("x.jsonl", "", "no lines"),
    ],
)
def test_files_of_something_else(tmp_path, name, content, message):
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(InputError, match=message):
        read_frame(tmp_path / name)


def test_frames_of_something_else(tmp_path):
    with pytest.raises(InputError, match="not the columns"):
        write_frame(pandas.DataFrame({"a": [1]}), tmp_path / "x.csv")


FRAME = pandas.DataFrame(
    {"body": [REPORT, "", None, 7], "day": pandas.to_datetime(["2024-05-31", None, None, None]), "head": ["ع", None, "x", "y"]},
    index=[10, 20, 30, 40],
)


@pytest.mark.parametrize("processes", [1, 2])
def test_accessor(processes):
    found = FRAME.jwgie.extract("body", published="day", title="head", language="ar", processes=processes)
    assert list(found.columns) == ["body", "day", "head", "records", "reason", "error"]
    assert found.index.equals(FRAME.index)
    assert [len(records) for records in found["records"]] == [1, 0, 0, 0]
    (one,) = found["records"][10]
    assert (one.date.start, one.document.title, one.document.published) == ("2024-05-31", "ع", "2024-05-31")
    assert found["reason"].notna().tolist() == [False, True, True, False]
    assert found["error"].notna().tolist() == [False, False, False, True]
    assert "records" not in FRAME


def test_accessor_to_a_table():
    table = FRAME.jwgie.table("body", "topics", published="day", progress=True)
    assert set(table["document_id"]) == {"10"}
    assert FRAME.jwgie.table("body", id="head").document_id.tolist() == ["ع"]
    joined = table.merge(FRAME, left_on=table["document_id"].astype(int), right_index=True)
    assert set(joined["head"]) == {"ع"}
    with pytest.raises(InputError, match="no column 'text'; it has: body, day, head"):
        FRAME.jwgie.extract("text")
    with pytest.raises(InputError, match="a recogniser is"):
        FRAME.jwgie.extract("body", language="ar", recognisers=["nobody"])


def test_kinds_are_those_of_the_type():
    assert tuple(TABLES) == KINDS == get_args(jwgie.tables.schema.Kind)

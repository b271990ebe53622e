"""The command line, as a person or a script uses it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import jwgie
from jwgie.cli import app
from jwgie.record import MeetingRecord

runner = CliRunner()

HEADLINE = "جولة ثانية من المشاورات بين مصر واليابان"
BODY = "عقدت اليوم في طوكيو الجولة الثانية من المشاورات السياسية بين مصر واليابان، واتفق الجانبان على مكافحة الإرهاب."


@pytest.fixture
def report(tmp_path):
    file = tmp_path / "report.txt"
    file.write_text(f"{HEADLINE}\n\n{BODY}\n", "utf-8")
    return file


def lines(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def run(*arguments, code=0, **more):
    result = runner.invoke(app, [str(a) for a in arguments], **more)
    assert result.exit_code == code, result.output
    return result


def test_json_lines_with_evidence(report):
    (row,) = lines(run("extract", report, "--published", "2024-05-31"))
    assert row["id"] == str(report)
    assert row["error"] is None
    (meeting,) = row["meetings"]
    assert (meeting["kind"], meeting["ordinal"], meeting["parties"]) == ("political_consultations", 2, ["EG", "JP"])
    assert meeting["document"]["title"] == HEADLINE
    for found in meeting["evidence"].values():
        for e in found:
            source = HEADLINE if e["origin"] == "title" else BODY
            assert source[e["start"] : e["end"]] == e["text"]


def test_the_same_as_the_library(report):
    (row,) = lines(run("extract", report, "--published", "2024-05-31"))
    document = jwgie.load("ar")(BODY + "\n", title=HEADLINE, published="2024-05-31", id=str(report))
    assert row["meetings"] == [record.model_dump(mode="json") for record in document.records]


@pytest.mark.parametrize(("mode", "title"), [("guess", HEADLINE), ("first-line", HEADLINE), ("none", None)])
def test_headline(report, mode, title):
    (row,) = lines(run("extract", report, "--title", mode))
    assert [m["document"]["title"] for m in row["meetings"]] == [title]


def test_formats(report):
    (row,) = json.loads(run("extract", report, "--format", "json").stdout)
    assert row == lines(run("extract", report, "--format", "jsonl"))[0]
    shown = run("extract", report, "--format", "table").stdout
    for words in (HEADLINE, "political consultations", "EG, JP", "counter terrorism"):
        assert words in shown


def test_table_says_where_there_is_nothing(tmp_path):
    (tmp_path / "a.txt").write_text("نص قصير عن أحوال الطقس في المدينة اليوم.", "utf-8")
    (tmp_path / "b.txt").write_text("", "utf-8")
    (tmp_path / "c.txt").write_text("\x1b[31m[bold]نص", "utf-8")
    shown = run("extract", tmp_path, "--format", "table").stdout
    assert shown.count("no meeting") == 3
    assert "the text is empty" in shown


def test_terminals_are_not_steered_by_reports():
    shown = run("extract", "-", "--format", "table", input=json.dumps({"id": "\x1b[31m[bold]x", "text": ""})).stdout
    assert "\x1b[31m" not in shown
    assert "[bold]x" in shown


def test_folders_are_read_in_order_of_name(tmp_path):
    for name in ("b.txt", "a.txt", "c/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(BODY, "utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert [row["id"] for row in lines(run("extract", tmp_path))] == [str(tmp_path / n) for n in ("a.txt", "b.txt", "c/d.txt")]


def test_json_lines_keep_their_own_data(tmp_path):
    rows = [{"id": 7, "text": BODY, "title": HEADLINE, "published": "2023-01-02", "label": "x"}, {"text": BODY}]
    file = tmp_path / "reports.jsonl"
    file.write_text("\ufeff" + "\n\n".join(json.dumps(row) for row in rows) + "\n", "utf-8")
    first, second = lines(run("extract", file, "--published", "2024-05-31"))
    assert (first["id"], second["id"]) == ("7", f"{file}:3")
    assert [row["meetings"][0]["document"]["published"] for row in (first, second)] == ["2023-01-02", "2024-05-31"]


def test_json_files_hold_one_report_or_a_list(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps({"text": BODY}, indent=1), "utf-8")
    (tmp_path / "b.json").write_text(json.dumps([{"text": BODY, "id": "x"}, {"text": BODY}]), "utf-8")
    rows = lines(run("extract", tmp_path))
    assert [row["id"] for row in rows] == [str(tmp_path / "a.json"), "x", f"{tmp_path / 'b.json'}:2"]
    assert all(row["meetings"] for row in rows)


@pytest.mark.parametrize(
    ("given", "ids"),
    [
        (BODY, ["-"]),
        (json.dumps({"text": BODY}), ["-"]),
        (json.dumps({"text": BODY}) + "\n" + json.dumps({"text": BODY, "id": "b"}), ["-:1", "b"]),
        (json.dumps([{"text": BODY}]), ["-:1"]),
    ],
)
def test_standard_input(given, ids):
    rows = lines(run("extract", "-", input=given))
    assert [row["id"] for row in rows] == ids
    assert all(row["meetings"] for row in rows)


def test_one_bad_report_stops_nothing_and_shifts_nothing(tmp_path):
    good = json.dumps({"text": BODY})
    undated = json.dumps({"text": BODY, "published": "soon", "id": "p"})
    bad = ["{", "7", '{"id": "no text"}', '{"text": 3, "id": "t"}', undated, "[" * 100_000]
    file = tmp_path / "reports.jsonl"
    file.write_bytes("\n".join([good, *bad, good]).encode() + b"\n\xff\n")
    result = run("extract", file, code=1)
    rows = lines(result)
    assert [row["id"].removeprefix(f"{file}:") for row in rows] == ["1", "2", "3", "4", "t", "p", "7", "8", "9"]
    assert [row["error"] is None for row in rows] == [True] + [False] * 6 + [True, False]
    assert rows[0]["meetings"]
    assert "7 of 9 reports failed" in result.stderr
    assert "ISO 8601" in result.stderr


def test_many_failures_are_counted_not_listed(tmp_path):
    file = tmp_path / "reports.jsonl"
    file.write_text("{\n" * 50, "utf-8")
    assert "and 30 more" in run("extract", file, code=1).stderr


def test_encodings(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(BODY.encode("cp1256"))
    assert "--encoding" in run("extract", file, code=1).stderr
    assert lines(run("extract", file, "--encoding", "windows-1256"))[0]["meetings"]
    file.write_bytes(BODY.encode("utf-16"))
    assert lines(run("extract", file))[0]["meetings"]


def test_lone_surrogates_are_written_as_escapes():
    (row,) = lines(run("extract", "-", input=json.dumps({"text": BODY, "title": "\ud800", "id": "\udfff"})))
    assert row["id"] == "\udfff"
    assert row["meetings"]


def test_other_languages_give_a_reason():
    (row,) = lines(run("extract", "-", input="Os ministros dos dois países reuniram-se em Tóquio para falar da cooperação."))
    assert row["meetings"] == []
    assert "'pt'" in row["reason"]
    assert row["error"] is None


def test_out(report, tmp_path):
    out = tmp_path / "out.jsonl"
    assert run("extract", report, "--out", out).stdout == ""
    assert json.loads(out.read_text("utf-8"))["meetings"]
    run("extract", report, "--out", tmp_path / "missing" / "x", code=2)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["no-such-file"],
        ["-", "--language", "xx"],
        ["-", "--published", "yesterday"],
        ["-", "--format", "xml"],
        ["-", "--title", "perhaps"],
    ],
)
def test_wrong_usage(arguments):
    result = run("extract", *arguments, code=2)
    assert "Error" in result.stderr or "Usage" in result.stderr
    assert "Traceback" not in result.output


def test_schema_describes_what_extract_writes(report):
    schema = json.loads(run("schema").stdout)
    assert schema == MeetingRecord.model_json_schema()
    (row,) = lines(run("extract", report))
    assert set(row["meetings"][0]) == set(schema["properties"])


def test_score():
    shown = run("score", Path(__file__).parent.parent / "gold" / "dev", "--language", "ar", "--json").stdout
    assert "summary" in json.loads(shown)


def test_the_output_is_not_read(tmp_path):
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    out = tmp_path / "z.jsonl"
    for more in ([], [], ["--resume"]):
        run("extract", tmp_path, "--out", out, *more)
        assert [json.loads(line)["id"] for line in out.read_text("utf-8").splitlines()] == [str(tmp_path / "a.txt")]


@pytest.mark.parametrize("ending", ["csv", "parquet", "jsonl"])
def test_tables(report, tmp_path, ending):
    run("extract", report, "--out", tmp_path / "rows.jsonl")
    run("table", tmp_path / "rows.jsonl", tmp_path / f"topics.{ending}", "--kind", "topics")
    topics = jwgie.to_frame(jwgie.load("ar")(BODY + "\n", title=HEADLINE, id=str(report)), "topics")
    assert jwgie.read_frame(tmp_path / f"topics.{ending}").equals(topics)


@pytest.mark.parametrize(
    ("rows", "arguments", "message"),
    [
        ("", ["x.csv", "--kind", "x"], "no table of 'x'"),
        ("", ["x.doc"], "format"),
        ("x\n", ["x.csv"], "line 1"),
        ("", ["/no/x.csv"], "/no"),
    ],
)
def test_tables_that_cannot_be_made(tmp_path, rows, arguments, message):
    (tmp_path / "rows.jsonl").write_text(rows)
    assert message in run("table", tmp_path / "rows.jsonl", *arguments, code=2).stderr
    run("table", tmp_path / "missing", "x.csv", code=2)


def test_help():
    shown = run("--help").stdout
    assert all(command in shown for command in ("extract", "table", "score", "schema"))


def test_pages(report, tmp_path):
    one, many = tmp_path / "one.html", tmp_path / "pages"
    run("extract", report, "--format", "html", "--out", one)
    assert "<!doctype html>" in one.read_text("utf-8")
    run("extract", report, report, "--format", "html", "--out", many, "--processes", "2")
    assert sorted(path.name for path in many.iterdir()) == ["00001.html", "00002.html", "index.html"]
    assert (many / "00001.html").read_text("utf-8") == one.read_text("utf-8")
    index = (many / "index.html").read_text("utf-8")
    assert 'href="00002.html"' in index
    assert run("extract", report, report, "--format", "html", "--out", one, code=2)
    assert run("extract", report, "--format", "html", code=2)


def test_the_recognisers_are_those_that_are_named(report):
    (row,) = lines(run("extract", report, "--recogniser", "rules"))
    assert row["meetings"]
    assert "a recogniser is" in run("extract", report, "--recogniser", "nobody", code=2).stderr
    gold = Path(__file__).parents[1] / "gold" / "dev"
    assert "a recogniser is" in run("score", gold, "--recogniser", "nobody", code=2).stderr

"""Runs of the command line that are broken off, and go on to the same output."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from jwgie.cli import app
from jwgie.rows import read_rows

BODY = "عقدت اليوم في طوكيو الجولة الثانية من المشاورات السياسية بين مصر واليابان، واتفق الجانبان على مكافحة الإرهاب."
HERE = Path(__file__).parents[2]


def reports(n):
    return [{"id": i, "text": f"{BODY} {i}", "title": f"جولة {i}", "published": "2024-05-31"} for i in range(n)]


def write(file, rows):
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return file


def run(*arguments, code=0):
    result = CliRunner().invoke(app, ["extract", *map(str, arguments)])
    assert result.exit_code == code, result.output
    return result


@pytest.fixture
def whole(tmp_path):
    """The input of an unbroken run, and its output."""
    source = write(tmp_path / "reports.jsonl", [*reports(12), {"id": "bad"}, *reports(2)])
    out = tmp_path / "whole.jsonl"
    run(source, "--out", out, code=1)
    return source, out.read_bytes()


@pytest.mark.parametrize("processes", [1, 2])
def test_several_processes_write_the_same(whole, tmp_path, processes):
    source, expected = whole
    result = run(source, "--out", tmp_path / "out", "--processes", processes, code=1)
    assert (tmp_path / "out").read_bytes() == expected
    assert "1 of 15 reports failed" in result.stderr
    assert run(source, "--processes", processes, code=1).stdout.encode() == expected


@pytest.mark.parametrize("cut", [0, 1, 0.1, 0.5, -1, -2, None])
def test_resuming_gives_what_an_unbroken_run_gives(whole, tmp_path, cut):
    source, expected = whole
    out = tmp_path / "out"
    out.write_bytes(expected[: int(cut * len(expected)) if isinstance(cut, float) else cut])
    result = run(source, "--out", out, "--resume", code=1)
    assert out.read_bytes() == expected
    assert f"1 of 15 reports failed:\n  {source}:13: needs" in result.stderr


def test_resuming_what_was_never_begun(whole, tmp_path):
    source, expected = whole
    run(source, "--out", tmp_path / "new", "--resume", code=1)
    assert (tmp_path / "new").read_bytes() == expected


def test_a_long_torn_line_is_cut(tmp_path):
    source = write(tmp_path / "in.jsonl", reports(2))
    out = tmp_path / "out"
    run(source, "--out", out)
    expected = out.read_bytes()
    for whole_lines in (b"", expected[: expected.index(b"\n") + 1]):
        out.write_bytes(whole_lines + b"x" * 200_000)
        run(source, "--out", out, "--resume")
        assert out.read_bytes() == expected


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda rows: rows[1:], "line 1 tells of report '0', where the input has '1'"),
        (lambda rows: rows[:2], "tells of report 3, '2', which there is not"),
        (lambda rows: [*rows[:1], rows[2], rows[1], *rows[3:]], "line 2 tells of report '1', where the input has '2'"),
        (lambda rows: [rows[0], {**rows[1], "text": "هكذا " + BODY}, *rows[2:]], "line 2 quotes words of report '1'"),
        (lambda rows: [{**rows[0], "title": "غيره"}, *rows[1:]], "line 1 has another title"),
        (lambda rows: [{**rows[0], "published": "2023"}, *rows[1:]], "line 1 has another published"),
        (lambda rows: [{"id": 0, "text": 7}, *rows[1:]], "line 1 tells of report '0', which cannot be read now"),
    ],
)
def test_another_input_is_noticed_and_nothing_is_touched(tmp_path, change, message):
    out = tmp_path / "out"
    run(write(tmp_path / "in.jsonl", reports(4)), "--out", out)
    out.write_bytes(before := out.read_bytes()[:-1])
    result = run(write(tmp_path / "in.jsonl", change(reports(4))), "--out", out, "--resume", code=2)
    assert message in " ".join(result.stderr.replace("│", "").split())
    assert out.read_bytes() == before


@pytest.mark.parametrize("content", ["{\n", "[]\n", '{"text": "x"}\n'])
def test_another_file_is_noticed(whole, tmp_path, content):
    (tmp_path / "out").write_text(content)
    assert "line 1 is not" in run(whole[0], "--out", tmp_path / "out", "--resume", code=2).stderr


@pytest.mark.parametrize("arguments", [["--resume"], ["--resume", "--out", "x", "--format", "json"], ["--processes", "0"]])
def test_wrong_usage(tmp_path, arguments):
    run(write(tmp_path / "in.jsonl", []), *arguments, code=2)


def begin(source, out, *options):
    command = [sys.executable, "-m", "jwgie.cli", "extract", str(source), "--out", str(out), *options]
    environment = {**os.environ, "PYTHONPATH": str(HERE)}
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True, env=environment)


def wait_for(out, lines):
    deadline = time.monotonic() + 120
    while not out.exists() or out.read_bytes().count(b"\n") < lines:
        assert time.monotonic() < deadline
        time.sleep(0.005)


def broken(tmp_path, n, processes, kills=3):
    """Whether the output of a run that was killed again and again is that of an unbroken one."""
    source = write(tmp_path / "in.jsonl", reports(n))
    run(source, "--out", tmp_path / "whole", "--processes", processes)
    out = tmp_path / "out"
    for kill in range(kills):
        with begin(source, out, "--processes", processes, "--resume") as process:
            wait_for(out, n * (kill + 1) // (kills + 1))
            os.kill(process.pid, signal.SIGKILL)
            process.communicate()
    assert len(list(read_rows(out))) < n
    run(source, "--out", out, "--processes", processes, "--resume")
    assert len(list(read_rows(out))) == n
    return out.read_bytes() == (tmp_path / "whole").read_bytes()


def test_killed_and_resumed(tmp_path):
    assert broken(tmp_path, 120, "2", kills=1)


@pytest.mark.exhaustive
@pytest.mark.parametrize("processes", ["1", "2"])
def test_5000_reports_killed_three_times(tmp_path, processes):
    assert broken(tmp_path, 5000, processes)


def test_ctrl_c_says_what_is_done(tmp_path):
    source, out = write(tmp_path / "in.jsonl", reports(2000)), tmp_path / "out"
    with begin(source, out, "--processes", "2") as process:
        wait_for(out, 5)
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate()
    done = out.read_bytes().count(b"\n")
    assert process.returncode == 130
    told = re.fullmatch(r"interrupted: (\d+) reports are done; the same command with --resume goes on after them\n", errors)
    assert told
    assert done - int(told[1]) in (0, 1)  # one may just have been written
    assert 5 <= done < 2000

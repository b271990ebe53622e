"""The documentation site builds without a warning."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEEDS = ("sphinx", "myst_parser", "furo", "sphinx_copybutton")


@pytest.mark.skipif(not all(map(find_spec, NEEDS)), reason="the extra docs is not installed")
def test_builds_without_warnings(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-d", tmp_path / "trees", "docs", tmp_path / "site"]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    page = (tmp_path / "site" / "api.html").read_text("utf-8")
    for name in ("load", "MeetingRecord", "to_frame", "same_name"):
        assert f'id="jwgie.{name}"' in page

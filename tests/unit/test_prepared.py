"""What is kept of the packs' expressions is what is told of them."""

from __future__ import annotations

import subprocess
import sys

from jwgie.relations.prepared import prepared
from jwgie.relations.triggers import needles


def test_the_file_is_as_the_packs_have_it() -> None:
    run = subprocess.run([sys.executable, "-m", "jwgie.relations.prepare", "--check"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_what_is_not_in_the_file_is_told() -> None:
    assert needles("not in any (?:pack|lexicon)") == [frozenset({"not in any "}), frozenset({"pack", "lexicon"})]
    assert prepared(str.upper, "one") == "ONE"

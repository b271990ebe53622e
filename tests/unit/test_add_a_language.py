"""docs/add-a-language.md, done as it says: its files written, its code run, its output compared."""

import io
from contextlib import chdir, redirect_stdout
from pathlib import Path

import regex

from jwgie import pipeline
from jwgie.languages import _pack_in

DOC = Path(__file__).parents[2] / "docs" / "add-a-language.md"
BLOCK = regex.compile(
    r"(?:^`(?P<file>packs/[\w/.]+)`\n)?^```(?P<kind>\w+)\n(?P<body>.*?)^```\n(?:```text\n(?P<output>.*?)^```\n)?", regex.M | regex.S
)


def test_add_a_language(tmp_path):
    scope: dict[str, object] = {}
    with chdir(tmp_path):
        for block in BLOCK.finditer(DOC.read_text("utf-8")):
            if block["file"]:
                path = tmp_path / block["file"]
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(block["body"], "utf-8")
                _forget()
            else:
                printed = io.StringIO()
                with redirect_stdout(printed):
                    exec(block["body"], scope)
                assert printed.getvalue() == block["output"]


def _forget() -> None:
    """A pack that is edited is loaded anew, as a new process would."""
    pipeline._load.cache_clear()
    _pack_in.cache_clear()

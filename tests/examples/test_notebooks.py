"""The notebooks of ``examples/`` run from the first cell to the last."""

from __future__ import annotations

import shutil
import sys
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
#: What a notebook needs beside jwgie.
NEEDS = {
    "01-first-record": (),
    "02-reports-to-charts": ("pandas", "pyarrow", "matplotlib"),
    "03-spacy-and-stanza": ("spacy", "stanza"),
    "04-spark": ("pyspark", "pyarrow", "pandas"),
    "05-your-own-rule": (),
}


def _installed() -> bool:
    try:
        return bool(distribution("jwgie").entry_points)
    except PackageNotFoundError:
        return False


@pytest.mark.parametrize("notebook", sorted(EXAMPLES.glob("*.ipynb")), ids=lambda path: path.stem)
@pytest.mark.filterwarnings("ignore")  # those of the kernel's own libraries
def test_runs(notebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = [module for module in ("nbclient", "ipykernel", *NEEDS[notebook.stem]) if find_spec(module) is None]
    if missing:
        pytest.skip(f"{', '.join(missing)} not installed")
    if notebook.stem == "04-spark" and not shutil.which("java"):
        pytest.skip("Spark needs Java")
    if notebook.stem == "03-spacy-and-stanza" and not _installed():
        pytest.skip("spaCy finds the component by the entry point of an installed jwgie")
    monkeypatch.syspath_prepend(str(EXAMPLES))
    monkeypatch.setenv("PYTHONPATH", str(EXAMPLES.parent))
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.delitem(sys.modules, "execute", raising=False)
    from execute import execute  # type: ignore[import-not-found]

    executed = execute(notebook)
    kept = nbformat_sources(notebook)
    assert [cell.source for cell in executed.cells] == kept
    assert all(cell.outputs for cell in executed.cells[-1:] if cell.cell_type == "code" and "stop()" not in cell.source)


def nbformat_sources(notebook: Path) -> list[str]:
    import nbformat

    return [cell.source for cell in nbformat.read(notebook, nbformat.NO_CONVERT).cells]

"""Runs the notebooks of this folder anew and keeps what they show: ``python examples/execute.py [NOTEBOOK...]`` (extra ``notebooks``)."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).parent


def execute(notebook: Path) -> nbformat.NotebookNode:
    """The notebook with its outputs, without what libraries say of the machine on standard error. Raises where a cell fails."""
    node = nbformat.read(notebook, nbformat.NO_CONVERT)
    NotebookClient(node, timeout=600, kernel_name="python3", resources={"metadata": {"path": str(HERE)}}).execute()
    for cell in node.cells:
        cell.metadata.pop("execution", None)  # the times of the run
        if cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]
    return node


if __name__ == "__main__":
    for name in sys.argv[1:] or sorted(map(str, HERE.glob("*.ipynb"))):
        nbformat.write(execute(Path(name)), name)
        print(name)

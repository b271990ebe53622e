"""How the examples of these pages run: what needs an extra is skipped where it is not installed, files go to a folder of their own."""

import shutil
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

#: The modules that a page's examples need.
NEEDS = {"integrations.md": ("spacy",), "spark.md": ("pyspark", "pyarrow", "pandas")}
#: Pages whose examples write files.
WRITES = {"display.md"}
#: PySpark says this of every pandas that is newer than itself.
QUIET = "ignore:PySpark does not yet fully support pandas:FutureWarning"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        missing = [module for module in NEEDS.get(item.path.name, ()) if find_spec(module) is None]
        if missing:
            item.add_marker(pytest.mark.skip(reason=f"{', '.join(missing)} not installed"))
        if item.path.name == "spark.md":
            item.add_marker(pytest.mark.filterwarnings(QUIET))
            item.add_marker(pytest.mark.filterwarnings("ignore::ResourceWarning"))
            if not shutil.which("java"):
                item.add_marker(pytest.mark.skip(reason="Spark needs Java"))


@pytest.fixture(autouse=True)
def _elsewhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if request.node.path.name == "integrations.md":
        import_module("jwgie.integrations.spacy")  # as spaCy does by the entry point, where jwgie is installed
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)  # whatever environment is active
    if request.node.path.name in WRITES:
        monkeypatch.chdir(tmp_path)

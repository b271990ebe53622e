"""The pipeline reads the gold reports no worse than it did when `baseline.toml` was written."""

from pathlib import Path

import pytest

from jwgie import load
from jwgie.evaluation import score
from jwgie.evaluation.baseline import read_baseline, worse

HERE = Path(__file__).parent
BASELINE = read_baseline(HERE / "baseline.toml")


@pytest.mark.parametrize("part", ["dev", "test"])
def test_no_slot_falls_below_its_baseline(part: str) -> None:
    fell = worse(score(HERE / part, load("ar"), language="ar"), BASELINE[part])
    assert not fell, "\n".join(f"{slot}: {expected:.3f} expected, {reached:.3f} reached" for slot, (expected, reached) in fell.items())

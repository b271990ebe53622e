"""The pipelines read the gold reports no worse than they did when `baseline.toml` was written."""

from pathlib import Path

import pytest

from jwgie import languages, load
from jwgie.evaluation import score
from jwgie.evaluation.baseline import read_baseline, worse

HERE = Path(__file__).parent
BASELINE = read_baseline(HERE / "baseline.toml")


def test_every_language_has_a_baseline() -> None:
    assert sorted(BASELINE) == sorted(languages())


@pytest.mark.parametrize(("language", "part"), [(language, part) for language, parts in BASELINE.items() for part in parts])
def test_no_slot_falls_below_its_baseline(language: str, part: str) -> None:
    fell = worse(score(HERE / part, load(language), language=language), BASELINE[language][part])
    assert not fell, "\n".join(f"{slot}: {expected:.3f} expected, {reached:.3f} reached" for slot, (expected, reached) in fell.items())

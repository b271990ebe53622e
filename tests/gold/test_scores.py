"""The rules read the gold reports no worse than they did when `baseline.toml` was written, and the default no worse than the rules."""

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
    fell = worse(score(HERE / part, load(language, recognisers=["rules"]), language=language), BASELINE[language][part])
    assert not fell, "\n".join(f"{slot}: {expected:.3f} expected, {reached:.3f} reached" for slot, (expected, reached) in fell.items())


@pytest.mark.parametrize("language", sorted(BASELINE))
def test_a_second_reading_makes_the_unread_part_no_worse(language: str) -> None:
    reached = score(HERE / "test", load(language), language=language)
    alone = BASELINE[language]["test"]
    assert reached.all.f1 >= alone["all"] - 0.001
    assert reached.core.f1 >= alone["core"] - 0.001

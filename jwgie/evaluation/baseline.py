"""The scores that the pipeline must not fall below, kept in a TOML file beside the gold reports.

The file holds one table a language and part (`ar.dev`) and in it the F1 of each slot, of ``all`` and of ``core``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from jwgie.evaluation.scores import Score, Scores

#: How far a score may fall before it counts as worse: one value of a slot that has fifty.
TOLERANCE = 0.01

_HEADER = """\
# F1 on the gold reports that the tests hold the pipelines to, by language and part.
# Written by: python -m jwgie.evaluation tests/gold/<part> --language <code> --recogniser rules --baseline tests/gold/baseline.toml
"""


def read_baseline(file: str | Path) -> dict[str, dict[str, dict[str, float]]]:
    """The F1 by language, part and slot; empty where there is no file yet."""
    path = Path(file)
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}


def write_baseline(file: str | Path, language: str, part: str, scores: Scores) -> None:
    """Put the scores of one part of a language's reports into the file; the others stay."""
    known = read_baseline(file)
    known.setdefault(language, {})[part] = {slot: _down(score.f1) for slot, score in _all(scores).items() if score.gold}
    tables = [
        "\n".join([f"[{code}.{name}]", *(f"{slot} = {f1}" for slot, f1 in table.items())])
        for code, parts in sorted(known.items())
        for name, table in sorted(parts.items())
    ]
    Path(file).write_text(_HEADER + "\n" + "\n\n".join(tables) + "\n", "utf-8")


def worse(scores: Scores, baseline: Mapping[str, float], tolerance: float = TOLERANCE) -> dict[str, tuple[float, float]]:
    """The slots that fell below the baseline by more than the tolerance: what was expected and what was reached."""
    reached = _all(scores)
    pairs = {slot: (f1, reached[slot].f1 if slot in reached else 0.0) for slot, f1 in baseline.items()}
    return {slot: (expected, found) for slot, (expected, found) in pairs.items() if found < expected - tolerance}


def _all(scores: Scores) -> dict[str, Score]:
    return {"all": scores.all, "core": scores.core, **scores.slots}


def _down(f1: float) -> float:
    """Rounded down to three places, so that a written baseline is never above what was reached."""
    return int(f1 * 1000) / 1000

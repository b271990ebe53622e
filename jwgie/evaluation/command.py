"""The command that scores: ``jwgie score GOLD_DIR``, also as ``python -m jwgie.evaluation GOLD_DIR``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Annotated, Any

import typer

from jwgie.errors import InputError
from jwgie.evaluation.baseline import write_baseline
from jwgie.evaluation.scores import Scores, score

#: A part of this name is for figures only: whoever writes rules must not see where they fail on it.
UNREAD = "test"


def report(gold_dir: Path, *, language: str = "ar", predictions: Path | None = None, by: str | None = None, errors: str | None = None,
           as_json: bool = False, baseline: Path | None = None, recognisers: Sequence[str] | None = None) -> str:  # fmt: skip
    """What the command prints. Runs the language's pipeline, or takes the predictions of a JSON lines file
    (one report a line: ``{"id": ..., "meetings": [...]}``)."""
    if by not in (None, "language", "kind"):
        raise InputError(f"--by is language or kind, not {by!r}")
    if errors and gold_dir.resolve().name == UNREAD:
        raise InputError(f"the errors on a part named {UNREAD!r} stay unread: take its figures only")
    if predictions:
        scores = score(gold_dir, _read(predictions))
    else:
        from jwgie.pipeline import load  # the scorer alone needs no pipeline

        pipeline = load(language, recognisers=recognisers)
        scores = score(gold_dir, pipeline, language=pipeline.language)
    if baseline:
        write_baseline(baseline, language, gold_dir.resolve().name, scores)
    return json.dumps(_data(scores, by)) if as_json else "\n".join(_lines(scores, by, errors))


def score_command(
    gold_dir: Annotated[Path, typer.Argument(help="A folder of gold reports, one JSON file each.")],
    language: Annotated[str, typer.Option(help="The language whose reports are read with its pipeline.")] = "ar",
    predictions: Annotated[Path | None, typer.Option(help="JSON lines with id and meetings, instead of running the pipeline.")] = None,
    by: Annotated[str | None, typer.Option(help="Also by 'language' or 'kind'.")] = None,
    errors: Annotated[str | None, typer.Option(help="List what was missed (-) and what was spurious (+) in one slot.")] = None,
    recogniser: Annotated[list[str] | None, typer.Option(help="rules, tagger, or both by saying it twice; else the default.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    baseline: Annotated[Path | None, typer.Option(help="Write the scores into this baseline file.")] = None,
) -> None:
    """Score the records that the pipeline reads, or predictions of any origin, against gold reports."""
    try:
        told = report(gold_dir, language=language, predictions=predictions, by=by, errors=errors, as_json=json, baseline=baseline,
                      recognisers=recogniser or None)  # fmt: skip
        typer.echo(told)
    except InputError as error:
        raise typer.BadParameter(str(error)) from error


def _read(file: Path) -> dict[str, Any]:
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    return {row["id"]: row["meetings"] for row in rows}


def _lines(scores: Scores, by: str | None, errors: str | None) -> list[str]:
    lines = [f"{id} {'-' if what == 'missed' else '+'} {value}" for id, what, value in scores.errors(errors)] if errors else []
    lines.append(scores.table())
    if by:
        for name, (everything, core) in scores.by(by).items():  # type: ignore[arg-type]
            lines.append(f"{by}={name:14} all F1 {everything.f1:.3f}  core F1 {core.f1:.3f}")
    if scores.absent:
        lines.append(f"no prediction for {len(scores.absent)} reports: {' '.join(scores.absent[:10])}")
    return lines


def _data(scores: Scores, by: str | None) -> dict[str, Any]:
    groups = scores.by(by) if by else {}  # type: ignore[arg-type]
    return {
        "summary": {"all": astuple(scores.all), "core": astuple(scores.core)},
        "slots": {slot: astuple(s) for slot, s in scores.slots.items()},
        "absent": list(scores.absent),
        "groups": {name: {"all": astuple(everything), "core": astuple(core)} for name, (everything, core) in groups.items()},
    }

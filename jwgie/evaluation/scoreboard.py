"""The scoreboard of the docs: F1 by slot and part, written as Markdown.

python -m jwgie.evaluation.scoreboard tests/gold --language ar > docs/scoreboard-ar.md
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jwgie.evaluation.gold import gold
from jwgie.evaluation.scores import Score, Scores, score
from jwgie.pipeline import load

PARTS = ("train", "dev", "test")


def scoreboard(folder: Annotated[Path, typer.Argument(help="The folder of the parts.")],
               language: Annotated[str, typer.Option(help="Whose reports, and whose pipeline.")] = "ar") -> None:  # fmt: skip
    """Print precision, recall and F1 of each slot on every part."""
    scores = {part: score(folder / part, load(language), language=language) for part in PARTS}
    sizes = ", ".join(f"{part} {len(gold(folder / part, language))}" for part in PARTS)
    typer.echo(f"Reports: {sizes}. Each cell: precision / recall / **F1** (gold values).\n")
    typer.echo("| slot | " + " | ".join(PARTS) + " |\n|---|" + "---|" * len(PARTS))
    for slot in sorted({slot for part in scores.values() for slot in part.slots}):
        typer.echo(f"| `{slot}` | " + " | ".join(_cell(part.slots.get(slot)) for part in scores.values()) + " |")
    for name in ("core", "all"):
        typer.echo(f"| **{name}** | " + " | ".join(_cell(getattr(part, name)) for part in scores.values()) + " |")
    _by_kind(scores)


def _by_kind(scores: dict[str, Scores]) -> None:
    typer.echo("\nBy kind of the report's first meeting (F1 of all slots, of core slots):\n")
    typer.echo("| kind | " + " | ".join(PARTS) + " |\n|---|" + "---|" * len(PARTS))
    groups = {part: s.by("kind") for part, s in scores.items()}
    for kind in sorted({kind for group in groups.values() for kind in group}):
        cells = [f"{g[kind][0].f1:.2f}, {g[kind][1].f1:.2f}" if kind in g else "" for g in groups.values()]
        typer.echo(f"| `{kind}` | " + " | ".join(cells) + " |")


def _cell(value: Score | None) -> str:
    if value is None or not value.gold:
        return "–"
    return f"{value.precision:.2f} / {value.recall:.2f} / **{value.f1:.3f}** ({value.gold})"


if __name__ == "__main__":
    typer.run(scoreboard)

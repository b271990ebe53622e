"""The scoreboard of the docs: F1 by slot and part, written as Markdown.

python -m jwgie.evaluation.scoreboard tests/gold > figures.md
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jwgie.evaluation.gold import gold
from jwgie.evaluation.scores import Score, Scores, score
from jwgie.languages import languages
from jwgie.pipeline import load

PARTS = ("train", "dev", "test")


def scoreboard(folder: Annotated[Path, typer.Argument(help="The folder of the parts.")],
               language: Annotated[list[str] | None, typer.Option(help="Whose reports; else all.")] = None) -> None:  # fmt: skip
    """Print F1 of every language, then precision, recall and F1 of each of its slots on every part."""
    codes = sorted(language or languages())
    scores = {code: {part: score(folder / part, load(code), language=code) for part in PARTS} for code in codes}
    sizes = {code: {part: len(gold(folder / part, code)) for part in PARTS} for code in codes}
    typer.echo("F1 of all slots, of core slots (reports):\n")
    typer.echo("| language | " + " | ".join(PARTS) + " |\n|---|" + "---|" * len(PARTS))
    for code, parts in scores.items():
        cells = [f"{s.all.f1:.3f}, {s.core.f1:.3f} ({sizes[code][part]})" for part, s in parts.items()]
        typer.echo(f"| `{code}` | " + " | ".join(cells) + " |")
    for code, parts in scores.items():
        typer.echo(f"\n## `{code}`, slot by slot\n\nEach cell: precision / recall / **F1** (gold values).\n")
        _slots(parts)
        _by_kind(parts)


def _slots(scores: dict[str, Scores]) -> None:
    typer.echo("| slot | " + " | ".join(PARTS) + " |\n|---|" + "---|" * len(PARTS))
    for slot in sorted({slot for part in scores.values() for slot in part.slots}):
        typer.echo(f"| `{slot}` | " + " | ".join(_cell(part.slots.get(slot)) for part in scores.values()) + " |")
    for name in ("core", "all"):
        typer.echo(f"| **{name}** | " + " | ".join(_cell(getattr(part, name)) for part in scores.values()) + " |")


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

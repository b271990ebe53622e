"""``python -m jwgie.evaluation GOLD_DIR``."""

import typer

from jwgie.evaluation.command import score_command

if __name__ == "__main__":
    typer.run(score_command)

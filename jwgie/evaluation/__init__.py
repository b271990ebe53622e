"""Measuring records against gold ones: the gold format, the scorer, and the baseline that tests hold the pipeline to.

    from jwgie import load
    from jwgie.evaluation import score

    print(score("tests/gold/dev", load("ar"), language="ar").table())

`tests/gold/GUIDELINES.md` describes the gold reports; `python -m jwgie.evaluation --help` the command.
"""

from jwgie.evaluation.gold import GoldReport, gold
from jwgie.evaluation.scores import CORE, Score, Scores, score

__all__ = ["CORE", "GoldReport", "Score", "Scores", "gold", "score"]

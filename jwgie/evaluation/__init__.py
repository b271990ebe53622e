"""Measuring records against gold ones: the gold format, the scorer, and the baseline that tests hold the pipeline to.

    from jwgie import load
    from jwgie.evaluation import corpus, score

    print(score(corpus("dev", "ar"), load("ar"), language="ar").table())

`corpus` loads the gold reports, which come with the package; `tests/gold/GUIDELINES.md` describes them, `python -m jwgie.evaluation
--help` the command.
"""

from jwgie.evaluation.gold import GoldReport, card, corpus, gold
from jwgie.evaluation.scores import CORE, Score, Scores, score

__all__ = ["CORE", "GoldReport", "Score", "Scores", "card", "corpus", "gold", "score"]

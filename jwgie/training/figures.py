"""``python -m jwgie.training.figures``: how well the tagger labels the test parts of the data sets of words, and of reports."""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

import jwgie
from jwgie.evaluation.scores import Score, score
from jwgie.pipeline import read_twice
from jwgie.recognisers import RULES
from jwgie.tagger.model import Model, model
from jwgie.tagger.recogniser import WEIGHTS, Tagger
from jwgie.training.corpus import SETS
from jwgie.training.examples import joined, read_words

#: The slots of the table of reports; of fewer values than these no figure is given.
SLOTS = ("record", "person", "head", "position", "affiliation", "parties", "statement", "topics")
FEW = 10

_NAMES = frozenset({"PER", "LOC", "ORG"})
#: The labels that the figures of a data set are told of; None: all.
COUNTED: dict[str, frozenset[str] | None] = {"aner": _NAMES, "aqmar": _NAMES, "wj": None}


def f1(right: int, wrong: int, missed: int) -> float:
    """The harmonic mean of precision and recall, in per cent."""
    return 200 * right / max(1, 2 * right + wrong + missed)


def of_set(tagger: Model, path: Path, layer: str, counted: frozenset[str] | None) -> dict[str, float]:
    """The F1 of whole entities in a BIO file: by label, and ``all``."""
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for rows in read_words(path):
        text, spans = joined(rows)
        wanted = {s for s in spans if counted is None or s[0] in counted}
        found = {(f.label, f.start, f.end) for f in tagger(text, layers=(layer,))[0] if counted is None or f.label in counted}
        for name, group in (("right", wanted & found), ("wrong", found - wanted), ("missed", wanted - found)):
            for label, *_ in group:
                tally[label][name] += 1
                tally["all"][name] += 1
    return {label: f1(row["right"], row["wrong"], row["missed"]) for label, row in sorted(tally.items())}


def of_reports(folder: Path, tagger: Tagger) -> list[str]:
    """Rows of a table: for each language the F1 of some slots, by the rules alone, with the tagger as a second reader of what gives no
    record, and with the tagger beside the rules."""
    rows = [f"| language | {' | '.join(SLOTS)} | all | core |", "|---" * (len(SLOTS) + 3) + "|"]
    for language in jwgie.languages():
        alone, both = jwgie.load(language, recognisers=[RULES]), jwgie.load(language, recognisers=[RULES, tagger])
        scores = [score(folder, pipeline, language=language) for pipeline in (alone, read_twice(language, tagger), both)]
        cells = [_cell([s.slots.get(slot) for s in scores]) for slot in SLOTS]
        cells += [_cell([s.all for s in scores]), _cell([s.core for s in scores])]
        rows.append(f"| {language} | {' | '.join(cells)} |")
    return rows


def _cell(scores: list[Score | None]) -> str:
    """The figures; none of what there are fewer than ten of."""
    return " → ".join(f"{100 * s.f1:.1f}" if s else "0" for s in scores) if scores[0] and scores[0].gold >= FEW else "–"


def main() -> None:
    """Print the figures of each data set, or of reports."""
    parser = argparse.ArgumentParser(prog="python -m jwgie.training.figures", description=__doc__)
    parser.add_argument("--words", type=Path, default=Path("../ner"))
    parser.add_argument("--reports", type=Path, help="a folder of gold reports, to be scored with and without the tagger")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--dtype", default="int8")
    parser.add_argument("--part", default="test")
    options = parser.parse_args()
    if options.reports:
        print("\n".join(of_reports(options.reports, Tagger(weights=options.weights, dtype=options.dtype))))
        return
    tagger = model(options.weights, options.dtype)
    for name, layer in SETS.items():
        path = options.words / f"{name}.{options.part}.bio"
        if path.is_file():
            row = of_set(tagger, path, layer, COUNTED[name])
            print(name, " ".join(f"{label} {value:.1f}" for label, value in row.items()))


if __name__ == "__main__":
    main()

"""Names across scripts beside transliteration and fuzzy matching: ``python tests/benchmarks/names.py [--half dev] [--errors]``.

The pairs are ``tests/data/name_pairs.tsv``. AUC is how often a pair of one person scores above a pair of two. F1 of finding the pairs of
one person is, of each peer, at the threshold at which it is best on the dev half, of ours at the documented one. Peers that are not
installed are named and left out.
"""

from __future__ import annotations

import argparse
import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from itertools import product
from pathlib import Path
from time import process_time

from jwgie.languages import read_tsv
from jwgie.names import same_name

PAIRS: Traversable = Path(__file__).parents[1] / "data" / "name_pairs.tsv"
#: From this score on two spellings are rather one person's.
THRESHOLD = 0.7

Score = Callable[[str, str], float]


@dataclass(frozen=True)
class Pair:
    """Two spellings; whether they are one person's, and what scripts they are in."""

    a: str
    b: str
    same: bool
    scripts: str


def pairs(half: str) -> list[Pair]:
    """The pairs of a half."""
    return [Pair(r["a"], r["b"], r["same"] == "1", r["scripts"]) for r in read_tsv(PAIRS) if r["half"] == half]


def auc(scored: Sequence[tuple[float, bool]]) -> float:
    """How often a true pair scores above a false one; equal scores count half."""
    false = sorted(score for score, same in scored if not same)
    true = [score for score, same in scored if same]
    return (
        sum(bisect_left(false, s) + bisect_right(false, s) for s in true) / (2 * len(true) * len(false)) if true and false else float("nan")
    )


def f1(scored: Sequence[tuple[float, bool]], threshold: float) -> float:
    """F1 of the true pairs that score so much."""
    right = sum(same and score >= threshold for score, same in scored)
    return 2 * right / (sum(same for _, same in scored) + sum(score >= threshold for score, _ in scored))


def best_threshold(scored: Sequence[tuple[float, bool]]) -> float:
    """Where F1 is highest."""
    return max(sorted({score for score, _ in scored}), key=lambda threshold: f1(scored, threshold))


def peers() -> dict[str, Score]:
    """Each transliteration with each way to compare."""
    romanisers: dict[str, Callable[[str], str]] = {}
    try:
        import anyascii

        romanisers["anyascii"] = anyascii.anyascii
    except ModuleNotFoundError:
        print("not installed: anyascii", file=sys.stderr)
    try:
        import unidecode

        romanisers["unidecode"] = unidecode.unidecode
    except ModuleNotFoundError:
        print("not installed: unidecode", file=sys.stderr)
    try:
        from jellyfish import jaro_winkler_similarity
        from rapidfuzz import fuzz
    except ModuleNotFoundError:
        print("not installed: rapidfuzz, jellyfish", file=sys.stderr)
        return {}
    ways: dict[str, Score] = {
        "token_sort_ratio": lambda a, b: fuzz.token_sort_ratio(a, b) / 100,
        "token_set_ratio": lambda a, b: fuzz.token_set_ratio(a, b) / 100,
        "WRatio": lambda a, b: fuzz.WRatio(a, b) / 100,
        "Jaro-Winkler": jaro_winkler_similarity,
    }

    def scorer(romanise: Callable[[str], str], way: Score) -> Score:
        return lambda a, b: way(romanise(a).lower(), romanise(b).lower())

    return {f"{r} + {w}": scorer(romanisers[r], ways[w]) for r, w in product(romanisers, ways)}


def score(pair: list[Pair], way: Score) -> list[tuple[float, bool]]:
    """The score of each pair."""
    return [(way(p.a, p.b), p.same) for p in pair]


def main() -> None:
    """A row for each way, then ours for each pair of scripts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--half", choices=["dev", "test"], default="test")
    parser.add_argument("--errors", action="store_true", help="list the pairs that ours gets wrong (of dev alone)")
    arguments = parser.parse_args()
    measured, dev = pairs(arguments.half), pairs("dev")
    print(f"{sum(p.same for p in measured)} pairs of one person, {sum(not p.same for p in measured)} of two ({arguments.half} half)\n")
    print("| | AUC | F1 | threshold | ms a pair |\n|---|---|---|---|---|")
    for name, way in {"jwgie.same_name": same_name, **peers()}.items():
        start = process_time()
        scored = score(measured, way)
        each = (process_time() - start) / len(measured) * 1000
        threshold = THRESHOLD if way is same_name else best_threshold(score(dev, way))
        print(f"| {name} | {auc(scored):.3f} | {f1(scored, threshold):.3f} | {threshold:.2f} | {each:.2f} |")
    by_scripts = defaultdict(list)
    for p in measured:
        by_scripts["-".join(sorted(p.scripts.split("-")))].append((same_name(p.a, p.b), p.same))
    print("\n| scripts | pairs of one person | found | of two | taken for one |\n|---|---|---|---|---|")
    for scripts, scored in sorted(by_scripts.items()):
        true, false = ([s >= THRESHOLD for s, same in scored if same is wanted] for wanted in (True, False))
        print(f"| {scripts} | {len(true)} | {sum(true)} | {len(false)} | {sum(false)} |")
    if arguments.errors and arguments.half == "dev":
        for found, p in sorted(((same_name(p.a, p.b), p) for p in dev), key=lambda item: item[0]):
            if (found >= THRESHOLD) is not p.same:
                print(f"{found:.2f} {'same' if p.same else 'two '} {p.a} | {p.b}")


if __name__ == "__main__":
    main()

"""Counts anew by what a language is told from others of its script: ``python -m jwgie.languages.identify_build FOLDER``.

FOLDER holds a file of sentences a language, one a line, named by its code (``pt.txt``). Written is ``identify.tsv``: words, and
beginnings and endings of words, each with the languages that it speaks for and how strongly. What is used of the sentences are
these counts alone. The table here comes from every second sentence of the test sentences of Lingua
(https://github.com/pemistahl/lingua-py, ``language-testdata/sentences``; drawn from the Leipzig Corpora Collection, CC BY 4.0) and,
for languages that are not among them, from every second paragraph of the Universal Declaration of Human Rights.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from jwgie.languages.identify import FLOOR, WORD, features, scripts

#: How many features of a language are kept, the most telling ones.
KEPT = 1000
#: How often one must be seen.
FEWEST = 3
#: Steps of strength a natural logarithm.
STEPS = 2.0

_HEADER = """\
# By what languages are told apart: ^word$, ^beginning, ending$, and the languages that it speaks for, each with a strength: how
# much more often it is there than once in {rare} words, in steps of half a natural logarithm. Written by
# `python -m jwgie.languages.identify_build`, whose text names the sources.
feature\tlanguages
"""


def count(sentences: Mapping[str, Iterable[str]]) -> dict[str, dict[str, int]]:
    """For each feature the strength with which it speaks for each language. `sentences` are those of each language."""
    table: dict[str, dict[str, int]] = defaultdict(dict)
    for language, lines in sentences.items():
        seen: Counter[str] = Counter()
        words = 0
        for line in lines:
            for word in WORD.findall(line.lower()):
                words += 1
                seen.update(features(word))
        for feature, times in seen.most_common(KEPT):
            strength = round(STEPS * math.log(times / words / FLOOR)) if times >= FEWEST else 0
            if strength > 0:
                table[feature][language] = strength
    return dict(sorted(table.items()))


def write(table: Mapping[str, Mapping[str, int]], path: Path) -> None:
    """The table as a file."""
    rows = (f"{feature}\t{' '.join(f'{code}{n}' for code, n in sorted(found.items()))}\n" for feature, found in table.items())
    path.write_text(_HEADER.format(rare=round(1 / FLOOR)) + "".join(rows), "utf-8")


def main(folder: Path) -> None:
    """Reads every second line of each file of a folder."""
    known = {code for codes in scripts().values() for code in codes if len(codes) > 1}
    sentences = {p.stem: p.read_text("utf-8").splitlines()[::2] for p in sorted(folder.glob("*.txt")) if p.stem in known}
    write(count(sentences), Path(__file__).with_name("identify.tsv"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Training examples: pieces with the tags of each layer that their data set has, and the codes of their sentences."""

from __future__ import annotations

import random
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from jwgie.document import Document
from jwgie.evaluation.gold import GoldReport
from jwgie.tagger.pieces import Pieces, Units, windows
from jwgie.tagger.scheme import LAYERS, REPORTS, tagged
from jwgie.training.align import labelled
from jwgie.training.sentences import of_sentences

#: The layers of data sets whose sentences tell of no meeting: those of an encyclopaedia.
MEETINGLESS = frozenset({"aqmar"})

#: The tag of a unit of which a layer is not known.
UNKNOWN = -100


class Example(NamedTuple):
    """The units of a window, the tags of each layer that is known (`UNKNOWN` where not), and for sentences ``(begin, end)``, and last the
    whole window, the codes that hold, None where that is not known."""

    units: Units
    tags: dict[str, list[int]]
    sentences: list[tuple[int, int]]
    codes: dict[str, list[set[int] | None]]


def of_report(report: GoldReport, document: Document, pieces: Pieces, longest: int, topics: Sequence[str]) -> Iterator[Example]:
    """The windows of a report, title and text apart."""
    for origin, view in document.views.items():
        units = pieces(view.written)
        if not units.first:
            continue
        spans = labelled(document, list(report.meetings), origin)
        rows: dict[str, list[int]] = {"joined": [UNKNOWN] * len(units.first)}
        for layer in REPORTS:
            placed = _units(units, [s[1:] for s in spans if s.layer == layer])
            rows[layer] = tagged([p[:3] for p in placed], len(units.first), LAYERS[layer])
            for first, _, _, start in placed:
                rows["joined"][first] = 2 * cut - 1 if 0 < (cut := start - units.starts[first]) < 3 else 0
        places = [s for s in document.sentences if s.span.origin == origin]
        begins = [_unit(units, view.range(s.span)[0]) for s in places]
        codes = of_sentences(report, document, places, topics)
        about: set[int] = {0} if report.meetings else set()
        for begin, end in windows(units, begins, longest):
            inside = [(i, b - begin) for i, b in enumerate(begins) if begin <= b < end]
            ends = [*(b for _, b in inside[1:]), end - begin][: len(inside)]
            some = [(i, b, until) for (i, b), until in zip(inside, ends, strict=True) if b < until]
            yield Example(
                units.part(begin, end),
                {layer: row[begin:end] for layer, row in rows.items()},
                [*((b, until) for _, b, until in some), (0, end - begin)],
                {name: [*(row[i] for i, _, _ in some), None] for name, row in codes.items()}
                | {"about": [*(None for _ in some), None if begin else about]},
            )


def _unit(units: Units, start: int) -> int:
    """The first unit that ends after a position."""
    return bisect_right(units.ends, start)


def _units(units: Units, spans: Iterable[tuple[str, int, int]]) -> list[tuple[int, int, str, int]]:
    """Spans of characters as spans of the units that they share characters with; and where they really start."""
    found = []
    taken = 0
    for label, start, end in sorted(spans, key=lambda s: s[1]):
        first = max(_unit(units, start), taken)
        last = bisect_left(units.starts, end)
        if first < last:
            found.append((first, last, label, start))
            taken = last
    return found


def of_words(rows: list[tuple[str, str]], layer: str, pieces: Pieces, rng: random.Random | None) -> Example:
    """A sentence of a data set of words and tags; signs are joined to the word before, as in print, if `rng` says so (always without)."""
    text, spans = joined(rows, rng)
    units = pieces(text)
    known = [s for s in spans if s[0] in LAYERS[layer]]
    placed = [p[:3] for p in _units(units, known)]
    count = len(units.first)
    codes: dict[str, list[set[int] | None]] = {name: [set()] for name in ("meetings", "about")} if layer in MEETINGLESS else {}
    return Example(units, {layer: tagged(placed, count, LAYERS[layer])}, [(0, count)] if codes else [], codes)


def joined(rows: list[tuple[str, str]], rng: random.Random | None = None) -> tuple[str, list[tuple[str, int, int]]]:
    """The text of words, and the spans of characters ``(label, start, end)`` of their tags."""
    text = ""
    places: list[tuple[int, int]] = []
    for word, _ in rows:
        attached = not any(c.isalnum() for c in word) and word[:1] not in '([«"' and (rng is None or rng.random() < 0.7)
        text += "" if not text or attached else " "
        places.append((len(text), len(text) + len(word)))
        text += word
    spans = [(label, places[first][0], places[last - 1][1]) for first, last, label in entities([tag for _, tag in rows])]
    return text, spans


def entities(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """The entities of BIO tags; one that begins with I counts too."""
    found: list[tuple[int, int, str]] = []
    for at, tag in enumerate(tags):
        if tag == "O":
            continue
        place, _, label = tag.partition("-")
        if place == "I" and found and found[-1][1] == at and found[-1][2] == label:
            found[-1] = (found[-1][0], at + 1, label)
        else:
            found.append((at, at + 1, label))
    return found


def read_words(path: Path) -> list[list[tuple[str, str]]]:
    """The sentences of a BIO file: word, tab, tag; a blank line between sentences."""
    blocks = path.read_text("utf-8").split("\n\n")
    sentences = [[(w, t) for w, _, t in (line.rpartition("\t") for line in block.split("\n") if line)] for block in blocks]
    return [[(w, t) for w, t in s if w.strip()] for s in sentences if s]

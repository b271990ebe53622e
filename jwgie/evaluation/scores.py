"""Scores of many reports: precision, recall and F1 by slot, over the core slots and over all.

Every slot counts over all reports (micro average). The records of one report are aligned so that the most values
agree; a record without a partner costs all its slots.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol

from jwgie.document import Document
from jwgie.evaluation.compare import Count, Tally, compare
from jwgie.evaluation.gold import GoldReport, Meeting, gold

#: The slots that identify a meeting.
CORE = ("kind", "ordinal", "parties", "date", "city", "country", "head", "next_ordinal", "next_city", "next_date", "subjects")

#: Up to this many records a report, every alignment is tried; beyond, the best partner is taken in order.
_EXHAUSTIVE = 6


class Reader(Protocol):
    """What reads a report: a `jwgie.Pipeline`, or anything that is called like one."""

    def __call__(self, text: str, *, title: str | None = None, published: str | None = None, id: str | None = None) -> Document: ...


@dataclass(frozen=True)
class Score:
    """Precision, recall and F1, each in 0..1 (1 where there was nothing to find or nothing found), and the gold values."""

    precision: float
    recall: float
    f1: float
    gold: int

    @classmethod
    def of(cls, counts: Iterable[Count]) -> Score:
        """The score of counts, taken together."""
        right = missed = spurious = 0
        for count in counts:
            right, missed, spurious = right + count.right, missed + len(count.missed), spurious + len(count.spurious)
        precision = right / (right + spurious) if right + spurious else 1.0
        recall = right / (right + missed) if right + missed else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return cls(precision, recall, f1, right + missed)


@dataclass(frozen=True)
class Scores:
    """The tallies of a set of reports, and of each report."""

    reports: Mapping[str, Tally] = field(repr=False)
    languages: Mapping[str, str] = field(repr=False)
    kinds: Mapping[str, str] = field(repr=False)
    absent: tuple[str, ...] = ()

    @property
    def slots(self) -> dict[str, Score]:
        """The score of each slot."""
        return _slots(self.reports.values())

    @property
    def all(self) -> Score:
        """All slots together."""
        return _together(self.reports.values())

    @property
    def core(self) -> Score:
        """The slots that identify a meeting, together."""
        return _together(self.reports.values(), CORE)

    def by(self, key: Literal["language", "kind"]) -> dict[str, tuple[Score, Score]]:
        """All slots and core slots, for each language or each kind of the report's first meeting."""
        of = self.languages if key == "language" else self.kinds
        groups: dict[str, list[Tally]] = {}
        for id, tally in self.reports.items():
            groups.setdefault(of[id], []).append(tally)
        return {name: (_together(tallies), _together(tallies, CORE)) for name, tallies in sorted(groups.items())}

    def errors(self, slot: str) -> Iterator[tuple[str, Literal["missed", "spurious"], Any]]:
        """Report, what went wrong, and the value, for each value of a slot that was missed or spurious."""
        for id, tally in self.reports.items():
            count = tally.counts.get(slot, Count())
            yield from ((id, "missed", value) for value in count.missed)
            yield from ((id, "spurious", value) for value in count.spurious)

    def table(self) -> str:
        """The scores as a table for people."""
        lines = [f"{'slot':20} {'P':>6} {'R':>6} {'F1':>6} {'gold':>6}"]
        for slot, s in {**self.slots, "ALL": self.all, "CORE": self.core}.items():
            lines.append(f"{slot:20} {s.precision:6.3f} {s.recall:6.3f} {s.f1:6.3f} {s.gold:6d}")
        return "\n".join(lines)


def score(reports: str | Path | Iterable[GoldReport], predictions: Reader | Mapping[str, Sequence[Meeting]], *,
          language: str | None = None) -> Scores:  # fmt: skip
    """Score predicted meetings against gold ones.

    `reports` is a folder of gold reports or the reports; `predictions` a pipeline, which is then run on each, or the
    meetings by report id. A report without predictions counts as one where nothing was found, and is named in `absent`.
    """
    if isinstance(reports, str | Path):
        reports = gold(reports, language)
    tallies: dict[str, Tally] = {}
    languages, kinds, absent = {}, {}, []
    for report in reports:
        found = _predicted(report, predictions)
        if found is None:
            absent.append(report.id)
        tallies[report.id] = align(report.meetings, found or ())
        languages[report.id], kinds[report.id] = report.language, report.kind
    return Scores(tallies, languages, kinds, tuple(absent))


def align(gold: Sequence[Meeting], predicted: Sequence[Meeting]) -> Tally:
    """The tally of one report, its records paired so that the most values agree."""
    total = Tally()
    for i, j in pairs(gold, predicted):
        total.merge(compare({} if i is None else gold[i], {} if j is None else predicted[j]))
        total.one("record", i, j, lambda g, p: True)
    return total


def pairs(gold: Sequence[Meeting], predicted: Sequence[Meeting]) -> list[tuple[int | None, int | None]]:
    """The alignment that agrees on the most values: indices of gold and predicted records, None for no partner."""
    size = max(len(gold), len(predicted))
    right = [[compare(g, p).right for p in predicted] + [0] * (size - len(predicted)) for g in gold]
    right += [[0] * size] * (size - len(gold))
    order = _best_order(size, lambda i, j: right[i][j])
    return [(i if i < len(gold) else None, j if j < len(predicted) else None) for i, j in enumerate(order)]


def _best_order(size: int, right: Callable[[int, int], int]) -> Sequence[int]:
    if size <= _EXHAUSTIVE:
        return max(itertools.permutations(range(size)), key=lambda order: sum(right(i, j) for i, j in enumerate(order)))
    order: list[int] = []
    for i in range(size):
        order.append(max((j for j in range(size) if j not in order), key=lambda j: right(i, j)))
    return order


def _predicted(report: GoldReport, predictions: Reader | Mapping[str, Sequence[Meeting]]) -> Sequence[Meeting] | None:
    if isinstance(predictions, Mapping):
        return predictions.get(report.id)
    document = predictions(report.text, title=report.title, published=report.published, id=report.id)
    return [record.meeting() for record in document.records]


def _slots(tallies: Iterable[Tally]) -> dict[str, Score]:
    total = Tally()
    for tally in tallies:
        total.merge(tally)
    return {slot: Score.of([count]) for slot, count in sorted(total.counts.items())}


def _together(tallies: Iterable[Tally], slots: Sequence[str] | None = None) -> Score:
    return Score.of(count for tally in tallies for slot, count in tally.counts.items() if slots is None or slot in slots)

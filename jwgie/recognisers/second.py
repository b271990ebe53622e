"""The stage that reads once more, with a model, the reports in which the rules see no meeting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from jwgie.assembly.speakers import SIDE_LABELS, side_of
from jwgie.document import Document

#: A report that names fewer sides is not asked about.
_SIDES = 2


class Judge(Protocol):
    """What tells whether a report is about a meeting at all."""

    def about(self, document: Document) -> bool: ...


class SecondReading:
    """Runs further stages over a document that has a headline and no records yet, names two sides or more, and is about a meeting as
    `judge` sees it: without a headline that is too often wrong. What has been found stays unless the stages give a record."""

    def __init__(self, judge: Judge, stages: Sequence[Callable[[Document], Document]]) -> None:
        self.judge, self.stages = judge, tuple(stages)

    def __call__(self, document: Document) -> Document:
        if document.records or not document.title or not _names_sides(document) or not self.judge.about(document):
            return document
        again = document
        for stage in self.stages:
            again = stage(again)
        return again if again.records else document


def _names_sides(document: Document) -> bool:
    return len({side_of(m) for label in SIDE_LABELS for m in document.labelled(label)} - {None}) >= _SIDES

"""What a report adds of its own: what it recalls ("it is worth recalling that ...") and the writer's own summary at its end."""

from __future__ import annotations

from functools import cache

from jwgie.assembly.grammar import NEVER, Expression, compiled
from jwgie.document import Document, Span
from jwgie.languages import Pack
from jwgie.spans import Spans

#: What tells that a sentence only recalls something begins with it, within so many characters.
OPENING = 60


def summary(document: Document, pack: Pack) -> int:
    """The sentence that heads the writer's own summary of a report; where there is none, the number of its sentences."""
    return document.once(_summary, pack)


def background(document: Document, pack: Pack) -> Spans:
    """Where a report speaks of no talks: what it only recalls, and its summary."""
    return document.once(_background, pack)


def _summary(document: Document, pack: Pack) -> int:
    headings = _words(pack)[0]
    found = (s.index for s in document.sentences if headings and document.folded(s.span).strip(" :.") in headings)
    return next(found, len(document.sentences))


def _background(document: Document, pack: Pack) -> Spans:
    recalled, heading = _words(pack)[1], summary(document, pack)
    return Spans(
        s.span for s in document.sentences if s.index > heading or (s.kind == "body" and recalled.match(_opening(document, s.span)))
    )


@cache
def _words(pack: Pack) -> tuple[frozenset[str], Expression]:
    """What stands above the writer's own summary, and how a sentence begins that only recalls something."""
    data = pack.toml("statements")
    headings = frozenset(map(pack.fold, data.get("words", {}).get("headings", ())))
    return headings, compiled(pack, "clauses.recalled", data.get("clauses", {}).get("recalled", NEVER))


def _opening(document: Document, span: Span) -> str:
    return document.folded(Span(span.start, min(span.end, span.start + OPENING), span.origin))

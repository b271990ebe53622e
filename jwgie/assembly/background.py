"""What a report adds of its own: what it recalls ("it is worth recalling that ...") and the writer's own summary at its end."""

from __future__ import annotations

from jwgie.assembly.claims import claims
from jwgie.document import Document, Span
from jwgie.languages import Pack
from jwgie.spans import Spans


def summary(document: Document, pack: Pack) -> int:
    """The sentence that heads the writer's own summary of a report; where there is none, the number of its sentences."""
    return document.once(_summary, pack)


def background(document: Document, pack: Pack) -> Spans:
    """Where a report speaks of no talks: what it only recalls, and its summary."""
    return document.once(_background, pack)


def _summary(document: Document, pack: Pack) -> int:
    headings = claims(pack).grammar.words.headings
    found = (s.index for s in document.sentences if document.folded(s.span).strip(" :.") in headings)
    return next(found, len(document.sentences))


def _background(document: Document, pack: Pack) -> Spans:
    recalled, heading = claims(pack).grammar.clauses.recalled, summary(document, pack)
    return Spans(
        s.span for s in document.sentences if s.index > heading or (s.kind == "body" and recalled.match(_opening(document, s.span)))
    )


def _opening(document: Document, span: Span) -> str:
    return document.folded(Span(span.start, min(span.end, span.start + 60), span.origin))

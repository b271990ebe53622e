"""Sentences and tokens of a view. (first version)"""

from __future__ import annotations

import regex

from jwgie.document import Document, Sentence, Span, Token, View
from jwgie.languages import Pack

_SENTENCE = regex.compile(r"[^\n]+?(?:[.!?؟]+(?=\s|$|[\"»])[\"»]?|$|(?=\n))", regex.M)
_TOKEN = regex.compile(r"\w+|[^\w\s]")


def segment(document: Document, pack: Pack) -> tuple[Sentence, ...]:
    """The sentences of the title and then of the text."""
    out: list[Sentence] = []
    for origin in ("title", "text"):
        view = document.views.get(origin)
        if view is None:
            continue
        for match in _SENTENCE.finditer(view.source):
            start, end = match.span()
            while start < end and view.source[start].isspace():
                start += 1
            if start == end:
                continue
            paragraph = view.source.count("\n\n", 0, start)
            span = Span(start, end, view.origin)
            out.append(Sentence(span, len(out), paragraph, _tokens(view, start, end), "headline" if origin == "title" else "body"))
    return tuple(out)


def _tokens(view: View, start: int, end: int) -> tuple[Token, ...]:
    return tuple(Token(m.start(), m.end(), m.start()) for m in _TOKEN.finditer(view.source, start, end))

"""The stage that runs several recognisers, the rules among them, and merges what they find."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from jwgie.document import Document, Mention
from jwgie.errors import InputError
from jwgie.ner.merging import apart_from_names, merge
from jwgie.recognisers.resolve import Resolver

#: The names that stand for recognisers: the pack's rules, and the tagger that comes with jwgie.
RULES, TAGGER = "rules", "tagger"

Recogniser = Callable[[Document], Iterable[Mention]]


class Combined:
    """Runs recognisers in the order given; each sees the mentions of those before it. One policy for all:

    1. a mention is credited to the recogniser that found it;
    2. of mentions of one label that overlap, the longest stays, and of those of one span the one of the recogniser that comes first
       (`jwgie.ner.merging`); mentions of other labels stay beside and within each other;
    3. mentions without a value wait until all recognisers have run; then they are resolved by what the document tells, or left out
       (`Resolver`): they add to what has been found, and displace nothing but shorter mentions of their label.
    """

    def __init__(self, recognisers: Sequence[str | Recogniser], rules: Callable[[Document], Document], resolver: Resolver) -> None:
        self.rules, self.resolver = rules, resolver
        self.recognisers = [r if r == RULES else named(r) for r in recognisers]

    def __call__(self, document: Document) -> Document:
        """The document with the mentions of all recognisers."""
        return self.batch([document])[0]

    def batch(self, documents: Sequence[Document]) -> list[Document]:
        """The same for many, which those recognisers that can read together. The result does not depend on which these are."""
        documents = list(documents)
        waiting: list[list[Mention]] = [[] for _ in documents]
        for recogniser in self.recognisers:
            if isinstance(recogniser, str):
                documents = [self.rules(document) for document in documents]
                continue
            name = _name(recogniser)
            reads = getattr(recogniser, "languages", None)
            shown = [i for i, document in enumerate(documents) if reads is None or document.language in reads]
            for i, mentions in zip(shown, _heard(recogniser, [documents[i] for i in shown]), strict=True):
                found = [mention._replace(recogniser=name) for mention in mentions]
                waiting[i] += [mention for mention in found if mention.value is None]
                documents[i] = _with(documents[i], [mention for mention in found if mention.value is not None])
        documents = [_with(d, self.resolver(d, asked)) if asked else d for d, asked in zip(documents, waiting, strict=True)]
        return [document.replace(mentions=apart_from_names(document.mentions)) for document in documents]


def _with(document: Document, found: Sequence[Mention]) -> Document:
    return document.replace(mentions=merge([*document.mentions, *found])) if found else document


def _heard(recogniser: Any, documents: Sequence[Document]) -> Iterator[list[Mention]]:
    """What a recogniser finds in each of some documents."""
    if hasattr(recogniser, "batch"):
        yield from map(list, recogniser.batch(documents) if documents else ())
    else:
        for document in documents:
            yield list(recogniser(document))


def _name(recogniser: Any) -> str:
    return str(getattr(recogniser, "name", None) or getattr(recogniser, "__name__", None) or type(recogniser).__name__)


def named(recogniser: str | Recogniser) -> Recogniser:
    """The recogniser that a name stands for, or the recogniser itself."""
    if callable(recogniser):
        return recogniser
    if recogniser == TAGGER:
        made: Recogniser = importlib.import_module("jwgie.tagger.recogniser").Tagger()
        return made
    raise InputError(f"a recogniser is {RULES!r}, {TAGGER!r} or a callable, not {recogniser!r}")

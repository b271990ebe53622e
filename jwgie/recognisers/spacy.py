"""A spaCy pipeline as a recogniser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jwgie.document import Document, Mention, Origin, Span
from jwgie.errors import MissingExtraError
from jwgie.recognisers.labels import SCHEME

#: Our own labels with a code for a value: an entity of such a label that has an id has its value.
_CODED = frozenset({"COUNTRY", "NATIONALITY", "ORG", "REGION", "INSTITUTION", "OFFICE", "HONORIFIC", "TOPIC", "MEANS", "DOCUMENT"})


class SpacyRecogniser:
    """The entities of a spaCy pipeline as mentions.

    `nlp` is a pipeline, blank with an entity ruler as well, or the name or folder of one, which is loaded when first needed.
    `labels` maps its labels to ours, beside those of CoNLL and OntoNotes, which are known, and our own; to None for what is to be left
    out. An entity's id (``kb_id_``, ``ent_id_``) is its value where our label has codes: ``{"label": "ORG", "pattern": ..., "id": "AFU"}``.
    """

    name = "spacy"

    def __init__(self, nlp: Any, *, labels: Mapping[str, str | None] | None = None, languages: Iterable[str] | None = None,
                 batch_size: int = 32) -> None:  # fmt: skip
        """`languages`: the codes of those that it reads; without them, all."""
        self._nlp = nlp
        self.labels: Mapping[str, str | None] = {**SCHEME, **{label: label for label in _CODED}, **(labels or {})}
        self.languages = None if languages is None else frozenset(languages)
        self.batch_size = batch_size

    @property
    def nlp(self) -> Any:
        """The pipeline."""
        return _loaded(str(self._nlp)) if isinstance(self._nlp, str | Path) else self._nlp

    def __call__(self, document: Document) -> list[Mention]:
        """The mentions of a document."""
        return next(self.batch([document]))

    def batch(self, documents: Sequence[Document]) -> Iterator[list[Mention]]:
        """Those of each of some documents, in order."""
        texts = [(i, origin) for i, document in enumerate(documents) for origin in document.views]
        docs = self.nlp.pipe((documents[i].source(origin) for i, origin in texts), batch_size=self.batch_size)
        found: list[list[Mention]] = [[] for _ in documents]
        for (i, origin), doc in zip(texts, docs, strict=True):
            found[i] += self._mentions(doc, origin)
        yield from found

    def _mentions(self, doc: Any, origin: Origin) -> Iterator[Mention]:
        for entity in doc.ents:
            label = self.labels.get(entity.label_)
            if label is not None:
                value = (entity.kb_id_ or entity.ent_id_ or None) if label in _CODED else None
                yield Mention(label, Span(entity.start_char, entity.end_char, origin), value, entity.label_)


@cache
def _loaded(name: str) -> Any:
    try:
        import spacy
    except ImportError as error:
        raise MissingExtraError("spaCy is not installed: pip install jwgie[spacy]") from error
    return spacy.load(name)

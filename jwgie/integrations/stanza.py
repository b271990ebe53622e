"""A processor for any Stanza pipeline: import this module, then ``stanza.Pipeline(..., processors="tokenize,jwgie")``.

It reads ``doc.text``; ``doc.jwgie`` is a `StanzaReading`: a `Reading` that knows which of Stanza's own tokens each mention lies in.
Characters count from the start of ``doc.text``, as Stanza's do; a multi-word token (وبرئاسة, *du*) is one token with several words.

Options, as of every processor, go to the pipeline: ``jwgie_language`` (else that of the pipeline, where reports are read in it),
``jwgie_published`` and ``jwgie_title`` (the same for all texts), ``jwgie_metadata`` (a function of a doc that says what is known of it;
it goes before the others). A doc made by `report` brings its own metadata, where Stanza keeps the doc: in bulk, ``nlp([report(...)])``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stanza.models.common.doc import Document, Token
from stanza.pipeline.processor import Processor, register_processor

from jwgie.inputs import METADATA
from jwgie.integrations.reading import Found, Reading
from jwgie.languages import languages
from jwgie.pipeline import load

#: The name of the processor and of the attribute.
NAME = "jwgie"


@dataclass(frozen=True)
class StanzaReading(Reading):
    """What was read in a doc of Stanza's."""

    doc: Any = None

    def tokens(self, mention: Found) -> Sequence[Token]:
        """Stanza's tokens that a mention has characters of; the first and the last may reach beyond it."""
        tokens = [token for sentence in self.doc.sentences for token in sentence.tokens]
        first = bisect_right(tokens, mention.start, key=lambda token: token.end_char)
        return tokens[first : bisect_left(tokens, mention.end, key=lambda token: token.start_char)]

    def words(self, mention: Found) -> Sequence[Any]:
        """The words of `tokens`."""
        return [word for token in self.tokens(mention) for word in token.words]


def report(text: str, **metadata: str) -> Document:
    """A doc that is still to be read, with what is known of it: any of ``title``, ``published``, ``id``, ``publisher``."""
    doc = Document([], text=text)
    doc.jwgie_metadata = metadata
    return doc


@register_processor(NAME)
class JwgieProcessor(Processor):  # type: ignore[misc]  # Stanza has no types
    """Reads docs, after Stanza's tokeniser."""

    PROVIDES_DEFAULT = frozenset({NAME})
    REQUIRES_DEFAULT = frozenset({"tokenize"})

    def __init__(self, config: Mapping[str, Any], pipeline: Any, device: Any) -> None:
        super().__init__(config, pipeline, device)
        language = config.get("language") or (config.get("lang") if config.get("lang") in languages() else None)
        self._pipeline = load(language)

    def _set_up_variants(self, config: Mapping[str, Any], device: Any) -> None:
        """There are none."""

    def mark_inactive(self) -> None:
        """There is nothing to drop; Stanza asks for this where a processor lacks what it needs."""

    def process(self, doc: Document) -> Document:
        """The same doc with what was read in ``doc.jwgie``. Raises `InputError` where its metadata cannot be used."""
        reading = Reading.of(self._pipeline(doc.text, **self._metadata(doc)))
        doc.jwgie = StanzaReading(reading.records, reading.mentions, reading.language, reading.reason, doc)
        return doc

    def _metadata(self, doc: Document) -> dict[str, Any]:
        own = self.config.get("metadata")
        told = {**self.config, **getattr(doc, "jwgie_metadata", {}), **(own(doc) if own else {})}
        return {name: told[name] for name in METADATA if told.get(name) is not None}

"""A processor for any Stanza pipeline: import this module, then ``stanza.Pipeline(..., processors="tokenize,jwgie")``.

It reads ``doc.text``; ``doc.jwgie`` is a `StanzaReading`: a `Reading` that knows which of Stanza's own tokens each mention lies in.
Characters count from the start of ``doc.text``, as Stanza's do; a multi-word token (وبرئاسة, *du*) is one token with several words.

Options, as of every processor, go to the pipeline: ``jwgie_language`` (else that of the pipeline, where reports are read in it),
``jwgie_recognisers`` (those of `jwgie.load`), ``jwgie_published`` and ``jwgie_title`` (the same for all texts), ``jwgie_metadata`` (a
function of a doc that says what is known of it; it goes before the others). A doc made by `report` brings its own metadata, where Stanza
keeps the doc: in bulk, ``nlp([report(...)])``.

Where names are all that is wanted, ``processors={"tokenize": ..., "ner": "jwgie"}`` puts jwgie in the place of Stanza's tagger: `doc.ents`
and the tags of tokens are then what it finds, with the labels of OntoNotes. ``ner_recognisers`` are those of `jwgie.load`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stanza.models.common.doc import Document, Token
from stanza.pipeline.ner_processor import NERProcessor
from stanza.pipeline.processor import Processor, ProcessorVariant, register_processor, register_processor_variant
from stanza.pipeline.registry import NAME_TO_PROCESSOR_CLASS

from jwgie.inputs import METADATA
from jwgie.integrations.reading import Found, Reading
from jwgie.languages import languages
from jwgie.pipeline import load
from jwgie.recognisers import RULES

#: The name of the processor, of the variant and of the attribute.
NAME = "jwgie"
#: The labels of names in OntoNotes.
ENTITIES = {"PERSON": "PERSON", "ORG": "ORG", "INSTITUTION": "ORG", "COUNTRY": "GPE", "CITY": "GPE", "REGION": "LOC", "NATIONALITY": "NORP",
            "DATE": "DATE"}  # fmt: skip


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
        self._pipeline = load(_language(config), recognisers=config.get("recognisers"))

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


class _NamesProcessor(NERProcessor):  # type: ignore[misc]
    """Stanza's own, made fit for variants: it asks for the settings of models that a variant does without."""

    def _set_up_final_config(self, config: Mapping[str, Any]) -> None:
        if hasattr(self, "_variant"):
            self._config = dict(config)
        else:
            super()._set_up_final_config(config)


NAME_TO_PROCESSOR_CLASS["ner"] = _NamesProcessor


@register_processor_variant("ner", NAME)
class JwgieNames(ProcessorVariant):  # type: ignore[misc]
    """The names in a doc as its entities. Of names that share a token the longest is one, a person's before others."""

    OVERRIDE = True

    def __init__(self, config: Mapping[str, Any]) -> None:
        self._pipeline = load(_language(config), recognisers=config.get("recognisers", (RULES,)))

    def process(self, doc: Document) -> Document:
        """The same doc with tags and entities."""
        tokens = [token for sentence in doc.sentences for token in sentence.tokens]
        bounds = {token: (n, len(sentence.tokens)) for sentence in doc.sentences for n, token in enumerate(sentence.tokens)}
        tags = ["O"] * len(tokens)
        for start, end, label in self._names(doc.text):
            first = bisect_right(tokens, start, key=lambda token: token.end_char)
            last = bisect_left(tokens, end, key=lambda token: token.start_char)
            at, count = bounds[tokens[first]] if first < last else (0, 0)
            if first == last or last - first > count - at or any(tag != "O" for tag in tags[first:last]):
                continue
            places = "S" if last - first == 1 else f"B{'I' * (last - first - 2)}E"
            tags[first:last] = [f"{place}-{label}" for place in places]
        for token, tag in zip(tokens, tags, strict=True):
            token.ner = tag
        doc.build_ents()
        return doc

    def _names(self, text: str) -> list[tuple[int, int, str]]:
        """The names in a text, those that go before others first."""
        found = []
        for mention in self._pipeline(text).mentions:
            if mention.label in ENTITIES:
                span = mention.value.name if mention.label == "PERSON" else mention.span
                found.append((span.start, span.end, ENTITIES[mention.label]))
        return sorted(found, key=lambda name: (name[2] != "PERSON", name[0] - name[1], name[0]))


def _language(config: Mapping[str, Any]) -> str | None:
    """The language to read in; None where it is told from each text."""
    return config.get("language") or (config.get("lang") if config.get("lang") in languages() else None)

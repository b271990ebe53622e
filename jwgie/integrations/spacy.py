"""A component for any spaCy pipeline: ``nlp.add_pipe("jwgie")``.

It reads ``doc.text``, whatever the tokens are. ``doc._.jwgie`` is a `Reading`; the mentions are the span group ``doc.spans["jwgie"]``
with label, resolved code (``kb_id_``) and number in ``doc._.jwgie.mentions`` (``id_``), where their exact characters are: a mention that
begins or ends within a token is widened to whole tokens in the span group.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jwgie.errors import MissingExtraError
from jwgie.inputs import METADATA
from jwgie.integrations.reading import Reading
from jwgie.languages import languages
from jwgie.pipeline import load

try:
    from spacy.language import Language
    from spacy.tokens import Doc
except ImportError as error:
    raise MissingExtraError("spaCy is not installed: pip install jwgie[spacy]") from error

#: The name of the extension, of the span group, and of what is kept in ``doc.user_data``.
NAME = "jwgie"

#: What is known of a report beside its text: any of ``title``, ``published``, ``id``, ``publisher``.
Metadata = Callable[[Doc], Mapping[str, Any]]


def metadata_of(doc: Doc) -> Mapping[str, Any]:
    """The context that the doc came with (``nlp.pipe(..., as_tuples=True)``), where that is a mapping, and ``doc.user_data``."""
    context = getattr(doc, "_context", None)
    told = {**(context if isinstance(context, Mapping) else {}), **doc.user_data}
    return {name: told[name] for name in METADATA if told.get(name) is not None}


class Component:
    """Reads docs with the pipeline of one language, or of each doc's own."""

    def __init__(self, language: str | None, metadata: Metadata | None = None, group: str = NAME,
                 recognisers: Sequence[str] | None = None) -> None:  # fmt: skip
        self.pipeline = load(language, recognisers=recognisers)
        self.metadata = metadata or metadata_of
        self.group = group

    def __call__(self, doc: Doc) -> Doc:
        """The same doc with what was read. Raises `InputError` where its metadata cannot be used; ``nlp.set_error_handler`` decides
        what then happens to the other docs."""
        reading = Reading.of(self.pipeline(doc.text, **self.metadata(doc)))
        doc.user_data[NAME] = reading.to_json()
        spans = [
            doc.char_span(m.start, m.end, m.label, kb_id=m.code, span_id=str(number), alignment_mode="expand")
            for number, m in enumerate(reading.mentions)
        ]
        doc.spans[self.group] = [span for span in spans if span is not None]
        return doc


@Language.factory(NAME, default_config={"language": None, "metadata": None, "group": NAME, "recognisers": None},
                  assigns=["doc._.jwgie", "doc.spans"])  # fmt: skip
def make_component(nlp: Language, name: str, language: str | None, metadata: Metadata | None, group: str,
                   recognisers: Sequence[str] | None) -> Component:  # fmt: skip
    """The component. Without `language` it is that of the pipeline where reports are read in it, else it is told from each text.
    `metadata`: a registered function that says what is known of a doc; else `metadata_of`. `recognisers` as in `jwgie.load`, by name."""
    return Component(language or (nlp.lang if nlp.lang in languages() else None), metadata, group, recognisers)


def reading_of(doc: Doc) -> Reading | None:
    """What was read in a doc; None where the component has not seen it."""
    return Reading.from_json(doc.user_data[NAME]) if NAME in doc.user_data else None


Doc.set_extension(NAME, getter=reading_of, force=True)

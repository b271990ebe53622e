"""Recognisers beside the rules: Stanza's taggers, spaCy's pipelines, one's own; and how what they find joins what the rules find.

A recogniser is a callable from a `Document` to `Mention`s. It may have

- ``batch(documents)``: a list of mentions for each of some documents, in order; then documents come to it together;
- ``name``: what its mentions are credited to (`Mention.recogniser`), else the name of the function or class;
- ``languages``: the codes of the languages that it reads, None for all: documents in others are not shown to it.

A mention may have its value, or leave it None where only the span and the label are known: see `Resolver`. Neither torch nor Stanza nor
spaCy is imported before the first document comes.
"""

from jwgie.recognisers.spacy import SpacyRecogniser
from jwgie.recognisers.stage import RULES, TAGGER, Combined, named
from jwgie.recognisers.stanza import StanzaRecogniser

__all__ = ["RULES", "TAGGER", "Combined", "SpacyRecogniser", "StanzaRecogniser", "named"]

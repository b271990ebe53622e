"""Recognisers: each finds mentions in a document; `merge` settles their overlaps."""

from jwgie.ner.merging import merge

__all__ = ["merge"]

"""Recognisers: each finds mentions in a document; `merge` settles their overlaps."""

from jwgie.ner.merging import Merger, merge

__all__ = ["Merger", "merge"]

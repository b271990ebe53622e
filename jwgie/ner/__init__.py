"""Recognisers: each finds mentions in a document; `merge` settles their overlaps."""

from jwgie.ner.merging import Merger, apart_from_names, merge

__all__ = ["Merger", "apart_from_names", "merge"]

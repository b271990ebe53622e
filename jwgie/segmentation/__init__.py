"""Paragraphs, sentences and tokens."""

from jwgie.segmentation.paragraphs import split_title
from jwgie.segmentation.sentences import segment

__all__ = ["segment", "split_title"]

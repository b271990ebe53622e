"""Paragraphs, sentences and tokens."""

from jwgie.segmentation.sentences import segment

__all__ = ["segment"]

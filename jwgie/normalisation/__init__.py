"""Folding with offsets: one spelling for what readers take for the same, and where each character came from."""

from jwgie.normalisation.fold import Folding, fold

__all__ = ["Folding", "fold"]

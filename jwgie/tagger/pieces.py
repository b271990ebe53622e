"""Text as pieces of a SentencePiece vocabulary, and as units: what gets a tag of its own.

A unit is a word or a sign; where no spaces stand between words, a piece. Each knows its characters, so what is found has exact offsets.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import regex

#: A letter, mark or digit of a script that writes spaces between words.
_SPACED = regex.compile(r"[\p{L}\p{M}\p{N}--[\p{Han}\p{Hiragana}\p{Katakana}ー]]", regex.V1)

#: Pieces of the vocabulary with a meaning of their own, in the order of the encoder.
BEGIN, PAD, END, UNKNOWN = range(4)


class Units(NamedTuple):
    """The units of a text: the pieces, and for each unit its first piece and its characters ``[start, end)``."""

    pieces: list[int]
    first: list[int]
    starts: list[int]
    ends: list[int]

    def part(self, begin: int, end: int) -> Units:
        """Some of the units, with their pieces."""
        low = self.first[begin]
        high = self.first[end] if end < len(self.first) else len(self.pieces)
        return Units(self.pieces[low:high], [p - low for p in self.first[begin:end]], self.starts[begin:end], self.ends[begin:end])


class Pieces:
    """Splits texts; `model` is a serialised SentencePiece model."""

    def __init__(self, model: bytes) -> None:
        from sentencepiece import SentencePieceProcessor

        self._processor: Any = SentencePieceProcessor(model_proto=model)

    def __call__(self, text: str) -> Units:
        """The units of a text."""
        units = Units([], [], [], [])
        classes = "".join("w" if _SPACED.match(c) else " " if c.isspace() else "s" for c in text)
        encoded = self._processor.encode_as_offset_mapping(text)
        for piece, (start, end) in zip(encoded["ids"], encoded["offsets"], strict=True):
            while start < end and classes[start] == " ":
                start += 1
            while start < end and classes[end - 1] == " ":
                end -= 1
            if start < end and (classes[start] == "s" or start == 0 or classes[start - 1] != "w" or not units.first):
                units.first.append(len(units.pieces))
                units.starts.append(start)
                units.ends.append(end)
            elif start < end:
                units.ends[-1] = end
            units.pieces.append(piece)
        if units.first:
            units.first[0] = 0  # a piece that is a space alone belongs to what follows it
        return units


def windows(units: Units, breaks: list[int], longest: int) -> list[tuple[int, int]]:
    """Runs of units ``[begin, end)`` of at most `longest` pieces, cut where a sentence begins (`breaks`) if one does."""
    cuts: list[tuple[int, int]] = []
    begin, count = 0, len(units.first)
    edges = [*units.first, len(units.pieces)]
    while begin < count:
        end = begin + 1
        while end < count and edges[end + 1] - edges[begin] <= longest:
            end += 1
        if end < count:
            end = next((b for b in reversed(breaks) if begin < b <= end), end)
        cuts.append((begin, end))
        begin = end
    return cuts

"""Paragraphs: the lines of a text, or, where its lines were broken to a width, what stands between blank ones."""

from __future__ import annotations

from jwgie import regexp

_BLOCK = regexp.compile(r"\S[^\n]*+(?:\n[^\S\n]*+\S[^\n]*+)*+")
_LINE = regexp.compile(r"\S[^\n]*+")
_BULLET = regexp.compile(r"[-•*▪●◦‣·○■□➢✓]|\d{1,2}[.)\-] ?|\p{L}[.)\-] ")
_STOPPED = regexp.compile(r"[.!?؟:؛;。][\"')\]»”」]*+\s*+$")
# A line broken to a width is at most this long, and the lines of its paragraph but the last are alike in length.
_WIDEST = 130
_ALIKE = 0.7


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The ``(start, end)`` of each paragraph of a text, in order. Every line is one, whether or not blank lines stand between,
    unless it was broken to a width (mail, old agency wires)."""
    found: list[tuple[int, int]] = []
    for block in _BLOCK.finditer(text):
        lines = [line.span() for line in _LINE.finditer(text, *block.span())]
        found.extend([(lines[0][0], lines[-1][1])] if _wrapped(text, lines) else lines)
    return found


def _wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    if len(lines) < 3 or any(end - start > _WIDEST for start, end in lines):
        return False
    full = lines[:-1]
    longest = max(end - start for start, end in full)
    if longest < 40 or any(end - start < longest * _ALIKE for start, end in full):
        return False
    if any(_BULLET.match(text, start, end) for start, end in lines):
        return False
    return sum(_STOPPED.search(text, start, end) is not None for start, end in full) * 2 <= len(full)


def split_title(text: str, mode: str = "guess") -> tuple[str | None, str]:
    """The headline and the rest of a plain text.

    ``none``: no headline. ``first-line``: the first line that is not blank, whatever it is. ``guess``: that line where it reads like a
    headline: short, without a stop at its end, and followed by a longer paragraph.
    """
    if mode not in ("guess", "first-line", "none"):
        raise ValueError(f"mode must be guess, first-line or none, not {mode!r}")
    first = _LINE.search(text) if mode != "none" else None
    if first is None:
        return None, text
    line, rest = first[0].rstrip(), text[first.end() :].lstrip("\n")
    return (line, rest) if mode == "first-line" or _headline(line, rest) else (None, text)


def _headline(line: str, rest: str) -> bool:
    following = _LINE.search(rest)
    words = line.split()
    return (
        following is not None
        and 3 <= len(words) <= 30
        and len(line) <= 200
        and _STOPPED.search(line) is None
        and _BULLET.match(line) is None
        and len(following[0]) > len(line)
    )

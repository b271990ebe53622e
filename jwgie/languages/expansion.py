"""Phrases with alternatives, as lexicons abbreviate them, and the plain phrases they stand for.

``(a|b)`` is one of the alternatives, ``[a|b]`` one of them or none; both nest. ``<name>`` and single marks
(``^``, ``~`` ...) stand for the alternatives that a table of words gives them::

    >>> Expansion({"fight": "combating|countering", "~": "|s"}).expand("<fight> [the] threat~")
    ['combating the threat', 'combating the threats', 'combating threat', 'combating threats', 'countering the threat', ...]

"""

from __future__ import annotations

import re
from collections.abc import Mapping

from jwgie.errors import PackError

_NAME = re.compile(r"<(\w+)>")
_CLOSING = {"(": ")", "[": "]"}
#: A phrase that stands for more plain ones than this is a mistake.
LIMIT = 8000


class Expansion:
    """Expands abbreviated phrases with a table of words: name or mark to alternatives, separated by ``|``."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._names = {name: f"({forms})" for name, forms in words.items() if name.isidentifier()}
        self._marks = {name: forms.split("|") for name, forms in words.items() if not name.isidentifier()}

    def expand(self, phrase: str) -> list[str]:
        """The plain phrases, each once, single-spaced. Raises `PackError` for a name or a bracket that is amiss."""
        try:
            source = _NAME.sub(lambda m: self._names[m[1]], phrase)
        except KeyError as error:
            raise PackError(f"{phrase!r}: no words named <{error.args[0]}>") from None
        found, end = self._alternatives(source, 0, "")
        if end != len(source):
            raise PackError(f"{phrase!r}: unpaired bracket")
        return list(dict.fromkeys(" ".join(text.split()) for text in found))

    def _alternatives(self, source: str, at: int, closing: str) -> tuple[list[str], int]:
        """What stands at a position, up to the bracket that closes it or to the end; and where that is."""
        every: list[str] = []
        current = [""]
        while at < len(source):
            char = source[at]
            if char == closing:
                break
            if char == "|" and closing:
                every += current
                current = [""]
            elif char in _CLOSING:
                inner, at = self._alternatives(source, at + 1, _CLOSING[char])
                if at == len(source):
                    raise PackError(f"{source!r}: unpaired bracket")
                current = _product(current, inner if char == "(" else ["", *inner])
            else:
                current = _product(current, self._marks.get(char, [char]))
            at += 1
        return every + current, at


def _product(left: list[str], right: list[str]) -> list[str]:
    if len(left) * len(right) > LIMIT:
        raise PackError(f"a phrase with over {LIMIT} readings: {left[0]!r} ...")
    return [a + b for a in left for b in right]

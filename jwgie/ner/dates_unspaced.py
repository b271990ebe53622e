"""The same items as those of `jwgie.ner.dates_lexer` from texts without spaces: figures, marks, and the longest words of the tables
that stand at a place, whatever stands before and after them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from jwgie.ner.dates_figures import Item, month_first, pieces, read_figure

#: Marks that are items of their own; of others nothing is said but that they stand there.
_MARKS = {"(": "(", ")": ")", "/": "/", "-": "-", "\n": "|"}


class UnspacedLexer:
    """Turns folded texts without spaces into items."""

    def __init__(self, words: Mapping[str, tuple[str, Any]], token: re.Pattern[str], commas: frozenset[str]) -> None:
        """`words`: each form of the tables, folded, with its class and value; `token`: the expression of figures and marks."""
        self._words = words
        self._token = token
        self._commas = commas
        lengths: dict[str, set[int]] = {}
        for form in words:
            lengths.setdefault(form[0], set()).add(len(form))
        #: The lengths of the forms that begin with a character, the longest first.
        self._lengths: dict[str, Sequence[int]] = {c: sorted(found, reverse=True) for c, found in lengths.items()}
        firsts = "".join(map(re.escape, sorted(lengths)))
        marks = "".join(map(re.escape, sorted({*_MARKS, *commas, "."})))
        self._starts = re.compile(f"[\\d{firsts}{marks}]")

    def __call__(self, text: str) -> list[Item]:
        """The items of a folded text; whatever else stands between two of them is one ``x``."""
        items: list[Item] = []
        position = 0
        for found in self._starts.finditer(text):
            at = found.start()
            if at < position:
                continue
            known = self._known(text, at) or self._figure(text, at) or self._mark(text, at)
            if not known:
                continue
            if text[position:at].strip(" "):
                items.append(Item("x", None, position, at))
            items += known
            position = known[-1].end
        if text[position:].strip(" "):
            items.append(Item("x", None, position, len(text)))
        return month_first(items)

    def _known(self, text: str, at: int) -> list[Item]:
        for length in self._lengths.get(text[at], ()):
            entry = self._words.get(text[at : at + length])
            if entry is not None:
                return [Item(*entry, at, at + length)]
        return []

    def _figure(self, text: str, at: int) -> list[Item]:
        match = self._token.match(text, at) if text[at].isdigit() else None
        if match is None or match["word"] is not None or match["mark"] is not None:
            return []
        item = read_figure(match, *match.span())
        return [item] if item.kind != "x" or match["sep"] != "-" else pieces(match)

    def _mark(self, text: str, at: int) -> list[Item]:
        mark = text[at]
        kind = "," if mark in self._commas else _MARKS.get(mark, "." if mark == "." else "")
        return [Item(kind, None, at, at + 1)] if kind else []

"""Finding many names at once in a folded text, in time linear in its length.

A `Matcher` knows the word boundaries of its pack's language: a name may follow proclitics that are written joined
to it (Arabic و ف ب ل ك), and a preposition that contracts with the article of a name (ل + ال -> لل) is understood.
Proclitics are no part of a match; the article is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

import ahocorasick

from jwgie.document import View
from jwgie.languages import Pack

T = TypeVar("T")


class Matcher(Generic[T]):
    """Names, each with a value, ready to be found. A name may have several values; an empty name is ignored.

    Names are folded by the pack, so they are given in ordinary spelling.
    """

    def __init__(self, entries: Iterable[tuple[str, T]], pack: Pack) -> None:
        clitics = _Clitics(pack)
        self._prefixes = clitics.prefixes
        self._foreign = clitics.prefixes_with_article
        self._longest_prefix = max(map(len, self._foreign))
        entries = list(entries)
        names: dict[str, list[T]] = {}
        for folded, (_, value) in zip(fold_all(pack, (name for name, _ in entries)), entries, strict=True):
            values = names.setdefault(folded, [])
            if value not in values:
                values.append(value)
        names.pop("", None)
        self._names = names
        self._values = list(names.values())
        self._automaton = ahocorasick.Automaton()
        for index, name in enumerate(names):
            self._automaton.add_word(name, (len(name), 0, index))
        for index, name in enumerate(names):
            if clitics.contraction and name.startswith(clitics.article):
                for contracted in clitics.contracted(name):
                    if contracted not in names:
                        self._automaton.add_word(contracted, (len(contracted), 1, index))
        if names:
            self._automaton.make_automaton()

    def __len__(self) -> int:
        return len(self._names)

    def get(self, folded: str) -> tuple[T, ...]:
        """The values of a name that is already folded; empty where there is no such name."""
        return tuple(self._names.get(folded, ()))

    def find(self, view: View, start: int = 0, end: int | None = None, *, nested: bool = False) -> Iterator[tuple[int, int, T]]:
        """The names in ``view.text[start:end]`` as ``(start, end, value)``, positions of the view, in order.

        Where names overlap, the leftmost and of those the longest is found; `nested` finds all of them.
        A line break in the text counts as a space.
        """
        hits = sorted(self._hits(view.text.replace("\n", " "), start, len(view.text) if end is None else end))
        last = -1
        for first, minus_stop, index in hits:
            if nested or first >= last:
                last = -minus_stop
                for value in self._values[index]:
                    yield first, last, value

    def _hits(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        if not self._names or end <= start:
            return
        size = len(text)
        for at, (length, skip, index) in self._automaton.iter(text, start, end):
            stop = at + 1
            if stop < size and text[stop].isalnum() and text[at].isalnum():
                continue
            first = stop - length
            if first and text[first - 1].isalnum() and text[first].isalnum() and not self._after_proclitics(text, first):
                continue
            yield first + skip, -stop, index

    def _after_proclitics(self, text: str, at: int) -> bool:
        begin = at
        while begin and text[begin - 1].isalnum():
            begin -= 1
            if at - begin > self._longest_prefix:
                return False
        return text[begin:at] in (self._foreign if text[at].isascii() else self._prefixes)


def fold_all(pack: Pack, names: Iterable[str]) -> list[str]:
    """Many names folded, in one go: several times faster than one by one. A line break in a name counts as a space."""
    names = [name.replace("\n", " ") if "\n" in name else name for name in names]
    folded = pack.fold("\n".join(names))
    return [name.strip() for name in folded.split("\n")] if folded else []


class _Clitics:
    """What a pack's ``[clitics]`` table says, folded; a language without any has no such table."""

    def __init__(self, pack: Pack) -> None:
        table = pack.config.get("clitics", {})
        self.article = pack.fold(table.get("article", ""))
        self.contraction = pack.fold(table.get("contracted_article", ""))
        conjunctions = ["", *map(pack.fold, table.get("conjunctions", []))]
        prepositions = ["", *map(pack.fold, table.get("prepositions", []))]
        self.prefixes = frozenset(c + p for c in conjunctions for p in prepositions)
        # Names in Latin letters and digits take the article too: الـG20.
        self.prefixes_with_article = self.prefixes | {p + a for p in self.prefixes for a in (self.article, self.contraction)}

    def contracted(self, name: str) -> Iterator[str]:
        """How a name with the article looks after the preposition that contracts with it."""
        stem = name[len(self.article) :]
        yield self.contraction + stem
        if stem.startswith(self.contraction[0]):  # one of three alike is not written: اللجنة, للجنة
            yield self.contraction + stem[1:]

"""Finding many names at once in a folded text, in time linear in its length.

A `Matcher` knows the word boundaries of its pack's language: a name may follow proclitics that are written joined
to it (Arabic و ف ب ل ك), and a preposition that contracts with the article of a name (ل + ال -> لل) is understood.
Proclitics are no part of a match; the article is.

Names are kept word by word: a phrase with alternatives takes as much room as its words, however many plain phrases it stands for.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, compress
from typing import Generic, NamedTuple, TypeVar

from jwgie.document import View
from jwgie.languages import Pack
from jwgie.languages.expansion import Expansion

T = TypeVar("T")

#: Of how many chunks of texts is remembered what they are.
REMEMBERED = 50_000

_CHUNK = re.compile(r"(?s) ?(?:[^\W_]+|.)")


class _Node(NamedTuple):
    """A place in names: the numbers of the entries that end there, and the chunks that may come next with where each leads."""

    ends: tuple[int, ...]
    next: Mapping[str, list[_Node]]


_NOTHING: Mapping[str, list[_Node]] = {}
#: The length of a name's first word, whether it is contracted with a proclitic, and the place after it.
_Start = tuple[int, bool, _Node]


class Remembered(dict[str, T]):
    """What is worked out for a word when first asked for, as words come again and again; emptied when full, so that memory does not
    grow with the texts read."""

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> T:
        if len(self) >= REMEMBERED:
            self.clear()
        self[word] = made = self._make(word)
        return made


class Matcher(Generic[T]):
    """Names, each with a value, ready to be found. A name may have several values; an empty name is ignored.

    Names are folded by the pack, so they are given in ordinary spelling; with an `expansion` (whose words are folded), as it abbreviates.
    """

    def __init__(self, entries: Iterable[tuple[str, T]], pack: Pack, expansion: Expansion | None = None) -> None:
        entries = list(entries)
        self._clitics = _Clitics.of(pack)
        self._values = [value for _, value in entries]
        self._root: dict[str, list[_Node]] = {}
        self._starts = Remembered(self._start)
        for number, name in enumerate(pack.fold_all(name for name, _ in entries)):
            node = _Node((number,), _NOTHING)
            if not expansion and name.isalnum():
                self._root.setdefault(name, []).append(node)
                continue
            words = expansion.words(name) if expansion else [[name]]
            for readings in reversed(words[1:]):
                node = _before(readings, node)
            self._enter(words[0] if words else [], node)

    def _enter(self, readings: list[str], node: _Node) -> None:
        """Let names begin with some readings of a word."""
        for reading in readings:
            if reading:
                first, *more = chunks(reading)
                self._root.setdefault(first, []).append(_path(more, node))
            else:
                for chunk, nodes in node.next.items():
                    self._root.setdefault(chunk[1:], []).extend(nodes)

    def get(self, folded: str) -> tuple[T, ...]:
        """The values of a name that is already folded; empty where there is no such name."""
        first, *more = chunks(folded) or [""]
        nodes = self._root.get(first, [])
        for chunk in more:
            nodes = [after for node in nodes for after in node.next.get(chunk, ())]
        return tuple(self._distinct([number for node in nodes for number in node.ends]))

    def _distinct(self, numbers: Sequence[int]) -> Sequence[T]:
        if len(numbers) == 1:
            return (self._values[numbers[0]],)
        values = [self._values[number] for number in sorted(numbers)]
        return values if len(values) < 2 else [value for i, value in enumerate(values) if value not in values[:i]]

    def find(self, view: View, start: int = 0, end: int | None = None, *, nested: bool = False) -> Iterator[tuple[int, int, T]]:
        """The names in ``view.text[start:end]`` as ``(start, end, value)``, positions of the view, in order.

        Where names overlap, the leftmost and of those the longest is found; `nested` finds all of them.
        A line break in the text counts as a space.
        """
        hits = view.once(self._hits)
        end = len(view.text) if end is None else end
        last = -1
        for first, minus_stop, values in hits[bisect_left(hits, (start,)) :] if start else hits:
            if first >= end:
                break
            if (nested or first >= last) and -minus_stop <= end:
                last = -minus_stop
                for value in values:
                    yield first, last, value

    def _hits(self, view: View) -> list[tuple[int, int, Sequence[T]]]:
        """Each part of a view that is a name, by its start and from its longest, with the values."""
        chunks, ends = view.once(chunked)
        chunks = [*chunks, ""]  # which no name has
        begun = list(map(self._starts.__getitem__, chunks))
        plain: dict[tuple[int, int], tuple[int, ...]] = {}
        contracted: dict[tuple[int, int], tuple[int, ...]] = {}
        for i in compress(range(len(chunks)), begun):
            for length, joined, node in begun[i]:
                last, nodes = i, [node]
                while nodes:
                    for node in nodes:
                        if node.ends:
                            found, place = contracted if joined else plain, (ends[i] - length, -ends[last])
                            found[place] = found[place] + node.ends if place in found else node.ends
                    last += 1
                    chunk = chunks[last]
                    nodes = [after for node in nodes if chunk in node.next for after in node.next[chunk]]
        for first, minus_stop in contracted.keys() - plain.keys():  # what is a name with its proclitic is no other
            place = first + 1, minus_stop
            plain[place] = plain.get(place, ()) + contracted[first, minus_stop]
        return [(*place, self._distinct(plain[place])) for place in sorted(plain)]

    def _start(self, chunk: str) -> tuple[_Start, ...]:
        """The names that a chunk may begin."""
        return tuple([(length, joined, self._joined(word)) for word, length, joined in self._clitics.words[chunk] if word in self._root])

    def _joined(self, word: str) -> _Node:
        """The place after the first word of names."""
        nodes = self._root[word]
        if len(nodes) > 1:
            following: dict[str, list[_Node]] = {}
            for node in nodes:
                for chunk, after in node.next.items():
                    following.setdefault(chunk, []).extend(after)
            nodes[:] = [_Node(tuple([number for node in nodes for number in node.ends]), following)]
        return nodes[0]


def chunks(text: str) -> list[str]:
    """A text cut into words and single marks, each with the space before it."""
    return _CHUNK.findall(text)


def chunked(view: View) -> tuple[list[str], list[int]]:
    """The chunks of a view, in which a line break counts as a space, and where each ends."""
    found = chunks(view.text.replace("\n", " "))
    return found, list(accumulate(map(len, found)))


def _before(readings: list[str], node: _Node) -> _Node:
    """The place before a word, given its readings and the place after it."""
    ends: tuple[int, ...] = ()
    following: dict[str, list[_Node]] = {}
    for reading in readings:
        if reading:
            first, *more = chunks(" " + reading)
            following.setdefault(first, []).append(_path(more, node))
        else:
            ends = node.ends
            for chunk, nodes in node.next.items():
                following.setdefault(chunk, []).extend(nodes)
    return _Node(ends, following)


def _path(chunks: list[str], node: _Node) -> _Node:
    """The place before some chunks that lead to another."""
    for chunk in reversed(chunks):
        node = _Node((), {chunk: [node]})
    return node


class _Clitics:
    """What a pack's ``[clitics]`` table says, folded; a language without any has no such table."""

    def __init__(self, pack: Pack) -> None:
        table = pack.config.get("clitics", {})
        self._article = pack.fold(table.get("article", ""))
        self._contraction = pack.fold(table.get("contracted_article", ""))
        conjunctions = ["", *map(pack.fold, table.get("conjunctions", []))]
        prepositions = ["", *map(pack.fold, table.get("prepositions", []))]
        prefixes = dict.fromkeys(c + p for c in conjunctions for p in prepositions)
        self._prefixes = frozenset(prefixes)
        self._lengths = sorted({len(prefix) for prefix in prefixes if prefix})
        self.words = Remembered(lambda chunk: tuple(self._words(chunk)))
        self._articles = [p + a for p in prefixes for a in (self._article, self._contraction) if a]

    @classmethod
    @cache
    def of(cls, pack: Pack) -> _Clitics:
        """Those of a pack."""
        return cls(pack)

    def _words(self, chunk: str) -> Iterator[tuple[str, int, bool]]:
        """The words that a name may begin with in a chunk: what it is, and what is left of it after what may stand joined before a name;
        each with the length of that, and whether its first letter is that of a proclitic contracted with it."""
        word = chunk.lstrip(" ")
        for rest in [word, *(word[n:] for n in self._lengths if word[:n] in self._prefixes and len(word) > n)]:
            yield rest, len(rest), False
            if self._contraction and rest.startswith(self._contraction):
                stem = rest[len(self._contraction) :]
                # One of three letters alike is not written: اللجنة, للجنة.
                for name in (self._article + stem, self._article + self._contraction[0] + stem):
                    yield name, len(rest), True
        # Names in Latin letters and digits take the article too: الـG20.
        for prefix in self._articles if word[-1:].isascii() else ():
            if word.startswith(prefix) and (rest := word[len(prefix) :]).isascii():
                yield rest, len(rest), False

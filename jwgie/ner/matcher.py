"""Finding many names at once in a folded text, in time linear in its length.

A `Matcher` knows the word boundaries of its pack's language: a name may follow proclitics that are written joined
to it (Arabic و ف ب ل ك), and a preposition that contracts with the article of a name (ل + ال -> لل) is understood.
Proclitics are no part of a match; the article is.

Names are kept word by word: a phrase with alternatives takes as much room as its words, however many plain phrases it stands for.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, compress
from typing import Generic, NamedTuple, TypeVar

from jwgie.document import View
from jwgie.languages import Pack
from jwgie.languages.expansion import Expansion

T = TypeVar("T")

#: Of how many chunks of texts is remembered what may begin in them.
REMEMBERED = 50_000

_CHUNK = re.compile(r"(?s) ?(?:[^\W_]+|.)")


class _Node(NamedTuple):
    """A place in names: the numbers of the entries that end there, and the chunks that may come next with where each leads."""

    ends: tuple[int, ...]
    next: Mapping[str, list[_Node]]


_NOTHING: Mapping[str, list[_Node]] = {}


class Matcher(Generic[T]):
    """Names, each with a value, ready to be found. A name may have several values; an empty name is ignored.

    Names are folded by the pack, so they are given in ordinary spelling; with an `expansion` (whose words are folded), as it abbreviates.
    """

    def __init__(self, entries: Iterable[tuple[str, T]], pack: Pack, expansion: Expansion | None = None) -> None:
        entries = list(entries)
        self._clitics = _Clitics.of(pack)
        self._values = [value for _, value in entries]
        self._root: dict[str, list[_Node]] = {}
        # What begins in chunks of texts: how far before its end, whether contracted with a proclitic, and the place after it.
        self._starts: dict[str, tuple[tuple[int, bool, _Node], ...]] = {}
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

    def _distinct(self, numbers: Sequence[int]) -> list[T]:
        values = [self._values[number] for number in sorted(numbers)]
        return values if len(values) < 2 else [value for i, value in enumerate(values) if value not in values[:i]]

    def find(self, view: View, start: int = 0, end: int | None = None, *, nested: bool = False) -> Iterator[tuple[int, int, T]]:
        """The names in ``view.text[start:end]`` as ``(start, end, value)``, positions of the view, in order.

        Where names overlap, the leftmost and of those the longest is found; `nested` finds all of them.
        A line break in the text counts as a space.
        """
        found: dict[tuple[int, int], tuple[int, ...]] = {}
        contracted: dict[tuple[int, int], tuple[int, ...]] = {}
        for first, joined, stop, numbers in self._hits(view, start, len(view.text) if end is None else end):
            hits = contracted if joined else found
            hits[first, -stop] = hits.get((first, -stop), ()) + numbers
        for first, minus_stop in contracted.keys() - found.keys():  # what is a name with its proclitic is no other
            place = first + 1, minus_stop
            found[place] = found.get(place, ()) + contracted[first, minus_stop]
        last = -1
        for first, minus_stop in sorted(found):
            if nested or first >= last:
                last = -minus_stop
                for value in self._distinct(found[first, minus_stop]):
                    yield first, last, value

    def _hits(self, view: View, start: int, end: int) -> Iterator[tuple[int, bool, int, tuple[int, ...]]]:
        chunks, ends = view.once(_chunked)
        first, last = bisect_right(ends, start), bisect_left(ends, end) + 1
        near = chunks[first:last]
        if len(self._starts) > REMEMBERED:
            self._starts = {}
        starts = self._starts
        for chunk in set(near).difference(starts):
            words = self._clitics.words(chunk)
            starts[chunk] = tuple([(length, joined, self._joined(word)) for word, length, joined in words if word in self._root])
        for i in compress(range(first, last), map(starts.get, near)):
            stop = ends[i]
            following = chunks[i + 1] if i + 1 < len(chunks) else ""
            for length, joined, node in starts[chunks[i]]:
                begin = stop - length
                if begin < start:
                    continue
                if node.ends and stop <= end:
                    yield begin, joined, stop, node.ends
                if following in node.next:
                    for at, numbers in _follow(node, chunks, i):
                        if ends[at] <= end:
                            yield begin, joined, ends[at], numbers

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


def _chunked(view: View) -> tuple[list[str], list[int]]:
    """The chunks of a view and where each ends. A line break counts as a space."""
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


def _follow(node: _Node, chunks: list[str], i: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The last chunks of the names that go on from a place after a chunk, with the entries that end there."""
    nodes = [node]
    for at in range(i + 1, len(chunks)):
        chunk = chunks[at]
        nodes = [after for node in nodes if chunk in node.next for after in node.next[chunk]]
        if not nodes:
            return
        for node in nodes:
            if node.ends:
                yield at, node.ends


class _Clitics:
    """What a pack's ``[clitics]`` table says, folded; a language without any has no such table."""

    def __init__(self, pack: Pack) -> None:
        table = pack.config.get("clitics", {})
        self._article = pack.fold(table.get("article", ""))
        self._contraction = pack.fold(table.get("contracted_article", ""))
        conjunctions = ["", *map(pack.fold, table.get("conjunctions", []))]
        prepositions = ["", *map(pack.fold, table.get("prepositions", []))]
        prefixes = dict.fromkeys(c + p for c in conjunctions for p in prepositions)
        self._prefixes: dict[str, list[str]] = {}  # by their first letter
        for prefix in [*prefixes, *(p + a for p in prefixes for a in (self._article, self._contraction))]:
            self._prefixes.setdefault(prefix[:1], []).append(prefix)
        self._known: dict[str, tuple[tuple[str, int, bool], ...]] = {}
        self._articles = frozenset(p + a for p in prefixes for a in (self._article, self._contraction)) - prefixes.keys()

    @classmethod
    @cache
    def of(cls, pack: Pack) -> _Clitics:
        """Those of a pack."""
        return cls(pack)

    def words(self, chunk: str) -> tuple[tuple[str, int, bool], ...]:
        """The words that a name may begin with in a chunk: the whole, and what is left of it after what may stand joined before a
        name; each with its length there and whether it is contracted with a proclitic."""
        known = self._known.get(chunk)
        if known is None:
            if len(self._known) > REMEMBERED:
                self._known = {}
            known = self._known[chunk] = tuple(self._words(chunk.lstrip(" ")))
        return known

    def _words(self, word: str) -> Iterator[tuple[str, int, bool]]:
        yield word, len(word), False
        yield from self._uncontracted(word)
        for prefix in self._prefixes.get(word[:1], ()):
            rest = word[len(prefix) :]
            # Names in Latin letters and digits take the article too: الـG20.
            if rest and word.startswith(prefix) and (prefix not in self._articles or rest.isascii()):
                yield rest, len(rest), False
                yield from self._uncontracted(rest)

    def _uncontracted(self, word: str) -> Iterator[tuple[str, int, bool]]:
        """With what a name with the article begins that looks so after the preposition that contracts with it."""
        if self._contraction and word.startswith(self._contraction):
            stem = word[len(self._contraction) :]
            yield self._article + stem, len(word), True
            yield self._article + self._contraction[0] + stem, len(word), True  # one of three alike is not written: اللجنة, للجنة

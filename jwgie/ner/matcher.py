"""Finding many names at once in a folded text, in time linear in its length.

A `Matcher` knows the word boundaries of its pack's language: a name may follow proclitics that are written joined
to it (Arabic و ف ب ل ك), and a preposition that contracts with the article of a name (ل + ال -> لل) is understood.
Proclitics are no part of a match; the article is.

Names are kept word by word: a phrase with alternatives takes as much room as its words, however many plain phrases it stands for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import compress
from typing import Any, Generic, NamedTuple, TypeVar
from weakref import WeakSet

from jwgie.document import View
from jwgie.languages import Pack
from jwgie.languages.expansion import Expansion
from jwgie.languages.words import SPACED, words_of

T = TypeVar("T")

#: Of how many chunks of texts is remembered what they are.
REMEMBERED = 50_000


class _Node(NamedTuple):
    """A place in names: the numbers of the entries that end there, and the chunks that may come next with where each leads."""

    ends: tuple[int, ...]
    next: Mapping[str, list[_Node]]


#: Names of a matcher that a word may begin: the length of their first word, whether it is contracted with a proclitic, and the
#: place after it.
_Start = tuple["Matcher[Any]", int, bool, _Node]
#: The same at a chunk of a view.
_Begun = tuple[int, int, bool, _Node]


class Matcher(Generic[T]):
    """Names, each with a value, ready to be found. A name may have several values; an empty name is ignored.

    Names are folded by the pack, so they are given in ordinary spelling; with an `expansion` (whose words are folded), as it abbreviates.
    """

    def __init__(self, entries: Iterable[tuple[str, T]], pack: Pack, expansion: Expansion | None = None) -> None:
        entries = list(entries)
        self._lexicons = _Lexicons.of(pack)
        self._values = [value for _, value in entries]
        self._names = pack.fold_all(name for name, _ in entries)
        self._expansion = expansion
        self._first: dict[str, list[int]] = {}  # the entries by the words that they may begin with
        self._nodes: dict[str, _Node] = {}  # after such a word, made when it is met: few of all names ever are
        for number, name in enumerate(self._names):
            first = name.partition(" ")[0] if self._lexicons.words.spaced else ""
            for word in [first] if first.isalnum() and not expansion else _firsts(self._words(name), self._lexicons.chunks):
                self._first.setdefault(word, []).append(number)
        self._lexicons.add(self)

    def _words(self, name: str) -> list[list[str]]:
        return self._expansion.words(name) if self._expansion else [[name]]

    def get(self, folded: str) -> tuple[T, ...]:
        """The values of a name that is already folded; empty where there is no such name."""
        first, *more = self._lexicons.chunks(folded) or [""]
        nodes = [self._after(first)] if first in self._first else []
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
        begun = view.once(self._lexicons.begun).pop(self, None)
        if begun is None:  # the matcher is newer
            begun = self._lexicons.begun(view)[self]
        plain: dict[tuple[int, int], tuple[int, ...]] = {}
        contracted: dict[tuple[int, int], tuple[int, ...]] = {}
        chunks, ends = view.once(self._lexicons.chunked)
        for i, length, joined, node in begun:
            found, first = contracted if joined else plain, ends[i] - length
            if node.ends:
                place = first, -ends[i]
                found[place] = found[place] + node.ends if place in found else node.ends
            if chunks[i + 1] in node.next:
                for last, numbers in _follow(node, chunks, i):
                    place = first, -ends[last]
                    found[place] = found.get(place, ()) + numbers
        for first, minus_stop in contracted.keys() - plain.keys():  # what is a name with its proclitic is no other
            place = first + 1, minus_stop
            plain[place] = plain.get(place, ()) + contracted[first, minus_stop]
        return [(first, stop, self._distinct(numbers)) for (first, stop), numbers in sorted(plain.items())]

    def starting(self, words: Sequence[tuple[str, int, bool]]) -> list[_Start]:
        """The names that may begin with one of some words, each with its length and whether it is contracted with a proclitic."""
        return [(self, length, joined, self._after(word)) for word, length, joined in words if word in self._first]

    def _after(self, word: str) -> _Node:
        """The place after the first word of names."""
        if word not in self._nodes:
            ends: tuple[int, ...] = ()
            following: dict[str, list[_Node]] = {}
            for number in self._first[word]:
                node = _Node((number,), {})
                for readings in reversed(self._words(self._names[number])):
                    node = _before(readings, node, self._lexicons.chunks)
                for after in node.next[self._lexicons.gap + word]:
                    ends += after.ends
                    for chunk, nodes in after.next.items():
                        following.setdefault(chunk, []).extend(nodes)
            self._nodes[word] = _Node(ends, following)
        return self._nodes[word]


def _firsts(words: list[list[str]], chunks: Callable[[str], list[str]]) -> set[str]:
    """What a name may begin with, whose first words may be left out."""
    found: set[str] = set()
    for readings in words:
        found.update([chunks(reading)[0] for reading in readings if reading])
        if "" not in readings:
            break
    return found


#: The chunks of a view of a language whose words are parted by spaces.
chunked = SPACED.chunked


def _before(readings: list[str], node: _Node, chunks: Callable[[str], list[str]]) -> _Node:
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


def _follow(node: _Node, chunks: list[str], at: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The last chunks of the names that go on from a place after a chunk, with the entries that end there."""
    nodes = [node]
    while nodes:
        at += 1
        chunk = chunks[at]
        nodes = [after for node in nodes if chunk in node.next for after in node.next[chunk]]
        for node in nodes:
            if node.ends:
                yield at, node.ends


class _Lexicons:
    """The matchers of a pack, which go through the words of a view together: most words begin no name of any."""

    def __init__(self, pack: Pack) -> None:
        self._matchers: WeakSet[Matcher[Any]] = WeakSet()
        self._starts: dict[str, tuple[_Start, ...]] = {}  # by the chunk
        self.words = words_of(pack)
        self.chunks, self.chunked = self.words.chunks, self.words.chunked
        self.gap = " " if self.words.spaced else ""  # what stands before each word but the first
        table = pack.config.get("clitics", {})
        self._article = pack.fold(table.get("article", ""))
        self._contraction = pack.fold(table.get("contracted_article", ""))
        conjunctions = ["", *map(pack.fold, table.get("conjunctions", []))]
        prepositions = ["", *map(pack.fold, table.get("prepositions", []))]
        prefixes = dict.fromkeys(c + p for c in conjunctions for p in prepositions)
        self._prefixes = frozenset(prefixes)
        self._lengths = sorted({len(prefix) for prefix in prefixes if prefix})
        self._articles = [p + a for p in prefixes for a in (self._article, self._contraction) if a]

    @classmethod
    @cache
    def of(cls, pack: Pack) -> _Lexicons:
        """Those of a pack."""
        return cls(pack)

    def add(self, matcher: Matcher[Any]) -> None:
        """Take in one more."""
        self._matchers.add(matcher)
        self._starts.clear()

    def begun(self, view: View) -> dict[Matcher[Any], list[_Begun]]:
        """For each matcher, the chunks of a view that names may begin in, by their index."""
        chunks, _ = view.once(self.chunked)
        starts = self._starts
        if len(starts) > REMEMBERED:
            starts.clear()
        for chunk in set(chunks).difference(starts):
            words = list(self._words(chunk))
            starts[chunk] = tuple([start for matcher in self._matchers for start in matcher.starting(words)])
        begun: dict[Matcher[Any], list[_Begun]] = {matcher: [] for matcher in self._matchers}
        found = [starts[chunk] for chunk in chunks]
        for i in compress(range(len(found)), found):
            following = chunks[i + 1]
            for matcher, length, joined, node in found[i]:
                if node.ends or following in node.next:
                    begun[matcher].append((i, length, joined, node))
        return begun

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

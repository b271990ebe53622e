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
from operator import itemgetter
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
    """A place in names: the numbers of the entries that end there, and the chunks that may come next, each with where it leads."""

    ends: tuple[int, ...]
    next: Mapping[str, list[_Node]]

    def after(self, chunk: str) -> _Node | None:
        """The place after one more chunk. Several places become one when they are first gone to, for few ever are."""
        nodes = self.next.get(chunk)
        if nodes is None:
            return None
        if len(nodes) > 1:
            nodes[:] = [_united(nodes)]
        return nodes[0]


def _united(nodes: Iterable[_Node]) -> _Node:
    """Several places as one."""
    ends: tuple[int, ...] = ()
    following: dict[str, list[_Node]] = {}
    for node in nodes:
        ends += node.ends
        for chunk, after in node.next.items():
            following.setdefault(chunk, []).extend(after)
    return _Node(ends, following)


#: Names of a matcher that a word may begin: the length of their first word, whether it is contracted with a proclitic, and the
#: place after it.
_Start = tuple["Matcher[Any]", int, bool, _Node]


class _Known(NamedTuple):
    """What a chunk is known to be: names that end with it, each with its matcher, its length and its values; and longer ones that it
    may begin, by the chunk after it."""

    names: list[tuple[Matcher[Any], int, Sequence[Any]]]
    longer: dict[str, list[_Start]]


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
        self.first: dict[str, list[int]] = {}  # the entries by the words that they may begin with
        self._entries: dict[int, _Node] = {}  # the place before an entry, made when it is met: few of all names ever are
        self._nodes: dict[str, _Node] = {}  # the places after such words
        for number, name in enumerate(self._names):
            first = name.partition(" ")[0] if self._lexicons.words.spaced else ""
            for word in [first] if first.isalnum() and not expansion else _firsts(self._words(name), self._lexicons.chunks):
                self.first.setdefault(word, []).append(number)
        self._lexicons.add(self)

    def _words(self, name: str) -> list[list[str]]:
        return self._expansion.words(name) if self._expansion else [[name]]

    def get(self, folded: str) -> tuple[T, ...]:
        """The values of a name that is already folded; empty where there is no such name."""
        first, *more = self._lexicons.chunks(folded) or [""]
        node = self._after(first) if first in self.first else None
        for chunk in more:
            node = node.after(chunk) if node else None
        return tuple(self.values(node.ends)) if node else ()

    def values(self, numbers: Sequence[int]) -> Sequence[T]:
        """The values of some entries, each once."""
        if len(numbers) == 1:
            return (self._values[numbers[0]],)
        values = [self._values[number] for number in sorted(numbers)]
        return values if len(values) < 2 else [value for i, value in enumerate(values) if value not in values[:i]]

    def find(self, view: View, start: int = 0, end: int | None = None, *, nested: bool = False) -> Iterator[tuple[int, int, T]]:
        """The names in ``view.text[start:end]`` as ``(start, end, value)``, positions of the view, in order.

        Where names overlap, the leftmost and of those the longest is found; `nested` finds all of them.
        A line break in the text counts as a space.
        """
        found = view.once(self._lexicons.found)
        if self not in found:  # the matcher is newer
            found[self] = self._lexicons.found(view)[self]
        hits: list[tuple[int, int, Sequence[T]]] = found[self]
        end = len(view.text) if end is None else end
        last = -1
        for first, minus_stop, values in hits[bisect_left(hits, (start,)) :] if start else hits:
            if first >= end:
                break
            if (nested or first >= last) and -minus_stop <= end:
                last = -minus_stop
                for value in values:
                    yield first, last, value

    def starting(self, words: Sequence[tuple[str, int, bool]]) -> list[_Start]:
        """The names that may begin with one of some words, each with its length and whether it is contracted with a proclitic."""
        return [(self, length, joined, self._after(word)) for word, length, joined in words if word in self.first]

    def _after(self, word: str) -> _Node:
        """The place after the first word of names."""
        if word not in self._nodes:
            begin = self._lexicons.gap + word
            self._nodes[word] = _united([after for number in self.first[word] for after in self._before(number).next[begin]])
        return self._nodes[word]

    def _before(self, number: int) -> _Node:
        """The place before an entry."""
        if number not in self._entries:
            node = _Node((number,), {})
            for readings in reversed(self._words(self._names[number])):
                node = _before(readings, node, self._lexicons.chunks)
            self._entries[number] = node
        return self._entries[number]


#: What may be a name: its matcher, where it starts and ends, whether contracted with a proclitic, and the entries.
_Reading = tuple["Matcher[Any]", int, int, bool, tuple[int, ...]]
_PLACE = itemgetter(0, 1)


def _readings(starts: list[_Start], chunks: list[str], ends: list[int], at: int) -> list[tuple[Matcher[Any], int, int, tuple[int, ...]]]:
    """The names of several chunks, with their places, that go on from those begun at a chunk."""
    found: list[_Reading] = []
    for matcher, length, joined, begun in starts:
        last = at + 1
        node = begun.after(chunks[last])
        while node is not None:
            if node.ends:
                found.append((matcher, ends[at] - length, ends[last], joined, node.ends))
            last += 1
            node = node.after(chunks[last])
    return _settled(found)


def _settled(found: Iterable[_Reading]) -> list[tuple[Matcher[Any], int, int, tuple[int, ...]]]:
    """Names with their places, each once: what is a name with its proclitic is no other."""
    plain: dict[tuple[Matcher[Any], int, int], tuple[int, ...]] = {}
    contracted: dict[tuple[Matcher[Any], int, int], tuple[int, ...]] = {}
    for matcher, first, stop, joined, numbers in found:
        those, place = contracted if joined else plain, (matcher, first, stop)
        those[place] = those.get(place, ()) + numbers
    for place in contracted.keys() - plain.keys():
        matcher, first, stop = place
        plain[matcher, first + 1, stop] = plain.get((matcher, first + 1, stop), ()) + contracted[place]
    return [(*place, numbers) for place, numbers in plain.items()]


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


class _Lexicons:
    """The matchers of a pack, which go through the words of a view together: most words begin no name of any."""

    def __init__(self, pack: Pack) -> None:
        self._matchers: WeakSet[Matcher[Any]] = WeakSet()
        self._known: dict[str, _Known | None] = {}  # by the chunk
        self._first: set[str] = set()  # what names of any may begin with
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
        self._known.clear()
        self._first.clear()

    def found(self, view: View) -> dict[Matcher[Any], list[tuple[int, int, Sequence[Any]]]]:
        """For each matcher the parts of a view that are names: where each starts and minus where it ends, in order, and its values."""
        chunks, ends = view.once(self.chunked)
        known = self._known
        if len(known) > REMEMBERED:
            known.clear()
        for chunk in set(chunks).difference(known):
            known[chunk] = self._know(chunk)
        found: dict[Matcher[Any], list[tuple[int, int, Sequence[Any]]]] = {matcher: [] for matcher in self._matchers}
        here = [known[chunk] for chunk in chunks]
        for i, those in enumerate(here):
            if those:
                end = ends[i]
                for matcher, length, values in those.names:
                    found[matcher].append((end - length, -end, values))
                if longer := those.longer.get(chunks[i + 1]):
                    for matcher, first, stop, numbers in _readings(longer, chunks, ends, i):
                        found[matcher].append((first, -stop, matcher.values(numbers)))
        for hits in found.values():
            hits.sort(key=_PLACE)
        return found

    def _know(self, chunk: str) -> _Known | None:
        """What a chunk may be: None where no name begins with it."""
        if not self._first:
            self._first.update(word for matcher in self._matchers for word in matcher.first)
        words = [known for known in self._words(chunk) if known[0] in self._first]
        if not words:
            return None
        starts = [start for matcher in self._matchers for start in matcher.starting(words)]
        names = _settled((matcher, -length, 0, joined, node.ends) for matcher, length, joined, node in starts if node.ends)
        longer: dict[str, list[_Start]] = {}
        for start in starts:
            for following in start[3].next:
                longer.setdefault(following, []).append(start)
        return _Known([(m, -first, m.values(numbers)) for m, first, _, numbers in names], longer)

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

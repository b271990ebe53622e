"""Phrase grammars as data: a text becomes a string of categories, one character a unit, and an expression runs over it.

A unit is a mention, an entry of a small vocabulary, a proclitic before either, or else a single word or punctuation
mark whose category its shape tells. A grammar (a table of fragments in a language pack) names categories in braces::

    [fragments]
    party = "{COUNTRY|ORG:party}"
    between = "{BETWEEN} <party> (?:{AND} <party>)+"

``{A|B:role}`` is one unit of either category kept under a role; ``<name>`` is an earlier fragment; white space is
free. Being one character a unit, an expression never looks at letters and stays short.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

import regex

from jwgie import regexp
from jwgie.document import Document, Mention, View
from jwgie.errors import PatternError
from jwgie.languages import Pack
from jwgie.languages.words import words_of
from jwgie.ner.matcher import Matcher
from jwgie.relations.patterns import Alphabet

_SLOT = regex.compile(r"\{(?P<names>[A-Z_|]+)(?::(?P<role>[a-z_]+))?\}")
# Once fragments are in, a name in angle brackets is that of a group.
_FRAGMENT = regex.compile(r"(?<!\(\?P|\(\?)<(?P<name>[a-z_]+)>")
_TOKEN = regexp.compile(r"\w+|[^\w\s]")
#: What no phrase goes beyond.
_BREAK = regexp.compile(r"[\n.]")
#: The same where a full stop between two words joins them: the shape of that stop.
_JOINING, _BREAK_APART = "STOP", regexp.compile(r"\n|\.(?!\w)")
_PLACE = itemgetter(0, 1)
#: Of how many words is remembered what their units are.
REMEMBERED = 50_000


class Entry(NamedTuple):
    """A vocabulary entry: its category and whatever else its row says. `definite`: found with the article."""

    category: str
    row: Mapping[str, str]
    definite: bool = False


class Unit(NamedTuple):
    """One unit of a text: view positions, category, and the mention or the vocabulary entry that it is."""

    start: int
    end: int
    category: str
    source: Mention | Entry | None = None


#: What was found in a view: where it starts, minus where it ends, its category and what it is.
_Found = tuple[int, int, str, Mention | Entry]


class Grammar:
    """Fragments of a grammar, expanded and compiled against one alphabet of categories."""

    def __init__(self, fragments: Mapping[str, str], where: str) -> None:
        self.alphabet = Alphabet()
        self._where = where
        self._fragments: dict[str, str] = {}
        for name, text in fragments.items():
            self._fragments[name] = f"(?:{self._expand(text)})"

    def compile(self, name: str) -> regex.Pattern[str]:
        """The expression of one fragment."""
        try:
            return regex.compile(self._fragments[name])
        except (KeyError, regex.error) as error:
            raise PatternError(f"{self._where}: fragment {name}: {error}") from error

    def _expand(self, text: str) -> str:
        def fragment(found: regex.Match[str]) -> str:
            if found["name"] not in self._fragments:
                raise PatternError(f"{self._where}: no fragment <{found['name']}> above")
            return self._fragments[found["name"]]

        def slot(found: regex.Match[str]) -> str:
            characters = "[" + "".join(self.alphabet[name] for name in found["names"].split("|")) + "]"
            return f"(?P<{found['role']}>{characters})" if found["role"] else characters

        return _SLOT.sub(slot, _FRAGMENT.sub(fragment, regex.sub(r"\s+", "", text)))


class Units:
    """Cuts views into units: chosen mentions first, then a vocabulary, then proclitics and words by their shape."""

    def __init__(self, pack: Pack, entries: Iterable[tuple[str, Entry]], shapes: Mapping[str, str], clitics: Mapping[str, str],
                 order: Sequence[Sequence[str]], capitals: bool = False) -> None:  # fmt: skip
        """`shapes`: category to expression over a whole folded word, first match wins; `clitics`: proclitic to category. `order` lists
        the labels of mentions and the categories of the vocabulary; where spans overlap, that of the earlier group stays, and within
        a group the leftmost and longest. ``LABEL+`` are mentions of several words. With `capitals`, a word of no shape is a NAME where
        it is written with a capital and opens no stretch."""
        self.matcher: Matcher[Entry] = Matcher(entries, pack)
        self.shapes = [(name, regexp.compile(pack.fold_pattern(text))) for name, text in shapes.items()]
        self.clitics = {pack.fold(text): name for text, name in clitics.items()}
        table = pack.config.get("clitics", {})
        self.article, self.contraction = pack.fold(table.get("article", "")), pack.fold(table.get("contracted_article", ""))
        self._spaced = words_of(pack).spaced
        self._group = {name: i for i, names in enumerate(order) for name in names}
        self._break = _BREAK_APART if _JOINING in shapes else _BREAK
        self._groups = len(order)
        self._capitals = capitals
        self._cache: dict[str, tuple[tuple[int, int, str], ...]] = {}

    def __call__(self, document: Document, view: View, label: Callable[[Mention], str], wanted: frozenset[str]) -> Iterator[list[Unit]]:
        """The units of the stretches of a view that hold one of a `wanted` category. A stretch ends with the line and at a full stop.
        `label` is the category of a mention."""
        text = view.text
        written = view.written if self._capitals else ""
        breaks = [match.start() for match in self._break.finditer(text)]
        if self._break is _BREAK_APART:  # a stop that a sentence goes on behind joins, too
            ends = {view.range(s.span)[1] - 1 for s in document.sentences if s.span.origin == view.origin}
            breaks = [at for at in breaks if text[at] == "\n" or at in ends]
        breaks.append(len(text))
        held: list[_Found] = []
        begin = at = number = 0
        worth = False
        for found in (*self._spans(document, view, label), None):
            start = found[0] if found else len(text) + 1
            while breaks[number] < at:
                number += 1
            if breaks[number] < start:
                if worth:
                    yield self._units(text, written, begin, breaks[number], held)
                while number + 1 < len(breaks) and breaks[number + 1] < start:
                    number += 1
                begin, held, worth = breaks[number] + 1, [], False
            if found:
                held.append(found)
                worth = worth or found[2] in wanted
                at = -found[1]

    def _spans(self, document: Document, view: View, label: Callable[[Mention], str]) -> list[_Found]:
        group = self._group
        groups: list[list[_Found]] = [[] for _ in range(self._groups)]
        for mention in document.mentions:
            if mention.span.origin == view.origin:
                category = label(mention)
                i = group.get(category)
                if i is not None:
                    start, end = view.range(mention.span)
                    if mention.label + "+" in group and " " in view.text[start:end]:
                        i = group[mention.label + "+"]
                    groups[i].append((start, -end, category, mention))
        for start, end, entry in self.matcher.find(view):
            groups[group.get(entry.category, group["*"])].append((start, -end, entry.category, entry))
        taken = bytearray(len(view.text))
        chosen: list[_Found] = []
        for spans in groups:
            last = -1
            for found in sorted(spans, key=_PLACE):
                start, end = found[0], -found[1]
                if start >= last:
                    last = end
                    if taken.find(1, start, end) < 0:
                        taken[start:end] = b"\1" * (end - start)
                        chosen.append(found)
        return sorted(chosen, key=_PLACE)

    def _units(self, text: str, written: str, at: int, stop: int, spans: list[_Found]) -> list[Unit]:
        """The units of the characters ``[at, stop)``, in which spans have been found; `written` is the text before folding, or empty."""
        units: list[Unit] = []
        for start, minus_end, category, source in spans:
            self._words(text, written, at, start, units)
            joined = start and text[start - 1] == text[start] == self.contraction[-1:]
            if joined and isinstance(source, Entry) and source.definite:
                category += "_C"
            at = -minus_end
            units.append(Unit(start, at, category, source))
        self._words(text, written, at, stop, units)
        return units

    def _words(self, text: str, written: str, start: int, end: int, units: list[Unit]) -> None:
        joined = end
        if self._spaced and end < len(text) and text[end].isalnum():
            while joined > start and text[joined - 1].isalnum():
                joined -= 1
        for word in text[start:joined].split(" "):
            if word:
                known = self._cache.get(word)
                for first, last, category in self._parts(word) if known is None else known:
                    if written and category == "WORD" and units and written[start + first].isupper():
                        category = "NAME"
                    units.append(Unit(start + first, start + last, category))
            start += len(word) + 1
        for i in range(joined, end):  # what stands joined before a span
            units.append(Unit(i, i + 1, self.clitics.get(text[i], "WORD")))

    def _parts(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """Where the units of a text without spaces start and end, and their categories; remembered."""
        parts: list[tuple[int, int, str]] = []
        for match in _TOKEN.finditer(text):
            first, last = match.span()
            word = match[0]
            cut = self._proclitics(word)
            parts += ((first + i, first + i + 1, self.clitics[word[i]]) for i in range(cut))
            parts.append((first + cut, last, self._shape(word[cut:] if not cut else self._restored(word, cut))))
        found = tuple(parts)
        if len(self._cache) < REMEMBERED:
            self._cache[text] = found
        return found

    def _proclitics(self, word: str) -> int:
        """How many letters before the article are proclitics; 0 where the word has no article."""
        if not self.article or len(word) < 5:
            return 0
        at = 0
        while at < 2 and word[at] in self.clitics:
            if word.startswith(self.contraction, at):
                return at + 1
            at += 1
            if word.startswith(self.article, at):
                return at
        return 0

    def _restored(self, word: str, cut: int) -> str:
        if word.startswith(self.article, cut):
            return word[cut:]
        return self.article + word[cut + 1 :]  # the article contracted with the preposition

    def _shape(self, word: str) -> str:
        return next((name for name, expression in self.shapes if expression.fullmatch(word)), "WORD" if word[0].isalnum() else "MARK")


def vocabulary(pack: Pack, rows: Iterable[Mapping[str, str]], inflected: frozenset[str]) -> Iterable[tuple[str, Entry]]:
    """The entries of rows with the columns ``category`` and ``forms`` (separated by " | "). Forms of an `inflected`
    category are entered with the article as well, as definite ones under ``<category>_D``."""
    article = pack.config.get("clitics", {}).get("article", "")
    for row in rows:
        for form in filter(None, row["forms"].split(" | ")):
            if article and row["category"] in inflected:
                yield article + form, Entry(row["category"] + "_D", row, True)
            yield form, Entry(row["category"], row)

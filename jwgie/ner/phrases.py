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

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

import regex

from jwgie.document import Document, Mention, View
from jwgie.errors import PatternError
from jwgie.languages import Pack
from jwgie.ner.matcher import Matcher
from jwgie.relations.patterns import Alphabet

_SLOT = regex.compile(r"\{(?P<names>[A-Z_|]+)(?::(?P<role>[a-z_]+))?\}")
# Once fragments are in, a name in angle brackets is that of a group.
_FRAGMENT = regex.compile(r"(?<!\(\?P|\(\?)<(?P<name>[a-z_]+)>")
_TOKEN = regex.compile(r"\w+|[^\w\s]|\n")


@dataclass(frozen=True, slots=True)
class Entry:
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


#: Where something was found in a view, and what.
_Found = tuple[int, int, Mention | Entry]


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

    def __init__(self, pack: Pack, entries: Iterable[tuple[str, Entry]], shapes: Mapping[str, str], clitics: Mapping[str, str]) -> None:
        """`shapes`: category to expression over a whole folded word, first match wins; `clitics`: proclitic to category."""
        self.matcher: Matcher[Entry] = Matcher(entries, pack)
        self.shapes = [(name, regex.compile(pack.fold_pattern(text))) for name, text in shapes.items()]
        self.clitics = {pack.fold(text): name for text, name in clitics.items()}
        table = pack.config.get("clitics", {})
        self.article, self.contraction = pack.fold(table.get("article", "")), pack.fold(table.get("contracted_article", ""))
        self._cache: dict[str, str] = {}

    def __call__(self, document: Document, view: View, order: Sequence[Sequence[str]], label: Callable[[Mention], str]) -> list[Unit]:
        """The units of a view. `order` lists the labels of mentions and the categories of the vocabulary; where spans overlap,
        that of the earlier group stays, and within a group the leftmost and longest. ``LABEL+`` are mentions of several words.
        `label` is the category of a mention."""
        units: list[Unit] = []
        at = 0
        for start, end, source in self._spans(document, view, order, label):
            self._words(view.text, at, start, units)
            category = label(source) if isinstance(source, Mention) else source.category
            joined = start and view.text[start - 1] == view.text[start] == self.contraction[-1:]
            if joined and isinstance(source, Entry) and source.definite:
                category += "_C"
            units.append(Unit(start, end, category, source))
            at = end
        self._words(view.text, at, len(view.text), units)
        return units

    def _spans(self, document: Document, view: View, order: Sequence[Sequence[str]], label: Callable[[Mention], str]) -> list[_Found]:
        group = {name: i for i, names in enumerate(order) for name in names}
        groups: list[list[_Found]] = [[] for _ in order]
        for mention in document.mentions:
            i = group.get(label(mention)) if mention.span.origin == view.origin else None
            if i is not None:
                start, end = view.range(mention.span)
                if " " in view.text[start:end]:
                    i = group.get(mention.label + "+", i)
                groups[i].append((start, end, mention))
        for found in self.matcher.find(view):
            groups[group.get(found[2].category, group["*"])].append(found)
        chosen: list[_Found] = []
        for spans in groups:
            chosen = _fill(chosen, _outermost(spans))
        return chosen

    def _words(self, text: str, start: int, end: int, units: list[Unit]) -> None:
        for match in _TOKEN.finditer(text, start, end):
            first, last = match.span()
            word = match[0]
            if last == end < len(text) and word.isalnum() and text[end].isalnum():  # what stands joined before a span
                for i, letter in enumerate(word):
                    units.append(Unit(first + i, first + i + 1, self.clitics.get(letter, "WORD")))
                continue
            cut = self._proclitics(word)
            for i in range(cut):
                units.append(Unit(first + i, first + i + 1, self.clitics[word[i]]))
            units.append(Unit(first + cut, last, self._shape(word[cut:] if not cut else self._restored(word, cut))))

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
        shape = self._cache.get(word)
        if shape is None:
            shape = next((name for name, expression in self.shapes if expression.fullmatch(word)), "WORD" if word[0].isalnum() else "MARK")
            if len(self._cache) < 50_000:
                self._cache[word] = shape
        return shape


def vocabulary(pack: Pack, rows: Iterable[Mapping[str, str]], inflected: frozenset[str]) -> Iterable[tuple[str, Entry]]:
    """The entries of rows with the columns ``category`` and ``forms`` (separated by " | "). Forms of an `inflected`
    category are entered with the article as well, as definite ones under ``<category>_D``."""
    article = pack.config.get("clitics", {}).get("article", "")
    for row in rows:
        for form in filter(None, row["forms"].split(" | ")):
            if row["category"] in inflected:
                yield article + form, Entry(row["category"] + "_D", row, True)
            yield form, Entry(row["category"], row)


def _outermost(spans: list[_Found]) -> list[_Found]:
    chosen: list[_Found] = []
    last = -1
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if span[0] >= last:
            chosen.append(span)
            last = span[1]
    return chosen


def _fill(chosen: list[_Found], more: list[_Found]) -> list[_Found]:
    """Adds to non-overlapping spans those of `more` that overlap none of them; both in order."""
    out: list[_Found] = []
    i = 0
    for span in more:
        while i < len(chosen) and chosen[i][1] <= span[0]:
            out.append(chosen[i])
            i += 1
        if i == len(chosen) or span[1] <= chosen[i][0]:
            out.append(span)
    out.extend(chosen[i:])
    return sorted(out, key=itemgetter(0))

"""The words of one view, with their lexicon entries and the gazetteer's mentions that begin at them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING, Generic, TypeVar

from jwgie.document import Document, Mention, Span, View
from jwgie.languages import Pack
from jwgie.ner.matcher import chunked
from jwgie.ner.merging import TOLD_NAME
from jwgie.ner.persons_lexicon import IGNORED, INITIAL, LOOK, STOP, TOKEN, Entry, Lexicon

if TYPE_CHECKING:
    from jwgie.ner.institutions import Institution, Kind
    from jwgie.ner.offices import Head, Office

T = TypeVar("T")

#: Mentions of places, states and organisations, which phrases about people are made of, and of dates, which end them.
PLACES = frozenset({"COUNTRY", "NATIONALITY", "CITY", "ORG", "REGION", "DATE"})


@dataclass(slots=True)
class Word:
    """A word or a mark: view positions, entry, what stands before it, and the gazetteer's mention that begins at it.

    `last` is the index after the mention's last word. `breaks`: a line ends before this word.
    """

    start: int
    end: int
    text: str
    entry: Entry
    joined: bool
    breaks: bool
    foreign: bool
    mention: Mention | None
    label: str
    last: int

    @property
    def at(self) -> int:
        """Where the word itself begins, after its proclitics."""
        return self.start + self.entry.cut

    @property
    def core(self) -> str:
        """The word itself, as it is written without proclitics."""
        return self.entry.core


class Phrases(Generic[T]):
    """Phrases of one or more words, found at a word by its core; the longest wins."""

    def __init__(self, entries: Iterable[tuple[str, T]], pack: Pack) -> None:
        #: By the first word the rest of each, and its value, the longest first.
        self.by_first: dict[str, list[tuple[list[str], T]]] = {}
        entries = list(entries)
        for text, (_, value) in zip(pack.fold_all(text for text, _ in entries), entries, strict=True):
            words = TOKEN.findall(text)
            if words:
                self.by_first.setdefault(words[0], []).append((words[1:], value))
        for row in self.by_first.values():
            row.sort(key=lambda item: -len(item[0]))

    @property
    def firsts(self) -> frozenset[str]:
        """The first words of the phrases."""
        return frozenset(self.by_first)


class Words(list[Word]):
    """The words of a view, and what begins at which of them: titles, heads of offices and of institutions, each with its number
    of words; offices and institutions as they are found."""

    titles: dict[int, tuple[int, str]]
    heads: dict[int, tuple[int, Head]]
    kinds: dict[int, tuple[int, Kind]]

    def __init__(self, document: Document, view: View, lexicon: Lexicon) -> None:
        super().__init__()
        self.view = view
        self.lexicon = lexicon
        self.openers: list[int] = []  # where a description of a person may begin
        self.names: dict[int, int] = {}  # names that another recogniser tells: where each ends, by where it begins
        self.headed: list[int] = []  # where a phrase may
        self.offices: dict[int, Office | None] = {}
        self.institutions: dict[int, Institution | None] = {}
        starts = self._starts(document)
        pending = sorted(starts, reverse=True)
        waiting = pending[-1] if pending else len(view.text)
        written = view.written
        text, pieces = view.text, lexicon.pieces
        line = text.find("\n")  # where the line ends
        end = count = 0
        apart, breaks = "", False
        for chunk, last in zip(*view.once(chunked), strict=True):
            form, entry, hamza = pieces.get(chunk) or lexicon.piece(chunk)
            first = last - len(form)
            while 0 <= line < first:
                breaks = True
                line = text.find("\n", first)
            here: Mention | None = None
            foreign = False
            if hamza == LOOK or waiting < last or apart or (hamza >= 0 and written[first + hamza] != form[hamza]):
                if form in IGNORED:
                    continue
                if form in lexicon.conjunctions:  # written apart: it belongs to the next word all the same
                    apart = form
                    continue
                entry, foreign, here = self._read(first, last, form, entry, apart, starts if waiting < last else {}, written)
                apart = ""
                while waiting < last:
                    pending.pop()
                    waiting = pending[-1] if pending else len(text)
                if form == STOP and count and first == end and len(self[-1].text) <= INITIAL and self[-1].entry.letters:
                    self.openers.append(count - 1)
            if entry.opens or foreign:
                self.openers.append(count)
            if entry.heads:
                self.headed.append(count)
            count += 1
            self.append(Word(first, last, form, entry, first == end, breaks, foreign, here, here.label if here else "", count))
            breaks, end = False, last
        self._close()
        self._told(document)

    def _told(self, document: Document) -> None:
        """Take in the names that another recogniser tells."""
        for mention in document.labelled(TOLD_NAME, self.view.origin):
            start, end = self.view.range(mention.span)
            first = bisect_right(self, start, key=lambda word: word.start) - 1
            last = bisect_left(self, end, key=lambda word: word.start)
            if 0 <= first < last:
                self.names[first] = last
        if self.names:
            self.openers = sorted({*self.openers, *self.names})

    def _starts(self, document: Document) -> dict[int, Mention]:
        """The longest mention of a place at each position where one starts."""
        starts: dict[int, Mention] = {}
        view = self.view
        for mention in document.mentions:
            if mention.label in PLACES and mention.span.origin == view.origin:
                first, last = view.range(mention.span)
                if first not in starts or view.range(starts[first].span)[1] < last:
                    starts[first] = mention
        return starts

    def _read(self, first: int, last: int, form: str, entry: Entry, conjunction: str,
              starts: Mapping[int, Mention], written: str) -> tuple[Entry, bool, Mention | None]:  # fmt: skip
        """The entry of a word in its place, whether it is a foreign name, and the mention that begins at it."""
        lexicon, view, text = self.lexicon, self.view, self.view.text
        if lexicon.prefixed(form, entry) and written[first + 1] != form[1]:
            entry = lexicon.cut(form, 1)  # a written hamza after it (لإقناعه): no name begins so
        if conjunction:
            entry = replace(entry, conjunction=conjunction)
        here = starts.get(first + entry.cut)
        if here is None and starts:
            for cut in range(min(4, len(form) - 1)):
                if first + cut in starts:
                    here, entry = starts[first + cut], lexicon.cut(form, cut)
                    break
        if entry.core in lexicon.spelled:
            spelled = view.span(first + entry.cut, last)
            if view.source[spelled.start : spelled.end] == lexicon.spelled[entry.core]:
                entry = lexicon.as_name(entry)
        # A written hamza tells a foreign name (ألكسندر) from the article.
        at = first + entry.cut
        foreign = entry.definite and "function" not in entry.classes and text.startswith(lexicon.article, at) and written[at] != text[at]
        if foreign:
            entry = replace(entry, definite=False, classes=frozenset(), common=False)
        return entry, foreign, here

    def _close(self) -> None:
        for word, mention in [(word, word.mention) for word in self if word.mention]:
            stop = self.view.range(mention.span)[1]
            while word.last < len(self) and self[word.last].end <= stop:
                if word.label == "DATE":  # all of its words are the date's
                    self[word.last].label = word.label
                word.last += 1

    def span(self, first: int, last: int) -> Span:
        """The source span of the words ``[first, last)``, without the proclitics of the first."""
        return self.view.span(self[first].at, self[last - 1].end)

    def whole(self, first: int, last: int) -> Span:
        """The same; but an article that is written as one with a preposition (للهيئة) is kept with it."""
        word = self[first]
        contracted = bool(word.entry.preposition) and word.entry.definite and not self.view.text.startswith(self.lexicon.article, word.at)
        return self.view.span(word.start + len(word.entry.conjunction) if contracted else word.at, self[last - 1].end)

    def side(self, i: int) -> tuple[str | None, int]:
        """The side that a word names before a name, if one does, and what follows it."""
        mention = self[i].mention if i < len(self) and self[i].label in ("NATIONALITY", "COUNTRY") else None
        return (str(mention.value), self[i].last) if mention else (None, i)

    def past_pair(self, i: int, reach: int) -> int:
        """After the mark that closes what a mark opens, or where that is; `reach` is how far the closing one may be."""
        return next((j + 1 for j in range(i + 2, min(i + reach, len(self))) if self[j].text == self[i].text), i)

    def is_mark(self, index: int, marks: str) -> bool:
        """Whether there is a word at an index and it is one of some marks."""
        return index < len(self) and self[index].text in marks and bool(self[index].text)

    def phrases(self, phrases: Phrases[T]) -> dict[int, tuple[int, T]]:
        """Where some phrases begin, each with its number of words: but for the first, these are forms as they stand."""
        found = {}
        for i in self.headed:
            for rest, value in phrases.by_first.get(self[i].entry.core, ()):
                if not rest or rest == self._texts(i + 1, len(rest)):
                    found[i] = len(rest) + 1, value
                    break
        return found

    def _texts(self, first: int, count: int) -> list[str]:
        """The forms of some words, up to the end of the line."""
        return [word.text for word in takewhile(lambda word: not word.breaks, self[first : first + count])]

"""The words of one view, with their lexicon entries and the gazetteer's mentions that begin at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jwgie.document import Document, Mention, Span, View
from jwgie.ner.persons_lexicon import TOKEN, Entry, Lexicon

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
    foreign: bool = False
    mention: Mention | None = None
    last: int = 0

    @property
    def at(self) -> int:
        """Where the word itself begins, after its proclitics."""
        return self.start + self.entry.cut

    @property
    def core(self) -> str:
        return self.entry.core

    @property
    def label(self) -> str:
        return self.mention.label if self.mention else ""


class Words(Sequence[Word]):
    """The words of a view."""

    def __init__(self, document: Document, view: View, lexicon: Lexicon) -> None:
        self.view = view
        self.words: list[Word] = []
        text = view.text
        starts: dict[int, Mention] = {}
        for mention in document.mentions:
            if mention.span.origin == view.origin and mention.label in PLACES:
                first, last = view.range(mention.span)
                if first not in starts or view.range(starts[first].span)[1] < last:
                    starts[first] = mention
        end = 0
        for match in TOKEN.finditer(text):
            first, last = match.span()
            gap = text[end:first]
            form = match[0]
            entry = lexicon.entry(form)
            here: Mention | None = starts.get(first + entry.cut)
            if here is None and starts:
                for cut in range(min(4, len(form) - 1)):
                    if first + cut in starts:
                        here, entry = starts[first + cut], lexicon.entry(form, cut)
                        break
            word = Word(first, last, form, entry, not gap, "\n" in gap, False, here)
            if entry.core in lexicon.spelled:
                spelled = view.span(first + entry.cut, last)
                if view.source[spelled.start : spelled.end] == lexicon.spelled[entry.core]:
                    word.entry = lexicon.as_name(entry)
            if entry.definite and text.startswith(lexicon.article, first + entry.cut):
                # A written hamza tells a foreign name (ألكسندر) from the article.
                at = view.span(first + entry.cut, first + entry.cut + 1).start
                word.foreign = view.source[at] != text[first + entry.cut]
            self.words.append(word)
            end = last
        self._close()

    def _close(self) -> None:
        for index, word in enumerate(self.words):
            word.last = index + 1
            if word.mention:
                stop = self.view.range(word.mention.span)[1]
                while word.last < len(self.words) and self.words[word.last].end <= stop:
                    word.last += 1

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, index: int) -> Word:  # type: ignore[override]
        return self.words[index]

    def span(self, first: int, last: int) -> Span:
        """The source span of the words ``[first, last)``, without the proclitics of the first."""
        return self.view.span(self.words[first].at, self.words[last - 1].end)

    def is_mark(self, index: int, marks: str) -> bool:
        """Whether there is a word at an index and it is one of some marks."""
        return index < len(self.words) and self.words[index].text in marks and bool(self.words[index].text)

    def texts(self, first: int, count: int) -> list[str]:
        """The forms of some words, for phrases: as they stand, line breaks end them."""
        out = []
        for word in self.words[first : first + count]:
            if word.breaks:
                break
            out.append(word.text)
        return out

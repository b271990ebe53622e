"""The words of one view, with their lexicon entries and the gazetteer's mentions that begin at them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jwgie.document import Document, Mention, Span, View
from jwgie.ner.persons_lexicon import TOKEN, Entry, Lexicon

#: Marks of the tags of social media.
IGNORED = frozenset("#_")
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
    core: str
    last: int

    @property
    def at(self) -> int:
        """Where the word itself begins, after its proclitics."""
        return self.start + self.entry.cut


class Words(list[Word]):
    """The words of a view."""

    def __init__(self, document: Document, view: View, lexicon: Lexicon) -> None:
        super().__init__()
        self.view = view
        self.article = lexicon.article
        text = view.text
        starts: dict[int, Mention] = {}
        for mention in document.mentions:
            if mention.label in PLACES and mention.span.origin == view.origin:
                first, last = view.range(mention.span)
                if first not in starts or view.range(starts[first].span)[1] < last:
                    starts[first] = mention
        pending = sorted(starts, reverse=True)
        end, apart = 0, ""
        for match in TOKEN.finditer(text):
            first, last = match.span()
            gap = text[end:first]
            form = match[0]
            if form in IGNORED:
                continue
            if form in lexicon.conjunctions:  # written apart: it belongs to the next word all the same
                apart = form
                continue
            entry = lexicon.entry(form)
            prefixed = len(form) > 1 and entry.unknown and form[0] in lexicon.prepositions
            if prefixed and view.source[view.start(first + 1)] != text[first + 1]:
                entry = lexicon.entry(form, 1)  # a written hamza after it (لإقناعه): no name begins so
            if apart:
                entry, apart = replace(entry, conjunction=apart), ""
            here: Mention | None = None
            if pending and pending[-1] < last:
                here = starts.get(first + entry.cut)
                if here is None:
                    for cut in range(min(4, len(form) - 1)):
                        if first + cut in starts:
                            here, entry = starts[first + cut], lexicon.entry(form, cut)
                            break
                while pending and pending[-1] < last:
                    pending.pop()
            if entry.core in lexicon.spelled:
                spelled = view.span(first + entry.cut, last)
                if view.source[spelled.start : spelled.end] == lexicon.spelled[entry.core]:
                    entry = lexicon.as_name(entry)
            # A written hamza tells a foreign name (ألكسندر) from the article.
            at = first + entry.cut
            foreign = entry.definite and text.startswith(lexicon.article, at) and view.source[view.start(at)] != text[at]
            if foreign:
                entry = replace(entry, definite=False, classes=frozenset(), common=False)
            label = here.label if here else ""
            self.append(Word(first, last, form, entry, not gap, "\n" in gap, foreign, here, label, entry.core, len(self) + 1))
            end = last
        self._close()

    def _close(self) -> None:
        for word in self:
            if word.mention:
                stop = self.view.range(word.mention.span)[1]
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
        contracted = bool(word.entry.preposition) and word.entry.definite and not self.view.text.startswith(self.article, word.at)
        return self.view.span(word.start + len(word.entry.conjunction) if contracted else word.at, self[last - 1].end)

    def is_mark(self, index: int, marks: str) -> bool:
        """Whether there is a word at an index and it is one of some marks."""
        return index < len(self) and self[index].text in marks and bool(self[index].text)

    def texts(self, first: int, count: int) -> list[str]:
        """The forms of some words, for phrases: as they stand, line breaks end them."""
        out = []
        for word in self[first : first + count]:
            if word.breaks:
                break
            out.append(word.text)
        return out

"""Sentences of scripts with capital letters as strings of categories, one character a word: what the grammar of people runs over.

A unit is a mention that earlier recognisers found, an entry of the pack's vocabulary, or else a word or mark whose category its
spelling tells. Three questions are asked of a word that is neither: does it begin with a capital, do capitals tell anything where it
stands, and is it a common word of the language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from jwgie import regexp
from jwgie.document import Document, Mention, Sentence, View
from jwgie.languages import Pack
from jwgie.ner.matcher import Matcher
from jwgie.ner.merging import TOLD_NAME

#: Words are remembered with their categories up to as many.
REMEMBERED = 50_000
#: Of the words of a sentence that have as many letters, as many in a hundred with a capital mean that capitals tell nothing.
LONG, MOST = 4, 75
#: How far on each side of a hyphen a name is looked at.
LONGEST = 40
#: As many words at least, to judge by.
FEW = 4

_WORD = regexp.compile(r"[^\W\d_]++(?:['’‘ʼ.-](?=[^\W\d_])[^\W\d_]++)*+")
_TOKEN = regexp.compile(
    r"(?P<initials>(?<!\w)\p{Lu}\p{M}*\.(?:[ -]?\p{Lu}\.)*+)|(?P<possessive>['’ʼ]s(?!\w))"
    r"|(?P<word>[\p{L}\p{M}]++(?:['’‘ʼ-](?!s(?!\w))[\p{L}\p{M}]++)*+)|(?P<number>\d++(?:[.,]\d++)*+\w*+)|[^\s]"
)


class Row(NamedTuple):
    """An entry of the vocabulary: its category, the slug and country it stands for, what kind of thing it is, its number, whether
    it is written with nothing but capitals, and how, where letters of it have marks."""

    category: str
    slug: str = ""
    country: str = ""
    kind: str = ""
    plural: bool = False
    capitals: bool = False
    marked: str = ""


class Part(NamedTuple):
    """Units ``[first, last)`` of a stretch that a layer of the grammar has made one, with those that fill each role."""

    units: Sequence[Unit]
    roles: Mapping[str, Sequence[tuple[int, int]]]

    def of(self, role: str) -> list[Unit]:
        """The single units that fill a role."""
        return [self.units[first] for first, _ in self.roles.get(role, ())]

    def unit(self, first: int, last: int) -> Unit:
        """Units ``[first, last)`` as one, of the first one's category."""
        return self.units[first]._replace(end=self.units[last - 1].end)

    def bounds(self, role: str) -> tuple[int, int] | None:
        """Where in the view the first of those that fill a role starts, and the last ends."""
        ranges = self.roles.get(role)
        return (self.units[ranges[0][0]].start, self.units[ranges[-1][1] - 1].end) if ranges else None


class Unit(NamedTuple):
    """A word, mark, mention or phrase at positions of a view."""

    start: int
    end: int
    category: str
    source: Mention | Row | Part | None = None


class CasedUnits:
    """Cuts sentences into units, by the section ``[units]`` of ``people.toml``:

    ``labels``: the labels of mentions that are units;
    ``capital``: categories of the vocabulary whose entries are written with a capital, else they are plain words;
    ``cased``: those whose entries without a capital are ``<category>_L``;
    ``marks``: mark to category; ``suffixes``, ``exchanges``: endings by which a form belongs to a word of ``common_words.tsv``;
    ``initials``: the most letters that capitals without a vowel have as initials;
    ``letters``: capitals that stand alone as entries of the vocabulary, and are no initials ("M Dupont");
    ``states``: organisations for which people speak as for a state, which are BLOC;
    ``names``: an expression for what is a name as it is written although it begins small (al-Sudani).

    Words in neither table are NAME (with a capital, not common), CAPS (all capitals), INITIAL, CAP (with a capital, common),
    FIRST (the same where capitals tell nothing: at the start of a sentence and in headlines written with capitals) or LOW.
    """

    def __init__(self, pack: Pack, entries: Iterable[tuple[str, Row]]) -> None:
        data: dict[str, Any] = pack.toml("people").get("units", {})
        self.matcher: Matcher[Row] = Matcher(entries, pack)
        self.labels = frozenset(data.get("labels", ()))
        self._capital, self._cased = frozenset(data.get("capital", ())), frozenset(data.get("cased", ()))
        self._marks: dict[str, str] = {pack.fold(mark): name for mark, name in data.get("marks", {}).items()}
        self._common = frozenset(pack.fold_all(row["word"] for row in pack.rows("common_words")))
        endings = (*((s, "") for s in data.get("suffixes", ())), *data.get("exchanges", ()))
        self._endings = [(pack.fold(old), old, pack.fold(new)) for old, new in endings]
        self._names = regexp.compile(data.get("names", "(?!)"))
        self._initials: int = data.get("initials", 0)
        self._letters = frozenset(pack.fold_all(data.get("letters", ())))
        self._states = frozenset(data.get("states", ()))
        self._known: dict[str, bool] = {}

    def __call__(self, document: Document, view: View) -> Iterator[list[Unit]]:
        """The units of each sentence of a view."""
        spans = self._spans(document, view)
        written = view.written
        names = [view.range(mention.span) for mention in document.labelled(TOLD_NAME, view.origin)]
        at = 0
        for sentence in document.sentences:
            if sentence.span.origin == view.origin:
                start, end = view.range(sentence.span)
                while at < len(spans) and spans[at].start < start:
                    at += 1
                last = at
                while last < len(spans) and spans[last].end <= end:
                    last += 1
                units = self._units(view, written, start, end, spans[at:last], sentence)
                yield [_told(unit, names) for unit in units] if names else units
                at = last

    def common(self, word: str, written: str = "") -> bool:
        """Whether a folded word is one of the language's common ones, as each part of it joined by a hyphen is; `written` is the word as it
        is in the source, where marks may tell that it has another ending ("Touré" is no form of "tour")."""
        key = written or word
        found = self._known.get(key)
        if found is None:
            parts = word.split("-")
            marked = written.lower().split("-") if len(written) == len(word) else parts
            found = all(map(self._listed, parts, marked)) if parts[0] else False
            if len(self._known) < REMEMBERED:
                self._known[key] = found
        return found

    def _listed(self, word: str, written: str = "") -> bool:
        if word in self._common:
            return True
        written = written or word
        bases = (
            word[: -len(old)] + new
            for old, marked, new in self._endings
            if word.endswith(old) and len(word) - len(old) > 1 and written.endswith((old, marked))
        )
        return any(base in self._common for base in bases)

    def _spans(self, document: Document, view: View) -> list[Unit]:
        found = [
            Unit(*view.range(mention.span), "BLOC" if mention.label == "ORG" and mention.value in self._states else mention.label, mention)
            for mention in document.mentions
            if mention.label in self.labels and mention.span.origin == view.origin
        ]
        found = [u for u in found if u.category != "CITY" or not self._beside_hyphen(view, u.start, u.end)]
        states = [u for u in found if u.category == "COUNTRY"]
        for start, end, row in self._before_states(view, states):
            category = row.category
            if (
                end - start == 1
                and not (view.text[start] in self._letters and view.text[end : end + 1] == " ")
                and view.text[max(0, start - 3) : start].rstrip(" ")[-1:] not in _BEFORE
                and view.source[view.start(start)].isupper()
            ):
                continue  # an initial
            if self._beside_hyphen(view, start, end):
                continue
            if row.capitals and not view.source[view.start(start) : view.end(end - 1)].rstrip("s").isupper():
                continue
            if category in self._capital or category in self._cased:
                capital = view.source[view.start(start)].isupper()
                if not capital and category in self._capital:
                    continue
                category += "" if capital else "_L"
            found.append(Unit(start, end, category, row))
        found.sort(key=_place)
        chosen: list[Unit] = []
        last = -1
        for unit in found:
            if unit.start >= last:
                chosen.append(unit)
                last = unit.end
        return chosen

    def _before_states(self, view: View, states: Sequence[Unit]) -> Iterator[tuple[int, int, Row]]:
        """The entries of the vocabulary in a view; of one that ends within the name of a state, those before that: "president of
        the republic", where it is the Republic of Korea."""
        at = 0
        for start, end, row in self._entries(view):
            while at < len(states) and states[at].end <= start:
                at += 1
            if at < len(states) and start < states[at].start < end < states[at].end:
                yield from self.matcher.find(view, start, states[at].start)
            else:
                yield start, end, row

    def _entries(self, view: View) -> Iterator[tuple[int, int, Row]]:
        """The entries of the vocabulary in a view; of those that only marks tell apart, the ones that are written as it is."""
        for place, group in groupby(self.matcher.find(view), key=itemgetter(0, 1)):
            rows = [row for _, _, row in group]
            if len(rows) > 1 and any(row.marked for row in rows):
                written = view.source[view.start(place[0]) : view.end(place[1] - 1)].lower()
                marked = [row for row in rows if row.marked == written]
                rows = marked or [row for row in rows if not row.marked] or rows
            yield from ((*place, row) for row in rows)

    def _beside_hyphen(self, view: View, start: int, end: int) -> bool:
        """Whether what stands there is a part of a name with a hyphen: another part has a capital, and is no common word."""
        text = view.text
        if text[end : end + 1] != "-" and text[max(0, start - 1) : start] != "-":
            return False
        first, last = max(0, start - LONGEST), min(len(text), end + LONGEST)
        while start > first and (text[start - 1].isalpha() or text[start - 1] == "-"):
            start -= 1
        while end < last and (text[end].isalpha() or text[end] == "-"):
            end += 1
        parts = [(word, at) for word, at in _parts(text[start:end], start) if word]
        return any(view.source[view.start(at)].isupper() and not self._listed(word) for word, at in parts)

    def _units(self, view: View, written: str, start: int, end: int, spans: list[Unit], sentence: Sentence) -> list[Unit]:
        told = self._tells(written[start:end], sentence.kind == "headline")
        units: list[Unit] = []
        at = start
        for span in spans:
            if at < span.start:
                self._words(view.text, written, at, span.start, units, told)
            units.append(span)
            at = span.end
        self._words(view.text, written, at, end, units, told)
        return units

    def _tells(self, written: str, headline: bool) -> bool:
        """Whether capitals tell names in a sentence: not in a headline where nearly all long words have them."""
        if not headline and ("," in written or written.rstrip(_CLOSING).endswith(_STOPS)):
            return True
        words = [word for word in _WORD.findall(written) if len(word) >= LONG]
        capital = sum(word[0].isupper() for word in words)
        return len(words) < FEW or capital * 100 < MOST * len(words)

    def _words(self, text: str, written: str, start: int, end: int, units: list[Unit], told: bool) -> None:
        for match in _TOKEN.finditer(written, start, end):
            first, last = match.span()
            kind = match.lastgroup
            if kind == "word":
                word = match[0]
                category = self._category(word, text[first:last], told and bool(units))
            else:
                category = _CATEGORIES[kind] if kind else self._marks.get(text[first:last], "MARK")
            units.append(Unit(first, last, category))

    def _category(self, word: str, folded: str, told: bool) -> str:
        if not word[0].isupper():
            return "NAME" if self._names.fullmatch(word) else "LOW"
        if len(word) == 1:
            return "INITIAL"
        if self.common(folded, word):
            return "CAP" if told else "FIRST"
        if told and word.isupper():
            return "INITIAL" if len(word) <= self._initials and not _VOWEL.search(folded) else "CAPS"
        return "NAME"


def _told(unit: Unit, names: Sequence[tuple[int, int]]) -> Unit:
    """The unit; a name where it is a word, a place or a body of a name that another recogniser tells."""
    word = unit.category in _WORDS if unit.source is None else isinstance(unit.source, Mention)
    inside = word and any(start <= unit.start and unit.end <= end for start, end in names)
    return Unit(unit.start, unit.end, "NAME") if inside else unit


def _parts(text: str, at: int) -> Iterator[tuple[str, int]]:
    """The words of a text with hyphens, and where each starts, the text starting at a position."""
    for word in text.split("-"):
        yield word, at
        at += len(word) + 1


#: Words that no vocabulary has.
_WORDS = frozenset({"CAP", "CAPS", "FIRST", "LOW"})
_CATEGORIES = {"initials": "INITIAL", "possessive": "POSS", "number": "NUM"}
# What ends a sentence of the text, where capitals always tell something; and what may stand behind it.
_STOPS, _CLOSING = (".", "!", "?"), "\"'’”)] "
#: After these a word of one letter with a capital is no initial.
_BEFORE = frozenset((*".!?:\n", '"', ""))
_VOWEL = regexp.compile("[aeiouy]")


def _place(unit: Unit) -> tuple[int, int, bool]:
    return unit.start, -unit.end, not (isinstance(unit.source, Row) and unit.source.kind in ("name", "agency"))

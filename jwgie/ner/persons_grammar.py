"""People told by a phrase grammar of the pack: for languages without capitals whose offices and titles stand around the name in an
order of their own.

A sentence becomes a row of units, one category each: mentions (COUNTRY, NATIONALITY, CITY, ORG, DATE ...), words of the lexicons, marks by
their shape, words that are no names (COMMON), given names (GIVEN) and all others (WORD). The fragments ``person``, ``bare``, ``office`` and
``institution`` of ``people.toml`` are expressions over these. Their groups tell the parts: `name`, `title`, `office`,
`institution`, `party`, `peer`. What no lexicon knows is a name where the grammar lets one stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import regex

from jwgie.document import Document, Mention, Span, View
from jwgie.languages import Pack
from jwgie.ner.matcher import Matcher
from jwgie.ner.merging import TOLD_NAME
from jwgie.ner.persons_home import HOME, Homes
from jwgie.ner.phrases import Entry, Grammar
from jwgie.ner.values import CityValue, PersonValue

#: Labels of mentions that are units.
LABELS = ("COUNTRY", "NATIONALITY", "CITY", "ORG", "REGION", "DATE", "SIDES", "NUMBER", "ORDINAL")
#: Kinds of offices that are a title before a name where nothing tells whose they are.
ENVOYS = frozenset({"envoy"})
#: A word of fewer characters is no name by itself.
SHORTEST = 2

#: Units that end a name said again, and those that do so only behind another word of it.
_ENDING = frozenset({"WORD", "GIVEN", "COMMON", "LINK"})
_ENDING_MORE = frozenset({"ROYAL", "TITLE", "BOTH", "NATIONALITY"})

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a sentence, in positions of the view, with the mention or the entry of a lexicon that it is."""

    start: int
    end: int
    category: str
    source: Mention | Entry | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody who has been introduced: the folded words of the name, and what the description says."""

    words: tuple[str, ...]
    value: PersonValue


class GrammarPeople:
    """The recogniser of INSTITUTION, HONORIFIC, OFFICE and PERSON mentions by the grammar of ``people.toml``. Runs after the gazetteer
    and the recogniser of dates."""

    def __init__(self, pack: Pack) -> None:
        data = pack.toml("people")
        self.matcher: Matcher[Entry] = Matcher(_entries(pack), pack)
        self.shapes: dict[str, str] = {mark: name for name, marks in data["marks"].items() for mark in marks}
        self.initials = frozenset(pack.fold_all(data["names"]["initials"]))
        self.given = frozenset(pack.fold_all(row["name"] for row in pack.rows("first_names")))
        self.common = _common(pack, data["names"]["common"]) - self.given
        self.marked = frozenset(pack.fold_all(data["names"]["subject"]))
        self.homes = Homes(pack)
        grammar = Grammar(data["fragments"], f"{pack.code}/people.toml")
        self.alphabet = grammar.alphabet
        self.person, self.bare, self.office, self.institution = map(grammar.compile, ("person", "bare", "office_alone", "institution"))

    def __call__(self, document: Document) -> Iterator[Mention]:
        found: list[Mention] = []
        rows: list[tuple[View, list[Unit]]] = []
        for sentence in document.sentences:
            view = document.views[sentence.span.origin]
            units = list(self.units(document, view, *view.range(sentence.span)))
            rows.append((view, units))
            found += self._in_sentence(view, units)
        found = list(self.homes.sided(document, found))
        known = [_Known(tuple(_WORD.findall(document.folded(m.value.name))), m.value) for m in found if m.label == "PERSON"]
        taken = [m for m in found if m.label in ("PERSON", "INSTITUTION")]
        for view, units in rows if known else ():
            found += self._short(view, units, known, taken)
        yield from found

    # ---- units ----

    def units(self, document: Document, view: View, start: int, end: int) -> Iterator[Unit]:
        """The units of the folded characters ``[start, end)``."""
        at = start
        names = [view.range(mention.span) for mention in document.in_span(view.span(start, end), TOLD_NAME)]
        for first, last, category, source in self._chosen(document, view, start, end):
            if any(begin <= first and last <= stop for begin, stop in names):
                continue  # its words are those of a name that another recogniser tells
            yield from self._words(view.text, at, first, names)
            yield Unit(first, last, category, source)
            at = last
        yield from self._words(view.text, at, end, names)

    def _chosen(self, document: Document, view: View, start: int, end: int) -> Iterator[tuple[int, int, str, Mention | Entry]]:
        """Mentions and words of the lexicons: of those that overlap the first, of these the longest, and a mention before a word."""
        spans: list[tuple[int, int, int, str, Mention | Entry]] = []
        for mention in document.in_span(view.span(start, end), *LABELS):
            first, last = view.range(mention.span)
            spans.append((first, -last, 0, mention.label, mention))
        spans += ((first, -last, 1, entry.category, entry) for first, last, entry in self.matcher.find(view, start, end))
        reached = start
        for first, minus_last, _, category, source in sorted(spans, key=lambda s: s[:3]):
            if first >= reached:
                reached = -minus_last
                yield first, reached, category, source

    def _words(self, text: str, start: int, end: int, names: Sequence[tuple[int, int]] = ()) -> Iterator[Unit]:
        for token in _TOKEN.finditer(text, start, end):
            first, last = token.span()
            told = names and token[0][0].isalpha() and any(begin <= first and last <= stop for begin, stop in names)
            yield Unit(first, last, "GIVEN" if told else self._category(token[0]))

    def _category(self, word: str) -> str:
        if word in self.shapes:
            return self.shapes[word]
        if word in self.initials:
            return "INITIAL"
        if word in self.given:
            return "GIVEN"
        if not word[0].isalnum():
            return "MARK"
        if word[0].isdigit():
            return "NUMBER"
        return "COMMON" if word in self.common else "WORD"

    # ---- phrases ----

    def _in_sentence(self, view: View, units: list[Unit]) -> Iterator[Mention]:
        row = "".join([self.alphabet[unit.category] for unit in units])
        for match in self.institution.finditer(row):
            yield self._institution(view, units, *match.span())
        taken = bytearray(len(units))
        for expression in (self.person, self.bare):
            for match in expression.finditer(row):
                if not any(taken[match.start() : match.end()]):
                    taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                    yield from self._mentions(view, units, match, expression is self.bare)
        for match in self.office.finditer(row):
            if not any(taken[match.start() : match.end()]):
                yield self._office(view, units, *match.span())

    def _institution(self, view: View, units: list[Unit], first: int, last: int) -> Mention:
        entry = next((e for u in reversed(units[first:last]) if (e := _entry(u, "INST", "INSTNAME"))), None)
        slug = entry.row["slug"] if entry else "institution"
        return Mention("INSTITUTION", view.span(units[first].start, units[last - 1].end), slug, "institutions.phrase")

    def _office(self, view: View, units: list[Unit], first: int, last: int) -> Mention:
        entries = [e for u in units[first:last] if (e := _entry(u, "HEAD", "HEADS", "ROYAL"))]
        deputy = any(u.category == "DEPUTY" for u in units[first:last])
        row = entries[-1].row if entries else {"kind": "post", "slug": "official", "number": "singular"}
        kind, slug = ("deputy", "deputy") if deputy else (row["kind"], row["slug"])
        several = len({_code(u.source) for u in units[first:last] if u.category in ("COUNTRY", "NATIONALITY")}) > 1
        number = ".plural" if several else "" if row["number"] == "singular" else f".{row['number']}"
        number += HOME if row.get("home") and not any(u.category in ("COUNTRY", "NATIONALITY", "ORG") for u in units[first:last]) else ""
        return Mention("OFFICE", view.span(units[first].start, units[last - 1].end), slug, f"offices.{kind}{number}")

    def _mentions(self, view: View, units: list[Unit], match: regex.Match[str], bare: bool) -> Iterator[Mention]:
        """The mentions of a description: the whole, its offices and its titles."""
        groups = match.capturesdict()
        span = partial(_span, view, units)
        name = match.span("name")
        if name[1] - name[0] == 1 and units[name[0]].end - units[name[0]].start < SHORTEST:
            return
        offices = match.spans("office") if "office" in groups else []
        titles = match.spans("title") if "title" in groups else []
        party = self._party(units, match)
        peer = bool(match.captures("peer")) if "peer" in groups else False
        inst = match.spans("institution") if "institution" in groups else []
        for first, last in offices:
            yield self._office(view, units, first, last)
        before = [o for o in offices if o[1] <= name[0]]
        heads = [e for first, last in before for u in units[first:last] if (e := _entry(u, "HEAD"))]
        envoy = len(before) == 1 and before[0][1] - before[0][0] == 1 and heads and heads[0].row["kind"] in ENVOYS
        if envoy and party is None and not inst:
            titles, offices = [*before, *titles], [o for o in offices if o not in before]
        last_head = _entry(units[before[-1][0]], "HEAD") if len(before) > 1 and before[-1][1] - before[-1][0] == 1 else None
        if (
            last_head and last_head.row["kind"] in ENVOYS and before[-1] == (before[-2][1], name[0])
        ):  # "the additional secretary, Ambassador X"
            titles, offices = [*titles, before[-1]], offices[: offices.index(before[-1])]
        for first, last in titles:
            entry = _entry(units[first], "TITLE", "HEAD")
            yield Mention("HONORIFIC", span(first, last), entry.row["kind"] if entry else "title", "honorifics.title")
        near = [t for t in titles if t[1] <= name[0]]
        chosen = [o for o in offices if o[1] <= name[0]] or offices
        position = span(chosen[0][0], chosen[-1][1]) if chosen else None
        value = PersonValue(
            span(*name),
            span(near[0][0], near[-1][1]) if near else None,
            position,
            span(*inst[-1]) if inst else None,
            party or self._of_institution(units, inst),
            peer,
        )
        rule = "persons.counterpart" if peer else "persons.bare" if bare else "persons.described"
        yield Mention("PERSON", span(*match.span()), value, rule)

    def _party(self, units: list[Unit], match: regex.Match[str]) -> str | None:
        """The side that a description names: a country before an organisation or a city."""
        mentions = [s for i in match.starts("party") if isinstance(s := units[i].source, Mention)]
        codes = [_code(m) for m in mentions]
        return next((code for code in codes if len(code) == 2), next(iter(codes), None))

    def _of_institution(self, units: list[Unit], institutions: Sequence[tuple[int, int]]) -> str | None:
        rows = (e.row for first, last in institutions for u in units[first:last] if (e := _entry(u, "INSTNAME")))
        return next((row["country"] for row in rows if row["country"]), None)

    # ---- shorter mentions ----

    def _short(self, view: View, units: list[Unit], known: list[_Known], taken: list[Mention]) -> Iterator[Mention]:
        """Mentions of people by a part of the name that has been told: the last word of it and what of it stands before that, or,
        where it is the subject, the first. Their value is that of the first description."""
        last: dict[str, _Known] = {}
        first: dict[str, _Known] = {}
        for one in known:
            if one.words:
                last.setdefault(one.words[-1], one)
                first.setdefault(one.words[0], one)
        spans = [view.range(m.span) for m in taken if m.span.origin == view.origin]
        for i, unit in enumerate(units):
            more = unit.category in _ENDING_MORE
            if not (more or unit.category in _ENDING) or any(s <= unit.start < e for s, e in spans):
                continue
            word = view.text[unit.start : unit.end]
            person = last.get(word)
            begin = i
            if person is None or unit.category == "COMMON":
                other = first.get(word)
                after = units[i + 1] if i + 1 < len(units) else None
                subject = after is not None and view.text[after.start : after.end] in self.marked
                if other is None or not subject or len(word) <= SHORTEST:
                    continue
                person = other
            while begin and view.text[units[begin - 1].start : units[begin - 1].end] in person.words and units[begin - 1].category != "DOT":
                begin -= 1
            if more and begin == i:
                continue
            titled = begin and units[begin - 1].category == "TITLE"
            if titled:
                yield Mention("HONORIFIC", _span(view, units, begin - 1, begin), _kind(units[begin - 1]), "honorifics.title")
            yield Mention("PERSON", _span(view, units, begin - bool(titled), i + 1), person.value, "persons.short")


def _span(view: View, units: list[Unit], first: int, last: int) -> Span:
    return view.span(units[first].start, units[last - 1].end)


def _entry(unit: Unit, *categories: str) -> Entry | None:
    return unit.source if isinstance(unit.source, Entry) and unit.category in categories else None


def _code(mention: Mention | Entry | None) -> str:
    """The code of the side that a name of a place or an organisation stands for."""
    value = mention.value if isinstance(mention, Mention) else ""
    return value.country if isinstance(value, CityValue) else str(value)


def _kind(unit: Unit) -> str:
    return unit.source.row["kind"] if isinstance(unit.source, Entry) else "title"


def _entries(pack: Pack) -> Iterator[tuple[str, Entry]]:
    """The words of the lexicons with their categories: HEAD (of several people HEADS), TITLE, INST and INSTNAME, and those of
    ``phrase_words.tsv``. Where lexicons share a word, it belongs to the first."""
    tables: list[tuple[str, Iterable[dict[str, str]]]] = [
        *((_head(row), [row]) for row in pack.rows("offices")),
        ("TITLE", pack.rows("honorifics")),
        *((("INST" if row["kind"] == "head" else "INSTNAME"), [row]) for row in pack.rows("institutions")),
        *((row["category"], [row]) for row in pack.rows("phrase_words")),
    ]
    seen: set[str] = set()
    for category, rows in tables:
        for row in rows:
            for form in row["forms"].split(" | "):
                if form not in seen:
                    seen.add(form)
                    yield form, Entry(category, row)


def _head(row: dict[str, str]) -> str:
    """The category of the head of an office: ROYAL where it is a word of names as well."""
    return "ROYAL" if row["kind"] == "royal" else "HEAD" if row["number"] == "singular" else "HEADS"


def _common(pack: Pack, tables: Iterable[str]) -> frozenset[str]:
    """The words of some lexicons, as they are written there, which are no names."""
    words = (cell for table in tables for row in pack.rows(table) for cell in row.values())
    return frozenset(word for text in pack.fold_all(words) for word in _WORD.findall(text))

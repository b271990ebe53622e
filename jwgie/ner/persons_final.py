"""People in languages where the office stands after the name and runs together with it (岩屋毅外務大臣, パイン豪国防大臣).

A description is read from its end: the head of an office (``lexicons/offices.tsv``), the words of its field before it
(``lexicons/office_words.tsv``), the institution and the state that it belongs to, and then the name, which is what its script and the
words around it leave. How names are written is said in ``people.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from jwgie.document import Document, Mention, View
from jwgie.languages import Pack
from jwgie.languages.words import words_of
from jwgie.ner.matcher import Matcher
from jwgie.ner.merging import TOLD_NAME
from jwgie.ner.persons_descriptions import Name, Office, head_of
from jwgie.ner.persons_known import country_of, known
from jwgie.ner.topic_phrases import compiler
from jwgie.ner.values import PersonValue

#: What tells the side of an office or a name.
SIDES = ("COUNTRY", "NATIONALITY", "ORG")
#: How far (characters) back words of a field, a name and the bracket behind it are looked for.
FIELD, NAME, BRACKET = 60, 40, 60
#: How far back conditions look.
NEAR = 6
#: The rank of those who are sent to a country.
ENVOY = "ambassador"
_NONE: tuple[Mention, ...] = ()


class FinalPeople:
    """The recogniser of INSTITUTION, OFFICE and PERSON mentions where the office follows the name."""

    def __init__(self, pack: Pack) -> None:
        data = pack.toml("people")["names"]
        compiled = compiler(pack)
        offices = [(form, row) for row in pack.rows("offices") for form in row["head"].split("|")]
        bodies = [(form, row) for row in pack.rows("institutions") for form in row["forms"].split(" | ")]
        self.heads = Matcher([(form, head_of(row)) for form, row in offices], pack)
        self.bodies = Matcher([(form, head_of(row)) for form, row in bodies], pack)
        fields = [form for row in pack.rows("office_words") for form in row["forms"].split("|")]
        self.fields: dict[int, set[str]] = {}
        for form in pack.fold_all([*fields, *(form for form, _ in offices)]):
            self.fields.setdefault(len(form), set()).add(form)
        self.lengths = sorted(self.fields, reverse=True)
        self.links = tuple(map(pack.fold, data["links"]))
        self.tails = frozenset(pack.fold_all(data["tails"]))
        self.separator, self.of, self.pause = (pack.fold(data[k]) for k in ("separator", "of", "pause"))
        self.posts, self.joining = tuple(map(pack.fold, data["posts"])), tuple(map(pack.fold, data["joining"]))
        self.entry = frozenset(data["entry"])
        self.apposed = (self.of, self.pause, self.separator, "")
        self.run, self.written, self.not_before = compiled(data["run"]), compiled(data["written"]), compiled(data["not_before"])
        self.titles, self.lead, self.no_name = compiled(data["titles"]), compiled(data["lead"]), compiled(data["no_name"])
        self.posted, self.not_after, self.reading = (compiled(rf"(?:{data[k]})\Z") for k in ("posted", "not_after", "reading"))
        self.gloss, self.home = compiled(data["gloss"]), data["home"]
        self.charge, self.acting = compiled(data["charge"]), compiled(data["acting"])
        self.all_named = compiled(data["all_named"])
        self.home_name, self.home_office = compiled(data["home_name"]), compiled(data["home_office"])
        self.there = compiled(rf"(?:{data['there']})\Z")
        self.names = [compiled(rf"(?:{expression})\Z") for expression in data["names"]]
        self.chunked = words_of(pack).chunked

    def __call__(self, document: Document) -> Iterator[Mention]:
        people: list[Mention] = []
        for view in document.views.values():
            for mention in _Reader(self, document, view).mentions():
                if mention.label == "PERSON":
                    people.append(mention)
                else:
                    yield mention
        yield from known(document, people, self)


class _Reader:
    """Reads the descriptions of one view."""

    def __init__(self, grammar: FinalPeople, document: Document, view: View) -> None:
        self.grammar = grammar
        self.view = view
        self.text = view.text
        self.document = document
        self.sides: dict[int, Mention] = {}  # the longest mention of a side that ends at a place
        for mention in document.mentions:
            if mention.label in SIDES and mention.span.origin == view.origin:
                end = view.range(mention.span)[1]
                if end not in self.sides or len(self.sides[end].span) < len(mention.span):
                    self.sides[end] = mention
        names = (view.range(mention.span) for mention in document.labelled(TOLD_NAME, view.origin))
        self.names = {end: start for start, end in names}  # those that another recogniser tells
        self.ends = frozenset(view.once(grammar.chunked)[1])
        self.seats: dict[int, str] = {}  # the countries of institutions that have a name of their own, by where these end
        self.bodies: dict[int, tuple[int, tuple[Mention, ...]]] = {}  # institutions by where they end: where they start, and whose

    def mentions(self) -> Iterator[Mention]:
        yield from self._institutions()
        offices = self._offices()
        read: set[int] = set()
        held: set[int] = set()
        for office in offices:
            name = None if office.head.group else self._name(office.first)
            if name is not None:
                read.add(name.end)
                held.add(office.end)
                yield from (self._office(office, office.start), self._person(name, office, office.end))
            elif office.sides or not (office.head.group or (office.bare and not office.head.alone and office.affiliation is None)):
                yield self._office(office, office.first)
        ends = {office.end: office for office in offices}
        for title in self.grammar.titles.finditer(self.text):
            name = self._name(title.start()) if title.start() not in read else None
            if name is not None:
                name, before = self._held(name, ends, held)
                yield self._person(name, before, title.end())
        for title in self.grammar.all_named.finditer(self.text):  # "A, B and C, all of them"
            names = self._in_a_row(title.start())
            yield from (self._person(name, None, name.end) for name in (names if len(names) > 1 else ()) if name.end not in read)

    def _in_a_row(self, at: int) -> list[Name]:
        """The names without offices of a list that ends at a place."""
        names: list[Name] = []
        while (name := self._name(at)) is not None and name.end == at and at not in self.sides:
            names.insert(0, name)
            mark = next((m for m in (self.grammar.pause, *self.grammar.joining) if self.text.endswith(m, 0, name.start)), None)
            if mark is None:
                break
            at = name.start - len(mark)
        return names

    def _held(self, name: Name, ends: Mapping[int, Office], held: Set[int]) -> tuple[Name, Office | None]:
        """A name with the office that stands before it, joined to it or apart. `held`: where the offices end that have a name before
        them: such a one is that of another, save where the particle says whose it is."""
        for end in sorted((end for end in ends if name.start < end < name.end and end not in held), reverse=True):
            return Name(end, name.end, end), ends[end]
        for mark in self.grammar.apposed:
            end = name.start - len(mark)
            office = ends.get(end) if self.text.startswith(mark, max(0, end)) else None
            if office is not None and (mark == self.grammar.of or (end not in held and (office.sides or mark != self.grammar.pause))):
                return name, office
        return name, None

    def _institutions(self) -> Iterator[Mention]:
        for start, end, head in self.grammar.bodies.find(self.view):
            begin = self._field(start)
            if head.slug and (begin < start or head.alone):
                first, sides = self._side(begin)
                self.bodies[end] = first, sides
                self.seats[end] = head.country
                if gloss := self.grammar.gloss.match(self.text, end):
                    self.bodies[gloss.end()] = first, sides
                yield Mention("INSTITUTION", self.view.span(first, end), head.slug, "institutions.final")

    def _offices(self) -> list[Office]:
        """The offices, each head that is no word of a longer one's field, in order."""
        found: list[Office] = []
        for start, end, head in reversed(list(self.grammar.heads.find(self.view))):
            if found and end > found[-1].first:
                continue
            if acting := self.grammar.acting.match(self.text, end):
                end = acting.end()
            if self.grammar.not_before.match(self.text, end) or self.grammar.not_after.search(self.text, max(0, start - NEAR), start):
                continue
            first = self._field(start)
            bare = first == start
            if bare and head.field:
                continue
            if first in self.bodies:
                begin, sides = self.bodies[first]
                found.append(Office(first, end, begin, head, bare, sides, (begin, first)))
            else:
                first = self._unknown(first)
                begin, sides = self._side(first)
                if not sides and self.text.endswith(self.grammar.of, 0, first):  # "the minister of Iran"
                    of, whose = self._side(first - len(self.grammar.of))
                    begin, sides = (of, whose) if whose else (begin, sides)
                if sides and self.text.startswith(self.grammar.posts, begin - 1) and (len(sides) > 1 or head.slug == ENVOY):
                    first, begin, sides = begin - 1, begin - 1, sides[1:]  # "the ambassador of Japan in Mongolia", "... in Mongolia"
                found.append(Office(first, end, begin, head, bare, sides))
        return found[::-1]

    def _field(self, at: int) -> int:
        """Where the words of a field begin that end at a place."""
        limit = max(0, at - FIELD)
        while at > limit and at not in self.bodies and at not in self.sides:  # the words of an institution, of a state are its own
            posted = self.grammar.posted.search(self.text, max(0, at - NEAR), at)
            before = posted.start() if posted else self._word(at)
            if before == at:
                link = next((link for link in self.grammar.links if self.text.endswith(link, 0, at)), "")
                if not link or (before := self._word(at - len(link))) == at - len(link):
                    break
            at = before
        return at

    def _word(self, at: int) -> int:
        """Where the longest word of a field begins that ends at a place; the place itself where there is none."""
        grammar, text = self.grammar, self.text
        lengths = (n for n in grammar.lengths if n <= at and text[at - n : at] in grammar.fields[n] and self._whole(at - n))
        before = at - next(lengths, 0)
        return at if text[before:at] in grammar.tails and self._word(before) == before else before

    def _unknown(self, at: int) -> int:
        """Where unknown words of a field begin: what stands, in another script, between a name and the words that are known."""
        grammar, text = self.grammar, self.text
        rest = grammar.names[-1].search(text, max(0, at - NAME), at)
        start = rest.start() if rest else 0
        if not start or any(start < side <= at for side in self.sides) or start in self.sides or not grammar.run.match(text, start - 1):
            return at
        return at if self._word(start) < start else start

    def _whole(self, at: int) -> bool:
        """Whether no run of letters that is one word goes on across a place."""
        run = self.grammar.run
        return at in self.ends or not (at and run.match(self.text, at) and run.match(self.text, at - 1))

    def _side(self, at: int) -> tuple[int, tuple[Mention, ...]]:
        """Where the sides begin that are named right before a place, and these."""
        sides: list[Mention] = []
        while (side := self.sides.get(at)) is not None:
            sides.insert(0, side)
            at = self.view.range(side.span)[0]
            if self.text.endswith(self.grammar.separator, 0, at) and at - 1 in self.sides:
                at -= 1
        return at, tuple(sides)

    def _name(self, at: int) -> Name | None:
        """The name that ends at a place, or before a separator or a bracket with its reading there."""
        grammar, text = self.grammar, self.text
        end = at - text.endswith(grammar.separator, 0, at)
        reading = grammar.reading.search(text, max(0, end - BRACKET), end)
        end = reading.start() if reading else end
        if end in self.names:
            start, sides = self.names[end], _NONE
        else:
            match = next((m for e in grammar.names if (m := e.search(text, max(0, end - NAME), end))), None)
            if match is None or end in self.sides or end in self.bodies:
                return None
            start, sides = match.start(), _NONE
            lead = grammar.lead.match(text, start, end)
            start = lead.end() if lead else start
            for stop in [s for s in self.sides if start < s < end]:  # a state joined to the name
                side = self.sides[stop]
                if side.label != "ORG" and self.view.range(side.span)[0] >= match.start():
                    start, sides = stop + text.startswith(grammar.separator, stop), (side,)
            if start >= end or grammar.no_name.fullmatch(text, start, end) or self._field(end) <= start:
                return None
        first = self.view.range(sides[0].span)[0] if sides else start
        if not sides:  # of the country where they are
            there = grammar.there.search(text, max(0, start - NEAR), start)
            country = self.sides.get(there.start()) if there else None
            if country is not None and country.label != "ORG":
                return Name(start, end, start, (country,))
        of = start - len(grammar.of)
        joined = self.sides.get(start)
        if not sides and joined is not None and joined.label != "ORG":  # joined to it, in another script
            return Name(start, end, self.view.range(joined.span)[0], (joined,))
        if not sides and text[max(0, start - 1) : start] in grammar.entry and start - 1 in self.bodies:  # a line of a list
            first, sides = self.bodies[start - 1]
            return Name(start, end, first, sides, (first, start - 1))
        if start in self.bodies and not sides:  # "the ministry's minister X"
            first, sides = self.bodies[start]
            return Name(start, end, first, sides, (first, start))
        if sides or not text.startswith(grammar.of, max(0, of)):
            return Name(start, end, first, sides)
        if of in self.bodies:
            first, sides = self.bodies[of]
            return Name(start, end, first, sides, (first, of))
        begin, named = self._side(of)
        return Name(start, end, begin, named) if len(named) == 1 else Name(start, end, start)

    def _at_home(self, name: Name) -> bool:
        """Whether a name is written as those of the language's own country are."""
        return self.grammar.home_name.fullmatch(self.text, name.start, name.end) is not None

    def _office(self, office: Office, start: int) -> Mention:
        rule = "offices.final.plural" if start < office.start and len(office.sides) > 1 else "offices.final"
        return Mention("OFFICE", self.view.span(start, office.end), office.head.slug, rule)

    def _person(self, name: Name, office: Office | None, end: int) -> Mention:
        """A person with a title, an office or both: `end` is where the later of these ends."""
        charge = self.grammar.charge.match(self.text, office.end) if office else None
        end = charge.end() if charge and office and end == office.end else end
        written = self.grammar.written.match(self.text, end)
        affiliation = (office.affiliation if office else None) or name.affiliation
        sides = (*(office.sides if office else ()), *name.sides)
        party = str(sides[0].value) if sides else country_of(office.head.country, self.document, self.grammar.bodies) if office else ""
        if not party and affiliation is not None:
            party = self.seats.get(affiliation[1], "")
        if party == self.grammar.home and not sides and not self._at_home(name):
            party = ""  # others have such an office too
        value = PersonValue(
            self.view.span(name.start, name.end),
            position=self.view.span(office.start, charge.end() if charge else office.end) if office else None,
            affiliation=self.view.span(*affiliation) if affiliation else None,
            party=party or None,
        )
        first = min(name.first, office.first) if office else name.first
        return Mention(
            "PERSON", self.view.span(first, written.end() if written else end), value, "persons.final" if office else "persons.short"
        )

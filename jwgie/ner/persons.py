"""People: descriptions of named persons with their parts, offices and institutions on their own, and titles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from jwgie.document import Document, Mention
from jwgie.languages import Pack
from jwgie.ner.institutions import Institution
from jwgie.ner.offices import ENVOYS, Office
from jwgie.ner.persons_leads import Described
from jwgie.ner.persons_reading import Reader
from jwgie.ner.persons_short import known_by_part, short_mentions
from jwgie.ner.persons_words import Words
from jwgie.ner.values import PersonValue

#: Kinds of institution that "the ministry", "the agency" take up again; "the council" may be anything.
RESOLVED = frozenset({"ministry", "agency", "authority", "organisation", "institution", "embassy", "university", "company", "port"})


class People:
    """The recogniser of INSTITUTION, HONORIFIC, OFFICE and PERSON mentions. Runs after the gazetteer."""

    def __init__(self, pack: Pack) -> None:
        self.reader = Reader(pack)

    def __call__(self, document: Document) -> Iterator[Mention]:
        found: list[Mention] = []
        views = [self.reader.words(document, view) for view in document.views.values()]
        for words in views:
            institutions = list(self.reader.institutions.all(words))
            found += (Mention("INSTITUTION", words.span(i.first, i.last), i.kind.slug, f"institutions.{i.kind.form}") for i in institutions)
            bodies = _Bodies(institutions)
            for thing in self.reader.scan(words):
                if isinstance(thing, Office):
                    found.append(Mention("OFFICE", words.span(thing.first, thing.last), thing.head.slug, _rule(thing)))
                else:
                    found += self.mentions(words, thing, bodies)
        found = known_by_part(document, found, self.reader.lexicon)
        found += short_mentions(document, views, found, self.reader)
        yield from found

    def mentions(self, words: Words, person: Described, bodies: _Bodies) -> Iterator[Mention]:
        """The mentions of a description: the whole, its offices and its titles."""
        honorific, position = self._parts(person)
        body = _body(person, bodies)
        inner = person.affiliation
        if body is None and position and inner and inner.institution and position[1] == inner.first:
            position = position[0], inner.last  # in construct (مديرة الصندوق), of a body that is named nowhere
        for first, last, kind in person.titles:
            yield Mention("HONORIFIC", words.span(first, last), kind, f"honorifics.{kind}")
        for office in (*person.before, *person.after):
            yield Mention("OFFICE", words.span(office.first, office.last), office.head.slug, _rule(office))
        joint = any(o.head.number != "singular" for o in person.before)
        name = words.view.span(person.name.at, words[person.name.last - 1].end)
        value = PersonValue(
            name,
            words.whole(*honorific) if honorific else None,
            words.whole(*position) if position and not joint else None,
            body and words.whole(*body),
            person.party or (self.reader.parties.of_words(words, *body, None) if body else None),
            person.counterpart,
        )
        first = words[person.first].at if person.first < person.name.first else person.name.at
        last = words[person.last - 1].end
        rule = "persons.counterpart" if person.counterpart else "persons.joint" if joint else "persons.described"
        yield Mention("PERSON", words.view.span(first, last), value, rule)

    def _parts(self, person: Described) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
        """Which words are the honorific and which the position."""
        titles = [(first, last) for first, last, _ in person.titles]
        before = [o for o in person.before if "side" not in o.head.flags] or person.before
        after = [o for o in person.after if "side" not in o.head.flags] or person.after
        spoken = [o for o in before if o.bare and o.last == person.name.first and o.head.kind != "deputy"]
        chosen = before
        if after and (not before or all(o in spoken or "side" in o.head.flags for o in before)):
            titles += [(o.first, o.last) for o in spoken]
            chosen = after
        position = (chosen[0].first, chosen[-1].last) if chosen else None
        if not position and person.titles and person.titles[-1][2] == "royal":
            position = titles[-1]
            titles = titles[:-1]
        return _last_run(sorted(titles)), position


def _rule(office: Office) -> str:
    """The rule of an office's mention tells its kind and whether it means several people."""
    return f"offices.{office.head.kind}" + ("" if office.head.number == "singular" else f".{office.head.number}")


class _Bodies:
    """The institutions of a view, in order, to be found without looking through all of them."""

    def __init__(self, institutions: list[Institution]) -> None:
        self.anaphoric = {i.first: i for i in institutions if i.anaphoric}
        self._named: dict[str | None, list[Institution]] = {}  # by head noun, and all of them under None
        for institution in institutions:
            if not institution.anaphoric:
                for head in (None, institution.kind.head):
                    self._named.setdefault(head, []).append(institution)

    def before(self, at: int, head: str | None = None) -> Institution | None:
        """The last institution with a name of its own (and a head noun) that ends at or before a word."""
        named = self._named.get(head, [])
        found = bisect_right(named, at, key=lambda i: i.last)
        return named[found - 1] if found else None

    def first(self, head: str) -> Institution | None:
        """The first institution with a name of its own and a head noun."""
        return next(iter(self._named.get(head, ())), None)


def _body(person: Described, bodies: _Bodies) -> tuple[int, int] | None:
    """The words that say best which body a person belongs to: where it is only called "the ministry", its full name elsewhere."""
    body = person.affiliation
    if body and not (body.institution and body.institution.anaphoric):
        return (body.first, body.last) if body.named else None
    offices = person.before or person.after
    if body and body.institution:
        kind, at = body.institution.kind, body.first
    elif offices and offices[0].head.owned and offices[0].head.kind in ENVOYS:
        return None  # a state's
    elif offices and offices[0].head.owned:  # "its director": of the body just named
        owner = bodies.before(offices[0].first)
        return (owner.first, owner.last) if owner else None
    elif offices and (inner := bodies.anaphoric.get(offices[0].first + 1)):
        kind, at = inner.kind, inner.first
    else:
        return None
    if kind.slug not in RESOLVED:
        return (body.first, body.last) if body and kind.slug == "armed_forces" else None
    nearest = bodies.before(at, kind.head) or bodies.first(kind.head)
    return (nearest.first, nearest.last) if nearest else (body.first, body.last) if body else None


def _last_run(ranges: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The last of some ranges, with those before it that touch it."""
    if not ranges:
        return None
    first, last = ranges[-1]
    for a, b in reversed(ranges[:-1]):
        if b != first:
            break
        first = a
    return first, last

"""For whom the people of a report speak, by their own words, by what stands beside them, or by a fuller mention of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from jwgie.assembly.introductions import introduced, leading, varied
from jwgie.assembly.links import Links
from jwgie.assembly.naming import SIDE_LABELS as SIDE_LABELS
from jwgie.assembly.naming import last_name as last_name
from jwgie.assembly.naming import side_of as side_of
from jwgie.document import Document, Mention, Span
from jwgie.knowledge import countries
from jwgie.ner.values import PersonValue

if TYPE_CHECKING:
    from jwgie.assembly.cues import Cue

Ground = Mention | Span

#: How many characters may stand between two countries that are named in one breath.
JOINED = 4
#: What divides clauses and items.
PAUSES = frozenset(",،、;؛.:\n")
#: How far (characters) before a name a nationality right before it may begin.
REACH = 30
#: In so many sentences of the text somebody is named whom it began with by office alone.
INTRODUCED = 4
#: Ranks of those whom a state posts elsewhere.
ENVOYS = frozenset({"ambassador", "consul", "consul_general", "envoy", "representative"})


#: Ranks of those who have a field of government.
MINISTERS = frozenset({"minister", "deputy"})
#: The rank of those who speak for others.
SPOKESMAN = "spokesperson"


class Speakers:
    """The people of one report and their sides."""

    def __init__(self, document: Document, cues: Sequence[Cue] = (), agencies: Mapping[str, str] | None = None,
                 links: Links | None = None, institutions: Mapping[str, str] | None = None,
                 offices: Mapping[str, str] | None = None) -> None:  # fmt: skip
        """`agencies`: the countries of news agencies, by their folded names; `links`: what joins two things; `institutions`: the
        countries of ministries with names of their own; `offices`: the countries of those who are minister of what only one state has."""
        self.document = document
        self.agencies = agencies or {}
        self.links = links or Links()
        self.institutions = institutions or {}
        self.offices = offices or {}
        self._places = {(c.span.origin, c.span.end) for c in cues if c.name == "locative"}
        self._places_before = {(c.span.origin, c.span.start) for c in cues if c.name == "locative_after"}
        self._asides = [c.span for c in cues if c.name in ("aside", "aside_after")]
        self.each = [c.span for c in cues if c.name == "each"]
        self._attacks = {(c.span.origin, c.span.end) for c in cues if c.name == "attack"}
        self._attacked = [c.span for c in cues if c.name == "attack"] if self.links.adjectives_first else []
        self._persons: dict[tuple[str, Span], tuple[str, Mention] | None] = {}
        self._names: dict[str, tuple[str, Mention]] | None = None
        self._weights: dict[str, tuple[float, list[Ground]]] | None = None

    def gap(self, end: int, mention: Mention) -> int:
        """How far behind a place a mention is (`Links.gap`)."""
        return self.links.gap(self.document, end, mention.start, mention.span.origin)

    def person(self, mention: Mention) -> tuple[str, Mention] | None:
        """For whom a PERSON or OFFICE speaks, by its own words or by those of a fuller mention of the same name."""
        key = mention.label, mention.span
        if key not in self._persons:
            self._persons[key] = self._person(mention)
        return self._persons[key]

    def _person(self, mention: Mention) -> tuple[str, Mention] | None:
        code = side_of(mention)
        if code is not None:
            return code, mention
        inner = [(code, m) for m in self.document.in_span(mention.span, "NATIONALITY", "COUNTRY", "ORG") if (code := side_of(m))]
        if not inner and mention.label == "OFFICE":
            inner = list(self._right_after(mention))
        if self.links.beside:
            inner = [side for side in inner if not self._field(mention, *side)]
        if inner:  # a country rather than a group of them: the minister of African integration of Senegal
            return next((side for side in inner if len(side[0]) == 2), inner[0])
        if isinstance(mention.value, PersonValue):
            return self.names.get(last_name(self.document, mention)) or self._right_before(mention)
        return self._by_title(mention) if mention.label == "OFFICE" else None

    def _by_title(self, office: Mention) -> tuple[str, Mention] | None:
        """The side of the only one who was named before with an office, where it alone means that one: "the foreign minister"."""
        if not self.links.verbs_between or office.rule.endswith((".plural", ".dual")):
            return None
        title = self.document.folded(office.span)
        found: dict[str, tuple[str, Mention]] = {}
        for person in self.document.labelled("PERSON", office.span.origin):
            position = person.value.position if person.end <= office.start else None
            if position and self.document.folded(position) == title and (side := self.person(person)):
                found.setdefault(side[0], side)
        return next(iter(found.values())) if len(found) == 1 else None

    def _field(self, holder: Mention, code: str, adjective: Mention) -> bool:
        """Whether the adjective of a group of states tells what a minister is for ("of Foreign Affairs and African Integration"): it stands
        further behind than right after the noun."""
        if len(code) == 2 or adjective.label != "NATIONALITY":
            return False
        office = next((o for o in self.document.in_span(holder.span, "OFFICE") if o.span.contains(adjective.span)), None)
        if office is None or office.value not in MINISTERS:
            return False
        view = self.document.views[office.span.origin]
        return len(view.text[view.position(office.start) : view.position(adjective.start)].split()) > 1

    def _right_after(self, office: Mention) -> Iterator[tuple[str, Mention]]:
        """The country that ends an office's long name right before the name of who holds it ("the head of the council for
        dialogue in the State of ... Cardinal ...")."""
        view = self.document.views[office.span.origin]
        after = Span(office.end, office.end + 2 * REACH, office.span.origin)
        for organisation in self.document.in_span(after, "ORG"):
            if organisation.start - office.end <= 2 and (code := side_of(organisation)):
                yield code, organisation
                return
        for country in self.document.in_span(after, "COUNTRY"):
            between = view.text[view.position(office.end) : view.position(country.start)]
            name = self.document.in_span(Span(country.end, country.end + 4 * REACH, after.origin), "PERSON")
            led = (after.origin, country.start - 1) in self._places or self._after_joined(country)
            if led and not any(c in between for c in PAUSES) and any(person.start - country.end <= 1 for person in name):
                yield country.value, country
            return

    def _right_before(self, person: Mention) -> tuple[str, Mention] | None:
        """The nationality that stands right before a name ("his counterparts, the Iranian ... and the Syrian ...")."""
        start = person.start
        for mention in self.document.in_span(Span(max(0, start - REACH), start, person.span.origin), "NATIONALITY"):
            code = side_of(mention)
            if start - mention.end <= 1 and code:
                return code, mention
        return None

    def speaks_for_others(self, person: Mention) -> bool:
        """Whether somebody only speaks for others by office."""
        return any(office.value == SPOKESMAN for office in self.document.in_span(person.span, "OFFICE"))

    def spoken_for(self, mention: Mention) -> list[tuple[str, Mention]]:
        """All sides for whom a PERSON or OFFICE speaks; an office of several people ("the ministers of ...") for all that it names."""
        if mention.label == "OFFICE" and mention.rule.endswith((".dual", ".plural")):
            named: dict[str, Mention] = {}
            for inner in self.document.in_span(mention.span, "NATIONALITY", "COUNTRY", "ORG"):
                if named and self.posted(mention, inner):
                    break
                if (code := side_of(inner)) is not None:
                    named.setdefault(code, inner)
            named.update(dict(self._listed(mention)) if named and self.links.words else {})
            if len(named) > 1:
                return list(named.items())
        its = self.person(mention)
        return [its] if its else []

    def _listed(self, office: Mention) -> Iterator[tuple[str, Mention]]:
        """The countries of a list that the office of several people begins: "the foreign ministers of A", "B and C"."""
        end = office.end
        for country in self.document.in_span(Span(end, end + 6 * REACH, office.span.origin), "COUNTRY"):
            if self.gap(end, country) > JOINED:
                return
            yield country.value, country
            end = country.end

    def own_envoys(self, office: Mention) -> bool:
        """Whether an office is that of one state's envoys in several places, who meet among themselves."""
        if not office.rule.endswith(".plural") or office.value not in ENVOYS:
            return False
        named = list(self.document.in_span(office.span, "COUNTRY", "NATIONALITY", "ORG"))
        return len(named) > 1 and named[0].value in countries() and self.posted(office, named[1])

    def posted(self, envoys: Mention, where: Mention) -> bool:
        """Whether a preposition of place stands between envoys of a state and where they are posted: "the ambassadors of ... to the
        Arab states"."""
        origin = envoys.span.origin
        return envoys.value in ENVOYS and any(o == origin and envoys.start < end < where.start for o, end in self._places)

    @property
    def names(self) -> dict[str, tuple[str, Mention]]:
        """The side of each last name that some mention tells the side of."""
        if self._names is None:
            self._names = {}
            for mention in self.document.labelled("PERSON"):
                own = mention.value.party or self.within(mention) or self._by_office(mention) or self._described(mention)
                if own:
                    self._names.setdefault(last_name(self.document, mention), (own, mention))
            for name, side in leading(self) if self.links.beside else ():
                self._names.setdefault(name, side)
            for told in (introduced(self), varied(self)):
                if told is not None:
                    self._names.setdefault(*told)
        return self._names

    def _by_office(self, person: Mention) -> str | None:
        """The country that the words of an office tell though it is not whose office it is ("... and the national community abroad")."""
        position = person.value.position if not self.links.beside else None
        named = self.document.in_span(position, "NATIONALITY", "COUNTRY") if position else ()
        return next((m.value for m in named if m.value in countries()), None)

    def _described(self, person: Mention) -> str | None:
        """The organisation that the words behind a name tell of: "A, who chairs the Community"."""
        inner = self.document.in_span(person.span, "ORG") if self.links.beside else ()
        return next((code for m in inner if m.start > person.value.name.end and (code := side_of(m))), None)

    def within(self, person: Mention) -> str | None:
        """The country whose people an office is for, where a short name follows elsewhere: "minister for ... and Tunisians abroad"; or that
        whose ministry alone is called as what the office is for."""
        position = person.value.position if self.links.beside else None
        named = self.document.in_span(position, "NATIONALITY") if position else ()
        own = next((m.value for m in named if m.value in countries()), None)
        return own or (self.offices.get(self.document.folded(position).partition(" ")[2]) if position else None)

    def placed(self, mention: Mention) -> bool:
        """Whether a mention only tells where: after a preposition of place, or a country after its city. A country right after
        an office or an institution tells whose it is ("the foreign ministry in the Republic of Mali")."""
        origin = mention.span.origin
        if any((origin, mention.end + gap) in self._places_before for gap in (0, 1)):  # a postposition
            return True
        if self._places_before and mention.label == "COUNTRY":  # before its city, which has one
            behind = self.document.in_span(Span(mention.end, mention.end + REACH, origin), "CITY")
            if any(c.start - mention.end <= 1 and side_of(c) == mention.value and self.placed(c) for c in behind):
                return True
        if any((origin, mention.start - gap) in self._places for gap in (0, 1)) or self._after_joined(mention):
            near = Span(max(0, mention.start - REACH), mention.start, origin)
            owners = self.document.in_span(near, "OFFICE", "INSTITUTION") if mention.label == "COUNTRY" else ()
            return not any(mention.start - owner.end <= JOINED for owner in owners)
        before = self.document.in_span(Span(max(0, mention.start - 40), mention.start, origin), "CITY")
        return mention.label == "COUNTRY" and any(mention.start - city.end <= 3 and side_of(city) == mention.value for city in before)

    def _after_joined(self, mention: Mention) -> bool:
        """Whether a preposition of place is written joined to a mention."""
        if mention.label not in ("CITY", "COUNTRY"):
            return False
        view = self.document.views[mention.span.origin]
        at = view.position(mention.start)
        before = view.text[max(0, at - 3) : at]
        return before[-1:] in self.links.places and not before[-2:-1].isalpha()

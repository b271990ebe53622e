"""Whose claim it is: the parties that the subject of a verb speaks for.

The subject stands after the verb, before it, or has been named before; a noun for both sides stands for all parties,
a person for the side that the person speaks for, a country, its capital or its adjective for that country.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jwgie.assembly.draft import Draft, Value
from jwgie.assembly.meetings import Meeting
from jwgie.assembly.parties import Sides
from jwgie.assembly.speakers import Ground
from jwgie.document import Document, Mention, Span

#: The adjectives of a noun for the sides end within so many characters.
BESIDE = 50

#: Of a session of an organisation, with so many members named, the members speak.
MEMBERS = 3

#: Kinds of meetings of many, who are one body.
GATHERINGS = frozenset({"summit", "ministerial"})

#: Ranks of those who meet as equals.
PEERS = frozenset({"minister", "prime_minister", "president", "leader", "secretary"})


@dataclass(frozen=True)
class Actors:
    """The parties that a subject speaks for, each with its ground. `named`: the subject stands with the verb;
    `foreign`: it is somebody, but no party (a news agency, another state); `impersonal`: nobody ("it was agreed")."""

    parties: tuple[tuple[str, Ground], ...] = ()
    named: bool = False
    foreign: bool = False
    impersonal: bool = False


class Speakers:
    """Settles the actors of the verbs of one report, in order; it remembers whom the last verbs had."""

    def __init__(self, document: Document, meeting: Meeting, draft: Draft) -> None:
        self.document = document
        self.meeting = meeting
        self.sides = document.once(Sides)
        self.people = list(_people(document, draft))
        self.one = Actors()  # the last subject that was one person or one side
        self.several = Actors()  # the last that was more
        self.last = Actors()  # the later of the two
        members = [code for code in meeting.parties if len(code) == 2]
        speaking = members if len(members) >= MEMBERS else meeting.parties
        self.opening = self._opening()
        self.all = Actors(tuple((code, grounds[0]) for code, grounds in meeting.parties.items() if grounds and code in speaking))

    def _opening(self) -> Actors:
        """The one of two who meet that a report begins with: whom a verb without a subject means where nobody has spoken yet."""
        first = self.meeting.principals[0] if len(self.meeting.principals) == 2 == len(self.meeting.parties) else None
        code = self.party(first) if first is not None else None
        return Actors(((code, first),), True) if first is not None and code in self.meeting.parties else Actors()

    def party(self, mention: Mention) -> str | None:
        """The code that a mention speaks for; of a phrase without one, that of the first country or adjective inside it or
        right after it."""
        if mention.label == "PERSON":
            words, short = set(self.document.folded(mention.value.name).split()), mention.value.known_as
            alike = (
                (party, words <= name or name <= words or (short and any(short in word for word in name))) for party, name, _ in self.people
            )
            known = next((party for party, same in alike if same), None)
            side = None if known else self.sides.person(mention)
            return known or (side[0] if side else self.inside(mention))
        if mention.label in ("OFFICE", "INSTITUTION"):
            words = set(self.document.folded(mention.span).split())
            holders = {party for party, _, office in self.people if words <= office} if mention.label == "OFFICE" else set()
            return self.inside(mention) or (holders.pop() if len(holders) == 1 else None) or self._organisation(mention)
        return str(mention.value.country if mention.label == "CITY" else mention.value)

    def _organisation(self, mention: Mention) -> str | None:
        """The one organisation among the parties, which a noun for organisations ("the Union") takes up."""
        grounds = ((code, g) for code, found in self.meeting.parties.items() for g in found[:1])
        codes = [code for code, ground in grounds if isinstance(ground, Mention) and ground.label == "ORG"]
        return codes[0] if mention.value == "organisation" and len(codes) == 1 else None

    def parties(self, mention: Mention) -> list[str]:
        """The codes that a mention speaks for: several where it names several ("the ministers of Oman and Sweden")."""
        if mention.label in ("OFFICE", "INSTITUTION", "PERSON"):
            inner = list(self.document.in_span(mention.span, "SIDES", "COUNTRY", "NATIONALITY"))
            if inner and inner[-1].label == "SIDES" and inner[-1].rule.endswith(".dual") and inner[-1].start > mention.start:
                return [code for code, _ in self.all.parties]
            source = self.document.source(mention.span.origin)
            if len(inner) > 1 and len(source[inner[-2].end : inner[-1].start].strip()) == 1:
                return [str(m.value) for m in inner if m.label != "SIDES"]
            if mention.label == "OFFICE" and mention.rule.endswith((".dual", ".plural")):
                return [code for code, _ in self.sides.spoken_for(mention)]
        code = self.party(mention)
        return [code] if code is not None else []

    def beside(self, mention: Mention) -> list[str]:
        """The sides that the words of a phrase, or those right after it, name."""
        codes, last = [], mention.end
        for m in self.document.in_span(Span(mention.start, mention.end + BESIDE, mention.span.origin), "NATIONALITY", "COUNTRY", "ORG"):
            joined = self.document.slice(Span(last, max(last, m.start), mention.span.origin))
            if (last > mention.end and len(joined.strip()) > 1) or m.start > last + 3:
                break
            codes.append(str(m.value))
            last = max(last, m.end)
        return codes

    def inside(self, mention: Mention) -> str | None:
        """The side that the words of a phrase, or the word right after it, name."""
        reach = Span(mention.start, mention.end + 25, mention.span.origin)
        codes = [str(m.value) for m in self.document.in_span(reach, "NATIONALITY", "COUNTRY", "ORG") if m.start <= mention.end + 1]
        return next((code for code in codes if code in self.meeting.parties), codes[0] if codes else None)

    def both(self, mention: Mention) -> Actors:
        """Whom a noun for the sides stands for: all, one side's two people, or of more than two parties the two of the body."""
        parties = self.meeting.parties
        named = dict.fromkeys(code for code in self.beside(mention) if code in parties)  # "the Jordanian and Iraqi sides"
        if named:
            return Actors(tuple((code, mention) for code in named), True)
        codes = [code for code, _ in self.all.parties]
        body = self.meeting.body
        if mention.rule.endswith(".dual") and len(codes) > 2 and body is not None:
            two = [m.value for m in body.value.parties if m.value in parties]
            codes = two if len(two) == 2 else codes
        return Actors(tuple((code, mention) for code in codes), True)

    def named(self, group: Sequence[Mention]) -> Actors:
        """Whom a subject of one or more mentions speaks for."""
        parties = self.meeting.parties
        first = group[0]
        if first.label == "SIDES":
            return self.both(first)
        if first.label == "BODY" or (first.label == "INSTITUTION" and self._own(first)):
            return Actors(tuple((code, first) for code, _ in self.all.parties), True)
        codes: dict[str, Ground] = {}
        for mention in group:
            for code in self.parties(mention):
                if code in parties:
                    codes.setdefault(code, mention)
        if len(group) > len(codes) == 1 and len(parties) == 2 and any(self.party(m) is None for m in group):
            return Actors(tuple((code, first) for code in parties), True)  # "the minister and his counterpart"
        if codes:
            return Actors(tuple(codes.items()), True)
        foreign = any(self.party(m) is not None for m in group) or first.label == "INSTITUTION"
        return Actors((), foreign, foreign)

    def peers(self, group: Sequence[Mention]) -> Actors | None:
        """All who meet, where a subject is an office of many that names none of their states ("the finance ministers agreed"); of an
        organisation and its members nobody can tell which of the two."""
        office = group[0]
        many = len(group) == 1 and office.label == "OFFICE" and office.rule.endswith(".plural") and office.value in PEERS
        if (
            not many
            or any(len(code) > 2 for code in self.meeting.parties)
            or any(True for _ in self.document.in_span(office.span, "COUNTRY", "NATIONALITY", "ORG", "CITY"))
        ):
            return None
        return Actors(tuple((code, office) for code, _ in self.all.parties), True)

    def _own(self, institution: Mention) -> bool:
        """Whether a noun that tells of no side takes up the body that meets ("the Committee")."""
        body = self.meeting.body
        if self.party(institution) is not None:
            return False
        if body is None:  # "the Council", where ministers met
            return self.meeting.kind in GATHERINGS and " " not in self.document.folded(institution.span)
        return self.document.folded(institution.span) in self.document.folded(body.span).split()

    def remember(self, actors: Actors) -> None:
        """Keep a subject for the verbs that follow without one."""
        self.last = actors
        if len(actors.parties) == 1 and not is_noun_for_sides(actors):
            self.one = actors
        elif actors.parties:
            self.several = actors
        elif actors.foreign:
            self.one = actors


def is_noun_for_sides(actors: Actors) -> bool:
    """Whether a noun for all sides speaks, not one of them."""
    return any(isinstance(ground, Mention) and ground.label == "SIDES" for _, ground in actors.parties)


def _people(document: Document, draft: Draft) -> Iterator[tuple[str, set[str], set[str]]]:
    """Of each person in the delegations: the party, the words of the name and those of the office, folded."""
    for delegation in draft.get("delegations") or ():
        for person in delegation.get("people", ()):
            yield delegation["party"].value, _words(document, person["name"]), _words(document, person.get("position"))


def _words(document: Document, value: Value | None) -> set[str]:
    spans = [Span(e.start, e.end, e.origin) for e in value.evidence if e.origin in ("text", "title")] if value else []
    return {word for span in spans for word in document.folded(span).split()}

"""Whose claim it is: the parties that the subject of a verb speaks for.

The subject stands after the verb, before it, or has been named before; a noun for both sides stands for all parties,
a person for the side that the person speaks for, a country, its capital or its adjective for that country.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jwgie.assembly.claims import Hit
from jwgie.assembly.draft import Draft, Value
from jwgie.assembly.grammar import Grammar
from jwgie.assembly.meetings import Meeting
from jwgie.assembly.parties import Ground
from jwgie.document import Document, Mention, Span, View

#: Labels of mentions that may be, or begin, the subject of a verb.
SUBJECTS = ("SIDES", "PERSON", "OFFICE", "INSTITUTION", "BODY", "COUNTRY", "NATIONALITY", "CITY", "ORG")


@dataclass(frozen=True)
class Actors:
    """The parties that a subject speaks for, each with its ground. `named`: the subject stands with the verb;
    `foreign`: it is somebody, but no party (a news agency, another state)."""

    parties: tuple[tuple[str, Ground], ...] = ()
    named: bool = False
    foreign: bool = False


class Speakers:
    """Settles the actors of the verbs of one report, in order; it remembers whom the last verbs had."""

    def __init__(self, document: Document, meeting: Meeting, draft: Draft, grammar: Grammar) -> None:
        self.document = document
        self.meeting = meeting
        self.grammar = grammar
        self.people = dict(_parties_of_words(document, draft))
        self.last = Actors()
        self.all = Actors(tuple((code, grounds[0]) for code, grounds in meeting.parties.items() if grounds))

    def sentence(self, span: Span) -> Sentence:
        """The subjects that stand in a sentence, ready for its verbs."""
        return Sentence(self, self.document.views[span.origin], span)

    def party(self, mention: Mention) -> str | None:
        """The code that a mention speaks for; of a phrase without one, that of the first country or adjective inside it or
        right after it."""
        if mention.label == "PERSON":
            return mention.value.party or self._known(self.document.folded(mention.value.name)) or self._inside(mention)
        if mention.label in ("OFFICE", "INSTITUTION"):
            return self._inside(mention)
        return str(mention.value.country if mention.label == "CITY" else mention.value)

    def _inside(self, mention: Mention) -> str | None:
        reach = Span(mention.start, mention.end + 25, mention.span.origin)
        codes = [self.party(m) for m in self.document.in_span(reach, "NATIONALITY", "COUNTRY", "ORG") if m.start <= mention.end + 1]
        return next((code for code in codes if code in self.meeting.parties), codes[0] if codes else None)

    def _known(self, name: str) -> str | None:
        """The party of a person named before, by the last part of the name."""
        return next((self.people[word] for word in reversed(name.split()) if word in self.people), None)


class Sentence:
    """The subjects of one sentence."""

    def __init__(self, speakers: Speakers, view: View, span: Span) -> None:
        self.speakers = speakers
        self.view = view
        self.grammar = speakers.grammar
        self.start = view.range(span)[0]
        found = _outermost(speakers.document.in_span(span, *SUBJECTS))
        self.mentions = [(*view.range(m.span), m) for m in found]

    def actors(self, hit: Hit, complement: int) -> Actors:
        """The actors of a verb whose complement begins at a folded position."""
        speakers = self.speakers
        if hit.impersonal:
            return speakers.all
        found = Actors()
        if hit.verb.form != "participle":
            found = self._before(hit)
            if not found.named and not hit.verb.plural:
                found = self._after(hit, complement)
        if found.named:
            speakers.last = found
            return found
        if hit.verb.plural and len(speakers.last.parties) < 2 and not self._several():
            return speakers.all
        return speakers.last if speakers.last.parties or speakers.last.foreign else speakers.all

    def _several(self) -> bool:
        """Whether the last subject was two people of one side ("the two American officials")."""
        return any(isinstance(ground, Mention) and ground.label == "SIDES" for _, ground in self.speakers.last.parties)

    def _before(self, hit: Hit) -> Actors:
        """The subject right before its verb: "إن الجانبين اتفقا"."""
        text = self.view.text
        for at, (start, end, _) in enumerate(self.mentions):
            if end <= hit.start and self.grammar.subjects.adverbs.fullmatch(text, end, hit.start):
                group = [at]
                while group[0] and self.grammar.subjects.joined.fullmatch(text, self.mentions[group[0] - 1][1], self.mentions[group[0]][0]):
                    group.insert(0, group[0] - 1)
                first = self.mentions[group[0]][0]
                if self.grammar.subjects.first.search(text, max(self.start, first - 30), first) or start == self.start:
                    return self._actors([self.mentions[i][2] for i in group])
        return Actors()

    def _after(self, hit: Hit, complement: int) -> Actors:
        """The subject after its verb: "واتفق الجانبان على"."""
        text, stop = self.view.text, max(complement, hit.end)
        group: list[Mention] = []
        last = hit.end
        for start, end, mention in self.mentions:
            if start < hit.end:
                continue
            if start >= hit.stop or (start >= stop and not group and start > hit.end + 2):
                break
            gap = self.grammar.subjects.joined if group else self.grammar.subjects.leading
            if not gap.fullmatch(text, last, start):
                break
            group.append(mention)
            last = end
        if group:
            return self._actors(group)
        return self._noun(text, hit.end, min(stop, hit.stop))

    def _noun(self, text: str, start: int, stop: int) -> Actors:
        """A subject that no mention covers: nouns for all who met, or one for somebody named before."""
        if self.grammar.subjects.collective.match(text, start, stop):
            return Actors(self.speakers.all.parties, True)
        return Actors()

    def _actors(self, group: list[Mention]) -> Actors:
        speakers, parties = self.speakers, self.speakers.meeting.parties
        first = group[0]
        if first.label in ("SIDES", "BODY"):
            code = speakers._inside(first) if first.label == "SIDES" else None
            if code in parties and code is not None:
                return Actors(((code, first),), True)
            return Actors(tuple((code, first) for code in parties), True)
        codes: dict[str, Ground] = {}
        for mention in group:
            code = speakers.party(mention)
            if code in parties and code is not None:
                codes.setdefault(code, mention)
        if codes:
            return Actors(tuple(codes.items()), True)
        foreign = any(speakers.party(m) is not None for m in group) or first.label == "INSTITUTION"
        return Actors((), foreign, foreign)


def _parties_of_words(document: Document, draft: Draft) -> Iterator[tuple[str, str]]:
    """The words of the names of people whose party is known, folded: later mentions are by surname."""
    for mention in document.mentions:
        if mention.label == "PERSON" and mention.value.party:
            for word in document.folded(mention.value.name).split():
                yield word, mention.value.party
    for delegation in draft.get("delegations") or ():
        for person in delegation.get("people", ()):
            for word in _name_words(document, person["name"]):
                yield word, delegation["party"].value


def _name_words(document: Document, name: Value) -> list[str]:
    return [word for e in name.evidence if e.origin in ("text", "title")
            for word in document.folded(Span(e.start, e.end, e.origin)).split()]  # fmt: skip


def _outermost(mentions: Iterable[Mention]) -> Iterator[Mention]:
    last = -1
    for mention in mentions:
        if mention.start >= last:
            yield mention
            last = mention.end

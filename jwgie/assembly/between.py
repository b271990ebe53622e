"""Talks that no verb and no noun tells of: two people named in one breath, of whom the report goes on to speak as of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from jwgie.assembly.cues import Cue
from jwgie.assembly.event import Event
from jwgie.assembly.parties import Sides
from jwgie.assembly.scene_people import NEXT
from jwgie.assembly.speakers import Ground
from jwgie.document import Document, Mention, Sentence, Span
from jwgie.knowledge import countries
from jwgie.record import Kind

#: The sentences of the text, from the first, in which the two are named, and in which a noun speaks of both.
NAMED, SPOKEN = 2, 5
#: So many sentences back the two are named whom a noun for both means, and so far (characters) from talks it stands.
BACK, REACH = 2, 20
#: The same where verbs come last.
FAR = 8
#: Nouns for two people (values of SIDES mentions).
PEOPLE = frozenset({"ministers", "presidents", "leaders", "officials"})


def between(document: Document, sides: Sides) -> Event | None:
    """The talks of the two people of whom a report is, where a language's press tells of them so ("the ministers A and B agreed")."""
    if not (sides.links.beside or sides.links.letters):
        return None
    body = [s for s in document.sentences if s.kind == "body"]
    noun = next((m for s in body[:SPOKEN] for m in document.in_span(s.span, "SIDES") if m.value in PEOPLE and m.rule.endswith(".2")), None)
    for number, sentence in enumerate(body[:NAMED] if noun is not None else (), 1):
        for two in _pairs(document, sentence, sides):
            told = _told(sides, two)
            each = any(sentence.span.contains(span) for span in sides.each)  # "announced separately"
            if len({code for code, _ in told}) == 2 and noun is not None and not each:
                cue = Cue(noun.span, "meet", "")
                call = any(b.rule == "bodies.call" for s in body[:SPOKEN] for b in document.in_span(s.span, "BODY"))
                kind: Kind = "phone_call" if call else "bilateral_meeting"
                return Event(sentence, number, 0.0, False, None, (cue,), two, told, held_as=kind)
    return None


def recalled(event: Event, sides: Sides) -> Event:
    """Talks of which a sentence only says that they were those of "the two ministers": of the two whom a conjunction joins in a sentence
    shortly before, in a language whose subjects stand first; where verbs come last, of the last two named before."""
    links = sides.links
    if not (links.verbs_between or links.final) or event.codes or event.aside or event.named or not event.number:
        return event
    document = sides.document
    around = Span(event.at.start - REACH, event.at.end + 2 * REACH, event.at.origin)
    nouns = (m for m in document.in_span(event.sentence.span, "SIDES") if m.value in PEOPLE and m.rule.endswith(".2"))
    noun = next((noun for noun in nouns if around.overlaps(noun.span)), None)
    if noun is None:
        return event
    if links.final:
        told = _last_two(document, event, noun, sides)
        return replace(event, principals=tuple(told.values()), sides=tuple(told.items()), score=event.score + 3.0) if told else event
    first = max(0, event.sentence.index - BACK)
    for sentence in reversed([s for s in document.sentences[first : event.sentence.index] if s.kind == "body"]):
        for two in _pairs(document, sentence, sides):
            told = dict(side for person in two if (side := sides.person(person)))
            if len(told) == 2:
                return replace(event, principals=two, sides=tuple(told.items()), score=event.score + 3.0)
    return event


def _last_two(document: Document, event: Event, noun: Mention, sides: Sides) -> dict[str, Mention]:
    """The last two people named before a noun for both who are of two countries, in the order of the report."""
    people: dict[str, Mention] = {}
    near = [s for s in document.sentences[max(0, event.sentence.index - FAR) : event.sentence.index + 1] if s.kind == "body"]
    for sentence in reversed(near):
        for person in reversed([p for p in document.in_span(sentence.span, "PERSON") if p.end <= noun.start]):
            side = sides.person(person)
            if side is not None and side[0] in countries():
                people.setdefault(side[0], person)
        if len(people) > 1:
            return dict(sorted(people.items(), key=lambda item: item[1].start)) if len(people) == 2 else {}
    return {}


def of_two(document: Document, events: Sequence[Event], sides: Sides) -> Event | None:
    """The talks that an opening speaks of without saying of whom, where the people whom it names are of two countries."""
    if not sides.links.beside:
        return None
    talks = [e for e in events if 0 < e.number <= SPOKEN and not (e.aside or e.named or e.general or e.past) and _talks(e)]
    if not talks:
        return None
    people: dict[str, Mention] = {}
    for sentence in [s for s in document.sentences if s.kind == "body"][:SPOKEN]:
        for person in document.in_span(sentence.span, "PERSON"):
            if (side := sides.person(person)) and side[0] in countries():
                people.setdefault(side[0], person)
    if len(people) != 2:
        return None
    event = max(talks, key=lambda e: e.score)
    principals = event.principals if len(event.principals) == 2 else tuple(people.values())
    return replace(event, sides=tuple(people.items()), principals=principals, held_as=event.kind or "bilateral_meeting")


def _talks(event: Event) -> bool:
    """Whether an event is of talks: a noun of them that somebody holds, or a verb of meeting."""
    if event.body is None:
        return event.cues[0].name == "meet"
    return event.body.rule.startswith(("bodies.talks", "bodies.call", "bodies.session")) and (event.told or bool(event.principals))


def _pairs(document: Document, sentence: Sentence, sides: Sides) -> Iterator[tuple[Mention, Mention]]:
    """Two people whom a conjunction alone joins."""
    people = list(document.in_span(sentence.span, "PERSON"))
    for one, other in pairwise(people):
        view = document.views[one.span.origin]
        start = _begin(document, one, other)
        near = sides.links.gap(document, one.end, start, one.span.origin) <= NEXT
        if near and sides.links.coordinated(view.text, view.position(start)):
            yield one, other


def _begin(document: Document, one: Mention, other: Mention) -> int:
    """Where what names the second of two begins: with the nationality right before ("the ministers A, and the Greek B")."""
    between = Span(one.end, other.start, one.span.origin) if one.end < other.start else other.span
    adjective = next(iter(document.in_span(between, "NATIONALITY")), None)
    return adjective.start if adjective and other.start - adjective.end <= 1 else other.start


def _told(sides: Sides, two: tuple[Mention, Mention]) -> tuple[tuple[str, Ground], ...]:
    """The sides of two people: their own, else the two that the opening or the headline names in one breath."""
    own = [side for person in two if (side := sides.person(person)) and side[0] in countries()]
    if own:
        return tuple(own)
    headline = {code: mention for code, mention in sides.headline if code in countries()}
    return tuple(sides.pair() or headline.items())

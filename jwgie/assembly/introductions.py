"""Whose side a name is by what a report says apart from it: in another sentence, by office alone, or as the head of a delegation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jwgie.assembly.naming import last_name, side_of
from jwgie.document import Mention, Span
from jwgie.knowledge import countries

if TYPE_CHECKING:
    from jwgie.assembly.speakers import Speakers

#: In so many sentences of the text somebody is named whom it began with by office alone.
INTRODUCED = 4
#: How many characters may stand between a delegation and what says who leads it.
JOINED = 4


def leading(speakers: Speakers) -> Iterator[tuple[str, tuple[str, Mention]]]:
    """Those who lead the delegation of a side, right behind it: "a delegation of A, led by the minister X", by their last names."""
    for sentence in speakers.document.sentences:
        found = speakers.document.relations_in(sentence.index)
        for team in (r for r in found if r.name == "side"):
            lead = next((r.span for r in found if r.name == "lead" and 0 <= r.span.start - team.span.end <= JOINED), None)
            people = speakers.document.in_span(Span(lead.end, sentence.span.end, lead.origin), "PERSON") if lead else iter(())
            person, side = next(people, None), team.mention("side")
            code = side_of(side) if side else None
            if lead and person and side and code and person.start - lead.end <= 2 * JOINED:
                yield last_name(speakers.document, person), (code, side)


def introduced(speakers: Speakers) -> tuple[str, tuple[str, Mention]] | None:
    """Whom a report begins with by office alone and then calls by name: "The Togolese minister went to A. Mr X was received by ...":
    the last name, with the side and the office that tells it."""
    if not (speakers.links.beside and speakers.links.subjects_first):
        return None
    body = [s for s in speakers.document.sentences if s.kind == "body"][:INTRODUCED]
    start = body[0].span.start if body else 0
    offices = speakers.document.in_span(body[0].span, "OFFICE") if body else ()
    office = next((o for o in offices if o.start - start <= JOINED and not o.rule.endswith((".plural", ".dual"))), None)
    own = next((side_of(m) for m in speakers.document.in_span(office.span, "NATIONALITY", "COUNTRY")), None) if office else None
    people = [p for s in body for p in speakers.document.in_span(s.span, "PERSON")]
    if not office or not own or any(p.span.contains(office.span) for p in people):
        return None
    person = next((p for p in people if not (p.value.party or p.value.counterpart or p.value.position)), None)
    return (last_name(speakers.document, person), (own, office)) if person else None


def varied(speakers: Speakers) -> tuple[str, tuple[str, Mention]] | None:
    """Who is named at the beginning without a side and an office, and is then spoken of by office: "The minister A met X. The French
    minister ...": the last name, with the side and the office that tells it."""
    if not (speakers.links.beside and speakers.links.subjects_first):
        return None
    body = [s for s in speakers.document.sentences if s.kind == "body"][:INTRODUCED]
    people = [p for s in body[:2] for p in speakers.document.in_span(s.span, "PERSON")]
    known = {
        last_name(speakers.document, p)
        for p in speakers.document.labelled("PERSON")
        if p.value.party or p.value.position or p.value.counterpart
    }
    bare = {name: p for p in reversed(people) if (name := last_name(speakers.document, p)) not in known}
    told = {code for p in people if (code := side_of(p))} | {code for p in people if (code := speakers.within(p))}
    if len(bare) != 1 or len({last_name(speakers.document, p) for p in people}) < 2:
        return None
    name, person = next(iter(bare.items()))
    spans = [p.span for p in speakers.document.labelled("PERSON", person.span.origin)]
    for sentence in body:
        for office in speakers.document.in_span(sentence.span, "OFFICE"):
            if office.start < person.end or office.rule.endswith((".plural", ".dual")) or any(s.contains(office.span) for s in spans):
                continue
            own = next((side_of(m) for m in speakers.document.in_span(office.span, "NATIONALITY", "COUNTRY")), None)
            if own and own in countries():
                return (name, (own, office)) if own not in told else None
    return None

"""The state that a report is told from: that of the ministry whose page it is, or whose word it reports."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jwgie.assembly.parties import Sides
from jwgie.assembly.speakers import Ground, side_of
from jwgie.document import Document, Mention, Span
from jwgie.knowledge import countries
from jwgie.languages import Pack

#: Institutions that speak for their state.
SPEAKING = frozenset({"ministry", "presidency", "government", "department", "office", "embassy"})
#: The relations that tell whom a report cites.
CITED = frozenset({"source", "source_person"})
#: Sentences of the text, from the first, in which a ministry that is named tells whose page it is.
OPENING = 2


@cache
def institutions(pack: Pack) -> dict[str, str]:
    """The countries of the ministries and presidencies that have names of their own, and of those whose full name only one state's has
    (``houses.tsv``), by these, folded."""
    rows = [r for r in pack.rows("institutions") if r["slug"] in SPEAKING and r["country"]]
    return {pack.fold(form): row["country"] for row in (*rows, *pack.rows("houses")) for form in row["forms"].split(" | ")}


@cache
def offices(pack: Pack) -> dict[str, str]:
    """The countries of those who hold an office that only one state has, by what stands behind its noun, folded: what its ministry is for
    (``houses.tsv``, where ``office`` is "yes")."""
    rows = [r for r in pack.rows("houses") if r.get("office")]
    return {pack.fold(form).partition(" ")[2]: row["country"] for row in rows for form in row["forms"].split(" | ")}


def voices(sides: Sides) -> Iterator[tuple[str, Ground]]:
    """The states whose spokespeople or ministries a report cites, then those of ministries and embassies that its headline and opening
    name."""
    document = sides.document
    for relation in document.relations:
        if relation.name in CITED:
            for mention in document.in_span(relation.span, "PERSON", "INSTITUTION"):
                if (code := _state(sides, mention)) and not _taken(document, mention):
                    yield code, mention
    number = 0
    for sentence in document.sentences:
        number += sentence.kind == "body"
        for mention in document.in_span(sentence.span, "PERSON", "INSTITUTION") if number <= OPENING else ():
            if (code := _state(sides, mention)) and not _taken(document, mention):
                yield code, mention


def _state(sides: Sides, mention: Mention) -> str | None:
    """The state for which an institution or a spokesperson speaks."""
    document = sides.document
    if mention.label == "PERSON":
        speaks = sides.speaks_for_others(mention)
        return mention.value.party if speaks and mention.value.party in countries() else None
    if mention.value not in SPEAKING:
        return None
    own = sides.institutions.get(document.folded(mention.span))
    if own:
        return own
    inside = document.in_span(mention.span, "NATIONALITY", "COUNTRY", "CITY")
    return next((code for m in inside if (code := side_of(m)) in countries()), None)


def _taken(document: Document, institution: Mention) -> bool:
    """Whether an institution is only part of the description of a person, who may be anybody's."""
    if institution.label == "PERSON":
        return False
    around = document.in_span(Span(max(0, institution.start - 200), institution.end + 200, institution.span.origin), "PERSON")
    return any(person.span.contains(institution.span) for person in around)

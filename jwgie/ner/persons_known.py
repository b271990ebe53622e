"""What a report calls people by, and the sides of those whose description alone does not tell them, where the office stands after the
name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

from jwgie.document import Document, Mention
from jwgie.ner.matcher import Matcher
from jwgie.ner.persons_descriptions import Head
from jwgie.regexp import Pattern

#: What tells of a country; what writes reports.
TOLD = ("COUNTRY", "NATIONALITY")
AGENCY = "news_agency"


class Homes(Protocol):
    """What tells those of the language's own country by how their names and offices are written."""

    separator: str
    home: str
    home_name: Pattern
    home_office: Pattern


def known(document: Document, people: Sequence[Mention], grammar: Homes) -> Iterator[Mention]:
    """The people, each with the short name that the report calls them by and with the side that any mention of them tells; else that of
    the language's own country, where name and office are written as they are there."""
    names = [document.folded(m.value.name) for m in people]
    short = [short_name(name, names, grammar.separator) for name in names]
    sides: dict[str, str] = {}
    for mention, name in zip(people, short, strict=True):
        if mention.value.party:
            sides.setdefault(name, mention.value.party)
    for mention, name in zip(people, short, strict=True):
        office = "".join(document.folded(span) for span in (mention.value.affiliation, mention.value.position) if span)
        own = mention.value.position and grammar.home_name.fullmatch(document.folded(mention.value.name)) is not None
        if name not in sides and own and grammar.home_office.fullmatch(office):
            sides[name] = grammar.home
    for mention, name in zip(people, short, strict=True):
        yield mention._replace(value=mention.value._replace(party=mention.value.party or sides.get(name), known_as=name))


def short_name(name: str, names: Sequence[str], separator: str) -> str:
    """The part of a name, where its parts are marked, that the report uses alone, or else the last; of another name the shortest of a
    report that it begins with."""
    if separator in name:
        parts = name.split(separator)
        return next((part for part in parts if part in names), parts[-1])
    return min((other for other in names if name.startswith(other)), key=len, default=name)


def country_of(told: str, document: Document, institutions: Matcher[Head]) -> str:
    """The country of an office; of several that call one so, that whose agency the report names, or of which it speaks most."""
    codes = told.split("|")
    if len(codes) == 1:
        return told
    named = Counter(m.value for m in document.mentions if m.label in TOLD)
    heads = (head for view in document.views.values() for _, _, head in institutions.find(view))
    written = {head.country for head in heads if head.slug == AGENCY}
    return max(codes, key=lambda code: (code in written, named[code]))

"""The country of those whose side a report need not tell: where it is written, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jwgie.assembly.parties import JOINED, REACH, Ground, Sides, side_of
from jwgie.document import Mention, Span
from jwgie.knowledge import countries
from jwgie.languages import Pack

#: Institutions that a state has one of, where its government sits.
SEATS = frozenset({"ministry", "presidency", "parliament", "cabinet", "palace", "council"})


@cache
def agencies(pack: Pack) -> dict[str, str]:
    """The countries of news agencies, by their folded names."""
    rows = (r for r in pack.rows("institutions") if r["slug"] == "news_agency" and r["country"])
    return {pack.fold(form): row["country"] for row in rows for form in row["forms"].split(" | ")}


def homes_of(pack: Pack) -> tuple[str, ...]:
    """The countries whose institutions the press of a language names without saying whose they are (``[press]`` of ``pack.toml``)."""
    return tuple(pack.config.get("press", {}).get("home", ()))


def unmarked(sides: Sides, others: frozenset[str]) -> tuple[str, Ground] | None:
    """The country of those whose side the report need not tell, where they meet people of `others`: the one that it names
    together with another, in one breath or as the place of an envoy; else that of the agency or of the dateline; else the
    one that stands out."""
    joined = max(sides.joined(others), key=lambda side: sides.weights[side[0]][0], default=None)
    if joined is not None:
        return joined
    for code, mention in homes(sides).items():
        if code not in others:
            return code, sides.weights[code][1][0] if code in sides.weights else mention
    for code, grounds in sides.strongest(but=others):
        named = [g for g in grounds if isinstance(g, Mention) and g.label != "NATIONALITY"]
        if code in countries() and not all(sides.placed(g) for g in named) and not sides.blamed(grounds):
            return code, grounds[0]
    return None


def _seats(sides: Sides) -> Iterator[tuple[str, Mention]]:
    """The countries where institutions are that are named without a country of theirs ("the foreign ministry in Riyadh")."""
    for mention in sides.document.labelled("INSTITUTION"):
        if mention.value not in SEATS:
            continue
        if any(True for _ in sides.document.in_span(mention.span, "COUNTRY", "NATIONALITY", "ORG", "CITY")):
            continue
        after = Span(mention.end, mention.end + REACH, mention.span.origin)
        for city in sides.document.in_span(after, "CITY"):
            code = side_of(city)
            if code and city.start - mention.end <= JOINED and sides.placed(city):
                yield code, city


def homes(sides: Sides, agencies: bool = False) -> dict[str, Mention]:
    """The countries that a report may come from: that of a national agency in its dateline, then that of the place, then
    that where a ministry is which needs no adjective of nationality;
    those of which it speaks first. With `agencies`, those of the agencies alone."""
    found: dict[str, Mention] = {}
    abroad = False
    body = [s for s in sides.document.sentences if s.span.origin == "text"]
    for sentence in body:
        dateline = sentence.kind == "dateline"
        if dateline or sentence is body[-1] or (sentence.index and sides.document.sentences[sentence.index - 1].kind == "dateline"):
            for mention in sides.document.in_span(sentence.span, "INSTITUTION"):
                country = sides.agencies.get(sides.document.folded(mention.span))
                abroad = abroad or (dateline and mention.value in ("news_agency", "broadcaster") and not country)
                edge = min(mention.start - sentence.span.start, sentence.span.end - mention.end) <= JOINED
                if country and (dateline or edge):
                    found.setdefault(country, mention)
        if dateline and not agencies:
            for mention in sides.document.in_span(sentence.span, "CITY", "COUNTRY"):
                code = side_of(mention)
                if code:
                    found.setdefault(code, mention)
    for code, mention in () if agencies else _seats(sides):
        found.setdefault(code, mention)
    if abroad:  # the bureau of an agency of no country writes of what is elsewhere
        found = {code: mention for code, mention in found.items() if code in sides.weights}
    return dict(sorted(found.items(), key=lambda item: item[0] not in sides.weights))

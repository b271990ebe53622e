"""The country of those whose side a report need not tell: where it is written, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jwgie.assembly.parties import Sides
from jwgie.assembly.speakers import ENVOYS, JOINED, REACH, Ground, last_name, side_of
from jwgie.assembly.voices import voices
from jwgie.document import Mention, Sentence, Span
from jwgie.knowledge import countries
from jwgie.languages import Pack

#: Institutions that a state has one of, where its government sits.
SEATS = frozenset({"ministry", "presidency", "parliament", "cabinet", "palace", "council"})

#: Labels of what names a country.
_NAMES = frozenset({"COUNTRY", "CITY"})
#: A sentence that only names the agency that wrote a report has no more characters than this.
CREDIT = 24
#: What weighs less than this in a report is not the side that it need not tell.
STRONG = 3.0


@cache
def agencies(pack: Pack) -> dict[str, str]:
    """The countries of news agencies, by their folded names."""
    rows = (r for r in pack.rows("institutions") if r["slug"] == "news_agency" and r["country"])
    return {pack.fold(form): row["country"] for row in rows for form in row["forms"].split(" | ")}


def homes_of(pack: Pack) -> tuple[str, ...]:
    """The countries whose institutions the press of a language names without saying whose they are (``[press]`` of ``pack.toml``)."""
    return tuple(pack.config.get("press", {}).get("home", ()))


def unmarked(sides: Sides, others: frozenset[str], who: Ground | None = None) -> tuple[str, Ground] | None:
    """The country of those whose side the report need not tell, where they meet people of `others`: the one that it names
    together with another, in one breath or as the place of an envoy; else that of the agency or of the dateline; else the
    one that stands out. `who`: the one whose country it is."""
    press = sides.links.press
    for code, ground in voices(sides) if sides.links.press else ():
        if code not in others:
            return code, ground
    if who is not None and not press and (rank := _called(sides, others, who)) is not None:
        return rank
    pairs = (side for side in sides.joined(others) if not press or side[1].label in _NAMES or _own(sides, side[0]) >= STRONG)
    joined = max(pairs, key=lambda side: sides.weights[side[0]][0], default=None)
    if joined is not None and (nearer := _written(sides, others, joined[0])) is not None:
        return nearer
    if joined is not None:
        return joined
    if (post := _post(sides, others)) is not None:
        return post
    written = homes(sides)
    for code, mention in written.items():
        if code not in others:
            return code, sides.weights[code][1][0] if code in sides.weights else mention
    found = next(_standing(sides, others, press), None)
    weak = found is None or _own(sides, found[0]) < STRONG
    if who and not written and press not in others and weak and _of_press(sides, who):
        return press, sides.weights[press][1][0] if press in sides.weights else who
    return found


def _credits(sides: Sides, sentence: Sentence) -> bool:
    """Whether a sentence is so short that it tells nothing but who wrote the report, in a language whose verbs come last."""
    return sides.links.final and len(sentence.span) <= CREDIT


def _written(sides: Sides, others: frozenset[str], than: str) -> tuple[str, Ground] | None:
    """The country of the dateline, if the text speaks of it, too, no less than of another: for a press that names its own side least."""
    for code in homes(sides) if sides.links.press else ():
        weight, grounds = sides.weights.get(code, (0.0, []))
        named = [g for g in grounds if isinstance(g, Mention) and g.label in ("COUNTRY", "NATIONALITY")]
        if code not in others and weight >= sides.weights[than][0] and not all(sides.placed(g) or sides.topical(g) for g in named):
            return code, named[0]
    return None


def _called(sides: Sides, others: frozenset[str], who: Ground) -> tuple[str, Ground] | None:
    """The country of somebody whom the report goes on to call by his rank and his country alone ("the Turkish minister"): the only one
    beside those he meets."""
    document = sides.document
    ranks = {o.value for m in _same(sides, who) for o in document.in_span(m, "OFFICE")}
    people = [p.span for p in document.labelled("PERSON")]
    found: dict[str, Mention] = {}
    for office in document.labelled("OFFICE"):
        if office.value not in ranks or office.rule.endswith((".dual", ".plural")) or any(p.contains(office.span) for p in people):
            continue
        for adjective in document.in_span(office.span, "NATIONALITY"):
            if adjective.value in countries() and adjective.value not in others and document.folded(office.span).count(" ") == 1:
                found.setdefault(adjective.value, adjective)
    return next(iter(found.items())) if len(found) == 1 else None


def _of_press(sides: Sides, who: Ground) -> bool:
    """Whether somebody holds an office that has its name in the language's own country alone ("the Secretary of State")."""
    offices = [sides.document.folded(o.span) for m in _same(sides, who) for o in sides.document.in_span(m, "OFFICE")]
    longer = tuple(f"{name} " for name in sides.links.press_offices if " " in name)  # with what it is for
    return any(office in sides.links.press_offices or office.startswith(longer) for office in offices)


def _same(sides: Sides, who: Ground) -> list[Span]:
    """Where a report speaks of somebody, by the last name."""
    if not isinstance(who, Mention) or who.label != "PERSON":
        return [who if isinstance(who, Span) else who.span]
    name = last_name(sides.document, who)
    return [m.span for m in sides.document.labelled("PERSON") if last_name(sides.document, m) == name]


def both(sides: Sides) -> tuple[tuple[str, Ground], ...]:
    """The two sides of a report that says of nobody for whom they speak: its own and the other that stands out, or the two of the
    headline."""
    told: dict[str, Ground] = {}
    for code, ground in (*voices(sides), *homes(sides).items()):
        told.setdefault(code, ground)
    standing = [side for side in _standing(sides, frozenset(), sides.links.press) if _own(sides, side[0]) >= STRONG]
    own = next(((code, ground) for code, ground in told.items() if code in sides.weights), None)
    if own is None:
        headline = dict(side for side in sides.headline if side[0] in countries())
        return tuple(headline.items()) if len(headline) == 2 else tuple(standing[:2]) if len(standing) == 2 else ()
    other = next((side for side in standing if side[0] != own[0]), None)
    return (own, other) if other else ()


def _own(sides: Sides, code: str) -> float:
    """The weight of a country in a report less that of the mentions in passing."""
    weight, grounds = sides.weights[code]
    named = [g for g in grounds if isinstance(g, Mention)]
    return weight * sum(not (sides.placed(g) or sides.talked_of(g)) for g in named) / max(len(named), 1)


def _standing(sides: Sides, others: frozenset[str], press: str) -> Iterator[tuple[str, Ground]]:
    """The countries that stand out beside some others, not only as places, as what is blamed or, for a press that names its own side
    least, as what is talked about."""
    for code, grounds in sides.strongest(but=others):
        named = [g for g in grounds if isinstance(g, Mention) and g.label != "NATIONALITY"]
        if not named and not press:  # told by adjectives alone: "Egyptian companies"
            named = [g for g in grounds if isinstance(g, Mention)]
        passing = all(sides.placed(g) or sides.topical(g) or (press and sides.talked_of(g)) for g in named)
        if code in countries() and not passing and not sides.blamed(grounds):
            yield code, grounds[0]


def _post(sides: Sides, others: frozenset[str]) -> tuple[str, Ground] | None:
    """The country to which one of `others` has sent an envoy."""
    for office in sides.document.labelled("OFFICE"):
        named = list(sides.document.in_span(office.span, "COUNTRY")) if office.value in ENVOYS else []
        if len(named) > 1 and named[0].value in others and named[1].value not in others and sides.posted(office, named[1]):
            return named[1].value, named[1]
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


def _housed(sides: Sides) -> Iterator[tuple[str, Mention]]:
    """The countries of institutions that are called by a name of their own, also in brackets behind what they are."""
    for mention in sides.document.labelled("INSTITUTION") if sides.institutions else ():
        names = sides.document.folded(mention.span).replace(")", "").split(" (")
        country = next((sides.institutions[name] for name in names if name in sides.institutions), None)
        if country and not any(True for _ in sides.document.in_span(mention.span, "COUNTRY", "NATIONALITY")):
            yield country, mention


def written_by(sides: Sides) -> tuple[str, Mention] | None:
    """The country of the agency that wrote a report, with the words that name it."""
    return next(iter(homes(sides, agencies=True).items()), None)


def homes(sides: Sides, agencies: bool = False) -> dict[str, Mention]:
    """The countries that a report may come from: that of a national agency in its dateline, then that of an institution with a name of
    its own, that of the place, then that where a ministry is which needs no adjective of nationality;
    those of which it speaks first. With `agencies`, those of the agencies alone."""
    found: dict[str, Mention] = {}
    places: dict[str, Mention] = {}
    abroad = False
    body = [s for s in sides.document.sentences if s.span.origin == "text"]
    for sentence in body:
        dateline = sentence.kind == "dateline"
        if (
            dateline
            or sentence is body[-1]
            or _credits(sides, sentence)
            or (sentence.index and sides.document.sentences[sentence.index - 1].kind == "dateline")
        ):
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
                    places.setdefault(code, mention)
    for code, mention in () if agencies else _housed(sides):
        found.setdefault(code, mention)
    found |= {code: mention for code, mention in places.items() if code not in found}
    for code, mention in () if agencies else _seats(sides):
        found.setdefault(code, mention)
    if abroad:  # the bureau of an agency of no country writes of what is elsewhere
        found = {code: mention for code, mention in found.items() if code in sides.weights}
    return dict(sorted(found.items(), key=lambda item: item[0] not in sides.weights))

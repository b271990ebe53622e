"""Those whom an event leaves out because the report is about them, and the sides that it need not tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jwgie.assembly.between import recalled
from jwgie.assembly.event import LOOSE, Event
from jwgie.assembly.homes import both, unmarked, written_by
from jwgie.assembly.parties import Sides
from jwgie.assembly.scene_people import NEXT
from jwgie.assembly.speakers import Ground, side_of
from jwgie.document import Document, Mention, Span
from jwgie.knowledge import countries, organisations

#: So many sentences before somebody is met the place may be named.
WAY = 4
#: The first sentences of a report, in which a noun for both sides means those that it opens with.
OPENING = 2
#: Kinds of meetings of many.
GATHERINGS = frozenset({"summit", "ministerial", "conference"})


def completed(document: Document, events: list[Event], sides: Sides) -> list[Event]:
    """The events, in which those who are left out because the report is about them are put in (he "also met his counterpart"),
    and the side of those whom the report need not tell the side of is their country's."""
    events = [recalled(event, sides) for event in events]
    hero = _hero(events, sides)
    found = [_with_hero(e, hero, sides) for e in events] if not sides.links.final else list(_with_hosts(events, hero, sides))
    if sides.links.words and (pair := sides.pair()):
        found = [replace(e, sides=tuple(pair), score=e.score + 3.0) if _both_lacking(e, sides) or _of_both(e, sides) else e for e in found]
    lacking = [(e, p) for e in found if _lacking(e, sides) for p in e.principals[:2] if not sides.spoken_for(p)]
    lacking = [(e, p) for e, p in lacking if not _known(e)] or lacking
    best = max((e.score for e, _ in lacking), default=0.0) / 2  # not who speaks elsewhere in passing
    lone = frozenset(code for e, _ in lacking if e.score >= best for code in e.codes)
    own = (_at_home(sides, lone, lacking[0][1]) or unmarked(sides, lone, lacking[0][1])) if lone else None
    if own is None and lone and not any(e.margin for e, _ in lacking):  # those whom one meets who is abroad
        abroad = ((code, grounds) for code, grounds in sides.likely(but=lone) if code in countries())
        own = next(((code, grounds[0]) for code, grounds in abroad if not _only_talked_of(grounds, sides)), None)
    if own is None:
        return [_with_both(e, sides) for e in found]
    tour = sides.links.beside and len({e.sentence.index for e, _ in lacking if len(e.codes) == 1 and e.number}) > 1
    return [
        replace(e, sides=((_visited(e, sides) if tour else None) or own, *e.sides), score=e.score + (1.5 if len(e.codes) == 1 else 0.0))
        if _lacking(e, sides)
        else _with_both(e, sides)
        for e in found
    ]


def _with_both(event: Event, sides: Sides) -> Event:
    """Talks of two persons of whom nothing tells for whom: the sides are the report's own and the one that stands out beside it."""
    people = [p for p in event.principals if p.label == "PERSON"]
    if sides.links.letters and people and event.body is None and not event.codes and len(event.principals) > 1:
        headline = {code: mention for code, mention in sides.headline if code in countries()}
        if len(headline) == 2 and event.number == 1 and not event.aside:  # "the A-B committee of friendship visits ...: its head met ..."
            return replace(event, sides=tuple(headline.items()), score=event.score + 3.0)
    if not sides.links.press or event.named or event.codes or event.aside or event.attended or len(people) != 2 == len(event.principals):
        return event
    pair = both(sides)
    return replace(event, sides=pair, score=event.score + 3.0) if pair else event


def _only_talked_of(grounds: Sequence[Ground], sides: Sides) -> bool:
    """Whether a country is named only as what one talks about, in a language that tells so by its prepositions ("about Haiti")."""
    return bool(sides.links.about) and all(isinstance(g, Mention) and sides.talked_of(g) and not sides.placed(g) for g in grounds)


def _at_home(sides: Sides, others: frozenset[str], who: Mention) -> tuple[str, Ground] | None:
    """The country whose people need none in reports of the language: that of the agency that wrote it, else the language's own."""
    home = sides.links.home
    if not home:
        return None
    wrote = written_by(sides)
    if wrote is not None and (not _foreign(sides, who) or (wrote[0] != home and wrote[0] in sides.weights)):
        return wrote if wrote[0] not in others else None
    if _foreign(sides, who):
        return None
    return (home, who) if home not in others else None


def _foreign(sides: Sides, who: Mention) -> bool:
    """Whether somebody's name is not written as those of the language's own country are."""
    foreign = sides.links.foreign
    return foreign is not None and who.label == "PERSON" and foreign.match(sides.document.folded(who.value.name)) is not None


def _hero(events: list[Event], sides: Sides) -> Mention | None:
    """Whom a report is about: the first of those who meet in its first sentence, else the first whom it names there."""
    meeting = ((e.number, p) for e in events if e.number for p in e.principals if p.label == "PERSON" and not _speaks(p, sides))
    number, hero = next(meeting, (0, None))
    if number == 1:
        return hero
    body = (s for s in sides.document.sentences if s.kind == "body")
    opening = next((sides.document.in_span(s.span, "PERSON") for s in body), ())
    return next((p for p in opening if not _speaks(p, sides)), hero)


def _with_hosts(events: list[Event], hero: Mention | None, sides: Sides) -> Iterator[Event]:
    """The events, in which who is left out is the one who met others last, else whom the report is about."""
    host = hero
    for event in events:
        event = _with_hero(event, host, sides)
        yield event
        if event.number and not event.aside and len(event.principals) > 1 and event.principals[0].label == "PERSON":
            host = event.principals[0]


def _speaks(person: Mention, sides: Sides) -> bool:
    """Whether somebody only speaks for others by office, in a language that tells so behind the name."""
    return sides.links.final and sides.speaks_for_others(person)


def _with_hero(event: Event, hero: Mention | None, sides: Sides) -> Event:
    if hero is None or event.named or not event.principals or not event.number or hero.start >= event.at.start:
        return event
    if event.guests and hero not in event.principals:
        named = {**dict(sides.spoken_for(hero)), **dict(event.sides)}
        return replace(event, principals=(hero, *event.principals), sides=tuple(named.items()), several=True)
    if len(event.principals) > 1:
        if _met(event, hero, sides):
            return replace(
                event, principals=(hero, *event.principals), sides=tuple({**dict(sides.spoken_for(hero)), **dict(event.sides)}.items())
            )
        if not _by_office(event.principals[0], hero, sides):
            return event
        named = {**dict(sides.spoken_for(hero)), **dict(event.sides)}
        return replace(event, principals=(hero, *event.principals[1:]), sides=tuple(named.items()))
    other = event.principals[0]
    its, own = sides.spoken_for(other), sides.spoken_for(hero)
    joined = any(c.name in ("with", "each") and c.span.end <= other.start and sides.gap(c.span.end, other) <= NEXT for c in event.cues)
    cues = event.cues if sides.links.objects_first else ()
    joined = joined or any(c.name == "behind" and 0 <= c.span.start - other.end <= 1 for c in cues)
    view = sides.document.views[event.at.origin]
    to_him = event.body is None and sides.links.has_object(view.text, view.position(event.at.start))
    before = other.start < event.at.start and not (joined or to_him or sides.links.final)
    if not its or {c for c, _ in its} & {c for c, _ in own} or before:
        return event
    off = event.kind is None and any(c.name in ("cancel", "postpone") for c in event.cues)  # "his talks with B have been put off"
    score = event.score + (1.5 if own and sides.links.beside else 0.0)
    held_as = "bilateral_meeting" if off else event.held_as
    return replace(event, principals=(hero, other), sides=(*own, *event.sides), held_as=held_as, score=score)


def _met(event: Event, hero: Mention, sides: Sides) -> bool:
    """Whether those who meet are all whom a pronoun met: "she met A and B", behind the verb and joined."""
    links = sides.links
    behind = event.body is None and links.verbs_between and all(p.start >= event.at.end for p in event.principals)
    if (
        not behind
        or event.cues[0].name != "meet"
        or hero in event.principals
        or links.gap(sides.document, event.at.end, event.principals[0].start, event.at.origin) > NEXT
    ):
        return False
    view = sides.document.views[event.at.origin]
    joined = all(links.coordinated(view.text, view.position(p.start)) for p in event.principals[1:])
    own, theirs = sides.spoken_for(hero), {code for p in event.principals for code, _ in sides.spoken_for(p)}
    return joined and not {code for code, _ in own} & theirs and len(theirs) < 2


def _by_office(office: Mention, hero: Mention, sides: Sides) -> bool:
    """Whether somebody is called by the office alone that another was named with ("the prime minister also received ...")."""
    if office.label != "OFFICE" or office.rule.endswith((".dual", ".plural")):
        return False
    its, own = sides.spoken_for(office), sides.spoken_for(hero)
    return (not its or its[0][0] in dict(own)) and any(o.value == office.value for o in sides.document.in_span(hero.span, "OFFICE"))


def _visited(event: Event, sides: Sides) -> tuple[str, Ground] | None:
    """The country of the place that a report named last before those who met there, where somebody meets several on his way."""
    near = sides.document.sentences[max(0, event.sentence.index - WAY) : event.sentence.index + 1]
    cities = [c for s in near if s.kind == "body" for c in sides.document.in_span(s.span, "CITY") if c.start < event.principals[-1].end]
    code = side_of(cities[-1]) if cities else None
    return (code, cities[-1]) if code and code in countries() and code not in event.codes else None


def _known(event: Event) -> bool:
    """Whether an event only speaks again of talks told of before ("the audience"), so that those named with it may all be of one side."""
    return event.kind is None and event.body is not None and bool(event.body.value.definite)


def _both_lacking(event: Event, sides: Sides) -> bool:
    """Whether two people meet whose sides the report tells of neither."""
    people = [p for p in event.principals if p.label == "PERSON"]
    return len(people) == 2 == len(event.principals) and not event.codes and not event.attended and not any(map(sides.spoken_for, people))


def _of_both(event: Event, sides: Sides) -> bool:
    """Whether a sentence at the beginning that opens with a noun for both sides tells of talks that nobody else is named for: "both
    nations exchanged views at a meeting of ..."."""
    if not sides.links.beside or event.body is None or event.principals or event.codes or event.aside or not 0 < event.number <= OPENING:
        return False
    opening = Span(event.sentence.span.start, min(event.sentence.span.start + NEXT, event.at.start), event.at.origin)
    noun = (m for m in sides.document.in_span(event.sentence.span, "SIDES") if opening.start <= m.start <= opening.end)
    return event.kind in LOOSE and any(m.rule.endswith(".2") for m in noun)


def _lacking(event: Event, sides: Sides) -> bool:
    """Whether of those who meet one has no side that the report tells."""
    if len(event.principals) < 2 or not event.codes or event.attended:
        return False
    if event.kind in GATHERINGS and event.codes <= organisations().keys():
        return False  # at the summit of an organisation
    more = len(event.codes) == 1 or event.several or len(event.principals) > len(event.codes)
    return more and any(not sides.spoken_for(p) for p in event.principals[:2])

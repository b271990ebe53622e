"""Meetings that a report tells of beside the one that it is about."""

from __future__ import annotations

from jwgie.assembly.event import Event
from jwgie.assembly.parties import Sides
from jwgie.assembly.plans import to_come
from jwgie.assembly.scene_people import NEXT
from jwgie.assembly.speakers import last_name, side_of
from jwgie.document import Document, Span

#: The least score of a meeting beside the main one.
BESIDE = 4.5
#: Kinds of meetings of many, where two who are named beside one are two of those who come.
GATHERINGS = frozenset({"summit", "ministerial", "conference", "other"})
#: More meetings than this no report tells of one by one.
MOST = 40
#: Talks with so many others are told of by turns.
TURNS = 3


def beside(document: Document, main: Event, events: list[Event], sides: Sides) -> list[Event]:
    """Other meetings that the report tells of: named ones, coordinated with the main one or with an event of their own,
    and talks apart between two people who are both named."""
    found: list[Event] = []
    headline: set[str | None] = {e.kind for e in events if not e.number and e.named}
    named = {e.sentence.paragraph for e in events if e.number and e.named}
    for event in events:
        if event is main or event.aside or event.kind is None:
            continue
        told = _named_beside(document, main, event, headline, sides) or _talks_beside(document, main, event, named)
        if told and not any(same_meeting(f, event) for f in found):
            found.append(event)
    return found[: MOST - 1]


def _named_beside(document: Document, main: Event, event: Event, headline: set[str | None], sides: Sides) -> bool:
    if not event.named or event.body is None or not event.body.value.name or event.body.value.which:
        return False
    if event.kind == main.kind:  # another body of the same kind, of others
        others = not (event.codes <= main.codes or main.codes <= event.codes)
        return event.governed and ((min(len(event.codes), len(main.codes)) > 1 and others) or _of_other_subject(document, main, event))
    if event.sentence is main.sentence:
        between = [c for c in event.cues if main.at.end < c.span.start and c.span.end <= event.at.start]
        gap = sides.links.gap(document, main.at.end, event.at.start, event.at.origin)
        held = any(c.name == "hold" and c.tense == "past" for c in between)
        back = sides.links.gap(document, event.at.end, main.at.start, event.at.origin)
        counted = main.body is not None and main.body.value.ordinal is not None and not sides.links.verbs_last
        joined = sides.links.subjects_first and counted and event.at.end <= main.at.start and back <= NEXT
        return event.body.value.ordinal is not None and (joined or (event.at.start > main.at.end and (held or gap <= NEXT)))
    two = len(event.codes) > 1 or event.kind in headline or any(True for _ in document.in_span(event.body.span, "SIDES"))
    two = two or (event.body.value.ordinal is not None and _of_same(document, main, event))
    return two and event.governed and event.number > 0 and event.score >= BESIDE


def _of_other_subject(document: Document, main: Event, event: Event) -> bool:
    """Whether a body of the two of the main one is on something else: "the water committee ... the security committee of both"."""
    one, other = ({s.value for s in e.body.value.subjects} if e.body else set() for e in (main, event))
    both = any(True for _ in document.in_span(event.body.span, "SIDES")) if event.body else False
    return bool(one) and bool(other) and one.isdisjoint(other) and both and event.sentence is not main.sentence


def _of_same(document: Document, main: Event, event: Event) -> bool:
    """Whether the sentence of an event names the sides of the main one before it."""
    before = Span(event.sentence.span.start, event.at.start, event.at.origin)
    named = {side_of(m) for m in document.in_span(before, "COUNTRY", "NATIONALITY", "PERSON", "ORG")}
    return len(main.codes) > 1 and main.codes <= named


def body_beside(document: Document, main: Event, event: Event) -> bool:
    """Whether a report of talks tells later of a session of a body of the same two: numbered, and when or of whom."""
    if not event.named or event.aside or event.body is None or event.body.value.ordinal is None or event.body.value.which:
        return False
    both = not event.codes and len(main.codes) == 2
    own = event.kind not in GATHERINGS and _of_same(document, main, event)
    both = both and (any(True for _ in document.in_span(event.body.span, "SIDES")) or own)
    shared = bool(event.codes & main.codes) and (event.codes == main.codes or len(main.codes) == 2 == len(event.codes))
    same_day = any(c.name == "apart" for c in event.cues) and any(c.name == "hold" and c.tense == "past" for c in event.cues)
    return (event.governed or same_day) and event.number > main.number and (both or (len(event.codes) > 1 and shared))


def _talks_beside(document: Document, main: Event, event: Event, named: set[int]) -> bool:
    """Whether talks of two are told of in a paragraph of their own: `named` are those that tell of a body."""
    if event.named or len(event.principals) != 2 or not all(names_of(document, event)) or not event.number:
        return False
    if two_of_more(main, event):
        return True
    if any(c.name == "courtesy" for c in event.cues):
        return False  # beside a meeting that has a name
    alone = event.sentence.paragraph not in named
    apart = event.number == 1 != main.number or any(c.name == "apart" for c in event.cues) or event.margin
    held = any(c.name in ("meet", "hold", "discuss") and c.tense == "past" for c in event.cues)
    if event.with_whom:
        return event.sentence is not main.sentence
    return alone and apart and held and event.sentence is not main.sentence


def two_of_more(main: Event, event: Event) -> bool:
    """Whether two named people met of the more who met before or after."""
    if event.body is not None or not event.number or event.sentence is main.sentence or event.cues[0].name != "meet":
        return False
    return len(main.codes) > 2 and len(event.codes) == 2 and event.codes < main.codes and all(p.label == "PERSON" for p in event.principals)


def names_of(document: Document, event: Event) -> tuple[str, ...]:
    return tuple(last_name(document, p) for p in event.principals)


def same_meeting(one: Event, other: Event) -> bool:
    a, b = one.body, other.body
    if a and b:
        if b.value.which or (a.value.ordinal and b.value.ordinal and a.value.ordinal.value != b.value.ordinal.value):
            return False
        if one.named and other.named and one.kind != other.kind:
            return False
    return not one.codes or not other.codes or one.codes <= other.codes or other.codes <= one.codes


def around(event: Event, events: list[Event]) -> bool:
    """Whether a gathering of many is only where two met: "A met his counterpart B at the summit of the organisation"."""
    if event.kind not in ("summit", "conference") or event.body is None or any(p.label != "ORG" for p in event.body.value.parties):
        return False
    pairs = (e for e in events if e.sentence is event.sentence and e.body is None and not e.aside and e.cues[0].name == "meet")
    return any(len(e.principals) == 2 and e.principals[1].end <= event.at.start and e.at.end <= event.at.start for e in pairs)


def framing(event: Event, named: list[Event], sides: Sides) -> bool:
    """Whether a meeting only frames the one that the sentence told of before: "chaired the council's session within the summit"."""
    before = [e for e in named if e.sentence is event.sentence and e.at.end <= event.at.start and e.kind != event.kind]
    within = [c for c in event.cues if c.name == "during" and c.span.end <= event.at.start]
    links, document = sides.links, sides.document
    near = any(links.gap(document, c.span.end, event.at.start, event.at.origin) <= NEXT for c in within)
    return links.subjects_first and near and any(e.told and e.governed for e in before)


def in_turn(told: list[Event], home: frozenset[str], sides: Sides) -> Event | None:
    """The first of the talks of one with several others, of which a report tells by turns without announcing them."""
    if not sides.links.verbs_between or len(home) != 1:
        return None
    pairs = [e for e in told if e.number and e.told and len(e.principals) == 2 == len(e.codes) and not (e.past or e.attended or to_come(e))]
    return pairs[0] if len({e.codes for e in pairs}) >= TURNS else None

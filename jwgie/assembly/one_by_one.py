"""Several talks that one sentence tells of: whether somebody meets others one by one or all together, and what each talks are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from jwgie.assembly.parties import Sides
from jwgie.assembly.scene_people import ASIDE, NEXT
from jwgie.assembly.speakers import Ground
from jwgie.document import Mention, Span

if TYPE_CHECKING:
    from jwgie.assembly.event import Event
    from jwgie.assembly.scene import Scene

#: The rule of an office of several envoys.
ENVOYS = "offices.envoy.plural"


def one_by_one(scene: Scene, at: Span, principals: Sequence[Mention], body: Mention | None = None) -> bool:
    """Whether the first of some people, a single one, meets the others one by one: where a noun of several talks or a word
    for each says so, where "with" is said anew, or where they are the objects of a verb and nothing tells of one meeting."""
    if not principals:
        return False
    host, *guests = principals
    last = scene.sides.links.objects_first
    for guest in guests[:1] if not host.rule.endswith((".dual", ".plural")) else ():
        if guest.rule.endswith(".plural") and any(c.name == "each" and (last or scene.next_to(c.span, guest)) for c in scene.cues):
            return True  # "with several ministers"
        if last and guest.rule.endswith(".plural") and len(scene.sides.spoken_for(guest)) > 1 and host.label == "PERSON":
            return not any(c.name == "together" for c in scene.cues)  # "with the ministers of A and B": those of two states
    if not guests and scene.sides.links.subjects_first and _of_several(scene, at):
        return True
    if len(guests) < 2 and not (guests and len(scene.sides.spoken_for(guests[0])) > 1):
        return False
    if all(p.rule == "persons.joint" for p in principals):  # "the ministers of A, X; of B, Y; and of C, Z met"
        return False
    if body is None and scene.sides.links.verbs_between and guests[0].end <= at.start:
        return False  # "A, B and C met", "A and B met with C"
    if host.rule.endswith((".dual", ".plural")) or any(c.name == "together" for c in scene.cues):
        return False
    if scene.coordinated(guests[0]) or scene.sides.count(scene.sentence) > 2:
        return False
    many = body is not None and body.rule.endswith(".many")
    listed = scene.sides.links.verbs_between and all(p.end <= at.start for p in principals)
    if listed and not many and scene.coordinated(guests[-1]):  # "A, B and C met"
        return False
    if last and body is not None and body.rule.startswith("bodies.call"):
        return True  # a call is of two
    each = any(c.name == "each" and (c.span.start >= host.end or c.span.start >= at.end) for c in scene.cues)
    anew = any(scene.with_again(one, other) for one, other in pairwise(guests))
    together = guests[0].rule == ENVOYS  # ambassadors of several states are received at once
    return many or each or anew or (body is None and scene.after_with(guests[0]) is None and not together)


def _of_several(scene: Scene, at: Span) -> bool:
    """Whether a verb is done with several who are not named with it: "spoke with three of his counterparts"."""
    each = [c.span for c in scene.cues if c.name == "each" and 0 <= c.span.start - at.end <= ASIDE]
    peers = [c.span for c in scene.cues if c.name == "counterpart"]
    peers += [o.span for o in scene.document.in_span(scene.sentence.span, "OFFICE") if o.rule.endswith(".plural")]
    return any(0 <= peer.start - span.end <= NEXT for span in each for peer in peers)


def parted(events: Sequence[Event], sides: Sides) -> list[Event]:
    """The events, in which talks with several told of at once are one event each. Of a verb and a noun of several talks that
    tell of the same people one remains: the verb where the noun only sums up ("received A, B and C in separate meetings")."""
    nouns = [e for e in events if e.body is not None and e.many and e.number and not e.aside]
    doubles: set[int] = set()
    kinds = {}
    for noun in nouns:
        for verb in (e for e in events if e.body is None and e.sentence is noun.sentence and len(e.principals) > 1):
            if verb.at.end <= noun.at.start and all(p.end <= noun.at.start for p in verb.principals):
                doubles.add(id(noun))
                kinds[id(verb)] = noun.kind
            elif verb.principals == noun.principals:
                doubles.add(id(verb))
    first = next((e.number for e in events if e.many), None)
    doubles |= {id(e) for e in events if e.with_whom and (first is None or e.number <= first or len(e.principals) < 2)}
    found: list[Event] = []
    for event in (e for e in events if id(e) not in doubles):
        kind = kinds.get(id(event))
        event = replace(event, held_as=kind) if kind else event
        found += _parts(event, sides) if event.several and event.principals and event.number and not event.aside else [event]
    return found


def _parts(event: Event, sides: Sides) -> Iterator[Event]:
    host, *guests = event.principals
    pairs: list[tuple[Mention, str, Ground]] = []
    for guest in guests:
        last = [(pairs[-1][1], pairs[-1][2])] if pairs else [("", guest)]  # "with the Omani minister A and deputy minister B"
        pairs += [(guest, code, ground) for code, ground in sides.spoken_for(guest) or last]
    if len(pairs) < 2:
        yield event
        return
    theirs = {code for _, code, _ in pairs}
    own: list[tuple[str, Ground]] = [side for side in event.sides if side[0] not in theirs]
    for part, (guest, code, ground) in enumerate(pairs, 1):
        its = [(code, ground)] if code else []
        apart = tuple(other for other, theirs, _ in pairs if theirs == code and other is not guest)
        yield replace(event, principals=(host, guest), sides=(*own, *its), several=False, part=part, apart=apart)


def two_pairs(main: Event, event: Event) -> bool:
    """Whether one sentence tells of the talks of two pairs of states by their names ("the A-B talks and the A-C talks were held")."""
    bodies = [e.body for e in (main, event) if e.body is not None]
    return len(bodies) == 2 and all(len(b.value.parties) == 2 for b in bodies) and main.codes != event.codes and event.told

"""Talks that are calls, though the noun or the verb that tells of them says no such thing."""

from __future__ import annotations

from jwgie.assembly.cues import Cue
from jwgie.assembly.event import Event
from jwgie.assembly.scene_people import REACH_BACK
from jwgie.assembly.selection import OPENING, Cluster
from jwgie.document import Document, Span


def is_call(document: Document, cluster: Cluster, sides: int, cues: list[Cue]) -> bool:
    """Whether talks between some sides are a call, as the event that tells of them or another one says."""
    main = cluster.main
    if any(_by_phone(e, cues) or _as_call(e, main) for e in (main, *cluster.others)):
        return True
    if sides == 2 and len(main.principals) == 2 and _by_video(document, main):
        return True
    return any(_told_as_call(e, main) for e in cluster.others)


def _as_call(event: Event, main: Event) -> bool:
    """Whether what a verb told of is told again of the same two as a call ("A discussed ... with B in a telephone call"), or the next
    sentence says of talks that they were a call between those who were named."""
    if event.kind != "phone_call" or event.aside or event.number > OPENING:
        return False
    if main.body is None and main.cues[0].name == "discuss" and event.codes == main.codes:
        return True
    talks = main.body is None or main.body.rule.startswith("bodies.talks")
    return talks and event.number == main.number + 1 and event.of_both and not event.codes


def _by_video(document: Document, main: Event) -> bool:
    """Whether what tells of talks says that the two saw each other on screens."""
    modes = [r for r in document.relations_in(main.sentence.index) if r.name == "mode"]
    return bool(modes) and all("virtual" in r.arguments for r in modes)


def _by_phone(event: Event, cues: list[Cue]) -> bool:
    """Whether talks that were told of are said to have been by telephone ("the talks, which were held by telephone")."""
    if event.body is None or not event.body.value.definite or event.aside or event.number > OPENING:
        return False
    after = Span(event.at.end, min(event.at.end + REACH_BACK, event.sentence.span.end), event.at.origin)
    return any(c.name == "phone" and after.contains(c.span) for c in cues)


def _told_as_call(event: Event, main: Event) -> bool:
    """Whether the headline tells of talks as of a call, or the text does where it goes on with what was said ("during the call")."""
    call = event.kind == "phone_call" or (not event.number and any(c.name == "phone" for c in event.cues))
    during = event.number <= OPENING and any(c.name == "during_after" for c in event.cues)
    return call and (during or not event.number) and not event.aside and event.codes <= main.codes

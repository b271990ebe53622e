"""What a meeting is called, and the number of its round."""

from __future__ import annotations

from collections.abc import Sequence

from jwgie.assembly.cues import Cue
from jwgie.assembly.event import LOOSE, Event
from jwgie.assembly.scene_people import REACH_BACK
from jwgie.assembly.selection import OPENING, Cluster
from jwgie.document import Document, Mention, Span
from jwgie.record import Kind


def name_of(document: Document, cluster: Cluster, kind: Kind, final: bool) -> Span | None:
    """The name of the meeting: that of the mechanism within which it is held, where its own noun has none ("consultations
    within the trilateral mechanism"), else its own, from a phrase that does not speak of a round to come or past."""
    main = cluster.main
    if final and not main.named and kind not in LOOSE:  # talks of three or more by their sides and their level
        many = (e for e in (main, *cluster.others) if e.body and not e.aside and e.body.value.name and len(e.body.value.parties) > 2)
        return next((e.body.value.name for e in many if e.body), None)
    if not main.named or main.body is None or (main.held_as and ".own" in main.body.rule):  # "their fourth meeting"
        return None
    own: Span | None = main.body.value.name
    if own is not None and not main.body.value.subjects:  # "the Iraqi-Turkish committee ... the joint committee on water of both"
        told = (
            e for e in cluster.others if now(e, main) and e.codes == main.codes and e.body and e.body.value.subjects and _fuller(e, main)
        )
        own = max((e.body.value.name for e in told if e.body and len(e.body.value.name) > len(own)), key=len, default=own)
    if not main.number and not main.body.value.parties:  # a headline is short
        own = next((e.body.value.name for e in cluster.others if _fuller(e, main)), own)  # type: ignore[union-attr]
    if final and own is not None and not main.number:  # "2+2" of "the meeting of both ministers (2+2)"
        longer = (e.body.value.name for e in cluster.others if now(e, main) and e.named and e.body)
        own = next((n for n in longer if document.folded(own) in document.folded(n)), own)
    if final and not _with_sides(main):
        own = next((e.body.value.name for e in cluster.others if _fuller(e, main) and _with_sides(e)), own)  # type: ignore[union-attr]
    if main.body.value.which:
        own = next((e.body.value.name for e in cluster.others if now(e, main) and e.codes and e.body.value.name), own)  # type: ignore[union-attr]
    if main.body.rule.removesuffix(".many").endswith(("consultations", "summit", "session")):
        for other in document.in_span(main.sentence.span, "BODY"):
            if other.rule == "bodies.mechanism" and other.start > main.at.end and other.value.name:
                return other.value.name  # type: ignore[no-any-return]
    if not final and own is not None and main.kind == "summit" and len(document.slice(own).split()) < 2:  # "the summit" names nothing
        fuller = [e.body.value.name for e in cluster.others if e.kind == main.kind and not e.aside and e.body and e.body.value.name]
        own = max(fuller, key=len, default=own)
        own = own if len(document.slice(own).split()) > 1 else None
    return own


def now(event: Event, main: Event) -> bool:
    """Whether an event speaks of the round that the report is about."""
    return event.body is not None and event.kind == main.kind and not event.aside and not event.body.value.which and event.number > 0


def _with_sides(event: Event) -> bool:
    """Whether the name that an event gives tells its sides."""
    body = event.body
    return body is not None and body.value.name is not None and any(body.value.name.contains(p.span) for p in body.value.parties)


def _fuller(event: Event, main: Event) -> bool:
    """Whether an event names the meeting with its sides."""
    return event.named and not event.aside and event.kind == main.kind and len(event.body.value.parties) > 1  # type: ignore[union-attr]


def _of_same(event: Event, main: Event) -> bool:
    """Whether an event tells of the body that another is of, wherever in the report, and of no other round."""
    if event.aside or event.body is None or main.body is None or event.body.value.which:
        return False
    return event.body.rule == main.body.rule and event.kind in (None, main.kind) and (not event.codes or event.codes == main.codes)


def ordinal_of(document: Document, cluster: Cluster, cues: list[Cue]) -> Mention | None:
    """The number of the round: that of the phrase which names the meeting best, else of another of its kind or of "its"
    session, else one that counts it ("for the third time")."""
    main = cluster.main
    if main.body is not None and not main.body.value.which and main.body.value.ordinal is not None:
        return main.body.value.ordinal  # type: ignore[no-any-return]
    for event in (main, *(e for e in cluster.others if not e.aside and e.kind in (None, main.kind) and e.number <= OPENING)):
        counted = [c.span for c in cues if c.name == "nth" and event.sentence.span.contains(c.span)]
        for ordinal in document.in_span(event.sentence.span, "ORDINAL") if counted and not _since(document, counted, cues) else ():
            if any(0 <= ordinal.start - c.end <= 1 or 0 <= c.start - ordinal.end <= 1 for c in counted):
                return ordinal
    to = [e for e in cluster.events if e.aside and e.number == 1 and e.kind == main.kind and any(c.name == "attend_after" for c in e.cues)]
    for event in (*(e for e in cluster.events if not e.aside and e.number <= OPENING), *to):  # or that somebody came to attend
        if event.body is None or event.body.value.which or event.body.value.ordinal is None:
            continue
        if event.kind == main.kind or event.sentence is main.sentence or not event.number or event.possessive:
            return event.body.value.ordinal  # type: ignore[no-any-return]
    if main.body is None or not main.body.rule.startswith("bodies.commission"):
        return None
    later = [e.body.value.ordinal for e in cluster.events if _of_same(e, main) and e.body and e.body.value.ordinal]
    if len({ordinal.value for ordinal in later}) == 1:
        return later[0]  # type: ignore[no-any-return]
    organisations = [m.span for m in document.in_span(main.body.span, "ORG")]  # of the round that a committee prepares
    return next((o for o in document.in_span(main.body.span, "ORDINAL") if not any(s.contains(o.span) for s in organisations)), None)


def _since(document: Document, counted: Sequence[Span], cues: list[Cue]) -> bool:
    """Whether what counts a meeting goes on to say since or within when ("the first of its kind since 2014"): no round."""
    return any(c.name == "since" and 0 <= c.span.start - span.end <= REACH_BACK // 2 for span in counted for c in cues)

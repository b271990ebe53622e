"""Whether a meeting is held, scheduled, postponed or cancelled."""

from __future__ import annotations

from collections.abc import Sequence, Set

from jwgie.assembly.cues import Cue, cues_in
from jwgie.assembly.event import Event
from jwgie.assembly.links import Links
from jwgie.assembly.scene_people import REACH_BACK, ends_in
from jwgie.assembly.speakers import PAUSES, Ground
from jwgie.document import Document, Mention, Sentence, Span
from jwgie.record import Status

#: How many sentences of the text (beside the headline) may tell that a meeting is put off, or when it will be.
OPENING = 2


def status_of(document: Document, event: Event, cues: Sequence[Cue], clause: Set[str] = frozenset(),
              links: Links | None = None) -> tuple[Status, tuple[Ground, ...]]:  # fmt: skip
    """The status that the sentence of an event, the headline and the opening tell, with the words that do.

    Of the verbs the one that governs the event counts: the last before it, else the first after it. A present tense is
    the future where the date is to come. `clause`: the words that begin a clause of what is said, in which verbs are of something else;
    Where verbs come last it is the first after it.
    """
    own = event.sentence
    said = cues_in(cues, own.span)
    if event.body is None and event.cues[0].name == "meet":  # what somebody went somewhere to do was done
        said = [event.cues[0] if c.span == event.cues[0].span and c.name == "plan" else c for c in said]
    opening = [s for s in document.sentences if s.kind != "dateline"][: OPENING + 1]
    told = [*said, *(c for s in opening for c in cues_in(cues, s.span) if c not in said)]
    for status, name in (("cancelled", "cancel"), ("postponed", "postpone")):
        cue = next((c for c in told if c.name == name and (c in said or _of_meeting(document, c))), None)
        if cue is not None:
            return status, (cue.span,)  # type: ignore[return-value]
    if links is not None and links.final and (told_by := _final(document, event, said, links)) is not None:
        return told_by
    before = [c for c in said if c.span.end <= event.at.start or c.span == event.at]
    after = [c for c in said if 0 <= c.span.start - event.at.end <= REACH_BACK]
    if links is not None and links.verbs_last:
        around = (
            tuple(after) if links.final else (*(c for c in said if c.span == event.at or ends_in(c, event.at)), *after, *reversed(before))
        )
    else:
        around = (*reversed(before), *after)
    if not any(c.tense or c.name == "plan" for c in around):  # "the first round ... of the two countries ... will be held"
        around = tuple(c for c in said if c.span.start >= event.at.end and not _said(document, event, c, clause))
    verb = next((c for c in around if c.name in ("hold", "meet", "discuss", "speak") and c.tense), None)
    plan = next((c for c in around if c.name == "plan" or c.tense == "future"), None)
    past = verb is not None and verb.tense in ("past", "both")
    if plan is not None and not (past and verb is not None and around.index(verb) < around.index(plan)):
        return "scheduled", (plan.span,)
    if not past or any(c.span == verb.span and not c.tense for c in said if verb):  # a verb, or its noun: "has announced the holding"
        later = _to_come(document, [own, *opening], [c for s in (own, *opening) for c in cues_in(cues, s.span) if c.name == "coming"])
        if later is not None:
            return "scheduled", (later,)
    return "held", (verb.span,) if verb else (event.anchor,)


def _final(document: Document, event: Event, said: Sequence[Cue], links: Links) -> tuple[Status, tuple[Ground, ...]] | None:
    """The status that a sentence whose verbs come last tells by what stands right behind a phrase ("at the talks") and at its end: a
    clause that goes on behind a comma has the time of the last verb."""
    view = document.views[event.at.origin]
    start, end = view.position(event.at.end), view.range(event.sentence.span)[1]
    if links.within is not None and links.within.match(view.text, start, end):
        return "held", (event.anchor,)
    ends = links.coming.search(view.text, start, end) if links.coming is not None else None
    verb = next((c for c in said if c.span.start >= event.at.end and (c.tense or c.name == "plan")), None)
    if verb is not None and verb.name != "plan" and ends is not None and view.position(verb.span.start) >= ends.start():
        verb = None  # what is told, not what is held
    if ends is not None and verb is None and event.attends:
        return "scheduled", (view.span(ends.start(), ends.end()),)
    if ends is None or verb is None or verb.name == "plan" or ends.start() < view.position(verb.span.end):
        return None
    goes_on = view.text[view.position(verb.span.end) - 1 : view.position(verb.span.end) + 1]
    return ("scheduled", (view.span(ends.start(), ends.end()),)) if any(c in goes_on for c in PAUSES) else None


def _said(document: Document, event: Event, cue: Cue, clause: Set[str]) -> bool:
    """Whether a clause of what is said begins between an event and a cue after it ("said after a meeting that ...")."""
    view = document.views[cue.span.origin]
    between = view.text[view.position(event.at.end) : view.position(cue.span.start)].split()
    return not clause.isdisjoint(between)


def _of_meeting(document: Document, cue: Cue) -> bool:
    """Whether a phrase of a meeting follows a cue: it may be a visit that is put off."""
    sentence = document.sentence_of(cue.span)
    if sentence is None:
        return False
    rest = Span(cue.span.end, sentence.span.end, cue.span.origin)
    return any(body.start - rest.start <= REACH_BACK for body in document.in_span(rest, "BODY"))


def _to_come(document: Document, sentences: Sequence[Sentence], coming: Sequence[Cue]) -> Mention | None:
    """The first date of the first of some sentences that has any, if it is after the publication date or, where that is not
    known, says that it is to come. A day of the month in which a report appeared on an unknown day is."""
    for sentence in sentences:
        for date in document.in_span(sentence.span, "DATE"):
            if date.value is not None and document.published:
                return date if date.value.start > document.published else None
            if any(date.span.contains(c.span) for c in coming):
                return date
    return None

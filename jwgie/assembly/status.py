"""Whether a meeting is held, scheduled, postponed or cancelled."""

from __future__ import annotations

from collections.abc import Sequence

from jwgie.assembly.cues import Cue
from jwgie.assembly.events import Event
from jwgie.assembly.parties import Ground
from jwgie.document import Document, Span
from jwgie.record import Status

#: How many sentences of the text (and the headline) may tell that a meeting is put off.
OPENING = 2


def status_of(document: Document, event: Event, cues: Sequence[Cue]) -> tuple[Status, tuple[Ground, ...]]:
    """The status that the sentence of an event, the headline and the opening tell, with the words that do."""
    own = event.sentence.span
    said = [c for c in cues if own.contains(c.span)]
    opening = [s.span for s in document.sentences if s.kind != "dateline"][: OPENING + 1]
    told = [*said, *(c for c in cues if c not in said and any(s.contains(c.span) for s in opening))]
    for status, name in (("cancelled", "cancel"), ("postponed", "postpone")):
        cue = next((c for c in told if c.name == name), None)
        if cue is not None:
            return status, (cue.span,)  # type: ignore[return-value]
    at = event.anchor if isinstance(event.anchor, Span) else event.anchor.span
    before = [c for c in said if c.span.end <= at.start or c.span == at]
    after = [c for c in said if 0 <= c.span.start - at.end <= 40]
    verbs = [c for c in (*reversed(before), *after) if c.name in ("hold", "meet") and c.tense]
    plan = next((c for c in (*reversed(before), *after) if c.name == "plan" or c.tense == "future"), None)
    if plan is not None and not (verbs and verbs[0].tense in ("past", "both") and plan.span.start < verbs[0].span.start):
        return "scheduled", (plan.span,)
    later = _later(document, own)
    if later is not None and not (verbs and verbs[0].tense in ("past", "both")):
        return "scheduled", (later,)
    return "held", (verbs[0].span,) if verbs else (event.anchor,)


def _later(document: Document, span: Span) -> Ground | None:
    """A date in the sentence that is after the publication date."""
    if not document.published:
        return None
    for mention in document.in_span(span, "DATE"):
        # To the precision that both have: 2024-05-31 is not after 2024.
        if mention.value and mention.value.start[: len(document.published)] > document.published[: len(mention.value.start)]:
            return mention
    return None

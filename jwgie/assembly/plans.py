"""Whether events are to come, past, or dated before others."""

from __future__ import annotations

from datetime import date, timedelta

from jwgie.assembly.event import Event
from jwgie.assembly.scene_people import REACH
from jwgie.document import Document, Span

#: From this sentence on a report may come to what it only recalls.
LATE = 3


def before(document: Document, event: Event, main: Event) -> bool:
    """Whether talks are dated to a day before that of others."""
    one, other = _day(document, event), _day(document, main)
    return one is not None and other is not None and one < other


def _day(document: Document, event: Event) -> str | None:
    """The day of an event: the first after its verb or noun within reach in its sentence."""
    after = Span(event.at.end, min(event.at.end + REACH, event.sentence.span.end), event.at.origin)
    dates = [m.value for m in document.in_span(after, "DATE") if m.value is not None and m.value.grain == "day"]
    return dates[0].end if dates else None


def bygone(document: Document, event: Event) -> bool:
    """Whether a report comes late to what is dated to more than a month before it: it only recalls that."""
    if event.number < LATE or not document.published:
        return False
    after = Span(event.at.end, min(event.at.end + REACH, event.sentence.span.end), event.at.origin)
    dates = [m.value for m in document.in_span(after, "DATE") if m.value is not None]
    day = date.fromisoformat((document.published + "-01-01")[:10])
    return bool(dates) and dates[0].end + "-31" < (day - timedelta(days=31)).isoformat()


def planned(event: Event) -> bool:
    """Whether talks are only to come, of which a report tells at its beginning."""
    return event.number <= 1 and to_come(event)


def past(event: Event) -> bool:
    return not to_come(event) and any(c.tense == "past" for c in event.cues)


def to_come(event: Event) -> bool:
    if event.body is None and event.cues[0].tense in ("past", "both"):
        return False
    return any(c.name == "plan" or c.tense == "future" for c in event.cues)


def gone_to(event: Event) -> bool:
    """Whether a report begins by telling that somebody goes to a gathering or to a session of a body of two: what a report is about that
    tells of nothing else."""
    whose = event.named and (len(event.codes) > 1 or event.kind in ("summit", "ministerial", "other"))
    return bool(whose and event.codes and event.number <= 2 and any(c.name == "attend_after" for c in event.cues))

"""Reports whose words are those of meetings and that tell of none: a denial, an obituary, a comment, a match.

What a report is, is told by its opening, the headline and the first sentence of the text; a pack's cues say which words tell it.
"""

from __future__ import annotations

from collections.abc import Sequence

from jwgie.assembly.cues import Cue, cues_in
from jwgie.assembly.event import Event
from jwgie.assembly.links import Links
from jwgie.document import Document, Span

#: The sentences of the opening: the headline is 0.
OPENING = 1
#: So many words of sport are found in no report of a meeting.
MATCH = 4
#: What stands right before or behind a phrase in whose course, or after which, something else happens.
_ROUND = frozenset({"during", "during_after", "within_after", "aside", "aside_after", "apart"})


def about_none(document: Document, cues: Sequence[Cue], events: Sequence[Event], links: Links) -> bool:
    """Whether a report says at its beginning that it tells of no meeting."""
    names = {c.name for c in cues}
    if names.isdisjoint({"sport", "deny", "died", "comment"}):
        return False
    opening = [s for s in document.sentences if s.kind == "headline" or (s.kind == "body" and s.index <= _first(document))]
    there = {c.name for s in opening for c in cues_in(cues, s.span)}
    headline = {c.name for s in opening if s.kind == "headline" for c in cues_in(cues, s.span)}
    if "comment" in headline:
        return True
    early = [e for e in events if e.number <= OPENING]
    if "sport" in there and sum(c.name == "sport" for c in cues) >= MATCH and not any(_by_name(e) for e in early):
        return True
    if "died" in (headline or there) and not any(_tells(e) for e in early):
        return True
    denied = [e for e in early if _denied(document, e, cues, links)] if "deny" in there else []
    return bool(denied) and not any(_tells(e) for e in early if e not in denied)


def _first(document: Document) -> int:
    """The index of the first sentence of the text, behind the dateline."""
    return next((s.index for s in document.sentences if s.kind == "body"), -1)


def _tells(event: Event) -> bool:
    """Whether an event may be what a report is about."""
    return not event.aside and (event.told_of or bool(event.codes))


def _by_name(event: Event) -> bool:
    """Whether an event names two people who meet, as no match does."""
    return sum(p.label == "PERSON" and bool(p.value.name) for p in event.principals) > 1


def _denied(document: Document, event: Event, cues: Sequence[Cue], links: Links) -> bool:
    """Whether the sentence of an event denies it: the verb stands on the side of its object where verbs do."""
    near = cues_in(cues, event.sentence.span)
    at = event.at
    if any(c.name in _ROUND and (0 <= at.start - c.span.end <= 1 or 0 <= c.span.start - at.end <= 1) for c in near):
        return False
    deny = [c.span for c in near if c.name == "deny"]
    if any(span.end <= at.start and (not links.verbs_last or _clause(document, span, at, links)) for span in deny):
        return True
    return links.verbs_last and any(span.start >= at.end for span in deny)


def _clause(document: Document, verb: Span, at: Span, links: Links) -> bool:
    """Whether a phrase stands in a clause that a verb before it governs: "denied reports that"."""
    return not links.parting.isdisjoint(document.slice(Span(verb.end, at.start, at.origin)).split())

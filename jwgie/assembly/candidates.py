"""What a report may be about: its phrases of meetings, weighed by where they stand and by the words around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from jwgie.assembly.cues import Cue
from jwgie.document import Document, Mention, Sentence, Span
from jwgie.record import Status

#: How far (characters) a cue reaches forwards to a phrase, and a cue after a phrase backwards.
REACH, REACH_BACK = 90, 30


@dataclass(frozen=True, slots=True)
class Candidate:
    """A BODY mention, how much the report is about it, and what its surroundings say of its status."""

    mention: Mention
    sentence: Sentence
    score: float
    status: Status = "held"
    status_evidence: tuple[Span, ...] = ()


def candidates(document: Document, cues: list[Cue]) -> list[Candidate]:
    """All BODY mentions as candidates, in order."""
    found = []
    body_number = _numbers(document)
    starts = [_key(c.span) for c in cues]
    for mention in document.mentions:
        if mention.label != "BODY":
            continue
        sentence = document.sentence_of(mention.span)
        if sentence is None:
            continue
        first = bisect_left(starts, _key(sentence.span))
        last = bisect_right(starts, (sentence.span.origin == "text", sentence.span.end))
        found.append(_candidate(mention, sentence, cues[first:last], body_number[sentence.index]))
    return found


def _candidate(mention: Mention, sentence: Sentence, cues: list[Cue], number: int) -> Candidate:
    value = mention.value
    near = [c for c in cues if c.span.end <= mention.start and mention.start - c.span.end <= REACH]
    near_after = [c for c in cues if 0 <= c.span.start - mention.end <= REACH_BACK]
    aside = False
    if near:
        last = near[-1]
        gap = mention.start - last.span.end
        aside = (last.name == "aside" and gap <= 25) or (last.name == "create" and gap <= 4)
    score = 0.0
    if value.kind is not None:
        score += 1.0 if value.kind == "bilateral_meeting" else 3.0
    sides = {p.value if not hasattr(p.value, "country") else p.value.country for p in value.parties}
    score += 3.0 if len(sides) >= 2 else len(sides)
    score += 1.0 if value.ordinal else 0.0
    names = {c.name for c in (*near, *near_after)}
    if names & {"hold", "meet", "plan", "postpone", "cancel", "during"}:
        score += 2.0
    if aside or value.which == "previous":
        score -= 5.0
    if value.which == "next":
        score -= 2.0
    score += {0: 1.0, 1: 3.0, 2: 2.0, 3: 1.0}.get(number, -0.4 * (number - 3))
    status, evidence = _status(near, near_after)
    return Candidate(mention, sentence, score, status, evidence)


def _status(before: list[Cue], after: list[Cue]) -> tuple[Status, tuple[Span, ...]]:
    for name, status in (("cancel", "cancelled"), ("postpone", "postponed")):
        for cue in (*before, *after):
            if cue.name == name:
                return status, (cue.span,)  # type: ignore[return-value]
    for cue in (*before, *after):
        if cue.name == "plan" or cue.tense == "future":
            return "scheduled", (cue.span,)
    return "held", ()


def _key(span: Span) -> tuple[bool, int]:
    return (span.origin == "text", span.start)


def _numbers(document: Document) -> dict[int, int]:
    """The place of each sentence: 0 for the headline, then 1, 2 ... for those of the text; a dateline takes none."""
    numbers: dict[int, int] = {}
    count = 0
    for sentence in document.sentences:
        if sentence.kind == "body":
            count += 1
        numbers[sentence.index] = 0 if sentence.kind == "headline" else count
    return numbers

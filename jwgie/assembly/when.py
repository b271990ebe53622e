"""When a meeting was or will be held: which of the dates of a report is the meeting's, and on which day it falls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from jwgie.assembly.draft import Draft, EvidenceOrigin
from jwgie.assembly.meetings import Meeting
from jwgie.assembly.other_rounds import other_rounds
from jwgie.assembly.roles import told_in
from jwgie.document import Document, Mention, Relation, Sentence
from jwgie.languages import Pack
from jwgie.ner.dates_calendar import coarse, resolve
from jwgie.ner.dates_parts import Prefer, Reference
from jwgie.ner.values import DateValue
from jwgie.record import Status
from jwgie.spans import Spans

#: What speaks for and against a date being the meeting's, beside the weight of the ``held_on`` pattern that it fills.
#: A date needs `LEAST` in all.
SAID, OTHER, WRONG_TENSE, AGO, OLD, MOVED = -2.0, -4.0, -3.0, -3.0, -3.0, 6.0
#: A report tells of no meeting that lies further back than this (days).
OLDEST = 400
GRAIN = {"day": 0.0, "week": -0.5, "month": -1.0, "quarter": -2.0, "half": -2.0, "year": -3.0}
#: By the place of its sentence: where the meeting is named; else the first, the second, any later one.
NAMED = 3.5
PLACES = (3.0, 2.0, 0.5)
LEAST = 1.0
#: A line of fewer characters than this tells nothing: a by-line, a sub-heading.
SHORT = 25
#: So many days after it was written a report may be published.
LATE = 3
#: What the rules of patterns that tell of visits have in them, and how near (characters) to its days a visit is told.
VISIT, VISITED = ".visit", 8
#: A date without its year is never read as this far (days) in the past where it lies near in the future, or the other way round.
FAR = 270


def fill_when(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `date` of a meeting, with its evidence."""
    rounds = Spans(clause.span for clause in other_rounds(document, meeting, draft, pack))
    best = max(scored(document, meeting, rounds), key=lambda pair: pair[0], default=None)
    mention = best[1] if best is not None and best[0] >= LEAST else _same_day(document, meeting)
    if mention is None and meeting.around:
        fill_when(document, replace(meeting, sentences=meeting.around, around=()), draft, pack)
    if mention is None and draft.get("date") is None:
        told = told_in(document, "DATE", meeting.sentences, "DATE")
        mention = next((m for m in told if not rounds.contain(m.span) and fits(document, m, meeting.status)), None)
    if mention is None:
        return
    value = document.once(value_of, mention, meeting.status)
    if value is not None and value.grain == "day" and value.start == value.end:
        mention, value = _whole(document, meeting, mention, value)
    elif value is not None and value.grain != "day":
        mention, value = _exact(document, meeting, rounds, mention, value)
    if value is not None:
        start, end, sources = extended(document, meeting, mention, value)
        draft.set("date", date_tree(draft, start, end, sources, value.relative))
        published = document.published or ""
        if meeting.status == "held" and len(start) == len(published) and start > published:
            draft.set("status", "scheduled", *sources)  # whatever its verbs say: a day to come


def _same_day(document: Document, meeting: Meeting) -> Mention | None:
    """The day of what the report told before, where the meeting is said to fall on the same one."""
    held = document.once(_roles, "held_on")
    for relation in meeting.relations(document, "same_day"):
        before = [m for m in held if m.span.origin == relation.span.origin and m.span.end <= relation.span.start and m.value]
        if before:
            return max(before, key=lambda m: m.span.start)
    return None


def _whole(document: Document, meeting: Meeting, mention: Mention, value: DateValue) -> tuple[Mention, DateValue]:
    """The range of days that a day is one of, where the text gives it: "ended on the 26th; was held from the 24th to the 26th"."""
    of_else = document.once(_roles, "dated")
    for other in meeting.mentions(document, "DATE"):
        found = document.once(value_of, other, meeting.status) if other not in of_else else None
        if found and found.grain == "day" and found.start < found.end and found.start <= value.start <= found.end:
            if mention != other and _of_visit(document, other):
                continue
            return other, found
    return mention, value


def _of_visit(document: Document, mention: Mention) -> bool:
    """Whether days are those of a visit: of one told right behind or before them, and of no meeting."""
    if mention in document.once(_roles, "held_on"):
        return False
    near = (r.span for r in document.relations if VISIT in r.rule and r.span.origin == mention.span.origin)
    return any(0 <= span.start - mention.end <= VISITED or 0 <= mention.start - span.end <= VISITED for span in near)


def _exact(document: Document, meeting: Meeting, rounds: Spans, mention: Mention, value: DateValue) -> tuple[Mention, DateValue]:
    """The days, where the text names them too, of a longer stretch that the meeting is told to fall in: "next week ... on 12 May"."""
    held, said = (document.once(_roles, name) for name in ("held_on", "said_on"))
    days = [(score, m) for score, m in scored(document, meeting, rounds) if score >= LEAST and m in held and m not in said]
    for _, other in sorted(days, key=lambda pair: -pair[0]):
        found = document.once(value_of, other, meeting.status)
        if found and found.grain == "day" and value.start <= found.start and found.end <= _day(value.end, last=True).isoformat():
            return other, found
    return mention, value


def date_tree(draft: Draft, start: str, end: str, sources: list[Mention], relative: bool) -> dict[str, object]:
    """A date range whose two leaves have the mentions as evidence (of origin ``metadata`` where the reference resolved them)."""
    origin: EvidenceOrigin | None = "metadata" if relative and all(s.span.origin == "text" for s in sources) else None
    return {"start": draft.value(start, *sources, origin=origin), "end": draft.value(end, *sources, origin=origin)}


def scored(document: Document, meeting: Meeting, rounds: Spans) -> Iterator[tuple[float, Mention]]:
    """The dates in a meeting's sentences with what speaks for each; of equals, the first comes first. `rounds`: clauses of others."""
    cues = _Cues(document, meeting, rounds)
    place = 0
    named = named_in(document, meeting)
    for index in meeting.sentences:
        sentence = document.sentences[index]
        if sentence.kind == "dateline":
            continue
        base = 0.0 if sentence.kind != "body" else NAMED if index == named else PLACES[min(place, 2)]
        for mention in document.in_span(sentence.span, "DATE"):
            yield base + cues.weight(mention), mention
        place += tells(sentence)


def tells(sentence: Sentence) -> bool:
    """Whether a sentence tells anything: no headline, no dateline, no line as short as a by-line."""
    return sentence.kind == "body" and len(sentence.span) >= SHORT


class _Cues:
    """What the words around a date and its value say for or against it."""

    def __init__(self, document: Document, meeting: Meeting, rounds: Spans) -> None:
        self.document = document
        self.status = meeting.status
        self.rounds = rounds
        self.held, self.said, self.other, self.moved = (document.once(_roles, name) for name in ("held_on", "said_on", "dated", "moved_to"))

    def weight(self, mention: Mention) -> float:
        """The sum for one date."""
        total = self.held.get(mention, 0.0) + OTHER * (mention in self.other)
        # The day on which a meeting is called off is no day of it.
        total += (SAID if self.status in ("held", "scheduled") else OTHER) * (mention in self.said)
        total += MOVED * (mention in self.moved and self.status == "postponed")
        total += OTHER * self.rounds.contain(mention.span)
        value: DateValue | None = mention.value
        if value is None:
            return total
        total += OTHER * (value.relative and value.grain == "year" and value.start < value.end)  # "in the past two years"
        total += GRAIN[value.grain] + OLD * _old(self.document, value) + AGO * bool(value.parts and value.parts.start.unit)
        return total + WRONG_TENSE * (not fits(self.document, mention, self.status))


def named_in(document: Document, meeting: Meeting) -> int | None:
    """The sentence of the text (not of a headline) that names the meeting best."""
    for ground in (meeting.body, meeting.anchor):
        span = ground.span if isinstance(ground, Mention) else ground
        sentence = document.sentence_of(span) if span is not None else None
        if sentence is not None and sentence.kind == "body":
            return sentence.index
    return None


def _roles(document: Document, name: str) -> dict[Mention, float]:
    """The dates that fill relations of a name, with the weight of the pattern."""
    return {m: r.weight for r in document.relations if r.name == name and (m := r.mention("date")) is not None}


def value_of(document: Document, mention: Mention, status: Status) -> DateValue | None:
    """A date resolved in the tense of a meeting: what was held lies behind the day of publication, what is to be before it."""
    value: DateValue | None = mention.value
    if value is None or value.parts is None or not value.relative:
        return value
    prefer: Prefer = "past" if status == "held" and not _coming(document, mention) else "future"
    reference = Reference.parse(document.once(_written) or document.published)
    found = resolve(value.parts, reference, prefer) or value
    nearest = resolve(value.parts, reference, "nearest") or value
    if reference and abs((_day(found.start) - reference.last).days) > FAR and found != nearest:
        return nearest
    return found


def _written(document: Document) -> str | None:
    """The day that the dateline gives, if the report was published no more than a few days later: "today" is then that day."""
    published = Reference.parse(document.published)
    for sentence in document.sentences if published else ():
        for mention in document.in_span(sentence.span, "DATE") if sentence.kind == "dateline" else ():
            value: DateValue | None = mention.value
            if value is None or value.grain != "day" or value.start != value.end:
                continue
            days = (published.last - _day(value.start)).days  # type: ignore[union-attr]
            return value.start if 0 < days <= LATE else None
    return None


def _old(document: Document, value: DateValue) -> bool:
    reference = Reference.parse(document.published)
    return reference is not None and (reference.first - _day(value.end, last=True)).days > OLDEST


def _coming(document: Document, mention: Mention) -> bool:
    """Whether a bare weekday stands with a verb of the present: "opens on Saturday" is to come."""
    value = mention.value
    point = value.parts.start
    bare = point.weekday and point.day is None and point.shift is None and point.step is None
    return bool(bare) and mention in document.once(_roles, "coming")


def fits(document: Document, mention: Mention, status: Status) -> bool:
    """Whether a date may be that of a meeting that is held (or to be held)."""
    value = document.once(value_of, mention, status)
    reference = Reference.parse(document.published)
    if value is None or reference is None:
        return True
    if status == "held":
        return _day(value.start) <= reference.last or _coming(document, mention)
    return status == "cancelled" or _day(value.end, last=True) >= reference.first


def _day(text: str, last: bool = False) -> date:
    """The first (or last) day of an ISO 8601 date of any precision."""
    found = Reference.parse(text)
    assert found is not None, text
    return found.last if last else found.first


def extended(document: Document, meeting: Meeting, mention: Mention, value: DateValue) -> tuple[str, str, list[Mention]]:
    """Start and end, with the length of the meeting where the text gives it ("for two days", "until 31 August")."""
    start, end = coarse(value)
    if value.grain != "day" or start != end:
        return start, end, [mention]
    for relation in meeting.relations(document, "lasts"):
        until = relation.mention("until")
        if until is not None and until.value and until.value.grain == "day" and until.value.start > start:
            return start, until.value.end, [mention, until]
        days = _count(relation)
        if days:
            rest = timedelta(days=days - 1)
            if mention in document.once(_roles, "ended"):
                return (_day(start) - rest).isoformat(), end, [mention]
            return start, (_day(start) + rest).isoformat(), [mention]
    return start, end, [mention]


def _count(relation: Relation) -> int:
    if relation.role_span("two"):
        return 2
    count = relation.mention("count")
    return count.value if count is not None and 2 <= count.value <= 14 else 0

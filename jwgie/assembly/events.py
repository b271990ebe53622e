"""What a report may be about: its phrases of meetings and its verbs of meeting, weighed by where they stand and by the
words around them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from jwgie.assembly.cues import Cue
from jwgie.assembly.parties import Ground, Sides, side_of
from jwgie.document import Document, Mention, Sentence, Span
from jwgie.record import Kind

#: How far (characters) a cue reaches to a phrase after it and before it.
REACH, REACH_BACK = 120, 40
#: How far a cue that sets a phrase aside may stand before it, and one that must stand next to it.
ASIDE, NEXT = 25, 4
_VERBS = frozenset({"meet", "discuss", "speak"})
#: Kinds that need no name: talks as they come.
LOOSE = frozenset({"bilateral_meeting", "phone_call"})
#: Kinds that one country may hold alone.
ONE_SIDED = frozenset({"conference", "business_forum", "other"})
_HELD = frozenset({"hold", "meet", "discuss", "plan", "postpone", "cancel", "during"})


@dataclass(frozen=True, slots=True)
class Event:
    """One place where a report speaks of a meeting: a BODY mention, or a verb of meeting with its principals.

    `number` counts the sentences of the text from 1, the headline is 0. `aside`: mentioned in passing.
    """

    sentence: Sentence
    number: int
    score: float
    aside: bool
    body: Mention | None = None
    cues: tuple[Cue, ...] = ()
    principals: tuple[Mention, ...] = ()
    sides: tuple[tuple[str, Ground], ...] = ()

    @property
    def kind(self) -> Kind | None:
        """The kind that its own words tell."""
        if self.body is None:
            return "phone_call" if any(c.name == "phone" for c in self.cues) else "bilateral_meeting"
        return self.body.value.kind  # type: ignore[no-any-return]

    @property
    def many(self) -> bool:
        """Whether its noun means several meetings at once."""
        return self.body is not None and self.body.rule.endswith(".many")

    @property
    def possessive(self) -> bool:
        """Whether its noun has a possessive ("its fifth session"), and so means what was named before."""
        return self.body is not None and ".own" in self.body.rule

    @property
    def named(self) -> bool:
        """Whether it is more than talks: a body or a meeting with a name."""
        return self.kind is not None and self.kind not in LOOSE and not self.many

    @property
    def codes(self) -> frozenset[str]:
        """The sides it names."""
        return frozenset(code for code, _ in self.sides)

    @property
    def told(self) -> bool:
        """Whether words around it tell that it takes place."""
        return any(c.name in _HELD for c in self.cues)

    @property
    def at(self) -> Span:
        """Where it stands."""
        return self.body.span if self.body else self.cues[0].span

    @property
    def anchor(self) -> Ground:
        """The characters that speak of it."""
        return self.body or self.cues[0].span


def find_events(document: Document, cues: list[Cue], sides: Sides) -> list[Event]:
    """The events of a document, in order."""
    found: list[Event] = []
    number = 0
    cues = [c for c in cues if c.name not in ("locative", "coming")]
    starts = [_key(c.span) for c in cues]
    for sentence in document.sentences:
        if sentence.kind == "dateline":
            continue
        number += sentence.kind == "body"
        first = bisect_left(starts, _key(sentence.span))
        last = bisect_left(starts, (sentence.span.origin == "text", sentence.span.end))
        place = 0 if sentence.kind == "headline" else number
        found += _in_sentence(document, sentence, place, cues[first:last], sides)
    return found


def _in_sentence(document: Document, sentence: Sentence, number: int, cues: list[Cue], sides: Sides) -> Iterator[Event]:
    people = tuple(_people(document, sentence, sides))
    bodies = tuple(document.in_span(sentence.span, "BODY"))
    for body in bodies:
        yield _of_body(document, body, sentence, number, cues, people, sides)
    for cue in cues:
        if cue.name in _VERBS and not any(b.span.overlaps(cue.span) for b in bodies):
            event = _of_verb(document, cue, sentence, number, cues, people, sides)
            if event is not None:
                yield event


def _people(document: Document, sentence: Sentence, sides: Sides) -> Iterator[Mention]:
    """Those whom a sentence speaks of, each once; an office inside a person's description is his own unless it speaks for
    another side (the next one's, with no comma between)."""
    whole: Mention | None = None
    for mention in document.in_span(sentence.span, "PERSON", "OFFICE"):
        if whole is None or not whole.span.contains(mention.span):
            whole = mention
            yield mention
        elif mention.label == "OFFICE" and whole.label == "PERSON" and mention.start > whole.value.name.start:
            its, own = sides.person(mention), sides.person(whole)
            if its and own and its[0] != own[0]:
                yield mention


def _of_body(document: Document, body: Mention, sentence: Sentence, number: int, cues: list[Cue], people: tuple[Mention, ...],
             sides: Sides) -> Event:  # fmt: skip
    value = body.value
    before = [c for c in cues if c.span.end <= body.start and body.start - c.span.end <= REACH]
    after = [c for c in cues if 0 <= c.span.start - body.end <= REACH_BACK]
    aside = value.which == "previous" or _aside(body.span, cues)
    named: dict[str, Ground] = {}
    for party in value.parties:
        if code := side_of(party):
            named.setdefault(code, party)
    principals: tuple[Mention, ...] = ()
    if value.kind is None or value.kind in LOOSE:
        principals = _principals(document, people, body.span, sides, cues)
        named = {**dict(s for p in principals if (s := sides.person(p))), **named}
        if len(named) < 2 and len(principals) < 2:
            named = {**named, **dict(_group(document, sentence, body.span, cues))}
    held = any(c.name in _HELD for c in (*before, *after))
    score = _place(number) + (1.0 if value.ordinal else 0.0) + min(len(named), 2) * 1.5 + (2.0 if held else 0.0)
    score += 0.0 if value.kind is None else 1.0 if value.kind in LOOSE else 3.0
    if value.which == "next":
        score -= 2.0
    if value.kind in ONE_SIDED and not named:
        score -= 3.0
    if aside:
        score -= 5.0
    return Event(sentence, number, score, aside, body, (*before[-2:], *after[:2]), principals, tuple(named.items()))


def _of_verb(document: Document, cue: Cue, sentence: Sentence, number: int, cues: list[Cue], people: tuple[Mention, ...],
             sides: Sides) -> Event | None:  # fmt: skip
    phone = [c for c in cues if c.name == "phone" and abs(c.span.start - cue.span.end) <= REACH]
    if cue.name == "speak" and not phone:
        return None
    both = cue.tense == "both"
    principals = () if both else _principals(document, people, cue.span, sides, cues)
    if cue.name == "discuss" and len(principals) > 1 and not _joined(document, principals[1], cues):
        principals = ()
    named: dict[str, Ground] = dict(s for p in principals if (s := sides.person(p)))
    score = _place(number) + 3.0
    if len(principals) < 2:
        named = dict(_subjects(document, sentence, cue.span, 0 if both else ASIDE if cue.name == "discuss" else REACH))
        score -= 1.0
        if len(named) < 2:
            return None
    before = [c for c in cues if c.span.end <= cue.span.start and cue.span.start - c.span.end <= REACH]
    aside = _aside(cue.span, cues)
    score += min(len(named), 2) * 1.5 - (5.0 if aside else 0.0)
    return Event(sentence, number, score, aside, None, (cue, *phone[:1], *before[-2:]), principals, tuple(named.items()))


def _principals(document: Document, people: tuple[Mention, ...], at: Span, sides: Sides, cues: list[Cue]) -> tuple[Mention, ...]:
    """Those who meet: the one right before or else the first after a verb or a noun of meeting, then the one who is joined
    by "with" or else the next who speaks for another side, and those joined to him who speak for yet others."""
    before = [p for p in people if p.end <= at.start and at.start - p.end <= REACH]
    after = [p for p in people if p.start >= at.end]
    first = before[-1] if before and at.start - before[-1].end <= ASIDE else after[0] if after else None
    if first is None:
        return ()
    rest = [p for p in after if p is not first]
    with_him = next((p for p in rest if _joined(document, p, cues)), None)
    rest = rest[rest.index(with_him) :] if with_him else rest
    chosen = [first]
    told = {s[0] for p in chosen if (s := sides.person(p))}
    for other in rest:
        if len(chosen) > 1 and other.start - chosen[-1].end > NEXT:
            continue
        its = sides.person(other)
        if (its is None and len(chosen) > 1) or (its is not None and its[0] in told):
            continue
        chosen.append(other)
        if its:
            told.add(its[0])
    return tuple(chosen)


def _joined(document: Document, person: Mention, cues: list[Cue]) -> bool:
    """Whether a person is joined to the one before by "with" or, after a pause, by "and"."""
    if any(c.name == "with" and 0 <= person.start - c.span.end <= NEXT for c in cues):
        return True
    view = document.views[person.span.origin]
    start = view.position(person.start)
    return start > 1 and view.text[start - 1].isalpha() and not view.text[start - 2].isalnum()


def _group(document: Document, sentence: Sentence, at: Span, cues: list[Cue]) -> Iterator[tuple[str, Ground]]:
    """The organisation whose ministers or leaders meet: "عقد وزراء الخارجية العرب اجتماعا"."""
    for cue in cues:
        if cue.name in ("leaders", "ministers") and cue.span.end <= at.start:
            for mention in document.in_span(sentence.span, "ORG", "NATIONALITY"):
                code = side_of(mention)
                if code is not None and len(code) > 2 and 0 <= mention.start - cue.span.end <= REACH_BACK and mention.end <= at.start:
                    yield code, mention


def _subjects(document: Document, sentence: Sentence, at: Span, reach: int) -> Iterator[tuple[str, Ground]]:
    """The countries and organisations named right around a verb of meeting: "بحثت مصر والهند"."""
    for mention in document.in_span(sentence.span, "COUNTRY", "NATIONALITY", "ORG"):
        if -REACH_BACK <= mention.start - at.end <= reach and (code := side_of(mention)) is not None:
            yield code, mention


def _aside(span: Span, cues: list[Cue]) -> bool:
    """Whether a cue right before a phrase sets it aside, also one that another stands between ("present there to attend"),
    or it stands between the two words of a pluperfect."""
    before = [c for c in cues if c.span.end <= span.start and span.start - c.span.end <= REACH]
    start = span.start
    for cue in reversed(before):
        gap = start - cue.span.end
        if cue.name == "was" and gap <= NEXT:
            after = [c for c in cues if 0 <= c.span.start - span.end <= REACH]
            return any(c.name == "had" for c in after) or any(c.name == "hold" and c.span.start - span.end <= NEXT for c in after[:1])
        if (cue.name == "aside" and gap <= ASIDE) or (cue.name == "create" and gap <= NEXT and start == span.start):
            return True
        if cue.name not in ("plan", "attend", "during") or gap > ASIDE:
            return False
        start = cue.span.start
    return False


def _place(number: int) -> float:
    return {0: 1.0, 1: 3.0, 2: 2.0, 3: 1.0}.get(number, max(-0.4 * (number - 3), -4.0))


def _key(span: Span) -> tuple[bool, int]:
    return (span.origin == "text", span.start)

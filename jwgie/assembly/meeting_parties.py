"""The parties of a meeting: whom its phrases name, who hosts and attends it, and who stands out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jwgie.assembly.cues import Cue, cues_in, passing
from jwgie.assembly.event import Event
from jwgie.assembly.holders import represented
from jwgie.assembly.parties import Sides
from jwgie.assembly.scene_objects import LINK
from jwgie.assembly.scene_people import ASIDE, REACH_BACK
from jwgie.assembly.speakers import Ground, side_of
from jwgie.document import Document, Mention, Sentence, Span
from jwgie.knowledge import countries, organisations

#: Kinds of meetings that may have many parties.
_MANY = frozenset({"summit", "ministerial", "conference", "other", "joint_working_group"})
#: Kinds of meetings that an organisation's states hold by themselves.
_OF_STATES = frozenset({"summit", "ministerial", "other"})
#: Kinds of meetings that two sides hold even where only "the two sides" are told of.
_OF_TWO = frozenset({
    "joint_working_group", "joint_commission", "political_consultations", "dialogue", "coordination_council", "bilateral_meeting",
    "phone_call",
})  # fmt: skip
#: Kinds of meetings of many, and the ranks of those who speak there for their sides.
_GATHERINGS = frozenset({"summit", "ministerial", "conference"})
_SPEAKERS = frozenset({
    "president", "king", "emir", "sultan", "crown_prince", "minister", "chancellor", "commissioner", "secretary_general", "leader",
    "high_representative", "deputy", "adviser",
})  # fmt: skip
#: How far (characters) after a verb of hosting or attending its subject may begin.
SUBJECT = 20


def parties_of(sides: Sides, main: Event, events: Sequence[Event], cues: Sequence[Cue],
               sentences: frozenset[int], other: frozenset[str]) -> dict[str, list[Ground]]:  # fmt: skip
    """The parties of a meeting, in order of mention, with their grounds: those that its phrases name; of a session of
    organisations and of many states also who hosts and attends it; where that leaves fewer than two, who stands out."""
    parties: dict[str, list[Ground]] = {}
    for code, ground in main.sides:
        parties.setdefault(code, []).append(ground)
    if main.named and not parties:
        for code, mention in _listed(sides, main):
            parties.setdefault(code, []).append(mention)
    if main.named and main.told and not parties:
        near = sides.document.sentences[main.sentence.index : main.sentence.index + 2]
        told = {c: m for s in reversed(near) for c, m in represented(sides.document, s, main.at).items()}
        for code, mention in told.items() if len(told) > 1 else ():
            parties.setdefault(code, []).append(mention)
    for event in events:
        if not main.named and event.kind in _GATHERINGS and event.codes <= organisations().keys():
            continue  # talks at the summit of an organisation
        digest = len(event.codes) > 2 and (event.many or event.several) and len(main.principals) < 3  # what sums up talks of two
        if len(parties) < 2 and not event.aside and not digest and (main.named or event.sentence is main.sentence or not event.number):
            for code, ground in event.sides:
                parties.setdefault(code, []).append(ground)
    if not parties and main.kind not in _OF_TWO | _GATHERINGS:
        return {}
    unnamed = main.kind in _GATHERINGS and len(main.principals) < 2 and len(main.codes) < 2 and not main.codes & organisations().keys()
    unnamed = unnamed and (len(parties) < 2 or any(c.name in ("leaders", "ministers") for c in cues_in(cues, main.sentence.span)))
    pair = sum(p.label == "PERSON" for p in main.principals) == 2
    two = (sides.links.final or main.part > 0) and pair and len(main.codes) == 2  # whatever else their sentence counts
    around = cues_in(cues, main.sentence.span)
    many = main.kind in _MANY or any(
        not two and c.name in ("leaders", "ministers") and not (pair and (c.span.end < main.at.start or passing(around, c.span, main.at)))
        for c in around
    )
    if many or (main.named and len(parties) < 2):
        several = not many or (main.body is not None and len({side_of(p) for p in main.body.value.parties}) > 1)
        own = [e.body for e in events if e.body and not e.aside]
        for code, ground in _attending(sides, cues, sentences, own, lists_only=several):
            parties.setdefault(code, []).append(ground)
        if unnamed and sum(code in countries() for code in parties) < 3:
            for code, ground in _speakers(sides, sentences):
                parties.setdefault(code, []).append(ground)
        if sum(len(code) == 2 for code in parties) > 2:  # "Arab", where the Arab states are listed
            for code in [c for c, grounds in parties.items() if len(c) > 2 and all(_adjective(g) for g in grounds)]:
                del parties[code]
    if len(parties) == 1 and not main.named:
        found = next((side for side in sides.joined(frozenset(parties)) if side[0] not in other), None)
        if found is not None:
            parties[found[0]] = [found[1]]
    wanted = max(len(main.principals), 2 if two or (main.named and len(main.codes) > 1) else sides.count(main.sentence))
    if (
        len(parties) < wanted
        and (main.named or parties or len(main.principals) > 1)
        and ((main.named and main.kind in _OF_TWO) or sides.two(None if main.named else main.sentence))
    ):
        if main.kind in _OF_STATES and main.named and not main.principals and any(code in organisations() for code in parties):
            return parties  # an organisation's own session
        if sides.links.final and regional(sides.document, main):
            return parties  # with a region
        if not parties and other:  # the sides are those of other talks
            return parties
        for code, grounds in sides.likely(but=other | frozenset(parties)):
            if len(parties) < wanted and (main.named or code in countries()):
                parties[code] = grounds[:1]
    return parties


def regional(document: Document, event: Event) -> bool:
    """Whether the phrase of an event names a region as one of those who meet ("the Japan-Mekong summit")."""
    return event.named and event.body is not None and any(True for _ in document.in_span(event.body.span, "REGION"))


def _listed(sides: Sides, main: Event) -> list[tuple[str, Mention]]:
    """The first list of three or more countries in the sentence that tells of a meeting, not inside the phrase of another."""
    run: list[tuple[str, Mention]] = []
    for code, mention in _outside(sides, main.sentence, [main.body] if main.body else []):
        if mention.label != "COUNTRY":
            continue
        if run and sides.gap(run[-1][1].end, mention) > LINK:
            if len(run) > 2:
                break
            run = []
        run.append((code, mention))
    return run if len({code for code, _ in run}) > 2 else []


def _speakers(sides: Sides, sentences: frozenset[int]) -> Iterator[tuple[str, Mention]]:
    """The sides for whom people speak by their office in the sentences that tell of a gathering whose members are not listed."""
    document = sides.document
    for sentence in (document.sentences[i] for i in sorted(sentences)):
        for person in document.in_span(sentence.span, "PERSON") if sentence.kind == "body" else ():
            ranks = {office.value for office in document.in_span(person.span, "OFFICE")}
            if (code := side_of(person)) is not None and ranks & _SPEAKERS:
                yield code, person


def _adjective(ground: Ground) -> bool:
    return isinstance(ground, Mention) and ground.label == "NATIONALITY"


def _outside(sides: Sides, sentence: Sentence, own: Sequence[Mention]) -> Iterator[tuple[str, Mention]]:
    """The sides that a sentence names, without those inside the phrase of a body that is another or whose sides they are not."""
    bodies = list(sides.document.in_span(sentence.span, "BODY"))
    people = list(sides.document.in_span(sentence.span, "PERSON"))
    for code, mention in sides.named_in(sentence):
        around = [b for b in bodies if b.span.contains(mention.span)]
        if sides.links.final and mention.label == "COUNTRY" and sides.placed(mention):
            continue
        if mention.label == "ORG" and any(p.span.contains(mention.span) and p.value.party for p in people):
            continue  # of somebody of another side: the head of its bureau in a country
        if all(b in own and mention in b.value.parties for b in around):
            yield code, mention


def _near(named: list[tuple[str, Mention]], cue: Cue, last: bool) -> list[tuple[str, Mention]]:
    """Those of the sides of a sentence that a word of attending may be said of: all after it, and those before it where it
    follows them at once ("A, B and C took part") or they are a list of three or more. Where verbs come `last`, whom one hosts
    stands before, too."""
    before = [(code, m) for code, m in named if m.end <= cue.span.start]
    listed = {code for code, m in before if m.label == "COUNTRY"}
    if before and (len(listed) < 3 or (cue.name == "host" and not last)) and cue.span.start - before[-1][1].end > SUBJECT:
        return named[len(before) :]
    return named


def _neighbours(sides: Sides, one: Mention, other: Mention) -> bool:
    """Whether two mentions stand side by side in a list."""
    first, second = sorted((one, other), key=lambda m: m.start)
    return 0 <= sides.gap(first.end, second) <= LINK


def _own(document: Document, cue: Cue, bodies: Sequence[Mention]) -> bool:
    """Whether a word of hosting or attending is said of none but some bodies: not of another right before it."""
    before = document.in_span(Span(max(0, cue.span.start - REACH_BACK), cue.span.start, cue.span.origin), "BODY")
    return all(b in bodies for b in before)


def _attending(sides: Sides, cues: Sequence[Cue], sentences: frozenset[int], own: Sequence[Mention], *,
               lists_only: bool) -> Iterator[tuple[str, Ground]]:  # fmt: skip
    """Who hosts and attends, by sentences that tell of it: all countries where three or more are listed; else, unless
    only lists count, those for whom named people speak and the country right after the verb."""
    for sentence in (sides.document.sentences[i] for i in sorted(sentences)):
        if sentence.kind == "dateline":
            continue
        told = [c for c in cues_in(cues, sentence.span) if c.name in ("attend", "host") and _own(sides.document, c, own)]
        if not told:
            continue
        named = _near(list(_outside(sides, sentence, own)), told[0], sides.links.objects_first)
        if len({code for code, m in named if m.label == "COUNTRY"}) >= 3:
            offices = [o.span for o in sides.document.in_span(sentence.span, "OFFICE")]
            for i, (code, m) in enumerate(named):
                near = (other for _, other in named[max(0, i - 1) : i + 2] if other is not m)
                if m.label == "COUNTRY" and sides.placed(m) and not any(_neighbours(sides, m, other) for other in near):
                    continue  # where what they talk about is
                beside = any(c.name == "aside" and 0 <= m.start - c.span.end <= ASIDE for c in cues_in(cues, sentence.span))
                own_name = m.label in ("COUNTRY", "PERSON") or (m.label == "ORG" and not (beside or sides.placed(m)))
                if own_name or any(office.contains(m.span) for office in offices):
                    yield code, m
        elif not lists_only:
            yield from ((code, m) for code, m in named if m.label == "PERSON")
            for cue in told:
                end, reach = cue.span.end, SUBJECT
                for code, m in named:
                    if m.label == "COUNTRY" and end <= m.start and sides.gap(end, m) <= reach:
                        yield code, m
                        end, reach = m.end, LINK

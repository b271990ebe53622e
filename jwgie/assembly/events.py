"""What a report may be about: its phrases of meetings and its verbs of meeting, weighed by where they stand and by the
words around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jwgie.assembly import holders
from jwgie.assembly.body_event import of_body
from jwgie.assembly.cues import Cue, cues_in, undertaken
from jwgie.assembly.event import VERBS, Event, place
from jwgie.assembly.one_by_one import one_by_one
from jwgie.assembly.parties import Sides
from jwgie.assembly.scene import Scene
from jwgie.assembly.scene_final import FinalScene
from jwgie.assembly.scene_pairs import met_both
from jwgie.assembly.scene_people import ASIDE, NEXT, REACH, REACH_BACK
from jwgie.assembly.speakers import Ground
from jwgie.document import Document, Mention, Sentence
from jwgie.knowledge import countries

#: In this many sentences of a report those who faced the press together are told to have met.
PRESS = 2


def find_events(document: Document, cues: list[Cue], sides: Sides) -> list[Event]:
    """The events of a document, in order."""
    found: list[Event] = []
    number = 0
    cues = [c for c in cues if c.name not in ("locative", "locative_after", "coming")]
    for sentence in document.sentences:
        if sentence.kind == "dateline":
            continue
        number += sentence.kind == "body"
        stands = 0 if sentence.kind == "headline" else number
        found += _in_sentence(scene_of(document, sentence, stands, cues, sides))
    return [_settled(event, found) for event in found]


def scene_of(document: Document, sentence: Sentence, number: int, cues: list[Cue], sides: Sides) -> Scene:
    """A sentence as a scene; `number` is 0 for the headline, else counts the sentences of the text."""
    kind = FinalScene if sides.links.final else Scene
    return kind(document, sentence, number, undertaken(cues_in(cues, sentence.span)), sides)


def _settled(event: Event, events: list[Event]) -> Event:
    """An event of which a pluperfect tells: one in passing where another is told of before it, else the report's own."""
    if event.body is not None or not event.past:
        return event
    told = any(e.told and e.told_of and not (e.aside or e.past) and 0 < e.number < event.number for e in events)
    return replace(event, aside=True, score=event.score - 5.0) if told else replace(event, past=False)


def _in_sentence(scene: Scene) -> Iterator[Event]:
    bodies = tuple(b for b in scene.document.in_span(scene.sentence.span, "BODY") if not scene.verb(b))
    for body in bodies:
        yield of_body(scene, body)
    for cue in scene.cues:
        if cue.name in ("greet", "praise") and scene.greets(cue):
            cue = cue._replace(name="meet")
        if (cue.name == "exchange" and scene.exchanged(cue)) or (cue.name == "trade" and scene.views(cue)):
            cue = cue._replace(name="discuss")
        if cue.name == "plan" and (tense := scene.goes_for(cue.span)) and scene.document.folded(cue.span) in scene.sides.links.purposes:
            cue = cue._replace(name="meet", tense=tense)
        if cue.name in VERBS and not any(b.span.overlaps(cue.span) or scene.subject_of(b, cue) for b in bodies):
            event = _of_verb(scene, cue)
            if event is not None:
                yield event
    if scene.number:
        yield from _of_with(scene)


def _of_with(scene: Scene) -> Iterator[Event]:
    """Talks told by whom they were with alone: "With the president of A, then with the king of B, he ..."."""
    for person, mark in scene.topics():
        theirs = scene.sides.spoken_for(person)
        if theirs:
            cues = (Cue(mark, "with", ""),)
            yield Event(scene.sentence, scene.number, place(scene.number) + 4.5, False, None, cues, (person,), tuple(theirs))
    cue = next((c for c in scene.cues if c.name == "with" and c.span.start - scene.sentence.span.start <= 1), None)
    whom = next((p for p in scene.people if cue and scene.next_to(cue.span, p)), None)
    while cue and whom and (theirs := scene.sides.spoken_for(whom)):
        yield Event(scene.sentence, scene.number, place(scene.number) + 4.5, False, None, (cue,), (whom,), tuple(theirs))
        again = next((p for p in scene.people if p.start > whom.end and scene.with_again(whom, p)), None)
        cue = next((c for c in scene.cues if again and c.name == "with" and scene.next_to(c.span, again)), None)
        whom = again


def _together(scene: Scene, cue: Cue, principals: tuple[Mention, ...]) -> bool:
    """Whether two did together, at the beginning of a report, what those do who have met: faced the press, signed what they agreed on."""
    if scene.number > PRESS or len(principals) < 2:
        return False
    if cue.tense:  # signing: right around them, a document
        near = any(scene.next_to(cue.span, p) or 0 <= cue.span.start - p.end <= NEXT for p in principals)
        if not near or not any(True for _ in scene.document.in_span(scene.sentence.span, "DOCUMENT")):
            return False
    if scene.after_with(principals[1]) is not None:
        return True
    two = len(principals) == 2 and all(p.label == "PERSON" for p in principals)
    return bool(cue.tense) and two and principals[1].value.counterpart and scene.coordinated(principals[1])


def _of_two(scene: Scene, office: Mention) -> bool:
    """Whether an office of several people is that of two states (of more where the verb follows its subject), right before its verb:
    "the home secretaries of A and B reviewed"."""
    links = scene.sides.links
    several = office.rule.endswith((".dual", ".plural")) and (links.objects_first or links.verbs_between)
    theirs = len([code for code, _ in scene.sides.spoken_for(office) if code in countries()])
    return several and (theirs == 2 or (theirs > 2 and links.verbs_between))


def _of_verb(scene: Scene, cue: Cue) -> Event | None:
    phone = [c for c in scene.cues if c.name == "phone" and abs(c.span.start - cue.span.end) <= REACH]
    spoken = None if phone or cue.name != "speak" else scene.sides.links.spoken
    if (cue.name == "speak" and not phone and not (spoken and scene.spoken_with(cue))) or (cue.name == "discuss" and scene.passive(cue)):
        return None
    if any(c.name == "welcome" and -ASIDE <= c.span.start - cue.span.end <= REACH_BACK for c in scene.cues):
        return None
    if not cue.tense and any(c.name == "arrive" and c.span.end <= cue.span.start for c in scene.cues):
        return None  # "A arrived, and those who received him were ..."
    both = cue.tense == "both" or scene.of_both(cue)
    told_of = () if both else scene.told_of(cue)
    principals = () if both else told_of or scene.principals(cue.span, transitive=cue.name == "meet")
    if cue.name == "meet" and any(c.span == cue.span for c in phone) and not scene.rung_up(cue, principals):
        return None
    if phone and not scene.sides.links.objects_first and (rung := scene.rung_by(principals)) is not None:
        principals = (rung, *principals)
    if cue.name == "discuss" and len(principals) > 1 and not (told_of or scene.joined(principals[1])):
        principals = ()
    if cue.name == "discuss" and scene.sides.links.final and len(principals) < 2:
        return None
    if cue.name == "discuss" and cue.tense == "future" and scene.sides.links.press and all(p.label == "OFFICE" for p in principals):
        principals = ()  # what is to come for those who are named elsewhere is a visit
    if cue.name == "press" and not _together(scene, cue, principals):
        return None
    named: dict[str, Ground] = dict(s for p in principals for s in scene.sides.spoken_for(p))
    weak = cue.name == "press" or (cue.name == "discuss" and scene.sides.links.final)
    score = place(scene.number) + (2.0 if weak else 3.0)
    if len(principals) < 2:
        about = dict(holders.subjects(scene, cue.span, 0 if both else ASIDE if cue.name == "discuss" else REACH))
        if len(about) < 2 and cue.name == "meet" and cue.tense == "past" and scene.sides.links.verbs_between:
            about = dict(holders.teams(scene, cue.span)) or about
        score -= 1.0
        if len(about) > 1:
            named = named if len(named) > 1 and scene.sides.links.subjects_first else about
        elif not (principals and named) and cue.name == "meet" and met_both(scene, cue):
            named, principals = {}, ()
        elif not principals or not named or not (cue.name == "meet" or scene.joined(principals[0]) or _of_two(scene, principals[0])):
            return None
    past = scene.before_that(cue)
    aside = scene.aside(cue.span)
    score += min(len(named), 2) * 1.5 - (5.0 if aside else 0.0)
    before = scene.before(cue.span)
    several = len(principals) > 1 and len(scene.sides.spoken_for(principals[1])) > 1 and not scene.number
    several = several or (scene.number > 0 and one_by_one(scene, cue.span, principals))
    courtesy = [c for c in scene.cues if c.name == "courtesy" and c.span.overlaps(cue.span)]
    cues = (cue, *phone[:1], *courtesy[:1], *before[-2:])
    margin = scene.margin(cue.span)
    return Event(scene.sentence, scene.number, score, aside, None, cues, principals, tuple(named.items()), several, held_as=spoken,
                 margin=margin, past=past, guests=scene.guests(principals))  # fmt: skip

"""Two who meet in languages whose subjects stand before their verbs, where the words between them and a verb or a noun are many."""

from __future__ import annotations

from collections.abc import Sequence

from jwgie.assembly.cues import Cue
from jwgie.assembly.scene_people import ASIDE, NEXT, OPENING, PeopleScene
from jwgie.document import Mention, Span


def held_behind(scene: PeopleScene, at: Span, principals: Sequence[Mention]) -> Cue | None:
    """The verb of holding right behind those whom a noun joins, in a language whose subjects stand first: "the meeting of A and B was
    held"."""
    if not scene.sides.links.verbs_between or not principals or principals[0].start < at.end:
        return None
    if len(principals) < 2 and not (_opens(scene, at) and _joined(scene, principals)):  # "the meeting with B was", A being named before
        return None
    end = max(p.end for p in principals)
    gap = scene.sides.links.gap
    near = (c for c in scene.cues if c.name == "hold" and c.tense and c.span.start >= end)
    return next((c for c in near if gap(scene.document, end, c.span.start, at.origin) <= ASIDE), None)


def spoken_to(scene: PeopleScene, at: Span) -> tuple[Mention, ...]:
    """The two of whom one did something to the other in talks, in a language with its verb between them: "A told B at a meeting"."""
    links = scene.sides.links
    before = [p for p in scene.people if p.end <= at.start and p.label == "PERSON"]
    if not links.verbs_between or len(before) != 2 or scene.coordinated(before[1]):
        return ()
    if not any(c.name == "during" and 0 <= links.gap(scene.document, c.span.end, at.start, at.origin) <= 1 for c in scene.cues):
        return ()
    verb = links.gap(scene.document, before[0].end, scene.begin(before[1]), at.origin)
    near = links.gap(scene.document, before[1].end, at.start, at.origin) <= ASIDE
    one, other = ({code for code, _ in scene.sides.spoken_for(p)} for p in before)
    return tuple(before) if near and NEXT < verb <= OPENING and one and other and one.isdisjoint(other) else ()


def met_both(scene: PeopleScene, cue: Cue) -> bool:
    """Whether the subject right before a verb of meeting is a noun for two who were named before ("the two ministers met")."""
    if not scene.sides.links.verbs_between or cue.tense == "future":
        return False
    nouns = (m for m in scene.document.in_span(scene.sentence.span, "SIDES") if m.rule.endswith(".2") and m.end <= cue.span.start)
    return any(scene.sides.links.gap(scene.document, m.end, cue.span.start, cue.span.origin) <= NEXT for m in nouns)


def with_whom(scene: PeopleScene, at: Span, principals: Sequence[Mention]) -> bool:
    """Whether a noun of talks that opens its sentence tells whom one who was named before had them with, and that they took place:
    "the talks with B were on trade", "during the talks with B"."""
    if not scene.sides.links.verbs_between or len(principals) != 1 or principals[0].start < at.end or not _joined(scene, principals):
        return False
    if _opens(scene, at):
        return held_behind(scene, at, principals) is not None
    course = (c for c in scene.cues if c.name == "during" and c.span.start - scene.sentence.span.start <= NEXT)
    return any(0 <= scene.sides.links.gap(scene.document, c.span.end, at.start, at.origin) <= NEXT for c in course)


def _opens(scene: PeopleScene, at: Span) -> bool:
    return at.start - scene.sentence.span.start <= NEXT


def _joined(scene: PeopleScene, principals: Sequence[Mention]) -> bool:
    """Whether "with", alone or in the words of a meeting, stands right before somebody."""
    noun = any(c.name == "meet" and not c.tense and scene.next_to(c.span, principals[0]) for c in scene.cues)
    return noun or scene.after_with(principals[0]) is not None

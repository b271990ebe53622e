"""Who meets whom in languages whose verbs stand behind subject and object alike, marked by what follows each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jwgie.assembly.speakers import PAUSES
from jwgie.document import Mention, Span

if TYPE_CHECKING:
    from jwgie.assembly.scene_people import PeopleScene

#: How far apart the members of a list are.
LINK = 5
#: How far behind a noun of meeting the one may stand with whom it was.
NEXT_TO = 3
#: Families of nouns of gatherings, on whose occasion two of those who came meet.
GATHERINGS = ("bodies.summit", "bodies.conference")
#: Rules of nouns of talks of two.
TALKS = frozenset({"bodies.talks", "bodies.call", "bodies.session"})
#: So many sentences back the one may be named whom a pronoun means.
BACK = 2


def before_verb(scene: PeopleScene, at: Span) -> tuple[Mention, ...]:
    """Those who meet where all stand before the verb: whom no postposition marks, else whom the sentence began with, and those
    who are marked as joined; of several unmarked the first is the subject, the others are joined to him."""
    at = _verb_of(scene, at)
    view = scene.document.views[at.origin]
    parting = scene.sides.links.parting
    people = [p for p in scene.people if p.end <= at.start and not scene.sides.speaks_for_others(p)]
    people = [p for p in people if parting.isdisjoint(view.text[view.position(p.end) : view.position(at.start)].split())]
    verbs = (c.span.end for c in scene.cues if c.tense and c.name in ("meet", "hold", "discuss", "speak") and c.span.end <= at.start)
    begin = max(verbs, default=0)
    marks = {c.span.start for c in scene.cues if c.name == "behind"}
    bodies = [b.span for b in scene.document.in_span(Span(scene.sentence.span.start, at.start, at.origin), "BODY")]
    people = [p for p in people if not any(b.contains(p.span) for b in bodies)]
    passing = {m.span for r in scene.document.relations_in(scene.sentence.index) if r.name == "aside" and (m := r.mention("person"))}
    people = [p for p in people if p.span not in passing or p.value.counterpart] if len(people) > 2 else people
    near = [p for p in people if p.start >= begin]
    marked = [i for i, p in enumerate(near) if not marks.isdisjoint(range(p.end, p.end + 3))]
    for i in reversed(marked):  # a list, of which the last is marked
        while i and i - 1 not in marked and _in_list(scene, near[i - 1], near[i]):
            i -= 1
            if not any(j not in marked for j in range(i)):
                break
            marked.append(i)
    joined = [near[i] for i in sorted(marked)]
    free = [p for i, p in enumerate(near) if i not in marked] or [p for p in people[:1] if p not in joined[:1]]
    each = any(c.name == "each" for c in scene.cues) or any(b.span == at and b.rule.endswith(".many") for b in _bodies(scene, at))
    if len(joined) == 1 and len(free) > 1 and each and _in_list(scene, free[-2], free[-1]):  # "A and B each met C"
        free, joined = joined, free
    listed = bool(joined) and len(free) == 1 and free[0] in near and _in_list(scene, free[0], joined[0])
    if joined and (listed or not free) and (he := _he(scene, (free or joined)[0], joined[-1])) is not None:
        free, joined = [he], [*free, *joined]  # "he met A and B"
    chosen: list[Mention] = []
    told: set[str] = set()
    for person in (*free[:1], *joined) if joined else free:
        its = {code for code, _ in scene.sides.spoken_for(person)}
        if person not in chosen and not (its and its <= told) and (its or len(chosen) < 2):
            chosen.append(person)
            told |= its
    return tuple(chosen)


def _he(scene: PeopleScene, other: Mention, last: Mention) -> Mention | None:
    """The one whom a pronoun before somebody means as the subject, or who is not named again: with whom the sentence before begins.
    `last`: the last of those whom he met."""
    links = scene.sides.links
    view = scene.document.views[other.span.origin]
    start, end = view.position(scene.sentence.span.start), view.position(other.start)
    if links.he is None or scene.number < 2:
        return None
    if links.he.search(view.text, start, end) is None and not _dropped(scene, start, view.range(last.span)[1], view.text):
        return None
    for sentence in reversed(scene.document.sentences[max(0, scene.sentence.index - BACK) : scene.sentence.index]):
        if sentence.kind == "body" and (person := next(scene.document.in_span(sentence.span, "PERSON"), None)) is not None:
            return person if not scene.sides.speaks_for_others(person) else None
    return None


def _dropped(scene: PeopleScene, start: int, end: int, text: str) -> bool:
    """Whether a clause has a verb that demands a marked subject, and has none: somebody who was named before is meant."""
    links = scene.sides.links
    if links.dropped is None or links.marker is None or links.dropped.match(text, end) is None:
        return False
    return links.marker.search(text, start, end) is None


def _bodies(scene: PeopleScene, at: Span) -> tuple[Mention, ...]:
    return tuple(scene.document.in_span(at, "BODY"))


def _in_list(scene: PeopleScene, one: Mention, other: Mention) -> bool:
    """Whether a conjunction or a comma alone joins a person to the one before."""
    if scene.sides.gap(one.end, other) > LINK:
        return False
    view = scene.document.views[other.span.origin]
    between = view.text[view.position(one.end) : view.position(other.start)].strip()
    return scene.coordinated(other) or (bool(between) and set(between) <= PAUSES)


def _verb_of(scene: PeopleScene, at: Span) -> Span:
    """A noun of meeting, or the verb behind it where the one whom somebody met is named between them: "the meeting of A with B took
    place"."""
    bodies = _bodies(scene, at)
    if not any(b.span == at for b in bodies):
        return at
    behind = [p for p in scene.people if p.start >= at.end]
    if not behind or behind[0].start - at.end > NEXT_TO:
        return at
    for verb in (c.span for c in scene.cues if c.name in ("hold", "meet") and c.tense and c.span.start > behind[0].end):
        last = [p for p in behind if p.end <= verb.start][-1]
        marked = any(c.name == "behind" and 0 <= c.span.start - last.end <= 1 and verb.start - c.span.end <= LINK for c in scene.cues)
        return verb if marked else at
    return at


def others_meet(scene: PeopleScene, span: Span) -> bool:
    """Whether two people of a sentence meet within what a phrase of no two sides speaks of: "at the session, A met B"."""
    body = next(scene.document.in_span(span, "BODY"), None)
    parties = {m.value for m in body.value.parties} if body is not None else set()
    if len([p for p in scene.people if p.start > span.end]) < 2 or len([code for code in parties if len(str(code)) == 2]) > 1:
        return False
    return any(c.name == "meet" and c.tense and c.span.start > span.end for c in scene.cues)


def two_meet(scene: PeopleScene, span: Span) -> bool:
    """Whether one who is named before a gathering meets one who is named behind it: "A met, in the course of the summit, B"."""
    body = next((b for b in scene.document.in_span(span, "BODY") if b.span == span), None)
    if body is None or not body.rule.startswith(GATHERINGS) or not any(p.end <= span.start for p in scene.people):
        return False
    marks = (c for c in scene.cues if c.name in ("during_after", "within_after") and 0 <= c.span.start - span.end <= 1)
    talks = (b for b in scene.document.in_span(Span(span.end, scene.sentence.span.end, span.origin), "BODY") if b.rule in TALKS)
    at = next((b.start for b in talks), None) if next(marks, None) is not None else None
    if at is None or any(c.tense and span.end <= c.span.start and c.span.end <= at for c in scene.cues):
        return False
    return any(span.end <= p.start and p.end <= at and p.label == "PERSON" for p in scene.people)

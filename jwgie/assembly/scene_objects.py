"""Who meets whom in languages whose verbs stand behind subject and object alike, marked by what follows each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jwgie.document import Mention, Span

if TYPE_CHECKING:
    from jwgie.assembly.scene import Scene

#: How far apart the members of a list are.
LINK = 5
#: The rule of an office whose holder only speaks for others.
SPOKESMAN = "offices.spokesman"


def before_verb(scene: Scene, at: Span) -> tuple[Mention, ...]:
    """Those who meet where all stand before the verb: whom no postposition marks, else whom the sentence began with, and those
    who are marked as joined; of several unmarked the first is the subject, the others are joined to him."""
    view = scene.document.views[at.origin]
    parting = scene.sides.links.parting
    people = [p for p in scene.people if p.end <= at.start and not p.rule.startswith(SPOKESMAN) and not _spokesman(scene, p)]
    people = [p for p in people if parting.isdisjoint(view.text[view.position(p.end) : view.position(at.start)].split())]
    verbs = (c.span.end for c in scene.cues if c.tense and c.name in ("meet", "hold", "discuss", "speak") and c.span.end <= at.start)
    begin = max(verbs, default=0)
    marks = {c.span.start for c in scene.cues if c.name == "behind"}
    bodies = [b.span for b in scene.document.in_span(Span(scene.sentence.span.start, at.start, at.origin), "BODY")]
    people = [p for p in people if not any(b.contains(p.span) for b in bodies)]
    near = [p for p in people if p.start >= begin]
    marked = [i for i, p in enumerate(near) if not marks.isdisjoint(range(p.end, p.end + 3))]
    for i in reversed(marked):  # a list, of which the last is marked
        while i and i - 1 not in marked and scene.sides.gap(near[i - 1].end, near[i]) <= LINK and scene.coordinated(near[i]):
            i -= 1
            if not any(j not in marked for j in range(i)):
                break
            marked.append(i)
    free = [p for i, p in enumerate(near) if i not in marked] or people[:1]
    joined = [near[i] for i in sorted(marked)]
    chosen: list[Mention] = []
    told: set[str] = set()
    for person in (*free[:1], *joined) if joined else free:
        its = {code for code, _ in scene.sides.spoken_for(person)}
        if person not in chosen and not (its and its <= told) and (its or len(chosen) < 2):
            chosen.append(person)
            told |= its
    return tuple(chosen)


def _spokesman(scene: Scene, person: Mention) -> bool:
    """Whether somebody only speaks for others by office."""
    return any(o.rule.startswith(SPOKESMAN) for o in scene.document.in_span(person.span, "OFFICE"))


def others_meet(scene: Scene, span: Span) -> bool:
    """Whether two people of a sentence meet within what a phrase of no two sides speaks of: "at the session, A met B"."""
    body = next(scene.document.in_span(span, "BODY"), None)
    parties = {m.value for m in body.value.parties} if body is not None else set()
    if len([p for p in scene.people if p.start > span.end]) < 2 or len([code for code in parties if len(str(code)) == 2]) > 1:
        return False
    return any(c.name == "meet" and c.tense and c.span.start > span.end for c in scene.cues)

"""Counterparts of several states of whom a sentence names the states alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jwgie.document import Mention, Span

if TYPE_CHECKING:
    from jwgie.assembly.scene_people import PeopleScene

#: How far apart a noun of counterparts and their states, and these, may stand.
NEXT = 4
#: The most letters of a pronoun that tells whose counterparts are meant.
OWN = 5


def peers_of(scene: PeopleScene) -> Iterator[Mention]:
    """Counterparts of several states who are not named: "met his counterparts from A, B and C", an office of several people."""
    if not scene.sides.links.subjects_first or not scene.sides.links.words:
        return
    named = [p.span for p in scene.document.in_span(scene.sentence.span, "PERSON", "OFFICE")]
    for cue in scene.cues:
        if cue.name != "counterpart" or any(span.contains(cue.span) for span in named):
            continue
        end, count = cue.span.end, 0
        behind = Span(end, scene.sentence.span.end, cue.span.origin)
        for state in scene.document.in_span(behind, "COUNTRY", "NATIONALITY"):
            if scene.sides.gap(end, state) > NEXT or any(span.contains(state.span) for span in named):
                break
            end, count = state.end, count + 1
        if count > 1:
            yield Mention("OFFICE", Span(_begin(scene, cue.span), end, cue.span.origin), "minister", "offices.peer.plural")


def _begin(scene: PeopleScene, peers: Span) -> int:
    """Where a noun of counterparts begins, with the pronoun before it."""
    view = scene.document.views[peers.origin]
    word = view.text[: view.position(peers.start)].rpartition(" ")[0].rpartition(" ")[2]
    start = peers.start - len(word) - 1
    joins = any(c.span.start <= start < c.span.end for c in scene.cues)
    return start if word.isalpha() and len(word) <= OWN and not joins and start >= scene.sentence.span.start else peers.start

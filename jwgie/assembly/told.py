"""The meeting of a report in which the rules see none, where a model says that a sentence tells of one.

The model says which sentence, the kind and status of the meeting, and which of those that the sentence names are its sides.
"""

from __future__ import annotations

from jwgie.assembly.event import HELD, ONE_SIDED, VERBS
from jwgie.assembly.events import scene_of
from jwgie.assembly.meetings import Meeting, cues_and_sides
from jwgie.assembly.parties import Sides
from jwgie.assembly.roles import fill_parties, playing
from jwgie.assembly.scene import Scene
from jwgie.assembly.speakers import Ground
from jwgie.document import Document, Mention, Sentence, Span
from jwgie.languages import Pack

#: How many characters may stand between neighbours.
NEXT = 2


def told_meetings(document: Document, pack: Pack) -> list[Meeting]:
    """The meeting of the sentence that tells of one most surely; none where no sentence does, or nobody is named as meeting."""
    telling = list(document.labelled("TOLD"))
    if not telling:
        return []
    cues, sides = document.once(cues_and_sides, pack)
    for mention in sorted(telling, key=lambda m: -m.value.score):
        sentence = document.sentence_of(mention.span)
        if sentence is None or _unreal(scene_of(document, sentence, sentence.index, cues, sides)):
            continue
        meeting = _meeting(document, mention, sentence, sides)
        if meeting:
            return [meeting]
    return []


def _unreal(told: Scene) -> bool:
    """Whether the rules read of a meeting in a sentence that it is denied, wished for or offered: by a verb of denial anywhere in it, by
    words that make all that is behind them no event ("would not mind | holding"), or as `Scene.unreal` has it."""
    held = [cue.span.start for cue in told.cues if cue.name in HELD]
    asides = [cue.span.end for cue in told.cues if cue.name == "aside"]
    only_aside = held and all(any(0 <= start - end <= NEXT for end in asides) for start in held)
    if only_aside or any(cue.name == "deny" for cue in told.cues):
        return True
    spans = [b.span for b in told.document.in_span(told.sentence.span, "BODY")]
    for cue in told.cues:
        if cue.name in VERBS or cue.name == "plan":  # "ready | to meet", "ready to | meet": it may stand before the whole or within
            behind = min(cue.span.end + 1, told.sentence.span.end)
            spans += cue.span, Span(behind, behind, cue.span.origin)
    return any(map(told.unreal, spans))


def _meeting(document: Document, told: Mention, sentence: Sentence, sides: Sides) -> Meeting | None:
    kind = told.value.kind
    parties: dict[str, list[Ground]] = {}
    fill_parties(parties, sides, sentence, kind)
    if len(parties) < (1 if kind in ONE_SIDED and any(len(code) > 2 for code in parties) else 2):
        return None
    bodies = tuple(document.in_span(sentence.span, "BODY"))
    body = next((b for b in bodies if b.value.name and b.value.kind == kind), None)
    return Meeting(
        kind,
        told.span,
        tuple(s.index for s in document.sentences if s.kind != "dateline"),
        (told,),
        body,
        (body,) if body else (),
        parties,
        tuple(playing(document, "HEAD", sentence, "PERSON")),
        told.value.status,
        (told,),
        body.value.ordinal if body else None,
        body.value.name if body else None,
    )

"""The meeting of a report in which the rules see none, where a model says that a sentence tells of one.

The model says which sentence, the kind and status of the meeting, and which of those that the sentence names are its sides.
"""

from __future__ import annotations

from jwgie.assembly.event import ONE_SIDED
from jwgie.assembly.meetings import Meeting, cues_and_sides
from jwgie.assembly.parties import Sides
from jwgie.assembly.roles import fill_parties, playing
from jwgie.assembly.speakers import Ground
from jwgie.document import Document, Mention, Sentence
from jwgie.languages import Pack


def told_meetings(document: Document, pack: Pack) -> list[Meeting]:
    """The meeting of the sentence that tells of one most surely; none where no sentence does, or nobody is named as meeting."""
    telling = list(document.labelled("TOLD"))
    if not telling:
        return []
    _, sides = document.once(cues_and_sides, pack)
    for mention in sorted(telling, key=lambda m: -m.value.score):
        sentence = document.sentence_of(mention.span)
        meeting = _meeting(document, mention, sentence, sides) if sentence else None
        if meeting:
            return [meeting]
    return []


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

"""The meeting of a report in which the rules see none, where a model says that a sentence tells of one.

The model says which sentence, and the kind and status of the meeting; whose it is, the people and countries of that sentence say.
"""

from __future__ import annotations

from collections.abc import Iterator

from jwgie.assembly.cues import find_cues
from jwgie.assembly.event import LOOSE, ONE_SIDED
from jwgie.assembly.homes import agencies
from jwgie.assembly.links import links
from jwgie.assembly.meetings import Meeting
from jwgie.assembly.parties import Sides
from jwgie.assembly.speakers import Ground
from jwgie.assembly.voices import institutions, offices
from jwgie.document import Document, Mention, Sentence
from jwgie.languages import Pack

#: What can be a principal of talks.
_PEOPLE = ("PERSON", "OFFICE")


def told_meetings(document: Document, pack: Pack) -> list[Meeting]:
    """The meeting of the sentence that tells of one most surely; none where no sentence does, or nobody is named as meeting."""
    telling = list(document.labelled("TOLD"))
    if not telling:
        return []
    sides = Sides(document, list(find_cues(document, pack)), agencies(pack), links(pack), institutions(pack), offices(pack))
    for mention in sorted(telling, key=lambda m: -m.value.score):
        sentence = document.sentence_of(mention.span)
        meeting = _meeting(document, mention, sentence, sides) if sentence else None
        if meeting:
            return [meeting]
    return []


def _meeting(document: Document, told: Mention, sentence: Sentence, sides: Sides) -> Meeting | None:
    kind = told.value.kind
    parties: dict[str, list[Ground]] = {}
    principals: dict[str, Mention] = {}
    most = 2 if kind in LOOSE else 20
    for person in document.in_span(sentence.span, *_PEOPLE):
        for code, ground in sides.spoken_for(person):
            if len(parties) < most or code in parties:
                parties.setdefault(code, []).append(ground)
                principals.setdefault(code, person)
    for code, ground in (*_countries(sentence, sides), *sides.headline):
        if len(parties) < most:
            parties.setdefault(code, []).append(ground)
    if len(parties) < 2:
        for code, grounds in sides.likely(but=parties.keys()):
            if len(parties) < 2:
                parties[code] = list(grounds)
    if len(parties) < (1 if kind in ONE_SIDED and any(len(code) > 2 for code in parties) else 2):
        return None
    sentences = tuple(s.index for s in document.sentences if s.kind != "dateline")
    bodies = tuple(document.in_span(sentence.span, "BODY"))
    body = next((b for b in bodies if b.value.name and b.value.kind == kind), None)
    return Meeting(
        kind,
        told.span,
        sentences,
        (told,),
        body,
        (body,) if body else (),
        parties,
        tuple(principals.values()),
        told.value.status,
        (told,),
        body.value.ordinal if body else None,
        body.value.name if body else None,
    )


def _countries(sentence: Sentence, sides: Sides) -> Iterator[tuple[str, Mention]]:
    """The countries and organisations that a sentence names otherwise than as a place."""
    for code, mention in sides.named_in(sentence):
        if mention.label != "CITY" and not sides.placed(mention):
            yield code, mention

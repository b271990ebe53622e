"""What a model says of mentions: which are the sides, people, places and dates of the meeting. It fills what the rules leave open.

Mentions are credited to the model where they count for what it says of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jwgie.assembly.event import LOOSE
from jwgie.assembly.parties import Sides
from jwgie.assembly.speakers import Ground, side_of
from jwgie.document import Document, Mention, Sentence, Span
from jwgie.record import Kind

#: Labels of the mentions that name a side.
_SIDES = ("COUNTRY", "NATIONALITY", "ORG", "CITY")
#: How many sides talks have, and the most that another meeting of which only a model tells has.
_TWO, _MANY = 2, 20
#: The sentences after the one that tells of a meeting in which its other side may be named.
_NEAR = 2


def bare(mention: Mention) -> Span:
    """What of a mention has a role: of a person the name, unless it is told elsewhere (of a short name, the full one)."""
    name = mention.value.name if mention.label == "PERSON" else mention.span
    return name if mention.span.contains(name) else mention.span


def playing(document: Document, role: str, sentence: Sentence, *labels: str) -> Iterator[Mention]:
    """The mentions of some labels in a sentence that have a role; of a person the name has it."""
    told = [m for m in document.in_span(sentence.span, "ROLE") if m.value.role == role]
    for mention in document.in_span(sentence.span, *labels) if told else ():
        span = bare(mention)
        for other in told:
            if other.span.overlaps(span):
                yield mention._replace(recogniser=other.recogniser)
                break


def told_in(document: Document, role: str, sentences: Iterable[int], *labels: str) -> Iterator[Mention]:
    """The same in some sentences, by their indices, without datelines."""
    for sentence in (document.sentences[i] for i in sentences):
        if sentence.kind != "dateline":
            yield from playing(document, role, sentence, *labels)


def fill_parties(parties: dict[str, list[Ground]], sides: Sides, sentence: Sentence, kind: Kind) -> None:
    """Adds the sides that a sentence names by their role, or by that of the people who speak for them; where these are not two, those that
    the headline and the next sentences name."""
    document = sides.document
    most = _TWO if kind in LOOSE else _MANY
    titles = [s for s in document.sentences if s.kind == "headline"]
    later = [s for s in document.sentences[sentence.index + 1 : sentence.index + 1 + _NEAR] if s.kind == "body"]
    found: list[tuple[str, Mention]] = []
    for place in (sentence, *titles, *later):
        if place is sentence or len(parties.keys() | {code for code, _ in found}) < _TWO:
            found += _sides(sides, place)
    strength = document.once(_strength)
    codes = sorted({code for code, _ in found} - parties.keys(), key=lambda code: (-strength.get(code, 0.0), code))
    chosen = {*parties, *codes[: max(0, most - len(parties))]}
    for code, ground in found:
        if code in chosen:
            parties.setdefault(code, []).append(ground)


def _strength(document: Document) -> dict[str, float]:
    """How surely each side is one of the meeting, by all that a report says of it."""
    total: dict[str, float] = {}
    for role in document.labelled("ROLE"):
        for mention in document.in_span(role.span, *_SIDES) if role.value.role == "PARTY" else ():
            if (code := side_of(mention)) is not None:
                total[code] = total.get(code, 0.0) + role.value.score
    return total


def _sides(sides: Sides, sentence: Sentence) -> Iterable[tuple[str, Mention]]:
    """The sides of a sentence by role, in order."""
    document = sides.document
    found = [(code, m) for m in playing(document, "PARTY", sentence, *_SIDES) if (code := side_of(m))]
    for person in playing(document, "HEAD", sentence, "PERSON"):
        side = sides.person(person)
        if side is not None:
            found.append((side[0], side[1]._replace(recogniser=person.recogniser)))
    return sorted(found, key=lambda pair: pair[1].start)

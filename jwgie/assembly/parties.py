"""Which sides a meeting has, and which words say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from jwgie.document import Document, Mention, Sentence, Span
from jwgie.ner.values import CityValue, PersonValue

Ground = Mention | Span

#: Labels whose mentions can name a side.
SIDE_LABELS = ("COUNTRY", "NATIONALITY", "ORG", "CITY")


def side_of(mention: Mention) -> str | None:
    """The code of the side that a mention names by itself; a city stands for its country."""
    if isinstance(mention.value, CityValue):
        return mention.value.country
    if isinstance(mention.value, PersonValue):
        return mention.value.party
    return mention.value if mention.label in SIDE_LABELS else None


def sides_of(document: Document, mention: Mention) -> Iterator[tuple[str, Mention]]:
    """The sides that a mention names, itself or in mentions inside it, each with the mention that says so."""
    code = side_of(mention)
    if code is not None:
        yield code, mention
        return
    for inner in document.in_span(mention.span, *SIDE_LABELS):
        if inner is not mention and (code := side_of(inner)) is not None:
            yield code, inner


def weigh(document: Document, sentences: Iterable[Sentence]) -> dict[str, tuple[float, list[Ground]]]:
    """How strongly each country or organisation stands out as a side, with the mentions that say so.

    A side spoken for by a person or a delegation counts most, then countries and their adjectives; the earlier the more.
    """
    weights: dict[str, float] = defaultdict(float)
    grounds: dict[str, list[Ground]] = defaultdict(list)
    for position, sentence in enumerate(sentences):
        near = 2.0 if position < 3 else 1.0 if position < 6 else 0.5
        for mention in document.in_span(sentence.span, *SIDE_LABELS, "PERSON"):
            code = side_of(mention)
            if code is None:
                continue
            weights[code] += near * _WEIGHT[mention.label]
            grounds[code].append(mention)
    return {code: (weights[code], grounds[code]) for code in weights}


_WEIGHT = {"PERSON": 1.5, "COUNTRY": 1.0, "NATIONALITY": 1.0, "ORG": 0.4, "CITY": 0.4}

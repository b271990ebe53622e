"""The first three stages, and the recognisers that need no model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from jwgie.document import Document, Mention
from jwgie.languages import Pack
from jwgie.ner import Merger, apart_from_names
from jwgie.ner.bodies import BodyRecogniser
from jwgie.ner.dates import Dates
from jwgie.ner.documents import DocumentRecogniser
from jwgie.ner.gazetteer import Gazetteer
from jwgie.ner.named import NamedPeople
from jwgie.ner.persons import People
from jwgie.ner.persons_final import FinalPeople
from jwgie.ner.persons_grammar import GrammarPeople
from jwgie.ner.sides import SidesRecogniser
from jwgie.ner.signs import Signs
from jwgie.ner.topics import MeansRecogniser, TopicRecogniser
from jwgie.normalisation import fold
from jwgie.segmentation import segment

Stage = Callable[[Document], Document]
Recogniser = Callable[[Document], Iterable[Mention]]


class Normalise:
    """Adds the folded views of title and text."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __call__(self, document: Document) -> Document:
        views = {"text": fold(document.text, self.pack.folding)}
        if document.title:
            views["title"] = fold(document.title, self.pack.folding, "title")
        return document.replace(views=views)


class Segment:
    """Adds sentences and tokens."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __call__(self, document: Document) -> Document:
        return document.replace(sentences=segment(document, self.pack))


class Recognise:
    """Runs recognisers in order, each seeing the mentions of those before it, and merges what they find."""

    def __init__(self, recognisers: Sequence[Recogniser]) -> None:
        self.recognisers = tuple(recognisers)

    def __call__(self, document: Document) -> Document:
        merger = Merger(document.mentions)
        for recogniser in self.recognisers:
            document = document.replace(mentions=merger.add(recogniser(document)))
        return document.replace(mentions=apart_from_names(document.mentions))


def rule_recognisers(pack: Pack) -> list[Recogniser]:
    """The recognisers that need no model, in the order in which they build on each other, as far as the pack has data for them."""
    made: list[tuple[Callable[[Pack], Recogniser], bool]] = [
        (Gazetteer, True),
        (Signs, "signs" in pack.config),
        (Dates, bool(pack.toml("dates"))),
        (SidesRecogniser, True),
        (_people, bool(pack.toml("people"))),
        (TopicRecogniser, bool(pack.toml("topics"))),
        (MeansRecogniser, bool(pack.toml("topics"))),
        (DocumentRecogniser, True),
        (BodyRecogniser, bool(pack.toml("bodies"))),
    ]
    return [make(pack) for make, has_data in made if has_data]


#: The recognisers of people, of which a pack has one.
PEOPLE = (People, NamedPeople, GrammarPeople, FinalPeople)


def _people(pack: Pack) -> Recogniser:
    """The recogniser of people that fits how a language writes names: before their offices, with capitals, by a phrase grammar, or by
    lexicons of names."""
    data = pack.toml("people")
    if data["names"].get("order") == "final":
        return FinalPeople(pack)
    if data["names"].get("cased"):
        return NamedPeople(pack)
    return GrammarPeople(pack) if "fragments" in data else People(pack)

"""The only orchestrator: a list of stages, each ``Document -> Document``, and the ways to call them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from jwgie.assembly import Assembler
from jwgie.document import Document, Mention, View
from jwgie.errors import InputError
from jwgie.languages import Pack, load_pack
from jwgie.ner import merge
from jwgie.ner.bodies import BodyRecogniser
from jwgie.ner.dates import Dates
from jwgie.ner.gazetteer import Gazetteer
from jwgie.ner.sides import SidesRecogniser
from jwgie.ner.topics import MeansRecogniser, TopicRecogniser
from jwgie.normalisation import Folding, fold
from jwgie.record import MeetingRecord
from jwgie.relations import Engine
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
        for recogniser in self.recognisers:
            document = document.replace(mentions=merge((*document.mentions, *recogniser(document))))
        return document


class Pipeline:
    """Reads reports with a fixed list of stages."""

    def __init__(self, stages: Sequence[Stage], language: str | None = None) -> None:
        self.stages = tuple(stages)
        self.language = language

    def __call__(self, text: str, *, title: str | None = None, published: str | None = None,
                 id: str | None = None, publisher: str | None = None) -> Document:  # fmt: skip
        """Read one report. `published` is an ISO date; relative dates are resolved against it."""
        if not isinstance(text, str):
            raise InputError(f"text must be a str, not {type(text).__name__}; decode bytes first, for example with .decode('utf-8')")
        document = Document(text, title or None, published, id, publisher, self.language)
        for stage in self.stages:
            document = stage(document)
        return document


def rule_recognisers(pack: Pack) -> list[Recogniser]:
    """The recognisers that need no model, in the order in which they build on each other."""
    return [
        Gazetteer(pack),
        Dates(pack),
        SidesRecogniser(pack),
        TopicRecogniser(pack),
        MeansRecogniser(pack),
        BodyRecogniser(pack),
    ]


@cache
def load(language: str = "ar") -> Pipeline:
    """The pipeline of a language."""
    pack = load_pack(language)
    return Pipeline([Normalise(pack), Segment(pack), Recognise(rule_recognisers(pack)), Engine(pack), Assembler(pack)], language)


@cache
def _folding(language: str, profile: str) -> Folding:
    return load_pack(language).profile(profile)


def normalise(text: str, language: str = "ar", profile: str = "full") -> View:
    """The folded text of a language and, by `View.span`, where each of its characters came from. `profile` is a profile or a
    group of the language's ``folding.toml``: ``full`` (what the pipeline reads), ``light``, ``diacritics``, ``digits`` ...
    Raises `PackError` for a profile that there is not."""
    return fold(text, _folding(language, profile))


def extract(text: str, *, language: str = "ar", title: str | None = None, published: str | None = None) -> list[MeetingRecord]:
    """The records of one report."""
    return list(load(language)(text, title=title, published=published).records)

"""The only orchestrator: a list of stages, each ``Document -> Document``, and the ways to call them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator, Iterable, Sequence, Sized
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jwgie.assembly import Assembler
from jwgie.collector import uncollected
from jwgie.document import Document, Mention, View
from jwgie.errors import InputError, UnknownLanguageError
from jwgie.inputs import Item, document_of, new_document
from jwgie.languages import Pack, is_folder, languages, load_pack
from jwgie.languages.identify import identify
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
from jwgie.normalisation import Folding, fold
from jwgie.parallel import cores, pack, read, unpacked
from jwgie.progress import counted
from jwgie.record import Records
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
        merger = Merger(document.mentions)
        for recogniser in self.recognisers:
            document = document.replace(mentions=merger.add(recogniser(document)))
        return document.replace(mentions=apart_from_names(document.mentions))


class Pipeline:
    """Reads reports with a fixed list of stages."""

    def __init__(self, stages: Sequence[Stage], language: str | None = None) -> None:
        self.stages = tuple(stages)
        self.language = language

    def __call__(self, text: str, *, title: str | None = None, published: str | None = None,
                 id: str | None = None, publisher: str | None = None) -> Document:  # fmt: skip
        """Read one report. `published` is an ISO 8601 date (or only its year, or year and month); relative dates are resolved
        against it. Raises `InputError` for what cannot be read; a report that nothing is found in says why in `Document.reason`."""
        return self.run(new_document(text, title=title, published=published, id=id, publisher=publisher, language=self.language))

    def run(self, document: Document) -> Document:
        """The document after every stage."""
        if not document.text.strip():
            return document.replace(reason="the text is empty")
        with uncollected():
            for stage in self.stages:
                document = stage(document)
        return document

    def pipe(self, items: Iterable[Item], *, batch_size: int = 16, processes: int | None = 1,
             progress: bool | Callable[[int], object] = False) -> Generator[Document, None, None]:  # fmt: skip
        """Read many reports: the documents, in order, as they are asked for. A report is a text, a pair of a text and a mapping of its
        metadata, a mapping with ``text`` and, as far as known, ``title``, ``published``, ``id``, ``publisher`` (other keys are left
        alone), or a `Document`. One that cannot be read does not stop the others: its document has no records and tells the `error`.

        With `processes` (None: as many as there are cores) batches of reports go to processes that have loaded this pipeline
        themselves, and a few batches are read ahead, never more. Their documents equal those read here: what stages have added comes
        packed, and is unpacked when first asked for. If a process is killed, another takes its place and reads its batch again,
        document by document if that one is killed too; the document that is to blame has a `WorkerError`. Closing the iterator, or
        Ctrl-C, ends the processes. They start by the method that `multiprocessing` is set to; stages of your own must be picklable.

        With `progress` a count of reports is shown on standard error; a function is called with the count after each."""
        if processes is None:
            processes = cores()
        if processes < 1 or batch_size < 1:
            raise InputError("processes and batch_size must be at least 1")
        documents = (document_of(item, self.language) for item in items)
        if processes == 1:
            results = read(documents, self.run, _as_it_is)
        else:
            results = unpacked(read(documents, self.run, pack, processes, batch_size))
        return counted(results, progress, len(items) if isinstance(items, Sized) else None)

    def __getstate__(self) -> dict[str, Any]:
        """Pickled without the tables of a language: they are loaded where it is unpickled, unless they are there already."""
        return vars(self) | {"stages": tuple(_STOCK[id(stage)].reference if id(stage) in _STOCK else stage for stage in self.stages)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        stages = (load(stage.language).stages[stage.number] if isinstance(stage, _Reference) else stage for stage in state["stages"])
        vars(self).update(state | {"stages": tuple(stages)})


class _Reference(NamedTuple):
    """Which stage of which pipeline of `load` it is."""

    language: str | Path | None
    number: int


class _Stock(NamedTuple):
    stage: Stage
    reference: _Reference


#: The stages of the pipelines of `load`, by identity.
_STOCK: dict[int, _Stock] = {}


def _stocked(pipeline: Pipeline, language: str | Path | None) -> Pipeline:
    for number, stage in enumerate(pipeline.stages):
        _STOCK[id(stage)] = _Stock(stage, _Reference(language, number))
    return pipeline


def _as_it_is(document: Document) -> Document:
    return document


class Route:
    """Reads each document with the pipeline of its own language, told by its words. A language that is not recognised, or has no
    pack, leaves a document without records whose `reason` says so."""

    def __call__(self, document: Document) -> Document:
        code = identify(f"{document.title or ''}\n{document.text}")
        document = document.replace(language=code)
        if code is None:
            return document.replace(reason="the language of the text is not recognised")
        if code not in languages():
            return document.replace(reason=f"there is no language pack for {code!r}; there are: {', '.join(languages())}")
        return load(code).run(document)


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


def _people(pack: Pack) -> Recogniser:
    """The recogniser of people that fits how a language writes names: before their offices, with capitals, by a phrase grammar, or by
    lexicons of names."""
    data = pack.toml("people")
    if data["names"].get("order") == "final":
        return FinalPeople(pack)
    if data["names"].get("cased"):
        return NamedPeople(pack)
    return GrammarPeople(pack) if "fragments" in data else People(pack)


def load(language: str | Path | None = None) -> Pipeline:
    """The pipeline of a language, or, without one, a pipeline that tells the language of each report. A path (a str is one if it has a
    slash in it) is the folder of a language pack of your own. Each is loaded once."""
    return _load(Path(language).resolve() if language is not None and is_folder(language) else language)


@cache
def _load(language: str | Path | None) -> Pipeline:
    if language is None:
        return _stocked(Pipeline([Route()]), None)
    if not is_folder(language) and language not in languages():
        raise UnknownLanguageError(f"no reports are read in {language!r}; there are: {', '.join(languages())}")
    pack = load_pack(language)
    with uncollected():
        pipeline = Pipeline([Normalise(pack), Segment(pack), Recognise(rule_recognisers(pack)), Engine(pack), Assembler(pack)], pack.code)
        gc.freeze()  # the tables will never be garbage: a collection need not go through them
    return _stocked(pipeline, language)


@cache
def _folding(language: str, profile: str) -> Folding:
    return load_pack(language).profile(profile)


def normalise(text: str, language: str = "ar", profile: str = "full") -> View:
    """The folded text of a language and, by `View.span`, where each of its characters came from. `profile` names profiles
    and groups of the language's ``folding.toml``: ``full`` (what the pipeline reads), ``light``, ``diacritics digits`` ...
    Raises `PackError` for a name that there is not."""
    return fold(text, _folding(language, profile))


def extract(text: str, *, language: str | None = None, title: str | None = None, published: str | None = None) -> Records:
    """The records of one report; without `language` it is told from the text."""
    return Records(load(language)(text, title=title, published=published).records)

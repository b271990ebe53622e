"""The only orchestrator: a list of stages, each ``Document -> Document``, and the ways to call them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator, Iterable, Sequence, Sized
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jwgie.assembly import Assembler
from jwgie.collector import uncollected
from jwgie.document import Document, View
from jwgie.errors import InputError, UnknownLanguageError
from jwgie.inputs import Item, attempt, document_of, new_document
from jwgie.languages import is_folder, languages, load_pack
from jwgie.languages.identify import identify
from jwgie.ner.gazetteer import Gazetteer
from jwgie.normalisation import Folding, fold
from jwgie.parallel import cores, pack, read, unpacked
from jwgie.progress import counted
from jwgie.recognisers import RULES, Combined, named
from jwgie.recognisers.resolve import Resolver
from jwgie.recognisers.second import SecondReading
from jwgie.record import Records
from jwgie.relations import Engine
from jwgie.stages import PEOPLE, Normalise, Recognise, Recogniser, Segment, Stage, rule_recognisers
from jwgie.tagger.recogniser import Tagger


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

    def run_many(self, documents: Sequence[Document]) -> list[Document]:
        """The documents after every stage, those with a method ``batch`` called once for all; of one that fails, the `error`."""
        if len(documents) < 2 or not self.batches:
            return [attempt(self.run, document) for document in documents]
        try:
            read = [document for document in documents if document.error is None and document.text.strip()]
            with uncollected():
                for stage in self.stages:
                    read = stage.batch(read) if hasattr(stage, "batch") else list(map(stage, read))
        except Exception:  # one of them is to blame: by itself it tells
            return [attempt(self.run, document) for document in documents]
        found = iter(read)
        return [next(found) if document.error is None and document.text.strip() else attempt(self.run, document) for document in documents]

    @property
    def batches(self) -> bool:
        """Whether a stage reads many documents together."""
        return any(hasattr(stage, "batch") for stage in self.stages)

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

        Where a stage reads several documents together (a recogniser that is a model), it is given `batch_size` of them.

        With `progress` a count of reports is shown on standard error; a function is called with the count after each."""
        if processes is None:
            processes = cores()
        if processes < 1 or batch_size < 1:
            raise InputError("processes and batch_size must be at least 1")
        documents = (document_of(item, self.language) for item in items)
        if processes == 1:
            results = read(documents, self.run_many, _as_it_is, 1, batch_size if self.batches else 1)
        else:
            results = unpacked(read(documents, self.run_many, pack, processes, batch_size))
        return counted(results, progress, len(items) if isinstance(items, Sized) else None)

    def __getstate__(self) -> dict[str, Any]:
        """Pickled without the tables of a language: they are loaded where it is unpickled, unless they are there already."""
        return vars(self) | {"stages": tuple(_STOCK[id(stage)].reference if id(stage) in _STOCK else stage for stage in self.stages)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        stages = (stage.stage if isinstance(stage, _Reference) else stage for stage in state["stages"])
        vars(self).update(state | {"stages": tuple(stages)})


class _Reference(NamedTuple):
    """Which stage of which pipeline of `load` it is: of the rules alone, or of the one that there is by default."""

    language: str | Path | None
    number: int
    alone: bool

    @property
    def stage(self) -> Stage:
        return _load(self.language, self.alone).stages[self.number]


class _Stock(NamedTuple):
    stage: Stage
    reference: _Reference


#: The stages of the pipelines of `load`, by identity.
_STOCK: dict[int, _Stock] = {}


def _stocked(pipeline: Pipeline, language: str | Path | None, alone: bool) -> Pipeline:
    for number, stage in enumerate(pipeline.stages):
        _STOCK.setdefault(id(stage), _Stock(stage, _Reference(language, number, alone)))
    return pipeline


def _as_it_is(document: Document) -> Document:
    return document


class Route:
    """Reads each document with the pipeline of its own language, told by its words. A language that is not recognised, or has no
    pack, leaves a document without records whose `reason` says so."""

    def __init__(self, recognisers: Sequence[str | Recogniser] | None = None) -> None:
        self.recognisers = recognisers and [recogniser if recogniser == RULES else named(recogniser) for recogniser in recognisers]
        self._made: dict[str, Pipeline] = {}

    def __call__(self, document: Document) -> Document:
        document = _told(document)
        return self.pipeline(document.language).run(document) if document.language in languages() else document

    def pipeline(self, code: str) -> Pipeline:
        """The pipeline of a language."""
        if code not in self._made:
            self._made[code] = load(code, recognisers=self.recognisers)
        return self._made[code]

    def __getstate__(self) -> dict[str, Any]:
        return {"recognisers": self.recognisers, "_made": {}}


class BatchRoute(Route):
    """The same with recognisers that may read many together: documents of one language are."""

    def batch(self, documents: Sequence[Document]) -> list[Document]:
        """The documents, each read with the pipeline of its language."""
        told = [_told(document) for document in documents]
        for code in sorted({document.language for document in told if document.language in languages()} - {None}):
            places = [i for i, document in enumerate(told) if document.language == code]
            pipeline = self.pipeline(code)
            read = pipeline.run_many([told[i] for i in places])
            for i, document in zip(places, read, strict=True):
                told[i] = document
        return told


def _told(document: Document) -> Document:
    """A document with its language, and with the reason where none is read."""
    code = identify(f"{document.title or ''}\n{document.text}")
    document = document.replace(language=code)
    if code is None:
        return document.replace(reason="the language of the text is not recognised")
    if code not in languages():
        return document.replace(reason=f"there is no language pack for {code!r}; there are: {', '.join(languages())}")
    return document


def load(language: str | Path | None = None, *, recognisers: Sequence[str | Recogniser] | None = None) -> Pipeline:
    """The pipeline of a language, or, without one, a pipeline that tells the language of each report. A path (a str is one if it has a
    slash in it) is the folder of a language pack of your own. Each is loaded once.

    By default the rules read, and `SecondReading` asks the tagger about reports with a headline in which they see no meeting (not with a
    pack of your own, whose language it does not know). Otherwise `recognisers` find the mentions, in the order given: ``"rules"`` (alone,
    nothing loads torch), ``"tagger"``, a `StanzaRecogniser`, a `SpacyRecogniser`, any callable from a `Document` to `Mention`s (see
    `jwgie.recognisers`)."""
    if isinstance(recognisers, str) or (recognisers is not None and not recognisers):
        raise InputError("recognisers is a list of at least one, such as ['rules']")
    place = Path(language).resolve() if language is not None and is_folder(language) else language
    if recognisers is None and not isinstance(place, Path):
        return _load(place, False)
    recognisers = list(recognisers or [RULES])
    if recognisers == [RULES]:
        return _load(place, True)
    if place is None:
        return Pipeline([BatchRoute(recognisers)])
    stock = _load(place, True)
    stages = [Mixed(place, recognisers) if isinstance(stage, Recognise) else stage for stage in stock.stages]
    return Pipeline(stages, stock.language)


class Mixed(Combined):
    """Recognisers of a pipeline of `load`, the rules of its language among them. Pickled without these: they are loaded where it is
    unpickled."""

    def __init__(self, language: str | Path, recognisers: Sequence[str | Recogniser]) -> None:
        (rules,) = (stage for stage in _load(language, True).stages if isinstance(stage, Recognise))
        gazetteer = next(r for r in rules.recognisers if isinstance(r, Gazetteer))
        people = next((r for r in rules.recognisers if isinstance(r, PEOPLE)), None)
        super().__init__(recognisers, rules, Resolver(gazetteer.meanings, people))
        self.language = language

    def __reduce__(self) -> tuple[Any, ...]:
        return Mixed, (self.language, self.recognisers)


def read_twice(language: str | Path, tagger: Tagger) -> Pipeline:
    """The rules of a language, and after them a tagger for the reports in which they see no meeting."""
    rules = _load(language, True)
    others = [stage for stage in rules.stages if isinstance(stage, Engine | Assembler)]
    second = SecondReading(tagger, [Mixed(language, [tagger]), *others])
    return Pipeline([*rules.stages, second], rules.language)


@cache
def _load(language: str | Path | None, alone: bool) -> Pipeline:
    """The pipeline of the rules alone, or that which there is by default."""
    if language is None:
        return _stocked(Pipeline([Route([RULES] if alone else None)]), None, alone)
    if not alone:
        tagger = Tagger(dtype="float32")  # of the ways to multiply, the one that tells the same on every processor
        tagger.check()
        return _stocked(read_twice(language, tagger), language, alone)
    if not is_folder(language) and language not in languages():
        raise UnknownLanguageError(f"no reports are read in {language!r}; there are: {', '.join(languages())}")
    pack = load_pack(language)
    with uncollected():
        pipeline = Pipeline([Normalise(pack), Segment(pack), Recognise(rule_recognisers(pack)), Engine(pack), Assembler(pack)], pack.code)
        gc.freeze()  # the tables will never be garbage: a collection need not go through them
    return _stocked(pipeline, language, alone)


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

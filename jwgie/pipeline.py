"""The only orchestrator: a list of stages, each ``Document -> Document``, and the ways to call them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from typing import Any

from jwgie.assembly import Assembler
from jwgie.document import Document, Mention, View
from jwgie.errors import InputError, UnknownLanguageError
from jwgie.languages import Pack, languages, load_pack
from jwgie.languages.identify import identify
from jwgie.ner import Merger
from jwgie.ner.bodies import BodyRecogniser
from jwgie.ner.dates import Dates
from jwgie.ner.documents import DocumentRecogniser
from jwgie.ner.gazetteer import Gazetteer
from jwgie.ner.named import NamedPeople
from jwgie.ner.persons import People
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
        merger = Merger(document.mentions)
        for recogniser in self.recognisers:
            document = document.replace(mentions=merger.add(recogniser(document)))
        return document


@contextmanager
def _uncollected() -> Iterator[None]:
    """Pauses the collector of cyclic garbage of this process: it would go through tables and mentions again and again as they grow,
    a third of all time, and they make no cycles."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


class Pipeline:
    """Reads reports with a fixed list of stages."""

    def __init__(self, stages: Sequence[Stage], language: str | None = None) -> None:
        self.stages = tuple(stages)
        self.language = language

    def __call__(self, text: str, *, title: str | None = None, published: str | None = None,
                 id: str | None = None, publisher: str | None = None) -> Document:  # fmt: skip
        """Read one report. `published` is an ISO 8601 date (or only its year, or year and month); relative dates are resolved
        against it. Raises `InputError` for what cannot be read; a report that nothing is found in says why in `Document.reason`."""
        for name, value in (("text", text), ("title", title or ""), ("published", published or "")):
            if not isinstance(value, str):
                raise InputError(f"{name} must be a str, not {type(value).__name__}{_HINTS.get(type(value).__name__, '')}")
        if published and not _is_date(published):
            raise InputError(f"published must be an ISO 8601 date such as 2024-05-31, not {published!r}")
        return self.run(Document(text, title or None, published or None, id, publisher, self.language))

    def run(self, document: Document) -> Document:
        """The document after every stage."""
        if not document.text.strip():
            return document.replace(reason="the text is empty")
        with _uncollected():
            for stage in self.stages:
                document = stage(document)
        return document

    def pipe(self, reports: Iterable[str | Mapping[str, Any]]) -> Iterator[Document]:
        """Read many reports, in order, one at a time. A report is a text, or a mapping with ``text`` and, as far as known, ``title``,
        ``published``, ``id``, ``publisher``; other keys are left alone. One that cannot be read does not stop the others: its document
        has no records and tells the `error`."""
        for report in reports:
            yield self._read(report)

    def _read(self, report: str | Mapping[str, Any]) -> Document:
        data: Mapping[str, Any] = report if isinstance(report, Mapping) else {"text": report}
        known = {key: data[key] for key in _METADATA if data.get(key) is not None}
        if "id" in known:
            known["id"] = str(known["id"])
        try:
            if "text" not in data:
                raise InputError("a report needs a text")
            return self(data["text"], **known)
        except Exception as error:  # whatever one report brings about, the next ones are read
            text = data.get("text")
            return Document(text if isinstance(text, str) else "", id=known.get("id"), language=self.language, error=error)


_METADATA = ("title", "published", "id", "publisher")
_HINTS = {"bytes": "; decode it first, for example with .decode('utf-8')", "date": "; pass .isoformat()", "datetime": "; pass .isoformat()"}


def _is_date(published: str) -> bool:
    """Whether it starts with an ISO 8601 date, perhaps without day or month; a time may follow a whole one."""
    try:
        date.fromisoformat((published + "-01-01")[:10] if len(published) in (4, 7) else published[:10])
    except ValueError:
        return False
    return len(published) in (4, 7, 10) or published[10:11] in ("T", " ")


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
    """The recognisers that need no model, in the order in which they build on each other."""
    return [
        Gazetteer(pack),
        Dates(pack),
        SidesRecogniser(pack),
        NamedPeople(pack) if pack.toml("people")["names"].get("cased") else People(pack),
        TopicRecogniser(pack),
        MeansRecogniser(pack),
        DocumentRecogniser(pack),
        BodyRecogniser(pack),
    ]


@cache
def load(language: str | None = None) -> Pipeline:
    """The pipeline of a language, or, without one, a pipeline that tells the language of each report."""
    if language is None:
        return Pipeline([Route()])
    if language not in languages():
        raise UnknownLanguageError(f"no reports are read in {language!r}; there are: {', '.join(languages())}")
    pack = load_pack(language)
    with _uncollected():
        pipeline = Pipeline([Normalise(pack), Segment(pack), Recognise(rule_recognisers(pack)), Engine(pack), Assembler(pack)], language)
        gc.freeze()  # the tables will never be garbage: a collection need not go through them
    return pipeline


@cache
def _folding(language: str, profile: str) -> Folding:
    return load_pack(language).profile(profile)


def normalise(text: str, language: str = "ar", profile: str = "full") -> View:
    """The folded text of a language and, by `View.span`, where each of its characters came from. `profile` names profiles
    and groups of the language's ``folding.toml``: ``full`` (what the pipeline reads), ``light``, ``diacritics digits`` ...
    Raises `PackError` for a name that there is not."""
    return fold(text, _folding(language, profile))


def extract(text: str, *, language: str | None = None, title: str | None = None, published: str | None = None) -> list[MeetingRecord]:
    """The records of one report; without `language` it is told from the text."""
    return list(load(language)(text, title=title, published=published).records)

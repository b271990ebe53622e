"""Stanza's taggers of names as a recogniser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jwgie.document import Document, Mention, Sentence, Span
from jwgie.errors import MissingExtraError, MissingModelError
from jwgie.recognisers.labels import SCHEME

#: What a place in a row of tags means (BIOES): whether a name begins there, and whether one ends.
_BEGINS, _ENDS = frozenset("BS"), frozenset("ES")


class StanzaRecogniser:
    """The names that a tagger of Stanza's finds, as mentions.

    It reads our sentences and tokens, so that offsets are ours. The model is loaded with the first document, once in a process, and from
    files that are there: those that `stanza.download` has put into `directory` (Stanza's own place without it), or files of your own,
    named by Stanza's options (``ner_model_path``, ``ner_pretrain_path``, ``ner_forward_charlm_path``, ``ner_backward_charlm_path``).
    Nothing is fetched unless `download` is True; where models are missing, `MissingModelError` says what to run.
    """

    name = "stanza"

    def __init__(self, language: str, *, directory: str | Path | None = None, download: bool = False, package: str = "default",
                 labels: Mapping[str, str | None] | None = None, **options: Any) -> None:  # fmt: skip
        """`language` is a code of Stanza's; documents in other languages are not shown to it. `package` is one of its taggers
        (``aqmar_charlm``). `labels` maps labels of the model to ours, beside those of CoNLL and OntoNotes, which are known; to None for
        what is to be left out. `options` go to `stanza.Pipeline`."""
        self.language = language
        self.languages = frozenset({language})
        self.directory = None if directory is None else str(directory)
        self.download, self.package, self.options = download, package, options
        self.labels: Mapping[str, str | None] = {**SCHEME, **(labels or {})}

    def __call__(self, document: Document) -> list[Mention]:
        """The mentions of a document."""
        return next(self.batch([document]))

    def batch(self, documents: Sequence[Document]) -> Iterator[list[Mention]]:
        """Those of each of some documents, in order: the tagger reads the sentences of all of them together."""
        tagger = self.load()
        rows = [[s for s in document.sentences if len(s.tokens)] for document in documents]
        sentences = [(document, sentence) for document, row in zip(documents, rows, strict=True) for sentence in row]
        read = iter(_read(tagger, sentences))
        for row in rows:
            yield [mention for sentence in row for mention in self._mentions(sentence, next(read))]

    def _mentions(self, sentence: Sentence, tags: Sequence[str]) -> Iterator[Mention]:
        first = 0
        for at, tag in enumerate(tags):
            place, _, label = tag.partition("-")
            if place in _BEGINS:
                first = at
            if place in _ENDS and (ours := self.labels.get(label)) is not None:
                yield Mention(ours, Span(sentence.tokens[first].start, sentence.tokens[at].end, sentence.span.origin), None, label)

    def load(self) -> Any:
        """Load the tagger, unless this process has it already: to be told at once where something is missing."""
        options = tuple(sorted(self.options.items()))
        return _tagger(self.language, self.directory, self.package, self.download, options)


@cache
def _tagger(language: str, directory: str | None, package: str, download: bool, options: tuple[tuple[str, Any], ...]) -> Any:
    """Stanza's processor of names."""
    try:
        import stanza
        from stanza.resources.common import DEFAULT_MODEL_DIR
    except ImportError as error:
        raise MissingExtraError("Stanza is not installed: pip install stanza") from error
    given = dict(options)
    common = {"lang": language, "download_method": None, "tokenize_pretokenized": True, "use_gpu": False, "verbose": False}
    if "ner_model_path" in given:
        with TemporaryDirectory() as empty:  # Stanza wants a list of models, also where it needs none
            (Path(empty) / "resources.json").write_text("{}")
            own = {"dir": empty, "package": None, "processors": "tokenize,ner", "allow_unknown_language": True}
            return stanza.Pipeline(**common | own | given).processors["ner"]
    folder = Path(directory or DEFAULT_MODEL_DIR)
    chosen = {"dir": str(folder), "package": None, "processors": {"tokenize": "default", "ner": package}}
    try:
        return stanza.Pipeline(**common | chosen | given).processors["ner"]
    except Exception as error:  # Stanza has several for what is missing
        if not download:
            raise _missing(language, folder, package) from error
    stanza.download(language, model_dir=str(folder), package=None, processors={"ner": package}, verbose=False)
    return stanza.Pipeline(**common | chosen | given).processors["ner"]


def _missing(language: str, folder: Path, package: str) -> MissingModelError:
    processors = {"ner": package}
    code = f"import stanza; stanza.download({language!r}, model_dir={str(folder)!r}, package=None, processors={processors})"
    return MissingModelError(
        f"there is no tagger of Stanza's for {language!r} in {folder}. Nothing is downloaded unasked. To have it, run\n"
        f'    python -c "{code}"\nor say StanzaRecogniser({language!r}, download=True); where models are elsewhere, directory=...'
    )


def _read(tagger: Any, sentences: Sequence[tuple[Document, Sentence]]) -> Iterator[list[str]]:
    """The tags of the tokens of each sentence."""
    from stanza.models.common.doc import Document as Doc

    if not sentences:
        return
    made = [
        [{"id": (n,), "text": document.source(sentence.span.origin)[t.start : t.end]} for n, t in enumerate(sentence.tokens, 1)]
        for document, sentence in sentences
    ]
    for sentence in tagger.process(Doc(made)).sentences:
        yield [token.ner or "O" for token in sentence.tokens]

"""Documents on their way from one process to another: packed once, unpacked when something asks for what they hold."""

from __future__ import annotations

import pickle
from collections.abc import Generator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

from jwgie.collector import uncollected
from jwgie.document import LAYERS, Document, Mention, Origin, Relation, Sentence, Span
from jwgie.errors import WorkerError

#: What takes most of the time stays packed, in two parts: most readers of many documents ask for the records, few for the rest.
_PARTS = (("records",), ("views", "sentences", "mentions", "relations"))
_SEALED = {name: part for part in _PARTS for name in part}
_OPEN = tuple(name for name in LAYERS if name not in _SEALED)

#: The open fields, and the bytes of each sealed part.
Packed = tuple[tuple[Any, ...], tuple[bytes, ...]]


def pack(document: Document) -> Packed:
    """A document as plain values and bytes."""
    fields = {name: getattr(document, name) for name in _OPEN}
    if document.error is not None:
        fields["error"] = portable(document.error)
    with uncollected():
        sealed = tuple(pickle.dumps(flat(document), pickle.HIGHEST_PROTOCOL) for flat in (_flat_records, _flat_layers))
    return tuple(fields.values()), sealed


def _flat_records(document: Document) -> tuple[Any, ...]:
    return (document.records,)


def _flat_layers(document: Document) -> tuple[Any, ...]:
    """The layers with sentences, mentions and relations, which are many, as plain tuples: they take a third of the time of objects. What
    a stage of somebody's own has put among them stays as it is."""
    places = {id(mention): place for place, mention in enumerate(document.mentions)}
    sentences = [(*s.span, s.index, s.paragraph, s.tokens, s.kind) if type(s) is Sentence else s for s in document.sentences]
    mentions = [(m[0], *m[1], *m[2:]) if type(m) is Mention else m for m in document.mentions]
    relations = [
        (r.name, *r.span, r.sentence, {role: places.get(id(a), a) for role, a in r.arguments.items()}, r.rule, r.weight)
        if type(r) is Relation
        else r
        for r in document.relations
    ]
    return document.views, sentences, mentions, relations


def _layers(views: Any, sentences: list[Any], mentions: list[Any], relations: list[Any]) -> tuple[Any, ...]:
    """The layers again."""
    found = tuple([_mention(*row) if type(row) is tuple else row for row in mentions])
    cut = tuple([_sentence(*row) if type(row) is tuple else row for row in sentences])
    related = tuple([_relation(found, *row) if type(row) is tuple else row for row in relations])
    return views, cut, found, related


def _mention(label: str, start: int, end: int, origin: Origin, *rest: Any) -> Mention:
    return Mention(label, Span(start, end, origin), *rest)


def _sentence(start: int, end: int, origin: Origin, *rest: Any) -> Sentence:
    return Sentence(Span(start, end, origin), *rest)


def _relation(mentions: Sequence[Mention], name: str, start: int, end: int, origin: Origin, sentence: int, arguments: dict[str, Any],
              *rest: Any) -> Relation:  # fmt: skip
    filled = {role: mentions[a] if isinstance(a, int) else a for role, a in arguments.items()}
    return Relation(name, Span(start, end, origin), sentence, filled, *rest)


def unpack(packed: Packed) -> Document:
    """The document: it holds all that it held, and equals it."""
    fields, sealed = packed
    document = object.__new__(_PackedDocument)
    put = object.__setattr__
    for name, value in zip(_OPEN, fields, strict=True):
        put(document, name, value)
    for name in ("_rows", "_related"):
        put(document, name, {})
    put(document, "_sentences", [])
    put(document, "_made", dict(zip(_PARTS, sealed, strict=True)))
    return document


def unpacked(packed: Generator[Packed, None, None]) -> Generator[Document]:
    """The documents, one by one; whoever closes this closes the source."""
    with closing(packed):
        for each in packed:
            yield unpack(each)


def portable(error: Exception) -> Exception:
    """The error, or, where it cannot be sent to another process, one that tells its type and message."""
    try:
        return error if type(pickle.loads(pickle.dumps(error))) is type(error) else _told(error)
    except Exception:  # pickling runs code of the error's own
        return _told(error)


def _told(error: Exception) -> WorkerError:
    return WorkerError(f"{type(error).__name__}: {error}")


class _PackedDocument(Document):
    """A document with sealed parts that are still bytes. It becomes a plain one when the last of them is asked for."""

    __slots__ = ()

    def _unpack(self, *parts: tuple[str, ...]) -> None:
        put = object.__setattr__
        for part in parts:
            if part in self._made:
                with uncollected():
                    values = pickle.loads(self._made.pop(part))
                    if part is _PARTS[1]:
                        values = _layers(*values)
                for name, value in zip(part, values, strict=True):
                    put(self, name, value)
        if not any(part in self._made for part in _PARTS):
            put(self, "__class__", Document)

    if not TYPE_CHECKING:  # it answers only for the sealed parts; to a type checker it would answer for every name

        def __getattr__(self, name: str) -> Any:
            if name not in _SEALED:
                raise AttributeError(f"'Document' object has no attribute {name!r}")
            self._unpack(_SEALED[name])
            return getattr(self, name)

    def __eq__(self, other: object) -> bool:
        self._unpack(*_PARTS)
        return self == other

    __hash__ = Document.__hash__

    def __repr__(self) -> str:
        self._unpack(*_PARTS)
        return repr(self)

"""Documents on their way from one process to another: packed once, unpacked when something asks for what they hold."""

from __future__ import annotations

import pickle
from collections.abc import Generator
from contextlib import closing
from typing import TYPE_CHECKING, Any

from jwgie.document import LAYERS, Document
from jwgie.errors import WorkerError

#: What most readers of many documents never ask for, and what takes most of the time: it stays packed.
_SEALED = ("views", "sentences", "mentions", "relations", "records")
_OPEN = tuple(name for name in LAYERS if name not in _SEALED)
_BYTES = "packed"

#: The open fields and the bytes of the sealed ones.
Packed = tuple[tuple[Any, ...], bytes]


def pack(document: Document) -> Packed:
    """A document as plain values and bytes."""
    fields = {name: getattr(document, name) for name in _OPEN}
    if document.error is not None:
        fields["error"] = portable(document.error)
    return tuple(fields.values()), pickle.dumps([getattr(document, name) for name in _SEALED], pickle.HIGHEST_PROTOCOL)


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
    put(document, "_made", {_BYTES: sealed})
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
    """A document whose sealed layers are still bytes. It becomes a plain one when the first of them is asked for."""

    __slots__ = ()

    def _unpack(self) -> None:
        put = object.__setattr__
        sealed = pickle.loads(self._made.pop(_BYTES))
        put(self, "__class__", Document)
        for name, value in zip(_SEALED, sealed, strict=True):
            put(self, name, value)

    if not TYPE_CHECKING:  # it answers only for the sealed layers; to a type checker it would answer for every name

        def __getattr__(self, name: str) -> Any:
            if name not in _SEALED:
                raise AttributeError(f"'Document' object has no attribute {name!r}")
            self._unpack()
            return getattr(self, name)

    def __eq__(self, other: object) -> bool:
        self._unpack()
        return self == other

    __hash__ = Document.__hash__

    def __repr__(self) -> str:
        self._unpack()
        return repr(self)

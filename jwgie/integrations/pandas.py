"""Reports in a data frame of pandas: ``import jwgie.integrations.pandas`` gives every frame an accessor ``.jwgie``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jwgie.document import Document
from jwgie.errors import InputError
from jwgie.inputs import METADATA
from jwgie.pipeline import load
from jwgie.tables.frames import imported, to_frame, type_name
from jwgie.tables.schema import Kind

pandas = imported("pandas")


@pandas.api.extensions.register_dataframe_accessor("jwgie")
class Reports:
    """The reports of a frame, one a row. What is known of them is told as the names of columns."""

    def __init__(self, frame: Any) -> None:
        self._frame = frame

    def extract(self, text: str, *, title: str | None = None, published: str | None = None, id: str | None = None,
                publisher: str | None = None, language: str | None = None, **options: Any) -> Any:  # fmt: skip
        """The frame with three more columns: `records`, a tuple of records in each row; `reason`, why there are none or not all;
        `error`, why a report could not be read. `language` is that of all reports (without one it is told from each);
        `options` are ``recognisers``, as in `jwgie.load`, and those of `Pipeline.pipe`: ``processes``, ``progress`` ..."""
        documents = self._documents(text, title, published, id, publisher, language, options)
        found = [(d.records, d.reason, None if d.error is None else f"{type_name(d.error)}: {d.error}") for d in documents]
        index = self._frame.index
        return self._frame.assign(
            records=pandas.Series([records for records, _, _ in found], index=index, dtype="object"),
            reason=pandas.Series([reason for _, reason, _ in found], index=index, dtype="string"),
            error=pandas.Series([error for _, _, error in found], index=index, dtype="string"),
        )

    def table(self, text: str, kind: Kind = "meetings", *, title: str | None = None, published: str | None = None, id: str | None = None,
              publisher: str | None = None, language: str | None = None, **options: Any) -> Any:  # fmt: skip
        """The table of the reports that `jwgie.to_frame` makes. Without `id` the labels of the rows are the ids, so that
        ``frame.join`` and ``merge`` lead back to them."""
        return to_frame(self._documents(text, title, published, id, publisher, language, options), kind)

    def _documents(self, text: str, title: str | None, published: str | None, id: str | None, publisher: str | None,
                   language: str | None, options: dict[str, Any]) -> Iterator[Document]:  # fmt: skip
        names = {"text": text} | {
            key: name for key, name in zip(METADATA, (title, published, id, publisher), strict=True) if name is not None
        }
        for name in names.values():
            if name not in self._frame.columns:
                raise InputError(f"the frame has no column {name!r}; it has: {', '.join(map(str, self._frame.columns))}")
        nlp = load(language, recognisers=options.pop("recognisers", None))
        return nlp.pipe(list(self._reports(names)) if options.get("progress") else self._reports(names), **options)

    def _reports(self, names: dict[str, str]) -> Iterator[dict[str, Any]]:
        columns = {key: self._frame[name] for key, name in names.items()}
        for label, *values in zip(self._frame.index, *columns.values(), strict=True):
            yield {"id": str(label)} | {key: _plain(key, value) for key, value in zip(columns, values, strict=True)}


def _plain(key: str, value: Any) -> Any:
    """A cell as `Pipeline.pipe` takes it: nothing where it is missing, a day as ISO 8601 writes it."""
    if pandas.api.types.is_scalar(value) and pandas.isna(value):
        return "" if key == "text" else None
    if key == "published" and hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    return value

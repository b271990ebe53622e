"""Many reports as a folder of pages, with an index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from jwgie.display.markup import Child, Markup, element, said
from jwgie.display.page import page, save
from jwgie.display.records import RecordView
from jwgie.display.words import Words
from jwgie.document import Document

INDEX = "index.html"


def pages(documents: Iterable[Document], folder: str | Path, *, language: str = "en") -> Iterator[Document]:
    """Writes a page for each document as it comes (``00001.html`` ...) and gives the document back; at the end ``index.html``, which lists
    them all."""
    folder, words = Path(folder), Words(language)
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for number, document in enumerate(documents, 1):
        name = f"{number:05}.html"
        save(document, folder / name, language=language)
        rows.append(_row(document, name, words))
        yield document
    head = element("tr", [element("th", words(key), scope="col") for key in ("report", "published", "records")])
    table = element("table", element("thead", head), element("tbody", rows))
    body = element("div", element("div", table, class_="j-index", id="record"), class_="jwgie", lang=language)
    (folder / INDEX).write_text(page(words, words("reports"), element("h1", words("reports")), body), encoding="utf-8", newline="\n")


def _row(document: Document, name: str, words: Words) -> Markup:
    called = document.title or document.id or name
    link = element("a", said(" ".join(called.split()), document.language), href=name)
    return element("tr", [element("td", cell) for cell in (link, element("bdi", document.published or ""), _meetings(document, words))])


def _meetings(document: Document, words: Words) -> Child:
    if document.error is not None:
        return [words("failed"), " ", element("bdi", f"{type(document.error).__name__}: {document.error}")]
    return [element("div", RecordView(record, words).heading()) for record in document.records]

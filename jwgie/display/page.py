"""Documents and records as HTML: a fragment for notebooks, and a page of its own that needs nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Template

from jwgie.display.markup import Child, Markup, content, direction, element, said
from jwgie.display.records import RecordView
from jwgie.display.report import FAMILIES, Places, Report, family
from jwgie.display.words import Words
from jwgie.document import Document
from jwgie.record import MeetingRecord


def render(document: Document, *, language: str = "en") -> str:
    """A self-contained page: the report and, beside it, its records. `language` is that of the page's own words and of the names of
    codes; raises `UnknownLanguageError` where it has none."""
    words = Words(language)
    heading = document.title or document.id or words("report")
    return page(words, heading, _top(document, words), _body(document, words, "record"))


def page(words: Words, heading: str, top: Child, body: Child) -> str:
    """A page around a body that has the id ``record`` somewhere."""
    import jwgie

    style, script = _asset("style.css") + _asset("page.css"), _asset("script.js")
    return Template(_asset("page.html")).substitute(
        language=words.language,
        direction=words.direction,
        title=content(" ".join(heading.split())),
        style=style,
        style_hash=_digest(style),
        script=script,
        script_hash=_digest(script),
        skip=content(words("skip")),
        top=content(top),
        body=content(body),
        made_by=content(words("made_by", version=jwgie.__version__)),
    )


def save(document: Document, path: str | Path, *, language: str = "en") -> Path:
    """Writes the page of `render` and returns where it is."""
    path = Path(path)
    path.write_text(render(document, language=language), encoding="utf-8", newline="\n")
    return path


def document_fragment(document: Document, language: str = "en") -> str:
    """A document for a notebook."""
    return _fragment(_body(document, Words(language)))


def records_fragment(records: Sequence[MeetingRecord], language: str = "en") -> str:
    """Records without their report for a notebook."""
    words = Words(language)
    return _fragment(_root(words, element("div", _records(records, words, None), class_="j-side"), class_="jwgie j-alone"))


def _fragment(body: Markup) -> str:
    return content(element("style", Markup(_asset("style.css"))), body, element("script", Markup(_asset("script.js"))))


def _root(words: Words, *children: Child, class_: str) -> Markup:
    return element("div", element("div", *children, class_="j-grid"), class_=class_, lang=words.language, dir=words.direction)


def _body(document: Document, words: Words, anchor: str | None = None) -> Markup:
    """Report and records, side by side where there is room. `anchor` is the id of the latter."""
    places = Places(document, document.records)
    report = Report(document, places)
    source = document.text
    text = element(
        "div", report.title(), report.paragraphs(), class_="j-text", lang=document.language, dir=direction(source), tabindex="0",
        role="region", aria_label=words("report"),
    )  # fmt: skip
    pane = element(
        "section", text, _legend(document, words), _mentions(document, words, places), class_="j-pane", aria_label=words("report")
    )
    side = element("section", _side_pane(document, words, places), class_="j-side", aria_label=words("record"), id=anchor)
    return _root(words, pane, side, class_="jwgie")


def _side_pane(document: Document, words: Words, places: Places) -> Child:
    if document.error is not None:
        failure = f"{type(document.error).__name__}: {document.error}"
        return element("p", words("failed"), " ", element("bdi", failure), class_="j-none", role="alert")
    if not document.records:
        reason = said(document.reason, "en", "small") if document.reason else None
        return element("p", words("no_meeting"), " ", reason, class_="j-none")
    told = element("p", said(document.reason, "en", "small"), class_="j-none") if document.reason else None
    return [told, _records(document.records, words, places)]


def _records(records: Sequence[MeetingRecord], words: Words, places: Places | None) -> Child:
    """The records one below the other, which the script makes switchable, and the strip that tells of what is pointed at."""
    views = [RecordView(record, words, places) for record in records]
    tabs = [
        element("button", element("b", str(number)), " ", element("bdi", view.heading()), type="button", role="tab", aria_selected="false")
        for number, view in enumerate(views, 1)
    ]
    switch = element("div", tabs, class_="j-tabs", role="tablist", aria_label=words("records"), hidden=True) if len(views) > 1 else None
    articles = [view.article(number, len(views)) for number, view in enumerate(views, 1)]
    close = element("button", "×", type="button", class_="j-close", aria_label=words("release"), hidden=True)
    told = element("div", element("p", words("hint"), class_="j-hint"), class_="j-told", role="status", aria_live="polite")
    info = element("div", told, close, class_="j-info", aria_label=words("evidence"), role="region")
    return [switch, element("div", articles, class_="j-records"), info]


def _top(document: Document, words: Words) -> Markup:
    """What is known of the report itself."""
    known = [("", document.id), (words("published"), document.published), ("", document.publisher)]
    return content(
        element("h1", words("report")), element("p", [element("span", name, " ", element("bdi", value)) for name, value in known if value])
    )


def _legend(document: Document, words: Words) -> Child:
    """The labels that the report has, each as it is drawn; unticking a family hides its lines."""
    labels = dict.fromkeys(label for of in FAMILIES.values() for label in of)
    found = {mention.label for mention in document.mentions}
    ordered = [label for label in labels if label in found] + sorted(found - set(labels))
    families: dict[str, list[str]] = {}
    for label in ordered:
        families.setdefault(family(label), []).append(label)
    boxes = [
        element("label", element("input", type="checkbox", checked=True, name=name, aria_label=words(f"family.{name}")), _keys(of, words))
        for name, of in families.items()
    ]
    return element("fieldset", element("legend", words("legend")), boxes, class_="j-legend") if boxes else None


def _keys(labels: Sequence[str], words: Words) -> Child:
    shapes = [(words.known(f"mention.{label}", label.lower()), f"m f-{family(label)} l-{label.lower()} h1") for label in labels]
    return [(" ", element("span", called, class_=shape)) for called, shape in shapes]


def _mentions(document: Document, words: Words, places: Places) -> Child:
    """All mentions as a table: for those who do not point, and where the script finds what a mention says."""
    if not document.mentions:
        return None
    measured = any(mention.confidence is not None for mention in document.mentions)
    rows = [_mention(document, number, words, places, measured) for number in range(len(document.mentions))]
    names = ("words", "label", "value", "rule", "confidence")
    head = [element("th", words(name), scope="col") for name in names if measured or name != "confidence"]
    table = element("table", element("thead", element("tr", head)), element("tbody", rows), data_rule=words("rule"))
    summary = element("summary", words("mentions", count=len(rows)))
    return element("details", summary, element("div", table, class_="j-scroll"), class_="j-all")


def _mention(document: Document, number: int, words: Words, places: Places, measured: bool) -> Markup:
    mention = document.mentions[number]
    cells: list[Child] = [
        said(document.slice(mention.span), document.language, "button", type="button", class_="j-find"),
        words.known(f"mention.{mention.label}", mention.label.lower()),
        element("bdi", words.mention(document, mention)),
        element("code", mention.rule),
    ]
    if measured:
        cells.append(words.share(mention.confidence) if mention.confidence is not None else None)
    names = " ".join(places.within(mention.span)) or None
    return element("tr", [element("td", cell) for cell in cells], data_n=number, data_of=names)


def _digest(source: str) -> str:
    """What a content security policy calls an inline script or style by."""
    return base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return (files(__package__) / "assets" / name).read_text("utf-8")

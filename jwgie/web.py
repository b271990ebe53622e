"""Reports from web pages: main text, headline, date and publisher, by trafilatura. Nothing is fetched."""

from __future__ import annotations

import copy
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jwgie.errors import InputError, MissingExtraError

#: How much of a page is looked through for its declared encoding.
_HEAD = 4096
#: What holds line breaks that are meant.
_AS_IT_IS = frozenset({"pre", "script", "style", "textarea"})
_SPACES = re.compile(r"[ \t\r\n\f]+")  # those that HTML counts as such: others are letters to it
#: The longest text that may be a page's date, with words beside it.
_STAMP = 80
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})|^\s*<\?xml[^>]{0,200}?encoding=["']([\w.:-]{1,40})""", re.IGNORECASE
)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
#: What browsers take these names for: larger sets of characters that pages so named use, and what cannot be where an ASCII declaration is.
_MEANT = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "iso-8859-9": "cp1254", "iso-8859-11": "cp874",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "x-euc-jp": "euc_jp",
    "gb2312": "gb18030", "gbk": "gb18030", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
    "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8", "unicode": "utf-8",
}  # fmt: skip


def read_html(source: str | bytes | Path, *, url: str | None = None, encoding: str | None = None) -> dict[str, Any]:
    """The report of a web page, as `Pipeline.pipe` takes it: ``text``, ``title``, ``published``, ``publisher``, each None where the page
    does not tell. It suits a call too: ``nlp(**jwgie.read_html("page.html"))``.

    `source` is a file, or HTML as bytes or as a text with a tag in it. `url`, where the page is from, helps to tell date and publisher.
    The encoding is the one given, or what a byte order mark or the page itself declares, or else UTF-8 or what the bytes look like.
    `InputError` where the page has no main text. Needs the extra ``web``."""
    if isinstance(source, str) and "<" not in source:
        if re.match(r"https?://", source):
            raise InputError("jwgie fetches nothing: save the page, and pass its file or its HTML")
        source = Path(source)
    if isinstance(source, Path):
        source = _bytes(source)
    html = source if isinstance(source, str) else decode(source, encoding)
    page = _extracted(html, url)
    if page is None or not (page.text or "").strip():
        raise InputError("the page has no main text")
    title = _line(page.title)
    return {"text": _body(page.text, title), "title": title, "published": page.date or None, "publisher": _line(page.sitename)}


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror or error}") from error


def decode(data: bytes, encoding: str | None = None) -> str:
    """The HTML of a page's bytes."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    try:
        if name := encoding or marked or _declared(data):
            return data.decode(name, "replace")
        return data.decode("utf-8")
    except LookupError as error:
        raise InputError(f"cannot be decoded: {error}; try --encoding, for example windows-1256") from error
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(data).best()
        return data.decode("utf-8", "replace") if best is None else str(best)


def _declared(data: bytes) -> str | None:
    """The encoding that the page declares, if it is one that there is."""
    found = _DECLARED.search(data[:_HEAD])
    if found is None:
        return None
    name = (found[1] or found[2]).decode("ascii").lower()
    name = _MEANT.get(name, name)
    try:
        "".encode(name)
    except LookupError:
        return None
    return name


def _extracted(html: str, url: str | None) -> Any:
    """What trafilatura finds in the page, with a date of our own asking."""
    try:
        from htmldate import find_date
        from trafilatura import bare_extraction
        from trafilatura.utils import load_html
    except ImportError as error:
        raise MissingExtraError("web pages need trafilatura: pip install 'jwgie[web]'") from error
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # that there is no text is told by an error
    tree = load_html(html)
    if tree is None:
        return None
    _flow(tree)
    page: Any = bare_extraction(copy.deepcopy(tree), url=url, include_comments=False, with_metadata=True)
    if page is not None:
        _without_running_text(tree)
        page.date = find_date(tree, url=url, original_date=True, extensive_search=False)
    return page


def _flow(tree: Any) -> None:
    """Makes spaces of the line breaks of the source, which browsers do not show: a paragraph would end there."""
    for element in tree.iter():
        if element.text and element.tag not in _AS_IT_IS:
            element.text = _SPACES.sub(" ", element.text)
        if element.tail:
            element.tail = _SPACES.sub(" ", element.tail)


def _without_running_text(tree: Any) -> None:
    """Takes long texts out of a page: a date in them is of a meeting; that of the page stands in its head or on a line of its own."""
    for element in tree.iter():
        if element.tag != "script" and len(element.text or "") > _STAMP:
            element.text = None
        if len(element.tail or "") > _STAMP:
            element.tail = None


def _line(text: str | None) -> str | None:
    return " ".join((text or "").split()) or None


def _body(text: str, title: str | None) -> str:
    """The text without the headline above it, which is the title."""
    return "\n\n".join(_paragraphs(text, title))


def _paragraphs(text: str, title: str | None) -> Iterator[str]:
    started = False
    for line in text.splitlines():
        if line.strip() and (started or _line(line) != title):
            started = True
            yield line.strip()

"""HTML that is safe by construction: whatever is not `Markup` is escaped when it gets into an element."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from html import escape
from typing import Any

from jwgie.display.table import printable

#: Bidirectional classes of letters that are written from right to left.
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_VOID = frozenset({"br", "input"})


class Markup(str):
    """HTML, not text."""

    __slots__ = ()


Child = str | Iterable["Child"] | None


def element(name: str, /, *children: Child, **attributes: Any) -> Markup:
    """An element. Attributes that are None or False are left out; of `class_` and `data_e` the names are ``class`` and ``data-e``."""
    start = f"<{name}{''.join(map(_attribute, attributes, attributes.values()))}>"
    return Markup(start if name in _VOID else f"{start}{content(children)}</{name}>")


def content(*children: Child) -> Markup:
    """Children one after the other: texts escaped, markup as it is."""
    return Markup("".join(_pieces(children)))


def _pieces(children: Child) -> Iterable[str]:
    if isinstance(children, Markup):
        yield children
    elif isinstance(children, str):
        yield escape(printable(children.replace("\r", " ")))
    elif children is not None:
        for child in children:
            yield from _pieces(child)


def _attribute(name: str, value: Any) -> str:
    if value is None or value is False:
        return ""
    name = name.strip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(printable(str(value)))}"'


def direction(text: str) -> str:
    """The direction that most letters of a text run in. The first letter does not tell: an Arabic paragraph may begin with a Latin name."""
    right = left = 0
    for character in text:
        kind = unicodedata.bidirectional(character)
        right += kind in _RIGHT_TO_LEFT
        left += kind == "L"
    return "rtl" if right > left else "ltr"


def said(text: str, language: str | None, name: str = "span", /, **attributes: Any) -> Markup:
    """Words of a report: in their own direction and language, whatever stands around them."""
    return element(name, text, lang=language, dir=direction(text), **attributes)

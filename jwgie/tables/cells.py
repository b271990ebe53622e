"""What a value is in a file of comma-separated values, and back."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from jwgie.tables.schema import Type

#: What begins a formula in a spreadsheet program; the wide signs do in some. After an apostrophe nothing does.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_QUOTE = "'"
_SEPARATOR = "; "
_EMPTY = r"\e"


def to_cell(value: Any, type: Type) -> str:
    """The text of a cell. A list is joined by semicolons. An apostrophe comes before what a spreadsheet program would take for a
    formula, and before what begins with an apostrophe itself."""
    if value is None:
        return ""
    if type is Type.texts:
        value = _SEPARATOR.join(map(_escaped, value))
    elif type is not Type.text:
        return value.isoformat() if isinstance(value, date) else repr(value)
    text: str = value
    return _QUOTE + text if text.startswith((_QUOTE, *_FORMULA)) else text


def from_cell(cell: str, type: Type) -> Any:
    """The value of a cell."""
    if type is Type.text or type is Type.texts:
        cell = cell.removeprefix(_QUOTE)
    if type is Type.texts:
        return [_unescaped(part) for part in cell.split(_SEPARATOR)] if cell else []
    if not cell:
        return None
    if type is Type.day:
        return date.fromisoformat(cell)
    return cell if type is Type.text else int(cell) if type is Type.whole else float(cell)


def _escaped(text: str) -> str:
    """Without semicolons, and never empty."""
    return text.replace("\\", r"\\").replace(";", r"\,") or _EMPTY


def _unescaped(text: str) -> str:
    return "" if text == _EMPTY else re.sub(r"\\(.)", lambda escape: ";" if escape[1] == "," else escape[1], text)

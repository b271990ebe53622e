"""What is told of the packs' expressions before they are matched, kept as data: to tell it anew takes longer than much else of a load.

``prepared.tsv`` has a row an expression, by a digest of it. One that is not there (a pattern that was just edited, a pack of one's
own) is read when it is asked for, and so is everything once the reading itself was changed: the file saves time, it decides nothing.
``python -m jwgie.relations.prepare`` writes it; with ``--check`` it fails where that would change the file.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Any

FILE = "prepared.tsv"
_READERS = ("triggers.py", "openings.py")
#: All that was asked for, by its key; kept while the file is written, when none of it is looked up.
asked: dict[str, str] | None = None


def prepared(tell: Callable[..., Any], *of: str) -> Any:
    """What a function, whose results are JSON, tells of some texts."""
    key = f"{tell.__name__} {_digest(*of)}"
    row = _rows().get(key) if asked is None else None
    found = tell(*of) if row is None else json.loads(row)
    if asked is not None:
        asked[key] = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return found


def header() -> str:
    """The first line of the file, which tells how the rows came about."""
    readers = (files(__package__).joinpath(name).read_text("utf-8") for name in _READERS)
    return f"# Written by python -m {__package__}.prepare, with readers {_digest(*readers)}"


@cache
def _rows() -> dict[str, str]:
    try:
        head, *rows = files(__package__).joinpath(FILE).read_text("utf-8").splitlines()
        return dict([row.split("\t") for row in rows]) if head == header() else {}
    except OSError:
        return {}


def _digest(*texts: str) -> str:
    return blake2b("\0".join(texts).encode(), digest_size=8).hexdigest()

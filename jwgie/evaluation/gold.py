"""The gold format: one JSON file a report, with the meetings that it tells of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from jwgie.errors import InputError

#: A meeting as plain JSON values, the shape of `MeetingRecord.meeting()`.
Meeting = Mapping[str, Any]

Part = Literal["train", "dev", "test"]
PARTS: tuple[Part, ...] = get_args(Part)


@dataclass(frozen=True)
class GoldReport:
    """One report and its meetings as careful readers recorded them."""

    id: str
    language: str
    text: str = field(repr=False)
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    meetings: tuple[Meeting, ...] = field(default=(), repr=False)

    @property
    def kind(self) -> str:
        """The kind of its first meeting, ``none`` where it tells of no meeting."""
        return str(self.meetings[0]["kind"]) if self.meetings else "none"


def gold(folder: str | Path, language: str | None = None) -> tuple[GoldReport, ...]:
    """The gold reports of a folder, sorted by file name, of one language or of all."""
    path = Path(folder)
    if not path.is_dir():
        raise InputError(f"{path} is no folder of gold reports")
    reports = []
    for file in sorted(path.glob("*.json")):
        data = json.loads(file.read_text("utf-8"))
        if not isinstance(data, dict) or "meetings" not in data:
            continue
        if language is None or data["language"] == language:
            reports.append(_report(data, file))
    return tuple(reports)


def corpus(part: Part, language: str | None = None, *, root: str | Path | None = None) -> tuple[GoldReport, ...]:
    """The gold reports of a part, of one language or of all, sorted by id. They come with the package (CC BY 4.0; `card` tells more);
    `root` is another folder of parts.

    Words and weights may be learnt from ``train``, and errors looked at there and on ``dev``; of ``test`` only figures are taken."""
    if part not in PARTS:
        raise InputError(f"the parts of the gold reports are {', '.join(PARTS)}, not {part!r}")
    found = gold((Path(root) if root is not None else _home()) / part)
    known = {report.language for report in found}
    if language is not None and language not in known:
        raise InputError(f"there are no gold reports in {language!r}; there are: {', '.join(sorted(known))}")
    return tuple(report for report in found if language in (None, report.language))


def card() -> str:
    """The data card of the gold reports: where they come from, who read them, their licence."""
    return (_home() / "README.md").read_text("utf-8")


def _home() -> Path:
    """Where the gold reports are: in the installed package, or among the tests of the repository."""
    package = Path(__file__).parents[1]
    homes = (package / "gold", package.parent / "tests" / "gold")
    return next((home for home in homes if (home / PARTS[0]).is_dir()), homes[0])


def _report(data: Mapping[str, Any], file: Path) -> GoldReport:
    try:
        return GoldReport(data["id"], data["language"], data["text"], data.get("title"), data.get("published"),
                          data.get("publisher"), tuple(data["meetings"]))  # fmt: skip
    except KeyError as error:
        raise InputError(f"{file}: a gold report needs {error}") from error

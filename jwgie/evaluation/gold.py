"""The gold format: one JSON file a report, with the meetings that it tells of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jwgie.errors import InputError

#: A meeting as plain JSON values, the shape of `MeetingRecord.meeting()`.
Meeting = Mapping[str, Any]


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


def _report(data: Mapping[str, Any], file: Path) -> GoldReport:
    try:
        return GoldReport(data["id"], data["language"], data["text"], data.get("title"), data.get("published"),
                          data.get("publisher"), tuple(data["meetings"]))  # fmt: skip
    except KeyError as error:
        raise InputError(f"{file}: a gold report needs {error}") from error

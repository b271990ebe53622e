"""What was read in one text, for other libraries to carry: records, and mentions as plain values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from jwgie.document import Document, Mention
from jwgie.ner.values import BodyValue, CityValue, DateValue, PersonValue
from jwgie.record import MeetingRecord, Records


class Found(NamedTuple):
    """A mention: the characters ``[start, end)`` of the text, its label, the code or the name that it was resolved to, and the rule
    that found it."""

    start: int
    end: int
    label: str
    code: str
    rule: str


@dataclass(frozen=True)
class Reading:
    """The records of a text and the mentions in it, in order; `reason`: why nothing was looked for, or what is missing."""

    records: Records
    mentions: tuple[Found, ...]
    language: str | None = None
    reason: str | None = None

    @classmethod
    def of(cls, document: Document) -> Reading:
        """What a pipeline has read; mentions in the title are left out."""
        mentions = (
            Found(m.start, m.end, m.label, code(document, m), m.rule)
            for m in document.mentions
            if m.span.origin == "text" and m.start < m.end
        )
        return cls(Records(document.records), tuple(mentions), document.language, document.reason)

    def to_json(self) -> dict[str, Any]:
        """As values that JSON and MessagePack know."""
        records = [record.model_dump(mode="json") for record in self.records]
        return {"records": records, "mentions": [list(m) for m in self.mentions], "language": self.language, "reason": self.reason}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Reading:
        """What `to_json` gave; it was checked when it was read from the text."""
        records = Records(MeetingRecord.model_validate_json(json.dumps(record)) for record in data["records"])
        return cls(records, tuple(Found(*m) for m in data["mentions"]), data["language"], data["reason"])

    def _repr_html_(self) -> str:
        return self.records._repr_html_()


def code(document: Document, mention: Mention) -> str:
    """The value of a mention as one string: a code, a number, a city with its country, ISO dates, a person's name."""
    value = mention.value
    match value:
        case None:
            return ""
        case CityValue():
            return f"{value.name}/{value.country}"
        case DateValue():
            return value.start if value.start == value.end else f"{value.start}/{value.end}"
        case PersonValue():
            return document.slice(value.name)
        case BodyValue():
            return value.kind or ""
    return str(value)

"""The record of one meeting, as data: what `tests/gold/GUIDELINES.md` fixes, with the evidence for every value.

Codes are documented and labelled in `jwgie.knowledge`. A value that the report does not say is ``None`` or ``()``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationInfo, model_validator

from jwgie.errors import GroundingError

Kind = Literal[
    "joint_working_group", "joint_commission", "political_consultations", "dialogue", "coordination_council", "summit",
    "ministerial", "business_forum", "conference", "bilateral_meeting", "phone_call", "other",
]  # fmt: skip
Status = Literal["held", "scheduled", "postponed", "cancelled"]
Mode = Literal["virtual", "hybrid"]
Role = Literal["head", "member"]
Act = Literal["agree", "emphasise", "reaffirm", "condemn", "express_concern", "welcome", "call_for", "launch"]
DocumentKind = Literal[
    "memorandum_of_understanding", "agreement", "treaty", "joint_statement", "minutes", "action_plan", "programme", "other"
]  # fmt: skip


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(_Part):
    """The characters ``[start, end)`` of the title or the text that say a value.

    `origin` is ``text``, ``title``, ``metadata`` (resolved by the publication date) or ``knowledge`` (the country of a
    named city); of the last two, the characters are the words that were resolved, of the text or else of the title.
    `rule` names what read it; `confidence` is the share of that rule's values that were right on the gold reports.
    """

    start: int
    end: int
    text: str
    origin: Literal["text", "title", "metadata", "knowledge"]
    rule: str
    confidence: float | None = None


class DateRange(_Part):
    """ISO 8601 dates, inclusive, precision reduced where the text is less precise (``2024-06``, ``2024``)."""

    start: str
    end: str


class Place(_Part):
    """`city` by its common English name, `country` by ISO 3166-1 alpha-2 code."""

    city: str | None = None
    country: str | None = None


class Person(_Part):
    """A named person; every text is verbatim."""

    name: str
    role: Role
    position: str | None = None
    affiliation: str | None = None
    honorific: str | None = None


class Delegation(_Part):
    """The named people of one side."""

    party: str
    people: tuple[Person, ...] = ()

    @property
    def head(self) -> Person | None:
        """Who leads the side: the first who is said to; None where nobody is."""
        return next((person for person in self.people if person.role == "head"), None)


class Statement(_Part):
    """A position or a commitment of one or more sides; `quote` is the shortest clause that carries it."""

    act: Act
    actors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    quote: str


class SignedDocument(_Part):
    """A document signed or adopted at the meeting."""

    kind: DocumentKind
    title: str | None = None
    topics: tuple[str, ...] = ()


class Source(_Part):
    """Whom the report cites."""

    name: str
    party: str | None = None


class OtherRound(_Part):
    """The next or the previous round of the same body."""

    ordinal: int | None = None
    place: Place | None = None
    date: DateRange | None = None
    date_text: str | None = None


class DocumentInfo(_Part):
    """What is known of the report itself."""

    id: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None


#: The fields that make up the meeting itself, in the order of the guidelines.
MEETING_FIELDS = (
    "kind", "name", "subjects", "ordinal", "parties", "date", "place", "mode", "status", "delegations", "topics",
    "statements", "regions", "forums", "documents", "sources", "next_meeting", "previous_meeting",
)  # fmt: skip


class MeetingRecord(_Part):
    """One meeting that a report is about. Construction fails where a value has no evidence (`GroundingError`)."""

    kind: Kind
    name: str | None = None
    subjects: tuple[str, ...] = ()
    ordinal: int | None = None
    parties: tuple[str, ...] = ()
    date: DateRange | None = None
    place: Place | None = None
    mode: Mode | None = None
    status: Status
    delegations: tuple[Delegation, ...] = ()
    topics: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    regions: tuple[str, ...] = ()
    forums: tuple[str, ...] = ()
    documents: tuple[SignedDocument, ...] = ()
    sources: tuple[Source, ...] = ()
    next_meeting: OtherRound | None = None
    previous_meeting: OtherRound | None = None
    evidence: Mapping[str, tuple[Evidence, ...]] = {}
    confidence: float | None = None
    document: DocumentInfo = DocumentInfo()

    @model_validator(mode="after")
    def _grounded(self, info: ValidationInfo) -> MeetingRecord:
        """Every leaf has evidence; with ``context={"text": ..., "title": ...}`` every evidence is checked against it, with
        ``context={"grounded": True}`` nothing is: who builds the record has seen to it."""
        if info.context and info.context.get("grounded"):
            return self
        missing = [pointer for pointer, _ in self.leaves() if not self.evidence.get(pointer)]
        if missing:
            raise GroundingError(f"no evidence for {', '.join(missing)}")
        if info.context:
            title, text = info.context["title"], info.context["text"]
            for pointer, found in self.evidence.items():
                for e in found:
                    said = [source[e.start : e.end] for source, other in ((text, "title"), (title, "text")) if e.origin != other]
                    if e.text not in said:
                        raise GroundingError(f"evidence of {pointer}: {e.origin}[{e.start}:{e.end}] is not {e.text!r}")
        return self

    def meeting(self) -> dict[str, Any]:
        """The meeting as plain JSON values, without evidence: the shape of the gold records."""
        return self.model_dump(mode="json", include=set(MEETING_FIELDS))

    def leaves(self) -> Iterator[tuple[str, Any]]:
        """JSON pointer and value of every non-null leaf of the meeting."""
        found: list[tuple[str, Any]] = []
        _leaves("", [(name, getattr(self, name)) for name in MEETING_FIELDS], found)
        return iter(found)

    def explain(self, pointer: str) -> str:
        """For a person: what a value is, the words that say it, and the rule that read them."""
        values = dict(self.leaves())
        inside = [p for p in values if p == pointer or p.startswith(pointer.rstrip("/") + "/")]
        if not inside:
            return f"{pointer}: the report does not say (null)."
        lines = []
        for p in inside:
            lines.append(f"{p} = {values[p]!r}")
            for e in self.evidence[p]:
                sure = "" if e.confidence is None else f", right in {e.confidence:.0%} of the gold cases"
                lines.append(f"  {e.origin}[{e.start}:{e.end}] «{e.text}» (rule {e.rule}{sure})")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return Records((self,))._repr_html_()


class Records(tuple[MeetingRecord, ...]):
    """Records that show themselves in a notebook."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from jwgie.display import records_fragment  # the page's files are read only where something is shown

        return records_fragment(self)


def _leaves(pointer: str, items: Iterable[tuple[str | int, Any]], found: list[tuple[str, Any]]) -> None:
    for key, value in items:
        if isinstance(value, str | int):
            found.append((f"{pointer}/{key}", value))
        elif isinstance(value, tuple):
            _leaves(f"{pointer}/{key}", enumerate(value), found)
        elif value is not None:
            _leaves(f"{pointer}/{key}", value.__dict__.items(), found)  # the fields, in order

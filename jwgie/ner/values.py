"""The resolved values that mentions carry, beside plain codes and numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from jwgie.document import Mention, Span

if TYPE_CHECKING:
    from jwgie.ner.dates_parts import DateParts
    from jwgie.record import Kind, Status


class CityValue(NamedTuple):
    """A city: its common English name and its country's ISO 3166-1 alpha-2 code."""

    name: str
    country: str


@dataclass(frozen=True, slots=True)
class DateValue:
    """Inclusive ISO 8601 dates of reduced precision. `relative`: resolving used the publication date.

    `weekday` (ISO, 1 is Monday) where the text names it; `conflict`: where a Hijri and a Gregorian date stand side by side and are
    more than a day apart (as much as a sighted moon and the Umm al-Qura tables may differ), the day that the Hijri one is; `parts`
    is what the text says, for resolving anew (`jwgie.ner.dates_calendar.resolve`) once the tense is known.
    """

    start: str
    end: str
    grain: Literal["day", "week", "month", "quarter", "half", "year"]
    calendar: Literal["gregorian", "hijri"] = "gregorian"
    relative: bool = False
    year_given: bool = True
    weekday: int | None = None
    conflict: str | None = None
    parts: DateParts | None = field(default=None, compare=False, repr=False)


class PersonValue(NamedTuple):
    """The parts of a person's full description. `party` is the side that the description itself gives
    (nationality adjective, country, ministry of a named country); `counterpart`: introduced as نظيره, "his counterpart";
    `known_as`: the part of the name that the report uses alone, folded, where spaces do not tell it."""

    name: Span
    honorific: Span | None = None
    position: Span | None = None
    affiliation: Span | None = None
    party: str | None = None
    counterpart: bool = False
    known_as: str = ""


class BodyValue(NamedTuple):
    """A meeting or a body as one noun phrase (اجتماع، دورة، لجنة مشتركة، مشاورات، قمة ...).

    `kind` is a code of `jwgie.record.Kind` or None where the phrase alone does not tell ("the meeting");
    `name` the longest contiguous own name; `ordinal`, `parties`, `subjects` are the nested mentions that fill them;
    `which`: the phrase itself says that it is another round.
    """

    kind: str | None
    name: Span | None = None
    ordinal: Mention | None = None
    parties: tuple[Mention, ...] = ()
    subjects: tuple[Mention, ...] = ()
    definite: bool = True
    which: Literal["next", "previous"] | None = None


class RoleValue(NamedTuple):
    """What a span is in the meeting that a report is about, as a model says (``PARTY``, ``HEAD``, ``MEMBER``, ``PLACE``, ``DATE``), and how
    probable that is."""

    role: str
    score: float


class ToldValue(NamedTuple):
    """The meeting that a sentence tells of, as a model says: its kind, how probable that is, and its status."""

    kind: Kind
    score: float
    status: Status = "held"

"""One place where a report speaks of a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from jwgie.assembly.cues import Cue
from jwgie.assembly.speakers import Ground
from jwgie.document import Mention, Sentence, Span
from jwgie.record import Kind

_TALKS = ("bodies.talks", "bodies.call")
#: Kinds that need no name: talks as they come.
LOOSE = frozenset({"bilateral_meeting", "phone_call"})
#: Kinds of gatherings that one side may hold and others attend.
ONE_SIDED = frozenset({"conference", "business_forum", "other"})
#: How far (characters) behind a noun the one may begin with whom it was.
WITH = 8
#: Cues of verbs of meeting.
VERBS = frozenset({"meet", "discuss", "speak", "press"})
#: Cues that tell that a meeting takes place, or was to.
HELD = frozenset({"hold", "meet", "discuss", "plan", "postpone", "cancel", "during"})


@dataclass(frozen=True)
class Event:
    """One place where a report speaks of a meeting: a BODY mention, or a verb of meeting with its principals.

    `number` counts the sentences of the text from 1, the headline is 0. `aside`: mentioned in passing. `several`: one meets several
    others one by one, and `part` which of these talks it is, from 1, once they are parted; `governed`: a verb of holding, meeting
    or planning stands before a noun; `held_as`: the kind of an organisation's own session; `margin`: its sentence tells of what was
    held on the margins of another; `past`: it is dated to days before the report;
    `guests`: its principals are those whom somebody else met one by one; `attends`: somebody is told to go to it; `of_both`: it is
    said to be between those who were named before; `apart`: whom of its side somebody met in other talks told of at once.
    """

    sentence: Sentence
    number: int
    score: float
    aside: bool
    body: Mention | None = None
    cues: tuple[Cue, ...] = ()
    principals: tuple[Mention, ...] = ()
    sides: tuple[tuple[str, Ground], ...] = ()
    several: bool = False
    governed: bool = False
    held_as: Kind | None = None
    margin: bool = False
    past: bool = False
    part: int = 0
    guests: bool = False
    attends: bool = False
    of_both: bool = False
    apart: tuple[Mention, ...] = ()

    @cached_property
    def kind(self) -> Kind | None:
        """The kind that its own words tell."""
        if self.held_as:
            return self.held_as
        if self.body is None:
            return "phone_call" if any(c.name == "phone" for c in self.cues) else "bilateral_meeting"
        return self.body.value.kind  # type: ignore[no-any-return]

    @cached_property
    def many(self) -> bool:
        """Whether it means several meetings at once: its noun does, or one meets several others."""
        if self.part:
            return False
        return self.several or (self.body is not None and self.body.rule.endswith(".many") and self.body.rule.startswith(_TALKS))

    @property
    def with_whom(self) -> bool:
        """Whether it tells nothing but whom somebody met: talks only where several were told of before."""
        return self.body is None and self.cues[0].name == "with"

    @property
    def other(self) -> bool:
        """Whether it is told to be another than that before ("another meeting", "a second meeting")."""
        return any(c.name == "apart" and self.at.contains(c.span) for c in self.cues)

    @cached_property
    def attended(self) -> bool:
        """Whether it only says who was there at the meeting told of before ("the talks were attended by")."""
        known = self.body is not None and self.body.value.definite
        return known and any(c.name == "attend" and c.tense for c in self.cues)

    @cached_property
    def within(self) -> bool:
        """Whether it is only that in whose course something was said: "during the call, he told him of his talks with ..."."""
        body = self.body
        if body is None or not body.value.definite or body.value.parties or body.value.ordinal:
            return False
        during = any(c.name == "during" and 0 <= self.at.start - c.span.end <= 1 for c in self.cues)
        return during and not any(0 <= p.start - self.at.end <= WITH for p in self.principals)

    @property
    def possessive(self) -> bool:
        """Whether its noun has a possessive ("its fifth session"), and so means what was named before, unless it names a body itself."""
        return self.body is not None and ".own" in self.body.rule and not self.named

    @cached_property
    def named(self) -> bool:
        """Whether it is more than talks: a body or a meeting with a name."""
        named = self.body is not None and self.body.value.name is not None
        return named and self.kind is not None and self.kind not in LOOSE and not self.general

    @cached_property
    def general(self) -> bool:
        """Whether its noun speaks of bodies in general ("joint committees")."""
        return self.body is not None and self.body.rule.endswith(".many") and not (self.many or self.part)

    @cached_property
    def codes(self) -> frozenset[str]:
        """The sides it names."""
        return frozenset(code for code, _ in self.sides)

    @cached_property
    def told(self) -> bool:
        """Whether words around it tell that it takes place."""
        return any(c.name in HELD for c in self.cues)

    @property
    def told_of(self) -> bool:
        """Whether it names whom: principals, or a side in its own phrase."""
        return bool(self.principals) or (self.body is not None and bool(self.body.value.parties))

    @cached_property
    def at(self) -> Span:
        """Where it stands."""
        return self.body.span if self.body else self.cues[0].span

    @property
    def anchor(self) -> Ground:
        """The characters that speak of it."""
        return self.body or self.cues[0].span


def place(number: int) -> float:
    """What speaks for an event by the sentence where it stands: 0 is the headline."""
    return {0: 1.0, 1: 3.0, 2: 2.0, 3: 1.0}.get(number, max(-0.4 * (number - 3), -4.0))

"""Who is called the head of a side's delegation leads that side, whatever else is told of him: "A, the head of the X delegation, said"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jwgie.assembly.people_frames import Appearance
from jwgie.assembly.people_sides import Belonging, Participant
from jwgie.document import Mention, Span

#: The rank (a value of OFFICE mentions) of who leads a delegation.
HEAD = "head_of_delegation"
#: How far (characters) before somebody's description such an office may begin.
REACH = 60


def delegation_heads(belonging: Belonging, people: list[Participant], appearances: Sequence[Appearance]) -> None:
    """Makes heads of those who are named by that office, on sides that have none yet; who only speaks takes part by it."""
    found = {id(p.identity): p for p in people}
    led = {p.party[0] for p in people if p.party and p.role == "head"}
    for appearance in (a for a in appearances if a.frame != "aside"):
        office = _office(belonging, appearance.mention)
        sides = belonging.document.in_span(office.span, "NATIONALITY", "COUNTRY", "ORG") if office else ()
        code = next((code for m in sides if (code := belonging.code(str(m.value)))), None)
        if office is None or code is None or code in led:
            continue
        identity = belonging.people.of(appearance.mention)
        if id(identity) not in found:
            people.append(belonging.join(found, identity, replace(appearance, frame="reply")))
        found[id(identity)].party, found[id(identity)].role = (code, office), "head"
        led.add(code)


def _office(belonging: Belonging, person: Mention) -> Mention | None:
    """The office of the head of a delegation in somebody's description, or right before it."""
    near = Span(max(person.start - REACH, 0), person.end, person.span.origin)
    offices = (o for o in belonging.document.in_span(near, "OFFICE") if o.value == HEAD and person.start - o.end <= 1)
    return next(offices, None)

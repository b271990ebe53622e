"""The clauses of a sentence that tells what people do: their cue, the persons that it governs and the sides named beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from jwgie.assembly.speakers import Ground, side_of
from jwgie.document import Mention, Relation, Span

#: How far after a side a cue of leading may stand that refers back to it.
NEAR = 15
#: How far behind somebody the side begins that is said to be his.
BEHIND = 2
#: The end of the rule of a cue that speaks of two people before it.
BOTH = ".both"
#: The end of the rule of a cue that says in whose company people come.
ESCORT = ".company"


@dataclass(slots=True)
class Clause:
    """A cue with its persons and the sides named beside it; without a cue, the persons that wait for one. `filled`: somebody
    without a name stands there ("the two ministers"). `elided`: the one who leads with others has been named before.
    `satisfied`: its subject stands before it, so nobody need follow."""

    start: int
    cue: Relation | None = None
    frame: str = ""
    persons: list[Mention] = field(default_factory=list)
    sides: list[tuple[bool, int, str, Ground]] = field(default_factory=list)
    filled: bool = False
    elided: bool = False
    satisfied: bool = False

    @property
    def escort(self) -> bool:
        return self.cue is not None and self.cue.rule.endswith(ESCORT)

    @property
    def taken(self) -> bool:
        return bool(self.persons) or self.filled


def only_adds(frame: str, new: str) -> bool:
    """Whether a cue right after another only adds to it: "for his part, said"; "in his speech, stressed"; "headed the opening"."""
    return bool(frame) and (new == "speak" or (frame == "lead" and new in ("open", "visit", "meet")))


def turn_back(clauses: list[Clause]) -> None:
    """Cues of leading that nobody follows speak of the last person before them, or of the two who met; one who leads together
    with others has been named before."""
    for i, clause in enumerate(clauses):
        if clause.frame != "lead" or (clause.taken and not clause.elided):
            continue
        for earlier in reversed(clauses[:i]):
            if not earlier.persons:
                if earlier.filled:
                    break
                continue
            if earlier.frame == "lead":
                earlier.sides += [] if earlier.sides else clause.sides
            elif clause.cue and clause.cue.rule.endswith(BOTH):
                clause.persons, earlier.persons = earlier.persons, []
            elif earlier.frame == "meet":
                earlier.frame, earlier.cue = clause.frame, clause.cue
            elif earlier.cue is not clause.cue:
                clause.persons.insert(0, earlier.persons.pop())
            break


def share_verb(clauses: list[Clause]) -> None:
    """Where verbs come last, one of leading is said of those before it as well whose side is named: "A the one side, while B the other
    one led"."""
    for clause, after in pairwise(clauses):
        if clause.persons and not clause.frame and any(team for team, *_ in clause.sides) and after.persons and after.frame == "lead":
            clause.frame, clause.cue = after.frame, after.cue


def say_more(clauses: list[Clause]) -> None:
    """One who comes in order to attend attends; one who speaks "in a speech" has the floor."""
    for clause, after in pairwise(clauses):
        if not after.taken and (clause.frame, after.frame) in (("visit", "attend"), ("speak", "open")):
            clause.frame = after.frame


def share_sides(clauses: list[Clause], sides: list[Relation], subjects_first: bool, goes_on: Callable[[Span], bool]) -> None:
    """Gives each side to the clause in whose words it stands, or to the cue that refers back to it (الوفد التركي الذي يقوده). One that
    `goes_on` behind a joined conjunction begins behind that."""
    for relation in sides:
        argument = relation.mention("side")
        if argument is None:
            continue
        at, end = relation.span.start + goes_on(relation.span), relation.span.end
        index = max((i for i, clause in enumerate(clauses) if clause.start <= at), default=0)
        following = clauses[index + 1] if index + 1 < len(clauses) else None
        near = following and following.frame == "lead" and following.cue and 0 <= following.cue.span.start - end <= NEAR
        own = clauses[index].frame == "lead" and not clauses[index].sides
        if near and clauses[index].persons and clauses[index].frame != "" and not own:
            index += 1
        bare = clauses[index].filled and clauses[index].cue is None and not clauses[index].persons
        if subjects_first and bare and following and following.cue and following.persons:
            index += 1  # "for A, beside the minister, there attended B"
        entry = (relation.rule.endswith(".team"), at, side_of(argument) or str(argument.value), argument)
        # A cue and the subject before it are one clause in two parts.
        if index and clauses[index].cue is clauses[index - 1].cue and not clauses[index].persons:
            clauses[index - 1].sides.append(entry)
        elif subjects_first and index and clauses[index].cue is clauses[index - 1].cue and at < clauses[index].persons[0].start:
            clauses[index - 1].sides.append(entry)
            continue
        clauses[index].sides.append(entry)


def side_in(person: Mention, clause: Clause, final: bool) -> tuple[str, Ground] | None:
    """The side of a person of a clause: the one that follows the name at once ("B for the Algerian side"), perhaps behind a comma, else
    the last named before, or the only delegation named after."""
    for _, at, code, ground in clause.sides:
        if 0 < at - person.end <= BEHIND and not final:
            return code, ground
    if final and len(clause.persons) > 1 and clause.sides and clause.sides[0][1] > clause.persons[0].end:
        # "A the one side, and B the other one led"
        following = next((p.start for p in clause.persons if p.start > person.start), None)
        own = [s for s in clause.sides if s[1] >= person.end and (following is None or s[1] < following)]
        return (own[0][2], own[0][3]) if own and own[0][0] else None
    before = [s for s in clause.sides if s[1] < person.start]
    if before:
        return before[-1][2], before[-1][3]
    after = [s for s in clause.sides if s[0]]
    if len(after) == 1 or (after and len(clause.persons) == 1):
        return after[0][2], after[0][3]
    return None

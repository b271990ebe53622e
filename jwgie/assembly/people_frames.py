"""What each person of a sentence does, by the nearest words that say it.

A sentence is read as a row of cues (the relations of ``patterns/people.toml``), persons, sides and breaks. A cue governs the persons
after it up to the next cue or break; those before the first cue of a clause are its subject ("the minister headed ..."), and
a cue of leading that nobody follows speaks of the one before it ("..., who heads the Turkish side").
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from jwgie.assembly.speakers import Ground, side_of
from jwgie.document import Document, Mention, Relation, Sentence, Span, outermost

#: What a person may do, from what counts most to what counts least.
FRAMES = ("lead", "meet", "sign", "attend", "open", "visit", "reply", "tour", "speak")
#: Frames that make a person a participant.
PRESENT = frozenset(FRAMES) - {"speak"}
#: Frames whose lists of persons may go on in the next sentence, side by side.
GOING_ON = frozenset({"lead", "sign", "attend"})
#: How far (characters) before a cue its subject may end.
REACH = 120
#: How far after a side a cue of leading may stand that refers back to it.
NEAR = 15
#: How far after its cue somebody without a name may stand.
CLOSE = 30
#: The end of the rule of a cue that speaks of two people before it.
BOTH = ".both"
#: The end of the rule of a cue that says in whose company people come.
ESCORT = ".company"
#: The end of the rule of a cue which tells that somebody comes in place of the one before it.
INSTEAD = ".represented.by"
#: A mark after a name in a headline: what follows is said by that person.
SAYS = ":"


@dataclass(frozen=True, slots=True)
class Appearance:
    """One mention of a person with what it says: frame, the words of the cue, the side that the clause names, and the
    number of the group of persons that one cue governs together. `escort`: in the company of somebody."""

    mention: Mention
    frame: str
    cue: Span | None
    side: tuple[str, Ground] | None
    sentence: int
    group: int
    escort: bool = False


@dataclass(slots=True)
class _Clause:
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


class Frames:
    """Reads the sentences of one report."""

    def __init__(self, document: Document, subjects_first: bool = False, final: bool = False) -> None:
        """`subjects_first`: a subject stands before its verb, so that the side which somebody leads is named behind it; `final`: verbs
        come last, and sides stand before their people."""
        self.document = document
        self.subjects_first = subjects_first
        self.final = final
        self._groups = 0
        self._subject: Mention | None = None
        self._frame = ""  # what those named last do, where a list of them may go on in the next sentence

    def sentence(self, sentence: Sentence) -> list[Appearance]:
        """The appearances of the persons of a sentence, in order."""
        if next(self.document.in_span(sentence.span, "PERSON"), None) is None:
            return []
        named = [m.span for m in self.document.in_span(sentence.span, "PERSON")]
        found_there = self.document.in_span(sentence.span, "PERSON", "OFFICE", "SIDES")
        # "the ministers" before their countries and names are nobody else
        who = list(outermost(m for m in found_there if m.label != "SIDES" or not any(n.overlaps(m.span) for n in named)))
        if not any(m.label == "PERSON" for m in who):
            return []
        relations = [r for r in self.document.relations_in(sentence.index) if r.rule.startswith("people.")]
        aside = {m.span: r.span.start for r in relations if r.name == "aside" and (m := r.mention("person"))}
        found: list[Appearance] = []
        before: Relation | None = None
        for clause in self._clauses(who, relations):
            self._groups += not (self.subjects_first and clause.cue is not None and clause.cue is before)  # subject and object meet
            before = clause.cue
            if clause.persons and clause.sides and not clause.frame and clause.sides[0][1] < clause.persons[0].start:
                clause.frame = self._frame  # "... From the Egyptian side the ambassador ..."
            self._frame = clause.frame if clause.persons and clause.frame in GOING_ON else ""
            for person in clause.persons:
                led_by = clause.frame == "lead" and clause.cue and aside.get(person.span, 0) - clause.cue.span.end < NEAR
                frame = "aside" if person.span in aside and not led_by else clause.frame
                cue = clause.cue.span if clause.cue else None
                led = (self._led(person, clause) or self._described(person, who)) if self.subjects_first else None
                side = led if self.subjects_first else _side(person, clause, self.final)
                found.append(Appearance(person, frame, cue, side, sentence.index, self._groups, clause.escort))
        joint = (a.mention.rule == "persons.joint" and not a.frame for a in found)
        return _counterparts([replace(a, frame="meet") if together else a for a, together in zip(found, joint, strict=True)])

    def _clauses(self, who: list[Mention], relations: list[Relation]) -> list[_Clause]:
        cues = _strongest([r for r in relations if r.name in FRAMES or r.name in ("join", "with", "break", "side")])
        row: list[tuple[int, Relation | Mention]] = [(r.span.start, r) for r in cues if r.name != "side"]
        row += [(p.start, p) for p in who]
        row.sort(key=lambda item: item[0])
        clauses = [_Clause(0)]
        for start, item in row:
            last = clauses[-1]
            if isinstance(item, Mention):
                if item.label != "PERSON":
                    last.filled |= last.cue is None or start - last.cue.span.end <= CLOSE
                elif self._says(item) and not last.cue:
                    clauses += [_Clause(item.start, None, "speak", [item]), _Clause(item.end)]
                else:
                    last.persons.append(item)
            elif item.name == "break":
                clauses.append(_Clause(start))
            elif item.name == "join":
                clauses.append(_Clause(start, item, "lead", elided=True))
            elif item.name == "with":
                if last.frame == "lead" and not last.taken:
                    last.elided = True
                elif last.frame not in ("lead", "meet", "sign"):
                    clauses.append(_Clause(start, item, "attend"))
            elif item.rule.endswith(INSTEAD) and last.persons and 0 <= start - last.persons[-1].end <= CLOSE:
                absent = last.persons.pop()
                clauses += [_Clause(absent.start, None, "aside", [absent]), _Clause(start, item, item.name)]
                if absent.value.party:
                    clauses[-1].sides.append((False, start, absent.value.party, absent))
            elif last.persons and last.cue is None and not last.frame and start - last.persons[-1].end <= REACH:
                last.cue, last.frame = item, item.name
                if item.name not in ("speak", "reply"):
                    clauses.append(_Clause(start, item, item.name, satisfied=True))
            elif last.taken or (last.satisfied and last.frame == item.name == "lead"):
                clauses.append(_Clause(start, item, item.name))
            elif last.satisfied or not _only_adds(last.frame, item.name):
                if (last.frame, item.name) == ("lead", "attend"):
                    clauses.append(_Clause(start, item, item.name))  # "... at the head of a delegation that will attend"
                    continue
                if len(clauses) > 1 and (clauses[-2].frame, last.frame) == ("visit", "attend"):
                    clauses[-2].frame = "attend"  # one who comes in order to attend
                last.cue, last.frame, last.satisfied = item, item.name, False
        self._recall(clauses)
        _share_sides(clauses, [r for r in relations if r.name == "side"], self.subjects_first)
        _turn_back(clauses)
        _say_more(clauses)
        return clauses

    def _described(self, person: Mention, who: list[Mention]) -> tuple[str, Ground] | None:
        """The side of the institution that the words behind a name put somebody at: "B, who is in charge of it at Oman's ministry"."""
        sentence = self.document.sentence_of(person.span)
        if person.value.party or sentence is None:
            return None
        end = min((p.start for p in who if p.start >= person.end), default=sentence.span.end)
        for institution in self.document.in_span(Span(person.end, end, person.span.origin), "INSTITUTION"):
            for named in self.document.in_span(institution.span, "COUNTRY", "NATIONALITY"):
                return str(named.value), named
        return None

    def _led(self, person: Mention, clause: _Clause) -> tuple[str, Ground] | None:
        """The side of a person of a clause: of a subject the first behind its verb, of others the nearest before or, where the verb
        is that of the one before, behind ("A led the one side, and B that of ...")."""
        start = clause.cue.span.start if clause.cue else None
        for _, at, code, ground in clause.sides:  # "A for Oman and B for Qatar", "for Oman, A"
            if 0 < at - person.end <= 1 or (0 < person.start - ground.end <= 2 and start is not None and person.end <= start):
                return code, ground
        after = [s for s in clause.sides if s[1] >= person.end]
        if start is not None and person.end <= start:
            return next(((code, ground) for _, at, code, ground in after if at >= start), None)
        before = [s for s in clause.sides if s[1] < person.start]
        chosen = (after[:1] or before[-1:]) if clause.satisfied else (before[-1:] or after[:1])
        return (chosen[0][2], chosen[0][3]) if chosen else None

    def _recall(self, clauses: list[_Clause]) -> None:
        """One who leads together with others, and is not named in the sentence, is the subject of the one before."""
        spoken = [c.persons[0] for c in clauses if c.persons]
        for i, clause in enumerate(clauses):
            unnamed = not any(c.persons for c in clauses[:i]) or (i and clauses[i - 1].filled and not clauses[i - 1].persons)
            if clause.elided and unnamed and self._subject:
                clause.persons.insert(0, self._subject)
                clause.elided = False
        self._subject = spoken[0] if spoken else self._subject

    def _says(self, person: Mention) -> bool:
        text = self.document.source(person.span.origin)
        return text[person.end : person.end + 3].lstrip(" \"'»").startswith(SAYS)


def _only_adds(frame: str, new: str) -> bool:
    """Whether a cue right after another only adds to it: "for his part, said"; "in his speech, stressed"; "headed the opening"."""
    return bool(frame) and (new == "speak" or (frame == "lead" and new in ("open", "visit", "meet")))


def _counterparts(found: list[Appearance]) -> list[Appearance]:
    """Somebody who is named as a counterpart and does nothing else meets the last who is named before."""
    for i, appearance in enumerate(found):
        if appearance.mention.value.counterpart and appearance.frame in ("", "speak") and i:
            first = next((j for j in reversed(range(i)) if found[j].frame in ("", "speak", "reply")), None)
            for j in (first, i):
                if j is not None:
                    old = found[j]
                    found[j] = Appearance(old.mention, "meet", appearance.mention.span, old.side, old.sentence, appearance.group)
    return found


def _turn_back(clauses: list[_Clause]) -> None:
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


def _say_more(clauses: list[_Clause]) -> None:
    """One who comes in order to attend attends; one who speaks "in a speech" has the floor."""
    for clause, after in pairwise(clauses):
        if not after.taken and (clause.frame, after.frame) in (("visit", "attend"), ("speak", "open")):
            clause.frame = after.frame


def _share_sides(clauses: list[_Clause], sides: list[Relation], subjects_first: bool) -> None:
    """Gives each side to the clause in whose words it stands, or to the cue that refers back to it (الوفد التركي الذي يقوده)."""
    for relation in sides:
        argument = relation.mention("side")
        if argument is None:
            continue
        at, end = relation.span.start, relation.span.end
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


def _side(person: Mention, clause: _Clause, final: bool) -> tuple[str, Ground] | None:
    """The side of a person of a clause: the one that follows the name at once ("B for the Algerian side"), else the last named
    before, or the only delegation named after."""
    for _, at, code, ground in clause.sides:
        if at - person.end == 1 and not final:
            return code, ground
    before = [s for s in clause.sides if s[1] < person.start]
    if before:
        return before[-1][2], before[-1][3]
    after = [s for s in clause.sides if s[0]]
    if len(after) == 1 or (after and len(clause.persons) == 1):
        return after[0][2], after[0][3]
    return None


def _strongest(cues: list[Relation]) -> list[Relation]:
    """Of cues whose words overlap, the one that says most."""
    order = {name: i for i, name in enumerate(("join", *FRAMES[:-1], "with", "speak", "break", "side"))}
    kept: list[Relation] = []
    for cue in sorted(cues, key=lambda r: (order[r.name], r.span.start)):
        if cue.name == "side" or not any(k.span.overlaps(cue.span) for k in kept):
            kept.append(cue)
    return kept

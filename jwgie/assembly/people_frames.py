"""What each person of a sentence does, by the nearest words that say it.

A sentence is read as a row of cues (the relations of ``patterns/people.toml``), persons, sides and breaks. A cue governs the persons
after it up to the next cue or break; those before the first cue of a clause are its subject ("the minister headed ..."), and
a cue of leading that nobody follows speaks of the one before it ("..., who heads the Turkish side").
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from jwgie.assembly.people_clauses import NEAR, Clause, only_adds, say_more, share_sides, share_verb, side_in, turn_back
from jwgie.assembly.speakers import Ground
from jwgie.document import Document, Mention, Relation, Sentence, Span, outermost

#: What a person may do, from what counts most to what counts least.
FRAMES = ("lead", "meet", "sign", "attend", "open", "visit", "reply", "tour", "speak")
#: Frames that make a person a participant.
PRESENT = frozenset(FRAMES) - {"speak"}
#: Frames whose lists of persons may go on in the next sentence, side by side.
GOING_ON = frozenset({"lead", "sign", "attend"})
#: How far (characters) before a cue its subject may end.
REACH = 120
#: The end of the rule of a cue that stands before those of whom it is said, also where verbs come last.
AHEAD = ".ahead"
#: How far behind a person, where verbs come last, a cue of leading stands that is said of nobody else ("under A's leadership").
OWN = 4
#: How far apart a list and what goes on with it are.
JOINED = 6
#: How far after its cue somebody without a name may stand.
CLOSE = 30
#: The heading of a list of people has no more letters than these beside the name of their side ("participants").
HEADING = 3
#: The end of the rule of a cue which tells that somebody comes in place of the one before it.
INSTEAD = ".represented.by"
#: The end of the rule of a cue that tells who else is of a delegation which was told of before.
TEAM = "attend.team"
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


class Frames:
    """Reads the sentences of one report."""

    def __init__(self, document: Document, subjects_first: bool = False, final: bool = False, letters: tuple[str, ...] = ()) -> None:
        """`subjects_first`: a subject stands before its verb, so that the side which somebody leads is named behind it; `final`: verbs
        come last, and sides stand before their people; `letters`: conjunctions that are written joined to the word after them."""
        self.document = document
        self.subjects_first = subjects_first
        self.final = final
        self.letters = letters
        self._groups = 0
        self._subject: Mention | None = None
        self._frame = ""  # what those named last do, where a list of them may go on in the next sentence
        self._led_last: tuple[int, tuple[str, Ground]] | None = None  # the sentence and the side of who led last
        self._heading: tuple[str, Ground] | None = None  # the side whose people are listed line by line

    def _goes_on(self, span: Span) -> bool:
        """Whether a span begins with a conjunction that is written joined."""
        return bool(self.letters) and self.document.folded(span).startswith(self.letters)

    def sentence(self, sentence: Sentence) -> list[Appearance]:
        """The appearances of the persons of a sentence, in order."""
        if next(self.document.in_span(sentence.span, "PERSON"), None) is None:
            self._heading = self._headed(sentence) if self.final else None
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
                if self.subjects_first:
                    side = self._led(person, clause) or self._described(person, who) or self._carried(clause, found)
                    side = side or self._of_team(clause, sentence)
                else:
                    side = side_in(person, clause, self.final)
                found.append(Appearance(person, frame, cue, side, sentence.index, self._groups, clause.escort))
                if frame in ("lead", "attend") and side is not None:
                    self._led_last = sentence.index, side
        if self._heading is not None:  # a line of a list
            if any(a.frame for a in found):
                self._heading = None
            found = [replace(a, frame="attend", side=self._heading) if self._heading else a for a in found]
        joint = (a.mention.rule == "persons.joint" and not a.frame for a in found)
        return _counterparts([replace(a, frame="meet") if together else a for a, together in zip(found, joint, strict=True)])

    def _headed(self, sentence: Sentence) -> tuple[str, Ground] | None:
        """The side that heads a list of its people: a line of nothing but its name and marks; a line without people between two goes on."""
        text = self.document.slice(sentence.span)
        for side in self.document.in_span(sentence.span, "NATIONALITY"):
            rest = text.replace(self.document.slice(side.span), "", 1)
            if sum(map(str.isalnum, rest)) <= HEADING:
                return str(side.value), side
        return self._heading if len(text) <= REACH else None

    def _clauses(self, who: list[Mention], relations: list[Relation]) -> list[Clause]:
        cues = _strongest([r for r in relations if r.name in FRAMES or r.name in ("join", "with", "break", "side")])
        row: list[tuple[int, Relation | Mention]] = [(r.span.start, r) for r in cues if r.name != "side"]
        row += [(p.start, p) for p in who]
        row.sort(key=lambda item: item[0])
        clauses = [Clause(0)]
        for start, item in row:
            last = clauses[-1]
            if isinstance(item, Mention):
                if item.label != "PERSON":
                    last.filled |= last.cue is None or start - last.cue.span.end <= CLOSE
                elif self._says(item) and not last.cue:
                    clauses += [Clause(item.start, None, "speak", [item]), Clause(item.end)]
                else:
                    last.persons.append(item)
            elif item.name == "break":
                clauses.append(Clause(start))
            elif item.name == "join":
                clauses.append(Clause(start, item, "lead", elided=True))
            elif item.name == "with":
                if last.frame == "lead" and not last.taken:
                    last.elided = True
                elif last.frame not in ("lead", "meet", "sign"):
                    clauses.append(Clause(start, item, "attend"))
            elif item.rule.endswith(INSTEAD) and last.persons and 0 <= start - last.persons[-1].end <= CLOSE:
                absent = last.persons.pop()
                clauses += [Clause(absent.start, None, "aside", [absent]), Clause(start, item, item.name)]
                if absent.value.party:
                    clauses[-1].sides.append((False, start, absent.value.party, absent))
            elif self.final and self._of_those_before(item, last):
                clauses += self._owned(last, item)
            elif last.persons and last.cue is None and not last.frame and start - last.persons[-1].end <= REACH:
                last.cue, last.frame = item, item.name
                if item.name not in ("speak", "reply"):
                    clauses.append(Clause(start, item, item.name, satisfied=True))
            elif last.taken or (last.satisfied and last.frame == item.name == "lead"):
                clauses.append(Clause(start, item, item.name))
            elif last.satisfied or not only_adds(last.frame, item.name):
                if (last.frame, item.name) == ("lead", "attend"):
                    clauses.append(Clause(start, item, item.name))  # "... at the head of a delegation that will attend"
                    continue
                if len(clauses) > 1 and (clauses[-2].frame, last.frame) == ("visit", "attend"):
                    clauses[-2].frame = "attend"  # one who comes in order to attend
                last.cue, last.frame, last.satisfied = item, item.name, False
        self._recall(clauses)
        share_sides(clauses, [r for r in relations if r.name == "side"], self.subjects_first, self._goes_on)
        if self.final:
            share_verb(clauses)
        turn_back(clauses)
        say_more(clauses)
        return clauses

    @staticmethod
    def _of_those_before(cue: Relation, last: Clause) -> bool:
        """Whether a cue of leading stands right behind those of whom alone it is said; some stand before theirs."""
        near = bool(last.persons) and 0 <= cue.span.start - last.persons[-1].end <= OWN
        return cue.name == "lead" and near and not cue.rule.endswith(AHEAD)

    def _carried(self, clause: Clause, found: list[Appearance]) -> tuple[str, Ground] | None:
        """The side that was led by the one right before a cue of attending: "the delegation of X was led by A and included B"."""
        cue = clause.cue
        if clause.frame != "attend" or cue is None or clause.escort:
            return None
        before = next((a for a in reversed(found) if a.mention.end <= cue.span.start), None)
        near = before is not None and before.frame == "lead" and cue.span.start - before.mention.end <= JOINED
        return before.side if near and before is not None else None

    def _of_team(self, clause: Clause, sentence: Sentence) -> tuple[str, Ground] | None:
        """The side that was led in the sentence before, of whose delegation a clause tells more: "The delegation included ..."."""
        if clause.cue is None or not clause.cue.rule.endswith(TEAM) or self._led_last is None:
            return None
        index, side = self._led_last
        return side if 0 <= sentence.index - index <= 1 else None

    def _owned(self, last: Clause, cue: Relation) -> list[Clause]:
        """What follows a cue of leading right behind those of whom alone it is said, where verbs come last: their own clause, where
        another cue had them, and a new one, beyond the side that they lead."""
        new = Clause(cue.span.end + NEAR)
        if last.cue is None and not last.frame:
            last.cue, last.frame = cue, cue.name
            return [new]
        own = Clause(last.persons[-1].start, cue, cue.name, [last.persons.pop()])
        return [own, new]

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

    def _led(self, person: Mention, clause: Clause) -> tuple[str, Ground] | None:
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

    def _recall(self, clauses: list[Clause]) -> None:
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


def _strongest(cues: list[Relation]) -> list[Relation]:
    """Of cues whose words overlap, the one that says most."""
    order = {name: i for i, name in enumerate(("join", *FRAMES[:-1], "with", "speak", "break", "side"))}
    kept: list[Relation] = []
    for cue in sorted(cues, key=lambda r: (order[r.name], r.span.start)):
        if cue.name == "side" or not any(k.span.overlaps(cue.span) for k in kept):
            kept.append(cue)
    return kept

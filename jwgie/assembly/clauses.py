"""Where a sentence takes a position, in a language whose verbs do not come first: each verb with its subject and its complement.

A verb of ``lexicons/acts.tsv`` counts where it has a subject: right before it ("both sides stressed that ..."), behind it
(`"...", said the minister`), or of the clause before ("... and called on ..."). A passive has before it what it says ("X was
condemned by both"), and so has every verb of a language whose verbs come last. A verb that is put into what is said ("X, he
added, is ...") has all around it. ``statements.toml`` says how to tell them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from jwgie import regexp
from jwgie.assembly.actors import Actors, Speakers
from jwgie.assembly.clause_grammar import ClauseGrammar
from jwgie.assembly.clause_owners import LOOK, Owners
from jwgie.assembly.grammar import Expression
from jwgie.assembly.subjects import SUBJECTS, outermost_subjects
from jwgie.assembly.verbs import Verb
from jwgie.document import Mention, Span

#: A telling word of a complement, and what leads to its clause, stand within this many characters of the verb.
NEAR = 60
#: Between a verb of saying and the pronoun of the one who says it ("said that it") stand at most so many characters.
SAID = 6
#: The verb by which a sentence gives a view though it has none.
SAYS = Verb("", "say", "perfect")
#: A subject of more words than this is no part of the clause that carries a position.
LONG = 14
#: A subject that is no mention begins within this many characters before its verb.
REACH = 200


@dataclass(slots=True)
class Clause:
    """A verb with what belongs to it, in folded positions. `begin`: where its clause begins, with its subject; `stop`: where it
    ends; `actors`: None where they are those of the clause before (or, at the beginning of a sentence, behind); `told`: what it says is a
    clause behind the verb though verbs come last."""

    start: int
    end: int
    verb: Verb
    begin: int
    stop: int
    actors: Actors | None
    passive: bool = False
    inserted: bool = False
    future: bool = False
    empty: bool = False
    told: bool = False


class Finder(Owners):
    """Finds the clauses of the sentences of a report, in order."""

    def __init__(self, grammar: ClauseGrammar, speakers: Speakers) -> None:
        super().__init__(grammar, speakers)

    def find(self, span: Span) -> list[Clause]:
        """The clauses of a sentence, in order."""
        document = self.speakers.document
        view = document.views[span.origin]
        self.text, (self.start, self.end) = view.text, view.range(span)
        self.mentions = [(*view.range(m.span), m) for m in outermost_subjects(document.in_span(span, *SUBJECTS))]
        return self._clauses()

    def _back(self, expression: Expression, at: int, lower: int | None = None) -> bool:
        """Whether an expression that looks back is found right before a place."""
        lower = self.start if lower is None else lower
        return expression.search(self.text, max(lower, at - LOOK), at) is not None

    # ---- verbs and their subjects ----

    def _clauses(self) -> list[Clause]:
        clauses: list[Clause] = []
        for at, to, options in self.grammar.verbs.find(self.text, self.start, self.end):
            if any(first <= at < last for first, last, m in self.mentions if m.label != "BODY"):
                continue
            clause = next((c for verb in options if (c := self._clause(at, to, verb, clauses)) is not None), None)
            if clause is not None:
                clauses.append(clause)
                if clause.actors is not None and clause.actors.named:
                    self.speakers.remember(clause.actors)
        self._bound(clauses)
        self.quoted(clauses)
        found = [c for i, c in enumerate(clauses) if not self._nested(clauses, i)]
        at, actors = self.attributed()
        return [Clause(at, at, SAYS, at, self.end, actors, inserted=True), *found] if actors else found

    def _clause(self, at: int, to: int, verb: Verb, before: list[Clause]) -> Clause | None:
        reading, text = self.reading, self.text
        group = self.grammar.groups[verb.group]
        lower = before[-1].end if before else self.start
        last = self.grammar.verb_last
        passive = verb.form == "passive" or (verb.form == "perfect" and self._back(reading.passive, at))
        future = verb.form == "future" or ((verb.form in ("imperfect", "participle") or passive) and self._back(reading.future, at))
        needs = group.needs and (group.needs.search(text, lower, at) if last else group.needs.match(text, to, self.end))
        if passive and group.needs and not needs:  # "a joint fund was launched"
            needs = group.needs.search(text, lower, at)
        if group.needs and not needs and not (group.clause is not None and self.closes(lower, at, to)):
            return None
        if not future and self._back(reading.never, at):
            return None
        if not future and not group.tells and group.future:
            return None  # what was done, or has to be
        within = bool(before) and not before[-1].inserted and bool(self.grammar.groups[before[-1].verb.group].otherwise) and not last
        goes_on = at == self.start or self._back(reading.begins, at, lower)
        begin, actors = self._subject(lower, at, marked=passive and last)
        if actors is not None and actors.impersonal and not passive and before:
            actors = self._itself(before[-1], begin) or actors
        if actors is not None and self._described(begin, before):
            return None
        if within and not goes_on and (passive or verb.form == "imperfect") and not reading.breaks.search(text, lower, at):
            return None  # of the clause that is the complement of the one before
        if passive and not last:
            return self._passive(at, to, verb, lower, begin, actors, future)
        clause = Clause(at, to, verb, begin, self.end, actors, future=future)
        if last:
            clause.begin = lower
            if passive and actors is None:
                clause.actors = self.speakers.all
            return clause
        if verb.form == "participle":
            clause.begin, clause.actors = (at, None) if actors is None else (begin, actors)
            return clause if goes_on or actors is not None else None
        if actors is None:
            behind = self.behind(to) if self.grammar.free or self._back(reading.aside, at) else None
            if behind is not None and self._back(reading.aside, at) and (group.clause is not None or group.otherwise):
                clause.actors, clause.inserted, clause.begin = behind, True, self.start
                return clause
            if self.grammar.free and goes_on:
                clause.begin, clause.actors = at, behind or self._told(verb)
                return clause
            clause.begin = at
            like_before = verb.form != "imperfect" or future or (bool(before) and before[-1].verb.form == "imperfect")
            return clause if goes_on and like_before else None
        if len(text[begin:at].split()) > LONG and not last:
            clause.begin = at  # long subjects are not quoted
        if begin > self.start and self._back(reading.aside, begin) and reading.inserted.match(text, to, self.end):
            clause.inserted, clause.begin = True, self.start
        return clause

    def _itself(self, said: Clause, begin: int) -> Actors | None:
        """The side that says something of itself right before a pronoun: "Oman said it was ready"."""
        near = said.end <= begin <= said.end + SAID and not said.inserted
        return said.actors if near and said.actors and said.actors.named and len(said.actors.parties) == 1 else None

    def _described(self, begin: int, before: list[Clause]) -> bool:
        """Whether the clause whose subject begins at a place only describes a noun: "the plan that they agreed"."""
        if not self._back(self.reading.describes, begin):
            return False
        that = self.reading.that.match(self.text, before[-1].end, begin + 1) if before else None
        return that is None or that.end() < begin

    def _passive(self, at: int, to: int, verb: Verb, lower: int, begin: int, actors: Actors | None, future: bool) -> Clause:
        """A passive: who does it stands behind "by", or is all who met; "it" has its complement behind the verb."""
        empty = actors is not None and actors.impersonal
        owner = self.owner(lower, at) if self.grammar.groups[verb.group].otherwise == "reaffirm" else None
        agent = self.agent(to) or owner or self.speakers.all
        clause = Clause(at, to, verb, begin if empty else lower, self.end, agent, True, future=future, empty=empty)
        if empty and self._back(self.reading.aside, begin) and self.reading.inserted.match(self.text, to, self.end):
            clause.inserted, clause.begin, clause.empty = True, self.start, False
        return clause

    def _subject(self, lower: int, at: int, marked: bool = False) -> tuple[int, Actors | None]:
        """Where the subject of a verb begins and whom it speaks for: the nearest that stands right before it, or bears the mark of a
        subject (where it must be `marked`: that alone); None without one."""
        reading, text = self.reading, self.text
        for i in range(len(self.mentions)) if self.grammar.marked else reversed(range(len(self.mentions))):
            first, last, mention = self.mentions[i]
            if last > at or first < lower:
                continue
            stands = reading.marker.match(text, last, at) if self.grammar.marked else reading.between.fullmatch(text, last, at)
            if stands:
                group = [mention]
                while (
                    i
                    and self.mentions[i - 1][0] >= lower
                    and _alike(group[0], self.mentions[i - 1][2])
                    and reading.joined.fullmatch(text, self.mentions[i - 1][1], first)
                ):
                    i -= 1
                    first = self.mentions[i][0]
                    group.insert(0, self.mentions[i][2])
                noun = reading.modified.search(text, max(lower, first - LOOK), first) if group[0].label == "NATIONALITY" else None
                first = noun.start() if noun else first
                opening = reading.opens.search(text, max(lower, first - LOOK), first)
                if self._back(reading.oblique, first, lower) and not reading.relative.match(text, last, at):
                    continue
                found = self.speakers.named(group)
                if not found.named and not found.foreign and (peers := self.speakers.peers(group)) and not self.grammar.verb_last:
                    found = peers
                elif not found.named and not found.foreign:
                    found = Actors(self.speakers.one.parties, bool(self.speakers.one.parties))
                return (opening.start() if opening else first), found
        pronoun = reading.pronoun.search(text, max(lower, at - REACH), at)
        if pronoun is None and self.grammar.marked and not marked:  # a verb that lets its subject stand without the mark
            for first, last, mention in self.mentions:
                if lower <= first and last <= at and reading.between.match(text, last, at):
                    found = self.speakers.named([mention])
                    return (first, found) if found.named else (at, None)
        if pronoun is None:
            return at, None
        return pronoun.start(), self._meant(pronoun)

    def _meant(self, pronoun: regexp.Match) -> Actors:
        speakers = self.speakers
        if pronoun["several"]:
            several = speakers.several if speakers.several.parties else speakers.all
            return Actors(several.parties, True)
        if pronoun["either"]:
            return Actors((speakers.last.parties or speakers.several.parties or speakers.all.parties), True)
        if pronoun["one"]:
            one = speakers.one if speakers.one.parties or speakers.one.foreign else speakers.last
            return Actors(one.parties, True, one.foreign)
        return Actors(speakers.all.parties, False, impersonal=True)

    def _told(self, verb: Verb) -> Actors | None:
        """Whom the ending of a verb without a subject tells of: all who met, or who spoke last; None where nobody did."""
        speakers = self.speakers
        if verb.number == "several":
            return Actors((speakers.several if speakers.several.parties else speakers.all).parties, True)
        return Actors(speakers.one.parties, True, speakers.one.foreign) if speakers.one.parties or speakers.one.foreign else None

    # ---- where clauses begin and end ----

    def _bound(self, clauses: list[Clause]) -> None:
        """Where each clause ends: where the next begins; where its subject is: that of the one before, or behind."""
        reading, text = self.reading, self.text
        last = self.start
        for i, clause in enumerate(clauses):
            if (clause.passive and not clause.empty) or clause.inserted or self.grammar.verb_last:
                for match in reading.breaks.finditer(text, clause.begin if clause.inserted else max(last, clause.begin), clause.start):
                    clause.begin = match.end()
                while clause.begin < clause.start and not text[clause.begin].isalnum() and text[clause.begin] not in '"(':
                    clause.begin += 1
            following = next((c for c in clauses[i + 1 :] if not c.inserted), None)
            if following is not None and not self.grammar.verb_last:
                clause.stop = following.begin
                if following.passive and not following.empty:
                    breaks = [m.start() for m in reading.breaks.finditer(text, clause.end, following.start)]
                    clause.stop = breaks[-1] if breaks else clause.stop
                    following.begin = max(following.begin, clause.stop if breaks else following.begin)
            if self.grammar.verb_last:
                clause.stop = clause.end
                if reading.that.match(text, clause.end, self.end):
                    clause.told, clause.stop = True, self._told_until(clauses, i)
            last = clause.stop if clause.told else clause.end
        for i, clause in enumerate(clauses):
            if clause.actors is None:
                near = next((c.actors for c in reversed(clauses[:i]) if c.actors and not c.inserted and not c.passive), None)
                near = near or (self._leading() if clause.start > self.start else None)
                near = near or next((c.actors for c in clauses[i + 1 :] if c.actors and c.verb.form != "participle"), None)
                clause.actors = near or (self.speakers.last if self.grammar.verb_last else self.opening(clause))

    def _told_until(self, clauses: list[Clause], i: int) -> int:
        """Where a clause ends that stands behind a verb of a language whose verbs come last: where the next verb has a subject of its own
        behind a break; where what it only reports begins ("the ministry said that both sides agreed")."""
        that = self.reading.that.match(self.text, clauses[i].end, self.end)
        for clause in clauses[i + 1 :]:
            if clause.actors is not None and clause.actors.named:
                if that and self.only_reports(clauses[i], clause.verb, clause.actors):
                    clause.begin = max(clause.begin, that.end())
                    return that.end()
                breaks = [m.start() for m in self.reading.breaks.finditer(self.text, clauses[i].end, clause.start)]
                if breaks:
                    return breaks[-1]
        return self.end

    def _leading(self) -> Actors | None:
        """The subject that the sentence begins with, whatever its verb."""
        number = self.reading.numbers.match(self.text, self.start, self.end)
        start = number.end() if number else self.start
        first = self.mentions[0][0] if self.mentions else self.end
        if self.mentions and (first == start or self.reading.opens.fullmatch(self.text, start, first)):
            group = [self.mentions[0][2]]
            for one, other in pairwise(self.mentions):
                if not self.reading.joined.fullmatch(self.text, one[1], other[0]):
                    break
                group.append(other[2])
            found = self.speakers.named(group)
            return found if found.named else None
        pronoun = self.reading.leading.match(self.text, start, self.end)
        return self._meant(pronoun) if pronoun else None

    def _nested(self, clauses: list[Clause], i: int) -> bool:
        """Whether a verb is that of the clause which the one before has as its complement, and that one tells the act."""
        if self.grammar.verb_last:
            return any(c.told and c.end <= clauses[i].start < c.stop for c in clauses[:i])
        if not i or clauses[i].inserted:
            return False
        before, clause = clauses[i - 1], clauses[i]
        tells = self.grammar.groups[before.verb.group].otherwise and not before.inserted
        that = self.reading.that.match(self.text, before.end, clause.begin + 1)
        if tells and that and that.end() >= clause.begin:
            before.stop = max(before.stop, clause.stop)
            return True
        return False


def _alike(one: Mention, other: Mention) -> bool:
    """Whether two mentions may be one subject together: a body and somebody may not."""
    return (one.label == "BODY") == (other.label == "BODY")

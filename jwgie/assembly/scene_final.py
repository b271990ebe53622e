"""The scene of a meeting in a language whose verbs come last and whose prepositions follow their nouns: everybody is named before the
verb or the noun of meeting, and what marks them, and what sets a phrase aside, stands right behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from jwgie.assembly.cues import Cue
from jwgie.assembly.scene import Scene
from jwgie.assembly.scene_people import ASIDE, NEXT, REACH, REACH_BACK
from jwgie.assembly.speakers import PAUSES
from jwgie.document import Mention, Span
from jwgie.record import Kind
from jwgie.regexp import Pattern

#: How far what marks somebody may stand behind, and a mark that sets a phrase aside behind that.
BEHIND = 1
#: What happened more days ago than this is recalled.
LONG = 400
#: In so many sentences of a report quotations tell what it is about.
TOLD = 2
#: How far before a noun or verb of meeting the one may stand whom it was with.
WITH = 60

_MET = frozenset({"meet", "speak"})
_MARKS = frozenset({"subject", "owner", "with"})


class FinalScene(Scene):
    """A sentence whose verbs come last."""

    def before(self, span: Span, reach: int = REACH) -> list[Cue]:
        """The cues before a span that are no verbs: these belong to clauses before."""
        return [c for c in super().before(span, reach) if not c.tense and c.name in ("leaders", "ministers", "each", "together")]

    def after(self, span: Span, reach: int = REACH_BACK) -> list[Cue]:
        """The cues after a span, within reach, in order, without the marks of its neighbours."""
        return [c for c in super().after(span, reach) if c.name not in _MARKS]

    def aside(self, span: Span) -> bool:
        """Whether what stands right behind a phrase sets it aside ("before", "on the margins of", "to attend")."""
        if any(c.name == "sport" for c in self.cues) and not self.people:
            return True
        links = self.sides.links
        if self.number and (self._within_marks(span) or self._recalled(span)):
            return True
        if links.aside is not None and self._follows(links.aside, span):
            return True
        if self.attends(span) and self._goes_on(span):
            return True
        listed = next((b for b in self.document.in_span(self.sentence.span, "BODY") if self._joined(span, b)), None)
        if listed is not None and self.aside(listed.span):  # "after A's summit and B's"
            return True
        return any(c.name in ("aside", "create") and c.span.start - span.end <= BEHIND for c in self.after(span, NEXT))

    def _within_marks(self, span: Span) -> bool:
        """Whether a phrase is part of a quotation, save of one by which a report tells at its beginning what it is about."""
        if not super()._within_marks(span):
            return False
        telling = self.sides.links.telling
        if self.number > TOLD or telling is None:
            return True
        view = self.document.views[span.origin]
        return telling.match(view.text, view.position(span.end), view.range(self.sentence.span)[1]) is None

    def _recalled(self, span: Span) -> bool:
        """Whether the sentence tells, from a phrase on, of what had happened before."""
        recalled = self.sides.links.recalled
        view = self.document.views[span.origin]
        return recalled is not None and recalled.search(view.text, view.position(span.end), view.range(self.sentence.span)[1]) is not None

    def attends(self, span: Span) -> bool:
        """Whether somebody is told to go to what a phrase names ("attended", "in order to take part")."""
        attended = self.sides.links.attended
        return attended is not None and self._follows(attended, span)

    def held_as(self, span: Span, sides: int, told: bool) -> Kind | None:
        """Talks by telephone, where a word right before says so; talks, where two sides are named and a verb of holding stands near."""
        by_phone = (c for c in self.cues if c.name == "phone" and 0 <= span.start - c.span.end <= ASIDE)
        spoken = (c for c in self.cues if c.name == "speak" and 0 <= span.start - c.span.end <= REACH)
        if any(not any(c.span.end <= p.start < span.start for p in self.people) for c in (*by_phone, *spoken)):
            return "phone_call"
        if not told or sides < 2:
            return None
        near = any(c.name in ("hold", "meet", "plan") and c.span.start - span.end <= ASIDE for c in self.after(span))
        return "bilateral_meeting" if near else None

    def many(self, span: Span) -> bool:
        """Whether a noun of talks is said of talks with many, one by one, of whom nobody is named."""
        several = self.sides.links.several
        view = self.document.views[span.origin]
        begin, at = view.range(self.sentence.span)[0], view.position(span.start)
        return several is not None and several.search(view.text[max(begin, at - REACH_BACK) : at]) is not None

    def topics(self) -> Iterator[tuple[Mention, Span]]:
        """Those of whom a sentence tells what was talked about with each, with the mark that says so."""
        topic = self.sides.links.topic
        if topic is None:
            return
        for person in self.people:
            view = self.document.views[person.span.origin]
            match = topic.match(view.text, view.position(person.end))
            if match is not None:
                yield person, view.span(match.start(), match.end())

    def _follows(self, expression: Pattern, span: Span) -> bool:
        """Whether an expression matches right behind a span in its sentence."""
        view = self.document.views[span.origin]
        return expression.match(view.text, view.position(span.end), view.range(self.sentence.span)[1]) is not None

    def _goes_on(self, span: Span) -> bool:
        """Whether the sentence goes on to another phrase of a meeting that is no subject of the first one."""
        return any(b.start > span.end for b in self.document.in_span(self.sentence.span, "BODY"))

    def own(self, at: Span) -> bool:
        """Whether those who meet speak for one side: talks at home."""
        found = self.principals(at)
        sides = [self.sides.spoken_for(p) for p in found]
        return len(found) > 1 and all(sides) and len({code for side in sides for code, _ in side}) == 1

    def guests(self, people: Sequence[Mention]) -> bool:
        """Whether some people are those whom somebody met one by one."""
        return len(people) > 1 and self.after_with(people[-1]) is not None and self._marked(people[0]) is None and self._each()

    def past(self, at: Span) -> bool:
        """Whether what a phrase tells of is dated before it to long ago."""
        published = self.document.published
        before = Span(self.sentence.span.start, at.start, at.origin)
        dates = [m.value for m in self.document.in_span(before, "DATE") if m.value is not None] if published and self.number else []
        if not published or not dates:
            return False
        if any(r.name == "previous_round" for r in self.document.relations_in(self.sentence.index)):
            return False  # the first for years
        last: str = max(d.end for d in dates)
        return last < (date.fromisoformat((published + "-01-01")[:10]) - timedelta(days=LONG)).isoformat()

    def holding(self, subject: Mention) -> Cue | None:
        """The verb of holding right before its subject: there is none."""
        return None

    def principals(self, at: Span, *, transitive: bool = False) -> tuple[Mention, ...]:
        """Those who meet: the subject, by its mark, and those with whom, the last before the verb or noun and those listed before them;
        where nobody else is named, the members of one list."""
        before = [p for p in self.people if p.end <= at.start and not self.sides.speaks_for_others(p)]
        if not before:
            return self._acting(at) or self._guests_behind(at)
        whom = next((p for p in reversed(before) if self._with(p, at)), None)
        if whom is None:
            subject = next((p for p in reversed(before) if self._marked(p) is not None), None)
            if subject is None:
                near = before[-1] if at.start - before[-1].end <= ASIDE and self._of(before[-1], at) else None
                if near is None:
                    return self._acting(at)
                return self._of_sides(self._chain(before, near))
            chain = self._chain(before, subject)
            return self._of_sides(chain) if len(chain) > 1 else (subject,)
        guests = self._chain(before, whom)
        others = [p for p in before if p.end <= guests[0].start]
        subject = self._subject_of(others)
        subject = subject or next((p for p in reversed(others) if not self._owner(p)), None)
        if subject is None:
            return self._of_sides([*self._acting(at), *guests])
        chain = self._chain(others, subject)
        return self._of_sides([*chain, *guests])

    def _subject_of(self, people: Sequence[Mention]) -> Mention | None:
        """The last of some people who is marked as a subject, by a particle rather than by a pause alone."""
        marked = [(p, cue) for p in reversed(people) if (cue := self._marked(p)) is not None]
        strong = (p for p, cue in marked if not self._pause(cue))
        return next(strong, marked[0][0] if marked else None)

    def _pause(self, cue: Cue) -> bool:
        """Whether a cue is nothing but a mark of a pause."""
        view = self.document.views[cue.span.origin]
        start, end = view.range(cue.span)
        return PAUSES.issuperset(view.text[start:end])

    def _acting(self, at: Span) -> tuple[Mention, ...]:
        """Those who stand behind the clause that tells what they held ("A and B, who held talks")."""
        acting = self.sides.links.acting
        view = self.document.views[at.origin]
        match = acting.match(view.text, view.position(at.end)) if acting is not None else None
        if match is None:
            return ()
        behind = [p for p in self.people if p.start >= at.end]
        if not behind or view.position(behind[0].start) != match.end():
            return ()
        chain = [behind[0]]
        for person in behind[1:]:
            if not self._listed(chain[-1].span, person):
                break
            chain.append(person)
        return self._of_sides(chain)

    def _guests_behind(self, at: Span) -> tuple[Mention, ...]:
        """The one behind a phrase of a meeting that is a subject with whom it was ("the talks were with B")."""
        subject = any(c.name == "subject" and 0 <= c.span.start - at.end <= BEHIND for c in self.cues)
        return tuple(p for p in self.people if subject and p.start >= at.end and self.after_with(p) is not None)[:1]

    def _of_sides(self, people: Sequence[Mention]) -> tuple[Mention, ...]:
        """Some people, of each side the first."""
        chosen: list[Mention] = []
        told: set[str] = set()
        for person in people:
            its = {code for code, _ in self.sides.spoken_for(person)}
            if its and its <= told:
                continue
            chosen.append(person)
            told |= its
        return tuple(chosen)

    def _chain(self, people: Sequence[Mention], last: Mention) -> list[Mention]:
        """Those who are listed with somebody, up to that one."""
        chain = [last]
        for person in reversed([p for p in people if p.end <= last.start]):
            if not self._listed(person.span, chain[0]):
                break
            chain.insert(0, person)
        return chain

    def _listed(self, one: Span, other: Mention) -> bool:
        """Whether nothing but what joins the members of a list stands between two things."""
        view = self.document.views[one.origin]
        return one.end <= other.start and self.sides.links.links(view.text[view.position(one.end) : view.position(other.start)])

    def _joined(self, one: Span, other: Mention) -> bool:
        """Whether a word, not just a pause, joins two things."""
        view = self.document.views[one.origin]
        return self._listed(one, other) and PAUSES.isdisjoint(view.text[view.position(one.end) : view.position(one.end) + 1])

    def _with(self, person: Mention, at: Span) -> bool:
        """Whether somebody is told to be the one with whom a meeting was, and nobody is listed behind."""
        said = self.after_with(person)
        if said is None or at.start - said.end > WITH:
            return False
        return not any(p.start == said.end for p in self.people)

    def _of(self, person: Mention, at: Span) -> bool:
        """Whether a noun of meeting is that of somebody named right before it ("the minister's talks")."""
        return at.start - person.end <= NEXT

    def _marked(self, person: Mention) -> Cue | None:
        """The mark of a subject right behind somebody."""
        return next((c for c in self.cues if c.name == "subject" and 0 <= c.span.start - person.end <= BEHIND), None)

    def _owner(self, person: Mention) -> bool:
        """Whether somebody is named only as the one to whom something belongs."""
        return any(c.name == "owner" and c.span.start == person.end for c in self.cues)

    def _each(self) -> bool:
        return any(c.name == "each" for c in self.cues)

    def with_again(self, one: Mention, other: Mention) -> bool:
        """Whether "with" is said anew before the second of two people."""
        return False

    def after_with(self, person: Mention) -> Span | None:
        """The "with" right behind a person, or the verb of meeting or speaking that begins with it."""
        behind = (c.span for c in self.cues if 0 <= c.span.start - person.end <= BEHIND and (c.name in _MET or c.name == "with"))
        return next(behind, None)

    def spoken_with(self, cue: Cue) -> bool:
        """Whether somebody is named with whom a verb of speaking says that one spoke: right before it."""
        return any(0 <= cue.span.start - p.end <= BEHIND for p in self.people)

    def coordinated(self, person: Mention) -> bool:
        """Whether a conjunction alone joins a person to the one before."""
        return any(self._listed(p.span, person) for p in self.people if p.end <= person.start)

    def joined(self, person: Mention) -> bool:
        """Whether a person is one with whom somebody met, or is listed with another."""
        if self.after_with(person) is not None:
            return True
        near = [p for p in self.people if p.start - person.end <= REACH_BACK]
        return self.coordinated(person) or any(self._listed(person.span, p) for p in near if p.start >= person.end)

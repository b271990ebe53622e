"""One sentence as the scene of a meeting: who meets in it (`PeopleScene`), and what the words around a phrase say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from jwgie.assembly.cues import Cue
from jwgie.assembly.event import VERBS
from jwgie.assembly.scene_objects import others_meet, two_meet
from jwgie.assembly.scene_people import ASIDE, NEXT, REACH, REACH_BACK
from jwgie.assembly.scene_talks import BEFORE, TalkScene
from jwgie.document import Mention, Span
from jwgie.record import Kind

#: What happened more days ago than this is no news.
DAYS = 6


class Scene(TalkScene):
    """A sentence and what it says of its phrases of meetings."""

    def own(self, at: Span) -> bool:
        """Whether the one after "with" speaks for the side of the one right before a noun of meeting: talks at home."""
        before = [p for p in self.people if 0 <= at.start - p.end <= REACH]
        after = [p for p in self.people if 0 <= p.start - at.end <= ASIDE and self.joined(p)]
        if not before or not after:
            return False
        one, other = self.sides.spoken_for(before[-1]), self.sides.spoken_for(after[0])
        return len(after) == 1 and bool(one) and [c for c, _ in one] == [c for c, _ in other]

    def aside(self, span: Span) -> bool:
        """Whether a phrase is what a document is about ("a memorandum on political consultations"), or a cue right before it
        sets it aside, also one that another stands between ("present there to attend"), or the phrase stands between the two
        words of a pluperfect."""
        if self.unreal(span):
            return True
        if any(c.name == "sport" and (self._players() or 0 <= span.start - c.span.end <= 2 * NEXT) for c in self.cues):
            return True
        if self.number and self._within_marks(span):
            return True
        if any(c.name in ("aside_after", "attend_after") and 0 <= c.span.start - span.end <= 1 for c in self.cues):
            return True
        if any(c.name == "during_after" and 0 <= c.span.start - span.end <= 1 for c in self.cues):
            if len([p for p in self.people if p.start > span.end]) > 1:  # during it, two others meet
                return True
            if not self.sides.links.objects_first:
                return False
        if any(c.name == "within_after" and 0 <= c.span.start - span.end <= 1 for c in self.cues) and others_meet(self, span):
            return True
        if self.sides.links.objects_first and two_meet(self, span):
            return True
        start = span.start
        if any(c.name == "created" for c in self.after(span, REACH)):
            return True
        for document in self.document.in_span(Span(max(self.sentence.span.start, start - REACH_BACK), start, span.origin), "DOCUMENT"):
            verb = any(c.tense and c.span.overlaps(document.span) for c in self.cues)
            verb = verb or any(c.name in ("was", "during") and document.end <= c.span.start < start for c in self.cues)
            if document.value in ("memorandum_of_understanding", "agreement") and start - document.end <= ASIDE and not verb:
                return True
        near = Span(max(self.sentence.span.start, start - REACH_BACK), start, span.origin)
        joined = next((b for b in self.document.in_span(near, "BODY") if 0 < start - b.end <= 2), None)
        if joined is not None and self._goes_on(span):  # "at the margins of the forum and the meeting of ..."
            return self.aside(joined.span)
        reach = ASIDE
        for cue in reversed(self.before(span)):
            gap = self._away(cue, start)
            if gap > NEXT and self._governs_another(cue, start):
                return False
            if cue.name == "apart" and gap <= NEXT:  # "before", "on the margins of": with what stands right after it in passing
                continue
            if cue.name == "was" and gap <= NEXT:
                after = self.after(span, REACH)
                if any(c.name == "cancel" for c in self.cues):  # what was to be, had it not been called off
                    return False
                return any(c.name == "had" for c in after) or any(c.name == "hold" and c.span.start - span.end <= NEXT for c in after[:1])
            if cue.name == "delegation" and gap <= 1 and start == span.start and not self.sides.links.subjects_first:
                # "a delegation of the working group", where it is no subject
                return True
            if cue.name == "aside" and self.sides.links.beside and self._subject_between(cue, span):
                return False  # "on the margins of the proceedings, A was received by B"
            if cue.name == "aside" and self._set_off(cue, span):  # "had, on the margins of the fair, talks with"
                continue
            if (cue.name in ("aside", "praise") and gap <= reach) or (cue.name == "create" and gap <= NEXT and start == span.start):
                return True
            noun = cue.name == "hold" and (not cue.tense or self.after_preposition(cue))  # "before the holding of"
            passed = noun or cue.name in ("plan", "attend", "during")
            if not passed or gap > ASIDE:
                return False
            start = cue.span.start
            reach = NEXT if cue.name == "during" and self.sides.links.press else reach  # "an agreement on trade at the end of the session"
        return False

    def _away(self, cue: Cue, start: int) -> int:
        """How far before a phrase a cue stands, without the dates and the places between: "the holding, in Oslo on 3 May, of"."""
        gap = start - cue.span.end
        if gap <= ASIDE or not self.sides.links.beside:
            return gap
        between = self.document.in_span(Span(cue.span.end, start, cue.span.origin), "DATE", "CITY")
        return gap - sum(len(mention.span) + 3 for mention in between)

    def _set_off(self, cue: Cue, span: Span) -> bool:
        """Whether commas set off, behind a verb, what a cue governs, and a phrase stands behind that."""
        view = self.document.views[span.origin]
        at = view.position(cue.span.start)
        begin = view.position(self.sentence.span.start)
        if not (
            self.sides.links.beside and view.text[begin:at].rstrip().endswith(",") and "," in view.text[at : view.position(span.start)]
        ):
            return False
        return any(c.name == "light" and 0 <= cue.span.start - c.span.end <= NEXT for c in self.cues)

    def _within_marks(self, span: Span) -> bool:
        """Whether a phrase is part of what stands between two marks, of what somebody is quoted to say: not the whole of it."""
        view = self.document.views[span.origin]
        begin, (start, end) = view.range(self.sentence.span)[0], view.range(span)
        for opening, closing in self.sides.links.quotes:
            if opening == closing and view.text.count(opening, begin, start) % 2 == 0:
                continue
            at = view.text.rfind(opening, begin, start)
            whole = at + 1 == start and (view.text.startswith(closing, end) or closing in view.text[start:end])  # or with its session
            if at >= 0 and closing not in view.text[at:start] and not whole:
                return True
        return False

    def _denied(self, span: Span) -> bool:
        """Whether it is said of a meeting that it did not take place: "denied that A had met B", "A did not meet B"; what is denied to be
        called off does."""
        if any(c.name == "not" and 0 <= span.start - c.span.end <= NEXT for c in self.cues):
            return True
        course = any(c.name in ("during", "aside", "apart") and 0 <= span.start - c.span.end <= 1 for c in self.cues)
        if course or not self.sides.links.subjects_first:  # "denied during talks with B that"
            return False
        said = next((c for c in self.cues if c.name == "deny" and 0 <= span.start - c.span.end <= REACH), None)
        off = ("cancel", "postpone")
        return said is not None and not any(c.name in off and c.span.start >= said.span.end for c in self.cues)

    def _players(self) -> bool:
        """Whether nobody of the sentence has an office: those who meet in sport."""
        people = [p for p in self.people if not (p.label == "PERSON" and p.value.position is None and not p.value.counterpart)]
        return not (people if self.sides.links.subjects_first else self.people)

    def unreal(self, span: Span) -> bool:
        """Whether the words before a phrase say that it is denied, wished for or offered, not held ("is ready to hold talks")."""
        if self._denied(span):
            return True
        unreal = self.sides.links.unreal
        if unreal is None:
            return False
        view = self.document.views[span.origin]
        begin, at = view.range(self.sentence.span)[0], view.position(span.start)
        return unreal.search(view.text[max(begin, at - BEFORE) : at]) is not None

    def attends(self, span: Span) -> bool:
        """Whether somebody is told to go to what a phrase names, by what stands right behind it."""
        return False

    def held_as(self, span: Span, sides: int, told: bool) -> Kind | None:
        """The kind of what a noun names that does not tell it, by the words around it."""
        return None

    def _subject_between(self, cue: Cue, span: Span) -> bool:
        """Whether a cue begins a sentence and somebody stands, after a comma, between it and a span: what it governs is no part of that."""
        if cue.span.start - self.sentence.span.start > 2:
            return False
        person = next((p for p in self.people if p.start >= cue.span.end and p.end <= span.start), None)
        return person is not None and "," in self.document.slice(Span(cue.span.end, person.start, span.origin))

    def many(self, span: Span) -> bool:
        """Whether a noun of talks is said of talks with many, one by one, of whom nobody is named."""
        return False

    def topics(self) -> Iterator[tuple[Mention, Span]]:
        """Those of whom a sentence tells what was talked about with each, with the mark that says so."""
        yield from ()

    def verb(self, body: Mention) -> bool:
        """Whether what looks like a noun of meeting is the verb that is written as it: without an article, right behind somebody, where
        subjects stand before their verbs ("the minister rencontre his counterpart")."""
        if not self.sides.links.verbs_between:
            return False
        if not any(c.tense == "present" and c.name in VERBS and c.span.start == body.start for c in self.cues):
            return False
        before = (self.document.slice(Span(p.end, body.start, p.span.origin)) for p in self.people if 0 < body.start - p.end <= NEXT)
        return any(between.strip() in ("", ",") for between in before)

    def subject_of(self, body: Mention, cue: Cue) -> bool:
        """Whether a body stands right before a verb of meeting: it is that which meets."""
        gap = self.sides.links.gap(self.document, body.end, cue.span.start, cue.span.origin)
        return self.sides.links.subjects_first and body.end <= cue.span.start and gap <= NEXT

    def greets(self, cue: Cue) -> bool:
        """Whether a person stands right behind a verb of greeting, perhaps with the country before; where verbs stand behind, before it."""
        if self.sides.links.objects_first:  # where talks are told of, too
            near = self.document.sentences[self.sentence.index : self.sentence.index + NEXT]
            talks = (b for s in near for b in self.document.in_span(s.span, "BODY") if b.rule.startswith("bodies.talks"))
            before = (p for p in self.people if p.label == "PERSON" and 0 <= cue.span.start - p.end <= 1)
            return any(True for _ in before) and any(True for _ in talks)
        people = (self.begin(p) for p in self.people if p.label == "PERSON" and p.start >= cue.span.end)
        return any(self.sides.links.gap(self.document, cue.span.end, start, cue.span.origin) <= NEXT for start in people)

    def before_that(self, cue: Cue) -> bool:
        """Whether a verb of meeting later in a report is a pluperfect, which tells of what was before ("A had received B in May")."""
        if not self.sides.links.beside or self.number < 2:
            return False
        return any(c.name == "had" and 0 <= cue.span.start - c.span.end <= 1 for c in self.cues)

    def exchanged(self, cue: Cue) -> bool:
        """Whether two people are told to have exchanged, which is views where nothing else is said, "with" or after "and": not prisoners
        that two countries did."""
        principals = self.principals(cue.span)
        return len(principals) > 1 and self.joined(principals[1])

    def spoken_with(self, cue: Cue) -> bool:
        """Whether somebody is named with whom a verb of speaking says that one spoke, right behind it or behind "with"; or two who spoke
        are named before it, and when they did behind it."""
        whom = [c.span for c in self.cues if c.name == "with" and 0 <= c.span.start - cue.span.end <= ASIDE]
        if any(self.next_to(span, person) for span in (*whom[:1], cue.span) for person in self.people if person.start >= cue.span.end):
            return True
        before = [p for p in self.people if p.label == "PERSON" and 0 <= cue.span.start - p.end <= NEXT]
        dated = any(True for _ in self.document.in_span(Span(cue.span.end, cue.span.end + ASIDE, cue.span.origin), "DATE"))
        return dated and self.sides.links.subjects_first and any(self.coordinated(person) for person in before)

    def of_both(self, cue: Cue) -> bool:
        """Whether the subject of a verb is a noun for those who were named before: right behind it, in a language where it stands there."""
        if self.sides.links.subjects_first or self.sides.links.verbs_last or not cue.tense:
            return False
        near = Span(cue.span.end, min(cue.span.end + 2, self.sentence.span.end), cue.span.origin)
        found = (m for m in self.document.in_span(self.sentence.span, "SIDES") if near.start <= m.start <= near.end)
        return any(m.rule.endswith(".2") for m in found)

    def passive(self, cue: Cue) -> bool:
        """Whether a verb is a passive: an auxiliary stands before it, with an adverb at most ("was comprehensively reviewed")."""
        links = self.sides.links
        return links.subjects_first and any(c.name == "was" and 0 <= cue.span.start - c.span.end <= ASIDE for c in self.cues)

    def owner(self, session: Mention) -> Mention | None:
        """The body with two sides that stands right before a session of its own."""
        near = Span(self.sentence.span.start, session.start, session.span.origin)
        for body in self.document.in_span(near, "BODY"):
            if session.start - body.end <= 2 and len(body.value.parties) > 1:
                return body
        return None

    def guests(self, people: Sequence[Mention]) -> bool:
        """Whether some people are those whom somebody met one by one: "his meetings were with each of A, B and C"."""
        return len(people) > 1 and any(c.name == "each" and self.next_to(c.span, people[0]) for c in self.cues)

    def past(self, at: Span) -> bool:
        """Whether what a phrase tells of happened days before the report: "in a call last week"."""
        published = self.document.published
        if not published or not any(c.name == "during" and 0 <= at.start - c.span.end <= 1 for c in self.cues):
            return False
        after = Span(at.end, at.end + ASIDE, at.origin)
        dates = [m.value.end for m in self.document.in_span(after, "DATE") if m.value is not None]
        return bool(dates) and dates[0] < (date.fromisoformat((published + "-01-01")[:10]) - timedelta(days=DAYS)).isoformat()

    def margin(self, at: Span) -> bool:
        """Whether the words before a verb tell that it happened on the margins of something: "in talks on the margins of the
        session, A and B discussed"."""
        before = [c for c in self.cues if c.name == "aside" and c.span.end <= at.start]
        # "on the margins of the proceedings, ..."
        first = self.sides.links.beside and any(c.span.start == self.sentence.span.start for c in before)
        return first or any(self._governs_another(c, at.start) for c in before if at.start - c.span.end <= REACH)

    def _governs_another(self, cue: Cue, start: int) -> bool:
        """Whether what a cue sets aside is another phrase of a meeting, which stands before `start`."""
        between = Span(cue.span.end, start, cue.span.origin)
        return cue.name in ("aside", "apart") and any(b.end < start for b in self.document.in_span(between, "BODY"))

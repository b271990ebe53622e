"""Talks that a sentence tells of by other words than a verb of meeting and those who meet: in whose course something was said, by
pronouns, by what was exchanged."""

from __future__ import annotations

from collections.abc import Sequence

from jwgie.assembly.cues import Cue, Tense
from jwgie.assembly.scene_people import ASIDE, NEXT, REACH, PeopleScene
from jwgie.assembly.speakers import PAUSES
from jwgie.document import Mention, Span

#: What is said of a phrase is looked for among so many characters before it.
BEFORE = 100


class TalkScene(PeopleScene):
    """A sentence and the talks that it tells of in passing."""

    def views(self, cue: Cue) -> bool:
        """Whether what a verb of exchanging says is exchanged are views, not gifts or telegrams."""
        return any(c.name == "views" and 0 <= c.span.start - cue.span.end <= 2 * REACH for c in self.cues)

    def rung_up(self, cue: Cue, principals: Sequence[Mention]) -> bool:
        """Whether what may be a telephone is a verb: it begins a clause, and the one who rings and the other both follow it."""
        view = self.document.views[cue.span.origin]
        before = view.text[view.range(self.sentence.span)[0] : view.position(cue.span.start)].strip()
        first = before[-1:] in PAUSES or before in self.sides.links.letters or not before
        both = len(principals) > 1 and self.next_to(cue.span, principals[0]) and principals[1].start > cue.span.end
        later = self.sides.links.subjects_first or self.sides.links.verbs_last  # where verbs do not come first
        return later or cue.tense != "past" or (first and both)

    def rung_by(self, principals: Sequence[Mention]) -> Mention | None:
        """Whom several of one office rang, each by himself: the next one named behind them, whom no conjunction joins to them."""
        if len(principals) < 2 or principals[0].rule != "persons.joint":
            return None
        whom = next((p for p in self.people if p.start >= principals[-1].end), None)
        if whom is None or whom.label != "PERSON" or self.coordinated(whom):
            return None
        theirs = {code for p in principals for code, _ in self.sides.spoken_for(p)}
        return whom if theirs.isdisjoint(code for code, _ in self.sides.spoken_for(whom)) else None

    def told_of(self, cue: Cue) -> tuple[Mention, ...]:
        """The two who were named before a verb that says what one of them did with the other by pronouns alone: "A called on B and
        discussed with him"."""
        if not any(c.name == "with_them" and 0 <= c.span.start - cue.span.end <= 1 for c in self.cues):
            return ()
        return self._two_before(cue.span)

    def twosome(self, at: Span) -> tuple[Mention, ...]:
        """The two named last before a noun that is said to be theirs ("A was told by B, in the course of their talks")."""
        theirs = self.sides.links.twosome
        if theirs is None or theirs.search(self.document.folded(at)) is None:
            return ()
        return self._two_before(at)

    def theirs(self, at: Span) -> bool:
        """Whether the words before a noun say that it is of two who were named ("A told B in their talks")."""
        view, own = self.document.views[at.origin], self.sides.links.theirs
        start = view.position(at.start)
        return own is not None and own.search(view.text[max(0, start - REACH) : start]) is not None

    def faced(self, at: Span) -> tuple[Mention, ...]:
        """The two who were named before talks in whose course one did something to the other, who stands right behind him: "A told B in a
        meeting that"."""
        if self.sides.links.subjects_first or self.sides.links.objects_first or not self.in_course(at):
            return ()
        two = self._two_before(at)
        return two if two and 0 < two[1].start - two[0].end <= 2 and not self.coordinated(two[1]) else ()

    def _two_before(self, at: Span) -> tuple[Mention, ...]:
        """The two named last before a place, if they are of two sides."""
        before = [p for p in self.people if p.end <= at.start][-2:]
        codes = [{code for code, _ in self.sides.spoken_for(p)} for p in before]
        return tuple(before) if len(before) == 2 and all(codes) and codes[0].isdisjoint(codes[1]) else ()

    def holding(self, subject: Mention) -> Cue | None:
        """The verb of holding right before its subject: "A and B held"."""
        return next((c for c in self.cues if c.name == "hold" and c.tense and self.next_to(c.span, subject)), None)

    def after_preposition(self, cue: Cue) -> bool:
        """Whether a cue stands right behind one that sets aside, so that it is the noun which looks like a verb."""
        links, start = self.sides.links, cue.span.start
        before = (c for c in self.cues if c.name in ("aside", "apart") and c.span.end <= start)
        near = links.beside
        return any(start - c.span.end <= 1 or (near and links.gap(self.document, c.span.end, start, cue.span.origin) <= 1) for c in before)

    def only_adverbs(self, verb: Span, noun: Mention) -> bool:
        """Whether between a verb and its noun stands nothing but when and where, or what commas set off: "had, on the margins of the
        fair, talks"."""
        document, links, end = self.document, self.sides.links, noun.start
        if end - verb.end > REACH:
            return False
        if links.gap(document, verb.end, end, verb.origin) <= 1 or not links.beside:
            return links.gap(document, verb.end, end, verb.origin) <= 1
        start, view = verb.end, document.views[verb.origin]
        aside = links.set_off.match(view.text, view.position(start), view.position(end)) if links.set_off else None
        start = view.span(aside.end(), aside.end() + 1).start if aside else start
        for city in document.in_span(Span(start, end, verb.origin), "CITY"):
            near = city.start - start <= ASIDE and links.gap(document, start, city.start, verb.origin) <= NEXT
            start = city.end if near and self.sides.placed(city) else start
        return links.gap(document, start, end, verb.origin) <= 1

    def in_course(self, at: Span) -> bool:
        """Whether the words right before a noun of talks say that something was said in their course."""
        course = self.sides.links.course
        view = self.document.views[at.origin]
        begin, end = view.range(self.sentence.span)[0], view.position(at.start)
        return course is not None and course.search(view.text[max(begin, end - BEFORE) : end]) is not None

    def goes_for(self, at: Span) -> Tense:
        """Whether somebody goes somewhere, or is there, for what begins at a place: the tense of that verb, or none."""
        bound = self.sides.links.bound
        if bound is None:
            return ""
        view = self.document.views[at.origin]
        begin, end = view.range(self.sentence.span)[0], view.position(at.start)
        match = bound.search(view.text[max(begin, end - BEFORE) : end])
        return "" if match is None else "future" if match["coming"] else "past"

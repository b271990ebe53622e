"""Who is in a sentence, and which of them meet: the subject of a verb or a noun of meeting and those who are joined with it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from jwgie.assembly.cues import Cue
from jwgie.assembly.parties import Sides
from jwgie.assembly.scene_objects import before_verb
from jwgie.assembly.scene_peers import peers_of
from jwgie.document import Document, Mention, Sentence, Span

#: How far (characters) a cue reaches to a phrase after it and before it.
REACH, REACH_BACK = 120, 40
#: How far a cue that sets a phrase aside may stand before it, and one that must stand next to it.
ASIDE, NEXT = 25, 4
#: How far behind a noun those begin whose it is told to be.
WHOSE = 6
#: How far from the beginning of a sentence its subject may begin.
OPENING = 16


def ends_in(cue: Cue, span: Span) -> bool:
    """Whether a span ends in the noun of a verb that is a noun with a light verb."""
    return bool(cue.tense) and span.origin == cue.span.origin and span.start <= cue.span.start < span.end < cue.span.end


class PeopleScene:
    """A sentence with its cues and people. `number` counts the sentences of the text from 1; the headline is 0."""

    def __init__(self, document: Document, sentence: Sentence, number: int, cues: list[Cue], sides: Sides) -> None:
        self.document = document
        self.sentence = sentence
        self.number = number
        self.cues = cues
        self.sides = sides

    @cached_property
    def people(self) -> tuple[Mention, ...]:
        """Its people, told when first asked for: many sentences speak of no meeting."""
        peers = tuple(peers_of(self))
        if not peers:
            return tuple(self._people())
        alone = [p for p in self._people() if not any(peer.span.contains(p.span) for peer in peers)]
        return tuple(sorted((*alone, *peers), key=lambda p: p.start))

    def _people(self) -> Iterator[Mention]:
        """Those whom the sentence speaks of, each once; an office inside a person's description is his own unless it speaks
        for another side (the next one's, with no comma between)."""
        together = {m.span for m in self.document.in_span(self.sentence.span, "SIDES")}  # "the two ministers" are nobody new
        bodies = [b.span for b in self.document.in_span(self.sentence.span, "BODY") if self._gathering(b)]
        whole: Mention | None = None
        elsewhere = self._elsewhere()
        sides = ("NATIONALITY", "COUNTRY") if self.sides.links.objects_first else ("NATIONALITY",)
        for mention in self.document.in_span(self.sentence.span, "PERSON", "OFFICE", *sides):
            if mention.span in together or any(span.contains(mention.span) for span in elsewhere):
                continue
            if mention.label == "OFFICE" and any(b.contains(mention.span) for b in bodies):  # "the meeting of the ministers of ..."
                continue
            if mention.label == "OFFICE" and mention.rule.endswith(".plural") and self._of_house(mention):
                continue
            if mention.label in sides:  # "met his Italian counterpart", without a name
                if not (whole and whole.span.contains(mention.span)) and self._peer(mention):
                    yield mention
                continue
            if whole is not None and mention.label == "OFFICE" and self._behind(whole, mention):
                continue
            if whole is None or not whole.span.contains(mention.span):
                whole = mention
                yield mention
            elif self.sides.links.final:
                continue
            elif mention.label == "OFFICE" and whole.label == "PERSON" and mention.start > whole.value.name.start:
                its, own = self.sides.person(mention), self.sides.person(whole)
                if its and own and its[0] != own[0] and not self._apposition(whole, mention):
                    yield mention

    def _elsewhere(self) -> tuple[Span, ...]:
        """Those who are only named for something of theirs: "handed him a message from the president X"."""
        if not self.sides.links.beside:
            return ()
        found = (r.mention("person") for r in self.document.relations_in(self.sentence.index) if r.name == "aside")
        return tuple(person.span for person in found if person is not None)

    def _of_house(self, office: Mention) -> bool:
        """Whether what looks like an office of many ends the name of an institution that begins before it: "the house of deputies"."""
        houses = self.document.in_span(self.sentence.span, "INSTITUTION")
        return any(house.start < office.start < house.end and office.start - house.start <= ASIDE for house in houses)

    def _behind(self, person: Mention, office: Mention) -> bool:
        """Whether an office stands right behind a person's description and a comma, as one more of the same."""
        apart = 1 < office.start - person.end <= NEXT + 1 and person.label == "PERSON" and not office.rule.endswith(".plural")
        return apart and self._apposition(person, office)

    def _apposition(self, person: Mention, office: Mention) -> bool:
        """Whether an office behind somebody's name is a further one of his own, behind a comma."""
        view = self.document.views[person.span.origin]
        between = view.text[view.position(person.value.name.end) : view.position(office.start)]
        return self.sides.links.subjects_first and "," in between

    @staticmethod
    def _gathering(body: Mention) -> bool:
        """Whether the phrase of a body tells who meets by their office alone, at most with their organisation."""
        return body.value.kind == "ministerial" and all(p.label == "ORG" for p in body.value.parties)

    def _peer(self, mention: Mention) -> bool:
        """Whether a nationality is that of a counterpart or of a delegation."""
        reach = {"counterpart": 1, "delegation": ASIDE}
        if self.sides.links.objects_first and self._team_of(mention):
            return True
        if mention.label == "COUNTRY":
            return False
        if self.sides.links.adjectives_first:
            return any(c.name in reach and 0 <= c.span.start - mention.end <= 1 for c in self.cues)
        return any(c.name in reach and 0 <= mention.start - c.span.end <= reach[c.name] for c in self.cues)

    def _team_of(self, side: Mention) -> bool:
        """Whether a side is that of a delegation told of right behind it, with few words between ("of Japan, a delegation")."""
        cue = next((c for c in self.cues if c.name == "delegation" and 0 < c.span.start - side.end <= ASIDE), None)
        if cue is None:
            return False
        view, passing = self.document.views[side.span.origin], self.sides.links.passing
        words = view.text[view.position(side.end) : view.position(cue.span.start)].split()
        owns = side.label == "NATIONALITY" or (words[:1] != [] and words[0] in passing)
        return owns and sum(word not in passing for word in words) <= 3 and all(word.isalnum() for word in words)

    def before(self, span: Span, reach: int = REACH) -> list[Cue]:
        """The cues before a span, within reach, in order."""
        return [c for c in self.cues if c.span.end <= span.start and span.start - c.span.end <= reach]

    def after(self, span: Span, reach: int = REACH_BACK) -> list[Cue]:
        """The cues after a span, within reach, in order; where verbs come last also that whose noun the span ends in."""
        last = self.sides.links.objects_first
        return [c for c in self.cues if 0 <= c.span.start - span.end <= reach or (last and ends_in(c, span))]

    def next_to(self, span: Span, mention: Mention, reach: int = NEXT) -> bool:
        """Whether a mention stands right behind a span, or begins with its last word ("with" and "with his" before "his counterpart")."""
        return span.start < mention.start and self.sides.gap(span.end, mention) <= reach

    def principals(self, at: Span, *, transitive: bool = False) -> tuple[Mention, ...]:
        """Those who meet: the subject, then the one who is joined by "with" or else the next who speaks for another side,
        and those joined to him who speak for yet others. Where nobody is named after a noun of meeting, the two before.
        The object of a transitive verb follows its subject: "received A, B, a day after C"."""
        if self.sides.links.objects_first and ((found := before_verb(self, at)) or self.number):
            return found  # behind the verb stand only what a headline puts there
        before = [p for p in self.people if p.end <= at.start]
        after = [p for p in self.people if p.start >= at.end]
        end = self._clause(at)
        if (within := [p for p in after if p.start < end]) and len(before) + len(within) > 1:
            after = within
        anew = any(c.name == "apart" and 0 <= at.start - c.span.end <= 1 for c in self.cues)
        if anew and len(after) > 1 and self.joined(after[1]):  # "... A, and B also met with C"
            before = []
        elif anew and transitive and after and len(before) > 1:  # "A received B, and also received C"
            before = before[:1]
        elif transitive and before and len(after) > 1 and not self.joined(after[0]) and self.after_with(after[1]) is not None:
            before = before if after[0].start - at.end > REACH_BACK else []  # "... while the committee led by B met with C"
        then = any(c.name == "then" and 0 <= at.start - c.span.end <= NEXT for c in self.cues)
        first = before[0] if then and before else self._subject(before, at) or (after[0] if after else None)
        if first is None:
            return ()
        chain = self._joined_before(before)[1:] if first in before and self.sides.links.verbs_between else []
        chain = [p for p in chain if p.start > first.start and self.sides.spoken_for(p)]
        if len(chain) > 1 and not any(self.after_with(p) is not None for p in after):  # "A, B and C met"
            after = chain
        rest = [p for p in after if p is not first]
        with_him = next((i for i, p in enumerate(rest) if self.joined(p)), None)
        while with_him and not self._apart(rest[with_him - 1], rest[with_him]):  # a list, whose first is not joined
            with_him -= 1
        if with_him and transitive and rest[0].label == "PERSON" and not self.sides.spoken_for(rest[with_him]):
            with_him = 0 if self.sides.spoken_for(rest[0]) else with_him
        if with_him and transitive and first.label == "PERSON" and 0 <= rest[0].start - (first.end if first in after else at.end) <= ASIDE:
            theirs, own = self.sides.spoken_for(rest[0]), self.sides.spoken_for(first)
            if theirs and not (own and theirs[0][0] == own[0][0]):
                with_him = 0
        if with_him is None and first in before:  # "A talked with B at a meeting that C attended"
            rest = [p for p in before if p.start > first.start and self.after_with(p) is not None] or rest
        alone = with_him is None or not any(self.after_with(p) is not None for p in rest)
        if alone and first in before and self._faces(first, before, rest[0] if rest else None, at):
            rest, with_him = [p for p in before if p.start > first.start], None
        rest = rest[with_him:] if with_him is not None else rest or [p for p in before if p.start > first.start]
        rest = [*(p for p in chain if p not in rest), *rest]  # "A and B met with C"
        chosen = [first]
        told = {code for code, _ in self.sides.spoken_for(first)}
        for other in rest:
            if len(chosen) > 1 and self._apart(chosen[-1], other) and not self.with_again(chosen[-1], other):
                continue
            its = {code for code, _ in self.sides.spoken_for(other)}
            if (not its and len(chosen) > 1) or (its and its <= told):
                continue
            chosen.append(other)
            told |= its
        return tuple(chosen)

    def whose(self, at: Span) -> tuple[Mention, ...]:
        """The two whose talks a noun names, right behind it and joined by a conjunction alone: "the meeting of A and B"."""
        links = self.sides.links
        after = [p for p in self.people if p.start >= at.end] if links.verbs_between else []
        if len(after) < 2 or not 0 < after[0].start - at.end <= WHOSE:
            return ()
        if not all(self.sides.speaks_for_others(p) for p in self.people if p.end <= at.start):
            return ()  # whom somebody else met
        view = self.document.views[at.origin]
        first = view.text[view.position(at.end) : view.position(after[0].start)].replace("'", " ")
        then = view.text[view.position(after[0].end) : view.position(after[1].start)].split()
        near = first.replace(" ", "").isalpha() and bool(then) and then[0] in links.words and sum(map(len, then)) <= 2 * WHOSE
        apart = any(c.span.start >= at.end and c.span.end <= after[0].start for c in self.cues if c.name in ("with", "each") or c.tense)
        one, other = ({code for code, _ in self.sides.spoken_for(p)} for p in after[:2])
        return tuple(after[:2]) if near and not apart and one and other and one.isdisjoint(other) else ()

    def _faces(self, first: Mention, before: list[Mention], after: Mention | None, at: Span) -> bool:
        """Whether two of different sides stand joined before a verb, and who stands behind it stands far: "A and B met in the palace, where
        C was too"."""
        if not self.sides.links.subjects_first or len(before) < 2 or before[-2] is not first or after is None:
            return False
        one, other = ({code for code, _ in self.sides.spoken_for(p)} for p in before[-2:])
        far = after.start - at.end > ASIDE and self.joined(before[-1]) and not self._apart(first, before[-1])
        return far and bool(one | other) and one.isdisjoint(other)

    def _clause(self, at: Span) -> int:
        """Where the clause of a verb or a noun of meeting ends: where the next verb goes on after "and"."""
        verbs = (c for c in self.cues if c.span.start >= at.end and c.tense and c.name in ("meet", "hold", "discuss", "speak"))
        return next((c.span.start for c in verbs if self._goes_on(c.span)), self.sentence.span.end)

    def with_again(self, one: Mention, other: Mention) -> bool:
        """Whether "with" is said anew before the second of two people ("with A, then with B")."""
        said = self.after_with(other)
        return said is not None and 0 <= said.start - one.end <= ASIDE

    def _apart(self, one: Mention, other: Mention) -> bool:
        """Whether more stands between two people than between members of a list."""
        gap = self.sides.links.gap(self.document, one.end, self.begin(other), other.span.origin)
        return gap > NEXT

    def after_with(self, person: Mention) -> Span | None:
        """The "with" right before a person, or before the delegation of a side."""
        if self._behind_nouns:
            sent = {c.span.start for c in self._nouns(person)} if person.label == "NATIONALITY" else set()
        else:
            whom = [c.span for c in self.cues if person.label == "NATIONALITY" and c.name == "delegation" and c.span.end <= person.start]
            sent = {c.start for c in whom if person.start - c.end <= ASIDE}
        joins = (c.span for c in self.cues if c.name in ("with", "each"))
        return next((s for s in joins if self.next_to(s, person) or s.end + 1 in sent), None)

    @property
    def _behind_nouns(self) -> bool:
        """Whether adjectives stand behind their nouns, in a language with verbs between subjects and objects."""
        return self.sides.links.verbs_between and not self.sides.links.adjectives_first

    def _nouns(self, adjective: Mention) -> Iterator[Cue]:
        """The nouns of somebody, or of those who were sent, that a nationality stands right behind."""
        reach = {"counterpart": 1, "delegation": ASIDE}
        yield from (c for c in self.cues if c.name in reach and 0 <= adjective.start - c.span.end <= reach[c.name])

    def _subject(self, before: list[Mention], at: Span) -> Mention | None:
        """Who a verb or a noun of meeting is said of, among those before it: the one right before; where it goes on after
        "and", or is a noun that a verb governs, whom the sentence began with."""
        if not before:
            return None
        gap = self.sides.links.gap(self.document, before[-1].end, at.start, at.origin)
        near = before[-1] if gap <= ASIDE else None
        if near is not None and not self._goes_on(at):
            if not self.joined(near):
                return near
            chain = self._joined_before(before)  # "A and B held": the first of those who are joined
            if len(chain) > 1:
                return chain[0]
        return before[0] if near or self._goes_on(at) or at.start - before[0].end <= REACH or len(before) > 1 else None

    def _joined_before(self, before: list[Mention]) -> list[Mention]:
        """The last of some people with those before him who are joined to him: "A and B", "A, B and C"."""
        chain = before[-1:]
        for person in reversed(before[:-1]):
            listed = len(chain) > 1 and self.sides.links.subjects_first and self._after_pause(person, chain[0])
            if not listed and (self._apart(person, chain[0]) or not self.joined(chain[0])):
                break
            chain.insert(0, person)
        return chain

    def companions(self, person: Mention) -> list[Mention]:
        """Those of no side of their own who are listed behind a person: "with the Omani minister A and deputy minister B"."""
        found: list[Mention] = []
        behind = (m for m in self.document.in_span(self.sentence.span, "PERSON") if m.start >= person.end)
        for other in behind:
            last = found[-1] if found else person
            listed = self.coordinated(other) or self._after_pause(last, other)
            if self._apart(last, other) or not listed or self.sides.spoken_for(other) or other.value.position is None:
                break
            found.append(other)
        return found

    def _after_pause(self, one: Mention, other: Mention) -> bool:
        """Whether a comma alone stands between two people, or an opening bracket (who stands for somebody)."""
        view = self.document.views[one.span.origin]
        between = view.text[view.position(one.end) : view.position(self.begin(other))].strip()
        return (between[:1] in (",", ";") and not self._apart(one, other)) or (between.startswith("(") and len(between) <= ASIDE)

    def _goes_on(self, at: Span) -> bool:
        """Whether a conjunction is written joined before a span."""
        view = self.document.views[at.origin]
        return self.sides.links.goes_on(view.text, view.position(at.start))

    def begin(self, person: Mention) -> int:
        """Where what names a person begins: with the country right before ("the ministers of A, X, and of B, Y"); of one who is told by an
        adjective behind the noun alone, with that ("son homologue canadien")."""
        if person.label == "NATIONALITY" and self._behind_nouns:
            return next((c.span.start for c in self._nouns(person)), person.start)
        before = Span(max(self.sentence.span.start, person.start - REACH_BACK), person.start, person.span.origin)
        for country in self.document.in_span(before, "COUNTRY") if person.label == "PERSON" else ():
            if person.start - country.end <= 1 and not any(p.span.contains(country.span) for p in self.people):
                return country.start
        return person.start

    def coordinated(self, person: Mention) -> bool:
        """Whether a conjunction alone joins a person to the one before."""
        view = self.document.views[person.span.origin]
        return self.sides.links.coordinated(view.text, view.position(self.begin(person)))

    def joined(self, person: Mention) -> bool:
        """Whether a person is joined to the one before by "with" (before or behind) or, after a pause, by "and"."""
        if self.after_with(person) is not None:
            return True
        if any(c.name == "behind" and 0 <= c.span.start - person.end <= 1 for c in self.cues):
            return True
        view = self.document.views[person.span.origin]
        return self.sides.links.joined(view.text, view.position(self.begin(person)))

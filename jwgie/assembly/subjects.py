"""Who is the subject of a verb: whoever stands after it or before it, or has been named before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from jwgie.assembly.actors import Actors, Speakers
from jwgie.assembly.grammar import Grammar
from jwgie.assembly.positions import Hit
from jwgie.document import Mention, Span

#: Labels of mentions that may be, or begin, the subject of a verb.
SUBJECTS = ("SIDES", "PERSON", "OFFICE", "INSTITUTION", "BODY", "COUNTRY", "NATIONALITY", "CITY", "ORG")

#: A name without a mention that occurs so many times is of somebody who took part.
AGAIN = 2


class Subjects:
    """The subjects of one sentence."""

    def __init__(self, speakers: Speakers, span: Span, grammar: Grammar) -> None:
        self.speakers = speakers
        self.view = view = speakers.document.views[span.origin]
        self.grammar = grammar
        self.start = view.range(span)[0]
        self.span = span
        self.named = False  # whether a verb of the sentence has had its subject

    @cached_property
    def mentions(self) -> list[tuple[int, int, Mention]]:
        """Who and what may be a subject, with their places in the view; many sentences have no verb that asks for one."""
        found = outermost_subjects(self.speakers.document.in_span(self.span, *SUBJECTS))
        return [(*self.view.range(m.span), m) for m in found]

    def actors(self, hit: Hit, complement: int) -> Actors:
        """The actors of a verb whose complement begins at a folded position."""
        speakers = self.speakers
        if hit.impersonal:
            return speakers.all
        found = Actors()
        if hit.verb.form != "participle":
            found = self._before(hit)
            if not found.named and hit.verb.number != "several" and not self._calls_on(hit):
                found = self._after(hit, complement)
        if found.named:
            self.named = True
            speakers.remember(found)
            return found
        if not self.named and hit.verb.form == "participle" and (leader := self._leader(hit)).parties:
            speakers.remember(leader)
            return leader
        stranger = self._stranger(hit)
        if stranger is not None and stranger.parties:
            speakers.remember(stranger)
        return stranger or self._inherited(hit)

    def owner(self, start: int, stop: int) -> Actors:
        """The side that a position belongs to by its own words: "the readiness of Oman"."""
        for begin, end, mention in self.mentions:
            if begin >= start and begin < stop and self.grammar.subjects.owner.fullmatch(self.view.text, start, begin):
                code = self.speakers.party(mention) if mention.label != "SIDES" else None
                return Actors(((code, mention),), True) if code in self.speakers.meeting.parties and code is not None else Actors()
            if end > stop:
                break
        return Actors()

    def _inherited(self, hit: Hit) -> Actors:
        """The subject that was named before: several for a plural verb, else one, or the other side where it is its turn."""
        speakers = self.speakers
        if self.grammar.subjects.turn.search(self.view.text, max(self.start, hit.start - 40), hit.end + 20):
            others = [(code, ground) for code, ground in speakers.all.parties if code not in dict(speakers.one.parties)]
            if speakers.one.parties and len(others) == 1:
                speakers.remember(Actors((others[0],)))
                return speakers.one
        if hit.verb.number == "several":
            return speakers.several if speakers.several.parties else speakers.all
        if hit.verb.number == "any" and speakers.last.parties:
            return speakers.last
        if self.grammar.subjects.resumed.match(self.view.text, hit.end):
            owners = [m for _, end, m in self.mentions if end <= hit.start and m.label in ("PERSON", "OFFICE")]
            if owners and (owner := self.speakers.named(owners[-1:])).parties:
                speakers.remember(owner)
                return owner
        embedded = self._embedded(hit)
        if embedded.named:
            return embedded
        if not speakers.one.parties and not speakers.one.foreign:
            speakers.one = self._nearest(hit)
        if speakers.one.parties or speakers.one.foreign:
            return speakers.one
        return speakers.several if speakers.several.parties else speakers.all

    def _embedded(self, hit: Hit) -> Actors:
        """The subject of the clause that the verb is coordinated in: "said that the guest understood and promised"."""
        for start, end, mention in reversed(self.mentions):
            if end <= hit.start and mention.label in ("PERSON", "NATIONALITY") and self._first(start):
                return self.speakers.named([mention])
        return Actors()

    def _nearest(self, hit: Hit) -> Actors:
        """The last person before the verb whose side is known."""
        at = self.view.span(hit.start, hit.end)
        for mention in reversed([m for m in self.speakers.document.labelled("PERSON") if m.span < at]):
            code = self.speakers.party(mention)
            if code in self.speakers.meeting.parties and code is not None:
                return Actors(((code, mention),))
        return Actors()

    def _first(self, start: int) -> bool:
        """Whether a subject that comes first stands here: after a conjunction, or where the sentence begins."""
        return start == self.start or bool(self.grammar.subjects.first.search(self.view.text, max(self.start, start - 30), start))

    def _before(self, hit: Hit) -> Actors:
        """The subject right before its verb: "إن الجانبين اتفقا"."""
        text = self.view.text
        for at, (_, end, _) in enumerate(self.mentions):
            if end <= hit.start and self.grammar.subjects.adverbs.fullmatch(text, end, hit.start):
                first = at
                while first and self.grammar.subjects.joined.fullmatch(text, self.mentions[first - 1][1], self.mentions[first][0]):
                    first -= 1
                if self._first(self.mentions[first][0]):
                    return self.speakers.named([mention for _, _, mention in self.mentions[first : at + 1]])
        return Actors()

    def _leader(self, hit: Hit) -> Actors:
        """The subject of the verb that the sentence begins with, whatever it says: "And the minister presented ..., stressing ..."."""
        start, end, mention = next(iter(self.mentions), (hit.end, hit.end, None))
        if mention is None or end > hit.start or mention.label not in ("PERSON", "OFFICE", "SIDES"):
            return Actors()
        return self.speakers.named([mention]) if self.grammar.subjects.leader.fullmatch(self.view.text, self.start, start) else Actors()

    def _stranger(self, hit: Hit) -> Actors | None:
        """The subject of a verb of speech that no mention covers: somebody known by a word of the name, or nobody of the parties."""
        if hit.verb.number == "several" or hit.verb.form == "participle" or self.grammar.groups[hit.verb.group].clause is None:
            return None
        match = self.grammar.subjects.stranger.match(self.view.text, hit.end, hit.stop)
        if match is None:
            return None
        words = set(match[0].split())
        known = next((party for party, name, _ in self.speakers.people if words & name), None)
        if known is None:
            name = match[0].split()[0]
            if name.isascii() or len(self.view.text.split(name, AGAIN)) <= AGAIN:
                return Actors((), True, True)
            silent = {code for code, _ in self.speakers.all.parties} - {party for party, _, _ in self.speakers.people}
            known = silent.pop() if len(silent) == 1 else None  # somebody whom the report keeps naming speaks for whom nobody else does
            if known is None:
                return None
        if known not in self.speakers.meeting.parties:
            return Actors((), True, True)
        return Actors(((known, self.view.span(match.start() + 1, match.end())),), True)

    def _calls_on(self, hit: Hit) -> bool:
        """Whether whom a verb calls on stands after it, and who calls was named before."""
        of_one = hit.verb.number == "one" and hit.verb.form == "perfect" and bool(self.speakers.one.parties)
        return of_one and hit.verb.lemma in self.grammar.calls and bool(self.grammar.subjects.object.match(self.view.text, hit.end))

    def _after(self, hit: Hit, complement: int) -> Actors:
        """The subject after its verb: "واتفق الجانبان على"."""
        text, stop = self.view.text, max(complement, hit.end)
        group: list[Mention] = []
        last = hit.end
        for start, end, mention in self.mentions:
            if start < hit.end:
                continue
            if start >= hit.stop or (start >= stop and not group and start > hit.end + 2):
                break
            gap = self.grammar.subjects.joined if group else self.grammar.subjects.leading
            if not gap.fullmatch(text, last, start):
                break
            group.append(mention)
            last = end
        if group:
            return self.speakers.named(group)
        if self.grammar.subjects.collective.match(text, hit.end, min(stop, hit.stop)):
            return Actors(self.speakers.all.parties, True)  # a noun for all who met that no mention covers
        return Actors()


def outermost_subjects(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions that lie in no other; a noun for the sides that begins what was taken for a name is itself."""
    mentions = list(mentions)
    sides = {m.start: m for m in mentions if m.label == "SIDES"}
    last = -1
    for mention in mentions:
        if mention.start >= last:
            mention = sides.get(mention.start, mention) if mention.label in ("PERSON", "OFFICE") else mention
            yield mention
            last = mention.end

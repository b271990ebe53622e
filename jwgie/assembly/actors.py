"""Whose claim it is: the parties that the subject of a verb speaks for.

The subject stands after the verb, before it, or has been named before; a noun for both sides stands for all parties,
a person for the side that the person speaks for, a country, its capital or its adjective for that country.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jwgie.assembly.draft import Draft, Value
from jwgie.assembly.grammar import Grammar
from jwgie.assembly.meetings import Meeting
from jwgie.assembly.parties import Ground, Sides
from jwgie.assembly.positions import Hit
from jwgie.document import Document, Mention, Span, View

#: Labels of mentions that may be, or begin, the subject of a verb.
SUBJECTS = ("SIDES", "PERSON", "OFFICE", "INSTITUTION", "BODY", "COUNTRY", "NATIONALITY", "CITY", "ORG")

#: A name without a mention that occurs so many times is of somebody who took part.
AGAIN = 2

#: The adjectives of a noun for the sides end within so many characters.
BESIDE = 50

#: Of a session of an organisation, with so many members named, the members speak.
MEMBERS = 3


@dataclass(frozen=True)
class Actors:
    """The parties that a subject speaks for, each with its ground. `named`: the subject stands with the verb;
    `foreign`: it is somebody, but no party (a news agency, another state)."""

    parties: tuple[tuple[str, Ground], ...] = ()
    named: bool = False
    foreign: bool = False


class Speakers:
    """Settles the actors of the verbs of one report, in order; it remembers whom the last verbs had."""

    def __init__(self, document: Document, meeting: Meeting, draft: Draft, grammar: Grammar) -> None:
        self.document = document
        self.meeting = meeting
        self.grammar = grammar
        self.sides = document.once(Sides)
        self.people = list(_people(document, draft))
        self.one = Actors()  # the last subject that was one person or one side
        self.several = Actors()  # the last that was more
        self.last = Actors()  # the later of the two
        members = [code for code in meeting.parties if len(code) == 2]
        speaking = members if len(members) >= MEMBERS else meeting.parties
        self.all = Actors(tuple((code, grounds[0]) for code, grounds in meeting.parties.items() if grounds and code in speaking))

    def sentence(self, span: Span) -> Sentence:
        """The subjects that stand in a sentence, ready for its verbs."""
        return Sentence(self, self.document.views[span.origin], span)

    def party(self, mention: Mention) -> str | None:
        """The code that a mention speaks for; of a phrase without one, that of the first country or adjective inside it or
        right after it."""
        if mention.label == "PERSON":
            words = set(self.document.folded(mention.value.name).split())
            known = next((party for party, name, _ in self.people if words <= name or name <= words), None)
            side = None if known else self.sides.person(mention)
            return known or (side[0] if side else self.inside(mention))
        if mention.label in ("OFFICE", "INSTITUTION"):
            words = set(self.document.folded(mention.span).split())
            holders = {party for party, _, office in self.people if words <= office} if mention.label == "OFFICE" else set()
            return self.inside(mention) or (holders.pop() if len(holders) == 1 else None) or self._organisation(mention)
        return str(mention.value.country if mention.label == "CITY" else mention.value)

    def _organisation(self, mention: Mention) -> str | None:
        """The one organisation among the parties, which a noun for organisations ("the Union") takes up."""
        grounds = ((code, g) for code, found in self.meeting.parties.items() for g in found[:1])
        codes = [code for code, ground in grounds if isinstance(ground, Mention) and ground.label == "ORG"]
        return codes[0] if mention.value == "organisation" and len(codes) == 1 else None

    def parties(self, mention: Mention) -> list[str]:
        """The codes that a mention speaks for: several where it names several ("the ministers of Oman and Sweden")."""
        if mention.label in ("OFFICE", "INSTITUTION", "PERSON"):
            inner = list(self.document.in_span(mention.span, "SIDES", "COUNTRY", "NATIONALITY"))
            if inner and inner[-1].label == "SIDES" and inner[-1].rule.endswith(".dual") and inner[-1].start > mention.start:
                return [code for code, _ in self.all.parties]
            source = self.document.source(mention.span.origin)
            if len(inner) > 1 and len(source[inner[-2].end : inner[-1].start].strip()) == 1:
                return [str(m.value) for m in inner if m.label != "SIDES"]
        code = self.party(mention)
        return [code] if code is not None else []

    def beside(self, mention: Mention) -> list[str]:
        """The sides that the words of a phrase, or those right after it, name."""
        codes, last = [], mention.end
        for m in self.document.in_span(Span(mention.start, mention.end + BESIDE, mention.span.origin), "NATIONALITY", "COUNTRY", "ORG"):
            joined = self.document.slice(Span(last, max(last, m.start), mention.span.origin))
            if (last > mention.end and len(joined.strip()) > 1) or m.start > last + 3:
                break
            codes.append(str(m.value))
            last = max(last, m.end)
        return codes

    def inside(self, mention: Mention) -> str | None:
        """The side that the words of a phrase, or the word right after it, name."""
        reach = Span(mention.start, mention.end + 25, mention.span.origin)
        codes = [str(m.value) for m in self.document.in_span(reach, "NATIONALITY", "COUNTRY", "ORG") if m.start <= mention.end + 1]
        return next((code for code in codes if code in self.meeting.parties), codes[0] if codes else None)

    def both(self, mention: Mention) -> Actors:
        """Whom a noun for the sides stands for: all, one side's two people, or of more than two parties the two of the body."""
        parties = self.meeting.parties
        named = dict.fromkeys(code for code in self.beside(mention) if code in parties)  # "the Jordanian and Iraqi sides"
        if named:
            return Actors(tuple((code, mention) for code in named), True)
        codes = [code for code, _ in self.all.parties]
        body = self.meeting.body
        if mention.rule.endswith(".dual") and len(codes) > 2 and body is not None:
            two = [m.value for m in body.value.parties if m.value in parties]
            codes = two if len(two) == 2 else codes
        return Actors(tuple((code, mention) for code in codes), True)

    def remember(self, actors: Actors) -> None:
        """Keep a subject for the verbs that follow without one."""
        self.last = actors
        if len(actors.parties) == 1 and not _is_noun_for_sides(actors):
            self.one = actors
        elif actors.parties:
            self.several = actors
        elif actors.foreign:
            self.one = actors


class Sentence:
    """The subjects of one sentence."""

    def __init__(self, speakers: Speakers, view: View, span: Span) -> None:
        self.speakers = speakers
        self.view = view
        self.grammar = speakers.grammar
        self.start = view.range(span)[0]
        found = _outermost(speakers.document.in_span(span, *SUBJECTS))
        self.mentions = [(*view.range(m.span), m) for m in found]
        self.named = False  # whether a verb of the sentence has had its subject

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
            if owners and (owner := self._actors(owners[-1:])).parties:
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
                return self._actors([mention])
        return Actors()

    def _nearest(self, hit: Hit) -> Actors:
        """The last person before the verb whose side is known."""
        at = self.view.span(hit.start, hit.end)
        for mention in reversed([m for m in self.speakers.document.mentions if m.label == "PERSON" and m.span < at]):
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
                    return self._actors([mention for _, _, mention in self.mentions[first : at + 1]])
        return Actors()

    def _leader(self, hit: Hit) -> Actors:
        """The subject of the verb that the sentence begins with, whatever it says: "And the minister presented ..., stressing ..."."""
        start, end, mention = next(iter(self.mentions), (hit.end, hit.end, None))
        if mention is None or end > hit.start or mention.label not in ("PERSON", "OFFICE", "SIDES"):
            return Actors()
        return self._actors([mention]) if self.grammar.subjects.leader.fullmatch(self.view.text, self.start, start) else Actors()

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
            return self._actors(group)
        if self.grammar.subjects.collective.match(text, hit.end, min(stop, hit.stop)):
            return Actors(self.speakers.all.parties, True)  # a noun for all who met that no mention covers
        return Actors()

    def _actors(self, group: list[Mention]) -> Actors:
        speakers, parties = self.speakers, self.speakers.meeting.parties
        first = group[0]
        if first.label == "SIDES":
            return speakers.both(first)
        if first.label == "BODY":
            return Actors(tuple((code, first) for code, _ in speakers.all.parties), True)
        codes: dict[str, Ground] = {}
        for mention in group:
            for code in speakers.parties(mention):
                if code in parties:
                    codes.setdefault(code, mention)
        if len(group) > len(codes) == 1 and len(parties) == 2 and any(speakers.party(m) is None for m in group):
            return Actors(tuple((code, first) for code in parties), True)  # "the minister and his counterpart"
        if codes:
            return Actors(tuple(codes.items()), True)
        foreign = any(speakers.party(m) is not None for m in group) or first.label == "INSTITUTION"
        return Actors((), foreign, foreign)


def _is_noun_for_sides(actors: Actors) -> bool:
    return any(isinstance(ground, Mention) and ground.label == "SIDES" for _, ground in actors.parties)


def _people(document: Document, draft: Draft) -> Iterator[tuple[str, set[str], set[str]]]:
    """Of each person in the delegations: the party, the words of the name and those of the office, folded."""
    for delegation in draft.get("delegations") or ():
        for person in delegation.get("people", ()):
            yield delegation["party"].value, _words(document, person["name"]), _words(document, person.get("position"))


def _words(document: Document, value: Value | None) -> set[str]:
    spans = [Span(e.start, e.end, e.origin) for e in value.evidence if e.origin in ("text", "title")] if value else []
    return {word for span in spans for word in document.folded(span).split()}


def _outermost(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions that lie in no other; a noun for the sides that begins what was taken for a name is itself."""
    mentions = list(mentions)
    sides = {m.start: m for m in mentions if m.label == "SIDES"}
    last = -1
    for mention in mentions:
        if mention.start >= last:
            mention = sides.get(mention.start, mention) if mention.label in ("PERSON", "OFFICE") else mention
            yield mention
            last = mention.end

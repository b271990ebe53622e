"""Whose a position is that has no subject: who stands behind a passive, who owns what it speaks of, whom a noun of it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jwgie.assembly.actors import Actors, Speakers
from jwgie.assembly.clause_grammar import ClauseGrammar
from jwgie.document import Mention

if TYPE_CHECKING:
    from jwgie.assembly.clauses import Clause
    from jwgie.assembly.verbs import Verb

#: What is looked for right before a place stands within this many characters of it.
LOOK = 48
#: Labels of those whose view a sentence may give.
VOICES = ("PERSON", "OFFICE")


class Owners:
    """A sentence with those whom it names, in folded positions."""

    def __init__(self, grammar: ClauseGrammar, speakers: Speakers) -> None:
        self.grammar = grammar
        self.reading = grammar.reading
        self.speakers = speakers
        self.text = ""
        self.start = self.end = 0
        self.mentions: list[tuple[int, int, Mention]] = []

    def only_reports(self, said: Clause, verb: Verb, actors: Actors) -> bool:
        """Whether who says something only tells of what all have said, or is none of those who met."""
        groups = self.grammar.groups
        own = bool(groups[verb.group].otherwise) and not groups[said.verb.group].otherwise
        return own and bool(actors.parties) and (len(actors.parties) > 1 or not (said.actors and said.actors.parties))

    def owner(self, lower: int, at: int) -> Actors | None:
        """Whose position it is that a passive repeats: "Oman's support for ... was reiterated"."""
        owned = self.speakers.sides.links.owned
        for first, last, mention in self.mentions:
            if lower <= first and last <= at and self.text.startswith(owned, last) and mention.label != "SIDES":
                opening = self.reading.opens.search(self.text, max(lower, first - LOOK), first)
                if not self.text[lower : opening.start() if opening else first].strip():
                    found = self.speakers.named([mention])
                    return found if found.named else None
                return None
        return None

    def attributed(self) -> tuple[int, Actors | None]:
        """What a sentence gives as the view of whom it begins with, from where on: "according to the minister, ..."."""
        opens = self.reading.attributed.match(self.text, self.start, self.end)
        begin = opens.end() if opens else -1
        for first, last, mention in self.mentions:
            if first == begin and mention.label in VOICES and self.text.startswith(",", last):
                actors = self.speakers.named([mention])
                if actors.named:
                    self.speakers.remember(actors)
                    return last + 1, actors
        return self.start, None

    def inside(self, start: int, end: int) -> Actors | None:
        """Whom the words of a position name as whose it is, or who stands right behind them: "in the minister's view"."""
        found = next((m for first, last, m in self.mentions if start <= first and (last <= end or first == end)), None)
        named = self.speakers.named([found]) if found is not None else None
        return named if named is not None and named.named and named.parties else None

    def agent(self, to: int) -> Actors | None:
        match = self.reading.agent.match(self.text, to, self.end)
        if match is None:
            return None
        group: list[Mention] = []
        last = match.end()
        for first, end, mention in self.mentions:
            if first == match.end() or (group and self.reading.joined.fullmatch(self.text, last, first)):
                group.append(mention)
                last = end
        if group:
            found = self.speakers.named(group)
            return found if found.named or found.foreign else None
        return None

    def quoted(self, clauses: list[Clause]) -> None:
        """In what one person is quoted to say, "we" and a verb without a subject mean the side of that one."""
        speaker = next((c.actors for c in clauses if c.inserted and c.actors and len(c.actors.parties) == 1), None)
        for clause in clauses if speaker is not None and '"' in self.text[self.start : self.end] else ():
            quoted = self.text.count('"', self.start, clause.start) % 2 and not clause.inserted
            alone = not any(clause.begin <= first < clause.start for first, _, _ in self.mentions)
            if quoted and alone and clause.actors is not None and len(clause.actors.parties) > 1:
                clause.actors = speaker

    def opening(self, clause: Clause) -> Actors:
        """Whom a verb without a subject means that begins a sentence where nobody has spoken before: whom the report begins with."""
        first = clause.start - self.start <= LOOK and not any(at < clause.start for at, _, _ in self.mentions)
        return self.speakers.opening if self.grammar.free and first else Actors()

    def closes(self, lower: int, at: int, to: int) -> bool:
        """Whether a quotation ends right before a verb and who says it stands behind: all that a verb of saying needs."""
        return self.text[lower:at].rstrip(" ,").endswith('"') and self.behind(to) is not None

    def behind(self, to: int) -> Actors | None:
        """The subject behind its verb: `"...", said the minister`."""
        match = self.reading.inverted.match(self.text, to, self.end)
        for first, last, mention in self.mentions if match else ():
            if match and first == match.end() and (self.grammar.free or self.reading.inserted.match(self.text, last, self.end)):
                return self.speakers.named([mention])
        return None

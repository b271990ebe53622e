"""Whose a position is that has no subject: who stands behind a passive, who owns what it speaks of, whom a noun of it names."""

from __future__ import annotations

from jwgie.assembly.actors import Actors, Speakers
from jwgie.assembly.clause_grammar import ClauseGrammar
from jwgie.document import Mention

#: What is looked for right before a place stands within this many characters of it.
LOOK = 48


class Owners:
    """A sentence with those whom it names, in folded positions."""

    def __init__(self, grammar: ClauseGrammar, speakers: Speakers) -> None:
        self.grammar = grammar
        self.reading = grammar.reading
        self.speakers = speakers
        self.text = ""
        self.start = self.end = 0
        self.mentions: list[tuple[int, int, Mention]] = []

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

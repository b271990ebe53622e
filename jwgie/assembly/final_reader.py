"""The positions that a sentence takes in a language whose verbs come last: what a verb says stands before it, from its topic, the verb
before or a phrase that only frames it on. ``[final]`` of ``statements.toml`` tells how clauses are put together::

    marker      what stands right behind a topic
    weak        what stands behind a subject that is one only at the beginning of a clause or right before its verb
    joined      what joins two names to one subject
    stands      what follows a verb that ends a clause (else it only describes a noun)
    frame       what a clause may begin with that is not said by its verb
    parts       where a further complement of the same verb begins; `told`: the groups whose parts have acts of their own
    mutual      groups of verbs that are said of all who met, where `met` is found before them, whoever is their subject
    together    groups of verbs of all sides, where no subject is named
    quotes      pairs of marks between which no verb is the sentence's own
    next        what is agreed on the next round is no statement
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from jwgie.assembly.actors import Actors, Speakers
from jwgie.assembly.clause_grammar import Verbs
from jwgie.assembly.clause_reader import Stated
from jwgie.assembly.grammar import Expression, Group, compiled, content, read_contents, read_groups
from jwgie.assembly.subjects import SUBJECTS, outermost_subjects
from jwgie.assembly.verbs import read_verbs
from jwgie.document import Mention, Span
from jwgie.languages import Pack
from jwgie.languages.words import words_of
from jwgie.relations.triggers import Filter

#: The noun of a complement that tells the act stands within this many characters before the verb.
NEAR = 18
#: The act of a noun whose clause tells it by its own words.
ITSELF = "="
#: A subject with a weak mark stands so many characters from where its clause begins, or from its verb.
CLOSE = 3


@dataclass(frozen=True)
class FinalGrammar:
    """What a pack says of its clauses."""

    verbs: Verbs
    groups: Mapping[str, Group]
    contents: tuple[tuple[str, Expression, bool], ...]
    possible: Filter
    marker: Expression
    weak: Expression
    joined: Expression
    stands: Expression
    frame: Expression
    parts: Expression
    next: Expression
    met: Expression
    quotes: tuple[tuple[str, str], ...]
    closing: str
    together: frozenset[str]
    mutual: frozenset[str]
    told: frozenset[str]
    shortest: int


@cache
def final_grammar(pack: Pack) -> FinalGrammar | None:
    """The grammar of a pack, where it has one."""
    data = pack.toml("statements")
    table = data.get("final")
    if not table:
        return None
    names = ("marker", "weak", "joined", "stands", "frame", "parts", "next", "met")
    contents = read_contents(pack)
    expressions = {name: compiled(pack, f"final.{name}", table[name]) for name in names}
    return FinalGrammar(
        verbs=Verbs(read_verbs(pack, "acts", "speech_verbs"), not words_of(pack).spaced),
        groups=read_groups(pack),
        contents=contents,
        possible=Filter.of(words.pattern for _, words, _ in contents),
        **expressions,
        closing=")" + "".join(pair[1] for pair in table["quotes"]),
        quotes=tuple((pair[0], pair[1]) for pair in table["quotes"]),
        together=frozenset(table["together"]),
        mutual=frozenset(table["mutual"]),
        told=frozenset(table["told"]),
        shortest=data["shortest"],
    )


class FinalReader:
    """Reads the sentences of a report, in order, for the positions of one meeting's sides."""

    def __init__(self, grammar: FinalGrammar, speakers: Speakers) -> None:
        self.grammar = grammar
        self.groups = grammar.groups
        self.speakers = speakers
        self.text = ""
        self.mentions: list[tuple[int, int, Mention]] = []

    def read(self, span: Span, headline: bool = False) -> list[Stated]:
        """The positions that a sentence takes, in order."""
        document, grammar = self.speakers.document, self.grammar
        view = document.views[span.origin]
        self.text = text = view.text
        start, end = view.range(span)
        hits = list(grammar.verbs.find(text, start, end))
        if not hits:
            return []
        self.mentions = [(*view.range(m.span), m) for m in outermost_subjects(document.in_span(span, *SUBJECTS))]
        found: list[Stated] = []
        lower, topic = start, None
        for at, to, options in hits:
            ends = not text[to - 1].isalnum() or grammar.stands.match(text, to, end)
            if not ends or self._quoted(start, at) or any(self._inside(at, *mention) for mention in self.mentions):
                continue
            group = grammar.groups[options[0].group]
            begin, actors = self._subject(lower, at)
            if actors is not None:
                topic = actors
                self.speakers.remember(actors)
            begin = self._framed(begin, at)
            lower = to
            who = topic or self._inherited(options[0].group)
            if len(who.parties) == 1 and options[0].group in grammar.mutual and grammar.met.search(text, start, at):
                who = self.speakers.all
            for act, first, last in self._claims(group, options[0].group, begin, at, to):
                if who.parties and last - first >= grammar.shortest:
                    stated = view.span(first, last)
                    found.append(Stated(act, options[0].group, view.span(at, to), who, stated, group.by_content))
        return found

    def _inside(self, at: int, first: int, last: int, mention: Mention) -> bool:
        """Whether a verb is part of a mention, rather than begun by it: "talks" as what somebody did."""
        return first <= at < last and not (mention.label == "BODY" and first == at)

    def _quoted(self, start: int, at: int) -> bool:
        """Whether a place lies in a quotation, of which the verb behind it tells what it says."""
        return any(self.text.count(a, start, at) > self.text.count(b, start, at) for a, b in self.grammar.quotes)

    def _subject(self, lower: int, at: int) -> tuple[int, Actors | None]:
        """Where what a verb says may begin, behind its subject, and whom that speaks for; None without one."""
        grammar, text = self.grammar, self.text
        for strong in (True, False):
            mark = grammar.marker if strong else grammar.weak
            for i, (first, last, _) in enumerate(self.mentions):
                if first < lower or last > at:
                    continue
                match = mark.match(text, last, at)
                if match is None or not (strong or first - lower <= CLOSE or at - match.end() <= CLOSE):
                    continue
                found = self.speakers.named(self._group(i, lower))
                if found.named or found.foreign:
                    return (match.end() if strong or first - lower <= CLOSE else lower), found
        return lower, None

    def _group(self, i: int, lower: int) -> list[Mention]:
        """A mention with those joined to it before."""
        group = [self.mentions[i][2]]
        while (
            i
            and self.mentions[i - 1][0] >= lower
            and self.grammar.joined.fullmatch(self.text, self.mentions[i - 1][1], self.mentions[i][0])
        ):
            i -= 1
            group.insert(0, self.mentions[i][2])
        return group

    def _inherited(self, group: str) -> Actors:
        """Who acts where nobody is named: all, or who spoke last."""
        speakers = self.speakers
        if group in self.grammar.together or not speakers.one.parties:
            return speakers.all if not speakers.one.foreign or group in self.grammar.together else Actors()
        return speakers.one

    def _framed(self, begin: int, at: int) -> int:
        """Where a clause begins behind what only frames it."""
        while begin < at:
            match = self.grammar.frame.match(self.text, begin, at)
            if match is None or match.end() == begin:
                break
            begin = match.end()
        return begin

    def _claims(self, group: Group, name: str, begin: int, at: int, to: int) -> Iterator[tuple[str, int, int]]:
        """The act, the first and the last position of each position of a clause."""
        if group.needs and not group.needs.search(self.text, begin, at):
            return
        cuts = [m.end() for m in self.grammar.parts.finditer(self.text, begin, at) if at - m.end() >= self.grammar.shortest]
        starts = [begin, *cuts]
        for first, stop in zip(starts, [*cuts, to], strict=True):
            verb = at if stop == to else stop
            if group.unless and group.unless.search(self.text, first, verb):
                continue
            own = name in self.grammar.told or stop == to
            act = self._act(group, first, verb) if own else self._act(group, starts[-1], at)
            if act and not (act == "agree" and self.grammar.next.search(self.text, first, verb)):
                yield act, self._framed(first, verb), self._trimmed(first, stop)

    def _act(self, group: Group, first: int, at: int) -> str:
        """The act that a verb of a group makes of what stands before it."""
        cue = group.cues.search(self.text, max(first, at - NEAR), at) if group.cues else None
        act = group.noun[cue.lastgroup or ""] if cue else ""
        if cue and act != ITSELF:
            return act
        if group.by_content or act == ITSELF:
            grammar = self.grammar
            return content(grammar.contents, grammar.possible, self.text, first, at) or group.clause or group.otherwise
        return group.otherwise

    def _trimmed(self, first: int, last: int) -> int:
        """Where a clause ends, without the marks behind it."""
        while last > first and not self.text[last - 1].isalnum() and self.text[last - 1] not in self.grammar.closing:
            last -= 1
        return last

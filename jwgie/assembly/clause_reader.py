"""The positions that a sentence takes, clause by clause: act, who takes it, and the words that carry it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jwgie.assembly.actors import Actors, Speakers
from jwgie.assembly.clause_grammar import ClauseGrammar
from jwgie.assembly.clauses import NEAR, Clause, Finder
from jwgie.assembly.grammar import Group
from jwgie.document import Span, View

#: No clause loses itself in an adjunct before so many characters of it.
SOME = 25


@dataclass(frozen=True, slots=True)
class Stated:
    """A position: its act, the group of its verb, where the verb stands, who takes it, and the clause that carries it. `reported`:
    the clause is what somebody says."""

    act: str
    group: str
    verb: Span
    actors: Actors
    span: Span
    reported: bool = False


class Reader:
    """Reads the sentences of a report, in order, for the positions of one meeting's sides."""

    def __init__(self, grammar: ClauseGrammar, speakers: Speakers) -> None:
        self.grammar = grammar
        self.reading = grammar.reading
        self.speakers = speakers
        self.finder = Finder(grammar, speakers)
        self.text = ""
        self.start = self.end = 0

    def read(self, span: Span, headline: bool = False) -> list[Stated]:
        """The positions that a sentence takes, in order. Headlines tell in the present what has happened."""
        clauses = self.finder.find(span)
        view = self.speakers.document.views[span.origin]
        self.text, self.start, self.end = self.finder.text, self.finder.start, self.finder.end
        found: list[tuple[int, int, Stated]] = []
        inserted: list[tuple[int, int, Stated]] = []
        for clause in clauses:
            if clause.passive and not clause.empty and self.reading.vague.fullmatch(self.text, clause.begin, clause.start):
                continue
            for act, first, last, reported in self._claims(clause, headline):
                actors = clause.actors or Actors()
                if actors.parties and self._says(first, last):
                    stated = Stated(act, clause.verb.group, view.span(clause.start, clause.end), actors, view.span(first, last), reported)
                    (inserted if clause.inserted else found).append((first, last, stated))
        found += [i for i in inserted if not any(first < i[1] and i[0] < last for first, last, _ in found)]
        found += [n for n in self._nominal(view, [first for first, _, _ in found]) if not any(a <= n[0] < b for a, b, _ in found)]
        return [stated for _, _, stated in sorted(found, key=lambda item: item[0])]

    def heads(self, span: Span, last: Stated) -> bool:
        """Whether a sentence, whose last position is given, heads a list of what the position is about."""
        view = self.speakers.document.views[span.origin]
        start, end = view.range(span)
        near = self.reading.heads.search(view.text, max(start, end - NEAR), end)
        return near is not None and view.range(last.verb)[1] >= near.start() - NEAR

    def item(self, span: Span, head: Stated) -> Stated | None:
        """The position of a sentence that is an item of the list that another heads: its own verb tells the act, else that of the head."""
        view = self.speakers.document.views[span.origin]
        start, end = view.range(span)
        mark = self.reading.item.match(view.text, start, end)
        if mark is None or mark.end() == start:
            return None
        own = next(self.grammar.verbs.find(view.text, mark.end(), min(end, mark.end() + NEAR // 2)), None)
        told = own is not None and own[0] == mark.end() and self.grammar.groups[own[2][0].group].otherwise
        last = end
        while last > mark.end() and not (view.text[last - 1].isalnum() or view.text[last - 1] in ")%"):
            last -= 1
        if len(view.text[mark.end() : last].split()) < 2:
            return None
        return replace(head, act=told or head.act, span=view.span(mark.end(), last))

    def _claims(self, clause: Clause, headline: bool) -> Iterator[tuple[str, int, int, bool]]:
        """The act, the first and last position of each position of a clause, and whether it is reported."""
        grammar, reading, text = self.grammar, self.reading, self.text
        group = grammar.groups[clause.verb.group]
        before = (grammar.verb_last and not clause.told) or clause.inserted or (clause.passive and not clause.empty and not clause.told)
        stop = clause.stop if clause.inserted else self._end(clause.end, clause.stop)
        field = (clause.begin, clause.start) if before else (clause.end, stop)
        field = (clause.begin, stop) if clause.inserted else field
        if group.unless and group.unless.match(text, clause.end, clause.stop):
            return
        if clause.future:
            if group.future:
                yield group.future, clause.begin, self._trim(clause.begin, stop), False
            return
        if group.unless and grammar.verb_last and group.unless.search(text, clause.begin, clause.start):
            return
        that = None if before else reading.that.match(text, clause.end, stop)
        act = self._act(group, field, bool(that) or clause.inserted)
        if before and clause.passive and not clause.inserted and group.cues:  # "was noted with satisfaction", "was recognised as vital"
            within = group.cues.search(text, field[0], min(field[1], field[0] + 2 * NEAR))
            cue = None if within else group.cues.search(text, clause.end, min(stop, clause.end + NEAR // 2))
            act = group.noun[cue.lastgroup or ""] if cue else act
        if act and group.renewable and (reading.renewed.search(text, clause.begin, clause.start) or reading.renewed.search(text, *field)):
            act = "reaffirm"
        if not act:
            return
        first = that.end() if that and clause.told and not group.otherwise else clause.begin
        last = self._trim(first, stop)
        if before and not clause.inserted and clause.passive:
            last = self._trim(first, self._end(clause.end, clause.stop))
        cuts = [] if before or act != "agree" else [m.start() for m in reading.again.finditer(text, clause.end, last)]
        for begin, end in zip([first, *cuts], [*cuts, last], strict=True):
            while begin < end and not text[begin].isalnum() and text[begin] not in '"(':
                begin += 1
            if act != "agree" or not reading.next.search(text, begin, end):
                yield act, begin, self._trim(begin, end), bool(that) or clause.inserted

    def _act(self, group: Group, field: tuple[int, int], clause: bool) -> str:
        """The act that a verb of a group makes of its complement."""
        first, last = field
        reach = last if self.grammar.verb_last and not clause else min(last, first + 2 * NEAR)
        cue = group.cues.search(self.text, first, reach) if group.cues else None
        if cue:
            return group.noun[cue.lastgroup or ""]
        if group.fixed or (group.otherwise and not clause):
            return group.otherwise
        if (clause and group.clause is not None) or group.by_content:
            return (self.grammar.content(self.text, first, last) if group.by_content else "") or group.clause or ""
        return ""

    def _nominal(self, view: View, starts: list[int]) -> Iterator[tuple[int, int, Stated]]:
        """Positions that nouns tell of: "there was consensus that"."""
        for index in self.grammar.nominal_possible.candidates(self.text[self.start : self.end]):
            act, words = self.grammar.nominals[index]
            for match in words.finditer(self.text, self.start, self.end):
                first, to = match.span("claim")
                last = self._trim(first, self._end(to, min([at for at in starts if at > to], default=self.end)))
                actors = self.finder.agent(to) or self.finder.inside(match.start(), to) or self.speakers.all
                if actors.parties and (act != "agree" or not self.reading.next.search(self.text, first, last)):
                    yield first, last, Stated(act, act, view.span(first, to), actors, view.span(first, last))

    def _end(self, start: int, stop: int) -> int:
        match = self.reading.adjunct.search(self.text, min(start + SOME, stop), stop)
        return match.start() if match else stop

    def _trim(self, start: int, end: int) -> int:
        """Where a clause ends, without punctuation and without the word that begins the next one."""
        text = self.text
        while True:
            while end > start and not (
                text[end - 1].isalnum() or text[end - 1] in ")%" or (text[end - 1] == '"' and text.count('"', start, end) % 2 == 0)
            ):
                end -= 1
            trailing = self.reading.trailing.search(text, max(start, end - NEAR), end)
            if not trailing or trailing.start() == trailing.end():
                return end
            end = trailing.start()

    def _closes(self, start: int, end: int) -> bool:
        last = self.text[end - 1]
        return last.isalnum() or last in ")%" or (last == '"' and self.text.count('"', start, end) % 2 == 0)

    def _says(self, first: int, last: int) -> bool:
        length = last - first if self.grammar.verbs.spaceless else len(self.text[first:last].split())
        return length >= self.grammar.shortest

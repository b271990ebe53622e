"""Where a report speaks of another round of the meeting's body: the clauses that tell of the next or the previous one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from jwgie.assembly.draft import Draft
from jwgie.assembly.meetings import Meeting
from jwgie.document import Document, Mention, Span, View
from jwgie.languages import Pack

Which = Literal["next", "previous"]

#: Families of nouns that can mean a round of any body.
_ROUNDS = frozenset(("bodies.session", "bodies.talks"))
#: Stands for the characters of a date where marks are looked for.
_FILL = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Clause:
    """Words about another round: `anchor` says so, `span` is the clause around it; `ordinal` is its number where it is given."""

    which: Which
    anchor: Mention | Span
    span: Span
    ordinal: Mention | None = None

    @property
    def at(self) -> Span:
        """The span of the anchor."""
        return self.anchor.span if isinstance(self.anchor, Mention) else self.anchor


def other_rounds(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> list[Clause]:
    """The clauses about the next and the previous round of a meeting's body, in order. The draft knows its own number."""
    own = draft.get("ordinal")
    return draft.once(_other_rounds, document, meeting, own.value if own else None, _words(pack))


def _other_rounds(document: Document, meeting: Meeting, number: int | None, words: _Words) -> list[Clause]:
    found = [*_by_phrase(document, meeting, number, words), *_by_pattern(document, meeting, number, words)]
    return sorted(found, key=lambda c: (c.span.origin == "text", c.at.start))


@dataclass(frozen=True)
class _Words:
    """Table ``clause`` of ``patterns/rounds.toml``."""

    marks: tuple[str, ...]
    continues: tuple[str, ...]
    prepositions: tuple[str, ...]
    article: str  #: the letters of the article, as it is written after a preposition too
    sessions: frozenset[str] = frozenset()  #: nouns of one sitting or round, which all bodies have


@lru_cache(maxsize=16)
def _words(pack: Pack) -> _Words:
    table = pack.toml("patterns/rounds").get("clause", {})
    clitics = pack.config.get("clitics", {})
    article = pack.fold(clitics.get("article", "") + clitics.get("contracted_article", ""))
    marks, continues, prepositions = (tuple(map(pack.fold, table.get(name, ()))) for name in ("marks", "continues", "prepositions"))
    rows = (row["forms"].split(" | ") for row in pack.rows("meeting_nouns") if row["role"] == "session")
    return _Words(marks, continues, prepositions, article, frozenset(pack.fold_all(form for forms in rows for form in forms)))


class _Own:
    """The phrases of the meeting's own body: where they stand, their rules and their words."""

    def __init__(self, document: Document, meeting: Meeting) -> None:
        self.main = meeting.body.span if meeting.body else None
        self.spans = {body.span for body in meeting.bodies}
        self.rules = {body.rule for body in meeting.bodies}
        spans = dict.fromkeys([*(body.span for body in meeting.bodies), *([self.main] if self.main else [])])
        self.words = " ".join(dict.fromkeys(map(document.folded, spans)))


def _by_phrase(document: Document, meeting: Meeting, own: int | None, words: _Words) -> Iterator[Clause]:
    past = {m for r in meeting.relations(document, "past_round") if (m := r.mention("round")) is not None}
    body = _Own(document, meeting)
    for mention in meeting.mentions(document, "BODY"):
        if not _alike(meeting, mention, body):
            continue
        ordinal = mention.value.ordinal
        number = ordinal.value if ordinal else None
        which: Which | None = mention.value.which
        if which is None and own and number and _of_own_body(document, mention, body, words):
            which = "next" if number == own + 1 else "previous" if number == own - 1 or (number < own and mention in past) else None
        if which is not None and not (own and number and number == own):
            yield Clause(which, mention, _clause(document, mention.span, words), ordinal)


def _by_pattern(document: Document, meeting: Meeting, own: int | None, words: _Words) -> Iterator[Clause]:
    names: list[tuple[str, Which]] = [("next_round", "next"), ("previous_round", "previous")]
    if meeting.status == "held":  # else what is to be hosted is the meeting itself
        names.append(("future_round", "next"))
    for name, which in names:
        for relation in meeting.relations(document, name):
            ordinal = relation.mention("ordinal")
            if ordinal is None or (own and (ordinal.value < own if which == "previous" else ordinal.value > own)):
                clause = relation.role_span("only") or _clause(document, relation.span, words)
                yield Clause(which, relation.span, clause, ordinal)


def _alike(meeting: Meeting, mention: Mention, own: _Own) -> bool:
    """Whether a phrase can mean a round of the meeting's own body: a bare session, or a body of its kind or noun and of no other sides."""
    value = mention.value
    if not value.which and (mention.span == own.main or (mention.span in own.spans and not value.ordinal)):
        return False
    if any(party.value not in meeting.parties for party in value.parties):
        return False
    return value.kind in (None, meeting.kind) or mention.rule in _ROUNDS or mention.rule in own.rules


def _of_own_body(document: Document, mention: Mention, own: _Own, known: _Words) -> bool:
    """Whether all that a phrase says beyond its noun and its number is said of the meeting's own body too."""
    name = mention.value.name or mention.span
    words = document.folded(name).split()
    number = document.folded(mention.value.ordinal.span).split() if mention.value.ordinal else []
    bare = [word.lstrip(known.article) for word in words if word not in number]
    if mention.rule in _ROUNDS and len(bare) == 1:
        return True  # a number and a noun, whichever stands first
    return all(word in own.words or word in known.sessions for word in bare)


def _clause(document: Document, anchor: Span, words: _Words) -> Span:
    """The clause around an anchor: from the comma before it to the one after it, or the next where the clause is carried on."""
    sentence = document.sentence_of(anchor)
    if sentence is None:
        return anchor
    view = document.views[anchor.origin]
    first, last = view.range(sentence.span)
    start, end = view.range(anchor)
    # A mark inside a date ("2nd - 5th May, 2013") ends nothing.
    text = view.text
    for date in document.in_span(sentence.span, "DATE"):
        at, to = view.range(date.span)
        text = text[:at] + _FILL * (to - at) + text[to:]
    begin = max([first, *(text.rfind(mark, first, start) + 1 for mark in words.marks)])
    stop = _next(text, end, last, words.marks)
    while stop < last and _goes_on(document, view, stop + 1, last, words):
        stop = _next(text, stop + 1, last, words.marks)
    return view.span(begin, stop)


def _goes_on(document: Document, view: View, start: int, last: int, words: _Words) -> bool:
    """Whether a clause goes on behind a comma: with a relative pronoun, the country, or the time ("in Bishkek, Kyrgyzstan, on ...")."""
    rest = view.text[start:last].lstrip()
    if rest.startswith(words.continues):
        return True
    at = last - len(rest)
    at += len(next((w + " " for w in words.prepositions if rest.startswith(w + " ")), ""))
    here = view.span(at, at + 1)
    return any(m.span.start == here.start for m in document.in_span(view.span(at, last), "CITY", "COUNTRY", "DATE"))


def _next(text: str, start: int, end: int, marks: tuple[str, ...]) -> int:
    return min((at for mark in marks if (at := text.find(mark, start, end)) >= 0), default=end)

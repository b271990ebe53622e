"""The previous and the next round of a meeting's body: number, place and time, as far as the text says."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jwgie.assembly.draft import Draft
from jwgie.assembly.meetings import Meeting
from jwgie.assembly.other_rounds import Clause, other_rounds
from jwgie.assembly.when import date_tree, value_of
from jwgie.assembly.where import place_of
from jwgie.document import Document, Mention, Span
from jwgie.languages import Pack
from jwgie.ner.dates_calendar import coarse
from jwgie.record import Status

#: The pattern of dates that are of something else; behind the anchor of a clause its dates are none of the round's.
OTHER = "when.other"
#: A preposition stands within this many characters before its date.
NEAR = 40

_STATUS: dict[str, Status] = {"next": "scheduled", "previous": "held"}


def fill_rounds(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `next_meeting` and `previous_meeting`, with their evidence."""
    clauses = other_rounds(document, meeting, draft, pack)
    for which in ("next", "previous"):
        trees = [_tree(document, meeting, clause, draft, pack) for clause in clauses if clause.which == which]
        best = max(trees, key=_told, default=None)
        if best:
            draft.set(f"{which}_meeting", best)


def _tree(document: Document, meeting: Meeting, clause: Clause, draft: Draft, pack: Pack) -> dict[str, Any]:
    """The leaves of one other round; empty where its clause tells nothing of it."""
    tree: dict[str, Any] = {}
    if clause.ordinal is not None:
        tree["ordinal"] = draft.value(clause.ordinal.value, clause.ordinal)
    sentence = document.sentence_of(clause.at)
    near = document.relations_in(sentence.index) if sentence is not None else ()
    place = next((p for r in near if r.name == "held_at" and (p := place_of(document, r, pack)) is not None
                  and clause.span.contains(p.mention.span)), None)  # fmt: skip
    if place is not None:
        tree["place"] = place.tree(draft)
    other = {m for r in near if r.name == "dated" and r.rule == OTHER and r.span.start >= clause.at.end
             and (m := r.mention("date")) is not None}  # fmt: skip
    dates = [m for m in document.in_span(clause.span, "DATE") if m not in other]
    mention = min(dates, key=lambda m: _distance(m.span, clause.at), default=None)
    if clause.which == "previous":
        # Of several rounds before, the last is the previous one.
        mention = max((m for m in dates if m.value), key=lambda m: m.value.start, default=mention)
    sometime = [s for r in near if r.name == "sometime" and (s := r.role_span("when")) and (mention is None or clause.span.overlaps(s))]
    if sometime and (mention is None or sometime[0].contains(mention.span)):
        tree["date_text"] = draft.value(document.slice(sometime[0]), sometime[0], rule="rounds.sometime")
        told = any(r.name == "sometime" and r.mention("date") == mention for r in near)
        if told and mention is not None and (value := value_of(document, mention, _STATUS[clause.which])) is not None:
            tree["date"] = date_tree(draft, *coarse(value), [mention], value.relative)  # "in 2026, on dates to be fixed"
    elif mention is not None:
        value = value_of(document, mention, _STATUS[clause.which])
        if value is not None:
            tree["date"] = date_tree(draft, *coarse(value), [mention], value.relative)
        words = with_preposition(document, mention, pack)
        tree["date_text"] = draft.value(document.slice(words), words, rule=mention.rule)
    return tree


def _told(tree: dict[str, Any]) -> tuple[int, int]:
    """How much a clause tells; of equals, the later round is nearer."""
    ordinal = tree.get("ordinal")
    return len(tree), ordinal.value if ordinal else 0


def _distance(one: Span, other: Span) -> int:
    """How far apart two spans are; what follows is nearer than what comes before."""
    return one.start - other.end if one.start >= other.end else 1000 + other.start - one.end


def with_preposition(document: Document, mention: Mention, pack: Pack) -> Span:
    """The words that say when: a date with the preposition before it."""
    view = document.views[mention.span.origin]
    start, end = view.range(mention.span)
    before = view.text[max(0, start - NEAR) : start].rsplit(" ", 2)
    if len(before) == 3 and not before[2] and before[1] in _prepositions(pack):
        start -= len(before[1]) + 1
    return view.span(start, end)


@lru_cache(maxsize=16)
def _prepositions(pack: Pack) -> frozenset[str]:
    return frozenset(map(pack.fold, pack.toml("patterns/rounds").get("clause", {}).get("prepositions", ())))

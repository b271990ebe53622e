"""The words around a phrase of a meeting that tell whether it is held, planned, put off, or mentioned in passing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

from jwgie.document import Document, Origin, Span
from jwgie.languages import Pack
from jwgie.ner.matcher import Matcher

CueClass = Literal[
    "hold", "meet", "speak", "plan", "postpone", "cancel", "aside", "create", "during", "attend", "host", "apart", "was", "had", "phone",
    "leaders", "ministers", "nth", "locative", "discuss", "with", "each", "coming", "then", "counterpart", "delegation", "welcome",
    "sport", "since", "together", "attack", "created", "greet", "praise", "light", "courtesy", "behind", "locative_after",
    "aside_after", "attend_after", "during_after", "within_after", "subject", "owner", "press", "exchange", "deny", "not", "died",
    "comment", "arrive", "trade", "views", "with_them", "undertake", "doing", "sent", "none",
]  # fmt: skip
Tense = Literal["past", "both", "present", "future", ""]


ORIGINS: tuple[Origin, ...] = ("title", "text")
#: What the ending of a noun that is a verb may tell.
_ENDINGS = frozenset({"plan", "hold"})


class Cue(NamedTuple):
    """One cue: where, of which class, and of a verb the tense; "both" is the past of two or more."""

    span: Span
    name: CueClass
    tense: Tense


@cache
def words(pack: Pack) -> dict[str, Any]:
    """``meetings.toml`` of a pack."""
    return pack.toml("meetings")


@cache
def _matcher(pack: Pack) -> Matcher[tuple[CueClass, Tense]]:
    table = {"past": ["-"], "present": ["-"], "future": [], **words(pack).get("verb", {})}
    entries: list[tuple[str, tuple[CueClass, Tense]]] = []
    for row in pack.rows("meeting_cues"):
        name: CueClass = row["class"]  # type: ignore[assignment]
        entries += [(form, (name, "")) for form in row["forms"].split(" | ") if form]
        entries += [(form, (name, "past")) for form in row["whole"].split(" | ") if form]
        entries += [(form, (name, "future")) for form in row.get("future", "").split(" | ") if form]
        for stem in filter(None, row["past"].split(" | ")):
            entries += [(form.replace("-", stem) if "-" in form else stem + form, (name, "past")) for form in table["past"]]
            entries += [(stem + ending, (name, "both")) for ending in table.get("both", ())]
            entries += [(form.replace("-", stem), (name, "future")) for form in table.get("passive_future", ())]
        for stem in filter(None, row["present"].split(" | ")):
            entries += [(form.replace("-", stem), (name, "present")) for form in table["present"]]
            entries += [(form.replace("-", stem), (name, "future")) for form in table["future"]]
    return Matcher(entries, pack)


def cues_in(cues: Sequence[Cue], span: Span) -> list[Cue]:
    """Those of some cues, in order, that lie in a span."""
    first = bisect_left(cues, _place(span), key=_of_cue)
    last = bisect_left(cues, (span.origin == "text", span.end), first, key=_of_cue)
    return [c for c in cues[first:last] if c.span.end <= span.end]


def undertaken(cues: list[Cue]) -> list[Cue]:
    """The cues of a sentence; a noun of holding after a light verb is what is done ("undertook the holding of"), not what is to come."""
    first = next((c.span.end for c in cues if c.name == "undertake" and c.tense), None)
    done = {c.span for c in cues if c.name == "doing" and first is not None and c.span.start >= first}
    if not done:
        return cues
    return [c._replace(name="hold", tense="past") if c.name == "doing" else c for c in cues if c.span not in done or c.name == "doing"]


def _place(span: Span) -> tuple[bool, int]:
    return span.origin == "text", span.start


def _of_cue(cue: Cue) -> tuple[bool, int]:
    return cue.span.origin == "text", cue.span.start


def behind_nouns(document: Document, cues: Sequence[Cue]) -> Iterator[Cue]:
    """The cues, of those that begin with a phrase of a meeting what stands behind it: where a verb is its noun with an ending ("is to
    talk"), the ending tells what happens to what the noun names."""
    starts = {(m.span.origin, m.end): m.start for m in document.labelled("BODY")}
    for cue in cues:
        span = cue.span
        inner = range(span.start + 1, span.end) if cue.name in _ENDINGS else ()
        end = next((n for n in inner if starts.get((span.origin, n), span.end) <= span.start), None)
        yield cue._replace(span=Span(end, span.end, span.origin)) if end is not None else cue


def passing(cues: Sequence[Cue], span: Span, after: Span) -> bool:
    """Whether a span stands behind a phrase in its sentence, in what a cue between them sets aside."""
    return any(c.name == "aside" and c.span.origin == span.origin and after.end <= c.span.start < span.start for c in cues)


def find_cues(document: Document, pack: Pack) -> Iterator[Cue]:
    """All cues of a document, those of the title first; a verb that is part of somebody's name is none."""
    for origin in ORIGINS:
        if origin in document.views:
            view = document.views[origin]
            names = sorted([m.value.name for m in document.labelled("PERSON", origin) if m.value.name])
            for start, end, (name, tense) in _matcher(pack).find(view):
                if name != "none":
                    cue = Cue(view.span(start, end), name, tense)
                    before = bisect_left(names, cue.span) if tense else 0
                    if not any(n.contains(cue.span) for n in names[max(0, before - 1) : before + 1 if tense else 0]):
                        yield cue

"""The parts of a phrase of a meeting that `jwgie.ner.bodies` has found: its roles, its ends, and where its own name starts."""

from __future__ import annotations

import regex

from jwgie.document import View
from jwgie.ner.phrases import Entry, Unit

#: Categories of what only tells which of several rounds is meant, before the name of a body.
_COUNTED = frozenset({"ORDINAL", "NEXT", "PREV", "QUAL"})
#: What a forum's own name counts as among the nouns of meetings.
FORUM = Entry("HEAD_D", {"family": "conference", "role": "talks", "bare": "", "counted": "yes"}, True)


def entry_of(unit: Unit) -> Entry:
    return unit.source if isinstance(unit.source, Entry) else FORUM


def name_start(view: View, units: list[Unit], match: regex.Match[str], heads: list[tuple[Unit, Entry]], begin: int) -> int:
    """Where the body's own name starts: at its noun with what stands before that, unless the article that belongs to it has run
    together with a preposition; a session's noun is no part of the name of the body that sits, or of the session that it is one of."""
    phrases = match.spans("np") if "np" in match.re.groupindex else []
    named = next((unit for unit, entry in heads if entry.row["role"] != "session"), heads[-1][0] if phrases else None)
    if named is None:
        return begin
    for a, b in phrases:
        if units[a].start <= named.start < units[b - 1].end:
            while a + 1 < b and (units[a].category in _COUNTED or entry_of(units[a]).row.get("ordinal")):
                a += 1
            return units[a].start
    return begin if entry_of(named).definite and _contracted(view, named) else named.start


def places(match: regex.Match[str], role: str) -> list[int]:
    """Where the units of a role are; not every grammar has each."""
    return match.starts(role) if role in match.re.groupindex else []


def determined(match: regex.Match[str]) -> bool:
    """Whether a word of its own before a phrase makes it definite: an article, or whose it is."""
    return bool(places(match, "definite") or places(match, "whose"))


def _contracted(view: View, unit: Unit) -> bool:
    return unit.start > 0 and view.text[unit.start - 1].isalnum() and view.text[unit.start - 1] == view.text[unit.start]


def trimmed(view: View, begin: int, end: int) -> tuple[int, int]:
    """Without quotation marks at the ends that do not pair."""
    text = view.text
    while begin < end and text[begin] == '"' and text.count('"', begin, end) % 2:
        begin += 1
    while end > begin and (text[end - 1] == " " or (text[end - 1] == '"' and text.count('"', begin, end) % 2)):
        end -= 1
    return begin, end

"""Later, shorter mentions of people who have been introduced: the family name alone, a title with a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jwgie.document import Document, Mention, View
from jwgie.ner.named_units import Unit
from jwgie.ner.values import PersonValue

#: Units that may be somebody's name, and those that stand before one.
_NAMES = frozenset({"SINGLE", "PERSONAL", "CAP", "FIRST"})
_TITLES = frozenset({"TITLE", "TITLES", "NOBLE", "RANK", "RANKS", "AMB"})
#: Places that somebody's family name may look like, and what makes one a place.
_PLACES = frozenset({"CITY", "COUNTRY"})
_PLACING = frozenset({"IN", "AT", "TO", "FROM", "OF", "COMMA", "HYPHEN", "AND"})


def short_mentions(document: Document, lines: Sequence[tuple[View, list[Unit]]], found: Sequence[Mention],
                   particles: frozenset[str]) -> Iterator[Mention]:  # fmt: skip
    """Mentions of people by a part of the name, given the units that are left of each sentence. Their value is that of the first
    description of the person that says more than the name, else of the first."""
    known: dict[str, PersonValue] = {}
    families: set[str] = set()
    for mention in sorted((m for m in found if m.label == "PERSON"), key=_plainness):
        words = [w for w in document.folded(mention.value.name).replace("'", " ").split() if w not in particles and len(w) > 1]
        if len(words) > 1:
            families.add(words[-1])
            for word in (words[-1], words[0], *words[1:-1], "-".join(words), " ".join(words[-2:]), " ".join(words[:2])):
                known.setdefault(word, mention.value)
    if not known:
        return
    for view, units in lines:
        for i, unit in enumerate(units):
            if unit.category not in _NAMES and not (unit.category in _PLACES and _family(view, units, i, families)):
                continue
            value = known.get(_bare(view.text[unit.start : unit.end], particles))
            if value is None or (unit.category in ("CAP", "FIRST") and not _alone(units, i)):
                continue
            start = i
            while start and units[start - 1].category in _TITLES:
                start -= 1
            yield Mention("PERSON", view.span(units[start].start, unit.end), value, "persons.short")


def fuller(document: Document, found: Sequence[Mention]) -> list[Mention]:
    """The mentions found, in which who is only called "Minister Novak" has the description that says more of the same office."""
    full: dict[str, PersonValue] = {}
    for mention in found:
        if mention.label == "PERSON" and mention.value.position and len(words := document.folded(mention.value.name).split()) > 1:
            for word in (words[-1], words[0]):
                full.setdefault(word, mention.value)

    def told(mention: Mention) -> Mention:
        known = full.get(document.folded(mention.value.name)) if mention.label == "PERSON" and mention.value.position else None
        if known is None:
            return mention
        less, more = document.folded(mention.value.position).split(), document.folded(known.position).split() if known.position else []
        return mention._replace(value=known, rule="persons.short") if len(less) < len(more) and set(less) <= set(more) else mention

    return list(map(told, found))


def _bare(text: str, particles: frozenset[str]) -> str:
    """A name without the particles it begins with."""
    words = text.split()
    while len(words) > 1 and words[0] in particles:
        words = words[1:]
    return " ".join(words)


def _alone(units: Sequence[Unit], i: int) -> bool:
    """Whether a common word with a capital stands by itself: no other such word beside it."""
    return not any(units[j].category in ("CAP", "FIELD", "THING", "INST", "OFFICE") for j in (i - 1, i + 1) if 0 <= j < len(units))


def _family(view: View, units: Sequence[Unit], i: int, families: set[str]) -> bool:
    """Whether the name of a place is a family name that was told before: nothing beside it makes it a place."""
    unit = units[i]
    if view.text[unit.start : unit.end] not in families:
        return False
    return not any(units[j].category in _PLACING for j in (i - 1, i + 1) if 0 <= j < len(units)) if i else True


def _plainness(mention: Mention) -> tuple[bool, bool, int]:
    value: PersonValue = mention.value
    return value.position is None and value.party is None, mention.span.origin == "title", mention.start

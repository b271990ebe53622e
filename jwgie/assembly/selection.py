"""Which of a report's events stand for a meeting that it is about, and which mean the same one."""

from __future__ import annotations

from dataclasses import dataclass, field

from jwgie.assembly.events import NEXT, Event
from jwgie.assembly.parties import Sides
from jwgie.document import Document, Mention
from jwgie.ner.values import PersonValue

#: The least score of an event that a report is about, and of a meeting beside the main one.
ABOUT, BESIDE = 6.0, 4.5
#: The sentences of the text in which a report tells what it is about.
OPENING = 4


@dataclass(slots=True)
class Cluster:
    """Events that mean one meeting; `main` speaks of it best."""

    main: Event
    others: list[Event] = field(default_factory=list)

    @property
    def events(self) -> list[Event]:
        """All of them, in the order of the report."""
        return sorted((self.main, *self.others), key=lambda e: (e.sentence.index, e.at.start))


def select(document: Document, events: list[Event], sides: Sides) -> list[Cluster]:
    """The meetings that a report is about, the main one first."""
    likely = [e for e in events if not e.aside and e.score >= ABOUT and e.number <= OPENING and e.kind is not None]
    named = [e for e in likely if e.named]
    main = max(named or likely, key=lambda e: e.score, default=None)
    if main is None:
        return []
    clusters = [Cluster(main)]
    if main.named:
        clusters += [Cluster(e) for e in _beside(main, events)]
    else:
        clusters = _talks(document, [e for e in events if not e.named and not e.aside and e.kind is not None], main)
    for event in events:
        if any(event is c.main or event in c.others for c in clusters):
            continue
        same = [c for c in clusters if _same(c.main, event)]
        if same:
            at = event.sentence.index  # the last that was told of before it, else the next
            nearest = min(same, key=lambda c, at=at: (c.main.sentence.index > at, abs(c.main.sentence.index - at)))  # type: ignore[misc]
            nearest.others.append(event)
    return clusters


def _beside(main: Event, events: list[Event]) -> list[Event]:
    """Other named meetings that the report tells of: coordinated with the main one, or with an event of their own."""
    found: list[Event] = []
    for event in events:
        if event is main or not event.named or event.kind == main.kind or event.aside or event.body is None:
            continue
        value = event.body.value
        if value.which or event.score < BESIDE or not value.name:
            continue
        coordinated = event.sentence is main.sentence and value.ordinal is not None and 0 < event.at.start - main.at.end <= NEXT
        own = any(c.name in ("hold", "meet", "plan") for c in event.cues) and len(event.codes) >= 2 and event.sentence is not main.sentence
        if (coordinated or own) and not any(_same(f, event) for f in found):
            found.append(event)
    return found


def _talks(document: Document, events: list[Event], main: Event) -> list[Cluster]:
    """Ad hoc talks by who meets whom: where two named people meet, they are not those who met before under other names."""
    clusters: list[Cluster] = []
    for event in sorted(events, key=lambda e: (e is not main, e.sentence.index)):
        pair = _names(document, event)
        home = next((c for c in clusters if _same_talks(_all_names(document, c), c.main, pair, event)), None)
        if home is not None:
            home.others.append(event)
        elif event is main or (len(event.principals) == 2 and len(event.codes) == 2 and event.score >= BESIDE and all(pair)):
            clusters.append(Cluster(event))
    return sorted(clusters, key=lambda c: c.main.sentence.index)


def _same_talks(names: frozenset[str], main: Event, pair: tuple[str, ...], event: Event) -> bool:
    told = [n for n in pair if n]
    if event.codes and main.codes and not (event.codes <= main.codes or main.codes <= event.codes):
        return False
    return len(told) < 2 or all(n in names for n in told) or len(names) < 2


def _names(document: Document, event: Event) -> tuple[str, ...]:
    return tuple(last_name(document, p) for p in event.principals)


def _all_names(document: Document, cluster: Cluster) -> frozenset[str]:
    return frozenset(n for e in cluster.events for n in _names(document, e) if n)


def last_name(document: Document, mention: Mention) -> str:
    """The folded last word of a person's name, or nothing."""
    if not isinstance(mention.value, PersonValue):
        return ""
    return next(iter(document.folded(mention.value.name).split()[-1:]), "")


def _same(one: Event, other: Event) -> bool:
    a, b = one.body, other.body
    if a and b:
        if b.value.which or (a.value.ordinal and b.value.ordinal and a.value.ordinal.value != b.value.ordinal.value):
            return False
        if one.named and other.named and one.kind != other.kind:
            return False
    return not one.codes or not other.codes or one.codes <= other.codes or other.codes <= one.codes

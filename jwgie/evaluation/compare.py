"""One record against another, slot by slot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jwgie.evaluation.gold import Meeting
from jwgie.evaluation.texts import alike, match


@dataclass
class Count:
    """How often a slot was right, and what was missed or spurious."""

    right: int = 0
    missed: list[Any] = field(default_factory=list)
    spurious: list[Any] = field(default_factory=list)


class Tally:
    """The counts of every slot, over one comparison or many."""

    def __init__(self) -> None:
        self.counts: dict[str, Count] = {}

    def add(self, slot: str, right: int, missed: Iterable[Any], spurious: Iterable[Any]) -> None:
        """Add the outcome of one comparison of a slot."""
        count = self.counts.setdefault(slot, Count())
        count.right += right
        count.missed += missed
        count.spurious += spurious

    def one(self, slot: str, gold: Any, predicted: Any, same: Callable[[Any, Any], bool] = lambda g, p: bool(g == p)) -> None:
        """A slot of one value, which may be absent on either side."""
        gold, predicted = (None if value in ("", [], {}) else value for value in (gold, predicted))
        right = gold is not None and predicted is not None and same(gold, predicted)
        self.add(slot, int(right), [] if right or gold is None else [gold], [] if right or predicted is None else [predicted])

    def many(self, slot: str, gold: Collection[Any], predicted: Collection[Any]) -> None:
        """A slot of a set of values."""
        one, two = set(gold), set(predicted)
        self.add(slot, len(one & two), sorted(one - two), sorted(two - one))

    def matched(self, slot: str, gold: list[Any], predicted: list[Any], pairs: Mapping[int, int]) -> None:
        """A slot of a list of values of which some were paired."""
        partners = set(pairs.values())
        self.add(slot, len(pairs), [g for i, g in enumerate(gold) if i not in pairs],
                 [p for j, p in enumerate(predicted) if j not in partners])  # fmt: skip

    def merge(self, other: Tally) -> None:
        """Add another tally's counts to these."""
        for slot, count in other.counts.items():
            self.add(slot, count.right, count.missed, count.spurious)

    @property
    def right(self) -> int:
        """How many values were right, over all slots."""
        return sum(count.right for count in self.counts.values())


def compare(gold: Meeting, predicted: Meeting) -> Tally:
    """The tally of one gold record against one predicted record; either may be ``{}``, which costs all slots of the other."""
    t = Tally()
    for slot in ("kind", "ordinal", "status", "mode"):
        t.one(slot, gold.get(slot), predicted.get(slot))
    t.one("name", gold.get("name"), predicted.get("name"), alike)
    t.one("date", _dates(gold.get("date")), _dates(predicted.get("date")))
    t.one("city", _place(gold, "city"), _place(predicted, "city"), alike)
    t.one("country", _place(gold, "country"), _place(predicted, "country"))
    for slot in ("parties", "subjects", "topics", "regions", "forums"):
        t.many(slot, _codes(gold.get(slot)), _codes(predicted.get(slot)))
    _compare_people(t, list(_people(gold)), list(_people(predicted)))
    _compare_statements(t, list(gold.get("statements") or ()), list(predicted.get("statements") or ()))
    one, two = ([source.get("name") or "" for source in record.get("sources") or ()] for record in (gold, predicted))
    t.matched("sources", one, two, match(one, two))
    t.many("documents", _documents(gold), _documents(predicted))
    for which in ("next", "previous"):
        one_round, two_round = (record.get(f"{which}_meeting") or {} for record in (gold, predicted))
        t.one(f"{which}_ordinal", one_round.get("ordinal"), two_round.get("ordinal"))
        t.one(f"{which}_city", _place(one_round, "city"), _place(two_round, "city"), alike)
        t.one(f"{which}_date", _dates(one_round.get("date")), _dates(two_round.get("date")))
        if which == "next":
            t.one("next_date_text", one_round.get("date_text"), two_round.get("date_text"), alike)
    return t


def _compare_people(t: Tally, gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> None:
    names, others = ([person.get("name") or "" for person in people] for people in (gold, predicted))
    pairs = match(names, others)
    t.matched("person", names, others, pairs)
    heads = [[i for i, person in enumerate(people) if person.get("role") == "head"] for people in (gold, predicted)]
    hits = {i: j for i, j in pairs.items() if i in heads[0] and j in heads[1] and gold[i]["party"] == predicted[j]["party"]}
    t.add("head", len(hits), [(gold[i]["party"], names[i]) for i in heads[0] if i not in hits],
          [(predicted[j]["party"], others[j]) for j in heads[1] if j not in hits.values()])  # fmt: skip
    for slot in ("position", "affiliation"):
        for i, person in enumerate(gold):
            t.one(slot, person.get(slot), predicted[pairs[i]].get(slot) if i in pairs else None, alike)
        for j, person in enumerate(predicted):
            if j not in pairs.values():
                t.one(slot, None, person.get(slot))


def _compare_statements(t: Tally, gold: list[Any], predicted: list[Any]) -> None:
    """A statement matches by its act and its quote; the actors and means of those that match are then codes."""
    quotes, others = ([statement.get("quote") or "" for statement in side] for side in (gold, predicted))
    acts, other_acts = ([statement.get("act") for statement in side] for side in (gold, predicted))
    pairs = match(quotes, others, lambda i, j: bool(acts[i] == other_acts[j]), last=True)
    t.matched("statement", list(zip(acts, quotes, strict=True)), list(zip(other_acts, others, strict=True)), pairs)
    for slot in ("actors", "means"):
        for i, j in pairs.items():
            t.many(f"statement_{slot}", _codes(gold[i].get(slot)), _codes(predicted[j].get(slot)))


def _people(meeting: Meeting) -> Iterator[dict[str, Any]]:
    for delegation in meeting.get("delegations") or ():
        for person in delegation.get("people") or ():
            yield {**person, "party": _code(delegation.get("party"))}


def _documents(meeting: Meeting) -> set[tuple[str, int]]:
    """A document counts by its kind and by its number among those of its kind."""
    seen: Counter[str] = Counter()
    out: set[tuple[str, int]] = set()
    for document in meeting.get("documents") or ():
        kind = document.get("kind")
        seen[kind] += 1
        out.add((kind, seen[kind]))
    return out


def _code(value: Any) -> Any:
    """A code, whether it comes bare or as an object that carries it."""
    return (value.get("code") or value.get("id") or value.get("name")) if isinstance(value, Mapping) else value


def _codes(values: Iterable[Any] | None) -> set[Any]:
    return {code for code in map(_code, values or ()) if code}


def _place(value: Meeting, key: str) -> Any:
    place = value.get("place")
    return place.get(key) if isinstance(place, Mapping) else None


def _dates(value: Any) -> tuple[str, str] | None:
    if not isinstance(value, Mapping) or not value.get("start"):
        return None
    return str(value["start"]), str(value.get("end") or value["start"])

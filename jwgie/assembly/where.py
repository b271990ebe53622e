"""Where and how a meeting was held: the city and the country, and whether it met on line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jwgie.assembly.draft import Draft
from jwgie.assembly.meetings import Meeting
from jwgie.document import Document, Mention, Relation
from jwgie.knowledge.tables import capitals
from jwgie.languages import Pack
from jwgie.ner.values import CityValue

#: What speaks for a place by the place of its sentence (the first, the second, any later one), and against it.
#: A place needs `LEAST` in all, with the weight of the ``held_at`` pattern that it fills.
PLACES = (3.0, 1.5, 0.0)
HEADLINE, ELSEWHERE, ROUND = 1.0, -4.0, -6.0
LEAST = 2.5


@dataclass(frozen=True, slots=True)
class Place:
    """A place as a text gives it: `city` may be known from the country's name or adjective alone."""

    mention: Mention
    city: str | None
    country: str
    known: bool = False

    def tree(self, draft: Draft) -> dict[str, object]:
        """The leaves of a record's place; what is not said but known is of origin ``knowledge``."""
        tree: dict[str, object] = {}
        if self.city:
            tree["city"] = draft.value(self.city, self.mention, origin="knowledge" if self.known else None)
        tree["country"] = draft.value(self.country, self.mention, origin="knowledge" if self.mention.label != "COUNTRY" else None)
        return tree


def fill_where(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `place` and `mode` of a meeting, with their evidence."""
    found = [(score, place) for score, place in _scored(document, meeting, pack) if score >= LEAST]
    if found:
        best = max(found, key=lambda pair: pair[0])[1]
        if best.city is None:
            # The host is a country; a city of it that is named as well says more.
            best = next((p for _, p in found if p.city and p.country == best.country), best)
        draft.set("place", best.tree(draft))
    fill_mode(document, meeting, draft)


def fill_mode(document: Document, meeting: Meeting, draft: Draft) -> None:
    """Set `mode` where a sentence that tells of the meeting itself says that it met on line."""
    for relation in meeting.relations(document, "mode"):
        for mode in ("hybrid", "virtual"):
            span = relation.role_span(mode)
            if span is not None:
                draft.set("mode", mode, span, rule=relation.rule)
                return


def _scored(document: Document, meeting: Meeting, pack: Pack) -> Iterator[tuple[float, Place]]:
    elsewhere = {m for r in document.relations if r.name == "elsewhere" and (m := r.mention("place")) is not None}
    rounds = [m.span for m in document.mentions if m.label == "BODY" and m.value.which]
    order = {s.index: n for n, s in enumerate(s for s in document.sentences if s.kind == "body")}
    for relation in meeting.relations(document, "held_at"):
        place = place_of(document, relation, pack)
        if place is None or document.sentences[relation.sentence].kind == "dateline":
            continue
        number = order.get(relation.sentence)
        score = relation.weight + (HEADLINE if number is None else PLACES[min(number, 2)])
        score += ELSEWHERE * (place.mention in elsewhere)
        score += ROUND * any(document.sentence_of(span) is document.sentences[relation.sentence] for span in rounds)
        yield score, place


def place_of(document: Document, relation: Relation, pack: Pack) -> Place | None:
    """The place that fills a relation."""
    mention = relation.mention("place")
    if mention is not None:
        return place_from(document, mention, pack)
    nation = relation.mention("nation")
    if nation is None:
        return None
    if relation.rule.endswith("capital"):
        city = capitals().get(nation.value)
        return Place(nation, city, nation.value, True) if city else None
    return Place(nation, None, nation.value)


def place_from(document: Document, mention: Mention, pack: Pack) -> Place:
    """The place that a CITY or COUNTRY mention names."""
    if isinstance(mention.value, CityValue):
        return Place(mention, mention.value.name, mention.value.country)
    return Place(mention, _namesakes(pack).get(document.folded(mention.span)), mention.value)


@lru_cache(maxsize=16)
def _namesakes(pack: Pack) -> Mapping[str, str]:
    """Capitals by the folded names that they share with their countries."""
    return {pack.fold(name): city for name, city in pack.toml("places")["namesakes"].items()}

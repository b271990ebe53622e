"""Where and how a meeting was held: the city and the country, and whether it met on line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from jwgie.assembly.draft import Draft
from jwgie.assembly.links import links
from jwgie.assembly.meetings import Meeting
from jwgie.assembly.other_rounds import other_rounds
from jwgie.assembly.roles import told_in
from jwgie.assembly.when import fits, named_in, tells
from jwgie.document import Document, Mention, Relation, Span
from jwgie.knowledge import capital as seat
from jwgie.knowledge import city_state, countries
from jwgie.languages import Pack
from jwgie.ner.values import CityValue
from jwgie.spans import Spans

#: What speaks for a place, beside the weight of its pattern: that its sentence names the meeting; else is the first, the second, any
#: later one, or a headline. What speaks against it: it is somewhere else, of another event or round, or a country that is just
#: mentioned. `LEAST` is needed in all.
NAMED = 3.5
PLACES = (3.0, 1.5, 0.0)
HEADLINE, ELSEWHERE, ANOTHER, ROUND, LAND, EARLIER, INSIDE = 1.0, -4.0, -6.0, -6.0, -2.0, -2.0, 2.5
LEAST = 3.0
#: A word before a place stands within this many characters.
NEAR = 40
#: A date that stands with a place lies, all of it, within this many characters.
BESIDE = 25
#: A line of fewer characters than this may be a dateline.
SHORT = 40


@dataclass(frozen=True, slots=True)
class Place:
    """A place as a text gives it."""

    mention: Mention
    city: str | None
    country: str

    def tree(self, draft: Draft) -> dict[str, object]:
        """The leaves of a record's place, each with its evidence."""
        tree: dict[str, object] = {}
        if self.city:
            tree["city"] = draft.value(self.city, self.mention)
        tree["country"] = draft.value(self.country, self.mention, origin="knowledge" if self.mention.label != "COUNTRY" else None)
        return tree


def fill_where(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `place` and `mode` of a meeting, with their evidence. A call has no place and, but where verbs come last or its own
    sentence tells how, no mode; a meeting on line has no place."""
    rounds = Spans(c.span for c in other_rounds(document, meeting, draft, pack))
    mode = _mode(document, meeting, rounds)
    if meeting.kind == "phone_call":
        anchor = meeting.anchor if isinstance(meeting.anchor, Span) else meeting.anchor.span
        if mode and mode[0] == "virtual" and (links(pack).final or document.sentence_of(mode[1]) is document.sentence_of(anchor)):
            draft.set("mode", *mode[:2], rule=mode[2])
        return
    if mode is not None and mode[0] == "called":
        mode = "virtual", mode[1], mode[2]
    found = [(score, place) for score, place in _scored(document, meeting, pack, rounds) if score >= LEAST]
    if mode is not None:
        name, span, rule = mode
        # Where one side only joins on line the meeting is at its place.
        draft.set("mode", ("hybrid" if found else "virtual") if name == "joined" else name, span, rule=rule)
        if name == "virtual":
            return
    if found:
        best = max(found, key=lambda pair: pair[0])[1]
        if best.city is None:
            # The host is a country; a city of it that is named as well says more.
            best = next((p for _, p in found if p.mention.label == "CITY" and p.country == best.country), best)
        draft.set("place", best.tree(draft))
    elif meeting.around:
        fill_where(document, replace(meeting, sentences=meeting.around, around=()), draft, pack)
    if draft.get("place") is None:
        told = told_in(document, "PLACE", meeting.sentences, "CITY", "COUNTRY")
        where = next((m for m in told if not rounds.contain(m.span)), None)
        if where is not None:
            draft.set("place", place_from(document, where, pack).tree(draft))


def _mode(document: Document, meeting: Meeting, rounds: Spans) -> tuple[str, Span, str] | None:
    """The first words that say that the meeting itself (not another round) met on line: hybrid, virtual, or joined on line by one side."""
    found: dict[str, tuple[str, Span, str]] = {}
    for relation in meeting.relations(document, "mode"):
        for name in ("hybrid", "virtual", "joined", "called"):
            span = relation.role_span(name)
            if span is not None and not rounds.contain(span):
                found.setdefault(name, (name, span, relation.rule))
    return found.get("hybrid") or found.get("virtual") or found.get("joined") or found.get("called")


def _scored(document: Document, meeting: Meeting, pack: Pack, rounds: Spans) -> Iterator[tuple[float, Place]]:
    elsewhere, order = document.once(_elsewhere), document.once(_order)
    named = named_in(document, meeting)
    for relation in meeting.relations(document, "held_at"):
        place = place_of(document, relation, pack)
        if place is None or _called(document, place.mention, pack) or document.sentences[relation.sentence].kind == "dateline":
            continue
        number = order.get(relation.sentence)
        score = relation.weight + (NAMED if relation.sentence == named else HEADLINE if number is None else PLACES[min(number, 2)])
        score += ELSEWHERE * (place.mention in elsewhere) + ANOTHER * _of_another(meeting, relation)
        score += LAND * (place.city is None and relation.weight < 2)
        score += ANOTHER * _dated_otherwise(document, meeting, place.mention)
        score += EARLIER * _before(document, meeting, place.mention)
        score += ROUND * (rounds.contain(relation.span) or rounds.contain(place.mention.span))
        yield score, place
    if named is not None:
        yield from ((NAMED + INSIDE, place) for place in _inside(document, meeting, pack))


def _before(document: Document, meeting: Meeting, mention: Mention) -> bool:
    """Whether a place stands before a meeting in the sentence that tells of another before it."""
    anchor = meeting.anchor if isinstance(meeting.anchor, Span) else meeting.anchor.span
    sentence = document.sentence_of(anchor)
    told = sentence is not None and sentence.index in meeting.shared
    return told and sentence.span.contains(mention.span) and mention.end <= anchor.start  # type: ignore[union-attr]


def _dated_otherwise(document: Document, meeting: Meeting, mention: Mention) -> bool:
    """Whether a date that stands with a place cannot be that of the meeting: "to be held next November in Cairo"."""
    if meeting.status not in ("held", "scheduled"):  # what is called off had a date of its own
        return False
    near = Span(max(0, mention.start - BESIDE), mention.end + BESIDE, mention.span.origin)
    dates = [d for d in document.in_span(near, "DATE") if not d.span.contains(mention.span)]
    return bool(dates) and not any(fits(document, date, meeting.status) for date in dates)


def _called(document: Document, mention: Mention, pack: Pack) -> bool:
    """Whether something is only called after a place: "the Jerusalem hall"."""
    view = document.views[mention.span.origin]
    start = view.position(mention.start)
    before = view.text[max(0, start - NEAR) : start].rsplit(" ", 2)
    return len(before) > 1 and not before[-1] and before[-2] in _words(pack)["called"]


def _elsewhere(document: Document) -> set[Mention]:
    """The places of something else."""
    return {m for r in document.relations if r.name == "elsewhere" and (m := r.mention("place")) is not None}


def _order(document: Document) -> dict[int, int]:
    """The sentences that tell something, by their number among all, in order."""
    return {s.index: n for n, s in enumerate(filter(tells, document.sentences))}


def _inside(document: Document, meeting: Meeting, pack: Pack) -> Iterator[Place]:
    """The places that the meeting's own phrase ends with: "the summit of the leaders in Ashgabat"."""
    if meeting.body is None:
        return
    parties = {party.span for party in meeting.body.value.parties}
    for mention in document.in_span(meeting.body.span, "CITY", "COUNTRY"):
        view = document.views[mention.span.origin]
        start = view.range(mention.span)[0]
        before = view.text[max(0, start - NEAR) : start].rsplit(" ", 2)
        if mention.span not in parties and len(before) == 3 and not before[2] and before[1] in _words(pack)["in"]:
            yield place_from(document, mention, pack)


def _of_another(meeting: Meeting, relation: Relation) -> bool:
    """Whether the words say that the place hosts something else: "the conference that Cairo hosts", or another round."""
    body = relation.mention("of")
    if body is None:
        return False
    if meeting.ordinal and body.value.ordinal and body.value.ordinal.value != meeting.ordinal.value:
        return True
    return body != meeting.body and body.value.kind not in (None, meeting.kind, "bilateral_meeting")


def place_of(document: Document, relation: Relation, pack: Pack) -> Place | None:
    """The place that fills a relation. "Here" and "the country" are what the dateline names."""
    mention = relation.mention("place")
    if mention is not None:
        return place_from(document, mention, pack)
    nation = relation.mention("nation")
    if nation is not None:
        return Place(nation, None, nation.value) if nation.value in countries() else None
    capital = relation.mention("capital")
    if capital is not None:  # "the Omani capital" is what the dateline names, where that lies there
        written = document.once(_here)
        known = written.value if written is not None else None
        own = known if isinstance(known, CityValue) and known.country == capital.value else seat(capital.value)
        return Place(capital, own.name if own else None, capital.value) if capital.value in countries() else None
    named = document.once(_here)
    if named is None:
        return None
    here = place_from(document, named, pack)
    return here if relation.role_span("here") else Place(named, None, here.country)


def _here(document: Document) -> Mention | None:
    """The first place that the datelines of a text name, or else a first line that is as short as one."""
    body = [s for s in document.sentences if s.span.origin == "text"]
    lines = [s for s in body if s.kind == "dateline"] + [s for s in body[:1] if len(body) > 1 and len(s.span) < SHORT]
    return next((m for s in lines for m in document.in_span(s.span, "CITY", "COUNTRY")), None)


def place_from(document: Document, mention: Mention, pack: Pack) -> Place:
    """The place that a CITY or COUNTRY mention names."""
    if isinstance(mention.value, CityValue):
        return Place(mention, mention.value.name, mention.value.country)
    view = document.views[mention.span.origin]
    start, end = view.range(mention.span)
    bare = view.text[start:end] == _bare_names(pack).get(mention.value)
    before = view.text[max(0, start - NEAR) : start].rsplit(" ", 2)
    state = len(before) == 3 and not before[2] and before[1].endswith(_words(pack)["states"])
    if len(before) == 3 and not before[2] and before[1] in _words(pack)["capital"]:  # the one of that country where the report is written
        here = document.once(_here)
        if here is not None and isinstance(here.value, CityValue) and here.value.country == mention.value:
            return Place(mention, here.value.name, mention.value)
        if (own := seat(mention.value)) is not None:
            return Place(mention, own.name, mention.value)
    city = city_state(mention.value) if bare and not state else None
    return Place(mention, city.name if city else None, mention.value)


@lru_cache(maxsize=16)
def _words(pack: Pack) -> Mapping[str, tuple[str, ...]]:
    """Table ``near`` of ``patterns/when_where.toml``."""
    near: Mapping[str, Sequence[str]] = pack.toml("patterns/when_where").get("near", {})
    return {name: tuple(map(pack.fold, near.get(name, ()))) for name in ("states", "in", "capital", "called")}


@lru_cache(maxsize=16)
def _bare_names(pack: Pack) -> Mapping[str, str]:
    """The folded short name of each country."""
    own = pack.names("countries")
    return {code: pack.fold(own[code][0] if code in own else country.label(pack.code)) for code, country in countries().items()}

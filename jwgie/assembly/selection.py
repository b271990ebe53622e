"""Which of a report's events stand for a meeting that it is about, and which mean the same one."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field, replace

from jwgie.assembly.beside import MOST, around, beside, body_beside, framing, in_turn, names_of, same_meeting, two_of_more
from jwgie.assembly.between import between, of_two
from jwgie.assembly.event import LOOSE, Event
from jwgie.assembly.one_by_one import parted, two_pairs
from jwgie.assembly.parties import Sides
from jwgie.assembly.plans import before, bygone, gone_to, past, planned, to_come
from jwgie.document import Document, Mention, Span

#: The least score of an event that a report is about, of talks that it comes to later, and of more talks after the first.
ABOUT, TALKS, APART = 6.0, 5.0, 4.0
#: The sentences of the text in which a report tells what it is about.
OPENING = 4
#: The sides of the bodies of which a report speaks in general are more than these.
MANY = 3
#: Bodies that meet in numbered sessions, whatever they are called.
_BODIES = ("bodies.council", "bodies.commission", "bodies.group", "bodies.mechanism")


@dataclass(slots=True)
class Cluster:
    """Events that mean one meeting; `main` speaks of it best."""

    main: Event
    others: list[Event] = field(default_factory=list)

    @property
    def events(self) -> list[Event]:
        """All of them, in the order of the report."""
        return sorted((self.main, *self.others), key=lambda e: (e.sentence.index, e.at.start))

    @property
    def principals(self) -> tuple[Mention, ...]:
        """Who met: where the event that speaks of it best names one alone, as another does that names him and whom he met."""
        alone = self.main.principals
        pairs = (e.principals for e in self.others if len(alone) == 1 and not e.aside and len(e.principals) > 1)
        return next((pair for pair in pairs if alone[0] in pair), alone)


def select(document: Document, events: list[Event], sides: Sides) -> list[Cluster]:
    """The meetings that a report is about, the main one first."""
    events = parted(events, sides)
    main = _main(document, events, sides)
    if main is None:
        two = between(document, sides) or of_two(document, events, sides)
        return [Cluster(two)] if two else []
    if main.named:
        clusters = [Cluster(main), *(Cluster(e) for e in beside(document, main, events, sides))]
    else:
        several = any(e.many and e.number for e in events)
        talks = [e for e in events if not e.named and not e.aside and (e.kind or e.many or _apart(e) or (several and _one_of_them(e)))]
        clusters = _talks(document, talks, main, sides)
        body = next((e for e in events if body_beside(document, main, e)), None)
        if body is not None:
            body = body if body.codes else replace(body, sides=main.sides)
            held = body.kind == "summit" and body.codes == main.codes and len(clusters) == 1  # their talks were at it
            clusters = [Cluster(body, clusters[0].events)] if held else [*clusters, Cluster(body)]
    settled = {id(e) for c in clusters for e in (c.main, *c.others)}
    for event in events:
        if id(event) in settled:
            continue
        same = [c for c in clusters if same_meeting(c.main, event)]
        if same:
            at = event.sentence.index  # the last that was told of before it, else the next
            nearest = min(same, key=lambda c, at=at: (c.main.sentence.index > at, abs(c.main.sentence.index - at)))  # type: ignore[misc]
            nearest.others.append(event)
    return clusters


def _main(document: Document, events: list[Event], sides: Sides) -> Event | None:
    """The event that the report is about: a named meeting, unless it is only to come and talks were held, or the report
    opens with talks and comes to it later."""
    opening = [e for e in events if not e.aside and e.number <= OPENING and e.kind is not None]
    set_aside = {e.kind for e in events if e.aside and e.number} - {e.kind for e in opening if e.number}
    silent = not any(e.codes for e in events if e.number)  # the headline alone tells of whom
    named = [e for e in opening if e.named and e.score >= ABOUT and (e.number or e.kind not in set_aside or (silent and len(e.codes) > 1))]
    named = [e for e in named if not (sides.links.final and e.past)]
    named = [e for e in named if (e.told or not (_shared_out(e, events) or _talked_of(e, sides))) and not bygone(document, e)]
    held_at = {e.kind for e in named if e.number and sides.links.subjects_first and around(e, events)}
    named = [e for e in named if e.kind not in held_at and not framing(e, named, sides)]
    talks = [e for e in events if e.score >= (ABOUT if e.number <= 1 else TALKS) and _two_talk(e, sides)]
    talks = [] if _headline_alone(talks, events) else talks
    body = max(named, key=lambda e: e.score, default=None)
    talk = max((e for e in talks if e.number <= 2 * OPENING), key=lambda e: e.score, default=None)
    if body is None and talk is None:
        numbered = (e for e in events if e.kind is None and e.number == 1 and e.body and e.body.value.ordinal and not e.body.value.which)
        other = next((e for e in numbered if e.told and not e.aside and e.body and e.body.rule.startswith(_BODIES)), None)
        if other is not None:
            return replace(other, held_as="other")
        apart = max((e for e in events if _apart(e) and not e.aside and e.number <= 2 * OPENING), key=lambda e: e.score, default=None)
        gone = max((e for e in events if gone_to(e)), key=lambda e: e.score, default=None)
        return apart or gone or (_by_the_way(events) if sides.links.final else _headlined(document, events, sides))
    if body is None or talk is None or not talk.codes:
        return body or talk
    if sides.links.final and body.attends and not body.codes and len(talk.codes) > 1:
        return talk  # on the way somebody goes to a gathering
    pair = len(talk.principals) > 1 or len(talk.codes) > 1
    only = (
        sides.links.beside and not (body.number or body.told) and not any(e.number and e.kind == body.kind and not e.aside for e in events)
    )
    framed = sides.links.beside and not body.number and body.kind in ("summit", "conference") and len(body.codes) < 2 and talk.told
    if (only or framed) and len(talk.principals) > 1 and talk.number == 1:
        return talk  # the headline speaks of what the text does not come to
    if not pair and len({c for c, _ in sides.headline}) < 2:
        return body
    if body.kind == "summit" and not (body.codes or body.told) and talk.number <= body.number and pair:
        return talk  # "following up on the summit", two talked
    if body.possessive and len(talk.codes) > 1 and talk.number <= body.number:
        return talk
    if pair and talk.sentence is body.sentence and talk.at.end <= body.at.start and any(c.name == "attend_after" for c in body.cues):
        return talk  # "met those who take part in the A-B dialogue"
    others = bool(body.codes) and not (body.codes <= talk.codes or talk.codes <= body.codes)
    if others and len(talk.codes) > 1 and 0 < talk.number <= body.number:
        return talk  # two meet beside a session of others
    plans = [c for c in body.cues if c.name == "plan" or c.tense == "future"]
    rest = Span(plans[0].span.start, body.sentence.span.end, body.at.origin) if plans else None
    later_on = rest is not None and not any(document.in_span(rest, "DATE")) and not to_come(talk)
    later_on = later_on and not any(e.kind == body.kind and not e.aside and e.number > body.number and e.number <= OPENING for e in events)
    later = len(talk.principals) > 1 and talk.number == 1 < body.number and not any(e.number == 0 and e.kind == body.kind for e in events)
    ahead = bool(plans) and pair and past(talk) and 0 < talk.number <= 2 and body.number > talk.number  # two met, and a session is to come
    ahead = ahead and not any(e.kind == body.kind and not e.aside and e.number <= talk.number for e in events)
    return talk if (later_on and talk.number <= 2) or later or ahead else body


def _headlined(document: Document, events: list[Event], sides: Sides) -> Event | None:
    """Talks of two people that a headline without a verb tells of, where verbs come last ("A's meeting with B"), and of which the text
    goes on: by a noun of talks, or by what both sides did."""
    headline = (e for e in events if not e.number and sides.links.objects_first and _two_talk(e, sides))
    talk = next((e for e in headline if len(e.principals) > 1 and len(e.codes) > 1 and not e.part), None)
    on = any(e.number and not e.aside and (e.kind is None or e.kind in LOOSE) and e.number <= OPENING for e in events)
    body = [s for s in document.sentences if s.kind == "body"][:OPENING]
    on = on or any(True for s in body for _ in document.in_span(s.span, "SIDES"))
    return talk if on else None


def _talked_of(event: Event, sides: Sides) -> bool:
    """Whether a report comes to negotiations that it only says were talked about."""
    later = event.number > 1 and event.body is not None and event.body.rule.startswith("bodies.negotiations")
    return sides.links.subjects_first and later and not event.governed


def _shared_out(event: Event, events: list[Event]) -> bool:
    """Whether a report speaks of bodies like it in general, with several others ("the committees with A, B and C")."""
    others = [e for e in events if e.general and e.kind == event.kind]
    return len(others) > 1 and len(event.codes.union(*(e.codes for e in others))) > MANY


def _two_talk(event: Event, sides: Sides) -> bool:
    """Whether an event is talks of two who are told of, that take place; or several talks at once."""
    if event.named or event.aside or event.kind is None or event.general or event.past:
        return False
    if event.many or event.part:
        return True
    both = bool(event.codes) and event.number <= OPENING and sides.subject(event.sentence, event.at)
    two = len(event.principals) > 1 or len(event.codes) > 1 or both or (event.number <= 2 and sides.two(event.sentence, event.codes))
    group = any(p.rule.endswith(".plural") for p in event.principals[:1]) and event.number == 1 and event.told
    two = two or group or (bool(event.codes) and sides.paired(event.codes))
    known = bool(event.codes) or group or (sum(p.label == "PERSON" for p in event.principals) > 1 and sides.two(event.sentence))
    # "so A told B in a meeting", "A's meeting with B"
    within = sides.links.objects_first and len(event.principals) > 1 and len(event.codes) > 1
    return two and known and (event.body is None or event.told or within)


def _headline_alone(talks: list[Event], events: list[Event]) -> bool:
    """Whether only the headline tells of talks that the text comes to in passing ("is ready to meet")."""
    sides = frozenset(code for e in talks for code in e.codes)
    return not any(e.number for e in talks) and any(e.aside and e.number == 1 and e.codes and e.codes <= sides for e in events)


def _by_the_way(events: list[Event]) -> Event | None:
    """What a report tells of that opens with something else: the first talks between two people of two sides, or a meeting that
    somebody is told to go to."""
    talks = (e for e in events if not (e.aside or e.past) and e.number and e.kind in LOOSE and e.told and len(e.codes) > 1)
    held = next((e for e in talks if sum(p.label == "PERSON" for p in e.principals) > 1 and past(e)), None)
    return held or next((e for e in events if e.attends and e.named and e.number <= OPENING and not e.general), None)


def _apart(event: Event) -> bool:
    """Whether a noun that does not tell the kind still tells of talks: "in his meeting with ..."."""
    return event.possessive and event.number > 0 and len(event.principals) == 2 and len(event.codes) > 1


def _one_of_them(event: Event) -> bool:
    """Whether a noun that does not tell the kind tells of two who met, where a report tells of several talks."""
    talks = event.body is not None and event.body.rule.startswith(("bodies.talks", "bodies.session"))
    return talks and event.number > 0 and len(event.principals) == 2 == len(event.codes)


def _talks(document: Document, events: list[Event], main: Event, sides: Sides) -> list[Cluster]:
    """Ad hoc talks by who meets whom: where two named people meet, they are not those who met before under other names.
    Several talks that are announced at once are those that the report goes on to tell one by one."""
    announced = [e for e in events if e.number <= 2 and (e.many or _digest(e, events))]
    several = next(iter(announced), None)
    home = _home([e for e in events if not e.many])
    told = [e for e in events if not e.many and e.told_of and e not in announced and not (several and e.attended)]
    several = several or in_turn(told, home, sides)
    clusters: list[Cluster] = []
    if several is not None:
        known = {name for e in events if e.many for name in names_of(document, e)}
        for event in [e for e in told if e.number and (e.codes or set(names_of(document, e)) - known)]:
            if not any(_shared(document, c, event, home) for c in clusters) or (event.other and event.number > clusters[-1].main.number):
                clusters.append(Cluster(event))
            if len(clusters) == MOST:
                break
        if len(clusters) > 1:
            return _with_sides(document, clusters, several)
    clusters = [Cluster(main)]
    names = [set(names_of(document, main)) - {""}]  # of each cluster
    for event in told:
        if event is main:
            continue
        pair = names_of(document, event)
        same = next((i for i, c in enumerate(clusters) if _same_talks(names[i], c.main, pair, event, home)), None)
        if same is not None:
            clusters[same].others.append(event)
            names[same].update(filter(None, pair))
            continue
        if len(clusters) == MOST or (sides.links.letters and event.within):
            continue
        if before(document, event, main) or (planned(main) and (past(event) or event.codes == main.codes)):
            continue  # what was before, or the same plan again
        strong = event.score >= APART or (sides.links.final and event.told)
        listed = sides.links.final and event.sentence is main.sentence and two_pairs(main, event)
        if listed or (strong and _told_apart(event, pair) and _later(event, main)):
            clusters.append(Cluster(event))
            names.append({*filter(None, pair)})
    return sorted(clusters, key=lambda c: c.main.sentence.index)


def _order(event: Event) -> tuple[int, int, int]:
    return event.number, event.at.start, event.part


def _later(event: Event, main: Event) -> bool:
    """Whether talks that are held come after others, or one sentence plans both."""
    both = event.sentence is main.sentence and to_come(event) and to_come(main)
    return both or (_order(event) > _order(main) and (not to_come(event) or planned(main)))


def _digest(event: Event, events: list[Event]) -> bool:
    """Whether one meets two others whom a report goes on to tell of one by one ("in a separate meeting")."""
    if len(event.codes) < 3:
        return False
    told = (e.codes for e in events if len(e.codes) == 2 and len(e.principals) > 1 and e.at.start != event.at.start)
    pairs = {codes for codes in told if codes < event.codes}
    one = len(pairs) > 1 and bool(frozenset.intersection(*pairs))
    return one or any(e.other and e.number > event.number for e in events)


def _told_apart(event: Event, pair: tuple[str, ...]) -> bool:
    """Whether an event tells of two, by name or by side."""
    return len(pair) == 2 and bool(event.codes) and not event.attended and (all(pair) or (len(event.codes) > 1 and any(pair)))


def _home(events: list[Event]) -> frozenset[str]:
    """The side of whom a report tells that he meets several others."""
    pairs = {e.codes for e in events if len(e.codes) == 2}
    return frozenset.intersection(*pairs) if len(pairs) > 1 else frozenset()


def _with_sides(document: Document, clusters: list[Cluster], announced: Event) -> list[Cluster]:
    """Talks that were announced at once, those without a side of their own given that which is listed in their place."""
    listed = {m.value: m for m in document.in_span(announced.sentence.span, "COUNTRY")}
    if len(listed) != len(clusters):
        return clusters
    sides = [c.main.sides or ((code, mention),) for c, (code, mention) in zip(clusters, listed.items(), strict=True)]
    return [Cluster(replace(c.main, sides=side)) for c, side in zip(clusters, sides, strict=True)]


def _shared(document: Document, cluster: Cluster, event: Event, home: frozenset[str]) -> bool:
    """Whether talks are those told of before: the same sides where both tell them, else the same people."""
    one, other = event.codes - home, cluster.main.codes - home
    if one and other:
        return bool(one & other) and not _other_people(document, cluster, event)
    return set(names_of(document, event)) <= _all_names(document, cluster)


def _other_people(document: Document, cluster: Cluster, event: Event) -> bool:
    """Whether two people meet who both have names, of whom one is not among those of talks between two such people."""
    names, known = names_of(document, event), _all_names(document, cluster)
    return len(names) == 2 and all(names) and len(known) > 1 and not set(names) <= known


def _same_talks(names: Set[str], main: Event, pair: tuple[str, ...], event: Event, home: frozenset[str]) -> bool:
    if two_of_more(main, event):
        return False
    told = [n for n in pair if n]
    one, other = event.codes - home, main.codes - home
    if one and other and not (one <= other or other <= one):
        return False
    return len(told) < 2 or all(n in names for n in told) or len(names) < 2


def _all_names(document: Document, cluster: Cluster) -> frozenset[str]:
    return frozenset(n for e in cluster.events for n in names_of(document, e) if n)

"""What a report may be about: its phrases of meetings and its verbs of meeting, weighed by where they stand and by the
words around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from jwgie.assembly import holders
from jwgie.assembly.cues import Cue, cues_in
from jwgie.assembly.one_by_one import one_by_one
from jwgie.assembly.parties import Ground, Sides, side_of
from jwgie.assembly.scene import ASIDE, NEXT, REACH, REACH_BACK, Scene
from jwgie.assembly.scene_final import FinalScene
from jwgie.document import Document, Mention, Sentence, Span
from jwgie.knowledge import countries, organisations
from jwgie.record import Kind

_TALKS = ("bodies.talks", "bodies.call")
_VERBS = frozenset({"meet", "discuss", "speak", "press"})
#: In this many sentences of a report those who faced the press together are told to have met.
PRESS = 2
#: Kinds that need no name: talks as they come.
LOOSE = frozenset({"bilateral_meeting", "phone_call"})
#: Kinds that one country may hold alone.
_OF_TWO = frozenset({"political_consultations", "dialogue", "joint_commission", "coordination_council"})
ONE_SIDED = frozenset({"conference", "business_forum", "other"})
#: The kind of an organisation's session by the cue that tells who meets.
_BY_WHOM: dict[str, Kind] = {"leaders": "summit", "ministers": "ministerial"}
_HELD = frozenset({"hold", "meet", "discuss", "plan", "postpone", "cancel", "during"})


@dataclass(frozen=True)
class Event:
    """One place where a report speaks of a meeting: a BODY mention, or a verb of meeting with its principals.

    `number` counts the sentences of the text from 1, the headline is 0. `aside`: mentioned in passing. `several`: one meets several
    others one by one, and `part` which of these talks it is, from 1, once they are parted; `governed`: a verb of holding, meeting
    or planning stands before a noun; `held_as`: the kind of an organisation's own session; `margin`: its sentence tells of what was
    held on the margins of another; `past`: it is dated to days before the report;
    `guests`: its principals are those whom somebody else met one by one; `attends`: somebody is told to go to it.
    """

    sentence: Sentence
    number: int
    score: float
    aside: bool
    body: Mention | None = None
    cues: tuple[Cue, ...] = ()
    principals: tuple[Mention, ...] = ()
    sides: tuple[tuple[str, Ground], ...] = ()
    several: bool = False
    governed: bool = False
    held_as: Kind | None = None
    margin: bool = False
    past: bool = False
    part: int = 0
    guests: bool = False
    attends: bool = False

    @cached_property
    def kind(self) -> Kind | None:
        """The kind that its own words tell."""
        if self.held_as:
            return self.held_as
        if self.body is None:
            return "phone_call" if any(c.name == "phone" for c in self.cues) else "bilateral_meeting"
        return self.body.value.kind  # type: ignore[no-any-return]

    @cached_property
    def many(self) -> bool:
        """Whether it means several meetings at once: its noun does, or one meets several others."""
        if self.part:
            return False
        return self.several or (self.body is not None and self.body.rule.endswith(".many") and self.body.rule.startswith(_TALKS))

    @property
    def with_whom(self) -> bool:
        """Whether it tells nothing but whom somebody met: talks only where several were told of before."""
        return self.body is None and self.cues[0].name == "with"

    @property
    def other(self) -> bool:
        """Whether it is told to be another than that before ("another meeting", "a second meeting")."""
        return any(c.name == "apart" and self.at.contains(c.span) for c in self.cues)

    @cached_property
    def attended(self) -> bool:
        """Whether it only says who was there at the meeting told of before ("the talks were attended by")."""
        known = self.body is not None and self.body.value.definite
        return known and any(c.name == "attend" and c.tense for c in self.cues)

    @property
    def possessive(self) -> bool:
        """Whether its noun has a possessive ("its fifth session"), and so means what was named before, unless it names a body itself."""
        return self.body is not None and ".own" in self.body.rule and not self.named

    @cached_property
    def named(self) -> bool:
        """Whether it is more than talks: a body or a meeting with a name."""
        named = self.body is not None and self.body.value.name is not None
        return named and self.kind is not None and self.kind not in LOOSE and not self.general

    @cached_property
    def general(self) -> bool:
        """Whether its noun speaks of bodies in general ("joint committees")."""
        return self.body is not None and self.body.rule.endswith(".many") and not (self.many or self.part)

    @cached_property
    def codes(self) -> frozenset[str]:
        """The sides it names."""
        return frozenset(code for code, _ in self.sides)

    @cached_property
    def told(self) -> bool:
        """Whether words around it tell that it takes place."""
        return any(c.name in _HELD for c in self.cues)

    @property
    def told_of(self) -> bool:
        """Whether it names whom: principals, or a side in its own phrase."""
        return bool(self.principals) or (self.body is not None and bool(self.body.value.parties))

    @cached_property
    def at(self) -> Span:
        """Where it stands."""
        return self.body.span if self.body else self.cues[0].span

    @property
    def anchor(self) -> Ground:
        """The characters that speak of it."""
        return self.body or self.cues[0].span


def find_events(document: Document, cues: list[Cue], sides: Sides) -> list[Event]:
    """The events of a document, in order."""
    found: list[Event] = []
    number = 0
    cues = [c for c in cues if c.name not in ("locative", "locative_after", "coming")]
    scene = FinalScene if sides.links.final else Scene
    for sentence in document.sentences:
        if sentence.kind == "dateline":
            continue
        number += sentence.kind == "body"
        place = 0 if sentence.kind == "headline" else number
        found += _in_sentence(scene(document, sentence, place, cues_in(cues, sentence.span), sides))
    return found


def _in_sentence(scene: Scene) -> Iterator[Event]:
    bodies = tuple(scene.document.in_span(scene.sentence.span, "BODY"))
    for body in bodies:
        yield _of_body(scene, body)
    for cue in scene.cues:
        if cue.name == "greet" and scene.greets(cue):
            cue = cue._replace(name="meet")
        if cue.name in _VERBS and not any(b.span.overlaps(cue.span) or scene.subject_of(b, cue) for b in bodies):
            event = _of_verb(scene, cue)
            if event is not None:
                yield event
    if scene.number:
        yield from _of_with(scene)


def _of_body(scene: Scene, body: Mention) -> Event:
    value = body.value
    before, after = scene.before(body.span), scene.after(body.span)
    named: dict[str, Ground] = {}
    for party in value.parties:
        if code := side_of(party):
            named.setdefault(code, party)
    alone = len(value.parties) > 1 and len(named) == 1 and not named.keys() & organisations().keys()  # "a Libyan-Libyan dialogue"
    alone = alone or holders.national(value.parties)
    inside = [c for c in scene.cues if body.span.contains(c.span)]
    its = value.kind in LOOSE and [p.label for p in value.parties] == ["ORG"] and all(c.name not in ("with", "each") for c in inside)
    aside = alone or its or scene.own(body.span) or value.which == "previous" or scene.aside(body.span)
    principals: tuple[Mention, ...] = ()
    whole: dict[str, Ground] = {}
    if value.kind is None or value.kind in LOOSE:
        principals = scene.principals(body.span)
        named = {**dict(s for p in principals for s in scene.sides.spoken_for(p)), **named}
        if len(named) < 2 and (len(principals) < 2 or not named):
            members = dict(holders.group(scene, body.span))
            whole = members if holders.officials(scene, body.span) else {}
            named = {**named, **members, **dict(holders.several(scene))}
    if not named and value.kind in ("ministerial", "summit") and not principals:  # the group in brackets or in their offices
        named = {code: m for m in scene.document.in_span(body.span, "ORG") if (code := side_of(m))}
        named = named or dict(holders.group(scene, body.span))
    bare = value.definite and value.name is None  # "the agenda of the summit"
    if len(named) < 2 and ((value.kind == "summit" and not bare) or (value.kind in _OF_TWO and not value.definite)):
        found = scene.principals(body.span)
        verb = next((c.span for c in before if c.name == "meet" and c.tense), None)
        if verb is not None and any(c.name == "together" for c in scene.cues):
            found = scene.principals(verb, transitive=True)  # "received A and B at a summit of three"
        if len(found) > 2 or (len(found) > 1 and scene.joined(found[1])):
            principals = found
            named = {**dict(s for p in principals for s in scene.sides.spoken_for(p)), **named}
    if len(named) < 2:
        held_by = dict(holders.holders(scene, body.span))
        if len(held_by) < 2 and not aside and set(opening := dict(holders.opening(scene))) >= set(named):
            held_by = opening
        named = {**named, **held_by} if len(held_by) > 1 else named
    if len(named) < 2 and not principals and value.kind is not None and scene.sides.links.objects_first:
        named = {**named, **dict(holders.between(scene, body.span))}
    whose = scene.owner(body) if ".own" in body.rule else None  # "the committee held its eighth meeting"
    if whose is not None:
        named, principals = {code: party for party in whose.value.parties if (code := side_of(party))}, ()
    put_off = [c for c in scene.cues if c.name in ("cancel", "postpone") and c.span.start >= body.end]
    talked = len(principals) > 1 or (bool(principals) and ".own" in body.rule)
    after = [*after, *(c for c in put_off[:1] if talked and c not in after)]  # behind those who were to meet
    if len(principals) > 1 and (holding := scene.holding(principals[0])) is not None and holding not in before:
        before = [holding, *before]  # what stands between a verb and its object may be long: its subjects, when and where
    if len(principals) == 1 and scene.sides.own_envoys(principals[0]):
        aside = True  # a state's own conference
    told = any(c.name in _HELD for c in (*before, *after))
    held_as: Kind | None = None
    theirs = body.rule.startswith("bodies.session") or (bool(whole) and value.kind is None)
    if not aside and theirs and value.kind in (None, "bilateral_meeting"):
        own = holders.organisation(scene, body.span) or next(iter(whole.items()), None)
        led = scene.sides.links.beside and len(principals) == 1 and principals[0].start >= body.end  # "under the presidency of ..."
        if own is not None and (led or set(named) <= {own[0]}) and sum(p.label == "PERSON" for p in principals) < 2:
            named, principals = {own[0]: own[1]}, ()
            whom = [c for c in scene.cues if c.span.end <= body.start] if scene.sides.links.beside else before
            held_as = next((k for c, k in _BY_WHOM.items() if any(cue.name == c for cue in whom)), _of_body_kind(body))
    if value.kind is None and body.rule.startswith("bodies.talks") and len(principals) > 1 and scene.joined(principals[1]):
        told_by = any(c.name == "hold" and c.tense and 0 <= c.span.start - body.end <= 2 * NEXT for c in after)
        held_as = "bilateral_meeting" if told_by else None  # "the talks that A held with B"
    if value.kind is None and body.rule.startswith(("bodies.talks", "bodies.session")) and len(principals) == 2 >= len(named) > 0:
        off = any(c.name in ("cancel", "postpone") for c in scene.cues) or any(c.name == "plan" for c in scene.after(body.span))
        off = off or (scene.sides.links.beside and any(c.name == "plan" for c in scene.before(body.span, 2 * ASIDE)))
        held_as = "bilateral_meeting" if off and scene.joined(principals[1]) else held_as  # "his meeting that was planned with B"
    if value.kind is None and not held_as and scene.sides.links.subjects_first and body.rule == "bodies.session.own":
        two = len(principals) == 2 and all(p.label == "PERSON" for p in principals) and scene.joined(principals[1])
        held_as = "bilateral_meeting" if two and principals[1].value.counterpart else None  # "after his meeting with his counterpart"
    if value.kind is None and body.rule == "bodies.summit" and len(principals) > 1 and told and scene.sides.links.objects_first:
        held_as = "summit"  # "A and B hold a summit": without an article
    if value.kind in (None, "bilateral_meeting") and not held_as:
        held_as = scene.held_as(body.span, len(named), told and not aside)
    score = _place(scene.number) + (1.0 if value.ordinal else 0.0) + min(len(named), 2) * 1.5 + (2.0 if told else 0.0)
    kind = held_as or value.kind
    score += 0.0 if kind is None else 1.0 if kind in LOOSE else 3.0
    if value.which == "next":
        score -= 2.0
    if (
        value.kind in ONE_SIDED and not named and scene.sides.links.beside and not aside
    ):  # "firms of both at a forum", of the two in the headline
        headline = {code: mention for code, mention in scene.sides.headline if code in countries()}  # "firms of both at a forum"
        named = dict(headline) if len(headline) == 2 and scene.number <= 1 else named
    if value.kind in ONE_SIDED and not named and not any(c.name in ("host", "attend") for c in scene.after(body.span, REACH)):
        score -= 3.0
    if body.rule == "bodies.dialogue" and not (value.definite or named or value.ordinal):  # "dialogue is needed"
        score -= 3.0
    if aside:
        score -= 5.0
    verbs = [c for c in before if c.name not in ("leaders", "ministers", "greet")]
    around = [c._replace(name="hold") for c in scene.cues if c.tense and c.name in _VERBS and len(c.span) > len(body.span)]
    around = [c for c in around if c.span.contains(body.span)]  # "received a call"
    last = [c for c in after[2:] if c in put_off[:1]]
    cues = (*verbs[-2:], *around[:1], *after[:2], *last, *(c for c in inside if c.name == "apart"))
    several = scene.number > 0 and (one_by_one(scene, body.span, principals, body) or _counted(scene, body))
    several = several or (value.kind in LOOSE and scene.many(body.span))
    return Event(scene.sentence, scene.number, score, aside, body, cues, principals, tuple(named.items()), several,
                 governed=any(c.name in ("hold", "meet", "plan", "then") for c in before), held_as=held_as,
                 past=scene.past(body.span), guests=scene.guests(principals),
                 attends=scene.attends(body.span))  # fmt: skip


def _counted(scene: Scene, body: Mention) -> bool:
    """Whether words right before a noun tell that it means several talks ("a number of one-on-one talks")."""
    return body.value.kind in LOOSE and any(c.name == "each" and 0 <= body.start - c.span.end <= 1 for c in scene.cues)


def _of_body_kind(body: Mention) -> Kind:
    """The kind of what officials of an organisation hold, by its noun."""
    return "joint_commission" if body.rule.startswith("bodies.commission") else "other"


def _of_with(scene: Scene) -> Iterator[Event]:
    """Talks told by whom they were with alone: "With the president of A, then with the king of B, he ..."."""
    for person, mark in scene.topics():
        theirs = scene.sides.spoken_for(person)
        if theirs:
            cues = (Cue(mark, "with", ""),)
            yield Event(scene.sentence, scene.number, _place(scene.number) + 4.5, False, None, cues, (person,), tuple(theirs))
    cue = next((c for c in scene.cues if c.name == "with" and c.span.start - scene.sentence.span.start <= 1), None)
    whom = next((p for p in scene.people if cue and scene.next_to(cue.span, p)), None)
    while cue and whom and (theirs := scene.sides.spoken_for(whom)):
        yield Event(scene.sentence, scene.number, _place(scene.number) + 4.5, False, None, (cue,), (whom,), tuple(theirs))
        again = next((p for p in scene.people if p.start > whom.end and scene.with_again(whom, p)), None)
        cue = next((c for c in scene.cues if again and c.name == "with" and scene.next_to(c.span, again)), None)
        whom = again


def _together(scene: Scene, cue: Cue, principals: tuple[Mention, ...]) -> bool:
    """Whether two did together, at the beginning of a report, what those do who have met: faced the press, signed what they agreed on."""
    if scene.number > PRESS or len(principals) < 2:
        return False
    if cue.tense:  # signing: right around them, a document
        near = any(scene.next_to(cue.span, p) or 0 <= cue.span.start - p.end <= NEXT for p in principals)
        if not near or not any(True for _ in scene.document.in_span(scene.sentence.span, "DOCUMENT")):
            return False
    if scene.after_with(principals[1]) is not None:
        return True
    two = len(principals) == 2 and all(p.label == "PERSON" for p in principals)
    return bool(cue.tense) and two and principals[1].value.counterpart and scene.coordinated(principals[1])


def _of_verb(scene: Scene, cue: Cue) -> Event | None:
    phone = [c for c in scene.cues if c.name == "phone" and abs(c.span.start - cue.span.end) <= REACH]
    spoken = None if phone or cue.name != "speak" else scene.sides.links.spoken
    if (cue.name == "speak" and not phone and not (spoken and scene.spoken_with(cue))) or (cue.name == "discuss" and scene.passive(cue)):
        return None
    if any(c.name == "welcome" and -ASIDE <= c.span.start - cue.span.end <= REACH_BACK for c in scene.cues):
        return None
    both = cue.tense == "both"
    principals = () if both else scene.principals(cue.span, transitive=cue.name == "meet")
    if cue.name == "discuss" and len(principals) > 1 and not scene.joined(principals[1]):
        principals = ()
    if cue.name == "press" and not _together(scene, cue, principals):
        return None
    named: dict[str, Ground] = dict(s for p in principals for s in scene.sides.spoken_for(p))
    score = _place(scene.number) + (2.0 if cue.name == "press" else 3.0)
    if len(principals) < 2:
        about = dict(holders.subjects(scene, cue.span, 0 if both else ASIDE if cue.name == "discuss" else REACH))
        score -= 1.0
        if len(about) > 1:
            named = named if len(named) > 1 and scene.sides.links.subjects_first else about
        elif not principals or not named or not (cue.name == "meet" or scene.joined(principals[0])):
            return None
    aside = scene.aside(cue.span)
    score += min(len(named), 2) * 1.5 - (5.0 if aside else 0.0)
    before = scene.before(cue.span)
    several = len(principals) > 1 and len(scene.sides.spoken_for(principals[1])) > 1 and not scene.number
    several = several or (scene.number > 0 and one_by_one(scene, cue.span, principals))
    cues = (cue, *phone[:1], *before[-2:])
    margin = scene.margin(cue.span)
    return Event(scene.sentence, scene.number, score, aside, None, cues, principals, tuple(named.items()), several, held_as=spoken,
                 margin=margin)  # fmt: skip


def _place(number: int) -> float:
    return {0: 1.0, 1: 3.0, 2: 2.0, 3: 1.0}.get(number, max(-0.4 * (number - 3), -4.0))

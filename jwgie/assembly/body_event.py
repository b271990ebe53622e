"""The event that a phrase of a meeting tells of: whose it is, what kind, and what speaks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jwgie.assembly import holders
from jwgie.assembly.cues import Cue
from jwgie.assembly.event import HELD, LOOSE, ONE_SIDED, VERBS, Event, place
from jwgie.assembly.one_by_one import one_by_one
from jwgie.assembly.scene import Scene
from jwgie.assembly.scene_pairs import held_behind, spoken_to, with_whom
from jwgie.assembly.scene_people import ASIDE, NEXT, REACH
from jwgie.assembly.speakers import Ground, side_of
from jwgie.document import Mention, Span
from jwgie.knowledge import countries, organisations
from jwgie.record import Kind

#: From the sentences behind this one on a report may come to what was held before.
LATE = 3
#: Kinds that are of two sides.
_OF_TWO = frozenset({"political_consultations", "dialogue", "joint_commission", "coordination_council"})
#: The kind of an organisation's session by the cue that tells who meets.
_BY_WHOM: dict[str, Kind] = {"leaders": "summit", "ministers": "ministerial"}


def of_body(scene: Scene, body: Mention) -> Event:
    """The event of a BODY mention in its sentence."""
    return _Reading(scene, body).event()


class _Reading:
    """One phrase of a meeting, read step by step: `named` are the sides found so far, `principals` who meets; `whole` is the
    organisation whose officials do; `before` and `after` are the cues around it."""

    def __init__(self, scene: Scene, body: Mention) -> None:
        self.scene = scene
        self.body = body
        self.kind: Kind | None = body.value.kind
        self.links = scene.sides.links
        self.before, self.after = scene.before(body.span), scene.after(body.span)
        self.inside = [c for c in scene.cues if body.span.contains(c.span)]
        self.put_off = [c for c in scene.cues if c.name in ("cancel", "postpone") and c.span.start >= body.end]
        self.principals: tuple[Mention, ...] = ()
        self.named: dict[str, Ground] = {}
        self.whole: dict[str, Ground] = {}
        for party in body.value.parties:
            if code := side_of(party):
                self.named.setdefault(code, party)
        self.holding: Cue | None = None  # what tells that it takes place, where that stands far off
        if not self.named and self.links.final:  # within a name between marks ("the dialogue 'A plus B'")
            inside = (m for m in scene.document.in_span(body.span, "COUNTRY", "ORG") if side_of(m))
            self.named = {str(side_of(m)): m for m in inside}
        self.aside = self._aside()

    def event(self) -> Event:
        """What all that the sentence says of the phrase comes to."""
        scene, body = self.scene, self.body
        self._who()
        self._whose()
        self._around()
        told = any(c.name in HELD for c in (*self.before, *self.after))
        told = told or any(c.tense and c.name in VERBS and c.span.contains(body.span) and c.span != body.span for c in scene.cues)
        held_as = self._of_organisation() or self._of_talks(told)
        if self.kind in (None, "bilateral_meeting") and not held_as:
            held_as = scene.held_as(body.span, len(self.named), told and not self.aside)
        score = self._score(held_as, told)
        one_by_each = body.rule.endswith(".many") or any(c.name == "each" and c.span.overlaps(body.span) for c in scene.cues)
        if len(self.principals) > 1 and self.kind in LOOSE and one_by_each:
            self.principals = (*self.principals, *scene.companions(self.principals[-1]))
        several = scene.number > 0 and (one_by_one(scene, body.span, self.principals, body) or self._counted())
        several = several or (self.kind in LOOSE and scene.many(body.span))
        return Event(scene.sentence, scene.number, score, self.aside, body, tuple(self._cues()), self.principals,
                     tuple(self.named.items()), several, governed=any(c.name in ("hold", "meet", "plan", "then") for c in self.before),
                     held_as=held_as, past=scene.past(body.span), guests=scene.guests(self.principals),
                     attends=scene.attends(body.span), of_both=self._of_both())  # fmt: skip

    def _of_both(self) -> bool:
        """Whether a noun of a call is said to be between two who were named before ("that was in a call between them")."""
        scene, body = self.scene, self.body
        if not body.rule.startswith("bodies.call") or self.links.twosome is None or not scene.in_course(body.span):
            return False
        near = Span(body.start, min(body.end + ASIDE, scene.sentence.span.end), body.span.origin)
        two = any(m.rule.endswith(".2") for m in scene.document.in_span(near, "SIDES"))
        return two or self.links.twosome.search(scene.document.folded(near)) is not None

    def _aside(self) -> bool:
        """Whether it is mentioned in passing, or is one state's own."""
        value = self.body.value
        alone = len(value.parties) > 1 and len(self.named) == 1 and not self.named.keys() & organisations().keys()
        alone = alone or holders.national(value.parties)  # "a Libyan-Libyan dialogue"
        alone = alone or self._talked_about()
        alone = alone or self._takes_part() or self._held_before()
        its = self.kind in LOOSE and [p.label for p in value.parties] == ["ORG"]
        its = its and all(c.name not in ("with", "each") for c in self.inside)
        return alone or its or self.scene.own(self.body.span) or value.which == "previous" or self.scene.aside(self.body.span)

    def _takes_part(self) -> bool:
        """Whether a council of business people is only somebody who is there: no verb of holding stands right beside it."""
        body = self.body
        if self.kind != "business_forum" or not body.rule.startswith("bodies.council") or body.value.ordinal is not None:
            return False
        held = [c.span for c in (*self.before, *self.after, *self.inside) if c.name in HELD and c.name != "during"]
        gaps = (self.links.gap(self.scene.document, *_between(span, body.span), body.span.origin) for span in held)
        return self.scene.number > 0 and not any(gap <= ASIDE for gap in gaps)

    def _held_before(self) -> bool:
        """Whether a report comes, later on, to a named meeting that somebody had held before ("X had hosted the forum in March")."""
        scene, start = self.scene, self.body.start
        if self.links.beside or self.links.subjects_first or self.links.final or scene.number <= LATE:
            return False
        had = next((c.span for c in reversed(scene.cues) if c.name == "had" and 0 <= start - c.span.end <= REACH), None)
        if had is None or not any(c.name == "was" and 0 <= had.start - c.span.end <= REACH for c in scene.cues):
            return False
        return any(c.name in ("hold", "host") and c.tense and 0 <= c.span.start - had.end <= 1 for c in scene.cues)

    def _talked_about(self) -> bool:
        """Whether talks are themselves what somebody talks about ("the cabinet discussed the negotiations with the Fund")."""
        talks = self.links.subjects_first and self.body.rule.startswith(("bodies.negotiations", "bodies.talks"))
        return talks and any(c.name == "discuss" and c.tense and self.body.start - c.span.end <= ASIDE for c in self.before)

    def _spoken_for(self, people: Sequence[Mention]) -> dict[str, Ground]:
        return dict(s for p in people for s in self.scene.sides.spoken_for(p))

    def _who(self) -> None:
        """Who meets, where the phrase does not tell its sides."""
        scene, body, value = self.scene, self.body, self.body.value
        if self.kind is None or self.kind in LOOSE:
            self.principals = scene.whose(body.span) or scene.principals(body.span)
            if len(self.principals) < 2 and (theirs := scene.twosome(body.span)):
                self.principals = theirs
            if len(self.principals) < 2 and not value.definite and (theirs := scene.faced(body.span)):
                self.principals = theirs
            if len(self.principals) < 2 and (not value.definite or scene.theirs(body.span)):
                self.principals = spoken_to(scene, body.span) or self.principals
            self.named = {**self._spoken_for(self.principals), **self.named}
            if len(self.named) < 2 and (len(self.principals) < 2 or not self.named):
                members = dict(holders.group(scene, body.span))
                self.whole = members if holders.officials(scene, body.span) else {}
                self.named = {**self.named, **members, **dict(holders.several(scene) or holders.sent(scene, body.span))}
        if self.kind in LOOSE and len(self.named) < 2 and not value.definite:
            self.named = {**self.named, **holders.facing(scene, body.span)}
        if not self.named and self.kind in ("ministerial", "summit") and not self.principals:  # the group in brackets or in their offices
            self.named = {code: m for m in scene.document.in_span(body.span, "ORG") if (code := side_of(m))}
            self.named = self.named or dict(holders.group(scene, body.span))
        bare = value.definite and value.name is None  # "the agenda of the summit"
        known = bare if self.links.beside else value.definite
        leaders = self.kind == "summit" or (self.kind == "ministerial" and self.links.verbs_between and not value.definite)
        if len(self.named) < 2 and ((leaders and not bare) or (self.kind in _OF_TWO and not known)):
            found = scene.principals(body.span)
            verb = next((c.span for c in self.before if c.name == "meet" and c.tense), None)
            if verb is not None and any(c.name == "together" for c in scene.cues):
                found = scene.principals(verb, transitive=True)  # "received A and B at a summit of three"
            if len(found) > 2 or (len(found) > 1 and scene.joined(found[1])):
                self.principals = found
                self.named = {**self._spoken_for(found), **self.named}

    def _whose(self) -> None:
        """The countries and organisations that hold it, or those of the body whose session it is."""
        scene, body = self.scene, self.body
        if len(self.named) < 2:
            held_by = dict(holders.holders(scene, body.span))
            if len(held_by) < 2 and not self.aside and set(opening := dict(holders.opening(scene))) >= set(self.named):
                held_by = opening
            self.named = {**self.named, **held_by} if len(held_by) > 1 else self.named
            if not self.named and not self.principals:
                self.named = dict(holders.relative(scene, body.span))
        if len(self.named) < 2 and not self.principals and self.kind is not None and self.links.objects_first:
            self.named = {**self.named, **dict(holders.between(scene, body.span) or holders.between_after(scene, body.span))}
        whose = scene.owner(body) if ".own" in body.rule else None  # "the committee held its eighth meeting"
        if whose is not None:
            self.named, self.principals = {code: party for party in whose.value.parties if (code := side_of(party))}, ()

    def _around(self) -> None:
        """The cues that stand further off, beyond those who meet."""
        talked = len(self.principals) > 1 or (bool(self.principals) and ".own" in self.body.rule)
        self.after = [*self.after, *(c for c in self.put_off[:1] if talked and c not in self.after)]  # behind those who were to meet
        if len(self.principals) > 1 and (holding := self.scene.holding(self.principals[0])) is not None:
            self.holding = holding  # what stands between a verb and its object may be long: its subjects, when and where
            self.before = self.before if holding in self.before else [holding, *self.before]
        light = (c for c in self.scene.cues if c.name == "light" and c.span.end <= self.body.start)
        if any(self.scene.only_adverbs(c.span, self.body) for c in light):
            self.before = [*self.before, Cue(self.body.span, "hold", "past")]  # "had talks"
        if len(self.principals) > 1 and not self.body.value.definite and self.kind in LOOSE and self._owned(self.principals[0]):
            self.before = [*self.before, Cue(self.body.span, "hold", "past")]
        joined = (
            len(self.principals) > 1 and self.kind in (None, *LOOSE, "political_consultations") and self.scene.joined(self.principals[1])
        )
        if joined and self.principals[0].end <= self.body.start and (tense := self.scene.goes_for(self.body.span)):
            self.before = [*self.before, Cue(Span(self.body.start, self.body.start, self.body.span.origin), "hold", tense)]
        if (held := held_behind(self.scene, self.body.span, self.principals)) is not None:
            self.after = [held, *(c for c in self.after if c != held)]
        two = len(self.principals) > 1 and all(p.label == "PERSON" for p in self.principals) and self.kind in LOOSE
        near = two and self.principals[0].start - self.body.end <= NEXT // 2  # before it, or right behind it
        met = near and self.scene.joined(self.principals[1])
        whom = self.scene.after_with(self.principals[0]) if two and not self.links.objects_first else None
        met = met or (whom is not None and 0 <= whom.start - self.body.end <= 1)  # "in a call with B, A said"
        if met and self.scene.in_course(self.body.span):
            self.holding = Cue(Span(self.body.start, self.body.start, self.body.span.origin), "during", "")
            self.before = [*self.before, self.holding]
        if len(self.principals) == 1 and self.scene.sides.own_envoys(self.principals[0]):
            self.aside = True  # a state's own conference

    def _owned(self, person: Mention) -> bool:
        """Whether it is told to be somebody's by "was" and a dative before him."""
        dative, view = self.links.dative, self.scene.document.views[person.span.origin]
        was = (c.span for c in self.scene.cues if c.name == "was" and 0 < person.start - c.span.end <= NEXT)
        return dative is not None and any(dative.match(view.text, view.position(span.end)) for span in was)

    def _of_organisation(self) -> Kind | None:
        """The kind of an organisation's own session, which then has it as its only side."""
        scene, body = self.scene, self.body
        theirs = body.rule.startswith("bodies.session") or (bool(self.whole) and self.kind is None)
        if self.aside or not theirs or self.kind not in (None, "bilateral_meeting"):
            return None
        own = holders.organisation(scene, body.span) or next(iter((self.whole or self._officials()).items()), None)
        led = self.links.beside and len(self.principals) == 1 and self.principals[0].start >= body.end  # "under the presidency of ..."
        led = led or self._chaired()
        if own is None or not (led or set(self.named) <= {own[0]}) or sum(p.label == "PERSON" for p in self.principals) > 1:
            return None
        self.named, self.principals = {own[0]: own[1]}, ()
        whom = [c for c in scene.cues if c.span.end <= body.start] if self.links.beside else self.before
        noun: Kind = "joint_commission" if body.rule.startswith("bodies.commission") else "other"
        return next((kind for name, kind in _BY_WHOM.items() if any(cue.name == name for cue in whom)), noun)

    def _officials(self) -> dict[str, Ground]:
        """The organisation whose officials, told by office, hold a session that somebody chairs."""
        office = next((p for p in self.principals if p.label == "OFFICE" and p.rule.endswith(".plural")), None)
        theirs = self.scene.sides.spoken_for(office) if office and self._chaired() else []
        return {code: mention for code, mention in theirs if code in organisations()}

    def _chaired(self) -> bool:
        """Whether all whom it names by name are those who hold it for the others ("their meeting, chaired by A")."""
        people = [p for p in self.principals if p.label == "PERSON"]
        chairs = [c.span for c in self.after if c.name == "hold" and not c.tense]
        return bool(people) and all(any(0 <= p.start - c.end <= NEXT for c in chairs) for p in people)

    def _of_talks(self, told: bool) -> Kind | None:
        """The kind of talks whose noun tells none, by who is joined with whom."""
        scene, body, principals = self.scene, self.body, self.principals
        if self.kind is not None:
            return None
        joined = len(principals) > 1 and scene.joined(principals[1])
        if len(principals) == 2 and principals == scene.twosome(body.span):
            return "phone_call" if body.rule.startswith("bodies.call") else "bilateral_meeting"
        kind: Kind | None = None
        states = len(self.named.keys() & countries().keys()) == 2 == len(self.named)
        if told and states and not self.aside and body.rule == "bodies.talks.own":
            both = self.links.twosome is not None and self.links.twosome.search(scene.document.folded(body.span)) is not None
            kind = "bilateral_meeting" if both else None  # "A and B came out of their talks with ..."
        if body.rule.startswith(("bodies.talks", "bodies.session")) and len(self.named) == 2 and scene.whose(body.span):
            return "bilateral_meeting"
        if body.rule.startswith("bodies.talks") and joined:  # "the talks that A held with B"
            held = any(c.name == "hold" and c.tense and 0 <= c.span.start - body.end <= 2 * NEXT for c in self.after)
            kind = "bilateral_meeting" if held else None
        if body.rule.startswith(("bodies.talks", "bodies.session")) and len(principals) == 2 >= len(self.named) > 0:
            off = any(c.name in ("cancel", "postpone") for c in scene.cues) or any(c.name == "plan" for c in scene.after(body.span))
            off = off or (self.links.beside and any(c.name == "plan" for c in scene.before(body.span, 2 * ASIDE)))
            kind = "bilateral_meeting" if off and joined else kind  # "his meeting that was planned with B"
        if not kind and self.links.subjects_first and body.rule == "bodies.session.own":
            two = len(principals) == 2 and all(p.label == "PERSON" for p in principals) and joined
            kind = "bilateral_meeting" if two and principals[1].value.counterpart else None  # "after his meeting with his counterpart"
        session = body.rule == "bodies.session.own" and self.links.beside and not any(p.label == "PERSON" for p in principals)
        if not kind and session and told and len(self.named) > 1 and not self.aside:
            kind = "bilateral_meeting"  # "A, B and C hold their second meeting"
        if (
            not kind
            and body.rule.startswith(("bodies.talks", "bodies.session"))
            and len(self.named) == 1
            and with_whom(scene, body.span, principals)
        ):
            kind = "bilateral_meeting"  # "the talks with B were on", "during the talks with B", A being named before
        if not kind and body.rule.startswith(("bodies.talks", "bodies.session")) and len(holders.relative(scene, body.span)) > 1:
            kind = "bilateral_meeting"  # "the meeting that A and B were to hold"
        if body.rule == "bodies.summit" and len(principals) > 1 and told and self.links.objects_first:
            kind = "summit"  # "A and B hold a summit": without an article
        return kind

    def _score(self, held_as: Kind | None, told: bool) -> float:
        """What speaks for the event."""
        scene, body, value = self.scene, self.body, self.body.value
        score = place(scene.number) + (1.0 if value.ordinal else 0.0) + min(len(self.named), 2) * 1.5 + (2.0 if told else 0.0)
        kind = held_as or self.kind
        score += 0.0 if kind is None else 1.0 if kind in LOOSE else 3.0
        score -= 2.0 if value.which == "next" else 0.0
        if self.kind in ONE_SIDED and not self.named and self.links.beside and not self.aside:
            headline = {code: mention for code, mention in scene.sides.headline if code in countries()}  # "firms of both at a forum"
            self.named = dict(headline) if len(headline) == 2 and scene.number <= 1 else self.named
        of_one = self.kind in ONE_SIDED and len(holders.represented(scene.document, scene.sentence, body.span)) < 2
        if of_one and not self.named and not any(c.name in ("host", "attend") for c in scene.after(body.span, REACH)):
            score -= 3.0
        if body.rule == "bodies.dialogue" and not (value.definite or self.named or value.ordinal):  # "dialogue is needed"
            score -= 3.0
        return score - 5.0 if self.aside else score

    def _cues(self) -> Iterator[Cue]:
        """The cues that tell what happens to it."""
        near = [c for c in self.before if c.name not in ("leaders", "ministers", "greet")][-2:]
        yield from [*([self.holding] if self.holding and self.holding not in near else []), *near]
        around = [c for c in self.scene.cues if c.tense and c.name in VERBS and len(c.span) > len(self.body.span)]
        yield from [c._replace(name="hold") for c in around if c.span.contains(self.body.span)][:1]  # "received a call"
        yield from self.after[:2]
        if self.links.verbs_last:  # the verb, behind when and where
            yield from [c for c in self.after[2:] if c.tense and c.name in HELD][:1]
        yield from [c for c in self.after[2:] if c.name == "attend" and c.tense and self.links.beside][:1]
        yield from [c for c in self.after[2:] if c in self.put_off[:1]]
        yield from (c for c in self.inside if c.name == "apart")
        yield from (c for c in self.scene.cues if c.name == "courtesy" and c.span.overlaps(self.body.span))

    def _counted(self) -> bool:
        """Whether words right before a noun tell that it means several talks ("a number of one-on-one talks")."""
        talks = self.kind in LOOSE or (self.kind is None and self.links.beside)
        return talks and any(c.name == "each" and 0 <= self.body.start - c.span.end <= 1 for c in self.scene.cues)


def _between(one: Span, other: Span) -> tuple[int, int]:
    """What lies between two spans: where it begins and where it ends."""
    first, second = sorted((one, other), key=lambda s: s.start)
    return first.end, max(first.end, second.start)

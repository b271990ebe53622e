"""Who holds a meeting, where no two people are said to: organisations and countries as the subject of its verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jwgie.assembly.scene import Scene
from jwgie.assembly.scene_objects import LINK
from jwgie.assembly.scene_people import ASIDE, NEXT, OPENING, REACH_BACK
from jwgie.assembly.speakers import PAUSES, Ground, side_of
from jwgie.document import Document, Mention, Sentence, Span
from jwgie.knowledge import countries, organisations

#: A clause that tells whose a noun is begins within so many characters behind it.
CLAUSE = 14


def group(scene: Scene, at: Span) -> Iterator[tuple[str, Ground]]:
    """The organisation whose ministers or leaders meet: "عقد وزراء الخارجية العرب اجتماعا"."""
    if scene.sides.links.final:  # the organisation of a session beside the talks holds none of them
        return
    for cue in scene.cues:
        if cue.name in ("leaders", "ministers") and cue.span.end <= at.start:
            for mention in scene.document.in_span(scene.sentence.span, "ORG", "NATIONALITY"):
                code = side_of(mention)
                if code is None or len(code) == 2:
                    continue
                if 0 <= mention.start - cue.span.end <= REACH_BACK and mention.end <= at.start:
                    yield code, mention
                elif (
                    scene.sides.links.adjectives_first
                    and 0 <= scene.sides.links.gap(scene.document, mention.end, cue.span.start, at.origin) <= NEXT
                ):  # "the ASEAN leaders"
                    yield code, mention
    for office in scene.document.in_span(scene.sentence.span, "OFFICE"):
        if office.rule.endswith((".plural", ".dual")) and office.end <= at.start:
            after = Span(office.start, office.end + 3 * REACH_BACK, office.span.origin)  # names of organisations are long
            for mention in scene.document.in_span(after, "ORG", "NATIONALITY"):
                code = side_of(mention) if mention.start - office.end <= REACH_BACK else None
                if code is not None and code in organisations() and mention.end <= at.start and _whose(scene, office, mention):
                    if scene.sides.posted(office, mention):
                        break
                    yield code, mention


def officials(scene: Scene, at: Span) -> bool:
    """Whether several officials are the subject of a verb of holding before a noun."""
    verbs = [c for c in scene.before(at) if c.name == "hold" and c.tense and not scene.after_preposition(c)]
    several = [o for o in scene.document.in_span(scene.sentence.span, "OFFICE") if o.rule.endswith((".plural", ".dual"))]
    return any(scene.next_to(verb.span, office, ASIDE) and office.end <= at.start for verb in verbs for office in several)


def _whose(scene: Scene, officials: Mention, mention: Mention) -> bool:
    """Whether some officials are those of an organisation named behind them, perhaps by way of where they sit: "officials of the
    ministries of trade in the states of the council"."""
    view = scene.document.views[mention.span.origin]
    between = view.text[view.position(officials.end) : max(view.position(mention.start), view.position(officials.end))]
    verbs = any(c.tense and officials.end <= c.span.start < mention.start for c in scene.cues)
    return mention.start - officials.end <= NEXT or not (verbs or any(pause in between for pause in PAUSES))


def organisation(scene: Scene, at: Span) -> tuple[str, Mention] | None:
    """The organisation that is the subject of the verb of holding before a noun: "the council of the league holds its session"."""
    for cue in scene.before(at):
        if cue.name == "hold" and cue.tense and not scene.after_preposition(cue):
            if scene.sides.links.subjects_first:
                before = Span(scene.sentence.span.start, cue.span.start, at.origin)
                found = next(reversed(list(scene.document.in_span(before, "ORG", "COUNTRY", "PERSON", "OFFICE"))), None)
                gap = scene.sides.links.gap(scene.document, found.end, cue.span.start, at.origin) if found else 0
                if found and found.label == "ORG" and gap <= NEXT and (code := side_of(found)):
                    return code, found
                continue
            after = Span(cue.span.end, at.start, at.origin)
            found = next(iter(scene.document.in_span(after, "ORG", "COUNTRY", "PERSON", "OFFICE")), None)
            if found and found.label == "ORG" and found.start - cue.span.end <= NEXT and (code := side_of(found)):
                return code, found
    return None


def holders(scene: Scene, at: Span) -> Iterator[tuple[str, Ground]]:
    """The countries and organisations that hold a meeting: a list right after the verb before its noun."""
    verbs = [c for c in scene.before(at) if c.name == "hold" and c.tense]
    if not verbs:
        return
    start = verbs[-1].span.start
    found: list[tuple[str, Ground]] = []
    for mention in reversed(list(scene.document.in_span(scene.sentence.span, "COUNTRY", "ORG"))):
        code = side_of(mention)
        if code is not None and mention.end <= start:
            gap = scene.sides.links.gap(scene.document, mention.end, start, at.origin)
            if gap > (LINK if found else NEXT):
                break
            found.append((code, mention))
            start = mention.start
    if len(found) > 1:
        yield from reversed(found)
        return
    end = verbs[-1].span.end
    both = next(
        (m.end for m in scene.document.in_span(scene.sentence.span, "SIDES") if 0 < m.start - end <= NEXT and m.rule.endswith(".2")), 0
    )
    labels = ("COUNTRY", "ORG", *(("NATIONALITY",) if both else ()))  # "the A and B sides held"
    end = both or end
    for mention in scene.document.in_span(scene.sentence.span, *labels):
        code = side_of(mention)
        if code is not None and mention.start >= end and mention.end <= at.start:
            if scene.sides.gap(end, mention) > (ASIDE if end == (both or verbs[-1].span.end) else 2 * NEXT):
                return
            yield code, mention
            end = mention.end


def _listed(scene: Scene, end: int, mention: Mention) -> bool:
    """Whether a comma or a conjunction joins a mention to what ends before it."""
    view = scene.document.views[mention.span.origin]
    links = scene.sides.links
    if links.final:
        between = view.text[view.position(end) : view.position(mention.start)]
        return not between or links.links(between)
    link = view.text[view.position(end) : view.position(mention.start)].split()
    return not link or not link[-1].isalpha() or link[-1] in links.letters or link[-1] in links.passing


def between(scene: Scene, at: Span) -> list[tuple[str, Ground]]:
    """The countries and organisations of a list that the last "between" before a noun is said of, where it stands behind them."""
    marks = [c.span for c in scene.cues if c.name == "behind" and c.span.end <= at.start]
    named = [m for m in scene.document.in_span(scene.sentence.span, "COUNTRY", "ORG") if side_of(m)]
    for mark in reversed(marks):
        run: list[tuple[str, Ground]] = []
        end = mark.start
        for mention in reversed([m for m in named if m.end <= mark.start]):
            if end - mention.end > (LINK if run else 1):
                break
            run.insert(0, (str(side_of(mention)), mention))
            end = mention.start
        if len(run) > 1:
            return run
    return []


def between_after(scene: Scene, at: Span) -> list[tuple[str, Ground]]:
    """The two countries or organisations between which a meeting was held, told behind its noun and before its verb."""
    verb = next((c.span.start for c in scene.cues if c.name in ("hold", "plan") and c.span.start >= at.end), None)
    mark = next((c.span for c in scene.cues if c.name == "behind" and at.end <= c.span.start and verb and c.span.end <= verb), None)
    inside = (b for b in scene.document.in_span(scene.sentence.span, "BODY") if b.start >= at.end)
    if mark is None or any(b.start < mark.end or (verb and b.end <= verb) for b in inside):
        return []
    named = [m for m in scene.document.in_span(Span(at.end, mark.end, at.origin), "COUNTRY", "ORG") if side_of(m)]
    two = len(named) == 2 and mark.start - named[1].end <= 1 and _listed(scene, named[0].end, named[1])
    return [(str(side_of(m)), m) for m in named] if two else []


def relative(scene: Scene, at: Span) -> list[tuple[str, Ground]]:
    """The countries and organisations of the clause right behind a noun that says whose it is: "the meeting that A and B were to hold"."""
    if not scene.sides.links.verbs_between:
        return []
    run: list[tuple[str, Ground]] = []
    end = at.end
    for mention in scene.document.in_span(Span(at.end, scene.sentence.span.end, at.origin), "COUNTRY", "ORG"):
        code = side_of(mention)
        apart = mention.start - end > (LINK if run else CLAUSE) or (
            not run and "," in scene.document.slice(Span(end, mention.start, at.origin))
        )
        if code is None or apart:
            break
        run.append((code, mention))
        end = mention.end
    held = any(c.name in ("hold", "meet") and c.tense and 0 <= c.span.start - end <= ASIDE for c in scene.cues)
    return run if held else []


def opening(scene: Scene) -> Iterator[tuple[str, Ground]]:
    """The countries and organisations that are the subject of the sentence: those joined in a list right at its beginning."""
    end = scene.sentence.span.start
    count = 0
    for mention in scene.document.in_span(scene.sentence.span, "COUNTRY", "CITY", "ORG"):
        code = side_of(mention)
        if code is None or mention.start < end:
            continue
        if scene.sides.gap(end, mention) > (LINK if count else OPENING) or (count and not _listed(scene, end, mention)):
            return
        yield code, mention
        end, count = mention.end, count + 1


def subjects(scene: Scene, at: Span, reach: int) -> Iterator[tuple[str, Ground]]:
    """The countries and organisations named right around a verb of meeting, and those in a list with them before it:
    "بحثت مصر والهند"."""
    within = list(scene.document.in_span(scene.sentence.span, "BODY", "CITY"))  # on the margins of whose session, in whose capital
    found = [
        (code, mention)
        for mention in scene.document.in_span(scene.sentence.span, "COUNTRY", "NATIONALITY", "ORG")
        if (code := side_of(mention)) and not any(w.span.contains(mention.span) for w in within)
    ]
    if scene.sides.links.subjects_first:  # "met at the French embassy"
        found = [(code, m) for code, m in found if m.end <= at.start or not scene.sides.placed(m)]
    first = next((i for i, (_, m) in enumerate(found) if m.start - at.end >= -REACH_BACK), len(found))
    while 0 < first < len(found) and scene.sides.gap(found[first - 1][1].end, found[first][1]) <= LINK:
        first -= 1
    behind = reach // 2 if scene.sides.links.subjects_first else reach  # "received the minister, who spoke of relations with A and B"
    yield from ((code, m) for code, m in found[first:] if m.start - at.end <= behind)


def teams(scene: Scene, at: Span) -> list[tuple[str, Ground]]:
    """The sides whose delegations are told before a verb of meeting, with more than their names between: "a delegation of A, headed by
    X, and a B delegation, headed by Y, met"."""
    told = (r.mention("side") for r in scene.document.relations_in(scene.sentence.index) if r.name == "side" and r.span.end <= at.start)
    found: dict[str, Ground] = {}
    for mention in told:
        if mention is not None and (code := side_of(mention)):
            found.setdefault(code, mention)
    return list(found.items()) if len(found) > 1 else []


def several(scene: Scene) -> list[tuple[str, Ground]]:
    """The countries and organisations in the first list of as many as the sentence says that there are, if more than two."""
    count = scene.sides.count(scene.sentence)
    run: list[tuple[str, Ground]] = []
    end = 0
    for mention in scene.document.in_span(scene.sentence.span, "COUNTRY", "ORG"):
        if (code := side_of(mention)) is None:
            continue
        run = [*run, (code, mention)] if run and scene.sides.gap(end, mention) <= LINK else [(code, mention)]
        end = mention.end
        if len(run) == count > 2:
            return run
    return []


def sent(scene: Scene, at: Span) -> list[tuple[str, Ground]]:
    """The sides whose envoys are told, behind a noun of meeting, to have come together: "a meeting of envoys of A, B and C"."""
    cues = [c.span for c in scene.cues if c.name == "sent" and c.span.start >= at.end]
    if not cues or cues[0].start - at.end > 2 * REACH_BACK:
        return []
    found: dict[str, Ground] = {}
    for cue in cues:
        end, reach = cue.end, ASIDE
        for mention in scene.document.in_span(scene.sentence.span, "COUNTRY", "NATIONALITY", "ORG"):
            code = side_of(mention) if mention.start >= end else None
            if code is None:
                continue
            if mention.start - end > reach:
                break
            found.setdefault(code, mention)
            end, reach = mention.end, ASIDE // 2
    return list(found.items()) if len(found) > 1 else []


def facing(scene: Scene, at: Span) -> dict[str, Ground]:
    """The sides of institutions and delegations that hold talks: "the ministry of A held talks with a mission of B"."""
    found: dict[str, Ground] = {}
    verb = next((c.span for c in scene.before(at) if c.name in ("hold", "host") and c.tense), None)
    host = next((i for i in scene.document.in_span(scene.sentence.span, "INSTITUTION") if verb and scene.next_to(verb, i)), None)
    if host is not None and host.end <= at.start and (own := _side_within(scene, host.span)):
        found[own[0]] = own[1]
    joined = next((c.span for c in scene.cues if c.name == "with" and 0 <= c.span.start - at.end <= ASIDE), None)
    if joined is not None:
        end = next((p.start for p in scene.people if p.start >= joined.end), scene.sentence.span.end)
        theirs = _side_within(scene, Span(joined.end, min(end, joined.end + REACH_BACK), joined.origin))
        if theirs and _sent_by(scene, joined, theirs[1]):
            found.setdefault(*theirs)
    return found


def _side_within(scene: Scene, span: Span) -> tuple[str, Mention] | None:
    """The first side that is named in a span."""
    named = scene.document.in_span(span, "COUNTRY", "NATIONALITY", "ORG")
    return next(((code, mention) for mention in named if (code := side_of(mention))), None)


def _sent_by(scene: Scene, start: Span, side: Mention) -> bool:
    """Whether an institution, or a delegation, of a side stands right behind a word."""
    near = Span(start.end, side.end, start.origin)
    bodies = (m for m in scene.document.in_span(near, "INSTITUTION", "ORG") if m.start - start.end <= NEXT)
    return any(True for _ in bodies) or any(c.name in ("delegation", "sent") and 0 <= c.span.start - start.end <= NEXT for c in scene.cues)


def represented(document: Document, sentence: Sentence, at: Span) -> dict[str, Mention]:
    """The sides whose delegations a sentence tells of, behind a phrase of a meeting or in a later sentence than its: "led the side of
    A ..., and for B"."""
    found: dict[str, Mention] = {}
    for relation in document.relations_in(sentence.index):
        mention = relation.mention("side") if relation.name == "side" else None
        if mention is not None and (mention.start >= at.end or mention.span.origin != at.origin) and (code := side_of(mention)) is not None:
            found.setdefault(code, mention)
    return found


def national(parties: Sequence[Mention]) -> bool:
    """Whether what looks like an organisation is one country's own: "the British security council"."""
    pairs = pairwise(parties)
    return any(a.label == "ORG" and b.label == "NATIONALITY" and b.value in countries() and 0 <= b.start - a.end <= 1 for a, b in pairs)

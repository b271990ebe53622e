"""What the sides of a meeting said and undertook."""

from __future__ import annotations

from collections.abc import Iterator

from jwgie.assembly.actors import Actors, Speakers
from jwgie.assembly.background import background, summary
from jwgie.assembly.claims import claims
from jwgie.assembly.draft import Draft, Value
from jwgie.assembly.lists import listed, outcome
from jwgie.assembly.meetings import Meeting
from jwgie.assembly.positions import Claim
from jwgie.assembly.sources import is_spokesperson
from jwgie.assembly.subjects import Subjects
from jwgie.assembly.topics import topics_of
from jwgie.document import Document, Mention, Span
from jwgie.languages import Pack

#: The subject of a verb stands within this many characters of it.
NEAR = 40


def fill_statements(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `statements` of a meeting: act, actors, topics, means and quote, with their evidence."""
    topics = draft.once(topics_of, document, meeting, pack)
    told = {id(m) for m in (*topics, *meeting.mentions(document, "MEANS"))}
    for claim, actors, span in _statements(document, meeting, draft, pack):
        rule = f"statement.{claim.hit.verb.group}"
        verb = document.views[span.origin].span(claim.hit.start, claim.hit.end)
        draft.add("statements", {
            "act": draft.value(claim.act, verb, rule=rule),
            "actors": [draft.value(code, ground) for code, ground in actors.parties],
            "topics": _codes(draft, [m for m in document.in_span(span, "TOPIC") if id(m) in told]),
            "means": _codes(draft, [m for m in document.in_span(span, "MEANS") if id(m) in told]),
            "quote": draft.value(document.slice(span), span, rule=rule),
        })  # fmt: skip


def _statements(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> Iterator[tuple[Claim, Actors, Span]]:
    """The statements of the text, then those of the headline whose act the text does not have."""
    acts: set[str] = set()
    for kind in ("body", "headline"):
        for claim, actors, span in list(_told(document, meeting, draft, pack, kind)):
            if kind == "body" or (claim.act not in acts and actors.named):
                acts.add(claim.act)
                yield claim, actors, span


def _told(document: Document, meeting: Meeting, draft: Draft, pack: Pack, kind: str) -> Iterator[tuple[Claim, Actors, Span]]:
    finder = claims(pack)
    speakers = Speakers(document, meeting, draft, finder.grammar)
    rounds = list(_evidence(draft.get("next_meeting")))
    last, recalled = summary(document, pack), background(document, pack)
    listing: tuple[Claim, Actors] | None = None  # what heads the list that may go on
    for index in meeting.sentences:
        sentence = document.sentences[index]
        if sentence.kind != kind or index in meeting.shared or index > last or recalled.contain(sentence.span):
            continue
        view = document.views[sentence.span.origin]
        start, end = view.range(sentence.span)
        subjects = Subjects(speakers, sentence.span)
        if listing and (item := listed(finder.grammar, view.text, start, end, listing[0])):
            yield item, listing[1], view.span(item.start, item.end)
            continue
        listing, heads = None, bool(finder.grammar.clauses.list.search(view.text, max(start, end - NEAR), end))
        for hit, found in finder.by_verb(view.text, start, end, kind == "headline"):
            actors = subjects.actors(hit, found[0].complement if found else finder.bounds.complement(view.text, hit.end, hit.stop))
            if kind == "body" and finder.tentative(view.text, hit) and not _speaks(actors, view.span(hit.start, hit.end)):
                continue
            for claim in found:
                span = view.span(claim.start, claim.end)
                if not actors.named and claim.cue is not None and (owner := subjects.owner(claim.cue, claim.end)).parties:
                    actors = owner
                    speakers.remember(owner)
                if not document.slice(span).strip():
                    continue
                if claim.that and finder.grammar.groups[hit.verb.group].persons and _reports(document, actors):
                    continue
                if heads and actors.parties and claim is found[-1] and hit.stop == end:
                    listing = (claim, actors)
                elif actors.parties and not any(span.contains(other) for other in rounds):
                    yield claim, actors, span
        if heads and listing is None and finder.grammar.clauses.outcomes.search(view.text, start, end):
            listing = (outcome(start, end), speakers.all)


def _codes(draft: Draft, mentions: list[Mention]) -> list[Value]:
    """The codes of mentions, each once."""
    codes: dict[str, Mention] = {}
    for mention in mentions:
        codes.setdefault(mention.value, mention)
    return [draft.value(code, mention) for code, mention in codes.items()]


def _evidence(tree: object) -> Iterator[Span]:
    """The spans of a tree's evidence in the text."""
    if isinstance(tree, Value):
        yield from (Span(e.start, e.end, e.origin) for e in tree.evidence if e.origin in ("title", "text"))
    elif isinstance(tree, dict):
        for inner in tree.values():
            yield from _evidence(inner)


def _reports(document: Document, actors: Actors) -> bool:
    """Whether those who speak are institutions or their spokespeople, who tell what others did."""
    grounds = [ground for _, ground in actors.parties if isinstance(ground, Mention)]
    return any(g.label == "INSTITUTION" or (g.label == "PERSON" and is_spokesperson(document, g)) for g in grounds)


def _speaks(actors: Actors, verb: Span) -> bool:
    """Whether a side itself stands with a verb, not a session or a noun for the sides."""
    grounds = [ground for _, ground in actors.parties]
    return actors.named and all(
        isinstance(g, Mention) and g.label not in ("BODY", "SIDES") and verb.start - NEAR < g.end and g.start < verb.end + NEAR
        for g in grounds
    )

"""What the sides of a meeting said and undertook."""

from __future__ import annotations

from collections.abc import Iterator

from jwgie.assembly.actors import Actors, Speakers
from jwgie.assembly.background import background, summary
from jwgie.assembly.claims import claims
from jwgie.assembly.clause_grammar import clause_grammar
from jwgie.assembly.clause_reader import Reader, Stated
from jwgie.assembly.draft import Draft, Value
from jwgie.assembly.final_reader import FinalReader, final_grammar
from jwgie.assembly.lists import listed, outcome
from jwgie.assembly.meetings import Meeting
from jwgie.assembly.positions import Claim
from jwgie.assembly.sources import is_spokesperson
from jwgie.assembly.subjects import Subjects
from jwgie.assembly.topics import topics_of
from jwgie.document import Document, Mention, Sentence, Span, View
from jwgie.languages import Pack

#: The subject of a verb stands within this many characters of it.
NEAR = 40


def fill_statements(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `statements` of a meeting: act, actors, topics, means and quote, with their evidence."""
    topics = draft.once(topics_of, document, meeting, pack)
    told = {id(m) for m in (*topics, *meeting.mentions(document, "MEANS"))}
    for stated in _statements(document, meeting, draft, pack):
        rule, span = f"statement.{stated.group}", stated.span
        draft.add("statements", {
            "act": draft.value(stated.act, stated.verb, rule=rule),
            "actors": [draft.value(code, ground) for code, ground in stated.actors.parties],
            "topics": _codes(draft, [m for m in document.in_span(span, "TOPIC") if id(m) in told]),
            "means": _codes(draft, [m for m in document.in_span(span, "MEANS") if id(m) in told]),
            "quote": draft.value(document.slice(span), span, rule=rule),
        })  # fmt: skip


def _statements(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> Iterator[Stated]:
    """The statements of the text, then those of the headline whose act the text does not have; none where the pack cannot tell them."""
    if not pack.toml("statements"):
        return
    clauses, final = clause_grammar(pack), final_grammar(pack)
    acts: set[str] = set()
    for kind in ("body", "headline"):
        speakers = Speakers(document, meeting, draft)
        reader = FinalReader(final, speakers) if final else Reader(clauses, speakers) if clauses else None
        told = _read(document, meeting, draft, pack, reader, kind) if reader else _told(document, meeting, draft, pack, kind)
        for stated in list(told):
            if _only_who(document, stated.span):
                continue
            if kind == "body" or (stated.act not in acts and stated.actors.named):
                acts.add(stated.act)
                yield stated


def _only_who(document: Document, span: Span) -> bool:
    """Whether words are nothing but who somebody is."""
    sentence = document.sentence_of(span)
    return sentence is not None and any(m.span.contains(span) for m in document.in_span(sentence.span, "PERSON", "OFFICE"))


def _own(document: Document, meeting: Meeting, pack: Pack, kind: str) -> Iterator[Sentence]:
    """The sentences of a kind that tell of a meeting alone, in order."""
    last, recalled = summary(document, pack), background(document, pack)
    for index in meeting.sentences:
        sentence = document.sentences[index]
        if sentence.kind == kind and index not in meeting.shared and index <= last and not recalled.contain(sentence.span):
            yield sentence


def _read(document: Document, meeting: Meeting, draft: Draft, pack: Pack, reader: Reader | FinalReader, kind: str) -> Iterator[Stated]:
    """The statements in a language whose verbs do not come first."""
    groups = reader.grammar.groups
    rounds = list(_evidence(draft.get("next_meeting")))
    listing: Stated | None = None  # what heads the list that may go on
    status = draft.get("status")
    planned = status is not None and status.value == "scheduled" and isinstance(reader, Reader) and reader.grammar.verb_last
    for sentence in _own(document, meeting, pack, kind):
        if listing and isinstance(reader, Reader) and (item := reader.item(sentence.span, listing)):
            yield item
            continue
        found = reader.read(sentence.span, kind == "headline")
        heads = found[-1] if found and kind == "body" and isinstance(reader, Reader) and reader.heads(sentence.span, found[-1]) else None
        if heads and (listed := _following(document, sentence)) and isinstance(reader, Reader) and reader.item(listed, heads):
            found, listing = found[:-1], heads
        else:
            listing = None
        for stated in found:
            if planned and stated.group in groups and groups[stated.group].future and not groups[stated.group].otherwise:
                continue  # what is only to be done at a meeting that is to come
            by_others = stated.reported and groups[stated.group].persons if stated.group in groups else False
            if any(stated.span.contains(other) for other in rounds) or (by_others and _reports(document, stated.actors)):
                continue
            yield stated


def _following(document: Document, sentence: Sentence) -> Span | None:
    """The sentence behind one."""
    after = document.sentences[sentence.index + 1 : sentence.index + 2]
    return after[0].span if after else None


def _told(document: Document, meeting: Meeting, draft: Draft, pack: Pack, kind: str) -> Iterator[Stated]:
    """The statements in a language whose verbs come first."""
    finder = claims(pack)
    grammar = finder.grammar
    speakers = Speakers(document, meeting, draft)
    rounds = list(_evidence(draft.get("next_meeting")))
    listing: tuple[Claim, Actors] | None = None  # what heads the list that may go on
    for sentence in _own(document, meeting, pack, kind):
        view = document.views[sentence.span.origin]
        start, end = view.range(sentence.span)
        subjects = Subjects(speakers, sentence.span, grammar)
        if listing and (item := listed(grammar, view.text, start, end, listing[0])):
            yield _stated(view, item, listing[1])
            continue
        listing, heads = None, bool(grammar.clauses.list.search(view.text, max(start, end - NEAR), end))
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
                if claim.that and grammar.groups[hit.verb.group].persons and _reports(document, actors):
                    continue
                if heads and actors.parties and claim is found[-1] and hit.stop == end:
                    listing = (claim, actors)
                elif actors.parties and not any(span.contains(other) for other in rounds):
                    yield _stated(view, claim, actors)
        if heads and listing is None and grammar.clauses.outcomes.search(view.text, start, end):
            listing = (outcome(start, end), speakers.all)


def _stated(view: View, claim: Claim, actors: Actors) -> Stated:
    hit = claim.hit
    return Stated(claim.act, hit.verb.group, view.span(hit.start, hit.end), actors, view.span(claim.start, claim.end), claim.that)


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

"""What was signed or adopted at a meeting, one entry for each document.

Documents are counted kind by kind: a number that is given ("four agreements") covers those that are then named
one by one, an uncounted plural is one, and what is only expected, drafted or from before is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jwgie.assembly.draft import Draft
from jwgie.assembly.meetings import Meeting
from jwgie.assembly.other_rounds import other_rounds
from jwgie.document import Document, Mention, Sentence, Span
from jwgie.languages import Pack
from jwgie.spans import Spans

_RELATIONS = (
    "signing",
    "signing_expected",
    "signed_document",
    "earlier_document",
    "listing",
    "another",
    "issued",
    "vague_number",
)
#: Issued rather than signed: counts wherever it is named, once.
STATEMENT = "joint_statement"

#: A date that tells when something was signed stands within this many characters.
NEAR = 30

#: Of a longer series only those are entered that the report names one by one.
LONG_SERIES = 12


@dataclass(slots=True)
class Item:
    """A mention of documents: how many, whether a number says so, and whether it continues the item before ("five
    agreements and memoranda"), or lists what a sum before it covers."""

    mention: Mention
    kind: str
    count: int
    counted: bool
    plural: bool
    sentence: int
    listed: bool = False
    shares: bool = False


def fill_documents(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `documents` of a meeting, with their evidence."""
    if meeting.status != "held":
        return
    day = draft.get("date")
    rounds = Spans(clause.span for clause in other_rounds(document, meeting, draft, pack))
    items = list(_items(document, meeting, rounds, str(day["start"].value) if day else None))
    for item, count in _counted(items):
        title = _title(document, item.mention)
        for _ in range(count):
            draft.add("documents", {
                "kind": draft.value(item.kind, item.mention),
                "title": draft.value(document.slice(title), title, rule="document.title") if title else None,
                "topics": [draft.value(m.value, m) for m in _topics(document, item, items)],
            })  # fmt: skip


def _items(document: Document, meeting: Meeting, rounds: Spans, day: str | None) -> Iterator[Item]:
    signed = False
    for index in meeting.sentences:
        sentence = document.sentences[index]
        if sentence.kind != "body" or index in meeting.shared:
            continue
        found = document.relations_in(index)
        names = {name: [r for r in found if r.name == name] for name in _RELATIONS}
        expected = [r.span for r in names["signing_expected"]]
        earlier = {r.mention("document") for r in names["earlier_document"]}
        after = {r.mention("document") for r in names["signed_document"]} - earlier
        signings = [r.span for r in names["signing"] if not any(span.contains(r.span) for span in expected)]
        signings = [span for span in signings if day is None or not _before(document, span, day)]
        listing = signed and bool(names["listing"])
        vague = {r.mention("document") for r in names["vague_number"]}
        last: Item | None = None
        for mention in document.in_span(sentence.span, "DOCUMENT"):
            if rounds.contain(mention.span) or any(span.contains(mention.span) for span in expected):
                continue
            under = mention.value == STATEMENT or any(span.end <= mention.start for span in signings)
            if mention not in after and (mention in earlier or not (under or listing)):
                continue
            last = _item(document, sentence, mention, last, listing, counted=mention not in vague)
            yield last
        for relation in names["another"] if last else ():
            assert last is not None
            yield Item(Mention("DOCUMENT", relation.span, last.kind, relation.rule), last.kind, 1, False, False, index, listing)
        for relation in names["issued"]:
            span = relation.role_span("document")
            assert span is not None
            yield Item(Mention("DOCUMENT", span, STATEMENT, relation.rule), STATEMENT, 1, False, False, index)
        signed = signed or bool(signings)


def _before(document: Document, signing: Span, day: str) -> bool:
    """Whether a date right beside the words of a signing lies before the first day of the meeting."""
    near = Span(max(0, signing.start - NEAR), signing.end + NEAR, signing.origin)
    dates = [d for d in document.in_span(near, "DATE") if d.value is not None]
    return bool(dates) and all(d.value.end[: len(day)] < day[: len(d.value.end)] for d in dates)


def _item(document: Document, sentence: Sentence, mention: Mention, last: Item | None, listing: bool, *, counted: bool) -> Item:
    number = _number(document, mention) if counted else None
    plural = ".plural" in mention.rule or not counted
    count = number or (2 if ".dual" in mention.rule else 1)
    between = document.source(mention.span.origin)[last.mention.end : mention.start] if last else ""
    joins = last is not None and (last.counted or last.shares) and not number and len(between) <= 3
    shares = joins and (plural or (last is not None and last.count > 10))  # from eleven on, Arabic counts in the singular
    count = last.count if shares and last is not None else count
    return Item(mention, mention.value or "", count, bool(number and number > 1), plural, sentence.index, listing, shares)


def _number(document: Document, mention: Mention) -> int | None:
    """The number right before a mention."""
    window = Span(max(0, mention.start - 40), mention.start, mention.span.origin)
    names = [m.span for m in document.in_span(window, "ORG")]  # "the G7 foreign ministers' statement"
    for number in document.in_span(window, "NUMBER"):
        if any(name.contains(number.span) for name in names):
            continue
        if not document.slice(Span(number.end, mention.start, mention.span.origin)).strip():
            return int(number.value)
    return None


def _counted(items: list[Item]) -> Iterator[tuple[Item, int]]:
    """How many entries each item makes."""
    sums = [item for item in items if item.counted]
    mixed = [item for item in items if item.shares]
    named = [item for item in items if item not in sums and item not in mixed and item.kind]
    kinds = dict.fromkeys(item.kind for item in items if item.kind)
    if not kinds and sums:  # "seven documents", and no word on what they are
        yield replace(sums[0], kind="other"), sums[0].count
    heads = [item for item in sums if not _told_apart(item, items, named, mixed)]
    for kind in kinds:
        mine = [item for item in named if item.kind == kind]
        head = max((item for item in heads if item.kind == kind), key=lambda item: item.count, default=None)
        if kind == STATEMENT and mine:
            yield mine[0], _statements(mine)
            continue
        single = [item for item in mine if not item.plural]
        loose = [item for item in mine if item.plural]
        if head is not None:
            others = sum(item.count for item in named if item.listed and item.kind != kind and item.sentence >= head.sentence)
            yield head, max(head.count - others, sum(item.count for item in single), 1)
            continue
        for item in single:
            yield item, item.count
        first = items[0].sentence
        for item in loose:
            if (not single and item is loose[0]) or (item.sentence > first and single):
                yield item, 1
    for item in mixed:
        if len(heads) == len(sums) and not any(other.kind == item.kind for other in named):
            yield item, 1


def _told_apart(head: Item, items: list[Item], named: list[Item], mixed: list[Item]) -> bool:
    """Whether the documents that a number sums up are named one by one, so that the number adds nothing."""
    after = [item for item in named if item.sentence > head.sentence and item.kind != STATEMENT]
    shared = any(items[i + 1] in mixed for i, item in enumerate(items[:-1]) if item is head)
    return bool(after) and (shared or head.count > LONG_SERIES)


def _statements(mine: list[Item]) -> int:
    """A joint statement is one however often it is named, unless one sentence has two."""
    return max(sum(item.count for item in mine if item.sentence == other.sentence) for other in mine)


def _topics(document: Document, item: Item, items: list[Item]) -> list[Mention]:
    """The topics between a document and the next one in its sentence."""
    sentence = document.sentences[item.sentence].span
    following = [other.mention.start for other in items if other.mention.start > item.mention.start]
    end = min([sentence.end, *following])
    topics: dict[str, Mention] = {}
    for mention in document.in_span(Span(item.mention.end, max(end, item.mention.end), sentence.origin), "TOPIC"):
        topics.setdefault(mention.value, mention)
    return list(topics.values())


def _title(document: Document, mention: Mention) -> Span | None:
    """The name of a document: in quotation marks around it or right after it."""
    view = document.views[mention.span.origin]
    start, end = view.range(mention.span)
    opening = view.text.rfind('"', max(0, start - 40), start)
    if opening >= 0 and not view.text[opening + 1 : start].strip():
        closing = view.text.find('"', end, end + 120)
        return view.span(opening + 1, closing) if closing > 0 else None
    return None

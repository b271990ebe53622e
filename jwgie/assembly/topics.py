"""What a meeting dealt with: topics, regions and forums."""

from __future__ import annotations

from itertools import pairwise

from jwgie.assembly.background import background
from jwgie.assembly.draft import Draft
from jwgie.assembly.meetings import Meeting
from jwgie.document import Document, Mention, Span
from jwgie.languages import Pack
from jwgie.spans import Spans

#: How many characters may stand between two members of a list ("x and y", "x, y").
LINK = 4
#: ... with an adjective of the first ("joint programmes and exercises").
LINK_ADJECTIVE = 16
#: Rules of forums that say that the sides act together in them.
JOINT = frozenset({"forum.cooperate_in", "forum.such_as", "forum.framework", "forum.agenda", "forum.between", "forum.ties"})
#: The rule of topics that are a country's affairs.
SITUATION = "topics.situation"
#: What is called by the field that it is for (values of INSTITUTION mentions): no matter of itself.
SEATS = frozenset({"ministry", "agency"})
#: The parties' own world is no object of discussion beside them.
OWN_WORLD = frozenset({"arab_world"})
#: The rule of a ministry that is told by its field alone, which may be the field itself.
NISBA = "institutions.nisba"


def topics_of(document: Document, meeting: Meeting, pack: Pack) -> list[Mention]:
    """The TOPIC mentions that are topics of a meeting, in order.

    Left out are phrases that alone do not say a topic (``weak``), those that say one only of a meeting between two sides
    without a subject of its own, outside names (``general``: "the partnership", "fields of cooperation"), and what is named as a means
    ("by exchanging information and building capacity"); so is what the report only recalls, and its summary."""
    general = len(meeting.parties) == 2 and not (meeting.body and meeting.body.value.subjects)
    means = Spans(_means(document, meeting))
    names = Spans(m.span for m in meeting.mentions(document, "BODY"))
    seats = Spans(m.span for m in meeting.mentions(document, "INSTITUTION") if m.value in SEATS and m.rule != NISBA)
    countries = {m.span for m in meeting.mentions(document, "COUNTRY")}
    inside = Spans(countries)
    recalled = background(document, pack)
    tied = _tied(document, meeting)

    def counts(mention: Mention) -> bool:
        if mention in tied or seats.contain(mention.span) or (mention.span not in countries and inside.contain(mention.span)):
            return False  # a word of a country's name ("the Democratic Republic of ..."), too
        if mention.rule == "topics.general":
            return general and not names.contain(mention.span)
        if mention.value == "bilateral_relations" and len(meeting.parties) > 2:
            return False  # of three and more, ties between two are no matter
        return mention.rule != "topics.weak" and not means.overlap(mention.span) and not recalled.contain(mention.span)

    return [m for m in meeting.mentions(document, "TOPIC") if counts(m)]


def _tied(document: Document, meeting: Meeting) -> frozenset[Mention]:
    """Where the two sides are named in one breath as those between whom something is: what looks like the affairs of each is no matter."""
    if len(meeting.parties) != 2:
        return frozenset()
    own = [m for m in meeting.mentions(document, "TOPIC") if m.rule == SITUATION and m.value.rpartition("/")[2] in meeting.parties]
    pairs = ((a, b) for a, b in pairwise(own) if a.value != b.value and 0 <= b.start - a.end <= LINK + 1)
    return frozenset(m for pair in pairs for m in pair)


def fill_topics(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `topics` of a meeting, its subjects first, with their evidence. The topics of its statements are among them."""
    for subject in meeting.body.value.subjects if meeting.body else ():
        draft.add("topics", subject.value, subject)
    for mention in draft.once(topics_of, document, meeting, pack):
        draft.add("topics", mention.value, mention)
    for organisation, rule in _named(document, meeting, "forum"):
        if rule in JOINT:
            draft.add("topics", "multilateral_cooperation", organisation, rule=rule)


def fill_regions_forums(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `regions` and `forums` of a meeting (no forum that is a party), with their evidence."""
    for field, name in (("regions", "region"), ("forums", "forum")):
        for mention, rule in _named(document, meeting, name):
            draft.add(field, mention.value, mention, rule=rule)


#: The end of the rule of a list whose last member may be told by words behind it.
BEHIND = ".behind"


def _named(document: Document, meeting: Meeting, name: str) -> list[tuple[Mention, str]]:
    """The mentions that relations of a name give, and those beside them in lists, each with its rule; no party among them."""
    found = {r.mention("name"): r.rule for r in meeting.relations(document, name)}
    beside = meeting.relations(document, "beside")
    pairs = [(r.mention("first"), r.mention("name")) for r in beside]
    # Of a list the first is told by words before it, or the last by words behind it.
    for one, other in (*pairs, *((b, a) for (a, b), r in zip(reversed(pairs), reversed(beside), strict=True) if r.rule.endswith(BEHIND))):
        if one in found:
            found.setdefault(other, found[one])
    named = [(org, rule) for m, rule in found.items() if m is not None for org in ([m] if m.label != "BODY" else _organisations(m))]
    return [(m, rule) for m, rule in named if m.value not in meeting.parties and m.value not in OWN_WORLD]


def _organisations(body: Mention) -> list[Mention]:
    """The organisations whose meeting a BODY names."""
    return [m for m in body.value.parties if m.label == "ORG"]


def _means(document: Document, meeting: Meeting) -> list[Span]:
    """Where means are named that could be topics too: in a list with one that could not."""
    mentions = meeting.mentions(document, "MEANS")
    topics = Spans(m.span for m in meeting.mentions(document, "TOPIC"))
    pure = [not topics.overlap(m.span) for m in mentions]
    linked = [_linked(document, a, b) for a, b in pairwise(mentions)]
    for i in range(len(linked)):
        if linked[i]:
            pure[i + 1] |= pure[i]
    for i in reversed(range(len(linked))):
        if linked[i]:
            pure[i] |= pure[i + 1]
    return [m.span for m, is_pure in zip(mentions, pure, strict=True) if is_pure]


def _linked(document: Document, first: Mention, second: Mention) -> bool:
    """Whether two mentions are neighbours in a list."""
    if first.span.origin != second.span.origin or not 0 <= second.start - first.end <= LINK_ADJECTIVE:
        return False
    between = document.slice(Span(first.end, second.start, first.span.origin))
    return len(between) <= LINK or (between[0] == " " and len(between.split()) <= 2 and between[:-1].replace(" ", "").isalpha())

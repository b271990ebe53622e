"""Which sentences of a report speak of which of its meetings."""

from __future__ import annotations

from collections.abc import Sequence

from jwgie.assembly.event import Event
from jwgie.assembly.selection import Cluster
from jwgie.assembly.speakers import last_name, side_of
from jwgie.document import Document, Sentence


def shares(document: Document, clusters: Sequence[Cluster], events: Sequence[Event]) -> list[tuple[int, ...]]:
    """The sentences that speak of each meeting: of a single one all; of several, from where each is first told of to where
    the next is, the headline and what stands before for all, and what sums up talks. Of those that one sentence tells of,
    each has what follows and names whom it was with. Sentences that only tell of what was before are nobody's."""
    told = _before(events) - {c.main.sentence.index for c in clusters}
    everything = tuple(s.index for s in document.sentences if s.index not in told)
    if len(clusters) < 2:
        return [everything] * len(clusters)
    starts = [c.main.sentence.index for c in clusters]
    end = len(document.sentences)
    later = [e for c in clusters for e in c.others if e.many and e.number and e.sentence.index > max(starts)]
    kinds = {None, *(c.main.kind for c in clusters)}
    summed = set() if any(c.main.named for c in clusters) else {e.sentence.index for e in later if e.kind in kinds}
    found = []
    for start in starts:
        after = min((s for s in starts if s > start), default=end)
        first = min(starts)
        found.append({i for i in everything if i < first or start <= i < after or i in summed})
    talks = {i: s for i, s in enumerate(starts) if not clusters[i].main.named}
    for start in set(talks.values()):
        group = [i for i, s in talks.items() if s == start]
        if len(group) > 1:
            _divide(document, clusters, group, found)
    return [tuple(sorted(share)) for share in found]


def _before(events: Sequence[Event]) -> frozenset[int]:
    """The sentences that only tell of a meeting that was before ("A had received B in May")."""
    now = {e.sentence.index for e in events if not (e.past or e.aside)}
    return frozenset(e.sentence.index for e in events if e.past and e.aside and e.sentence.index not in now)


def _divide(document: Document, clusters: Sequence[Cluster], group: Sequence[int], found: list[set[int]]) -> None:
    """Takes from each of a group of meetings that one sentence tells of the sentences that are about another of them."""
    marks = {i: _marks(document, clusters[i]) for i in group}
    common = set.intersection(*marks.values())
    start = clusters[group[0]].main.sentence.index
    owners, paragraph = set(group), -1
    for sentence in document.sentences[start + 1 :]:
        if sentence.index not in found[group[0]]:
            break
        told = {i for i in group if any(e.sentence is sentence and len(e.principals) > 1 for e in clusters[i].others)}
        named = told or {i for i in group if (marks[i] - common) & _named(document, sentence)}
        if named:
            owners = named
        elif sentence.paragraph != paragraph:
            owners = set(group)
        paragraph = sentence.paragraph
        for i in set(group) - owners:
            found[i].discard(sentence.index)


def _marks(document: Document, cluster: Cluster) -> set[str]:
    """What tells whom a meeting is with: names and sides."""
    return {*cluster.main.codes, *(name for p in cluster.main.principals if (name := last_name(document, p)))}


def _named(document: Document, sentence: Sentence) -> set[str]:
    mentions = list(document.in_span(sentence.span, "PERSON", "COUNTRY", "NATIONALITY", "CITY"))
    return {name for m in mentions for name in (last_name(document, m), side_of(m)) if name}

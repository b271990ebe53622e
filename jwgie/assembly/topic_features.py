"""What speaks for and against each topic that the words of a report could give a meeting.

A `Candidate` is a topic code with its mentions and named features; `jwgie.assembly.topics` weighs them. The cues that
mentions are read by (verbs of discussing, agreeing, signing ...) are in the pack's ``lexicons/topic_cues.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from jwgie.assembly.meetings import Meeting
from jwgie.document import Document, Mention, Sentence, View
from jwgie.languages import Pack
from jwgie.languages.expansion import Expansion
from jwgie.ner.matcher import Matcher


@dataclass(slots=True)
class Candidate:
    """A topic that a meeting may have: where it is named, and the features that hold, each with its value."""

    code: str
    mentions: list[Mention] = field(default_factory=list)
    features: dict[str, float] = field(default_factory=dict)


def candidates(document: Document, meeting: Meeting, pack: Pack) -> list[Candidate]:
    """The candidates of one meeting, in order of first mention."""
    found: dict[str, Candidate] = {}
    cues = _cues(pack)
    read: dict[int, list[_Cue]] = {}
    mentions = meeting.mentions(document, "TOPIC")
    for mention in mentions:
        sentence = document.sentence_of(mention.span)
        if sentence is None:
            continue
        if sentence.index not in read:
            read[sentence.index] = _read(document.views[sentence.span.origin], sentence, cues)
        candidate = found.setdefault(mention.value, Candidate(mention.value))
        candidate.mentions.append(mention)
        for feature in _of_mention(document, meeting, mention, sentence, read[sentence.index]):
            candidate.features[feature] = 1.0
    subject = bool(meeting.body and meeting.body.value.subjects)
    for candidate in found.values():
        candidate.features.update(_of_code(candidate, meeting, subject, len(found)))
    return list(found.values())


#: A word that tells how a topic is spoken of: source offsets and what it tells.
_Cue = tuple[int, int, str]


def _of_mention(document: Document, meeting: Meeting, mention: Mention, sentence: Sentence, cues: list[_Cue]) -> Iterator[str]:
    kind = mention.rule.removeprefix("topics.")
    strength = "weak" if kind == "weak" else "strong"
    at = mention.start
    before = [cue for start, end, cue in cues if end <= at]
    after = [cue for start, end, cue in cues if start >= mention.end]
    nearest = before[-1] if before else "none"
    yield f"kind={kind}"
    if sentence.kind == "headline":
        yield f"headline&{strength}"
        return
    yield f"before={nearest}&{strength}"
    # The first verb of a clause rules it, however many nouns come between.
    for cue in ("agenda", "statement", "sign", "background", "attend", "next"):
        if cue in before:
            yield f"some={cue}&{strength}"
    if not before and after:
        yield f"after={after[0]}"
    if sentence.index == meeting.sentences[0] or sentence.paragraph == 0:
        yield "first"
    for body in document.in_span(sentence.span, "BODY"):
        if body.span.contains(mention.span):
            yield "own_body" if body in meeting.bodies else "other_body"


def _of_code(candidate: Candidate, meeting: Meeting, subject: bool, total: int) -> Iterator[tuple[str, float]]:
    code = candidate.code
    yield "bias", 1.0
    yield f"code={code if not code.startswith('situation/') else 'situation'}", 1.0
    count = len({m.span for m in candidate.mentions if m.rule != "topics.weak"})
    yield "twice", float(count >= 2)
    yield "thrice", float(count >= 3)
    if code == "bilateral_relations":
        yield ("bilateral&subject" if subject else "bilateral&no_subject"), 1.0
        yield f"bilateral&{meeting.kind}", 1.0
        yield "bilateral&two", float(len(meeting.parties) == 2)
    if code.startswith("situation/"):
        yield "situation&party", float(code.removeprefix("situation/") in meeting.parties)
    if subject:
        yield "subject", 1.0


@cache
def _cues(pack: Pack) -> Matcher[str]:
    expand = Expansion(pack.toml("topics")["words"]).expand
    return Matcher(((text, row["cue"]) for row in pack.rows("topic_cues") for text in expand(row["phrase"])), pack)


def _read(view: View, sentence: Sentence, cues: Matcher[str]) -> list[_Cue]:
    """The cues of a sentence as source offsets, in order."""
    start, end = view.range(sentence.span)
    return [(view.span(a, b).start, view.span(a, b).end, cue) for a, b, cue in cues.find(view, start, end)]

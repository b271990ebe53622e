"""What gold says of sentences: the acts of the statements quoted in them, their topics, and which tell of a meeting.

Gold tells topics and meetings of the whole report. A sentence has those topics of a record that the rules see in it; a meeting is told by
the first sentence, headline or text, that names two of its sides, or one and the meeting's name. Other sentences that name two sides
may tell of it too or not: that is not known, nor is it of other headlines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jwgie.document import Document, Sentence
from jwgie.evaluation.gold import GoldReport
from jwgie.ner.values import PersonValue
from jwgie.tagger.scheme import ACTS, MEETINGS

Codes = list[set[int] | None]


def of_sentences(report: GoldReport, document: Document, sentences: Sequence[Sentence], topics: Sequence[str]) -> dict[str, Codes]:
    """The codes of some sentences of one origin, for each head."""
    number = {topic: at for at, topic in enumerate(topics)}
    acts: Codes = [set() for _ in sentences]
    subjects: Codes = [set() for _ in sentences]
    whole = {topic for meeting in report.meetings for topic in meeting.get("topics") or ()}
    for place, sentence in enumerate(sentences):
        text = document.slice(sentence.span)
        for statement in (s for meeting in report.meetings for s in meeting.get("statements") or ()):
            if _quoted(statement["quote"], text):
                acts[place].add(ACTS.index(statement["act"]))  # type: ignore[union-attr]
                subjects[place] |= {number[t] for t in statement.get("topics") or () if t in number}  # type: ignore[operator]
        for mention in document.in_span(sentence.span, "TOPIC"):
            if mention.value in whole and mention.value in number:
                subjects[place].add(number[mention.value])  # type: ignore[union-attr]
    return {"acts": acts, "topics": subjects, "meetings": _meetings(report, document, sentences)}


def _quoted(quote: str, sentence: str) -> bool:
    """Whether a quotation stands in a sentence, or most of it does."""
    return quote in sentence or (len(quote) > len(sentence) / 2 and sentence.strip() in quote) or quote[: 2 * len(quote) // 3] in sentence


def _meetings(report: GoldReport, document: Document, sentences: Sequence[Sentence]) -> Codes:
    codes: Codes = [None if s.kind == "headline" else set() for s in sentences]
    named = [_named(document, s, report.meetings) for s in sentences]
    for place, sentence in enumerate(sentences):
        if sentence.kind != "headline" and any(len(sides) > 1 for sides in named[place]):
            codes[place] = None
    for at, meeting in enumerate(report.meetings):
        telling = [place for place, sides in enumerate(named) if len(sides[at]) > 1]
        for place in telling[:1]:
            told = codes[place] or set()
            told.add(MEETINGS.index(meeting["kind"]))
            if meeting["status"] in MEETINGS:
                told.add(MEETINGS.index(meeting["status"]))
            codes[place] = told
    if not report.meetings:
        codes = [set() for _ in sentences]
    return codes


def _named(document: Document, sentence: Sentence, meetings: Sequence[Mapping[str, Any]]) -> list[set[str]]:
    """For each meeting which of its sides, and of what else tells it, a sentence names."""
    text = document.slice(sentence.span)
    codes: set[str] = set()
    for mention in document.in_span(sentence.span, "COUNTRY", "NATIONALITY", "ORG", "PERSON"):
        value = mention.value.party if isinstance(mention.value, PersonValue) else mention.value
        codes.add(str(value))
    found = []
    for meeting in meetings:
        sides = codes & set(meeting["parties"])
        for delegation in meeting.get("delegations") or ():
            if any(person["name"] in text for person in delegation["people"]):
                sides.add(delegation["party"])
        if sides and meeting.get("name") and meeting["name"] in text:
            sides.add("name")
        found.append(sides)
    return found

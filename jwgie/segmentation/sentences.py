"""Paragraphs, sentences and tokens of a document's views. Cost is linear in the length of the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from jwgie import regexp
from jwgie.document import Document, Origin, Sentence, View
from jwgie.languages import Pack
from jwgie.segmentation.paragraphs import paragraphs
from jwgie.segmentation.rules import Rules, rules
from jwgie.segmentation.tokens import Tokens

#: No sentence is longer (folded characters): what has no stops is cut at a clause or a space, so that later stages stay linear.
LONGEST = 2000

Kind = Literal["headline", "dateline", "body"]

# Stops with the quotes and brackets that close after them. Possessive, so that a million stops are one match.
_STOPS = regexp.compile(r"[.!?؟।。！？]++[\"')\]»”’」]*+")
# Stops of scripts that put no space after them.
_SPACELESS = "。！？"
_WORD_BEFORE = regexp.compile(r"(?r)[\p{L}\p{M}\p{N}]{1,20}+")
_LETTERS_AFTER = regexp.compile(r"\p{L}{2}")
# Where a sentence that is too long is cut, best first; searched for from behind.
_CUTS = (regexp.compile(r"(?r)[،,؛;:、]\s|\n"), regexp.compile(r"(?r)\s"))
# How far back a quotation mark is looked for that is still open.
_QUOTED = 300
_BLANK = regexp.compile(r"\s*+")
# How many paragraphs a dateline is looked for in: it may follow a headline or a by-line.
_OPENING = 5


def segment(document: Document, pack: Pack) -> tuple[Sentence, ...]:
    """The sentences of the title and then of the text, without the white space around them."""
    origins: tuple[Origin, ...] = ("title", "text")
    out: list[Sentence] = []
    for origin in origins:
        if origin in document.views:
            _segment(document.views[origin], rules(pack), out)
    return tuple(out)


def _segment(view: View, rules: Rules, out: list[Sentence]) -> None:
    kind: Kind = "headline" if view.origin == "title" else "body"
    opening = kind == "body"  # whether a dateline may still come
    spans = paragraphs(view.text)
    for number, (start, end) in enumerate(spans):
        if opening and number < _OPENING:
            after = _dateline(view.text, start, end, rules, last=number + 1 == len(spans))
            # One may follow a headline too, or a by-line (which passes for a dateline).
            opening = after == end or (after == start and end - start < 200 and not _stopped(view.text, start, end))
            _add(view, start, after, number, "dateline", rules, out)
            start = after
        whole = _pieces(view, start, end)  # a headline is one, whatever stops it has
        for first, last in whole if kind == "headline" else sentences(view, start, end, rules):
            _add(view, first, last, number, kind, rules, out)


def _add(view: View, start: int, end: int, paragraph: int, kind: Kind, rules: Rules, out: list[Sentence]) -> None:
    text = view.text
    start = _skip(text, start, end)
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        span = view.span(start, end)
        out.append(Sentence(span, len(out), paragraph, Tokens(view, start, end, rules), kind))


def sentences(view: View, start: int, end: int, rules: Rules) -> Iterator[tuple[int, int]]:
    """The ``(start, end)`` of the sentences of one paragraph, in folded characters."""
    text = view.text
    first = start
    for stops in _STOPS.finditer(text, start, end):
        at = stops.end()
        if at < end and not _sure(view, stops.start(), rules) and not _ends_sentence(view, stops.start(), at, first, rules):
            continue
        yield from _pieces(view, first, at)
        first = at
    yield from _pieces(view, first, end)


def _sure(view: View, stop: int, rules: Rules) -> bool:
    """Whether the stop at a folded position is in the source one that always ends a sentence."""
    return bool(rules.stops) and view.source[view.start(stop)] in rules.stops


def _ends_sentence(view: View, stop: int, after: int, first: int, rules: Rules) -> bool:
    """Whether the stops ``[stop, after)`` within a paragraph end the sentence that begins at `first`."""
    text = view.text
    if text[stop - 1 : stop] == "(":
        return False  # (...)
    if after - stop > 1 and text[stop:after].strip(".") == "" and text.count('"', max(first, stop - _QUOTED), stop) % 2:
        return False  # .. within a quotation is a pause
    before = _WORD_BEFORE.match(text, first, stop)
    word = before[0] if before and before.end() == stop else ""
    if any(_open(text, first, stop, after, pair) for pair in rules.quotes):
        return False
    if text[stop] in _SPACELESS:
        return True
    if not text[after].isspace():
        # No space after the stop: a decimal, an address, an abbreviation, or a space forgotten between two Arabic words.
        return (
            len(word) > 3
            and not word.isascii()
            and not word[-1].isascii()  # an initial behind other letters, without spaces
            and word not in rules.titles
            and text[after] > "\u0590"
            and _LETTERS_AFTER.match(text, after) is not None
        ) or (len(word) > 1 and text[after] == "(")
    if text[stop] != "." or after - stop > 1 or not word:
        apart = _WORD_BEFORE.match(text, first, stop - 1) if text[stop - 1 : stop] == " " else None  # a stop between two spaces
        return apart is None or len(apart[0]) < 2 or apart[0] not in rules.titles
    at = stop - len(word)
    if word.isnumeric():
        return at > _skip(text, first, stop)  # 1. at the start of a line numbers it
    if word[0].isdecimal() and _small(view, after):
        return False  # 13ra. reunión
    if word in rules.titles:
        return len(word) == 1 and _is_unit(text, first, at)
    if len(word) == 1:
        return _is_unit(text, first, at)
    if word in rules.initials:
        return bool(rules.openers) and text.startswith(rules.openers, _skip(text, after, len(text)))
    return True


def _open(text: str, first: int, stop: int, after: int, pair: str) -> bool:
    """Whether a pair of marks has been opened before a stop and closes soon after it, at once only where the sentence goes on."""
    opening, closing = pair[0], pair[1]
    if text.count(opening, first, stop) <= text.count(closing, first, stop):
        return False
    close = text.find(closing, stop, stop + _QUOTED)
    return close >= 0 and "\n" not in text[stop:close] and (close >= after or text[after : after + 1].isalpha())


def _small(view: View, after: int) -> bool:
    """Whether the next word begins with a small letter."""
    at = _skip(view.text, after, len(view.text))
    return at < len(view.text) and view.source[view.start(at)].islower()


def _is_unit(text: str, first: int, at: int) -> bool:
    """Whether a single letter at `at` follows a number: 2024 م."""
    return at - 2 >= first and text[at - 1] == " " and text[at - 2].isdigit()


def _pieces(view: View, start: int, end: int) -> Iterator[tuple[int, int]]:
    """One sentence, cut where it is too long."""
    while end - start > LONGEST:
        found = (cut.search(view.text, start + LONGEST // 2, start + LONGEST) for cut in _CUTS)
        at = next((match.end() for match in found if match), start + LONGEST)
        while at < end and view.start(at) == view.start(at - 1):
            at += 1  # not within a ligature
        yield start, at
        start = at
    yield start, end


def _dateline(text: str, start: int, end: int, rules: Rules, last: bool) -> int:
    """Where the dateline ends that a paragraph opens with or consists of; its start where there is none."""
    if not last and end - start <= 100 and any(p.fullmatch(text, start, end) for p in rules.line_datelines):
        return end
    for pattern in rules.opening_datelines:
        match = pattern.match(text, start, min(end, start + 120))
        if match and match.end() < end:
            return match.end()
    return start


def _stopped(text: str, start: int, end: int) -> bool:
    """Whether the last of the characters ``[start, end)`` but space is a stop, or closes after one."""
    return text[start:end].rstrip("\"')»” \n")[-1:] in tuple(".!?؟。")


def _skip(text: str, start: int, end: int) -> int:
    match = _BLANK.match(text, start, end)
    return match.end() if match else start

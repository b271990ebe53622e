"""Later, shorter mentions of people who have been introduced: the family name alone, a title with a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jwgie.document import Document, Mention
from jwgie.ner.persons_words import Words
from jwgie.ner.values import PersonValue

if TYPE_CHECKING:
    from jwgie.ner.persons_lexicon import Lexicon
    from jwgie.ner.persons_reading import Reader


def short_mentions(document: Document, views: list[Words], found: list[Mention], reader: Reader) -> Iterator[Mention]:
    """Mentions of people by a part of the name. Their value is that of the person's first description."""
    lexicon = reader.lexicon
    persons = [m for m in found if m.label == "PERSON"]
    alone: dict[str, PersonValue] = {}
    titled: dict[str, PersonValue] = {}
    for mention in persons:
        value: PersonValue = mention.value
        parts = document.folded(value.name).split()
        if len(parts) < 2:
            continue
        for part in {parts[-1], lexicon.article + parts[-1], parts[-1].removeprefix(lexicon.article)}:
            titled.setdefault(part, value)
            if part != lexicon.article and len(part) > 1:
                alone.setdefault(part, value)
        titled.setdefault(parts[0], value)
        if parts[0] in lexicon.surnames and len(parts) <= 3:  # Wang Yi is Wang
            alone.setdefault(parts[0], value)
        if len(parts) > 2 and parts[-2] in lexicon.particles:
            alone.setdefault(parts[-2] + " " + parts[-1], value)
    if not titled:
        return
    taken = sorted((m.span.origin, m.start, m.end) for m in persons)
    for words in views:
        spans = [(s, e) for o, s, e in taken if o == words.view.origin]
        yield from _in_view(document, words, alone, titled, spans, reader)


def known_by_part(document: Document, found: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """The mentions, in which who is called by the middle of a longer name alone is who has it ("Bin Zayed" of Mohammed bin Zayed
    Al Nahyan)."""
    full = [(document.folded(m.value.name).split(), m.value) for m in found if m.label == "PERSON" and m.value.position]
    full = [(parts, value) for parts, value in full if len(parts) > 3]
    return [_fuller(document, m, full, lexicon) if m.label == "PERSON" and full else m for m in found]


def _fuller(document: Document, mention: Mention, full: list[tuple[list[str], PersonValue]], lexicon: Lexicon) -> Mention:
    value: PersonValue = mention.value
    parts = document.folded(value.name).split()
    if value.position or value.honorific or len(parts) != 2 or lexicon.particles.get(parts[0]) != "link":
        return mention
    known = next((v for more, v in full if any(more[k : k + 2] == parts for k in range(1, len(more) - 2))), None)
    return mention._replace(value=known, rule="persons.short") if known else mention


def _with_particles(words: Words, i: int, parts: list[str], lexicon: Lexicon) -> int:
    """Where a family name begins, with the particles before it that are part of it (عبد العاطي, أبو الغيط, آل ثاني)."""
    place = next((k for k in range(len(parts) - 1, 0, -1) if parts[k] == words[i].entry.core), 0)
    start = i
    while (
        place > 0 and start > 0 and not (words[start].breaks or words[start].entry.cut) and words[start - 1].entry.core == parts[place - 1]
    ):
        if parts[place - 1] not in lexicon.particles:
            break
        start, place = start - 1, place - 1
    return start


def _in_view(document: Document, words: Words, alone: dict[str, PersonValue], titled: dict[str, PersonValue],
             spans: list[tuple[int, int]], reader: Reader) -> Iterator[Mention]:  # fmt: skip
    lexicon = reader.lexicon
    at = 0
    joined = {mark + name: name for name in alone for mark in lexicon.conjunctions[:1]}  # "and Trung", of a name that none knows
    for i in [i for i, word in enumerate(words) if word.entry.core in titled or (word.entry.unknown and word.text in joined)]:
        word = words[i]
        if not word.entry.letters:
            continue
        if word.entry.core not in titled:
            begin = word.end - len(joined[word.text])
            inner = words.view.span(begin, word.end)
            if not any(s < inner.end and inner.start < e for s, e in spans):
                yield Mention("PERSON", inner, alone[joined[word.text]], "persons.short")
            continue
        span = words.view.span(word.at, word.end)
        while at < len(spans) and spans[at][1] <= span.start:
            at += 1
        if at < len(spans) and spans[at][0] < span.end:
            continue
        start = i
        while start > 0 and not words[start].breaks and not word.entry.cut:
            step = next((n for n in (1, 2, 3, 4) if start - n >= 0 and (t := words.titles.get(start - n)) and t[0] == n), 0)
            if not step or (start < i and words[start].entry.conjunction):
                break
            start -= step
        value = titled[word.entry.core] if start < i else alone.get(word.entry.core)
        if value is None:
            continue
        if start == i:
            start = _with_particles(words, i, document.folded(value.name).split(), lexicon)
            if start == i and not _stands_alone(words, i, reader):
                continue
        yield Mention("PERSON", words.view.span(words[start].at, word.end), value, "persons.short")
        for j in range(start, i):
            title = words.titles.get(j)
            if title:
                yield Mention("HONORIFIC", words.span(j, j + title[0]), title[1], f"honorifics.{title[1]}")
                break


def _stands_alone(words: Words, i: int, reader: Reader) -> bool:
    """Whether a word that is somebody's family name means them here, without a title: always where it is no other word, else
    only after a verb of saying or the like."""
    word = words[i]
    entry = word.entry
    if word.mention or "function" in entry.classes or "time" in entry.classes:
        return False
    derived = entry.definite and not entry.listed  # such a word is only known to be possible, and this one is somebody's name
    if (entry.common and not entry.given and not derived) or entry.classes or reader.offices.is_head(words, i):
        return i > 0 and "speech" in words[i - 1].entry.classes and not entry.preposition
    if i + 1 < len(words) and not words[i + 1].breaks and not entry.family and entry.given:
        after = words[i + 1].entry
        return not (after.name or after.particle or after.unknown) or after.common
    return True

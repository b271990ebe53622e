"""A name taken apart: its words as sounds, without titles and articles, and what each word is in the name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from jwgie import regexp
from jwgie.names import tables

#: So much of a name is read (characters, words, sounds of a word).
LONGEST, MOST_WORDS, MOST_SOUNDS = 160, 8, 24
#: A word of so few capitals is initials: KD.
INITIALS = 3

_WORD = regexp.compile(r"[\p{L}\p{M}'’ʿʾ]++")
_BRACKETS = regexp.compile(r"[(（\[]([^)）\]]{1,80})[)）\]]")
_LOWER_THEN_UPPER = regexp.compile(r"(?<=[a-z])(?=[A-Z])")
_IGNORED = regexp.compile(r"[\u0640\u064B-\u0655\u0670\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]++")
# Hiragana stands 0x60 before katakana.
_HIRAGANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}


@dataclass(frozen=True)
class Part:
    """A word of a name. `forms`: how it may sound; `name`: the common name that it is; `initial`: the sound of the letter that it is, or is
    called like; `kin`: whether it is a forebear's; `common`: whether many have it; `sounds`: whether how it is
    written tells how it sounds."""

    forms: tuple[str, ...]
    name: str | None = None
    initial: str | None = None
    kin: bool = False
    common: bool = False
    sounds: bool = True

    @property
    def weight(self) -> float:
        """How much it tells."""
        if self.initial:
            return 0.35
        solid = max((sum(sound not in "aeiouAWY'hy:" for sound in form) for form in self.forms), default=0)
        return (0.5, 0.65, 0.85, 1.0)[min(solid, 3)] * (0.6 if self.common else 1.0) * (0.8 if self.kin else 1.0)


@lru_cache(4096)
def readings(name: str) -> tuple[tuple[Part, ...], ...]:
    """The ways to take a name apart: as it stands, with letters that are written together as initials, by what stands in brackets."""
    name = unicodedata.normalize("NFKC", name[:LONGEST])
    inside = _BRACKETS.search(name)
    name = tables.dotted_titles().sub("", name)
    texts = [_BRACKETS.sub(" ", name), inside[1]] if inside else [name]
    found = []
    for text in texts:
        for words in _spelt(_words(text)):
            parts = tuple(_parts(words))[:MOST_WORDS]
            if parts and parts not in found:
                found.append(parts)
    return tuple(found)


def letters(name: str) -> str:
    """The letters alone, for names that are compared as they are written."""
    return "".join(_WORD.findall(unicodedata.normalize("NFKC", name[:LONGEST]).casefold()))


def _words(text: str) -> list[str]:
    shouted = text.isupper()
    capitals = []
    for word in _WORD.findall(_LOWER_THEN_UPPER.sub(" ", text)):
        capitals += list(word) if word.isupper() and not shouted and len(word) <= INITIALS and word.isascii() else [word]
    text = " ".join(capitals).casefold().translate(_HIRAGANA)
    text = tables.plain(_IGNORED.sub("", text))
    for expression, replacement in tables.rewritten():
        text = expression.sub(replacement, text)
    return _WORD.findall(text)[: 2 * MOST_WORDS]


def _spelt(words: list[str]) -> Iterator[list[str]]:
    """The words, and the words with those taken apart that are names of letters written together."""
    yield words
    apart = [part for word in words for part in _letters_of(word)]
    if apart != words:
        yield apart


def _letters_of(word: str) -> list[str]:
    names = tables.letter_names()
    if word in names or len(word) > 3 * INITIALS:
        return [word]
    for end in range(1, len(word)):
        if tables.key(word[:end]) in names and tables.script_of(word[0]) != "latin":
            rest = _letters_of(word[end:])
            if all(tables.key(part) in names for part in rest):
                return [word[:end], *rest]
    return [word]


def _parts(words: list[str]) -> Iterator[Part]:
    keys = [tables.key(word) for word in words]
    titles = tables.word_set("honorifics") | tables.word_set("titles_after")
    if any(word not in titles for word in keys):
        words = [word for word, told in zip(words, keys, strict=True) if told not in titles]
    kin, before = False, ""
    for position, word in enumerate(words):
        told = tables.key(word)
        last = position == len(words) - 1
        if told in tables.word_set("kin") and not last:
            kin, before = True, ""
        elif told in tables.word_set("clan") and not last:
            kin, before = False, ""
        elif told in tables.word_set("articles") | tables.word_set("small") and not last and told not in tables.letter_names():
            before += word
        else:
            yield _part(word, told, before, kin)
            kin, before = False, ""


def _part(word: str, told: str, before: str, kin: bool) -> Part:
    script = tables.script_of(word[0])
    if script is None:
        return Part((word,), sounds=False)
    spellings = [word, before + word] if before else [word]
    bare = tables.attached_article().sub("", word)
    if bare != word:
        spellings.append(bare)
    if script == "latin":
        spellings += [shorter for spelling in spellings if (shorter := tables.silent_ending().sub("", spelling)) != spelling]
    forms = tuple(dict.fromkeys(romanise(spelling) for spelling in spellings))
    letter = word if len(word) == 1 and script != "kana" else tables.letter_names().get(told)
    name = tables.given().get(told) or tables.given().get(tables.key(bare))
    common = (name or (forms[0] if script == "latin" else told)) in tables.word_set("common")
    return Part(forms, name, romanise(letter) or None if letter else None, kin, common)


@lru_cache(8192)
def romanise(word: str) -> str:
    """The sounds of a word, one letter each (see ``phones.tsv``); double ones count once."""
    script = tables.script_of(word[0]) if word else None
    if script is None:
        return word[:MOST_SOUNDS]
    table, longest = tables.sounds(script), _longest(script)
    sounds: list[str] = []
    position = 0
    while position < len(word):
        for size in range(longest, 0, -1):
            spelling = word[position : position + size]
            sound = table.get("^" + spelling) if position == 0 else None
            if sound is None:
                sound = table.get(spelling)
            if sound is not None:
                position += len(spelling)
                if sound.endswith("+"):
                    sound = sound[:-1] + _inherent(word[position : position + 1], table)
                sounds.append(sound)
                break
        else:
            position += 1
    joined = "".join(sounds)
    return "".join(a for a, b in zip(joined, " " + joined, strict=False) if a != b)[:MOST_SOUNDS]


def _inherent(following: str, table: Mapping[str, str]) -> str:
    """The vowel of a consonant of an Indian script: none at the end of a word, or before a sign of another or of none."""
    if not following or unicodedata.combining(following) == 9:
        return ""
    return "" if unicodedata.category(following).startswith("M") and table.get(following, "")[:1] in "aeiour" else "a"


@cache
def _longest(script: str) -> int:
    return max(map(len, tables.sounds(script)))

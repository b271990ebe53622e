"""In what language a report is written: by the script of its letters, and within a script by its words.

What tells languages of one script apart is a table (``identify.tsv``) of common words, beginnings and endings of words, each with
the languages that it speaks for. It covers some eighty languages, most of which have no pack here, so that they are not taken for
one that has.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from operator import itemgetter
from typing import Any

from jwgie import regexp

#: How much of a text is looked at (characters), how many of its characters and how many of its words, evenly spread over it.
LIMIT = 20_000
CHARACTERS = 250
WORDS = 80
#: The share of the letters that must be of one script: less is a mixed text.
SCRIPT_SHARE = 0.6
#: What a character of these scripts weighs: it stands for a syllable or a word.
WEIGHTS = {"Han": 2.5, "Hangul": 2.0}
#: A feature speaks for a language if it is more frequent in it than this.
FLOOR = 3e-5
#: The strength of a word or a letter that is told by hand.
BY_HAND = 12
#: How much more must speak for a language than for the next likely one: in all, and a word of the text.
LEAD = 6
LEAD_PER_WORD = 0.3
#: Of so many parts of a text half may not be in another language; so much, a word, must speak for that one.
PARTS = 4
LEAD_OF_A_PART = 1.5
#: How many words tell anything.
FEWEST_WORDS = 4
#: The share of kana that tells Japanese, and how many characters without any tell Chinese.
KANA_SHARE = 0.05
FEWEST_HAN = 8

WORD = regexp.compile(r"[\p{L}\p{M}]++")
# Japanese is written in three scripts, of which Han is the one that it shares.
_CLASSES = {"Han": r"\p{Han}\p{Hiragana}\p{Katakana}"}
_KANA = regexp.compile(r"[\p{Hiragana}\p{Katakana}]")
_MARKS = regexp.compile(r"[\u0640\u064B-\u0655\u0670\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]++")


def identify(text: str) -> str | None:
    """The ISO 639 code of the language of a text, or None where nothing tells it (too short, mixed, or a language not known here).
    Languages without a pack are told too."""
    text = _MARKS.sub("", text[:LIMIT])
    script = _script(text)
    if script is None:
        return None
    codes = scripts()[script]
    if len(codes) == 1:
        return codes[0]
    words = _words(script).findall(text)
    if script == "Han":
        return _japanese_or_chinese("".join(words))
    # Acronyms are of no language.
    words = [word for word in words if not word.isupper()] or words
    return _by_words([word.lower() for word in words[:: len(words) // WORDS + 1]])


def identifiable() -> tuple[str, ...]:
    """The codes that `identify` may give."""
    return tuple(sorted(code for codes in scripts().values() for code in codes))


def features(word: str) -> Iterator[str]:
    """What of a word tells its language."""
    yield f"^{word}$"
    if len(word) > 3:
        yield f"{word[-3:]}$"
    if len(word) > 4:
        yield f"^{word[:3]}"


def scripts() -> Mapping[str, list[str]]:
    """The scripts that texts are told by, with the languages of each."""
    found: dict[str, list[str]] = _data()["scripts"]
    return found


def _script(text: str) -> str | None:
    """The script of most letters; None if there is no such script."""
    weights: dict[str | None, float] = defaultdict(float)
    for character in text[:: len(text) // CHARACTERS + 1]:
        if character.isalpha():
            script = _script_of(character)
            weights[script] += WEIGHTS.get(script or "", 1.0)
    if not weights:
        return None
    best = max(weights, key=lambda script: weights[script])
    return best if weights[best] >= SCRIPT_SHARE * sum(weights.values()) else None


def _by_words(words: list[str]) -> str | None:
    """The language that the words speak for; None if little speaks for one, or if half of a text speaks for another."""
    if len(words) < FEWEST_WORDS:
        return None
    size = len(words) / PARTS
    parts = [_votes(words[round(i * size) : round((i + 1) * size)]) for i in range(PARTS)]
    language, lead = _most_likely({code: sum(votes.get(code, 0) for votes in parts) for code in set().union(*parts)})
    if lead < max(LEAD, LEAD_PER_WORD * len(words)):
        return None
    if size >= 2 * FEWEST_WORDS:
        others = sum(code != language and lead >= LEAD_OF_A_PART * size for code, lead in map(_most_likely, parts))
        if others >= PARTS // 2:
            return None
    return language


def _votes(words: Iterable[str]) -> dict[str, int]:
    """How strongly the words speak for each language."""
    table, own = _table(), _own_letters()
    votes: dict[str, int] = defaultdict(int)
    for word in words:
        for feature in (*features(word), *own.intersection(word)):
            if entry := table.get(feature):
                for code, strength in _strengths(entry):
                    votes[code] += strength
    return votes


def _most_likely(votes: Mapping[str, int]) -> tuple[str, int]:
    """The language that most speaks for, and how much more than for the next."""
    ranked = [*sorted(votes.items(), key=itemgetter(1), reverse=True), ("", 0), ("", 0)]
    return ranked[0][0], ranked[0][1] - ranked[1][1]


def _japanese_or_chinese(text: str) -> str | None:
    kana = len(_KANA.findall(text))
    if kana >= KANA_SHARE * len(text):
        return "ja"
    return "zh" if len(text) >= FEWEST_HAN else None


@cache
def _script_of(letter: str) -> str | None:
    return next((script for script in scripts() if _words(script).match(letter)), None)


@cache
def _words(script: str) -> regexp.Pattern:
    letters = _CLASSES.get(script, rf"\p{{{script}}}")
    return regexp.compile(rf"[{letters}][{letters}\p{{M}}]*+")


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("identify.toml").read_text("utf-8"))


@cache
def _table() -> Mapping[str, str]:
    """What is said of each feature: the languages that it speaks for, each with its strength."""
    lines = files(__package__).joinpath("identify.tsv").read_text("utf-8").splitlines()
    table = dict(line.split("\t") for line in lines if not line.startswith("#"))
    for kind, form in (("words", "^{}$"), ("letters", "{}")):
        for code, told in _data()[kind].items():
            for one in told.split() if kind == "words" else told:
                table[form.format(one)] = f"{table.get(form.format(one), '')} {code}{BY_HAND}"
    return table


@cache
def _own_letters() -> frozenset[str]:
    return frozenset("".join(_data()["letters"].values()))


@cache
def _strengths(entry: str) -> tuple[tuple[str, int], ...]:
    """An entry of the table, read."""
    codes = [(item, item.rstrip("0123456789")) for item in entry.split()]
    return tuple((code, int(item[len(code) :])) for item, code in codes)

"""In what language a report is written: by its script, and by function words within the script."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import regex

#: How much of a text is looked at (characters): its opening tells.
SAMPLE = 1500
#: The share of the letters that must be of one script, and of the words that must speak for one language.
SCRIPT_SHARE = 0.5
WORD_SHARE = 0.1
#: How many words must speak for it, at least.
FEWEST = 2
#: How much more must speak for a language than for the next likely one.
LEAD = 1.2

_WORD = regex.compile(r"[\p{L}\p{M}]++")
# Japanese is written in three scripts, of which Han is the one that it shares.
_HAN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
_KANA_SHARE = 0.05
_MARKS = regex.compile(r"[\u0640\u064B-\u0655\u0670\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]++")


def identify(text: str) -> str | None:
    """The ISO 639 code of the language of a text, or None where nothing tells it (too short, mixed, or a language not known here).
    Languages without a pack are told too."""
    sample = _MARKS.sub("", text[:SAMPLE])
    script, languages = _script(sample)
    if script == "Han":
        kana, all_of_them = len(_KANA.findall(sample)), len(_HAN.findall(sample))
        return "ja" if kana >= _KANA_SHARE * all_of_them else "zh"
    if len(languages) < 2:
        return languages[0] if languages else None
    words = [word.lower() for word in _WORD.findall(sample)]
    votes = Counter({language: sum(map(_evidence(language), words)) for language in languages})
    (best, most), (_, next_most) = votes.most_common(2)
    return best if most >= max(FEWEST, WORD_SHARE * len(words), LEAD * next_most) else None


def identifiable() -> tuple[str, ...]:
    """The codes that `identify` may give."""
    return tuple(sorted(_data().keys() - {"scripts"}))


def _script(sample: str) -> tuple[str, list[str]]:
    """The script that most of the letters are of, and its languages."""
    scripts = _data()["scripts"]
    letters = len(regex.findall(r"\p{L}", sample))
    counts = {s: len(_HAN.findall(sample) if s == "Han" else regex.findall(rf"\p{{{s}}}", sample)) for s in scripts}
    script = max(counts, key=lambda s: counts[s])
    enough = letters > 0 and counts[script] >= SCRIPT_SHARE * letters
    return (script, list(scripts[script])) if enough else ("", [])


class _Evidence:
    """Whether a word speaks for a language."""

    def __init__(self, data: Mapping[str, str]) -> None:
        self._words = frozenset(data.get("words", "").split())
        self._signs = regex.compile(data.get("signs", "(?!)"))

    def __call__(self, word: str) -> bool:
        return word in self._words or self._signs.fullmatch(word) is not None


@cache
def _evidence(language: str) -> _Evidence:
    return _Evidence(_data()[language])


@cache
def _data() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files(__package__).joinpath("identify.toml").read_text("utf-8"))

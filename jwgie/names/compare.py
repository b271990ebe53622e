"""How likely two spellings are one person's name."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from jwgie.names import tables
from jwgie.names.parts import Part, letters, readings

#: A pair of words below this does not match.
ALIKE = 0.62
#: What a name that has another in its place weighs, and one that has none.
CONFLICT, MISSING = 1.2, 0.15
#: Where one name is part of the other, more are missing no more than these: a report may tell the family name alone.
MOST_MISSING = 1.5
#: What there is always to doubt: the less there is to compare, the more it counts.
DOUBT = 0.1
#: A match must be better than this to be worth more than none.
LEAST_GAIN = 0.5
#: Names of more words are only turned by one.
LONG = 4
#: How well an initial matches a name that begins with it.
INITIAL = 0.75
#: Of names that are compared as they are written: one with which the other begins, the family name of a Japanese name.
BEGINNING = 0.8
#: Names of which only initials match.
INITIALS_ALONE = 0.5
#: Names of which only those of forebears match: father and son.
FOREBEARS_ALONE = 0.5
#: Taking a vowel for another, and a sound for one that the tables do not call like it.
VOWEL, UNLIKE = 0.15, 1.2
#: Two names that are known to be different are no more alike than this.
DIFFERENT = 0.3

# How many words of each name make a match.
_SIZES = ((1, 1), (2, 1), (1, 2))
_VOWELS = frozenset("aeiou")
_LIGHT = {"A": 0.2, "W": 0.35, "Y": 0.35, "'": 0.08, ":": 0.04, "h": 0.4, "y": 0.3, "w": 0.4} | dict.fromkeys("aeiou", 0.12)


@dataclass(frozen=True)
class Found:
    """Words that match: how well, how much that tells, where they are, and whether it is more than an initial."""

    score: float
    weight: float
    a: range
    b: range
    whole: bool


def same_name(a: str, b: str) -> float:
    """How likely two spellings are the name of one person: from 0 to 1, the same both ways round, 1 for equal ones.

    Names are compared by their sounds, in Arabic, Urdu, Latin and Devanagari script and in kana. Titles and articles do not count; the
    family name may come first or last, middle names may be missing, first names may be initials. Names in kanji and other scripts
    are compared only as they are written, since that does not tell how they sound. From 0.7 on it is rather one person than two.
    """
    if letters(a) == letters(b):
        return 1.0 if letters(a) else float(a == b)
    scores = [_compare(one, other) for one in readings(a) for other in readings(b)]
    return min(max(scores, default=0.0), 0.99)


def _compare(a: tuple[Part, ...], b: tuple[Part, ...]) -> float:
    a, b = sorted((a, b), key=lambda parts: (-len(parts), [(p.forms, p.kin, p.initial or "", p.name or "") for p in parts]))
    turns = [b]
    if not any(part.kin for part in a + b):
        # The family name first or last: the words turned round, not shuffled. With forebears' names the order is fixed.
        turns += [b[i:] + b[:i] for i in ({1, len(b) - 1} if len(b) > LONG else range(1, len(b)))]
    return max(_aligned(a, turn) for turn in turns)


def _aligned(a: tuple[Part, ...], b: tuple[Part, ...]) -> float:
    """How well the words match in the order in which they stand. Each may match one, or two that are written apart. What is left over on
    both sides speaks against it, what is left over on one side a little."""
    matches = _matches(a, b)
    best: dict[tuple[int, int], tuple[float, tuple[Found, ...]]] = {}
    for i in range(len(a), -1, -1):
        for j in range(len(b), -1, -1):
            options = [best[at] for at in ((i + 1, j), (i, j + 1)) if at in best]
            for width, height in _SIZES:
                if found := matches.get((i, j, width, height)):
                    gain, chain = best[i + width, j + height]
                    options.append((gain + found.weight * (found.score - LEAST_GAIN), (found, *chain)))
            best[i, j] = max(options, key=lambda option: option[0], default=(0.0, ()))
    chain = best[0, 0][1]
    left = _left_over(a, {index for found in chain for index in found.a})
    right = _left_over(b, {index for found in chain for index in found.b})
    against = sum(CONFLICT * min(pair) + MISSING * abs(pair[0] - pair[1]) for pair in zip(left, right, strict=True))
    if not any(left) or not any(right):
        against = min(against, MISSING * MOST_MISSING)
    total = sum(found.weight for found in chain)
    score = sum(found.weight * found.score for found in chain) / (total + against + DOUBT) if chain else 0.0
    if not any(found.whole for found in chain):
        return min(score, INITIALS_ALONE)
    if any(part.kin for part in (*a, *b)) and not (chain[0].a[0] == chain[0].b[0] == 0):
        return min(score, FOREBEARS_ALONE)
    return score


def _matches(a: tuple[Part, ...], b: tuple[Part, ...]) -> dict[tuple[int, int, int, int], Found]:
    """Which words, or pairs of words, are alike."""
    found = {}
    for width, height in _SIZES:
        for i in range(len(a) - width + 1):
            for j in range(len(b) - height + 1):
                some, others = a[i : i + width], b[j : j + height]
                if (score := _match(some, others)) >= ALIKE:
                    whole = width != height or not any(part.initial for part in (*some, *others))
                    weight = (_mean if whole else min)(sum(part.weight for part in some), sum(part.weight for part in others))
                    found[i, j, width, height] = Found(score, weight, range(i, i + width), range(j, j + height), whole)
    return found


def _left_over(parts: Sequence[Part], used: Container[int]) -> tuple[float, float]:
    """What the words that do not match weigh: those of people themselves, those of forebears."""
    left = [part for index, part in enumerate(parts) if index not in used]
    return sum(part.weight for part in left if not part.kin), sum(part.weight for part in left if part.kin)


def _mean(one: float, other: float) -> float:
    return (one + other) / 2


@lru_cache(16384)
def _match(a: tuple[Part, ...], b: tuple[Part, ...]) -> float:
    """How alike words are; more than one are read as one."""
    if len(a) == len(b) == 1:
        return _alike(a[0], b[0])
    if not all(part.sounds for part in (*a, *b)):
        return 0.0
    return max(_sound_alike(one, other) for one in _joined(a) for other in _joined(b))


def _joined(parts: Sequence[Part]) -> list[str]:
    if len(parts) == 1:
        return list(parts[0].forms)
    return [one + other for one in parts[0].forms for other in parts[1].forms]


def _alike(a: Part, b: Part) -> float:
    if a.initial and b.initial:
        return 1.0 if _cost(a.initial[0], b.initial[0]) <= 0.1 else 0.0
    for one, other in ((a, b), (b, a)):
        if one.initial and len(one.forms[0]) <= 3:
            starts = any(form and _cost(one.initial[0], form[0]) <= 0.2 for form in other.forms)
            return max(INITIAL if starts else 0.0, _best(a, b) if len(one.forms[0]) > 1 else 0.0)
    if a.name and b.name:
        return 1.0 if a.name == b.name else min(DIFFERENT, _best(a, b))
    return _best(a, b)


def _best(a: Part, b: Part) -> float:
    if not (a.sounds and b.sounds):
        one, other = sorted((a.forms[0], b.forms[0]), key=len)
        return 1.0 if one == other else BEGINNING if len(one) > 1 and other.startswith(one) else 0.0
    return max((_sound_alike(one, other) for one in a.forms for other in b.forms), default=0.0)


@lru_cache(16384)
def _sound_alike(a: str, b: str) -> float:
    """An edit distance with the costs of the tables, as a share of how much there is to differ in; 0 where it is less than `ALIKE`."""
    if not a or not b:
        return 0.0
    lost, missed = [_LIGHT.get(sound, 1.0) for sound in a], [_LIGHT.get(sound, 1.0) for sound in b]
    whole = (sum(lost) + sum(missed)) / 2
    most = (1 - ALIKE) * whole
    row = [0.0, *accumulate(missed)]
    for one, dropped in zip(a, lost, strict=True):
        costs = _costs(one)
        left = row[0] + dropped
        new = [left]
        for j, other in enumerate(b):
            cost = row[j] + costs[other]
            up = row[j + 1] + dropped
            left += missed[j]
            if up < left:
                left = up
            if cost < left:
                left = cost
            new.append(left)
        row = new
        if min(row) > most:
            return 0.0
    return 1 - row[-1] / whole if row[-1] <= most else 0.0


class _Costs(dict[str, float]):
    """What it costs to take a sound for others."""

    def __init__(self, sound: str) -> None:
        super().__init__({other: cost for (one, other), cost in tables.costs().items() if one == sound} | {sound: 0.0})
        self._vowel = sound in _VOWELS

    def __missing__(self, other: str) -> float:
        cost = self[other] = VOWEL if self._vowel and other in _VOWELS else UNLIKE
        return cost


_costs = cache(_Costs)


def _cost(one: str, other: str) -> float:
    return _costs(one)[other]

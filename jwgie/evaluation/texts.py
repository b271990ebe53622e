"""When two texts say the same: word-level F1 after folding."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache

#: Texts match from this word-level F1 on.
ENOUGH = 0.5

# Arabic letters that spelling varies: hamza on alef, waw and yeh; alef maksura; teh marbuta; tatweel.
_FOLD = str.maketrans({
    "\u0623": "\u0627", "\u0625": "\u0627", "\u0622": "\u0627", "\u0671": "\u0627", "\u0649": "\u064a", "\u0629": "\u0647",
    "\u0624": "\u0648", "\u0626": "\u064a", "\u0640": "",
})  # fmt: skip
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")


@lru_cache(maxsize=16_384)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, folded: no diacritics, one form of alef, no case, no punctuation; kana and Han by character.

    Marks of the Indic scripts are vowels, and stay.
    """
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c) or 0x0900 <= ord(c) <= 0x0DFF)
    text = unicodedata.normalize("NFC", text).translate(_FOLD).lower()
    return tuple(_WORD.findall(text))


def overlap(a: str | None, b: str | None) -> float:
    """The word-level F1 of two texts, in 0..1."""
    one, two = Counter(words(a or "")), Counter(words(b or ""))
    common = sum((one & two).values())
    return 2 * common / (sum(one.values()) + sum(two.values())) if common else 0.0


def alike(a: str | None, b: str | None) -> bool:
    """Whether two texts say the same."""
    return overlap(a, b) >= ENOUGH


def match(gold: Sequence[str], predicted: Sequence[str], allowed: Callable[[int, int], bool] = lambda i, j: True,
          *, last: bool = False) -> dict[int, int]:  # fmt: skip
    """Each gold text's best still free partner, in order: a map from gold index to predicted index.

    `allowed` says of two indices whether they may be partners at all; of equally good partners the first is taken, or the `last`.
    """
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for i, text in enumerate(gold):
        options = [(overlap(text, other), j if last else -j) for j, other in enumerate(predicted) if j not in used and allowed(i, j)]
        best, at = max(options, default=(0.0, 0))
        if best >= ENOUGH:
            used.add(abs(at))
            pairs[i] = abs(at)
    return pairs

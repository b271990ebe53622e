"""What a word is: parted by spaces, or told by the script."""

import pytest

from jwgie.languages import load_pack
from jwgie.languages.words import SPACED, Words, words_of

UNSPACED = Words("一-鿿 ぁ-ゖ", ("ァ-ヺ ー",))
JOINED = Words("一-鿿 ぁ-ゖ", ("ァ-ヺ ー",), ("エネルギー", "フィリピン"))

CASES = [
    (SPACED, "the G7 ministers, too", ["the", " G7", " ministers", ",", " too"]),
    (UNSPACED, "外相", ["外", "相"]),
    (UNSPACED, "サウジアラビアの石油", ["サウジアラビア", "の", "石", "油"]),
    (UNSPACED, "G7外相・EU", ["G7", "外", "相", "・", "EU"]),
    (UNSPACED, "第12回 会合", ["第", "12", "回", "会", "合"]),
    (UNSPACED, "インド太平洋", ["インド", "太", "平", "洋"]),
    (JOINED, "日トルコエネルギー対話", ["日", "トルコ", "エネルギー", "対", "話"]),
    (JOINED, "パスクアルフィリピンエネルギー相", ["パスクアル", "フィリピン", "エネルギー", "相"]),
    (JOINED, "エネルギーとフィリピン人", ["エネルギー", "と", "フィリピン", "人"]),
    (JOINED, "フィリピナス", ["フィリピナス"]),
]


@pytest.mark.parametrize(("words", "text", "expected"), CASES)
def test_chunks(words: Words, text: str, expected: list[str]) -> None:
    assert words.chunks(text) == expected


def test_a_pack_that_says_nothing_has_spaces() -> None:
    assert words_of(load_pack("ar")) is SPACED

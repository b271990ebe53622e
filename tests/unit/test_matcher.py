"""The matcher: word boundaries, proclitics, longest names."""

from __future__ import annotations

import pytest

from jwgie.languages import load_pack
from jwgie.languages.expansion import Expansion
from jwgie.ner.matcher import Matcher
from jwgie.normalisation import fold

PACK = load_pack("ar")
NAMES = {
    "مصر": "EG", "الهند": "IN", "كوريا": "KO", "كوريا الجنوبية": "KR", "اللجنة": "committee", "إيران": "IR",
    "G20": "G20", "الولايات المتحدة": "US", "لبنان": "LB", "5+5": "5+5",
}  # fmt: skip
MATCHER = Matcher(NAMES.items(), PACK)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("زار مصر", [("مصر", "EG")]),
        ("وبمصر", [("مصر", "EG")]),
        ("فلمصر", [("مصر", "EG")]),
        ("المصري", []),
        ("بمصرع", []),
        ("أمصر", []),
        ("بالهند", [("الهند", "IN")]),
        ("وللهند", [("لهند", "IN")]),
        ("للجنة", [("لجنة", "committee")]),
        ("اللجنة", [("اللجنة", "committee")]),
        ("كُوريَا", [("كُوريَا", "KO")]),
        ("كوريا\nالجنوبية", [("كوريا\nالجنوبية", "KR")]),
        ("كوريا الجنوبيين", [("كوريا", "KO")]),
        ("مصر-إيران", [("مصر", "EG"), ("إيران", "IR")]),
        ("الـG20 وG20", [("G20", "G20"), ("G20", "G20")]),
        ("للولايات المتحدة", [("لولايات المتحدة", "US")]),
        ("حوار 5+5.", [("5+5", "5+5")]),
        ("15+5", []),
        ("في لبنان", [("لبنان", "LB")]),
        ("", []),
    ],
)
def test_find(text: str, expected: list[tuple[str, str]]) -> None:
    view = fold(text, PACK.folding)
    found = []
    for start, end, value in MATCHER.find(view):
        span = view.span(start, end)
        found.append((text[span.start : span.end], value))
    assert found == expected


def test_nested_finds_all() -> None:
    view = fold("كوريا الجنوبية", PACK.folding)
    assert [value for _, _, value in MATCHER.find(view, nested=True)] == ["KR", "KO"]


def test_range_keeps_the_boundaries_of_the_whole() -> None:
    view = fold("المصر مصر", PACK.folding)
    assert list(MATCHER.find(view, 2, 5)) == []
    assert list(MATCHER.find(view, 5)) == [(6, 9, "EG")]


def test_a_name_may_have_several_values() -> None:
    matcher = Matcher([("تونس", "country"), ("تونس", "city"), ("تونس", "country")], PACK)
    assert matcher.get(PACK.fold("تونس")) == ("country", "city")
    assert [v for *_, v in matcher.find(fold("تونس", PACK.folding))] == ["country", "city"]


@pytest.mark.parametrize("phrase", ["^(أمن|دفاع) [السيبراني ال] 5+5", "[أ] [ب] ج", "(أ ب|ج)^د [هـ]"])
def test_a_phrase_with_alternatives_is_found_in_each_of_its_readings(phrase: str) -> None:
    expansion = Expansion({"^": "|ال"})
    matcher = Matcher([(phrase, 1), ("شيء", 2)], PACK, expansion)
    for text in expansion.expand(phrase):
        view = fold(f"و {text}،", PACK.folding)
        assert (2, len(view.text) - 1, 1) in matcher.find(view, nested=True)
        assert matcher.get(PACK.fold(text)) == (1,)
        assert matcher.get(PACK.fold(text) + " أ") == ()


def test_no_names() -> None:
    assert list(Matcher[str]([], PACK).find(fold("نص", PACK.folding))) == []

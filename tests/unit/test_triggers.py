"""The filter never keeps back a pattern that could match, and does keep back most that cannot."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from jwgie.relations.triggers import Filter, needles


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("abc", [{"abc"}]),
        ("abc?", [{"ab"}]),
        ("abc+d", [{"ab"}, {"c"}, {"d"}]),
        ("(?:ab|cd)e", [{"ab", "cd"}, {"e"}]),
        ("(?:ab|c*)e", [{"e"}]),
        (r"a\s+b", [{"a"}, {"b"}]),
        ("(?P<x>[\ue000\ue001])", [{"\ue000", "\ue001"}]),
        ("(?<!a)b(?=c)(?!d)", [{"b"}]),
        ("[^a]b[a-c]", [{"b"}]),
        (r"\p{L}x\.", [{"x."}]),
        ("(?>ab)++c{0,2}d{2}", [{"ab"}, {"d"}]),
        ("a*|b", []),
    ],
)
def test_needles(expression: str, expected: list[set[str]]) -> None:
    assert sorted(map(sorted, needles(expression))) == sorted(map(sorted, expected))


atoms = st.sampled_from(["a", "b", "ab", "[ab]", "(?:ab|c)", "(?:a|b?)", r"\s+", "c?", "(?:ab)*", "b{1,2}", "(?<!c)"])


@given(st.lists(atoms, min_size=1, max_size=5).map("".join), st.text("abc ", max_size=12))
def test_filter_is_sound(expression: str, text: str) -> None:
    if regex.search(expression, text):
        assert list(Filter.of([expression]).candidates(text)) == [0]

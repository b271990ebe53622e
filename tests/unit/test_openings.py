"""A match begins with one of the openings of its expression, or nothing is claimed of it."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from jwgie.relations.openings import JOINED, openings


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("abc", {"abc"}),
        ("(?:ab|cd)e", {"abe", "cde"}),
        (r"(?:th)?is\s+it", {"is it", "this it"}),
        (r"is\s*it", {"is it", "isit"}),
        ("[xy]abc", {"xabc", "yabc"}),
        ("ab(?:c|d)*e", {"abc", "abd", "abe"}),
        (r"ab(?=\w)cd?", {"abc"}),
        ("(?P<who>[AB]) said", {"A", "B"}),
        ("by [A]|near [B]", {"by ", "near "}),
        ("(?:by [A]|near [B])", {"by ", "near "}),
        ("b?[A]", {"A"}),
        ("by (?:the )?[A]", {"by "}),
        ("(?:c|d){0,2}ab", {"ab", "cab", "dab", "ccab", "cdab", "dcab", "ddab"}),
        (r"\w+ said", None),
        ("(?:ab)?", None),
    ],
)
def test_openings(expression: str, expected: set[str] | None) -> None:
    found = openings(expression, "AB")
    assert (set(found) if found else found) == expected


atoms = st.sampled_from(["a", "b", "ab", "[ab]", "(?:ab|c)", "(?:a|b?)", r"\s+", "c?", "(?:ab)*", "b{1,2}", "(?<!c)", "[A]", "(?:A|bc)"])


@given(st.lists(atoms, min_size=1, max_size=5).map("".join), st.text("abcA ", max_size=12).map(lambda text: " ".join(text.split())))
def test_openings_are_sound(expression: str, text: str) -> None:
    found = openings(expression, "A")
    for match in regex.finditer(expression, text) if found is not None else ():
        assert match[0].startswith(tuple(found or ())) or (match[0].index("A") <= JOINED and "A" in (found or ()))

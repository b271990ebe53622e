"""Whether two names of a report are one person's."""

import pytest

from jwgie.assembly.people_identity import _same

NAMES = [
    ("sultan bin saad al muraikhi", "sultan al muraikhi", True),
    ("sultan bin saad bin sultan al muraikhi", "al muraikhi", True),
    ("maria van der berg", "van berg", False),
    ("سلمان بن فلان", "محمد بن سلمان بن فلان", False),
    ("علي الكعبي", "سالم حسن علي الكعبي", False),
]


@pytest.mark.parametrize(("one", "other", "same"), NAMES)
def test_one_person(one: str, other: str, same: bool) -> None:
    assert _same(tuple(one.split()), tuple(other.split())) is same
    assert _same(tuple(other.split()), tuple(one.split())) is same

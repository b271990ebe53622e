"""SIDES: which words stand for all sides of a meeting."""

import pytest

from jwgie.document import Document
from jwgie.languages import load_pack
from jwgie.ner.sides import SidesRecogniser
from jwgie.normalisation import fold

PACK = load_pack("ar")
RECOGNISE = SidesRecogniser(PACK)


def sides(text: str) -> list[tuple[str, str]]:
    """The SIDES mentions of a text: their characters and values."""
    document = Document(text, views={"text": fold(text, PACK.folding)})
    return [(document.slice(m.span), m.value) for m in RECOGNISE(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأكّد الجانبان", [("الجانبان", "sides")]),
        ("على مستوى البلدين الشقيقين", [("البلدين الشقيقين", "countries")]),
        ("والوزيران يأملان", [("الوزيران", "ministers")]),
        ("للطرفين كليهما", [("لطرفين", "parties")]),
        ("قررت الدول الثلاث", [("الدول الثلاث", "states")]),
        ("شدد الجانب المصري", []),
        ("بلدان العالم", []),
        ("رئيس مجلس الوزراء", []),
    ],
)
def test_sides(text: str, expected: list[tuple[str, str]]) -> None:
    assert sides(text) == expected

"""Cardinal numbers in words and figures."""

import pytest

from jwgie import find_numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ثلاث مذكرات", 3), ("ثلاثة عشر وزيرا", 13), ("اثنتا عشرة دولة", 12), ("خمسة وعشرون خبيرا", 25), ("مئتان", 200), ("ثلاثمئة", 300),
        ("ثلاث مائة وخمسة", 305), ("ألف", 1000), ("ألفان", 2000), ("ثلاثة آلاف ومئتان وعشرون", 3220), ("خمسة وخمسين ألفا", 55000),
        ("مليونان ومئة ألف", 2100000), ("3 ملايين", 3000000), ("٣٥٠", 350), ("1,200,000", 1200000), ("۱۲ سفارة", 12),
    ],
)  # fmt: skip
def test_reads(text, value):
    assert [f.value for f in find_numbers(text)] == [value]


@pytest.mark.parametrize("text", ["29 مايو 2024", "الدورة الثالثة", "وزارة الخارجية"])
def test_is_no_number(text):
    assert find_numbers(text) == []

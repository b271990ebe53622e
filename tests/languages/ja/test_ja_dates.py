"""Dates, ordinals and sentences in Japanese."""

import pytest

from jwgie.document import Document
from jwgie.languages import load_pack
from jwgie.ner.dates import find_dates, find_numbers, find_ordinals
from jwgie.pipeline import Normalise, Segment

PUBLISHED = "2024-06-15"

DATES = [
    ("会合は令和6年5月29日（水）に開かれた", [("令和6年5月29日（水）", "2024-05-29", "2024-05-29")]),
    ("平成元年三月二日", [("平成元年三月二日", "1989-03-02", "1989-03-02")]),
    ("二〇二三年五月", [("二〇二三年五月", "2023-05", "2023-05")]),
    ("５月２９日", [("５月２９日", "2024-05-29", "2024-05-29")]),
    ("３日から5日まで", [("３日から5日", "2024-06-03", "2024-06-05")]),
    ("5～6日", [("5～6日", "2024-06-05", "2024-06-06")]),
    ("12月4日及び5日", [("12月4日及び5日", "2024-12-04", "2024-12-05")]),
    ("4、5両日", [("4、5両日", "2024-06-04", "2024-06-05")]),
    ("11月29日から12月2日まで4日間の日程", [("11月29日から12月2日", "2024-11-29", "2024-12-02")]),
    ("本8日", [("本8日", "2024-06-08", "2024-06-08")]),
    ("先月27日", [("先月27日", "2024-05-27", "2024-05-27")]),
    ("昨年7月に開かれた", [("昨年7月", "2023-07", "2023-07")]),
    ("来年前半に", [("来年前半", "2025-01", "2025-06")]),
    ("昨日、本日", [("昨日", "2024-06-14", "2024-06-14"), ("本日", "2024-06-15", "2024-06-15")]),
    ("約3年4カ月ぶりに3日間、平成28年度の", []),
    ("発足から約10日で会談した", []),
]

ORDINALS = [
    ("第6回会合", [("第6回", 6)]),
    ("第十二回日印対話", [("第十二回", 12)]),
    ("3回目の開催", [("3回目", 3)]),
    ("外務第一次官は3か国を第三国と", []),
]

SENTENCES = [
    ("外相は述べた。「重要だ。進めたい」と述べた。", ["外相は述べた。", "「重要だ。進めたい」と述べた。"]),
    ("【東京時事】外相は（注：仮訳。）述べた。", ["【東京時事】", "外相は（注：仮訳。）述べた。"]),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = find_dates(text, "ja", PUBLISHED, "nearest")
    assert [(d.text, d.value.start, d.value.end) for d in found if d.value] == expected


@pytest.mark.parametrize(("text", "expected"), ORDINALS)
def test_ordinals(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(o.text, o.value) for o in find_ordinals(text, "ja")] == expected


def test_numbers() -> None:
    assert [(n.text, n.value) for n in find_numbers("第6回は2,000万ドルと三百二十五人", "ja")] == [
        ("2,000万", 20_000_000),
        ("三百二十五", 325),
    ]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    pack = load_pack("ja")
    document = Segment(pack)(Normalise(pack)(Document(text)))
    assert [document.slice(s.span) for s in document.sentences] == expected

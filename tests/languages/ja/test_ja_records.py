"""Records and statements of Japanese reports."""

from typing import Any

import pytest

import jwgie
from jwgie import Pipeline

PUBLISHED = "2024-06-15"

RECORDS: list[tuple[str, dict[str, Any]]] = [
    (
        "5月29日、東京において、第6回日印テロ対策協議が開催されました。",
        {"kind": "dialogue", "parties": ["IN", "JP"], "city": "Tokyo", "start": "2024-05-29", "status": "held"},
    ),
    (
        "岩屋毅外務大臣は14日、東京で、スブラマニヤム・ジャイシャンカル・インド外務大臣と会談を行いました。",
        {"kind": "bilateral_meeting", "parties": ["IN", "JP"], "city": "Tokyo", "start": "2024-06-14", "status": "held"},
    ),
    (
        "日米両政府は、日米首脳会談を20日にワシントンで開催すると発表した。",
        {"kind": "bilateral_meeting", "parties": ["JP", "US"], "city": "Washington", "start": "2024-06-20", "status": "scheduled"},
    ),
    (
        "韓国外交部の金丁漢アジア太平洋局長と日本外務省の滝崎成樹アジア大洋州局長は12日午前、東京の外務省で日韓局長協議を開き、懸案を議論した。",
        {"kind": "political_consultations", "parties": ["JP", "KR"], "city": "Tokyo", "start": "2024-06-12", "status": "held"},
    ),
]

MEETING = "岩屋毅外務大臣は14日、東京で、ジャイシャンカル・インド外務大臣と会談を行いました。"
STATEMENTS = [
    (
        "両外相は、テロ対策で協力を強化していくことで一致しました。",
        [("agree", ["IN", "JP"], "テロ対策で協力を強化していくことで一致しました")],
    ),
    (
        "岩屋大臣から、北朝鮮の核・ミサイル開発に深刻な懸念を表明しました。",
        [("express_concern", ["JP"], "北朝鮮の核・ミサイル開発に深刻な懸念を表明しました")],
    ),
    ("双方は、テロ攻撃を強く非難しました。", [("condemn", ["IN", "JP"], "テロ攻撃を強く非難しました")]),
    ("岩屋大臣から、大臣の訪日を歓迎しました。", []),
    ("両外相は、地域情勢について意見交換を行いました。", []),
]


@pytest.fixture(scope="module")
def nlp() -> Pipeline:
    return jwgie.load("ja")


@pytest.mark.parametrize(("text", "expected"), RECORDS)
def test_records(nlp: Pipeline, text: str, expected: dict[str, Any]) -> None:
    (record,) = nlp(text, published=PUBLISHED).records
    meeting = record.model_dump(mode="json")
    place, date = meeting["place"] or {}, meeting["date"] or {}
    found = {
        "kind": meeting["kind"],
        "parties": sorted(meeting["parties"]),
        "city": place.get("city"),
        "start": date.get("start"),
        "status": meeting["status"],
    }
    assert found == expected


@pytest.mark.parametrize(("text", "expected"), STATEMENTS)
def test_statements(nlp: Pipeline, text: str, expected: list[tuple[str, list[str], str]]) -> None:
    (record,) = nlp(MEETING + text, published=PUBLISHED).records
    assert [(s["act"], sorted(s["actors"]), s["quote"]) for s in record.model_dump(mode="json")["statements"]] == expected

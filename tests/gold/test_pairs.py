"""Two reports of one meeting, in two languages, give the same kind, round, sides, date and place where both tell them."""

import json
from pathlib import Path
from typing import Any

import pytest

from jwgie import load
from jwgie.evaluation import gold

HERE = Path(__file__).parent
PAIRS = json.loads((HERE / "pairs-dev.json").read_text("utf-8"))
REPORTS = {report.id: report for report in gold(HERE / "dev")}
FIELDS = ("kind", "ordinal", "parties", "date", "place")


def said(meetings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: sorted(m[name]) if name == "parties" else m[name] for name in FIELDS} for m in meetings]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['a']}, {pair['b']}")
def test_both_reports_say_the_same(pair: dict[str, str]) -> None:
    both = [REPORTS[pair["a"]], REPORTS[pair["b"]]]
    told = [said(list(report.meetings)) for report in both]
    read = [said([r.meeting() for r in load(x.language)(x.text, title=x.title, published=x.published).records]) for x in both]
    assert [len(meetings) for meetings in read] == [len(meetings) for meetings in told]
    for in_gold, in_records in zip(zip(*told, strict=True), zip(*read, strict=True), strict=True):
        shared = [name for name in FIELDS if in_gold[0][name] == in_gold[1][name]]
        assert {"kind", "parties"} <= set(shared)
        assert [in_records[0][name] for name in shared] == [in_records[1][name] for name in shared]

"""The scorer, on gold reports small enough to count by hand."""

import json
from pathlib import Path

import pytest

from jwgie.errors import InputError
from jwgie.evaluation import GoldReport, Score, card, corpus, gold, score
from jwgie.evaluation.baseline import read_baseline, worse, write_baseline
from jwgie.evaluation.command import report as command_report
from jwgie.evaluation.texts import match, overlap, words

MEETING = {
    "kind": "political_consultations", "name": "جولة المشاورات السياسية", "ordinal": 3, "parties": ["OM", "SE"], "status": "held",
    "date": {"start": "2024-05-02", "end": "2024-05-03"}, "place": {"city": "Muscat", "country": "OM"},
    "delegations": [{"party": "OM", "people": [{"name": "سالم بن علي", "role": "head", "position": "وكيل الوزارة"}]}],
    "topics": ["trade", "energy"],
    "statements": [{"act": "agree", "actors": ["OM", "SE"], "means": ["visits"], "quote": "اتفق الجانبان على تبادل الزيارات"}],
    "documents": [{"kind": "minutes"}, {"kind": "agreement"}, {"kind": "agreement"}],
    "sources": [{"name": "وزارة الخارجية"}],
    "next_meeting": {"ordinal": 4, "place": {"city": "Stockholm"}, "date": None, "date_text": "في العام المقبل"},
}  # fmt: skip
REPORT = GoldReport("r1", "ar", "نص", meetings=(MEETING,))


def changed(**values: object) -> dict[str, object]:
    return {**MEETING, **values}


def test_a_perfect_prediction_scores_one_everywhere() -> None:
    scores = score([REPORT], {"r1": [MEETING]})
    assert scores.all == Score(1.0, 1.0, 1.0, scores.all.gold)
    assert {s.f1 for s in scores.slots.values()} == {1.0}
    assert scores.slots["documents"].gold == 3


@pytest.mark.parametrize(
    ("slot", "predicted", "expected"),
    [
        ("kind", changed(kind="dialogue"), (0, 1, 1)),
        ("ordinal", changed(ordinal=None), (0, 0, 1)),
        ("parties", changed(parties=["OM", "NO", "DK"]), (1, 2, 1)),
        ("date", changed(date={"start": "2024-05-02"}), (0, 1, 1)),
        ("topics", changed(topics=["trade"]), (1, 0, 1)),
        ("city", changed(place={"city": "muscat"}), (1, 0, 0)),
        ("country", changed(place={"city": "Muscat", "country": None}), (0, 0, 1)),
        ("name", changed(name="المشاورات السياسيه"), (1, 0, 0)),
        ("documents", changed(documents=[{"kind": "agreement"}, {"kind": "treaty"}]), (1, 1, 2)),
        ("statement", changed(statements=[{"act": "agree", "quote": "على تبادل الزيارات"}]), (1, 0, 0)),
        ("statement", changed(statements=[{"act": "welcome", "quote": "اتفق الجانبان على تبادل الزيارات"}]), (0, 1, 1)),
        ("statement_means", changed(statements=[{"act": "agree", "quote": "على تبادل الزيارات"}]), (0, 0, 1)),
        ("head", changed(delegations=[{"party": "SE", "people": [{"name": "سالم بن علي", "role": "head"}]}]), (0, 1, 1)),
        ("person", changed(delegations=[{"party": "SE", "people": [{"name": "سالم بن علي", "role": "head"}]}]), (1, 0, 0)),
        ("position", changed(delegations=[]), (0, 0, 1)),
        ("sources", changed(sources=[]), (0, 0, 1)),
        ("next_ordinal", changed(next_meeting=None), (0, 0, 1)),
        ("next_date_text", changed(next_meeting={"date_text": "العام المقبل"}), (1, 0, 0)),
    ],
)
def test_slot_counts(slot: str, predicted: dict[str, object], expected: tuple[int, int, int]) -> None:
    count = score([REPORT], {"r1": [predicted]}).reports["r1"].counts[slot]
    assert (count.right, len(count.spurious), len(count.missed)) == expected


def test_precision_recall_and_f1() -> None:
    parties = score([REPORT], {"r1": [changed(parties=["OM", "NO", "DK"])]}).slots["parties"]
    assert (parties.precision, parties.recall, parties.gold) == (pytest.approx(1 / 3), 0.5, 2)
    assert parties.f1 == pytest.approx(0.4)


def test_records_are_paired_so_that_most_values_agree() -> None:
    other = changed(kind="summit", parties=["FR", "DE"], ordinal=9)
    scores = score([GoldReport("r", "ar", "", meetings=(MEETING, other))], {"r": [other, MEETING]})
    assert scores.all.f1 == 1.0
    spare = score([REPORT], {"r1": [other, MEETING]})
    assert spare.slots["record"] == Score(0.5, 1.0, pytest.approx(2 / 3), 1)
    assert ("r1", "spurious", "summit") in list(spare.errors("kind"))


def test_a_report_without_prediction_is_named_and_counts_as_missed() -> None:
    scores = score([REPORT], {})
    assert scores.absent == ("r1",)
    assert scores.slots["kind"].recall == 0.0


def test_groups() -> None:
    none = GoldReport("r2", "fr", "texte")
    scores = score([REPORT, none], {"r1": [MEETING], "r2": [MEETING]})
    assert {name: s.f1 for name, (s, _) in scores.by("language").items()} == {"ar": 1.0, "fr": 0.0}
    assert set(scores.by("kind")) == {"political_consultations", "none"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("أُعلِنَ الاتِّفاقُ، «رسمياً»", ("اعلن", "الاتفاق", "رسميا")), ("2+2 Café", ("2", "2", "cafe")), ("日印協議", ("日", "印", "協", "議"))],
)
def test_words(text: str, expected: tuple[str, ...]) -> None:
    assert words(text) == expected


def test_texts_are_matched_one_to_one() -> None:
    assert overlap("a b", "b c") == 0.5
    assert overlap(None, "b") == 0.0
    assert match(["a b", "a b"], ["a b c", "a b"]) == {0: 1, 1: 0}


def test_gold_folder(tmp_path: Path) -> None:
    data = {"id": "x", "language": "ur", "text": "متن", "meetings": [MEETING]}
    (tmp_path / "x.json").write_text(json.dumps(data), "utf-8")
    (tmp_path / "pairs.json").write_text("[]", "utf-8")
    assert [r.id for r in gold(tmp_path)] == ["x"]
    assert gold(tmp_path, "ar") == ()
    (tmp_path / "y.json").write_text('{"id": "y", "meetings": []}', "utf-8")
    with pytest.raises(InputError, match=r"y\.json.*language"):
        gold(tmp_path)
    with pytest.raises(InputError, match="no folder"):
        gold(tmp_path / "nowhere")


def test_command_lists_errors_but_never_those_of_a_part_named_test(tmp_path: Path) -> None:
    predictions = tmp_path / "p.jsonl"
    predictions.write_text(json.dumps({"id": "x", "meetings": [changed(ordinal=4)]}), "utf-8")
    for part in ("dev", "test"):
        (tmp_path / part).mkdir()
        data = {"id": "x", "language": "ar", "text": "نص", "meetings": [MEETING]}
        (tmp_path / part / "x.json").write_text(json.dumps(data), "utf-8")
    assert command_report(tmp_path / "dev", predictions=predictions, errors="ordinal").startswith("x - 3\nx + 4\n")
    assert json.loads(command_report(tmp_path / "test", predictions=predictions, as_json=True))["slots"]["ordinal"][2] == 0.0
    with pytest.raises(InputError, match="unread"):
        command_report(tmp_path / "test", predictions=predictions, errors="ordinal")


def test_baseline_keeps_other_parts_and_finds_what_fell(tmp_path: Path) -> None:
    file = tmp_path / "baseline.toml"
    write_baseline(file, "ar", "dev", score([REPORT], {"r1": [MEETING]}))
    write_baseline(file, "ar", "train", score([REPORT], {"r1": []}))
    assert read_baseline(file)["ar"]["dev"]["kind"] == 1.0
    fell = worse(score([REPORT], {"r1": [changed(kind="other")]}), read_baseline(file)["ar"]["dev"])
    assert fell["kind"] == (1.0, 0.0)
    assert "ordinal" not in fell


def test_corpus(tmp_path: Path) -> None:
    dev = corpus("dev")
    assert {r.language for r in dev} == {"ar", "en", "es", "fr", "hi", "ja", "ur"}
    arabic = corpus("dev", "ar")
    assert arabic == tuple(r for r in dev if r.language == "ar")
    assert all(isinstance(r, GoldReport) and r.text and r.id.startswith("ar-") for r in arabic)
    assert any(r.meetings and r.meetings[0]["kind"] == r.kind for r in arabic)
    assert not {r.id for r in dev} & {r.id for r in corpus("train")}
    assert "CC BY 4.0" in card()
    with pytest.raises(InputError, match="train, dev, test"):
        corpus("all")  # type: ignore[arg-type]
    with pytest.raises(InputError, match="no gold reports in 'de'"):
        corpus("dev", "de")
    with pytest.raises(InputError, match="no folder of gold reports"):
        corpus("dev", root=tmp_path)

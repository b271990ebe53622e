"""A record is immutable, survives JSON, and holds no value without its evidence."""

import pytest
from pydantic import ValidationError

from jwgie import extract
from jwgie.assembly.confidence import Confidence
from jwgie.assembly.draft import Draft
from jwgie.document import Document, Span
from jwgie.errors import GroundingError
from jwgie.record import DateRange, Delegation, Evidence, MeetingRecord, Person, Place

TEXT = "عقد الاجتماع السادس في طوكيو"


def say(start: int, end: int, origin: str = "text") -> tuple[Evidence, ...]:
    return (Evidence(start=start, end=end, text=TEXT[start:end], origin=origin, rule="test", confidence=0.5),)


def record(**changes: object) -> MeetingRecord:
    data = {
        "kind": "other",
        "status": "held",
        "ordinal": 6,
        "place": Place(city="Tokyo", country="JP"),
        "evidence": {
            "/kind": say(4, 12),
            "/status": say(0, 3),
            "/ordinal": say(13, 19),
            "/place/city": say(23, 28),
            "/place/country": say(23, 28, "knowledge"),
        },
    }
    return MeetingRecord.model_validate({**data, **changes}, context={"text": TEXT, "title": ""})


def test_json_round_trip_is_lossless() -> None:
    first = record()
    assert MeetingRecord.model_validate_json(first.model_dump_json()) == first


def test_head_of_a_delegation() -> None:
    people = (Person(name="A", role="member"), Person(name="B", role="head"), Person(name="C", role="head"))
    assert Delegation(party="JP", people=people).head == people[1]
    assert Delegation(party="JP", people=people[:1]).head is None


def test_is_immutable() -> None:
    with pytest.raises(ValidationError):
        record().ordinal = 7  # type: ignore[misc]


def test_every_leaf_needs_evidence() -> None:
    with pytest.raises(GroundingError, match="no evidence for /date/start, /date/end"):
        record(date=DateRange(start="2024", end="2024"))


def test_evidence_must_say_what_the_text_says() -> None:
    wrong = (Evidence(start=13, end=19, text="السابع", origin="text", rule="test"),)
    with pytest.raises(GroundingError, match="evidence of /ordinal"):
        record(evidence={**record().evidence, "/ordinal": wrong})


def test_evidence_of_knowledge_points_at_the_text_too() -> None:
    wrong = (Evidence(start=0, end=3, text="طوكيو", origin="knowledge", rule="test"),)
    with pytest.raises(GroundingError, match="evidence of /place/country"):
        record(evidence={**record().evidence, "/place/country": wrong})


def test_meeting_has_the_shape_of_the_gold() -> None:
    meeting = record().meeting()
    assert meeting["place"] == {"city": "Tokyo", "country": "JP"}
    assert meeting["topics"] == []
    assert "evidence" not in meeting


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ("/ordinal", "/ordinal = 6\n  text[13:19] «السادس» (rule test, right in 50% of the gold cases)"),
        ("/place/country", "/place/country = 'JP'\n  knowledge[23:28] «طوكيو» (rule test, right in 50% of the gold cases)"),
        ("/name", "/name: the report does not say (null)."),
    ],
)
def test_explain(pointer: str, expected: str) -> None:
    assert record().explain(pointer) == expected


def test_explain_of_a_part_explains_its_leaves() -> None:
    assert record().explain("/place").count("«طوكيو»") == 2


def test_what_a_report_gives_is_what_its_dump_gives() -> None:
    title, text = "اجتماع اللجنة المشتركة", "عقدت مصر والأردن اجتماع اللجنة المشتركة في عمان. واتفق الجانبان على تعزيز التعاون الاقتصادي."
    (record,) = extract(text, language="ar", title=title)
    assert MeetingRecord.model_validate(record.model_dump(), context={"text": text, "title": title}) == record


def test_a_draft_refuses_a_value_without_evidence() -> None:
    draft = Draft(Document("text"))
    draft.set("kind", "summit", Span(0, 4))
    draft.set("status", draft.value("held"))
    with pytest.raises(GroundingError, match="/status"):
        draft.build(Confidence({}))

"""Sources: who is cited, and who only spoke at the talks."""

import pytest

from jwgie.assembly.draft import Draft
from jwgie.assembly.meetings import Meeting
from jwgie.assembly.sources import fill_sources
from jwgie.assembly.speakers import Ground
from jwgie.document import Mention, Span
from jwgie.languages import load_pack
from jwgie.pipeline import load
from jwgie.record import Status

PACK = load_pack("ar")


def sources(text: str, present: str = "", status: Status = "held") -> list[tuple[str, str | None]]:
    document = load("ar")(text)
    meeting = Meeting("joint_commission", Mention("BODY", Span(0, 1)), tuple(s.index for s in document.sentences), status=status)
    draft = Draft(document)
    if present:
        at = text.index(present)
        person = {"name": draft.value(present, Span(at, at + len(present)))}
        draft.add("delegations", {"party": draft.value("OM", Span(0, 1)), "people": [person]})
    fill_sources(document, meeting, draft, PACK)
    return [(s["name"].value, s["party"].value if s["party"] else None) for s in draft.get("sources") or ()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وبحسب بيان وزارة الخارجية العمانية، ناقش الجانبان التجارة.", [("وزارة الخارجية العمانية", "OM")]),
        ("وذكرت وزارة الدفاع العمانية أن الاجتماع تناول التدريب.", [("وزارة الدفاع العمانية", "OM")]),
        ("وجاء في بيان لوزارة الدفاع السويدية أن الجانبين اتفقا.", [("وزارة الدفاع السويدية", "SE")]),
        ("وبدأ اللقاء أمس، حسبما أوردت وكالة الأنباء العمانية.", [("وكالة الأنباء العمانية", "OM")]),
        ("وقالت مصادر مطلعة إن اللقاء سيعقد غدا.", [("مصادر مطلعة", None)]),
        ("وذكرت صحيفة «الخليج» أن اللقاء سيعقد غدا.", [("صحيفة «الخليج»", None)]),
        ("وذكر المكتب الصحفي للوزارة أن اللقاء عقد أمس.", [("المكتب الصحفي للوزارة", None)]),
        ("وقال المتحدث باسم وزارة الخارجية العمانية إن اللقاء عقد.", [("المتحدث باسم وزارة الخارجية العمانية", "OM")]),
        (
            "واستقبلت وزارة الخارجية العمانية الوفد. وذكرت الوزارة أن الجانبين بحثا التجارة.",
            [("وزارة الخارجية العمانية", "OM")],
        ),
        (
            "وأفادت وزارة الخارجية العمانية بأن اللقاء عقد أمس. وأضافت الوزارة أن الجانبين بحثا التجارة.",
            [("وزارة الخارجية العمانية", "OM")],
        ),
    ],
)
def test_institutions_and_media(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert sources(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "واستقبلت وزارة الخارجية العمانية الوفد السويدي.",
        "وبحث الجانبان التعاون بين وزارة الدفاع العمانية ونظيرتها السويدية.",
        "وذكر بيان مشترك أن الجانبين اتفقا.",
    ],
)
def test_no_source(text: str) -> None:
    assert sources(text) == []


def test_an_institution_without_its_country_is_of_the_side_named_first() -> None:
    document = load("ar")("التقى وفد عماني وفدا سويديا، وفق وزارة الخارجية.")
    grounds: dict[str, list[Ground]] = {m.value: [m] for m in document.mentions if m.label == "NATIONALITY"}
    parties = {code: grounds[code] for code in ("OM", "SE")}
    meeting = Meeting("joint_commission", Mention("BODY", Span(0, 1)), (0,), parties=parties)
    draft = Draft(document)
    fill_sources(document, meeting, draft, PACK)
    assert [s["party"].value for s in draft.get("sources")] == ["OM"]


def test_a_spokesperson_is_a_source() -> None:
    found = sources("وصرح سالم الحارثي، المتحدث باسم وزارة الخارجية العمانية، بأن الجانبين ناقشا التجارة.")
    assert [name for name, _ in found] == ["سالم الحارثي"]


@pytest.mark.parametrize(
    ("text", "status", "cited"),
    [
        ("وقال الوزير سالم الحارثي إن التجارة تنمو.", "held", False),
        ("وقال الوزير سالم الحارثي في مؤتمر صحفي إن التجارة تنمو.", "held", False),
        ("وقال الوزير سالم الحارثي للصحفيين إن التجارة تنمو.", "held", False),
        ("وقال الوزير سالم الحارثي في مقابلة إن التجارة تنمو.", "held", True),
        ("وكتب الوزير سالم الحارثي أن التجارة تنمو.", "held", True),
        ("وقال الوزير سالم الحارثي في كلمته إن التجارة تنمو.", "held", False),
        ("وقال الوزير سالم الحارثي إن الاجتماع سيعقد غدا.", "scheduled", True),
    ],
)
def test_a_participant_is_a_source_only_before_the_press(text: str, status: Status, cited: bool) -> None:
    assert bool(sources(text, "سالم الحارثي", status)) is cited


def test_an_official_who_was_not_there_is_a_source() -> None:
    assert [name for name, _ in sources("وقال الوزير سالم الحارثي إن التجارة تنمو.")] == ["سالم الحارثي"]

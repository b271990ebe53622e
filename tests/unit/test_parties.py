"""Which sides meet: named in a list, by adjectives, by capitals, by those who speak for them, by organisations."""

from __future__ import annotations

import pytest

import jwgie


def parties(text: str, title: str | None = None) -> list[str]:
    """The parties of the first meeting, in order."""
    records = jwgie.load("ar")(text, title=title, published="2025-05-12").records
    return list(records[0].parties) if records else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عقدت في نيروبي الدورة الثانية للجنة المشتركة بين كينيا وبيرو.", ["KE", "PE"]),
        ("عقدت في نيروبي الدورة الثانية للجنة المشتركة الكينية البيروفية.", ["KE", "PE"]),
        ("عقدت في نيروبي الدورة الثانية للجنة المشتركة الكينية - البيروفية.", ["KE", "PE"]),
        ("عقدت المشاورات السياسية بين وزارتي خارجية بيرو والسنغال.", ["PE", "SN"]),
        ("عقدت في القاهرة قمة ثلاثية بين مصر واليونان وقبرص.", ["EG", "GR", "CY"]),
        ("التقى وزير الخارجية الكيني نظيره البيروفي وبحثا التجارة.", ["KE", "PE"]),
        ("استقبل رئيس وزراء كينيا وزير خارجية بيرو في نيروبي.", ["KE", "PE"]),
        # organisations
        ("عقدت الجولة الثالثة من حوار حقوق الإنسان بين الاتحاد الأوروبي وكينيا.", ["EU", "KE"]),
        ("عقد الحوار الاستراتيجي بين مجلس التعاون لدول الخليج العربية واليابان.", ["GCC", "JP"]),
        (
            "تدارست كينيا وبيرو خطر التنظيم بعد هزيمته في سوريا والعراق، في اجتماع مجموعة العمل المشتركة بين كينيا وبيرو لمكافحة الإرهاب، "
            "الذي احتضنه مقر الوزارة.",
            ["KE", "PE"],
        ),
        # where an envoy is posted whom a minister receives; the title of one state's minister; where there is a war
        ("بحث وزير العدل سالم النجار مع سفير بيرو لدى كينيا خوسيه غارسيا سبل التعاون.", ["KE", "PE"]),
        (
            "تلقى وزير الشؤون الخارجية والجالية الوطنية بالخارج، سالم النجار، مكالمة من نظيره البيروفي خوسيه غارسيا، "
            "وبحثا العدوان على لبنان.",
            ["DZ", "PE"],
        ),
        # where it was is no side, nor is what it was about
        ("عقدت في جنيف الجولة الثانية من المشاورات السياسية بين كينيا وبيرو بشأن ليبيا.", ["KE", "PE"]),
        ("عقدت اللجنة المشتركة بين كينيا وبيرو دورتها الثانية، وبحثت التجارة مع الصين.", ["KE", "PE"]),
        ("عقد وزير الخارجية سالم النجار ووزير خارجية كينيا ووزير خارجية بيرو اجتماعا ثلاثيا في بيروت على هامش القمة.", ["KE", "PE"]),
    ],
)
def test_parties(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


def test_the_sides_of_the_headline_are_those_of_a_phrase_without_any() -> None:
    text = "اختتمت اللجنة المشتركة أعمال دورتها الثانية، وأكد الجانبان أهمية التعاون."
    assert parties(text, "اجتماع اللجنة المشتركة الكينية البيروفية") == ["KE", "PE"]
    assert parties(text) == []

"""Topics and means: which phrases say which, and where a word that could say one does not."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from jwgie.document import Document
from jwgie.errors import PackError
from jwgie.knowledge import Topic, means, topics
from jwgie.languages import load_pack
from jwgie.languages.expansion import Expansion
from jwgie.ner.gazetteer import Gazetteer
from jwgie.ner.topics import MeansRecogniser, TopicRecogniser
from jwgie.pipeline import Normalise, Recognise

PACK = load_pack("ar")
READ = Recognise([Gazetteer(PACK), TopicRecogniser(PACK), MeansRecogniser(PACK)])
NORMALISE = Normalise(PACK)


def found(text: str, label: str = "TOPIC", *, weak: bool = False) -> dict[str, str]:
    """Code to surface of the mentions in a text; without those that their place has yet to settle."""
    document = READ(NORMALISE(Document(text)))
    return {m.value: document.slice(m.span) for m in document.mentions if m.label == label and (weak or m.rule != "topics.weak")}


TOPICS = [
    # A list of nouns after a word for a field, with conjunctions and prepositions.
    ("تعزيز التعاون في مجالات الطاقة والنقل والصحة", {"energy", "transport", "health"}),
    ("وشمل البحث قطاعات الفلاحة والصيد البحري والمناجم والتكوين المهني", {"agriculture", "fisheries", "mining", "education", "labour"}),
    ("التنسيق في ميدان الأمن والدفاع", {"security_cooperation", "defence_cooperation"}),
    # A list of adjectives that share one noun, of either gender, or as adverbs.
    ("التعاون التجاري والاستثماري والسياحي", {"trade", "investment", "tourism"}),
    ("المجالات الاقتصادية والأمنية والثقافية", {"economic_cooperation", "security_cooperation", "culture"}),
    ("توسيع التعاون تجاريا وثقافيا", {"trade", "culture"}),
    # The more specific covers the more general.
    ("مكافحة تمويل الإرهاب", {"terrorism_financing"}),
    ("تبييض الأموال", {"money_laundering"}),
    ("التعاون في الطاقات المتجددة", {"renewable_energy"}),
    # ... unless the phrase says both.
    ("الاستفادة من الصناعات الدفاعية", {"defence_cooperation", "industry"}),
    # Regional and international affairs.
    ("القضايا الإقليمية والدولية", {"regional_situation", "international_situation"}),
    ("آخر المستجدات على الساحتين الإقليمية والدولية", {"regional_situation", "international_situation"}),
    ("تبادلا الرأي في أوضاع المنطقة", {"regional_situation"}),
    # Situations, alone and in lists.
    ("تطورات الأوضاع في اليمن وليبيا", {"situation/YE", "situation/LY"}),
    ("الأزمتين الليبية والسودانية", {"situation/LY", "situation/SD"}),
    ("حرصهما على وحدة سوريا وسيادتها", {"situation/SY"}),
    ("القضية الفلسطينية ومستجدات قطاع غزة", {"situation/PS", "situation/gaza"}),
    ("ملف سد النهضة", {"situation/nile_dam"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), TOPICS)
def test_topics(text: str, codes: set[str]) -> None:
    assert set(found(text)) == codes


#: Words that are topics elsewhere.
NO_TOPIC = [
    "صدر القرار عن مجلس الأمن",
    "مستشار الأمن القومي",
    "تبنت حركة الشباب الصومالية التفجير",
    "نقلت الصحيفة عن المسؤول قوله",
    "المسؤولون العسكريون والأمنيون",
    "على جدول الأعمال",
    "اتصال هاتفي بين الوزيرين",
    "وزير الخارجية الهندي يزور مصر وتونس",
    "القضاء على الفقيد بالعزاء",
]


@pytest.mark.parametrize("text", NO_TOPIC)
def test_words_that_say_no_topic(text: str) -> None:
    assert found(text) == {}


MEANS = [
    ("تبادل المعلومات وبناء القدرات", {"information_exchange", "capacity_building"}),
    ("من خلال تبادل الزيارات وتشكيل فرق عمل مشتركة", {"visits", "working_groups"}),
    ("تفعيل الاتفاقيات الموقعة ووضع خارطة طريق", {"agreements", "action_plan"}),
    ("المساعدة القانونية المتبادلة", {"legal_assistance"}),
]


@pytest.mark.parametrize(("text", "codes"), MEANS)
def test_means(text: str, codes: set[str]) -> None:
    assert set(found(text, "MEANS")) == codes


@pytest.mark.parametrize(("table", "known"), [("topics", topics()), ("means", means())])
def test_lexicons_use_known_codes(table: str, known: Mapping[str, Topic]) -> None:
    codes = {row["code"] for row in PACK.rows(table)} - {"-"}
    assert codes <= known.keys()


def test_every_code_has_phrases_and_labels() -> None:
    assert topics().keys() == {row["code"] for row in PACK.rows("topics")} - {"-"}
    assert topics()["water"].label("ar") == "المياه"
    assert topics()["water"].label() == "Water"


def test_a_mention_has_the_article_but_no_proclitic() -> None:
    assert found("والسياحة وللهجرة") == {"tourism": "السياحة", "migration": "لهجرة"}


def test_what_is_weak_is_marked() -> None:
    assert found("تعميق التعاون") == {}
    assert found("تعميق التعاون", weak=True) == {"bilateral_relations": "تعميق التعاون"}


EXPANSIONS = [
    ("a (b|c)", ["a b", "a c"]),
    ("a [b] c", ["a c", "a b c"]),
    ("<pet>s", ["cats", "dogs"]),
    ("^x", ["x", "the x"]),
    ("(a|b [c|d])", ["a", "b", "b c", "b d"]),
]


@pytest.mark.parametrize(("phrase", "plain"), EXPANSIONS)
def test_expansion(phrase: str, plain: list[str]) -> None:
    assert Expansion({"pet": "cat|dog", "^": "|the "}).expand(phrase) == plain


@pytest.mark.parametrize("phrase", ["(a|b", "a)b(", "<unknown>"])
def test_a_faulty_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(PackError):
        Expansion({}).expand(phrase)

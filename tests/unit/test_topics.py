"""Topics and means: which phrases say which, and where a word that could say one does not."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from jwgie.assembly.draft import Draft
from jwgie.assembly.meetings import Meeting
from jwgie.assembly.topics import fill_regions_forums, fill_topics
from jwgie.document import Document, Mention, Span
from jwgie.errors import PackError
from jwgie.knowledge import Topic, countries, means, topics
from jwgie.languages import load_pack
from jwgie.languages.expansion import Expansion
from jwgie.ner.gazetteer import Gazetteer
from jwgie.ner.topics import MeansRecogniser, TopicRecogniser
from jwgie.ner.values import BodyValue
from jwgie.pipeline import Normalise, Recognise, load

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
    ("الوضع في دارفور وأزمة الروهينغا", {"situation/SD", "situation/MM", "refugees"}),
    ("معالجة أزمات المنطقة في سوريا وليبيا", {"regional_situation", "situation/SY", "situation/LY"}),
    # What words of a clause say together.
    ("واستغلال شبكات التواصل الاجتماعي بصورة واسعة لأغراض التطرف", {"terrorist_use_of_internet"}),
    ("ما يجري من استعدادات لعقد القمة العربية في تونس", {"multilateral_cooperation"}),
    ("الهجوم الذي وقع أمس في كشمير", set()),
    ("تأجلت الزيارة بسبب تفشي فيروس كورونا", set()),
    # Affairs of more than one level behind a relative phrase.
    ("القضايا ذات الاهتمام المشترك الإقليمية والدولية", {"regional_situation", "international_situation"}),
    # Of a war that two adjectives name, one country is the scene; talks between two are no situation.
    ("الحرب الروسية الأوكرانية", {"situation/UA"}),
    ("الأزمة الروسية - الأوكرانية وتداعياتها", {"situation/UA"}),
    # Countries that are examples of issues, or that something has to do with.
    ("قضايا إقليمية عدة، من بينها اليمن ولبنان", {"regional_situation", "situation/YE", "situation/LB"}),
    ("وفي ما يتعلق باليمن", {"situation/YE"}),
    # What is a matter of its own in a region is not that region's affairs.
    ("التهديدات الإرهابية في الشرق الأوسط", {"terrorist_threats"}),
    ("الأمن والاستقرار في الشرق الأوسط", {"regional_situation"}),
    ("المشاكل الإقليمية والدولية", {"regional_situation", "international_situation"}),
    # What is bought, moved and visited.
    ("مواجهة فلول داعش", {"counter_terrorism"}),
    ("صادرات الأسلحة", {"arms_control"}),
    ("الوضع الاقتصادي في العراق", {"economic_cooperation"}),
    ("تبادل التأييد للمرشحين", {"multilateral_cooperation"}),
    ("مشروع السكة الحديد", {"infrastructure", "transport"}),
    ("منح تأشيرات سياحية", {"visas"}),
    # Ties are no field beside which a bare noun counts.
    ("تنظيم العمل والتنسيق بين الوفدين", {"bilateral_relations"}),
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
    "أقام حفلا في الفضاء المخصص",
    "على جدول الأعمال",
    "اتصال هاتفي بين الوزيرين",
    "وزير الخارجية الهندي يزور مصر وتونس",
    "القضاء على الفقيد بالعزاء",
    "المباحثات السودانية الإثيوبية",
    "التصعيد العسكري على الجبهة",
    "الإحاطة الإعلامية الأسبوعية",
    "الوضع في الفندق",
]


@pytest.mark.parametrize("text", NO_TOPIC)
def test_words_that_say_no_topic(text: str) -> None:
    assert found(text) == {}


MEANS = [
    ("تبادل المعلومات وبناء القدرات", {"information_exchange", "capacity_building"}),
    ("من خلال تبادل الزيارات وتشكيل فرق عمل مشتركة", {"visits", "working_groups"}),
    ("تفعيل الاتفاقيات الموقعة ووضع خارطة طريق", {"agreements", "action_plan"}),
    ("المساعدة القانونية المتبادلة", {"legal_assistance"}),
    ("الإكثار من اللقاءات وربط شبكتي الكهرباء", {"consultations", "visits", "joint_projects"}),
    ("إيفاد خبراء وتضافر الجهود", {"technical_assistance", "visits", "multilateral_coordination"}),
    ("تكوين قوات مشتركة", {"joint_projects"}),
]


@pytest.mark.parametrize(("text", "codes"), MEANS)
def test_means(text: str, codes: set[str]) -> None:
    assert set(found(text, "MEANS")) == codes


def used(table: str) -> set[str]:
    """The codes that a lexicon uses."""
    return {row["code"] for row in PACK.rows(table)} - {"-"}


@pytest.mark.parametrize(("table", "known"), [("topics", topics()), ("means", means())])
def test_lexicons_use_known_codes(table: str, known: Mapping[str, Topic]) -> None:
    assert used(table) <= known.keys() | {f"situation/{code}" for code in countries()}


def test_every_code_has_phrases_and_labels() -> None:
    assert topics().keys() <= used("topics")
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


def met(text: str, parties: tuple[str, ...] = ("QA", "TR"), subjects: tuple[str, ...] = ()) -> tuple[Document, Meeting]:
    """A report that speaks of one meeting throughout."""
    document = Document(text, language="ar")
    for stage in load("ar", recognisers=["rules"]).stages[:-1]:
        document = stage(document)
    subject = tuple(Mention("TOPIC", Span(0, 1), code) for code in subjects)
    body = Mention("BODY", Span(0, 1), BodyValue("joint_working_group", subjects=subject))
    everything = tuple(s.index for s in document.sentences)
    return document, Meeting("joint_working_group", body, everything, body=body, bodies=(body,), parties={p: [] for p in parties})


def filled(text: str, field: str, **about: tuple[str, ...]) -> list[str]:
    document, meeting = met(text, **about)
    draft = Draft(document)
    fill_topics(document, meeting, draft, PACK)
    fill_regions_forums(document, meeting, draft, PACK)
    return [item.value for item in draft.get(field) or ()]


def test_general_phrases_speak_of_two_sides_without_a_subject() -> None:
    text = "وبحث الجانبان مجالات التعاون."
    assert filled(text, "topics") == ["bilateral_relations"]
    assert filled(text, "topics", subjects=("tourism",)) == ["tourism"]
    assert filled(text, "topics", parties=("QA", "TR", "PK")) == []


@pytest.mark.parametrize("opening", ["يذكر أن البلدين", "والجدير بالذكر أن الجانبين", "وتجدر الإشارة إلى أن البلدين", "ومن المعلوم أنهما"])
def test_what_a_report_recalls_is_no_topic(opening: str) -> None:
    assert filled(f"وبحثا الصحة. {opening} وقعا اتفاقا للسياحة قبل عام.", "topics") == ["health"]


def test_what_the_writers_summary_says_is_no_topic() -> None:
    assert filled("وبحثا الصحة.\n\nالاستنتاج\n\nيعكس اللقاء تعاونا وثيقا في السياحة.", "topics") == ["health"]


def test_what_is_named_among_means_is_no_topic() -> None:
    assert filled("وبحثا بناء القدرات في السياحة.", "topics") == ["capacity_building", "tourism"]
    assert filled("وبحثا السياحة عن طريق تبادل المعلومات وبناء القدرات.", "topics") == ["tourism"]


def test_forums_are_no_parties_and_make_cooperation_multilateral() -> None:
    text = "واتفقا على التنسيق في الأمم المتحدة ومجموعة العشرين."
    assert filled(text, "forums") == ["UN", "G20"]
    assert "multilateral_cooperation" in filled(text, "topics")
    assert filled(text, "forums", parties=("QA", "UN")) == ["G20"]


def test_regions_are_objects_of_discussion() -> None:
    assert filled("وناقشا مكافحة الإرهاب في القرن الأفريقي ومنطقة الساحل.", "regions") == ["horn_of_africa", "sahel"]
    assert filled("وناقشا الأوضاع في ليبيا وسوريا واليمن والقرن الأفريقي.", "regions") == ["horn_of_africa"]
    assert filled("وبحثا قضايا منطقتي الشرق الأوسط وأمريكا اللاتينية.", "regions") == ["middle_east", "latin_america"]
    assert filled("وبحثا مكافحة الإرهاب في الساحل.", "regions") == ["sahel"]
    assert filled("حضر مدير إدارة جنوب آسيا بالوزارة.", "regions") == []
    assert filled("وزارا مدينة على الساحل.", "regions") == []

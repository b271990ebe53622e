"""What holds of the whole pipeline for every text: no accident, and no evidence that is not there."""

from functools import cache
from time import process_time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import jwgie
from jwgie.document import Document

# Words that patterns and lexicons take up, to be strewn among arbitrary characters.
REPORT = """
عقدت الجولة السادسة من المشاورات السياسية بين مصر واليابان في طوكيو يوم 29 مايو 2024 برئاسة السفير سالم العلي، مساعد وزير الخارجية،
واتفق الجانبان على مكافحة الإرهاب وتمويله. وقع الوزيران مذكرة تفاهم بشأن الطاقة والاجتماع السابع لمجموعة العمل المشتركة أمس
نظيره الهندي د. أ. ك. شارما «الأمم المتحدة» ( ) : - 14 ٣ 1445 هـ م رأس وفد الجانب الياباني
"""
WORDS = REPORT.split()
ANY = st.text(st.characters(exclude_categories=()), max_size=40)
MARKS = st.sampled_from(["\u064f", "\u0640", "\u200f", "\u0651\u064e"])
MARKED = st.builds(lambda word, mark: mark.join(word), st.sampled_from(WORDS), MARKS)
SPACES = st.sampled_from(["\n", "\n\n", "&nbsp;", "&amp;"])
REPORTS = st.lists(st.sampled_from(WORDS) | st.sampled_from(WORDS) | MARKED | ANY | SPACES, max_size=60)
TEXTS = ANY | REPORTS.map(" ".join) | REPORTS.map("".join)
PUBLISHED = st.none() | st.dates().map(str) | st.sampled_from(["2024", "2024-05", "2024-05-31T10:00:00Z"])


@cache
def reader() -> jwgie.Pipeline:
    return jwgie.load("ar")


def check(document: Document) -> None:
    for span in [s.span for s in document.sentences] + [m.span for m in document.mentions] + [r.span for r in document.relations]:
        assert 0 <= span.start <= span.end <= len(document.source(span.origin))
    ends = {"title": 0, "text": 0}
    for sentence in document.sentences:  # in order, apart, and not blank
        assert ends[sentence.span.origin] <= sentence.span.start < sentence.span.end
        ends[sentence.span.origin] = sentence.span.end
        assert document.slice(sentence.span).strip()
        for token in sentence.tokens:
            assert sentence.span.start <= token.start <= token.stem < token.end <= sentence.span.end
    for record in document.records:
        for pointer, _ in record.leaves():
            assert record.evidence[pointer]
        for found in record.evidence.values():
            for e in found:
                assert document.source("title" if e.origin == "title" else "text")[e.start : e.end] == e.text


SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SETTINGS
@given(TEXTS, st.none() | TEXTS, PUBLISHED)
@example("\ud800\udfff", "\udc00", None)
@example("\x00", "\n", None)
@example("\ufeff\u200f", None, None)
def test_no_text_is_an_accident(text, title, published):
    check(reader()(text, title=title, published=published))


@SETTINGS
@given(TEXTS)
def test_routing_is_no_accident(text):
    document = jwgie.load()(text)
    check(document)
    assert document.reason or document.language


PARAGRAPH = "واتفق الجانبان في طوكيو على مكافحة الإرهاب وتبادل المعلومات بين مصر واليابان و"


@pytest.mark.parametrize(
    "text",
    [
        PARAGRAPH * (500_000 // len(PARAGRAPH)),
        "س" * 300_000,
        "." * 300_000,
        "س.." * 100_000,
        '"س.. ' * 100_000,
        "\n" * 300_000,
        " " * 300_000,
        "٣" * 300_000,
        "3 " * 150_000,
        "\u064b" * 300_000,
        "س\u064b" * 150_000,
        "ﷺ" * 15_000,
        "&amp;" * 100_000,
        "&" * 300_000,
        "ا\u0654" * 100_000,
        " \u0640" * 150_000,
        "(" * 300_000,
        "- " * 150_000,
        "أ. " * 100_000,
    ],
    ids=lambda text: ascii(text[:6]),
)
def test_a_long_text_without_structure_is_read_in_time(text):
    document = Document(text)
    start = process_time()
    for stage in reader().stages[:2]:
        document = stage(document)
    assert process_time() - start < 8  # seconds of processor time, of which it takes one or two; a quadratic step would take hours
    check(document.replace(sentences=document.sentences[:20]))


def test_a_long_paragraph_without_stops_is_read_whole():
    document = reader()(PARAGRAPH * (100_000 // len(PARAGRAPH)))
    assert len(document.sentences) > 40
    check(document)

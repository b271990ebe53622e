"""The page as HTML: nothing gets out of the report's text, every character stays in its place."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jwgie
from jwgie import display
from jwgie.display.markup import Markup, content, direction, element
from jwgie.display.report import Node, Places, Report, nest, place
from jwgie.display.words import Words, page_languages
from jwgie.document import Document, Mention, Span
from jwgie.errors import InputError, UnknownLanguageError
from jwgie.knowledge.tables import name_languages
from jwgie.record import MEETING_FIELDS, Evidence, MeetingRecord

REPORT = """استضافت طوكيو، يوم 29 مايو 2024، الجولة السادسة من المشاورات السياسية بين مصر واليابان.

واتفق الجانبان على تعزيز التعاون في مكافحة الإرهاب."""
EVIL = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;{{7*7}}$made_by\u202e\x00\ud800"


class Page(HTMLParser):
    """Which elements there are, and the text of those that hold the report."""

    VOID = {"meta", "br", "input"}

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: list[str] = []
        self.texts: dict[str, str] = {}
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in ("p", "h2"):
            self.blocks.append("")
        if tag == "br":
            self.handle_data("\n")
        if tag not in self.VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self.blocks:
            self.blocks[-1] += data
        for _, attributes in self.open:
            for name in ("data-m", "data-e"):
                for value in (attributes.get(name) or "").split():
                    self.texts[value] = self.texts.get(value, "") + data


def read(text: str = REPORT, **metadata: str) -> Document:
    return jwgie.load("ar")(text, **{"published": "2024-05-31", **metadata})


def test_every_value_of_the_record_has_a_button_and_its_evidence() -> None:
    document = read(title="مشاورات مصرية يابانية")
    page = display.render(document)
    (record,) = document.records
    for pointer, _ in record.leaves():
        shown = pointer.removesuffix("/end") + "/start" if pointer.endswith("/end") else pointer
        assert f"<code>{shown}</code>" in page, pointer
    for found in record.evidence.values():
        for evidence in found:
            assert evidence.rule in page
            assert evidence.confidence is None or f"{evidence.confidence:.0%}" in page


def test_evidence_names_lead_to_its_characters() -> None:
    document = read(title="اليابان ومصر تبحثان 😀 مكافحة الإرهاب", text="😀😀 " + REPORT)
    places = Places(document, document.records)
    report = Page(content(Report(document, places).title(), Report(document, places).paragraphs()))
    assert places.names
    for span, name in places.names.items():
        assert report.texts[name] == document.slice(span)
    for number, mention in enumerate(document.mentions):
        if str(number) in report.texts:
            assert report.texts[str(number)] == document.slice(mention.span)


def test_the_text_is_whole() -> None:
    document = read()
    blocks = Page(Report(document, Places(document, document.records)).paragraphs()).blocks
    assert "\n\n".join(blocks) == REPORT


MARKS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(["COUNTRY", "PERSON", "OWN"])), max_size=12)


@given(MARKS, st.text(alphabet="ab\n😀ا<&", min_size=30, max_size=30))
def test_crossing_mentions_keep_every_character(marks: list[tuple[int, int, str]], text: str) -> None:
    mentions = tuple(Mention(label, Span(min(a, b), max(a, b))) for a, b, label in marks)
    document = Document(text, mentions=tuple(sorted(mentions, key=lambda m: (m.start, -m.end))))
    page = Page(Report(document, Places(document, ())).paragraphs())
    assert [line for block in page.blocks for line in block.split("\n")] == [line for line in text.split("\n") if line]
    for number, mention in enumerate(document.mentions):
        assert page.texts.get(str(number), "").replace("\n", "") == document.slice(mention.span).replace("\n", "")


def test_nesting() -> None:
    mentions = [Mention("A", Span(0, 10)), Mention("B", Span(2, 6)), Mention("C", Span(4, 12)), Mention("D", Span(12, 14))]
    root = nest(list(enumerate(mentions)), 0, 20)

    def told(node: Node) -> object:
        return (node.start, node.end, node.number, [told(child) for child in node.children])

    assert told(root) == (0, 20, None, [
        (0, 10, 0, [(2, 6, 1, [(4, 6, 2, [])]), (6, 10, 2, [])]),
        (10, 12, 2, []),
        (12, 14, 3, []),
    ])  # fmt: skip
    assert root.height == 3


def test_a_report_cannot_write_html() -> None:
    text = f"{REPORT} {EVIL}"
    document = read(text, title=EVIL, id=EVIL, publisher=EVIL)
    page = display.render(document)
    found = Page(page)
    assert [tag for tag, _ in found.elements].count("script") == 1
    assert not [tag for tag, _ in found.elements if tag == "img"]
    assert not [name for _, attributes in found.elements for name in attributes if name.startswith("on") or name == "style"]
    assert "&lt;/script&gt;" in page
    assert "\x00" not in page
    page.encode()


def test_the_page_needs_nothing_else() -> None:
    page = display.render(read())
    assert not re.search(r"url\(|@import|//[a-z]", page)
    assert [value for _, attributes in Page(page).elements for name, value in attributes.items() if name in ("src", "href")] == ["#record"]


def test_markup_is_not_escaped_twice() -> None:
    assert element("p", "a<b", Markup("<i>"), ["&", None, ("x",)], class_="k", data_e='"', hidden=False, lang=None, checked=True) == (
        '<p class="k" data-e="&quot;" checked>a&lt;b<i>&amp;x</p>'
    )
    assert content("a", None) == "a"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الهند", "rtl"),
        ("GCTF تعقد اجتماعها في الرباط", "rtl"),
        ("The word سلام is Arabic", "ltr"),
        ("12 / 2024", "ltr"),
        ("", "ltr"),
        ("日印", "ltr"),
        ("بھارت", "rtl"),
    ],
)
def test_direction(text: str, expected: str) -> None:
    assert direction(text) == expected


def test_a_paragraph_runs_as_its_letters_do() -> None:
    document = Document("GCTF تعقد اجتماعها في الرباط\n\nMeeting of the two sides")
    assert [attributes["dir"] for tag, attributes in Page(Report(document, Places(document, ())).paragraphs()).elements if tag == "p"] == [
        "rtl",
        "ltr",
    ]


def test_place_of_resolved_evidence_is_the_text_or_else_the_title() -> None:
    document = Document("in Rabat", title="Rabat talks")
    said = {"rule": "r", "origin": "knowledge"}
    assert place(document, Evidence(start=3, end=8, text="Rabat", **said)) == Span(3, 8)
    assert place(document, Evidence(start=0, end=5, text="Rabat", **said)) == Span(0, 5, "title")


def test_the_page_speaks_the_language_asked_for() -> None:
    page = display.render(read(), language="ar")
    assert '<html lang="ar" dir="rtl">' in page
    assert "مشاورات سياسية: مصر – اليابان" in page
    with pytest.raises(UnknownLanguageError, match="it speaks: en, ar"):
        display.render(read(), language="xx")


@pytest.mark.parametrize("language", page_languages())
def test_every_word_has_its_gaps(language: str) -> None:
    words, english = Words(language), Words()
    gaps = {"number": 1, "count": 2, "share": "3%", "version": "4"}
    for key in english:
        assert words(key, **gaps), key
        assert sorted(re.findall(r"[1-4]%?", words(key, **gaps))) == sorted(re.findall(r"[1-4]%?", english(key, **gaps))), key
    for field in MEETING_FIELDS:
        assert words(f"field.{field}")


def test_the_page_speaks_as_many_languages_as_the_tables() -> None:
    assert sorted(page_languages()) == sorted(name_languages())
    blank = [
        (key, language)
        for language in page_languages()
        for key in Words()
        if not Words(language)(key, number="", count="", share="", version="")
    ]
    assert blank == []


def test_reports_without_records_say_why() -> None:
    nlp = jwgie.load("ar")
    assert "No meeting was found" in display.render(nlp("طقس اليوم مشمس."))
    assert "the text is empty" in display.render(nlp(" "))
    failed = Document("", error=InputError("a report needs <a> text"))
    assert "InputError: a report needs &lt;a&gt; text" in display.render(failed)


def test_save(tmp_path: Path) -> None:
    document = read()
    path = display.save(document, tmp_path / "report.html")
    assert path.read_text("utf-8") == display.render(document)


def test_notebooks() -> None:
    document = read()
    (record,) = document.records
    shown = document._repr_html_()
    assert "المشاورات السياسية" in shown
    assert "<html" not in shown
    assert " id=" not in shown  # a notebook may show it twice
    for alone in (record._repr_html_(), document.records._repr_html_(), jwgie.extract(REPORT)._repr_html_()):
        assert "Political consultations: Egypt – Japan" in alone
        assert 'class="j-text"' not in alone
    assert jwgie.Records([*document.records] * 2)._repr_html_().count("<article") == 2


def test_a_record_read_from_json_shows_itself() -> None:
    (record,) = read().records
    assert MeetingRecord.model_validate_json(record.model_dump_json())._repr_html_() == record._repr_html_()


def test_own_labels_are_shown() -> None:
    document = Document("abc", mentions=(Mention("SHIP", Span(0, 3), value={"tons": 5}, rule="mine"),))
    page = display.render(document)
    assert "f-other l-ship" in page
    assert "{&#x27;tons&#x27;: 5}" in page

"""Web pages as reports."""

import json
import sys

import pytest
from typer.testing import CliRunner

import jwgie
from jwgie.cli import app
from jwgie.errors import InputError
from jwgie.web import decode

TITLE = "جولة ثانية من المشاورات بين مصر واليابان"
PARAGRAPHS = [
    "عقدت اليوم في طوكيو الجولة الثانية من المشاورات السياسية بين مصر واليابان، برئاسة السفير سالم العلي مساعد وزير الخارجية.",
    "واتفق الجانبان على مكافحة الإرهاب وتبادل المعلومات وتعزيز التعاون في المحافل الدولية، وفي مقدمتها الأمم المتحدة.",
    "وأعرب الجانبان عن تطلعهما إلى عقد الجولة الثالثة في القاهرة العام المقبل في موعد يتفق عليه عبر القنوات الدبلوماسية.",
]
OPEN_GRAPH = f"""<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="وزارة الخارجية">
<meta property="article:published_time" content="2024-05-30T21:00:00Z">"""


def page(declared="utf-8", head=OPEN_GRAPH, headline=f"<h1>{TITLE}</h1>", body=""):
    text = body or "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"""<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="{declared}"><title>{TITLE} - وزارة الخارجية</title>{head}</head><body>
<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/news">الأخبار</a></li><li><a href="/contact">اتصل بنا</a></li></ul></nav>
<main><article>{headline}<time datetime="2024-05-31T08:00:00+09:00">31 مايو 2024</time>{text}</article></main>
<aside><ul><li><a href="/1">الوزير يستقبل السفير</a></li></ul></aside><footer><p>جميع الحقوق محفوظة</p></footer></body></html>"""


@pytest.mark.parametrize("headline", ["", f"<h1>{TITLE}</h1>", f"<h2>{TITLE}</h2>", f"<p>{TITLE}</p>"])
def test_the_parts_of_a_page(headline):
    assert jwgie.read_html(page(headline=headline)) == {
        "text": "\n\n".join(PARAGRAPHS), "title": TITLE, "published": "2024-05-30", "publisher": "وزارة الخارجية",
    }  # fmt: skip


def test_lines_of_the_source_are_no_paragraphs():
    wrapped = "".join(f"<p>{paragraph.replace(' ', chr(10) + '   ')}</p>" for paragraph in PARAGRAPHS)
    assert jwgie.read_html(page(body=wrapped))["text"] == "\n\n".join(PARAGRAPHS)
    broken = f"<p>{'<br>'.join(PARAGRAPHS)}</p>"
    assert jwgie.read_html(page(body=broken))["text"] == "\n\n".join(PARAGRAPHS)


def test_a_page_that_tells_less():
    found = jwgie.read_html(page(head=""))
    assert (found["title"], found["published"], found["publisher"]) == (TITLE, "2024-05-31", None)
    bare = jwgie.read_html("".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS))
    assert bare == {"text": "\n\n".join(PARAGRAPHS), "title": None, "published": None, "publisher": None}


def test_a_date_in_the_text_is_not_that_of_the_page():
    body = "".join(f"<p>{paragraph} وكان ذلك يوم 3 يناير 2019 (2019-01-03).</p>" for paragraph in PARAGRAPHS)
    html = page(head="", body=body).replace('<time datetime="2024-05-31T08:00:00+09:00">31 مايو 2024</time>', "")
    assert jwgie.read_html(html)["published"] is None


def test_a_page_is_read_as_any_report(tmp_path):
    (tmp_path / "page.html").write_text(page(), "utf-8")
    nlp = jwgie.load("ar")
    for source in (tmp_path / "page.html", str(tmp_path / "page.html"), page(), page().encode()):
        (record,) = nlp(**jwgie.read_html(source)).records
        assert (record.ordinal, record.parties, record.document.publisher) == (2, ("EG", "JP"), "وزارة الخارجية")


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "iso-8859-6", "utf-8-sig", "utf-16"])
def test_encodings_that_a_page_declares(encoding):
    assert jwgie.read_html(page(encoding).encode(encoding))["text"] == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        ("é".encode(), None, "é"),
        ("<meta charset=iso-8859-1>“é”".encode("cp1252"), None, "<meta charset=iso-8859-1>“é”"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">①会談'.encode("cp932"), None, "①会談"),
        ('<?xml version="1.0" encoding="windows-1256"?><html>وزير'.encode("cp1256"), None, "وزير"),
        ('<meta charset="utf-16">وزير'.encode(), None, "وزير"),
        ('<meta charset="no-such">وزير'.encode(), None, "وزير"),
        ('<meta charset="utf-8">وزير'.encode("cp1256"), "cp1256", "وزير"),
        ('<meta charset="cp1256">وزير'.encode("utf-8-sig"), None, "وزير"),
        (b'<meta charset="utf-8">\xff', None, "\ufffd"),
        ("\n".join(PARAGRAPHS).encode("cp1256"), None, PARAGRAPHS[0]),
    ],
)
def test_decoding(data, encoding, text):
    assert text in decode(data, encoding)


def test_wrong_encoding():
    with pytest.raises(InputError, match="--encoding"):
        decode(b"x", "no-such")


@pytest.mark.parametrize("source", ["<html></html>", b"", b"\x00\xff", "<p></p>", "<" * 100, "<div>" * 2000])
def test_pages_without_text(source):
    with pytest.raises(InputError, match="no main text"):
        jwgie.read_html(source)


def test_nothing_is_fetched():
    with pytest.raises(InputError, match="fetches nothing"):
        jwgie.read_html("https://example.org/")


def test_a_missing_file():
    with pytest.raises(InputError, match="No such file"):
        jwgie.read_html("missing.html")


def run(*arguments, code=0, **more):
    result = CliRunner().invoke(app, ["extract", *map(str, arguments)], **more)
    assert result.exit_code == code, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_command_line(tmp_path):
    for name, encoding in (("a.html", "utf-8"), ("b.HTM", "windows-1256"), ("c.xhtml", "utf-8")):
        (tmp_path / name).write_bytes(page(encoding).encode(encoding))
    (tmp_path / "d.html").write_text("<html></html>")
    rows = run(tmp_path, code=1)
    assert [row["id"] for row in rows] == [str(tmp_path / name) for name in ("a.html", "b.HTM", "c.xhtml", "d.html")]
    assert [row["meetings"][0]["document"]["title"] for row in rows[:3]] == [TITLE] * 3
    assert "no main text" in rows[3]["error"]
    (piped,) = run("-", input=page("windows-1256").encode("cp1256"))
    assert piped["meetings"][0]["evidence"] == rows[1]["meetings"][0]["evidence"]
    (given,) = run("-", "--encoding", "windows-1256", input=page("utf-8").encode("cp1256"))
    assert given["meetings"] == piped["meetings"]


def test_without_the_extra(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "a.html").write_text(page(), "utf-8")
    assert r"pip install 'jwgie[web]'" in run(tmp_path, code=1)[0]["error"]

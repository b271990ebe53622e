"""The page as people meet it, in headless Chromium."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import jwgie
from jwgie import display
from jwgie.display.report import place
from jwgie.document import Document

GOLD = Path(__file__).parents[1] / "gold" / "dev"
EVIL = "</script><script>document.title = 'taken'</script><img src=x onerror=\"document.title='taken'\">'\"&lt;"

#: For each text that is seen, its contrast with what is behind it.
CONTRASTS = """
const luminance = ([r, g, b]) => {
  const f = (v) => ((v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b);
};
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const rgba = (colour) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
};
const behind = (element) => {
  const layers = [];
  for (let e = element; e; e = e.parentElement) {
    const layer = rgba(getComputedStyle(e).backgroundColor);
    layers.push(layer);
    if (layer[3] === 1) break;
  }
  return layers.reverse().reduce((under, [r, g, b, a]) => [r, g, b].map((v, i) => v * a + under[i] * (1 - a)), [255, 255, 255]);
};
const found = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const element = node.parentElement;
  if (!node.data.trim() || !element.checkVisibility() || ["SCRIPT", "STYLE"].includes(element.tagName)) continue;
  const [a, b] = [luminance(rgba(getComputedStyle(element).color)), luminance(behind(element))].sort((x, y) => y - x);
  found.push([(a + 0.05) / (b + 0.05), node.data.trim().slice(0, 40)]);
}
return found;
"""


def read(name: str) -> Document:
    gold = json.loads((GOLD / f"{name}.json").read_text("utf-8"))
    nlp = jwgie.load(gold["language"])
    return nlp(gold["text"], title=gold["title"], published=gold["published"], id=gold["id"])


@pytest.fixture(scope="module")
def document() -> Document:
    return read("ar-d01")


@pytest.fixture(scope="module")
def page(document: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return display.save(document, tmp_path_factory.mktemp("page") / "report.html")


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of two meetings, in an Arabic page."""
    return display.save(read("ar-d05"), tmp_path_factory.mktemp("two") / "report.html", language="ar")


def lit(browser: Any) -> str:
    """The words that are lit, in the order of the report."""
    return str(browser.run("[...document.querySelectorAll('.j-text .e.on')].map((e) => e.textContent).join('')"))


def test_pointing_at_each_value_lights_its_evidence(browser: Any, page: Path, document: Document) -> None:
    browser.open(page)
    (record,) = document.records
    buttons = browser.run("""
        return [...document.querySelectorAll(".v")].map((v) =>
          [...v.nextElementSibling.querySelectorAll("code")].map((c) => c.textContent).find((t) => t.startsWith("/")));""")
    assert len(buttons) > 50
    for pointer in [*[p for p, _ in record.leaves() if p in buttons][::6], "/date/start", "/next_meeting/place/country"]:
        browser.point(".v", buttons.index(pointer))
        spans = [place(document, e) for e in record.evidence[pointer]]
        characters = {(s.origin, at) for s in spans for at in range(s.start, s.end)}
        expected = "".join(document.source(origin)[at] for origin, at in sorted(characters, key=lambda c: (c[0] != "title", c)))
        assert lit(browser) == expected, pointer
        told = browser.text(".j-told")
        evidence = record.evidence[pointer][0]
        assert evidence.rule in told
        assert f"{evidence.confidence:.0%}" in told
        assert evidence.text in told
        # and it is in sight
        assert browser.run("""
            const pane = document.querySelector(".j-text").getBoundingClientRect();
            return [...document.querySelectorAll(".j-text .e.on")].some((e) => {
              const box = e.getBoundingClientRect();
              return box.top >= pane.top && box.top < pane.bottom;
            });""")  # fmt: skip
    assert browser.complaints() == []


def test_pointing_at_a_mention_tells_label_and_value(browser: Any, page: Path, document: Document) -> None:
    browser.open(page)
    number, mention = next((n, m) for n, m in enumerate(document.mentions) if m.label == "CITY" and m.span.origin == "text")
    browser.point(f'.m[data-m="{number}"]')
    told = browser.text(".j-told")
    assert "city" in told
    assert "New Delhi, India" in told
    assert mention.rule in told
    assert "New Delhi" in browser.texts(".v.near")
    # A mention inside another tells of both.
    inner = next(n for n, m in enumerate(document.mentions) if m.label == "TOPIC" and "145" in str(m.span))
    browser.point(f'.m[data-m="{inner}"]')
    assert "topic" in browser.text(".j-told")
    assert "meeting or body" in browser.text(".j-told")


def test_a_click_keeps_it_and_escape_lets_it_go(browser: Any, page: Path) -> None:
    browser.open(page)
    pressed = "document.querySelector('.v').getAttribute('aria-pressed')"
    browser.click(".v", 0)
    kept = lit(browser)
    assert kept
    assert browser.run(pressed) == "true"
    browser.point(".v", 1)
    assert lit(browser) == kept
    browser.press("Escape")
    assert browser.run(pressed) == "false"
    assert lit(browser) == ""
    assert "Point at a value" in browser.text(".j-told")


def test_keyboard(browser: Any, page: Path) -> None:
    browser.open(page)
    browser.run("document.querySelector('.v').focus()")
    browser.press("Tab")
    assert lit(browser)
    browser.press("Enter")
    assert browser.run("document.activeElement.getAttribute('aria-pressed')") == "true"
    browser.press("Escape")
    mentions = browser.run("return [...document.querySelectorAll('.j-text .m')].map((m) => m.dataset.m)")
    browser.run("document.querySelector('.j-text').focus()")
    browser.press("ArrowLeft", "ArrowLeft")  # onward, in a report that runs from right to left
    assert browser.run("document.activeElement.dataset.m") == mentions[1]
    browser.press("ArrowRight")
    assert browser.run("document.activeElement.dataset.m") == mentions[0]
    assert browser.count(".j-text .m.on") == 1


def test_records_switch(browser: Any, two: Path) -> None:
    browser.open(two)
    shown = "[...document.querySelectorAll('.j-record')].map((r) => r.checkVisibility())"
    assert browser.run(shown) == [True, False]
    browser.click("[role=tab]", 1)
    assert browser.run(shown) == [False, True]
    browser.press("ArrowRight")  # the page runs from right to left
    assert browser.run("[...document.querySelectorAll('[role=tab]')].map((t) => t.ariaSelected)") == ["true", "false"]
    assert browser.complaints() == []


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("kind", ["page", "two"])
def test_nothing_is_wider_than_the_window(browser: Any, width: int, kind: str, request: pytest.FixtureRequest) -> None:
    browser.open(request.getfixturevalue(kind), width=width, height=740)
    assert browser.run("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    browser.click(".v", 3)
    assert browser.run("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    for pane in (".j-text", ".j-records", ".j-info"):
        assert browser.run(f"const e = document.querySelector('{pane}'); return e.scrollWidth <= e.clientWidth"), pane


def test_a_tap_on_a_phone(browser: Any, page: Path) -> None:
    browser.open(page, width=360, height=740)
    browser.tap(".v", 4)
    browser.until("document.querySelector('.v[aria-pressed=true]') !== null")
    assert lit(browser)
    for selector in (".j-text .e.on", ".v.on", ".j-told .j-reason"):
        seen = f"const b = document.querySelector('{selector}').getBoundingClientRect(); return b.bottom > 0 && b.top < innerHeight"
        assert browser.run(seen), selector
    assert min(browser.run("[...document.querySelectorAll('.v')].map((v) => v.offsetHeight)")) >= 24
    browser.tap(".j-close")
    browser.until("document.querySelector('.on') === null")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(browser: Any, page: Path, scheme: str) -> None:
    browser.open(page, scheme=scheme)
    background = browser.run("getComputedStyle(document.querySelector('.j-text')).backgroundColor")
    assert background == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 23, 28)"}[scheme]
    browser.click("summary")
    for selector in (None, ".v", ".j-text .m .m"):
        if selector:
            browser.point(selector)
        contrasts = browser.run(CONTRASTS)
        assert len(contrasts) > 200
        assert min(contrasts)[0] >= 4.5, min(contrasts)


def test_everything_read_is_a_table_that_leads_to_the_text(browser: Any, page: Path) -> None:
    browser.open(page)
    browser.click("summary")
    assert browser.count(".j-all tbody tr") == browser.run("document.querySelectorAll('tr[data-n]').length") > 60
    assert browser.run("document.documentElement.scrollHeight <= innerHeight")
    browser.click(".j-find", 40)
    assert browser.count(".j-text .m.on") >= 1
    assert browser.run("document.querySelector('.j-text .m.on').dataset.m") == "40"


def test_labels_differ_by_more_than_colour(browser: Any, page: Path) -> None:
    browser.open(page)
    lines = browser.run("""
        return [...document.querySelectorAll(".j-legend .m")].map((m) => {
          const style = getComputedStyle(m);
          return [m.textContent, style.borderBottomStyle, [...m.classList].find((c) => c.startsWith("f-"))];
        });""")  # fmt: skip
    assert len({(style, family) for _, style, family in lines}) == len(lines)


def test_families_can_be_hidden(browser: Any, page: Path) -> None:
    browser.open(page)
    line = "getComputedStyle(document.querySelector('.j-text .f-places')).borderBottomColor"
    assert browser.run(line) == "rgb(26, 127, 55)"
    browser.click('.j-legend [name="places"]')
    assert browser.run(line) == "rgba(0, 0, 0, 0)"


def test_letters_stay_joined(browser: Any, page: Path) -> None:
    """Marks may not part joined letters: with and without them, a paragraph is equally wide."""
    browser.open(page)
    widths = browser.run("""
        const wide = (node) => { const r = document.createRange(); r.selectNodeContents(node); return r.getBoundingClientRect().width; };
        return [...document.querySelectorAll(".j-text p")].map((p) => {
          p.style.cssText = "white-space: nowrap; width: max-content; max-width: none";
          const marked = wide(p);
          p.textContent = p.textContent;
          return [marked, wide(p)];
        });""")  # fmt: skip
    assert widths
    for marked, plain in widths:
        assert marked == pytest.approx(plain, abs=0.6)


def test_on_paper(browser: Any, page: Path, two: Path) -> None:
    browser.open(page)
    browser.media("print", "dark")
    text = browser.text("body")
    assert "knowledge.country" in text  # why each value is there
    assert "Point at a value" not in text
    assert browser.run("getComputedStyle(document.querySelector('.jwgie')).color") == "rgb(26, 29, 33)"
    assert browser.run("const e = document.querySelector('.j-text'); return e.scrollHeight <= e.clientHeight + 1")
    assert browser.pdf().startswith(b"%PDF")
    browser.open(two)
    browser.media("print", "light")
    assert browser.run("[...document.querySelectorAll('.j-record')].map((r) => r.checkVisibility())") == [True, True]


def test_screen_readers(browser: Any, page: Path) -> None:
    browser.open(page)
    nodes = browser.command("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in nodes if not node["ignored"]]
    for role in ("banner", "main", "contentinfo", "region", "status", "article", "group"):
        assert role in roles, role
    levels = browser.run("[...document.querySelectorAll('h1, h2, h3, h4')].map((h) => +h.tagName[1])")
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    unnamed = [n for n in nodes if not n["ignored"] and n["role"]["value"] in ("button", "checkbox", "region", "article", "tab")
               and not n.get("name", {}).get("value")]  # fmt: skip
    assert unnamed == []
    assert browser.run("[document.documentElement.lang, document.querySelector('.j-text').lang]") == ["en", "ar"]
    browser.press("Tab")
    assert browser.run("document.activeElement.className") == "j-skip"


def test_a_report_cannot_run_a_script(browser: Any, tmp_path: Path) -> None:
    document = read("ar-d01")
    document = jwgie.load("ar")(f"{EVIL} {document.text} {EVIL}", title=f"{EVIL} {document.title}", id=EVIL)
    browser.open(display.save(document, tmp_path / "evil.html"))
    assert browser.count("img") == 0
    assert EVIL in browser.text(".j-text")
    browser.point(".v")
    assert browser.run("document.title").startswith(EVIL)
    assert browser.complaints() == []


def test_latin_names_in_arabic_keep_their_order(browser: Any, tmp_path: Path) -> None:
    """A mention must not change where the letters stand: each is where it is in the same text without marks."""
    document = jwgie.load("ar")("GCTF و FATF (26/11) تعقدان في الرباط، يوم 12 أغسطس 2024، اجتماع Quad بين India واليابان.")
    browser.open(display.save(document, tmp_path / "bidi.html"))
    places = """
        const p = document.querySelector(".j-text p");
        const at = () => {
          const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
          const found = [];
          for (let n = walker.nextNode(); n; n = walker.nextNode())
            for (let i = 0; i < n.length; i++) {
              const r = document.createRange(); r.setStart(n, i); r.setEnd(n, i + 1);
              found.push(r.getBoundingClientRect().left);
            }
          return found;
        };
        const marked = at();
        p.textContent = p.textContent;
        return [p.dir, marked, at()];"""
    direction, marked, plain = browser.run(places)
    assert direction == "rtl"
    assert len(marked) == len(document.text)
    moved = [
        c for c, a, b in zip(document.text, marked, plain, strict=True) if abs(a - b) > 1 and c != " "
    ]  # a space ends a line, or begins one
    assert moved == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_in_a_notebook(browser: Any, document: Document, tmp_path: Path, theme: str) -> None:
    """Twice in one page of an environment that is dark by itself, whatever the system is."""
    path = tmp_path / "notebook.html"
    shown = document._repr_html_()
    path.write_text(
        f'<!doctype html><meta charset="utf-8"><body data-jp-theme-light="{str(theme == "light").lower()}">{shown}{shown}'
        f"{document.records._repr_html_()}", "utf-8",
    )  # fmt: skip
    browser.open(path, scheme="dark" if theme == "light" else "light")
    browser.run("document.querySelectorAll('.jwgie').forEach((root, number) => root.classList.add(`r${number}`))")
    assert (
        browser.run("getComputedStyle(document.querySelector('.r0')).color")
        == {"light": "rgb(26, 29, 33)", "dark": "rgb(232, 234, 237)"}[theme]
    )
    browser.point(".r1 .v")
    assert browser.count(".r0 .on") == 0
    assert browser.count(".r1 .j-text .on") > 0
    browser.point(".r2 .v")
    assert "bodies.group" in browser.text(".r2 .j-told")
    assert browser.complaints() == []

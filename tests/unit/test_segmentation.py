"""Paragraphs, sentences, datelines and tokens."""

import pickle

import pytest

from jwgie.document import Document
from jwgie.languages import Pack, load_pack
from jwgie.normalisation import fold
from jwgie.segmentation import segment, split_title
from jwgie.segmentation.paragraphs import paragraphs


def read(text: str, title: str | None = None) -> Document:
    pack = load_pack("ar")
    document = Document(text, title, views={"text": fold(text, pack.folding)})
    if title:
        document = document.replace(views={**document.views, "title": fold(title, pack.folding, "title")})
    return document.replace(sentences=segment(document, pack))


# `|` stands where a sentence ends.
SENTENCES = [
    "عقد الوفدان جلسة أولى.| واتفقا على جلسة ثانية.",
    "هل يجتمعان؟| لا أحد يعلم!| ذلك أمر بعيد",
    "وقال: «سنعود غدا.»| ثم غادر",
    'وقال: "سنعود غدا".| ثم غادر',
    "(انتهى الاجتماع أمس.)| ثم غادر",
    "اجتمع الوفدان .| وغادرا",
    # abbreviations and initials
    "استقبل د. سالم ضيفه أ.د. منى في مكتب م. فؤاد.| ثم غادروا",
    "ترأس الوفد ر. ك. شارما، وحضر إس. كيه. فيرما والسيد ج. ب. سينغ.| وغادر",
    "ورافقه السيد أنيل جي. وفي المساء عقدت جلسة".replace(". وفي", ".| وفي"),
    "زار جامعة (إم.آي.تي) ومقر بي.بي.سي أمس.| وعاد",
    "met Dr. Smith and Mr. J. R. Brown there.| وعاد",
    # numbers, dates, addresses
    "بلغ التبادل 3.5 مليار و١٢٫٧ في المئة.| وارتفع",
    "وقعت عام 2024.| وتبعتها أخرى",
    "وقعت عام 2024 م.| وتبعتها أخرى عام 1446 هـ.| ثم ثالثة",
    "1. يجتمع الطرفان سنويا.| ثم يقرران",
    "على الموقع www.example.org/a.html وكذلك a.b@example.com أمس.| وعاد",
    # stops in a row, and without a space
    "انتظرنا طويلا...| ثم جاء",
    "قال «عالم متغير.. رؤية جديدة» ثم سكت.| وعاد",
    "قال (...) ثم سكت.| وعاد",
    "أشاد الوزير بالنتائج.|وغادر الوفد",
    "أشاد الوزير بالنتائج.|(انتهى)",
    "!!!",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences(marked):
    document = read(marked.replace("|", ""))
    assert [document.slice(s.span) for s in document.sentences] == [part.strip() for part in marked.split("|")]


DATELINES = [
    # a line of its own
    ("طوكيو", "اجتمع الوفدان أمس."),
    ("طوكيو:", "اجتمع الوفدان أمس."),
    ("سامي الكاتب", "اجتمع الوفدان أمس في قاعة كبيرة."),
    ("ط.ك", "اجتمع الوفدان أمس."),
    ("طوكيو - مكتب الجريدة:", "اجتمع الوفدان أمس."),
    ("طوكيو ـ سامي الكاتب", "اجتمع الوفدان أمس."),
    ("«الجريدة» - طوكيو", "اجتمع الوفدان أمس."),
    ("طوكيو/ وكالات", "اجتمع الوفدان أمس."),
    ("إزمير (تركيا)/ وكالات", "اجتمع الوفدان أمس."),
    ("طوكيو - (د ب أ)", "اجتمع الوفدان أمس."),
    ("طوكيو 3 رمضان 1445 هـ الموافق 13 مارس 2024 م واس", "اجتمع الوفدان أمس."),
    # before the first sentence
    ("طوكيو –", " اجتمع الوفدان أمس."),
    ("هو تشي منه -", " اجتمع الوفدان أمس."),
    ("طوكيو:", " اجتمع الوفدان أمس."),
    ("طوكيو (كيودو):", " اجتمع الوفدان أمس."),
    ("طوكيو، اليابان (كيودو) --", " اجتمع الوفدان أمس."),
    ("(كيودو)-", " اجتمع الوفدان أمس."),
    ("طوكيو 12 مايو (أ ش أ) -", " اجتمع الوفدان أمس."),
    ("طوكيو - 12 - 5 (كونا) --", " اجتمع الوفدان أمس."),
    ("طوكيو في 12 مايو /قنا/", " اجتمع الوفدان أمس."),
    ("طوكيو 12 كانون الثاني 2020 (بترا)", " اجتمع الوفدان أمس."),
    ("طوكيو، 12 مايو 2020 –", " اجتمع الوفدان أمس."),
    ("طوكيو-أخبار الناس- ", "التقى الوفدان أمس."),
]


@pytest.mark.parametrize(("dateline", "rest"), DATELINES)
def test_datelines(dateline, rest):
    document = read(dateline + ("" if rest.startswith(" ") or dateline.endswith(" ") else "\n\n") + rest)
    assert [(s.kind, document.slice(s.span)) for s in document.sentences] == [("dateline", dateline.strip()), ("body", rest.strip())]


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير: نعود غدا.",
        "التقى الوزير - أمس - نظيره.",
        "اللجنة السورية - اللبنانية المشتركة تجتمع غدا.",
        "أعلنت الوكالة الرسمية (سانا) أن الوفد وصل.",
        "في طوكيو: جلسة للوفدين.",
        "خسر الفريق 4 - صفر أمس.",
        "طوكيو",
        "التقى وفدا اليابان ومصر في طوكيو أمس وبحثا ملفات كثيرة\n\nثم غادر الوفدان في المساء إلى بلديهما.",
    ],
)
def test_no_datelines(text):
    assert {s.kind for s in read(text).sentences} == {"body"}


def test_dateline_after_a_headline_and_a_byline():
    document = read("مجلس التنسيق المصري الياباني يعقد جلسة\n\nسامي الكاتب\n\nطوكيو (كيودو) – اجتمع الوفدان.")
    assert [s.kind for s in document.sentences] == ["body", "dateline", "dateline", "body"]


def test_headline_is_one_sentence_before_the_text():
    document = read("اجتمعا. وغادرا.", title="وزير الخارجية.. زيارة ثانية. ونتائج")
    assert [(s.kind, s.span.origin, s.index, s.paragraph) for s in document.sentences] == [
        ("headline", "title", 0, 0),
        ("body", "text", 1, 0),
        ("body", "text", 2, 0),
    ]


def test_paragraphs_are_lines():
    text = "السطر الأول من الخبر.\nعنوان فرعي\n\n- بند أول\n- بند ثان.\n  \t\nختام"
    assert [text[s:e] for s, e in paragraphs(text)] == ["السطر الأول من الخبر.", "عنوان فرعي", "- بند أول", "- بند ثان.", "ختام"]
    assert [s.paragraph for s in read(text).sentences] == [0, 1, 2, 3, 4]


def test_lines_broken_to_a_width_are_one_paragraph():
    lines = [
        "عقد الوفدان جلسة مطولة في مقر الوزارة تناولت",
        "سبل تطوير العلاقات بين البلدين في المجالات",
        "كافة وتبادلا الآراء في القضايا ثم",
        "غادرا.",
    ]
    assert len(paragraphs("\n".join(lines))) == 1
    assert len(paragraphs("\n".join(f"{line}." for line in lines))) == 4
    assert len(read("\n".join(lines)).sentences) == 1


def test_long_sentences_are_cut_at_clauses_or_spaces():
    clause = "واتفق الطرفان على ذلك، "
    document = read(clause * 500)
    assert all(len(s.span) <= 2000 for s in document.sentences)
    assert all(document.slice(s.span).endswith("،") for s in document.sentences)
    document = read("كلمة " * 2000)
    assert {document.slice(s.span)[-5:] for s in document.sentences} == {" كلمة"}
    assert sum(len(s.span) for s in read("س" * 10_000).sentences) == 10_000


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("وقال الوزير: نعم.", ["وقال", "الوزير", ":", "نعم", "."]),
        ("بالهند وبالهند كالهند", ["ب+الهند", "وب+الهند", "ك+الهند"]),
        ("والهند فالهند", ["و+الهند", "ف+الهند"]),
        ("للهند وللهند", ["ل+لهند", "ول+لهند"]),
        ("ووزير", ["و+وزير"]),
        ("والدته واليس بالتيمور كاليفورنيا بالغ", ["والدته", "واليس", "بالتيمور", "كاليفورنيا", "بالغ"]),
        ("وَالهِنْدُ", ["وَ+الهِنْدُ"]),
        ("3.5% و12 14/5/2020", ["3.5", "%", "و12", "14/5/2020"]),
    ],
)
def test_tokens(text, tokens):
    document = read(text)
    found = [t for s in document.sentences for t in s.tokens]
    assert [text[t.start : t.stem] + "+" * (t.stem > t.start) + text[t.stem : t.end] for t in found] == tokens


def test_tokens_behave_as_a_sequence():
    (sentence,) = read("قال الوزير نعم").sentences
    assert len(sentence.tokens) == 3
    assert sentence.tokens[1:] == tuple(sentence.tokens)[1:]
    assert pickle.loads(pickle.dumps(sentence)) == sentence
    assert hash(sentence) == hash(pickle.loads(pickle.dumps(sentence)))


@pytest.mark.parametrize(
    ("text", "mode", "title"),
    [
        ("الوزيران يلتقيان في طوكيو\n\nاجتمع وزيرا خارجية البلدين أمس في طوكيو.", "guess", "الوزيران يلتقيان في طوكيو"),
        ("\n اجتمع الوزيران\nثم", "first-line", "اجتمع الوزيران"),
        ("اجتمع وزيرا خارجية البلدين أمس.\nوبحثا ملفات عدة في لقاء طويل استمر ساعات.", "guess", None),
        ("طوكيو\n\nاجتمع وزيرا خارجية البلدين أمس في طوكيو.", "guess", None),
        ("- اجتمع وزيرا الخارجية\nثم غادر الوزيران بعد لقاء طويل في طوكيو", "guess", None),
        ("اجتمع وزيرا الخارجية في طوكيو", "guess", None),
        ("عنوان من ثلاث كلمات\nنص الخبر الذي يليه وهو أطول منه", "none", None),
        ("", "guess", None),
    ],
)
def test_split_title(text, mode, title):
    found, rest = split_title(text, mode)
    assert found == title
    assert rest == text if title is None else title not in rest and text.endswith(rest)


def test_split_title_refuses_other_modes():
    with pytest.raises(ValueError, match="guess"):
        split_title("", "always")


def test_a_pack_without_sentence_rules_still_splits(tmp_path):
    (tmp_path / "pack.toml").write_text('name = "Test"', "utf-8")
    (tmp_path / "folding.toml").write_text("[groups.full]\ncase = true", "utf-8")
    pack = Pack("xx", tmp_path)
    text = "The U.S. delegation met. It left."
    document = Document(text, views={"text": fold(text, pack.folding)})
    assert len(segment(document, pack)) == 2

"""Folding: what becomes of a text, and where each folded character came from."""

import pytest

import jwgie
from jwgie.document import Span
from jwgie.errors import PackError, UnknownLanguageError
from jwgie.languages import load_pack
from jwgie.normalisation import Folding, fold

FULL = [
    # letters
    ("أحمد وإبراهيم وآمنة ٱسم", "احمد وابراهيم وامنه اسم"),
    ("مستشفى", "مستشفي"),
    ("مسؤول شؤون", "مسوول شوون"),
    ("قائمة رئيس", "قايمه رييس"),
    ("جزء", "جزء"),
    ("ا\u0653ب ا\u0654ب ا\u0655ب و\u0654 ي\u0654 ى\u0654", "اب اب اب و ي ي"),
    ("ا\u064e\u0654", "ا"),
    # look-alikes
    ("کیہان علی ھذا", "كيهان علي هذا"),
    ("ڤيتنام پاريس گازبروم ڨفصة", "فيتنام باريس كازبروم قفصه"),
    ("انتهى۔", "انتهي."),
    # presentation forms
    ("ﻻ ﻷ ﻹ ﻵ", "لا لا لا لا"),
    ("ﻣﺼﺮ", "مصر"),
    ("ﷲ ﷺ ﷼", "الله صلي الله عليه وسلم ريال"),
    ("\ufe70", ""),
    # marks
    ("الاجْتِمَاعُ السَّادِسُ", "الاجتماع السادس"),
    ("هٰذا", "هذا"),
    ("ال\u0640\u0640\u0640وزير ال\u064014", "الوزير ال14"),
    # invisible characters and spaces
    ("\u202bالقاهرة\u202c \u200fمصر\u200e\ufeff \u2066x\u2069", "القاهره مصر x"),
    ("أ\u200cب\u200dج\u00ad", "ابج"),
    ("أ\u00a0ب\u2009ج\td\u3000", "ا ب ج d "),
    ("أ\nب\r\nج\rد\u2028ه", "ا\nب\nج\nد\nه"),
    # digits and signs
    ("٢٠٢٤/٠٥/٢٩ ۱۲ ３", "2024/05/29 12 3"),
    ("٣٫٥٪ و١٬٠٠٠", "3.5% و1,000"),
    ("«أ» “ب” „ج‟ ‘د’ ‹ه›", '"ا" "ب" "ج" \'د\' \'ه\''),
    ("أ – ب — ج ‑ د", "ا - ب - ج - د"),
    ("أ، ب؛ ج؟", "ا، ب؛ ج؟"),
    ("G20 UN İzmir", "g20 un izmir"),
    # entities
    ("أ&nbsp;ب&amp;ج &quot;د&quot; &#8217; &#x2019;", "ا ب&ج \"د\" ' '"),
    ("&#1571;&#1607;&#1604;", "اهل"),
    ("أ&amp;nbsp;ب", "ا ب"),
    ("AT&T &unknownentity; &; & x;", "at&t &unknownentity; &; & x;"),
    # left alone
    ("Ø§Ù„", "ø§ù„".replace("„", '"')),
    ("\ud800أ\udfff", "\ud800ا\udfff"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), FULL)
def test_full(text, expected):
    assert jwgie.normalise(text).text == expected


@pytest.mark.parametrize(
    ("profile", "text", "expected"),
    [
        ("light", "ﻷحـــمد کَتَبَ على ١٢٣،\u200f", "لأحمد كَتَبَ على ١٢٣،"),
        ("light", "ا\u0654حمد", "أحمد"),
        ("diacritics", "كَتَبَ أحمدُ", "كتب أحمد"),
        ("tatweel", "محـــمدٌ", "محمدٌ"),
        ("digits", "عام ١٩٩٩ إلى ۲۰۰۰", "عام 1999 إلى 2000"),
        ("presentation_forms", "ﻷﺑنص", "لأبنص"),
        ("alef", "أإآٱ ؤ ى", "اااا ؤ ى"),
        ("hamza", "مؤمن سئل أم", "مومن سيل أم"),
        ("yeh", "على ئ", "علي ئ"),
        ("quotes", "«أ»", '"أ"'),
        ("spaces", "أ\u00a0ب", "أ ب"),
        ("entities", "أ&amp;ب", "أ&ب"),
        ("tatweel", "ـ أ ــ ب", "- أ - ب"),
        ("diacritics digits", "سنةَ ٢٠٢٤", "سنة 2024"),
        ("search", "مُؤتمرٌ إقليميّ ١٢", "مؤتمر اقليمي 12"),
        ("whitespace", "أ  ب \t\n\n ج\t\t د\n", "أ ب\nج د\n"),
        ("elongation", "جداااا اللله جدّة 1111", "جدا اله جدّة 1111"),
        ("tanwin_alef", "كتابًا جديداً، بناءً", "كتاب جديد، بناءً"),
        ("harakat", "كَتَبَّ كتابٌ", "كتبّ كتابٌ"),
        ("harakat tanwin", "العَرَبِيّةٌ", "العربيّة"),
        ("final_diacritics", "قَالَ الوَزِيرُ", "قَال الوَزِير"),
        ("hamza_uniform", "سؤال أسئلة", "سءال ءسءلة"),
        ("small_alef", "هٰذا", "هاذا"),
        ("lone_hamza", "شيء سئل", "شي سئل"),
        ("eastern_digits", "2024 ۵", "٢٠٢٤ ٥"),
        ("teh_marbuta_as_teh", "مدرسة", "مدرست"),
        ("punctuation", "أ، ب؟", "أ, ب?"),
    ],
)
def test_profiles_and_groups(profile, text, expected):
    assert jwgie.normalise(text, profile=profile).text == expected


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("قال الوَزِيرُ: نعم", "الوزير", "الوَزِيرُ"),  # the marks on the last letter belong to it
        ("ال\u064014 لها", "ال", "ال\u0640"),
        ("\u202bالهند\u202c قالت", "الهند", "الهند"),  # direction marks do not
        ("وزارة&nbsp;الخارجية", "وزاره الخارجيه", "وزارة&nbsp;الخارجية"),
        ("البحث&amp;العلم", "&", "&amp;"),
        ("قال ﷺ كذا", "صلي الله عليه وسلم", "ﷺ"),
        ("قال ﷺ كذا", "الله عليه", "ﷺ"),  # part of a ligature is the whole of it
        ("اﻷمن", "الامن", "اﻷمن"),
        ("ا\u0655يران و", "ايران", "ا\u0655يران"),
        ("سنة ٢٠٢٤م", "2024", "٢٠٢٤"),
        ("أ\r\nب", "\n", "\r\n"),
    ],
)
def test_spans(text, words, source):
    view = jwgie.normalise(text)
    at = view.text.index(words)
    span = view.span(at, at + len(words))
    assert text[span.start : span.end] == source
    start, end = view.range(span)
    assert words in view.text[start:end]


def test_empty_spans_and_positions():
    view = jwgie.normalise("أَب\u200f")
    assert view.span(1, 1) == Span(2, 2)
    assert view.span(2, 2) == Span(4, 4)
    assert [view.position(at) for at in range(5)] == [0, 1, 1, 2, 2]
    assert jwgie.normalise("").span(0, 0) == Span(0, 0)
    assert jwgie.normalise("").range(Span(0, 0)) == (0, 0)


def test_origin_is_kept():
    assert fold("أ", load_pack("ar").folding, "title").span(0, 1) == Span(0, 1, "title")


def test_plain_text_is_one_piece():
    view = jwgie.normalise("اجتمع الوفدان في القاهرة يوم 29 مايو. " * 100)
    assert list(view.folded) == [0]


def test_unknown_profile_names_what_there_is():
    with pytest.raises(PackError, match=r"no group nonsense.*full.*diacritics"):
        jwgie.normalise("أ", profile="nonsense")
    with pytest.raises(UnknownLanguageError, match="ar"):
        jwgie.normalise("أ", language="xx")


def test_faulty_groups_are_refused():
    with pytest.raises(PackError, match="mapp"):
        Folding.from_mapping({"groups": {"full": {"mapp": {}}}})
    with pytest.raises(PackError, match="sequences"):
        Folding.from_mapping({"groups": {"full": {"map": {"ab": "c"}}}})
    with pytest.raises(PackError, match="alphabet"):
        Folding.from_mapping({"alphabet": "\u0000-\u0200", "groups": {"full": {}}})


@pytest.mark.parametrize("alphabet", ["\u0000-\u007f", "\u0000-\u007f \u0600-\u067f"])
def test_characters_outside_the_alphabet_are_folded_alike(alphabet):
    data = load_pack("ar").toml("folding") | {"alphabet": alphabet}
    for text, expected in FULL:
        assert fold(text, Folding.from_mapping(data)).text == expected

"""Telling the language of a text."""

import sys
from pathlib import Path
from subprocess import run
from time import process_time

import pytest

import jwgie
from jwgie.evaluation.gold import gold
from jwgie.languages import languages
from jwgie.languages.identify import identifiable, identify

GOLD = Path(__file__).parents[1] / "gold"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("عقد وزيرا خارجية البلدين جلسة مباحثات في العاصمة أمس", "ar"),
        ("عَقَدَ الوَزِيرَانِ جَلْسَةً فِي العَاصِمَةِ", "ar"),
        ("التقى الوزير نظيره Smith في مقر NATO في بروكسل", "ar"),
        ("دونوں ممالک کے وزرائے خارجہ نے دہلی میں ملاقات کی اور تعاون پر بات کی", "ur"),
        ("وزیران خارجه دو کشور در تهران با هم دیدار کردند و درباره همکاری ها گفت وگو شد", "fa"),
        ("د دواړو هېوادونو د بهرنیو چارو وزیران په کابل کې سره وکتل", "ps"),
        ("हिन्दुस्तान और जापान के विदेश मंत्रियों ने टोक्यो में बैठक की", "hi"),
        ("दोन्ही देशांच्या मंत्र्यांनी आज येथे बैठक केली आहे आणि चर्चा केली", "mr"),
        ("The foreign ministers of the two countries met in Tokyo on Friday", "en"),
        ("Les ministres des deux pays se sont réunis à Tokyo pour parler de la coopération", "fr"),
        ("Los ministros de los dos países se reunieron en Tokio para hablar de la cooperación", "es"),
        ("Os ministros dos dois países reuniram-se em Tóquio para falar da cooperação", "pt"),
        ("両国の外相は東京で会談し、協力を強化することで一致した。", "ja"),
        ("两国外长在东京举行会谈", "zh"),
        ("Министры двух стран провели встречу в Токио", "ru"),
        ("두 나라 외교장관이 회담했다", "ko"),
        # others of the same scripts
        ("وەزیرانی هەردوو وڵات لە هەولێر کۆبوونەوە و باسی پەیوەندییەکانیان کرد", "ckb"),
        ("ھەر ئىككى دۆلەتنىڭ تاشقى ئىشلار مىنىستىرلىرى كۆرۈشتى", "ug"),
        ("नेपाल र भारतका परराष्ट्रमन्त्रीले काठमाडौंमा भेटवार्ता गर्नुभएको छ", "ne"),
        ("I ministri degli esteri dei due paesi si sono incontrati ieri a Roma", "it"),
        ("Els ministres dels dos països es van reunir ahir per parlar de la cooperació", "ca"),
        ("Die Außenminister beider Länder trafen sich gestern in Berlin", "de"),
        ("De ministers van beide landen hebben gisteren in Den Haag overleg gevoerd", "nl"),
        ("İki ülkenin dışişleri bakanları dün Ankara'da bir araya geldi", "tr"),
        ("Menteri luar negeri kedua negara bertemu di Jakarta untuk membahas kerja sama", "id"),
        ("Miniștrii de externe ai celor două țări s-au întâlnit ieri la București", "ro"),
        ("Ministrowie spraw zagranicznych obu krajów spotkali się wczoraj w Warszawie", "pl"),
        ("Mawaziri wa mambo ya nje wa nchi hizo mbili walikutana jana mjini Dodoma", "sw"),
        ("Міністри двох країн провели зустріч у Києві", "uk"),
        # more than one language or script
        ("岸田首相はNATO首脳会議でG7やQUAD、ASEAN、IAEA、WTOなどについて協議した。", "ja"),
        ("The minister met 王毅 and كمال خرازي at the forum on Monday", "en"),
        ("About us Contact Privacy Terms Login\nعقد الوزير اجتماعا مع نظيره الهندي لبحث سبل تعزيز التعاون بين البلدين", "ar"),
        ("The two ministers met in Cairo today and agreed to work together.\nالتقى الوزيران اليوم في القاهرة واتفقا على التعاون", None),
        (
            "The two ministers met in Paris on Monday and agreed that their countries would work together on energy, trade and security, "
            "and that a new round of talks will be held at the end of the year. Les deux ministres se sont rencontrés lundi à Paris et "
            "ont convenu que leurs pays coopéreraient dans les domaines de l'énergie, du commerce et de la sécurité.",
            None,
        ),
        # what does not tell
        ("EU Commission, WTO, IAEA, NATO, ASEAN", None),
        ("東京", None),
        ("", None),
        ("2024 – 12:30", None),
        ("\u0640\u0640 \ud800", None),
        ("Tokyo", None),
        ("Kuala Lumpur, Jakarta", None),
        ("اجتماع", None),
    ],
)
def test_identify(text, code):
    assert identify(text) == code


def test_every_pack_can_be_identified():
    assert set(languages()) <= set(identifiable())


@pytest.mark.parametrize("text", ["The two ministers met. " * 20_000, "ا" * 200_000, "\u064b" * 200_000, "会" * 200_000])
def test_the_cost_is_bounded(text):
    start = process_time()
    identify(text)
    assert process_time() - start < 0.2


def test_loading_a_language_loads_no_other():
    """Of the other packs only `pack.toml` is opened, which says whether reports can be read with it."""
    script = """
import re, sys
opened = set()
sys.addaudithook(lambda event, arguments: opened.add(str(arguments[0])) if event == "open" else None)
import jwgie
jwgie.load("ar")("عقد الوزيران اجتماعا في الرياض لبحث التعاون بين البلدين", published="2024-05-31")
for path in opened:
    folders = re.split("[^A-Za-z_.]+", path)
    if "languages" in folders and folders[-1] != "pack.toml":
        print(*[folder for folder in folders[folders.index("languages") :] if folder in sys.argv[1:]])
"""
    others = [code for code in languages(partial=True) if code != "ar"]
    result = run([sys.executable, "-c", script, *others], capture_output=True, text=True, check=True, cwd=Path(jwgie.__file__).parents[1])
    assert result.stdout.split() == []


def test_the_languages_are_those_that_load_reads():
    assert jwgie.languages() == languages()
    assert all(jwgie.load(code).language == code for code in jwgie.languages())


@pytest.mark.parametrize("code", ["ar", "en", "es", "fr", "hi", "ja", "ur"])
def test_gold_reports(code):
    """All of them, and nearly all pieces of 100 characters; a tenth of those of Arabic, which has ten times as many."""
    texts = [f"{r.title or ''}\n{r.text}" for part in ("train", "dev") for r in gold(GOLD / part, code)][:: 10 if code == "ar" else 1]
    assert {identify(text) for text in texts} == {code}
    told = [identify(text[i : i + 100]) == code for text in texts for i in range(0, len(text) - 99, 100)]
    assert sum(told) >= 0.97 * len(told)

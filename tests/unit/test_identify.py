"""Telling the language of a text."""

import pytest

from jwgie.languages import languages
from jwgie.languages.identify import identifiable, identify


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
        # what does not tell
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

"""Reports whose words are those of meetings and that tell of none, and those beside them that do."""

from __future__ import annotations

from functools import cache

import pytest

import jwgie

load = cache(jwgie.load)

# language, headline, text; whether a meeting is told of
REPORTS = [
    # denied, and what is denied at a meeting
    ("ar", "أوتينو: لا صحة لما نشر عن محادثة مع مويسيغا",
     "نفى وزير الخارجية الكيني جوزيف أوتينو ما تناقلته صحف عن محادثة جرت أمس بينه وبين وزير الخارجية الأوغندي ديفيد مويسيغا.", False),
    ("ar", "لقاء كيني أوغندي",
     "نفى وزير الخارجية الكيني جوزيف أوتينو، خلال محادثات مع نظيره الأوغندي ديفيد مويسيغا، وجود خلاف.", True),
    ("ur", "کینیا کی یوگنڈا سے مذاکرات کی تردید",
     "کینیا کے وزیر خارجہ جوزف اوٹینو نے یوگنڈا کے وزیر خارجہ ڈیوڈ مویسیگا سے مذاکرات کی خبروں کی تردید کی ہے۔", False),
    ("ur", "کینیا اور یوگنڈا کے وزرائے خارجہ کی ملاقات",
     "کینیا کے وزیر خارجہ جوزف اوٹینو نے یوگنڈا کے وزیر خارجہ ڈیوڈ مویسیگا سے ملاقات کی۔", True),
    ("hi", "केन्या ने युगांडा से वार्ता की खबरों का खंडन किया",
     "केन्या के विदेश मंत्री जोसेफ ओटिनो ने युगांडा के विदेश मंत्री डेविड मुसेवेनी से बातचीत की खबरों का खंडन किया।", False),
    ("hi", "केन्या और युगांडा के विदेश मंत्रियों की बैठक",
     "केन्या के विदेश मंत्री जोसेफ ओटिनो ने युगांडा के विदेश मंत्री डेविड मुसेवेनी के साथ बैठक की।", True),
    # the life of somebody who died, and a call because somebody died
    ("ar", "رحيل الدبلوماسي البولندي يان نوفاك",
     "غيب الموت الدبلوماسي البولندي يان نوفاك.\n\nورأس نوفاك وفد بلاده في المفاوضات مع ألمانيا لإنهاء النزاع على الحدود.", False),
    ("ar", "وزير خارجية بولندا يعزي نظيره النرويجي في وفاة الملك",
     "أجرى وزير الخارجية البولندي يان نوفاك اتصالا هاتفيا مع نظيره النرويجي أولاف هانسن قدم فيه التعازي في وفاة الملك.", True),
    # a match, and ministers of sport
    ("ar", "تشيلي تلتقي بيرو",
     "يلتقي المنتخب التشيلي نظيره البيروفي غدا في مباراة على ملعب العاصمة.\n\nوقال المدرب إن اللقاء صعب.", False),
    ("ar", "وزير رياضة تشيلي يلتقي نظيره البيروفي",
     "التقى وزير الرياضة التشيلي بابلو سوتو نظيره البيروفي خوان ريوس، وبحثا إعداد المنتخبات.", True),
    ("ar", "رئيس تشيلي يلتقي رئيس بيرو قبل المباراة",
     "التقى الرئيس التشيلي بابلو سوتو الرئيس البيروفي خوان ريوس في العاصمة.\n\nوحضر الرئيسان المباراة بين المنتخبين في نصف نهائي البطولة"
     " على الملعب الوطني.", True),
    # what somebody writes about talks of others
    ("ar", "قراءة في قمة القارة", "عقدت فنلندا ومنغوليا قمة في هلسنكي. ولم تحقق القمة ما أراده الطرفان.", False),
    ("ja", "社説 フィンランドとモンゴルの首脳会談", "フィンランドとモンゴルの首脳が会談し、協力を確認した。懸案は残されたままだ。", False),
    ("ja", "フィンランドとモンゴルが首脳会談", "フィンランドとモンゴルの首脳が会談し、協力を確認した。", True),
    ("ja", "ポーランドの元外相、ノヴァク氏死去",
     "ポーランドの元外相ヤン・ノヴァク氏が死去した。1999年にドイツ首相と会談し、国境問題で合意した。", False),
    ("fr", "Éditorial : un sommet pour rien",
     "La Finlande et la Mongolie ont tenu un sommet à Helsinki. Il n'a pas répondu aux attentes.", False),
    ("fr", "Décès de l'ancien ministre finlandais Olavi Hansen",
     "L'ancien ministre Olavi Hansen est décédé dimanche. Il avait rencontré le président mongol à Helsinki en 1999.", False),
    ("es", "Editorial: una cumbre sin acuerdos", "Finlandia y Mongolia celebraron una cumbre en Helsinki. No hubo avances.", False),
    ("es", "Muere el exministro finlandés Olavi Hansen",
     "El exministro finlandés Olavi Hansen murió el domingo. En 1999 se reunió con el presidente de Mongolia en Helsinki.", False),
    # what a court hears; what one would be ready for
    ("ar", "النظر في الدعوى", "عقدت محكمة العدل الدولية، اليوم، في لاهاي أولى جلسات الاستماع العلنية في دعوى بيرو على تشيلي.", False),
    ("ar", "منغوليا وفنلندا", "قالت وزيرة الخارجية الفنلندية آنا كوسكي إنها لا تمانع في إجراء محادثات مع منغوليا.", False),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text", "told"), REPORTS)
def test_what_a_report_is_tells_whether_it_is_of_a_meeting(language: str, title: str, text: str, told: bool) -> None:
    assert bool(load(language)(text, title=title, published="2024-05-08").records) == told

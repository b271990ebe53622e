"""Reports of several talks: one record each where one person meets others one by one, one where they meet together."""

import pytest

import jwgie
from jwgie.assembly.cues import Cue
from jwgie.assembly.event import Event
from jwgie.assembly.one_by_one import parted
from jwgie.assembly.parties import Sides


@pytest.fixture(scope="module")
def arabic():
    return jwgie.load("ar")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "استقبل وزير الخارجية القطري سلطان المريخي، اليوم، وزير الخارجية التركي هاكان فيدان "
            "ووزير الخارجية المصري بدر عبد العاطي، كلا على حدة.",
            ["QA TR", "QA EG"], id="objects of one verb",
        ),
        pytest.param(
            "عقد وزير الخارجية التونسي محمد علي النفطي جلسة عمل مع وزير الخارجية الإيطالي أنطونيو تاياني، "
            "ثم مع وزير الداخلية الليبي عماد الطرابلسي.",
            ["TN IT", "TN LY"], id="with said anew",
        ),
        pytest.param(
            "عقد وزير الخارجية المغربي ناصر بوريطة، أمس، سلسلة لقاءات ثنائية مع نظرائه الغاني صامويل أوكودزيتو أبلاكوا، "
            "والكيني موساليا مودافادي.",
            ["MA GH", "MA KE"], id="a noun of several talks",
        ),
        pytest.param(
            "تلقى ولي العهد السعودي الأمير محمد بن سلمان اتصالين هاتفيين من الرئيس الفرنسي إيمانويل ماكرون "
            "ورئيس الوزراء البريطاني كير ستارمر.",
            ["SA FR", "SA GB"], id="two calls",
        ),
        pytest.param(
            "استقبل رئيس مجلس النواب العراقي محمود المشهداني، اليوم، سفير إيران محمد كاظم آل صادق "
            "وسفيرة أستراليا غليندا غانلي في لقاءات منفصلة.",
            ["IQ IR", "IQ AU"], id="a noun that sums up",
        ),
        pytest.param(
            "بحث وزير الزراعة السوري أمجد بدر مع سفيري الهند وإندونيسيا، كل على حدة، التعاون الزراعي.",
            ["SY IN", "SY ID"], id="an office of two",
        ),
        pytest.param(
            "استقبلت رئيسة الحكومة التونسية سارة الزعفراني، الاثنين، سفير اليابان سايتو جون.\n\n"
            "واستقبلت رئيسة الحكومة كذلك سفير تركيا أحمد مصباح دميرجان.",
            ["TN JP", "TN TR"], id="by the office alone",
        ),
        pytest.param(
            "استقبل وزير الخارجية التونسي محمد علي النفطي، اليوم، سفراء كل من ألمانيا وكينيا وبيرو.",
            ["TN DE KE PE"], id="ambassadors at once",
        ),
        pytest.param(
            "استقبل وزير الخارجية التونسي محمد علي النفطي، اليوم، سفراء ألمانيا وكينيا كلا على حدة.",
            ["TN DE", "TN KE"], id="ambassadors one by one",
        ),
        pytest.param(
            "سيلتقي الوزير الصيني وانغ يي الرئيس الكيني وليام روتو في نيروبي يوم الخميس 5 يونيو، "
            "وسيعقد محادثات مع وزير الخارجية الأنغولي تيتي أنتونيو يوم السبت.",
            ["CN KE", "CN AO"], id="two verbs",
        ),
        pytest.param(
            "عقد الرئيس القبرصي نيكوس خريستودوليدس ورئيس الوزراء اليوناني كيرياكوس ميتسوتاكيس والرئيس المصري عبد الفتاح السيسي "
            "قمة ثلاثية اليوم.\n\nوكان السيسي قد التقى الثلاثاء خريستودوليدس في لقاء ثنائي.",
            ["CY GR EG", "CY EG"], id="two of three before",
        ),
        pytest.param(
            "عقد وزير الخارجية الأردني أيمن الصفدي اجتماعا ثلاثيا مع نظيريه المصري بدر عبد العاطي والعراقي فؤاد حسين.",
            ["JO EG IQ"], id="together",
        ),
        pytest.param(
            "عقد وزراء خارجية مصر بدر عبد العاطي والأردن أيمن الصفدي والعراق فؤاد حسين، اليوم في عمان، اجتماعا ثلاثيا.",
            ["EG JO IQ"], id="ministers of a list of states",
        ),
        pytest.param(
            "اجتمع وزير الطاقة الجزائري محمد عرقاب مع وزير البترول النيجري مهامان صاني محامادو ووزير النفط النيجيري تيميبري سيلفا، "
            "واتفق الثلاثة على خارطة طريق.",
            ["DZ NE NG"], id="with a list: together",
        ),
        pytest.param(
            "استقبل الرئيس الموريتاني محمد ولد الشيخ الغزواني، اليوم، وزير الخارجية الإسباني خوسيه مانويل ألباريس "
            "ووزير الداخلية الإسباني فرناندو غراندي مارلاسكا.",
            ["MR ES"], id="two of one state",
        ),
        pytest.param(
            "عقد في القاهرة اليوم الاجتماع الرابع لوزراء الخارجية العرب ونظرائهم في دول الاتحاد الأوروبي.\n\n"
            "ورأس وفد المملكة العربية السعودية وزير الدولة عادل الجبير.",
            ["LAS EU SA"], id="who heads a delegation to a meeting of many",
        ),
        pytest.param(
            "ألغى وزير الخارجية الأميركي ماركو روبيو جولته في أفريقيا.\n\n"
            "وكان اللقاء المرتقب بين روبيو والرئيس الكيني وليام روتو في نيروبي، وقد ألغي أيضا، سيتناول الأمن.",
            ["US KE"], id="talks that fall with a journey",
        ),
        pytest.param(
            "أجرى العاهل الأردني الملك عبدالله الثاني في ميونخ لقاءات ثنائية.\n\n"
            "فمع المستشار الألماني فريدريش ميرتس، تناول الملك العلاقات.\n\nومع الرئيس الفنلندي ألكسندر ستوب، بحث الأوضاع في غزة.",
            ["JO DE", "JO FI"], id="with whom alone",
        ),
    ],
)  # fmt: skip
def test_who_meets_whom(arabic, text: str, expected: list[str]) -> None:
    records = arabic(text, published="2025-03-05").records
    assert sorted(sorted(r.parties) for r in records) == sorted(sorted(e.split()) for e in expected)


def test_several_talks_of_nobody_stay_as_they_are() -> None:
    document = jwgie.load("en")("They met.")
    (sentence,) = document.sentences
    event = Event(sentence, 1, 6.0, False, None, (Cue(sentence.span, "meet", "past"),), several=True)
    assert parted([event], Sides(document)) == [event]

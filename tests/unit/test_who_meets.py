"""Who meets whom: sides that a report need not tell, several talks of one report, lists of sides."""

from __future__ import annotations

import pytest

import jwgie

# text, published; kind and parties of each meeting
REPORTS = [
    # he had talks: by "was" and a dative
    ("كان لوزير الخارجية الكيني دانيال أوما، اليوم، لقاء مع وزير خارجية بيرو كارلوس مينديس.", [("bilateral_meeting", {"KE", "PE"})]),
    ("كان لوزير الخارجية الكيني دانيال أوما، اليوم، لقاء مع صحيفة محلية.", []),
    # those whom the sides send
    ("ضم اجتماع فني، اليوم في نيروبي، ممثلين عن الحكومة الكينية والأمم المتحدة.", [("bilateral_meeting", {"KE", "UN"})]),
    # a mechanism of three whose delegations are told of behind its phrase
    ("عقد اليوم الاجتماع الدوري للآلية الثلاثية للتنسيق، إذ رأس جانب كينيا السفير سالم الناصر، وحضر عن الأمم المتحدة جان دوبون.",
     [("other", {"KE", "UN"})]),
    # institutions and delegations without a name
    ("عقدت وزارة العدل الكينية اجتماعا مع وفد من وزارة العدل البيروفية.", [("bilateral_meeting", {"KE", "PE"})]),
    ("نظمت وزارة الصحة الكينية اليوم اجتماعا مع بعثة منظمة الصحة العالمية.", [("bilateral_meeting", {"KE", "WHO"})]),
    ("عقدت وزارة الصحة الكينية اجتماعا مع محافظي الأقاليم.", []),
    # a minister is no ambassador
    ("استقبل وزير الخارجية سفير بيرو لدى كينيا كارلوس مينديس.", [("bilateral_meeting", {"KE", "PE"})]),
    # an authority of two states
    ("بدأت الدورة الثالثة للهيئة الفنية المشتركة للمياه بين كينيا وأوغندا اليوم.", [("joint_commission", {"KE", "UG"})]),
    # the report's own side: the agency's, though the place is another's
    ("نيويورك - سانا\n\nالتقى وزير الخارجية الدكتور سامر الخطيب اليوم وزير خارجية بيرو كارلوس مينديس.\n\n"
     "وأكد الوزيران حرص سوريا وبيرو على التعاون.",
     [("bilateral_meeting", {"SY", "PE"})]),
    # the side that is named together with the counterpart's
    ("استقبل وزير التجارة عماد الحسن اليوم وزيرة الاقتصاد النمساوية آنا هوبر. وبحث الجانبان العلاقات الأردنية النمساوية.",
     [("bilateral_meeting", {"JO", "AT"})]),
    # a counterpart without a name; a subject left out
    ("التقى وزير الخارجية العراقي سعد الجبوري اليوم في بغداد وزير خارجية البرتغال باولو كوستا، وبحثا التعاون.\n\n"
     "كما التقى نظيره الكيني، وتناول اللقاء التجارة بين البلدين.",
     [("bilateral_meeting", {"IQ", "PT"}), ("bilateral_meeting", {"IQ", "KE"})]),
    # "followed by talks with"
    ("أجرى وزير الدفاع المصري حسن فؤاد أمس محادثات مع وزير الدفاع اليوناني نيكوس ديماس، "
     "تلتها محادثات مع وزير الدفاع القبرصي خريستوس بيتريدس.",
     [("bilateral_meeting", {"EG", "GR"}), ("bilateral_meeting", {"EG", "CY"})]),
    # sides that the sentence opens with, and that stand before the verb
    ("تعهدت إسبانيا والبرتغال أمس بحماية الأنهار المشتركة، وذلك خلال الاجتماع الثالث للجنة المشتركة للمياه في مدريد.",
     [("joint_commission", {"ES", "PT"})]),
    ("أعلنت الوزارة أن كينيا وأوغندا ستعقدان محادثات بشأن الحدود في نيروبي يوم الأحد.",
     [("bilateral_meeting", {"KE", "UG"})]),
    # a long way from the verb to its object
    ("عقدت وزيرة الصحة الأردنية سلمى الخالد ونظيرها القبرصي أندرياس بافلو، صباح اليوم الثلاثاء في مقر الوزارة الجديد "
     "بالعاصمة عمّان، جلسة عمل تناولت الأدوية.",
     [("bilateral_meeting", {"JO", "CY"})]),
    # whom one blames is no side; nor are those who speak elsewhere a reason that the host is none
    ("تباحث وزير الخارجية سامر نعيم هاتفيا اليوم مع وزير الخارجية اليمني عادل حيدر. "
     "وطالب الوزيران بوقف العدوان الإسرائيلي، وأكدا أن إسرائيل تتحمل المسؤولية. وجاء الاتصال في إطار التنسيق بين البلدين.",
     [("phone_call", {"YE"})]),
    ("هانوي - استقبل الرئيس تران فان مينه في القصر الرئاسي بهانوي اليوم وزيرة الخارجية التشيلية كارلا موراليس، وبحثا الأزمة في السودان.\n\n"
     "وقال المتحدث إن الرئيس السابق للمجموعة (فيتنام) يتابع الملف. وأكدت الوزيرة أن تشيلي وفيتنام ستعملان معا.",
     [("bilateral_meeting", {"VN", "CL"})]),
    # a group that is called after the number of its members, whose ministers meet beside a session of others
    ("اجتمع في لشبونة أمس وزراء خارجية المجموعة الثلاثية المعنية بليبيا، وهي تضم إسبانيا والبرتغال وكندا، "
     "على هامش أعمال الجمعية العامة للأمم المتحدة.",
     [("ministerial", {"ES", "PT", "CA"})]),
    # talks that no verb of meeting tells of: in whose course something was said, that were about something, the two named before
    ("أكد وزير الدفاع المصري حسن فؤاد، في اتصال هاتفي أمس مع وزير الدفاع اليوناني نيكوس ديماس، أهمية التنسيق.",
     [("phone_call", {"EG", "GR"})]),
    ("تعزيز التعاون محور لقاء وزير الدفاع المصري حسن فؤاد مع وزير الدفاع اليوناني نيكوس ديماس أمس.",
     [("bilateral_meeting", {"EG", "GR"})]),
    ("زار وزير الدفاع المصري حسن فؤاد أمس وزير الدفاع اليوناني نيكوس ديماس وبحث معه التعاون.",
     [("bilateral_meeting", {"EG", "GR"})]),
    ("اطلع وزير الدفاع المصري حسن فؤاد من وزير الدفاع اليوناني نيكوس ديماس، خلال اجتماعهما أمس، على التعاون.",
     [("bilateral_meeting", {"EG", "GR"})]),
    ("قام وزير الدفاع المصري حسن فؤاد بعقد اجتماع مع وزير الدفاع اليوناني نيكوس ديماس أمس لبحث التعاون.",
     [("bilateral_meeting", {"EG", "GR"})]),
    ("هاتف وزير الدفاع المصري حسن فؤاد أمس نظيره اليوناني نيكوس ديماس وبحثا التعاون.", [("phone_call", {"EG", "GR"})]),
    # views are exchanged in talks, telegrams are not; somebody's telephone rings nobody up
    ("تبادل وزير الدفاع المصري حسن فؤاد ووزير الدفاع اليوناني نيكوس ديماس وجهات النظر بشأن التعاون.",
     [("bilateral_meeting", {"EG", "GR"})]),
    ("تبادل الرئيس المصري حسن فؤاد والرئيس اليوناني نيكوس ديماس برقيات التهنئة.", []),
    ("سرق اللصوص هاتف الوزير المصري حسن فؤاد في فندق يقيم فيه الوزير اليوناني نيكوس ديماس.", []),
    # a delegation of a side; officials of an organisation, chaired by one of them
    ("بحث وزير الدفاع المصري حسن فؤاد مع وفد عسكري يوناني أمس سبل التعاون.", [("bilateral_meeting", {"EG", "GR"})]),
    ("عقد وزراء الزراعة بدول مجلس التعاون لدول الخليج العربية أمس اجتماعهم التاسع برئاسة وزير الزراعة الكويتي سالم فهد.",
     [("ministerial", {"GCC", "KW"})]),
    # talks that the next sentence says were a call; talks on screens
    ("أجرى وزير الدفاع المصري حسن فؤاد أمس مباحثات مع وزير الدفاع اليوناني نيكوس ديماس. جاء ذلك في اتصال هاتفي بينهما.",
     [("phone_call", {"EG", "GR"})]),
    ("عقد وزير الدفاع المصري حسن فؤاد أمس لقاء عبر تقنية الاتصال المرئي مع وزير الدفاع اليوناني نيكوس ديماس.",
     [("phone_call", {"EG", "GR"})]),
    # a group of states of one region is no group of two
    ("أكد الوزير أن المجموعة العربية تدعمه. جاء ذلك خلال لقاء رئيس مجلس النواب البحريني بمكتبه أمس سفير توغو لدى البحرين سالم ديالو.",
     [("bilateral_meeting", {"BH", "TG"})]),
    # the own side is told by an adjective, and is not a country that somebody visited
    ("التقى رئيس مجلس الوزراء حسن فؤاد أمس رئيس مالطا إيان بورغ. وأثنى على الوفد الذي زار كينيا. وعرض اللقاء عمل الشركات المصرية.",
     [("bilateral_meeting", {"EG", "MT"})]),
    # a preposition joins no list; talks at home are none
    ("أتاحت قطر لإيران المشاركة في مؤتمر الدوحة للدفاع البحري.", []),
    ("قال وزير المالية الفرنسي بيير دوران في ختام اجتماع مع الرئيس الفرنسي إن الموازنة جاهزة.", []),
]  # fmt: skip


@pytest.fixture(scope="module")
def pipeline() -> jwgie.Pipeline:
    return jwgie.load("ar")


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_who_meets(pipeline: jwgie.Pipeline, text: str, expected: list[tuple[str, set[str]]]) -> None:
    records = pipeline(text, published="2024-03-05").records
    assert [(r.kind, set(r.parties)) for r in records] == expected

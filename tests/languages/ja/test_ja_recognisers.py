"""People, bodies and the signs of states in Japanese."""

import pytest

import jwgie
from jwgie import Pipeline

PEOPLE = [
    ("岩屋毅外務大臣は会談を行った。", [("岩屋毅", "外務大臣", None, "JP")]),
    ("パイン豪国防大臣と会談した。", [("パイン", "国防大臣", None, "AU")]),
    (
        "スブラマニヤム・ジャイシャンカル・インド外務大臣（Dr. S. Jaishankar）と会談した。",
        [("スブラマニヤム・ジャイシャンカル", "外務大臣", None, "IN")],
    ),
    ("南博之外務省国際テロ対策担当大使が出席した。", [("南博之", "国際テロ対策担当大使", "外務省", "JP")]),
    ("韓国外務省のソ・ミンジョン（徐旻廷）アジア太平洋局長と協議した。", [("ソ・ミンジョン", "アジア太平洋局長", "韓国外務省", "KR")]),
    ("金丁漢（キム・ジョンハン）韓国外交部アジア太平洋局長と協議した。", [("金丁漢", "アジア太平洋局長", "韓国外交部", "KR")]),
    ("ラオスのカムペーン・サイソムペーン商工業大臣が議長を務めた。", [("カムペーン・サイソムペーン", "商工業大臣", None, "LA")]),
    ("モンゴル側から、ルハグワジャブ会頭が出席した。", [("ルハグワジャブ", "会頭", None, "MN")]),
    ("山田賢司経済産業副大臣が出席した。", [("山田賢司", "経済産業副大臣", None, "JP")]),
    ("トランプ次期大統領と会談する。", [("トランプ", "次期大統領", None, None)]),
    ("外交部（外務省）の王毅部長（外相）は会談した。", [("王毅", "部長", "外交部（外務省）", None)]),
    ("ベーカー独連邦保健デジタル省事務次官が出席した。", [("ベーカー", "事務次官", "独連邦保健デジタル省", "DE")]),
    ("ガガーリン・ロシア連邦首相と会談した。", [("ガガーリン", "首相", None, "RU")]),
    (
        "マクレイ米財務次官補と佐藤一郎日本商工会議所会頭が出席した。",
        [("マクレイ", "財務次官補", None, "US"), ("佐藤一郎", "会頭", "日本商工会議所", "JP")],
    ),
    ("シビハ外務副大臣が出席した。", [("シビハ", "外務副大臣", None, None)]),
    ("ラミレスデジタル開発相と会談した。", [("ラミレス", "デジタル開発相", None, None)]),
    ("アルフレド・パスクアルフィリピン貿易産業大臣と会談した。", [("アルフレド・パスクアル", "貿易産業大臣", None, "PH")]),
    ("イラン外相アッバス・アラグチ氏は会談した。", [("アッバス・アラグチ", "外相", None, "IR")]),
    ("中国の副首相、何立峰氏は会談した。", [("何立峰", "副首相", None, "CN")]),
    ("岩屋外相、ルビオ氏が会談した。", [("岩屋", "外相", None, "JP"), ("ルビオ", None, None, None)]),
    ("両外務大臣は、外相会談を行った。", []),
    ("東京で外務大臣会合が開かれた。", []),
]

BODIES = [
    ("第6回日印テロ対策作業部会が開かれた。", ("第6回日印テロ対策作業部会", "joint_working_group", ["IN", "JP"])),
    ("第3回日中テロ対策協議が開かれた。", ("第3回日中テロ対策協議", "dialogue", ["CN", "JP"])),
    ("日韓局長協議を実施した。", ("日韓局長協議", "political_consultations", ["JP", "KR"])),
    ("第12回日印外務次官対話が開かれた。", ("第12回日印外務次官対話", "dialogue", ["IN", "JP"])),
    ("日豪外相電話会談が行われた。", ("日豪外相電話会談", "phone_call", ["AU", "JP"])),
    ("第12回日本・モンゴル官民合同協議会に出席した。", ("第12回日本・モンゴル官民合同協議会", "coordination_council", ["JP", "MN"])),
    ("第4回「日仏次官級定期協議」を開催した。", ("第4回「日仏次官級定期協議", "political_consultations", ["FR", "JP"])),
    ("日豪防衛協議が開かれた。", ("日豪防衛協議", "dialogue", ["AU", "JP"])),
    ("第3回日・ベトナム食料輸出規制対話が開かれた。", ("第3回日・ベトナム食料輸出規制対話", "dialogue", ["JP", "VN"])),
    ("第8回日・トルコ経済合同会議が開かれた。", ("第8回日・トルコ経済合同会議", "other", ["JP", "TR"])),
    ("日韓の協議が行われた。", ("日韓の協議", "bilateral_meeting", ["JP", "KR"])),
    ("初のサイバー対話が始まった。", ("サイバー対話", "dialogue", [])),
]

SIGNS = [
    ("日印外相会談", ["JP", "IN"]),
    ("日米韓首脳会合", ["JP", "US", "KR"]),
    ("米中戦略対話", ["US", "CN"]),
    ("日・エジプト外相会談", ["JP", "EG"]),
    ("中東情勢について、今日、日本語で", []),
    ("サウジアラビアと", ["SA"]),
]


@pytest.fixture(scope="module")
def nlp() -> Pipeline:
    return jwgie.load("ja")


@pytest.mark.parametrize(("text", "people"), PEOPLE)
def test_people(nlp: Pipeline, text: str, people: list[tuple[str | None, ...]]) -> None:
    document = nlp(text)
    values = [m.value for m in document.mentions if m.label == "PERSON"]
    found = [(*(document.slice(span) if span else None for span in (v.name, v.position, v.affiliation)), v.party) for v in values if v.name]
    assert found == people


@pytest.mark.parametrize(("text", "body"), BODIES)
def test_bodies(nlp: Pipeline, text: str, body: tuple[str, str, list[str]]) -> None:
    document = nlp(text)
    found = [m for m in document.mentions if m.label == "BODY"]
    phrase, kind, parties = body
    assert phrase in [document.slice(m.span) for m in found]
    value = next(m.value for m in found if document.slice(m.span) == phrase)
    assert (value.kind, sorted(p.value for p in value.parties)) == (kind, parties)


@pytest.mark.parametrize(("text", "codes"), SIGNS)
def test_signs(nlp: Pipeline, text: str, codes: list[str]) -> None:
    document = nlp(text)
    assert [m.value for m in document.mentions if m.label in ("COUNTRY", "ORG")] == codes


def test_a_name_stands_between_its_quotation_marks(nlp: Pipeline) -> None:
    document = nlp("第4回「日仏次官級定期協議」を開催した。")
    (body,) = (m.value for m in document.mentions if m.label == "BODY")
    assert (document.slice(body.name), body.ordinal.value) == ("日仏次官級定期協議", 4)
    assert any(m.label == "TOPIC" for m in nlp("通信分野で協力する。").mentions)
    assert not any(m.label == "TOPIC" for m in nlp("TBC通信によると、雨が降った。").mentions)

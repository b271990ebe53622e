"""Records and statements of Japanese reports."""

import pytest

import jwgie
from jwgie import Pipeline

PUBLISHED = "2024-06-15"

# text; kind, parties, city, first day and status of the meeting
RECORDS: list[tuple[str, str, list[str], str | None, str, str]] = [
    ("5月29日、東京において、第6回日印テロ対策協議が開催されました。",
     "dialogue", ["IN", "JP"], "Tokyo", "2024-05-29", "held"),
    ("岩屋毅外務大臣は14日、東京で、スブラマニヤム・ジャイシャンカル・インド外務大臣と会談を行いました。",
     "bilateral_meeting", ["IN", "JP"], "Tokyo", "2024-06-14", "held"),
    ("日米両政府は、日米首脳会談を20日にワシントンで開催すると発表した。",
     "bilateral_meeting", ["JP", "US"], "Washington", "2024-06-20", "scheduled"),
    ("韓国外交部の金丁漢アジア太平洋局長と日本外務省の滝崎成樹アジア大洋州局長は12日午前、東京の外務省で日韓局長協議を開き、懸案を議論した。",
     "political_consultations", ["JP", "KR"], "Tokyo", "2024-06-12", "held"),
    ("中国の王毅外相は13日、訪問先のモスクワ市内のホテルでロシアのラブロフ外相と会談した。",
     "bilateral_meeting", ["CN", "RU"], "Moscow", "2024-06-13", "held"),
    ("岩屋外相は13日、米国のルビオ国務長官と電話で約30分間会談し、連携を確認した。",
     "phone_call", ["JP", "US"], None, "2024-06-13", "held"),
    ("南北首脳会談を12日に平壌で行った韓国の文在寅大統領と北朝鮮の金正恩国務委員長は共同宣言に署名した。",
     "bilateral_meeting", ["KP", "KR"], "Pyongyang", "2024-06-12", "held"),
    ("岩屋外相は来月1日に韓国を訪問し、趙兌烈外相とソウルで会談し、安全保障をめぐって意見を交わす見通しだ。",
     "bilateral_meeting", ["JP", "KR"], "Seoul", "2024-07-01", "scheduled"),
    ("岩屋外務大臣は13日、日米韓外相会合に出席した後、韓国の趙兌烈外相とニューヨークで会談した。",
     "bilateral_meeting", ["JP", "KR"], "New York", "2024-06-13", "held"),
    ("外務省は14日、岩屋外相が20日に東京でエストニアのツァフクナ外相と会談する予定だと明らかにした。",
     "bilateral_meeting", ["EE", "JP"], "Tokyo", "2024-06-20", "scheduled"),
    ("岩屋外相は20日、ガーナのアブラクワ外相と会談する見通しだ。",
     "bilateral_meeting", ["GH", "JP"], None, "2024-06-20", "scheduled"),
    ("岩屋外相は13日、イランのアラグチ外相から電話を受け、中東情勢について協議した。",
     "phone_call", ["IR", "JP"], None, "2024-06-13", "held"),
    ("12日に大阪でフィジーのランブカ首相と会談した小泉農相は、漁業で協力する考えを示した。",
     "bilateral_meeting", ["FJ", "JP"], "Osaka", "2024-06-12", "held"),
    ("日豪両政府は13日、キャンベラで2プラス2を開いた。",
     "dialogue", ["AU", "JP"], "Canberra", "2024-06-13", "held"),
    ("日トルコエネルギー対話が13日、アンカラで始まった。",
     "dialogue", ["JP", "TR"], "Ankara", "2024-06-13", "held"),
    ("日本とウクライナ両政府は20日、キーウで防衛当局間協議を開く。",
     "dialogue", ["JP", "UA"], "Kyiv", "2024-06-20", "scheduled"),
    ("外務省は14日、「岩屋外相が米国のルビオ国務長官と13日に会談した」と発表した。",
     "bilateral_meeting", ["JP", "US"], None, "2024-06-13", "held"),
    ("岩屋外相は11日から14日にかけてモンゴルを訪問し、13日にウランバートルでバトツェツェグ外相と会談した。",
     "bilateral_meeting", ["JP", "MN"], "Ulaanbaatar", "2024-06-13", "held"),
    ("岩屋外相は13日、東京でモンゴルの国会議員代表団の表敬を受けた。",
     "bilateral_meeting", ["JP", "MN"], "Tokyo", "2024-06-13", "held"),
    ("岩屋外相は25日、米国のルビオ国務長官と会談し、中東情勢の認識を擦り合わせる。",
     "bilateral_meeting", ["JP", "US"], None, "2024-06-25", "scheduled"),
    ("バトツェツェグ外務大臣は13日、井川原賢在モンゴル日本国特命全権大使と会談した。モンツァメ通信が伝えた。",
     "bilateral_meeting", ["JP", "MN"], None, "2024-06-13", "held"),
    ("岩屋外相は14日の記者会見で、インドで開かれる国際会議に出席するため、20日から訪印すると明らかにした。岩屋外相は21日にモディ首相と首脳会談等を行う予定だ。",
     "bilateral_meeting", ["IN", "JP"], None, "2024-06-21", "scheduled"),
    ("13日午後、赤堀補佐官はタリンで、エストニアのレインサル外務大臣との間で、サイバー分野などの二国間関係について意見交換を行いました。",
     "bilateral_meeting", ["EE", "JP"], "Tallinn", "2024-06-13", "held"),
    ("13日、東京で、北朝鮮に関する日米韓協議が実施されました。",
     "dialogue", ["JP", "KR", "US"], "Tokyo", "2024-06-13", "held"),
    ("李強総理は13日、北京でインドネシアのジョコ大統領と会見した。新華社が伝えた。",
     "bilateral_meeting", ["CN", "ID"], "Beijing", "2024-06-13", "held"),
]  # fmt: skip

#: Headlines and texts of other news: nobody meets, or nobody of two states.
OTHER_NEWS = [
    (
        "官房長官「事実はない」",
        "林芳正官房長官は14日、日本と北朝鮮の当局者が中国で協議したとの報道について「そのような事実はない」と否定した。",
    ),
    (
        "東京株、反発",
        "14日の東京株式市場で日経平均株価は反発した。米国と中国がスイスで行った貿易協議で関税の引き下げに合意したことを受け、自動車株が買われた。",
    ),
    (
        "映画「密約」公開",
        "日米交渉の舞台裏を描いた映画「密約」の試写会が14日、東京都内で開かれ、日米の俳優が登壇した。",
    ),
    (
        "参院外交防衛委員会が開会",
        "参院外交防衛委員会は14日に開かれ、岩屋毅外相が日中関係や日韓関係について答弁した。",
    ),
    (
        "連合会長、首相と会談",
        "連合の芳野友子会長は14日、首相官邸で石破茂首相と会談し、賃上げについて意見交換した。",
    ),
    (
        "首相、被災地を視察",
        "岸田首相は14日、石川県輪島市を訪れ、地震の被災地を視察した。仮設住宅で住民と言葉を交わし、復旧を急ぐ考えを示した。",
    ),
    (
        "サッカー日本代表、ブラジルに勝利",
        "サッカーの日本代表は14日、東京でブラジル代表と対戦し、2対1で勝った。監督は試合後の会見で選手をたたえた。",
    ),
    (
        "トヨタ、インドに新工場",
        "トヨタ自動車は14日、インド南部に新工場を建設すると発表した。投資額は約3000億円。インド政府の支援策を活用する。",
    ),
    (
        "フランス総選挙、与党が敗北",
        "フランスで14日、総選挙の投票が行われ、マクロン大統領の与党連合が敗北した。大統領は同日夜に声明を発表した。",
    ),
    ("衆院、予算案を可決", "衆議院は14日の本会議で来年度予算案を可決した。岸田首相は予算委員会で野党の質問に答えた。"),
    (
        "北朝鮮がミサイル発射、外相が非難",
        "北朝鮮は14日、弾道ミサイルを発射した。岩屋外務大臣は記者団に対し、断じて容認できないと述べ、北京の大使館ルートを通じて抗議した。",
    ),
    ("新駐日大使が着任", "インドの新しい駐日大使が14日、東京に着任した。大使は近く皇居で信任状を提出する。"),
    ("円相場、一時160円台", "14日の外国為替市場で円相場は一時1ドル=160円台に下落した。米国と日本の金利差が意識された。"),
    ("外務大臣談話", "ケニアにおける洪水被害について、岩屋外務大臣はケニアのムダヴァディ外務大臣に対し、見舞いのメッセージを送りました。"),
    (
        "経産省、審議会を開催",
        "経済産業省は14日、産業構造審議会の会合を開き、エネルギー政策について議論した。有識者からは原子力の活用を求める意見が出た。",
    ),
    ("国連安保理、決議を採択", "国連安全保障理事会は14日、停戦を求める決議案を採択した。米国は棄権した。"),
    (
        "日印首脳会談から1年 経済界の期待",
        "日印首脳会談から1年が過ぎ、両国の貿易額は2割増えた。経済界からは一層の市場開放を求める声が上がっている。",
    ),
    ("ウクライナ軍、反攻続く", "ウクライナ軍は14日、東部の集落を奪還したと発表した。ゼレンスキー大統領はビデオ演説で兵士をたたえた。"),
    ("閣議、外遊日程を了解", "政府は14日の閣議で、外務大臣の欧州訪問を了解した。"),
    ("岩屋外相が講演", "岩屋外務大臣は14日、東京都内で開かれたシンポジウムで講演し、日米同盟の重要性を訴えた。"),
    ("米大統領選、討論会", "米大統領選の討論会が14日、ジョージア州アトランタで行われ、両候補が経済政策などを巡り激しく論戦した。"),
    ("全国知事会議", "全国知事会議が14日、福井市で開かれ、各知事が人口減少対策について意見を交わした。"),
    ("G20首脳会議まで1カ月、警備を強化", "ブラジルのリオデジャネイロで来月開かれるG20首脳会議を前に、現地の警察は警備を強化している。"),
    ("韓国大統領、国民向け談話", "韓国の尹錫悦大統領は14日、国民向けの談話を発表し、医療改革への理解を求めた。"),
    ("日本酒の輸出が最高に", "日本酒の輸出額が昨年、過去最高を更新した。中国と米国向けが伸びた。"),
    ("英国王、日本の皇室に親書", "チャールズ国王は14日、天皇陛下に誕生日を祝う親書を送った。宮内庁が明らかにした。"),
    ("労使協議がまとまる", "大手鉄道会社の労使協議が14日にまとまり、ストライキは回避された。"),
    ("五輪組織委が会合", "パリ五輪の組織委員会は14日、パリで会合を開き、開会式の準備状況を確認した。"),
    ("駐米大使に山田氏を起用", "政府は14日、駐米大使に山田重夫外務審議官を起用する人事を決めた。"),
    ("台風で空の便に欠航", "台風の接近で14日、羽田空港を発着する国際線に欠航が相次いだ。外務大臣の出発も遅れた。"),
    ("自民・公明幹部が会談", "自民党の茂木幹事長と公明党の石井幹事長は14日、国会内で会談し、選挙協力について協議した。"),
    ("国会議員団が台湾の被災地に義援金", "超党派の議員連盟は14日、台湾の地震の被災地に義援金を送ると発表した。"),
]

MEETING = "岩屋毅外務大臣は14日、東京で、ジャイシャンカル・インド外務大臣と会談を行いました。"
STATEMENTS = [
    (
        "両外相は、テロ対策で協力を強化していくことで一致しました。",
        [("agree", ["IN", "JP"], "テロ対策で協力を強化していくことで一致しました")],
    ),
    (
        "岩屋大臣から、北朝鮮の核・ミサイル開発に深刻な懸念を表明しました。",
        [("express_concern", ["JP"], "北朝鮮の核・ミサイル開発に深刻な懸念を表明しました")],
    ),
    ("双方は、テロ攻撃を強く非難しました。", [("condemn", ["IN", "JP"], "テロ攻撃を強く非難しました")]),
    ("岩屋大臣から、大臣の訪日を歓迎しました。", []),
    ("両外相は、地域情勢について意見交換を行いました。", []),
]


@pytest.fixture(scope="module")
def nlp() -> Pipeline:
    return jwgie.load("ja")


@pytest.mark.parametrize(("text", "kind", "parties", "city", "start", "status"), RECORDS)
def test_records(nlp: Pipeline, text: str, kind: str, parties: list[str], city: str | None, start: str, status: str) -> None:
    (record,) = nlp(text, published=PUBLISHED).records
    meeting = record.model_dump(mode="json")
    place, date = meeting["place"] or {}, meeting["date"] or {}
    found = (meeting["kind"], sorted(meeting["parties"]), place.get("city"), date.get("start"), meeting["status"])
    assert found == (kind, parties, city, start, status)


@pytest.mark.parametrize(("text", "expected"), STATEMENTS)
def test_statements(nlp: Pipeline, text: str, expected: list[tuple[str, list[str], str]]) -> None:
    (record,) = nlp(MEETING + text, published=PUBLISHED).records
    assert [(s["act"], sorted(s["actors"]), s["quote"]) for s in record.model_dump(mode="json")["statements"]] == expected


@pytest.mark.parametrize(("title", "text"), OTHER_NEWS)
def test_other_news(nlp: Pipeline, title: str, text: str) -> None:
    assert not nlp(text, title=title, published=PUBLISHED).records


def test_talks_told_one_by_one(nlp: Pipeline) -> None:
    text = (
        "岩屋外務大臣は14日、東京で各国の外相と個別に会談した。\n\nケニアのムダヴァディ外相との会談では、貿易について意見を交わした。\n\n"
        "ガーナのアブラクワ外相とは、保健分野の協力で一致した。"
    )
    assert [sorted(r.parties) for r in nlp(text, published=PUBLISHED).records] == [["JP", "KE"], ["GH", "JP"]]


def test_many_of_whom_nobody_is_named(nlp: Pipeline) -> None:
    assert not nlp("この機会に各国の閣僚と個別に会談した。", published=PUBLISHED).records


def test_who_came_a_line_for_each_side(nlp: Pipeline) -> None:
    text = "外務省で日独サイバー協議が行われました。\n(出席者)\n日本側:佐藤一郎総務審議官 ほか\nドイツ側:ベーカー外務省サイバー大使 ほか"
    (record,) = nlp(text, published="2024-06-15").records
    assert [(d.party, [p.name for p in d.people]) for d in record.delegations] == [("JP", ["佐藤一郎"]), ("DE", ["ベーカー"])]


def test_two_who_are_not_named(nlp: Pipeline) -> None:
    (record,) = nlp("イタリアの国防相とギリシャの外相が13日、アテネで会談した。", published="2024-06-15").records
    assert (record.parties, record.delegations) == (("IT", "GR"), ())
    assert not nlp("イタリアの国防相はアテネでの会談を評価した。", published="2024-06-15").records


def test_what_was_years_before_has_no_place_of_this_round(nlp: Pipeline) -> None:
    text = "日韓両政府は5日、2014年10月以来、9年ぶりとなる日韓安保対話をソウルで開催した。"
    (record,) = nlp(text, published="2024-06-06").records
    meeting = record.meeting()
    assert meeting["place"]["city"] == "Seoul"
    assert (meeting["previous_meeting"]["place"], meeting["previous_meeting"]["date_text"]) == (None, "2014年10月")


def test_a_family_name_that_stood_alone_is_the_full_name_s(nlp: Pipeline) -> None:
    text = "東農林水産大臣は日独農業対話に出席しました。\n日本側:東一郎農林水産大臣\nドイツ側:ベーカー農業大臣"
    (record,) = nlp("5月9日、東京で日独農業対話が開かれました。" + text, published="2024-06-06").records
    assert [len(d.people) for d in record.delegations] == [1, 1]


def test_what_two_agree_on_is_said_of_both_whoever_is_the_subject(nlp: Pipeline) -> None:
    text = "岩屋外相は13日、インドのモディ首相と会談し、貿易を拡大することで一致した。岩屋外相は、支援を続けると約束した。"
    (record,) = nlp(text, published=PUBLISHED).records
    assert [(s.act, set(s.actors)) for s in record.statements] == [("agree", {"IN", "JP"}), ("agree", {"JP"})]


def test_an_institution_without_a_country_is_that_of_the_agency_that_wrote_the_report(nlp: Pipeline) -> None:
    text = "【東京聯合ニュース】韓国の趙兌烈外交部長官は13日、東京で岩屋毅外相と会談した。外交部によると、会談は1時間行われた。"
    assert [(s.name, s.party) for r in nlp(text, published=PUBLISHED).records for s in r.sources] == [("外交部", "KR")]
    text = "岩屋毅外相は13日、東京で韓国の趙兌烈外相と会談した。外務省によると、会談は1時間行われた。"
    assert [(s.name, s.party) for r in nlp(text, published=PUBLISHED).records for s in r.sources] == [("外務省", "JP")]


def test_one_speaks_with_two_of_one_office(nlp: Pipeline) -> None:
    text = "インドのモディ首相は13日、ウクライナ・ロシアの大統領とそれぞれ電話で会談した。"
    assert [set(r.parties) for r in nlp(text, published=PUBLISHED).records] == [{"IN", "UA"}, {"IN", "RU"}]


def test_a_state_meets_a_region(nlp: Pipeline) -> None:
    text = "13日、東京において、「中央アジア+日本」対話・第9回高級実務者会合が開催されました。ロシアの情勢について議論しました。"
    (record,) = nlp(text, published=PUBLISHED).records
    assert (record.kind, record.ordinal, list(record.parties)) == ("dialogue", 9, ["JP"])
    text = "5カ国による「日メコン首脳会議」が13日、東京で開かれた。岩屋首相、タイのチナワット首相、ラオスのソーンサイ首相が参加した。"
    (record,) = nlp(text, published=PUBLISHED).records
    assert (record.kind, set(record.parties)) == ("summit", {"JP", "LA", "TH"})


def test_where_many_meet_is_none_of_them(nlp: Pipeline) -> None:
    text = "日本と米国、豪州の防衛相は13日、国際会議への出席のため訪れているシンガポールで会談した。"
    (record,) = nlp(text, published=PUBLISHED).records
    assert (record.kind, set(record.parties), record.place and record.place.country) == ("ministerial", {"AU", "JP", "US"}, "SG")


def test_talks_of_two_pairs_in_one_sentence(nlp: Pipeline) -> None:
    told = "岩屋外相は、日・カンボジア外相電話会談と日・ラオス外相電話会談を11日に実施した。"
    text = told + "日・ラオス外相電話会談は、トンサワン・ラオス外相との間で行われた。"
    found = [r.meeting() for r in nlp(text, published=PUBLISHED).records]
    assert [set(m["parties"]) for m in found] == [{"JP", "KH"}, {"JP", "LA"}]
    assert [p["name"] for d in found[1]["delegations"] for p in d["people"]] == ["岩屋", "トンサワン"]


def test_each_leads_the_side_named_before(nlp: Pipeline) -> None:
    text = "印露エネルギー対話が13日、モスクワで開かれた。インド側議長はシン電力次官、ロシア側議長はノバク副首相が務めた。"
    (record,) = nlp(text, published=PUBLISHED).records
    assert {(d.party, p.name) for d in record.delegations for p in d.people} == {("IN", "シン"), ("RU", "ノバク")}

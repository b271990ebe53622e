"""Recognisers beside the rules: how what they find joins what the rules find."""

import pickle
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

import jwgie
from jwgie.document import Document, Mention, Span
from jwgie.errors import InputError

REPORT = (
    "عقدت في طوكيو الجولة الثانية من المشاورات السياسية بين مصر واليابان. "
    "وترأس الجانب المصري السفير أحمد علي، وحضر باب النور مدير إدارة المياه."
)


class Fake:
    """Finds given words wherever they stand: labels by words."""

    def __init__(self, labels: dict[str, str], value: Any = None, name: str = "fake") -> None:
        self.labels, self.value, self.name = labels, value, name
        self.sizes: list[int] = []

    def __call__(self, document: Document) -> Iterator[Mention]:
        for words, label in self.labels.items():
            for origin in document.views:
                at = document.source(origin).find(words)
                if at >= 0:
                    yield Mention(label, Span(at, at + len(words), origin), self.value, "seen")


class Batched(Fake):
    """The same, for many at once."""

    def batch(self, documents: Sequence[Document]) -> Iterator[Iterator[Mention]]:
        self.sizes.append(len(documents))
        return (self(document) for document in documents)


def found(document: Document, label: str, by: str | None = None) -> list[str]:
    return [document.slice(m.span) for m in document.mentions if m.label == label and by in (None, m.recogniser)]


def test_a_pipeline_is_loaded_once() -> None:
    assert jwgie.load("ar") is jwgie.load("ar")
    assert jwgie.load("ar", recognisers=["rules"]) is jwgie.load("ar", recognisers=["rules"])
    assert jwgie.load("ar").stages[:-1] == jwgie.load("ar", recognisers=["rules"]).stages


@pytest.mark.parametrize("order", [["rules", "fake"], ["fake", "rules"]])
def test_a_name_is_described_by_the_office_beside_it(order: list[str]) -> None:
    fake = Fake({"باب النور": "PERSON"})
    document = jwgie.load("ar", recognisers=[fake if r == "fake" else r for r in order])(REPORT)
    (person,) = [m for m in document.mentions if m.label == "PERSON" and m.recogniser == "fake"]
    assert document.slice(person.value.name) == "باب النور"
    assert document.slice(person.value.position) == "مدير إدارة المياه"
    assert document.slice(person.span) == "باب النور مدير إدارة المياه"
    assert "السفير أحمد علي" in found(document, "PERSON", "rules")


#: A language, a report, a name in it that its rules do not see, and the office and the side that describe it.
NAMES = [
    (
        "en",
        "The Egyptian side was headed by Will Power, Director General of the Ministry of Foreign Affairs.",
        "Will Power",
        "Director General of the Ministry of Foreign Affairs",
        None,
    ),
    ("hi", "भारतीय पक्ष का नेतृत्व विदेश सचिव और बाद में ने किया।", "और बाद में", "विदेश सचिव", "IN"),
]


@pytest.mark.parametrize(("language", "report", "name", "office", "party"), NAMES)
def test_names_in_other_languages(language: str, report: str, name: str, office: str, party: str | None) -> None:
    rules = jwgie.load(language)(report)
    assert name not in [rules.slice(m.value.name) for m in rules.mentions if m.label == "PERSON"]
    document = jwgie.load(language, recognisers=["rules", Fake({name: "PERSON"})])(report)
    (person,) = [m for m in document.mentions if m.label == "PERSON" and m.recogniser == "fake"]
    assert (document.slice(person.value.name), document.slice(person.value.position), person.value.party) == (name, office, party)


def test_a_name_that_the_rules_describe_adds_nothing() -> None:
    nlp = jwgie.load("ar", recognisers=["rules", Fake({"أحمد": "PERSON", "السفير أحمد علي": "PERSON"})])
    assert nlp(REPORT).mentions == jwgie.load("ar")(REPORT).mentions


def test_a_proclitic_is_no_part_of_a_name() -> None:
    report = "حضر الاجتماع السفير أحمد علي وباب النور."
    document = jwgie.load("ar", recognisers=["rules", Fake({"وباب النور": "PERSON"})])(report)
    assert [document.slice(m.value.name) for m in document.mentions if m.recogniser == "fake"] == ["باب النور"]


def test_places_and_organisations_have_the_codes_of_the_gazetteer() -> None:
    report = "زار وفد من منظمة الصحة العالمية وهيئة البحر الأزرق مدينة الصخور في مصر."
    labels = {"منظمة الصحة العالمية": "ORG", "وهيئة البحر الأزرق": "ORG", "الصخور": "PLACE", "مصر": "PLACE"}
    document = jwgie.load("ar", recognisers=[Fake(labels)])(report)
    values = {(document.slice(m.span), m.label, m.value) for m in document.mentions}
    assert ("منظمة الصحة العالمية", "ORG", "WHO") in values
    assert ("مصر", "COUNTRY", "EG") in values
    assert not any("الصخور" in text for text, _, _ in values)
    assert found(document, "INSTITUTION") == ["وهيئة البحر الأزرق"]


def test_what_the_gazetteer_has_looked_at_stays() -> None:
    nlp = jwgie.load("ar", recognisers=["rules", Fake({"طوكيو": "ORG", "مصر واليابان": "PLACE"})])
    assert nlp(REPORT).mentions == jwgie.load("ar")(REPORT).mentions


def test_values_are_taken_as_they_are() -> None:
    document = jwgie.load("ar", recognisers=["rules", Fake({"الجانب المصري": "SQUAD"}, 7), Fake({"الجولة": "MARK"})])(REPORT)
    assert [(m.label, m.value, m.rule, m.recogniser) for m in document.mentions if m.label in ("SQUAD", "MARK")] == [
        ("MARK", None, "seen", "fake"),
        ("SQUAD", 7, "seen", "fake"),
    ]


def test_a_day_cannot_be_told_from_a_span() -> None:
    nlp = jwgie.load("ar", recognisers=["rules", Fake({"الجولة الثانية": "DATE"})])
    assert nlp(REPORT).mentions == jwgie.load("ar")(REPORT).mentions


def test_of_one_label_the_longest_stays_and_of_one_span_the_first() -> None:
    short, long = Fake({"الجولة": "X"}, 1, "short"), Fake({"الجولة الثانية": "X"}, 2, "long")
    for order in ([short, long], [long, short]):
        document = jwgie.load("ar", recognisers=order)(REPORT)
        assert [(m.value, m.recogniser) for m in document.mentions] == [(2, "long")]
    same = Fake({"الجولة": "X"}, 3, "same")
    for order in ([short, same], [same, short]):
        assert [m.recogniser for m in jwgie.load("ar", recognisers=order)(REPORT).mentions] == [order[0].name]


def test_each_sees_what_those_before_it_have_found() -> None:
    seen: list[set[str]] = []

    def watcher(document: Document) -> list[Mention]:
        seen.append({m.recogniser for m in document.mentions})
        return []

    jwgie.load("ar", recognisers=[watcher, Fake({"الجولة": "X"}, 1), watcher, "rules", watcher])(REPORT)
    assert seen == [set(), {"fake"}, {"fake", "rules"}]


def test_evidence_tells_the_recogniser() -> None:
    report = (
        "عقدت في طوكيو الجولة الثانية من المشاورات السياسية بين مصر واليابان. "
        "ترأس الجانب المصري باب النور مدير إدارة المياه، فيما ترأس الجانب الياباني السفير تارو ياماموتو."
    )
    (record,) = jwgie.load("ar", recognisers=["rules", Fake({"باب النور": "PERSON"})])(report).records
    people = {p.name: (d.party, p.role, p.position, f"/delegations/{i}/people/{k}/name")
              for i, d in enumerate(record.delegations) for k, p in enumerate(d.people)}  # fmt: skip
    *told, pointer = people["باب النور"]
    assert told == ["EG", "head", "مدير إدارة المياه"]
    assert [e.rule for e in record.evidence[pointer]] == ["fake: people.lead"]
    *_, other = people["تارو ياماموتو"]
    assert [e.rule for e in record.evidence[other]] == ["people.lead"]


def test_a_longer_name_takes_the_place_of_one_that_the_rules_cut_short() -> None:
    report = "会合には、エジプトの小さな駅外務大臣が出席した。"
    assert [m.value.name for m in jwgie.load("ja")(report).mentions if m.label == "PERSON"] == [Span(13, 14)]
    document = jwgie.load("ja", recognisers=["rules", Fake({"小さな駅": "PERSON"})])(report)
    (person,) = [m for m in document.mentions if m.label == "PERSON"]
    assert (document.slice(person.value.name), document.slice(person.value.position)) == ("小さな駅", "外務大臣")


def test_many_are_read_together() -> None:
    fake = Batched({"باب النور": "PERSON"})
    nlp = jwgie.load("ar", recognisers=["rules", fake])
    reports = [f"{REPORT} {n}." for n in range(5)]
    documents = list(nlp.pipe(reports, batch_size=2))
    assert fake.sizes == [2, 2, 1]
    assert documents == [nlp(report) for report in reports]


def test_one_that_fails_shifts_no_other() -> None:
    nlp = jwgie.load("ar", recognisers=["rules", failing])
    reports = [REPORT, "", f"{REPORT} bad", 3, REPORT]
    documents = list(nlp.pipe(reports, batch_size=3))  # type: ignore[arg-type]
    assert [type(d.error).__name__ for d in documents] == ["NoneType", "NoneType", "ZeroDivisionError", "InputError", "NoneType"]
    assert [len(d.records) for d in documents] == [1, 0, 0, 0, 1]


class Failing(Batched):
    """Of a batch with a certain report, all of it fails."""

    def __call__(self, document: Document) -> Iterator[Mention]:
        return iter([1 / 0] if document.text.endswith("bad") else [])  # type: ignore[list-item]

    def batch(self, documents: Sequence[Document]) -> Iterator[Iterator[Mention]]:
        return iter([self(document) for document in documents])


failing = Failing({})


def test_in_two_processes_and_pickled() -> None:
    nlp = jwgie.load("ar", recognisers=["rules", Batched({"باب النور": "PERSON"})])
    reports = [f"{REPORT} {n}." for n in range(4)]
    one = list(nlp.pipe(reports))
    assert list(nlp.pipe(reports, processes=2)) == one
    copy = pickle.loads(pickle.dumps(nlp))
    assert list(copy.pipe(reports)) == one
    assert copy.stages[0] is jwgie.load("ar").stages[0]


def test_by_language() -> None:
    english = "The second round of political consultations between Egypt and Japan was held in Tokyo on Monday."
    fake = Batched({"باب النور": "PERSON", "Tokyo": "X"})
    nlp = jwgie.load(recognisers=["rules", fake])
    reports = [REPORT, english, "???", REPORT]
    documents = list(pickle.loads(pickle.dumps(nlp)).pipe(reports))
    assert [d.language for d in documents] == ["ar", "en", None, "ar"]
    assert documents[0] == jwgie.load("ar", recognisers=["rules", fake])(REPORT) == documents[3] == nlp(REPORT)
    assert documents[2].reason
    fake.languages = {"ar"}  # type: ignore[attr-defined]
    assert not found(jwgie.load("en", recognisers=[fake])(english), "X")


@pytest.mark.parametrize("recognisers", [[], "rules", ["no such"], [3]])
def test_what_is_no_recogniser(recognisers: Any) -> None:
    with pytest.raises(InputError):
        jwgie.load("ar", recognisers=recognisers)

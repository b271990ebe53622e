"""Models of Stanza's, trained for these tests: our processor on their tokens, their tagger as our recogniser; without a network."""

import json
import pickle
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import jwgie
from jwgie.document import Mention
from jwgie.errors import MissingModelError

pytestmark = [pytest.mark.usefixtures("offline"), pytest.mark.filterwarnings("ignore:::torch")]

REPORT = """عقدت الأمم المتحدة اجتماعا في القاهرة برئاسة السفير سامي الحداد، وكيل وزارة الخارجية.

وأكد الوزير كريم الصباغ حرص مصر على تعزيز العلاقات. التقى ماهر الزيات في طوكيو رئيس هيئة التراث."""


def recogniser(models: dict[str, Any], **more: Any) -> jwgie.StanzaRecogniser:
    return jwgie.StanzaRecogniser("ar", directory=models["dir"], **{k: v for k, v in models.items() if k.startswith("ner_")}, **more)


def people(document: jwgie.Document, by: str = "stanza") -> list[str]:
    return [document.slice(m.value.name) for m in document.mentions if m.label == "PERSON" and m.recogniser == by]


# ---- our processor on a trained tokeniser ----


def test_records_and_offsets_on_a_trained_tokeniser(stanza_models: dict[str, Any]) -> None:
    import stanza

    import jwgie.integrations.stanza

    nlp = stanza.Pipeline(**stanza_models | {"processors": "tokenize,mwt,ner,jwgie"})
    doc = nlp(REPORT)
    assert doc.jwgie.mentions == tuple(jwgie.integrations.stanza.Reading.of(jwgie.load("ar")(REPORT)).mentions)
    assert any(len(token.words) > 1 for sentence in doc.sentences for token in sentence.tokens)
    for mention in doc.jwgie.mentions:
        tokens = doc.jwgie.tokens(mention)
        assert tokens[0].start_char <= mention.start < tokens[0].end_char
        assert tokens[-1].start_char < mention.end <= tokens[-1].end_char
        assert doc.text[tokens[0].start_char : tokens[0].end_char] == tokens[0].text
        assert doc.jwgie.words(mention) == [word for token in tokens for word in token.words]
    split = [t for sentence in doc.sentences for t in sentence.tokens if t.text == "برئاسة"]
    assert [[word.text for word in token.words] for token in split] == [["ب", "رئاسة"]]


# ---- Stanza's tagger as our recogniser ----


def test_people_are_described_by_what_stands_beside_them(stanza_models: dict[str, Any]) -> None:
    document = jwgie.load("ar", recognisers=[recogniser(stanza_models), "rules"])(REPORT)
    (first,) = [m for m in document.mentions if m.label == "PERSON" and "سامي" in document.slice(m.span)]
    assert document.slice(first.value.name) == "سامي الحداد"
    assert document.slice(first.value.position) == "وكيل وزارة الخارجية"
    assert all(document.slice(m.span) for m in document.mentions)


def test_alone(stanza_models: dict[str, Any]) -> None:
    """Without the rules only what Stanza finds is there, with codes where the gazetteer knows them."""
    document = jwgie.load("ar", recognisers=[recogniser(stanza_models)])(REPORT)
    assert {m.recogniser for m in document.mentions if m.label not in ("OFFICE", "HONORIFIC", "INSTITUTION")} == {"stanza"}
    assert people(document) == ["سامي الحداد", "كريم الصباغ", "ماهر الزيات"]
    assert {("COUNTRY", "EG"), ("ORG", "UN")} <= {(m.label, m.value) for m in document.mentions if isinstance(m.value, str)}
    assert {m.value.country for m in document.mentions if m.label == "CITY"} == {"EG", "JP"}


def test_a_batch_changes_nothing(stanza_models: dict[str, Any]) -> None:
    nlp = jwgie.load("ar", recognisers=["rules", recogniser(stanza_models)])
    titled = (REPORT, {"title": "التقى رامي العطار في مدريد رئيس البنك الدولي"})
    reports = [REPORT, "", "التقى منير السمان في روما رئيس البنك الدولي.", titled]
    alone = [nlp(r) if isinstance(r, str) else nlp(r[0], **r[1]) for r in reports]
    for size in (1, 2, 16):
        assert list(nlp.pipe(reports, batch_size=size)) == alone
    assert any(m.span.origin == "title" and m.label == "PERSON" for m in alone[3].mentions)


def test_in_two_processes(stanza_models: dict[str, Any]) -> None:
    nlp = jwgie.load("ar", recognisers=[recogniser(stanza_models)])
    nlp = pickle.loads(pickle.dumps(nlp))
    reports = [f"{REPORT} {n}." for n in range(4)]
    found = [people(document) for document in nlp.pipe(reports, processes=2, batch_size=2)]
    assert found == [["سامي الحداد", "كريم الصباغ", "ماهر الزيات"]] * 4


@pytest.mark.parametrize("names", [{"PER": "PERSON", "LOC": "GPE"}, {"PER": "PERS", "ORG": "ORGANIZATION"}, {"PER": "NOM"}])
def test_labels(stanza_models: dict[str, Any], tmp_path: Path, names: dict[str, str]) -> None:
    import stanza_models as training

    options = training.tagger(tmp_path, names=names)
    labels = {"NOM": "PERSON"} if "NOM" in names.values() else None
    document = jwgie.load("ar", recognisers=[jwgie.StanzaRecogniser("ar", labels=labels, **options)])(REPORT)
    assert people(document) == ["سامي الحداد", "كريم الصباغ", "ماهر الزيات"]
    assert ("COUNTRY", "EG") in {(m.label, m.value) for m in document.mentions}


def test_what_is_left_out(stanza_models: dict[str, Any]) -> None:
    document = jwgie.load("ar", recognisers=[recogniser(stanza_models, labels={"LOC": None, "ORG": None})])(REPORT)
    assert {m.label for m in document.mentions} <= {"PERSON", "OFFICE", "HONORIFIC", "INSTITUTION"}


# ---- where models come from ----


def official(models: dict[str, Any], folder: Path) -> Path:
    """A folder as `stanza.download` leaves it, with our models."""
    resources = {
        "ar": {
            "lang_name": "Arabic",
            "ner": {"test": {"md5": "", "dependencies": [{"model": "pretrain", "package": "test"}]}},
            "pretrain": {"test": {"md5": ""}},
            "tokenize": {"test": {"md5": ""}},
            "default_processors": {"tokenize": "test", "ner": "test"},
            "default_dependencies": {"ner": [{"model": "pretrain", "package": "test"}]},
            "packages": {"default": {"tokenize": "test", "ner": "test"}},
        }
    }
    (folder / "resources.json").write_text(json.dumps(resources))
    for kind, option in (("ner", "ner_model_path"), ("pretrain", "ner_pretrain_path")):
        (folder / "ar" / kind).mkdir(parents=True)
        shutil.copy(models[option], folder / "ar" / kind / "test.pt")
    return folder


def test_models_of_a_folder(stanza_models: dict[str, Any], tmp_path: Path) -> None:
    folder = official(stanza_models, tmp_path)
    for package in ("default", "test"):
        nlp = jwgie.load("ar", recognisers=[jwgie.StanzaRecogniser("ar", directory=folder, package=package)])
        assert people(nlp(REPORT)) == ["سامي الحداد", "كريم الصباغ", "ماهر الزيات"]


def test_nothing_is_downloaded_unasked(stanza_models: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import stanza

    asked: list[Any] = []
    monkeypatch.setattr(stanza, "download", lambda *args, **options: asked.append((args, options)))
    for folder in (tmp_path / "none", official(stanza_models, tmp_path)):
        (tmp_path / "ar" / "ner" / "test.pt").unlink(missing_ok=True)
        with pytest.raises(MissingModelError, match=r"(?s)stanza\.download\('ar'.*download=True"):
            jwgie.StanzaRecogniser("ar", directory=folder).load()
    assert not asked


def test_models_are_downloaded_where_that_is_allowed(
    stanza_models: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import stanza

    asked: list[Any] = []

    def download(language: str, model_dir: str, **options: Any) -> None:
        asked.append((language, options["processors"]))
        official(stanza_models, Path(model_dir))

    monkeypatch.setattr(stanza, "download", download)
    jwgie.StanzaRecogniser("ar", directory=tmp_path, download=True).load()
    jwgie.StanzaRecogniser("ar", directory=tmp_path, download=True).load()
    assert asked == [("ar", {"ner": "default"})]


def test_a_report_tells_what_is_missing(tmp_path: Path) -> None:
    """In a pipeline over many the error is the document's."""
    nlp = jwgie.load("ar", recognisers=["rules", jwgie.StanzaRecogniser("ar", directory=tmp_path)])
    with pytest.raises(MissingModelError):
        nlp(REPORT)
    assert [type(d.error) for d in nlp.pipe([REPORT, REPORT])] == [MissingModelError] * 2


def test_nothing_is_loaded_before_the_first_report() -> None:
    script = """
import sys, jwgie
nlp = jwgie.load("ar", recognisers=["rules", jwgie.StanzaRecogniser("ar"), jwgie.SpacyRecogniser("no_such_model")])
assert not {"torch", "stanza", "spacy", "numpy"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", script], check=True)


def test_documents_of_other_languages_are_not_shown(stanza_models: dict[str, Any]) -> None:
    nlp = jwgie.load(recognisers=["rules", recogniser(stanza_models)])
    english = "The second round of political consultations between Egypt and Japan was held in Tokyo on Monday."
    first, second = nlp.pipe([REPORT, english])
    assert (first.language, second.language) == ("ar", "en")
    assert {m.recogniser for m in second.mentions} == {"rules"}
    assert all(isinstance(m, Mention) for m in first.mentions)

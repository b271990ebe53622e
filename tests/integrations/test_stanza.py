"""jwgie in Stanza pipelines, on Stanza's own tokens; without a model, without a network."""

import json
import re
import socket
from pathlib import Path
from typing import Any

import pytest
import stanza
from stanza.models.common.doc import Document
from stanza.pipeline.processor import ProcessorVariant, register_processor_variant

import jwgie
from jwgie.errors import InputError
from jwgie.integrations import stanza as integration
from jwgie.integrations.reading import Reading

REPORT = """استضافت طوكيو، يوم الأربعاء، الجولة السادسة من المشاورات السياسية بين مصر واليابان 😀.

وبرئاسة السفير أحمد علي، اتفق الجانبان على تعزيز التعاون في مكافحة الإرهاب."""
PUBLISHED = "2024-05-31"


@register_processor_variant("tokenize", "jwgie-test")
class Tokeniser(ProcessorVariant):  # type: ignore[misc]
    """Words and marks; a word that begins with و is a multi-word token, as in Arabic treebanks."""

    def __init__(self, config: Any) -> None:
        pass

    def process(self, source: Any) -> Any:
        text = source if isinstance(source, str) else source.text
        sentences: list[list[dict[str, Any]]] = [[]]
        for found in re.finditer(r"\w+|[^\w\s]", text):
            row, word, at = sentences[-1], found.group(), sum(len(entry["id"]) == 1 for entry in sentences[-1]) + 1
            entry = {"text": word, "misc": f"start_char={found.start()}|end_char={found.end()}"}
            if len(word) > 3 and word[0] == "و":
                row += [{"id": (at, at + 1), **entry}, {"id": (at,), "text": word[0]}, {"id": (at + 1,), "text": word[1:]}]
            else:
                row.append({"id": (at,), **entry})
            if word == ".":
                sentences.append([])
        document = source if isinstance(source, Document) else Document([], text)
        made = Document([sentence for sentence in sentences if sentence], text)
        document.sentences, document.num_tokens, document.num_words = made.sentences, made.num_tokens, made.num_words
        return document


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise AssertionError("no network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


@pytest.fixture
def resources(tmp_path: Path, offline: None) -> Path:
    known = {
        "lang_name": "Arabic",
        "default_processors": {},
        "packages": {"default": {}},
        "tokenize": {"jwgie-test": {}},
        "ner": {"jwgie": {}},
    }
    (tmp_path / "resources.json").write_text(json.dumps({"ar": known}))
    return tmp_path


def pipeline(resources: Path, **options: Any) -> Any:
    made = {"processors": {"tokenize": "jwgie-test", "jwgie": "default"}, "package": None} | options
    return stanza.Pipeline("ar", dir=str(resources), download_method=None, use_gpu=False, verbose=False, **made)


def test_records_are_those_of_the_pipeline(resources: Path) -> None:
    expected = Reading.of(jwgie.load("ar")(REPORT, published=PUBLISHED))
    found = pipeline(resources, jwgie_published=PUBLISHED)(REPORT).jwgie
    assert (found.records, found.mentions) == (expected.records, expected.mentions)
    assert found.records[0].date.start == "2024-05-29"
    with pytest.raises(InputError, match="a recogniser is"):
        pipeline(resources, jwgie_recognisers=["nobody"])


def test_tokens_and_words_of_mentions(resources: Path) -> None:
    doc = pipeline(resources)(REPORT)
    assert len(doc.sentences) == 2
    for mention in doc.jwgie.mentions:
        tokens = doc.jwgie.tokens(mention)
        assert tokens[0].start_char <= mention.start < tokens[0].end_char
        assert tokens[-1].start_char < mention.end <= tokens[-1].end_char
        assert doc.text[mention.start : mention.end] in doc.text[tokens[0].start_char : tokens[-1].end_char]
    (japan,) = [m for m in doc.jwgie.mentions if m.code == "JP"]
    assert doc.text[japan.start : japan.end] == "اليابان"
    assert [token.text for token in doc.jwgie.tokens(japan)] == ["واليابان"]
    assert [word.text for word in doc.jwgie.words(japan)] == ["و", "اليابان"]
    # behind an emoji and a multi-word token the offsets still hold
    (person,) = [m for m in doc.jwgie.mentions if m.label == "PERSON"]
    assert [token.text for token in doc.jwgie.tokens(person)] == ["السفير", "أحمد", "علي"]


def test_pretokenised_text(resources: Path) -> None:
    lines = ["استضافت طوكيو الجولة السادسة من المشاورات السياسية بين مصر و اليابان .", "واتفق الجانبان على مكافحة الإرهاب ."]
    nlp = pipeline(resources, tokenize_pretokenized=True)
    for source in ("\n".join(lines), [line.split() for line in lines]):
        doc = nlp(source)
        assert len(doc.sentences) == 2
        assert doc.jwgie.records[0].parties == ("EG", "JP")
        (japan,) = [m for m in doc.jwgie.mentions if m.code == "JP"]
        assert [token.text for token in doc.jwgie.tokens(japan)] == ["اليابان"]


def test_many_reports_with_metadata(resources: Path) -> None:
    nlp = pipeline(resources)
    docs = nlp([integration.report(REPORT, published=PUBLISHED, id="a"), integration.report(REPORT)])
    assert [doc.jwgie.records[0].document.id for doc in docs] == ["a", None]
    assert [doc.jwgie.records[0].date and doc.jwgie.records[0].date.start for doc in docs] == ["2024-05-29", None]


def test_metadata_by_a_function(resources: Path) -> None:
    doc = pipeline(resources, jwgie_metadata=lambda doc: {"published": PUBLISHED, "id": str(len(doc.text))})(REPORT)
    assert doc.jwgie.records[0].document.id == str(len(REPORT))


def test_it_needs_tokens(resources: Path) -> None:
    from stanza.pipeline.core import PipelineRequirementsException

    with pytest.raises(PipelineRequirementsException):
        pipeline(resources, processors={"jwgie": "default"})


def test_in_the_place_of_the_tagger_of_names(resources: Path) -> None:
    nlp = pipeline(resources, processors={"tokenize": "jwgie-test", "ner": "jwgie"})
    expected = [("طوكيو", "GPE"), ("يوم الأربعاء", "DATE"), ("مصر", "GPE"), ("واليابان", "GPE"), ("أحمد علي", "PERSON")]
    for doc in (nlp(REPORT), *nlp([Document([], text=REPORT), Document([], text=REPORT)])):
        assert [(entity.text, entity.type) for entity in doc.ents] == expected
        tags = [token.ner for sentence in doc.sentences for token in sentence.tokens]
        assert [tag for tag in tags if tag.endswith("PERSON")] == ["B-PERSON", "E-PERSON"]


def test_in_the_place_of_the_tagger_with_other_recognisers(resources: Path) -> None:
    def club(document: jwgie.Document) -> list[jwgie.Mention]:
        at = document.text.index("مكافحة")
        return [jwgie.Mention("PERSON", jwgie.Span(at, at + len("مكافحة الإرهاب")))]

    doc = pipeline(resources, processors={"tokenize": "jwgie-test", "ner": "jwgie"}, ner_recognisers=[club])(REPORT)
    assert [(entity.text, entity.type) for entity in doc.ents] == [("مكافحة الإرهاب", "PERSON")]

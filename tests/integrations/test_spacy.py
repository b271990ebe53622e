"""jwgie in spaCy pipelines: blank ones, several processes, and what is written to bytes and read again."""

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import jwgie
from jwgie.errors import InputError

spacy = pytest.importorskip("spacy", reason="spaCy is not installed (extra: spacy)")

from spacy.tokens import Doc, DocBin  # noqa: E402

from jwgie.integrations.reading import Reading  # noqa: E402
from jwgie.integrations.spacy import make_component  # noqa: E402

ROOT = Path(__file__).parents[2]
REPORT = """استضافت طوكيو، يوم الأربعاء، الجولة السادسة من المشاورات السياسية بين مصر واليابان 😀.

وبرئاسة السفير أحمد علي، اتفق الجانبان على تعزيز التعاون في مكافحة الإرهاب."""
PUBLISHED = "2024-05-31"


@pytest.fixture(scope="module")
def nlp() -> Any:
    nlp = spacy.blank("ar")
    nlp.add_pipe("jwgie")
    return nlp


def spans(doc: Any) -> list[tuple[str, str, str, str]]:
    return [(span.text, span.label_, span.kb_id_, span.id_) for span in doc.spans["jwgie"]]


def with_date(nlp: Any, text: str = REPORT) -> Any:
    doc = nlp.make_doc(text)
    doc.user_data["published"] = PUBLISHED
    return nlp(doc)


def test_records_are_those_of_the_pipeline(nlp: Any) -> None:
    expected = jwgie.load("ar")(REPORT, published=PUBLISHED)
    reading = with_date(nlp)._.jwgie
    assert reading.records == expected.records
    assert reading.records[0].date.start == "2024-05-29"
    assert reading == Reading.of(expected)


def test_mentions_have_exact_characters_and_the_span_group_whole_tokens(nlp: Any) -> None:
    doc = with_date(nlp)
    group = doc.spans["jwgie"]
    assert len(group) == len(doc._.jwgie.mentions) > 5
    for span, mention in zip(group, doc._.jwgie.mentions, strict=True):
        assert (span.label_, span.kb_id_) == (mention.label, mention.code)
        assert doc._.jwgie.mentions[int(span.id_)] == mention
        assert span.start_char <= mention.start < mention.end <= span.end_char
    (japan,) = [m for m in doc._.jwgie.mentions if m.code == "JP" and m.label == "COUNTRY"]
    assert doc.text[japan.start : japan.end] == "اليابان"
    assert ("واليابان", "COUNTRY", "JP", str(doc._.jwgie.mentions.index(japan))) in spans(doc)


def test_bytes(nlp: Any) -> None:
    doc = with_date(nlp)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.jwgie == doc._.jwgie
    assert spans(again) == spans(doc)


def test_docbin(nlp: Any) -> None:
    doc = with_date(nlp)
    box = DocBin(store_user_data=True, docs=[doc])
    (again,) = DocBin().from_bytes(box.to_bytes()).get_docs(spacy.blank("ar").vocab)
    assert again._.jwgie == doc._.jwgie
    assert spans(again) == spans(doc)


@pytest.mark.parametrize("processes", [1, 2])
def test_pipe(nlp: Any, processes: int) -> None:
    reports = [(REPORT, {"published": PUBLISHED, "id": str(number)}) for number in range(5)] + [("لا شيء", {"id": "x"})]
    read = list(nlp.pipe(reports, as_tuples=True, n_process=processes, batch_size=2))
    assert [context["id"] for _, context in read] == ["0", "1", "2", "3", "4", "x"]
    assert [r.document.id for doc, _ in read for r in doc._.jwgie.records] == ["0", "1", "2", "3", "4"]
    assert {r.date.start for doc, _ in read for r in doc._.jwgie.records} == {"2024-05-29"}
    assert spans(read[0][0]) == spans(with_date(nlp))


def test_language_of_the_pipeline_or_of_each_text() -> None:
    both = spacy.blank("xx")
    both.add_pipe("jwgie")
    assert both(REPORT)._.jwgie.language == "ar"
    assert both("Zwei Minister trafen sich gestern in der Stadt und sprachen über den Handel.")._.jwgie.records == ()
    given = spacy.blank("xx")
    given.add_pipe("jwgie", config={"language": "ar"})
    assert given("x")._.jwgie.language == "ar"
    assert spacy.blank("ar")(REPORT)._.jwgie is None


def test_recognisers_by_name() -> None:
    component = spacy.blank("ar").add_pipe("jwgie", config={"recognisers": ["rules"]})
    assert component.pipeline is jwgie.load("ar", recognisers=["rules"])


def test_metadata_by_a_registered_function() -> None:
    @spacy.registry.misc("jwgie_test_dates")
    def make() -> Any:
        return lambda doc: {"published": doc.user_data["day"]}

    nlp = spacy.blank("ar")
    nlp.add_pipe("jwgie", config={"metadata": {"@misc": "jwgie_test_dates"}, "group": "meetings"})
    doc = nlp.make_doc(REPORT)
    doc.user_data["day"] = PUBLISHED
    doc = nlp(doc)
    assert doc._.jwgie.records[0].date.start == "2024-05-29"
    assert list(doc.spans) == ["meetings"]


def test_errors_are_spacys_business(nlp: Any) -> None:
    with pytest.raises(InputError, match="ISO 8601"):
        list(nlp.pipe([(REPORT, {"published": "yesterday"})], as_tuples=True))
    tolerant = spacy.blank("ar")
    tolerant.add_pipe("jwgie")
    failures = []
    tolerant.set_error_handler(lambda name, component, docs, error: failures.append((name, error)))
    read = list(tolerant.pipe([(REPORT, {"published": "yesterday"}), (REPORT, {})], as_tuples=True))
    assert len(read) == 1
    assert [name for name, _ in failures] == ["jwgie"]


def test_saved_pipelines(nlp: Any, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert with_date(spacy.load(tmp_path))._.jwgie == with_date(nlp)._.jwgie


def test_other_components_stay(nlp: Any) -> None:
    ruled = spacy.blank("ar")
    ruled.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "طوكيو"}])
    ruled.add_pipe("jwgie")
    assert [entity.text for entity in ruled(REPORT).ents] == ["طوكيو"]


def test_entry_point(tmp_path: Path) -> None:
    """An installed jwgie need not be imported: spaCy finds the component by the entry point that `pyproject.toml` declares."""
    points = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]["spacy_factories"]
    assert points == {"jwgie": f"{make_component.__module__}:{make_component.__name__}"}
    info = tmp_path / "jwgie-0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: jwgie\nVersion: 0\n")
    (info / "entry_points.txt").write_text("[spacy_factories]\n" + "".join(f"{name} = {where}\n" for name, where in points.items()))
    script = "import spacy; nlp = spacy.blank('ar'); nlp.add_pipe('jwgie'); doc = nlp('في طوكيو'); print(doc.spans['jwgie'][0].kb_id_)"
    done = subprocess.run(
        [sys.executable, "-c", script], env={"PYTHONPATH": f"{tmp_path}:{ROOT}"}, capture_output=True, text=True, check=True
    )  # fmt: skip
    assert done.stdout.strip() == "Tokyo/JP"


# ---- a spaCy pipeline as our recogniser ----


def ruler() -> Any:
    nlp = spacy.blank("ar")
    names = {"باب النور": "PER", "مصر": "GPE", "الاثنين": "DATE", "الكشري": "DISH"}
    patterns = [{"label": label, "pattern": words} for words, label in names.items()]
    patterns.append({"label": "COUNTRY", "pattern": "اليابان", "id": "JP"})
    nlp.add_pipe("entity_ruler").add_patterns(patterns)
    return nlp


def test_a_pipeline_as_a_recogniser() -> None:
    report = "حضر الاثنين من مصر باب النور مدير إدارة المياه ومن اليابان وفد ومعه الكشري."
    nlp = jwgie.load("ar", recognisers=[jwgie.SpacyRecogniser(ruler(), labels={"DISH": "FOOD"})])
    document = nlp(report, title="باب النور في طوكيو")
    found = [(document.slice(m.span), m.label) for m in document.mentions if m.span.origin == "text" and m.recogniser == "spacy"]
    assert found == [("مصر", "COUNTRY"), ("باب النور مدير إدارة المياه", "PERSON"), ("اليابان", "COUNTRY"), ("الكشري", "FOOD")]
    assert any(m.label == "PERSON" and m.span.origin == "title" for m in document.mentions)
    assert list(nlp.pipe([report, report], processes=2)) == [nlp(report)] * 2

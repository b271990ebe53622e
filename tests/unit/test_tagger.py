"""The tagger: tags and spans, pieces and offsets, weights, decoding, training. What needs the shipped weights is at the end."""

from __future__ import annotations

from pathlib import Path

import pytest

import jwgie
from jwgie.document import Document
from jwgie.errors import InputError
from jwgie.ner.values import ToldValue
from jwgie.tagger.recogniser import WEIGHTS, Tagger, _beside_names, _told
from jwgie.tagger.scheme import LAYERS, REPORTS, spans, tagged, tags

torch = pytest.importorskip("torch")
pytest.importorskip("sentencepiece")

from jwgie.evaluation.gold import GoldReport  # noqa: E402
from jwgie.tagger.model import Found, Model, Reading, Sentence, _path, _sound, model  # noqa: E402
from jwgie.tagger.network import Network, Shape  # noqa: E402
from jwgie.tagger.pieces import Units, windows  # noqa: E402
from jwgie.tagger.weights import Held, Packed, load, packed, save  # noqa: E402
from jwgie.training.align import labelled  # noqa: E402
from jwgie.training.examples import Example, entities, joined, of_report  # noqa: E402
from jwgie.training.sentences import of_sentences  # noqa: E402
from jwgie.training.train import Plan, extremes, loss, train  # noqa: E402

PEOPLE = LAYERS["people"]


@pytest.mark.parametrize(
    ("found", "length"),
    [([], 3), ([(0, 1, "NAME")], 1), ([(0, 2, "NAME"), (2, 4, "NAME")], 5), ([(1, 3, "OFFICE"), (3, 4, "INSTITUTION")], 4)],
)
def test_spans_become_tags_and_tags_spans(found: list[tuple[int, int, str]], length: int) -> None:
    assert spans(tagged(found, length, PEOPLE), PEOPLE) == found


def test_a_later_tag_without_a_first_begins_a_span() -> None:
    number = tags(PEOPLE).index("I-OFFICE")
    assert spans([0, number, number], PEOPLE) == [(1, 3, "OFFICE")]
    assert not _sound([0, number])


def test_the_likeliest_path_is_sound() -> None:
    torch.manual_seed(0)
    for _ in range(20):
        row = _path(torch.randn(12, 5).log_softmax(-1).tolist())
        assert _sound(row)
    sure = torch.tensor([[9.0, 0, 0], [0, 9, 0], [0, 0, 9]]).log_softmax(-1).tolist()
    assert _path(sure) == [0, 1, 2]


@pytest.mark.parametrize(("words", "text", "found"), [
    ([("قال", "O"), ("سامح", "B-PER"), ("شكري", "I-PER"), (".", "O")], "قال سامح شكري.", [("PER", 4, 13)]),
    ([("(", "O"), ("Rome", "B-LOC"), (")", "O")], "( Rome)", [("LOC", 2, 6)]),
])  # fmt: skip
def test_words_become_a_text(words: list[tuple[str, str]], text: str, found: list[tuple[str, int, int]]) -> None:
    assert joined(words) == (text, found)
    assert entities(["I-LOC", "B-LOC", "O"]) == [(0, 1, "LOC"), (1, 2, "LOC")]


def test_windows_are_cut_between_sentences() -> None:
    units = Units(list(range(10)), list(range(10)), list(range(10)), list(range(1, 11)))
    assert windows(units, [0, 3, 7], 5) == [(0, 3), (3, 7), (7, 10)]
    assert windows(units, [0], 4) == [(0, 4), (4, 8), (8, 10)]
    assert units.part(3, 5) == Units([3, 4], [0, 1], [3, 4], [4, 5])


def _network(seed: int = 0) -> Network:
    torch.manual_seed(seed)
    shape = Shape(50, 2, {"people": len(tags(PEOPLE))}, {"acts": 8}, width=64, inner=128, heads=4, positions=64)
    return Network(shape)


def _example() -> Example:
    units = Units([5, 6, 7, 8, 9], [0, 1, 3, 4], [0, 2, 5, 6], [1, 4, 6, 9])
    return Example(units, {"people": tagged([(1, 3, "NAME")], 4, PEOPLE)}, [(0, 2), (2, 4)], {"acts": [{1}, None]})


def test_training_learns_what_it_is_shown() -> None:
    network = _network()
    before = network.embedding.weight.clone()
    heard: list[str] = []
    train(network, [_example()] * 4, Plan(epochs=60, rate=3e-3, pieces=8, drop=0.0), lambda _: None, heard.append)
    assert loss(network.eval(), [_example()], Plan()).item() < 0.1
    assert torch.equal(before, network.embedding.weight)
    assert heard


def test_embeddings_in_four_bits_are_what_they_were() -> None:
    network = _network().eval()
    largest = extremes(network, [_example()])
    assert set(largest) == {f"layers.{i}.{name}" for i in range(2) for name in ("attend", "attended", "widen", "narrow")}
    halves, scales = packed(torch.tensor([[0.5] * 31 + [-4.0]]))
    assert halves.shape == (1, 16)
    assert Packed(halves, scales)(torch.tensor([0])).tolist() == [[0.5] * 31 + [-4.0]]


def _held() -> Held:
    shape = Shape(60, 1, {"people": len(tags(PEOPLE))}, {"acts": 8})
    torch.manual_seed(1)
    return Held(Network(shape).eval(), b"model", {"people": list(PEOPLE)}, {"acts": list("abcdefgh")})


@pytest.mark.parametrize("dtype", ["float32", "int8", "bfloat16"])
def test_a_file_of_weights_reads_alike_in_all_types(tmp_path: Path, dtype: str) -> None:
    held = _held()
    save(tmp_path / "weights.pt", held, {})
    again = load(tmp_path / "weights.pt", dtype)
    assert (again.vocabulary, again.labels, again.codes) == held[1:]
    assert again.network.embedding(torch.tensor([3])).shape == (1, 384)
    x = torch.randn(1, 7, 384)
    for ours, theirs in zip(held.network.layers, again.network.layers, strict=True):
        one, other = ours(x, None, 0.0), theirs(x.to(theirs.norm.weight.dtype), None, 0.0).float()
        assert (one - other).abs().mean() < 0.03


def test_gold_values_are_found_where_they_stand() -> None:
    text = "استقبل وزير الخارجية سامح شكري نظيره. وأكد شكري لسامح شكري ذلك."
    people = [{"name": "سامح شكري", "role": "head", "position": "وزير الخارجية", "affiliation": None, "honorific": None}]
    meeting = {"kind": "bilateral_meeting", "parties": ["EG", "JO"], "status": "held", "delegations": [{"party": "EG", "people": people}]}
    document = jwgie.load("ar")(text)
    found = {(s.label, text[s.start : s.end]) for s in labelled(document, [meeting], "text") if s.layer == "people"}
    assert {("NAME", "سامح شكري"), ("OFFICE", "وزير الخارجية")} <= found
    assert [s.start for s in labelled(document, [meeting], "text") if s.label == "NAME"] == [21, 49]


def test_sentences_that_tell_of_a_meeting_are_told_from_the_others() -> None:
    text = "The foreign ministers of Egypt and Jordan met in Cairo on Monday. It rained. Egypt and Jordan are neighbours."
    meeting = {"kind": "bilateral_meeting", "parties": ["EG", "JO"], "status": "scheduled", "topics": [], "statements": []}
    document = jwgie.load("en")(text)
    report = GoldReport("x", "en", text, meetings=(meeting,))
    codes = of_sentences(report, document, document.sentences, [])["meetings"]
    assert codes[0] is not None
    assert len(codes[0]) == 2
    assert codes[1:] == [set(), None]
    none = GoldReport("x", "en", text, meetings=())
    assert of_sentences(none, document, document.sentences, [])["meetings"] == [set(), set(), set()]


def test_what_a_sentence_tells_is_kept_where_it_is_sure() -> None:
    value = _told(Sentence(0, 5, {"meetings": {"summit": 0.9, "other": 0.2, "scheduled": 0.8, "cancelled": 0.1}}))
    assert value == ToldValue("summit", 0.9, "scheduled")
    assert _told(Sentence(0, 5, {"meetings": {"summit": 0.3}})) is None


def test_an_office_is_kept_beside_a_name_alone() -> None:
    text = "the head of water, Mr Ali Nur, spoke with the director"
    found = [Found("OFFICE", 4, 17, 1), Found("HONORIFIC", 19, 21, 1), Found("NAME", 22, 29, 1), Found("OFFICE", 46, 54, 1)]
    assert _beside_names(text, found) == found[:3]
    assert _beside_names(text, found[3:]) == []


def test_only_the_labels_of_roles_are_roles_however_sure_a_name_is(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ali Nur met the Omani side"
    spans = [Found("NAME", 0, 7, 1.0), Found("HEAD", 0, 7, 0.6), Found("PARTY", 16, 21, 0.59)]
    monkeypatch.setattr(Tagger, "load", lambda self: lambda *_: Reading(spans, [], 0.0))
    document = jwgie.load("en").stages[1](jwgie.load("en").stages[0](Document(text, language="en")))
    assert [(m.value.role, document.slice(m.span)) for m in Tagger()(document) if m.label == "ROLE"] == [("HEAD", "Ali Nur")]


def test_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no weights"):
        Tagger(weights=tmp_path / "none.pt").load()


# With the weights of the package.

shipped = pytest.mark.skipif(not WEIGHTS.is_file(), reason="the weights are not here")

TEXTS = {
    "ar": "ترأس الجانب المصري باب النور مدير إدارة المياه بوزارة الموارد المائية، وحضر أحمد أبو زيد.",
    "en": "The Egyptian side was led by Mr. Adel Zork, Deputy Director of the Water Office.",
    "fr": "La délégation était conduite par M. Jean-Noël Barrot, ministre délégué chargé de l’Europe.",
    "es": "La delegación estuvo encabezada por la embajadora María Núñez, directora de Aguas.",
    "hi": "बैठक की अध्यक्षता जल मंत्रालय के सचिव राकेश वर्मा ने की।",
    "ur": "اجلاس کی صدارت سیکرٹری خارجہ اسد مجید خان نے کی۔",
    "ja": "会合には山田太郎外務審議官が出席した。",
}


@pytest.fixture(scope="module")
def shipped_model() -> Model:
    return model(WEIGHTS)


@shipped
@pytest.mark.parametrize("language", TEXTS)
def test_units_cover_the_words_of_every_script(language: str, shipped_model: Model) -> None:
    text = TEXTS[language]
    units = shipped_model._pieces(text)
    assert len(units.first) == len(units.starts) == len(units.ends)
    assert "".join(text[a:b] for a, b in zip(units.starts, units.ends, strict=True)) == text.replace(" ", "")
    assert all(a >= b for a, b in zip(units.starts[1:], units.ends, strict=False))


@shipped
@pytest.mark.parametrize("language", TEXTS)
def test_a_name_is_found_in_every_language(language: str, shipped_model: Model) -> None:
    text = TEXTS[language]
    found, *_ = shipped_model(text, [(0, len(text))], REPORTS)
    assert any(f.label == "NAME" for f in found)
    assert all(text[f.start : f.end].strip() == text[f.start : f.end] != "" for f in found)


@shipped
def test_the_output_is_the_same_whatever_is_read_together() -> None:
    documents = [jwgie.load(language).stages[1](jwgie.load(language).stages[0](jwgie.Document(text))) for language, text in TEXTS.items()]
    tagger = Tagger()
    alone = [tagger(d) for d in documents]
    assert list(tagger.batch(documents)) == alone
    assert list(tagger.batch(documents[::-1])) == alone[::-1]
    assert any(alone)


@shipped
def test_the_types_agree(shipped_model: Model) -> None:
    other = model(WEIGHTS, "float32")
    same = total = 0
    for text in TEXTS.values():
        one = {f[:3] for f in shipped_model(text, [(0, len(text))], REPORTS)[0]}
        two = {f[:3] for f in other(text, [(0, len(text))], REPORTS)[0]}
        same, total = same + len(one & two), total + len(one | two)
    assert same >= 0.8 * total


@shipped
def test_examples_of_a_report_know_their_layers(shipped_model: Model) -> None:
    people = [{"name": "باب النور", "role": "head", "position": None, "affiliation": None, "honorific": None}]
    meeting = {"kind": "other", "parties": ["EG"], "status": "held", "delegations": [{"party": "EG", "people": people}]}
    report = GoldReport("x", "ar", TEXTS["ar"].replace("باب", "وباب"), meetings=(meeting,))
    (example,) = of_report(report, jwgie.load("ar")(report.text), shipped_model._pieces, 200, [])
    assert set(example.tags) == {*REPORTS, "joined"}
    at = example.tags["people"].index(1)  # the first unit of the name
    assert example.tags["joined"][at] == 1  # one letter stands joined before it


@shipped
@pytest.mark.parametrize("language", TEXTS)
def test_what_a_text_is_about_is_told_without_reading_the_rest(language: str, shipped_model: Model) -> None:
    text = "\n".join([TEXTS[language]] * 60)
    sentences = [(i * (len(TEXTS[language]) + 1), (i + 1) * (len(TEXTS[language]) + 1) - 1) for i in range(60)]
    assert shipped_model.about(text, sentences) == pytest.approx(shipped_model(text, sentences).about, abs=1e-6)


@shipped
def test_a_model_reads_in_one_thread_and_leaves_torch_its_own(shipped_model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    vectors = shipped_model._vectors
    monkeypatch.setattr(shipped_model, "_vectors", lambda units: (seen.append(torch.get_num_threads()), vectors(units))[1])
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    try:
        shipped_model(TEXTS["ar"])
        shipped_model.about(TEXTS["ar"])
        assert torch.get_num_threads() == 2
    finally:
        torch.set_num_threads(before)
    assert seen == [1, 1]

"""Packs in folders of one's own, and what they may lack."""

import pickle
from pathlib import Path

import pytest

import jwgie
from jwgie.errors import PackError, UnknownLanguageError
from jwgie.languages import load_pack
from jwgie.languages.check import problems


@pytest.fixture
def folder(tmp_path):
    """The least that a pack may be."""
    root = tmp_path / "eo"
    root.mkdir()
    (root / "pack.toml").write_text('name = "Esperanto"', "utf-8")
    (root / "folding.toml").write_text('[profiles]\nfull = ["case"]\n[groups.case]\ncase = true', "utf-8")
    return root


def add(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def test_the_least_pack_reads_nothing(folder):
    document = jwgie.load(folder)("La ministroj kunvenis hodiaŭ en Berno.", title="Kunveno", published="2024-05-31")
    assert (document.language, document.records, document.mentions) == ("eo", (), ())
    assert document.views["text"].text == "la ministroj kunvenis hodiaŭ en berno."


def test_a_folder_is_told_by_a_path_or_a_slash(folder, monkeypatch):
    monkeypatch.chdir(folder.parent)
    assert jwgie.load("./eo") is jwgie.load(folder) is jwgie.load(Path("eo"))
    with pytest.raises(UnknownLanguageError):
        jwgie.load("eo")


def test_a_pipeline_of_a_folder_is_pickled_by_its_path(folder):
    pipeline = jwgie.load(folder)
    assert pickle.loads(pickle.dumps(pipeline)).stages == pipeline.stages


def test_a_folder_without_a_pack(tmp_path):
    with pytest.raises(PackError, match=r"no pack\.toml"):
        jwgie.load(tmp_path)
    assert "no pack.toml" in problems(tmp_path)[0]


def test_names_of_its_own(folder):
    add(folder, "knowledge/countries.tsv", "code\tnames\nCH\tSvislando|Svisio\n")
    add(folder, "knowledge/cities.tsv", "name\tcountry\tnames\nBern\tCH\tBerno\n")
    assert load_pack(folder).names("cities") == {"Bern\tCH": ("Berno",)}
    found = jwgie.load(folder)("Svisio: kunveno en Berno").mentions
    assert [(mention.label, mention.rule) for mention in found] == [("COUNTRY", "knowledge.country"), ("CITY", "knowledge.city")]


def test_a_table_that_a_pack_does_not_have_is_empty_and_a_faulty_one_an_error(folder):
    pack = load_pack(folder)
    assert pack.rows("topics") == []
    assert pack.toml("topics") == {}
    add(folder, "bodies.toml", "order = [")
    with pytest.raises(PackError, match=r"eo/bodies\.toml"):
        pack.toml("bodies")


def test_check(folder):
    add(folder, "knowledge/countries.tsv", "code\tnames\nCH\tSvislando\n")
    assert problems(folder) == []
    add(folder, "lexicons/nationalites.tsv", "code\tadjective\n")
    add(
        folder,
        "patterns/people.toml",
        """mask = ["COUNTRY"]
[[pattern]]
id = "fits"
relation = "side"
match = "el {COUNTRY:side}"
examples = [{text = "Ŝi venas el Svislando.", side = "Svislando"}]
[[pattern]]
id = "fits.nothing"
relation = "side"
match = "de {COUNTRY:side}"
examples = [{text = "Ŝi venas el Svislando."}]
counterexamples = ["la ĉefurbo de Svislando"]
[[pattern]]
id = "role"
relation = "side"
match = "(?P<side>en) {COUNTRY}"
examples = [{text = "Ŝi loĝas en Svislando.", side = "Svislando"}]
[[pattern]]
id = "bare"
relation = "side"
match = "tra {COUNTRY:side}"
""",
    )
    jwgie.pipeline._load.cache_clear()
    found = problems(folder)
    assert [problem.split(":")[0].split(" does")[0].split(" matches")[0] for problem in found] == [
        "lexicons/nationalites.tsv", "fits.nothing", "fits.nothing", "role", "bare has no example",
    ]  # fmt: skip

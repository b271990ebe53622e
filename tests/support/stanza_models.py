"""Stanza models for the tests, trained by Stanza's own trainers on sentences written for it: what is proven with them needs no download.

Two sizes. `small` learns, in seconds, to find the names of these sentences and to take their words apart. Of `official` the tagger is
trained for a few steps only: what it finds is of no use, but its parts have the sizes of the models that Stanza offers for Arabic, so that
its speed is theirs.
"""

from __future__ import annotations

import itertools
import json
import logging
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np

Size = Literal["small", "official"]

#: Words; ``+`` where a multi-word token is made of words; ``{PER}``, ``{LOC}`` and ``{ORG}`` are slots, before which ``+`` may stand too.
SENTENCES = """
استقبل السفير {PER} أمس وفدا من {LOC} .
التقى {PER} في {LOC} رئيس {ORG} .
و+قال {PER} إن بلاده ترحب ب+التعاون مع {LOC} .
ترأس {PER} و+{PER} أعمال اللجنة المشتركة في {LOC} .
عقدت {ORG} اجتماعا في {LOC} ب+رئاسة {PER} .
أشاد {PER} ب+جهود {ORG} في هذا المجال .
و+أكد الوزير {PER} حرص {LOC} على تعزيز العلاقات .
زار وفد من {ORG} مدينة {LOC} يوم الأحد .
شارك في الاجتماع {PER} عن {ORG} .
بحث الجانبان سبل التعاون الاقتصادي ، و+اتفقا على عقد جولة جديدة .
و+أضاف أن المشاورات تناولت قضايا المياه و+الطاقة .
وقع الاتفاق عن الجانب الأول {PER} ، و+عن الجانب الثاني {PER} .
"""
GIVEN = """سامي خليل نبيل رامي جمال وليد هشام فريد كريم ماهر طارق أنور رياض عادل منير سمير بشار زهير""".split()  # noqa: SIM905
FAMILY = """الحداد النجار القاضي الصباغ البستاني العطار الخياط السمان الدباغ الفران الشماس الحلاق الطحان الزيات""".split()  # noqa: SIM905
SLOTS = {
    "PER": [f"{a} {b}" for a, b in itertools.product(GIVEN, FAMILY)],
    "LOC": ["القاهرة", "طوكيو", "مصر", "اليابان", "الرباط", "تونس", "باريس", "بغداد", "مدريد", "روما", "نيودلهي", "كينيا", "البرازيل"],
    "ORG": ["الأمم المتحدة", "جامعة الدول العربية", "الاتحاد الأوروبي", "منظمة الصحة العالمية", "البنك الدولي", "هيئة التراث"],
}

#: A token: its words, and its tag.
Token = tuple[tuple[str, ...], str]

#: What the trainers are told beside files. Left out is what is as Stanza's trainers have it: a tokeniser of one layer of 64 hidden units
#: over characters of 32 dimensions, a tagger of 256 hidden units with a convolution of 100 over characters.
TOKENISER = {
    "small": ["--steps", "300", "--eval_steps", "150", "--lr0", "0.01", "--batch_size", "8"],
    "official": ["--steps", "300", "--eval_steps", "150", "--lr0", "0.01", "--batch_size", "8"],
}
EXPANDER = {
    "small": ["--num_epoch", "3", "--hidden_dim", "30"],
    "official": ["--num_epoch", "2"],
}
TAGGER = {
    "small": ["--hidden_dim", "48", "--char_hidden_dim", "24", "--char_emb_dim", "16", "--optim", "adam", "--lr", "0.01",
              "--max_steps", "60", "--eval_interval", "30"],
    "official": ["--charlm", "--charlm_shorthand", "ar_test", "--max_steps", "6", "--eval_interval", "6"],
}  # fmt: skip
#: Dimensions of the word vectors.
VECTORS = {"small": 20, "official": 100}


def sentences(count: int, seed: int = 0) -> Iterator[list[Token]]:
    """Sentences with their tags (BIOES), no two alike by intent."""
    draw = random.Random(seed)
    patterns = SENTENCES.split("\n")[1:-1]
    for number in range(count):
        made: list[Token] = []
        for written in patterns[number % len(patterns)].split():
            *joined, last = written.split("+")
            name = last.strip("{}")
            words = draw.choice(SLOTS[name]).split() if name in SLOTS else [last]
            tags = ["S"] if len(words) == 1 else ["B", *"I" * (len(words) - 2), "E"]
            for at, word in enumerate(words):
                made.append(((*joined, word) if at == 0 else (word,), f"{tags[at]}-{name}" if name in SLOTS else "O"))
        yield made


def text_of(sentence: Sequence[Token]) -> str:
    """A sentence as it is written: marks stand at the word before them."""
    words = ["".join(words) for words, _ in sentence]
    return " ".join(words).replace(" .", ".").replace(" ،", "،")


def conllu(given: Sequence[Sequence[Token]]) -> str:
    """Sentences in the format of Universal Dependencies."""
    lines: list[str] = []
    for sentence in given:
        lines.append(f"# text = {text_of(sentence)}")
        at = 1
        for place, (words, _) in enumerate(sentence):
            glued = place + 1 < len(sentence) and sentence[place + 1][0][0] in ".،"
            misc = "SpaceAfter=No" if glued else "_"
            if len(words) > 1:
                lines.append("\t".join([f"{at}-{at + len(words) - 1}", "".join(words), *"_" * 7, misc]))
                misc = "_"
            for word in words:
                head = "0" if at == 1 else "1"
                lines.append("\t".join([str(at), word, "_", "X", "_", "_", head, "root" if at == 1 else "dep", "_", misc]))
                at += 1
        lines.append("")
    return "\n".join(lines) + "\n"


def train(folder: Path, size: Size = "small") -> dict[str, Any]:
    """Train a tokeniser, an expander of multi-word tokens and a tagger: the options for a `stanza.Pipeline` that uses them."""
    logging.getLogger("stanza").setLevel(logging.WARNING)
    options = {**_tokeniser(folder, size), **_tagger(folder, size)}
    return {
        **options, "lang": "ar", "dir": str(folder), "package": None, "download_method": None, "allow_unknown_language": True,
        "use_gpu": False, "verbose": False, "processors": "tokenize,mwt,ner",
    }  # fmt: skip


def _tokeniser(folder: Path, size: Size) -> dict[str, str]:
    from stanza.models import mwt_expander, tokenizer
    from stanza.utils.datasets import prepare_tokenizer_data

    (folder / "resources.json").write_text("{}")
    for part, count, seed in (("train", 240, 0), ("dev", 36, 1)):
        given = list(sentences(count, seed))
        paragraphs = [given[at : at + 4] for at in range(0, count, 4)]
        (folder / f"{part}.conllu").write_text(conllu(given), "utf-8")
        (folder / f"{part}.txt").write_text("\n\n".join(" ".join(map(text_of, p)) for p in paragraphs) + "\n", "utf-8")
        names = [str(folder / f"{part}{end}") for end in (".txt", ".conllu", ".labels", ".mwt.json")]
        prepare_tokenizer_data.main([names[0], names[1], "-o", names[2], "-m", names[3]])
    common = ["--lang", "ar", "--shorthand", "ar_test", "--save_dir", str(folder), "--cpu"]
    at = {name: str(folder / name) for name in ("train.txt", "train.labels", "train.conllu", "dev.txt", "dev.labels", "dev.conllu")}
    files = [
        "--txt_file", at["train.txt"], "--label_file", at["train.labels"], "--mwt_json_file", str(folder / "dev.mwt.json"),
        "--dev_txt_file", at["dev.txt"], "--dev_label_file", at["dev.labels"], "--dev_conll_gold", at["dev.conllu"],
        "--conll_file", str(folder / "tokens.out"), "--save_name", "tokenizer.pt",
    ]  # fmt: skip
    tokenizer.main([*common, *files, *TOKENISER[size]])
    files = [
        "--train_file", at["train.conllu"], "--eval_file", at["dev.conllu"], "--gold_file", at["dev.conllu"],
        "--output_file", str(folder / "words.out"), "--save_name", "mwt.pt",
    ]  # fmt: skip
    mwt_expander.main([*common, *files, *EXPANDER[size]])
    return {"tokenize_model_path": str(folder / "tokenizer.pt"), "mwt_model_path": str(folder / "mwt.pt")}


def tagger(folder: Path, size: Size = "small", names: dict[str, str] | None = None) -> dict[str, str]:
    """Train a tagger alone: the options of a pipeline that tell where it is. `names` maps PER, LOC and ORG to other labels."""
    folder.mkdir(parents=True, exist_ok=True)
    return _tagger(folder, size, names or {})


def _tagger(folder: Path, size: Size, names: dict[str, str] | None = None) -> dict[str, str]:
    from stanza.models import ner_tagger

    names = names or {}
    for part, count, seed in (("train", 240, 0), ("dev", 36, 1)):
        rows = [
            [{"text": "".join(words), "ner": tag[:2] + names.get(tag[2:], tag[2:]) if tag != "O" else tag} for words, tag in sentence]
            for sentence in sentences(count, seed)
        ]
        (folder / f"{part}.json").write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
    vectors = _vectors(folder, VECTORS[size])
    options = {"ner_model_path": str(folder / "ner.pt"), "ner_pretrain_path": str(vectors)}
    charlm: list[str] = []
    if size == "official":
        for direction in ("forward", "backward"):
            options[f"ner_{direction}_charlm_path"] = _language_model(folder, direction)
            charlm += [f"--charlm_{direction}_file", options[f"ner_{direction}_charlm_path"]]
    files = ["--train_file", str(folder / "train.json"), "--eval_file", str(folder / "dev.json"), "--wordvec_pretrain_file", str(vectors)]
    saved = ["--shorthand", "ar_test", "--save_dir", str(folder), "--save_name", "ner.pt", "--cpu"]
    ner_tagger.main([*files, *saved, *charlm, *TAGGER[size]])
    return options


def _vectors(folder: Path, dimensions: int) -> Path:
    """Random vectors of the words of the sentences."""
    from stanza.models.common.pretrain import Pretrain

    words = sorted({"".join(words) for sentence in sentences(240) for words, _ in sentence})
    draw = np.random.default_rng(0)
    rows = [f"{word} {' '.join(f'{x:.4f}' for x in draw.normal(size=dimensions))}" for word in words]
    (folder / "vectors.txt").write_text("\n".join([f"{len(words)} {dimensions}", *rows]) + "\n", "utf-8")
    path = folder / "vectors.pt"
    Pretrain(str(path), str(folder / "vectors.txt")).load()
    return path


def _language_model(folder: Path, direction: str) -> str:
    """A language model of characters, of the trainer's own size (1,024 hidden units), trained for a few steps."""
    from stanza.models import charlm

    for part, count in (("train", 24), ("dev", 12)):
        (folder / f"{part}.charlm.txt").write_text("\n".join(map(text_of, sentences(count))) + "\n", "utf-8")
    charlm.main([
        "--train_file", str(folder / "train.charlm.txt"), "--eval_file", str(folder / "dev.charlm.txt"), "--direction", direction,
        "--shorthand", "ar_test", "--save_dir", str(folder), "--save_name", f"{direction}.pt", "--cutoff", "0", "--epochs", "1",
        "--batch_size", "4", "--bptt_size", "100", "--eval_steps", "-1", "--no_checkpoint", "--cpu",
    ])  # fmt: skip
    return str(folder / f"{direction}.pt")

"""The rule pipeline beside what others do with the same reports: Stanza's tokeniser and tagger, spaCy's entity ruler, dateparser's search.

    python tests/benchmarks/test_beside.py [REPORTS]                       # trains the models, prints the table
    python -m pytest tests/benchmarks/test_beside.py -m exhaustive         # asserts on the ratios to Stanza and to the tagger

Each system is a process of its own that reads the same Arabic gold reports on one thread, by turns; what counts is processor time, once
what is loaded when first needed is loaded. Stanza's models are trained here, by Stanza's trainers, with the sizes of those that it offers
(`tests/support/stanza_models.py`); the network is cut.
"""

from __future__ import annotations

import json
import os
import resource
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

GOLD = Path(__file__).parents[1] / "gold" / "train"
#: How many times as fast as Stanza's tokeniser and tagger the rule pipeline is at least.
RATIO = 10
#: What the rules may add to the time of the tagger alone.
BESIDE_TAGGER = 1.2
REPORTS = 40
ROUNDS = 2
TURNS = 3
ONE_THREAD = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}

#: Reads reports, all of them at once.
Read = Callable[[Sequence[str]], object]


def reports(count: int) -> list[str]:
    """The texts of so many gold reports, the whole part evenly."""
    paths = sorted(GOLD.glob("ar-*.json"))
    return [json.loads(path.read_text("utf-8"))["text"] for path in paths[:: max(1, len(paths) // count)][:count]]


def _recognised_by(*recognisers: str) -> Callable[[Path], Read]:
    def ready(models: Path) -> Read:
        import jwgie

        nlp = jwgie.load("ar", recognisers=recognisers)
        return lambda texts: [nlp(text, published="2024-05-31") for text in texts]

    return ready


def dates(models: Path) -> Read:
    import jwgie

    return lambda texts: [jwgie.find_dates(text, "ar", "2024-05-31") for text in texts]


def _stanza(models: Path, processors: str) -> Read:
    import stanza
    import torch

    torch.set_num_threads(1)
    options = json.loads((models / "options.json").read_text("utf-8"))
    nlp = stanza.Pipeline(**options | {"processors": processors})
    return lambda texts: nlp.bulk_process(list(texts))


def stanza_tokens(models: Path) -> Read:
    return _stanza(models, "tokenize,mwt")


def stanza_names(models: Path) -> Read:
    return _stanza(models, "tokenize,mwt,ner")


def spacy_ruler(models: Path) -> Read:
    import spacy

    from jwgie.knowledge.names import entries
    from jwgie.languages import load_pack

    nlp = spacy.blank("ar")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": e.label, "pattern": e.name} for e in entries(load_pack("ar"))])
    return lambda texts: list(nlp.pipe(texts))


def dateparser_search(models: Path) -> Read:
    from dateparser.search import search_dates

    return lambda texts: [search_dates(text, languages=["ar"]) for text in texts]


#: What makes each system ready.
SYSTEMS: dict[str, Callable[[Path], Read]] = {
    "jwgie: records, by rules": _recognised_by("rules"),
    "jwgie: the tagger alone": _recognised_by("tagger"),
    "jwgie: records, by rules and the tagger": _recognised_by("rules", "tagger"),
    "Stanza: tokens, multi-word tokens taken apart": stanza_tokens,
    "Stanza: the same and its tagger of names": stanza_names,
    "spaCy: a blank pipeline, the entity ruler with jwgie's gazetteer": spacy_ruler,
    "jwgie: dates alone (`find_dates`)": dates,
    "dateparser: `search_dates`": dateparser_search,
}


def _run(name: str, models: Path, count: int) -> dict[str, float]:
    """What a process does: reads the reports twice, and tells the second time's figures."""

    def refuse(*_: Any, **__: Any) -> Any:
        raise OSError("the network is cut")

    socket.socket.connect = socket.socket.connect_ex = refuse  # type: ignore[method-assign]
    texts = reports(count)
    read = SYSTEMS[name](models)
    read(texts)
    start = time.process_time()
    read(texts)
    return {
        "milliseconds": 1000 * (time.process_time() - start) / len(texts),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def compare(count: int, names: Sequence[str] = tuple(SYSTEMS), rounds: int = ROUNDS) -> dict[str, dict[str, float]]:
    """The figures of each system, the better of some rounds; those that are not installed are left out."""
    found: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, __file__]
        if any(name.startswith("Stanza") for name in names):
            subprocess.run([*command, "train", folder], check=True, env=os.environ | ONE_THREAD, capture_output=True)
        for _ in range(rounds):
            for name in names:
                part = [*command, "run", name, folder, str(count)]
                run = subprocess.run(part, env=os.environ | ONE_THREAD, capture_output=True, text=True)
                if run.returncode:
                    print(f"left out: {name}: {run.stderr.strip().splitlines()[-1]}", file=sys.stderr)
                    continue
                figures = json.loads(run.stdout.splitlines()[-1])
                if name not in found or figures["milliseconds"] < found[name]["milliseconds"]:
                    found[name] = figures
    return found


def by_turns(count: int) -> tuple[float, float]:
    """Milliseconds a report by the tagger alone, and by rules and tagger: in one process, each report by both, the least of some rounds.
    In processes of their own other work on the machine falls on one of them, and moves the ratio by a tenth."""
    command = [sys.executable, __file__, "turns", str(count)]
    alone, both = json.loads(subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ | ONE_THREAD).stdout)
    return alone, both


def _turns(count: int) -> tuple[float, ...]:
    readers = [_recognised_by(*names)(Path()) for names in (["tagger"], ["rules", "tagger"])]
    least = [dict.fromkeys(reports(count), float("inf")) for _ in readers]
    for text in least[0]:  # what is loaded when first needed is loaded
        readers[1]([text])
    for _ in range(TURNS):
        for text in least[0]:
            for read, times in zip(readers, least, strict=True):
                start = time.process_time()
                read([text])
                times[text] = min(times[text], time.process_time() - start)
    return tuple(1000 * sum(times.values()) / count for times in least)


def _train(folder: Path) -> None:
    import stanza_models
    import torch

    torch.set_num_threads(1)
    (folder / "options.json").write_text(json.dumps(stanza_models.train(folder, "official")), "utf-8")


@pytest.mark.exhaustive
def test_rules_beside_stanza() -> None:
    pytest.importorskip("stanza", reason="Stanza is not installed")
    ours, theirs = "jwgie: records, by rules", "Stanza: the same and its tagger of names"
    found = compare(20, (ours, theirs), rounds=1)
    assert found[theirs]["milliseconds"] > RATIO * found[ours]["milliseconds"], found


@pytest.mark.exhaustive
def test_rules_beside_the_tagger() -> None:
    alone, both = by_turns(20)
    assert both <= BESIDE_TAGGER * alone, (alone, both)


def main(count: int) -> None:
    """Print the table."""
    found = compare(count)
    lengths = [len(text) for text in reports(count)]
    base = next(iter(found.values()))["milliseconds"]
    print(f"{len(lengths)} reports of {sum(lengths) / len(lengths):.0f} characters on average\n")
    print("| what | ms a report | reports a second | times the rule pipeline's time | peak memory, MB |", "|---|--:|--:|--:|--:|", sep="\n")
    for name, f in found.items():
        ms = f["milliseconds"]
        print(f"| {name} | {ms:.1f} | {1000 / ms:.0f} | {ms / base:.1f} | {f['megabytes']:.0f} |")
    alone, both = by_turns(count)
    print(f"\nBy turns: the tagger alone {alone:.1f} ms, rules and tagger {both:.1f}, {both / alone:.2f} times as much")


if __name__ == "__main__":
    if sys.argv[1:2] == ["train"]:
        _train(Path(sys.argv[2]))
    elif sys.argv[1:2] == ["run"]:
        print(json.dumps(_run(sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))))
    elif sys.argv[1:2] == ["turns"]:
        print(json.dumps(_turns(int(sys.argv[2]))))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS)

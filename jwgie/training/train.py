"""The training loop: one encoder for all data sets, each telling of the layers that it labels."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from jwgie.tagger.network import Network
from jwgie.tagger.pieces import BEGIN, END, PAD
from jwgie.training.examples import Example


class Plan(NamedTuple):
    """How to train."""

    epochs: float = 3
    rate: float = 3e-4
    head_rate: float = 2e-3
    decay: float = 0.9
    pieces: int = 1500
    drop: float = 0.1
    warm_up: float = 0.06
    codes: float = 0.5
    seed: int = 1


def batches(examples: Sequence[Example], size: int, rng: random.Random | None) -> Iterator[list[Example]]:
    """Examples of like length together, at most `size` pieces with the filling; in random order if there is an `rng`."""
    order = list(range(len(examples)))
    if rng:
        rng.shuffle(order)
    chunk = 2000 if rng else len(order)
    made: list[list[Example]] = []
    for low in range(0, len(order), chunk):
        batch: list[Example] = []
        for one in sorted((examples[i] for i in order[low : low + chunk]), key=lambda e: len(e.units.pieces)):
            if batch and (len(batch) + 1) * (len(one.units.pieces) + 2) > size:
                made.append(batch)
                batch = []
            batch.append(one)
        made.append(batch)
    if rng:
        rng.shuffle(made)
    yield from made


def filled(batch: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """The rows of pieces between a beginning and an end, and which are there."""
    longest = max(len(e.units.pieces) for e in batch) + 2
    rows = torch.full((len(batch), longest), PAD)
    for row, example in zip(rows, batch, strict=True):
        count = len(example.units.pieces)
        row[: count + 2] = torch.tensor([BEGIN, *example.units.pieces, END])
    return rows, rows != PAD


def loss(network: Network, batch: Sequence[Example], plan: Plan) -> Tensor:
    """The sum over layers of the mean loss of the units that are labelled in them, and that of the codes of sentences."""
    vectors = network(*filled(batch), plan.drop)
    vectors = functional.dropout(vectors, plan.drop, network.training)
    total = vectors.new_zeros(())
    count = sum(len(e.units.first) for e in batch)
    for layer, head in network.tags.items():
        known = [(row, e) for row, e in enumerate(batch) if layer in e.tags]
        if known:
            places = [(row, first + 1) for row, e in known for first in e.units.first]
            index = torch.tensor(places)
            wanted = torch.tensor([tag for _, e in known for tag in e.tags[layer]])
            total = total + functional.cross_entropy(head(vectors[index[:, 0], index[:, 1]]), wanted, reduction="sum") / count
    for name, head in network.codes.items():
        told = [
            (row, e, *place, codes)
            for row, e in enumerate(batch)
            for place, codes in zip(e.sentences, e.codes.get(name, ()), strict=False)
            if codes is not None
        ]
        if told:
            pooled = torch.stack([vectors[row, e.units.first[b] + 1 : _last(e, end) + 1].mean(0) for row, e, b, end, _ in told])
            wanted = torch.zeros(len(told), network.shape.codes[name])
            for row_wanted, (*_, codes) in zip(wanted, told, strict=True):
                row_wanted[list(codes)] = 1
            total = total + plan.codes * functional.binary_cross_entropy_with_logits(head(pooled), wanted, reduction="sum") / len(told) / 2
    return total


def _last(example: Example, unit: int) -> int:
    """The piece before which a unit begins, or where the pieces end."""
    return example.units.first[unit] if unit < len(example.units.first) else len(example.units.pieces)


def train(
    network: Network, examples: Sequence[Example], plan: Plan, after: Callable[[float], object], log: Callable[[str], object]
) -> None:
    """Trains all but the embeddings. `after` is called at the end of each epoch."""
    torch.manual_seed(plan.seed)
    rng = random.Random(plan.seed)
    network.embedding.weight.requires_grad_(False)
    groups = [{"params": [p for name, p in network.named_parameters() if name.startswith(("tags", "codes"))], "lr": plan.head_rate}]
    for number, layer in enumerate(network.layers):
        groups.append({"params": list(layer.parameters()), "lr": plan.rate * plan.decay ** (len(network.layers) - 1 - number)})
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = int(sum(1 for _ in batches(examples, plan.pieces, random.Random(0))) * plan.epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (plan.warm_up * steps), max(0.0, (steps - step) / (steps * (1 - plan.warm_up))))
    )
    step, epoch, begun = 0, 0, time.monotonic()
    while step < steps:
        network.train()
        running = 0.0
        for batch in batches(examples, plan.pieces, rng):
            value = loss(network, batch, plan)
            value.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_([p for p in network.parameters() if p.requires_grad], 1.0)
            optimiser.step()
            optimiser.zero_grad()
            schedule.step()
            step += 1
            now = value.item()
            running = 0.98 * running + 0.02 * now if running else now
            if step % 50 == 0:
                log(f"step {step}/{steps} loss {running:.4f} {time.monotonic() - begun:.0f} s")
            if step >= steps:
                break
        epoch += 1
        network.eval()
        after(epoch)


def extremes(network: Network, examples: Sequence[Example]) -> dict[str, Tensor]:
    """The largest inputs, by column, of the matrices in the layers over some examples."""
    found: dict[str, Tensor] = {}

    def watch(name: str) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        def seen(_: nn.Module, given: tuple[Tensor, ...]) -> None:
            largest = given[0].flatten(0, -2).abs().amax(0)
            found[name] = torch.maximum(found[name], largest) if name in found else largest

        return seen

    hooks = [
        module.register_forward_pre_hook(watch(name))
        for name, module in network.named_modules()
        if name.startswith("layers.") and isinstance(module, nn.Linear)
    ]
    network.eval()
    with torch.inference_mode():
        for example in examples:
            network(*filled([example]))
    for hook in hooks:
        hook.remove()
    return {name: largest.clone() for name, largest in found.items()}

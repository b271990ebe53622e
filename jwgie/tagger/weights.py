"""The file of weights: matrices in 8 bits with a scale for each row, the embeddings in the 4 bits of the base model, the rest in 16.

Some inputs of a matrix are many times larger than the others, which 8 bits bear badly. So each column is stored multiplied by a number
that makes inputs and columns alike in size, and the inputs are divided by it ("SmoothQuant", Xiao et al. 2023).
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from jwgie.tagger.network import Network, Shape

_BLOCK = 32
#: How much of the unevenness goes from the inputs into the columns.
_SMOOTH = 0.65


class Packed(nn.Module):
    """Embeddings in 4 bits: blocks of 32 numbers share a scale. Rows are unpacked as they are used."""

    halves: Tensor
    scales: Tensor

    def __init__(self, halves: Tensor, scales: Tensor) -> None:
        super().__init__()
        self.register_buffer("halves", halves)
        self.register_buffer("scales", scales)

    def forward(self, numbers: Tensor) -> Tensor:
        """The vectors of pieces."""
        halves, scales = self.halves[numbers], self.scales[numbers].float()
        halves = halves.view(*halves.shape[:-1], -1, _BLOCK // 2)
        whole = torch.cat([halves & 15, halves >> 4], -1).float() - 8
        return (whole * scales.unsqueeze(-1)).flatten(-2)


class Eight(nn.Module):
    """A matrix that is multiplied in 8 bits; inputs are rounded as they come, by their own extremes."""

    def __init__(self, rows: Tensor, scales: Tensor, divide: Tensor, bias: Tensor) -> None:
        super().__init__()
        self._times = 1 / divide
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the operators stay, what made them by magic goes
            whole = torch._make_per_channel_quantized_tensor(rows, scales.double(), torch.zeros(len(rows), dtype=torch.long), 0)
            self._matrix: Any = torch.ops.quantized.linear_prepack(whole, bias)

    def forward(self, x: Tensor) -> Tensor:
        """The product, in floating point again."""
        product: Tensor = torch.ops.quantized.linear_dynamic(x * self._times, self._matrix, True)
        return product


class Held(NamedTuple):
    """What a file holds: the network, the SentencePiece model, the labels of the layers, the codes of the other heads."""

    network: Network
    vocabulary: bytes
    labels: dict[str, list[str]]
    codes: dict[str, list[str]]


def packed(matrix: Tensor) -> tuple[Tensor, Tensor]:
    """A matrix in 4 bits. Exact for one that comes from such bits."""
    blocks = matrix.view(len(matrix), -1, _BLOCK)
    extreme = blocks.gather(-1, blocks.abs().argmax(-1, keepdim=True)).squeeze(-1)
    scales = (extreme / -8).half()
    steps = (blocks / scales.float().unsqueeze(-1)).nan_to_num(0).round().clamp(-8, 7).add(8).to(torch.uint8)
    low, high = steps.chunk(2, -1)
    return (low | high << 4).flatten(-2), scales


def save(path: Path, held: Held, extremes: Mapping[str, Tensor]) -> None:
    """Write a network; `extremes` are the largest inputs, by column, of the matrices in its layers."""
    tensors: dict[str, Any] = {}
    for name, tensor in held.network.state_dict().items():
        if name == "embedding.weight":
            tensors["embedding.halves"], tensors["embedding.scales"] = packed(tensor)
        elif tensor.dim() == 2 and name != "position":
            largest = extremes.get(name.removesuffix(".weight"))
            divide = torch.ones(tensor.shape[1])
            if largest is not None:
                columns = tensor.abs().amax(0).clamp_min(1e-5)
                divide = (largest.clamp_min(1e-5) ** _SMOOTH / columns ** (1 - _SMOOTH)).clamp_min(1e-4).half().float()
            scales = ((tensor * divide).abs().amax(1).clamp_min(1e-8) / 127).half()
            rows = (tensor * divide / scales.float().unsqueeze(1)).round().clamp(-127, 127).to(torch.int8)
            tensors[name] = (rows, scales, divide.half())
        else:
            tensors[name] = tensor.half()
    torch.save({
        "tensors": tensors,
        "layers": len(held.network.layers),
        "vocabulary": torch.frombuffer(bytearray(held.vocabulary), dtype=torch.uint8),
        "labels": held.labels,
        "codes": held.codes,
    }, path)  # fmt: skip


def load(path: Path, dtype: str = "float32") -> Held:
    """What `save` wrote. `dtype` tells how the matrices of the layers are multiplied: ``int8``, ``float32`` or ``bfloat16``."""
    file = torch.load(path, weights_only=True)
    labels, codes, tensors = file["labels"], file["codes"], file["tensors"]
    embedding = Packed(tensors.pop("embedding.halves"), tensors.pop("embedding.scales"))
    shape = Shape(0, file["layers"], {n: 1 + 2 * len(row) for n, row in labels.items()}, {n: len(row) for n, row in codes.items()})
    with torch.device("meta"):
        network = Network(shape)
    network.embedding = embedding
    if dtype == "int8":
        for place, layer in enumerate(network.layers):
            for name in ("attend", "attended", "widen", "narrow"):
                rows, scales, divide = tensors.pop(f"layers.{place}.{name}.weight")
                bias = tensors.pop(f"layers.{place}.{name}.bias").float()
                setattr(layer, name, Eight(rows, scales.float(), divide.float(), bias))
    given = {name: _plain(held) for name, held in tensors.items()}
    network.load_state_dict(given | {f"embedding.{n}": b for n, b in embedding.named_buffers()}, assign=True)
    network.eval().requires_grad_(False)
    if dtype == "bfloat16":
        network.layers.to(torch.bfloat16)
    return Held(network, bytes(file["vocabulary"].numpy().tobytes()), labels, codes)


def _plain(held: Any) -> Tensor:
    if isinstance(held, tuple):
        rows, scales, divide = held
        return rows.float() * scales.float().unsqueeze(1) / divide.float()  # type: ignore[no-any-return]
    return held.float()  # type: ignore[no-any-return]

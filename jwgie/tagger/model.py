"""Text in, spans out: the network with its vocabulary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jwgie.tagger.pieces import BEGIN, END, Pieces, Units, windows
from jwgie.tagger.scheme import REPORTS, spans

#: The most pieces that are read at once: what the network was trained on. Longer texts are cut between sentences.
LONGEST = 200
#: The first window is in so many characters: no piece is longer than twenty.
FIRST = 20 * LONGEST


class Found(NamedTuple):
    """A span of a text that a layer labels; `score` is the probability of its least certain unit."""

    label: str
    start: int
    end: int
    score: float


class Sentence(NamedTuple):
    """The characters of a sentence, and the probabilities of the codes of each head."""

    start: int
    end: int
    codes: dict[str, dict[str, float]]


class Reading(NamedTuple):
    """What a text is read as: the spans of some layers, sorted; its sentences; and how probable it is that it is about a meeting, by its
    first window."""

    spans: list[Found]
    sentences: list[Sentence]
    about: float


class Model:
    """A network that is ready. Each window of a text is read alone, so nothing depends on what is read before or beside it."""

    def __init__(self, path: Path, dtype: str = "int8") -> None:
        import torch

        from jwgie.tagger.weights import load

        self._torch = torch
        held = load(path, dtype)
        self._network = held.network
        self.labels, self.codes = held.labels, held.codes
        self._sentence_codes = tuple(name for name in held.codes if name != "about")
        self._dtype = torch.bfloat16 if dtype == "bfloat16" else torch.float32
        self._pieces = Pieces(held.vocabulary)

    def __call__(self, text: str, sentences: Sequence[tuple[int, int]] = (), layers: Sequence[str] = ()) -> Reading:
        """What a text with sentences at the characters ``[start, end)`` is read as; spans are looked for in some layers."""
        units = self._pieces(text)
        found: list[Found] = []
        told: list[Sentence] = []
        about = 0.0
        begins = _begins(units, sentences)
        with self._inference():
            for begin, end in windows(units, begins, LONGEST):
                part = units.part(begin, end)
                vectors = self._vectors(part)
                if begin == 0:
                    about = self._about(vectors, part)
                at = vectors[self._torch.tensor(part.first) + 1]
                letters, none = self._joined(at), [0] * len(at)
                for layer in (name for name in layers if name in self.labels):
                    found += self._spans(at, layer, part, letters if layer in REPORTS else none)
                inside = [i for i, b in enumerate(begins) if begin <= b < end]
                for i, until in zip(inside, [*(begins[i] for i in inside[1:]), end], strict=False):
                    if until > begins[i]:
                        codes = self._codes(vectors, part, begins[i] - begin, until - begin, self._sentence_codes)
                        told.append(Sentence(*sentences[i], codes))
        return Reading(sorted(found, key=lambda f: (f.start, -f.end)), told, about)

    def about(self, text: str, sentences: Sequence[tuple[int, int]] = ()) -> float:
        """How probable it is that a text is about a meeting: what `Reading.about` is, without reading the rest."""
        units = self._pieces(text[:FIRST])
        with self._inference():
            for begin, end in windows(units, _begins(units, sentences), LONGEST)[:1]:
                part = units.part(begin, end)
                return self._about(self._vectors(part), part)
        return 0.0

    @contextmanager
    def _inference(self) -> Iterator[None]:
        """One thread: more cores are for more processes (``pipe(processes=)``), and a process that has forked cannot have more."""
        threads = self._torch.get_num_threads()
        self._torch.set_num_threads(1)
        try:
            with self._torch.inference_mode():
                yield
        finally:
            self._torch.set_num_threads(threads)

    def _about(self, vectors: Any, part: Units) -> float:
        codes = self._codes(vectors, part, 0, len(part.first), ("about",)) if "about" in self.codes else {}
        return codes["about"]["meeting"] if codes else 0.0

    def _vectors(self, units: Units) -> Any:
        torch, network = self._torch, self._network
        numbers = torch.tensor([[BEGIN, *units.pieces, END]])
        x = network.norm(network.embedding(numbers) + network.position[: numbers.shape[1]]).to(self._dtype)
        for layer in network.layers:
            x = layer(x, None, 0.0)
        return x[0].float()

    def _spans(self, vectors: Any, layer: str, units: Units, joined: Sequence[int]) -> list[Found]:
        chances = self._network.tags[layer](vectors).log_softmax(-1)
        row: list[int] = chances.argmax(-1).tolist()
        if not _sound(row):
            row = _path(chances.tolist())
        scores = chances.gather(1, self._torch.tensor(row).unsqueeze(1)).exp().flatten().tolist()
        found = []
        for first, last, label in spans(row, self.labels[layer]):
            start = units.starts[first] + (joined[first] if units.ends[first] - units.starts[first] > joined[first] + 1 else 0)
            found.append(Found(label, start, units.ends[last - 1], min(scores[first:last])))
        return found

    def _joined(self, vectors: Any) -> list[int]:
        """How many letters would be cut off each unit, were it the first of a span."""
        head = self._network.tags["joined"] if "joined" in self.labels else None
        return [(tag + 1) // 2 for tag in head(vectors).argmax(-1).tolist()] if head else [0] * len(vectors)

    def _codes(self, vectors: Any, units: Units, begin: int, end: int, heads: Sequence[str]) -> dict[str, dict[str, float]]:
        low = units.first[begin] + 1
        high = (units.first[end] if end < len(units.first) else len(units.pieces)) + 1
        pooled = vectors[low:high].mean(0)
        network = self._network
        return {name: dict(zip(self.codes[name], network.codes[name](pooled).sigmoid().tolist(), strict=True)) for name in heads}


def _begins(units: Units, sentences: Sequence[tuple[int, int]]) -> list[int]:
    """The first unit of each sentence."""
    begins = []
    at = 0
    for start, _ in sentences:
        while at < len(units.ends) and units.ends[at] <= start:
            at += 1
        begins.append(at)
    return begins


def _follows(before: int, tag: int) -> bool:
    """Whether a tag may stand after another: a later unit only after one of the same label."""
    return tag == 0 or tag % 2 == 1 or before in (tag, tag - 1)


def _sound(row: Sequence[int]) -> bool:
    return all(_follows(before, tag) for before, tag in zip([0, *row], row, strict=False))


def _path(chances: list[list[float]]) -> list[int]:
    """The likeliest row of tags that may follow each other (Viterbi)."""
    count = len(chances[0])
    allowed = [[before for before in range(count) if _follows(before, tag)] for tag in range(count)]
    score = [s if _follows(0, tag) else -1e9 for tag, s in enumerate(chances[0])]
    back: list[list[int]] = []
    for row in chances[1:]:
        best = [max(allowed[tag], key=score.__getitem__) for tag in range(count)]
        score = [score[best[tag]] + row[tag] for tag in range(count)]
        back.append(best)
    tag = max(range(count), key=score.__getitem__)
    path = [tag]
    for best in reversed(back):
        tag = best[tag]
        path.append(tag)
    return path[::-1]


@cache
def model(path: Path, dtype: str = "int8") -> Model:
    """The model of a file, loaded once a process."""
    return Model(path, dtype)

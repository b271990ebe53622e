"""The tagger as a recogniser: names, offices and institutions that no list has, and the sentences that tell of a meeting.

`torch` and `sentencepiece` are not imported before the first report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from jwgie.document import Document, Mention, Origin, Span, View
from jwgie.errors import InputError
from jwgie.ner.values import RoleValue, ToldValue
from jwgie.tagger.model import Found, Model, Reading, Sentence, model
from jwgie.tagger.scheme import LAYERS

#: The weights that come with the package.
WEIGHTS = Path(__file__).parent / "weights" / "jwgie-tagger.pt"

#: The labels of the layer ``people`` in ours.
LABELS = {"NAME": "PERSON", "OFFICE": "OFFICE", "HONORIFIC": "HONORIFIC", "INSTITUTION": "INSTITUTION"}

#: How probable the least certain word of a span must be.
SURE = 0.75

#: How probable it must be that a report is about a meeting, by its text and by its headline, whichever is less sure: nearly nine of ten
#: development reports are as sure.
ABOUT = 0.95

#: In such a report, how probable it must be that a sentence tells of a meeting of some kind, and that it was not held.
TELLS, OFF = 0.5, 0.5

#: How probable the least certain word of a span must be to have a role.
PLAYS = 0.6

#: How many characters may stand between a name and what describes it.
GAP = 3

#: The statuses of a meeting beside ``held``.
STATUSES = ("scheduled", "postponed", "cancelled")


class Tagger:
    """Finds PERSON (the name alone) and, beside it, OFFICE, HONORIFIC and INSTITUTION mentions, all without values, where nothing of the
    kind has been found; ROLE mentions, the sides, people, places and dates of the meeting, each with a `RoleValue`; and TOLD mentions, the
    sentences that tell of a meeting, each with a `ToldValue`, in a report that is about one. It reads all languages.

    `dtype` is what is multiplied: ``int8`` (twice as fast), ``float32``, or ``bfloat16`` for processors that have it.
    """

    name = "tagger"

    def __init__(self, *, weights: str | Path = WEIGHTS, dtype: Literal["int8", "float32", "bfloat16"] = "int8") -> None:
        self.weights = Path(weights)
        self.dtype = dtype

    def check(self) -> None:
        """Raises `InputError` where something is missing that the model needs; loads nothing."""
        if missing := [name for name in ("torch", "sentencepiece") if find_spec(name) is None]:
            raise InputError(f"the tagger needs {' and '.join(missing)}: install them, or have the rules alone (recognisers=['rules'])")
        if not self.weights.is_file():
            raise InputError(f"there are no weights of a tagger at {self.weights}")

    def load(self) -> Model:
        """The model, unless this process has it already."""
        self.check()
        return model(self.weights, self.dtype)

    def about(self, document: Document) -> bool:
        """Whether headline and text, by its beginning, are both surely about a meeting. Of the text only the first window is read."""
        read = self.load()
        views = sorted(document.views.items(), reverse=True)  # the title first, which is short
        return all(read.about(view.written, _sentences(document, view)) >= ABOUT for _, view in views)

    def __call__(self, document: Document) -> list[Mention]:
        """What a document has beside what has been found."""
        return list(self._mentions(document, self.load()))

    def batch(self, documents: Iterable[Document]) -> Iterator[list[Mention]]:
        """The same for each of some documents. They are read one by one: on a processor that is as fast, and nothing can depend on what
        is read together."""
        yield from map(self, documents)

    def _mentions(self, document: Document, read: Model) -> Iterator[Mention]:
        readings: dict[Origin, Reading] = {}
        for origin, view in document.views.items():
            known = [m for m in document.mentions if m.span.origin == origin and m.label in LABELS.values()]
            readings[origin] = read(view.written, _sentences(document, view), ("people", "roles"))
            spans = readings[origin].spans
            sure = [f for f in spans if f.label in LABELS and f.score >= SURE]
            named = [f for f in sure if not _known(LABELS[f.label], view.span(f.start, f.end), known)]
            for one in _beside_names(view.written, named):
                yield Mention(LABELS[one.label], view.span(one.start, one.end), None, one.label.lower())
            for one in spans:
                if one.label in LAYERS["roles"] and one.score >= PLAYS:
                    yield Mention("ROLE", view.span(one.start, one.end), RoleValue(one.label, one.score), one.label.lower())
        if any(reading.about < ABOUT for reading in readings.values()):
            return
        for origin, view in document.views.items():
            for sentence in readings[origin].sentences:
                if value := _told(sentence):
                    yield Mention("TOLD", view.span(sentence.start, sentence.end), value, "sentence")


def _sentences(document: Document, view: View) -> list[tuple[int, int]]:
    """Where the sentences of a view begin and end in it."""
    return [view.range(s.span) for s in document.sentences if s.span.origin == view.origin]


def _known(label: str, span: Span, mentions: list[Mention]) -> bool:
    return any(m.label == label and m.span.overlaps(span) for m in mentions)


def _beside_names(text: str, found: Sequence[Found]) -> list[Found]:
    """The names, and what stands in a row with one, nothing but blanks and marks between: an office that names nobody is left to the
    rules, which know its rank."""
    kept = [one.label == "NAME" for one in found]
    order = range(1, len(found))
    for pairs in (((i, i - 1) for i in order), ((i - 1, i) for i in reversed(order))):
        for this, other in pairs:
            first, second = sorted((found[this], found[other]), key=lambda f: f.start)
            between = text[first.end : second.start]
            kept[this] |= kept[other] and len(between) <= GAP and not any(map(str.isalnum, between))
    return [one for one, keep in zip(found, kept, strict=True) if keep]


def _told(sentence: Sentence) -> ToldValue | None:
    """The meeting that a sentence tells of surely enough."""
    chances = sentence.codes.get("meetings", {})
    kind, score = max(((k, s) for k, s in chances.items() if k not in STATUSES), key=lambda item: item[1], default=("", 0.0))
    if score < TELLS:
        return None
    status = next((s for s in STATUSES if chances.get(s, 0.0) >= OFF), "held")
    return ToldValue(kind, score, status)  # type: ignore[arg-type]

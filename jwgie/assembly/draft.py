"""A record in the making: values are set together with the evidence for them, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from statistics import fmean
from typing import Any, Literal, NamedTuple, TypeVar

from jwgie.assembly.confidence import Confidence
from jwgie.document import Document, Mention, Span
from jwgie.errors import GroundingError
from jwgie.record import DocumentInfo, MeetingRecord

T = TypeVar("T")

EvidenceOrigin = Literal["text", "title", "metadata", "knowledge"]


class Reason(NamedTuple):
    """An `Evidence` in the making."""

    start: int
    end: int
    text: str
    origin: EvidenceOrigin
    rule: str


class Draft:
    """Collects one meeting's values, each with its evidence, and builds the record.

    ``draft.set("ordinal", 6, mention)``; ``draft.add("topics", "counter_terrorism", mention)``;
    composite values are dictionaries and lists whose leaves are `Value` objects.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._tree: dict[str, Any] = {}
        self._made: dict[Callable[..., Any], Any] = {}

    def set(self, name: str, value: Any, *sources: Mention | Span | Reason, rule: str = "") -> None:
        """Set a field. A plain value takes the sources as its evidence; a tree of `Value` leaves brings its own."""
        self._tree[name] = self.value(value, *sources, rule=rule) if sources else value

    def add(self, name: str, value: Any, *sources: Mention | Span | Reason, rule: str = "") -> None:
        """Append to a list field; a code that is there already only gains evidence."""
        items = self._tree.setdefault(name, [])
        new = self.value(value, *sources, rule=rule) if sources else value
        if isinstance(new, Value):
            for item in items:
                if isinstance(item, Value) and item.value == new.value:
                    item.evidence.update(new.evidence)
                    return
        items.append(new)

    def once(self, make: Callable[..., T], *arguments: Any) -> T:
        """What a function gives for arguments that stay the same for a meeting, made when first asked for: for several fields."""
        if make not in self._made:
            self._made[make] = make(*arguments)
        made: T = self._made[make]
        return made

    def get(self, name: str) -> Any:
        """The tree set so far under a field, or None."""
        return self._tree.get(name)

    def value(self, value: Any, *sources: Mention | Span | Reason, rule: str = "", origin: EvidenceOrigin | None = None) -> Value:
        """A leaf with its evidence. `origin` overrides where it comes from (``knowledge``, ``metadata``)."""
        return Value(value, dict.fromkeys([self.evidence(source, rule, origin) for source in sources]))

    def evidence(self, source: Mention | Span | Reason, rule: str = "", origin: EvidenceOrigin | None = None) -> Reason:
        """Evidence from a mention or a span."""
        if isinstance(source, Reason):
            return source
        if isinstance(source, Mention):
            rule = source.credited(rule or source.rule)
            source = source.span
        start, end, its = source
        return Reason(start, end, self.document.source(its)[start:end], origin or its, rule or "assembly")

    def build(self, confidence: Confidence) -> MeetingRecord:
        """The record; raises `GroundingError` where a leaf has no evidence.

        Its confidence is the mean over its leaves: the share of its values that should be right.
        """
        reasons: dict[str, Iterable[Reason]] = {}
        data: dict[str, Any] = _plain("", self._tree, reasons)
        if missing := [pointer for pointer, found in reasons.items() if not found]:
            raise GroundingError(f"no evidence for {', '.join(missing)}")
        d = self.document
        sure: list[float] = []
        evidence: dict[str, list[dict[str, Any]]] = {}
        for pointer, found in reasons.items():
            items: list[dict[str, Any]] = [
                {"start": start, "end": end, "text": text, "origin": origin, "rule": rule, "confidence": confidence.of(pointer, rule)}
                for start, end, text, origin, rule in found
            ]
            evidence[pointer] = items
            shares = [share for item in items if (share := item["confidence"]) is not None]
            sure += [max(shares)] if len(shares) > 1 else shares
        data["confidence"] = round(fmean(sure), 3) if sure else None
        data["evidence"] = evidence
        data["document"] = DocumentInfo(id=d.id, title=d.title, published=d.published, publisher=d.publisher, language=d.language)
        return MeetingRecord.model_validate(data, context={"grounded": True})  # every evidence was cut out of the document


class Value:
    """A leaf value and its evidence: each piece once, in order."""

    __slots__ = ("evidence", "value")

    def __init__(self, value: Any, evidence: dict[Reason, None]) -> None:
        self.value = value
        self.evidence = evidence


def _plain(pointer: str, tree: Any, reasons: dict[str, Iterable[Reason]]) -> Any:
    """The plain values of a part of the tree; `reasons` gains the evidence of its leaves (none for one without)."""
    if isinstance(tree, Value):
        if tree.value is not None:
            reasons[pointer] = tree.evidence
        return tree.value
    if isinstance(tree, dict):
        return {key: None if inner is None else _plain(f"{pointer}/{key}", inner, reasons) for key, inner in tree.items()}
    if isinstance(tree, list):
        return [_plain(f"{pointer}/{i}", inner, reasons) for i, inner in enumerate(tree)]
    if tree is not None:
        reasons[pointer] = ()
    return tree

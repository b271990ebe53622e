"""Which leaves of a predicted record are right: what the confidences are fitted on."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from jwgie.evaluation.gold import Meeting
from jwgie.evaluation.texts import alike, match

_CODES = ("subjects", "parties", "topics", "regions", "forums")
_VALUES = ("kind", "ordinal", "mode", "status")


def judged(gold: Meeting, predicted: Meeting) -> Iterator[tuple[str, bool]]:
    """JSON pointer and whether right, for every non-null leaf of the predicted meeting; `gold` may be ``{}``."""
    for name in _CODES:
        yield from _codes(f"/{name}", gold.get(name), predicted.get(name))
    for name in _VALUES:
        yield from _value(f"/{name}", gold.get(name), predicted.get(name))
    yield from _value("/name", gold.get("name"), predicted.get("name"), alike)
    yield from _whole("/date", gold.get("date"), predicted.get("date"))
    yield from _place("/place", gold.get("place"), predicted.get("place"))
    yield from _people(gold, predicted)
    yield from _items("statements", "quote", ("act",), ("actors", "topics", "means"), gold, predicted)
    yield from _items("sources", "name", ("party",), (), gold, predicted)
    yield from _documents(gold, predicted)
    for name in ("next_meeting", "previous_meeting"):
        one, two = gold.get(name) or {}, predicted.get(name) or {}
        yield from _value(f"/{name}/ordinal", one.get("ordinal"), two.get("ordinal"))
        yield from _place(f"/{name}/place", one.get("place"), two.get("place"))
        yield from _whole(f"/{name}/date", one.get("date"), two.get("date"))
        yield from _value(f"/{name}/date_text", one.get("date_text"), two.get("date_text"), alike)


def _value(pointer: str, gold: Any, predicted: Any, same: Callable[[Any, Any], bool] = operator.eq) -> Iterator[tuple[str, bool]]:
    if predicted is not None:
        yield pointer, gold is not None and same(gold, predicted)


def _codes(pointer: str, gold: Sequence[str] | None, predicted: Sequence[str] | None) -> Iterator[tuple[str, bool]]:
    for i, code in enumerate(predicted or ()):
        yield f"{pointer}/{i}", code in (gold or ())


def _whole(pointer: str, gold: Mapping[str, Any] | None, predicted: Mapping[str, Any] | None) -> Iterator[tuple[str, bool]]:
    for key in predicted or ():
        yield f"{pointer}/{key}", gold == predicted


def _place(pointer: str, gold: Mapping[str, Any] | None, predicted: Mapping[str, Any] | None) -> Iterator[tuple[str, bool]]:
    for key, value in (predicted or {}).items():
        yield from _value(f"{pointer}/{key}", (gold or {}).get(key), value, alike)


def _people(gold: Meeting, predicted: Meeting) -> Iterator[tuple[str, bool]]:
    known = [{**p, "party": d["party"]} for d in gold.get("delegations") or () for p in d["people"]]
    found = [
        (f"/delegations/{i}", f"/delegations/{i}/people/{j}", {**p, "party": d["party"]})
        for i, d in enumerate(predicted.get("delegations") or ())
        for j, p in enumerate(d["people"])
    ]
    partner = {j: known[i] for i, j in match([p["name"] for p in known], [p["name"] for _, _, p in found]).items()}
    for j, (delegation, pointer, person) in enumerate(found):
        one = partner.get(j, {})
        yield f"{delegation}/party", one.get("party") == person["party"]
        yield f"{pointer}/name", bool(one)
        yield f"{pointer}/role", one.get("role") == person["role"]
        for key in ("position", "affiliation", "honorific"):
            yield from _value(f"{pointer}/{key}", one.get(key), person[key], alike)


def _items(
    name: str, text: str, values: Sequence[str], codes: Sequence[str], gold: Meeting, predicted: Meeting
) -> Iterator[tuple[str, bool]]:
    """The items of a list that are told apart by a text; an item without a partner is wrong in every leaf."""
    known, found = gold.get(name) or (), predicted.get(name) or ()
    partner = {j: known[i] for i, j in match([k[text] for k in known], [f[text] for f in found]).items()}
    for j, item in enumerate(found):
        one = partner.get(j, {})
        yield f"/{name}/{j}/{text}", bool(one)
        for key in values:
            yield from _value(f"/{name}/{j}/{key}", one.get(key), item[key])
        for key in codes:
            yield from _codes(f"/{name}/{j}/{key}", one.get(key), item[key])


def _documents(gold: Meeting, predicted: Meeting) -> Iterator[tuple[str, bool]]:
    free = list(gold.get("documents") or ())
    for i, item in enumerate(predicted.get("documents") or ()):
        one: Meeting = next((d for d in free if d["kind"] == item["kind"]), {})
        if one:
            free.remove(one)
        yield f"/documents/{i}/kind", bool(one)
        yield from _value(f"/documents/{i}/title", one.get("title"), item["title"], alike)
        yield from _codes(f"/documents/{i}/topics", one.get("topics"), item["topics"])

"""How often a rule's values were right on the gold reports: the only source of confidences.

``languages/<code>/confidence.tsv`` counts, for each slot and rule, the values that were read from the training and
development reports and those of them that were right (written by ``python -m jwgie.evaluation.calibrate``). The
confidence of a value is the share that was right, drawn towards its slot's share where the rule was seen seldom; it
is None for a slot that was never measured.
"""

from __future__ import annotations

from functools import lru_cache

from jwgie.languages import Pack

#: How many sightings the slot's own share counts as.
PRIOR = 4.0


@lru_cache(maxsize=4096)
def slot(pointer: str) -> str:
    """The slot of a JSON pointer: ``/delegations/0/people/1/name`` is ``delegations/people/name``."""
    return "/".join([part for part in pointer[1:].split("/") if not part.isdigit()])


class Confidence:
    """The counts of one language pack."""

    def __init__(self, counts: dict[tuple[str, str], tuple[int, int]]) -> None:
        slots: dict[str, tuple[int, int]] = {}
        for (name, _), (right, seen) in counts.items():
            before = slots.get(name, (0, 0))
            slots[name] = before[0] + right, before[1] + seen
        self._slots = {name: right / seen for name, (right, seen) in slots.items() if seen}
        self._rules = {
            (name, rule): round((right + PRIOR * self._slots[name]) / (seen + PRIOR), 3)
            for (name, rule), (right, seen) in counts.items() if name in self._slots
        }  # fmt: skip

    def of(self, pointer: str, rule: str) -> float | None:
        """The confidence of a value that a rule read, in 0..1 to three places, or None."""
        name = slot(pointer)
        share = self._rules.get((name, rule))
        return round(self._slots[name], 3) if share is None and name in self._slots else share


@lru_cache(maxsize=16)
def confidence_of(pack: Pack) -> Confidence:
    """The confidences of a pack."""
    return Confidence({(row["slot"], row["rule"]): (int(row["right"]), int(row["seen"])) for row in pack.table("confidence")})

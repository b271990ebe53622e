"""What a sentence says by way of position: a verb and the clause that carries it."""

from __future__ import annotations

from dataclasses import dataclass

from jwgie.assembly.verbs import Verb


@dataclass(frozen=True, slots=True)
class Hit:
    """A verb in a sentence. `start` and `end` are the folded positions of its phrase (conjunction included),
    `stop` where its clause ends; `impersonal`: it has no subject ("it was agreed")."""

    start: int
    end: int
    verb: Verb
    stop: int
    impersonal: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A position that a clause takes, by a code of `jwgie.record.Act`.

    `start` and `end` are the folded positions of the clause that carries it, `complement` where the verb's complement
    begins: between verb and complement stands the subject. `that`: the complement is a clause of its own; `cue`: where
    the noun stands that tells the act.
    """

    act: str
    hit: Hit
    start: int
    end: int
    complement: int
    that: bool = False
    cue: int | None = None

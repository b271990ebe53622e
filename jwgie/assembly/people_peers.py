"""Heads of whom one is told to be the counterpart of the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jwgie.assembly.people_frames import Appearance
from jwgie.assembly.people_sides import Participant

if TYPE_CHECKING:
    from jwgie.assembly.people_heads import Heads


def peers(heads: Heads, people: list[Participant], appearances: list[Appearance]) -> None:
    """Of a body of two sides of which only one has a head, who is told to be somebody's counterpart, that one is the other."""
    led = [p for p in people if p.role == "head"]
    if heads.loose and not led and len(heads.codes) == 2:
        led = _counterpart(heads, people, appearances)
    elif heads.loose:
        return
    if len(heads.codes) != 2 or len(led) != 1 or not led[0].identity.counterpart or not led[0].party:
        return
    peer = next(m for m in led[0].identity.mentions if m.value.counterpart)
    before = [a for a in appearances if a.mention.end <= peer.start and a.mention.span.origin == peer.span.origin and a.frame != "aside"]
    identity = heads.people.of(before[-1].mention) if before else None
    free = next((c for c in heads.codes if led[0].party and c != led[0].party[0]), None)
    if identity is None or identity is led[0].identity or (identity.party and heads.belonging.code(identity.party) != free):
        return
    found = {id(p.identity): p for p in people}
    if id(identity) not in found:
        heads.belonging.join(found, identity, replace(before[-1], frame="meet", cue=None))
        people.append(found[id(identity)])
    chosen = found[id(identity)]
    chosen.party, chosen.role = chosen.party or ((free, chosen.ground) if free else None), "head"


def _counterpart(heads: Heads, people: list[Participant], appearances: list[Appearance]) -> list[Participant]:
    """Of talks of which nothing tells who held them, the first who is named as the counterpart of one before, for one of the sides."""
    for appearance in appearances:
        identity = heads.people.of(appearance.mention)
        party = heads.belonging.code(identity.party) if identity.counterpart and identity.party else None
        if party and appearance.frame != "aside" and appearance.mention.span.origin == "text":
            found = {id(p.identity): p for p in people}
            if id(identity) not in found:
                heads.belonging.join(found, identity, replace(appearance, frame="meet", cue=None))
                people.append(found[id(identity)])
            chosen = found[id(identity)]
            chosen.party, chosen.role = chosen.party or heads.belonging.own_party(chosen), "head"
            return [chosen]
    return []

"""The items of a list of what was agreed: "the sides agreed on the following: 1- ... 2- ..."."""

from __future__ import annotations

from dataclasses import replace

from jwgie import regexp
from jwgie.assembly.grammar import Grammar
from jwgie.assembly.positions import Claim, Hit
from jwgie.assembly.verbs import Verb

_WORD = regexp.compile(r"\w+")


def listed(grammar: Grammar, text: str, start: int, end: int, head: Claim) -> Claim | None:
    """The claim of the sentence ``text[start:end]``, if it is an item of the list that `head` begins: its own noun tells the act
    ("the stressing of"), else the verb of the head."""
    mark = grammar.clauses.item.match(text, start, end)
    word = _WORD.search(text, mark.end(), end) if mark else None
    if mark is None or word is None:
        return None
    own = [verb for verb in grammar.verbs.get(word[0], ()) if grammar.groups[verb.group].otherwise]
    act = grammar.groups[own[0].group].otherwise if own else head.act
    return replace(head, act=act, start=word.start(), end=start + len(text[start:end].rstrip(" .،,:;")), complement=end)


def outcome(start: int, end: int) -> Claim:
    """What heads a list of results in the sentence ``text[start:end]`` where no verb of it tells the act."""
    return Claim("agree", Hit(start, end, Verb("agree", "agree", "noun"), end, True), start, end, end)

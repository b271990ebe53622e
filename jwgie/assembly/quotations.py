"""What somebody says in a quotation that stands before the verb."""

from __future__ import annotations

from collections.abc import Iterator

from jwgie import regexp
from jwgie.assembly.bounds import Bounds
from jwgie.assembly.grammar import Grammar
from jwgie.assembly.positions import Claim, Hit

_WORD = regexp.compile(r"\w+")


def quoted(grammar: Grammar, bounds: Bounds, text: str, hit: Hit, start: int) -> Iterator[Claim]:
    """What a quotation says that comes right before its verb: `"...", said the minister`."""
    close = text.rfind('"', start + 1, hit.start)
    group = grammar.groups[hit.verb.group]
    if close > start and group.clause is not None and not text[close + 1 : hit.start].strip(" ،,"):
        act = grammar.content(text, start, close) or group.clause
        if act and len(_WORD.findall(text, start, close)) >= grammar.shortest:
            yield Claim(act, hit, start + 1, bounds.strip(text, start + 1, close), hit.stop, True)


def tagged(grammar: Grammar, bounds: Bounds, text: str, start: int, end: int) -> Iterator[tuple[Hit, list[Claim]]]:
    """What a quotation says that comes before words for it: `"...", this is what the minister said`."""
    match = grammar.clauses.tagged.match(text, start, end) if text.startswith('"', start) else None
    if match is None:
        return
    options = (verb for word in (match["verb"], match["verb"][:-1]) for verb in grammar.verbs.get(word, ()))
    verb = next((verb for verb in options if grammar.groups[verb.group].clause is not None), None)
    if verb is not None and (act := grammar.content(text, *match.span("said")) or grammar.groups[verb.group].clause):
        hit = Hit(*match.span("verb"), verb, end)
        first, last = match.span("said")
        yield hit, [Claim(act, hit, first, bounds.strip(text, first, last), end, True)]

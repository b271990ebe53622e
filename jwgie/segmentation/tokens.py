"""Words and punctuation marks, with the proclitics that stand joined before a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from jwgie import regexp
from jwgie.document import Token, View
from jwgie.segmentation.rules import Rules

_TOKEN = regexp.compile(r"[\p{L}\p{M}\p{N}_]++(?:[.,'’/\-](?=\p{N})[\p{N}]++|['’](?=\p{L})[\p{L}\p{M}]++)*+|[^\s\p{L}\p{M}\p{N}_]")


class Tokens(Sequence[Token]):
    """The tokens of a sentence, found when first asked for: most reports are read without them."""

    __slots__ = ("_bounds", "_found", "_rules", "_view")

    def __init__(self, view: View, start: int, end: int, rules: Rules) -> None:
        self._view = view
        self._bounds = (start, end)
        self._rules = rules
        self._found: tuple[Token, ...] | None = None

    @property
    def found(self) -> tuple[Token, ...]:
        """All of them."""
        if self._found is None:
            self._found = tokenise(self._view, *self._bounds, self._rules)
        return self._found

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Token, ...]: ...
    def __getitem__(self, index: int | slice) -> Token | tuple[Token, ...]:
        return self.found[index]

    def __len__(self) -> int:
        return len(self.found)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.found)

    def __eq__(self, other: object) -> bool:
        return self.found == (other.found if isinstance(other, Tokens) else other)

    def __hash__(self) -> int:
        return hash(self.found)

    def __repr__(self) -> str:
        return repr(self.found)


def tokenise(view: View, start: int, end: int, rules: Rules) -> tuple[Token, ...]:
    """The tokens of the folded characters ``[start, end)``, in source offsets."""
    text = view.text
    tokens = []
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        stem = first
        if last - first > 3 and match[0] not in rules.whole:
            joined = rules.proclitics.match(text, first, last)
            stem = joined.end() if joined else first
        tokens.append(Token(view.start(first), view.end(last - 1), view.start(stem)))
    return tuple(tokens)

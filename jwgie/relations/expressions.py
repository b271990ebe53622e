"""Regular expressions that wait: a pack has hundreds, and most reports need few of them."""

from __future__ import annotations

from functools import cached_property

from jwgie import regexp
from jwgie.errors import PatternError


class Expression:
    """A regular expression of a pack, compiled when it is first asked for. `where` tells an error's place."""

    def __init__(self, source: str, where: str) -> None:
        self.source = source
        self.where = where

    @cached_property
    def compiled(self) -> regexp.Pattern:
        """The expression; raises `PatternError` where it is faulty."""
        try:
            return regexp.compile(self.source)
        except regexp.error as error:
            raise PatternError(f"{self.where}: {error} in {self.source}") from error

"""Regular expressions by whichever of two modules reads them: `re` compiles and matches about twice as fast as `regex`, which
reads more (properties, lookbehinds of any length, a group's name given twice) and is loaded only when something needs it."""

from __future__ import annotations

import re
from re import error, escape
from typing import cast

# What is used of these looks the same in both modules.
Pattern = re.Pattern[str]
Match = re.Match[str]

__all__ = ["Match", "Pattern", "compile", "error", "escape"]


def compile(expression: str) -> Pattern:
    """A regular expression; raises `error` where it is faulty. Flags stand in it: ``(?s)``."""
    try:
        return re.compile(expression)
    except error:
        import regex

        try:
            return cast(Pattern, regex.compile(expression))
        except regex.error as faulty:
            raise error(str(faulty)) from faulty

"""One group of a ``folding.toml``: per-character rules that belong together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jwgie.errors import PackError

_KEYS = frozenset({"about", "map", "drop", "attach", "into", "compatibility", "case", "entities", "sequences", "alone", "expressions"})


@dataclass(frozen=True)
class Group:
    """The rules of one group.

    ``map``: a character to its replacement. ``into``: a replacement to all the characters that become it.
    ``drop``: characters (and ranges, ``"\\u064B-\\u0655"``) that vanish; with ``attach = true`` they belong to
    the character before them. ``compatibility``: ranges replaced by their compatibility decomposition, composed
    again (NFKC). ``case``: lower case. ``entities``: HTML entities become their character.
    ``sequences``: several characters to the one that they stand for. ``alone``: a character, once or more with white space on
    both sides, to what it then stands for. ``expressions``: regular expressions (`re`, all groups named), which see the text as it
    is, to what their matches become (a template of `re.sub`); a profile with any is slower.
    """

    name: str
    mapping: Mapping[str, str] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()
    attach: bool = False
    case: bool = False
    entities: bool = False
    sequences: Mapping[str, str] = field(default_factory=dict)
    alone: Mapping[str, str] = field(default_factory=dict)
    expressions: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_mapping(cls, name: str, data: Mapping[str, Any]) -> Group:
        """From the table ``[groups.<name>]``."""
        unknown = data.keys() - _KEYS
        if unknown:
            raise PackError(f"folding.toml: group {name} has {sorted(unknown)}; known are {sorted(_KEYS)}")
        mapping = {c: _compatible(c) for c in expand(data.get("compatibility", ""))}
        mapping = {c: new for c, new in mapping.items() if c != new} | dict(data.get("map", {}))
        for new, sources in data.get("into", {}).items():
            mapping |= dict.fromkeys(expand(sources), new)
        if any(len(c) != 1 for c in mapping):
            raise PackError(f"folding.toml: group {name} maps {[c for c in mapping if len(c) != 1]}; put these under sequences")
        tables: dict[str, dict[str, str]] = {key: dict(data.get(key, {})) for key in ("sequences", "alone", "expressions")}
        return cls(name, mapping, frozenset(expand(data.get("drop", ""))), bool(data.get("attach")), bool(data.get("case")),
                   bool(data.get("entities")), **tables)  # fmt: skip

    @property
    def touched(self) -> frozenset[str]:
        """The characters that may change their number under this group."""
        return self.dropped | self.mapping.keys()

    def fold(self, character: str) -> str:
        """What one character becomes: usually one, but none or several too."""
        if character in self.dropped:
            return ""
        new = self.mapping.get(character, character)
        # Lower case is kept one to one: İ becomes i, not i with a dot above.
        return "".join(c.lower()[0] for c in new) if self.case else new


def expand(ranges: str) -> list[str]:
    """The characters of a string in which ``a-z`` is a range; spaces separate, a backslash takes the next character as it is."""
    found: list[str] = []
    for match in re.finditer(r"\\(.)|([^ ])-([^ ])|([^ ])", ranges, re.S):
        escaped, first, last, single = match.groups()
        if first:
            found.extend(map(chr, range(ord(first), ord(last) + 1)))
        else:
            found.append(single or escaped)
    return found


def characters(those: Iterable[str]) -> str:
    """A regular expression's class of some characters, consecutive ones as ranges (of none: what never matches)."""
    codes = sorted(map(ord, those))
    parts: list[str] = []
    at = 0
    while at < len(codes):
        last = at
        while last + 1 < len(codes) and codes[last + 1] == codes[last] + 1:
            last += 1
        parts.append(re.escape(chr(codes[at])) + (f"-{re.escape(chr(codes[last]))}" if last > at else ""))
        at = last + 1
    return f"[{''.join(parts)}]" if parts else "(?!)"


def _compatible(character: str) -> str:
    """NFKC of one character. An isolated mark (such as U+FE70) decomposes to a space and the mark: the space is not in the text."""
    new = unicodedata.normalize("NFKC", character)
    return new.lstrip(" ") if new.startswith(" ") and len(new) > 1 else new

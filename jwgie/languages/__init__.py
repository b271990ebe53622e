"""Language packs: one folder of data a language, read by one engine.

A pack holds ``pack.toml`` (script, proclitics, sentence rules), ``folding.toml`` (which characters are alike),
``lexicons/*.tsv`` (tab-separated, first line names the columns, ``#`` starts a comment) and ``patterns/*.toml``.
Everything is folded on load, so packs are written in ordinary spelling. A pack need not have all of it: what is not there is not
looked for. docs/add-a-language.md shows how to begin one.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import zip_longest
from pathlib import Path
from typing import Any

from jwgie import regexp
from jwgie.errors import PackError, UnknownLanguageError
from jwgie.normalisation import Folding, fold

_NO_CLITICS: dict[str, Any] = {"conjunctions": [], "prepositions": [], "article": "", "contracted_article": ""}
_NEEDED = ("pack", "folding")
_KEPT = regexp.compile(r"\\[pP]\{[^}]*\}|\\.|\(\?P<\w+>|\{\d*,\d*\}|\n")


@cache
def languages(*, partial: bool = False) -> tuple[str, ...]:
    """The codes (ISO 639-1) of the packs that reports can be read with, sorted. With `partial` also those that say in their
    ``pack.toml`` that they are (``partial = true``): they have a ``folding.toml``, and what finds dates, ordinals and numbers."""
    codes = sorted(entry.name for entry in files(__package__).iterdir() if (entry / "pack.toml").is_file())
    return tuple(code for code in codes if partial or not Pack(code, files(__package__) / code).config.get("partial"))


def read_tsv(path: Traversable) -> list[dict[str, str]]:
    """The rows of a table: tab-separated, first line the column names, ``#`` lines and blank ones skipped."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    if not lines:
        return []
    header = lines[0].split("\t")
    rows = []
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) > len(header):
            raise PackError(f"{path.name}: {len(cells)} cells under {len(header)} columns in {line!r}")
        rows.append(dict(zip_longest(header, cells, fillvalue="")))
    return rows


@dataclass(frozen=True)
class Pack:
    """One language's data. Tables are read when first asked for."""

    code: str
    root: Traversable
    _read: dict[str, dict[str, Any]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def config(self) -> dict[str, Any]:
        """``pack.toml``; nothing is written joined to a word unless its ``[clitics]`` says so."""
        config = self.toml("pack")
        return config | {"clitics": _NO_CLITICS | config.get("clitics", {})}

    @cached_property
    def folding(self) -> Folding:
        """Which characters this language takes for alike."""
        return self.profile("full")

    def profile(self, name: str) -> Folding:
        """A profile, or one group, of ``folding.toml``."""
        return Folding.from_mapping(self.toml("folding"), name)

    def fold(self, text: str) -> str:
        """A lexicon entry or a pattern as it looks in a `View` of this language."""
        return fold(text, self.folding).text

    def fold_all(self, names: Iterable[str]) -> list[str]:
        """Many entries folded, in one go: several times faster than one by one. A line break in one counts as a space."""
        names = [name.replace("\n", " ") if "\n" in name else name for name in names]
        folded = self.fold("\n".join(names))
        return [name.strip() for name in folded.split("\n")] if names else []

    def fold_pattern(self, expression: str) -> str:
        """A regular expression whose ordinary letters are folded; its escapes (``\\S``, ``\\p{L}``), repeats and group names are not."""
        folded = self.fold("\n".join(_KEPT.split(expression))).split("\n")
        return "".join([part for pair in zip_longest(folded, _KEPT.findall(expression), fillvalue="") for part in pair])

    def toml(self, name: str) -> dict[str, Any]:
        """A TOML file of the pack, by its path without the ending (``patterns/heads``); read once, and not to be changed. Empty where the
        pack has none: only ``pack`` and ``folding`` it must have."""
        if name not in self._read:
            path = self.root.joinpath(*f"{name}.toml".split("/"))
            try:
                needed = name in _NEEDED or path.is_file()
                self._read[name] = tomllib.loads(path.read_text("utf-8")) if needed else {}
            except (OSError, tomllib.TOMLDecodeError) as error:
                raise PackError(f"{self.code}/{name}.toml: {error}") from error
        return self._read[name]

    def rows(self, name: str) -> list[dict[str, str]]:
        """The rows of ``lexicons/<name>.tsv``."""
        return self.table(f"lexicons/{name}")

    def table(self, name: str) -> list[dict[str, str]]:
        """The rows of a table of the pack, by its path without the ending; none where the pack has no such table."""
        path = self.root.joinpath(*f"{name}.tsv".split("/"))
        try:
            return read_tsv(path) if path.is_file() else []
        except OSError as error:
            raise PackError(f"{self.code}/{name}.tsv: {error}") from error

    def names(self, table: str) -> Mapping[str, tuple[str, ...]]:
        """Names of things of the knowledge tables that the pack has itself (``knowledge/countries.tsv``; see `jwgie.knowledge`): those
        of a language that the tables do not speak. By the row's key, all the columns before the last."""
        rows = (list(row.values()) for row in self.table(f"knowledge/{table}"))
        return {"\t".join(key): tuple(names.split("|")) for *key, names in rows}

    def pattern_files(self) -> list[str]:
        """The names of the pack's pattern files, sorted."""
        folder = self.root / "patterns"
        return sorted(p.name.removesuffix(".toml") for p in folder.iterdir() if p.name.endswith(".toml")) if folder.is_dir() else []


def load_pack(code: str | Path) -> Pack:
    """The pack of a language code, partial or not; raises `UnknownLanguageError` with the codes that there are. Or the pack in a
    folder, by a path; a str is a path if it has a slash in it. The folder's name is the code."""
    if not is_folder(code):
        return _pack(str(code))
    folder = Path(code).resolve()
    if not (folder / "pack.toml").is_file():
        raise PackError(f"no language pack in {folder}: it has no pack.toml")
    return _pack_in(folder)


@cache
def _pack_in(folder: Path) -> Pack:
    return Pack(folder.name, folder)


@cache
def _pack(code: str) -> Pack:
    if code not in languages(partial=True):
        raise UnknownLanguageError(f"no language pack {code!r}; there are: {', '.join(languages(partial=True))}")
    return Pack(code, files(__package__) / code)


def is_folder(code: str | Path) -> bool:
    """Whether it means a folder, not the code of a language."""
    return isinstance(code, Path) or "/" in code or os.sep in code

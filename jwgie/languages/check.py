"""Looks a language pack over: ``python -m jwgie.languages.check packs/pt``.

Whether it loads, whether each pattern matches its examples, to the roles that they name, and none of its counterexamples, and
whether there are files that nothing reads, which are mostly misspelt.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jwgie.document import Document
from jwgie.errors import JwgieError
from jwgie.languages import Pack, languages, load_pack
from jwgie.pipeline import Pipeline, load
from jwgie.recognisers import RULES
from jwgie.relations import Engine, Pattern


def problems(code: str | Path) -> list[str]:
    """What is wrong with the pack of a language, or in a folder, in words; empty where nothing is."""
    try:
        pack, pipeline = load_pack(code), load(code, recognisers=[RULES])
        patterns = Engine(pack).patterns
    except JwgieError as error:
        return [str(error)]
    return [*_unread(pack), *(problem for pattern in patterns for problem in _pattern_problems(pipeline, pattern))]


def _unread(pack: Pack) -> Iterator[str]:
    """The files that no pack of jwgie has."""
    known = {str(path.relative_to(root)) for root in _own_folders() for path in root.rglob("*.t[so][vm]*")}
    for path in sorted(p for p in Path(str(pack.root)).rglob("*") if p.is_file()):
        name = path.relative_to(str(pack.root)).as_posix()
        if name not in known and not name.startswith(("knowledge/", "patterns/")):
            yield f"{name}: nothing reads a file of this name"


def _own_folders() -> list[Path]:
    return [Path(str(load_pack(code).root)) for code in languages(partial=True)]


def _pattern_problems(pipeline: Pipeline, pattern: Pattern) -> Iterator[str]:
    if not pattern.examples:
        yield f"{pattern.id} has no example"
    example: Any
    for example in pattern.examples:
        document = _read(pipeline, example["text"])
        found = [relation for relation in document.relations if relation.rule == pattern.id]
        if not found:
            yield f"{pattern.id} does not match {example['text']!r}, in which is found: {_mentions(document)}"
            continue
        for role, expected in example.items():
            told = [document.slice(span) if (span := relation.role_span(role)) else None for relation in found]
            if role != "text" and expected not in told:
                yield f"{pattern.id}: {role} of {example['text']!r} is {told}, not {expected!r}"
    for text in pattern.counterexamples:
        if any(relation.rule == pattern.id for relation in _read(pipeline, text).relations):
            yield f"{pattern.id} matches {text!r}"


def _read(pipeline: Pipeline, text: str) -> Document:
    """A document with its relations, before assembly."""
    document = Document(text, published="2024-05-31", language=pipeline.language)
    for stage in pipeline.stages[:-1]:
        document = stage(document)
    return document


def _mentions(document: Document) -> str:
    return ", ".join(f"{mention.label} {document.slice(mention.span)!r}" for mention in document.mentions) or "nothing"


if __name__ == "__main__":
    found = problems(sys.argv[1])
    print("\n".join(found) or "no problems")
    sys.exit(bool(found))

"""Every pattern of every pack matches its examples, to the roles that they name, and none of its counterexamples."""

from itertools import islice
from time import process_time
from typing import Any

import pytest

from jwgie.document import Document
from jwgie.errors import PatternError
from jwgie.languages import languages, load_pack
from jwgie.pipeline import load
from jwgie.relations import Engine, Pattern
from jwgie.relations.patterns import without_backtracking
from jwgie.relations.triggers import needles

PATTERNS = [(code, pattern) for code in languages() for pattern in Engine(load_pack(code)).patterns]


def read(code: str, text: str) -> Document:
    """A document with its relations, before assembly."""
    document = Document(text, published="2024-05-31", language=code)
    for stage in load(code, recognisers=["rules"]).stages[:-1]:
        document = stage(document)
    return document


def says(document: Document, pattern: Pattern, role: str) -> list[str | None]:
    spans = [r.role_span(role) for r in document.relations if r.rule == pattern.id]
    return [document.slice(span) if span else None for span in spans]


@pytest.mark.parametrize(("code", "pattern"), [pytest.param(c, p, id=f"{c}-{p.id}") for c, p in PATTERNS])
def test_pattern(code: str, pattern: Pattern) -> None:
    assert pattern.examples, "a pattern needs an example"
    example: Any
    for example in pattern.examples:
        document = read(code, example["text"])
        assert [r for r in document.relations if r.rule == pattern.id], f"does not match {example['text']}\n{document.mentions}"
        for role, expected in example.items():
            if role != "text":
                assert expected in says(document, pattern, role), f"{role} in {example['text']}"
    for text in pattern.counterexamples:
        assert not [r for r in read(code, text).relations if r.rule == pattern.id], f"matches {text}"


def test_pattern_ids_are_unique() -> None:
    ids = [(code, pattern.id) for code, pattern in PATTERNS]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("code", "pattern"), [pytest.param(c, p, id=f"{c}-{p.id}") for c, p in PATTERNS])
def test_no_text_makes_a_pattern_slow(code: str, pattern: Pattern) -> None:
    """Four times as much of what a pattern almost matches takes at most some six times as long."""
    slots = "".join(sorted(needle for clause in needles(pattern.expression.source) for needle in clause if len(needle) == 1))
    for unit in (*islice(sorted(pattern.opening or ()), 0, None, 50), " " + slots, "و", "كلمة ", " "):
        seconds = []
        for times in (500, 2000):
            text = (unit + slots[:1] + " كلمة" * 3 + " ") * times
            start = process_time()
            for _ in pattern.expression.compiled.finditer(text):
                pass
            seconds.append(process_time() - start)
        assert seconds[1] < 6.5 * seconds[0] + 0.02, unit


def test_a_lazy_repeat_without_bound_is_refused() -> None:
    with pytest.raises(PatternError, match="needs a bound"):
        without_backtracking(r"a\w+?b", "here")
    assert without_backtracking(r"a\w+b? [+*]\+c{2,}[^\p{Co}]*+", "here") == r"a\w++b? [+*]\+c{2,}+[^" + "\ue000-\uf8ff" + "]*+"

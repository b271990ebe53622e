"""What ``statements.toml`` says of a language whose verbs do not come first: how its clauses are read by `jwgie.assembly.clauses`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache

import ahocorasick

from jwgie import regexp
from jwgie.assembly.grammar import NEVER, Expression, Group, compiled, content, read_contents, read_groups
from jwgie.assembly.verbs import Verb, read_verbs
from jwgie.errors import PackError
from jwgie.languages import Pack
from jwgie.relations.triggers import Filter

_WORD = regexp.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True)
class Expressions:
    """The table ``[reading]``. Those that look back end where the verb begins, those that look ahead begin where it ends."""

    never: Expression  #: back: here the word is no verb of a clause ("to", an article)
    passive: Expression  #: back: here a perfect is a passive ("was")
    future: Expression  #: back: here a present is a future ("will")
    between: Expression  #: what may stand between a subject and its verb, as a whole
    begins: Expression  #: back: here a clause begins whose subject was named before
    oblique: Expression  #: back: here a mention is no subject ("in")
    opens: Expression  #: back: what of a subject's phrase stands before its mention ("the")
    modified: Expression  #: back from an adjective that is a subject: the noun that it modifies ("la parte española")
    joined: Expression  #: what joins the members of a subject ("and")
    several: Expression  #: words for the sides that no mention covers ("they", "ministers")
    one: Expression  #: the same for the one who spoke last ("he")
    either: Expression  #: the same for who spoke last, one or several: a plural that is polite as well
    empty: Expression  #: the subject of an impersonal verb ("it")
    marker: Expression  #: what stands right behind a subject in a language that marks it
    relative: Expression  #: ahead of a subject's mention: in spite of its preposition it has a clause of its own ("with A, which")
    inverted: Expression  #: ahead: between a verb and a subject behind it
    vague: Expression  #: before a passive: it says nothing ("this was")
    agent: Expression  #: ahead: between a passive and who does it ("by")
    inserted: Expression  #: ahead: after a verb that is put into what is said, or behind it: ", he said,"
    describes: Expression  #: back from a subject: its clause describes a noun, unless a verb before it has it as complement
    attributed: Expression  #: ahead: what a sentence begins with, before whose view it gives ("according to the")
    numbers: Expression  #: what numbers a paragraph, before its first sentence
    aside: Expression  #: back: before a subject whose verb is put into what is said
    breaks: Expression  #: where another clause begins
    that: Expression  #: ahead: what leads to the clause that is the complement
    again: Expression  #: where a further complement begins
    adjunct: Expression  #: where a clause loses itself in an adjunct
    trailing: Expression  #: back: what is left at the end of a clause
    renewed: Expression  #: makes of a renewable act `reaffirm`
    pronoun: Expression  #: back: one of the words for subjects right before the verb, made of them
    leading: Expression  #: one of them, made of them
    next: Expression  #: what is agreed on the next round is no statement
    heads: Expression  #: back: a sentence ends so that heads a list ("agreed on the following:")
    item: Expression  #: what an item of a list begins with


@dataclass(frozen=True)
class ClauseGrammar:
    """Verbs, their groups, and how clauses are put together. `verb_last`: the complement stands before its verb; `free`: a verb needs
    no subject, its ending tells the number, and a subject may stand right behind it."""

    verbs: Verbs
    groups: Mapping[str, Group]
    reading: Expressions
    contents: tuple[tuple[str, Expression, bool], ...]
    possible: Filter
    nominals: tuple[tuple[str, Expression], ...]
    nominal_possible: Filter
    marked: bool
    verb_last: bool
    free: bool
    shortest: int

    def content(self, text: str, start: int, end: int) -> str:
        """The act of a clause by its own words; empty where they do not tell."""
        return content(self.contents, self.possible, text, start, end)


class Verbs:
    """The inflected forms of the verbs of a pack, some of several words, found in folded text; in a script without spaces
    wherever their letters are."""

    def __init__(self, forms: Mapping[str, tuple[Verb, ...]], spaceless: bool) -> None:
        self.forms = forms
        self.spaceless = spaceless
        self._automaton = ahocorasick.Automaton()
        self._starts: dict[str, list[str]] = defaultdict(list)
        for form in sorted(forms, key=len, reverse=True):
            if spaceless:
                self._automaton.add_word(form, form)
            else:
                self._starts[_first(form)].append(form)
        if self._automaton:
            self._automaton.make_automaton()

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, tuple[Verb, ...]]]:
        """The verbs of ``text[start:end]``, of those that overlap the first and longest."""
        last = start
        for at, to, form in self._anywhere(text, start, end) if self._automaton else self._at_words(text, start, end):
            if at >= last:
                last = to
                yield at, to, self.forms[form]

    def _anywhere(self, text: str, start: int, end: int) -> list[tuple[int, int, str]]:
        """The forms in a text, the longest first of those that begin together."""
        found = ((to + 1 - len(form), to + 1, form) for to, form in self._automaton.iter(text, start, end))
        return sorted(found, key=lambda place: (place[0], -place[1]))

    def _at_words(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The longest form that begins at each word, and ends with one."""
        for word in _WORD.finditer(text, start, end):
            at = word.start()
            for form in self._starts.get(word[0], ()):
                to = at + len(form)
                if to <= end and text.startswith(form, at) and not text[to : to + 1].isalnum():
                    yield at, to, form
                    break


def _first(form: str) -> str:
    word = _WORD.match(form)
    return word[0] if word else form


@cache
def clause_grammar(pack: Pack) -> ClauseGrammar | None:
    """The clause grammar of a pack; None where verbs come first, and `jwgie.assembly.claims` reads."""
    data = pack.toml("statements")
    table: Mapping[str, str] = data.get("reading", {})
    if not table:
        return None
    known = [field.name for field in fields(Expressions) if field.name not in ("pronoun", "leading")]
    if unknown := table.keys() - set(known):
        raise PackError(f"{pack.code}/statements.toml: reading does not know {sorted(unknown)}")
    words: Mapping[str, str] = data.get("fragments", {})
    expressions = {name: compiled(pack, f"reading.{name}", _expanded(table.get(name, NEVER), words)) for name in known}
    after = table.get("marker") or f"(?:{table.get('between', NEVER)})$"
    words_for = "|".join(f"(?P<{name}>{table.get(name, NEVER)})" for name in ("several", "one", "either", "empty"))
    edge = "" if pack.config.get("spaceless") else r"(?<!\w)"
    expressions["pronoun"] = compiled(pack, "reading.pronoun", _expanded(f"{edge}(?:{words_for})(?:{after})", words))
    expressions["leading"] = compiled(pack, "reading.leading", _expanded(f"(?:{words_for})(?!\\w)", words))
    contents = read_contents(pack)
    nominals = tuple((row["act"], compiled(pack, "nominal", _expanded(row["words"], words))) for row in data.get("nominal", ()))
    order: Mapping[str, str] = data.get("order", {})
    return ClauseGrammar(
        verbs=Verbs(read_verbs(pack, "acts", "speech_verbs"), pack.config.get("spaceless", False)),
        groups=read_groups(pack),
        reading=Expressions(**expressions),
        contents=contents,
        possible=Filter.of(words.pattern for _, words, _ in contents),
        nominals=nominals,
        nominal_possible=Filter.of(words.pattern for _, words in nominals),
        marked="marker" in table,
        verb_last=order.get("complement") == "before",
        free=order.get("subject") == "free",
        shortest=data.get("shortest", 3),
    )


def _expanded(source: str, words: Mapping[str, str]) -> str:
    """An expression with the fragments that it names."""
    for name, fragment in reversed(list(words.items())):
        source = source.replace(f"<{name}>", f"(?:{fragment})")
    return source

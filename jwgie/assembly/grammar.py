"""What ``statements.toml`` of a language pack says, compiled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jwgie import regexp
from jwgie.assembly.verbs import Verb, read_verbs
from jwgie.errors import PackError
from jwgie.languages import Pack
from jwgie.relations.triggers import Filter

Expression = regexp.Pattern

#: Matches nowhere: an expression that a pack does not give.
NEVER = "(?!)"
#: How an expression stands as a word, where a pack does not say (``word``).
WORD = r"(?<!\w)(?:{})(?!\w)"
#: A complement shows its noun within this many characters of the verb: subject, adverbs and preposition stand between.
_REACH = 140


@dataclass(frozen=True)
class Words:
    """The table ``[words]``: single words, folded."""

    openers: frozenset[str]
    we: frozenset[str]
    relatives: frozenset[str]
    subjunctive: frozenset[str]
    helpers: frozenset[str]
    impersonal: frozenset[str]
    homographs: frozenset[str]
    masdars: frozenset[str]
    mutual: frozenset[str]
    headings: frozenset[str]
    prepositions: frozenset[str]


@dataclass(frozen=True)
class Clauses:
    """The table ``[clauses]``: how clauses begin, join and end."""

    comma: Expression
    that: Expression
    that_again: Expression
    again: Expression
    owned: Expression
    possessed: Expression
    rest: Expression
    tagged: Expression
    parted: Expression
    titled: Expression
    indicative: Expression
    said: Expression
    aside: Expression
    preposition: Expression
    resumptive: Expression
    governs: Expression
    renewed: Expression
    breaks: Expression
    adjunct: Expression
    passive: Expression
    subject: Expression
    list: Expression
    outcomes: Expression
    item: Expression
    pause: Expression
    reported: Expression
    plural: Expression
    next: Expression
    plain: Expression
    recalled: Expression


@dataclass(frozen=True)
class Subjects:
    """The table ``[subjects]``: what stands between a verb and its subject."""

    leading: Expression
    joined: Expression
    adverbs: Expression
    first: Expression
    collective: Expression
    object: Expression
    stranger: Expression
    resumed: Expression
    leader: Expression
    owner: Expression
    turn: Expression


@dataclass(frozen=True)
class Group:
    """How the complement of a group of verbs decides the act. The fields are those of ``[groups.*]``."""

    noun: Mapping[str, str]
    cues: Expression | None = None
    needs: Expression | None = None
    unless: Expression | None = None
    otherwise: str = ""
    clause: str | None = None
    fixed: bool = False
    renewable: bool = False
    by_content: bool = False
    future: str = ""
    persons: bool = False
    steady: bool = False
    whole: bool = False

    @property
    def tells(self) -> bool:
        """Whether a verb of the group may take a position other than in its future."""
        return bool(self.otherwise or self.noun) or self.clause is not None

    def cue(self, text: str, start: int, end: int) -> regexp.Match | None:
        """The first telling noun of a complement; its group's name is the cue's."""
        return self.cues.search(text, start, min(end, start + _REACH)) if self.cues else None


@dataclass(frozen=True)
class Grammar:
    """The verbs, their groups, and the words that join and bound clauses. `calls`: lemmas of verbs that have whom they call
    on as their object."""

    verbs: Mapping[str, tuple[Verb, ...]]
    groups: Mapping[str, Group]
    words: Words
    clauses: Clauses
    subjects: Subjects
    contents: tuple[tuple[str, Expression, bool], ...]
    possible: Filter  #: which of the contents
    nominals: tuple[tuple[str, Expression], ...]
    commitment: Expression
    conjunctions: tuple[str, ...]
    accusative: str
    calls: frozenset[str]
    shortest: int

    def content(self, text: str, start: int, end: int) -> str:
        """The act of a clause by its own words; empty where they do not tell."""
        return content(self.contents, self.possible, text, start, end)


def content(contents: Sequence[tuple[str, Expression, bool]], possible: Filter, text: str, start: int, end: int) -> str:
    """The act of a clause by its own words: of the first row that is found, or of the weak ones that whose words come first.
    Empty where they do not tell."""
    weak: list[tuple[int, str]] = []
    for i in possible.candidates(text[start:end]):
        act, words, is_weak = contents[i]
        if found := words.search(text, start, end):
            if not is_weak:
                return act
            weak.append((found.start(), act))
    return min(weak)[1] if weak else ""


def read_grammar(pack: Pack) -> Grammar:
    """The grammar of a pack; a faulty entry raises `PackError` with its name."""
    data = pack.toml("statements")
    contents = read_contents(pack)
    return Grammar(
        verbs=read_verbs(pack, "acts", "speech_verbs"),
        groups=read_groups(pack),
        words=Words(**{name: frozenset(map(pack.fold, words)) for name, words in data["words"].items()}),
        clauses=Clauses(**{name: compiled(pack, f"clauses.{name}", source) for name, source in data["clauses"].items()}),
        subjects=Subjects(**{name: compiled(pack, f"subjects.{name}", source) for name, source in data["subjects"].items()}),
        contents=contents,
        possible=Filter.of(words.pattern for _, words, _ in contents),
        nominals=tuple((row["act"], compiled(pack, "nominal", row["words"])) for row in data["nominal"]),
        commitment=compiled(pack, "cues.commitment", _word(pack, data["cues"]["commitment"])),
        conjunctions=tuple(pack.config["clitics"]["conjunctions"]),
        accusative=pack.fold(data["accusative"]),
        calls=frozenset(pack.toml("inflection")["object"]["lemmas"]),
        shortest=data["shortest"],
    )


def read_groups(pack: Pack) -> dict[str, Group]:
    """The groups of verbs of a pack, by name."""
    data = pack.toml("statements")
    return {name: _group(pack, name, row, data.get("cues", {})) for name, row in data["groups"].items()}


def read_contents(pack: Pack) -> tuple[tuple[str, Expression, bool], ...]:
    """What clauses say by their words: act, words, and whether they only tell where nothing else does."""
    rows = pack.toml("statements").get("content", ())
    return tuple((row["act"], compiled(pack, "content", _word(pack, row["words"])), row.get("weak", False)) for row in rows)


def _group(pack: Pack, name: str, row: Mapping[str, Any], cues: Mapping[str, str]) -> Group:
    options = dict(row)
    noun: Mapping[str, str] = options.pop("noun", {})
    unknown = noun.keys() - cues.keys()
    if unknown:
        raise PackError(f"{pack.code}/statements.toml: groups.{name} knows no cue {sorted(unknown)}")
    for key in ("needs", "unless"):
        if key in options:
            options[key] = compiled(pack, f"groups.{name}.{key}", options[key])
    if noun:
        options["cues"] = compiled(pack, f"groups.{name}.noun", _word(pack, "|".join(f"(?P<{cue}>{cues[cue]})" for cue in noun)))
    return Group(noun, **options)


def _word(pack: Pack, source: str) -> str:
    """An expression that stands as a word, after what may be joined before it."""
    template: str = pack.toml("statements").get("word", WORD)
    return template.replace("{}", source)


def compiled(pack: Pack, name: str, source: str) -> Expression:
    """An expression of ``statements.toml``, folded; a faulty one raises `PackError` with its name."""
    try:
        return regexp.compile(pack.fold_pattern(source))
    except regexp.error as error:
        raise PackError(f"{pack.code}/statements.toml: {name}: {error}") from error

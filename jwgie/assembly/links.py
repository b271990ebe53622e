"""What joins two things in a sentence, by the words of a pack: letters written joined to a word, or words of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jwgie import regexp
from jwgie.document import Document, Origin, Span
from jwgie.languages import Pack
from jwgie.ner.topic_phrases import compiler
from jwgie.record import Kind

#: The expressions of what stands before or behind a phrase or at the end of a sentence.
_BEHIND = (
    "unreal", "aside", "attended", "acting", "within", "coming", "recalled", "several", "topic", "telling", "foreign", "he", "course",
    "twosome", "theirs", "dropped", "marker", "dative", "bound", "set_off",
)  # fmt: skip
#: A conjunction is looked for among so many characters before a word.
REACH = 24


@dataclass(frozen=True)
class Links:
    """`letters`: conjunctions that are written joined to the word after them; `words`: those that are words; `passing`: words that do
    not part what they stand between ("the", "have"); `places`: prepositions of place that are written joined to it;
    `adjectives_first`: an adjective stands before its noun ("his Dutch counterpart"); `subjects_first`: a subject before its verb;
    `objects_first`: whom one meets, too; `parting`: words that begin a clause, so that who stands before them is not its subject;
    `spoken`: the kind of meeting of two of whom nothing is told but that one spoke with the other; `final`: verbs come last, and what
    would be a preposition stands behind its noun; `list`: what alone stands between the members of a list; `home`: the country whose
    people are named without it in reports of the language, `press` the same where nothing else of a report tells, of those who hold
    one of its `press_offices`; `about`: prepositions of what is talked about
    ("against", "to"), and `owned` what is written behind who owns it; `pronouns`: the objects that stand before their verb ("l'a
    rencontré"); `purposes`: infinitives of meeting ("to meet");
    `unreal`: what ends before a meeting that is denied, wished for or offered, not held. Where verbs come last, `aside`
    and `attended` are what stands right behind a phrase that is told of in passing, and behind one that somebody goes to, and `acting`
    what stands between a phrase of a meeting and those of whom a clause says that they held it; `within` stands behind a phrase in
    whose course something else happens; `coming` and `recalled` end a sentence of what is to come and of what was before, or is
    denied; `several` stands before a noun of talks with many one by one, `topic` behind one of those who is spoken of by himself,
    `telling` where a quotation ends that tells what the report is about ("... met", an agency reported);
    `foreign`: how names are written of people who are not of `home`; `quotes`: pairs of marks between which a phrase with more words
    tells nothing of the report's own; `he`: the pronoun of a subject that was named before; `dropped`: what stands behind those whom
    somebody met who is not named again, in a clause without the `marker` of a subject; `beside`: talks may be told of without a word for
    them, by what they were beside or by who agreed; `floor`: who is quoted by his office of a side of a body
    that nobody else leads for it is its head; `course`: what ends before talks in whose course something was said or
    done, or of which something was the subject ("said in a call with"); `twosome`: how a noun shows that it is of two who were named
    ("their"), and `theirs` the words right before it that do; `dative`: what
    stands between "was" and him to whom something was, so that he had it ("to the minister was a talk with");
    `bound`: what ends before talks, or before a verb of meeting, for which somebody goes somewhere or is there ("flew to Rome for",
    "is in Rome to"), with the group `coming` where he is only to go; `set_off`: what commas set off between a verb and its object."""

    letters: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    passing: frozenset[str] = frozenset()
    places: tuple[str, ...] = ()
    adjectives_first: bool = False
    subjects_first: bool = False
    spoken: Kind | None = None
    objects_first: bool = False
    parting: frozenset[str] = frozenset()
    final: bool = False
    list: frozenset[str] = frozenset()
    home: str = ""
    press: str = ""
    press_offices: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    owned: tuple[str, ...] = ()
    pronouns: frozenset[str] = frozenset()
    purposes: frozenset[str] = frozenset()
    unreal: regexp.Pattern | None = None
    aside: regexp.Pattern | None = None
    attended: regexp.Pattern | None = None
    acting: regexp.Pattern | None = None
    within: regexp.Pattern | None = None
    coming: regexp.Pattern | None = None
    recalled: regexp.Pattern | None = None
    several: regexp.Pattern | None = None
    topic: regexp.Pattern | None = None
    telling: regexp.Pattern | None = None
    foreign: regexp.Pattern | None = None
    quotes: tuple[tuple[str, str], ...] = ()
    beside: bool = False
    floor: bool = False
    he: regexp.Pattern | None = None
    course: regexp.Pattern | None = None
    twosome: regexp.Pattern | None = None
    theirs: regexp.Pattern | None = None
    dropped: regexp.Pattern | None = None
    marker: regexp.Pattern | None = None
    dative: regexp.Pattern | None = None
    bound: regexp.Pattern | None = None
    set_off: regexp.Pattern | None = None

    @property
    def verbs_between(self) -> bool:
        """Whether verbs stand between their subjects and their objects."""
        return self.subjects_first and not self.verbs_last

    @classmethod
    def of(cls, pack: Pack) -> Links:
        """Those of a pack: its clitics, and the tables ``links`` and ``places`` of ``meetings.toml``."""
        data = pack.toml("meetings")
        table: Mapping[str, Any] = data.get("links", {})
        words = frozenset(map(pack.fold, table.get("conjunctions", ())))
        return cls(
            tuple(pack.config.get("clitics", {}).get("conjunctions", ())),
            words,
            words | frozenset(map(pack.fold, table.get("passing", ()))),
            tuple(data.get("places", {}).get("joined", ())),
            table.get("adjectives") == "before",
            table.get("subjects") == "before",
            table.get("spoken"),
            table.get("objects") == "before",
            frozenset(map(pack.fold, table.get("parting", ()))),
            table.get("verbs") == "last",
            frozenset(map(pack.fold, table.get("list", ()))),
            table.get("home", ""),
            table.get("press", ""),
            frozenset(map(pack.fold, table.get("press_offices", ()))),
            frozenset(map(pack.fold, table.get("about", ()))),
            tuple(map(pack.fold, table.get("owned", ()))),
            frozenset(map(pack.fold, table.get("pronouns", ()))),
            frozenset(map(pack.fold, table.get("purposes", ()))),
            **{key: compiler(pack)(table[key]) for key in _BEHIND if key in table},
            quotes=tuple((pack.fold(pair[0]), pack.fold(pair[1])) for pair in table.get("quotes", ())),
            beside=table.get("beside", False),
            floor=table.get("floor", False),
        )

    @property
    def verbs_last(self) -> bool:
        """Whether a verb stands behind its subject and its objects."""
        return self.final or self.objects_first

    def links(self, between: str) -> bool:
        """Whether what stands between two things only joins the members of a list."""
        return between.strip() in self.list

    def gap(self, document: Document, end: int, start: int, origin: Origin) -> int:
        """How far apart two things are, in characters, without dates and without the words that do not part them."""
        if not self.passing or start <= end:
            return start - end
        view = document.views[origin]
        text, at, parts = view.text, view.position(end), []
        for date in document.in_span(Span(end, start, origin), "DATE"):
            first, last = view.range(date.span)
            parts.append(text[at:first])
            at = last
        between = " ".join([*parts, text[at : view.position(start)]])
        words = [(word, word.strip(",").removesuffix("'")) for word in between.split()]  # an elided article, too
        left = [word for word, bare in words if bare not in self.passing or not bare.isalpha()]
        commas = sum(word.endswith(",") for word, bare in words if bare in self.passing)
        return sum(map(len, left)) + len(left) + 1 + commas if left else min(1 + commas, start - end)

    def joined(self, text: str, start: int) -> bool:
        """Whether a conjunction stands right before a place of a folded text, after a pause where it is written joined."""
        if start > 1 and text[start - 1].isalpha() and not text[start - 2].isalnum():
            return True
        return self.after_word(text, start)

    def goes_on(self, text: str, start: int) -> bool:
        """Whether a word goes on what was said before it: a conjunction is joined to it, or stands before it."""
        return (start > 0 and text[start - 1].isalpha()) or self.after_word(text, start)

    def has_object(self, text: str, start: int) -> bool:
        """Whether a pronoun right before a verb is whom it is done to."""
        return bool(self.pronouns) and not self.pronouns.isdisjoint(text[max(0, start - REACH) : start].replace("'", " ").split()[-1:])

    def coordinated(self, text: str, start: int) -> bool:
        """Whether a conjunction alone joins a word to what stands before it."""
        return (start > 1 and text[start - 1] in self.letters and not text[start - 2].isalnum()) or self.after_word(text, start)

    def after_word(self, text: str, start: int) -> bool:
        """Whether a conjunction that is a word stands right before a place, but for words that part nothing."""
        before = text[max(0, start - REACH) : start].split() if self.words else []
        while before and before[-1].removesuffix("'") in self.passing and before[-1] not in self.words:  # an elided article, too
            before.pop()
        return bool(before) and before[-1] in self.words


@cache
def links(pack: Pack) -> Links:
    """Those of a pack, read once."""
    return Links.of(pack)

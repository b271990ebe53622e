"""What single words may do in the phrases that name people: one entry a word form, worked out once and kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import compress
from typing import Any, NamedTuple

from jwgie import regexp
from jwgie.languages import Pack

#: Words and marks of a folded text.
TOKEN = regexp.compile(r"[^\W_]+|[^\w\s]|_")
#: Marks of the tags of social media, and what is only space.
IGNORED = frozenset(["#", "_", ""])
#: A stop after as many letters makes them initials.
STOP = "."
INITIAL = 2
#: Of a piece, that it is not to be taken as it is.
LOOK = -2
#: Forms that are kept worked out; emptied when full, so that memory does not grow with the texts read.
CACHE = 60_000
#: Letters of a form from which on an unknown بال... or وال... is taken apart.
LONG = 6
#: Classes of ``phrase_words.tsv`` whose forms have a feminine.
INFLECTED = frozenset({"adjective", "courtesy", "governor"})
_NONE: frozenset[str] = frozenset()
#: Those of words that take neither article nor endings.
_PARTICLES = frozenset({"function", "time"})
#: Those of words for a counterpart.
COUNTERPARTS = frozenset({"counterpart", "dual_counterpart"})


@dataclass(slots=True)
class Entry:
    """One folded form: its proclitics, the word itself, and what the lexicons say of that.

    `core` is the form without conjunction and preposition, its article written out (للشؤون has the core الشؤون).
    `cut` is how many characters of the form stand before the core. `classes` are those of ``phrase_words.tsv``.
    `listed`: common as it stands, not only by its affixes. `opens`: a description of a person may begin with it;
    `heads`: a title, an office or an institution may; `name`: a lexicon of names has it; `unknown`: a word that none has.
    """

    conjunction: str
    preposition: str
    core: str
    cut: int
    definite: bool
    given: bool
    family: bool
    particle: str
    common: bool
    classes: frozenset[str]
    letters: bool
    latin: bool
    opens: bool
    heads: bool
    listed: bool
    name: bool = field(init=False)
    unknown: bool = field(init=False)

    def __post_init__(self) -> None:
        self.name = self.given or self.family
        self.unknown = self.letters and not (self.name or self.common or self.particle or self.classes)


class Piece(NamedTuple):
    """A word or mark: its form and entry. `hamza`: at which letter a written hamza would make it
    another word (-1: nowhere; LOOK: more than that is to be looked at)."""

    form: str
    entry: Entry
    hamza: int


class Lexicon:
    """The word lexicons of a pack."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        fold = pack.fold
        settings = pack.toml("people")
        self.names_settings: dict[str, Any] = settings["names"]
        clitics = pack.config.get("clitics", {})
        self.article = fold(clitics.get("article", ""))
        self.contracted = fold(clitics.get("contracted_article", ""))
        self.conjunctions = tuple(map(fold, clitics.get("conjunctions", [])))
        self.prepositions = tuple(map(fold, clitics.get("prepositions", [])))
        self._servant = fold(settings["names"]["servant"]) + self.article
        self.verbs, self.plural, self.nisba = (tuple(map(fold, settings["names"][key])) for key in ("verbs", "plural", "nisba"))
        self.spelt = frozenset(map(fold, settings["names"]["spelt"]))
        self.surnames = frozenset(map(fold, settings["names"].get("surnames_first", ())))
        self.object_endings = tuple(map(fold, settings["names"]["object_endings"]))
        self.divine = frozenset(map(fold, settings["names"]["divine"]))
        self.nominal = regexp.compile(pack.fold_pattern(settings["names"]["nominal"]))
        names = {table: pack.rows(table) for table in ("family_names", "first_names")}
        folded = {table: pack.fold_all(row["name"] for row in rows) for table, rows in names.items()}
        self.given, self.family = set(folded["first_names"]), set(folded["family_names"])
        self.particles = {fold(row["form"]): row["kind"] for row in pack.rows("name_particles")}
        self.common = set(pack.fold_all(row["word"] for row in pack.rows("common_words")))
        classes: dict[str, set[str]] = {}
        words = pack.rows("phrase_words")
        inflected = [
            (form + ending, row["class"])
            for row in words
            for form in row["forms"].split(" | ")
            for ending in (settings["head"]["adjective"] if row["class"] in INFLECTED else [""])
        ]
        for form, (_, word_class) in zip(pack.fold_all(form for form, _ in inflected), inflected, strict=True):
            classes.setdefault(form, set()).add(word_class)
        self.classes = {form: frozenset(found) for form, found in classes.items()}
        affixes = settings["affixes"]
        self._suffixes: dict[str, list[tuple[str, str]]] = {}  # by the last letter
        for old, new in (*((s, "") for s in affixes["suffixes"]), *affixes["exchanges"]):
            self._suffixes.setdefault(fold(old)[-1], []).append((fold(old), fold(new)))
        self._nominal = tuple((fold(old), fold(new)) for old, new in affixes["nominal"])
        self._prefixes = tuple(map(fold, affixes["prefixes"]))
        self._before_article = "".join(map(fold, affixes["before_article"]))
        self.endings = tuple(map(fold, affixes["verbal"]))
        self.initials = fold(affixes["initials"])
        self.objects = tuple(map(fold, affixes["objects"]))
        self._imperfects = {word[1:] for word in self.common if word[0] in self.initials}  # without the person
        self._linking = fold(affixes["linking"])
        self._shortest = int(affixes["shortest"])
        # Folded forms that are a name in one spelling and a function word in another (علي, على).
        written = {form: row["name"] for table, rows in names.items() for form, row in zip(folded[table], rows, strict=True)}
        exact = {form for row in words if row["class"] == "function" for form in row["forms"].split(" | ")}
        doubtful = {form: name for form, name in written.items() if self.classes.get(form, _NONE) & _PARTICLES}
        self.spelled = {form: name for form, name in doubtful.items() if name not in exact}
        self.namesakes = frozenset(doubtful.keys() - self.spelled.keys())  # the same in both spellings (غير, خلف)
        self.foreign = frozenset(compress(folded["first_names"], (row["use"] == "foreign" for row in names["first_names"])))
        self.firsts: set[str] = set()  # first words of phrases that other lexicons know
        self._joined = (*self.conjunctions, *self.prepositions, *filter(None, [self.contracted]))
        self.pieces: dict[str, Piece] = {}  # of chunks of texts
        self._cuts: dict[tuple[str, int], Entry] = {}

    def as_name(self, entry: Entry) -> Entry:
        """An entry of a form that is spelled as a name, not as the function word that folds to the same."""
        return replace(entry, classes=frozenset(), common=False)

    def piece(self, chunk: str) -> Piece:
        """The word or mark that a chunk of a text ends with; remembered in `pieces`."""
        form = chunk.strip()
        entry = self._entry(form, None)
        hamza = -1
        if form in IGNORED or form in self.conjunctions or form == STOP or entry.core in self.spelled:
            hamza = LOOK
        elif self.prefixed(form, entry):
            hamza = 1
        elif entry.definite and form.startswith(self.article, entry.cut):
            hamza = entry.cut
        if len(self.pieces) > CACHE:
            self.pieces.clear()
        self.pieces[chunk] = piece = Piece(form, entry, hamza)
        return piece

    def prefixed(self, form: str, entry: Entry) -> bool:
        """Whether an unknown word may begin with a preposition."""
        return entry.unknown and len(form) > 1 and form[0] in self.prepositions

    def cut(self, form: str, cut: int) -> Entry:
        """What is known of a folded form of which a gazetteer says where the word itself begins."""
        found = self._cuts.get((form, cut))
        if found is None:
            if len(self._cuts) > CACHE:
                self._cuts.clear()
            found = self._cuts[form, cut] = self._entry(form, cut)
        return found

    def _entry(self, form: str, cut: int | None) -> Entry:
        conjunction, preposition, core, length = self._reading(form, cut)
        given, family = core in self.given, core in self.family
        named = given or family
        definite = not named and core.startswith(self.article) and len(core) > len(self.article) + 1
        classes = self.classes.get(core, _NONE)
        if definite and (more := self.classes.get(core[len(self.article) :])):  # what ends a phrase is listed with its article
            classes |= more - _PARTICLES
        joined = core.startswith(self._servant) and len(core) > len(self._servant) + 1
        listed, particle = core in self.common, self.particles.get(core, "")
        common = listed if named or listed else self.is_common(core)
        if named and not length and core.startswith(self.prepositions[:2]) and core[1:] in self.common and len(core) > self._shortest:
            common = True  # بدور: a name, or "in the role of"
        # What no lexicon has may be a name.
        heads = core in self.firsts
        opens = heads or named or joined or bool(particle) or not (common or classes or definite)
        letters = form[:1].isalpha()
        return Entry(
            conjunction, preposition, core, length, definite, given or joined, family, particle, common, classes,
            letters, letters and form[0].isascii(), letters and (opens or not classes.isdisjoint(COUNTERPARTS)), heads, listed,
        )  # fmt: skip

    def _reading(self, form: str, cut: int | None) -> tuple[str, str, str, int]:
        """How a form divides: as the gazetteer says, else into what the lexicons of names and phrases have, else into a known word."""
        if not form.startswith(self._joined):
            return "", "", form, 0
        readings = list(self._readings(form))
        if cut is not None:
            return next((r for r in readings if cut in (r[3], r[3] - (r[1] == self.contracted[:1]))), readings[0])
        if form in self.common and not self._listed(form):
            return readings[0]
        for number, reading in enumerate(readings):
            if self._listed(reading[2]) and (not number or len(reading[2]) > 2):
                return reading
        articled = [r for r in readings if r[3] and r[2].startswith(self.article)]
        for reading in (*articled, *readings):
            # A short word that only its affixes make known is no ground for taking proclitics off.
            _, preposition, core, cut = reading
            if core in self.common:
                return reading
            # No verb follows a preposition but ل (بيدرسون).
            verb = preposition not in ("", self.contracted[:1]) and core[0] == self.initials[0]
            if not verb and self.is_common(core) and (not cut or len(core) >= LONG or core.startswith(self.article)):
                return reading
        # An unknown word after a proclitic and the article is no name of its own; after ف or ك it would be a rare one (فالنتينا).
        return articled[0] if articled and len(form) >= LONG and form[0] in self._before_article else readings[0]

    def _readings(self, form: str) -> Iterator[tuple[str, str, str, int]]:
        yield "", "", form, 0
        for conjunction in ("", *self.conjunctions):
            rest = form[len(conjunction) :]
            if conjunction and (not form.startswith(conjunction) or len(rest) < 2):
                continue
            if conjunction:
                yield conjunction, "", rest, len(conjunction)
            if self.contracted and rest.startswith(self.contracted) and len(rest) > len(self.contracted) + 1:
                tail = rest[len(self.contracted) :]
                for core in (tail, self.contracted[0] + tail):
                    yield conjunction, self.contracted[0], self.article + core, len(conjunction) + len(self.contracted)
            for preposition in self.prepositions:
                if rest.startswith(preposition) and len(rest) - len(preposition) >= 2:
                    yield conjunction, preposition, rest[len(preposition) :], len(conjunction) + len(preposition)

    def _listed(self, core: str) -> bool:
        """Whether a lexicon of names or phrases has a form, with or without its article."""
        if core in self.given or core in self.family or core in self.classes or core in self.firsts or core in self.particles:
            return True
        if not core.startswith(self.article):
            return core.startswith(self._servant)
        stem = core[len(self.article) :]
        return stem in self.classes or stem in self.given

    def is_common(self, core: str) -> bool:
        """Whether a form belongs to a word of ``common_words.tsv``."""
        stem = core[len(self.article) :] if core.startswith(self.article) else ""
        return (len(stem) >= self._shortest and self._noun_known(stem)) or self._stem_known(core)

    def _noun_known(self, stem: str) -> bool:
        """Whether what follows an article belongs to a common word: only the endings of nouns come into question."""
        if stem in self.common:
            return True
        if stem[0] == self.initials[0]:
            return False
        for old, new in self._nominal:
            if stem.endswith(old) and len(stem) - len(old) >= self._shortest:
                base = stem[: len(stem) - len(old)] + new
                if base in self.common and not self.classes.get(base, _NONE) & _PARTICLES:
                    return True
        return False

    def _stem_known(self, core: str) -> bool:
        if core in self.common:
            return True
        for prefix in self._prefixes:
            if core.startswith(prefix) and len(core) - len(prefix) > self._shortest and self._stem_known(core[len(prefix) :]):
                return True
        if core[:1] in self.initials and len(core) > self._shortest and core[1:] in self._imperfects:
            return True
        for old, new in self._suffixes.get(core[-1:], ()):
            if core.endswith(old) and len(core) - len(old) >= self._shortest:
                stem = core[: len(core) - len(old)] + new
                linked = stem[:-1] in self.common and stem[-1] in self._linking and not self.classes.get(stem[:-1], _NONE) & _PARTICLES
                if linked or stem in self.common:
                    return True
        return False

"""Offices: "the deputy prime minister and minister of defence", with the exact extent of what was said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jwgie.languages import Pack
from jwgie.ner.persons_lexicon import Lexicon
from jwgie.ner.persons_phrases import Complements, Need, Style
from jwgie.ner.persons_words import Phrases, Words

ENVOYS = frozenset({"envoy"})
SPOKESMAN = "spokesman"
#: Kinds of institutions that a president or director does not name in his title but belongs to.
BODIES = frozenset({"authority", "agency", "news_agency", "organisation", "institution", "company", "chamber", "fund", "institute", "bank"})


class Head(NamedTuple):
    """The head noun of an office. `number`: singular, dual or plural. `owned`: with a pronoun (مديرها). `feminine`: a woman's."""

    kind: str
    slug: str
    flags: frozenset[str]
    number: str
    owned: bool
    fixed: bool
    country: str
    feminine: bool = False

    @property
    def style(self) -> Style:
        return Style(self.kind in ENVOYS, self.kind == SPOKESMAN, "split" in self.flags, "units" in self.flags)


class Office(NamedTuple):
    """Words ``[first, last)`` name an office; `stop` is where reading goes on (a courtesy adjective may follow). `bare`: a head
    without complement. `divided`: the institution that follows in construct is not part of it."""

    head: Head
    first: int
    last: int
    stop: int
    bare: bool
    divided: bool = False


class Offices:
    """The office grammar of a pack."""

    def __init__(self, pack: Pack, lexicon: Lexicon, complements: Complements) -> None:
        self.lexicon = lexicon
        self.complements = complements
        self.heads: Phrases[Head] = Phrases(_inflected(pack, lexicon), pack)
        self.ending = pack.fold(pack.toml("people")["head"]["dual_construct"][0])
        self.duals = tuple(map(pack.fold, pack.toml("people")["head"]["dual"]))
        self.chiefs = frozenset(map(pack.fold, pack.toml("people")["head"]["chiefs"]))
        lexicon.firsts |= self.heads.firsts | self.chiefs
        complements.is_head = self.is_head
        complements.divided = self.divided
        complements.is_envoy = self.is_envoy
        complements.is_spokesman = lambda words, i: i in words.heads and words.heads[i][1].kind == SPOKESMAN
        complements.whole = self.whole

    def all(self, words: Words) -> dict[int, tuple[int, Head]]:
        """The heads of a view, each with its number of words."""
        found = words.phrases(self.heads)
        for i in words.headed:
            if words[i].core in self.chiefs and i not in found and i + 1 in found:
                count, head = found[i + 1]
                if head.number == "plural" and not words[i + 1].breaks and not words[i + 1].entry.cut:
                    # "the chief of the secretaries of ..."
                    found[i] = count + 1, head._replace(kind="post", slug="chief", number="singular")
        return found

    def is_head(self, words: Words, i: int) -> bool:
        """Whether an office begins at a word; a head that is also a name must not be followed by one."""
        found = words.heads.get(i)
        if not found:
            return False
        if "name" in found[1].flags and not words[i].entry.definite:
            alone = found[1].number == "singular" and i + 1 < len(words) and not words[i + 1].entry.letters
            return i + 1 < len(words) and not alone and not self._names(words, i + found[0])
        return True

    def divided(self, words: Words, i: int) -> bool:
        """Whether the head at a word is followed by an institution that is its affiliation."""
        found = words.heads.get(i)
        if not found or words[i].entry.definite:
            return False
        after = i + found[0]
        return ("split" in found[1].flags and self._divided(words, after)) or ("body" in found[1].flags and self._of_body(words, after))

    def is_envoy(self, words: Words, i: int) -> bool:
        """Whether the head of an envoy's office stands at a word."""
        found = words.heads.get(i)
        return found is not None and found[1].kind in ENVOYS

    def whole(self, words: Words, i: int) -> int:
        """Where a fixed phrase that begins at a word ends (خادم الحرمين الشريفين), or 0."""
        found = words.heads.get(i)
        return i + found[0] if found and found[1].fixed else 0

    def _names(self, words: Words, i: int) -> bool:
        if i >= len(words):
            return True
        entry = words[i].entry
        return bool(entry.particle) or (entry.name and not entry.common) or (entry.definite and not entry.common and not entry.classes)

    def office(self, words: Words, i: int) -> Office | None:
        """The office that begins at a word, or None."""
        if i not in words.heads:
            return None
        if i not in words.offices:
            words.offices[i] = self._office(words, i) if self.is_head(words, i) else None
        return words.offices[i]

    def _office(self, words: Words, i: int) -> Office | None:
        count, head = words.heads[i]
        if head.number == "dual" and "verb" in head.flags and i + count < len(words) and words[i + count].entry.definite:
            return None  # "representing the Omani side"
        if head.number == "dual" and self._accusative(words, i + count):
            head = head._replace(number="singular")
        first = i
        need: Need
        definite = words[i].entry.definite or head.owned
        start = i + count
        if "tail" in head.flags:
            need = "no" if words[i + count - 1].entry.definite else "yes"
        else:
            need = "no" if definite or head.fixed else "maybe" if count > 1 else "yes"
        if head.number == "plural" and need == "yes":
            start = self._past_each(words, start)
        divided = "chain" not in head.flags and head.kind != "deputy" and self.divided(words, i)
        end = start if divided and need != "no" else self.complements.end(words, start, need, head.style._replace(apart=definite))
        if divided:
            return Office(head, first, end, end, False, True)
        while head.number == "dual" and words[i].entry.definite and end > start and self._object(words, end - 1):
            end -= 1
        if end == start and need == "yes":
            pair = end < len(words) and words[end].entry.conjunction and not words[end].breaks and self.is_head(words, end)
            inner = self.office(words, end) if pair else None  # "chairman and founder of ..."
            if inner is None or inner.bare or words[end].entry.definite or inner.head.owned:
                return None
            return Office(head, first, inner.last, inner.stop, False, inner.divided)
        if end == start and "verb" in head.flags and not head.fixed:
            return None
        stop = end
        while end > start and "courtesy" in words[end - 1].entry.classes and not words[end - 1].label:
            end -= 1
        deputy = end > start and head.kind == "deputy" and self.divided(words, end - 1)
        return Office(head, first, end, stop, end == start and not head.fixed, deputy)

    def _object(self, words: Words, i: int) -> bool:
        """Whether a word behind "the two ministers" agrees with no two: it is what they deal with."""
        entry = words[i].entry
        return entry.definite and not (entry.cut or words[i].label or entry.core.endswith(self.duals))

    def _past_each(self, words: Words, i: int) -> int:
        """After "each of" between several and whose they are (سفراء كل من مصر وتونس), or where it is."""
        if i + 2 >= len(words) or words[i + 1].breaks or "each" not in words[i].entry.classes or "of" not in words[i + 1].entry.classes:
            return i
        return i + 2 if words[i + 2].mention and not words[i + 2].entry.cut else i

    def _accusative(self, words: Words, i: int) -> bool:
        """Whether a head in ا before a word is no dual in construct but an indefinite singular (سفيرا لبلاده, سفيرا مفوضا): what
        follows is a preposition or as indefinite an adjective."""
        if i >= len(words) or words[i - 1].core[-1:] != self.ending:
            return False
        entry = words[i].entry
        adjective = "adjective" in entry.classes and not entry.definite and entry.core.endswith(self.ending)
        within = i + 1 < len(words) and "domain" in words[i + 1].entry.classes
        return bool(entry.preposition) or "place" in entry.classes or adjective or within

    def _divided(self, words: Words, i: int) -> bool:
        """Whether an institution follows in construct that is the affiliation (أمين مجلس الأمن القومي, مدير عام وزارة الصحة)."""
        if i >= len(words) or words[i].breaks or words[i].entry.preposition or words[i].entry.conjunction:
            return False
        return self.complements.is_institution(words, i) and "unit" not in words[i].entry.classes

    def _of_body(self, words: Words, i: int) -> bool:
        """Whether an agency, a company or a union follows in construct (رئيس هيئة الطاقة, مدير وكالة الأنباء)."""
        return self._divided(words, i) and self.complements.body(words, i) in BODIES

    def stack(self, words: Words, i: int) -> list[Office]:
        """Offices that stand one after another without a conjunction (ولي العهد نائب رئيس مجلس الوزراء وزير الدفاع)."""
        found: list[Office] = []
        while office := self.office(words, i):
            if found and (words[i].entry.conjunction or words[i].entry.preposition or words[i].breaks):
                break
            if found and office.bare:
                break
            found.append(office)
            i = office.stop
            if i >= len(words):
                break
        return found


def _inflected(pack: Pack, lexicon: Lexicon) -> Iterator[tuple[str, Head]]:
    """All forms of the heads of ``offices.tsv``."""
    endings = pack.toml("people")["head"]
    article = lexicon.article
    feminine = endings["singular"][-1]
    for row in pack.rows("offices"):
        flags = frozenset(row["flags"].split(",")) if row["flags"] else frozenset()
        words = row["head"].split()
        fixed = any(pack.fold(w).startswith(article) for w in words[1:])

        def head(number: str, owned: bool = False, fixed: bool = fixed, row: dict[str, str] = row, flags: frozenset[str] = flags,
                 feminine: bool = False) -> Head:  # fmt: skip
            return Head(row["kind"], row["slug"], flags, number, owned, fixed, row.get("country", ""), feminine)

        if fixed or ("tail" not in flags and any(pack.fold(w).startswith(article) for w in words)):
            yield row["head"], head("singular")
            yield " ".join([words[0] + feminine, *words[1:]]), head("singular")
            continue
        if "tail" in flags:
            yield row["head"], head("singular")
            yield article + row["head"], head("singular")
            continue
        for ending in endings["singular"][: 1 if "masculine" in flags else None]:
            bare = " ".join(w + ending for w in words)
            yield bare, head("singular", feminine=bool(ending))
            yield " ".join(article + w + ending for w in words), head("singular", feminine=bool(ending))
        rest = "".join(f" {w}" for w in words[1:])
        for ending in endings["possessive"]:
            yield words[0] + ending + "".join(f" {article}{w}" for w in words[1:]), head("singular", True)
        for ending in endings["dual_construct"]:
            yield words[0] + ending + rest, head("dual")
        for ending in endings["dual"]:
            yield article + words[0] + ending + "".join(f" {article}{w}{ending}" for w in words[1:]), head("dual")
        if row["plural"]:
            yield row["plural"], head("plural")
            yield " ".join(article + w for w in row["plural"].split()), head("plural")
        last = -1 if "masculine" in flags else None  # the feminine plural
        for ending in endings["plural_construct"][:last]:
            yield words[0] + ending + rest, head("plural")
        for ending in endings["plural"][:last]:
            yield article + words[0] + ending, head("plural")

"""Institutions: ministries, agencies, embassies, parliaments, with their complement ("the Australian department of ...")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jwgie.languages import Pack
from jwgie.ner.persons_lexicon import Lexicon
from jwgie.ner.persons_phrases import Complements, Style
from jwgie.ner.persons_words import Phrases, Words

PLAIN = Style()
ABROAD = Style(envoy=True)
ALONE = Style(alone=True)
MINISTRY = Style(ministry=True, alone=True)
STYLES = {"embassy": ABROAD, "ministry": MINISTRY, "government": ALONE, "secretariat": ALONE, "presidency": ALONE, "commission": ALONE}


class Kind(NamedTuple):
    """What a head noun or a name stands for. `form`: head, nisba or name."""

    slug: str
    form: str
    country: str
    head: str


class Institution(NamedTuple):
    """Words ``[first, last)`` name an institution. `anaphoric`: the head alone, with the article (الوزارة)."""

    kind: Kind
    first: int
    last: int
    stop: int
    anaphoric: bool


class Institutions:
    """The institution grammar of a pack."""

    def __init__(self, pack: Pack, lexicon: Lexicon, complements: Complements) -> None:
        self.lexicon = lexicon
        self.complements = complements
        self.kinds: Phrases[Kind] = Phrases(_forms(pack, lexicon), pack)
        lexicon.firsts |= self.kinds.firsts
        complements.is_institution = self.begins
        complements.body = self.slug

    def begins(self, words: Words, i: int) -> bool:
        """Whether the head of an institution stands at a word."""
        return i in words.kinds

    def slug(self, words: Words, i: int) -> str:
        """The kind of the institution whose head stands at a word, or an empty string."""
        return words.kinds[i][1].slug if i in words.kinds else ""

    def institution(self, words: Words, i: int) -> Institution | None:
        """The institution that begins at a word, or None."""
        if i not in words.kinds:
            return None
        if i not in words.institutions:
            words.institutions[i] = self._institution(words, i)
        return words.institutions[i]

    def _institution(self, words: Words, i: int) -> Institution | None:
        count, kind = words.kinds[i]
        if kind.form == "name":
            return Institution(kind, i, i + count, i + count, False)
        definite = words[i].entry.definite
        if kind.form == "nisba" and not definite:
            return None
        if kind.form == "head" and definite and self._agrees(words, i):
            return None
        start = i + count
        end = self.complements.end(words, start, "no" if definite else "yes", STYLES.get(kind.slug, PLAIN))
        if end == start and not definite:
            return None
        stop = end
        while end > start and "courtesy" in words[end - 1].entry.classes and not words[end - 1].label:
            end -= 1
        return Institution(kind, i, end, stop, definite and kind.form == "head" and end == start)

    def _agrees(self, words: Words, i: int) -> bool:
        """Whether a head with the article is an adjective of the noun right before it (الجريمة المنظمة)."""
        if i == 0 or words[i].entry.cut or words[i].breaks or words[i - 1].label:
            return False
        before = words[i - 1].entry
        return before.definite and "function" not in before.classes

    def all(self, words: Words) -> Iterator[Institution]:
        """Every institution of a view; the anaphoric ones too."""
        last = 0
        for i in words.kinds:
            if i >= last:
                found = self.institution(words, i)
                if found:
                    yield found
                    last = found.last


def _forms(pack: Pack, lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    for row in pack.rows("institutions"):
        for form in row["forms"].split(" | "):
            kind = Kind(row["slug"], row["kind"], row["country"], pack.fold(form))
            if row["kind"] != "nisba":
                yield form, kind
            if row["kind"] != "name" and not pack.fold(form).startswith(lexicon.article):
                yield lexicon.article + form, kind

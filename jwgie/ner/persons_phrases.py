"""How far the complement of a head noun reaches: "minister *of trade and industry of Algeria*", and not into the name after it.

Arabic builds a complement as a chain of nouns in construct, each without the article, that a noun with the article or a
proper name closes (مدير إدارة مكافحة الإرهاب). After that come adjectives with the article, coordinated nouns with it
(التجارة والصناعة), and some prepositional phrases (للشؤون السياسية). A personal name is neither, so it ends the phrase.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from jwgie.ner.persons_lexicon import Lexicon
from jwgie.ner.persons_words import Words

#: Kinds of institutions that are apart from an office with the article.
APART = frozenset({"ministry", "agency", "authority", "company", "institution", "bank", "fund"})
#: A construct chain that waits for its next noun; `maybe` after an adjective that may end the phrase (سكرتير أول).
Need = Literal["yes", "maybe", "no", "end"]


class Style(NamedTuple):
    """What a head allows: `envoy` that a place after في or لدى belongs to it, `spokesman` that باسم does,
    `divides` that an institution after ل is not part of it, with `units` a department neither; `ministry` that
    affairs after ل are not its own (وكيل وزارة الخارجية للشؤون السياسية); `apart` that the head has the article, so that a
    ministry or agency after ل is not part of it (الوكيل الدائم لوزارة الخارجية); `alone` that an organisation after a conjunction is
    another's name (الحكومة السودانية والأمم المتحدة)."""

    envoy: bool = False
    spokesman: bool = False
    divides: bool = False
    units: bool = False
    ministry: bool = False
    apart: bool = False
    alone: bool = False


class Complements:
    """Finds where complements end. `is_head` and `is_institution` tell whether a phrase of that kind begins at a word."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.is_head: Callable[[Words, int], bool] = lambda words, i: False
        self.is_institution: Callable[[Words, int], bool] = lambda words, i: False
        self.is_envoy: Callable[[Words, int], bool] = lambda words, i: False
        self.is_spokesman: Callable[[Words, int], bool] = lambda words, i: False
        self.body: Callable[[Words, int], str] = lambda words, i: ""
        self.divided: Callable[[Words, int], bool] = lambda words, i: False
        self.styled: Callable[[Words, int], int] = lambda words, i: 0
        self.whole: Callable[[Words, int], int] = lambda words, i: 0

    def end(self, words: Words, start: int, need: Need, style: Style) -> int:
        """The index after the last word of the complement that begins at `start` (which may be empty)."""
        i, governed = start, False
        while i < len(words) and need != "end":
            step = self._step(words, i, need, style, governed)
            if step is None:
                break
            if self.is_envoy(words, i):  # the deputy of one has his place
                style = style._replace(envoy=True)
            if self.is_spokesman(words, i):
                style = style._replace(spokesman=True)
            i, need, governed = step
        return self._trim(words, start, i)

    def _trim(self, words: Words, start: int, end: int) -> int:
        while end > start and "function" in words[end - 1].entry.classes:
            end -= 1
        return end

    def _step(self, words: Words, i: int, need: Need, style: Style, governed: bool) -> tuple[int, Need, bool] | None:
        word = words[i]
        entry = word.entry
        if word.breaks or word.label == "DATE":
            return None
        if not entry.letters:
            return self._mark(words, i, need)
        classes = entry.classes
        if entry.conjunction:
            return self._coordinated(words, i, style)
        if need == "no" and entry.unknown and word.text.startswith(self.lexicon.conjunctions[:1]) and self._verbal_noun(words, i, 1):
            return i + 1, "yes", False
        if entry.preposition:
            return self._prefixed(words, i, need, style, governed)
        if "domain" not in classes and classes & {"function", "time"}:
            return self._preposition(words, i, style, governed)
        if "on_behalf" in classes:
            return (i + 1, "yes", False) if style.spokesman else None
        if word.mention and not (entry.given and need != "yes"):
            if word.label == "NATIONALITY" or need != "no":
                return word.last, "no", False
            return (word.last, "no", False) if entry.definite and word.label == "REGION" else None
        whole = self.whole(words, i) if need == "yes" else 0
        if whole:
            return whole, "no", False
        if self.is_head(words, i) and not self._adjectival(words, i):
            if need != "yes":
                return None
            if self.divided(words, i):
                return i + 1, "end", False
            last = i + words.heads[i][0] if "tail" in words.heads[i][1].flags else i + 1  # the deputy of a chargé d'affaires
            return last, "no" if words[last - 1].entry.definite else "yes", False
        if i in words.titles and not (need == "yes" and self._plain(words, i + 1)) and not self._describes(words, i):
            past = i + self.styled(words, i) if need == "yes" else i
            return (
                (past, "yes", False) if past > i and past < len(words) and (self.is_head(words, past) or self.whole(words, past)) else None
            )
        if entry.definite and not word.foreign:
            return self._definite(words, i, need, style)
        return self._bare(words, i, need)

    def _plain(self, words: Words, i: int) -> bool:
        """Whether a title stands for its everyday meaning by what follows: an adjective (رئيس الفريق الفني)."""
        return i < len(words) and words[i].entry.definite and words[i].entry.common and i not in words.titles

    def _describes(self, words: Words, i: int) -> bool:
        """Whether a word that may be a title is an adjective here (المستشار الإعلامي لوزارة ...): no name follows it."""
        entry = words[i].entry
        before = words[i - 1]
        if "adjective" not in entry.classes or not entry.definite or not before.entry.definite or self.is_institution(words, i - 1):
            return False
        after = words[i + 1].entry if i + 1 < len(words) and not words[i + 1].breaks else None
        return after is None or not after.letters or bool(after.preposition or after.conjunction)

    def _adjectival(self, words: Words, i: int) -> bool:
        """Whether a word that may head an office is an adjective here (الأمين العام المساعد, السفير المسؤول عن)."""
        entry = words[i].entry
        return entry.definite and bool(entry.classes & {"adjective", "governor"}) and i > 0 and words[i - 1].entry.definite

    def _mark(self, words: Words, i: int, need: Need) -> tuple[int, Need, bool] | None:
        text = words[i].text
        if text == '"' and need == "yes" and words.is_mark(i + 2, text) and (words[i + 1].entry.definite or words[i + 1].entry.unknown):
            return i + 3, "no", False  # وزير "الخارجية"
        if text == "(":
            for j in range(i + 2, min(i + 9, len(words))):
                if words[j].text == ")":
                    inner = words[i + 1]
                    aside = inner.entry.definite and "adjective" in inner.entry.classes and j > i + 2  # (المقيم في ...)
                    known = not aside and (inner.entry.common or inner.entry.classes or inner.entry.definite)
                    return (j + 1, "no", False) if known else None
            return None
        if text == "-" and i + 1 < len(words) and words[i + 1].label == "NATIONALITY" and words[i - 1].entry.definite:
            return words[i + 1].last, "no", False
        return None

    def _coordinated(self, words: Words, i: int, style: Style) -> tuple[int, Need, bool] | None:
        word = words[i]
        entry = word.entry
        if self.is_head(words, i) or i in words.titles:
            return None
        nisba = entry.core.endswith(self.lexicon.nisba[0])
        if word.label == "NATIONALITY" and entry.definite and words[i - 1].entry.definite and not nisba:
            return word.last, "no", False  # والأفريقية, والمغاربة, والتونسيين; a masculine singular is another side's
        if word.mention:
            place = word.label in ("COUNTRY", "REGION") and words[i - 1].label in ("COUNTRY", "REGION")
            near = word.label == "REGION" or (place and bool(self._last_mention(words, i)))
            return (word.last, "no", False) if near or (word.label == "ORG" and not style.alone) else None
        if not entry.definite and ("noun" in entry.classes or self._verbal_noun(words, i)):
            return i + 1, "yes", False
        if entry.preposition and entry.preposition != self.lexicon.contracted[:1]:
            return None
        known = entry.common or entry.classes or not nisba
        if entry.definite and not word.foreign and not entry.classes & {"function", "time"} and known:
            return (i + 1, "no", False) if "noun" in entry.classes or "object" not in entry.classes else None
        return None

    def _verbal_noun(self, words: Words, i: int, cut: int = 0) -> bool:
        """Whether a word, after a number of letters, has a form that no verb has, and a noun with the article closes it (وعمليات السلام,
        وتمكين المرأة)."""
        return not words[i].entry.preposition and self._closed(words, i, cut)

    def _closed(self, words: Words, i: int, cut: int = 0) -> bool:
        """The same of a word whatever stands joined before it (لمبادرات الرئيس)."""
        entry = words[i].entry
        if entry.name or i + 1 >= len(words) or words[i + 1].breaks:
            return False
        after = words[i + 1]
        closed = after.entry.definite and not after.entry.cut and not after.mention and "object" not in after.entry.classes
        return closed and self.lexicon.nominal.fullmatch(entry.core[cut:]) is not None

    def _last_mention(self, words: Words, i: int) -> bool:
        return words[i - 1].mention is not None

    def _prefixed(self, words: Words, i: int, need: Need, style: Style, governed: bool) -> tuple[int, Need, bool] | None:
        word = words[i]
        entry = word.entry
        if entry.preposition == self.lexicon.contracted[:1]:
            if style.ministry or ("purpose" in entry.classes and not entry.definite):
                return None
            if need != "yes" and ((style.divides and word.label == "ORG") or self._institution(words, i, style)):
                return None
            if word.mention:
                return None if word.label == "NATIONALITY" else (word.last, "no", False)
            if self.is_head(words, i):
                return i + 1, "no" if entry.definite else "yes", False
            if entry.definite and not word.foreign:
                barred = entry.classes & {"time", "purpose"} and "noun" not in entry.classes
                return None if barred else (i + 1, "no", False)
            if entry.classes & {"noun", "unit"} or (entry.common and self.is_institution(words, i)):
                return i + 1, "yes", False
            if "object" not in entry.classes and not entry.classes & {"function", "time", "purpose"} and self._closed(words, i):
                return i + 1, "yes", False
            return (i + 1, "yes", False) if need == "maybe" and entry.common and not entry.name and "purpose" not in entry.classes else None
        if "aside" in entry.classes:
            return i + 1, "no", False
        if governed and entry.preposition:
            return word.last if word.mention else i + 1, "no" if entry.definite or word.mention else "yes", False
        if style.envoy and word.mention and word.label in ("COUNTRY", "CITY"):
            return word.last, "no", False
        return None

    def _institution(self, words: Words, i: int, style: Style) -> bool:
        """Whether an institution after ل is not part of an office."""
        if not self.is_institution(words, i) or words[i].label == "ORG":
            return False
        if style.divides:
            return style.units or "unit" not in words[i].entry.classes
        return style.apart and self.body(words, i) in APART

    def _preposition(self, words: Words, i: int, style: Style, governed: bool) -> tuple[int, Need, bool] | None:
        """A free-standing preposition stays inside with what it needs: في الخارج, لدى روسيا, المسؤول عن ..."""
        if "time" in words[i].entry.classes or i + 1 >= len(words) or words[i + 1].breaks:
            return None
        classes = words[i].entry.classes
        after = words[i + 1]
        if "domain" in after.entry.classes and not after.entry.preposition:
            return i + 2, "no" if after.entry.definite else "yes", False
        if governed or ("place" in classes and style.envoy) or ("at" in classes and self.is_head(words, i + 1)):
            if after.mention:
                return after.last, "no", False
            if self.is_head(words, i + 1) and "place" in classes:
                return i + 2, "no" if after.entry.definite else "yes", False
            if governed:
                return i + 2, "no" if after.entry.definite else "yes", False
            if after.entry.definite and ("at" in classes or not self.is_institution(words, i + 1)):
                return i + 2, "no", False
        if "in" in classes and after.entry.definite and "noun" in after.entry.classes and not after.mention and not after.entry.cut:
            return None if self.is_institution(words, i + 1) else (i + 2, "no", False)  # كاتب الدولة في الهجرة
        return None

    def _definite(self, words: Words, i: int, need: Need, style: Style) -> tuple[int, Need, bool] | None:
        entry = words[i].entry
        if need == "yes":
            return i + 1, "no", bool(entry.classes & {"governor"})
        if entry.classes & {"function", "time"}:
            return None
        if need == "maybe" and entry.common and ("object" not in entry.classes or self._qualified(words, i + 1)):
            return i + 1, "no", False
        if "governor" in entry.classes:
            return None if style.ministry else (i + 1, "no", True)
        if entry.core[len(self.lexicon.article) :].isdigit():
            return i + 1, "no", False
        if entry.classes & {"adjective", "courtesy", "qualifier"} or "qualifier" in words[i - 1].entry.classes:
            return i + 1, "no", False
        if "object" in entry.classes:
            return None
        if not entry.common:  # a family name, unless it is feminine
            feminine = entry.core.endswith(self.lexicon.nisba[1]) and not entry.name
            return (i + 1, "no", False) if feminine or self._before_name(words, i) else None
        return (i + 1, "no", False) if entry.core.endswith(self.lexicon.nisba) else None

    def _qualified(self, words: Words, i: int) -> bool:
        """Whether an adjective with the article stands at an index, so that the noun before it is a field (مدير عام العلاقات الدولية)."""
        if i >= len(words) or words[i].breaks or words[i].entry.cut:
            return False
        entry = words[i].entry
        return entry.definite and (
            words[i].label == "NATIONALITY" or "adjective" in entry.classes or entry.core.endswith(self.lexicon.nisba[1])
        )

    def _before_name(self, words: Words, i: int) -> bool:
        """Whether an unknown relative adjective ends an office, for after a comma a name begins (وزير الطاقة الأذاري، برويز ...)."""
        if not words[i].core.endswith(self.lexicon.nisba[0]) or not words.is_mark(i + 1, "،") or i + 3 >= len(words):
            return False
        first, second = words[i + 2], words[i + 3]
        named = first.entry.given and not first.entry.common and not first.entry.cut and not first.mention
        return named and not second.breaks and (second.entry.unknown or second.entry.name) and not second.entry.conjunction

    def _bare(self, words: Words, i: int, need: Need) -> tuple[int, Need, bool] | None:
        entry = words[i].entry
        if "qualifier" in entry.classes:
            return i + 1, "yes", False
        if need == "no" and words[i - 1].entry.definite and self._surname(words, i + 1):
            return None  # no adjective of what has the article, but a name that looks like one (جوي)
        if "adjective" in entry.classes and not (need == "yes" and "noun" in entry.classes) and (need != "no" or not entry.name):
            return i + 1, "maybe" if need != "no" else "no", "governor" in entry.classes
        if need == "no":
            return None
        if entry.common or entry.classes:
            if need == "maybe" and (entry.name or not self._continues(words, i)):
                return None
            return i + 1, "yes", False
        if need == "maybe" or entry.name:
            return None
        after = words[i + 1] if i + 1 < len(words) else words[i]
        closes = after.entry.definite and "noun" in after.entry.classes and not (after.breaks or after.entry.cut or after.mention)
        return i + 1, "yes" if closes else "no", False

    def _surname(self, words: Words, i: int) -> bool:
        """Whether a word that is none but of a name stands at an index."""
        if i >= len(words) or words[i].breaks or words[i].mention:
            return False
        entry = words[i].entry
        return (entry.unknown or entry.name) and not entry.common and not entry.cut

    def _continues(self, words: Words, i: int) -> bool:
        """Whether a noun after an adjective begins a construct of its own (مدير عام وزارة ...): something must close it."""
        return self.is_institution(words, i) or "noun" in words[i].entry.classes or self.is_head(words, i)

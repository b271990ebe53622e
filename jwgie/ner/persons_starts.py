"""Where a personal name begins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from jwgie.ner.persons_lexicon import Lexicon
from jwgie.ner.persons_words import Words

#: How sure the context is that a name stands here: after an office or a title, after a verb that wants one, or not at all.
Slot = Literal["strong", "weak"]

#: Letters from which on an unknown word may be told for a verb.
VERBAL = 5


class Starts:
    """Which words names begin with, and what single words may be in them. `is_head`, `is_address` and `is_noble` tell
    whether an office, any title, one that never stands alone, and a prince's begin at a word."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.longest = int(lexicon.names_settings["longest"])
        self.unknown = int(lexicon.names_settings["unknown"])
        self.is_head: Callable[[Words, int], bool] = lambda words, i: False
        self.is_mister: Callable[[Words, int], bool] = lambda words, i: False
        self.is_noble: Callable[[Words, int], bool] = lambda words, i: False
        self.is_address: Callable[[Words, int], bool] = lambda words, i: False

    def _begins(self, words: Words, i: int, slot: Slot, conjunction: bool) -> int | None:
        """The view position where a name begins, or None where none can."""
        word = words[i]
        entry = word.entry
        if not entry.letters:
            return None
        if self._initial(words, i) or (entry.latin and self._latin(words, i)):
            return word.start
        if len(entry.core) < 2:
            return None
        spelt = self.lexicon.spelt
        if word.text[1:] in spelt and i + 1 < len(words) and words[i + 1].text in spelt and not entry.given:
            return None  # a preposition and initials (لبي بي سي)
        if entry.latin:
            return word.start if slot == "strong" and word.text not in ("on",) and not entry.common else None
        if word.label == "DATE" or (word.mention and (not entry.given or word.last > i + 1)):
            return None
        barred = entry.classes & {"function", "time", "object", "counterpart", "dual_counterpart"}
        after = words[i + 1].entry if i + 1 < len(words) and not words[i + 1].breaks else None
        named = after is not None and entry.given and self._named(words, i, slot)
        if entry.core in self.lexicon.spelled and after is not None and after.common and not (after.name or after.cut or after.definite):
            return None  # على, written with the final letter of علي: "علي هامش"
        linked = after is not None and after.particle == "link"
        if barred and not (named or (linked and entry.given)):
            return None
        spoken = slot == "weak" and "speech" in entry.classes
        if spoken and after is not None and (after.particle == "prefix" or (after.given and not after.common)):
            return None  # ونوه بدر
        addressed = slot == "strong" and i > 0 and (self.is_address(words, i - 1) or (linked and i - 1 in words.titles))
        if entry.preposition and addressed and not (entry.listed or entry.classes):
            return word.start
        if entry.given or entry.family or entry.particle in ("prefix", "link"):
            if slot == "weak" and (entry.common or not entry.given) and entry.particle != "prefix" and not self._name_follows(words, i):
                return None
            return word.at
        # No verb follows a form of address.
        joined = word.text.startswith(self.lexicon.conjunctions[:1]) or self.is_verbal(word.text)
        if entry.unknown and joined and not conjunction and not ((addressed or (linked and slot == "strong")) and len(word.text) >= VERBAL):
            return None
        if (
            entry.unknown
            and not addressed
            and word.text.startswith(self.lexicon.conjunctions[1:])
            and self.lexicon.is_common(word.text[1:])
        ):
            return None  # فدفعت
        closed = after is not None and after.definite and after.common and not after.cut
        governed = entry.unknown and closed and not addressed and word.text.startswith(self.lexicon.prepositions)
        if governed and self.lexicon.nominal.fullmatch(word.text[1:]):
            return None  # a preposition and a noun of this form in construct (بتبعات الزلزال)
        if entry.definite and not word.foreign:
            titled = slot == "strong" and i > 0 and entry.unknown and i + 1 < len(words) and not words[i + 1].breaks
            titled = titled and i - 1 in words.titles and i not in words.titles
            if slot == "strong" and word.core[len(self.lexicon.article) :] in self.lexicon.given and self._name_follows(words, i):
                return word.at
            if slot == "strong" and (self._called(words, i) or (linked and entry.unknown)):
                return word.at
            after = words[i + 1].entry if i + 1 < len(words) else entry
            return word.at if titled and (after.name or after.unknown or after.particle == "link") else None
        if self.is_head(words, i) or i in words.titles:
            return None
        if entry.classes or (entry.common and not (slot == "strong" and self._turned(words, i, addressed))):
            return None
        for mark in self.lexicon.conjunctions if conjunction else ():
            if word.text.startswith(mark) and len(word.text) > 3:
                return word.start + len(mark)
        return word.start

    def _latin(self, words: Words, i: int) -> bool:
        """Whether words in other letters are a name by what stands behind them: a comma and an office ("K D Dewal، السكرتير")."""
        end = next((j for j in range(i, min(i + self.unknown + 1, len(words))) if not words[j].entry.latin), len(words))
        return end > i + 1 and words.is_mark(end, "،,") and end + 1 < len(words) and self.is_head(words, end + 1)

    def _named(self, words: Words, i: int, slot: Slot) -> bool:
        """Whether a name that is also a function word is the name by what follows it."""
        after = words[i + 1].entry
        namesake = words[i].core in self.lexicon.namesakes
        if (
            slot == "weak"
            and i
            and "before_name" in words[i - 1].entry.classes
            and not words[i - 1].entry.definite
            and after.given
            and not after.cut
        ):
            return not after.common or after.particle != ""  # "headed by Ali Othman", however Ali is spelt
        if slot == "weak":
            return namesake and after.unknown and self.is_head(words, i + 2)
        if "syllable" in after.classes and not after.cut:
            return namesake
        if after.common or after.cut:
            return False
        family = after.definite and not after.classes
        return after.given or after.particle == "prefix" or family or (namesake and (after.unknown or after.family))

    def _called(self, words: Words, i: int) -> bool:
        """Whether an everyday word with the article is all of a name: between السيد and an office or a mark."""
        entry = words[i].entry
        plain = entry.common and not entry.classes and not words[i].mention
        if not plain or not i or not self.is_mister(words, i - 1) or i in words.titles or self.is_head(words, i):
            return False
        return self.is_head(words, i + 1) if i + 1 < len(words) and words[i + 1].entry.letters else False

    def _turned(self, words: Words, i: int, addressed: bool) -> bool:
        """Whether a common word is a name by what follows it, a word that is none: after a form of address any word but an office,
        after an office one that only its affixes make common (عرفان), unless it has the affixes of a verb."""
        if i + 1 >= len(words) or words[i + 1].breaks or words[i + 1].mention or i + 1 in words.titles:
            return False
        entry, after = words[i].entry, words[i + 1].entry
        family = not after.common and not after.classes and (after.unknown or after.family or (after.definite and not after.cut))
        if addressed or not family:
            return family and not entry.cut
        verb = entry.core.endswith(self.lexicon.endings) or entry.core[0] in self.lexicon.initials
        return not (entry.listed or entry.cut or verb)

    def _name_follows(self, words: Words, i: int) -> bool:
        if i + 1 >= len(words) or i + 1 in words.titles:
            return False
        entry = words[i + 1].entry
        if entry.definite and entry.core[len(self.lexicon.article) :] in self.lexicon.given:
            return True
        return (entry.name and not entry.common) or bool(entry.particle) or entry.unknown or (entry.definite and not entry.common)

    def _initial(self, words: Words, i: int) -> bool:
        """A letter with a full stop, or several (ك. د. ديوال), before a name."""
        word = words[i]
        return (
            (len(word.text) <= 2 or word.text in self.lexicon.spelt)
            and word.entry.letters
            and i + 2 < len(words)
            and words[i + 1].text == "."
            and words[i + 1].joined
            and words[i + 2].entry.letters
            and not words[i + 2].breaks
            and (
                len(words[i + 2].text) <= 2
                or words[i + 2].text in self.lexicon.spelt
                or words[i + 2].entry.unknown
                or words[i + 2].entry.name
            )
        )

    def _closes(self, words: Words, i: int) -> bool:
        """Whether a word is the last before a mark or the end of the line."""
        return i + 1 >= len(words) or words[i + 1].breaks or not words[i + 1].entry.letters

    def _surname(self, words: Words, i: int) -> bool:
        """Whether a word that no lexicon has, and that is no verb by its look, stands at an index."""
        return (
            i < len(words) and not words[i].breaks and words[i].entry.unknown and not words[i].mention and not self.is_verbal(words[i].text)
        )

    def is_verbal(self, text: str) -> bool:
        """Whether an unknown word has the look of a verb in the imperfect."""
        return len(text) >= VERBAL and text.startswith(self.lexicon.verbs)

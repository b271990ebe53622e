"""Which words go on with a personal name that has begun."""

from __future__ import annotations

from jwgie.ner.persons_starts import VERBAL, Starts
from jwgie.ner.persons_words import Words

#: Classes of words that never go on with a name.
NO_NAME = frozenset({"function", "time", "counterpart", "dual_counterpart"})
#: Those of words that begin something new.
_TURNS = frozenset({"speech", "counterpart", "dual_counterpart"})


class Continuing(Starts):
    """Which words are still part of a name, by lexicons, by their form and by what follows them."""

    def _wants_more(self, words: Words, i: int) -> bool:
        """Whether a particle can be followed by the next word as part of the name."""
        if i + 1 >= len(words) or words[i + 1].breaks:
            return False
        entry = words[i + 1].entry
        if not entry.letters:
            return False
        if "function" in words[i].entry.classes and not (entry.unknown or (entry.name and not entry.common)):
            return False
        return not entry.classes & NO_NAME and not entry.preposition

    def _goes_on(self, words: Words, i: int, count: int, after_link: bool) -> bool:
        """Whether a word after the first is still part of the name."""
        word = words[i]
        entry = word.entry
        if word.label == "DATE" and not (after_link or (entry.family and not entry.cut)):
            return False
        if after_link:
            return not entry.conjunction
        if entry.particle == "suffix" and not entry.conjunction and not entry.preposition:
            return True
        if entry.particle == "link" and not entry.conjunction and not entry.preposition and self._wants_more(words, i):
            return not entry.classes or words[i + 1].entry.name or words[i + 1].entry.unknown
        if entry.unknown and self._purpose(word.text):
            return False
        if self._divine(words, i):
            return True
        if entry.preposition and count > 1 and words[i - 1].text in self.lexicon.spelt and not entry.definite:
            return True  # فينود جيه بهادي
        if entry.conjunction and self._joined_look(words, i, count):
            return True
        if entry.conjunction or (entry.preposition and not self._foreign(words, i, count)):
            return False
        if entry.latin and not entry.common and not word.mention:
            return words[i - 1].entry.latin or self._initial(words, i - 2)
        if entry.name:
            if word.mention and not entry.given and word.label != "CITY":
                return False
            if self.is_head(words, i):
                return False
            if "function" in entry.classes and not (word.core in self.lexicon.namesakes and self._closes(words, i)):
                return False
            if not (entry.common or entry.classes) or self._boundary(words, i + 1) or (entry.given and self._surname(words, i + 1)):
                return True
            before = words[i - 1].entry  # a given name alone is rare, but for princes: "Nizar Baraka talks"
            return count == 1 and before.given and not before.common and not (i > 1 and self.is_noble(words, i - 2))
        if "syllable" in entry.classes and count >= 2 and not entry.cut:
            return i + 1 < len(words) and not words[i + 1].entry.letters  # Chinese syllables: ليو هي
        if "syllable" in entry.classes and count == 1 and not entry.cut and words[i - 1].core in self.lexicon.foreign:
            return self._surname(words, i + 1) or (not self._closes(words, i) and words[i + 1].entry.given)  # بان كي مون
        if entry.classes & NO_NAME:
            return False
        if self.is_head(words, i):
            given = words[i - 1]
            family = entry.definite and given.entry.given and self._closes(words, i)  # "Hisham Mousa al-Naqib,"
            family = family and given.core not in self.lexicon.foreign
            stem = entry.core[len(self.lexicon.article) :]
            linked = i + 1 < len(words) and words[i + 1].entry.particle == "link" and self._wants_more(words, i + 1)
            if linked and entry.definite and given.entry.given and not given.entry.common:
                return True  # محمد الأمين ولد ...
            if entry.definite and given.entry.given and stem in self.lexicon.given and not self.is_noble(words, i):
                return self._closes(words, i) or self._turns(words, i + 1) or bool(words[i + 1].entry.conjunction)  # سالم محمد الأمين
            return family or (count == 1 and (self._closes(words, i) or (entry.definite and self._boundary(words, i + 1))))
        if entry.definite and not word.foreign:
            return self._family(words, i, count)
        if count == 1 and entry.listed and not entry.classes and not word.mention and not entry.cut and self._closes(words, i):
            before = words[i - 1].entry  # a given name alone before a mark is rare, but for princes
            adverb = word.core.endswith(self.lexicon.endings) or entry.latin
            if before.given and not before.common and not adverb and i > 1 and i - 2 in words.titles and not self.is_noble(words, i - 2):
                return True
        ends = i + 1 >= len(words) or not words[i + 1].entry.letters
        if ends and entry.classes == {"adjective"} and not entry.definite and (count == 1 or words[i - 1].entry.unknown):
            return True
        if count == 1 and entry.common and not entry.listed and not entry.classes and not word.mention:
            return not entry.latin and self._boundary(words, i + 1)
        if entry.common and not (entry.classes or word.mention or entry.latin or entry.cut):
            return self._everyday(words, i, ends)
        if (
            words[i - 1].entry.definite
            and not words[i - 1].foreign
            and words[i - 2].entry.particle not in ("prefix", "link")
            and words[i - 1].entry.particle != "suffix"
            and not (ends or self.is_head(words, i + 1))
        ):
            return False  # a family name with the article is the last word
        closed = ends or self.is_head(words, i + 1)
        half = words[i - 1].core in self.lexicon.foreign or (words[i - 1].entry.unknown and closed)
        longest = VERBAL - 1 if half else VERBAL + 1
        if len(word.core) < 2 and not self._initial(words, i):
            return False
        whole = count == 1 and len(word.text) >= longest and word.text.isalpha()
        if word.text.startswith(self.lexicon.conjunctions[:1]) and not whole:
            return False  # of unknown words with a و at their head more are "and ..." than names
        whole = count == 1 and words[i - 1].core in self.lexicon.foreign  # such a name is none without another
        if self.is_verbal(word.text) and not (ends or whole):
            return False
        if word.label == "CITY" and count == 1 and not entry.common and not entry.classes:
            return self._boundary(words, i + 1)
        return not (i in words.titles or word.mention or entry.common or entry.classes or entry.latin)

    def _everyday(self, words: Words, i: int, ends: bool) -> bool:
        """Whether a common word without the article is part of a name: one that only its ending makes known, of the form of family names
        (طوري), where no noun follows that it could govern; one before a mark, where an object would have an ending of its case; one
        between names (أحمد معلم فقي)."""
        word, before = words[i], words[i - 1].entry
        family = word.core.endswith(self.lexicon.nisba[0]) and not (word.entry.listed or self.is_verbal(word.text))
        if family and (before.name or before.unknown):
            return ends or not words[i + 1].entry.definite or bool(words[i + 1].entry.cut)
        if not before.given or before.common:
            return False
        after = words[i + 1].entry if not ends else None
        if after is not None and i > 1 and i - 2 in words.titles and "function" in after.classes and words[i - 2].entry.definite:
            return not word.core.endswith(self.lexicon.object_endings)  # السفير تميم خلاف إن
        if ends:
            return not word.core.endswith(self.lexicon.object_endings)
        after = words[i + 1].entry
        return after.given and not (after.common or after.classes or after.cut) and self._boundary(words, i + 2)

    def _foreign(self, words: Words, i: int, count: int) -> bool:
        """Whether what looks like a preposition is part of a foreign name: no lexicon has what follows it (سانشيز بالومينو)."""
        word = words[i]
        before = words[i - 1]
        known = before.core in self.lexicon.foreign or (before.entry.unknown and (count > 1 or self._closes(words, i)))
        joined = word.entry.preposition == self.lexicon.prepositions[0] or not word.entry.definite
        # Nobody is likened to a bare name: "كارون" after a first name is one word.
        likened = word.entry.preposition == self.lexicon.prepositions[-1] and word.entry.given and count == 1 and self._closes(words, i)
        if likened and not word.entry.definite and not before.entry.common and (before.entry.unknown or before.entry.given):
            return True
        return known and joined and word.entry.unknown and not word.mention

    def _divine(self, words: Words, i: int) -> bool:
        """Whether a word is the first half of a name with God's (محمد حفظ الرحمن), and no blessing (حفظه الله)."""
        if i + 1 >= len(words) or words[i + 1].breaks or words[i + 1].core not in self.lexicon.divine or words[i + 1].entry.cut:
            return False
        entry, before = words[i].entry, words[i - 1].entry
        plain = not (entry.definite or entry.cut or words[i].mention) and entry.classes.isdisjoint(NO_NAME | {"object", "speech"})
        return plain and before.given and not before.common and not entry.core.endswith(self.lexicon.objects)

    def _joined_look(self, words: Words, i: int, count: int) -> bool:
        """Whether what looks like the second of two conjunctions is the first letter of a family name: right behind a given name and
        before a mark or what cannot go on with a verb (عدنان فنجري)."""
        word, before = words[i], words[i - 1].entry
        second = word.text[:1] in self.lexicon.conjunctions[1:] and not word.entry.definite and not word.mention
        end = self._closes(words, i) or self._turns(words, i + 1)
        return second and count == 1 and before.given and not before.common and len(word.text) >= VERBAL - 1 and end

    def _purpose(self, text: str) -> bool:
        """Whether an unknown word is "in order to" and a verb with its object or its subject joined to it (ليطلعه, ليبحثا)."""
        begins = text[:1] == self.lexicon.contracted[:1] and text[1:2] in tuple(self.lexicon.initials)
        return begins and len(text) > VERBAL and text.endswith(self.lexicon.objects)

    def _family(self, words: Words, i: int, count: int) -> bool:
        """Whether a word with the article is a family name here (محمد العامور) or goes on with the sentence (محمد الماضي)."""
        word = words[i]
        entry = word.entry
        stem = entry.core[len(self.lexicon.article) :]
        if i in words.titles:
            told = words[i - 2].entry.particle == "link" and self._turns(words, i + 1)  # أحمد بن إبراهيم الملا
            return self._closes(words, i) or told or (count == 1 and self._boundary(words, i + 1))
        nisba = word.core.endswith(self.lexicon.nisba[0])
        if word.label == "NATIONALITY":
            return nisba and (count == 1 or self._boundary(words, i + 1))
        if word.mention and word.label in ("COUNTRY", "ORG", "REGION"):
            return False
        if not entry.common and not entry.classes:
            named = words[i - 2].entry.particle == "link" and self._boundary(words, i + 1)  # خالد بن محمد العطية إن
            ends = self._closes(words, i) or self._turns(words, i + 1) or named
            return count == 1 or not word.core.endswith(self.lexicon.nisba[1]) or (ends and not words[i - 1].entry.definite)
        if "object" in entry.classes:
            return False
        if stem in self.lexicon.given:
            return True
        if nisba and "adjective" not in entry.classes:
            return not words[i - 1].entry.definite or self._boundary(words, i + 1)
        marked = nisba and i + 1 < len(words) and not words[i + 1].entry.letters
        before = words[i - 1].entry
        if count == 1 and before.given and not before.common and not entry.classes and not word.core.endswith(self.lexicon.plural):
            # A given name alone is none but of princes.
            return i < 2 or not self.is_noble(words, i - 2)
        told = i > 1 and words[i - 2].entry.particle == "link" and not (entry.classes or before.definite)  # بن محمد العيبان
        if count > 2 and told and (self._closes(words, i) or words[i + 1].entry.conjunction or self._turns(words, i + 1)):
            return True
        if count > 2 and told and words[i + 1].entry.definite and self._clan(words, i + 1):
            return True  # بن ناصر الشايع العنزي وكيل ...
        if count > 3 and before.definite and words[i - 3].entry.particle == "link" and not entry.classes and not words[i - 1].entry.classes:
            return self._turns(words, i + 1) or words.is_mark(i + 1, "،,")  # بن حمد العقيل النابت قائد ...
        after = words.is_mark(i + 1, "،,") or (not entry.listed and self._turns(words, i + 1))
        if after and count > 1 and before.given and not (before.common or entry.classes):
            return True  # خليفة شاهين المرر، مساعد وزير ...
        if count > 1 and words.is_mark(i + 1, "،,") and i + 2 < len(words) and self.is_head(words, i + 2) and not entry.classes:
            return not (words[i + 2].entry.cut or words[i].mention or i in words.titles)  # محمد الحنشي الكتاب، المدير العام ...
        if i + 1 < len(words) and self.is_head(words, i + 1) and not words[i + 1].entry.cut and not entry.classes:
            return before.given and not before.definite  # خليفة شاهين المرر مساعد وزير ...
        return (count == 1 and self._boundary(words, i + 1)) or (marked and not before.definite and not before.common)

    def _clan(self, words: Words, i: int) -> bool:
        """Whether a word with the article is a second family name: of the form of relation, before what is not of the name."""
        word = words[i]
        alone = not word.mention and not word.entry.classes and word.label != "NATIONALITY"
        return alone and word.core.endswith(self.lexicon.nisba[0]) and (self._turns(words, i + 1) or self._boundary(words, i + 1))

    def _turns(self, words: Words, i: int) -> bool:
        """Whether a word begins what cannot go on with a noun before it: an office, a counterpart, a verb of saying, a time."""
        if i >= len(words):
            return True
        return bool(words[i].entry.classes & _TURNS) or words[i].label == "DATE" or self.is_head(words, i)

    def _boundary(self, words: Words, i: int) -> bool:
        """Whether a phrase can end before a word: a mark, a conjunction, a function word, an office, an unknown family name."""
        if i >= len(words) or words[i].breaks:
            return True
        word = words[i]
        entry = word.entry
        if not entry.letters:
            return True
        if entry.conjunction or entry.preposition or entry.particle in ("link", "suffix", "prefix"):
            return True
        if entry.classes & {"function", "time", "speech", "counterpart"} or self.is_head(words, i):
            return True
        return (entry.name and not entry.common) or (entry.definite and not entry.common and not entry.classes)

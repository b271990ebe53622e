"""Where a personal name ends. Arabic has no capitals: names are told by lexicons, by particles (بن, آل, أوغلو), by the form of family
names (الصفدي) and, in a place where a name must stand, by being no word of the news."""

from __future__ import annotations

from typing import NamedTuple

from jwgie.ner.persons_starts import VERBAL, Slot, Starts
from jwgie.ner.persons_words import Words

#: Marks that a name may stand between. A stroke is one where another closes it.
_QUOTES = "\"'/"
#: Words that a name in quotation marks has at most.
_QUOTED = 6


class Name(NamedTuple):
    """Words ``[first, last)`` are a name, its first character at view position `at`. `stop` is after a closing quotation mark.
    `sure`: lexicons know it, so it can stand without a title."""

    first: int
    last: int
    at: int
    stop: int
    sure: bool


class Names(Starts):
    """The name grammar of a pack."""

    def name(self, words: Words, i: int, slot: Slot, *, conjunction: bool = False) -> Name | None:
        """The name that begins at a word, or None. `conjunction`: a و before it is one, even where no lexicon knows the rest."""
        quoted = i < len(words) and words[i].text in _QUOTES and slot == "strong"
        start = i + quoted
        if start >= len(words) or (words[start].breaks and start > i):
            return None
        if told := words.names.get(start):
            return Name(start, told, words[start].at, told + (quoted and words.is_mark(told, _QUOTES)), True)
        at = self._begins(words, start, slot, conjunction)
        if at is None:
            return None
        last, known = self._end(words, start)
        if quoted:
            last = self._closing(words, start)
        if last is None:
            return None
        stop = last + quoted
        longer = 2 + (words[start].entry.common and not _wanted(words, start))
        sure = known >= 1 and last - start >= longer and self._sure(words, start, last)
        return Name(start, last, at, stop, sure)

    def _end(self, words: Words, start: int) -> tuple[int | None, int]:
        """The index after the name's last word, and how many of its words lexicons of names have."""
        i, known, unknown, count, after_link = start, 0, 0, 0, False
        last: int | None = None
        while i < len(words) and count < self.longest:
            word = words[i]
            entry = word.entry
            if i > start:
                if word.breaks:
                    break
                if word.text == "-" and word.joined and i + 1 < len(words) and words[i + 1].joined and words[i + 1].entry.letters:
                    i += 1
                    last = i + 1
                    i += 1
                    count += 1
                    continue
                if word.text == "-" and self._spaced(words, i):
                    i += 2
                    last = i
                    count += 1
                    continue
                if word.text == "." and word.joined and self._initial(words, i - 1):
                    i += 1
                    continue
                if not entry.letters:
                    break
                if not self._initial(words, i) and not self._goes_on(words, i, count, after_link):
                    break
            if self._initial(words, i):
                i += 1
                count += 1
                continue
            link = entry.particle in ("link", "prefix") and self._wants_more(words, i)
            if link and not (entry.name and i == start):
                i += 1
                after_link = True
                count += 1
                continue
            if entry.name:
                known += 1
            elif not entry.particle:
                unknown += 1
            if unknown > self.unknown:
                break
            after_link = False
            i += 1
            count += 1
            last = i
        return last, known

    def _closing(self, words: Words, start: int) -> int | None:
        """The index of the mark that closes a quoted name, which is a name as a whole."""
        for i in range(start + 1, min(start + _QUOTED, len(words))):
            if words[i].text == words[start - 1].text:
                return i
            inner = words[i].entry
            plain = inner.definite and inner.common and inner.core[len(self.lexicon.article) :] not in self.lexicon.given
            if words[i].breaks or plain or not (inner.letters or words[i].text in ".-") or inner.classes & {"function", "time"}:
                return None
        return None

    def _spaced(self, words: Words, i: int) -> bool:
        """Whether a dash between spaces is inside a double name: one unknown word follows, and then an office."""
        if i + 2 >= len(words) or words[i + 1].breaks or words[i + 1].mention:
            return False
        return (words[i + 1].entry.unknown or words[i + 1].entry.family) and self.is_head(words, i + 2)

    def _wants_more(self, words: Words, i: int) -> bool:
        """Whether a particle can be followed by the next word as part of the name."""
        if i + 1 >= len(words) or words[i + 1].breaks:
            return False
        entry = words[i + 1].entry
        if not entry.letters:
            return False
        if "function" in words[i].entry.classes and not (entry.unknown or (entry.name and not entry.common)):
            return False
        return not entry.classes & {"function", "time"} and not entry.preposition

    def _goes_on(self, words: Words, i: int, count: int, after_link: bool) -> bool:
        """Whether a word after the first is still part of the name."""
        word = words[i]
        entry = word.entry
        if word.label == "DATE" and not after_link:
            return False
        if after_link:
            return not entry.conjunction
        if entry.particle == "suffix" and not entry.conjunction and not entry.preposition:
            return True
        if entry.particle == "link" and not entry.conjunction and not entry.preposition and self._wants_more(words, i):
            return not entry.classes or words[i + 1].entry.name or words[i + 1].entry.unknown
        if entry.preposition and count > 1 and words[i - 1].text in self.lexicon.spelt and not entry.definite:
            return True  # فينود جيه بهادي
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
            return not (entry.common or entry.classes) or self._boundary(words, i + 1) or (entry.given and self._surname(words, i + 1))
        if "syllable" in entry.classes and count >= 2 and not entry.cut:
            return i + 1 < len(words) and not words[i + 1].entry.letters  # Chinese syllables: ليو هي
        if "syllable" in entry.classes and count == 1 and not entry.cut and words[i - 1].core in self.lexicon.foreign:
            return self._surname(words, i + 1)  # بان كي مون
        if entry.classes & {"function", "time", "counterpart", "dual_counterpart"}:
            return False
        if self.is_head(words, i):
            family = entry.definite and words[i - 1].entry.given and self._closes(words, i)  # "Hisham Mousa al-Naqib,"
            return family or (count == 1 and (self._closes(words, i) or (entry.definite and self._boundary(words, i + 1))))
        if entry.definite and not word.foreign:
            return self._family(words, i, count)
        if count == 1 and entry.listed and not entry.classes and not word.mention and not entry.cut and self._closes(words, i):
            before = words[i - 1].entry  # a given name alone before a mark is rare, but for princes
            adverb = word.core.endswith(self.lexicon.endings) or entry.latin
            if before.given and not before.common and not adverb and i > 1 and i - 2 in words.titles and not self.is_noble(words, i - 2):
                return True
        ends = i + 1 >= len(words) or not words[i + 1].entry.letters
        if count == 1 and ends and entry.classes == {"adjective"} and not entry.definite:
            return True
        if count == 1 and entry.common and not entry.listed and not entry.classes and not word.mention:
            return not entry.latin and self._boundary(words, i + 1)
        plain = entry.common and not (entry.listed or entry.classes or word.mention or entry.latin)
        if ends and plain and word.core.endswith(self.lexicon.nisba[0]):
            return words[i - 1].entry.given  # بن أحمد نقلي
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
        if self._verbal(word.text) and not (ends or whole):
            return False
        if word.label == "CITY" and count == 1 and not entry.common and not entry.classes:
            return self._boundary(words, i + 1)
        return not (i in words.titles or word.mention or entry.common or entry.classes or entry.latin)

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

    def _family(self, words: Words, i: int, count: int) -> bool:
        """Whether a word with the article is a family name here (محمد العامور) or goes on with the sentence (محمد الماضي)."""
        word = words[i]
        entry = word.entry
        stem = entry.core[len(self.lexicon.article) :]
        if i in words.titles:
            return self._closes(words, i) or (count == 1 and self._boundary(words, i + 1))
        nisba = word.core.endswith(self.lexicon.nisba[0])
        if word.label == "NATIONALITY":
            return nisba and (count == 1 or self._boundary(words, i + 1))
        if word.mention and word.label in ("COUNTRY", "ORG", "REGION"):
            return False
        if not entry.common and not entry.classes:
            return (
                count == 1 or not word.core.endswith(self.lexicon.nisba[1]) or (self._closes(words, i) and not words[i - 1].entry.definite)
            )
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
        if count > 2 and told and (self._closes(words, i) or words[i + 1].entry.conjunction):
            return True
        if count > 1 and before.given and not (before.common or entry.classes) and words.is_mark(i + 1, "،,"):
            return True  # خليفة شاهين المرر، مساعد وزير ...
        if i + 1 < len(words) and self.is_head(words, i + 1) and not words[i + 1].entry.cut and not entry.classes:
            return before.given and not before.definite  # خليفة شاهين المرر مساعد وزير ...
        return (count == 1 and self._boundary(words, i + 1)) or (marked and not before.definite and not before.common)

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

    def _sure(self, words: Words, first: int, last: int) -> bool:
        """Whether lexicons know enough of a name for it to stand without title or office."""
        entry = words[first].entry
        if not (entry.given or entry.particle == "prefix"):
            return False
        if words[first].mention:
            return False
        if entry.common and not _wanted(words, first):
            return any(e.given or e.particle == "link" for e in (words[j].entry for j in range(first + 1, last)))
        rest = [words[j].entry for j in range(first + 1, last) if words[j].entry.letters]
        return any(e.particle in ("link", "suffix") or e.unknown or (not e.common and (e.name or e.definite)) for e in rest)


def _wanted(words: Words, i: int) -> bool:
    """Whether the word before wants a name after it: a verb of leading, meeting or saying."""
    return i > 0 and bool(words[i - 1].entry.classes & {"before_name", "speech"})

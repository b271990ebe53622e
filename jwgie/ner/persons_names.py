"""Where a personal name ends. Arabic has no capitals: names are told by lexicons, by particles (بن, آل, أوغلو), by the form of family
names (الصفدي) and, in a place where a name must stand, by being no word of the news."""

from __future__ import annotations

from typing import NamedTuple

from jwgie.ner.persons_going_on import Continuing
from jwgie.ner.persons_starts import Slot
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


class Names(Continuing):
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
            plain = plain and not (i == start + 1 and words[start].entry.given and not words[start].entry.common)  # "يوسف الشمالي"
            if words[i].breaks or plain or not (inner.letters or words[i].text in ".-") or inner.classes & {"function", "time"}:
                return None
        return None

    def _spaced(self, words: Words, i: int) -> bool:
        """Whether a dash between spaces is inside a double name: one unknown word follows, and then an office."""
        if i + 2 >= len(words) or words[i + 1].breaks or words[i + 1].mention:
            return False
        return (words[i + 1].entry.unknown or words[i + 1].entry.family) and self.is_head(words, i + 2)

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

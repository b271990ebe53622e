"""A description of a person as a whole: what stands before the name, and the offices and the institution behind it."""

from __future__ import annotations

from jwgie.ner.offices import Office
from jwgie.ner.persons_leads import COMMAS, Affiliation, Described, Lead, Leads
from jwgie.ner.persons_names import Name
from jwgie.ner.persons_words import Words

QUOTES = "\"'"
#: So many offices one person has at most.
MOST = 4
#: So many words and marks a name in Latin letters between brackets has at most.
LATIN = 8


class Appositions(Leads):
    """Reads what belongs to a name that has been found."""

    def _style_at(self, words: Words, i: int) -> bool:
        """Whether a style of address begins a new description at a word (سعادة)."""
        title = words.titles.get(i)
        return bool(title and title[1] == "style")

    def _title_at(self, words: Words, i: int) -> bool:
        if i >= len(words) or words[i].breaks or words[i].entry.conjunction or words[i].entry.preposition:
            return False
        return i in words.titles

    def _past_nickname(self, words: Words, i: int) -> int:
        """After what somebody is called besides, in quotation marks (فلان "أبو فلان") or in other letters, or where it is."""
        if words.is_mark(i, '"') and i + 1 < len(words) and words[i + 1].entry.particle == "prefix":
            return words.past_pair(i, 5)
        if words.is_mark(i, "(") and i + 1 < len(words) and words[i + 1].entry.latin:  # as it is written in Latin letters
            return next((j + 1 for j in range(i + 2, min(i + LATIN, len(words))) if words[j].text == ")"), i)
        return i

    def _describe(self, words: Words, lead: Lead, name: Name, party: str | None, counterpart: bool) -> Described:
        last = self._past_nickname(words, name.stop)
        after, affiliation, end = self._apposition(words, last, lead)
        affiliation = affiliation or lead.affiliation
        body = (affiliation.first, affiliation.last) if affiliation else None
        party = party or self.parties.of_person(words, lead.offices, after, body)
        return Described(lead.first if lead.titles or lead.offices else name.first, end or last, name, lead.titles,
                         lead.offices, after, affiliation, party, counterpart)  # fmt: skip

    def _apposition(self, words: Words, i: int, lead: Lead) -> tuple[list[Office], Affiliation | None, int | None]:
        """The offices after a name, with or without a comma, their institution, and where they end."""
        if i < len(words) and words[i].text in QUOTES and words[i].joined:
            i += 1
        dashed = self._dashed(words, i)
        j = i if dashed else self._aside(words, i)
        comma = dashed or (j < len(words) and words[j].text in COMMAS)
        if comma:
            j += 1
        bracket = j < len(words) and words[j].text == "("
        if bracket:
            j += 1
        if j >= len(words) or (words[j].breaks and j > i) or words[j].entry.conjunction or words[j].entry.preposition:
            return [], None, None
        offices = self.offices.stack(words, j)
        if offices and not comma and not bracket and not lead.titles and offices[0].head.number != "singular":
            return [], None, None
        title = words.titles.get(j)
        alone = len(offices) == 1 and offices[0].bare and not self.affiliation_of(words, offices[0])
        if (
            not offices
            or (offices[0].bare and title and len(offices) == 1)
            or (alone and (lead.offices or lead.titles or not words[j].entry.definite))
        ):
            return [], None, None
        affiliation = self.affiliation_of(words, offices[-1])
        stop, end = _after(offices, affiliation)
        titled = self._title_at(words, stop) and (lead.offices or comma or not self._style_at(words, stop))
        titled = titled and not (comma and not lead.offices and self._has_own(words, stop))
        if titled or self.name_at(words, self._past_place(words, stop) or stop):
            return [], None, None
        if lead.offices and comma and words.is_mark(stop, COMMAS):
            name = self.name_at(words, stop + 1)
            if name and name.sure:
                return [], None, None  # "the minister so-and-so, the ambassador of ..., so-and-so"
        while stop < len(words) and words[stop].entry.conjunction and not words[stop].breaks and not affiliation:
            more = self.offices.stack(words, stop)
            if not more or more[0].bare or self.name_at(words, more[-1].stop) or self._title_at(words, more[-1].stop):
                break
            offices += more
            affiliation = self.affiliation_of(words, more[-1])
            stop, end = _after(offices, affiliation)
        if comma and not affiliation and words.is_mark(stop, COMMAS):
            apart = self.affiliation(words, stop + 1)  # "the joint secretary, at the ministry of ...,"
            if apart and apart.institution and words.is_mark(apart.stop, COMMAS):
                affiliation = apart
                stop, end = _after(offices, affiliation)
        while not affiliation and len(offices) < MOST and words.is_mark(stop, COMMAS) and stop + 1 < len(words):
            more = self.offices.stack(words, stop + 1)
            plain = more and not more[0].bare and not words[stop + 1].entry.definite and not words[stop + 1].entry.cut
            body = self.affiliation_of(words, more[-1]) if plain else None
            past = body.stop if body else more[-1].stop if plain else stop
            if not plain or self.name_at(words, past) or self._title_at(words, past):
                break
            offices += more
            affiliation = body
            stop, end = _after(offices, affiliation)
        if affiliation and stop < len(words) and stop in words.heads and not (words[stop].entry.cut or words[stop].breaks):
            more = self.offices.stack(words, stop)  # "commander of the forces, minister of defence" without the comma
            if more and not more[0].bare and not words[stop].entry.definite and not self.name_at(words, more[-1].stop):
                offices += more
                affiliation = self.affiliation_of(words, more[-1])
                stop, end = _after(offices, affiliation)
        if bracket and stop < len(words) and words[stop].text == ")":
            end = stop + 1
        return offices, affiliation, end

    def _has_own(self, words: Words, i: int) -> bool:
        """Whether the person whose title stands at a word has an office behind the name: the one before is another's ("A, the minister
        of aviation, Eng. B, minister of transport")."""
        name = self.name_at(words, i + words.titles[i][0])
        if name is None or name.stop >= len(words) or words[name.stop].breaks:
            return False
        own = self.offices.stack(words, name.stop)
        return bool(own) and not own[0].bare and not words[name.stop].entry.conjunction and not words[name.stop].entry.preposition

    def _dashed(self, words: Words, i: int) -> bool:
        """Whether a dash between spaces, where others put a comma, comes before the office of whom it follows (فلان - وزير النقل -)."""
        if not words.is_mark(i, "-") or words[i].joined or i + 1 >= len(words) or words[i + 1].breaks or words[i + 1].entry.cut:
            return False
        office = self.offices.office(words, i + 1)
        return office is not None and not office.bare

    def _aside(self, words: Words, i: int) -> int:
        """After a blessing between dashes (- حفظه الله -), or where it is."""
        return words.past_pair(i, 7) if words.is_mark(i, "-") and not words[i].joined else i


def _after(offices: list[Office], affiliation: Affiliation | None) -> tuple[int, int]:
    """Where reading goes on after offices and their body, and where the description ends."""
    if affiliation is None:
        return offices[-1].stop, offices[-1].last
    return affiliation.stop, affiliation.last

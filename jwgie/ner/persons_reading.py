"""Reading descriptions of people from left to right: titles and offices, the name, and what stands after it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from jwgie.ner.offices import ENVOYS, Office
from jwgie.ner.persons_apposition import Appositions
from jwgie.ner.persons_going_on import NO_NAME
from jwgie.ner.persons_leads import COMMAS, PLACE, Described, Lead
from jwgie.ner.persons_lexicon import COUNTERPARTS
from jwgie.ner.persons_names import Name
from jwgie.ner.persons_words import Words

#: How many words and marks after the beginning of a name the office of an unknown person begins at the latest.
FOLLOWS = 16


class Reader(Appositions):
    """Finds descriptions of people in the words of a view."""

    def scan(self, words: Words) -> Iterator[Described | Office]:
        """The descriptions, and the offices that name nobody, in order."""
        reached, person_end = 0, -1
        heads = deque(sorted(words.heads))
        for i in words.openers:
            if i < reached:
                continue
            classes = words[i].entry.classes
            if not classes.isdisjoint(COUNTERPARTS):
                people = list(self.counterparts(words, i, "dual_counterpart" in classes))
                if people:
                    yield from people
                    reached = person_end = people[-1].last
                    continue
            lead = self.lead(words, i) if i in words.titles or i in words.heads else None
            if lead and self._namesake(words, i) and not lead.offices:
                name = self.names.name(words, lead.stop, "strong")  # an airport, a university: nobody
                reached = name.stop if name else i + 1
            elif lead:
                found = list(self.led(words, lead))
                yield from found
                people = [p for p in found if isinstance(p, Described)]
                if people:
                    reached = person_end = max(people[-1].last, i + 1)
                    continue
                yield from lead.offices
                # Of titles in a row without a name, the last may still be something else.
                reached = max(lead.offices[-1].stop if lead.offices else lead.titles[-1][0], i + 1)
            else:
                while heads and heads[0] < i:
                    heads.popleft()
                entry = words[i].entry
                told = i in words.names or entry.given or entry.particle == "prefix" or (i and "before_name" in words[i - 1].entry.classes)
                if not told and not (heads and heads[0] - i <= FOLLOWS):
                    continue  # no name that lexicons know, and no office can follow
                after_person = person_end >= 0 and not any(word.entry.letters for word in words[person_end:i])
                inside = any(words[j].mention and words[j].last > i for j in range(max(0, i - PLACE), i))
                person = self.bare(words, i, after_person) if words[i].mention or not inside else None
                if person:
                    yield person
                    reached = person_end = person.last

    def _namesake(self, words: Words, i: int) -> bool:
        """Whether a thing that bears a name stands before a word (مطار فلان), which has no article then."""
        before = words[i - 1].entry if i else None
        return before is not None and "named_after" in before.classes and not before.definite

    def _of_another(self, words: Words, lead: Lead, person: Described) -> bool:
        """Whether the office before a name is another's, for the name has one of another side after it ("the Omani minister met
        Dr Salim, secretary-general of the council")."""
        if not lead.offices or not person.after or not words[lead.offices[0].first].entry.definite:
            return False
        own = self.party_of(words, lead.offices[-1])
        body = (person.affiliation.first, person.affiliation.last) if person.affiliation else None
        other = self.parties.of_person(words, [], person.after, body)
        return bool(own and other and own != other)

    def led(self, words: Words, lead: Lead) -> Iterator[Described | Office]:
        """The people that follow titles and offices."""
        i = lead.stop
        name = self.name_at(words, i)
        if name and lead.affiliation and name.stop > name.last == name.first + 1 and words.is_mark(name.stop, COMMAS):
            i, name = name.stop, None  # of a company (شركة الغاز "غازبروم"، فلان)
        if name is None and lead.offices and words.is_mark(i, "("):  # the ambassador of ... (so-and-so)
            inner = self.name_at(words, i + 1)
            if inner and not lead.plural and inner.last - inner.first > 1 and words.is_mark(inner.stop, ")"):
                yield self._describe(words, lead, inner, None, False)
                return
        if name is None and lead.offices:
            i = self._past_acronym(words, i)
        if name is None and lead.offices and words.is_mark(i, COMMAS) and i + 1 < len(words):
            name = self.name_at(words, i + 1)
            if name and not self._closed(words, name) and not (lead.plural and self._listed(words, name)):
                name = None
            if name is None and (sided := self._sided(words, lead, i + 1)):
                yield sided
                return
        if name and not lead.titles and name.last - name.first == 1 and (lead.plural or words[name.first].entry.common):
            return  # one word, and that perhaps none of a name
        if name and not lead.titles and lead.offices and self._vague(words, lead.offices[-1]):
            return
        if name and not (name.sure or lead.titles) and lead.plural and lead.offices[-1].bare and words[lead.first].entry.definite:
            return  # what the two ministers dealt with
        if name is None and lead.plural:
            yield from self._elliptic(words, i, lead)
            return
        if name is None:
            return
        if lead.offices and lead.offices[-1].head.kind in ENVOYS and any(kind == "royal" for _, _, kind in lead.titles):
            yield from lead.offices  # the envoy of a king, who is named
            lead = Lead(lead.titles[0][0], lead.stop, lead.titles)
        person = self._describe(words, lead, name, None, False)
        past = self._past_nickname(words, name.stop)
        titled = any(t[0] >= lead.offices[-1].stop for t in lead.titles) if lead.offices else False
        if not titled and not words.is_mark(past, COMMAS) and self._of_another(words, lead, person):
            # Right after the name another's office begins ("the Kuwaiti minister so-and-so the Norwegian envoy").
            person.after, person.last, person.affiliation = [], past, lead.affiliation
            body = (lead.affiliation.first, lead.affiliation.last) if lead.affiliation else None
            person.party = self.parties.of_person(words, lead.offices, [], body)
        elif self._of_another(words, lead, person):
            yield from lead.offices
            first = next((t[0] for t in lead.titles if t[0] >= lead.offices[-1].stop), name.first)
            person = self._describe(words, Lead(first, lead.stop, [t for t in lead.titles if t[0] >= first]), name, None, False)
        yield person
        if lead.plural:
            yield from self._elliptic(words, name.stop, lead, more=True)
        elif lead.offices and person.party and not person.after:
            yield from self._elliptic(words, name.stop, lead, more=True, sided=True)  # "the British minister so-and-so and the Italian"

    def _sided(self, words: Words, lead: Lead, i: int) -> Described | None:
        """Who holds an office, behind a comma with the side and a title before the name ("the minister of ..., the Moroccan
        Mr so-and-so")."""
        party, j = words.side(i)
        titles = Lead(lead.first, j, list(lead.titles), list(lead.offices), lead.affiliation)
        while party and j < len(words) and not words[j].breaks and (title := words.titles.get(j)):
            titles.titles.append((j, j + title[0], title[1]))
            j = titles.stop = self.past_slash(words, j + title[0])
        named = self.names.name(words, j, "strong") if party and len(titles.titles) > len(lead.titles) else None
        return self._describe(words, titles, named, party, False) if named else None

    def _vague(self, words: Words, office: Office) -> bool:
        """Whether an office is anybody's ("a Saudi official"): no article, and an adjective without it."""
        last = words[office.last - 1]
        return last.label == "NATIONALITY" and not last.entry.definite and not words[office.first].entry.definite

    def _closed(self, words: Words, name: Name) -> bool:
        """Whether a name between commas is one: lexicons know it, or what cannot go on with it follows, or no lexicon knows any of its
        words."""
        if name.sure or name.last - name.first < 2:
            return name.sure
        after = words[name.stop] if name.stop < len(words) else None
        ends = after is None or not after.entry.letters or after.label == "DATE" or not after.entry.classes.isdisjoint(NO_NAME)
        strange = (w.entry.unknown and not w.entry.cut and not self.names.is_verbal(w.text) for w in words[name.first : name.last])
        return ends or all(strange)

    def _listed(self, words: Words, name: Name) -> bool:
        """Whether another name follows a name of more than one word after "and"."""
        after = name.stop
        several = name.last - name.first >= 2 and after < len(words) and bool(words[after].entry.conjunction or words[after].entry.unknown)
        return several and self.names.name(words, after, "strong", conjunction=True) is not None

    def _elliptic(self, words: Words, i: int, lead: Lead, more: bool = False, sided: bool = False) -> Iterator[Described]:
        """The people of an office in the dual or plural: الرئيسين المصري فلان والسوداني فلان. `sided`: only those of a named side."""
        while i < len(words):
            start = self._further(words, i) if more else i
            if start is None:
                return
            party, j = words.side(start)
            if sided and (party is None or words[j - 1].label != "NATIONALITY"):
                return
            titles = Lead(j, j)
            while j < len(words) and (title := words.titles.get(j)):
                titles.titles.append((j, j + title[0], title[1]))
                j += title[0]
            name = self.names.name(words, j, "strong", conjunction=more) if j < len(words) and (j == i or not words[j].breaks) else None
            if name is None or (party is None and not more and not titles.titles):
                return
            if more and not words[start].entry.conjunction and name.last - name.first < 2:
                return
            yield Described(j, name.stop, name, titles.titles, [], [], None, party, False)
            i, more = name.stop, True

    def _further(self, words: Words, i: int) -> int | None:
        """Where another person of a list begins: at a conjunction, after a comma or not."""
        j = i + 1 if words.is_mark(i, COMMAS) else i
        if j >= len(words) or words[j].breaks:
            return None
        foreign = words[j].entry.unknown and words[j].text.startswith(self.lexicon.conjunctions[:1])  # "and Madické Niang"
        return j if words[j].entry.conjunction or foreign else None

    def counterparts(self, words: Words, i: int, several: bool) -> Iterator[Described]:
        """The people after نظيره: with their side, and without an office of their own."""
        first, more = i, False
        i += 1
        while i < len(words):
            j = self._further(words, i) if more else i
            if j is None:
                return
            first = j if more else first
            if j < len(words) and ("place" in words[j].entry.classes or "of" in words[j].entry.classes or not words[j].entry.core):
                j += 1
            party, stop = words.side(j)
            if party:
                j = stop
            elif j + 1 < len(words) and words[j].entry.definite and not words[j].entry.name and self.name_at(words, j + 1):
                j += 1  # an adjective of a place that lexicons lack
            if j < len(words) and words.is_mark(j, COMMAS):
                j += 1
            lead = self.lead(words, j) if j < len(words) and not words[j].breaks else None
            k = lead.stop if lead else j
            name = self.name_at(words, k) if not (more and k == j) else self.names.name(words, k, "strong")
            if name is None:
                return
            described = self._describe(words, lead or Lead(j, j), name, party, True)
            described.first = first
            yield described
            if not several:
                return
            i, more = described.last, True

    def bare(self, words: Words, i: int, after_person: bool) -> Described | None:
        """A person without a title before the name: a name that lexicons know, or one with an office after it."""
        if self._namesake(words, i):
            return None
        comma = i > 0 and words[i - 1].text in COMMAS
        name = self.names.name(words, i, "weak", conjunction=after_person or comma)
        if name is None:
            return None
        person = self._describe(words, Lead(i, i), name, None, False)
        several = name.last - name.first >= 2 or words[name.first].entry.given
        if name.sure or (person.after and several):
            return person
        triggered = i > 0 and "before_name" in words[i - 1].entry.classes and name.last - name.first >= 2
        return person if triggered else None

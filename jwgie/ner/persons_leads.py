"""What stands before a name: titles and offices, and the body that an office belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field

from jwgie.document import Document, View
from jwgie.languages import Pack
from jwgie.ner.institutions import Institution, Institutions
from jwgie.ner.offices import ENVOYS, Head, Office, Offices
from jwgie.ner.persons_lexicon import Lexicon
from jwgie.ner.persons_names import Name, Names
from jwgie.ner.persons_party import Parties
from jwgie.ner.persons_phrases import Complements
from jwgie.ner.persons_words import Phrases, Words

COMMAS = "،,"
#: The rank of who chairs a session beside another office.
CHAIR = "chair"
#: A short name in brackets has fewer words and marks than this.
ACRONYM = 6
#: How many words a place in passing has at most.
PLACE = 4
#: The ranks of two offices that nobody has at once.
MINISTER, AMBASSADOR = "minister", "ambassador"
#: Kinds of titles that never stand without a name.
ADDRESS = frozenset({"style", "title", "noble", "mister"})
#: Those of people who are called by one name.
NOBLE = frozenset({"noble", "royal"})
SLASH = "/"
#: The office that a military rank is where a force is named with it.
RANK = Head("post", "officer", frozenset(), "singular", False, True, "")


@dataclass(frozen=True, slots=True)
class Affiliation:
    """Words ``[first, last)`` are the body that an office belongs to; `stop` is where reading goes on. `named`: they say it
    themselves (a state given only in passing, في لبنان, does not). `institution`: where it is one."""

    first: int
    last: int
    stop: int
    named: bool = True
    institution: Institution | None = None


@dataclass(slots=True)
class Lead:
    """What stands before a name: titles and offices in order, and the body that the office belongs to."""

    first: int
    stop: int = 0
    titles: list[tuple[int, int, str]] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    affiliation: Affiliation | None = None

    @property
    def plural(self) -> bool:
        return any(o.head.number != "singular" for o in self.offices)


@dataclass(slots=True)
class Described:
    """One description as word ranges, before it becomes a mention."""

    first: int
    last: int
    name: Name
    titles: list[tuple[int, int, str]]
    before: list[Office]
    after: list[Office]
    affiliation: Affiliation | None
    party: str | None
    counterpart: bool


class Leads:
    """Reads titles, offices and bodies in the words of a view."""

    def __init__(self, pack: Pack) -> None:
        self.lexicon = Lexicon(pack)
        self.titles: Phrases[str] = Phrases(
            ((form, row["kind"]) for row in pack.rows("honorifics") for form in row["forms"].split(" | ")), pack
        )
        self.lexicon.firsts |= self.titles.firsts
        complements = Complements(self.lexicon)
        self.institutions = Institutions(pack, self.lexicon, complements)
        self.offices = Offices(pack, self.lexicon, complements)
        self.names = Names(self.lexicon)
        complements.styled = self.styled
        self.names.is_mister = lambda words, i: words.titles.get(i, (0, ""))[1] == "mister"
        self.names.is_noble = lambda words, i: words.titles.get(i, (0, ""))[1] in NOBLE
        self.names.is_head = self.offices.is_head
        self.names.is_address = lambda words, i: words.titles.get(i, (0, ""))[1] in ADDRESS
        self.parties = Parties(self.lexicon, self.offices)

    def words(self, document: Document, view: View) -> Words:
        """The words of a view, with the phrases that begin at them."""
        words = Words(document, view, self.lexicon)
        words.titles = self._titles(words)
        words.heads = self.offices.all(words)
        words.kinds = words.phrases(self.institutions.kinds)
        return words

    def styled(self, words: Words, i: int) -> int:
        """How many words the style of address at a word has (سمو), or 0."""
        title = words.titles.get(i)
        return title[0] if title and title[1] == "style" else 0

    def _titles(self, words: Words) -> dict[int, tuple[int, str]]:
        """The titles, a rank with the words that go on with it (اللواء الطيار الركن)."""
        found = words.phrases(self.titles)
        modifiers = {i: count for i, (count, kind) in found.items() if kind == "modifier"}
        titles = {}
        for i, (count, kind) in found.items():
            while kind == "rank" and i + count in modifiers and not words[i + count].breaks and not words[i + count].entry.cut:
                count += modifiers[i + count]
            if i not in modifiers:
                titles[i] = count, kind
        return titles

    def lead(self, words: Words, i: int) -> Lead | None:
        """The titles and offices from a word on, or None."""
        lead = Lead(i, i)
        j = i
        while j < len(words):
            word = words[j]
            if j > i and (word.breaks or (word.entry.conjunction and not lead.offices) or word.entry.preposition):
                break
            joint = bool(j > i and word.entry.conjunction)
            title = words.titles.get(j)
            office = self.offices.office(words, j)
            if title and (office is None or j + title[0] >= office.last) and not self._officiates(words, office):
                if joint or (title[1] == "mister" and any(t[2] == "mister" for t in lead.titles[:-1])):
                    break  # another is addressed (استقبل السيد الوزير السيدة ...)
                if title[1] == "style" and lead.titles and not lead.offices and lead.titles[-1][2] != "style":
                    break  # (استقبل الوزير سعادة ...)
                if title[1] == "rank" and (post := self._commission(words, j, title[0])):
                    lead.offices.append(post[0])
                    lead.affiliation, j = post[1], post[1].stop
                    lead.stop = j
                    continue
                lead.titles.append((j, j + title[0], title[1]))
                j = self.past_slash(words, j + title[0])
            elif office:
                if joint and (lead.affiliation or self.party_of(words, lead.offices[-1]) or lead.plural):
                    break
                if not joint and lead.offices and self._represented(words, i):
                    break
                if not joint and lead.offices and words[j - 1].text not in COMMAS and self._another(words, lead.offices[-1], office):
                    break
                if joint and lead.titles and lead.titles[-1][0] > lead.offices[-1].first:
                    break
                lead.offices.append(office)
                j = office.stop
                if body := self.affiliation_of(words, office):
                    lead.affiliation, j = body, body.stop
                    j = self._past_place(words, j) or j  # the director of the authority in Mauritius, so-and-so
                elif past := self._past_place(words, j):
                    j = past
            elif lead.offices and words.is_mark(j, "(") and (past := self._past_acronym(words, j)) > j and past in words.titles:
                j = past
                continue
            elif j > i and lead.offices and not self._governed(words, i) and self._joined_by_comma(words, j):
                j += 1
                continue
            else:
                break
            lead.stop = j
        return lead if lead.titles or lead.offices else None

    def _past_acronym(self, words: Words, i: int) -> int:
        """After a short name in brackets or quotation marks (الهيئة "نماء"), or where it is."""
        closing = {"(": ")", '"': '"'}.get(words[i].text) if i < len(words) else None
        for j in range(i + 2, min(i + ACRONYM, len(words))) if closing else ():
            if words[j].text == closing:
                return j + 1
        return i

    def _past_place(self, words: Words, i: int) -> int:
        """After a place in passing between an office and a name (رئيس قسم الإعلام بالوفد فلان), or 0."""
        at = i + 1 if i < len(words) and "in" in words[i].entry.classes else i
        if at >= len(words) or words[at].breaks or words[i].breaks:
            return 0
        if at == i and words[i].entry.preposition != self.lexicon.prepositions[0]:
            return 0
        if words[at].mention:
            place = words[at].label == "CITY" or (at > i and words[at].label == "COUNTRY")
            return words[at].last if place and self._begins_name(words, words[at].last) else 0
        at += 1 if words[at].entry.definite and not words[at].entry.conjunction else PLACE + 1
        while at < min(i + PLACE, len(words)) and words[at].entry.definite and "adjective" in words[at].entry.classes:
            at += 1
        return at if at <= i + PLACE and self._begins_name(words, at) else 0

    def _begins_name(self, words: Words, i: int) -> bool:
        """Whether a word that names are known to begin with, or a form of address, stands at an index."""
        if i >= len(words) or words[i].breaks or words[i].entry.conjunction or words[i].entry.preposition:
            return False
        name = self.name_at(words, i)
        return i in words.titles or (name is not None and name.sure)

    def past_slash(self, words: Words, i: int) -> int:
        """After the stroke that the press puts between a title and a name (السيد/ سالم), or where it is."""
        return i + 1 if words.is_mark(i, SLASH) and i + 1 < len(words) and words[i + 1].entry.letters else i

    def _another(self, words: Words, one: Office, other: Office) -> bool:
        """Whether an office right after one is another person's ("the minister received the woman minister", "... the Russian
        ambassador", "the Kuwaiti minister received the minister of ..."); a deputy who holds a portfolio too is one person."""
        if other.head.slug == CHAIR:
            return False
        if other.head.feminine and not one.head.feminine:
            return True
        if one.head.kind in ENVOYS and other.head.kind in ENVOYS and not words[other.first].entry.definite:
            return False
        if other.head.kind in ENVOYS and words[other.first].entry.definite and not other.bare:
            return True
        if one.head.slug == MINISTER and other.head.slug == AMBASSADOR and self.party_of(words, other):
            return True  # "the minister received the ambassador of ..."
        if not self.party_of(words, one):
            return False
        return one.head.kind != "deputy" or one.head.feminine != other.head.feminine or bool(self.party_of(words, other))

    def _officiates(self, words: Words, office: Office | None) -> bool:
        """Whether a title alone is an office by the body that is named with it (المستشار بالديوان الملكي فلان)."""
        body = self.affiliation(words, office.stop) if office and office.bare else None
        return body is not None and body.institution is not None and self.name_at(words, body.stop) is not None

    def _commission(self, words: Words, i: int, count: int) -> tuple[Office, Affiliation] | None:
        """A rank that is an office, by the force that is named with it (العميد في الجيش فلان)."""
        if i + count >= len(words) or "place" not in words[i + count].entry.classes:
            return None
        body = self.affiliation(words, i + count)
        if body is None or body.institution is None or not self.name_at(words, body.stop):
            return None
        return Office(RANK, i, i + count, i + count, False), body

    def party_of(self, words: Words, office: Office) -> str | None:
        return self.parties.of_words(words, office.first, office.last, office.head)

    def _represented(self, words: Words, i: int) -> bool:
        """Whether an office is that of somebody whom another stands for (نيابة عن وزير الخارجية وكيل الوزارة فلان)."""
        return i > 1 and "aside" in words[i - 2].entry.classes and "function" in words[i - 1].entry.classes and not words[i].breaks

    def _governed(self, words: Words, i: int) -> bool:
        """Whether a unit before an office is meant, not who holds it (مكتب الممثل الأممي)."""
        before = words[i - 1].entry if i and not words[i].breaks else None
        return before is not None and "unit" in before.classes and not before.definite and not words[i].entry.cut

    def _joined_by_comma(self, words: Words, i: int) -> bool:
        """After a comma, another office of the same person: it must lead to a name at once, and begin without a conjunction."""
        if not words.is_mark(i, COMMAS):
            return False
        i += 1
        if i >= len(words) or words[i].breaks or words[i].entry.conjunction or words[i].entry.preposition:
            return False
        office = self.offices.office(words, i)
        if office and (not words[i].entry.definite or not (office.bare or office.head.kind in ENVOYS)):
            at = office.stop
            title = words.titles.get(at) if at < len(words) else None
            if words.is_mark(at, COMMAS) and (office.head.fixed or not self.party_of(words, office)):
                name = self.name_at(words, at + 1)  # "the minister of state, the minister of ..., so-and-so,"
                closed = name is not None and name.sure and words.is_mark(name.stop, COMMAS)
                return closed or self._joined_by_comma(words, at)
            return self.names.name(words, self.past_slash(words, at + title[0]) if title else at, "strong") is not None
        title = words.titles.get(i)
        return bool(title) and self.names.name(words, self.past_slash(words, i + (title or (1, ""))[0]), "strong") is not None

    def affiliation(self, words: Words, i: int) -> Affiliation | None:
        """The body or state that an office belongs to, after في or a joined preposition."""
        if i >= len(words) or words[i].breaks:
            return None
        word = words[i]
        j = i + 1 if "of" in word.entry.classes else i
        if j >= len(words) or words[j].breaks or word.entry.conjunction or (j == i and not word.entry.preposition):
            return None
        target = words[j]
        if target.mention and target.label in ("ORG", "COUNTRY") and (j == i or "in" in word.entry.classes):
            named = target.label == "ORG" or "state" in target.entry.classes
            stop = target.last
            while stop < len(words) and "courtesy" in words[stop].entry.classes and words[stop].entry.definite:
                stop, named = stop + 1, False
            return Affiliation(j, target.last, stop, named)
        body = self.institutions.institution(words, j)
        return Affiliation(body.first, body.last, body.stop, True, body) if body else None

    def affiliation_of(self, words: Words, office: Office) -> Affiliation | None:
        """The body of an office: after a preposition, or in construct where the office is divided from it (أمين مجلس ...)."""
        if office.divided:
            body = self.institutions.institution(words, office.stop)
            return Affiliation(body.first, body.last, body.stop, True, body) if body else None
        return self.affiliation(words, office.stop)

    def name_at(self, words: Words, i: int) -> Name | None:
        if i >= len(words) or words[i].breaks:
            return None
        if (words[i].entry.conjunction and not self._linked(words, i)) or (words[i].entry.preposition and not self._addressed(words, i)):
            return None
        return self.names.name(words, i, "strong")

    def _linked(self, words: Words, i: int) -> bool:
        """Whether what looks like a conjunction begins a name: no lexicon has what follows it, and "son of" comes next (ودادي ولد سيدي)."""
        after = words[i + 1] if i + 1 < len(words) and not words[i + 1].breaks else None
        return after is not None and after.entry.particle == "link" and not (words[i].entry.name or words[i].entry.definite)

    def _addressed(self, words: Words, i: int) -> bool:
        """Whether what looks like a preposition begins a name, for a form of address stands before and no lexicon has what follows it
        but perhaps as a name (الدكتورة ليان)."""
        entry = words[i].entry
        addressed = i > 0 and words.titles.get(i - 1, (0, ""))[1] in ADDRESS - NOBLE
        return addressed and not entry.definite and not entry.common and not entry.classes and not words[i].mention

"""Which side a description of a person itself gives: by nationality, by country, by organisation."""

from __future__ import annotations

from jwgie.ner.offices import ENVOYS, Head, Office, Offices
from jwgie.ner.persons_lexicon import Lexicon
from jwgie.ner.persons_words import Words


class Parties:
    """Reads the side off the words of offices and institutions."""

    def __init__(self, lexicon: Lexicon, offices: Offices) -> None:
        self.lexicon = lexicon
        self.offices = offices

    def of_person(self, words: Words, before: list[Office], after: list[Office], affiliation: tuple[int, int] | None) -> str | None:
        """The side of a person with some offices and an institution, or None where they do not tell."""
        for office in (*before, *after):
            if office.head.owned and office.head.kind in ENVOYS and (sender := self._sender(words, office.first)):
                return sender
            party = self.of_words(words, office.first, office.last, office.head)
            if party:
                return party
            # A country after في that is no institution: وزير التجارة في العراق.
            stop = office.stop
            if stop < len(words) and not words[stop].breaks:
                at = stop + 1 if "place" in words[stop].entry.classes else stop
                if at > stop and office.head.kind not in ENVOYS and (code := self._adjective(words, at + 1)):
                    return code
                if at < len(words) and words[at].label == "COUNTRY" and (at > stop or words[at].entry.preposition):
                    return str(words[at].mention.value)  # type: ignore[union-attr]
        if affiliation is None:
            return None
        return self.of_words(words, *affiliation, None) or self._city(words, *affiliation) or self._seat(words, affiliation[1])

    def _seat(self, words: Words, i: int) -> str | None:
        """The state that is named behind an institution as where it is ("the director of the authority of aviation in Mauritius")."""
        if i + 1 >= len(words) or words[i].breaks or words[i + 1].breaks or "in" not in words[i].entry.classes:
            return None
        mention = words[i + 1].mention
        return str(mention.value) if mention and words[i + 1].label == "COUNTRY" else None

    def _adjective(self, words: Words, i: int) -> str | None:
        """The state of an adjective after a place (قائد المنطقة في خاي المالية)."""
        if i >= len(words) or words[i].breaks or words[i].label != "NATIONALITY" or words[i].entry.cut:
            return None
        mention = words[i].mention
        return str(mention.value) if mention and not words[i - 1].entry.definite else None

    def _sender(self, words: Words, i: int) -> str | None:
        """The state just named whose envoy is meant (أوفدت أوغندا سفيرتها)."""
        for word in reversed(words[max(0, i - 3) : i]):
            if word.label == "COUNTRY" and word.mention:
                return str(word.mention.value)
        return None

    def _city(self, words: Words, first: int, last: int) -> str | None:
        """The state of the city that an institution is named after (جهاز ... لإمارة أبوظبي), not of one that it only sits in."""
        for i in range(first + 1, last):
            if words[i].label == "CITY" and "place" not in words[i - 1].entry.classes and words[i].mention:
                return str(words[i].mention.value.country)  # type: ignore[union-attr]
        return None

    def of_words(self, words: Words, first: int, last: int, head: Head | None) -> str | None:
        """The side that the words ``[first, last)`` of an office or an institution give."""
        if head and head.country:
            return head.country
        organisation = bloc = None
        envoy = bool(head) and head is not None and head.kind == "envoy"
        unit = minister = False
        i = first
        while i < last:
            word = words[i]
            classes = word.entry.classes
            if "unit" in classes:
                unit = True
            minister = minister or "portfolio" in classes
            if "place" in classes and envoy:
                break
            inner = words.heads.get(i) if i > first else None
            envoy = envoy or bool(inner and inner[1].kind in ENVOYS)  # the deputy of one
            if inner and inner[1].country:
                return inner[1].country
            if word.mention:
                value = word.mention.value
                noun = word.label == "NATIONALITY" and bool(word.entry.preposition) and not word.entry.definite  # لسورية
                if word.label == "NATIONALITY" and self._joint(words, i, last):
                    return None
                if word.label == "NATIONALITY" and not noun and not self._field(words, i, first):
                    if len(str(value)) == 2:
                        return str(value)
                    bloc = bloc or (None if unit else str(value))  # African, Arab: a side only where no state is named
                near = not envoy or word.entry.preposition in ("", self.lexicon.contracted[:1])
                owner = bool(word.entry.preposition) and ("state" in classes or minister)  # of the republic of ...
                near = near and "governor" not in words[i - 1].entry.classes  # "charged with Mauritania"
                near = near and not (envoy and organisation)  # an envoy of the United Nations to Syria is not Syria's
                if (noun or word.label == "COUNTRY") and near and not (unit and i > first + 1 and not owner):
                    return str(value)
                if word.label == "ORG" and organisation is None and not unit and not minister:
                    organisation = str(value)
                i = max(word.last, i + 1)
                continue
            i += 1
        return bloc or organisation

    def _joint(self, words: Words, i: int, last: int) -> bool:
        """Whether two adjectives tell that it is both sides' (المجلس السوري - اللبناني)."""
        j = i + 2 if i + 1 < last and words[i + 1].text == "-" else i + 1
        joined = j < last and words[j].label == "NATIONALITY" and (j == i + 2 or bool(words[j].entry.conjunction))
        return joined and not self._field(words, i, i) and words[j].mention.value != words[i].mention.value  # type: ignore[union-attr]

    def _field(self, words: Words, i: int, first: int) -> bool:
        """Whether an adjective tells what a unit deals with (الشؤون العربية), not whose it is."""
        while i > first + 1 and words[i].entry.conjunction:
            i -= 1
        before = words[i - 1].entry
        return i - 1 > first and bool(before.classes & {"unit"}) and (before.definite or bool(before.preposition))

"""Who is who: the mentions of one person in a report, and the description that tells most."""

from __future__ import annotations

from dataclasses import dataclass, field

from jwgie.document import Document, Mention, Span
from jwgie.ner.values import PersonValue

#: A word of a name with so few letters is a particle of the family name ("Al", "de").
PARTICLE = 2


@dataclass(slots=True)
class Identity:
    """One person: the words of the name, the number in the order of the report, and all mentions in order (text before title)."""

    words: tuple[str, ...]
    number: int
    mentions: list[Mention] = field(default_factory=list)

    @property
    def values(self) -> list[PersonValue]:
        """The descriptions, in order."""
        return [m.value for m in self.mentions]

    @property
    def party(self) -> str | None:
        """The side that the descriptions give."""
        return next((v.party for v in self.values if v.party), None)

    @property
    def counterpart(self) -> bool:
        """Whether only introduced as somebody's counterpart."""
        return any(v.counterpart for v in self.values) and not any(v.position for v in self.values)

    def best(self, sentences: frozenset[int], document: Document) -> PersonValue:
        """The first description with an office in some sentences, else anywhere, else the first."""
        for wanted in (True, False):
            for mention in self.mentions:
                sentence = document.sentence_of(mention.span)
                near = sentence is not None and sentence.index in sentences
                if mention.value.position and (near or not wanted):
                    value: PersonValue = mention.value
                    return value
        return self.values[0]


class People:
    """The persons of one report."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.identities: list[Identity] = []
        self._by_name: dict[Span, Identity] = {}
        self._by_word: dict[str, dict[int, Identity]] = {}  # of any of the names of a person: by the person's number
        for mention in sorted(
            document.labelled("PERSON", "text", "title"), key=lambda m: (m.span.origin == "title", m.rule == "persons.short")
        ):
            self._add(mention)
        for identity in self.identities:
            identity.mentions.sort(key=lambda m: (m.span.origin == "title", m.start))

    def of(self, mention: Mention) -> Identity:
        """The person that a mention means."""
        return self._by_name[mention.value.name]

    def _add(self, mention: Mention) -> None:
        value: PersonValue = mention.value
        identity = self._by_name.get(value.name)
        if identity is None:
            words = _words(self.document.folded(value.name), value.known_as)
            identity = self._known(words, value.known_as)
            if identity is None:
                identity = Identity(words, len(self.identities))
                self.identities.append(identity)
            elif len(words) > len(identity.words):
                identity.words = words
            self._by_name[value.name] = identity
            for word in identity.words:
                self._by_word.setdefault(word, {})[identity.number] = identity
        identity.mentions.append(mention)

    def _known(self, words: tuple[str, ...], known_as: str) -> Identity | None:
        """The person who has been named so; by one word of the name where that is the only one who has it, and by what the name is known
        as where that has stood alone."""
        if len(words) == 1:
            having = [i for i in self._by_word.get(words[0], {}).values() if words[0] in (i.words[0], i.words[-1])]
            return having[0] if len(having) == 1 else None
        likely = {**self._by_word.get(words[0], {}), **self._by_word.get(words[1], {})}  # either may be the other's first name
        alone = (known_as,)
        called = [i for i in self._by_word.get(words[-1], {}).values() if i.words == words[-1:]]
        if len(called) == 1 and called[0].number not in likely:  # by the family name alone before
            return called[0]
        return next((likely[n] for n in sorted(likely) if likely[n].words == alone or _same(likely[n].words, words)), None)


def _words(name: str, known_as: str) -> tuple[str, ...]:
    """The words of a folded name; where spaces do not part them, what it is known as and what stands around that."""
    if not known_as or known_as not in name:
        return tuple(name.replace("-", " ").replace(".", " ").split())
    return tuple("".join(filter(str.isalnum, part)) for part in name.partition(known_as) if any(map(str.isalnum, part)))


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: they begin alike, and one holds all words of the other or they end alike; or one is
    the other without its first name (بن فرحان). A father's name (سلمان بن فلان) is not the son's (محمد بن سلمان بن فلان)."""
    short, long = sorted((one, other), key=len)
    if len(short) == 2 and len(short[0]) == 1 and long[0].startswith(short[0]) and short[-1] == long[-1]:
        return True  # "R. Sklyar"
    if short[0] != long[0]:
        return short == long[1:] or (len(short) == 2 and len(short[0]) <= PARTICLE and short == long[-2:])  # "Al Muraikhi"
    return len(short) >= 2 and (set(short) <= set(long) or short[-1] == long[-1])

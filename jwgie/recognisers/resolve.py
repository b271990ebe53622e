"""Mentions of which a recogniser knows the span and the label alone, made into such as the other stages read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from jwgie.document import Document, Mention, Span
from jwgie.knowledge.names import Entry
from jwgie.ner.merging import TOLD_NAME
from jwgie.ner.values import CityValue, PersonValue
from jwgie.recognisers.labels import PLACE

#: The labels that a place without a value may turn out to have, and those of each that is more than a place.
_MEANT = {PLACE: ("COUNTRY", "CITY", "REGION"), **{label: (label,) for label in ("COUNTRY", "CITY", "REGION", "NATIONALITY", "ORG")}}
#: What a span alone is enough for, and the value that says no more than the label.
_PLAIN = {"OFFICE": "official", "INSTITUTION": "institution", "HONORIFIC": "title"}
#: Labels of which a mention without a value is of no use.
_VALUED = frozenset({"DATE", "ORDINAL", "NUMBER", "BODY", "TOPIC", "MEANS", "SIDES", "DOCUMENT"})
#: What an organisation that no table has may not lie in or across.
_KNOWN = frozenset({"ORG", "COUNTRY", "CITY", "INSTITUTION", "BODY", "PERSON"})
#: What describes a person, beside the name.
_BESIDE = ("OFFICE", "HONORIFIC", "INSTITUTION")
#: How many characters that are neither letters nor digits may stand between a name and what describes it.
_GAP = 3
#: A name of more words is none.
_LONGEST = 8


class Resolver:
    """Gives mentions without a value the one that the document tells, or leaves them out:

    - a place, an organisation or a nationality has the code that the gazetteer knows for its name, where nothing of the kind has been
      found there already (what a name means where it stands, the rules tell better);
    - an organisation that it does not know is an INSTITUTION without a kind of its own, where nothing else is known to stand there;
    - a personal name is shown to the language's own recogniser of people, which reads the office, the title, the institution and the side
      beside it as beside names that it knows; what it does not take up is described by the mentions right beside it. A name that lies in
      a description that is there already, or across it, adds nothing, unless it is a longer one that holds the name there.

    Mentions of labels that are not the pipeline's own stay as they are.
    """

    def __init__(self, meanings: Callable[[str], Iterable[Entry]], people: Callable[[Document], Iterable[Mention]] | None) -> None:
        self.meanings, self.people = meanings, people

    def __call__(self, document: Document, waiting: Iterable[Mention]) -> list[Mention]:
        """What becomes of some mentions without a value; those of the document are there already."""
        found: list[Mention] = []
        names: list[Mention] = []
        for mention in waiting:
            if mention.label == "PERSON":
                names.append(mention)
            elif mention.label in _MEANT:
                found += self._meant(document, mention)
            elif mention.label in _PLAIN:
                found.append(mention._replace(value=_PLAIN[mention.label]))
            elif mention.label not in _VALUED:
                found.append(mention)
        return [*found, *self._people(document, found, names)] if names else found

    def _meant(self, document: Document, mention: Mention) -> Iterator[Mention]:
        if any(m.label in _MEANT and m.span.overlaps(mention.span) for m in document.mentions):
            return  # the gazetteer has looked at what stands around it
        for span in _starts(document, mention.span):
            entries = [e for e in self.meanings(document.folded(span)) if e.label in _MEANT[mention.label]]
            if entries:
                yield mention._replace(label=entries[0].label, span=span, value=entries[0].value)
                return
        if mention.label == "ORG" and not any(m.label in _KNOWN and m.span.overlaps(mention.span) for m in document.mentions):
            yield mention._replace(label="INSTITUTION", value=_PLAIN["INSTITUTION"])

    def _people(self, document: Document, found: Sequence[Mention], names: Sequence[Mention]) -> Iterator[Mention]:
        known = [m for m in document.mentions if m.label == "PERSON"]
        names = [
            n for n in names if _is_name(document, n.span) and not any(n.span.overlaps(m.span) and not _longer(n.span, m) for m in known)
        ]
        known = [m for m in known if not _met(m.span, names)]
        if not names:
            return
        told = sorted((*document.mentions, *found, *(n._replace(label=TOLD_NAME) for n in names)), key=_place)
        document = document.replace(mentions=tuple(told))
        read = list(self.people(document)) if self.people else []
        taken: list[Mention] = []
        for mention in read:
            if mention.label == "PERSON" and not _met(mention.span, known):
                name = next((n for n in names if n.span.overlaps(mention.value.name)), None)
                if name is not None:
                    taken.append(mention._replace(recogniser=name.recogniser))
        yield from taken
        around = [m for m in read if m.label in _BESIDE]
        yield from (m for m in around if any(person.span.contains(m.span) for person in taken))
        beside = [*document.mentions, *around]
        for name in names:
            if not any(name.span.overlaps(person.value.name) for person in taken) and not _met(name.span, taken):
                yield _described(document, name, beside)


def _met(span: Span, mentions: Iterable[Mention]) -> bool:
    return any(span.overlaps(m.span) for m in mentions)


def _longer(name: Span, person: Mention) -> bool:
    """Whether a name goes beyond the description of a person whose name it holds."""
    return name.contains(person.value.name) and not person.span.contains(name)


def _place(mention: Mention) -> tuple[bool, int, int]:
    return mention.span.origin == "text", mention.start, -mention.end


def _starts(document: Document, span: Span) -> list[Span]:
    """A span as it is, and without the proclitics of its first word, where it may have any."""
    sentence = document.sentence_of(span)
    token = next((t for t in sentence.tokens if t.start <= span.start < t.end), None) if sentence else None
    return [span] if token is None or not span.start < token.stem < span.end else [span, span._replace(start=token.stem)]


def _is_name(document: Document, span: Span) -> bool:
    """Whether a span may be a name: a few words with letters, which no table has as something else."""
    words = document.slice(span).split()
    other = any(m.span == span and m.label in ("COUNTRY", "NATIONALITY", "ORG", "BODY") for m in document.mentions)
    return 0 < len(words) <= _LONGEST and any(map(str.isalpha, document.slice(span))) and not other


def _described(document: Document, name: Mention, mentions: Sequence[Mention]) -> Mention:
    """A person by the mentions that stand right beside a name: those before it, or else those after it."""
    span = _starts(document, name.span)[-1]
    sentence = document.sentence_of(span)
    near = [m for m in mentions if m.label in (*_BESIDE, "NATIONALITY", "COUNTRY") and sentence and sentence.span.contains(m.span)]
    before = _row(document, span, near, -1)
    chosen = before or _row(document, span, near, 1)
    parts = {label: [m.span for m in chosen if m.label == label] for label in _BESIDE}
    position = _cover(parts["OFFICE"])
    whole = _cover([span, *(m.span for m in chosen)]) or span
    inside = [m for m in mentions if m.label in ("NATIONALITY", "COUNTRY", "CITY") and whole.contains(m.span) and not m.span.overlaps(span)]
    party = next((m.value.country if isinstance(m.value, CityValue) else str(m.value) for m in inside), None)
    within = [m.span for m in mentions if m.label == "INSTITUTION" and position and position.contains(m.span)]
    affiliation = next(iter((*parts["INSTITUTION"], *within)), None)
    value = PersonValue(span, _cover(parts["HONORIFIC"]), position, affiliation, party)
    return Mention("PERSON", whole, value, name.rule, name.confidence, name.recogniser)


def _row(document: Document, span: Span, mentions: Sequence[Mention], step: int) -> list[Mention]:
    """The mentions in a row before a span (`step` -1) or behind it, nothing but blanks and marks between them; none without an office,
    a title or an institution."""
    row: list[Mention] = []
    at = span.start if step < 0 else span.end
    while True:
        gaps = [((m.end, at) if step < 0 else (at, m.start), m) for m in mentions]
        fits = [(a, b, m) for (a, b), m in gaps if 0 <= b - a <= _GAP and not any(map(str.isalnum, document.source(span.origin)[a:b]))]
        if not fits:
            break
        _, _, best = max(fits, key=lambda fit: len(fit[2].span))
        row.append(best)
        at = best.start if step < 0 else best.end
    return row if any(m.label in _BESIDE for m in row) else []


def _cover(spans: Sequence[Span]) -> Span | None:
    """The span from the first to the last of some."""
    return Span(min(s.start for s in spans), max(s.end for s in spans), spans[0].origin) if spans else None

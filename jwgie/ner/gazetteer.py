"""The gazetteer: finds every name of the knowledge tables and adjective of nationality, and settles homographs by context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from jwgie import regexp
from jwgie.document import Document, Mention, Span, View
from jwgie.knowledge.names import Entry, Homograph, entries, homographs
from jwgie.languages import Pack
from jwgie.ner.matcher import Matcher
from jwgie.ner.regions import ElidedRegions

#: How many folded characters before and after a name its conditions see.
WINDOW = 60
#: What may stand between a described capital and its name: nothing, or one word (interim, economic).
APPOSITION = regexp.compile(r"\s+(?:\w+\s+)?")


class Gazetteer:
    """A recogniser of names in tables: COUNTRY, NATIONALITY, CITY, ORG, REGION.

    ``capitals`` in the section ``[gazetteer]`` of ``pack.toml`` lists the labels whose names are written with capitals; without one
    a word is no such name. ``[gazetteer.not_before]`` tells, for a label, what makes another word of a name when it stands right behind;
    then the longest shorter name is meant.
    """

    def __init__(self, pack: Pack) -> None:
        by_form: dict[str, list[Homograph]] = {}
        alike = list(homographs(pack))
        for form, homograph in zip(pack.fold_all(h.form for h in alike), alike, strict=True):
            by_form.setdefault(form, []).append(homograph)
        names: list[tuple[str, Entry | _Choice]] = [(form, _Choice(pack, rows)) for form, rows in by_form.items()]
        plain = list(entries(pack))
        meant: dict[str, Entry] = {}
        slugs: dict[str, str] = {}
        for entry, form in zip(plain, pack.fold_all(e.name for e in plain), strict=True):
            if form not in by_form and meant.setdefault(form, entry) is entry:
                names.append((form, entry))
            if entry.label == "REGION":
                slugs[form] = entry.value
        self._matcher: Matcher[Entry | _Choice] = Matcher(names, pack)
        self._elided = ElidedRegions(pack, slugs)
        config = pack.config.get("gazetteer", {})
        self._capitals = frozenset(config.get("capitals", ()))
        self._not_before = {label: regexp.compile(pack.fold_pattern(after)) for label, after in config.get("not_before", {}).items()}

    def __call__(self, document: Document) -> Iterator[Mention]:
        whole = "\n".join(view.text for view in document.views.values())
        for view in document.views.values():
            yield from _with_described(self._mentions(view, whole), view)

    def meanings(self, name: str) -> Iterator[Entry]:
        """All that a folded name may mean, whatever stands around it, what is usual first."""
        for found in self._matcher.get(name):
            yield from found.all() if isinstance(found, _Choice) else (found,)

    def _mentions(self, view: View, whole: str) -> Iterator[Mention]:
        for start, end, found in self._shortened(view) if self._not_before else self._matcher.find(view):
            for entry in found.decide(view, start, end, whole) if isinstance(found, _Choice) else (found,):
                if entry.label in self._capitals and not _capital(entry.name, view, start, end):
                    continue
                if entry.label:
                    yield Mention(entry.label, view.span(start, end), entry.value, entry.rule)
                if entry.label == "REGION":
                    yield from self._elided(view, start, end)

    def _shortened(self, view: View) -> Iterator[tuple[int, int, Entry | _Choice]]:
        """The names found, of each that goes on as another word the longest shorter one."""
        for start, end, found in self._matcher.find(view):
            if not self._another(view, end, found):
                yield start, end, found
                continue
            inside = [n for n in self._matcher.find(view, start, end, nested=True) if n[0] == start and n[1] < end]
            yield from [n for n in sorted(inside, key=lambda n: -n[1]) if not self._another(view, n[1], n[2])][:1]

    def _another(self, view: View, end: int, found: Entry | _Choice) -> bool:
        """Whether what stands behind a name makes another word of it."""
        after = self._not_before.get(found.label) if not isinstance(found, _Choice) else None
        return after is not None and after.match(view.text, end) is not None


def _capital(name: str, view: View, start: int, end: int) -> bool:
    """Whether a name is written with capitals: one that is nothing but capitals (US, WHO) with nothing but these."""
    span = view.span(start, end)
    written = view.source[span.start : span.end]
    return written == written.upper() if name == name.upper() else written != written.lower()


def _with_described(mentions: Iterator[Mention], view: View) -> Iterator[Mention]:
    """A capital that is only described and the city of its country named right after are one mention of the city named, which
    may be another than the capital: the Ivorian capital Abidjan, the interim capital Aden."""
    described: Mention | None = None
    for mention in mentions:
        if described is not None:
            named = mention.label == "CITY" and mention.value.country == described.value.country
            if named and APPOSITION.fullmatch(view.source, described.end, mention.start):
                mention = mention._replace(span=Span(described.start, mention.end, view.origin))
            else:
                yield described
            described = None
        if mention.rule == "knowledge.capital":
            described = mention
        else:
            yield mention
    if described is not None:
        yield described


class _Condition(NamedTuple):
    spelling: regexp.Pattern | None
    before: regexp.Pattern | None
    after: regexp.Pattern | None
    here: regexp.Pattern | None
    not_here: regexp.Pattern | None

    def holds(self, view: View, start: int, end: int, whole: str) -> bool:
        if self.spelling is not None:
            span = view.span(start, end)
            if not self.spelling.search(view.source[span.start : span.end]):
                return False
        if self.before is not None and not self.before.search(view.text[max(0, start - WINDOW) : start]):
            return False
        if self.after is not None and not self.after.match(view.text[end : end + WINDOW]):
            return False
        if self.here is not None and not self.here.search(whole):
            return False
        return self.not_here is None or not self.not_here.search(whole)


class _Choice:
    """The meanings of one form, each with its conditions; the first whose conditions hold is meant."""

    def __init__(self, pack: Pack, rows: Sequence[Homograph]) -> None:
        self._pack = pack
        self._rows = rows

    def all(self) -> Iterator[Entry]:
        """The entries of every meaning."""
        return (entry for row in self._rows for entry in row.entries if entry.label)

    @cached_property
    def _meanings(self) -> list[tuple[_Condition, tuple[Entry, ...]]]:
        """The conditions, compiled when the form is first met, with what is meant under each."""

        def compiled(pattern: str, form: str = "{}") -> regexp.Pattern | None:
            return regexp.compile(form.format(self._pack.fold_pattern(f"(?:{pattern})"))) if pattern else None

        return [
            (
                _Condition(
                    regexp.compile(row.spelling) if row.spelling else None,
                    compiled(row.before, r"{}\Z"),
                    compiled(row.after),
                    compiled(row.here),
                    compiled(row.not_here),
                ),
                row.entries,
            )
            for row in self._rows
        ]

    def decide(self, view: View, start: int, end: int, whole: str) -> tuple[Entry, ...]:
        for condition, meant in self._meanings:
            if condition.holds(view, start, end, whole):
                return meant
        return ()

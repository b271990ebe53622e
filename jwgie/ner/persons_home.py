"""For whom people speak whose description alone does not tell: the same name tells it elsewhere, the one whom they are listed with, or
that the press of the language leaves its own country unsaid."""

from __future__ import annotations

from itertools import pairwise

from jwgie import regexp
from jwgie.document import Document, Mention, Span
from jwgie.languages import Pack
from jwgie.ner.values import CityValue, PersonValue

#: What the rule of an office ends in whose holders the press leaves without a country at home.
HOME = ".home"
#: The highest offices: who holds one is told with the country, or is at home.
HIGHEST = frozenset({"president", "king"})
#: The words that say whose side somebody is of: a category of ``phrase_words.tsv``, a class of ``meeting_cues.tsv``.
_SIDES = frozenset({"SIDE", "delegation"})
#: How far (characters) before a person the side may be named.
NEAR = 48
#: How far behind a person a delegation may be told of that this one leads.
BEHIND = 20
#: Within so many characters of its beginning a report names the agency that wrote it.
BEGIN = 60
#: The second of a list begins within so many characters behind the first ("and" or a comma, a space to each side).
LISTED = 5
#: How far behind two countries the word may end that tells what is between them.
REACH = 24


class Homes:
    """The countries of the press of a language (``[press] home`` of ``pack.toml``), and what joins those who speak for one."""

    def __init__(self, pack: Pack) -> None:
        self.codes: tuple[str, ...] = tuple(pack.config.get("press", {}).get("home", ()))
        links = pack.toml("meetings").get("links", {})
        rows = (
            row for name in ("phrase_words", "meeting_cues") for row in pack.rows(name) if _SIDES & {row.get("category"), row.get("class")}
        )
        teams = (row["forms"].split(" | ") for row in pack.rows("meeting_cues") if row["class"] == "delegation")
        self.teams = tuple(pack.fold_all(form for forms in teams for form in forms))
        whom = (row["forms"].split(" | ") for row in pack.rows("meeting_cues") if row["class"] == "behind")
        self.apart = (",", *(f" {form} " for form in pack.fold_all(form for forms in whom for form in forms)))
        self.marks = tuple(pack.fold_all(form for row in rows for form in row["forms"].split(" | ")))
        agencies = (row for row in pack.rows("institutions") if row["slug"] == "news_agency" and row["country"])
        self.agencies = {pack.fold(form): row["country"] for row in agencies for form in row["forms"].split(" | ")}
        words = (row["forms"].split(" | ") for row in pack.rows("body_words") if row["category"] == "BETWEEN")
        self.between = tuple(pack.fold_all(form for forms in words for form in forms))
        self.deputies = frozenset(
            pack.fold_all(form for row in pack.rows("offices") if row["kind"] == "deputy" for form in row["forms"].split(" | "))
        )
        marker = links.get("marker")
        self.subject = regexp.compile(pack.fold_pattern(marker)) if marker else None
        self.joining = frozenset((",", *pack.fold_all(links.get("conjunctions", ()))))

    def sided(self, document: Document, found: list[Mention]) -> list[Mention]:
        """The mentions, each of the people among them with a side where one is known."""
        told: dict[str, str] = {}
        for mention in found:
            if mention.label == "PERSON" and mention.value.party:
                told.setdefault(document.folded(mention.value.name).split()[-1], mention.value.party)
        found = _whole(document, found)
        home = self._home(document, found) if self.codes else None
        offices = {m.span: m for m in found if m.label == "OFFICE"}
        sided: list[Mention] = []
        before: Mention | None = None
        for mention in found:
            if mention.label == "PERSON":
                value: PersonValue = mention.value
                office = offices.get(value.position) if value.position is not None else None
                its = [o for span, o in offices.items() if value.position is not None and value.position.contains(span)]
                here = home if its and all(o.rule.endswith(HOME) for o in its) and not value.counterpart else None
                listed = self._listed(document, before, mention, offices) if office is not None and before is not None else None
                here = here if here and self._team(document, mention) in (None, here) else None
                party = value.party or told.get(document.folded(value.name).split()[-1]) or listed or here
                before = mention = mention._replace(value=value._replace(party=party)) if party else mention
            sided.append(mention)
        return sided

    def _team(self, document: Document, mention: Mention) -> str | None:
        """The side that the words before a person name ("the Chinese delegation was headed by the minister X"), or those behind ("under the
        minister X a Chinese delegation")."""
        view = document.views[mention.span.origin]
        behind = next(document.in_span(Span(mention.end, mention.end + NEAR, mention.span.origin), "COUNTRY", "NATIONALITY"), None)
        if behind is not None and behind.start - mention.end <= BEHIND:
            at = view.position(behind.end)
            between = view.text[view.position(mention.end) : view.position(behind.start)]
            apart = any(mark in between for mark in self.apart)  # "the minister X was met by a Chinese delegation"
            if not apart and "." not in view.text[view.position(mention.end) : at] and view.text.startswith(self.teams, at + 1):
                return str(behind.value)
        near = Span(max(0, mention.start - NEAR), mention.start, mention.span.origin)
        named = list(document.in_span(near, "COUNTRY", "NATIONALITY"))
        between = view.text[view.position(named[-1].end) : view.position(mention.start)] if named else ""
        if "." in between or (self.subject is not None and self.subject.search(between)):  # "the Chinese delegation met the minister X"
            return None
        return str(named[-1].value) if any(mark in between for mark in self.marks) else None

    def _listed(self, document: Document, before: Mention, mention: Mention, offices: dict[Span, Mention]) -> str | None:
        """The side of the one before in a list, where the second has another office than the first, none of the highest: "the
        ministers of A, X, and of trade, Y"."""
        one, other = (offices.get(m.value.position) for m in (before, mention))
        peer = before.value.counterpart and before.value.party is not None and other is not None and other.value not in HIGHEST
        if peer and 0 < mention.start - before.end <= LISTED and self._joined(document, before, mention):
            return str(before.value.party)  # "his counterpart A and the minister B"
        if one is None or other is None or before.span.origin != mention.span.origin or other.value in HIGHEST:
            return None
        if any(o.rule.endswith(HOME) and document.folded(o.span) in self.deputies for o in (one, other)):
            return None
        if document.folded(one.span) == document.folded(other.span) or mention.start - before.end > LISTED:
            return None
        party: str | None = before.value.party
        return party if self._joined(document, before, mention) else None

    def _joined(self, document: Document, before: Mention, mention: Mention) -> bool:
        """Whether nothing but what joins the members of a list stands between two people."""
        view = document.views[mention.span.origin]
        return view.text[view.position(before.end) : view.position(mention.start)].strip() in self.joining

    def _home(self, document: Document, found: list[Mention]) -> str | None:
        """Of several countries of a press the one where a report is written, else the first that it names at all. The country of a foreign
        agency that wrote it; none where a report names no home
        but two other countries together."""
        begin = (m for m in found if m.label == "INSTITUTION" and m.span.origin == "text" and m.start <= BEGIN)
        agency = next((code for m in begin if (code := self.agencies.get(document.folded(m.span)))), None)
        if agency is not None and agency not in self.codes:
            return agency
        first = [m for s in document.sentences if s.kind == "dateline" for m in document.in_span(s.span, "CITY", "COUNTRY")]
        named = [m.value.country if isinstance(m.value, CityValue) else m.value for m in first]
        named = [code for code in named if code in self.codes] or [
            str(m.value) for m in document.mentions if m.label in ("COUNTRY", "NATIONALITY") and m.value in self.codes
        ]
        cities = [m.value.country for m in document.mentions if m.label == "CITY" and isinstance(m.value, CityValue)]
        cities = [code for code in cities if code in self.codes]
        if not named and not cities and self._abroad(document, found):
            return None
        named = named or cities
        peers = {m.value.party for m in found if m.label == "PERSON" and m.value.counterpart}
        if not first and named and set(named) <= peers:  # of whose country the one is who met them
            return None if self.codes[0] in peers else self.codes[0]
        return next((code for code in self.codes if code in named), self.codes[0])

    def _abroad(self, document: Document, found: list[Mention]) -> bool:
        """Whether a report tells of people of a country and of what is between this and another one."""
        theirs = {m.value.party for m in found if m.label == "PERSON" and m.value.party}
        countries = sorted((m for m in document.mentions if m.label == "COUNTRY"), key=lambda m: m.span)
        for one, other in pairwise(countries):
            if one.value != other.value and one.span.origin == other.span.origin:
                view = document.views[one.span.origin]
                between = view.text[view.position(one.end) : view.position(other.start)].strip()
                after = view.text[view.position(other.end) :][:REACH].lstrip()
                if (between in self.joining or between == "-") and {one.value, other.value} & theirs and after.startswith(self.between):
                    return True
        return False


def _whole(document: Document, found: list[Mention]) -> list[Mention]:
    """The mentions, in which somebody called by the first name alone, as sheikhs and princes are, is the one named in full elsewhere."""
    first: dict[str, PersonValue] = {}
    short: dict[int, str] = {}
    for i, mention in enumerate(found):
        words = document.folded(mention.value.name).split() if mention.label == "PERSON" else []
        if len(words) > 1:
            first.setdefault(words[0], mention.value)
        elif words and mention.value.party is None and mention.value.position is None:
            short[i] = words[0]
    return [m._replace(value=first[short[i]]) if i in short and short[i] in first else m for i, m in enumerate(found)]

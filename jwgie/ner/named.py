"""People in scripts with capital letters: descriptions of named persons with their parts, offices and institutions, and titles.

How a language puts its phrases together is data, the section ``[grammar]`` of the pack's ``people.toml``: fragments as in
`jwgie.ner.phrases`, over the units of `jwgie.ner.named_units`. Some of them are layers, run one after the other; what a layer finds is one
unit for those after it:

``institution`` becomes INST, or UNIT where its role ``head`` is filled by an entry of the kind ``unit`` (a department), or AGENCY
    where it is of the kind ``agency`` (of news; nobody's seat). Roles:
    ``head``, ``owner`` (the state that it belongs to), ``bare`` where it is only called "the ministry".
``office`` becomes OFFICE, or OFFICES where its ``head`` is in the plural. Roles: ``head``, ``owner`` (of several: of the state
    before the organisation), ``seat`` (the institution that it is an office of); the group ``position`` is what is told as the
    position, all of it where there is no such group.
``name`` becomes PERSONAL, or SINGLE where it is one word.
``locality`` (not every grammar has it) becomes CITY: a name that no table knows but that its words tell to be a place, with its
    country. Roles: ``place``, ``country``.
``person`` makes the mentions PERSON. Roles before a name: ``title``, ``before`` (its offices), ``field`` (of an office in the
    plural, told with the first of several), ``affil`` (the body that the person
    belongs to), ``party`` (the side), ``counterpart``; the ``name`` itself; behind it ``after`` (its offices), ``unit`` (a department
    beside them), ``body``, ``own`` (the side), ``peer`` (that it is somebody's counterpart); ``facing``: of several persons the side of
    each, in order. A match may have several names: an office in the plural is that of all, and so is ``counterpart``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jwgie.document import Document, Mention, Span, View
from jwgie.languages import Pack
from jwgie.ner.named_lexicon import vocabulary
from jwgie.ner.named_short import fuller, short_mentions
from jwgie.ner.named_units import CasedUnits, Part, Row, Unit
from jwgie.ner.phrases import Grammar
from jwgie.ner.values import CityValue, PersonValue

#: The layers, in their order.
LAYERS = ("institution", "office", "name", "locality", "person")
#: Those that a grammar may lack.
OPTIONAL = frozenset({"locality"})
#: Roles of what stands behind the name it belongs to.
BEHIND = frozenset({"after", "unit", "body", "own", "peer"})
#: What institutions become by the kind of their head, if not INST.
MADE = {"unit": "UNIT", "agency": "AGENCY"}
#: Kinds of institution that "the ministry", "the embassy" take up again; "the council" may be anything.
RESOLVED = frozenset({"ministry", "embassy", "agency", "university", "company"})
#: Kinds that have a name in the noun alone ("the Senate").
NAMED = frozenset({"parliament"})
#: The kind of an office that is only what somebody does at the meeting.
DUTY = "duty"
#: The rule of an institution that is only called by its noun.
BARE = "institutions.bare"
NOTHING = Part((), {})


class NamedPeople:
    """The recogniser of INSTITUTION, HONORIFIC, OFFICE and PERSON mentions where names are told by capitals. Runs after the gazetteer."""

    def __init__(self, pack: Pack) -> None:
        data = pack.toml("people")
        self.units = CasedUnits(pack, vocabulary(pack))
        self.grammar = Grammar(data["grammar"], f"{pack.code}/people.toml")
        self.layers = {name: self.grammar.compile(name) for name in LAYERS if name not in OPTIONAL or name in data["grammar"]}
        self._make = {
            "institution": self._institution, "office": self._office, "name": self._name, "locality": self._place, "person": self._person,
        }  # fmt: skip
        self.particles = frozenset(map(pack.fold, data["names"].get("particles", ())))

    def __call__(self, document: Document) -> Iterator[Mention]:
        found: list[Mention] = []
        lines: list[tuple[View, list[Unit]]] = []
        for view in document.views.values():
            for units in self.units(document, view):
                for layer in self.layers:
                    units = self._layer(layer, view, units, found)
                lines.append((view, units))
        found = fuller(document, found)
        yield from found
        yield from short_mentions(document, lines, found, self.particles)

    def _layer(self, layer: str, view: View, units: list[Unit], found: list[Mention]) -> list[Unit]:
        """The units with the phrases of a layer made one each; their mentions are added to those found."""
        line = "".join([self.grammar.alphabet[u.category] for u in units])
        made: list[Unit] = []
        at = 0
        for match in self.layers[layer].finditer(line):
            first, last = match.span()
            if first == last:
                continue
            made += units[at:first]
            at = last
            roles = {role: [(a - first, b - first) for a, b in match.spans(role)] for role in match.re.groupindex if match[role]}
            part = Part(units[first:last], roles)
            made.append(self._make[layer](view, part, found))
        return [*made, *units[at:]] if at else units

    def _institution(self, view: View, part: Part, found: list[Mention]) -> Unit:
        start, end = _extent(part)
        head = _row(part.of("head")[-1])
        unit = Unit(start, end, MADE.get(head.kind, "INST"), part)
        rule = BARE if _bare(unit) else "institutions.name" if head.kind in ("name", "agency") else "institutions.head"
        found.append(Mention("INSTITUTION", view.span(start, end), head.slug, rule))
        return unit

    def _office(self, view: View, part: Part, found: list[Mention]) -> Unit:
        start, end = _extent(part)
        head = _row(part.of("head")[0])
        rule = f"offices.{head.kind}" + (".plural" if head.plural else "")
        found.append(Mention("OFFICE", view.span(start, end), head.slug, rule))
        return Unit(start, end, "OFFICES" if head.plural else "OFFICE", part)

    def _name(self, view: View, part: Part, found: list[Mention]) -> Unit:
        return Unit(*_extent(part), "PERSONAL" if len(part.units) > 1 else "SINGLE", part)

    def _place(self, view: View, part: Part, found: list[Mention]) -> Unit:
        """The whole match as what its name is: a city of a country that stands beside it."""
        place, country = part.of("place")[0], part.of("country")[0].source
        span = view.span(place.start, place.end)
        if not isinstance(country, Mention):
            return place
        mention = Mention("CITY", span, CityValue(view.source[span.start : span.end], str(country.value)), "places.named")
        found.append(mention)
        return Unit(place.start, part.units[-1].end, "CITY", mention)

    def _person(self, view: View, part: Part, found: list[Mention]) -> Unit:
        for told in Told.each(part):
            listed = view.origin == "title" and view.text[told.end : told.end + 2].strip().isalnum()
            found += list(self._described(view, told.alone() if listed else told, found))
        return Unit(*_extent(part), "PERSON", part)

    def _described(self, view: View, told: Told, found: Sequence[Mention]) -> Iterator[Mention]:
        """The mentions of one person: the whole, and the titles."""
        titles, offices = told.titles(), told.offices()
        for title in titles:
            yield Mention("HONORIFIC", view.span(title.start, title.end), _row(title).kind, f"honorifics.{_row(title).kind or 'title'}")
        own = [o for o in offices if o.category == "OFFICE"] if told.joint else []
        told_by = own or offices  # "the coordinators, ambassador A and minister B": each has an office of his own
        position = (_position(told_by[0])[0], _position(told_by[-1])[1]) if told_by else None
        if told.units("field"):  # of an office in the plural that is told with the first of several
            position = None
        if position and told.units("unit") and not told.units("before"):
            position = position[0], told.units("unit")[-1].end
        affiliation = self._affiliation(view, told, offices, found)
        name = told.units("name")[0]
        value = PersonValue(
            view.span(name.start, name.end),
            view.span(titles[0].start, titles[-1].end) if titles else None,
            view.span(*position) if position else None,
            affiliation,
            self._party(told, told.units("before") or offices),
            bool(told.units("counterpart") or told.units("peer")),
        )
        rule = "counterpart" if value.counterpart else "joint" if told.joint else "described"
        yield Mention("PERSON", view.span(told.start, told.end), value, f"persons.{rule}")

    def _affiliation(self, view: View, told: Told, offices: Sequence[Unit], found: Sequence[Mention]) -> Span | None:
        """The body that a person belongs to; where it is only called "the ministry", its full name elsewhere."""
        seats = [seat for office in offices for seat in _part(office).of("seat")]
        owners = [owner for office in offices for owner in _part(office).of("owner")]
        organisations = [o for o in owners if o.category == "ORG"]
        body = told.units("body")
        if len(body) > 1 and not seats:
            return view.span(body[0].start, body[-1].end)
        for unit in (*reversed(seats), *body, *told.units("affil"), *organisations):
            if _bare(unit):
                slug = _head(unit).slug
                if slug in NAMED and " " in view.text[unit.start : unit.end]:
                    return view.span(unit.start, unit.end)
                if slug not in RESOLVED:
                    continue
                named = next((m for m in reversed(found) if m.label == "INSTITUTION" and m.value == slug and m.rule != BARE), None)
                return named.span if named else view.span(unit.start, unit.end)
            return view.span(unit.start, unit.end)
        return None

    def _party(self, told: Told, offices: Sequence[Unit]) -> str | None:
        """The side that a description itself gives."""
        for unit in (*told.units("party"), *told.units("own")):
            return _side(unit)
        for office in offices:  # "the ministers of A and B, respectively"
            owners = _part(office).of("owner")
            if told.joint and told.rank and office.category == "OFFICES" and len(owners) > told.rank:
                return _side(owners[told.rank])
        units = [*offices, *told.units("body"), *told.units("unit"), *told.units("affil")]
        return next((side for unit in units if (side := _side(unit))), None)


class Told:
    """What a match tells of one person: the units that fill roles, and where its words start and end in the view."""

    def __init__(self, filled: Sequence[tuple[str, Unit]], start: int, end: int, joint: bool, rank: int = 0) -> None:
        """`rank`: which of those with one office in common it is, from 0."""
        self._filled = filled
        self.start, self.end, self.joint, self.rank = start, end, joint, rank

    def units(self, role: str) -> list[Unit]:
        """The units that fill a role."""
        return [unit for filled, unit in self._filled if filled == role]

    def alone(self) -> Told:
        """The person without an office of a side behind the name: in a headline that goes on, a comma joins two ("A, Omani FM meet")."""
        other = any(_part(unit).of("owner") for unit in self.units("after")) and not self.units("before")
        filled = [(role, unit) for role, unit in self._filled if role not in BEHIND] if other else self._filled
        end = self.units("name")[-1].end if other else self.end
        return Told(filled, self.start, end, self.joint, self.rank)

    def titles(self) -> list[Unit]:
        """The titles before a name, those before its office only where none stands behind that ("His Excellency Prime Minister Dr A")."""
        found = self.units("title")
        behind = max((unit.end for unit in self.units("before")), default=0)
        return [unit for unit in found if unit.start >= behind] or found

    def offices(self) -> list[Unit]:
        """The offices before a name, else those behind it, and these where before it is only a duty ("the co-chair, A, minister")."""
        before, after = self.units("before"), self.units("after")
        chosen = after if after and all(_head(unit).kind == DUTY for unit in before) else before or after
        return [unit for unit in chosen if _head(unit).kind != DUTY] or chosen

    @classmethod
    def each(cls, part: Part) -> Iterator[Told]:
        """The persons of a match. What stands behind a name belongs to it, all else to the name that follows, but for an office in
        the plural, which is that of all."""
        filled = sorted((first, role, part.unit(first, last)) for role, ranges in part.roles.items() for first, last in ranges)
        names = [i for i, (_, role, _) in enumerate(filled) if role == "name"]
        shared = [(role, unit) for _, role, unit in filled if role in ("before", "after") and unit.category == "OFFICES"]
        counterparts = [(role, unit) for _, role, unit in filled if role == "counterpart"]
        sides = _sides(filled, names, shared) if len(names) > 1 else []
        zipped = len(sides) == len(names)  # "the Omani and Kuwaiti ministers A and B"
        nations = [(role, unit) for _, role, unit in filled[: names[0]] if role == "party" and counterparts]
        begin = 0
        for number, at in enumerate(names):
            end = at + 1
            while end < len(filled) and filled[end][1] in BEHIND:
                end += 1
            own = [(role, unit) for _, role, unit in filled[begin:end]]
            if zipped:
                own = [("party", sides[number]), *(pair for pair in own if pair[0] != "party")]
            if len(names) == 1:
                yield cls(own, part.units[0].start, part.units[-1].end, bool(shared))
            else:
                sided = zipped or any(role in ("party", "own") for role, _ in own)
                lent = () if sided else nations  # "his Omani counterparts A and B"
                more = [pair for pair in (*shared, *counterparts, *lent) if pair not in own]
                alone = [pair for pair in own if pair not in shared and pair not in counterparts]
                words = [unit for role, unit in alone if role != "party" or not zipped]
                yield cls([*more, *own], words[0].start if number else part.units[0].start, words[-1].end, bool(shared), number)
            begin = end


def _sides(filled: Sequence[tuple[int, str, Unit]], names: Sequence[int], shared: Sequence[tuple[str, Unit]]) -> list[Unit]:
    """The sides of several persons, in order: named behind them ("A and B, of Oman and Qatar"), before the first by themselves or as
    owners of the office of all of them, or else within it ("of the Omani and Qatari services")."""
    facing = [unit for _, role, unit in filled[names[-1] :] if role == "facing"]
    parties = [unit for _, role, unit in filled[: names[0]] if role == "party"]
    owners = [owner for _, office in shared for owner in _part(office).of("owner")]
    sides = facing or sorted((*parties, *owners), key=lambda unit: unit.start)
    if len(sides) != len(names):  # "A, B and C, the Greek, Cypriot and Armenian ministers"
        sides = sorted((*facing, *owners), key=lambda unit: unit.start)
    if len(sides) == len(names):
        return sides
    inside = [unit for _, office in shared for unit in _nations(office)]
    return inside if len({_side(unit) for unit in inside}) == len(names) else sides


def _nations(unit: Unit) -> Iterator[Unit]:
    """The states that the words of a unit name, however deep within, in order."""
    for inner in _part(unit).units:
        if inner.category in ("COUNTRY", "NATIONALITY"):
            yield inner
        yield from _nations(inner)


def _extent(part: Part) -> tuple[int, int]:
    return part.units[0].start, part.units[-1].end


def _part(unit: Unit) -> Part:
    return unit.source if isinstance(unit.source, Part) else NOTHING


def _bare(unit: Unit) -> bool:
    """Whether a unit is an institution that is only called by its noun."""
    part = _part(unit)
    return "bare" in part.roles or (len(part.units) == 1 and _head(unit).kind == "head")


def _row(unit: Unit) -> Row:
    return unit.source if isinstance(unit.source, Row) else Row(unit.category)


def _head(unit: Unit) -> Row:
    """The entry that a phrase is built on, or that a word is."""
    heads = _part(unit).of("head")
    return _row(heads[-1]) if heads else _row(unit)


def _position(unit: Unit) -> tuple[int, int]:
    """Where what is told as a position starts and ends in an office."""
    return _part(unit).bounds("position") or (unit.start, unit.end)


def _side(unit: Unit) -> str | None:
    """The side that a unit names: the state or organisation itself, that of a city, the owner of an office or a body."""
    source = unit.source
    if isinstance(source, Mention):
        return source.value.country if isinstance(source.value, CityValue) else str(source.value)
    if isinstance(source, Row):
        return source.country or None
    if source is None:
        return None
    owners = sorted(source.of("owner"), key=lambda owner: owner.category == "ORG")
    for inner in (*owners, *source.of("seat"), *source.of("head")):
        if side := _side(inner):
            return side
    return None

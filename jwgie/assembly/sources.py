"""Whom a report cites: an institution, a news medium, unnamed sources, a spokesperson, or an official's word to the press."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jwgie.assembly.draft import Draft, Reason, Value
from jwgie.assembly.homes import agencies, homes_of, written_by
from jwgie.assembly.links import links
from jwgie.assembly.meetings import Meeting, cues_and_sides
from jwgie.assembly.speakers import Ground
from jwgie.assembly.voices import institutions
from jwgie.document import Document, Mention, Relation, Span
from jwgie.languages import Pack

#: Kinds of institutions that one speaks to in order to be quoted.
AGENCIES = ("news_agency", "agency")

#: Kinds of institutions of a state: one that a report names without its country is that of the side that it tells from.
OF_STATE = ("ministry", "department", "office", "presidency", "government", "parliament", "armed_forces")

#: The end of the rules of patterns that count in a headline too: "Statement by ...".
TITLE = ".title"


@dataclass(frozen=True, slots=True)
class Cited:
    """Somebody cited: the words, and the mention that tells the side."""

    name: Span
    relation: Relation
    mention: Mention | None


def fill_sources(document: Document, meeting: Meeting, draft: Draft, pack: Pack) -> None:
    """Set `sources`, with their evidence."""
    seen: list[str] = []
    seen_bare: list[tuple[str, str]] = []
    for cited in _cited(document, meeting, list(_participants(document, draft)), pack):
        name = document.folded(cited.name)
        bare = _bare(document, cited)
        if bare in seen_bare:
            continue  # "Oman's ministry", "the Omani ministry"
        seen_bare += [bare] if bare else []
        if name in seen or any(name in other or other in name for other in seen) or (seen and _anaphoric(document, cited, pack)):
            continue
        seen.append(name)
        party = _party(document, meeting, cited, draft, pack)
        draft.add("sources", {
            "name": draft.value(document.slice(cited.name), cited.name, rule=cited.relation.rule),
            "party": draft.value(*party) if party else None,
        })  # fmt: skip


def _bare(document: Document, cited: Cited) -> tuple[str, str] | None:
    """An institution by the state that its name begins with, and the rest of the name."""
    first = next(document.in_span(cited.name, "COUNTRY", "NATIONALITY"), None)
    if first is None or first.start != cited.name.start or first.end >= cited.name.end:
        return None
    rest = document.folded(Span(first.end, cited.name.end, cited.name.origin)).partition(" ")[2]
    return (str(first.value), rest) if rest else None


def _cited(document: Document, meeting: Meeting, participants: list[set[str]], pack: Pack) -> Iterator[Cited]:
    for cited, names in document.once(_named, pack):
        if cited.relation.name == "source_person":
            assert cited.mention is not None
            to_press = "press" in names or meeting.status != "held" or cited.relation.rule.endswith(TITLE)
            outside = "at_talks" not in names and (to_press or not _present(document, cited.mention, participants))
            if not outside and not is_spokesperson(document, cited.mention):
                continue
        yield cited


def _named(document: Document, pack: Pack) -> list[tuple[Cited, frozenset[str]]]:
    """Whom a report names as a source, each name of an institution once, with the names of the relations of its sentence."""
    found: dict[tuple[object, ...], tuple[Cited, frozenset[str]]] = {}
    described = pack.toml("meetings").get("sources", {}).get("described", False)
    for sentence in document.sentences:  # whom a report cites, it cites for all its meetings
        relations = document.relations_in(sentence.index) if sentence.kind != "dateline" else ()
        if sentence.kind == "headline":
            relations = [r for r in relations if r.rule.endswith(TITLE)]
        names = frozenset(relation.name for relation in relations)
        for relation in relations:
            if relation.name in ("source", "source_through"):
                if (cited := _institution(document, relation, pack)) is not None:
                    found.setdefault((document.folded(cited.name), cited.mention is None), (cited, names))
            elif relation.name == "source_person" and (person := relation.mention("person")) is not None:
                whole = described and person.rule == "persons.described" and is_spokesperson(document, person)
                found[relation.span] = Cited(person.span if whole else person.value.name, relation, person), names
    return list(found.values())


def _institution(document: Document, relation: Relation, pack: Pack) -> Cited | None:
    span = relation.role_span("source")
    assert span is not None
    mention = next(document.in_span(span, "INSTITUTION"), None)
    if mention is not None and mention.value == "council" and span == mention.span and " " not in document.folded(span):
        return None  # "the council" is the body that met
    if relation.rule == "source.told_agency" and (mention is None or mention.value not in AGENCIES):
        return None
    full = _full(document, mention, pack) if mention is not None and span == mention.span else None
    if full is None and " " not in document.folded(span) and document.slice(span).islower():
        return None  # "the ministry", of which nothing tells whose
    return Cited(full.span, relation, full) if full is not None else Cited(span, relation, mention)


def _full(document: Document, mention: Mention, pack: Pack) -> Mention | None:
    """The longest earlier phrase that a single word with the article ("the ministry") takes up, if it tells whose it is."""
    article = pack.config["clitics"]["article"]
    word = document.folded(mention.span)
    if " " in word or not word.startswith(article):
        return None
    named = document.once(_institutions).get(word.removeprefix(article), ())
    mine = [m for m in named if m.start < mention.start]
    sided = [m for m in mine if next(document.in_span(m.span, "NATIONALITY", "COUNTRY"), None)]
    return max(sided, key=lambda m: m.end - m.start, default=None)


def _institutions(document: Document) -> dict[str, list[Mention]]:
    """The institutions that the text names in several words, by the first of them."""
    found: dict[str, list[Mention]] = {}
    for mention in document.labelled("INSTITUTION", "text"):
        head, space, _ = document.folded(mention.span).partition(" ")
        if space:
            found.setdefault(head, []).append(mention)
    return found


def is_spokesperson(document: Document, person: Mention) -> bool:
    """Whether somebody speaks for others by office."""
    position = person.value.position
    offices = document.in_span(position, "OFFICE") if position else ()
    return any(office.value == "spokesperson" for office in offices)


def _present(document: Document, person: Mention, participants: list[set[str]]) -> bool:
    """Whether somebody took part: then words at the table make no source."""
    words = set(document.folded(person.value.name).split())
    return any(words <= other or other <= words for other in participants)


def _anaphoric(document: Document, cited: Cited, pack: Pack) -> bool:
    """Whether a single word with the article ("the ministry") takes up a source that was cited before."""
    name = document.folded(cited.name)
    return bool(cited.mention) and " " not in name and name.startswith(pack.config["clitics"]["article"])


def _participants(document: Document, draft: Draft) -> Iterator[set[str]]:
    """The names of those who took part, folded, each as a set of words."""
    for _, person in _people(draft):
        yield from _words(document, person["name"])


def _people(draft: Draft) -> Iterator[tuple[Value, dict[str, Value | None]]]:
    for delegation in draft.get("delegations") or ():
        for person in delegation.get("people", ()):
            yield delegation["party"], person


def _words(document: Document, value: Value | None) -> Iterator[set[str]]:
    for e in value.evidence if value else ():
        if e.origin in ("text", "title"):
            yield set(document.folded(Span(e.start, e.end, e.origin)).split())


def _party(document: Document, meeting: Meeting, cited: Cited, draft: Draft, pack: Pack) -> tuple[str, Ground | Reason] | None:
    """The side of somebody cited and what tells it: the words, one of the delegations, or for an institution of a state that is
    named without its country, the side that the report names first."""
    mention = cited.mention
    if mention is not None and mention.label == "PERSON":
        own = (mention.value.party, mention) if mention.value.party else None
        return _delegation(document, draft, cited, "name") or own or (_first(meeting) if is_spokesperson(document, mention) else None)
    reach = Span(cited.name.start, cited.name.end + 20, cited.name.origin)
    inside = [m for m in document.in_span(reach, "NATIONALITY", "COUNTRY", "ORG") if m.start <= cited.name.end + 1]
    house = institutions(pack).get(document.folded(mention.span)) if mention is not None else None
    if house is not None and mention is not None:
        return house, mention
    found = next((m for m in inside if m.value in meeting.parties), inside[0] if inside else None)
    if found is not None:
        return found.value, found
    if mention is None:
        return None
    agency = agencies(pack).get(document.folded(mention.span))
    if agency in meeting.parties:
        return agency, mention
    if mention.value not in OF_STATE:
        return None
    where = _written(document, pack) or homes_of(pack)
    home = next(((code, grounds[0]) for code, grounds in meeting.parties.items() if grounds and code in where), None)
    return _delegation(document, draft, cited, "affiliation") or home or _first_state(meeting)


def _written(document: Document, pack: Pack) -> tuple[str, ...]:
    """The country of the agency that wrote a report, else the language's own, where the press leaves that unsaid."""
    own = links(pack).home
    if not own:
        return ()
    wrote = written_by(document.once(cues_and_sides, pack)[1])
    return (wrote[0] if wrote else own,)


def _delegation(document: Document, draft: Draft, cited: Cited, slot: str) -> tuple[str, Reason] | None:
    """The side of the first in the delegations whose name or body is that of somebody cited."""
    words = set(document.folded(cited.name).split())
    for party, person in _people(draft):
        if any(words <= other or other <= words for other in _words(document, person.get(slot))):
            return party.value, next(iter(party.evidence))
    return None


def _first(meeting: Meeting) -> tuple[str, Ground] | None:
    """The side that is named first."""
    return next(((code, grounds[0]) for code, grounds in meeting.parties.items() if grounds), None)


def _first_state(meeting: Meeting) -> tuple[str, Ground] | None:
    """The state that is named first."""
    return next(((code, grounds[0]) for code, grounds in meeting.parties.items() if grounds and len(code) == 2), None)

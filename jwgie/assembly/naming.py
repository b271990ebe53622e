"""By what a side or a person is named: the code that a mention tells by itself, and the last word of a name."""

from __future__ import annotations

from jwgie.document import Document, Mention
from jwgie.knowledge import organisations
from jwgie.ner.values import CityValue, PersonValue

#: Labels whose mentions can name a side.
SIDE_LABELS = ("COUNTRY", "NATIONALITY", "ORG", "CITY")


def side_of(mention: Mention) -> str | None:
    """The code of the side that a mention names by itself; a city stands for its country, a forum for nobody."""
    if isinstance(mention.value, CityValue):
        return mention.value.country
    if isinstance(mention.value, PersonValue):
        return mention.value.party
    if mention.label == "ORG" and organisations()[mention.value].type == "forum":
        return None
    return mention.value if mention.label in SIDE_LABELS else None


def last_name(document: Document, mention: Mention) -> str:
    """The folded last word of a person's name, or nothing; of a name that goes on where another ends ("Faisal bin Farhan Al Saud"),
    the last of the shorter one."""
    if not isinstance(mention.value, PersonValue):
        return ""
    if mention.value.known_as:
        return mention.value.known_as
    name = document.folded(mention.value.name)
    return document.once(_shorter).get(name) or next(iter(name.replace(".", ". ").split()[-1:]), "")


def _shorter(document: Document) -> dict[str, str]:
    """The last word of the shortest name of two words or more that a longer one begins with, by the longer; that of the
    only one whom a first name alone may mean, by that."""
    names = {document.folded(m.value.name) for m in document.labelled("PERSON")}
    several = sorted((name for name in names if " " in name), key=len)
    found = {n: last.pop() for n in names if len(last := {m.split()[-1] for m in names if m.startswith(n + " ")}) == 1 and " " not in n}
    for i, name in enumerate(several):
        begins = next((short for short in several[:i] if name.startswith(short + " ")), None)
        if begins is not None:
            found[name] = begins.split()[-1]
    return found

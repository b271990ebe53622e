"""What every code of a record is called, for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from jwgie.errors import UnknownCodeError
from jwgie.knowledge.tables import Named, countries, fields, means, organisations, regions, topics

#: The tables of codes by what they are codes of; a party is a country or an organisation.
_TABLES: Mapping[str, tuple[Callable[[], Mapping[str, Named]], ...]] = {
    "country": (countries,),
    "organisation": (organisations,),
    "party": (countries, organisations),
    "forum": (organisations,),
    "region": (regions,),
    "topic": (topics,),
    "means": (means,),
    **{field: (partial(fields, field),) for field in ("kind", "status", "mode", "role", "act", "document")},
}
_SITUATION = "situation/"


def label(code: str, kind: str, language: str = "en") -> str:
    """What a code is called: ``label("counter_terrorism", "topic", "ar")`` -> ``مكافحة الإرهاب``.

    `kind` says what it is a code of: country, organisation, party, forum, region, topic, means, kind, status, mode,
    role, act or document. In a language without a label, the English one. Raises `UnknownCodeError`.
    """
    if kind not in _TABLES:
        raise UnknownCodeError(f"no codes of {kind!r}; there are codes of {', '.join(sorted(_TABLES))}")
    for table in _TABLES[kind]:
        if code in table():
            return table()[code].label(language)
    if kind == "topic" and code.startswith(_SITUATION):
        place = code.removeprefix(_SITUATION)
        for places in (countries(), regions()):
            if place in places:
                return fields("topic")["situation"].label(language).format(name=places[place].label(language))
    raise UnknownCodeError(f"no {kind} {code!r}")

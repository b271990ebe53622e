"""The labels of other libraries' models, in ours."""

from __future__ import annotations

from collections.abc import Mapping

#: A place of any kind, until the gazetteer tells which.
PLACE = "PLACE"

#: The schemes of CoNLL 2003 and its like (AQMAR, ANERcorp, WikiNER: PER, LOC, ORG, MISC) and of OntoNotes. What is not here is left
#: out: dates and numbers, for a span alone tells no day, and what records have no field for.
SCHEME: Mapping[str, str] = {
    "PER": "PERSON", "PERS": "PERSON", "PERSON": "PERSON",
    "LOC": PLACE, "LOCATION": PLACE, "GPE": PLACE, "FAC": PLACE,
    "ORG": "ORG", "ORGANIZATION": "ORG",
    "NORP": "NATIONALITY",
}  # fmt: skip

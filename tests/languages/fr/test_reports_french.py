"""French reports, by whole sentences: what meets, of whom, where, and what is said."""

from __future__ import annotations

import pytest

import jwgie


@pytest.mark.parametrize(
    ("text", "kind", "ordinal", "parties", "city"),
    [
        ("La 5e session de la grande commission mixte entre la Norvège et le Tchad s'est tenue hier à Oslo.",
         "joint_commission", 5, ["NO", "TD"], "Oslo"),
        ("Le ministre norvégien des Affaires étrangères, Ola Berg, a reçu en audience, lundi à Oslo, son homologue péruvien, Luis Rojas.",
         "bilateral_meeting", None, ["NO", "PE"], "Oslo"),
        ("Le ministre norvégien des Affaires étrangères, Ola Berg, s'est entretenu par téléphone avec son homologue péruvien, Luis Rojas.",
         "phone_call", None, ["NO", "PE"], None),
        ("La deuxième session des consultations politiques entre le Pérou et la Norvège s'est tenue à Lima.",
         "political_consultations", 2, ["PE", "NO"], "Lima"),
    ],
)  # fmt: skip
def test_meetings(text: str, kind: str, ordinal: int | None, parties: list[str], city: str | None) -> None:
    (record,) = jwgie.load("fr")(text, published="2020-05-12").records
    meeting = record.meeting()
    place = meeting["place"] or {}
    assert (meeting["kind"], meeting["ordinal"], meeting["parties"], place.get("city")) == (kind, ordinal, parties, city)


@pytest.mark.parametrize(
    ("sentence", "act", "topics"),
    [
        ("Les deux ministres ont convenu de développer l'éducation.", "agree", ["education"]),
        ("Les deux parties se sont félicitées de la qualité des relations bilatérales.", "welcome", ["bilateral_relations"]),
        ("Les deux parties ont réaffirmé leur volonté de développer le tourisme.", "reaffirm", ["tourism"]),
    ],
)
def test_statements(sentence: str, act: str, topics: list[str]) -> None:
    opening = "Le ministre norvégien des Affaires étrangères, Ola Berg, a rencontré lundi à Oslo son homologue péruvien, Luis Rojas. "
    (record,) = jwgie.load("fr")(opening + sentence).records
    (statement,) = record.meeting()["statements"]
    assert (statement["act"], statement["topics"], statement["actors"]) == (act, topics, ["NO", "PE"])

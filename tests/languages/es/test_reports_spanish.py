"""Spanish reports, by whole sentences: what meets, of whom, where, and what is said."""

from __future__ import annotations

from typing import Any

import pytest

import jwgie


def only_statement(text: str) -> dict[str, Any]:
    """The one statement of the one meeting that a text tells of."""
    (record,) = jwgie.load("es")(text).records
    (statement,) = record.meeting()["statements"]
    return statement


@pytest.mark.parametrize(
    ("text", "kind", "ordinal", "parties", "city"),
    [
        ("La V Reunión de la Comisión Mixta entre Noruega y Chad se celebró ayer en Oslo.", "joint_commission", 5, ["NO", "TD"], "Oslo"),
        ("El canciller noruego, Ola Berg, se ha reunido este lunes en Oslo con su homólogo peruano, Luis Rojas.",
         "bilateral_meeting", None, ["NO", "PE"], "Oslo"),
        ("El canciller noruego, Ola Berg, se ha reunido este lunes con su homólogo peruano, Luis Rojas, en la cumbre del G20.",
         "bilateral_meeting", None, ["NO", "PE"], None),
        ("El canciller noruego, Ola Berg, habló por teléfono con su homólogo peruano, Luis Rojas.", "phone_call", None, ["NO", "PE"], None),
        ("El canciller noruego, Ola Berg, recibió en la mañana del lunes al embajador del Perú, Mauricio Rojas.",
         "bilateral_meeting", None, ["NO", "PE"], None),
        ("Noruega y Perú acordaron ayer más comercio. Ambas naciones intercambiaron puntos de vista en un encuentro de sus equipos.",
         "bilateral_meeting", None, ["NO", "PE"], None),
        ("La Reunión Extraordinaria de la Comisión Trinacional fue presidida por el vicepresidente de Perú, Luis Rojas, y contó con la "
         "participación del vicepresidente de Chad, Ali Saleh, y del vicepresidente de Noruega, Ola Berg.",
         "joint_commission", None, ["PE", "TD", "NO"], None),
        ("La segunda reunión del Mecanismo de Consultas Políticas entre Perú y Noruega se realizó en Lima.",
         "political_consultations", 2, ["PE", "NO"], "Lima"),
    ],
)  # fmt: skip
def test_meetings(text: str, kind: str, ordinal: int | None, parties: list[str], city: str | None) -> None:
    (record,) = jwgie.load("es")(text, published="2020-05-12").records
    meeting = record.meeting()
    place = meeting["place"] or {}
    assert (meeting["kind"], meeting["ordinal"], meeting["parties"], place.get("city")) == (kind, ordinal, parties, city)


@pytest.mark.parametrize(
    ("sentence", "act", "topics"),
    [
        ("Los dos ministros acordaron promover la educación.", "agree", ["education"]),
        ("Ambas partes constataron con satisfacción el crecimiento del comercio.", "welcome", ["trade"]),
        ("Ambas partes reiteraron su voluntad de promover el turismo.", "reaffirm", ["tourism"]),
        ("Ambas partes destacaron la importancia de la lucha contra el terrorismo.", "emphasise", ["counter_terrorism"]),
    ],
)
def test_statements(sentence: str, act: str, topics: list[str]) -> None:
    opening = "El canciller noruego, Ola Berg, se reunió el lunes en Oslo con su homólogo peruano, Luis Rojas. "
    statement = only_statement(opening + sentence)
    assert (statement["act"], statement["topics"], statement["actors"]) == (act, topics, ["NO", "PE"])


@pytest.mark.parametrize(
    ("sentence", "act", "actors"),
    [
        ("«Condenamos este atentado», afirmó el canciller peruano.", "condemn", ["PE"]),
        ("«Debemos reforzar la lucha contra el terrorismo», declaró Rojas.", "emphasise", ["PE"]),
        ("Remarcó la necesidad de avanzar en la educación.", "emphasise", ["NO"]),
        ("Rojas se refirió a la situación en Chad y condenó la violencia contra los civiles.", "condemn", ["PE"]),
        ("Ambos coincidieron en ampliar la cooperación energética.", "agree", ["NO", "PE"]),
        ("Ambos coincidieron en la excelencia de las relaciones.", "emphasise", ["NO", "PE"]),
        ("Ambos celebraron la reanudación del diálogo político.", "welcome", ["NO", "PE"]),
        ("Ambos dieron la bienvenida al acuerdo comercial.", "welcome", ["NO", "PE"]),
    ],
)
def test_who_says_it(sentence: str, act: str, actors: list[str]) -> None:
    opening = "El canciller noruego, Erik Berg, se reunió el lunes en Oslo con su homólogo peruano, Luis Rojas. "
    statement = only_statement(opening + sentence)
    assert (statement["act"], statement["actors"]) == (act, actors)


@pytest.mark.parametrize("name", ["Robles", "Torres", "Morales"])
def test_a_name_that_ends_like_the_verb_to_be_makes_no_passive(name: str) -> None:
    opening = f"La ministra de Defensa de España, Ana {name}, se reunió el lunes en Oslo con su homólogo noruego, Erik Berg. "
    statement = only_statement(f"{opening}{name} abogó por ampliar el comercio.")
    assert (statement["act"], statement["actors"]) == ("call_for", ["ES"])


def test_counterparts_of_several_states() -> None:
    text = "El canciller peruano Luis Rojas sostuvo reuniones bilaterales con sus homólogos de Bolivia, Chile y Austria."
    parties = [record.meeting()["parties"] for record in jwgie.load("es")(text).records]
    assert parties == [["PE", "BO"], ["PE", "CL"], ["PE", "AT"]]


def test_two_met_to_prepare_the_talks_of_others() -> None:
    text = (
        "El canciller noruego Ola Berg y el secretario de Estado peruano Luis Rojas se reunieron para avanzar en la agenda bilateral y"
        " fijar la fecha del encuentro entre Erik Holm y Juan Soto en el palacio."
    )
    (record,) = jwgie.load("es")(text).records
    assert record.meeting()["parties"] == ["NO", "PE"]

"""People, offices and institutions in Spanish reports."""

from __future__ import annotations

import pytest

from jwgie.pipeline import load


@pytest.fixture(scope="module")
def people():
    """The people of a sentence: name, position, party."""
    pipeline = load("es")

    def read(text):
        document = pipeline(text, published="2024-05-31")
        found = document.labelled("PERSON")
        part = lambda span: document.slice(span) if span else None  # noqa: E731
        return [(part(m.value.name), part(m.value.position), m.value.party) for m in found]

    return read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Los cancilleres de Chile y de Bolivia, Ana Lagos y Juan Quispe, respectivamente, conversaron.",
            [("Ana Lagos", "cancilleres", "CL"), ("Juan Quispe", "cancilleres", "BO")],
            id="an office of several states is that of each in turn",
        ),
        pytest.param(
            "Los presidentes de Chile, Ana Lagos, y de Bolivia, Juan Quispe, conversaron.",
            [("Ana Lagos", "presidentes", "CL"), ("Juan Quispe", "presidentes", "BO")],
            id="an office once, the states each before a name",
        ),
        pytest.param(
            "Asistieron sus homólogos chilenos Ana Lagos y Juan Soto.",
            [("Ana Lagos", None, "CL"), ("Juan Soto", None, "CL")],
            id="a nationality in the plural is that of all",
        ),
        pytest.param(
            "La ministra de Cultura, María Elena Holguín Paredes, habló.",
            [("María Elena Holguín Paredes", "ministra de Cultura", None)],
            id="a family name that is a city",
        ),
        pytest.param(
            "El secretario de Estado de Noruega, Marco Lund, habló.",
            [("Marco Lund", "secretario de Estado", "NO")],
            id="a given name that is a word",
        ),
        pytest.param(
            "Tras hablar con el canciller de Chile, Juan Soto, la canciller de Noruega, Eva Berg, viajó.",
            [("Juan Soto", "canciller", "CL"), ("Eva Berg", "canciller", "NO")],
            id="an office with an article is that of the name behind it",
        ),
        pytest.param("Se vieron en el Palacio de San Carlos.", [], id="a palace is no person"),
        pytest.param(
            "Los ministros de Defensa, Juan Soto, y de Justicia, Ana Lagos, asistieron.",
            [("Juan Soto", "ministros de Defensa", None), ("Ana Lagos", None, None)],
            id="an office once, its fields each before a name",
        ),
        pytest.param(
            "Los ministros de Justicia chileno y noruego, Juan Soto y Jon Berg, conversaron.",
            [("Juan Soto", "ministros de Justicia chileno y noruego", "CL"), ("Jon Berg", "ministros de Justicia chileno y noruego", "NO")],
            id="adjectives of several states behind an office",
        ),
        pytest.param(
            "Habló el jefe de la Oficina de Asuntos Rurales para el Norte, Juan Soto.",
            [("Juan Soto", "jefe", None)],
            id="what an institution is for",
        ),
        pytest.param(
            "Habló el director de Fronteras (S), Juan Soto.", [("Juan Soto", "director de Fronteras (S)", None)], id="an acting office"
        ),
        pytest.param(
            "Habló el embajador de Noruega en esta capital, Jon Berg.",
            [("Jon Berg", "embajador de Noruega en esta capital", "NO")],
            id="an envoy here",
        ),
        pytest.param(
            "Habló el embajador de Oslo ante la OEA, Jon Berg.",
            [("Jon Berg", "embajador de Oslo ante la OEA", "NO")],
            id="a capital sends an envoy",
        ),
        pytest.param(
            "Habló la vicepresidenta segunda y ministra de Trabajo, Ana Lagos.",
            [("Ana Lagos", "vicepresidenta segunda y ministra de Trabajo", None)],
            id="a number behind the office",
        ),
        pytest.param("Habló el ministro de Salud Julio Mora.", [("Julio Mora", "ministro de Salud", None)], id="a month that is a name"),
        pytest.param(
            "El canciller encargado Juan Soto habló.", [("Juan Soto", "canciller encargado", None)], id="an adjective behind the office"
        ),
    ],
)
def test_people(people, text, expected):
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("La nota es de la Secretaría de Comercio Exterior.", "INSTITUTION"),
        ("La nota es de la secretaria de Comercio Exterior.", "OFFICE"),
    ],
)
def test_an_accent_tells_institution_from_office(text, label):
    document = load("es")(text, published="2024-05-31")
    assert [m.label for m in document.mentions if m.label in ("INSTITUTION", "OFFICE")] == [label]

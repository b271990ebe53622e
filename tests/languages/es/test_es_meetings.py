"""Whole records of Spanish sentences: verbs and word orders of meeting."""

from __future__ import annotations

import pytest

from jwgie.pipeline import load


@pytest.fixture(scope="module")
def pipeline():
    return load("es")


@pytest.mark.parametrize(
    ("text", "kind", "parties", "status"),
    [
        (
            "La canciller de Chile, Ana Soto, se reunirá mañana en Oslo con su homólogo noruego, Jon Berg.",
            "bilateral_meeting",
            ["CL", "NO"],
            "scheduled",
        ),
        (
            "El presidente de Chile, Juan Soto, recibirá el martes en Santiago a su homóloga de Noruega, Eva Berg.",
            "bilateral_meeting",
            ["CL", "NO"],
            "scheduled",
        ),
        (
            "La canciller de Chile, Ana Lagos, y el canciller de Noruega, Jon Berg, se reunieron ayer en Oslo.",
            "bilateral_meeting",
            ["CL", "NO"],
            "held",
        ),
        (
            "La canciller de Chile, Ana Lagos, habló hoy con el canciller de Noruega, Jon Berg.",
            "phone_call",
            ["CL", "NO"],
            "held",
        ),
        (
            "Se celebró ayer en Oslo la II Reunión de la Comisión Mixta entre Chile y Noruega.",
            "joint_commission",
            ["CL", "NO"],
            "held",
        ),
        (
            "Los presidentes de Chile, Juan Soto, y de Perú, Ana Quispe, inauguraron hoy el III Gabinete Binacional.",
            "summit",
            ["CL", "PE"],
            "held",
        ),
        (
            "Chile y Noruega llevaron a cabo en línea la 3ra. reunión del Mecanismo de Consultas Políticas.",
            "political_consultations",
            ["CL", "NO"],
            "held",
        ),
    ],
)  # fmt: skip
def test_meetings(pipeline, text, kind, parties, status):
    (record,) = pipeline(text, published="2024-05-31").records
    assert (record.kind, list(record.parties), record.status) == (kind, parties, status)


@pytest.mark.parametrize(
    ("text", "name", "ordinal"),
    [
        (
            "Ayer se celebró en Oslo la 3ra. Reunión del Comité de Consulta y Coordinación Política Chile-Noruega.",
            "Comité de Consulta y Coordinación Política Chile-Noruega",
            3,
        ),
        (
            "Ayer se celebró en Oslo la IV Reunión del Mecanismo de Información y Consultas Políticas entre Chile y Noruega.",
            "Mecanismo de Información y Consultas Políticas entre Chile y Noruega",
            4,
        ),
    ],
)  # fmt: skip
def test_names_joined_by_a_conjunction(pipeline, text, name, ordinal):
    document = pipeline(text, published="2024-05-31")
    (record,) = document.records
    assert record.name == name
    assert record.ordinal == ordinal


@pytest.mark.parametrize(
    ("text", "parties", "city"),
    [
        ("El canciller, Juan Soto, se reunió ayer con su homólogo noruego, Jon Berg, dijo la SRE.",
         ["MX", "NO"], None),
        ("La canciller Ana Soto se reunió hoy con el ministro Jon Berg. Hablaron del vínculo entre Chile y Noruega.", ["CL", "NO"], None),
        ("Los presidentes Ana Soto y Jon Berg firmaron ayer un acuerdo. Ambos mandatarios celebraron la amistad entre Chile y Noruega.",
         ["CL", "NO"], None),
        ("El ministro chileno, Juan Soto, se reunió ayer en la capital noruega con su homólogo noruego, Jon Berg.", ["CL", "NO"], "Oslo"),
        ("Se reunieron ayer los cancilleres de Chile, Juan Soto; de Perú, Ana Quispe; y de Noruega, Jon Berg.", ["CL", "PE", "NO"], None),
    ],
)  # fmt: skip
def test_sides(pipeline, text, parties, city):
    (record,) = pipeline(text, published="2024-05-31").records
    assert sorted(record.parties) == sorted(parties)
    assert (record.place.city if record.place else None) == city


@pytest.mark.parametrize(
    "text",
    [
        "El canciller de Chile, Juan Soto, habló del presupuesto.",
        "Chile y Noruega mantienen el compromiso de siempre.",
        "El presidente de Chile, Juan Soto, recibió las cartas credenciales de diez embajadores.",
        "Los presidentes Ana Soto y Jon Berg anunciaron por separado el cierre. Los dos mandatarios lo explicaron en sus redes.",
        "El ministro de Economía, Juan Soto, llamó a un acuerdo político para sancionar el presupuesto de Chile.",
        "La presidenta de Chile, Ana Soto, nombró embajador en Noruega a Juan Lagos.",
        "El Foro para el Desarrollo pidió a Chile que revise sus leyes.",
        "El presidente chileno Juan Soto negó haberse reunido con el presidente noruego Jon Berg la semana pasada en Lima.",
        "El presidente chileno, Juan Soto, dijo que está listo para reunirse en cualquier momento con el presidente noruego, Jon Berg.",
        "Chile está dispuesto a mantener conversaciones con Noruega, afirmó el jueves en el Senado la canciller Ana Soto.",
        "El gabinete analizó la marcha de las negociaciones con el Fondo Monetario Internacional.",
        "El embajador de Noruega en Chile, Jon Berg, dictó el viernes una conferencia sobre las relaciones entre Noruega y Chile.",
        "La Comisión del Senado recibió al canciller Juan Soto, que informó sobre las relaciones con Bolivia y Noruega.",
    ],
)
def test_no_meeting(pipeline, text):
    assert not pipeline(text, published="2024-05-31").records


def test_the_years_of_a_programme_are_no_date_of_the_meeting(pipeline):
    text = "Chile y Noruega celebraron la I Reunión de la Comisión Mixta, en la que aprobaron el programa de cooperación 2022-2024."
    (record,) = pipeline(text, published="2024-05-31").records
    assert record.date is None


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("Los dos cancilleres acordaron trabajar en materia de salud.", ["agree"]),
        ("Los dos cancilleres han acordado trabajar en materia de salud.", ["agree"]),
        ("Revisaron el plan acordado en la reunión anterior.", []),
        ("Las dos partes desean ampliar el comercio.", ["call_for"]),
        ("Así lo señaló el ministerio de Chile.", []),
        ("La canciller Berg llamó a la comunidad internacional a apoyar la paz.", ["call_for"]),
    ],
)
def test_statements(pipeline, sentence, acts):
    text = f"El canciller de Chile, Juan Lagos, y la canciller de Noruega, Eva Berg, se reunieron ayer en Oslo. {sentence}"
    (record,) = pipeline(text, published="2024-05-31").records
    assert [s.act for s in record.statements] == acts


def test_a_verb_behind_an_adverb_opens_a_sentence(pipeline):
    text = (
        "Los cancilleres de Chile, Juan Soto, y de Noruega, Eva Berg, se reunieron ayer en Oslo.\n\n"
        "También destacaron su compromiso con la paz."
    )
    record = pipeline(text, published="2024-05-31").records[0]
    assert [(s.act, list(s.actors)) for s in record.statements] == [("reaffirm", ["CL", "NO"])]


def test_talks_held_go_before_a_session_to_come(pipeline):
    text = (
        "Los cancilleres de Chile, Juan Soto, y de Noruega, Eva Berg, se reunieron ayer en Oslo.\n\n"
        "La II Reunión de la Comisión Mixta entre Chile y Noruega se celebrará el 3 de julio en Santiago."
    )
    record = pipeline(text, published="2024-05-31").records[0]
    assert (record.kind, record.status, record.date.start) == ("bilateral_meeting", "held", "2024-05-30")


def test_who_comes_for_a_side_that_the_sentence_begins_with(pipeline):
    text = (
        "La canciller de Chile, Ana Soto, se reunió ayer en Oslo con su homóloga de Noruega, Eva Berg. "
        "Por Noruega, además de la ministra, asistieron el ministro de Defensa, Jon Lund, y el director de Migración, Olav Dahl."
    )
    record = pipeline(text, published="2024-05-31").records[0]
    assert [p.name for d in record.delegations if d.party == "NO" for p in d.people][-2:] == ["Jon Lund", "Olav Dahl"]


def test_a_place_that_no_table_knows(pipeline):
    text = "Los cancilleres de Chile, Juan Soto, y de Noruega, Eva Berg, se reunieron ayer en la ciudad chilena de Quetrolenga."
    record = pipeline(text, published="2024-05-31").records[0]
    assert (record.place.city, record.place.country) == ("Quetrolenga", "CL")

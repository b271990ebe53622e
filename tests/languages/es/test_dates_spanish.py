"""Dates, ordinals and numbers in Spanish."""

import pytest

from jwgie import find_dates, find_numbers, find_ordinals

REFERENCE = "2024-06-13"  # a Thursday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ciudad de México, 16 oct.- Los titulares", [("16 oct", "2024-10-16", "2024-10-16")]),
        ("este miércoles", [("este miércoles", "2024-06-12", "2024-06-12")]),
        ("este martes", [("este martes", "2024-06-11", "2024-06-11")]),
        ("encuentro del pasado 10 de abril en Asunción", [("pasado 10 de abril", "2024-04-10", "2024-04-10")]),
        ("el próximo mes de noviembre en Madrid", [("el próximo mes de noviembre", "2024-11", "2024-11")]),
        ("en noviembre", [("noviembre", "2024-11", "2024-11")]),
        ("mañana, miércoles, a los cancilleres", [("mañana, miércoles", "2024-06-14", "2024-06-14")]),
        ("el pasado 2 de agosto", [("el pasado 2 de agosto", "2023-08-02", "2023-08-02")]),
        ("el viernes", [("el viernes", "2024-06-07", "2024-06-07")]),
        ("el 10 de agosto de 2010", [("el 10 de agosto de 2010", "2010-08-10", "2010-08-10")]),
        ("del 3 al 5 de junio de 2024", [("del 3 al 5 de junio de 2024", "2024-06-03", "2024-06-05")]),
        ("los días 3 y 4 de junio", [("los días 3 y 4 de junio", "2024-06-03", "2024-06-04")]),
        ("entre el 3 y el 5 de junio", [("entre el 3 y el 5 de junio", "2024-06-03", "2024-06-05")]),
        ("3 y 4 de junio de 2024", [("3 y 4 de junio de 2024", "2024-06-03", "2024-06-04")]),
        ("la próxima semana", [("la próxima semana", "2024-06-17", "2024-06-23")]),
        ("el año pasado", [("el año pasado", "2023", "2023")]),
        ("el mes que viene", [("el mes que viene", "2024-07", "2024-07")]),
        ("la semana pasada", [("la semana pasada", "2024-06-03", "2024-06-09")]),
        ("el próximo año", [("el próximo año", "2025", "2025")]),
        ("este año", [("este año", "2024", "2024")]),
        ("el año en curso", [("el año en curso", "2024", "2024")]),
        ("a principios de junio", [("a principios de junio", "2024-06-01", "2024-06-10")]),
        ("a mediados de abril de 2024", [("a mediados de abril de 2024", "2024-04-11", "2024-04-20")]),
        ("a finales de año", [("a finales de año", "2024", "2024")]),
        ("antes de finales de 2025", [("2025", "2025", "2025")]),
        ("en mayo", [("mayo", "2024-05", "2024-05")]),
        ("en 2024", [("2024", "2024", "2024")]),
        ("desde 2019", [("2019", "2019", "2019")]),
        ("entre 2019 y 2022", [("entre 2019 y 2022", "2019", "2022")]),
        ("hace dos años", [("hace dos años", "2022", "2022")]),
        ("dentro de tres meses", [("dentro de tres meses", "2024-09", "2024-09")]),
        ("tres días después", [("tres días después", "2024-06-16", "2024-06-16")]),
        ("mañana", [("mañana", "2024-06-14", "2024-06-14")]),
        ("ayer", [("ayer", "2024-06-12", "2024-06-12")]),
        ("hoy", [("hoy", "2024-06-13", "2024-06-13")]),
        ("pasado mañana", [("pasado mañana", "2024-06-15", "2024-06-15")]),
        ("el lunes por la tarde", [("el lunes por la tarde", "2024-06-10", "2024-06-10")]),
        ("esta mañana", [("esta mañana", "2024-06-13", "2024-06-13")]),
        ("el martes 4", [("el martes 4", "2024-06-04", "2024-06-04")]),
        ("el martes 4 de junio", [("el martes 4 de junio", "2024-06-04", "2024-06-04")]),
        ("primer semestre de 2025", [("primer semestre de 2025", "2025-01", "2025-06")]),
        ("segundo trimestre", [("segundo trimestre", "2024-04", "2024-06")]),
        ("la primera semana de noviembre", [("la primera semana de noviembre", "2024-11-04", "2024-11-10")]),
        ("último trimestre del año", [("último trimestre del año", "2024-10", "2024-12")]),
        ("12/05/2024", [("12/05/2024", "2024-05-12", "2024-05-12")]),
        ("1 de enero de 2024", [("1 de enero de 2024", "2024-01-01", "2024-01-01")]),
        ("1.º de mayo", [("1.º de mayo", "2024-05-01", "2024-05-01")]),
        ("desde el 3 hasta el 5 de junio", [("desde el 3 hasta el 5 de junio", "2024-06-03", "2024-06-05")]),
        ("del 30 de mayo al 2 de junio", [("del 30 de mayo al 2 de junio", "2024-05-30", "2024-06-02")]),
        ("La Habana, 5 may (Prensa Latina)", [("5 may", "2024-05-05", "2024-05-05")]),
        ("MADRID, 3 Jun. (EUROPA PRESS)", [("3 Jun", "2024-06-03", "2024-06-03")]),
        ("el día 5 de junio", [("el día 5 de junio", "2024-06-05", "2024-06-05")]),
        ("el próximo 12 de mayo", [("el próximo 12 de mayo", "2025-05-12", "2025-05-12")]),
        ("la reunión se celebrará el próximo jueves", [("el próximo jueves", "2024-06-20", "2024-06-20")]),
        ("próximo lunes 5 de mayo", [("próximo lunes 5 de mayo", "2025-05-05", "2025-05-05")]),
        ("para 2025", [("2025", "2025", "2025")]),
        ("en el segundo semestre del próximo año", [("segundo semestre del próximo año", "2025-07", "2025-12")]),
        ("Lima, 2 feb.- este lunes", [("2 feb", "2024-02-02", "2024-02-02"), ("este lunes", "2024-06-10", "2024-06-10")]),
    ],
)
def test_dates(text, expected):
    found = find_dates(text, "es", REFERENCE, "nearest")
    assert [(f.text, f.value.start, f.value.end) for f in found if f.value] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("la decimoctava reunión del Grupo Permanente", [("decimoctava", 18)]),
        ("por 19ª vez", [("19ª", 19)]),
        ("la 2.ª reunión", [("2.ª", 2)]),
        ("la XIV Reunión de Consultas Políticas", [("XIV", 14)]),
        ("la 35 Reunión de Embajadores", [("35", 35)]),
        ("la duodécima sesión", [("duodécima", 12)]),
        ("decimosegunda", [("decimosegunda", 12)]),
        ("décima tercera reunión", [("décima tercera", 13)]),
        ("vigésimo primera", [("vigésimo primera", 21)]),
        ("segunda ronda", [("segunda", 2)]),
        ("3ra reunión", [("3ra", 3)]),
        ("5ta", [("5ta", 5)]),
        ("12va", [("12va", 12)]),
        ("1er", [("1er", 1)]),
    ],
)
def test_ordinals(text, expected):
    assert [(f.text, f.value) for f in find_ordinals(text, "es")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("treinta y un acuerdos", [("treinta y un", 31)]),
        ("25 convenios", [("25", 25)]),
        ("mil doscientos", [("mil doscientos", 1200)]),
        ("dos mil veinticuatro", [("dos mil veinticuatro", 2024)]),
    ],
)
def test_numbers(text, expected):
    assert [(f.text, f.value) for f in find_numbers(text, "es")] == expected

"""Dates, ordinals and numbers in French."""

import pytest

from jwgie import find_dates, find_numbers, find_ordinals

REFERENCE = "2024-06-13"  # a Thursday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mardi 6 et mercredi 7 septembre 2022", [("mardi 6 et mercredi 7 septembre 2022", "2022-09-06", "2022-09-07")]),
        (
            "leur 13ème rencontre de haut niveau, organisée à Rabat ce jeudi 16 novembre 2017",
            [("ce jeudi 16 novembre 2017", "2017-11-16", "2017-11-16")],
        ),
        (
            "avant la fin de l'année 2016, a fait savoir mardi le ministre d'Etat",
            [("l'année 2016", "2016", "2016"), ("mardi", "2024-06-11", "2024-06-11")],
        ),
        ("la 11e session de la commission mixte, organisée à Istanbul en septembre 2012", [("septembre 2012", "2012-09", "2012-09")]),
        ("les 4 et 5 novembre, la treizième session", [("les 4 et 5 novembre", "2024-11-04", "2024-11-05")]),
        ("attendue au dernier trimestre de l'année", [("au dernier trimestre de l'année", "2024-10", "2024-12")]),
        (
            "les 20 et 21 mars 2023 au premier semestre 2025",
            [("les 20 et 21 mars 2023", "2023-03-20", "2023-03-21"), ("au premier semestre 2025", "2025-01", "2025-06")],
        ),
        ("du 16 au 20 décembre 2021", [("du 16 au 20 décembre 2021", "2021-12-16", "2021-12-20")]),
        ("le 27 mars dernier", [("le 27 mars dernier", "2024-03-27", "2024-03-27")]),
        ("le 12 mai prochain", [("le 12 mai prochain", "2025-05-12", "2025-05-12")]),
        ("le 1er mai 2024", [("le 1er mai 2024", "2024-05-01", "2024-05-01")]),
        ("la semaine prochaine", [("la semaine prochaine", "2024-06-17", "2024-06-23")]),
        ("l'année dernière", [("l'année dernière", "2023", "2023")]),
        ("le mois prochain", [("le mois prochain", "2024-07", "2024-07")]),
        ("l'an dernier", [("l'an dernier", "2023", "2023")]),
        ("cette année", [("cette année", "2024", "2024")]),
        ("début juin", [("début juin", "2024-06-01", "2024-06-10")]),
        ("fin mars 2025", [("fin mars 2025", "2025-03-21", "2025-03-31")]),
        ("à la mi-avril 2024", [("à la mi-avril 2024", "2024-04-11", "2024-04-20")]),
        ("d'ici la fin de l'année", [("la fin de l'année", "2024", "2024")]),
        ("en 2024, depuis 2019, d'ici 2030", [("2024", "2024", "2024"), ("2019", "2019", "2019"), ("2030", "2030", "2030")]),
        ("entre 2019 et 2022", [("entre 2019 et 2022", "2019", "2022")]),
        ("pour 2018-2020", [("pour 2018-2020", "2018", "2020")]),
        ("il y a deux ans", [("il y a deux ans", "2022", "2022")]),
        ("dans trois mois", [("dans trois mois", "2024-09", "2024-09")]),
        ("hier", [("hier", "2024-06-12", "2024-06-12")]),
        ("aujourd'hui", [("aujourd'hui", "2024-06-13", "2024-06-13")]),
        ("après-demain", [("après-demain", "2024-06-15", "2024-06-15")]),
        ("lundi prochain", [("lundi prochain", "2024-06-17", "2024-06-17")]),
        ("mardi matin à 10h30", [("mardi matin", "2024-06-11", "2024-06-11")]),
        ("lundi à 9 heures", [("lundi", "2024-06-10", "2024-06-10")]),
        ("la première semaine de novembre 2009", [("la première semaine de novembre 2009", "2009-11-02", "2009-11-08")]),
        ("Rabat, 12 mai (MAP) -", [("12 mai", "2024-05-12", "2024-05-12")]),
        ("12/05/2024", [("12/05/2024", "2024-05-12", "2024-05-12")]),
        ("12.05.2024", [("12.05.2024", "2024-05-12", "2024-05-12")]),
        ("2024-05-12", [("2024-05-12", "2024-05-12", "2024-05-12")]),
        ("du 30 mai au 2 juin 2024", [("du 30 mai au 2 juin 2024", "2024-05-30", "2024-06-02")]),
        ("du lundi 3 au mercredi 5 juin", [("du lundi 3 au mercredi 5 juin", "2024-06-03", "2024-06-05")]),
        ("mercredi 30 mars", [("mercredi 30 mars", "2024-03-30", "2024-03-30")]),
        ("lundi", [("lundi", "2024-06-10", "2024-06-10")]),
        ("au mois de mai 2023", [("au mois de mai 2023", "2023-05", "2023-05")]),
        ("courant mai", [("courant mai", "2024-05", "2024-05")]),
        ("prévue pour 2025", [("2025", "2025", "2025")]),
        ("le mardi 4 juin 2024 à Dakar. Du 5 au 7.", [("le mardi 4 juin 2024", "2024-06-04", "2024-06-04")]),
        ("le 5 d'août 2020", [("le 5 d'août 2020", "2020-08-05", "2020-08-05")]),
    ],
)
def test_dates(text, expected):
    found = find_dates(text, "fr", REFERENCE, "nearest")
    assert [(f.text, f.value.start, f.value.end) for f in found if f.value] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("la 3ème session de la grande commission mixte", [("3ème", 3)]),
        ("leur 13ème rencontre de haut niveau, organisée à Rabat ce jeudi 16 novembre 2017", [("13ème", 13)]),
        ("la 11e session de la commission mixte, organisée à Istanbul en septembre 2012", [("11e", 11)]),
        ("les 4 et 5 novembre, la treizième session", [("treizième", 13)]),
        (
            "la XIIe session, la VIe réunion, la vie politique, vingt et unième session, vingt-deuxième, soixante-dixième session",
            [("XIIe", 12), ("VIe", 6), ("vingt et unième", 21), ("vingt-deuxième", 22), ("soixante-dixième", 70)],
        ),
    ],
)
def test_ordinals(text, expected):
    assert [(f.text, f.value) for f in find_ordinals(text, "fr")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("quatre-vingt-dix-sept accords", [("quatre-vingt-dix-sept", 97)]),
        ("deux mille vingt-quatre", [("deux mille vingt-quatre", 2024)]),
        ("trois cents", [("trois cents", 300)]),
        ("25 accords", [("25", 25)]),
    ],
)
def test_numbers(text, expected):
    assert [(f.text, f.value) for f in find_numbers(text, "fr")] == expected

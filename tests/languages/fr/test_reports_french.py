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
        ("Les deux ministres ont souligné l'importance du commerce.", "emphasise", ["trade"]),
        ("Les deux ministres ont tenu à saluer les progrès en matière d'éducation.", "welcome", ["education"]),
    ],
)
def test_statements(sentence: str, act: str, topics: list[str]) -> None:
    opening = "Le ministre norvégien des Affaires étrangères, Ola Berg, a rencontré lundi à Oslo son homologue péruvien, Luis Rojas. "
    (record,) = jwgie.load("fr")(opening + sentence).records
    (statement,) = record.meeting()["statements"]
    assert (statement["act"], statement["topics"], statement["actors"]) == (act, topics, ["NO", "PE"])


@pytest.mark.parametrize(
    ("text", "kind", "parties", "city"),
    [
        ("Le ministre des Affaires étrangères, Ola Berg, a reçu hier son homologue péruvien, Luis Rojas, indique le Quai d'Orsay.",
         "bilateral_meeting", ["FR", "PE"], None),
        ("Les présidents Ola Berg et Karim Saleh ont signé hier un accord. Les deux présidents saluent l'amitié entre Norvège et Pérou.",
         "bilateral_meeting", ["NO", "PE"], None),
        ("Le ministre péruvien, Luis Rojas, a rencontré hier dans la capitale norvégienne son homologue norvégien, Ola Berg.",
         "bilateral_meeting", ["PE", "NO"], "Oslo"),
        ("La 12e réunion des ministres des Affaires étrangères de la Norvège, du Pérou et du Tchad s'est tenue hier à Oslo.",
         "ministerial", ["NO", "PE", "TD"], "Oslo"),
        ("Les travaux de la session des chefs d'état-major de la Norvège, du Pérou et du Tchad ont débuté lundi à Oslo.",
         "joint_commission", ["NO", "PE", "TD"], "Oslo"),
        ("Un communiqué a été publié à l'issue de la réunion du ministre norvégien de la Défense et de la ministre péruvienne des Armées.",
         "bilateral_meeting", ["NO", "PE"], None),
        ("Le ministre tchadien des Mines a quitté lundi Lima. Ali Saleh y avait été reçu dimanche par le président péruvien, Luis Rojas.",
         "bilateral_meeting", ["TD", "PE"], None),
        ("Le président norvégien Ola Berg rencontre ce mardi à Oslo son homologue péruvien, Luis Rojas.",
         "bilateral_meeting", ["NO", "PE"], "Oslo"),
        ("Le ministre norvégien de la Pêche, Ola Berg, a échangé lundi à Lima avec son homologue uruguayenne, Ana Rojas.",
         "bilateral_meeting", ["NO", "UY"], "Lima"),
        ("Le ministre norvégien de la Pêche, Ola Berg, s'est réuni lundi à Oslo avec le ministre péruvien de la Pêche, Luis Rojas.",
         "bilateral_meeting", ["NO", "PE"], "Oslo"),
        ("Les ministres de la Pêche de la Norvège, du Pérou et du Tchad tiendront lundi à Oslo leur troisième réunion.",
         "ministerial", ["NO", "PE", "TD"], "Oslo"),
        ("Les présidents de la Norvège, du Pérou et du Tchad se sont rencontrés lundi à Oslo.", "summit", ["NO", "PE", "TD"], "Oslo"),
        ("Le roi de Norvège, Ola Berg, a été l'hôte mardi du président péruvien, Luis Rojas.", "bilateral_meeting", ["NO", "PE"], None),
        ("Le ministre des Affaires étrangères et de l'Intégration africaine, Ali Saleh, a reçu lundi le ministre péruvien, Luis Rojas.",
         "bilateral_meeting", ["SN", "PE"], None),
        ("Les ministres de la Pêche de la Norvège, du Pérou et du Tchad ont eu un échange de vues lundi à Oslo.",
         "ministerial", ["NO", "PE", "TD"], "Oslo"),
        ("Les ministres de la Pêche de la Norvège, du Pérou et du Tchad, Ola Berg, Luis Rojas et Ali Saleh, se réuniront lundi à Oslo.",
         "ministerial", ["NO", "PE", "TD"], "Oslo"),
        ("Le Norvégien Ola Berg, le Péruvien Luis Rojas et l'Ougandais Ali Saleh se sont réunis lundi à Oslo.",
         "bilateral_meeting", ["NO", "PE", "UG"], "Oslo"),
        ("Le président norvégien, Ola Berg, le Premier ministre péruvien, Luis Rojas, et le président tchadien, Ali Saleh, se retrouvent à "
         "Oslo.", "summit", ["NO", "PE", "TD"], "Oslo"),
        ("Les ministres norvégien et péruvien de la Pêche ont fait le point de leur coopération lundi à Oslo.",
         "bilateral_meeting", ["NO", "PE"], "Oslo"),
        ("La Norvège et le Pérou se sont assis à la même table lundi à Oslo.", "bilateral_meeting", ["NO", "PE"], "Oslo"),
        ("Une délégation du Tchad, conduite par le ministre de la Pêche, Ali Saleh, visite le Pérou. M. Saleh a rencontré mardi le Premier "
         "ministre, Luis Rojas.", "bilateral_meeting", ["TD", "PE"], None),
    ],
)  # fmt: skip
def test_sides(text: str, kind: str, parties: list[str], city: str | None) -> None:
    (record,) = jwgie.load("fr")(text, published="2020-05-12").records
    meeting = record.meeting()
    place = meeting["place"] or {}
    assert (meeting["kind"], sorted(meeting["parties"]), place.get("city")) == (kind, sorted(parties), city)


@pytest.mark.parametrize(
    "text",
    [
        "Le président norvégien, Ola Berg, a adressé ses félicitations au président péruvien, Luis Rojas.",
        "A l'issue du Conseil des ministres, le roi a nommé Ola Berg ambassadeur de Norvège au Pérou.",
        "La Norvège et le Pérou ont fixé chacun un prix plancher, selon les régulateurs des deux pays.",
        "Le premier voyage du ministre norvégien au Pérou a été reporté suite à l'appel téléphonique entre les rois.",
        "Le Journal officiel publie un décret signé par le ministre des Affaires étrangères, Ola Berg.",
        "Le président norvégien Ola Berg a démenti avoir rencontré le président péruvien Luis Rojas la semaine dernière à Doha.",
        "Le président norvégien Ola Berg s'est dit prêt lundi à rencontrer à tout moment le président péruvien Luis Rojas.",
        "La Norvège est prête à tenir des discussions avec le Pérou, a affirmé jeudi au Parlement le ministre Ola Berg.",
        "Le Conseil des ministres a examiné l'état des négociations avec le Fonds monétaire international.",
        "La Norvège et le Pérou ont échangé vendredi 190 prisonniers.",
        "L'ambassadeur de Norvège au Pérou, Ola Berg, a donné vendredi une conférence sur les relations entre la Norvège et le Pérou.",
        "La Norvège et le Pérou se rencontreront dimanche en finale du tournoi.",
    ],
)
def test_no_meeting(text: str) -> None:
    assert not jwgie.load("fr")(text, published="2020-05-12").records


@pytest.mark.parametrize(
    ("text", "name", "position", "affiliation", "honorific"),
    [
        ("le ministre de la Pêche, M. Ali Ould Cheikh Saleh", "Ali Ould Cheikh Saleh", "ministre de la Pêche", None, "M."),
        ("le président de la République du Tchad, Ali Saleh", "Ali Saleh", "président", None, None),
        ("le président de la transition, le général Ali Saleh", "Ali Saleh", "président de la transition", None, "général"),
        ("Luis Rojas, représentant spécial pour les relations tchado-péruviennes,", "Luis Rojas",
         "représentant spécial pour les relations tchado-péruviennes", None, None),
        ("l'ambassadeur Luis Rojas, envoyé spécial du Secrétaire général de l'ONU pour le Sahel,", "Luis Rojas",
         "envoyé spécial du Secrétaire général de l'ONU pour le Sahel", "ONU", "ambassadeur"),
        ("le ministre de la Pêche et des Tchadiens établis à l'étranger, Ali Saleh", "Ali Saleh",
         "ministre de la Pêche et des Tchadiens établis à l'étranger", None, None),
        ("le directeur des opérations aériennes, M. Ola Berg", "Ola Berg", "directeur des opérations aériennes", None, "M."),
        ("la présidente de la Chambre des députés, Ana Rojas", "Ana Rojas", "présidente", "Chambre des députés", None),
        ("le directeur de cabinet du président, Ola Berg", "Ola Berg", "directeur de cabinet du président", None, None),
        ("le président de la Commission de l'Union africaine (UA), Ali Saleh,", "Ali Saleh", "président",
         "Commission de l'Union africaine", None),
        ("M Ola Berg, Ambassadeur de Norvège au Pérou,", "Ola Berg", "Ambassadeur de Norvège au Pérou", None, "M"),
        ("Touré Saleh, chef de division pour le département Afrique,", "Touré Saleh", "chef de division pour le département Afrique", None,
         None),
    ],
)  # fmt: skip
def test_people(text: str, name: str, position: str, affiliation: str | None, honorific: str | None) -> None:
    document = jwgie.load("fr")(f"Il a rencontré lundi {text} a-t-on appris.")
    person = next(m for m in document.mentions if m.label == "PERSON")
    parts = (person.value.name, person.value.position, person.value.affiliation, person.value.honorific)
    assert [document.slice(part) if part else None for part in parts] == [name, position, affiliation, honorific]


def test_counterparts_of_several_states() -> None:
    text = "Le ministre tunisien Nabil Ammar a rencontré ses homologues estonien et slovaque, et le ministre d'Etat du Qatar."
    parties = [record.meeting()["parties"] for record in jwgie.load("fr")(text).records]
    assert parties == [["TN", "EE"], ["TN", "SK"], ["TN", "QA"]]


@pytest.mark.parametrize(
    ("sentences", "pairs"),
    [
        (["Le ministre norvégien de la Pêche, Ola Berg, a eu plusieurs entretiens lundi à Oslo.",
          "L'entretien avec son homologue péruvien, Luis Rojas, a porté sur le tourisme.",
          "Il a ensuite rencontré son homologue tchadien, Ali Saleh."], [["NO", "PE"], ["NO", "TD"]]),
        (["Le ministre norvégien de la Pêche, Ola Berg, s'est rendu lundi à Oslo.",
          "La rencontre avec le ministre péruvien de la Pêche, Luis Rojas, a été l'occasion d'aborder le tourisme.",
          "Lors de l'entretien avec le ministre tchadien de la Pêche, Ali Saleh, les deux parties ont parlé d'énergie.",
          "L'entrevue avec le ministre uruguayen de la Pêche, Juan Soto, a permis de parler de commerce."],
         [["NO", "PE"], ["NO", "TD"], ["NO", "UY"]]),
    ],
)  # fmt: skip
def test_one_after_another(sentences: list[str], pairs: list[list[str]]) -> None:
    records = jwgie.load("fr")("\n\n".join(sentences), published="2020-05-12").records
    assert [record.meeting()["parties"] for record in records] == pairs


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Le ministre norvégien de la Pêche a eu lundi à Oslo un entretien avec son homologue péruvien, Luis Rojas.", ["NO", "PE"]),
        ("Le ministre norvégien de la Pêche a eu, en marge du Salon, un entretien avec Luis Rojas, ministre péruvien.", ["NO", "PE"]),
        ("Ola Berg, ministre norvégien de la Pêche, a évoqué lundi avec son homologue péruvien la coopération.", ["NO", "PE"]),
        ("Ola Berg, ministre norvégien de la Pêche, recevait lundi l'ambassadeur du Pérou, Luis Rojas.", ["NO", "PE"]),
        ("Le ministre norvégien de la Pêche a eu lundi à Oslo une journée chargée.", None),
        ("Le ministre norvégien de la Pêche souhaite avoir un entretien avec son homologue péruvien, Luis Rojas.", None),
    ],
)  # fmt: skip
def test_verbs_apart_from_their_nouns(sentence: str, parties: list[str] | None) -> None:
    records = jwgie.load("fr")(sentence, published="2020-05-12").records
    assert [record.meeting()["parties"] for record in records] == ([parties] if parties else [])


def test_an_office_told_later() -> None:
    text = "Ola Berg, ministre norvégien de la Pêche, a rencontré lundi Luis Rojas.\n\nLe ministre péruvien du Tourisme a parlé."
    (record,) = jwgie.load("fr")(text, published="2020-05-12").records
    people = {p["name"]: (d["party"], p["position"]) for d in record.meeting()["delegations"] for p in d["people"]}
    assert people == {"Ola Berg": ("NO", "ministre norvégien de la Pêche"), "Luis Rojas": ("PE", "ministre péruvien du Tourisme")}


@pytest.mark.parametrize(
    ("sentence", "act", "actors"),
    [
        ("Selon le ministre péruvien, Luis Rojas, le commerce doit être une priorité.", "emphasise", ["PE"]),
        ("Les deux ministres ont mis sur pied une commission chargée du tourisme.", "launch", ["NO", "PE"]),
        ("Les deux ministres se sont émus de la situation des réfugiés.", "express_concern", ["NO", "PE"]),
        ("Selon le ministre péruvien, Luis Rojas, la visite a duré deux jours.", None, None),
    ],
)
def test_views(sentence: str, act: str | None, actors: list[str] | None) -> None:
    text = f"Le ministre norvégien Ola Berg a reçu lundi à Oslo son homologue péruvien, Luis Rojas. {sentence}"
    statements = [s for r in jwgie.load("fr")(text, published="2020-05-12").records for s in r.meeting()["statements"]]
    assert [(s["act"], s["actors"]) for s in statements] == ([(act, actors)] if act else [])

"""Phrases of meetings and bodies in English: kind, name, round, sides, subjects."""

import pytest

from jwgie import Pipeline, load


@pytest.fixture(scope="module")
def read():
    recognise = Pipeline(load("en").stages[:3], "en")

    def bodies(text):
        document = recognise(text)
        return [
            (
                m.value.kind,
                document.slice(m.value.name) if m.value.name else None,
                m.value.ordinal and m.value.ordinal.value,
                [p.value for p in m.value.parties],
                [s.value for s in m.value.subjects],
            )
            for m in document.labelled("BODY")
        ]

    return bodies


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 6th meeting of the Peru-Chile Joint Working Group on Counter-Terrorism was held.",
         ("joint_working_group", "Peru-Chile Joint Working Group on Counter-Terrorism", 6, ["PE", "CL"], ["counter_terrorism"])),
        ("They opened the eleventh session of the Joint Commission for Economic Cooperation between Egypt and Jordan.",
         ("joint_commission", "Joint Commission for Economic Cooperation between Egypt and Jordan", 11, ["EG", "JO"],
          ["economic_cooperation"])),
        ("At their 5th Foreign Office Consultations they agreed.", ("political_consultations", "Foreign Office Consultations", 5, [], [])),
        ("The first Fiji-Tonga 2+2 Ministerial Dialogue closed.", ("dialogue", "Fiji-Tonga 2+2 Ministerial Dialogue", 1, ["FJ", "TO"], [])),
        ("It was the ASEAN Foreign Ministers' Meeting.", ("ministerial", "ASEAN Foreign Ministers' Meeting", None, ["ASEAN"], [])),
        ("The inaugural Kenyan-Somali Strategic Dialogue took place.",
         ("dialogue", "Kenyan-Somali Strategic Dialogue", 1, ["KE", "SO"], [])),
        ("The third round of political consultations between Oman and Malta ended.",
         ("political_consultations", "political consultations between Oman and Malta", 3, ["OM", "MT"], [])),
        ("A meeting of senior officials came before.", ("other", "meeting of senior officials", None, [], [])),
        ("He had a telephone conversation with him.", ("phone_call", None, None, [], [])),
        ("The 12th round of Corps Commander Level Meeting ended.", ("other", "Corps Commander Level Meeting", 12, [], [])),
        ("The Saudi-Emirati Coordination Council convened.",
         ("coordination_council", "Saudi-Emirati Coordination Council", None, ["SA", "AE"], [])),
        ("The BRICS summit opened.", ("summit", "BRICS summit", None, ["BRICS"], [])),
    ],
)  # fmt: skip
def test_a_phrase_of_a_meeting(read, text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    ["He called for restraint.", "A terrorist group was blamed.", "The joint press conference was short.", "The Security Council met."],
)
def test_what_is_no_meeting(read, text):
    assert read(text) == []

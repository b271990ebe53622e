"""Topics, situations, means and documents in English."""

import pytest

from jwgie import Pipeline, load


@pytest.fixture(scope="module")
def read():
    recognise = Pipeline(load("en").stages[:3], "en")

    def values(text, label="TOPIC"):
        return {m.value for m in recognise(text).labelled(label) if m.rule != "topics.weak"}

    return values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Combating all forms of terrorism came first.", {"counter_terrorism"}),
        ("They spoke of trade, economic, investment and cultural spheres.", {"trade", "economic_cooperation", "investment", "culture"}),
        ("The misuse of social media by extremists was raised.", {"terrorist_use_of_internet"}),
        ("The Syrian crisis and the situation in Yemen and Sudan were reviewed.", {"situation/SY", "situation/YE", "situation/SD"}),
        ("A ceasefire in Gaza is needed.", {"situation/gaza", "peace_process"}),
        ("They touched on regional and international issues.", {"regional_situation", "international_situation"}),
        ("Friendly relations were praised.", {"bilateral_relations"}),
        ("The reform of the UN Security Council is overdue.", {"un_reform"}),
        ("The energy minister and the Ministry of Health took part.", set()),
        ("The Financial Action Task Force was mentioned.", set()),
        ("Ministers of trade, health and energy from both countries attended.", set()),
        ("They will cement their ties, and thanked their hosts for the hospitality.", set()),
        ("Cooperation in the fields of cement, tourism and hospitality was reviewed.", {"industry", "tourism"}),
    ],
)
def test_topics(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by exchanging information and best practices", {"information_exchange", "best_practices"}),
        ("through joint exercises and training", {"exercises", "training"}),
        ("they will sign the pending agreements", {"agreements"}),
    ],
)
def test_means(read, text, expected):
    assert read(text, "MEANS") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seven memoranda of understanding were signed.", {"memorandum_of_understanding"}),
        ("They issued a joint statement and signed the agreed minutes.", {"joint_statement", "minutes"}),
    ],
)
def test_documents(read, text, expected):
    assert read(text, "DOCUMENT") == expected

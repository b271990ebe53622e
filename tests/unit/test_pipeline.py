"""The ways to call a pipeline, and what becomes of what it cannot read."""

import gc
from datetime import date

import pytest

import jwgie
from jwgie.errors import InputError, UnknownLanguageError
from jwgie.pipeline import Pipeline

REPORT = "عقدت اليوم في طوكيو الجولة الثانية من المشاورات السياسية بين مصر واليابان"


def test_a_report_is_read_in_its_own_language():
    document = jwgie.load()(REPORT, title="جولة ثانية", published="2024-05-31", id="7")
    assert (document.language, document.id, document.reason) == ("ar", "7", None)
    assert document.records == jwgie.load("ar")(REPORT, title="جولة ثانية", published="2024-05-31", id="7").records


@pytest.mark.parametrize(
    ("text", "language", "reason"),
    [
        ("Os ministros dos dois países reuniram-se em Tóquio para falar da cooperação", "pt", "no language pack for 'pt'"),
        ("12 34", None, "not recognised"),
        ("", None, "empty"),
        (" \n\t", None, "empty"),
    ],
)
def test_what_cannot_be_read_gives_nothing_and_says_why(text, language, reason):
    document = jwgie.load()(text)
    assert document.records == ()
    assert document.language == language
    assert reason in document.reason


def test_an_unknown_language_is_an_error_when_asked_for():
    with pytest.raises(UnknownLanguageError, match="ar"):
        jwgie.load("xx")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"text": b"abc"}, r"str, not bytes; decode it first"),
        ({"text": None}, "str, not NoneType"),
        ({"text": REPORT, "title": 7}, "title must be a str"),
        ({"text": REPORT, "published": "yesterday"}, "ISO 8601"),
        ({"text": REPORT, "published": "2024-13-01"}, "ISO 8601"),
        ({"text": REPORT, "published": "31/05/2024"}, "ISO 8601"),
        ({"text": REPORT, "published": date(2024, 5, 31)}, "isoformat"),
    ],
)
def test_bad_input_is_refused_with_advice(arguments, message):
    with pytest.raises(InputError, match=message):
        jwgie.load("ar")(**arguments)


@pytest.mark.parametrize("published", ["2024", "2024-05", "2024-05-31", "2024-05-31T08:00:00+03:00", "2024-05-31 08:00", "", None])
def test_dates_of_publication(published):
    assert jwgie.load("ar")(REPORT, published=published).published == (published or None)


def test_pipe_keeps_order_and_goes_on_after_a_failure():
    wrong_date = {"text": REPORT, "id": "5", "published": "?"}
    reports = [REPORT, {"text": REPORT, "id": 2, "other": "x"}, {"id": "3"}, {"text": 4, "id": "4"}, wrong_date, ""]
    documents = list(jwgie.load("ar").pipe(iter(reports)))
    assert [d.id for d in documents] == [None, "2", "3", "4", "5", None]
    assert [type(d.error) for d in documents] == [type(None), type(None), InputError, InputError, InputError, type(None)]
    assert [len(d.records) for d in documents] == [len(documents[0].records)] * 2 + [0] * 4


def test_pipe_is_lazy():
    def endless():
        while True:
            yield ""

    assert next(jwgie.load("ar").pipe(endless())).reason == "the text is empty"


def test_extract():
    assert jwgie.extract(REPORT) == jwgie.extract(REPORT, language="ar")


@pytest.mark.parametrize("collecting", [True, False])
def test_the_garbage_collector_is_left_as_it_was(collecting):
    def fail(document):
        raise ValueError("no stage")

    before = gc.isenabled()
    try:
        (gc.enable if collecting else gc.disable)()
        jwgie.load("ar")("عقد اجتماع.")
        with pytest.raises(ValueError, match="no stage"):
            Pipeline([fail])("عقد اجتماع.")
        assert gc.isenabled() is collecting
    finally:
        (gc.enable if before else gc.disable)()


def test_reading_makes_no_cycles():
    read, times = jwgie.load("ar"), 200
    text = f"{REPORT} يوم 29 مايو 2024.\n" * times
    read(text, published="2024-05-31")
    gc.collect()
    read(text, published="2024-05-31")
    assert gc.collect() < times

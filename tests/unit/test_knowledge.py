"""The knowledge tables: complete, consistent, and as documented."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from jwgie import knowledge
from jwgie.errors import UnknownCodeError
from jwgie.knowledge.tables import fields
from jwgie.ner.values import CityValue
from jwgie.record import Act, DocumentKind, Kind, Mode, Role, Status


def test_every_country_has_labels() -> None:
    assert len(knowledge.countries()) >= 249
    for country in knowledge.countries().values():
        assert country.label("ar") != country.code, country.code
        assert country.label("en") != country.code, country.code


@pytest.mark.parametrize(("code", "arabic"), [("XK", "كوسوفو"), ("PS", "فلسطين"), ("TW", "تايوان"), ("US", "الولايات المتحدة")])
def test_country_labels(code: str, arabic: str) -> None:
    assert knowledge.countries()[code].label("ar") == arabic


def test_cities_are_many_plain_and_in_known_countries() -> None:
    assert len(knowledge.cities()) >= 3000
    for city in knowledge.cities():
        assert re.fullmatch(r"[A-Za-z0-9 .'-]+", city.name), city
        assert city.country in knowledge.countries(), city


def test_every_larger_country_has_a_capital() -> None:
    without = {code for code in knowledge.countries() if knowledge.capital(code) is None}
    assert without.isdisjoint(
        [
            "EG",
            "SA",
            "IN",
            "US",
            "JP",
            "CN",
            "RU",
            "FR",
            "DE",
            "GB",
            "BR",
            "ZA",
            "NG",
            "PK",
            "ID",
            "TR",
            "IR",
            "IQ",
            "YE",
            "MV",
            "KM",
            "SS",
            "XK",
            "PS",
        ]
    )


@pytest.mark.parametrize(
    ("city", "country"), [(CityValue("Riyadh", "SA"), "SA"), (CityValue("Jeddah", "SA"), None), (CityValue("Cordoba", "AR"), None)]
)
def test_capital_of(city: CityValue, country: str | None) -> None:
    assert knowledge.capital_of(city) == country


def test_city_states() -> None:
    assert knowledge.city_state("DZ") == CityValue("Algiers", "DZ")
    assert knowledge.city_state("EG") is None


def test_organisation_codes() -> None:
    assert len(knowledge.organisations()) >= 300
    for code in knowledge.organisations():
        assert re.fullmatch(r"[A-Z0-9+]{2,8}", code), code
    for code in [
        "UN",
        "EU",
        "GCC",
        "LAS",
        "OIC",
        "AFU",
        "ASEAN",
        "NATO",
        "SCO",
        "BRICS",
        "QUAD",
        "G7",
        "G20",
        "OPEC",
        "IAEA",
        "IMF",
        "WB",
        "WHO",
        "FATF",
        "GCTF",
        "ARF",
        "IORA",
        "NMFT",
        "I2U2",
        "5+5",
    ]:
        assert code in knowledge.organisations()


def test_region_slugs() -> None:
    for slug in knowledge.regions():
        assert re.fullmatch(r"[a-z_]+", slug), slug


@pytest.mark.parametrize(
    ("code", "kind", "language", "expected"),
    [
        ("counter_terrorism", "topic", "ar", "مكافحة الإرهاب"),
        ("situation/SD", "topic", "ar", "الوضع في السودان"),
        ("situation/SD", "topic", "en", "situation in Sudan"),
        ("EG", "party", "ar", "مصر"),
        ("GCC", "party", "en", "Gulf Cooperation Council"),
        ("southern_asia", "region", "ar", "جنوب آسيا"),
        ("held", "status", "ar", "عُقد"),
        ("action_plan", "document", "en", "action plan"),
        ("EG", "country", "xx", "Egypt"),
    ],
)
def test_label(code: str, kind: str, language: str, expected: str) -> None:
    assert knowledge.label(code, kind, language) == expected


@pytest.mark.parametrize(("code", "kind"), [("ZZ", "country"), ("situation/nowhere", "topic"), ("EG", "planet"), ("held", "kind")])
def test_label_of_nothing(code: str, kind: str) -> None:
    with pytest.raises(UnknownCodeError):
        knowledge.label(code, kind)


@pytest.mark.parametrize(
    ("kind", "codes"),
    [("kind", Kind), ("status", Status), ("mode", Mode), ("role", Role), ("act", Act), ("document", DocumentKind)],
)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_code_of_the_record_has_a_label(kind: str, codes: object, language: str) -> None:
    for code in get_args(codes):
        assert code in fields(kind)
        assert fields(kind)[code].names[language]


def test_every_topic_means_region_and_organisation_has_labels() -> None:
    for table in (knowledge.topics(), knowledge.means(), knowledge.regions(), knowledge.organisations()):
        for row in table.values():
            assert row.names.get("ar"), row.code


def gold_meetings() -> Iterator[dict[str, Any]]:
    for part in ("train", "dev"):
        for path in sorted((Path(__file__).parents[1] / "gold" / part).glob("*.json")):
            yield from json.loads(path.read_text("utf-8"))["meetings"]


def test_the_tables_know_every_code_of_the_gold_reports() -> None:
    parties = knowledge.countries().keys() | knowledge.organisations().keys()
    missing = set()
    for meeting in gold_meetings():
        missing |= {code for code in meeting["parties"] if code not in parties}
        missing |= {code for code in meeting["forums"] if code not in knowledge.organisations()}
        missing |= {code for code in meeting["regions"] if code not in knowledge.regions()}
        missing |= {code for code in meeting["topics"] if code not in knowledge.topics() and not knowledge.label(code, "topic")}
    assert not missing


def test_the_tables_know_every_city_of_the_gold_reports() -> None:
    known = {(city.name, city.country) for city in knowledge.cities()}
    places = [meeting["place"] for meeting in gold_meetings()]
    named = {(place["city"], place["country"]) for place in places if place and place["city"] and place["country"]}
    assert named <= known

"""What jwgie knows of the world: countries, cities, organisations, regions, and labels for its codes."""

from jwgie.knowledge.labels import label
from jwgie.knowledge.tables import (
    City,
    Country,
    Organisation,
    Region,
    Topic,
    capital,
    capital_of,
    cities,
    city_state,
    countries,
    crowns,
    means,
    members,
    organisations,
    regions,
    topics,
)

__all__ = [
    "City", "Country", "Organisation", "Region", "Topic", "capital", "capital_of", "cities", "city_state", "countries", "crowns", "label",
    "means", "members", "organisations", "regions", "topics",
]  # fmt: skip

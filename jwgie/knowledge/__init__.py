"""What jwgie knows of the world: countries, cities, organisations, regions, and labels for its codes."""

from jwgie.knowledge.tables import City, Country, capital, capital_of, cities, city_state, countries

__all__ = ["City", "Country", "capital", "capital_of", "cities", "city_state", "countries"]

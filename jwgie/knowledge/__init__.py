"""What jwgie knows of the world: countries, cities, organisations, regions, and labels for its codes."""

from jwgie.knowledge.tables import Country, countries

__all__ = ["Country", "countries"]

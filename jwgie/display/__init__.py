"""Records for people to look at."""

from jwgie.display.table import printable, rows, table

__all__ = ["printable", "rows", "table"]

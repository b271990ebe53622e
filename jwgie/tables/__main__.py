"""``python -m jwgie.tables`` prints the tables and their columns, as ``docs/tables.md`` has them."""

from jwgie.tables.schema import markdown

print(markdown())

"""Records as tables: data frames, and files of them. What each column is: ``docs/tables.md``."""

from jwgie.tables.files import read_frame, write_frame
from jwgie.tables.frames import arrow_schema, to_frame
from jwgie.tables.schema import KINDS, TABLES, table_of

__all__ = ["KINDS", "TABLES", "arrow_schema", "read_frame", "table_of", "to_frame", "write_frame"]

"""Records for people to look at: on a terminal, in a notebook, as a page of their own."""

from jwgie.display.folder import pages
from jwgie.display.page import document_fragment, records_fragment, render, save
from jwgie.display.table import printable, rows, table
from jwgie.display.words import page_languages

__all__ = ["document_fragment", "page_languages", "pages", "printable", "records_fragment", "render", "rows", "save", "table"]

"""Nouns that stand for all sides of a meeting together ("the two sides", الجانبان) as SIDES mentions."""

from __future__ import annotations

from collections.abc import Iterator

from jwgie.document import Document, Mention
from jwgie.languages import Pack
from jwgie.ner.matcher import Matcher


class SidesRecogniser:
    """Finds the nouns of ``lexicons/sides.tsv``; the value is the row's slug, the rule tells its number."""

    def __init__(self, pack: Pack) -> None:
        self.matcher: Matcher[tuple[str, str]] = Matcher(
            ((form, (row["slug"], row["number"])) for row in pack.rows("sides") for form in row["forms"].split(" | ")), pack
        )

    def __call__(self, document: Document) -> Iterator[Mention]:
        for view in document.views.values():
            for start, end, (slug, number) in self.matcher.find(view):
                yield Mention("SIDES", view.span(start, end), slug, f"sides.{number}")

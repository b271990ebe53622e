"""Nouns that stand for all sides of a meeting together ("the two sides", الجانبان) as SIDES mentions."""

from __future__ import annotations

from collections.abc import Iterator

from jwgie.document import Document, Mention
from jwgie.languages import Pack
from jwgie.ner.matcher import Matcher


class SidesRecogniser:
    """Finds the nouns of ``lexicons/sides.tsv``; the value is the row's slug, the rule tells its number and, where it says
    so, how many sides there are (``sides.plural.3``)."""

    def __init__(self, pack: Pack) -> None:
        rows = pack.rows("sides")
        forms = ((form, (row["slug"], _rule(row["number"], row["count"]))) for row in rows for form in row["forms"].split(" | "))
        self.matcher: Matcher[tuple[str, str]] = Matcher(forms, pack)

    def __call__(self, document: Document) -> Iterator[Mention]:
        for view in document.views.values():
            for start, end, (slug, rule) in self.matcher.find(view):
                if slug:
                    yield Mention("SIDES", view.span(start, end), slug, rule)


def _rule(number: str, count: str) -> str:
    return f"sides.{number}.{count}" if count else f"sides.{number}"

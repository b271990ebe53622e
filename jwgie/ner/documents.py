"""Documents that parties sign, adopt or issue: DOCUMENT mentions."""

from __future__ import annotations

from collections.abc import Iterator

from jwgie.document import Document, Mention
from jwgie.languages import Pack
from jwgie.ner.matcher import Matcher

#: The rule of what only looks like a document ("a statement to the press").
NOTHING = "document.none"


class DocumentRecogniser:
    """Finds the nouns of ``lexicons/document_nouns.tsv``.

    The value is a code of `jwgie.record.DocumentKind`, or None for a noun that only sums up ("documents"). The rule tells
    the noun's number: ``document.singular``, ``document.dual``, ``document.plural``.
    """

    def __init__(self, pack: Pack) -> None:
        rows = pack.rows("document_nouns")
        entries = ((form, (row["kind"] or None, f"document.{row['number']}")) for row in rows for form in row["forms"].split(" | "))
        self.matcher: Matcher[tuple[str | None, str]] = Matcher(entries, pack)

    def __call__(self, document: Document) -> Iterator[Mention]:
        for view in document.views.values():
            for start, end, (kind, rule) in self.matcher.find(view):
                if rule != NOTHING:
                    yield Mention("DOCUMENT", view.span(start, end), kind, rule)

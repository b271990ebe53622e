"""The vocabulary of the grammar of people: what the lexicons of a pack say of words and phrases, each as a row with a category."""

from __future__ import annotations

from collections.abc import Iterator

from jwgie.languages import Pack
from jwgie.ner.named_units import Row


def vocabulary(pack: Pack) -> Iterator[tuple[str, Row]]:
    """The entries of

    ``phrase_words.tsv`` (``category``, ``forms``): words by what they do in phrases;
    ``honorifics.tsv`` (``category``, ``kind``, ``forms``): what stands before names;
    ``offices.tsv`` (``category``, ``kind``, ``slug``, ``country``, ``forms``, ``plural``): head nouns of offices;
    ``institutions.tsv`` (``category``, ``kind``, ``slug``, ``country``, ``forms``): head nouns of institutions, and names of some
    (kind ``name``);
    ``first_names.tsv`` (``name``): GIVEN, given names that are also other words;
    ``name_particles.tsv`` (``form``): PART.

    Forms are divided by " | ". Of entries of one form the first counts.
    """
    for row in pack.rows("honorifics"):
        for form in _forms(row["forms"]):
            yield form, Row(row["category"], row["kind"], kind=row["kind"], capitals=_capitals(form))
    for row in pack.rows("offices"):
        for column in ("forms", "plural"):
            for form in _forms(row[column]):
                entry = Row(row["category"], row["slug"], row["country"], row["kind"], column == "plural")
                yield form, entry._replace(capitals=_capitals(form), marked=_marked(pack, form))
    for row in pack.rows("institutions"):
        for form in _forms(row["forms"]):
            kind = "phrase" if row["kind"] == "head" and " " in form else row["kind"]  # "central bank" says enough by itself
            yield form, Row(row["category"], row["slug"], row["country"], kind, False, _capitals(form), _marked(pack, form))
    for row in pack.rows("phrase_words"):
        for form in _forms(row["forms"]):
            yield form, Row(row["category"], capitals=_capitals(form))
    for row in pack.rows("name_particles"):
        yield row["form"], Row("PART")
    for row in pack.rows("first_names"):
        yield row["name"], Row("GIVEN")


def _marked(pack: Pack, form: str) -> str:
    """A form in small letters, where folding takes marks from it."""
    small = form.lower()
    return small if pack.fold(form) != small else ""


def _forms(cell: str) -> list[str]:
    return [form for form in cell.split(" | ") if form]


def _capitals(form: str) -> bool:
    """Whether an entry is an acronym, which small letters do not spell; plural or not."""
    letters = "".join(filter(str.isalpha, form)).removesuffix("s")
    return len(letters) > 1 and letters.isupper()

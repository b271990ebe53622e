"""Writes ``prepared.tsv``: ``python -m jwgie.relations.prepare [--check]``."""

from __future__ import annotations

import sys
from pathlib import Path

from jwgie.assembly.claims import claims
from jwgie.assembly.clause_grammar import clause_grammar
from jwgie.assembly.final_reader import final_grammar
from jwgie.languages import languages, load_pack
from jwgie.pipeline import load
from jwgie.relations import prepared


def prepare(check: bool) -> bool:
    """Write the file, or only look at it; whether it is as it should be."""
    prepared.asked = {}
    for code in languages():
        load(code)("-")
        pack = load_pack(code)
        final_grammar(pack) or clause_grammar(pack) or claims(pack)
    text = "\n".join([prepared.header(), *(f"{key}\t{row}" for key, row in sorted(prepared.asked.items()))]) + "\n"
    file = Path(__file__).with_name(prepared.FILE)
    if not check:
        file.write_text(text, "utf-8")
    return file.read_text("utf-8") == text


if __name__ == "__main__":
    if not prepare("--check" in sys.argv[1:]):
        sys.exit(f"{prepared.FILE} is not what the packs' expressions give; run this without --check")

"""Count, for each slot and rule, how many of the values that it read are right on gold reports.

    python -m jwgie.evaluation.calibrate --language ar tests/gold/train tests/gold/dev

writes ``jwgie/languages/<code>/confidence.tsv``, from which every confidence comes. Run it after rules change; a part
that is kept unread for scoring is refused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from jwgie.assembly.confidence import slot
from jwgie.evaluation.command import UNREAD
from jwgie.evaluation.gold import GoldReport, gold
from jwgie.evaluation.leaves import judged
from jwgie.evaluation.scores import Reader, pairs
from jwgie.pipeline import load
from jwgie.recognisers import RULES

_HEADER = """\
# Values read from the gold reports ({parts}) by slot and rule, and those of them that were right.
# Written by: python -m jwgie.evaluation.calibrate --language {code} {parts}
slot\trule\tright\tseen
"""


def count(reports: Iterable[GoldReport], reader: Reader) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """By slot and rule: the values that were right, and all that were read."""
    right: Counter[tuple[str, str]] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    for report in reports:
        document = reader(report.text, title=report.title, published=report.published, id=report.id)
        records = [(record, record.meeting()) for record in document.records]
        for i, j in pairs(report.meetings, [meeting for _, meeting in records]):
            if j is None:
                continue
            record, meeting = records[j]
            for pointer, ok in judged(report.meetings[i] if i is not None else {}, meeting):
                for rule in {e.rule for e in record.evidence[pointer]}:
                    seen[slot(pointer), rule] += 1
                    right[slot(pointer), rule] += ok
    return right, seen


def calibrate(
    parts: Annotated[list[Path], typer.Argument(help="Folders of gold reports.")],
    language: Annotated[str, typer.Option(help="The language pack to calibrate.")] = "ar",
) -> None:
    """Fit the confidences of a language pack on gold reports."""
    if any(part.resolve().name == UNREAD for part in parts):
        raise typer.BadParameter(f"a part named {UNREAD!r} is for scoring alone")
    right, seen = count((report for part in parts for report in gold(part, language)), load(language, recognisers=[RULES]))
    rows = "".join(f"{name}\t{rule}\t{right[name, rule]}\t{seen[name, rule]}\n" for name, rule in sorted(seen))
    file = Path(str(files("jwgie.languages"))) / language / "confidence.tsv"
    file.write_text(_HEADER.format(parts=" ".join(map(str, parts)), code=language) + rows, "utf-8")
    typer.echo(f"{file}: {len(seen)} rules and slots, {sum(right.values())} of {sum(seen.values())} values right")


if __name__ == "__main__":
    typer.run(calibrate)

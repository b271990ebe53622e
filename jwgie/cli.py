"""The command line: ``jwgie extract``, ``jwgie score``, ``jwgie schema``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from time import monotonic
from typing import Annotated, Any, TextIO

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from jwgie.display import printable, table
from jwgie.document import Document
from jwgie.errors import JwgieError
from jwgie.evaluation.command import score_command
from jwgie.pipeline import Pipeline, load
from jwgie.record import MeetingRecord
from jwgie.reports import Report, read_reports

#: Seconds of work after which progress is shown.
PATIENCE = 1.0
#: How many failures the summary lists.
LISTED = 20

app = typer.Typer(
    help="Read reports of diplomatic meetings: who met, when, where, and what they said.",
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
)  # fmt: skip
app.command("score")(score_command)


class Format(StrEnum):
    """How `extract` writes."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


class Title(StrEnum):
    """How the headline of a plain text is told."""

    guess = "guess"
    first_line = "first-line"
    none = "none"


@app.command()
def extract(
    reports: Annotated[list[str], typer.Argument(metavar="REPORT...", help="Files (text, JSON, JSON lines), folders, or - for stdin.")],
    format: Annotated[Format | None, typer.Option(help="Default: table on a terminal, else jsonl.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write there instead of standard output.")] = None,
    title: Annotated[Title, typer.Option(help="Whether a plain text opens with its headline.")] = Title.guess,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="ISO 8601 date of reports that do not tell their own.")] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="Default: told from each report.")] = None,
    encoding: Annotated[str, typer.Option(help="Of the files.")] = "utf-8-sig",
) -> None:
    """Read reports and print their meetings, in order, with the characters that say each value.

    JSON objects have "text" and, as far as known, "id", "title" and "published". JSON lines come out one for each report:
    "id", "meetings" (with "evidence"), "reason" where nothing could be looked for or not all is told, "error" where the report could not
    be read. Evidence counts characters from the start of the text, which in a plain text file comes after the headline.
    Exit code: 0, or 1 if some reports failed, or 2 for wrong usage.
    """
    for source in reports:
        if source != "-" and not Path(source).exists():
            raise typer.BadParameter(f"no such file or folder: {source}", param_hint="REPORT")
    try:
        nlp = load(language)
    except JwgieError as error:
        raise typer.BadParameter(str(error), param_hint="--language") from error
    try:
        nlp("", published=published)
    except JwgieError as error:
        raise typer.BadParameter(str(error), param_hint="--published") from error
    chosen = format or (Format.table if out is None and sys.stdout.isatty() else Format.jsonl)
    with ExitStack() as stack:
        stream = _open(out, stack)
        documents = _read(nlp, read_reports(reports, title=title.value, encoding=encoding), published)
        if not (out is None and sys.stdout.isatty()):
            documents = _progress(documents, stack)
        count, failures = _write(documents, chosen, stream)
    _summary(count, failures)
    if failures:
        raise typer.Exit(1)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a meeting record."""
    typer.echo(json.dumps(MeetingRecord.model_json_schema(), indent=2, ensure_ascii=False))


def _open(out: Path | None, stack: ExitStack) -> TextIO:
    if out is None:
        return sys.stdout
    try:
        return stack.enter_context(out.open("w", encoding="utf-8"))
    except OSError as error:
        raise typer.BadParameter(f"{out}: {error.strerror}", param_hint="--out") from error


def _read(nlp: Pipeline, reports: Iterable[Report], published: str | None) -> Iterator[Document]:
    """The documents, in order; what could not be read is one with an error."""
    for report in reports:
        if isinstance(report, tuple):
            yield Document("", id=report[0], error=report[1])
        else:
            yield from nlp.pipe([{**report, "published": report.get("published") or published}])


def _progress(documents: Iterable[Document], stack: ExitStack) -> Iterator[Document]:
    """The same documents; if they take long, and standard error is a terminal, how far they are is shown there."""
    console = Console(stderr=True)
    start = monotonic()
    columns = (SpinnerColumn(), TextColumn("{task.completed} reports"), TimeElapsedColumn())
    progress = Progress(*columns, console=console, transient=True)
    task = progress.add_task("", total=None)
    shown = not console.is_terminal
    for document in documents:
        yield document
        progress.advance(task)
        if not shown and monotonic() - start > PATIENCE:
            stack.enter_context(progress)
            shown = True


def _write(documents: Iterable[Document], format: Format, stream: TextIO) -> tuple[int, list[tuple[str, Exception]]]:
    """Writes all; how many there were, and which failed."""
    failures: list[tuple[str, Exception]] = []
    rows: list[dict[str, Any]] = []
    count = 0
    console = Console(file=stream, soft_wrap=False, highlight=False, width=None if stream.isatty() else 100)
    for count, document in enumerate(documents, 1):
        if document.error is not None:
            failures.append((document.id or str(count), document.error))
        if format is Format.table:
            _print(document, console)
        elif format is Format.jsonl:
            stream.write(_dumps(_row(document)) + "\n")
        else:
            rows.append(_row(document))
    if format is Format.json:
        stream.write(_dumps(rows, indent=2) + "\n")
    return count, failures


def _row(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "meetings": [record.model_dump(mode="json") for record in document.records],
        "reason": document.reason,
        "error": None if document.error is None else f"{type(document.error).__name__}: {document.error}",
    }


def _dumps(value: Any, indent: int | None = None) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate, which no encoding can write: escape it
        return json.dumps(value, indent=indent)
    return text


def _print(document: Document, console: Console) -> None:
    heading = " | ".join(filter(None, (document.id, document.title, document.published)))
    console.print(Text(printable(heading), style="bold cyan"))
    if document.error is not None:
        console.print(Text(printable(f"failed: {document.error}"), style="red"))
    elif not document.records:
        console.print(Text(f"no meeting ({document.reason})" if document.reason else "no meeting", style="dim"))
    for record in document.records:
        console.print(table(record))
    console.print()


def _summary(count: int, failures: list[tuple[str, Exception]]) -> None:
    if not failures:
        return
    typer.echo(f"{len(failures)} of {count} reports failed:", err=True)
    for id, error in failures[:LISTED]:
        typer.echo(printable(f"  {id}: {error}"), err=True)
    if len(failures) > LISTED:
        typer.echo(f"  and {len(failures) - LISTED} more", err=True)


def main() -> None:
    """The ``jwgie`` command."""
    app()


if __name__ == "__main__":
    main()

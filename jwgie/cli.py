"""The command line: ``jwgie extract``, ``jwgie table``, ``jwgie score``, ``jwgie schema``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path
from typing import Annotated, TextIO, cast

import typer
from rich.console import Console
from rich.text import Text

from jwgie.display import pages, printable, save, table
from jwgie.document import Document
from jwgie.errors import InputError, JwgieError, WorkerError
from jwgie.evaluation.command import score_command
from jwgie.inputs import document_of
from jwgie.parallel import read
from jwgie.pipeline import Pipeline, load
from jwgie.progress import counted
from jwgie.record import MeetingRecord
from jwgie.reports import UTF_8, Report, read_reports
from jwgie.rows import Begun, dumps, line, read_rows, resume, row
from jwgie.tables import KINDS, table_of, to_frame, write_frame

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
    html = "html"


class Title(StrEnum):
    """How the headline of a plain text is told."""

    guess = "guess"
    first_line = "first-line"
    none = "none"


@app.command()
def extract(
    reports: Annotated[
        list[str], typer.Argument(metavar="REPORT...", help="Files (text, HTML, JSON, JSON lines), folders, or - for stdin.")
    ],
    format: Annotated[Format | None, typer.Option(help="Default: table on a terminal, else jsonl.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write there instead of standard output; pages in a folder.")] = None,
    title: Annotated[Title, typer.Option(help="Whether a plain text opens with its headline.")] = Title.guess,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="ISO 8601 date of reports that do not tell their own.")] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="Default: told from each report.")] = None,
    recogniser: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="rules, tagger, or both by saying it twice. Default: see jwgie.load.")
    ] = None,
    encoding: Annotated[str, typer.Option(help="Of the files; web pages declare theirs.")] = UTF_8,
    processes: Annotated[int, typer.Option(min=1, help="How many reports are read at a time.")] = 1,
    go_on: Annotated[bool, typer.Option("--resume", help="Go on with the FILE of --out that a broken run has left.")] = False,
) -> None:
    """Read reports and print their meetings, in order, with the characters that say each value.

    JSON objects have "text" and, as far as known, "id", "title" and "published". JSON lines come out one for each report:
    "id", "meetings" (with "evidence"), "reason" where nothing could be looked for or not all is told, "error" where the report could not
    be read. Evidence counts characters from the start of the text, which in a plain text file comes after the headline,
    and in a web page (these need the extra jwgie[web]) is its main text. Pages (--format html) show each report and its records side by
    side; in a folder they have an index.
    Each line is written when its report is read. Resuming cuts a torn last line, checks that the lines tell of the first reports of
    the input in order, by their ids, titles, dates and quotations, and goes on after them: the file is then what an unbroken run writes.
    Exit code: 0, or 1 if some reports failed, or 2 for wrong usage, or 130 after Ctrl-C.
    """
    for source in reports:
        if source != "-" and not Path(source).exists():
            raise typer.BadParameter(f"no such file or folder: {source}", param_hint="REPORT")
    try:
        nlp = load(language, recognisers=recogniser or None)
    except JwgieError as error:
        raise typer.BadParameter(str(error), param_hint="--language, --recogniser") from error
    try:
        nlp("", published=published)
    except JwgieError as error:
        raise typer.BadParameter(str(error), param_hint="--published") from error
    chosen = format or (Format.table if out is None and sys.stdout.isatty() else Format.jsonl)
    if go_on and (out is None or chosen is not Format.jsonl):
        raise typer.BadParameter("needs --out, and the format jsonl", param_hint="--resume")
    documents = _documents(nlp, read_reports(reports, title=title.value, encoding=encoding, skip=out), published)
    if chosen is Format.html and out is None:
        raise typer.BadParameter("needs --out: a folder, or for a single report a file that ends in .html", param_hint="--format")
    begun = Begun(0, [])
    if go_on and out is not None and out.exists():
        try:
            begun = resume(out, documents)
        except (InputError, OSError) as error:
            raise typer.BadParameter(str(error), param_hint="--resume") from error
    with ExitStack() as stack:
        tally = Tally(*begun)
        try:
            if chosen is Format.html and out is not None:
                _pages(nlp, documents, out, processes, tally)
            else:
                _write(nlp, documents, chosen, _open(out, stack, "a" if go_on else "w"), processes, tally)
        except KeyboardInterrupt:
            more = "; the same command with --resume goes on after them" if out is not None and chosen is Format.jsonl else ""
            typer.echo(f"interrupted: {tally.count} reports are done{more}", err=True)
            raise typer.Exit(130) from None
        except WorkerError as error:
            typer.echo(f"stopped after {tally.count} reports: {error}", err=True)
            raise typer.Exit(1) from error
    _summary(tally)
    if tally.failures:
        raise typer.Exit(1)


@app.command("table")
def table_command(
    rows: Annotated[Path, typer.Argument(metavar="ROWS", help="JSON lines that extract has written.", exists=True, dir_okay=False)],
    out: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write: .csv, .parquet or .jsonl.")],
    kind: Annotated[str, typer.Option(help=f"One of: {', '.join(KINDS)}.")] = "meetings",
    delimiter: Annotated[str, typer.Option(help="Of CSV; Excel in many languages wants the semicolon.")] = ",",
) -> None:
    """Make a table of what extract has written: of meetings, people, statements, topics ...

    The columns: docs/tables.md. Needs the extra jwgie[pandas].
    """
    try:
        write_frame(to_frame(read_rows(rows), table_of(kind).kind, "pyarrow"), out, delimiter=delimiter)
    except (JwgieError, OSError) as error:
        typer.echo(f"Error: {error}", err=True)
        raise typer.Exit(2) from error


@app.command()
def schema() -> None:
    """Print the JSON Schema of a meeting record."""
    typer.echo(json.dumps(MeetingRecord.model_json_schema(), indent=2, ensure_ascii=False))


@dataclass
class Tally:
    """How many reports are done, and which of them failed and why."""

    count: int
    failures: list[tuple[str, str]]

    def add(self, id: str | None, error: object) -> None:
        self.count += 1
        if error is not None:
            self.failures.append((id or str(self.count), str(error)))


def _open(out: Path | None, stack: ExitStack, mode: str) -> TextIO:
    if out is None:
        return sys.stdout
    try:
        return stack.enter_context(cast(TextIO, out.open(mode, encoding="utf-8", newline="\n")))
    except OSError as error:
        raise typer.BadParameter(f"{out}: {error.strerror}", param_hint="--out") from error


def _documents(nlp: Pipeline, reports: Iterable[Report], published: str | None) -> Iterator[Document]:
    """The documents to read, in order; what could not be read is one with an error."""
    for report in reports:
        if isinstance(report, tuple):
            yield Document("", id=report[0], error=report[1])
        else:
            yield document_of({**report, "published": report.get("published") or published}, nlp.language)


def _write(nlp: Pipeline, documents: Iterable[Document], format: Format, stream: TextIO, processes: int, tally: Tally) -> None:
    """Reads and writes all, each when it is read."""
    shown = not (stream is sys.stdout and stream.isatty()) and sys.stderr.isatty()
    if format is Format.jsonl:
        with closing(counted(read(documents, nlp.run_many, line, processes, 16 if processes > 1 else 1), shown)) as lines:
            for each in lines:
                stream.write(each.text)
                stream.flush()
                tally.add(each.id, each.error)
        return
    rows = []
    console = Console(file=stream, soft_wrap=False, highlight=False, width=None if stream.isatty() else 100)
    with closing(nlp.pipe(documents, processes=processes, progress=shown)) as read_documents:
        for document in read_documents:
            tally.add(document.id, document.error)
            if format is Format.table:
                _print(document, console)
            else:
                rows.append(row(document))
    if format is Format.json:
        stream.write(dumps(rows, indent=2) + "\n")


def _pages(nlp: Pipeline, documents: Iterator[Document], out: Path, processes: int, tally: Tally) -> None:
    """One page, or a folder of them."""
    alone = out.suffix.lower() in (".html", ".htm")
    few = list(islice(documents, 2)) if alone else []
    if len(few) > 1:
        raise typer.BadParameter(f"{out} has room for one report; give a folder", param_hint="--out")
    try:
        with closing(nlp.pipe(chain(few, documents), processes=processes, progress=sys.stderr.isatty())) as read_documents:
            for document in read_documents if alone else pages(read_documents, out):
                if alone:
                    save(document, out)
                tally.add(document.id, document.error)
    except OSError as error:
        raise typer.BadParameter(f"{out}: {error.strerror}", param_hint="--out") from error


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


def _summary(tally: Tally) -> None:
    if not tally.failures:
        return
    typer.echo(f"{len(tally.failures)} of {tally.count} reports failed:", err=True)
    for id, error in tally.failures[:LISTED]:
        typer.echo(printable(f"  {id}: {error}"), err=True)
    if len(tally.failures) > LISTED:
        typer.echo(f"  and {len(tally.failures) - LISTED} more", err=True)


def main() -> None:
    """The ``jwgie`` command."""
    app()


if __name__ == "__main__":
    main()

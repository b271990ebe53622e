"""How far a long run is, shown on standard error."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import ExitStack, closing
from time import monotonic
from typing import TypeVar

T = TypeVar("T")

#: Seconds of work after which it is shown, and between two times that it is brought up to date.
PATIENCE, PACE = 1.0, 0.2


def counted(
    source: Generator[T, None, None], progress: bool | Callable[[int], object], total: int | None = None
) -> Generator[T, None, None]:
    """The same, with a count shown, or told to a function after each; whoever closes this closes the source."""
    with closing(source), ExitStack() as stack:
        tell = progress if callable(progress) else _shown(total, stack) if progress else None
        for count, each in enumerate(source, 1):
            yield each
            if tell is not None:
                tell(count)


def _shown(total: int | None, stack: ExitStack) -> Callable[[int], object]:
    """Shows the count on a line of its own where standard error is a terminal, and now and then where it is not."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    count = TextColumn("{task.completed} reports") if total is None else MofNCompleteColumn()
    columns = (SpinnerColumn(), *(() if total is None else (BarColumn(),)), count, TimeElapsedColumn())
    # Brought up to date from here, not by a thread of its own: a process with threads is not forked.
    progress = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    task = progress.add_task("", total=total)
    start = due = monotonic() + PATIENCE

    def tell(count: int) -> None:
        nonlocal due
        now = monotonic()
        if now < due:
            return
        if due == start:
            stack.enter_context(progress)
        due = now + PACE
        progress.update(task, completed=count, refresh=True)

    return tell

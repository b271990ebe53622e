"""One process that reads documents, and the pipe to it. A pipe for each: whoever dies leaves no lock behind and takes none along."""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import signal
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from typing import Any, NamedTuple, TypeVar

from jwgie.collector import uncollected
from jwgie.document import Document
from jwgie.inputs import failed
from jwgie.parallel.packed import portable

T = TypeVar("T")

#: Seconds that a process is given to end.
_PATIENCE = 2.0
#: A task without documents lets a process go.
_NOTHING = pickle.dumps(())


def context() -> BaseContext:
    """The start method of this program (`multiprocessing.set_start_method`). A process with threads is not forked, for a lock that
    one of them holds would stay locked."""
    chosen = multiprocessing.get_context()
    if chosen.get_start_method() == "fork" and threading.active_count() > 1:
        return multiprocessing.get_context("spawn")
    return chosen


class Ended(NamedTuple):
    """That a process has ended, and how."""

    how: str


class Worker:
    """A process that has been started. It says when it is ready; then it takes a task at a time."""

    def __init__(self, context: BaseContext, setup: bytes) -> None:
        self.pipe, theirs = context.Pipe()
        inherited = self.pipe if context.get_start_method() == "fork" else None
        self.process = context.Process(target=_work, args=(theirs, inherited, setup), daemon=True)  # type: ignore[attr-defined]
        self.process.start()
        theirs.close()
        self.ready = False

    def take(self, documents: bytes) -> bool:
        """Hand over a task, pickled; False if the process has ended."""
        try:
            self.pipe.send_bytes(documents)
        except OSError:
            return False
        return True

    def answer(self) -> Any:
        """What it has sent: None when it is ready, the error if it cannot load, then results. Or how it `Ended`."""
        try:
            return self.pipe.recv()
        except (EOFError, OSError):
            self.process.join(_PATIENCE)
            return Ended(_ending(self.process.exitcode))

    def end(self, kindly: bool) -> None:
        """Let an idle process go, or stop one that may be at work; returns when it has ended."""
        if not (kindly and self.ready and self.take(_NOTHING)):
            self.process.terminate()
        self.process.join(_PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.pipe.close()
        self.process.close()


def _ending(code: int | None) -> str:
    if code is None or code >= 0:
        return f"ended by itself (exit code {code})"
    name = signal.Signals(-code).name if -code in {s.value for s in signal.Signals} else f"signal {-code}"
    return f"was killed by {name}" + (", as one is that takes more memory than there is" if name == "SIGKILL" else "")


def _work(pipe: Connection, inherited: Connection | None, setup: bytes) -> None:
    """What a process does: load, then read what it is handed until it is let go or nobody is at the other end."""
    if inherited is not None:
        inherited.close()  # or it would be at the other end itself
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes of a terminal: the first of them ends the others
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        run, finish = pickle.loads(setup)
    except Exception as error:  # whatever loading brings about, the first process tells it
        pipe.send(portable(error))
        return
    gc.freeze()  # what is loaded stays: it need be neither gone through nor, after a fork, copied
    try:
        pipe.send(None)
        while documents := pipe.recv():
            with uncollected():  # once a batch is enough
                results = finished(run, finish, documents)
            pipe.send(results)
    except (EOFError, OSError):  # nobody is there any more
        return


def finished(run: Callable[[Sequence[Document]], Sequence[Document]], finish: Callable[[Document], T],
             documents: Sequence[Document]) -> list[T]:  # fmt: skip
    """What is made of documents; of one that fails then, too, what is made of the error."""
    return [_finished(finish, document) for document in run(documents)]


def _finished(finish: Callable[[Document], T], document: Document) -> T:
    try:
        return finish(document)
    except Exception as error:  # a value of a stage's own that cannot be pickled, say
        return finish(failed(document, error))

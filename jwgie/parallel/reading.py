"""Reading many documents: in order, with bounded look-ahead, in this process or in several."""

from __future__ import annotations

import multiprocessing
import os
import pickle
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import wait
from time import monotonic
from typing import Any, TypeVar

from jwgie.document import Document
from jwgie.errors import WorkerError
from jwgie.inputs import failed
from jwgie.parallel.worker import Ended, Worker, context, finished

T = TypeVar("T")

#: How many batches are under way for each process, being read or read and not yet asked for.
_AHEAD = 4
#: Seconds after which, between two results, it is looked whether a process has become idle.
_GLANCE = 0.005
#: How often in a row processes may end before they have loaded the pipeline.
_STARTS = 3


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read(documents: Iterable[Document], run: Callable[[Sequence[Document]], Sequence[Document]], finish: Callable[[Document], T],
         processes: int = 1, batch_size: int = 16) -> Generator[T, None, None]:  # fmt: skip
    """What `finish` makes of each document once `run` has read it, in order; `run` is given `batch_size` of them at most. With several
    processes both are called there: they and what `finish` gives must be picklable. Nothing is read before it is asked for, save the
    rest of a batch and the few batches that are under way.

    Whatever exception a document brings about is in its `error`. When a process dies its batch is read once more, and if another one dies
    of it, document by document: the one that is to blame has a `WorkerError`."""
    if processes == 1 or multiprocessing.current_process().daemon:  # a process of a pool may not start others
        return (result for batch in _batches(documents, lambda _: batch_size) for result in finished(run, finish, batch))
    try:
        setup = pickle.dumps((run, finish))
    except Exception as error:  # pickling runs code of the stages
        raise WorkerError(
            f"a stage of this pipeline cannot be sent to other processes ({error}): "
            "make it of functions and classes at the top of a module, or read with processes=1"
        ) from error
    return _Team(setup, finish, processes, batch_size).results(documents)


def _batches(documents: Iterable[Document], size: Callable[[int], int]) -> Iterator[list[Document]]:
    """The documents in batches of the size that is told by how many there have been."""
    batch: list[Document] = []
    try:
        for count, document in enumerate(documents, 1):
            batch.append(document)
            if len(batch) >= size(count):
                yield batch
                batch = []
    except Exception:  # what the source gave before it failed is read all the same
        if batch:
            yield batch
        raise
    if batch:
        yield batch


@dataclass(eq=False)
class _Task:
    """A batch, and the places of its documents in what is given back: None until it is there. `deaths` counts the processes that
    died of it."""

    documents: list[Document]
    results: list[Any]
    first: int = 0
    deaths: int = 0

    def done(self, results: list[Any]) -> None:
        self.results[self.first : self.first + len(results)] = [(result,) for result in results]

    def apart(self) -> Iterator[_Task]:
        """A task for each document, with the same places."""
        for at, document in enumerate(self.documents, self.first):
            yield _Task([document], self.results, at, self.deaths)


class _Team:
    """The processes, what they are at, and what waits for them."""

    def __init__(self, setup: bytes, finish: Callable[[Document], Any], processes: int, batch_size: int) -> None:
        self.setup, self.finish, self.processes, self.batch_size = setup, finish, processes, batch_size
        self.context = context()
        self.workers: dict[Worker, _Task | None] = {}
        self.waiting: deque[_Task] = deque()
        self.started, self.false_starts = False, 0

    def results(self, documents: Iterable[Document]) -> Generator[Any, None, None]:
        batches = self._batches(documents)
        under_way: deque[_Task] = deque()
        broken: Exception | None = None
        kindly = False
        try:
            while True:
                while broken is None and len(under_way) < _AHEAD * self.processes:
                    try:
                        batch = next(batches, None)
                    except Exception as error:  # of the source
                        broken = error
                        break
                    if batch is None:
                        break
                    under_way.append(batch)
                    self.waiting.append(batch)
                if not under_way:
                    break
                self._turn(None if None in under_way[0].results else 0)
                if None not in under_way[0].results:
                    glance = monotonic() + _GLANCE
                    for (result,) in under_way.popleft().results:
                        yield result
                        if monotonic() > glance:
                            self._turn(0)
                            glance = monotonic() + _GLANCE
            if broken is not None:
                raise broken
            kindly = True
        finally:
            for worker in self.workers:
                worker.end(kindly)

    def _batches(self, documents: Iterable[Document]) -> Iterator[_Task]:
        """Small ones first, so that few documents too are spread over the processes and the first result is soon there."""
        for batch in _batches(documents, lambda count: min(self.batch_size, count // (2 * self.processes))):
            yield _Task(batch, [None] * len(batch))

    def _turn(self, timeout: float | None) -> None:
        """Hand out what waits, then take what has come; without a `timeout`, when something has."""
        self._hand_out()
        sources: dict[Any, Worker] = {}
        for worker, task in self.workers.items():
            if task is not None or not worker.ready:
                sources[worker.pipe] = sources[worker.process.sentinel] = worker
        for worker in {sources[ready]: None for ready in wait(list(sources), timeout)}:
            self._heed(worker)
        self._hand_out()

    def _hand_out(self) -> None:
        starting = 0
        for worker, task in list(self.workers.items()):
            starting += not worker.ready
            if worker.ready and task is None:
                self._give(worker)
        while len(self.workers) < self.processes and starting < len(self.waiting):
            try:
                self.workers[Worker(self.context, self.setup)] = None
            except OSError as error:  # too many processes, or too little memory
                raise WorkerError(f"processes cannot be started: {error}") from error
            starting += 1

    def _give(self, worker: Worker) -> None:
        """Hand the next task to an idle worker."""
        while self.waiting:
            task = self.waiting.popleft()
            try:
                data = pickle.dumps(task.documents, pickle.HIGHEST_PROTOCOL)
            except Exception as error:  # a document that came with layers of somebody's own
                if len(task.documents) > 1:
                    self.waiting.extendleft(reversed(list(task.apart())))
                else:
                    self._fail(task, WorkerError(f"it cannot be sent to another process: {error}"))
                continue
            self.workers[worker] = task
            if not worker.take(data):
                self._heed(worker)
            return

    def _heed(self, worker: Worker) -> None:
        """Take a worker's answer, or bury it."""
        answer = worker.answer()
        task = self.workers[worker]
        if isinstance(answer, list) and task is not None:
            task.done(answer)
            self.workers[worker] = None
        elif answer is None:
            worker.ready = self.started = True
            self.false_starts = 0
        else:
            del self.workers[worker]
            worker.end(kindly=False)
            if not isinstance(answer, Ended):
                raise WorkerError(f"a process could not load the pipeline: {type(answer).__name__}: {answer}") from answer
            if worker.ready and task is not None:
                self._again(task, answer)
            elif not worker.ready:
                self._start_again(answer)

    def _start_again(self, end: Ended) -> None:
        self.false_starts += 1
        if not self.started or self.false_starts == _STARTS:
            raise WorkerError(
                f"processes cannot be started: one {end.how} before it had loaded the pipeline. A script that uses processes needs "
                'its main part under: if __name__ == "__main__":'
            )

    def _again(self, task: _Task, end: Ended) -> None:
        """What is done about a task that a process died of."""
        task.deaths += 1
        if task.deaths == 1:
            self.waiting.appendleft(task)
        elif len(task.documents) > 1:
            self.waiting.extendleft(reversed(list(task.apart())))
        else:
            self._fail(task, WorkerError(f"the process that read it {end.how}"))

    def _fail(self, task: _Task, error: WorkerError) -> None:
        task.done([self.finish(failed(task.documents[0], error))])

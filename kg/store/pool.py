"""Queries of strangers, answered by processes that live long and are ended at their limits.

    with Pool(Path("readout.store")) as pool:
        answer = pool.ask(Question("SELECT * { ?meeting a readout:Meeting }"))
        answer.rows()

A process that takes too long, takes too much or breaks is replaced; nobody
else notices. The pool may be asked by several threads.
"""

from __future__ import annotations

import json
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from types import ModuleType, TracebackType
from typing import IO, TYPE_CHECKING, Any, Self

import pyoxigraph as ox

from kg import limits
from kg.errors import KgError, LimitError, StoreError
from kg.limits import Limits
from kg.store import asking
from kg.store.asking import Question

if TYPE_CHECKING:
    from kg.queries.results import Result

__all__ = ["Answer", "Pool", "Question"]

IN_MEMORY = 1024**2
"""Bytes of an answer that are kept in memory; more are put into a temporary file."""

_LATE = "that is the timeout, so ask for less at once"
_BOOT = 30.0  # seconds that a new process may take until it can be asked
_LONGEST_FRAME = 4 * asking.PIECE + 1024**2


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question, as text in `body`; `cut` tells whether rows were left out.

    `kind` is "rows", "triples", "answer" (of an ASK) or "export" (then `length`
    is that of the file), `form` the format, and `text` the SPARQL that was asked.
    """

    kind: str
    form: str
    text: str
    columns: tuple[str, ...]
    cut: bool
    length: int
    body: IO[bytes]

    def pieces(self, size: int = asking.PIECE) -> Iterator[bytes]:
        """Yield the text in pieces, once."""
        with self.body:
            while piece := self.body.read(size):
                yield piece

    def read(self) -> str:
        """Return the whole text."""
        return b"".join(self.pieces()).decode("utf-8")

    def result(self) -> Result:
        """Return an answer in JSON as values again."""
        from kg.queries import results

        with self.body:
            found = ox.parse_query_results(self.body, format=ox.QueryResultsFormat.JSON)
            return results.collect(results.begin(found))


class Pool:
    """At most `workers` processes that read the store at `folder`, which nobody may write to.

    Processes are started when they are needed, or by `warm`; they let other
    processes go first by `nice` steps.
    """

    def __init__(
        self, folder: Path, workers: int = 2, most: Limits | None = None, nice: int = 0
    ) -> None:
        self.folder, self.workers, self.most = folder, workers, most or Limits()
        self._nice = nice
        self._free = threading.Condition()
        self._idle: list[_Worker] = []
        self._all: set[_Worker] = set()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def ask(self, question: Question) -> Answer:
        """Return the answer to a question.

        Raises UsageError where it is not accepted, LimitError where no process
        is free in time or the answer takes more than the limits, StoreError
        where the engine breaks.
        """
        most = Limits(question.seconds or self.most.seconds, self.most.memory)
        for attempt in (1, 2):
            worker = self._take()
            try:
                return worker.ask(question, most)
            except _GoneError as gone:
                # Killed from outside, which says nothing against the question.
                if attempt == 2 or gone.code != -signal.SIGKILL:
                    raise limits.ended(gone.code, most) from gone
            finally:
                self._give(worker)
        raise StoreError("no process that answers queries can be kept running")

    def warm(self, number: int | None = None) -> None:
        """Start as many processes, all by default, without waiting for them."""
        with self._free:
            wanted = self.workers if number is None else min(number, self.workers)
            while len(self._all) < wanted and not self._closed:
                self._idle.append(self._start())

    def move(self, folder: Path) -> None:
        """Answer from now on from the store at `folder`; questions that were begun go on."""
        with self._free:
            self.folder = folder
            for worker in tuple(self._idle):
                self._idle.remove(worker)
                self._end(worker)
            if self._all:
                self._idle.append(self._start())

    def close(self) -> None:
        """End all processes, whatever they do."""
        with self._free:
            self._closed = True
            for worker in tuple(self._all):
                self._end(worker)
            self._idle.clear()
            self._free.notify_all()

    @property
    def processes(self) -> tuple[int, ...]:
        """The ids of the processes that run, sorted."""
        with self._free:
            return tuple(sorted(worker.id for worker in self._all if worker.is_alive()))

    def _take(self) -> _Worker:
        until = time.monotonic() + (self.most.seconds or threading.TIMEOUT_MAX)
        with self._free:
            while not self._closed:
                while self._idle:
                    worker = self._idle.pop()
                    if worker.is_alive():
                        return worker
                    self._end(worker)
                if len(self._all) < self.workers:
                    return self._start()
                if not self._free.wait(until - time.monotonic()):
                    raise LimitError("all processes that answer queries are busy: try again")
        raise StoreError("the pool of processes that answer queries is closed")

    def _give(self, worker: _Worker) -> None:
        """Take a worker back, or start another where it has ended or is of an older store."""
        with self._free:
            if not worker.is_alive() or worker.folder != self.folder:
                self._end(worker)
                if not self._closed and len(self._all) < self.workers:
                    worker = self._start()
            if worker in self._all:
                self._idle.append(worker)
            self._free.notify()

    def _start(self) -> _Worker:
        worker = _Worker(self.folder, self.most.memory, self._nice)
        self._all.add(worker)
        return worker

    def _end(self, worker: _Worker) -> None:
        self._all.discard(worker)
        worker.end()


class _GoneError(KgError):
    """A process has ended in the middle of a question."""

    def __init__(self, code: int) -> None:
        super().__init__(f"ended with {code}")
        self.code = code


@contextmanager
def _without_main() -> Iterator[None]:
    """Keep a process that is started from running the program that starts it once more.

    It needs nothing of it; and a program without a guard, or from a notebook, cannot be run again.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


class _Worker:
    """One process and the pipe to it."""

    def __init__(self, folder: Path, memory: int | None, nice: int) -> None:
        from multiprocessing import get_context

        # A copy of a process in which a store is open would copy its threads' locks.
        context = get_context("spawn")
        self.folder = folder
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=asking.serve, args=(theirs, folder, memory, nice), daemon=True
        )
        with _without_main():
            self._process.start()
        self._ready = False
        theirs.close()

    @property
    def id(self) -> int:
        return self._process.pid or 0

    def is_alive(self) -> bool:
        return self._process.is_alive()

    def ask(self, question: Question, most: Limits) -> Answer:
        try:
            self._await_ready()
            until = time.monotonic() + most.seconds if most.seconds else None
            self._pipe.send_bytes(json.dumps(asdict(question)).encode())
            return self._answer(until, most)
        except (EOFError, OSError) as error:
            self._process.join()
            raise _GoneError(self._process.exitcode or 0) from error

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()

    def _await_ready(self) -> None:
        if not self._ready:
            if not self._pipe.poll(_BOOT):
                raise StoreError("no process that answers queries can be started")
            self._ready = self._pipe.recv_bytes() == asking.READY

    def _answer(self, until: float | None, most: Limits) -> Answer:
        head: dict[str, Any] = json.loads(self._frame(until, most))
        if "error" in head:
            raise asking.ERRORS[head["error"]](head["message"])
        body = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - who reads the answer closes it
        for _ in range(head["pieces"]):
            body.write(self._frame(until, most))
        body.seek(0)
        return Answer(
            kind=head["kind"],
            form=head["form"],
            text=head["text"],
            columns=tuple(head.get("columns", ())),
            cut=head["cut"],
            length=head["length"],
            body=body,
        )

    def _frame(self, until: float | None, most: Limits) -> bytes:
        if not self._pipe.poll(None if until is None else max(until - time.monotonic(), 0)):
            self._process.kill()
            self._process.join()
            raise limits.out_of_time(most, _LATE)
        return self._pipe.recv_bytes(_LONGEST_FRAME)

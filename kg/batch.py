"""One work over many inputs: in their order, in several processes, past those that are refused."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from kg.errors import KgError

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

S = TypeVar("S")
T = TypeVar("T")

AHEAD = 50
"""Inputs a process that are taken before the first of them is done.

While the first process stores a hundred articles, which takes most of a second, it hands out
no others: as many as the others do meanwhile wait for them.
"""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What came of one input: a value, or the error for which it was passed over."""

    value: T | None = None
    error: KgError | None = None


def each(work: Callable[[S], T], inputs: Iterable[S], jobs: int = 1) -> Iterator[Outcome[T]]:
    """Yield the outcome of `work` for each input, in their order, from `jobs` processes.

    An input that is refused (KgError) is an outcome too: the others go on. So
    is one whose process ends over it. No more inputs are held than the
    processes need to keep busy; with more than one process, `work` is a
    function of a module.
    """
    if jobs <= 1:
        yield from (attempt(work, item) for item in inputs)
        return
    pool = _Pool(work, jobs)
    try:
        for item in inputs:
            pool.submit(item)
            if len(pool.waiting) >= AHEAD * jobs:
                yield pool.next()
        while pool.waiting:
            yield pool.next()
    finally:
        pool.close()


class _Pool(Generic[S, T]):
    """Processes that work on the inputs that wait; new ones where one ended over its input."""

    def __init__(self, work: Callable[[S], T], jobs: int) -> None:
        self.work, self.jobs = work, jobs
        self.waiting: deque[tuple[S, Future[Outcome[T]] | None]] = deque()
        self.executor = _start(jobs)
        self.alone: ProcessPoolExecutor | None = None

    def submit(self, item: S) -> None:
        self.waiting.append((item, self._begin(item)))

    def next(self) -> Outcome[T]:
        """Return the outcome of the input that waits longest.

        A process that ends breaks the whole pool, and does not tell over which
        input it did: those that wait are then tried one by one.
        """
        from concurrent.futures.process import BrokenProcessPool

        item, future = self.waiting.popleft()
        try:
            if future is not None:
                return future.result()
        except BrokenProcessPool:
            self.executor.shutdown()
            self.waiting = deque((item, None) for item, _ in self.waiting)
            self.executor = _start(self.jobs)
        return self._try_alone(item)

    def _begin(self, item: S) -> Future[Outcome[T]] | None:
        from concurrent.futures.process import BrokenProcessPool

        try:
            return self.executor.submit(attempt, self.work, item)
        except BrokenProcessPool:
            return None

    def _try_alone(self, item: S) -> Outcome[T]:
        from concurrent.futures.process import BrokenProcessPool

        self.alone = self.alone or _start(1)
        try:
            return self.alone.submit(attempt, self.work, item).result()
        except BrokenProcessPool:
            self._close_alone()
            name = getattr(item, "name", item)
            return Outcome(error=KgError(f"{name}: its process ended over it"))

    def close(self) -> None:
        """End the processes; what was not begun is not done."""
        self._close_alone()
        self.executor.shutdown(cancel_futures=True)

    def _close_alone(self) -> None:
        if self.alone:
            self.alone.shutdown()
        self.alone = None


def _start(jobs: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # A fork of a process in which a store is open would copy its threads' locks, not its threads.
    return ProcessPoolExecutor(jobs, get_context("spawn"), _leave_interrupts)


def _leave_interrupts() -> None:
    """Let Ctrl-C end the work in the first process alone, which ends the others."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def attempt(work: Callable[[S], T], item: S) -> Outcome[T]:
    """Return the outcome of `work` for one input; an error that is not ours goes on."""
    try:
        return Outcome(value=work(item))
    except KgError as error:
        return Outcome(error=error)

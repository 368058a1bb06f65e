"""One work over many inputs: in their order, in several processes, past those that are refused."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from kg.errors import KgError

if TYPE_CHECKING:
    from concurrent.futures import Future

S = TypeVar("S")
T = TypeVar("T")

AHEAD = 4
"""Inputs a process that are taken before the first of them is done."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What came of one input: a value, or the error for which it was passed over."""

    value: T | None = None
    error: KgError | None = None


def each(work: Callable[[S], T], inputs: Iterable[S], jobs: int = 1) -> Iterator[Outcome[T]]:
    """Yield the outcome of `work` for each input, in their order, from `jobs` processes.

    An input that is refused (KgError) is an outcome too: the others go on. No
    more inputs are held than the processes need to keep busy; with more than
    one process, `work` is a function of a module.
    """
    if jobs <= 1:
        yield from (_attempt(work, item) for item in inputs)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # A fork of a process in which a store is open would copy its threads' locks, not its threads.
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        waiting: deque[Future[Outcome[T]]] = deque()
        for item in inputs:
            waiting.append(pool.submit(_attempt, work, item))
            if len(waiting) >= AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _attempt(work: Callable[[S], T], item: S) -> Outcome[T]:
    try:
        return Outcome(value=work(item))
    except KgError as error:
        return Outcome(error=error)

"""The work of many machines: each input a task of a Dask cluster, outcomes in their order.

A worker that ends takes its tasks with it, and the scheduler gives them to
another. Every worker must have this Readout installed, in this version; files
are read here and sent, so that it needs nothing else.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from kg import batch
from kg.batch import AHEAD, Outcome, attempt
from kg.errors import KgError, StoreError, UsageError

if TYPE_CHECKING:
    from distributed import Client, Future

S = TypeVar("S")
T = TypeVar("T")

PATIENCE = 60
"""Seconds that are waited for a scheduler, and for a worker where there is none."""


def each(
    work: Callable[[S], T],
    inputs: Iterable[S],
    jobs: int = 1,
    address: str | None = None,
    pack: Callable[[S], S] | None = None,
) -> Iterator[Outcome[T]]:
    """Yield the outcome of `work` for each input, in their order.

    Processes of this machine do it, `jobs` of them, or the cluster whose
    scheduler is at `address`: what it is sent is what `pack` makes of an input.
    Raises as `spread` does.
    """
    if address is None:
        return batch.each(work, inputs, jobs)
    return spread(work, map(pack, inputs) if pack else inputs, address)


def spread(work: Callable[[S], T], inputs: Iterable[S], address: str) -> Iterator[Outcome[T]]:
    """Yield the outcome of `work` for each input, in their order, from a cluster.

    `address` is that of the scheduler, "tcp://10.0.0.1:8786". No more inputs
    are sent than keep the workers busy. An input that is refused, or over
    which one worker after the other ends, is an outcome too. Raises StoreError
    where the cluster cannot be reached or has no worker, UsageError where a
    worker has another version of Readout.
    """
    with _connect(address) as client:
        _compare(client, address)
        waiting: deque[tuple[S, Future[Any]]] = deque()
        for item in inputs:
            waiting.append((item, client.submit(attempt, work, item, pure=False)))
            if len(waiting) >= AHEAD * max(1, sum(client.nthreads().values())):
                yield _result(client, address, *waiting.popleft())
        while waiting:
            yield _result(client, address, *waiting.popleft())


def _connect(address: str) -> Client:
    try:
        from distributed import Client
    except ModuleNotFoundError as error:
        raise UsageError("a cluster needs Dask: pip install 'readout-kg[dask]'") from error
    begin: Callable[..., Client] = Client
    try:
        return begin(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise StoreError(f"no Dask scheduler answers at {address}") from error


def _compare(client: Client, address: str) -> None:
    """Refuse workers that would extract otherwise than this machine."""
    from kg.resources import fingerprint

    own = fingerprint()
    _await(client, address)
    told: dict[str, Any] = client.run(fingerprint, on_error="return")
    for worker, found in sorted(told.items()):
        if found != own:
            raise UsageError(
                f"the worker {worker} has another version of Readout ({found}, not {own}):"
                " install the same on all"
            )


def _await(client: Client, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise StoreError(f"the cluster at {address} has no worker") from error


def _result(client: Client, address: str, item: S, future: Future[Any]) -> Outcome[Any]:
    from distributed import CancelledError, KilledWorker, TimeoutError

    while True:
        try:
            outcome: Outcome[Any] = future.result(timeout=PATIENCE)
            return outcome
        except KilledWorker:
            name = getattr(item, "name", item)
            return Outcome(error=KgError(f"{name}: one worker after the other ended over it"))
        except TimeoutError:
            _await(client, address)
        except (CancelledError, OSError) as error:
            raise StoreError(f"the Dask scheduler at {address} is gone") from error

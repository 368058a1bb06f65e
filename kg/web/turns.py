"""Whose turn it is at the processes that answer queries.

Free SPARQL has processes of its own, which let all others go first, so that
nobody's heavy query keeps the pages from their tables. Who waits costs no
thread, and is told after a while to come again.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
from anyio import CapacityLimiter

from kg.errors import LimitError
from kg.store.pool import Answer, Pool, Question

WAITING = 64
"""Requests that may wait for their turn at once."""


class Turns:
    """The queue before a pool of processes; a wait ends after `patience` seconds."""

    def __init__(self, pool: Pool, patience: float) -> None:
        self.pool, self.patience = pool, patience
        self._free = CapacityLimiter(pool.workers)

    async def ask(self, question: Question) -> Answer:
        """Return the answer to a question when its turn has come. Raises what `Pool.ask` raises."""
        async with self._turn():
            threads = CapacityLimiter(1)  # the turn is limit enough: pages keep their threads
            return await anyio.to_thread.run_sync(self.pool.ask, question, limiter=threads)

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        mine = object()
        if self._free.statistics().tasks_waiting >= WAITING:
            raise busy()
        with anyio.move_on_after(self.patience) as waiting:
            await self._free.acquire_on_behalf_of(mine)
        if waiting.cancelled_caught:
            raise busy()
        try:
            yield
        finally:
            self._free.release_on_behalf_of(mine)


def busy() -> LimitError:
    """Return what those are told whose turn has not come."""
    return LimitError("timeout: other queries take all the time there is, ask again in a while")

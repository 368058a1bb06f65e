"""Whose turn it is at the processes that answer queries.

Free SPARQL never has all of them: one is left for stored questions, so that
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
    """The queue before a pool of `workers` processes; a wait ends after `patience` seconds."""

    def __init__(self, pool: Pool, patience: float) -> None:
        self.pool, self.patience = pool, patience
        self._all = CapacityLimiter(pool.workers)
        self._free = CapacityLimiter(max(pool.workers - 1, 1))

    async def ask(self, question: Question) -> Answer:
        """Return the answer to a question when its turn has come. Raises what `Pool.ask` raises."""
        if question.name is None:
            async with self._turn(self._free):
                return await self._ask(question)
        return await self._ask(question)

    async def _ask(self, question: Question) -> Answer:
        async with self._turn(self._all):
            threads = CapacityLimiter(1)  # the turn is limit enough: pages keep their threads
            return await anyio.to_thread.run_sync(self.pool.ask, question, limiter=threads)

    @asynccontextmanager
    async def _turn(self, limiter: CapacityLimiter) -> AsyncIterator[None]:
        mine = object()
        if limiter.statistics().tasks_waiting >= WAITING:
            raise busy()
        with anyio.move_on_after(self.patience) as waiting:
            await limiter.acquire_on_behalf_of(mine)
        if waiting.cancelled_caught:
            raise busy()
        try:
            yield
        finally:
            limiter.release_on_behalf_of(mine)


def busy() -> LimitError:
    """Return what those are told whose turn has not come."""
    return LimitError("timeout: other queries take all the time there is, ask again in a while")

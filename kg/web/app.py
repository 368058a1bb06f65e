"""The application: the routes of all parts, behind one guard."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

import anyio
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from kg.errors import KgError
from kg.web import (
    assets,
    guard,
    listings,
    machines,
    pages,
    protocol,
    questions,
    reconcile,
    refusals,
)
from kg.web.guard import Guard
from kg.web.site import Site

THREADS = 2
"""Pages that are made at once. One thread alone runs Python, and more would not make pages
quicker but each as slow as all of them; while one asks the store, the other goes on."""

TICK = 2.0
"""Seconds between two looks at whether the store has changed."""


def create_app(site: Site) -> Starlette:
    """Return the ASGI application of a site."""

    @contextlib.asynccontextmanager
    async def live(_: Starlette) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
        watch = asyncio.create_task(_renew(site))
        try:
            yield
        finally:
            watch.cancel()
            site.served.close()

    def refuse(request: Request, error: Exception) -> Response:
        assert isinstance(error, KgError)
        return refusals.refuse(site, request, error)

    def refuse_route(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        return refusals.refuse_route(site, request, error)

    def fail(request: Request, _: Exception) -> Response:
        answer = refusals.tell(site, request, 500, "the server has a fault: its log says more")
        guard.dress(answer.headers, site, request.scope)
        return answer

    return Starlette(
        routes=_routes(site),
        lifespan=live,
        middleware=[Middleware(Guard, site=site)],
        exception_handlers={KgError: refuse, HTTPException: refuse_route, Exception: fail},
    )


def _routes(site: Site) -> list[BaseRoute]:
    return [
        *protocol.routes(site),
        *machines.routes(site),
        *reconcile.routes(site),
        *questions.routes(site),
        *pages.routes(site),
        *listings.routes(site),
        *assets.routes(),
    ]


async def _renew(site: Site) -> None:
    await asyncio.sleep(TICK / 4)  # the first page is not kept waiting by processes that start
    await run_in_threadpool(site.served.warm)
    while True:
        with contextlib.suppress(KgError):  # a store that cannot be read is told when it is asked
            await run_in_threadpool(pages.warm, site)
        await asyncio.sleep(TICK)
        while not await run_in_threadpool(site.served.renew):
            await asyncio.sleep(TICK)

"""The application: the routes of all parts, behind one guard."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from kg.web import machines, pages, protocol, questions, reconcile
from kg.web.site import STATIC, Site

TICK = 2.0
"""Seconds between two looks at whether the store has changed."""


def create_app(site: Site) -> Starlette:
    """Return the ASGI application of a site."""

    @contextlib.asynccontextmanager
    async def live(_: Starlette) -> AsyncIterator[None]:
        watch = asyncio.create_task(_renew(site))
        try:
            yield
        finally:
            watch.cancel()
            site.served.close()

    return Starlette(routes=_routes(site), lifespan=live)


def _routes(site: Site) -> list[BaseRoute]:
    return [
        *protocol.routes(site),
        *machines.routes(site),
        *reconcile.routes(site),
        *questions.routes(site),
        *pages.routes(site),
        Mount("/static", StaticFiles(directory=STATIC, check_dir=False)),
    ]


async def _renew(site: Site) -> None:
    while True:
        await asyncio.sleep(TICK)
        await run_in_threadpool(site.served.renew)

"""Routes of questions."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute

from kg.store.pool import Question
from kg.web.site import Site


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes of questions."""
    return []


async def free(site: Site, request: Request, question: Question | None) -> Response:
    """Return the page of free SPARQL, with the answer where a query was asked."""
    if question is None:
        return PlainTextResponse("")
    answer = await site.ask(question)
    return PlainTextResponse(answer.read())

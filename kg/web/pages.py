"""Pages for people: home, things, articles, meetings, countries."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from kg.web.site import Site


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes of the pages for people."""

    def home(request: Request) -> Response:
        count = len(site.store.articles())
        return PlainTextResponse(f"{count} article{'' if count == 1 else 's'} in the store\n")

    return [Route("/", home)]

"""Lists of all printed names of a kind: what a person reads who has no name to search for."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kg.web.pages import number
from kg.web.refusals import RefusedError
from kg.web.site import Site
from kg.web.views import listing


def routes(site: Site) -> list[BaseRoute]:
    """Return the route of the lists."""

    def show(request: Request) -> Response:
        kind = request.path_params["kind"]
        if kind not in listing.KINDS:
            kinds = ", ".join(listing.KINDS)
            raise RefusedError(404, f"there is no list of {kind!r}: there are those of {kinds}")
        skip = number(request.query_params, "skip")
        return site.page("names.html", listed=listing.listing(site.store, kind, skip))

    return [Route("/names/{kind}", show)]

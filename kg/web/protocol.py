"""Routes of protocol."""

from __future__ import annotations

from starlette.routing import BaseRoute

from kg.web.site import Site


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes of protocol."""
    return []

"""What there is to have: the dataset described (VoID, DCAT), and the exports that it comes as."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from kg.web import accept, graphs
from kg.web.description import DUMPS, describe_catalog, describe_dataset
from kg.web.dumps import Dumps
from kg.web.refusals import RefusedError
from kg.web.site import Site

VOID = "/.well-known/void"
CATALOG = "/catalog"


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes of the descriptions, in each format of statements, and of the exports."""
    dumps = Dumps(site)

    async def void(request: Request) -> Response:
        chosen = _negotiate(request)
        found = await describe_dataset(site, request)
        return graphs.respond(found, chosen, Vary="Accept")

    async def catalog(request: Request) -> Response:
        chosen = _negotiate(request)
        return graphs.respond(describe_catalog(site, request, dumps.made()), chosen, Vary="Accept")

    return [
        Route(VOID, void),
        Route(CATALOG, catalog),
        Route("/void", lambda _: RedirectResponse(site.url(VOID), 303)),
        *(_suffixed(site, dumps, suffix) for suffix in graphs.SUFFIXES),
        *(_dump(dumps, suffix) for suffix in DUMPS),
    ]


def _negotiate(request: Request) -> str:
    chosen = accept.wanted(request, tuple(graphs.FORMATS))
    if chosen is None and not accept.prefers_html(request):
        raise RefusedError(406, f"this comes as {', '.join(graphs.FORMATS)}")
    return chosen or "text/turtle"


def _suffixed(site: Site, dumps: Dumps, suffix: str) -> Route:
    async def endpoint(request: Request) -> Response:
        found = describe_catalog(site, request, dumps.made())
        return graphs.respond(found, graphs.SUFFIXES[suffix])

    return Route(f"{CATALOG}{suffix}", endpoint)


def _dump(dumps: Dumps, suffix: str) -> Route:
    async def endpoint(_: Request) -> Response:
        dump = await dumps.get(suffix)
        media_type = graphs.with_charset(DUMPS[suffix].media_type)
        name = f"readout{suffix}"
        return FileResponse(
            dump.file,
            media_type=media_type,
            filename=name,
            headers={"Repr-Digest": dump.digest, "ETag": f'"{dump.sha256[:32]}"'},
        )

    return Route(f"/export{suffix}", endpoint)

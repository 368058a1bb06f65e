"""Addresses for machines: things by their IRIs, in the format wanted; sitemap, robots, health.

An IRI of the graph, https://w3id.org/readout/id/person/x, is at /id/person/x of
this site: its path is kept, so that a redirect from there is one line. It
leads on (303) to a document about the thing, of which /doc/person/x is the
page for people and /doc/person/x.ttl one of the formats. The data in a document
keep their IRIs: they are the same in every store.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from urllib.parse import quote

import pyoxigraph as ox
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Scope

from kg import __version__, namespaces
from kg.errors import KgError
from kg.store import Store
from kg.store.pool import Question
from kg.web import accept, catalogs, graphs, sitemap, vocabularies
from kg.web.refusals import RefusedError
from kg.web.site import Site
from kg.web.views import links

HTML = "text/html"
OFFERS = (HTML, *graphs.FORMATS)
"""The media types of a document about a thing; without a wish it is the page."""

TIES = tuple(map(namespaces.term, ("meeting", "instrument", "person", "topic", "office")))
"""What a fact tells of, most telling first: there it has its place on a page."""

_TYPE = ox.NamedNode(namespaces.VOCABULARIES["rdf"] + "type")
_ARTICLE = ox.NamedNode(namespaces.term("Article"))
_KEY = re.compile(r"[A-Za-z0-9][\w.-]*", re.ASCII)
_SUFFIX = MappingProxyType({kind: suffix for suffix, kind in graphs.SUFFIXES.items()})


class Negotiated(Route):
    """A route for requests that want data: others are left to the routes behind it."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Match as any route does, unless the request is content with HTML."""
        match, inner = super().matches(scope)
        if match is Match.FULL and accept.wanted(Request(scope), OFFERS) == HTML:
            return Match.NONE, {}
        return match, inner


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes for machines."""

    def identify(request: Request) -> Response:
        return see(site, request, iri(request))

    def resolve(request: Request) -> Response:
        return see(site, request, request.query_params.get("iri", ""))

    async def document(request: Request) -> Response:
        chosen = accept.wanted(request, OFFERS)
        if chosen is None:
            raise unwanted()
        made = await describe(site, iri(request), chosen)
        made.headers["Vary"] = "Accept"
        made.headers["Content-Location"] = site.url(path(iri(request)) + _SUFFIX[chosen])
        return made

    def as_page(request: Request) -> Response:
        return RedirectResponse(site.url(path(iri(request))), 308)

    def health(_: Request) -> Response:
        return healthy(site)

    return [
        Route("/id/{kind}/{key}", identify),
        Route("/resolve", resolve),
        Route("/doc/{kind}/{key}.html", as_page),
        *(_suffixed(site, suffix, media_type) for suffix, media_type in graphs.SUFFIXES.items()),
        Negotiated("/doc/{kind}/{key}", document),
        Route("/health", health),
        *vocabularies.routes(site),
        *catalogs.routes(site),
        *sitemap.routes(site),
    ]


def _suffixed(site: Site, suffix: str, media_type: str) -> Route:
    async def endpoint(request: Request) -> Response:
        return await describe(site, iri(request), media_type)

    return Route(f"/doc/{{kind}}/{{key}}{suffix}", endpoint)


# --- things and their addresses --------------------------------------------------------


def iri(request: Request) -> str:
    """Return the IRI of the thing that an address names. Raises RefusedError for no such kind."""
    kind, key = request.path_params["kind"], request.path_params["key"]
    if kind not in namespaces.KINDS or not _KEY.fullmatch(key):
        kinds = ", ".join(namespaces.KINDS)
        raise RefusedError(404, f"there is no thing {kind}/{key}: the kinds are {kinds}")
    return namespaces.iri(kind, key)


def path(thing: str) -> str:
    """Return the path of the document about a thing of ours."""
    return f"/doc/{thing.removeprefix(namespaces.BASE)}"


def see(site: Site, request: Request, thing: str) -> Response:
    """Return the redirect from a thing to the document about it that a request wants.

    A term of the ontology leads to its documentation. Raises RefusedError for
    an IRI that is not ours, and for a thing of which the store says nothing.
    """
    if thing.startswith(namespaces.ONTOLOGY):
        name = thing.removeprefix(namespaces.ONTOLOGY)
        return _see_other(site.url(f"/ontology#{quote(name)}"))
    inner = thing.removeprefix(namespaces.BASE).partition("#")[0]
    if not thing.startswith(namespaces.BASE) or not _is_known(site.store, namespaces.BASE + inner):
        raise RefusedError(404, f"the store says nothing of {thing or 'an IRI that is not given'}")
    chosen = accept.wanted(request, OFFERS)
    if chosen is None:
        raise unwanted()
    if chosen == HTML:
        return _see_other(site.url(page(site.store, namespaces.BASE + inner)))
    return _see_other(site.url(f"/doc/{inner}{_SUFFIX[chosen]}"))


def page(store: Store, thing: str) -> str:
    """Return the path of the page on which a thing is shown: a fact's is that of what it tells of.

    Raises RefusedError where there is none.
    """
    shown = links.document(thing)
    if shown:
        return shown
    kind, _, key = thing.removeprefix(namespaces.BASE).partition("/")
    if kind == "graph":
        return f"/doc/article/{key}"
    told = {quad.predicate.value: quad.object for quad in store.about(thing)}
    for tie in TIES:
        value = told.get(tie)
        shown = links.document(value.value) if isinstance(value, ox.NamedNode) else None
        if shown:
            return shown
    raise RefusedError(404, f"no page shows {thing}: it can be had as {', '.join(graphs.FORMATS)}")


def unwanted() -> RefusedError:
    """Return the refusal of a request that accepts none of our formats."""
    return RefusedError(406, f"documents come as {', '.join(OFFERS)}")


async def describe(site: Site, thing: str, media_type: str) -> Response:
    """Return what the store says of a thing, with the words it rests on, in one of our formats."""
    if not await run_in_threadpool(_is_known, site.store, thing):
        raise RefusedError(404, f"the store says nothing of {thing}")
    asked = Question(
        thing=thing, triples_as=graphs.FORMATS[media_type], rows=None, size=site.limits.answer
    )
    made = graphs.stream(await site.ask(asked), media_type)
    made.headers["Link"] = graphs.alternates(site.url(path(thing)))
    return made


def _is_known(store: Store, thing: str) -> bool:
    """Tell whether the merged view says anything of a thing, or a graph has its name."""
    try:
        finds = (
            store.about(thing),
            store.about(thing, incoming=True),
            store.quads(thing),
        )
        return any(True for found in finds for _ in found)
    except ValueError:  # no IRI
        return False


def _see_other(address: str) -> Response:
    return RedirectResponse(address, 303, {"Vary": "Accept"})


# --- is it well ------------------------------------------------------------------------


def healthy(site: Site) -> Response:
    """Return whether the store can be read, and look for a newer state of it on the way."""
    renewed = site.served.renew()
    try:
        articles = any(True for _ in site.store.matching(_TYPE, _ARTICLE))
    except KgError as error:
        return JSONResponse({"status": "store cannot be read", "error": str(error)}, 503)
    told = {"status": "ok", "version": __version__, "empty": not articles, "renewed": renewed}
    return JSONResponse(told, headers={"Cache-Control": "no-store"})

"""Pages for people: home, search, things, articles, meetings, countries."""

from __future__ import annotations

import re
import zlib
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from kg import decisions, namespaces
from kg.errors import UsageError
from kg.queries.dossier import LIMIT, Window
from kg.store import Store
from kg.web.laid import Page
from kg.web.refusals import RefusedError
from kg.web.site import Site
from kg.web.views import articles, home, links, listing, names, search
from kg.web.views.kept import kept

KEPT = 4096
"""Pages of things that are kept as they were sent, compressed to some kilobytes each."""

DEEPEST = 1_000_000
"""Lines that may be skipped: what a page of a list begins with."""

_NUMBER = re.compile(r"[0-9]{1,7}")


@dataclass(frozen=True, slots=True)
class Form:
    """A format in which a thing can be had: what is put behind its path."""

    name: str
    suffix: str
    media_type: str


FORMATS = (
    Form("Turtle", ".ttl", "text/turtle"),
    Form("JSON-LD", ".jsonld", "application/ld+json"),
    Form("N-Triples", ".nt", "application/n-triples"),
)


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes of the pages for people."""

    def page(make: Callable[[Site, Request], Page]) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            made = make(site, request)
            return site.page(made.template, **made.values)

        return answer

    def suggest(request: Request) -> Response:
        return JSONResponse(suggestions(site, request))

    return [
        Route("/", page(show_home)),
        Route("/search", page(show_search)),
        Route("/suggest", suggest),
        Route("/articles", page(show_articles)),
        Route("/doc/{kind}/{key}", _things(site)),
    ]


def _things(site: Site) -> Callable[[Request], Awaitable[Response]]:
    """Return the handler of pages of things: each is made once for a snapshot and its decisions."""

    @kept(KEPT)
    def made(_: Store, kind: str, key: str, asked: str, *_judged: int) -> bytes:
        page = show_thing(site, kind, key, QueryParams(asked))
        return zlib.compress(site.page(page.template, **page.values).body, level=1)

    async def answer(request: Request) -> Response:
        kind, key = request.path_params["kind"], request.path_params["key"]
        judged = decisions.changed(decisions.beside(site.served.path))
        asked = (site.store, kind, key, str(request.query_params), *judged)
        page = made.known(*asked)  # what is kept waits for no page that is being made
        if page is None:
            page = await run_in_threadpool(made, *asked)
        return HTMLResponse(zlib.decompress(page))

    return answer


def warm(site: Site) -> None:
    """Read what the first search would wait for."""
    names.names(site.store)


def show_home(site: Site, request: Request) -> Page:
    """Return the first page."""
    return Page("home.html", {"told": home.home(site.store)})


def show_search(site: Site, request: Request) -> Page:
    """Return what a search finds."""
    asked = request.query_params
    typed, kind = asked.get("q", ""), asked.get("kind") or None
    found = search.search(site.store, typed, kind, skip=number(asked, "skip"))
    return Page("search.html", {"found": found, "kinds": links.PAGES, "lists": listing.KINDS})


def suggestions(site: Site, request: Request) -> list[dict[str, str]]:
    """Return the first things that a search finds, for forms that offer them while one types."""
    asked = request.query_params
    typed, kind = asked.get("q", ""), asked.get("kind") or None
    found = search.search(site.store, typed, kind, size=search.SUGGESTED)
    return [
        {
            "iri": hit.iri,
            "url": site.url(hit.path),
            "kind": hit.kind,
            "name": hit.name,
            "note": ", ".join(filter(None, (hit.printed, *hit.of))),
        }
        for hit in found.hits
    ]


def show_articles(site: Site, request: Request) -> Page:
    """Return a page of the list of articles."""
    listed = articles.articles(site.store, number(request.query_params, "skip"))
    return Page("articles.html", {"listed": listed})


def show_thing(site: Site, kind: str, key: str, asked: QueryParams) -> Page:
    """Return the page of a thing. Raises RefusedError where there is none."""
    iri = f"{namespaces.BASE}{kind}/{key}"
    if not links.document(iri):
        raise RefusedError(404, f"there is no {kind} {key!r}: pages are of {_listed(links.PAGES)}")
    from kg.web import told  # the first page shows no thing, and does not wait for what does

    window = Window(LIMIT, asked.get("show"), number(asked, "skip"))
    try:
        made = told.page(site, iri, window)
    except UsageError as error:
        raise RefusedError(404, str(error)) from error
    return Page(made.template, made.values | {"formats": FORMATS})


def number(asked: QueryParams, name: str) -> int:
    """Return a whole number of a request, 0 where it is not given. Raises UsageError."""
    text = asked.get(name) or "0"
    if not _NUMBER.fullmatch(text) or int(text) > DEEPEST:
        raise UsageError(f"{name}={text[:40]!r} is not accepted: a whole number up to {DEEPEST:,}")
    return int(text)


def _listed(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} or {last}"

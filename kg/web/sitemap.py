"""sitemap.xml and robots.txt: which pages there are, a page of the map for every ten thousand."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from kg.store.pool import Question
from kg.web.description import absolute
from kg.web.refusals import RefusedError
from kg.web.site import Site
from kg.web.views import links

PAGE = 10_000
"""Addresses on one page of the map; the protocol allows 50,000 and 50 MB."""

HIDDEN = ("/sparql", "/search", "/suggest", "/questions/", "/reconcile", "/resolve", "/export.")
"""What crawlers are asked to leave alone: answers without end, and what is a page's data."""

_CLASSES = " ".join(f"readout:{kind.capitalize()}" for kind in links.PAGES)
_THINGS = f"""
  VALUES ?class {{ {_CLASSES} }}
  ?thing a ?class .
  FILTER NOT EXISTS {{ ?thing readout:identifiedAs ?head . FILTER(?head != ?thing) }}
"""
_COUNT = f"SELECT (COUNT(DISTINCT ?thing) AS ?n) WHERE {{ {_THINGS} }}"
_LIST = f"SELECT DISTINCT ?thing WHERE {{ {_THINGS} }} ORDER BY ?thing LIMIT {PAGE} OFFSET "
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_STARTS = ("/", "/articles", "/questions", "/ontology")


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes of the map and of what crawlers are told."""

    async def index(request: Request) -> Response:
        pages = range(1, await _pages(site) + 1)
        found = (absolute(site, request, f"/sitemap-{number}.xml") for number in pages)
        return Response(write_index(found), media_type="application/xml")

    async def page(request: Request) -> Response:
        number = request.path_params["number"]
        paths = await _paths(site, number) if 1 <= number <= 50_000 else ()
        if not paths:
            raise RefusedError(404, f"the map of this site has no page {number}")
        found = (absolute(site, request, each) for each in paths)
        return Response(write(found), media_type="application/xml")

    def robots(request: Request) -> Response:
        rules = "".join(f"Disallow: {site.url(path)}\n" for path in HIDDEN)
        where = absolute(site, request, "/sitemap.xml")
        return PlainTextResponse(f"User-agent: *\n{rules}\nSitemap: {where}\n")

    return [
        Route("/sitemap.xml", index),
        Route("/sitemap-{number:int}.xml", page),
        Route("/robots.txt", robots),
    ]


async def _pages(site: Site) -> int:
    answer = await site.ask(Question(text=_COUNT, rows_as="csv"))
    return 1 + int(answer.read().split()[1]) // PAGE


async def _paths(site: Site, number: int) -> tuple[str, ...]:
    """Return the paths on one page of the map: on the first what leads everywhere, then things."""
    text = f"{_LIST}{(number - 1) * PAGE}"
    answer = await site.ask(Question(text=text, rows_as="csv", rows=PAGE))
    found = (links.document(iri) for iri in answer.read().splitlines()[1:])
    starts = _STARTS if number == 1 else ()
    return (*starts, *filter(None, found))


def write(addresses: Iterable[str]) -> str:
    """Return a page of a map with these addresses."""
    body = "".join(f"<url><loc>{escape(each)}</loc></url>\n" for each in addresses)
    return f"{_XML}<urlset {_SPACE}>\n{body}</urlset>\n"


def write_index(maps: Iterable[str]) -> str:
    """Return the map of the maps at these addresses."""
    body = "".join(f"<sitemap><loc>{escape(each)}</loc></sitemap>\n" for each in maps)
    return f"{_XML}<sitemapindex {_SPACE}>\n{body}</sitemapindex>\n"

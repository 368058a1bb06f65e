"""Pages for people: home, search, things, articles, meetings, countries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from kg import decisions, namespaces
from kg.errors import UsageError
from kg.queries.dossier import LIMIT, Window
from kg.web import pictures
from kg.web.pictures import Event
from kg.web.refusals import RefusedError
from kg.web.site import Site
from kg.web.views import (
    article,
    articles,
    country,
    home,
    links,
    listing,
    meeting,
    names,
    search,
    thing,
)

DEEPEST = 1_000_000
"""Lines that may be skipped: what a page of a list begins with."""

_TWICE = ("meetings that took it up",)  # what was taken up tells it with the words
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


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is laid out: the template and the values that it shows."""

    template: str
    values: dict[str, Any]


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
        Route("/doc/{kind}/{key}", page(show_thing)),
    ]


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


def show_thing(site: Site, request: Request) -> Page:
    """Return the page of a thing. Raises RefusedError where there is none."""
    kind, key = request.path_params["kind"], request.path_params["key"]
    iri = f"{namespaces.BASE}{kind}/{key}"
    if not links.document(iri):
        raise RefusedError(404, f"there is no {kind} {key!r}: pages are of {_listed(links.PAGES)}")
    asked = request.query_params
    window = Window(LIMIT, asked.get("show"), number(asked, "skip"))
    try:
        made = _thing(site, iri, kind, key, window)
    except UsageError as error:
        raise RefusedError(404, str(error)) from error
    return Page(made.template, made.values | {"formats": FORMATS})


def _thing(site: Site, iri: str, kind: str, key: str, window: Window) -> Page:
    store, folder = site.store, decisions.beside(site.served.path)
    if kind == "article":
        return Page("article.html", {"told": article.article(store, key)})
    if kind == "meeting":
        seen = meeting.meeting(store, iri, window, folder)
        return Page("meeting.html", _meeting(seen))
    if kind == "country":
        land = country.country(store, iri, window, folder)
        drawn = pictures.timeline(_attended(land))
        return Page("country.html", _told(land.told) | {"page": land, "picture": drawn})
    seen_once = replace(window, without=_TWICE)
    return Page("thing.html", _told(thing.thing(store, iri, seen_once, folder)))


def _meeting(seen: meeting.Meeting) -> dict[str, Any]:
    tables = filter(None, (seen.attending, seen.acting, seen.topics))
    return _told(seen.told, tables) | {"page": seen, "picture": _series(seen)}


def _told(told: thing.Thing, tables: Iterable[thing.Block] = ()) -> dict[str, Any]:
    """Return what every page of a thing shows: what is told, and a picture of its ties."""
    ties = (
        (verb or block.title, link)
        for block in (*tables, *told.blocks)
        for line in block.lines
        for verb, link in line.parts
    )
    drawn = pictures.neighbourhood(links.link(told.name, told.iri), ties)
    return {"told": told, "near": drawn}


def _series(seen: meeting.Meeting) -> pictures.Timeline | None:
    return pictures.timeline(
        Event(each.link, each.date, each.open) for each in seen.series if each.date
    )


def _attended(land: country.Country) -> Iterable[Event]:
    for each in land.timeline.meetings:
        if each.date:
            yield Event(each.meeting, each.date, each.statuses != ("held",))


def number(asked: QueryParams, name: str) -> int:
    """Return a whole number of a request, 0 where it is not given. Raises UsageError."""
    text = asked.get(name) or "0"
    if not _NUMBER.fullmatch(text) or int(text) > DEEPEST:
        raise UsageError(f"{name}={text[:40]!r} is not accepted: a whole number up to {DEEPEST:,}")
    return int(text)


def _listed(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} or {last}"

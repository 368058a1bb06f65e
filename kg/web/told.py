"""Pages of things, by their kind: what is told of them, and the pictures of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kg import decisions
from kg.namespaces import BASE
from kg.queries.dossier import Window
from kg.web import pictures
from kg.web.laid import Page
from kg.web.pictures import Event
from kg.web.site import Site
from kg.web.views import article, country, links, meeting, thing

_TWICE = ("meetings that took it up",)  # what was taken up tells it with the words


def page(site: Site, iri: str, window: Window) -> Page:
    """Return the page of the thing `iri`. Raises UsageError where the store has none."""
    kind, _, key = iri.removeprefix(BASE).partition("/")
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

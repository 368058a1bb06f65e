"""Statements as answers: in the formats of the exports, by media type and by suffix."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

import pyoxigraph as ox
from starlette.responses import Response

from kg import export

FORMATS = MappingProxyType(
    {form.media_type: form.name for form in export.FORMATS.values() if form.triples is not None}
)
"""The media types of statements with the names of the formats, what is preferred first."""

SUFFIXES = MappingProxyType(
    {
        form.extension: form.media_type
        for form in export.FORMATS.values()
        if form.triples is not None
    }
)
"""The suffixes of addresses with the media types that they ask for."""


def respond(triples: Iterable[ox.Triple], media_type: str, **headers: str) -> Response:
    """Return statements as an answer of a media type."""
    form = export.FORMATS[FORMATS[media_type]]
    assert form.triples
    return typed(form.triples(triples), media_type, **headers)


def typed(text: str, media_type: str, **headers: str) -> Response:
    """Return text as an answer of a media type, which is UTF-8 where the type leaves it open."""
    named = f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
    made = Response(text, headers={n.replace("_", "-"): value for n, value in headers.items()})
    made.headers["Content-Type"] = named
    return made


def typed_triple(subject: str, verb: str, value: str | int, *, literal: bool = False) -> ox.Triple:
    """Return a statement of which the value is an IRI, unless it is a number or `literal`."""
    plain = literal or isinstance(value, int)
    node = ox.Literal(value) if plain else ox.NamedNode(str(value))
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(verb), node)

"""Statements as answers: in the formats of the exports, by media type and by suffix."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

import pyoxigraph as ox
from starlette.responses import Response, StreamingResponse

from kg import export
from kg.store.asking import PIECE
from kg.store.pool import Answer

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


def stream(answer: Answer, media_type: str, **headers: str) -> Response:
    """Return an answer of a worker as one of HTTP, in pieces where it is long."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    named |= {"Content-Type": with_charset(media_type), "Content-Length": str(answer.length)}
    if answer.length <= PIECE:
        return Response(b"".join(answer.pieces()), headers=named)
    return StreamingResponse(answer.pieces(), headers=named)


def with_charset(media_type: str) -> str:
    """Return a media type with the encoding where the type leaves it open."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def typed(text: str, media_type: str, **headers: str) -> Response:
    """Return text as an answer of a media type, which is UTF-8 where the type leaves it open."""
    made = Response(text, headers={n.replace("_", "-"): value for n, value in headers.items()})
    made.headers["Content-Type"] = with_charset(media_type)
    return made


def alternates(document: str) -> str:
    """Return the Link header that tells in which formats a document can be had, by its address."""
    found = [
        f'<{document}{suffix}>; rel="alternate"; type="{kind}"' for suffix, kind in SUFFIXES.items()
    ]
    return ", ".join((*found, f'<{document}>; rel="alternate"; type="text/html"'))


def typed_triple(subject: str, verb: str, value: str | int, *, literal: bool = False) -> ox.Triple:
    """Return a statement of which the value is an IRI, unless it is a number or `literal`."""
    plain = literal or isinstance(value, int)
    node = ox.Literal(value) if plain else ox.NamedNode(str(value))
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(verb), node)

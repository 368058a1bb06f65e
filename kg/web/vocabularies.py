"""The ontology, its closed lists, shapes and context at the addresses that their IRIs lead to.

https://w3id.org/readout/ontology#Person is described at /ontology of this site,
and https://w3id.org/readout/context.jsonld lies at /context.jsonld.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from kg import namespaces
from kg.namespaces import ONTOLOGY, VOCABULARIES
from kg.resources import folder
from kg.web import accept, graphs
from kg.web.refusals import RefusedError
from kg.web.site import Site

HTML = "text/html"
FILES = ("readout.ttl", "vocabulary.ttl")
"""What the ontology is made of: classes and properties, and the closed lists."""

_OFFERS = (HTML, *graphs.FORMATS)
_RDF, _RDFS, _OWL, _SKOS = (VOCABULARIES[name] for name in ("rdf", "rdfs", "owl", "skos"))
_KINDS = MappingProxyType(
    {
        f"{_OWL}Class": "Classes",
        f"{_OWL}ObjectProperty": "Properties between things",
        f"{_OWL}DatatypeProperty": "Properties with values",
        f"{_SKOS}ConceptScheme": "Closed lists",
        f"{_SKOS}Concept": "Concepts of the closed lists",
    }
)
_FURTHER = MappingProxyType(
    {
        "is a": f"{_RDFS}subClassOf",
        "of": f"{_RDFS}domain",
        "value": f"{_RDFS}range",
        "like": f"{_RDFS}subPropertyOf",
        "in": f"{_SKOS}inScheme",
        "narrower than": f"{_SKOS}broader",
    }
)


@dataclass(frozen=True, slots=True)
class Term:
    """One class, property or concept as the page of the ontology shows it."""

    name: str
    iri: str
    label: str
    comment: str
    further: tuple[tuple[str, tuple[str, ...]], ...]


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes of the ontology and what belongs to it."""

    def ontology(request: Request) -> Response:
        chosen = accept.wanted(request, _OFFERS)
        if chosen is None:
            raise RefusedError(406, f"the ontology comes as {', '.join(_OFFERS)}")
        if chosen == HTML:
            made: Response = site.page("ontology.html", groups=terms(), base=ONTOLOGY)
        else:
            made = _written(chosen)
        made.headers["Vary"] = "Accept"
        return made

    def term(request: Request) -> Response:
        return RedirectResponse(site.url(f"/ontology#{request.path_params['name']}"), 303)

    def shapes(_: Request) -> Response:
        return graphs.typed(_text("shapes.ttl"), "text/turtle")

    def context(_: Request) -> Response:
        made = graphs.typed(_text("context.jsonld"), "application/ld+json")
        made.headers["Access-Control-Allow-Origin"] = "*"  # it is the same everywhere
        return made

    return [
        Route("/ontology", ontology),
        *(_suffixed(suffix, kind) for suffix, kind in graphs.SUFFIXES.items()),
        Route("/ontology/{name}", term),
        Route("/shapes.ttl", shapes),
        Route("/context.jsonld", context),
    ]


@cache
def terms() -> tuple[tuple[str, tuple[Term, ...]], ...]:
    """Return the terms of the ontology by their kind, in the order of the files."""
    said: dict[str, dict[str, list[str]]] = {}
    for triple in _triples():
        if isinstance(triple.subject, ox.NamedNode) and isinstance(
            triple.object, ox.NamedNode | ox.Literal
        ):
            values = said.setdefault(triple.subject.value, {})
            values.setdefault(triple.predicate.value, []).append(triple.object.value)
    own = {iri: values for iri, values in said.items() if iri.startswith(ONTOLOGY)}
    return tuple(
        (title, tuple(_term(iri, values) for iri, values in own.items() if _is_a(values, kind)))
        for kind, title in _KINDS.items()
    )


def _is_a(values: dict[str, list[str]], kind: str) -> bool:
    """Tell whether a term is of a kind, or of a class of concepts where concepts are asked for."""
    if kind == f"{_SKOS}Concept":
        return f"{_SKOS}inScheme" in values
    return kind in values.get(f"{_RDF}type", ())


def _term(iri: str, values: dict[str, list[str]]) -> Term:
    def first(*names: str) -> str:
        return next((values[name][0] for name in names if name in values), "")

    name = iri.removeprefix(ONTOLOGY)
    further = ((word, tuple(values.get(verb, ()))) for word, verb in _FURTHER.items())
    return Term(
        name=name,
        iri=iri,
        label=first(f"{_SKOS}prefLabel", f"{_RDFS}label") or name,
        comment=first(f"{_SKOS}definition", f"{_RDFS}comment"),
        further=tuple((word, found) for word, found in further if found),
    )


def _triples() -> Iterable[ox.Triple]:
    for name in FILES:
        for quad in ox.parse(path=str(folder("ontology") / name)):
            yield quad.triple


@cache
def _text(name: str) -> str:
    return (folder("ontology") / name).read_text("utf-8")


def _suffixed(suffix: str, media_type: str) -> Route:
    def endpoint(_: Request) -> Response:
        return _written(media_type)

    return Route(f"/ontology{suffix}", endpoint)


def _written(media_type: str) -> Response:
    return graphs.typed(_serialised(media_type), media_type)


@cache
def _serialised(media_type: str) -> str:
    """Return the whole ontology; it has blank nodes, which the formats of exports refuse."""
    if media_type == "text/turtle":
        return "\n".join(map(_text, FILES))  # as they were written, with their remarks
    form = ox.RdfFormat.from_media_type(media_type)
    names = namespaces.prefixes()
    return (ox.serialize(list(_triples()), format=form, prefixes=names) or b"").decode("utf-8")

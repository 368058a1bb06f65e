"""What machines are told of the site: the service (SPARQL), the dataset (VoID), its files (DCAT).

All of it is said of absolute addresses of this site; things keep the IRIs that
they have in every store.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

import pyoxigraph as ox
from starlette.requests import Request

from kg import export, namespaces
from kg.web.graphs import typed_triple as triple
from kg.web.site import Site

VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"
SERVICE = "http://www.w3.org/ns/sparql-service-description#"
FORMAT = "http://www.w3.org/ns/formats/"
FOAF = "http://xmlns.com/foaf/0.1/"
IANA = "https://www.iana.org/assignments/media-types/"

_RDF, _XSD, _DCTERMS = (namespaces.VOCABULARIES[name] for name in ("rdf", "xsd", "dcterms"))
_TYPE = _RDF + "type"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_GRAPHS = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML")

DUMPS = MappingProxyType(
    {form.extension: form for form in export.FORMATS.values() if form.name != "rdfxml"}
)
"""The formats of the whole store, by the suffix of their address /export.SUFFIX."""


def origin(site: Site, request: Request) -> str:
    """Return scheme and host under which the site is asked for, as a proxy in front tells it.

    A host told by a proxy counts only where it was allowed.
    """
    told = request.headers.get("x-forwarded-host", "").partition(",")[0].strip().lower()
    known = told and told.partition(":")[0] in site.hosts
    return f"{request.url.scheme}://{told if known else request.headers.get('host', 'localhost')}"


def absolute(site: Site, request: Request, path: str) -> str:
    """Return the absolute address of a path of this site."""
    return origin(site, request) + site.url(path)


def describe_service(site: Site, request: Request) -> Iterator[ox.Triple]:
    """Yield what the endpoint is and does, in the W3C's words for SPARQL services."""
    here = absolute(site, request, "/sparql")
    service, data = f"{here}#service", f"{here}#dataset"
    yield triple(service, _TYPE, f"{SERVICE}Service")
    yield triple(service, f"{SERVICE}endpoint", here)
    for language in ("SPARQL10Query", "SPARQL11Query"):
        yield triple(service, f"{SERVICE}supportedLanguage", SERVICE + language)
    for name in (*_RESULTS, *_GRAPHS):
        yield triple(service, f"{SERVICE}resultFormat", FORMAT + name)
    yield triple(service, f"{SERVICE}defaultDataset", data)
    yield triple(data, _TYPE, f"{SERVICE}Dataset")
    yield triple(data, f"{SERVICE}defaultGraph", f"{here}#merged")
    yield triple(f"{here}#merged", _TYPE, f"{SERVICE}Graph")
    yield triple(
        f"{here}#merged",
        f"{_DCTERMS}description",
        "the merge of all named graphs, in which each triple stands once",
        literal=True,
    )

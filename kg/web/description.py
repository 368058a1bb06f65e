"""What machines are told of the site: the service (SPARQL), the dataset (VoID), its files (DCAT).

All of it is said of absolute addresses of this site; things keep the IRIs that
they have in every store.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import pyoxigraph as ox
from starlette.requests import Request

from kg import export, namespaces
from kg.store.pool import Question
from kg.store.snapshot import Snapshot
from kg.web.graphs import typed_triple as triple
from kg.web.site import Site

if TYPE_CHECKING:
    from kg.web.dumps import Dump

VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"
SERVICE = "http://www.w3.org/ns/sparql-service-description#"
FORMAT = "http://www.w3.org/ns/formats/"
FOAF = "http://xmlns.com/foaf/0.1/"
IANA = "https://www.iana.org/assignments/media-types/"

SPDX = "http://spdx.org/rdf/terms#"
TITLE = "Readout"
ABOUT = (
    "Diplomatic meetings as reports tell of them: persons, offices, countries, organisations,"
    " meetings and instruments, each statement with the words that it rests on."
)

_RDF, _DCTERMS = (namespaces.VOCABULARIES[name] for name in ("rdf", "dcterms"))
_COUNT = """
SELECT ?class ?n WHERE {
  { SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o } }
  UNION { SELECT ?class (COUNT(?s) AS ?n) WHERE { ?s a ?class } GROUP BY ?class }
} ORDER BY ?class
"""
_COUNTED: dict[Snapshot, dict[str, int]] = {}
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


async def describe_dataset(site: Site, request: Request) -> list[ox.Triple]:
    """Return what is in the store and where it can be had, in the words of VoID."""
    here = absolute(site, request, "/.well-known/void")
    data = f"{here}#dataset"
    return [
        triple(here, _TYPE, f"{VOID}DatasetDescription"),
        triple(here, f"{FOAF}primaryTopic", data),
        triple(data, _TYPE, f"{VOID}Dataset"),
        triple(data, f"{_DCTERMS}title", TITLE, literal=True),
        triple(data, f"{_DCTERMS}description", ABOUT, literal=True),
        triple(data, f"{FOAF}homepage", absolute(site, request, "/")),
        triple(data, f"{VOID}sparqlEndpoint", absolute(site, request, "/sparql")),
        triple(data, f"{VOID}uriSpace", namespaces.BASE, literal=True),
        triple(data, f"{VOID}vocabulary", namespaces.ONTOLOGY),
        *(triple(data, f"{VOID}feature", FORMAT + name) for name in _GRAPHS),
        *(triple(data, f"{VOID}dataDump", absolute(site, request, f"/export{suffix}"))
          for suffix in DUMPS),
        *(each for name, value in (await _counts(site)).items()
          for each in _partition(data, here, name, value)),
    ]  # fmt: skip


def _partition(data: str, here: str, name: str, value: int) -> Iterator[ox.Triple]:
    """Yield how many statements there are, or things of one class."""
    if not name:
        yield triple(data, f"{VOID}triples", value)
        return
    part = f"{here}#{name.removeprefix(namespaces.ONTOLOGY)}"
    yield triple(data, f"{VOID}classPartition", part)
    yield triple(part, f"{VOID}class", name)
    yield triple(part, f"{VOID}entities", value)


async def _counts(site: Site) -> dict[str, int]:
    """Return the number of things by the IRI of their class, and of statements by ""."""
    now = site.served.snapshot
    if now not in _COUNTED:
        answer = await site.ask(Question(text=_COUNT, rows_as="csv"))
        rows = csv.reader(answer.read().splitlines()[1:])
        _COUNTED.clear()
        _COUNTED[now] = {kind: int(number) for kind, number in rows}
    return _COUNTED[now]


def describe_catalog(site: Site, request: Request, made: Mapping[str, Dump]) -> Iterator[ox.Triple]:
    """Yield the exports as distributions of a dataset, in the words of DCAT.

    Of those that were `made`, by suffix, size and checksum are told.
    """
    here = absolute(site, request, "/catalog")
    data = f"{here}#dataset"
    yield triple(here, _TYPE, f"{DCAT}Catalog")
    yield triple(here, f"{_DCTERMS}title", TITLE, literal=True)
    yield triple(here, f"{DCAT}dataset", data)
    yield triple(data, _TYPE, f"{DCAT}Dataset")
    yield triple(data, f"{_DCTERMS}title", TITLE, literal=True)
    yield triple(data, f"{_DCTERMS}description", ABOUT, literal=True)
    yield triple(data, f"{DCAT}landingPage", absolute(site, request, "/"))
    yield from _service(site, request, here, data)
    for suffix in DUMPS:
        part = f"{here}#export-{suffix.removeprefix('.')}"
        yield triple(data, f"{DCAT}distribution", part)
        yield from _distribution(part, absolute(site, request, f"/export{suffix}"), suffix)
        if suffix in made:
            yield from _measured(part, made[suffix])


def _service(site: Site, request: Request, here: str, data: str) -> Iterator[ox.Triple]:
    service = f"{here}#sparql"
    yield triple(here, f"{DCAT}service", service)
    yield triple(service, _TYPE, f"{DCAT}DataService")
    yield triple(service, f"{DCAT}endpointURL", absolute(site, request, "/sparql"))
    yield triple(service, f"{DCAT}servesDataset", data)
    yield triple(service, f"{_DCTERMS}conformsTo", "https://www.w3.org/TR/sparql11-protocol/")


def _distribution(part: str, address: str, suffix: str) -> Iterator[ox.Triple]:
    form = DUMPS[suffix]
    yield triple(part, _TYPE, f"{DCAT}Distribution")
    yield triple(part, f"{_DCTERMS}title", f"the store as {form.name}", literal=True)
    yield triple(part, f"{DCAT}accessURL", address)
    yield triple(part, f"{DCAT}downloadURL", address)
    yield triple(part, f"{DCAT}mediaType", IANA + form.media_type)


def _measured(part: str, dump: Dump) -> Iterator[ox.Triple]:
    check = f"{part}-checksum"
    yield triple(part, f"{DCAT}byteSize", dump.length)
    yield triple(part, f"{SPDX}checksum", check)
    yield triple(check, _TYPE, f"{SPDX}Checksum")
    yield triple(check, f"{SPDX}algorithm", f"{SPDX}checksumAlgorithm_sha256")
    yield triple(check, f"{SPDX}checksumValue", dump.sha256, literal=True)

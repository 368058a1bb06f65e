"""The JSON-LD context, made from the ontology: names without prefixes for people who know JSON.

The shipped ontology/context.jsonld is what `generate` returns; a test compares them.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pyoxigraph as ox

from kg.namespaces import BASE, ONTOLOGY, VOCABULARIES, term
from kg.resources import folder

ADDRESS = "https://w3id.org/readout/context.jsonld"
"""Where a document may say that its context lies; it is shipped and never fetched."""

_RDF, _RDFS, _OWL = (VOCABULARIES[name] for name in ("rdf", "rdfs", "owl"))
_SKOS = VOCABULARIES["skos"]

_DATES = ("startDate", "endDate", "attestedOn")
_SEVERAL = ("evidence", "office", "topic", "chair", "refersTo", "attestedOn")
"""Properties that may have several values: always an array, so that readers need not ask."""

_BORROWED: dict[str, dict[str, str]] = {
    "altLabel": {"@id": "skos:altLabel", "@container": "@set"},
    "broader": {"@id": "skos:broader", "@type": "@vocab"},
    "issued": {"@id": "dcterms:issued", "@type": "xsd:date"},
    "label": {"@id": "rdfs:label"},
    "language": {"@id": "dcterms:language"},
    "name": {"@id": "dcterms:title"},
    "publisher": {"@id": "dcterms:publisher"},
    "sameAs": {"@id": "owl:sameAs", "@type": "@id", "@container": "@set"},
    "source": {"@id": "dcterms:source", "@type": "@id"},
}
"""Terms for what a graph uses of other vocabularies."""


@cache
def shipped() -> dict[str, Any]:
    """Return the context as the installation ships it."""
    text = (folder("ontology") / "context.jsonld").read_text("utf-8")
    context: dict[str, Any] = json.loads(text)["@context"]
    return context


def generate() -> str:
    """Return the text of context.jsonld, made from the ontology.

    Things are named relative to `@base` ("person/ru-patrushev-n"); processors
    heed it in a context inside the document, not in one behind an address.
    """
    head: dict[str, Any] = {"@version": 1.1, "@base": BASE, "@vocab": ONTOLOGY}
    head |= {"id": "@id", "type": "@type"}
    terms = dict(sorted((_terms() | _BORROWED).items()))
    return json.dumps({"@context": head | VOCABULARIES | terms}, indent=2) + "\n"


def _terms() -> dict[str, dict[str, str]]:
    facts = _ontology()
    listed = {s for s, p, o in facts if p == f"{_RDFS}subClassOf" and o == f"{_SKOS}Concept"}
    listed.discard(term("Topic"))
    ranges = {s: o for s, p, o in facts if p == f"{_RDFS}range"}
    ties = {s for s, p, o in facts if p == f"{_RDF}type" and o == f"{_OWL}ObjectProperty"}
    return {
        iri.removeprefix(ONTOLOGY): _term(iri.removeprefix(ONTOLOGY), iri in ties, value in listed)
        for iri, value in ranges.items()
    }


def _term(name: str, tie: bool, listed: bool) -> dict[str, str]:
    entry = {"@id": f"readout:{name}"}
    if tie:
        entry["@type"] = "@vocab" if listed else "@id"
    elif name in _DATES:
        entry["@type"] = "xsd:date"
    if name in _SEVERAL:
        entry["@container"] = "@set"
    return entry


def _ontology() -> list[tuple[str, str, str]]:
    triples = ox.parse(path=str(folder("ontology") / "readout.ttl"))
    return [
        (t.subject.value, t.predicate.value, t.object.value)
        for t in triples
        if isinstance(t.subject, ox.NamedNode) and not isinstance(t.object, ox.Triple)
    ]

"""Links -> their named graph: the same thing, or an exact match for what is a concept."""

from __future__ import annotations

from collections.abc import Iterable

from kg.formats import triples
from kg.identity.graph import expand
from kg.mappings import Mapping
from kg.namespaces import BASE, VOCABULARIES, iri

WIKIDATA = "http://www.wikidata.org/entity/"

_PREDICATES = {
    "owl:sameAs": VOCABULARIES["owl"] + "sameAs",
    "skos:exactMatch": VOCABULARIES["skos"] + "exactMatch",
}


def name(base: str = BASE) -> str:
    """Return the IRI of the named graph of links."""
    return iri("graph", "links", base)


def nquads(rows: Iterable[Mapping], base: str = BASE) -> str:
    """Return the accepted links as N-Quads of their graph, sorted; nothing for candidates.
    Empty where nothing is linked.
    """
    links = (
        (expand(row.subject, base), _PREDICATES[row.predicate], _item(row.object))
        for row in rows
        if row.judgement == "positive" and row.predicate in _PREDICATES
    )
    return triples.nquads(links, name(base))


def _item(text: str) -> str:
    return WIKIDATA + text.removeprefix("wd:") if text.startswith("wd:") else text

"""Links -> their named graph: the same thing, or an exact match for what is a concept.

A thing has its item as schema:sameAs too, for readers on the web who know that
alone. What items say of who held an office stands here as well, on the
participation that an article tells; the article's own graph stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.formats import triples
from kg.formats.triples import Statement
from kg.identity.graph import expand
from kg.link import standing
from kg.link.questions import ENTITY as WIKIDATA
from kg.link.standing import Standing
from kg.mappings import Mapping
from kg.namespaces import BASE, VOCABULARIES, iri

_PREDICATES = {
    "owl:sameAs": (VOCABULARIES["owl"] + "sameAs", VOCABULARIES["schema"] + "sameAs"),
    "skos:exactMatch": (VOCABULARIES["skos"] + "exactMatch",),
}


def name(base: str = BASE) -> str:
    """Return the IRI of the named graph of links."""
    return iri("graph", "links", base)


def nquads(rows: Iterable[Mapping], standings: Iterable[Standing] = (), base: str = BASE) -> str:
    """Return the accepted links and what items say of offices as N-Quads of their graph, sorted.

    Nothing for candidates. Empty where nothing is linked.
    """
    stated = (*_links(rows, base), *standing.statements(standings))
    return triples.nquads(stated, name(base))


def _links(rows: Iterable[Mapping], base: str) -> Iterator[Statement]:
    for row in rows:
        if row.judgement == "positive":
            for predicate in _PREDICATES.get(row.predicate, ()):
                yield expand(row.subject, base), predicate, _item(row.object)


def _item(text: str) -> str:
    return WIKIDATA + text.removeprefix("wd:") if text.startswith("wd:") else text

"""One table of the formats that graphs are written in.

The same store gives the same bytes: all is sorted, nothing has a clock or a
blank node in it. Formats of quads write the named graphs, an article each;
formats of triples write the merged view, in which each triple stands once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import namespaces
from kg.errors import UsageError
from kg.formats import jsonld, turtle
from kg.queries import things
from kg.queries.results import NOT_XML

if TYPE_CHECKING:
    from kg.store.protocol import GraphStore

Triples = Iterable[ox.Triple]
Graphs = Iterable[tuple[str, Triples]]

_EVIDENCE = ox.NamedNode(namespaces.term("evidence"))
_ARTICLE = ox.NamedNode(namespaces.term("article"))
_TEXT = ox.NamedNode(namespaces.term("text"))
_NAMING = {
    ox.NamedNode(namespaces.VOCABULARIES["rdf"] + "type"),
    ox.NamedNode(namespaces.VOCABULARIES["rdfs"] + "label"),
}


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write graphs: either triples or quads."""

    name: str
    media_type: str
    extension: str
    also: tuple[str, ...]
    triples: Callable[[Triples], str] | None = None
    quads: Callable[[Graphs], Iterator[str]] | None = None


def _ntriples(triples: Triples) -> str:
    return "".join(sorted({f"{triple} .\n" for triple in triples}))


def _nquads(graphs: Graphs) -> Iterator[str]:
    for graph, triples in graphs:
        yield "".join(sorted({f"{triple} <{graph}> .\n" for triple in triples}))


def _rdfxml(triples: Triples) -> str:
    """Write RDF/XML; a carriage return is escaped, since XML readers turn it into a line feed.

    Raises UsageError for a character that XML 1.0 does not have.
    """
    rows = sorted(set(triples), key=str)
    data = ox.serialize(rows, format=ox.RdfFormat.RDF_XML, prefixes=namespaces.prefixes())
    text = (data or b"").decode("utf-8")
    odd = NOT_XML.search(text)
    if odd:
        code = f"U+{ord(odd[0]):04X}"
        raise UsageError(f"RDF/XML cannot hold the character {code} of a text: take turtle")
    return text.replace("\r", "&#xD;")


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("turtle", "text/turtle", ".ttl", ("ttl",), triples=turtle.write),
        Format("jsonld", "application/ld+json", ".jsonld", ("json-ld",), triples=jsonld.write),
        Format("nquads", "application/n-quads", ".nq", ("nq", "n-quads"), quads=_nquads),
        Format("trig", "application/trig", ".trig", (), quads=turtle.write_graphs),
        Format("ntriples", "application/n-triples", ".nt", ("nt", "n-triples"), triples=_ntriples),
        Format("rdfxml", "application/rdf+xml", ".rdf", ("xml", "rdf+xml"), triples=_rdfxml),
    )
}
"""The formats by their short names."""


def find(name: str) -> Format:
    """Return the format with this short name, other name, extension or media type.

    Raises UsageError that lists what there is.
    """
    wanted = name.strip().casefold()
    for form in FORMATS.values():
        if wanted in (form.name, form.media_type, form.extension, *form.also):
            return form
    raise UsageError(f"no format {name!r}: there are {', '.join(FORMATS)}")


def export(
    store: GraphStore, form: str = "turtle", *, article: str | None = None, thing: str | None = None
) -> str:
    """Return the whole store, one article, or one thing with what hangs on it, as text.

    `article` is an id or IRI, `thing` an IRI, prefixed name or name. Raises
    UsageError for an unknown format, article or thing.
    """
    return "".join(pieces(store, form, article=article, thing=thing))


def pieces(
    store: GraphStore, form: str = "turtle", *, article: str | None = None, thing: str | None = None
) -> Iterator[str]:
    """Yield the text of an export; in formats of quads one graph at a time, for stores of any size.

    Raises what `export` raises, before the first piece.
    """
    chosen = find(form)
    if article is not None and thing is not None:
        raise UsageError("an export is of an article or of a thing, not of both")
    names = (store.article(article).graph,) if article is not None else None
    wanted = describe(store, things.find(store, thing)) if thing is not None else None
    if chosen.quads:
        return chosen.quads(_graphs(store, names or store.graphs(), wanted))
    assert chosen.triples
    found = (quad.triple for quad in store.quads(names[0] if names else None))
    return iter((chosen.triples(found if wanted is None else wanted),))


def _graphs(
    store: GraphStore, names: tuple[str, ...], wanted: frozenset[ox.Triple] | None
) -> Graphs:
    """Yield the named graphs with their triples, of a thing only those that say something of it."""
    for name in names:
        triples = frozenset(quad.triple for quad in store.quads(name))
        if wanted is None:
            yield name, triples
        elif triples & wanted:
            yield name, triples & wanted


def describe(store: GraphStore, iri: str) -> frozenset[ox.Triple]:
    """Return what is said of a thing: its statements, the facts that name it, their passages.

    A fact that names it comes whole, other things with type and label, an
    article without its text. Raises UsageError where the store has nothing on it.
    """
    own = frozenset(quad.triple for quad in store.about(iri))
    incoming = (quad.subject for quad in store.about(iri, incoming=True))
    pointing = {node.value for node in incoming if isinstance(node, ox.NamedNode)}
    facts = own.union(*(_statements(store, fact) for fact in sorted(pointing)))
    if not facts:
        raise UsageError(f"the store says nothing of {iri}")
    passages = _objects(facts, _EVIDENCE)
    cited = frozenset[ox.Triple]().union(*(_statements(store, each) for each in sorted(passages)))
    articles = _objects(cited, _ARTICLE) | _objects(facts, _ARTICLE)
    sources = frozenset[ox.Triple]().union(*(_statements(store, each) for each in sorted(articles)))
    known = facts | cited | frozenset(t for t in sources if t.predicate != _TEXT)
    return known | frozenset(_names(store, known))


def _statements(store: GraphStore, iri: str) -> frozenset[ox.Triple]:
    return frozenset(quad.triple for quad in store.about(iri))


def _objects(triples: Triples, predicate: ox.NamedNode) -> set[str]:
    found = (t.object for t in triples if t.predicate == predicate)
    return {node.value for node in found if isinstance(node, ox.NamedNode)}


def _names(store: GraphStore, triples: frozenset[ox.Triple]) -> Iterator[ox.Triple]:
    """Yield type and label of the things that are named but not described."""
    subjects = {t.subject for t in triples}
    objects = {t.object for t in triples if isinstance(t.object, ox.NamedNode)}
    for node in sorted(objects - subjects, key=str):
        if isinstance(node, ox.NamedNode):
            own = _statements(store, node.value)
            yield from (t for t in own if t.predicate in _NAMING)

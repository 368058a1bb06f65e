"""What comes into a store: N-Quads text or a rdflib Dataset, as the engine's quads or lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import InputError

if TYPE_CHECKING:
    from rdflib import Dataset
    from rdflib.term import Node


def parse(text: str | bytes) -> Iterator[ox.Quad]:
    """Yield the quads of N-Quads text. Raises InputError where it is none, or has a blank node."""
    try:
        for quad in ox.parse(text, format=ox.RdfFormat.N_QUADS):
            if isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode):
                raise InputError(f"a blank node cannot be stored: {quad.triple}")
            yield quad
    except SyntaxError as error:
        raise InputError(f"not N-Quads: {error}") from error


def graph(text: str) -> str | None:
    """Return the IRI of the one graph of N-Quads lines, or None where only parsing can tell.

    It is for text that `kg.formats.triples.nquads` wrote: one graph, no blank node, each
    statement a line of its own.
    """
    end = _end(text)
    alone = end and text.count(end) == text.count("\n") and "_:" not in text
    return end[2:-4] if alone else None


def merged(text: str) -> str:
    """Return N-Quads lines of one graph, and once more without it: for the merged view."""
    return text + text.replace(_end(text), " .\n")


def _end(text: str) -> str:
    """Return how the lines end: space, graph, space, dot, line feed."""
    start = text.rfind(" <")
    return text[start:] if start >= 0 and text.endswith("> .\n") else ""


def convert(dataset: Dataset) -> Iterator[ox.Quad]:
    """Yield the quads of a rdflib Dataset. Raises InputError for a blank node."""
    for graph in dataset.graphs():
        name = _graph_name(str(graph.identifier))
        for subject, predicate, value in graph:
            yield ox.Quad(_node(subject), _node(predicate), _value(value), name)


def _graph_name(iri: str) -> ox.NamedNode | ox.DefaultGraph:
    return ox.DefaultGraph() if iri == "urn:x-rdflib:default" else ox.NamedNode(iri)


def _node(node: Node) -> ox.NamedNode:
    from rdflib import URIRef

    if not isinstance(node, URIRef):
        raise InputError(f"only IRIs and literals can be stored, not {node!r}")
    try:
        return ox.NamedNode(str(node))
    except ValueError as error:
        raise InputError(f"not an IRI: {str(node)!r}") from error


def _value(node: Node) -> ox.NamedNode | ox.Literal:
    from rdflib import Literal

    if not isinstance(node, Literal):
        return _node(node)
    if node.language:
        return ox.Literal(str(node), language=node.language)
    return ox.Literal(str(node), datatype=ox.NamedNode(node.datatype) if node.datatype else None)

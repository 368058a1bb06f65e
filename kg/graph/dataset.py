"""Facts -> rdflib: one named graph an article, no blank nodes."""

from __future__ import annotations

from rdflib import Dataset, URIRef

from kg import namespaces
from kg.formats.rdf import node
from kg.graph.statements import state
from kg.model import Facts
from kg.namespaces import BASE


def describe(facts: Facts, base: str = BASE) -> Dataset:
    """Return a dataset whose one named graph states the facts of an article.

    `base` is the namespace that things are named in. Raises InputError where
    a fact refers to a meeting or person that the facts do not have.
    """
    dataset = Dataset()
    for prefix, namespace in namespaces.prefixes(base).items():
        dataset.bind(prefix, namespace)
    graph = dataset.graph(URIRef(namespaces.graph(facts.article.id, base)))
    for subject, predicate, value in state(facts, base):
        graph.add((URIRef(subject), URIRef(predicate), node(value)))
    return dataset

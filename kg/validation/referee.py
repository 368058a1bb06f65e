"""pySHACL: the engine that everyone compares with, slow and always there."""

from __future__ import annotations

from functools import cache
from typing import Any

import pyshacl
from pyshacl.errors import ReportableRuntimeError
from rdflib import Graph
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result

from kg.errors import KgError
from kg.formats.rdf import quiet
from kg.resources import folder
from kg.validation import findings
from kg.validation.findings import Finding


def find(data: Graph, name: str) -> tuple[Finding, ...]:
    """Return what the shapes find in a graph, which stays as it is; messages call it `name`.

    Nothing is fetched and nothing inferred. Raises KgError where the graph
    cannot be validated at all.
    """
    try:
        with quiet():
            seen = _Data(data.store, data.identifier)
            outcome = pyshacl.validate(seen, shacl_graph=_shapes(), inplace=True)
    except ReportableRuntimeError as error:
        raise KgError(f"{name}: cannot be validated: {error.message}") from error
    report = outcome[1]
    if not isinstance(report, Graph):
        raise KgError(f"{name}: cannot be validated: {report}")
    return tuple(findings.read(report))


class _Data(Graph):
    """A graph for which the queries of the shapes are parsed once: that took half of the time."""

    def query(self, query_object: str | Query, *args: Any, **named: Any) -> Result:
        """Answer a query in text or parsed, as Graph does."""
        asked = _parsed(query_object) if isinstance(query_object, str) else query_object
        return super().query(asked, *args, **named)


@cache
def _parsed(text: str) -> Query:
    return prepareQuery(text)


@cache
def _shapes() -> Graph:
    shapes = Graph()
    shapes.parse(folder("ontology") / "shapes.ttl", format="turtle")
    return shapes

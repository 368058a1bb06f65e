"""Answers of servers as results, in the forms in which the embedded store has them.

Servers write some terms otherwise (Virtuoso: "typed-literal", languages in lower
case), and the embedded store keeps numbers in one form: here they become equal.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import pyoxigraph as ox

from kg import namespaces
from kg.errors import StoreError
from kg.queries import results
from kg.queries.results import Found, Row, Stream, Term
from kg.retries import Passing
from kg.store import engine

JSON = "application/sparql-results+json"

_XSD = namespaces.VOCABULARIES["xsd"]
_STRING = _XSD + "string"
_TRUTH = ("__ASK_RETVAL",)  # Virtuoso: a row where it is true, none where it is not
_CANCELLED = b"has been cancelled"  # Oxigraph, in the middle of an answer with status 200


def read(body: bytes, name: str, most: int | None = None) -> Found:
    """Return what a body in SPARQL's JSON says.

    `name` is that of the server. Raises Passing for a body that is cut off or
    no result, StoreError where the server gave up in the middle.
    """
    try:
        told = json.loads(body)
        if "boolean" in told:
            return results.Answer(bool(told["boolean"]))
        columns = tuple(map(str, told["head"]["vars"]))
        rows = [_row(binding, columns) for binding in told["results"]["bindings"]]
        if columns == _TRUTH:
            return results.Answer(bool(rows))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise broken(body, name, "result of SPARQL") from error
    return Stream(columns, iter(rows), most)


def read_triples(body: bytes, name: str) -> results.Graph:
    """Return the triples in Turtle. Raises as `read` does."""
    try:
        parsed = [quad.triple for quad in ox.parse(body, format=ox.RdfFormat.TURTLE)]
    except SyntaxError as error:
        raise broken(body, name, "Turtle") from error
    return results.Graph(tuple(sorted(engine.normalise(parsed), key=str)))


def broken(body: bytes, name: str, form: str) -> Exception:
    """Return what follows from a body that is not whole: another attempt, or the end.

    A server that ran out of time will do so again.
    """
    if _CANCELLED in body[-200:]:
        return StoreError(f"{name} ran out of its own time and sent a part of the answer")
    return Passing(f"an answer that is cut off or no {form}")


def _row(binding: dict[str, Any], columns: tuple[str, ...]) -> Row:
    return tuple(_term(binding[name]) if name in binding else None for name in columns)


def _term(cell: dict[str, str]) -> Term:
    kind, value = cell["type"], cell["value"]
    if kind == "uri":
        return ox.NamedNode(value)
    if kind == "bnode":
        return ox.BlankNode(value.removeprefix("nodeID://"))
    if kind not in ("literal", "typed-literal"):
        raise ValueError(f"no term of type {kind!r}")
    language = cell.get("xml:lang")
    if language:
        return ox.Literal(value, language=language.lower())
    return literal(value, cell.get("datatype") or _STRING)


def literal(value: str, datatype: str) -> ox.Literal:
    """Return a literal in the form in which the embedded store keeps it."""
    made = ox.Literal(value, datatype=ox.NamedNode(datatype))
    return made if datatype == _STRING else _stored(made)


@lru_cache(maxsize=10_000)
def _stored(term: ox.Literal) -> ox.Literal:
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), term))
    found = next(iter(store)).object
    assert isinstance(found, ox.Literal)
    return found

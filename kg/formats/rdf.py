"""RDF files of strangers -> rdflib, by a parser that fetches nothing; plain triples and rdflib.

What has brought parsers down is refused before it reaches one: a document type
(entities that expand without end), JSON or XML nested a hundred levels deep, a
JSON-LD context that lies elsewhere.
"""

from __future__ import annotations

import json
import logging
import re
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.parsers import expat

import pyoxigraph as ox
from rdflib import BNode, Dataset, Graph, Literal, URIRef

from kg.errors import InputError
from kg.formats import triples
from kg.formats.context import ADDRESS, shipped
from kg.formats.triples import Statement, Value

FORMATS = {
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".nq": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".owl": ox.RdfFormat.RDF_XML,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".trig": ox.RdfFormat.TRIG,
    ".ttl": ox.RdfFormat.TURTLE,
    ".xml": ox.RdfFormat.RDF_XML,
}
"""The formats that are read, by extension."""

DEEPEST = 100
"""Levels of nesting of JSON and XML; the parser's stack ends at some thousands."""

_STRING_OR_BRACKET = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[{\]}]', re.DOTALL)

Node = URIRef | BNode | Literal


def load(path: str | Path) -> Dataset:
    """Return the statements of an RDF file, by its extension, graphs apart where it has graphs.

    Raises InputError, which names file, line and fault, where it cannot be read.
    """
    file = Path(path)
    form = FORMATS.get(file.suffix.lower())
    if form is None:
        raise InputError(f"{file}: not an extension of RDF, which are {', '.join(FORMATS)}")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputError(f"{file}: {error.strerror}") from error
    return parse(data, form, str(file))


def parse(data: bytes, form: ox.RdfFormat, name: str) -> Dataset:
    """Return the statements of `data`; `name` is what a message calls it.

    Raises InputError where it cannot be read or states nothing.
    """
    dataset = Dataset()
    try:
        with quiet():
            for quad in ox.parse(_guard(data, form), format=form):
                graph = _graph(dataset, quad.graph_name)
                graph.add((_node(quad.subject), _node(quad.predicate), _node(quad.object)))
    except SyntaxError as error:
        where = f"line {error.lineno}: " if error.lineno else ""
        raise InputError(f"{name}: {where}{error.msg.splitlines()[0]}") from error
    except InputError as error:
        raise InputError(f"{name}: {error}") from error
    if not len(dataset):
        raise InputError(f"{name}: states nothing")
    return dataset


def _graph(dataset: Dataset, name: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> Any:
    if isinstance(name, ox.DefaultGraph):
        return dataset.default_graph
    return dataset.graph(_node(name))


def _node(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        plain = term.datatype.value.endswith("XMLSchema#string")
        return Literal(
            term.value, datatype=None if plain else URIRef(term.datatype.value), normalize=False
        )
    raise InputError("a triple inside a triple, which Readout does not read")


def _guard(data: bytes, form: ox.RdfFormat) -> bytes:
    """Return `data` fit for the parser; raises InputError where it would harm or call out."""
    if form == ox.RdfFormat.JSON_LD:
        return _guard_json(data)
    if form == ox.RdfFormat.RDF_XML:
        _guard_xml(data)
    if data.count(b"<<") > DEEPEST:
        raise InputError("triples inside triples, which Readout does not read")
    return data


def _guard_json(data: bytes) -> bytes:
    depth = 0
    for sign in _STRING_OR_BRACKET.finditer(data):
        depth += {b"[": 1, b"{": 1, b"]": -1, b"}": -1}.get(sign[0], 0)
        if depth > DEEPEST:
            raise InputError(f"JSON nested more than {DEEPEST} levels deep")
    try:
        tree = json.loads(data)
    except json.JSONDecodeError as error:
        raise InputError(f"line {error.lineno}: no JSON: {error.msg}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"no text: {error.reason}") from error
    return json.dumps(_with_context(tree)).encode()


def _with_context(tree: Any) -> Any:
    """Return the tree with our context in place of its address; another address is refused."""
    if isinstance(tree, list):
        return [_with_context(branch) for branch in tree]
    if not isinstance(tree, dict):
        return tree
    return {
        key: _local(branch) if key == "@context" else _with_context(branch)
        for key, branch in tree.items()
    }


def _local(context: Any) -> Any:
    if isinstance(context, list):
        return [_local(part) for part in context]
    if context == ADDRESS:
        return shipped()
    if isinstance(context, str):
        raise InputError(
            f"a JSON-LD context at {context}: only {ADDRESS} is known, none is fetched"
        )
    return context


def _guard_xml(data: bytes) -> None:
    depth = 0

    def refuse_type(*_: object) -> None:
        raise InputError("a document type (DTD), which is not read")

    def enter(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise InputError(f"XML nested more than {DEEPEST} levels deep")

    def leave(*_: object) -> None:
        nonlocal depth
        depth -= 1

    scanner = expat.ParserCreate()
    scanner.StartDoctypeDeclHandler = refuse_type
    scanner.StartElementHandler, scanner.EndElementHandler = enter, leave
    try:
        scanner.Parse(data, True)
    except expat.ExpatError as error:
        raise InputError(f"line {error.lineno}: no XML: {expat.ErrorString(error.code)}") from error


@contextmanager
def quiet() -> Iterator[None]:
    """Keep rdflib from telling of each ill-typed literal: validation reports them."""
    log = logging.getLogger("rdflib.term")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "(Parsing|Serializing) weird", UserWarning)
            yield
    finally:
        log.setLevel(level)


# --- plain triples ------------------------------------------------------------------------


def graph(statements: Iterable[Statement]) -> Graph:
    """Return statements in plain values as a graph, each literal as it is written."""
    made = Graph()
    with quiet():
        for subject, predicate, value in statements:
            made.add((URIRef(subject), URIRef(predicate), node(value)))
    return made


def node(value: str | Value) -> URIRef | Literal:
    """Return a plain value as a term of rdflib, a literal as it is written."""
    if isinstance(value, str):
        return URIRef(value)
    plain = value.datatype.endswith("XMLSchema#string")
    return Literal(value.text, datatype=None if plain else URIRef(value.datatype), normalize=False)


def ntriples(data: Graph) -> str | None:
    """Return a graph as N-Triples text in no order, or None where it has a blank node."""
    lines = []
    for subject, predicate, value in data:
        if isinstance(subject, BNode) or isinstance(value, BNode):
            return None
        lines.append(f"<{subject}> <{predicate}> {_written(value)} .\n")
    return "".join(lines)


def _written(value: object) -> str:
    if not isinstance(value, Literal):
        return triples.write(str(value))
    if value.language:
        return f"{triples.write(Value(str(value)))}@{value.language}"
    return triples.write(Value(str(value), str(value.datatype or triples.XSD + "string")))

"""Plain statements to rdflib and to N-Triples, and the referee's graph that parses a query once."""

from __future__ import annotations

import logging
import warnings

import pyoxigraph as ox
import pytest
import samples
from conftest import ROOT
from rdflib import BNode, Graph, Literal, URIRef

from kg.formats import rdf, triples
from kg.formats.triples import XSD, Value
from kg.graph.dataset import describe
from kg.graph.statements import state
from kg.validation import findings, referee

S, P = "https://x.example/s", "https://x.example/p"

VALUES = [
    "https://x.example/o",
    Value("plain"),
    Value(""),
    Value('two "words"\nand a \\ line\r'),
    Value("007", XSD + "integer"),
    Value("no number", XSD + "integer"),
    Value("2016-02-30", XSD + "date"),
    Value("maybe", XSD + "boolean"),
    Value("1.50", XSD + "decimal"),
    Value("é 𝒳 “q”"),
]


@pytest.mark.parametrize("value", VALUES, ids=str)
def test_a_value_keeps_its_text_and_datatype_in_rdflib(value: str | Value) -> None:
    [(subject, verb, found)] = rdf.graph([(S, P, value)])
    assert (str(subject), str(verb)) == (S, P)
    assert findings.plain(found) == value


@pytest.mark.parametrize("value", VALUES, ids=str)
def test_a_value_is_the_same_from_either_side_as_text(value: str | Value) -> None:
    assert rdf.ntriples(rdf.graph([(S, P, value)])) == triples.ntriples([(S, P, value)])


def test_the_text_is_what_another_parser_reads() -> None:
    text = triples.ntriples((S, P, value) for value in VALUES)
    parsed = [t.object for t in ox.parse(text.encode(), format=ox.RdfFormat.N_TRIPLES)]
    assert [node.value for node in parsed if isinstance(node, ox.Literal)] == [
        value.text for value in VALUES if isinstance(value, Value)
    ]


def test_a_whole_article_is_the_same_as_text_and_as_a_graph() -> None:
    statements = state(samples.seed())
    lines = rdf.ntriples(rdf.graph(statements))
    assert lines is not None
    assert sorted(lines.splitlines()) == sorted(triples.ntriples(statements).splitlines())
    described = {quad[:3] for quad in describe(samples.seed()).quads()}
    assert set(rdf.graph(statements)) == described


@pytest.mark.parametrize(
    ("node", "text"),
    [
        (Literal("Treffen", lang="de"), f'<{S}> <{P}> "Treffen"@de .\n'),
        (Literal("plain"), f'<{S}> <{P}> "plain" .\n'),
        (Literal(True), f'<{S}> <{P}> "true"^^<{XSD}boolean> .\n'),
        (BNode("b"), None),
    ],
)
def test_terms_of_strangers_are_written_or_left_to_the_referee(
    node: Literal | BNode, text: str | None
) -> None:
    graph = Graph()
    graph.add((URIRef(S), URIRef(P), node))
    assert rdf.ntriples(graph) == text


def test_a_blank_subject_is_left_to_the_referee() -> None:
    graph = Graph()
    graph.add((BNode("b"), URIRef(P), URIRef(S)))
    assert rdf.ntriples(graph) is None


def test_ill_typed_literals_are_told_by_validation_alone(
    caplog: pytest.LogCaptureFixture,
) -> None:
    log = logging.getLogger("rdflib.term")
    level = log.level
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        rdf.graph((S, P, value) for value in VALUES)
    assert caplog.text == ""
    assert log.level == level


def test_the_queries_of_the_shapes_are_parsed_once() -> None:
    referee._parsed.cache_clear()
    data = rdf.graph(state(samples.seed()))
    first = referee.find(data, "it")
    parsed = referee._parsed.cache_info()
    assert referee.find(data, "it") == first
    assert referee._parsed.cache_info().misses == parsed.misses == 2
    assert len(data) == len(state(samples.seed()))


def test_an_ill_typed_offset_does_not_bring_the_referee_down() -> None:
    file = ROOT / "tests" / "shapes" / "valid.article.ttl"
    [graph] = [graph for graph in rdf.load(file).graphs() if len(graph)]
    start = URIRef("https://w3id.org/readout/ontology#start")
    with rdf.quiet():
        for passage in list(graph.subjects(start)):
            graph.set((passage, start, rdf.node(Value("a\nb", XSD + "integer"))))
    found = referee.find(graph, "it")
    assert {row.component for row in found} >= {"DatatypeConstraintComponent"}

"""Queries of strangers: what is let through, what is refused and why, and terms written safely."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.errors import UsageError
from kg.queries import sparql

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o }",
        "SELECT ?s WHERE { ?s a ?class } LIMIT 5",
        "select ?s where { ?s ?p ?o }",
        "ASK { ?s ?p 'x' }",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "DESCRIBE <http://example.org/a>",
        "SELECT (COUNT(?s) AS ?n) { ?s ?p ?o }",
        "SELECT ?s { GRAPH ?g { ?s ?p ?o } }",
        "SELECT ?s { ?s ?p ?o FILTER(?o > 3 && ?o < 5) }",
        "SELECT ?s { ?s ?p ?o FILTER NOT EXISTS { ?s a ?o } }",
        "SELECT ?s { { ?s ?p 1 } UNION { ?s ?p 2 } }",
        "SELECT ?s { ?s ?p ?o OPTIONAL { ?o ?q ?r } } ORDER BY ?s",
        "SELECT ?s { ?s (<http://e.org/a>/<http://e.org/b>)* ?o }",
        "SELECT ?s { VALUES ?s { <http://e.org/a> } }",
        "PREFIX e: <http://e.org/> SELECT ?s { ?s e:a ?o }",
        "BASE <http://e.org/> SELECT ?s { ?s <a> ?o }",
        "# a remark\nSELECT ?s { ?s ?p ?o }",
        # words that would be refused elsewhere than in text
        "SELECT ?s { ?s ?p 'SERVICE <http://e.org/>' }",
        "SELECT ?s { ?s ?p 'INSERT DATA' }",
        "SELECT ?s { ?s ?p ?o } # DROP ALL",
        "SELECT ?service { ?service ?from ?load }",
        "SELECT ?s { ?s <http://e.org/SERVICE/FROM> ?o }",
        "SELECT ?s { ?s ?p '''{{{{{{''' }",
        'SELECT ?s { ?s ?p "((((" }',
    ],
)
def test_a_question_to_the_store_is_let_through(query: str) -> None:
    sparql.check(query)
    assert ox.Store().query(query) is not None


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?s { SERVICE <http://e.org/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT ?s { service <http://e.org/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT ?s { SERVICE SILENT <http://e.org/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT ?s { ?s ?p ?o OPTIONAL { SERVICE <http://e.org/> { ?o ?q ?r } } }", "SERVICE"),
        ("SELECT ?s { { SELECT ?s { SERVICE <http://e.org/> { ?s ?p ?o } } } }", "SERVICE"),
        ("ASK { SERVICE ?where { ?s ?p ?o } }", "SERVICE"),
        ("SELECT ?s FROM <http://e.org/g> { ?s ?p ?o }", "FROM"),
        ("SELECT ?s FROM NAMED <http://e.org/g> { GRAPH ?g { ?s ?p ?o } }", "FROM"),
        ("CONSTRUCT { ?s ?p ?o } FROM <http://e.org/g> WHERE { ?s ?p ?o }", "FROM"),
        ("INSERT DATA { <http://e.org/a> <http://e.org/b> 1 }", "update"),
        ("DELETE WHERE { ?s ?p ?o }", "update"),
        ("insert { ?s ?p 1 } where { ?s ?p ?o }", "update"),
        ("DROP ALL", "update"),
        ("CLEAR DEFAULT", "update"),
        ("LOAD <http://e.org/data.ttl>", "update"),
        ("CREATE GRAPH <http://e.org/g>", "update"),
        ("COPY DEFAULT TO <http://e.org/g>", "update"),
        ("PREFIX e: <http://e.org/> DELETE DATA { e:a e:b 1 }", "update"),
        ("# SELECT\nDROP ALL", "update"),
        ("", "not a SPARQL query"),
        ("SELECT", "not a SPARQL query"),
        ("SELECT ?s { ?s ?p }", "not a SPARQL query"),
        ("SELECT ?s { ?s ?p ?o", "not a SPARQL query"),
        ("SHOW TABLES", "not a SPARQL query"),
        ("SELECT ?s { ?s ?p ?o } DROP ALL", "not a SPARQL query"),
        ("SELECT ?s { " + "{" * 120 + "?s ?p ?o" + "}" * 120 + " }", "brackets"),
        ("SELECT ?s { ?s ?p ?o FILTER(" + "(" * 120 + "1" + ")" * 120 + ") }", "brackets"),
        ("SELECT ?s { ?s ?p ?o FILTER(" + "1+" * 600 + "1) }", "patterns"),
        ("SELECT ?s { " + "?s ?p ?o . " * 600 + "}", "patterns"),
    ],
)
def test_what_is_refused_says_why(query: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        sparql.check(query)


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("SELECT ?s { ?s ?p }", "line 1, column"),
        ("SELECT ?s\n{ ?s ?p ?o ", "line"),
        ("SELECT ?s\n{\n  ?s ?p ?o\n", "line"),
    ],
)
def test_a_mistake_is_pointed_at(query: str, place: str) -> None:
    with pytest.raises(UsageError, match=place):
        sparql.check(query)


@pytest.mark.parametrize(
    "term",
    [
        ox.NamedNode("http://e.org/a"),
        ox.NamedNode("http://e.org/%C3%A9?x=1#y"),
        ox.NamedNode("urn:uuid:8c8a"),
        ox.Literal("plain"),
        ox.Literal(""),
        ox.Literal('It\'s a "word"'),
        ox.Literal("one\ntwo\r\nthree\tfour"),
        ox.Literal("back\\slash"),
        ox.Literal("\\u0041"),
        ox.Literal("\\\\u0041"),
        ox.Literal("\\U00000041"),
        ox.Literal("C:\\users\\u"),
        ox.Literal("'''"),
        ox.Literal('"""'),
        ox.Literal("} DROP ALL #"),
        ox.Literal("Côte d’Ivoire"),
        ox.Literal("東京"),
        ox.Literal("𝄞"),
        ox.Literal("\u200b"),
        ox.Literal("Bonn", language="de"),
        ox.Literal("11", datatype=ox.NamedNode(XSD + "integer")),
        ox.Literal("2019-06", datatype=ox.NamedNode(XSD + "gYearMonth")),
    ],
    ids=ascii,
)
def test_a_term_comes_back_as_it_was(term: ox.NamedNode | ox.Literal) -> None:
    question = f"SELECT ?x {{ VALUES ?x {{ {sparql.serialise(term)} }} }}"
    sparql.check(question)
    (row,) = ox.Store().query(question)  # type: ignore[misc,union-attr]
    assert row[0] == term  # type: ignore[index]


@pytest.mark.parametrize(
    ("term", "written"),
    [
        (ox.NamedNode("http://e.org/a"), "<http://e.org/a>"),
        (ox.Literal("a"), '"a"'),
        (ox.Literal('a"b'), '"a\\"b"'),
        (ox.Literal("a", language="en"), '"a"@en'),
        (ox.Literal("\\u"), '"\\\\\\U00000075"'),
    ],
)
def test_a_term_as_text(term: ox.NamedNode | ox.Literal, written: str) -> None:
    assert sparql.serialise(term) == written


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * FROM <http://e/g> { ?s ?p ?o }",
        "select * from <http://e/g> { ?s ?p ?o }",
        "SELECT * { SERVICE <http://e/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://e/> { ?s ?p ?o } }",
        "ASK { FILTER EXISTS { SeRvIcE ?s { ?s ?p ?o } } }",
        "INSERT DATA { <http://e/s> <http://e/p> 1 }",
        "LOAD <http://e/x>",
        "PREFIX a: <http://e/> CLEAR ALL",
        "\\u0053ERVICE <http://e/> {}",
        "SELECT * {{" + "{" * 200 + "}" * 200 + "}}",
        "SELECT * { ?s ?p ?o " + "FILTER(?o = 1) " * 600 + "}",
    ],
    ids=lambda text: text[:24],
)
def test_what_is_refused_is_refused_on_a_first_look_too(text: str) -> None:
    with pytest.raises(UsageError):
        sparql.screen(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o }",
        "ASK { ?s ?p 'SERVICE and FROM' }",
        "ASK { ?s ?p ?o # FROM here on\n }",
        "SELECT ?address { ?s ?p ?address }",
        "not SPARQL",  # which the engine says
    ],
)
def test_a_first_look_refuses_no_word_and_no_remark(text: str) -> None:
    sparql.screen(text)


def test_a_plain_text_is_not_parsed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sparql, "_parse", lambda text: pytest.fail("parsed"))
    sparql.screen("SELECT ?s { ?s a readout:Meeting ; rdfs:label 'x' }")

"""Answers as tables, JSON, CSV, TSV and Turtle, and as plain values in Python."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pyoxigraph as ox
import pytest

from kg.errors import UsageError
from kg.queries import results
from kg.queries.results import Answer, Graph, Row, Rows
from kg.store import Store

XSD = "http://www.w3.org/2001/XMLSchema#"
PERSON = ox.NamedNode("https://w3id.org/readout/id/person/ru-patrushev-n")
HELD = ox.NamedNode("https://w3id.org/readout/ontology#held")
XML_ANSWER = """\
<?xml version="1.0"?>
<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head></head>
<boolean>true</boolean></sparql>
"""
NASTY = 'a, "b"\tc\nd\\'


def typed(text: str, kind: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(XSD + kind))


def rows(*each: Row) -> Rows:
    return Rows(("who", "what"), each)


@pytest.fixture
def some() -> Rows:
    return rows(
        (PERSON, ox.Literal("N. P. Patrushev")), (HELD, typed("11", "integer")), (None, None)
    )


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (None, None),
        (PERSON, PERSON.value),
        (ox.BlankNode("b"), "b"),
        (ox.Literal("x"), "x"),
        (ox.Literal("x", language="en"), "x"),
        (typed("11", "integer"), 11),
        (typed("1.5", "decimal"), 1.5),
        (typed("2016-04-13", "date"), "2016-04-13"),
        (typed("true", "boolean"), True),
        (typed("false", "boolean"), False),
    ],
)
def test_terms_are_plain_values(term: Any, value: results.Plain) -> None:
    assert results.plain(term) == value


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        (PERSON.value, "person:ru-patrushev-n"),
        (HELD.value, "held"),
        (XSD + "date", "xsd:date"),
        ("https://w3id.org/readout/id/person/", "https://w3id.org/readout/id/person/"),
        ("http://example.org/x", "http://example.org/x"),
        (
            "https://w3id.org/readout/id/article/a#char=1,2",
            "article:a#char=1,2",
        ),
    ],
)
def test_iris_are_short_for_people(iri: str, short: str) -> None:
    assert results.curie(iri) == short


def test_rows_are_dicts_columns_and_a_number(some: Rows) -> None:
    assert list(some)[1] == {"who": HELD.value, "what": 11}
    assert some.column("what") == ("N. P. Patrushev", 11, None)
    assert len(some) == 3


def test_a_notebook_shows_a_table_with_escaped_text() -> None:
    told = rows((PERSON, ox.Literal("<script>")))._repr_html_()
    assert "<th>who</th>" in told and "<td>person:ru-patrushev-n</td>" in told
    assert "&lt;script&gt;" in told and "<script>" not in told


def test_table(some: Rows) -> None:
    assert results.write(some, "table") == (
        "who                    what\n"
        "---------------------  ---------------\n"
        "person:ru-patrushev-n  N. P. Patrushev\n"
        "held                   11\n"
        "\n"
    )


def test_table_keeps_a_row_on_a_line_and_cuts_long_cells() -> None:
    text = results.write(rows((ox.Literal("x" * 500), ox.Literal("two\nlines"))), "table")
    assert len(text.splitlines()) == 3
    assert "x…  two lines" in text


def test_csv_has_values_as_they_are(some: Rows) -> None:
    assert results.write(some, "csv").startswith("who,what\r\n" + PERSON.value)
    text = results.write(rows((PERSON, ox.Literal(NASTY))), "csv")
    assert list(csv.reader(io.StringIO(text)))[1] == [PERSON.value, NASTY]


def test_tsv_has_terms_as_sparql_writes_them(some: Rows) -> None:
    lines = results.write(some, "tsv").splitlines()
    assert lines[0] == "?who\t?what"
    assert lines[1] == f'{PERSON}\t"N. P. Patrushev"'
    assert lines[3] == "\t"
    nasty = results.write(rows((PERSON, ox.Literal(NASTY))), "tsv").splitlines()
    assert len(nasty) == 2 and nasty[1].count("\t") == 1


def test_json_is_the_standard_form(some: Rows) -> None:
    data = json.loads(results.write(some, "json"))
    assert data["head"]["vars"] == ["who", "what"]
    assert data["results"]["bindings"] == [
        {
            "who": {"type": "uri", "value": PERSON.value},
            "what": {"type": "literal", "value": "N. P. Patrushev"},
        },
        {
            "who": {"type": "uri", "value": HELD.value},
            "what": {"type": "literal", "value": "11", "datatype": XSD + "integer"},
        },
        {},
    ]


@pytest.mark.parametrize("form", ["json", "csv", "tsv", "xml"])
def test_other_readers_take_our_results(form: str) -> None:
    told = rows((PERSON, ox.Literal(NASTY)), (HELD, ox.Literal("é", language="fr")))
    formats = {
        "json": ox.QueryResultsFormat.JSON,
        "tsv": ox.QueryResultsFormat.TSV,
        "xml": ox.QueryResultsFormat.XML,
    }
    if form == "csv":
        assert len(list(csv.reader(io.StringIO(results.write(told, form))))) == 3
        return
    found = ox.parse_query_results(results.write(told, form), format=formats[form])
    assert isinstance(found, ox.QuerySolutions)
    assert tuple(tuple(solution) for solution in found) == told.rows


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("table", "answer\n------\ntrue\n"),
        ("json", '{"head": {}, "boolean": true}\n'),
        ("csv", "answer\r\ntrue\r\n"),
        ("xml", XML_ANSWER),
        ("tsv", '?answer\n"true"^^<http://www.w3.org/2001/XMLSchema#boolean>\n'),
    ],
)
def test_ask_in_every_format(form: str, text: str) -> None:
    assert results.write(Answer(True), form) == text
    assert bool(Answer(True)) and not Answer(False)


def test_triples_in_every_format() -> None:
    store = Store.in_memory(f"{PERSON} <http://e/p> {HELD} <http://e/g> .")
    built = store.evaluate("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    assert isinstance(built, Graph) and len(built) == 1
    assert "person:ru-patrushev-n <http://e/p> readout:held ." in results.write(built, "turtle")
    assert results.write(built, "csv").startswith("subject,predicate,object\r\n")
    assert "person:ru-patrushev-n" in results.write(built, "table")
    assert len(json.loads(results.write(built, "json"))["results"]["bindings"]) == 1


@pytest.mark.parametrize("result", [rows(), Answer(False)])
def test_turtle_is_for_triples(result: results.Result) -> None:
    with pytest.raises(UsageError, match="CONSTRUCT and DESCRIBE"):
        results.write(result, "turtle")


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("application/sparql-results+json", "json"),
        ("text/csv", "csv"),
        ("application/sparql-results+xml", "xml"),
        ("text/tab-separated-values", "tsv"),
        ("text/plain", "table"),
    ],
)
def test_media_types_are_names_too(name: str, same: str, some: Rows) -> None:
    assert results.write(some, name) == results.write(some, same)


def test_unknown_format_is_refused_with_the_list(some: Rows) -> None:
    with pytest.raises(UsageError, match="table, json, csv, tsv, xml, turtle"):
        results.write(some, "yaml")


@pytest.mark.parametrize("form", ["table", "json", "csv", "tsv", "xml"])
def test_no_rows_are_no_error(form: str) -> None:
    assert "who" in results.write(rows(), form)


def test_xml_escapes_what_xml_reads_and_replaces_what_it_lacks() -> None:
    text = results.write(rows((ox.Literal("<b>&\r]]>\x01"), ox.BlankNode("b"))), "xml")
    assert "<literal>&lt;b&gt;&amp;&#13;]]&gt;\ufffd</literal>" in text
    assert "<bnode>b</bnode>" in text
    assert '<literal datatype="' + XSD + 'date">2016-04-13</literal>' in results.write(
        rows((typed("2016-04-13", "date"), None)), "xml"
    )


def test_triples_are_capped_as_rows_are() -> None:
    store = Store.in_memory("".join(f"<http://e/{n}> <http://e/p> {PERSON} <http://e/g> .\n"
                                    for n in range(5)))  # fmt: skip
    build = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    for most, kept, cut in ((3, 3, True), (5, 5, False), (None, 5, False)):
        found = store.begin(build, most)
        assert isinstance(found, Graph)
        assert (len(found), found.cut) == (kept, cut)

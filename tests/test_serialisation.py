"""Turtle, RDF/XML and JSON-LD as text: what people read, and what comes back from it."""

from __future__ import annotations

import json
import re
from typing import Any

import pyoxigraph as ox
import pytest
import samples
from conftest import Approve
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph

from kg import export, namespaces
from kg.errors import InputError, UsageError
from kg.formats import jsonld, turtle
from kg.store import Store

PERSON = "https://w3id.org/readout/id/person/ru-patrushev-n"
MEETING = "https://w3id.org/readout/id/meeting/sco-secretaries-of-security-councils-11"
PARSERS = {"turtle": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD}
XSD = namespaces.VOCABULARIES["xsd"]


@pytest.fixture(scope="module")
def seed() -> Store:
    return Store.in_memory(samples.seed_quads())


@pytest.fixture(scope="module")
def everything() -> Store:
    return Store.in_memory(*samples.all_quads())


def read(text: str, form: str) -> set[ox.Quad]:
    return set(ox.parse(text, format=PARSERS[form]))


def literal(text: str, **more: Any) -> ox.Triple:
    value = ox.Literal(text, **more)
    return ox.Triple(ox.NamedNode("http://e/a"), ox.NamedNode("http://e/p"), value)


# --- Turtle -----------------------------------------------------------------------


def test_turtle_of_a_thing_is_as_approved(seed: Store, approve: Approve) -> None:
    golden = samples.TESTS / "golden" / "queries" / "patrushev.ttl"
    approve(golden, export.export(seed, "turtle", thing=PERSON))


def test_turtle_groups_sorts_and_puts_the_type_first(everything: Store) -> None:
    text = export.export(everything, "turtle")
    assert "\\/" not in text and "_:" not in text
    subjects = re.findall(r"^(\S+) \S", re.sub(r'"""(?s:.)*?"""', '""', text), re.MULTILINE)
    blocks = [s for s in subjects if s not in ("@prefix",)]
    assert len(blocks) == len(set(blocks))
    assert blocks == sorted(blocks, key=lambda s: (s[0] == "<", s))
    assert all(line.split()[1] == "a" for line in text.splitlines() if line[:8] == "meeting:")


@pytest.mark.parametrize(
    ("triple", "written"),
    [
        (literal("plain"), '"plain"'),
        (literal('say "no"'), '"say \\"no\\""'),
        (literal("back\\slash"), '"back\\\\slash"'),
        (literal("tab\tand\rreturn"), '"tab\\tand\\rreturn"'),
        (literal("bell\x07"), '"bell\\u0007"'),
        (literal("two\nlines"), '"""two\nlines"""'),
        (literal('ends in "\n"'), '"""ends in "\n\\""""'),
        (literal('""""\n'), '"""\\"\\"""\n"""'),
        (literal("x", language="en"), '"x"@en'),
        (literal("7", datatype=ox.NamedNode(XSD + "integer")), "7"),
        (literal("0x7", datatype=ox.NamedNode(XSD + "integer")), '"0x7"^^xsd:integer'),
        (literal("true", datatype=ox.NamedNode(XSD + "boolean")), "true"),
        (literal("1", datatype=ox.NamedNode(XSD + "boolean")), '"1"^^xsd:boolean'),
        (literal("2016", datatype=ox.NamedNode(XSD + "gYear")), '"2016"^^xsd:gYear'),
    ],
)
def test_turtle_literals_are_read_back(triple: ox.Triple, written: str) -> None:
    text = turtle.write([triple])
    assert f"<http://e/p> {written} ." in text
    (quad,) = ox.parse(text, format=ox.RdfFormat.TURTLE)
    assert quad.triple == triple


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_turtle_and_jsonld_keep_any_text(text: str) -> None:
    triple = literal(text)
    assert {quad.triple for quad in read(turtle.write([triple]), "turtle")} == {triple}
    assert {quad.triple for quad in read(jsonld.write([triple]), "jsonld")} == {triple}


@pytest.mark.parametrize(
    ("iri", "written"),
    [
        ("https://w3id.org/readout/id/person/ru-patrushev-n", "person:ru-patrushev-n"),
        ("https://w3id.org/readout/id/meeting/2016-04-13--x", "meeting:2016-04-13--x"),
        ("https://w3id.org/readout/id/article/a.b", "article:a.b"),
        ("https://w3id.org/readout/id/article/a.", "<https://w3id.org/readout/id/article/a.>"),
        ("https://w3id.org/readout/id/article/", "<https://w3id.org/readout/id/article/>"),
        (
            "https://w3id.org/readout/id/article/a#char=1,2",
            "<https://w3id.org/readout/id/article/a#char=1,2>",
        ),
        ("https://w3id.org/readout/id/article/a/b", "<https://w3id.org/readout/id/article/a/b>"),
        ("https://w3id.org/readout/id/person/é", "<https://w3id.org/readout/id/person/é>"),
        ("http://elsewhere.org/x", "<http://elsewhere.org/x>"),
        ("https://w3id.org/readout/ontology#Meeting", "readout:Meeting"),
    ],
)
def test_turtle_names_are_plain_or_whole(iri: str, written: str) -> None:
    triple = ox.Triple(ox.NamedNode(iri), ox.NamedNode("http://e/p"), ox.NamedNode(iri))
    text = turtle.write([triple])
    assert text.endswith(f"{written} <http://e/p> {written} .\n")
    assert {quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)} == {triple}


def test_turtle_declares_only_prefixes_in_use() -> None:
    text = turtle.write([literal("2016", datatype=ox.NamedNode(XSD + "gYear"))])
    assert re.findall(r"@prefix (\w+):", text) == ["xsd"]


@pytest.mark.parametrize("writer", [turtle.write, jsonld.write], ids=["turtle", "jsonld"])
def test_blank_nodes_are_refused(writer: Any) -> None:
    node, verb = ox.BlankNode("x"), ox.NamedNode("http://e/p")
    for triple in (ox.Triple(node, verb, verb), ox.Triple(verb, verb, node)):
        with pytest.raises(InputError, match="blank node"):
            writer([triple])


# --- RDF/XML ----------------------------------------------------------------------


@pytest.mark.parametrize("text", ["a\r\nb", "\ta  b ", "<&>\"'", "\x85\u2028", "]]>"])
def test_rdfxml_keeps_what_xml_can_hold(text: str) -> None:
    writer = export.find("rdfxml").triples
    assert writer
    found = Graph().parse(data=writer([literal(text)]), format="xml")
    assert [str(value) for value in found.objects()] == [text]


@pytest.mark.parametrize("text", ["bell\x07", "page\x0c", "\x00", "\uffff"])
def test_rdfxml_refuses_what_xml_cannot_hold(text: str) -> None:
    writer = export.find("rdfxml").triples
    assert writer
    with pytest.raises(UsageError, match=r"character U\+"):
        writer([literal(text)])


# --- JSON-LD ----------------------------------------------------------------------


def nodes(store: Store, thing: str) -> dict[str, dict[str, Any]]:
    graph = json.loads(export.export(store, "jsonld", thing=thing))["@graph"]
    return {node["id"]: node for node in graph}


def test_jsonld_reads_without_knowing_rdf(seed: Store) -> None:
    told = nodes(seed, PERSON)
    taking_part = told["participation/sco-secretaries-of-security-councils-11--ru-patrushev-n"]
    assert taking_part["type"] == "Participation"
    assert taking_part["person"] == "person/ru-patrushev-n"
    assert taking_part["party"] == "country/RU"
    assert taking_part["role"] == "participant"
    (passage,) = taking_part["evidence"]
    assert passage == {
        "id": "article/sco-tashkent-2016#char=645,660",
        "type": "Passage",
        "quote": "N. P. Patrushev",
        "article": "article/sco-tashkent-2016",
        "start": 645,
        "end": 660,
    }
    assert told["person/ru-patrushev-n"]["label"] == "N. P. Patrushev"


def test_jsonld_keeps_dates_short_and_orders_its_keys(seed: Store) -> None:
    meeting = nodes(seed, MEETING)["meeting/sco-secretaries-of-security-councils-11"]
    assert (meeting["startDate"], meeting["endDate"]) == ("2016-04-13", "2016-04-14")
    assert meeting["status"] == "held" and meeting["ordinal"] == 11
    assert list(meeting)[:3] == ["id", "type", "label"]
    assert list(meeting)[3:] == sorted(list(meeting)[3:])


def test_jsonld_of_a_partial_date_keeps_its_type() -> None:
    triple = ox.Triple(
        ox.NamedNode(MEETING),
        ox.NamedNode(namespaces.term("startDate")),
        ox.Literal("2016-04", datatype=ox.NamedNode(XSD + "gYearMonth")),
    )
    (node,) = jsonld.nodes([triple])
    assert node["startDate"] == {"@value": "2016-04", "@type": "xsd:gYearMonth"}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (ox.Literal("x", language="en"), {"@value": "x", "@language": "en"}),
        (ox.Literal("7", datatype=ox.NamedNode(XSD + "integer")), 7),
        (
            ox.Literal("007", datatype=ox.NamedNode(XSD + "integer")),
            {"@value": "007", "@type": "xsd:integer"},
        ),
        (
            ox.Literal(str(2**60), datatype=ox.NamedNode(XSD + "integer")),
            {"@value": str(2**60), "@type": "xsd:integer"},
        ),
        (
            ox.Literal("n/a", datatype=ox.NamedNode(XSD + "integer")),
            {"@value": "n/a", "@type": "xsd:integer"},
        ),
        (ox.Literal("true", datatype=ox.NamedNode(XSD + "boolean")), True),
        (
            ox.Literal("1.5", datatype=ox.NamedNode(XSD + "decimal")),
            {"@value": "1.5", "@type": "xsd:decimal"},
        ),
        (ox.NamedNode("http://e/b"), {"id": "http://e/b"}),
        (ox.NamedNode(PERSON), {"id": "person/ru-patrushev-n"}),
    ],
)
def test_jsonld_values_without_a_type_in_the_context(value: Any, written: Any) -> None:
    triple = ox.Triple(ox.NamedNode(PERSON), ox.NamedNode("http://e/p"), value)
    assert jsonld.nodes([triple])[0]["http://e/p"] == written
    found = {quad.triple for quad in read(jsonld.write([triple]), "jsonld")}
    assert found == {triple}


def test_jsonld_shows_a_passage_that_nothing_cites(seed: Store) -> None:
    passage = ox.NamedNode(namespaces.passage("a", 1, 2))
    triple = ox.Triple(passage, ox.NamedNode(namespaces.term("quote")), ox.Literal("x"))
    assert [node["quote"] for node in jsonld.nodes([triple])] == ["x"]

"""RDF files of strangers: each format read alike, and what is refused with file, line and fault."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import XSD

from kg.errors import InputError
from kg.formats import rdf

A, B = URIRef("http://e.org/a"), URIRef("http://e.org/b")

SAME = {
    ".ttl": '@prefix e: <http://e.org/> .\ne:a e:b "Malé" .\n',
    ".nt": '<http://e.org/a> <http://e.org/b> "Malé" .\n',
    ".nq": '<http://e.org/a> <http://e.org/b> "Malé" .\n',
    ".trig": '@prefix e: <http://e.org/> .\ne:a e:b "Malé" .\n',
    ".rdf": (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:e="http://e.org/"><rdf:Description rdf:about="http://e.org/a">'
        "<e:b>Malé</e:b></rdf:Description></rdf:RDF>"
    ),
    ".jsonld": '{"@id": "http://e.org/a", "http://e.org/b": "Malé"}',
}


@pytest.mark.parametrize("extension", SAME)
def test_a_statement_is_the_same_in_every_format(tmp_path: Path, extension: str) -> None:
    file = tmp_path / f"a{extension}"
    file.write_text(SAME[extension], "utf-8")
    assert [tuple(quad)[:3] for quad in rdf.load(file)] == [(A, B, Literal("Malé"))]


@pytest.mark.parametrize(
    ("alias", "extension"),
    [("a.owl", ".rdf"), ("a.xml", ".rdf"), ("A.TTL", ".ttl"), ("a.b.nt", ".nt"), ("a.Nq", ".nq")],
)
def test_the_extension_tells_the_format(tmp_path: Path, alias: str, extension: str) -> None:
    file = tmp_path / alias
    file.write_text(SAME[extension], "utf-8")
    assert len(rdf.load(str(file))) == 1


@pytest.mark.parametrize(
    ("turtle", "value"),
    [
        ("e:a e:b 1 .", Literal("1", datatype=XSD.integer)),
        ("e:a e:b 01 .", Literal("01", datatype=XSD.integer, normalize=False)),
        ("e:a e:b 1.50 .", Literal("1.50", datatype=XSD.decimal, normalize=False)),
        ("e:a e:b true .", Literal("true", datatype=XSD.boolean)),
        ('e:a e:b "x"@fr .', Literal("x", lang="fr")),
        ('e:a e:b "x"^^xsd:string .', Literal("x")),
        ('e:a e:b "2019-06"^^xsd:gYearMonth .', Literal("2019-06", datatype=XSD.gYearMonth)),
        ('e:a e:b "2019-06-31"^^xsd:date .', Literal("2019-06-31", datatype=XSD.date)),
        ("e:a e:b e:c .", URIRef("http://e.org/c")),
        ("e:a e:b <urn:x:y> .", URIRef("urn:x:y")),
        ('e:a e:b """one\ntwo""" .', Literal("one\ntwo")),
    ],
)
def test_values_are_kept_as_they_are_written(turtle: str, value: URIRef | Literal) -> None:
    head = f"@prefix e: <http://e.org/> .\n@prefix xsd: <{XSD}> .\n"
    (quad,) = rdf.parse((head + turtle).encode(), ox.RdfFormat.TURTLE, "a")
    assert quad[2] == value
    assert str(quad[2]) == str(value)


def test_graphs_stay_apart() -> None:
    data = b"<urn:a> <urn:b> <urn:c> <urn:g> .\n<urn:a> <urn:b> <urn:d> .\n"
    dataset = rdf.parse(data, ox.RdfFormat.N_QUADS, "a")
    assert len(dataset) == 2
    assert len(dataset.graph(URIRef("urn:g"))) == 1
    assert len(dataset.default_graph) == 1


def test_a_blank_node_is_one_node_wherever_it_stands() -> None:
    data = b"_:x <urn:b> <urn:c> .\n<urn:a> <urn:b> _:x .\n"
    dataset = rdf.parse(data, ox.RdfFormat.N_TRIPLES, "a")
    first, second = sorted(dataset, key=lambda quad: isinstance(quad[0], URIRef))
    assert first[0] == second[2]


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("a.ttl", "e:a e:b e:c .", "line 1: "),
        ("a.ttl", "<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b>", "line 2: "),
        ("a.ttl", "<urn:a> <urn:b> 'x", "line 1: "),
        ("a.nt", "<urn:a> <urn:b> <c> .", "line 1: "),
        ("a.nq", "a b c", "line 1: "),
        ("a.rdf", "<rdf:RDF", ""),
        ("a.jsonld", "{", "line 1: no JSON"),
        ("a.jsonld", '{"@id": "urn:a",\n "x": }', "line 2: no JSON"),
        ("a.ttl", "", "states nothing"),
        ("a.ttl", "# a remark\n", "states nothing"),
        ("a.nt", "\n\n", "states nothing"),
        ("a.jsonld", "{}", "states nothing"),
        ("a.jsonld", "[]", "states nothing"),
        ("a.jsonld", "[" * 200 + "]" * 200, "100 levels"),
        ("a.ttl", "<urn:a> <urn:b> " + "<< " * 200, "triples inside triples"),
        (
            "a.rdf",
            '<!DOCTYPE a [<!ENTITY b "c">]><rdf:RDF'
            ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
            "document type",
        ),
    ],
)
def test_what_cannot_be_read_names_file_and_fault(
    tmp_path: Path, name: str, text: str, fault: str
) -> None:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        rdf.load(file)
    message = str(caught.value)
    assert message.startswith(str(file))
    assert fault in message
    assert "\n" not in message


@pytest.mark.parametrize("name", ["a.txt", "a.json", "a", "a.ttl.gz", "ttl"])
def test_another_extension_is_refused_before_the_file_is_opened(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"not an extension of RDF.*\.ttl"):
        rdf.load(tmp_path / name)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.ttl"):
        rdf.load(tmp_path / "none.ttl")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").mkdir()
    with pytest.raises(InputError, match=r"a\.ttl"):
        rdf.load(tmp_path / "a.ttl")


@pytest.mark.parametrize(
    "context",
    [
        '"http://e.org/context.jsonld"',
        '["http://e.org/context.jsonld"]',
        '[{"e": "http://e.org/"}, "https://e.org/c"]',
    ],
)
def test_a_context_elsewhere_is_not_fetched(context: str) -> None:
    data = f'{{"@context": {context}, "@id": "urn:a", "urn:b": "x"}}'.encode()
    with pytest.raises(InputError, match=r"a\.jsonld"):
        rdf.parse(data, ox.RdfFormat.JSON_LD, "a.jsonld")


def test_a_context_of_its_own_is_read() -> None:
    data = b'{"@context": {"b": "http://e.org/b"}, "@id": "http://e.org/a", "b": "x"}'
    (quad,) = rdf.parse(data, ox.RdfFormat.JSON_LD, "a.jsonld")
    assert tuple(quad)[:3] == (A, B, Literal("x"))

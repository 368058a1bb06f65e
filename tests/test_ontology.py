"""The ontology tested like code: hygiene queries, closed lists, the generated context."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from conftest import ROOT, Approve
from pyld import jsonld
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph
from rdflib.compare import isomorphic
from samples import corpus, seed

from kg.errors import UsageError
from kg.formats import context
from kg.graph.dataset import describe
from kg.graph.statements import nquads
from kg.namespaces import ONTOLOGY, fold
from kg.vocabulary import SCHEMES, Concept, concept, concepts, named

ONTOLOGIES = ROOT / "ontology"
HYGIENE = sorted((Path(__file__).parent / "hygiene").glob("*.rq"))
READOUT = rdflib.Namespace(ONTOLOGY)

PREFIXES = """
@prefix : <https://w3id.org/readout/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def terms() -> Graph:
    graph = Graph()
    for name in ("readout", "vocabulary"):
        graph.parse(ONTOLOGIES / f"{name}.ttl")
    return graph


def problems(query: Path, planted: str = "") -> set[str]:
    """What a hygiene query selects of the ontology, with a planted fault or without."""
    store = ox.Store()
    for name in ("readout", "vocabulary"):
        store.load(path=str(ONTOLOGIES / f"{name}.ttl"), format=ox.RdfFormat.TURTLE)
    store.load((PREFIXES + planted).encode(), format=ox.RdfFormat.TURTLE)
    return {str(row["problem"]) for row in store.query(query.read_text("utf-8"))}


@pytest.mark.parametrize("query", HYGIENE, ids=lambda path: path.stem)
def test_hygiene_finds_no_problem(query: Path) -> None:
    assert problems(query) == set()


FAULTS = {
    "ambiguous-words": ':treaty skos:altLabel "Pact"@en .',
    "broken-trees": ":trade skos:broader :trade .",
    "datatypes": ':trade skos:notation "1"^^xsd:gMonth .',
    "header": "<https://other.example/> a owl:Ontology .",
    "misnamed": ":Carries a owl:ObjectProperty .",
    "not-simple": ":partOf a owl:FunctionalProperty .",
    "open-ended": ":carries a owl:ObjectProperty ; rdfs:domain :Person .",
    "overlapping": ":Delegate a owl:Class .",
    "stray-concepts": ":poem a skos:Concept , :InstrumentKind ; skos:inScheme :kinds , :roles ;"
    ' skos:notation "poem" ; skos:prefLabel "poem"@en .',
    "two-roles": ":plan a owl:Class .",
    "unaligned": ":Delegate a owl:Class .",
    "unanswered-actions": ":burnt a :Action .",
    "undeclared": ':trade <https://other.example/weight> "3" .',
    "undocumented": ':Delegate a owl:Class ; rdfs:label "delegate" .',
}


@pytest.mark.parametrize("query", HYGIENE, ids=lambda path: path.stem)
def test_hygiene_finds_a_planted_fault(query: Path) -> None:
    assert problems(query, FAULTS[query.stem])


def test_annotations_are_declared() -> None:
    graph = terms()
    used = {p for p in graph.predicates() if not str(p).startswith((ONTOLOGY, str(OWL), str(RDF)))}
    builtin = {RDFS.label, RDFS.comment, RDFS.isDefinedBy, RDFS.domain, RDFS.range}
    builtin |= {RDFS.subClassOf, RDFS.subPropertyOf}
    assert {p for p in used - builtin if not list(graph.objects(p, RDF.type))} == set()


def test_what_graphs_use_is_in_the_ontology() -> None:
    graph = terms()
    for facts in (seed(), *corpus()):
        for quad in describe(facts).quads():
            for term in (quad[1], quad[2] if quad[1] == RDF.type else quad[1]):
                if str(term).startswith(ONTOLOGY):
                    assert list(graph.objects(term, RDF.type)), term


def test_versions_agree() -> None:
    graph = terms()
    [ontology] = graph.subjects(RDF.type, OWL.Ontology)
    version = str(graph.value(ontology, OWL.versionInfo))
    assert str(graph.value(ontology, OWL.versionIRI)).endswith(f"/{version}")


@pytest.mark.parametrize("name", ["readout", "vocabulary", "shapes"])
def test_both_parsers_read_the_same(name: str) -> None:
    path = ONTOLOGIES / f"{name}.ttl"
    other = "".join(f"{triple} .\n" for triple in ox.parse(path=str(path)))
    assert isomorphic(Graph().parse(path), Graph().parse(data=other, format="nt"))


# --- closed lists ------------------------------------------------------------------------


EXPECTED = {
    "kinds": "convention treaty agreement protocol minutes declaration statement communique"
    " memorandum plan programme strategy concept roadmap resolution decision report list charter"
    " other",
    "actions": "signed adopted approved discussed heard to-be-signed to-be-adopted ratified"
    " proposed referenced",
    "statuses": "held ongoing planned",
    "roles": "participant chair",
    "standings": "confirmed in-conflict unknown",
}


@pytest.mark.parametrize("scheme", EXPECTED)
def test_a_closed_list_holds_what_the_facts_format_allows(scheme: str) -> None:
    assert [entry.notation for entry in concepts(scheme)] == EXPECTED[scheme].split()


@pytest.mark.parametrize(
    ("scheme", "word", "notation"),
    [
        ("kinds", "MoU", "memorandum"),
        ("kinds", "Memorandum of Understanding", "memorandum"),
        ("kinds", "accord", "agreement"),
        ("kinds", "joint statement", "statement"),
        ("kinds", "Communiqué", "communique"),
        ("kinds", "road map", "roadmap"),
        ("kinds", "poem", None),
        ("actions", "inked", "signed"),
        ("actions", "put their signatures to", "signed"),
        ("actions", "to be signed", "to-be-signed"),
        ("actions", "signing", None),
        ("statuses", "took place", "held"),
        ("topics", "transnational organized crime", "organised-crime"),
        ("topics", "weather", None),
    ],
)
def test_words_name_their_concept(scheme: str, word: str, notation: str | None) -> None:
    found = named(scheme).get(fold(word))
    assert (found and found.notation) == notation


def test_actions_tell_what_is_done() -> None:
    done = {entry.notation for entry in concepts("actions") if entry.done}
    assert done == {"signed", "adopted", "approved", "discussed", "heard", "ratified"}
    assert all(entry.done is None for entry in concepts("kinds"))


def test_a_concept_carries_its_place() -> None:
    found = concept("topics", "terrorism")
    assert found == Concept(
        scheme="topics",
        notation="terrorism",
        iri=ONTOLOGY + "terrorism",
        label="terrorism",
        words=found.words if found else (),
        broader="security",
    )
    assert found.words[:2] == ("terrorism", "international terrorism")


def test_an_unknown_notation_is_none() -> None:
    assert concept("kinds", "poem") is None


def test_an_unknown_list_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="kinds, actions"):
        concepts("moods")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_concepts_agree_with_the_file(scheme: str) -> None:
    listed = set(map(str, terms().subjects(SKOS.inScheme, READOUT[scheme])))
    assert {entry.iri for entry in concepts(scheme)} == listed


# --- the context --------------------------------------------------------------------------


def test_the_shipped_context_is_generated(approve: Approve) -> None:
    approve(ONTOLOGIES / "context.jsonld", context.generate())


@pytest.mark.parametrize(
    ("term", "entry"),
    [
        ("kind", {"@id": "readout:kind", "@type": "@vocab"}),
        ("topic", {"@id": "readout:topic", "@type": "@id", "@container": "@set"}),
        ("startDate", {"@id": "readout:startDate", "@type": "xsd:date"}),
        ("start", {"@id": "readout:start"}),
        ("label", {"@id": "rdfs:label"}),
        ("id", "@id"),
    ],
)
def test_a_term_is_coerced_by_its_range(term: str, entry: object) -> None:
    assert context.shipped()[term] == entry


def test_every_property_of_a_graph_has_a_term() -> None:
    ids = {e["@id"] for e in context.shipped().values() if isinstance(e, dict)}
    spaces = {k: v for k, v in context.shipped().items() if isinstance(v, str)}
    known = {re.sub(r"^(\w+):", lambda m: spaces[m[1]], name) for name in ids} | {str(RDF.type)}
    assert {str(quad[1]) for quad in describe(seed()).quads()} <= known


def triples(text: str) -> set[str]:
    return {str(q.triple) for q in ox.parse(text.encode(), format=ox.RdfFormat.N_QUADS)}


def compact() -> dict[str, object]:
    """The graph of the seed, compact by an implementation that is not ours."""
    text = "".join(f"{triple} .\n" for triple in sorted(triples(nquads(seed()))))
    expanded = jsonld.from_rdf(text, {"useNativeTypes": True})
    shipped = {"@context": context.shipped()}
    result: dict[str, object] = jsonld.compact(expanded, shipped, {"graph": True})
    return result


def test_compact_json_reads_without_knowing_rdf() -> None:
    rows = {row["id"]: row for row in compact()["@graph"]}  # type: ignore[attr-defined]
    meeting = next(row for row in rows.values() if row.get("ordinal") == 11)
    assert meeting["type"] == "Meeting"
    assert meeting["status"] == "held"
    assert meeting["startDate"] == "2016-04-13"
    assert meeting["place"] == "place/uz-tashkent"
    assert isinstance(meeting["evidence"], list)
    assert not [key for row in rows.values() for key in row if ":" in key]


def test_compact_json_gives_the_same_graph_back() -> None:
    back = jsonld.to_rdf(compact(), {"format": "application/n-quads"})
    assert triples(back) == triples(nquads(seed()))


def test_the_context_is_json_in_order() -> None:
    text = (ONTOLOGIES / "context.jsonld").read_text("utf-8")
    properties = [
        key for key, entry in json.loads(text)["@context"].items() if isinstance(entry, dict)
    ]
    assert properties == sorted(properties)


# --- ontology and shapes -------------------------------------------------------------------


def shaped(predicate: rdflib.URIRef) -> set[str]:
    graph = Graph().parse(ONTOLOGIES / "shapes.ttl")
    return {str(o) for o in graph.objects(None, predicate) if str(o).startswith(ONTOLOGY)}


def test_every_class_of_things_has_a_shape() -> None:
    graph = terms()
    ours = {str(c) for c in graph.subjects(RDF.type, OWL.Class) if str(c).startswith(ONTOLOGY)}
    lists = {"Attested", "InstrumentKind", "Action", "MeetingStatus", "Role", "Standing"}
    assert ours - shaped(SH.targetClass) == {ONTOLOGY + name for name in lists}


def test_every_property_that_a_graph_states_has_a_shape() -> None:
    graph = terms()
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    ours = {str(p) for kind in kinds for p in graph.subjects(RDF.type, kind)}
    inverse = {str(p) for p in graph.subjects(OWL.inverseOf)}
    stated = {name for name in ours if name.startswith(ONTOLOGY)} - inverse
    elsewhere = {"done", "identifiedAs"}  # in the vocabulary, in the graph of identity
    assert stated - shaped(SH.path) == {ONTOLOGY + name for name in elsewhere}


def test_shapes_name_only_terms_of_the_ontology() -> None:
    known = set(map(str, terms().subjects()))
    for predicate in (SH.targetClass, SH.path, SH["class"]):
        assert shaped(predicate) <= known

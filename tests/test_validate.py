"""Shapes tested like code: valid.*.ttl conform, invalid.*.ttl have their report beside them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from conftest import ROOT, Approve
from invented import at, sample
from rdflib import RDF, SH, Dataset, Graph, Literal, URIRef
from samples import corpus, seed

from kg.errors import InputError
from kg.formats import rdf
from kg.formats.triples import Value
from kg.graph.dataset import describe
from kg.graph.statements import nquads
from kg.model import Action, Facts
from kg.namespaces import ONTOLOGY
from kg.validation import validate
from kg.validation.report import Report, short

CASES = Path(__file__).parent / "shapes"
SHAPE = "https://w3id.org/readout/shapes#"
READOUT = rdflib.Namespace(ONTOLOGY)

VALID = sorted(CASES.glob("valid.*.ttl"))
INVALID = sorted(CASES.glob("invalid.*.ttl"))


def name(path: Path) -> str:
    return path.stem


def compact(report: Report) -> str:
    """One line a result: severity, fact, property, value, shape, constraint."""
    return "".join(
        f"{r.severity} {r.label} | {short(r.path) if r.path else '-'} | "
        f"{r.value.text if isinstance(r.value, Value) else short(r.value or '-')} | "
        f"{r.shape.removeprefix(SHAPE)} {r.constraint}\n"
        for r in report.results
    )


@pytest.mark.parametrize("case", VALID, ids=name)
def test_valid_case_has_nothing_wrong_and_nothing_thin(case: Path) -> None:
    assert compact(validate(rdf.load(case))) == ""


@pytest.mark.parametrize("case", INVALID, ids=name)
def test_invalid_case_gives_its_report(case: Path, approve: Approve) -> None:
    report = validate(rdf.load(case))
    shape = SHAPE + case.stem.removeprefix("invalid.").replace("period-in", "dates-in")
    assert shape in {result.shape for result in report.results}
    approve(case.with_suffix(".txt"), compact(report))


def shapes_to_fail() -> list[str]:
    """Every property shape and query of shapes.ttl, and the node shapes with a message."""
    graph = Graph().parse(ROOT / "ontology" / "shapes.ttl")
    kinds = (SH.PropertyShape, SH.SPARQLConstraint)
    shapes = {s for kind in kinds for s in graph.subjects(RDF.type, kind)}
    return sorted(str(s).removeprefix(SHAPE) for s in shapes | set(graph.subjects(SH.message)))


def test_shapes_are_found() -> None:
    assert len(shapes_to_fail()) > 50


@pytest.mark.parametrize("shape", shapes_to_fail())
def test_every_shape_and_query_has_an_invalid_case(shape: str) -> None:
    golden = [case.with_suffix(".txt").read_text("utf-8") for case in INVALID]
    assert any(f"| {shape} " in text for text in golden)


@pytest.mark.parametrize("shape", shapes_to_fail())
def test_every_shape_says_what_is_wrong_and_what_would_be_right(shape: str) -> None:
    graph = Graph().parse(ROOT / "ontology" / "shapes.ttl")
    assert graph.value(URIRef(SHAPE + shape), SH.message)
    assert graph.value(URIRef(SHAPE + shape), SH.description)


DONE = Action("signed", "m1", at("signed"), "verb")

# --- damage -----------------------------------------------------------------------

PREFIXES = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX readout: <https://w3id.org/readout/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


def test_the_graph_of_the_seed_conforms() -> None:
    report = validate(describe(seed()))
    assert report.conforms, report.text()


@pytest.mark.parametrize("facts", corpus(), ids=lambda facts: facts.article.id)
def test_graphs_of_other_articles_conform(facts: Facts) -> None:
    report = validate(describe(facts))
    assert report.conforms, report.text()


DAMAGE = {
    "a fact without evidence": (
        "DELETE { ?f readout:evidence ?e } WHERE { ?f a readout:Participation ; "
        "readout:party ?p ; readout:evidence ?e FILTER (STRENDS(STR(?p), '/RU')) }",
        "without evidence",
        1,
    ),
    "a quote that is not in the text": (
        "DELETE { ?p readout:quote ?q } INSERT { ?p readout:quote ?other } "
        "WHERE { ?p readout:quote ?q FILTER (CONTAINS(?q, 'Patrushev')) "
        "BIND (REPLACE(?q, 'Patrushev', 'Patruschev') AS ?other) }",
        "quote is not in the text",
        None,
    ),
    "end before start": (
        "DELETE { ?m readout:endDate ?d } INSERT { ?m readout:endDate '2016-04-12'^^xsd:date } "
        "WHERE { ?m readout:ordinal 11 ; readout:endDate ?d }",
        "end is before the start",
        1,
    ),
    "an unknown kind of instrument": (
        "DELETE { ?i readout:kind ?k } INSERT { ?i readout:kind readout:poem } "
        "WHERE { ?i readout:kind ?k FILTER (?k = readout:minutes) }",
        "unknown kind of instrument",
        1,
    ),
    "a kind of instrument as text": (
        "DELETE { ?i readout:kind ?k } INSERT { ?i readout:kind 'minutes' } "
        "WHERE { ?i readout:kind ?k FILTER (?k = readout:minutes) }",
        "unknown kind of instrument",
        1,
    ),
    "something signed at a planned meeting": (
        "DELETE { ?a readout:action ?o } INSERT { ?a readout:action readout:signed } "
        "WHERE { ?a readout:action ?o ; readout:instrument ?i ; readout:meeting ?m . "
        "?m readout:status readout:planned . ?i readout:kind readout:convention }",
        "at a planned meeting",
        1,
    ),
    "something discussed at a planned meeting": (
        "DELETE { ?a readout:action ?o } INSERT { ?a readout:action readout:discussed } "
        "WHERE { ?a readout:action ?o ; readout:instrument ?i ; readout:meeting ?m . "
        "?m readout:status readout:planned . ?i readout:kind readout:convention }",
        "at a planned meeting",
        1,
    ),
    "a participation without a meeting": (
        "DELETE { ?f readout:meeting ?m } WHERE { ?f a readout:Participation ; "
        "readout:meeting ?m ; readout:party ?p FILTER (STRENDS(STR(?p), '/RU')) }",
        "participation without a meeting",
        1,
    ),
    "a malformed ISO code": (
        "DELETE { ?c readout:isoCode ?i } INSERT { ?c readout:isoCode 'RUS' } "
        "WHERE { ?c readout:isoCode ?i FILTER (?i = 'RU') }",
        "ISO code of a country is missing or malformed",
        1,
    ),
    "a malformed Wikidata id": (
        "INSERT { ?c owl:sameAs <http://www.wikidata.org/entity/Q0159> } "
        "WHERE { ?c readout:isoCode 'RU' }",
        "link to Wikidata is malformed",
        1,
    ),
    "a page of Wikidata in place of the thing": (
        "INSERT { ?c owl:sameAs <https://www.wikidata.org/wiki/Q159> } "
        "WHERE { ?c readout:isoCode 'RU' }",
        "link to Wikidata is malformed",
        1,
    ),
}


@pytest.mark.parametrize("damage", DAMAGE, ids=str)
def test_damage_is_named_with_its_article(damage: str) -> None:
    update, message, count = DAMAGE[damage]
    dataset = describe(seed())
    part = next(graph for graph in dataset.graphs() if len(graph))
    before = len(part)
    part.update(PREFIXES + update)
    assert len(part) != before or "INSERT" in update
    report = validate(dataset)
    assert not report.conforms
    assert all(message in result.message for result in report.violations), report.text()
    assert count is None or len(report.violations) == count
    assert {result.article for result in report.violations} == {seed().article.id}
    assert message in report.text()


@pytest.mark.parametrize("action", ["to-be-signed", "proposed", "referenced"])
def test_intended_at_a_planned_meeting_is_right(action: str) -> None:
    graph = rdf.load(CASES / "valid.planned.ttl")
    for part in graph.graphs():
        for act in part.subjects(RDF.type, READOUT.Act):
            part.set((act, READOUT.action, READOUT[action]))
    assert validate(graph).conforms


# --- the function -------------------------------------------------------------------


def test_the_graph_stays_as_it_is() -> None:
    dataset = describe(seed())
    before = set(dataset.quads())
    validate(dataset)
    assert set(dataset.quads()) == before


def test_each_graph_of_a_dataset_is_validated_for_itself() -> None:
    dataset = describe(seed())
    for quad in describe(corpus()[0]).quads():
        dataset.add(quad)
    report = validate(dataset)
    assert report.graphs == 2
    assert report.statements == len(dataset)


def test_articles_that_disagree_in_one_graph_are_a_warning() -> None:
    graph = Graph()
    for article, status, action in (("one", "held", "signed"), ("two", "planned", "to-be-signed")):
        facts = sample()
        meeting = replace(facts.meetings[0], organisation="SCO", ordinal=3, status=status)
        plan = replace(facts.instruments[0], actions=(replace(DONE, action=action),))
        facts = replace(facts, meetings=(meeting,), instruments=(plan,))
        facts = replace(facts, article=replace(facts.article, id=article))
        for quad in describe(facts).quads():
            graph.add(quad[:3])
    report = validate(graph)
    assert report.conforms
    assert {r.path for r in report.results if "status" in r.message} == {ONTOLOGY + "status"}


def test_an_empty_graph_conforms() -> None:
    assert validate(Graph()) == Report((), 0, 0)


def test_the_same_graph_gives_the_same_report() -> None:
    case = CASES / "invalid.person-office.ttl"
    assert validate(rdf.load(case)) == validate(rdf.load(case))


def test_a_list_is_not_opened_by_the_data() -> None:
    graph = Graph().parse(CASES / "invalid.instrument-kind.ttl")
    graph.add((READOUT.poem, RDF.type, READOUT.InstrumentKind))
    assert not validate(graph).conforms


def test_warnings_alone_conform() -> None:
    report = validate(rdf.load(CASES / "invalid.meeting-dated.ttl"))
    assert report.conforms
    assert [result.severity for result in report.results] == ["warning"]
    assert report.summary() == "conforms: 0 violations, 1 warning in 25 statements of 1 graph"


# --- files ------------------------------------------------------------------------------


FORMATS = [
    (".ttl", ox.RdfFormat.TURTLE),
    (".trig", ox.RdfFormat.TRIG),
    (".nq", ox.RdfFormat.N_QUADS),
    (".nt", ox.RdfFormat.N_TRIPLES),
    (".rdf", ox.RdfFormat.RDF_XML),
    (".JSONLD", ox.RdfFormat.JSON_LD),
]


@pytest.mark.parametrize(("suffix", "form"), FORMATS, ids=[suffix for suffix, _ in FORMATS])
def test_a_graph_is_read_back_from_each_format(
    suffix: str, form: ox.RdfFormat, tmp_path: Path
) -> None:
    quads = list(ox.parse(nquads(seed()).encode(), format=ox.RdfFormat.N_QUADS))
    source = quads if form.supports_datasets else [quad.triple for quad in quads]
    path = tmp_path / f"graph{suffix}"
    path.write_bytes(ox.serialize(source, format=form))
    read = rdf.load(path)
    assert {quad[:3] for quad in read.quads()} == {q[:3] for q in describe(seed()).quads()}
    assert validate(read).conforms


def test_jsonld_is_read_with_our_context_by_its_address(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonld"
    data = {
        "@context": "https://w3id.org/readout/context.jsonld",
        "id": "https://w3id.org/readout/id/country/UZ",
        "type": "Country",
        "label": "Uzbekistan",
        "isoCode": "UZ",
    }
    path.write_text(json.dumps(data))
    read = rdf.load(path)
    assert (URIRef(data["id"]), READOUT.isoCode, Literal("UZ")) in read.default_graph
    assert validate(read).conforms


DEEP = 20_000
BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
NEST = "<x xmlns='http://x.example/'>" + "<y>" * DEEP + "</y>" * DEEP + "</x>"


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("a.ttl", "<http://a.example/> <http://b.example/> .", "line 1"),
        ("a.ttl", "\n\n@prefix", "line 3"),
        ("a.ttl", "<a> <b> <c> .", "line 1"),
        ("a.ttl", "# nothing", "states nothing"),
        ("a.nt", "plain words", "line 1"),
        ("a.txt", "words", ".ttl"),
        ("a.rdf", BOMB, "document type"),
        ("a.rdf", NEST, "levels deep"),
        ("a.rdf", "<x>", "line 1"),
        ("a.jsonld", "[" * DEEP, "levels deep"),
        ("a.jsonld", '{"a":' * DEEP + "1" + "}" * DEEP, "levels deep"),
        ("a.jsonld", "{", "line 1"),
        ("a.jsonld", '{"@context": "file:///etc/passwd"}', "none is fetched"),
        ("a.jsonld", '[{"x": {"@context": ["https://c.example/"]}}]', "none is fetched"),
        ("a.nt", "<<( " * 200, "triples inside triples"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_its_fault(
    file: str, text: str, fault: str, tmp_path: Path
) -> None:
    path = tmp_path / file
    path.write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        rdf.load(path)
    assert file in str(caught.value)
    assert fault in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("file", ["missing.ttl", "folder.ttl"])
def test_what_is_no_file_is_named(file: str, tmp_path: Path) -> None:
    (tmp_path / "folder.ttl").mkdir()
    with pytest.raises(InputError, match=file):
        rdf.load(tmp_path / file)


def test_brackets_inside_strings_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonld"
    path.write_text(json.dumps({"@id": "http://a.example/", "http://b.example/": "[{" * 500}))
    assert len(rdf.load(path)) == 1


def test_an_ill_typed_literal_is_kept_and_reported() -> None:
    text = (
        b'<http://a.example/> <http://b.example/> "32"^^<http://www.w3.org/2001/XMLSchema#date> .'
    )
    [quad] = rdf.parse(text, ox.RdfFormat.TURTLE, "x").quads()
    assert str(quad[2]) == "32"


def test_a_dataset_of_the_default_graph_alone_is_validated() -> None:
    dataset = Dataset()
    dataset.default_graph.parse(CASES / "invalid.country-iso-code.ttl")
    assert not validate(dataset).conforms

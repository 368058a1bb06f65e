"""Facts to graph: what an article states, each with its passage, and the same bytes always."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import pyoxigraph as ox
import pytest
from conftest import ROOT, Approve
from invented import TEXT, graph, sample
from rdflib import RDF, RDFS, SKOS, XSD, BNode, Dataset, Literal, Namespace, URIRef
from samples import corpus, seed

from kg import namespaces
from kg.graph.dataset import describe
from kg.graph.statements import nquads
from kg.model import (
    Facts,
)
from kg.namespaces import ONTOLOGY

READOUT = Namespace(ONTOLOGY)
ID = Namespace(namespaces.BASE)
ATTESTED = (
    "Person",
    "Meeting",
    "Instrument",
    "Participation",
    "Tenure",
    "Act",
    "AgendaItem",
    "Appearance",
)

ALL = (sample(), seed(), *corpus())


def ids(facts: Facts) -> str:
    return facts.article.id


# --- what holds for every graph -------------------------------------------------------------


@pytest.mark.parametrize("facts", ALL, ids=ids)
def test_one_named_graph_without_blank_nodes(facts: Facts) -> None:
    dataset = describe(facts)
    assert isinstance(dataset, Dataset)
    names = {quad[3] for quad in dataset.quads()}
    assert names == {URIRef(namespaces.graph(facts.article.id))}
    assert not [node for quad in dataset.quads() for node in quad if isinstance(node, BNode)]


@pytest.mark.parametrize("facts", ALL, ids=ids)
def test_every_fact_has_evidence_and_the_name_of_its_rule(facts: Facts) -> None:
    part = graph(facts)
    nodes = {node for kind in ATTESTED for node in part.subjects(RDF.type, READOUT[kind])}
    assert nodes
    for node in nodes:
        assert part.value(node, READOUT.rule), node
        assert (part.value(node, READOUT.evidence), RDF.type, READOUT.Passage) in part, node


@pytest.mark.parametrize("facts", ALL, ids=ids)
def test_every_passage_replays(facts: Facts) -> None:
    part = graph(facts)
    for node in part.subjects(RDF.type, READOUT.Passage):
        start, end = (int(part.value(node, READOUT[edge])) for edge in ("start", "end"))
        assert facts.article.text[start:end] == str(part.value(node, READOUT.quote))
        assert str(node).endswith(f"article/{facts.article.id}#char={start},{end}")


@pytest.mark.parametrize("facts", ALL, ids=ids)
def test_only_plain_datatypes(facts: Facts) -> None:
    allowed = {XSD.integer, XSD.date, XSD.gYear, XSD.gYearMonth, None}
    literals = [quad[2] for quad in describe(facts).quads() if isinstance(quad[2], Literal)]
    assert {literal.datatype for literal in literals} <= allowed


@pytest.mark.parametrize("facts", ALL, ids=ids)
def test_text_and_terms_say_the_same(facts: Facts) -> None:
    quads = ox.parse(nquads(facts).encode(), format=ox.RdfFormat.N_QUADS)
    said = {(q.subject.value, q.predicate.value, q.object.value) for q in quads}
    assert said == {tuple(map(str, quad[:3])) for quad in describe(facts).quads()}


@pytest.mark.parametrize("facts", ALL, ids=ids)
def test_each_fact_has_its_node(facts: Facts) -> None:
    """No two things of an article share an IRI, so none is lost."""
    part = graph(facts)

    def count(kind: str) -> int:
        return len(set(part.subjects(RDF.type, READOUT[kind])))

    assert count("Meeting") == len(facts.meetings)
    assert count("Person") == len(facts.persons)
    assert count("Instrument") == len(facts.instruments)
    assert count("Act") == sum(len({*i.actions}) for i in facts.instruments)
    assert count("Participation") == len(
        {(p.meeting, p.person, p.party) for p in facts.participants}
    )


@pytest.mark.parametrize("facts", ALL, ids=ids)
def test_the_order_of_facts_changes_nothing(facts: Facts) -> None:
    turned = replace(
        facts,
        meetings=facts.meetings[::-1],
        persons=facts.persons[::-1],
        participants=facts.participants[::-1],
        instruments=facts.instruments[::-1],
        topics=facts.topics[::-1],
    )
    assert nquads(turned) == nquads(facts)


@pytest.mark.parametrize("facts", ALL, ids=ids)
def test_turtle_needs_no_escapes_in_local_names(facts: Facts) -> None:
    part = graph(facts)
    for prefix, namespace in namespaces.prefixes().items():
        part.bind(prefix, namespace)
    assert "\\-" not in part.serialize(format="turtle")
    for node in part.subjects():
        assert "%" not in str(node)


# --- the sample ----------------------------------------------------------------------------


def test_the_seed_as_quads(approve: Approve) -> None:
    approve(ROOT / "tests" / "golden" / "graph" / "sco-tashkent-2016.nq", nquads(seed()))


def test_two_builds_give_the_same_bytes() -> None:
    code = (
        "import sys; sys.path[:0] = ['tests', '.']; from samples import seed\n"
        "from kg.graph.dataset import describe; from kg.graph.statements import nquads\n"
        "part = next(p for p in describe(seed()).graphs() if len(p))\n"
        "sys.stdout.write(nquads(seed()) + part.serialize(format='turtle'))"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": hash_seed},
            capture_output=True,
            check=True,
        ).stdout
        for hash_seed in ("1", "4711")
    ]
    assert outputs[0] == outputs[1]
    assert len(outputs[0]) > 10_000


def test_persons_that_would_meet_are_parted_by_their_names() -> None:
    part = graph(sample())
    assert set(part.subjects(RDF.type, READOUT.Person)) == {
        ID["person/kz-oland-m--mira-oland"],
        ID["person/kz-oland-m--mirko-oland"],
    }


def test_a_person_with_labels_offices_and_printed_forms() -> None:
    part = graph(sample())
    mira = ID["person/kz-oland-m--mira-oland"]
    assert part.value(mira, RDFS.label) == Literal("Mira Oland")
    assert part.value(mira, SKOS.altLabel) == Literal("Oland")
    forms = {
        str(part.value(node, READOUT.form)): str(part.value(node, READOUT.evidence))
        for node in part.subjects(READOUT.person, mira)
        if (node, RDF.type, READOUT.Appearance) in part
    }
    start = TEXT.index("Oland chaired")
    assert forms["Oland"].endswith(f"#char={start},{start + 5}")
    assert set(forms) == {"Mira Oland", "Oland"}


def test_a_tenure_is_attested_on_the_date_of_publication() -> None:
    part = graph(sample())
    [tenure] = part.subjects(RDF.type, READOUT.Tenure)
    assert part.value(tenure, READOUT.attestedOn) == Literal("2031-05", datatype=XSD.gYearMonth)
    office = part.value(tenure, READOUT.office)
    assert office == ID["office/kz-foreign-minister"]
    assert part.value(office, READOUT.of) == ID["country/KZ"]


def test_roles_parties_and_offices_of_those_who_take_part() -> None:
    part = graph(sample())
    rows = {
        str(part.value(node, READOUT.person) or part.value(node, READOUT.party)).rpartition("/")[
            2
        ]: (
            part.value(node, READOUT.role),
            part.value(node, READOUT.office),
        )
        for node in part.subjects(RDF.type, READOUT.Participation)
    }
    assert rows == {
        "kz-oland-m--mira-oland": (READOUT.chairperson, ID["office/kz-foreign-minister"]),
        "kz-oland-m--mirko-oland": (READOUT.participant, None),
        "eu": (READOUT.participant, None),
    }


def test_a_meeting_with_its_setting() -> None:
    part = graph(sample())
    [node] = part.subjects(RDF.type, READOUT.Meeting)
    assert part.value(node, READOUT.startDate) == Literal("2031-05-04", datatype=XSD.date)
    assert part.value(node, READOUT.endDate) is None
    assert part.value(node, READOUT.place) == ID["place/kz-port-sel"]
    assert part.value(node, READOUT.country) == ID["country/KZ"]
    assert part.value(node, READOUT.status) == READOUT.held
    assert part.value(node, READOUT.chair) == ID["person/kz-oland-m--mira-oland"]
    assert part.value(node, READOUT.topic) == ID["topic/trade"]
    assert part.value(node, READOUT.under) is None


def test_a_body_of_no_organisation_is_the_articles_own() -> None:
    part = graph(sample())
    [body] = part.objects(None, READOUT.convenes)
    assert body == ID["organisation/sample-foreign-ministers"]


def test_a_body_is_part_of_its_organisation() -> None:
    part = graph(seed())
    body = ID["organisation/sco-secretaries-of-security-councils"]
    assert part.value(body, READOUT.partOf) == ID["organisation/sco"]


def test_instruments_with_period_and_reference() -> None:
    part = graph(sample())
    plan = ID["instrument/sample--plan-for-2031-33"]
    protocol = ID["instrument/sample--protocol-on-that-plan-for-2031-33"]
    assert part.value(plan, READOUT.validFrom) == Literal("2031", datatype=XSD.gYear)
    assert part.value(plan, READOUT.validUntil) == Literal("2033", datatype=XSD.gYear)
    assert part.value(protocol, READOUT.refersTo) == plan
    assert part.value(plan, READOUT.refersTo) is None
    assert part.value(plan, READOUT.kind) == READOUT.plan


def test_acts_at_a_meeting_and_at_none() -> None:
    part = graph(sample())
    acts = {
        part.value(node, READOUT.instrument): part.value(node, READOUT.meeting)
        for node in part.subjects(RDF.type, READOUT.Act)
    }
    assert sorted(map(bool, acts.values())) == [False, True]


def test_topics_and_the_scheme_that_they_fall_under() -> None:
    part = graph(sample())
    assert part.value(ID["topic/trade"], SKOS.broader) == READOUT.trade
    items = {
        part.value(node, READOUT.topic): part.value(node, READOUT.meeting)
        for node in part.subjects(RDF.type, READOUT.AgendaItem)
    }
    assert items[ID["topic/peace"]] is None
    assert items[ID["topic/trade"]] is not None


def test_an_article_with_its_particulars() -> None:
    part = graph(sample())
    node = ID["article/sample"]
    dcterms = Namespace("http://purl.org/dc/terms/")
    assert str(part.value(node, READOUT.text)) == TEXT
    assert len(str(part.value(node, READOUT.sha256))) == 64
    assert part.value(node, dcterms.issued) == Literal("2031-05", datatype=XSD.gYearMonth)
    assert part.value(node, dcterms.source) == Literal("https://ardenia.example/a b")
    assert part.value(node, dcterms.title) is None
    assert isinstance(graph(seed()).value(ID["article/sco-tashkent-2016"], dcterms.source), URIRef)


def test_countries_have_names_and_codes() -> None:
    part = graph(seed())
    assert part.value(ID["country/UZ"], RDFS.label) == Literal("Uzbekistan")
    assert part.value(ID["country/UZ"], READOUT.isoCode) == Literal("UZ")


def test_equal_things_of_two_articles_share_their_iris() -> None:
    other = replace(seed(), article=replace(seed().article, id="another"))
    shared = {
        node
        for facts in (seed(), other)
        for node in graph(facts).subjects(RDF.type, READOUT.Person)
    }
    assert len(shared) == len(seed().persons)
    meetings = {
        node
        for facts in (seed(), other)
        for node in graph(facts).subjects(RDF.type, READOUT.Meeting)
    }
    assert len(meetings) == len(seed().meetings)


def test_documents_without_a_proper_title_stay_with_their_article() -> None:
    other = replace(sample(), article=replace(sample().article, id="another"))
    one, two = (set(graph(f).subjects(RDF.type, READOUT.Instrument)) for f in (sample(), other))
    assert not one & two


def test_the_base_can_be_set() -> None:
    base = "https://facts.example/"
    names = {
        str(s) for s in next(p for p in describe(sample(), base).graphs() if len(p)).subjects()
    }
    assert all(name.startswith(base) for name in names)
    assert nquads(sample(), base).count(namespaces.BASE) == 0


def test_facts_stay_as_they_are() -> None:
    before = sample()
    describe(before)
    assert before == sample()

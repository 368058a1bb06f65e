"""What is read of many nodes by few queries: statements, names, quotes, what points at them."""

from __future__ import annotations

import lake
import pytest
import samples

from kg.namespaces import BASE, ONTOLOGY
from kg.queries import surroundings
from kg.queries.surroundings import Called, Quote, values
from kg.store import Store

PLANNED = f"{BASE}meeting/river-union-lake-council-4"
THIRD = f"{BASE}meeting/river-union-lake-council-3"
LATVIA = f"{BASE}country/LV"


@pytest.fixture(scope="module")
def world() -> Store:
    return lake.store()


# --- statements -----------------------------------------------------------------------


def test_statements_of_many_nodes_are_those_of_each(world: Store) -> None:
    nodes = (lake.BERGA, lake.KASK, LATVIA)
    found = surroundings.statements(world, nodes)
    assert tuple(found) == nodes or set(found) == set(nodes)
    for node in nodes:
        expected = {(quad.predicate.value, str(quad.object)) for quad in world.about(node)}
        assert {(verb, str(value)) for verb, value in found[node]} == expected
        assert list(found[node]) == sorted(found[node], key=surroundings.order)


def test_only_some_properties_may_be_asked_for(world: Store) -> None:
    found = surroundings.statements(world, (LATVIA,), (ONTOLOGY + "isoCode",))
    assert [(verb, value.value) for verb, value in found[LATVIA]] == [(ONTOLOGY + "isoCode", "LV")]


@pytest.mark.parametrize("nodes", [(), ("https://example.org/nothing",)])
def test_of_what_is_not_there_nothing_is_said(nodes: tuple[str, ...], world: Store) -> None:
    assert surroundings.statements(world, nodes) == {}
    assert surroundings.quotes(world, nodes) == {}
    assert surroundings.dates(world, nodes) == {}
    assert surroundings.pointing(world, nodes) == {}


def test_more_nodes_than_one_query_takes_are_all_read() -> None:
    store = Store.in_memory(*samples.all_quads())
    nodes = sorted({quad.subject.value for quad in store.quads() if hasattr(quad.subject, "value")})
    assert len(nodes) > 400
    assert set(surroundings.statements(store, nodes)) == set(nodes)


def test_a_node_that_is_no_iri_is_refused(world: Store) -> None:
    with pytest.raises(ValueError, match="IRI"):
        surroundings.statements(world, ("> } INSERT {",))


# --- names ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("node", "name", "also", "text"),
    [
        (lake.BERGA, "Anna Berga", ("A. Berga",), "Anna Berga"),
        (LATVIA, "Latvia", (), "Latvia"),
        (
            THIRD,
            "third session of the Lake Council",
            (),
            "third session of the Lake Council (2019-05-02)",
        ),
        (f"{BASE}country/ZZ", "country:ZZ", (), "country:ZZ"),
        (f"{ONTOLOGY}held", "held", (), "held"),
        ("https://example.org/x", "https://example.org/x", (), "https://example.org/x"),
    ],
)
def test_a_node_is_called_by_its_name(
    node: str, name: str, also: tuple[str, ...], text: str, world: Store
) -> None:
    called = surroundings.names(world, (node,))[node]
    assert (called.name, called.also, called.text, called.head) == (name, also, text, node)


def test_a_meeting_that_some_report_plans_says_so(world: Store) -> None:
    called = surroundings.names(world, (PLANNED,))[PLANNED]
    assert called.statuses == ("held", "planned")
    assert called.text.endswith("(2020-06-09, held, planned)")


@pytest.mark.parametrize(
    ("date", "statuses", "text"),
    [
        (None, (), "x"),
        ("2020", (), "x (2020)"),
        ("2020", ("held",), "x (2020)"),
        (None, ("held",), "x"),
        (None, ("planned",), "x (planned)"),
        ("2020", ("planned",), "x (2020, planned)"),
        ("2020", ("ongoing",), "x (2020, ongoing)"),
    ],
)
def test_only_what_is_held_goes_without_saying(
    date: str | None, statuses: tuple[str, ...], text: str
) -> None:
    assert Called("x", (), "i", date, statuses).text == text


def test_the_node_that_stands_for_another_is_told() -> None:
    graph = f"<{BASE}graph/identity>"
    joined = f"<{lake.KASK}> <{ONTOLOGY}identifiedAs> <{lake.BERGA}> {graph} .\n"
    store = Store.in_memory(*lake.quads(), joined)
    found = surroundings.names(store, (lake.KASK, lake.BERGA))
    assert found[lake.KASK].head == found[lake.BERGA].head == lake.BERGA


def test_the_longest_label_is_the_name() -> None:
    graph, label = f"<{BASE}graph/x>", "<http://www.w3.org/2000/01/rdf-schema#label>"
    lines = (
        f'<{LATVIA}> {label} "{name}" {graph} .\n' for name in ("Latvia", "Republic of Latvia")
    )
    called = surroundings.names(Store.in_memory("".join(lines)), (LATVIA,))[LATVIA]
    assert (called.name, called.also) == ("Republic of Latvia", ("Latvia",))


# --- quotes, dates, what points -------------------------------------------------------


def test_quotes_are_the_words_at_their_place(world: Store) -> None:
    passages = values(
        surroundings.statements(world, (lake.BERGA,))[lake.BERGA], ONTOLOGY + "evidence"
    )
    found = surroundings.quotes(world, passages)
    assert sorted(found) == sorted(passages)
    texts = {"lake-third": lake.THIRD, "lake-fourth": lake.FOURTH}
    for passage, quote in found.items():
        assert passage.endswith(f"{quote.article}#char={quote.start},{quote.end}")
        assert texts[quote.article][quote.start : quote.end] == quote.text
        assert quote.place == (quote.article, quote.start, quote.end)


def test_half_a_passage_is_no_quote() -> None:
    graph, node = f"<{BASE}graph/x>", f"{BASE}article/a#char=0,1"
    store = Store.in_memory(f'<{node}> <{ONTOLOGY}quote> "x" {graph} .\n')
    assert surroundings.quotes(store, (node,)) == {}


def test_facts_have_the_latest_date_of_their_meeting_or_attestation(world: Store) -> None:
    row = f"{BASE}participation/river-union-lake-council-4--lv-berga-a"
    tenure = f"{BASE}tenure/ee-kask-j--ee-minister-of-locks"
    found = surroundings.dates(world, (row, tenure, LATVIA))
    assert found == {row: "2020-06-09", tenure: "2020-06-10"}


def test_what_points_at_a_node_is_told_with_its_properties(world: Store) -> None:
    found = surroundings.pointing(world, (lake.KASK,))
    assert list(found) == sorted(found)
    assert found[PLANNED] == (ONTOLOGY + "chair",)
    kinds = {surroundings.kind(node) for node in found}
    assert kinds == {"Meeting", "Participation", "Tenure", "Appearance"}


@pytest.mark.parametrize(
    ("iri", "kind"),
    [
        (f"{BASE}person/x", "Person"),
        (f"{BASE}agenda-item/x--y", "AgendaItem"),
        ("https://other.example/base/tenure/x", "Tenure"),
        (f"{BASE}article/a#char=1,2", "Passage"),
        (f"{BASE}unicorn/x", "Thing"),
        ("https://example.org/", "Thing"),
    ],
)
def test_the_kind_stands_in_the_iri(iri: str, kind: str) -> None:
    assert surroundings.kind(iri) == kind


def test_the_kind_of_a_foreign_node_is_its_class(world: Store) -> None:
    said = surroundings.statements(world, (lake.BERGA,))[lake.BERGA]
    assert surroundings.kind("https://example.org/x", said) == "Person"


def test_quotes_sort_by_their_place() -> None:
    one, two = Quote("b", "a", 2, 3), Quote("a", "a", 10, 11)
    assert sorted((two, one), key=lambda quote: quote.place) == [one, two]


def test_each_statement_has_the_articles_that_make_it(world: Store) -> None:
    found = surroundings.stating(world, (PLANNED,))
    assert found[ONTOLOGY + "status", ONTOLOGY + "planned"] == {"lake-third"}
    assert found[ONTOLOGY + "status", ONTOLOGY + "held"] == {"lake-fourth"}
    assert found[ONTOLOGY + "ordinal", "4"] == {"lake-third", "lake-fourth"}

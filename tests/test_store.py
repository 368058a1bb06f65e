"""The embedded store: graphs replaced whole, a merged view without doubles, clear refusals."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox
import pytest
import samples
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDFS, XSD, BNode, Dataset, Literal, URIRef

from kg import export, namespaces
from kg.errors import InputError, UsageError
from kg.graph.dataset import describe
from kg.graph.statements import nquads
from kg.store import Change, GraphStore, Store

ONE, TWO = namespaces.graph("one"), namespaces.graph("two")
SHARED = '<http://e/country> <http://e/label> "Freedonia"'


def quads(graph: str, *lines: str) -> str:
    return "".join(f"{line} <{graph}> .\n" for line in lines)


def line(name: str, text: str = "x") -> str:
    return f'<http://e/{name}> <http://e/label> "{text}"'


def merged(store: Store) -> list[str]:
    return sorted(str(quad.triple) for quad in store.quads())


def all_bytes(store: Store) -> dict[str, str]:
    return {name: export.export(store, name) for name in export.FORMATS}


# --- putting, replacing, removing -------------------------------------------------


def test_put_keeps_a_graph_an_article_and_each_triple_once() -> None:
    store = Store.in_memory(quads(ONE, SHARED, line("a")), quads(TWO, SHARED, line("b")))
    assert store.graphs() == (ONE, TWO)
    assert merged(store) == sorted([SHARED, line("a"), line("b")])
    assert len(list(store.quads(ONE))) == 2


def test_put_tells_what_it_did() -> None:
    store = Store.in_memory()
    assert store.put(quads(ONE, SHARED, line("a"))) == (Change(ONE, 2, 0),)
    assert store.put(quads(ONE, SHARED, line("b"))) == (Change(ONE, 1, 1),)
    assert store.put(quads(ONE, SHARED, line("b"))) == (Change(ONE, 0, 0),)


def test_replacing_takes_out_of_the_view_only_what_nobody_else_states() -> None:
    store = Store.in_memory(quads(ONE, SHARED, line("a")), quads(TWO, SHARED))
    store.put(quads(ONE, line("c")))
    assert merged(store) == sorted([SHARED, line("c")])
    store.put(quads(TWO, line("d")))
    assert merged(store) == sorted([line("c"), line("d")])


def test_any_named_graph_keeps_a_triple_in_the_view() -> None:
    links = "https://w3id.org/readout/id/graph/links"
    store = Store.in_memory(quads(ONE, SHARED), quads(links, SHARED))
    store.put(quads(ONE, line("a")))
    assert SHARED in merged(store)


def test_the_order_of_putting_changes_nothing() -> None:
    forth = Store.in_memory(*samples.all_quads()[:5])
    back = Store.in_memory(*reversed(samples.all_quads()[:5]))
    assert all_bytes(forth) == all_bytes(back)


def test_putting_the_same_again_changes_no_byte() -> None:
    store = Store.in_memory(samples.seed_quads())
    before = all_bytes(store)
    assert [(c.added, c.removed) for c in store.put(samples.seed_quads())] == [(0, 0)]
    assert all_bytes(store) == before


def test_put_takes_a_dataset_as_it_takes_its_nquads() -> None:
    whole = Store.in_memory(describe(samples.seed()))
    assert all_bytes(whole) == all_bytes(Store.in_memory(samples.seed_quads()))


@pytest.mark.parametrize(
    ("triple", "words"),
    [
        ((BNode("x"), RDFS.label, Literal("x")), "only IRIs and literals"),
        ((URIRef("http://e/a"), RDFS.seeAlso, BNode("x")), "only IRIs and literals"),
        ((URIRef("http://e/a b"), RDFS.label, Literal("x")), "not an IRI"),
    ],
)
def test_what_a_dataset_must_not_hold(triple: Any, words: str) -> None:
    dataset = Dataset()
    dataset.graph(URIRef(ONE)).add(triple)
    with pytest.raises(InputError, match=words):
        Store.in_memory().put(dataset)


def test_a_dataset_with_statements_in_no_graph_is_refused() -> None:
    dataset = Dataset()
    dataset.default_graph.add((URIRef("http://e/a"), RDFS.label, Literal("x")))
    with pytest.raises(InputError, match="outside a named graph"):
        Store.in_memory().put(dataset)


def test_literals_of_a_dataset_keep_language_and_type() -> None:
    dataset = Dataset()
    values = (Literal("x", lang="en"), Literal("2016", datatype=XSD.gYear), Literal(3))
    for value in values:
        dataset.graph(URIRef(ONE)).add((URIRef("http://e/a"), RDFS.label, value))
    expected = [
        '"2016"^^<http://www.w3.org/2001/XMLSchema#gYear>',
        '"3"^^<http://www.w3.org/2001/XMLSchema#integer>',
        '"x"@en',
    ]
    assert sorted(str(q.object) for q in Store.in_memory(dataset).quads()) == expected


def test_remove_leaves_the_others_as_they_were() -> None:
    others = samples.all_quads()[1:4]
    store = Store.in_memory(*others, samples.seed_quads())
    gone = store.remove("sco-tashkent-2016")
    assert (gone.added, gone.removed) == (0, len(samples.seed_quads().splitlines()))
    assert all_bytes(store) == all_bytes(Store.in_memory(*others))


def test_literals_that_the_engine_rewrites_are_no_change() -> None:
    odd = f'<http://e/a> <http://e/n> "007"^^<{namespaces.VOCABULARIES["xsd"]}integer>'
    tagged = '<http://e/a> <http://e/l> "x"@zh-Hant'
    store = Store.in_memory(quads(ONE, odd, tagged))
    assert store.put(quads(ONE, odd, tagged)) == (Change(ONE, 0, 0),)
    assert len(merged(store)) == 2


@pytest.mark.parametrize(
    "text",
    ["\\u0041", "\\", "\\\\", '"', '\\"', "'''", "\n\r\t\b\f", "}", "é\U0001f600", "\x7f\x01"],
)
def test_any_text_is_kept_as_it_is(text: str) -> None:
    quad = str(ox.Quad(ox.NamedNode("http://e/a"), ox.NamedNode("http://e/b"), ox.Literal(text)))
    store = Store.in_memory(quads(ONE, quad))
    assert [q.object for q in store.quads(ONE)] == [ox.Literal(text)]


TRIPLES = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), max_size=6)
STEPS = st.lists(st.tuples(st.sampled_from([ONE, TWO, namespaces.graph("three")]), TRIPLES))


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_the_view_is_the_union_of_the_graphs_after_any_history(
    steps: list[tuple[str, list[tuple[str, str]]]],
) -> None:
    store = Store.in_memory()
    model: dict[str, set[str]] = {}
    for graph, rows in steps:
        lines = {line(name, text) for name, text in rows}
        if lines:
            store.put(quads(graph, *lines))
            model[graph] = lines
    assert {g: {str(q.triple) for q in store.quads(g)} for g in store.graphs()} == model
    assert merged(store) == sorted(set().union(*model.values()))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("<http://e/a> <http://e/b> <http://e/c> .\n", "outside a named graph"),
        ("<http://e/a> <http://e/b> <http://e/c> _:g .\n", "outside a named graph"),
        ("_:a <http://e/b> <http://e/c> <http://e/g> .\n", "blank node"),
        ("<http://e/a> <http://e/b> _:c <http://e/g> .\n", "blank node"),
        ("this is no RDF", "not N-Quads"),
        (b"\xff\xfe", "not N-Quads"),
        ("<http://e/a> <http://e/b> <c> <http://e/g> .\n", "not N-Quads"),
    ],
)
def test_what_cannot_be_put_is_told_and_nothing_is_changed(data: str | bytes, words: str) -> None:
    store = Store.in_memory(quads(ONE, SHARED))
    with pytest.raises(InputError, match=words):
        store.put(data)
    assert merged(store) == [SHARED]


def test_nothing_put_is_nothing_done() -> None:
    store = Store.in_memory()
    assert store.put("") == ()
    assert store.graphs() == ()


# --- what is there ----------------------------------------------------------------


def test_articles_are_told_with_what_they_say_of_themselves() -> None:
    store = Store.in_memory(*samples.all_quads())
    stored = store.articles()
    assert [entry.id for entry in stored] == sorted(entry.id for entry in stored)
    assert len(stored) == len(samples.all_quads())
    (seed,) = [entry for entry in stored if entry.id == "sco-tashkent-2016"]
    assert seed.graph == namespaces.graph(seed.id)
    assert seed.iri == namespaces.article(seed.id)
    assert seed.issued == "2016-04-15"
    assert seed.source and seed.source.startswith("http://uza.uz/")
    assert seed.sha256 and len(seed.sha256) == 64


@pytest.mark.parametrize(
    "name",
    [
        "sco-tashkent-2016",
        "article:sco-tashkent-2016",
        namespaces.article("sco-tashkent-2016"),
        namespaces.graph("sco-tashkent-2016"),
    ],
)
def test_an_article_is_found_by_any_of_its_names(name: str) -> None:
    store = Store.in_memory(samples.seed_quads())
    assert store.article(name).id == "sco-tashkent-2016"


def test_an_article_below_another_base_is_found_by_its_iri() -> None:
    base = "https://example.org/kg/"
    store = Store.in_memory(nquads(samples.seed(), base), samples.seed_quads())
    assert store.articles()[0].iri == f"{base}article/sco-tashkent-2016"
    assert store.article(f"{base}article/sco-tashkent-2016").graph.startswith(base)
    assert store.article("sco-tashkent-2016").graph.startswith(namespaces.BASE)


def test_an_unknown_article_is_refused_with_those_near_it() -> None:
    store = Store.in_memory(samples.seed_quads())
    with pytest.raises(UsageError, match="near it: sco-tashkent-2016"):
        store.remove("sco-tashkent-2017")
    with pytest.raises(UsageError, match="1 articles are stored"):
        store.article("zzz")


def test_about_tells_both_directions() -> None:
    store = Store.in_memory(samples.seed_quads())
    person = "https://w3id.org/readout/id/person/ru-patrushev-n"
    node = ox.NamedNode(person)
    assert {quad.subject for quad in store.about(person)} == {node}
    assert {quad.object for quad in store.about(person, incoming=True)} == {node}


def test_the_store_keeps_the_protocol() -> None:
    store: GraphStore = Store.in_memory()
    assert store.articles() == ()

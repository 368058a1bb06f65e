"""Identity over a store: one result in any order and batches, persons' decisions, the graph."""

from __future__ import annotations

import gc
import random
from functools import cache

import pyoxigraph as ox
import pytest
import samples
from world import Row, gathering, quads, report

from kg import mappings, namespaces, pipeline
from kg.identity import Identity, graph, identify
from kg.identity.clusters import Decision
from kg.link import graph as links
from kg.mappings import Mapping
from kg.model import Facts
from kg.queries.results import Rows
from kg.store import Store

TASHKENT: list[Row] = [
    ("N. P. Tarasov", "RU", "Secretary of the Security Council"),
    ("Wang Yi", "CN", "State Councilor"),
    ("A. A. Kakharov", "TJ", None),
]
BEIJING: list[Row] = [
    ("Nikolai Tarasov", "RU", "Security Council Secretary"),
    ("Wang Yong", "CN", "State Councilor"),
    ("Abdurahim Kahhorov", "TJ", None),
]
MINSK: list[Row] = [
    ("Nikolay Tarasov", "RU", None),
    ("Wang Yi", "CN", "State Councilor"),
    ("Tarasov", "RU", None),
]
SESSION = gathering(
    "eleventh session", organisation="SCO", body="Security Council Secretaries", ordinal=11
)


@cache
def reports() -> tuple[Facts, ...]:
    return (
        report("tashkent", TASHKENT, meeting=SESSION),
        report("beijing", BEIJING, meeting=SESSION),
        report("minsk", MINSK),
        report("oslo", [("Mira Oland", "NO", None), ("Jan Solberg", "NO", None)]),
        report("bergen", [("Mira Oland", "KZ", None)]),
        *samples.corpus(),
    )


def stored(*articles: Facts) -> Store:
    return Store.in_memory(*(quads(each) for each in articles))


def person(key: str) -> str:
    return namespaces.iri("person", key)


def decision(one: str, other: str, judgement: str) -> Decision:
    """Return the decision of a person, from a row as it stands in a file."""
    row = Mapping(f"person:{one}", f"person:{other}", judgement, by="Ann")  # type: ignore[arg-type]  # a case
    [made] = graph.decisions([row])
    return made


def people(store: Store, found: Identity) -> dict[tuple[str, str], str]:
    """Return who is meant by article and name, as the stored query has it."""
    if found.canonical or found.parts:
        store.put(graph.nquads(found))
    rows = store.query("appearances")
    assert isinstance(rows, Rows)
    return {(str(r["article"]), str(r["name"])): str(r["person"]) for r in rows}


# --- one result ------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(10))
def test_any_order_and_batches_give_the_same_bytes(seed: int) -> None:
    expected = identify(stored(*reports()))
    chance = random.Random(seed)
    shuffled = list(reports())
    chance.shuffle(shuffled)
    cut = chance.randrange(1, len(shuffled))
    store = Store.in_memory(quads(*shuffled[:cut]))
    if early := graph.nquads(identify(store)):
        store.put(early)
    store.put(quads(*shuffled[cut:]))
    found = identify(store)
    assert graph.nquads(found) == graph.nquads(expected)
    assert mappings.write(graph.rows(found), "x") == mappings.write(graph.rows(expected), "x")


def test_taking_an_article_out_takes_its_decisions_out() -> None:
    store = stored(*reports()[:3])
    store.remove("minsk")
    assert identify(store) == identify(stored(*reports()[:2]))


def test_one_article_alone_needs_no_decision() -> None:
    found = identify(Store.in_memory(samples.seed_quads()))
    assert found.parts == {} and found.refused == ()
    assert not any("/person/" in node for node in found.canonical)


def test_an_empty_store_has_nothing_that_is_one() -> None:
    assert graph.nquads(identify(Store.in_memory())) == ""


@pytest.mark.parametrize("running", [True, False])
def test_the_search_for_garbage_goes_on_as_before(running: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if running else gc.disable)()
        identify(stored(*reports()[:1]))
        assert gc.isenabled() is running
        with pytest.raises(AttributeError):
            identify(None)  # type: ignore[arg-type]  # no store
        assert gc.isenabled() is running
    finally:
        (gc.enable if before else gc.disable)()


# --- who is who ------------------------------------------------------------------------


def test_forms_of_one_person_have_one_node() -> None:
    store = stored(*reports())
    who = people(store, identify(store))
    assert who["tashkent", "N. P. Tarasov"] == who["beijing", "Nikolai Tarasov"]
    assert who["minsk", "Nikolay Tarasov"] == who["beijing", "Nikolai Tarasov"]
    assert who["tashkent", "A. A. Kakharov"] == who["beijing", "Abdurahim Kahhorov"]


def test_persons_who_share_a_node_are_told_apart() -> None:
    store = stored(*reports())
    who = people(store, identify(store))
    assert who["tashkent", "Wang Yi"] == who["minsk", "Wang Yi"] != who["beijing", "Wang Yong"]


def test_each_appearance_has_one_person() -> None:
    store = stored(*reports())
    before = people(store, Identity({}, {}, (), (), {}, {}))
    after = people(store, identify(store))
    assert before.keys() == after.keys()
    assert len(set(after.values())) < len(before)


def test_an_answer_narrows_to_a_person_by_any_of_the_nodes() -> None:
    store = stored(*reports())
    people(store, identify(store))
    rows = store.query("appearances", person="person:tj-kahhorov-a")
    other = store.query("appearances", person="person:tj-kakharov-a")
    assert isinstance(rows, Rows) and isinstance(other, Rows)
    assert max(len(rows), len(other)) == 2 and min(len(rows), len(other)) >= 1


# --- what persons decide ---------------------------------------------------------------


def test_a_person_joins_what_the_machine_keeps_apart() -> None:
    store = stored(*reports())
    assert person("kz-oland-m") not in identify(store).canonical
    found = identify(store, [decision("kz-oland-m", "no-oland-m", "positive")])
    assert found.canonical[person("no-oland-m")] == person("kz-oland-m")


def test_a_person_parts_what_the_machine_joins() -> None:
    store = stored(*reports())
    made = [decision("tj-kahhorov-a", "tj-kakharov-a", "negative")]
    found = identify(store, made)
    assert person("tj-kakharov-a") not in found.canonical
    assert identify(store).canonical[person("tj-kakharov-a")] == person("tj-kahhorov-a")


def test_a_person_parts_two_articles_of_one_node() -> None:
    articles = [report(name, [("Mira Oland", "NO", None)]) for name in ("one", "two", "three")]
    store = stored(*articles)
    made = [
        decision("no-oland-m@one", "no-oland-m@two", "negative"),
        decision("no-oland-m@one", "no-oland-m@three", "positive"),
    ]
    who = people(store, identify(store, made))
    assert who["one", "Mira Oland"] == who["three", "Mira Oland"] != who["two", "Mira Oland"]


def test_a_negative_blocks_what_would_follow() -> None:
    articles = [report(name, [("Mira Oland", "NO", None)]) for name in ("one", "two", "three")]
    made = [
        decision("no-oland-m@one", "no-oland-m@two", "positive"),
        decision("no-oland-m@two", "no-oland-m@three", "positive"),
        decision("no-oland-m@one", "no-oland-m@three", "negative"),
    ]
    found = identify(stored(*articles), made)
    [refusal] = [r for r in found.refused if r.decision.by]
    assert "no-oland-m@one" in refusal.reason and "no-oland-m@three" in refusal.reason
    assert any("refused" in row.reasons for row in graph.rows(found))


def test_decisions_on_what_is_not_stored_do_nothing() -> None:
    store = stored(*reports())
    made = [decision("xx-nobody-n", "yy-nobody-n", "positive")]
    assert identify(store, made).canonical == identify(store).canonical


def test_the_rows_of_a_file_are_the_decisions_again() -> None:
    store = stored(*reports())
    rows = graph.rows(identify(store, [decision("kz-oland-m", "no-oland-m", "positive")]))
    by_person = [row for row in rows if row.by]
    assert [row.by for row in by_person] == ["Ann"]
    assert graph.nquads(identify(store, graph.decisions(by_person))) == graph.nquads(
        identify(store, [decision("kz-oland-m", "no-oland-m", "positive")])
    )


# --- the graph -------------------------------------------------------------------------


def test_the_graph_is_dropped_and_made_again() -> None:
    store = stored(*reports())
    before = set(store.quads())
    text = graph.nquads(identify(store))
    store.put(text)
    assert graph.name() in store.graphs()
    assert len(set(store.quads())) > len(before)
    [change] = store.put(text)
    assert (change.added, change.removed) == (0, 0)


def test_a_graph_that_says_nothing_more_is_dropped() -> None:
    store = stored(*reports())
    before = set(store.quads())
    store.put(graph.nquads(identify(store)))
    assert store.drop(graph.name()).removed > 0
    assert graph.name() not in store.graphs()
    assert set(store.quads()) == before
    assert store.drop(graph.name()).removed == 0


def test_the_graph_says_same_as_and_which_stands_for_which() -> None:
    found = identify(stored(*reports()))
    quads_ = list(ox.parse(graph.nquads(found), format=ox.RdfFormat.N_QUADS))
    same = [q for q in quads_ if q.predicate.value == graph.SAME]
    directed = [q for q in quads_ if q.predicate.value == namespaces.term("identifiedAs")]
    assert {(q.subject, q.object) for q in same} <= {(q.subject, q.object) for q in directed}
    assert len(quads_) == len(same) + len(directed)
    assert len(directed) == len(same) + len(found.parts)
    heads = {q.object for q in same}
    assert not heads & {q.subject for q in same}, "what stands for others has nobody before it"


@pytest.mark.parametrize(
    ("node", "text"),
    [
        (person("ru-patrushev-n"), "person:ru-patrushev-n"),
        (person("ru-patrushev-n") + "@a1", "person:ru-patrushev-n@a1"),
        (namespaces.iri("meeting", "m"), "meeting:m"),
        ("http://www.wikidata.org/entity/Q1", "http://www.wikidata.org/entity/Q1"),
    ],
)
def test_nodes_have_short_names(node: str, text: str) -> None:
    assert graph.shorten(node) == text
    assert graph.expand(text) == node


def test_rows_show_the_words_of_both_sides() -> None:
    rows = graph.rows(identify(stored(*reports())))
    told = [row for row in rows if row.subject.startswith("person:")]
    assert told
    assert all(all(row.labels) and all(row.quotes) and row.reasons for row in told)


# --- names of graphs -------------------------------------------------------------------


@pytest.mark.parametrize("name", namespaces.RESERVED)
def test_an_article_may_be_called_as_a_graph_of_ours_is(name: str) -> None:
    articles = [
        report(name, [("Emomali Rahmon", "TJ", "President"), ("Mira Oland", "NO", None)]),
        report("other", [("Emomali Rakhmon", "TJ", "President")]),
    ]
    store = stored(*articles)
    alone = sorted(map(str, store.quads(namespaces.graph(name))))
    pipeline.join(store)
    assert sorted(map(str, store.quads(namespaces.graph(name)))) == alone
    assert {graph.name(), links.name()} <= set(store.graphs())
    assert namespaces.graph(name) not in (graph.name(), links.name())
    assert len(store.graphs()) == 4
    key = namespaces.article_key(name)
    assert store.article(key).graph == namespaces.graph(name)
    store.remove(key)
    assert len(store.graphs()) == 3
    assert [row["name"] for row in store.query("appearances")] == ["Emomali Rakhmon"]


def test_reserved_names_are_those_of_our_graphs() -> None:
    ours = {iri.rpartition("/")[2] for iri in (graph.name(), links.name())}
    assert ours == set(namespaces.RESERVED)
    keys = [
        namespaces.article_key(name) for name in (*namespaces.RESERVED, "Identity", "links.txt")
    ]
    assert len(set(keys)) == 4 and not ours & set(keys)

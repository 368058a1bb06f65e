"""Outlines: what joining needs of an article, the same from its statements and from a store."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pyoxigraph as ox
import pytest
import samples
from test_identity import reports
from world import Row, document, gathering, quads, report

from kg import mappings, namespaces
from kg.graph.statements import nquads, state
from kg.identity import blocking, graph, identify, instruments, outlines, records
from kg.identity.records import Records, Sets
from kg.model import Facts
from kg.store import Store

PEOPLE: list[Row] = [("Mira Oland", "NO", "Foreign Minister"), ("Jan Solberg", "NATO", None)]
SESSION = gathering("third session", organisation="SCO", body="Ministers of Trade", ordinal=3)


def facts() -> Facts:
    paper = document("Protocol on Tea for 2031-2034", "protocol")
    return report("oslo", PEOPLE, meeting=SESSION, instruments=[paper])


def outline(told: Facts) -> outlines.Outline:
    packed = outlines.packed(outlines.of_statements(state(told)))
    assert packed
    return outlines.unpack(packed)


def outlined(*articles: Facts) -> Store:
    """Return a store that keeps an outline of each article."""
    store = Store.in_memory()
    store.fill((nquads(each), None, outlines.of_statements(state(each))) for each in articles)
    return store


# --- one article -------------------------------------------------------------------------


@pytest.mark.parametrize("told", [facts(), *samples.corpus()], ids=lambda told: told.article.id)
def test_the_outline_is_the_same_from_statements_and_from_a_store(told: Facts) -> None:
    name = namespaces.graph(told.article.id)
    stored = Store.in_memory(nquads(told)).quads(name)
    assert outlines.of_quads(stored) == outlines.of_statements(state(told))


def test_an_outline_says_who_met_where_and_what_was_made() -> None:
    found = outline(facts())
    assert (found.article, found.issued) == ("oslo", "2031-05-06")
    persons = {row[0].rpartition("/")[2]: row[1:] for row in found.persons()}
    assert persons["no-oland-m"][0] == ["Mira Oland"]
    assert persons["no-oland-m"][1] == [namespaces.iri("country", "NO")]
    [meeting] = found.meetings()
    assert meeting[1:6] == ["third session", "3", namespaces.iri("organisation", "sco"),
                            "Ministers of Trade", None]  # fmt: skip
    assert len(meeting[-1]) == 2
    [paper] = found.instruments()
    assert paper[1] == "Protocol on Tea for 2031-2034"
    assert {row[1][0] for row in found.named()} >= {"Foreign Minister", "Ministers of Trade"}


def test_an_outline_quotes_the_evidence_and_knows_each_appearance() -> None:
    found = outline(facts())
    assert set(found.quotes().values()) >= {"Mira Oland", "third session"}
    assert all("/appearance/oslo" in a for each in found.appearances().values() for a in each)
    assert len(found.appearances()) == 2


def test_a_graph_of_no_article_has_no_outline() -> None:
    line = ox.Quad(ox.NamedNode("http://e/a"), ox.NamedNode("http://e/b"), ox.Literal("c"))
    assert outlines.of_quads([line]) is None
    assert outlines.of_statements([("http://e/a", "http://e/b", "http://e/c")]) is None


@pytest.mark.parametrize("text", [None, "", "0 eJw=", "12 eJw="])
def test_an_outline_of_another_format_is_none(text: str | None) -> None:
    assert outlines.packed(text) is None


def test_an_outline_is_short() -> None:
    text = outlines.of_statements(state(samples.seed()))
    assert text and text.isascii() and "\n" not in text
    assert len(text) < len(nquads(samples.seed())) / 20


# --- in a store --------------------------------------------------------------------------


def test_identity_is_the_same_with_and_without_outlines() -> None:
    with_, without = (identify(store) for store in (
        outlined(*reports()), Store.in_memory(*map(nquads, reports()))
    ))  # fmt: skip
    assert with_ == without
    assert with_.canonical and with_.decisions


def test_articles_of_two_bases_may_have_one_name() -> None:
    base = "https://news.example/id/"
    store = Store.in_memory(nquads(facts()), nquads(report("oslo", PEOPLE[:1]), base))
    found = identify(store)
    quoted = [node for node, quote in found.quotes.items() if quote == "Mira Oland"]
    assert sorted(node.partition("/person/")[0] + "/" for node in quoted) == sorted(
        (base, namespaces.BASE)
    )
    assert found.canonical == {}


def test_no_graph_is_read_of_which_there_is_an_outline(monkeypatch: pytest.MonkeyPatch) -> None:
    store = outlined(facts())
    store.put(quads(report("bergen", PEOPLE)))
    read: list[str | None] = []
    whole = store.quads

    def watched(name: str | None = None) -> Iterator[ox.Quad]:
        read.append(name)
        return whole(name)

    monkeypatch.setattr(store, "quads", watched)
    assert sorted(told.article for told in records.collect(store)) == ["bergen", "oslo"]
    assert read == [namespaces.graph("bergen")]


def test_an_outline_goes_with_its_graph() -> None:
    store = outlined(facts(), report("bergen", PEOPLE))
    kept = sorted(name for name, _ in store.outlines())
    assert kept == [namespaces.graph("bergen"), namespaces.graph("oslo")]
    store.put(nquads(report("oslo", PEOPLE[:1])))
    store.remove("bergen")
    assert list(store.outlines()) == []
    assert [len(told.persons()) for told in records.collect(store)] == [1]


def test_a_graph_that_is_put_again_has_the_new_outline() -> None:
    store = outlined(facts())
    later = report("oslo", PEOPLE[:1])
    store.fill([(nquads(later), "later", outlines.of_statements(state(later)))])
    assert store.stamp(namespaces.graph("oslo")) == "later"
    [told] = records.collect(store)
    assert len(told.persons()) == 1


def test_an_outline_of_another_format_is_made_anew() -> None:
    store = Store.in_memory()
    store.fill([(nquads(facts()), None, "0 of an older Readout")])
    [told] = records.collect(store)
    assert len(told.persons()) == 2


def test_equal_sets_are_one_object() -> None:
    packed = outlines.packed(outlines.of_statements(state(facts())))
    assert packed
    one, other, *_ = Records([packed, packed]).instruments()
    assert one.scene is other.scene and one.meetings is other.meetings


def test_what_is_not_told_changes_nothing_of_the_graph() -> None:
    store = outlined(*reports())
    whole, short = identify(store), identify(store, told=False)
    assert graph.nquads(short) == graph.nquads(whole)
    assert (short.labels, short.quotes) == ({}, {})
    assert (short.decisions, short.refused) == ((), whole.refused)
    assert mappings.write(graph.rows(whole), "x") != mappings.write(graph.rows(short), "x")


@pytest.mark.parametrize(
    ("names", "number", "one"),
    [
        (["Protocol on Tea Trade of 2030", "Protocol on Tea Trade of 2031"], 0, 0),
        (["Protocol on Tea Trade of 2030", "Draft Protocol on Tea Trade of 2030"], 1, 1),
        (["Protocol on Tea Trade of 2030", "Protocol on Tea Trade"], 1, 1),
        (["Protocol on Tea Trade", "the Protocol on Tea Trade"], 1, 1),
        (["Protocol on Tea Trade", "Protocol on Coffee Trade"], 0, 0),
        (["Protocol on Tea Trade 1", "Protocol on Tea Trade 2", "Protocol on Tea Trade"], 2, 0),
    ],
)
def test_pairs_that_numbers_keep_apart_need_no_look(
    names: list[str], number: int, one: int
) -> None:
    store = outlined(
        *(
            report(f"a{n}", PEOPLE, meeting=SESSION, instruments=[document(name, "protocol")])
            for n, name in enumerate(names)
        )
    )
    rows = {row.node: [row] for row in records.collect(store).instruments()}
    profiles = {n: instruments.profile(r, {}, Sets()) for n, r in sorted(rows.items())}
    every, likely = list(instruments.pairs(profiles)), list(instruments.likely(profiles))
    assert len(likely) == number
    apart = set(every) - set(likely)
    assert all(
        "numbers" in (instruments.conflict(profiles[p[0]], profiles[p[1]]) or "") for p in apart
    )
    short, whole = identify(store, told=False), identify(store)
    assert short.canonical == whole.canonical
    assert len([node for node in short.canonical if "/instrument/" in node]) == one


# --- blocks ------------------------------------------------------------------------------

KEYS = {"a": ("x", "y"), "b": ("x", "z"), "c": ("y", "z", "x"), "d": ("w",), "e": ("z",)}


@pytest.mark.parametrize("turn", [1, -1])
def test_pairs_share_a_key_come_once_and_sorted(turn: int) -> None:
    found = list(blocking.pairs(blocking.blocks(list(KEYS.items())[::turn]).values()))
    assert found == [
        pair for pair in combinations(KEYS, 2) if set(KEYS[pair[0]]) & set(KEYS[pair[1]])
    ]


@pytest.mark.parametrize(("largest", "number"), [(1, 0), (2, 1), (3, 5), (None, 5)])
def test_a_block_that_is_too_large_says_nothing(largest: int | None, number: int) -> None:
    found = list(blocking.pairs(blocking.blocks(KEYS.items()).values(), largest))
    assert len(found) == number


def test_one_alone_makes_no_pair() -> None:
    assert list(blocking.pairs(blocking.blocks([("a", ("x",)), ("b", ())]).values())) == []

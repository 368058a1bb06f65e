"""The embedded store: graphs replaced whole, a merged view without doubles, clear refusals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import samples
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDFS, XSD, BNode, Dataset, Literal, URIRef

from kg import export, namespaces
from kg.errors import InputError, StoreError, UsageError
from kg.graph import describe
from kg.results import Rows
from kg.store import Change, GraphStore, Store
from kg.store import folder as folders

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


# --- on disk ----------------------------------------------------------------------


def test_what_was_put_is_there_after_reopening(tmp_path: Path) -> None:
    with Store(tmp_path / "new" / "store") as store:
        store.put(samples.seed_quads())
        before = all_bytes(store)
    with Store(tmp_path / "new" / "store", read_only=True) as store:
        assert all_bytes(store) == before
    with Store(tmp_path / "new" / "store") as store:
        assert all_bytes(store) == before


def test_replacing_on_disk_is_as_in_memory(tmp_path: Path) -> None:
    first, *rest = samples.all_quads()[:4]
    with Store(tmp_path / "s") as store:
        for data in (*rest, first, rest[0], first):
            store.put(data)
        store.remove("sco-tashkent-2016")
        assert all_bytes(store) == all_bytes(Store.in_memory(*rest))


def test_the_default_folder_is_named_by_the_environment_or_lies_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(folders.VARIABLE, raising=False)
    with Store() as store:
        assert store.path == Path("readout.store")
    assert (tmp_path / "readout.store" / folders.MARKER).is_file()
    monkeypatch.setenv(folders.VARIABLE, str(tmp_path / "elsewhere"))
    with Store() as store:
        assert store.path == tmp_path / "elsewhere"
    with Store(tmp_path / "mine") as store:
        assert store.path == tmp_path / "mine"


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = Store(tmp_path / "s")
    store.close()
    store.close()
    with pytest.raises(StoreError, match="is closed"):
        store.put(quads(ONE, SHARED))


def test_a_missing_store_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no store at .*nowhere.*kg build"):
        Store(tmp_path / "nowhere", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_becomes_a_store_by_writing_only(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is no Readout store"):
        Store(tmp_path, read_only=True)
    with Store(tmp_path) as store:
        store.put(quads(ONE, SHARED))
    assert json.loads((tmp_path / folders.MARKER).read_text()) == {
        "engine": "oxigraph",
        "format": 1,
    }


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize(
    ("marker", "words"),
    [
        (None, "no Readout store"),
        ("", "no Readout store"),
        ("{", "no Readout store"),
        ("[]", "no Readout store"),
        ('{"engine": "other", "format": 1}', "no Readout store"),
        ('{"engine": "oxigraph"}', "format None"),
        ('{"engine": "oxigraph", "format": 0}', "format 0"),
        ('{"engine": "oxigraph", "format": 99}', "format 99"),
    ],
)
def test_a_folder_that_is_no_store_is_refused_and_left_alone(
    marker: str | None, words: str, read_only: bool, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("dear diary")
    if marker is not None:
        (tmp_path / folders.MARKER).write_text(marker)
    before = sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir())
    with pytest.raises(StoreError, match=words) as caught:
        Store(tmp_path, read_only=read_only)
    assert str(tmp_path) in str(caught.value)
    assert sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir()) == before


@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_is_no_store(read_only: bool, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="file"):
        Store(tmp_path / "file", read_only=read_only)
    assert (tmp_path / "file").read_text() == "x"


def test_a_damaged_store_is_told(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        store.put(quads(ONE, SHARED))
    (tmp_path / "s" / folders.DATA / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(tmp_path / "s")


# --- several processes ------------------------------------------------------------

WRITER = """
import sys
sys.path[:0] = {paths!r}
import samples
from kg.store import Store
with Store(sys.argv[1]) as store:
    for i in range(100_000):
        for data in samples.all_quads()[:4]:
            store.put(data.replace("gold", f"rule-{{i}}"))
            print(i, flush=True)
"""


@pytest.fixture
def writer(tmp_path: Path):  # type: ignore[no-untyped-def]
    """A process that goes on replacing graphs in tmp_path/s until it is killed."""
    paths = [str(samples.TESTS), str(samples.TESTS.parent)]
    code = textwrap.dedent(WRITER.format(paths=paths))
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "s")], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    process.stdout.readline()
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_second_writer_is_told_who_is_in_the_way(
    writer: subprocess.Popen[str], tmp_path: Path
) -> None:
    with pytest.raises(StoreError, match=r"s is being written by another process"):
        Store(tmp_path / "s")


def test_readers_beside_a_writer_see_whole_graphs(
    writer: subprocess.Popen[str], tmp_path: Path
) -> None:
    sizes = {namespaces.graph(f.article.id): None for f in (samples.seed(), *samples.corpus()[:3])}
    for data in samples.all_quads()[:4]:
        graph = data.splitlines()[0].rpartition("<")[2].rpartition(">")[0]
        sizes[graph] = len(data.splitlines())  # type: ignore[assignment]
    for _ in range(8):
        with Store(tmp_path / "s", read_only=True) as store:
            seen = {graph: len(list(store.quads(graph))) for graph in store.graphs()}
            assert seen == {graph: sizes[graph] for graph in seen}


def test_a_killed_writer_leaves_whole_graphs(writer: subprocess.Popen[str], tmp_path: Path) -> None:
    assert writer.stdout
    for _ in range(12):
        acknowledged = writer.stdout.readline()
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait()
    with Store(tmp_path / "s") as store:
        for data in samples.all_quads()[:4]:
            graph = data.splitlines()[0].rpartition("<")[2].rpartition(">")[0]
            assert len(list(store.quads(graph))) == len(data.splitlines())
        stated = {q.triple for graph in store.graphs() for q in store.quads(graph)}
        assert stated == {q.triple for q in store.quads()}
        rules = store.evaluate("SELECT DISTINCT ?r { ?s readout:rule ?r }")
        assert isinstance(rules, Rows)
        newest = max(int(str(r).removeprefix("rule-")) for r in rules.column("r"))
        assert newest >= int(acknowledged)


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        store.put(quads(ONE, SHARED))
    with (
        Store(tmp_path / "s", read_only=True) as store,
        pytest.raises(StoreError, match="cannot be written"),
    ):
        store.put(quads(ONE, line("a")))

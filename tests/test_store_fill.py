"""Many articles in one step: the same store as one by one, all of a batch or nothing of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pyoxigraph as ox
import pytest
import samples
from conftest import ROOT

from bench import corpus
from kg import export, namespaces, pipeline
from kg.errors import InputError, StoreError
from kg.graph.statements import nquads
from kg.store import Store, embedded, engine, incoming, upkeep
from kg.store import folder as folders

ONE, TWO = namespaces.graph("one"), namespaces.graph("two")
LINE = '<http://e/a> <http://e/label> "Freedonia"'


def quads(graph: str, *lines: str) -> str:
    return "".join(f"{line} <{graph}> .\n" for line in lines)


def content(store: Store) -> list[str]:
    """Return every statement of a store, with its graph, the merged view and the stamps too."""
    return sorted(map(str, store._database))


def build(count: int) -> list[str]:
    return [nquads(pipeline.extract(each.article)) for each in corpus.samples(count)]


@pytest.fixture(params=[1, 1000], ids=["new files", "a transaction"])
def ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fill by new files and by a transaction."""
    monkeypatch.setattr(embedded, "BULK", request.param)


# --- the same as one by one -----------------------------------------------------------------


@pytest.mark.usefixtures("ways")
@pytest.mark.parametrize("parts", [1, 3, 100])
def test_filling_is_as_putting_one_by_one(parts: int, tmp_path: Path) -> None:
    rows = [(text, f"stamp {n}") for n, text in enumerate(samples.all_quads())]
    with Store(tmp_path / "one") as single, Store(tmp_path / "many") as many:
        changes = [change for text, stamp in rows for change in single.put(text, stamp)]
        found = [c for at in range(0, len(rows), parts) for c in many.fill(rows[at : at + parts])]
        assert found == changes
        assert content(many) == content(single)
    with Store(tmp_path / "many", read_only=True) as again:
        assert {name: export.export(again, name) for name in export.FORMATS}
        assert not list(upkeep.verify(again))


@pytest.mark.usefixtures("ways")
def test_what_is_there_is_replaced(tmp_path: Path) -> None:
    first, *rest = samples.all_quads()[:4]
    changed = first.replace("gold", "rule-two")
    with Store(tmp_path / "one") as single, Store(tmp_path / "many") as many:
        for text in (first, *rest, changed):
            single.put(text, "x")
        many.fill([(first, "x"), (rest[0], "x")])
        [again, change, new, *_] = many.fill(
            [(rest[0], "x"), (changed, "x"), (rest[1], "x"), (rest[2], "x")]
        )
        assert (again.added, again.removed) == (0, 0)
        assert change.added == change.removed > 0
        assert new.added == rest[1].count("\n")
        assert content(many) == content(single)


@pytest.mark.usefixtures("ways")
def test_the_last_of_one_article_in_a_batch_stays(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        changes = store.fill(
            [(quads(ONE, LINE), "1"), (quads(TWO, LINE), "1"), (quads(ONE, LINE + "@en"), "2")]
        )
        assert [(c.graph, c.added, c.removed) for c in changes] == [
            (ONE, 1, 0), (TWO, 1, 0), (ONE, 1, 1),
        ]  # fmt: skip
        assert [str(q.object) for q in store.quads(ONE)] == ['"Freedonia"@en']
        assert len(list(store.quads())) == 2
        assert (store.stamp(ONE), store.stamp(TWO)) == ("2", "1")


@pytest.mark.usefixtures("ways")
def test_a_statement_of_several_articles_stands_once_in_the_merged_view(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        store.fill([(quads(graph, LINE), None) for graph in (ONE, TWO)])
        assert len(list(store.quads())) == 1
        assert store.stamp(ONE) is None
        store.drop(ONE)
        assert len(list(store.quads())) == 1
        store.drop(TWO)
        assert list(store.quads()) == []


def test_a_stamp_may_hold_what_it_likes(tmp_path: Path) -> None:
    stamp = 'one "two" \\ three\nfour'
    with Store(tmp_path / "s") as store:
        store.fill([(quads(ONE, LINE), stamp)])
        assert store.stamp(ONE) == stamp


def test_nothing_is_filled_with_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        assert store.fill([]) == ()
        assert content(store) == []


def test_a_store_in_memory_is_filled_too() -> None:
    rows = [(text, None) for text in samples.all_quads()]
    one, many = Store.in_memory(*samples.all_quads()), Store.in_memory()
    many.fill(rows)
    assert content(many) == content(one)


# --- lines that are not as our writer makes them --------------------------------------------


@pytest.mark.parametrize(
    ("text", "graph"),
    [
        (quads(ONE, LINE), ONE),
        (quads(ONE, LINE, LINE + "@en"), ONE),
        (quads(ONE, LINE) + quads(TWO, LINE), None),
        (quads(ONE, LINE)[:-1], None),
        (quads(ONE, LINE).replace(" .", "  .  "), None),
        (f"{LINE} .\n", None),
        (quads(ONE, "_:b <http://e/p> <http://e/o>"), None),
        (quads(ONE, '<http://e/a> <http://e/p> "_: is no blank node"'), None),
        (quads(ONE, f'<http://e/a> <http://e/p> " <{TWO}> ."'), ONE),
        ("# a comment\n" + quads(ONE, LINE), None),
        ("", None),
        ("nonsense", None),
    ],
)
def test_the_graph_of_lines_is_told_where_it_is_sure(text: str, graph: str | None) -> None:
    assert incoming.graph(text) == graph


def test_the_merged_view_is_the_same_lines_without_their_graph() -> None:
    tricky = f'<http://e/a> <http://e/p> " <{ONE}> . <{ONE}> ."'
    text = quads(ONE, LINE, tricky)
    parsed = list(ox.parse(incoming.merged(text).encode(), format=ox.RdfFormat.N_QUADS))
    assert {q.triple for q in parsed if q.graph_name == ox.DefaultGraph()} == {
        q.triple for q in incoming.parse(text)
    }
    assert len(parsed) == 4


@pytest.mark.usefixtures("ways")
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (quads(ONE, "_:b <http://e/p> <http://e/o>"), "blank node"),
        (f"{LINE} .\n", "outside a named graph"),
        ("nonsense\n", "not N-Quads"),
        (quads(ONE, "<http://e/a b> <http://e/p> <http://e/o>"), "not N-Quads"),
    ],
)
def test_what_cannot_be_put_cannot_be_filled(text: str, told: str, tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        with pytest.raises(InputError, match=told):
            store.fill([(text, None)])
        assert content(store) == []


def test_several_graphs_in_one_text_are_put_each(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        changes = store.fill([(quads(ONE, LINE) + quads(TWO, LINE), "x")])
        assert [change.graph for change in changes] == [ONE, TWO]
        assert store.graphs() == (ONE, TWO)


def test_a_reader_cannot_fill(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        store.put(quads(ONE, LINE))
    with (
        Store(tmp_path / "s", read_only=True) as store,
        pytest.raises(StoreError, match="cannot be written"),
    ):
        store.fill([(quads(TWO, LINE), None)])


# --- all of a batch or nothing --------------------------------------------------------------

FILLER = """
import sys
sys.path[:0] = {paths!r}
from test_store_fill import build
from kg.store import Store
graphs = build(24)
with Store(sys.argv[1]) as store:
    print("ready", flush=True)
    for turn in range(1000):
        batch = [(g.replace("sample-5", f"turn-{{turn}}"), "x") for g in graphs]
        store.fill(batch)
        print(turn, flush=True)
"""


@pytest.mark.parametrize("seconds", [0.0, 0.05, 0.11, 0.17])
def test_a_kill_leaves_whole_batches_and_no_files_of_half_ones(
    seconds: float, tmp_path: Path
) -> None:
    code = textwrap.dedent(FILLER.format(paths=[str(ROOT), str(ROOT / "tests")]))
    command = [sys.executable, "-c", code, str(tmp_path / "s")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for _ in range(4):
            acknowledged = process.stdout.readline().strip()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
    with Store(tmp_path / "s") as store:
        assert not list(folders.find(tmp_path / "s").glob("bulk-*"))
        graphs = store.graphs()
        assert len(graphs) % 24 == 0
        assert len(graphs) >= 24 * (int(acknowledged) + 1)
        assert not list(upkeep.verify(store))


def test_files_of_a_bulk_load_that_was_killed_are_swept(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        store.put(quads(ONE, LINE))
    left = folders.find(tmp_path / "s") / "bulk-1234567890.sst"
    left.write_bytes(b"x" * 1000)
    with Store(tmp_path / "s", read_only=True):
        assert left.exists()  # a reader takes nothing away
    with Store(tmp_path / "s") as store:
        assert not left.exists()
        assert store.graphs() == (ONE,)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError("No space left on device"), "cannot be written: No space left"),
        (RuntimeError("Corruption: bad block"), "files are damaged"),
    ],
)
def test_a_disk_that_fails_is_told(
    error: Exception, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(engine, "load", refuse)
    with Store(tmp_path / "s") as store, pytest.raises(StoreError, match=told):
        store.fill([(quads(ONE, LINE), None)])

"""The embedded store on disk: reopening, refusing what is no store, several processes, kills."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pyoxigraph as ox
import pytest
import samples

from kg import export, namespaces
from kg.errors import StoreError
from kg.queries.results import Rows
from kg.store import Store
from kg.store import folder as folders

ONE = namespaces.graph("one")
SHARED = '<http://e/country> <http://e/label> "Freedonia"'


def quads(graph: str, *lines: str) -> str:
    return "".join(f"{line} <{graph}> .\n" for line in lines)


def line(name: str, text: str = "x") -> str:
    return f'<http://e/{name}> <http://e/label> "{text}"'


def all_bytes(store: Store) -> dict[str, str]:
    return {name: export.export(store, name) for name in export.FORMATS}


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


def test_a_number_is_not_found_for_another(tmp_path: Path) -> None:
    number = '"{}"^^<http://www.w3.org/2001/XMLSchema#integer>'
    lines = [f"<http://e/s> <http://e/p> {number.format(n)}" for n in range(250, 520)]
    with Store(tmp_path / "s") as store:
        store.put(quads(ONE, *lines))
        for n in (254, 255, 256, 511):
            value = ox.Literal(n)
            assert [q.object for q in store.matching(None, value, ONE)] == [value]
            assert [q.object for q in store.matching(None, value)] == [value]
        store.put(quads(namespaces.graph("two"), lines[6]))  # 256
        store.put(quads(ONE, *lines[:5], *lines[6:]))  # without 255
        assert not store.states(
            ox.Triple(ox.NamedNode("http://e/s"), ox.NamedNode("http://e/p"), ox.Literal(255))
        )


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

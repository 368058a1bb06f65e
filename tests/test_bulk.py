"""What `kg shard gather` writes is what bulk loaders want: same rows, and nothing left to send."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import servers
from conftest import Run
from shard_corpora import make, planned, write

from kg import queries
from kg.store import Store
from kg.store.remote import connecting, credentials
from kg.store.remote.profiles import MERGED


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kg_run: Run) -> Path:
    """Return a folder with a corpus in shards, gathered, and the store that it gave."""
    for name in (credentials.USER, credentials.PASSWORD, credentials.TOKEN):
        monkeypatch.delenv(name, raising=False)
    write(tmp_path / "in")
    monkeypatch.chdir(tmp_path)
    make(planned())
    assert kg_run("shard", "gather", "corpus", "--store", "store").code == 0
    return tmp_path / "corpus"


def load_oxigraph(corpus: Path) -> None:
    """Load the shards as its own bulk loader does, the merged view into the default graph."""
    shards = [str(path) for path in sorted(corpus.glob("*.gz")) if "articles" not in path.name]
    assert str(corpus / "merged.nt.gz") in shards
    command = [servers.oxigraph_binary(), "load", "--location", str(corpus.parent / "oxigraph")]
    subprocess.run([*command, "--file", *shards], check=True, capture_output=True, timeout=60)


def load_virtuoso(corpus: Path, server: servers.Server) -> None:
    """Load the shards as its own bulk loader does, the merged view into a graph of its own."""
    shutil.copytree(corpus, server.folder / "corpus")
    told = server.execute(
        "ld_dir('corpus', '*.nq.gz', 'urn:unused');"
        f" ld_dir('corpus', 'merged.nt.gz', '{MERGED}'); rdf_loader_run(); checkpoint;"
        " select ll_file, ll_state, ll_error from DB.DBA.load_list;"
    )
    assert told.count(".gz") == len(list(corpus.glob("*.n?.gz"))), told


@pytest.fixture(params=["oxigraph", "virtuoso"])
def loaded(request: pytest.FixtureRequest, corpus: Path) -> Iterator[tuple[str, str]]:
    """Return the name and address of a server that its bulk loader has filled."""
    folder = corpus.parent
    if request.param == "oxigraph":
        load_oxigraph(corpus)
        with servers.oxigraph(folder) as server:
            yield "oxigraph", server.url
    else:
        (folder / "virtuoso").mkdir()
        with servers.virtuoso(folder / "virtuoso") as server:
            load_virtuoso(corpus, server)
            yield "virtuoso", server.url


def test_a_bulk_load_answers_as_the_store_does(loaded: tuple[str, str], kg_run: Run) -> None:
    """Every stored question that needs no value, and a run of `kg load` that has nothing to do."""
    name, url = loaded
    endpoint = connecting.ask(url, name)
    free = [q for q in queries.catalogue() if not any(p.required for p in q.parameters)]
    assert len(free) > 5
    with Store("store", read_only=True) as store:
        for stored in free:
            assert queries.run(endpoint, stored.name) == queries.run(store, stored.name), (
                stored.name
            )
        assert queries.run(store, "meetings").rows
    assert endpoint.union is (name == "virtuoso")
    done = kg_run("load", "--to", url, "--profile", name, "--store", "store")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"0 graphs sent to {url}, ")
    assert done.out.endswith(" stood there already\ncounted there: all as here\n")


def test_a_merged_view_that_stands_elsewhere_is_found(corpus: Path) -> None:
    """A bulk loader may put it into a graph also where the default graph is not a union."""
    merged = str(corpus / "merged.nt.gz")
    command = [servers.oxigraph_binary(), "load", "--location", str(corpus.parent / "oxigraph")]
    words = [*command, "--graph", MERGED, "--file", merged]
    subprocess.run(words, check=True, capture_output=True, timeout=60)
    with servers.oxigraph(corpus.parent) as server, Store("store", read_only=True) as store:
        endpoint = connecting.ask(f"{server.url}/query")
        assert endpoint.union
        assert queries.run(endpoint, "counts") == queries.run(store, "counts")

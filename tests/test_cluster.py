"""A Dask cluster on loopback does what this machine does, also when a worker is killed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import servers
from conftest import ROOT, Needs
from shard_corpora import TEXT

from kg.batch import AHEAD
from kg.errors import StoreError, UsageError
from kg.reading.sources import Source, digest, pack
from kg.resources import fingerprint
from kg.shards import cluster as module
from kg.shards.plan import Entry
from kg.store import Store

ARTICLES = 130
LOOPBACK = ("--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0")
ONE = ("--nthreads", "1", "--nworkers", "1", "--memory-limit", "1GiB", "--no-nanny")
_PATIENCE = 120.0


@dataclass(slots=True)
class Cluster:
    """A scheduler and its workers, each a process of ours."""

    address: str
    folder: Path
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def add(self) -> None:
        """Start another worker."""
        place = self.folder / f"worker{len(self.workers)}"
        words = ("worker", self.address, *LOOPBACK, *ONE, "--local-directory", str(place))
        self.workers.append(dask(self.folder, *words))


def dask(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:]]
    with (folder / "dask.log").open("ab") as log:
        return subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, env=own_code(folder))


def own_code(folder: Path) -> dict[str, str]:
    """Return an environment whose code is a copy: nobody may edit it while a cluster works."""
    return os.environ | {"PYTHONPATH": str(folder.parent / "code")}


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[Cluster]:
    folder.mkdir(exist_ok=True)
    port = servers.free_port()
    scheduler = dask(folder, "scheduler", *LOOPBACK, "--port", str(port))
    running = Cluster(f"tcp://127.0.0.1:{port}", folder)
    try:
        for _ in range(workers):
            running.add()
        yield running
    finally:
        for process in (*running.workers, scheduler):
            process.kill()
            process.wait()


def kg(folder: Path, *words: str) -> subprocess.Popen[str]:
    command, pipe = [sys.executable, "-m", "kg", *words], subprocess.PIPE
    environment = own_code(folder / "dask")
    return subprocess.Popen(
        command, cwd=folder, text=True, stdout=pipe, stderr=pipe, env=environment
    )


def wait_for(what: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + _PATIENCE
    while not what():
        assert process.poll() is None, f"it ended: {process.communicate()}"
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.02)


def lines(file: Path) -> int:
    return file.read_bytes().count(b"\n") if file.exists() else 0


def dump(path: Path) -> str:
    with Store(path, read_only=True) as store:
        return store.export("nquads")


@pytest.fixture
def many(tmp_path: Path, needs: Needs) -> Path:
    """Return a folder with a folder of many articles in it."""
    needs("distributed", "pip install 'readout-kg[dask]' brings the cluster")
    for name in ("kg", "ontology", "queries"):
        shutil.copytree(ROOT / name, tmp_path / "code" / name)
    (tmp_path / "in").mkdir()
    for number in range(1, ARTICLES + 1):
        text = TEXT.format(day=number % 28 + 1, nth=f"{number}th")
        (tmp_path / "in" / f"meeting-{number:03}.txt").write_text(text, "utf-8")
    return tmp_path


@pytest.mark.slow
def test_a_killed_worker_loses_no_article(many: Path) -> None:
    """One of two workers is killed in the middle of a build: all articles, the same bytes."""
    with cluster(many / "dask", 2) as running:
        words = ("build", "in", "--store", "spread", "--report", "report.jsonl")
        build = kg(many, *words, "--dask", running.address)
        wait_for(lambda: lines(many / "report.jsonl") >= 100, build)
        running.workers[0].send_signal(signal.SIGKILL)
        out, err = build.communicate(timeout=_PATIENCE)
        assert build.returncode == 0, err
        assert running.workers[0].wait() == -signal.SIGKILL
        assert running.workers[1].poll() is None
        assert f"{ARTICLES} articles built into spread" in out

        plan = kg(many, "shard", "plan", "in", "--to", "corpus", "--size", "10")
        assert plan.communicate(timeout=_PATIENCE)[1] == ""
        first = kg(many, "shard", "run", "corpus", "0", "--dask", running.address)
        assert first.communicate(timeout=_PATIENCE)[1] == ""
    sealed = (many / "corpus" / "00000.nq.gz").read_bytes()
    again = kg(many, "shard", "run", "corpus", "0", "--force")
    assert again.communicate(timeout=_PATIENCE)[1] == ""
    assert (many / "corpus" / "00000.nq.gz").read_bytes() == sealed

    local = kg(many, "build", "in", "--store", "local", "--jobs", "2")
    assert local.communicate(timeout=_PATIENCE)[1] == ""
    assert lines(many / "report.jsonl") == ARTICLES
    assert dump(many / "spread") == dump(many / "local")


# --- what goes wrong, without a cluster ----------------------------------------------------


@dataclass(slots=True)
class Future:
    """A task that ends with a value, after other endings."""

    endings: list[Any]

    def result(self, timeout: float) -> Any:
        ending = self.endings.pop(0)
        if isinstance(ending, Exception):
            raise ending
        return ending


@dataclass(slots=True)
class Client:
    """A cluster that runs every task here, and whose tasks end first as they are told to."""

    endings: list[Any] = field(default_factory=list)
    versions: dict[str, Any] = field(default_factory=dict)
    workers: int = 2
    sent: list[Any] = field(default_factory=list)

    def wait_for_workers(self, number: int, timeout: float) -> None:
        if not self.workers:
            raise TimeoutError

    def run(self, function: Callable[[], str], on_error: str) -> dict[str, Any]:
        return self.versions or {"tcp://worker": function()}

    def nthreads(self) -> dict[str, int]:
        return {f"tcp://{number}": 1 for number in range(self.workers)}

    def submit(self, attempt: Any, work: Any, item: Any, pure: bool) -> Future:
        assert pure is False, "two articles with the same bytes are two tasks"
        self.sent.append(item)
        endings, self.endings = self.endings, []
        return Future([*endings, attempt(work, item)])


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch, needs: Needs) -> Client:
    needs("distributed", "pip install 'readout-kg[dask]' brings the cluster")
    fake = Client()
    monkeypatch.setattr(module, "_connect", lambda address: nullcontext(fake))
    return fake


def spread(inputs: list[int]) -> list[Any]:
    return [o.value or o.error for o in module.spread(str, inputs, "tcp://h:1")]


def test_outcomes_come_in_the_order_of_the_inputs(client: Client) -> None:
    assert spread(list(range(30))) == [str(number) for number in range(30)]
    assert client.sent == list(range(30))


def test_no_more_is_sent_than_keeps_the_workers_busy(client: Client) -> None:
    taken = iter(range(1000))
    outcomes = module.spread(str, taken, "tcp://h:1")
    assert next(outcomes).value == "0"
    assert next(taken) <= 2 * AHEAD  # two workers of one thread


def test_an_input_over_which_workers_end_is_an_outcome(client: Client) -> None:
    from distributed import KilledWorker

    client.endings = [KilledWorker("task", "tcp://worker", 3)]
    found = spread([1, 2])
    assert str(found[0]) == "1: one worker after the other ended over it"
    assert found[1] == "2"


def test_a_task_that_takes_long_is_waited_for(client: Client) -> None:
    client.endings = [TimeoutError(), TimeoutError()]
    assert spread([1, 2]) == ["1", "2"]


def test_a_cluster_that_lost_all_workers_is_left(client: Client) -> None:
    client.endings = [TimeoutError()]
    found = module.spread(str, [1], "tcp://h:1")
    client.workers = 2
    inputs = iter(found)
    client.workers = 0
    with pytest.raises(StoreError, match="the cluster at tcp://h:1 has no worker"):
        next(inputs)


def test_a_scheduler_that_is_gone_is_told(client: Client) -> None:
    from distributed import CancelledError

    for ending in (CancelledError("task"), OSError("closed")):
        client.endings = [ending]
        with pytest.raises(StoreError, match="the Dask scheduler at tcp://h:1 is gone"):
            spread([1])


@pytest.mark.parametrize(
    "found", ["another", ModuleNotFoundError("No module named 'kg'"), None], ids=str
)
def test_a_worker_of_another_version_is_refused(client: Client, found: Any) -> None:
    client.versions = {"tcp://good": fingerprint(), "tcp://old": found}
    with pytest.raises(UsageError, match="the worker tcp://old has another version of Readout"):
        spread([1])
    assert client.sent == []


def test_without_dask_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"pip install 'readout-kg\[dask\]'"):
        next(module.spread(str, [1], "tcp://h:1"))


# --- what is sent --------------------------------------------------------------------------


def test_a_file_is_sent_with_its_bytes(tmp_path: Path) -> None:
    from kg.reading import read
    from kg.shards import shard

    file = tmp_path / "a.txt"
    file.write_text(TEXT.format(day=3, nth="third"), "utf-8")
    source = Source(str(file), "a", "file")
    here, planned = read(source), Entry(source, digest(source))
    sent = shard.pack(planned)
    file.unlink()
    assert read(sent.source) == here
    assert digest(sent.source) == planned.sha256
    assert shard.make(sent).row["outcome"] == "stored"


def test_what_has_no_file_is_sent_as_it_is(tmp_path: Path) -> None:
    for source in (
        Source(str(tmp_path / "missing.txt"), "missing", "file"),
        Source("a", None, "file", fault="no such file"),
        Source("a line 1", "a", "record", {"text": "words"}),
        Source("standard input", None, "stdin", data=b"words"),
    ):
        assert pack(source) == source

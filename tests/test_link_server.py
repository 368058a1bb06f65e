"""Links against a real SPARQL server, behind a proxy that fails as networks and servers do."""

from __future__ import annotations

import socket
import urllib.request
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import extract
import faulty_proxy
import pytest
import servers
from conftest import Run
from faulty_proxy import Proxy
from talks import LINKED, OPEN, articles
from world import quads

from kg import pipeline
from kg.errors import StoreError, UsageError
from kg.link.client import Client
from kg.mappings import Mapping
from kg.pipeline import Linked
from kg.store import Store

PATIENCE = 1
"""Seconds that a test waits for an answer that does not come."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of a server that holds the extract."""
    with servers.oxigraph(tmp_path_factory.mktemp("wikidata")) as running:
        request = urllib.request.Request(
            f"{running.url}/store?default",
            extract.ntriples().encode(),
            {"Content-Type": "application/n-triples"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            assert answer.status in (201, 204)
        yield running.url


@pytest.fixture
def proxy(server: str) -> Iterator[Proxy]:
    with faulty_proxy.serve(server) as running:
        yield running


@pytest.fixture(scope="module")
def expected(server: str) -> Linked:
    """What the server itself decides."""
    return pipeline.join(talks(), client=Client(f"{server}/query"))


def talks() -> Store:
    return Store.in_memory(*map(quads, articles()))


def join(proxy: Proxy, folder: Path | None = None, waited: list[float] | None = None) -> Linked:
    pauses: list[float] = [] if waited is None else waited
    client = Client(f"{proxy.url}/sparql", folder, timeout=PATIENCE, sleep=pauses.append)
    return pipeline.join(talks(), client=client)


def bare(joined: Linked) -> list[Mapping]:
    """Return the links but for the address that told them, which is of another port each time."""
    return [replace(row, source=None) for row in joined.rows]


def accepted(rows: tuple[Mapping, ...]) -> dict[str, str]:
    found = {row.subject: row.object for row in rows if row.judgement == "positive"}
    return {s: q.removeprefix("wd:") for s, q in found.items() if not s.startswith("country:")}


# --- what is linked --------------------------------------------------------------------


def test_links_are_right_and_nearly_all_are_made(expected: Linked) -> None:
    found = accepted(expected.rows)
    right = {subject for subject, qid in found.items() if LINKED.get(subject) == qid}
    precision, recall = len(right) / len(found), len(right) / len(LINKED)
    assert precision == 1.0
    assert recall >= 0.9
    assert {row.subject for row in expected.rows if row.judgement == "unsure"} == OPEN


def test_the_extract_has_what_makes_linking_hard() -> None:
    items = extract.ITEMS
    names = Counter(name.partition("@")[0] for item in items for name in set(item.names[:1]))
    assert len(items) >= 60
    assert len([name for name, count in names.items() if count > 1]) >= 8, "namesakes"
    assert any(item.merged for item in items)
    assert any(item.kind == extract.PAGE for item in items), "a disambiguation page"
    assert any(name.endswith("@mul") for item in items for name in item.names)
    assert any(end for item in items for _, _, end in item.posts), "past offices"
    only_mul = [i for i in items if all(name.endswith("@mul") for name in i.names)]
    assert only_mul
    kinds = {item.kind for item in items}
    assert kinds >= {extract.SUMMIT, extract.BODY, extract.CITY, extract.TREATY, extract.FILM}


def test_an_accepted_id_is_checked_and_a_wrong_one_told(
    kg_run: Run, proxy: Proxy, tmp_path: Path
) -> None:
    with Store(tmp_path / "a.store") as store:
        store.put("".join(map(quads, articles())))
    call = ("--store", tmp_path / "a.store", "--endpoint", f"{proxy.url}/query")
    assert kg_run("link", "--online", *call).code == 0
    done = kg_run("link", "--check", *call)
    assert done.code == 1, "the word lists' ids are not in the extract"
    mine = [line for line in done.out.splitlines() if line.startswith(("person:", "office:"))]
    assert mine == []
    links = tmp_path / "a.decisions" / "links.sssom.tsv"
    text = links.read_text("utf-8")
    links.write_text(text.replace("\twd:Q8001\t", "\twd:Q8012\t"), "utf-8")
    done = kg_run("link", "--check", *call)
    assert "Q8012 (Mira Oland) was merged into Q8013" in done.out


# --- faults ----------------------------------------------------------------------------

PASSING = (
    *("429:7", "429", "503:2", "503", "500", "502", "504", "truncated", "drop", "closed", "lost"),
    *("stall", "hang", "page", "delay:0.1", "text:<html>", "header:Retry-After=9"),
)


@pytest.mark.parametrize("fault", PASSING)
def test_a_fault_that_passes_is_survived(proxy: Proxy, expected: Linked, fault: str) -> None:
    waited: list[float] = []
    proxy.faults += ["pass", fault]
    assert bare(join(proxy, waited=waited)) == bare(expected)
    assert len(waited) == (0 if fault.startswith(("delay", "header")) else 1)
    assert not proxy.faults


def test_the_pause_is_what_the_server_asks_for(proxy: Proxy) -> None:
    waited: list[float] = []
    proxy.faults += ["429:7", "503:11", "504"]
    join(proxy, waited=waited)
    assert waited == [7.0, 11.0, 4.0]


def test_a_fault_at_every_other_request_changes_nothing(proxy: Proxy, expected: Linked) -> None:
    faults = ("429:1", "truncated", "503", "drop", "closed", "lost", "504", "page")
    proxy.faults += [fault for each in faults * 4 for fault in (each, "pass")]
    found = join(proxy)
    assert bare(found) == bare(expected)
    assert found.standings == expected.standings


@pytest.mark.parametrize(
    ("fault", "told", "attempts"),
    [
        ("403", "status 403", 1),
        ("400", "refuses the query", 1),
        ("503", "failed 5 times, last: status 503", 5),
        ("429:1", "failed 5 times, last: status 429", 5),
        ("truncated", "failed 5 times, last: an answer that is cut off", 5),
        ("stall", "failed 5 times, last: no answer", 5),
        ("closed", "failed 5 times, last: no answer", 5),
    ],
)
def test_a_fault_that_stays_is_told(proxy: Proxy, fault: str, told: str, attempts: int) -> None:
    store = talks()
    pipeline.join(store)
    before = sorted(map(str, store.quads()))
    proxy.always = fault
    client = Client(f"{proxy.url}/query", timeout=PATIENCE, sleep=lambda _: None)
    with pytest.raises(StoreError, match=told):
        pipeline.join(store, client=client)
    assert proxy.count() == attempts
    assert sorted(map(str, store.quads())) == before


# --- what is kept ----------------------------------------------------------------------


@pytest.mark.parametrize("after", [1, 9, 20])
def test_a_run_that_was_broken_off_asks_nothing_twice(
    proxy: Proxy, expected: Linked, tmp_path: Path, after: int
) -> None:
    proxy.faults += [*["pass"] * after, "403"]
    with pytest.raises(StoreError):
        join(proxy, tmp_path)
    assert bare(join(proxy, tmp_path)) == bare(expected)
    asked = Counter(request.body for request in proxy.requests)
    assert sorted(asked.values()) == [*[1] * (len(asked) - 1), 2], "only what failed, once more"
    total = proxy.count()
    assert bare(join(proxy, tmp_path)) == bare(expected)
    assert proxy.count() == total


def test_offline_opens_no_socket(
    proxy: Proxy, expected: Linked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    join(proxy, tmp_path)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    client = Client(f"{proxy.url}/sparql", tmp_path, offline=True)
    assert bare(pipeline.join(talks(), client=client)) == bare(expected)
    assert client.asked == 0
    with pytest.raises(UsageError, match="offline"):
        pipeline.join(talks(), client=Client(f"{proxy.url}/other", tmp_path, offline=True))


def test_many_things_make_few_requests(proxy: Proxy) -> None:
    things = len(join(proxy).rows)
    assert proxy.count() < things
    assert {request.line for request in proxy.requests} == {"POST /sparql"}

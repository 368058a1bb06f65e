"""What servers send in place of an answer, by themselves: told apart, and never taken for one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import faulty_proxy
import pytest
import servers
from faulty_proxy import Proxy

from kg import queries
from kg.errors import StoreError
from kg.store import Store
from kg.store.remote import profiles
from kg.store.remote.credentials import Credentials
from kg.store.remote.endpoint import Endpoint
from kg.store.remote.loading import Loading
from kg.store.remote.transport import Limits, Transport
from kg.store.remote.writing import Writer

LOADER = Credentials(servers.USER, servers.PASSWORD)
LINE = '<urn:s> <urn:p> "value" <https://w3id.org/readout/id/graph/a> .\n'
MANY = "".join(f'<urn:s{number}> <urn:p> "{number}" .\n' for number in range(10_001))


def load(url: str, name: str, who: Credentials) -> None:
    server = profiles.find(url, name)
    with Transport(who, digest=server.profile.digest) as transport:
        endpoint = Endpoint(server.query, union=server.profile.union)
        work = Loading(Store.in_memory(LINE), endpoint, Writer(server, transport))
        list(work.carry_out(work.plan()))


# --- Virtuoso ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """A proxy before a Virtuoso that has more triples in one graph than it sends rows."""
    folder = tmp_path_factory.mktemp("virtuoso")
    with (
        servers.virtuoso(folder) as server,
        faulty_proxy.serve(server.url) as proxy,
        Transport(LOADER, digest=True) as transport,
    ):
        url = profiles.find(server.url, "virtuoso").graphs
        turtle = {"Content-Type": "text/turtle"}
        transport.send("PUT", url, MANY.encode(), headers=turtle, parameters={"graph": "urn:many"})
        yield proxy


@pytest.fixture
def endpoint(virtuoso: Proxy) -> Endpoint:
    return Endpoint(virtuoso.url + "/sparql", union=True)


@pytest.mark.parametrize(
    ("who", "told"),
    [
        (
            Credentials(servers.USER, "wrong-Geheim"),
            "it does not take the name and password in READ",
        ),
        (Credentials("nobody", "wrong-Geheim"), "it does not take the name and password in READ"),
        (Credentials(token="wrong-Geheim"), "it does not take the token in READOUT_REMOTE_TOKEN"),
        (Credentials(), "it may want a name and password, in READOUT_REMOTE_USER and"),
    ],
)
def test_a_wrong_password_is_told_and_never_shown(
    virtuoso: Proxy, who: Credentials, told: str
) -> None:
    virtuoso.requests.clear()
    with pytest.raises(StoreError, match=r"refuses, status 40[13]: " + told) as error:
        load(virtuoso.url, "virtuoso", who)
    assert "Geheim" not in f"{error.value} {error.value!r} {error.value.__cause__!r}"
    assert virtuoso.count("graph-crud") <= 2, "a wrong password is not tried again and again"


def test_a_digest_has_no_password_in_it(virtuoso: Proxy) -> None:
    virtuoso.requests.clear()
    load(virtuoso.url, "virtuoso", LOADER)
    sent = [request.headers.get("authorization", "") for request in virtuoso.requests]
    assert any(header.startswith("Digest ") for header in sent)
    assert not any(servers.PASSWORD in f"{request}" for request in virtuoso.requests)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?s { GRAPH <urn:many> { ?s ?p ?o } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <urn:many> { ?s ?p ?o } }",
        "CONSTRUCT { ?s <urn:q> ?o } WHERE { GRAPH <urn:many> { ?s ?p ?o } } LIMIT 20000",
    ],
)
def test_more_than_a_server_sends_is_no_answer(endpoint: Endpoint, text: str) -> None:
    with pytest.raises(StoreError, match="cuts answers off at 10000 rows: ask for less"):
        queries.select(endpoint, text)


@pytest.mark.parametrize("words", ["SELECT ?s", "CONSTRUCT { ?s ?p ?o }"])
def test_less_than_a_server_sends_is_an_answer(endpoint: Endpoint, words: str) -> None:
    text = f"{words} WHERE {{ GRAPH <urn:many> {{ ?s ?p ?o }} }} LIMIT 9999"
    found = queries.select(endpoint, text)
    assert isinstance(found, queries.Rows | queries.results.Graph)
    assert len(found) == 9999


def test_a_part_for_want_of_time_is_no_answer(virtuoso: Proxy) -> None:
    """Virtuoso answers 200 with what it found so far where a limit of its own is passed."""
    hurried = Endpoint(virtuoso.url + "/sparql", union=False)
    hurried.url += "?timeout=1000"
    with pytest.raises(StoreError, match="ran out of its own time and sent a part of the answer"):
        hurried.rows("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")


def test_a_question_that_a_server_cannot_read_is_told_with_its_words(endpoint: Endpoint) -> None:
    with pytest.raises(StoreError, match=r"status 400: .*syntax error|status 400: .*SP030"):
        endpoint.rows("SELECT ?s { ?s ?p }")


# --- Oxigraph ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def hasty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an Oxigraph server that gives a query one second."""
    folder: Path = tmp_path_factory.mktemp("hasty")
    with servers.oxigraph(folder, "--timeout-s", "1") as server:
        data = "".join(f"<urn:s{number}> <urn:p> <urn:o{number}> ." for number in range(300))
        with Transport(Credentials()) as transport:
            headers = {"Content-Type": "application/sparql-update"}
            body = f"INSERT DATA {{ {data} }}".encode()
            transport.send("POST", server.url + "/update", body, headers=headers)
        yield server.url + "/query"


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(STR(?a) = STR(?i)) }",
        "CONSTRUCT { ?a ?b ?i } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(STR(?a) = STR(?i)) }",
    ],
)
def test_an_error_inside_an_answer_is_no_answer(hasty: str, text: str) -> None:
    """Oxigraph answers 200, and with its error behind the rows that it has sent already."""
    waits: list[float] = []
    endpoint = Endpoint(hasty, union=False, sleep=waits.append)
    with pytest.raises(StoreError, match="ran out of its own time"):
        endpoint.rows(text)
    assert waits == [], "what takes too long once does so again"


def test_a_server_that_is_slow_is_left_in_time(hasty: str) -> None:
    begun = time.monotonic()
    with faulty_proxy.serve(hasty.removesuffix("/query")) as proxy:
        proxy.faults = ["stall"]
        endpoint = Endpoint(proxy.url + "/query", union=False, limits=Limits(1, 1, 1))
        with pytest.raises(StoreError, match="has sent nothing for 1 seconds: --timeout allows"):
            endpoint.rows("SELECT * { ?s ?p ?o }")
    assert time.monotonic() - begun < 30


def test_no_server_is_told_at_once() -> None:
    waits: list[float] = []
    nowhere = f"http://127.0.0.1:{servers.free_port()}"
    with pytest.raises(StoreError, match=f"no server answers at {nowhere}"):
        Endpoint(nowhere + "/query", union=False, sleep=waits.append).rows("SELECT * { ?s ?p ?o }")
    with pytest.raises(StoreError, match=f"no server answers at {nowhere}/update"):
        Transport(Credentials(), sleep=waits.append).send("POST", nowhere + "/update")
    assert waits == []

"""`kg load` and `kg query --endpoint`: what they print, refuse and keep to themselves."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import faulty_proxy
import pytest
import servers
from conftest import ROOT, Run
from faulty_proxy import Proxy

from kg import queries, retries
from kg.commands import load
from kg.store import Store
from kg.store.remote import credentials, loading, profiles
from kg.store.remote.credentials import Credentials
from kg.store.remote.transport import Answer, Transport


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    folder = tmp_path_factory.mktemp("oxigraph")
    with servers.oxigraph(folder) as server, faulty_proxy.serve(server.url) as proxy:
        yield proxy


@pytest.fixture
def proxy(running: Proxy, monkeypatch: pytest.MonkeyPatch) -> Proxy:
    """Return a proxy before a server that is empty; nobody waits for a second attempt."""
    for name in (credentials.USER, credentials.PASSWORD, credentials.TOKEN):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(retries, "LONGEST_PAUSE", 0.0)
    with Transport(Credentials()) as transport:
        headers = {"Content-Type": "application/sparql-update"}
        transport.send("POST", f"{running.target}/update", b"CLEAR ALL", headers=headers)
    running.requests.clear()
    return running


def test_profiles_are_offered_as_they_are() -> None:
    assert tuple(profiles.PROFILES) == load.NAMES


def test_a_store_is_loaded_once(kg_run: Run, store: Path, proxy: Proxy) -> None:
    to = ("--to", proxy.url, "--profile", "oxigraph", "--store", store)
    first = kg_run("load", *to)
    assert (first.code, first.err) == (0, "")
    assert first.out == f"2 graphs sent to {proxy.url}\ncounted there: all as here\n"
    sent = proxy.count("/update")
    second = kg_run("load", *to)
    assert second.out.startswith(f"0 graphs sent to {proxy.url}, 2 stood there already\n")
    assert proxy.count("/update") == sent == 1
    assert kg_run("load", *to, "--force").out.startswith("2 graphs sent")


@pytest.mark.parametrize("stored", queries.catalogue(), ids=lambda stored: stored.name)
def test_a_stored_question_prints_the_same(
    kg_run: Run, store: Path, filled: str, stored: queries.StoredQuery
) -> None:
    pairs = [part for pair in stored.example.items() for part in ("-p", "=".join(pair))]
    here = kg_run("query", stored.name, *pairs, "--store", store)
    assert kg_run("query", stored.name, *pairs, "--endpoint", filled) == here
    assert here.code == 0 and here.out.count("\n") >= 2


@pytest.fixture
def filled(kg_run: Run, store: Path, running: Proxy) -> str:
    """Return the address of the queries of a server that holds `store`."""
    kg_run("load", "--to", running.url, "--profile", "oxigraph", "--store", store)
    return f"{running.url}/query"


@pytest.mark.parametrize("form", ["table", "json", "csv", "tsv"])
def test_a_free_question_prints_the_same(
    kg_run: Run, store: Path, filled: str, tmp_path: Path, form: str
) -> None:
    file = tmp_path / "own.rq"
    file.write_text("SELECT ?name { ?p a readout:Person ; rdfs:label ?name } ORDER BY ?name")
    words = ("query", "--file", file, "--format", form, "--rows", "3")
    here = kg_run(*words, "--store", store)
    there = kg_run(*words, "--endpoint", filled)
    assert there == here
    assert here.code == 1  # there are more than three


def test_triples_print_the_same(kg_run: Run, store: Path, filled: str, tmp_path: Path) -> None:
    file = tmp_path / "own.rq"
    file.write_text("CONSTRUCT { ?p rdfs:label ?n } { ?p a readout:Person ; rdfs:label ?n }")
    words = ("query", "--file", file, "--format", "turtle")
    assert kg_run(*words, "--endpoint", filled) == kg_run(*words, "--store", store)


@pytest.mark.parametrize(
    "text", ["SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "DROP ALL", "SELECT"]
)
def test_what_is_refused_here_is_not_sent(
    kg_run: Run, filled: str, running: Proxy, tmp_path: Path, text: str
) -> None:
    file = tmp_path / "own.rq"
    file.write_text(text)
    running.requests.clear()
    done = kg_run("query", "--file", file, "--endpoint", filled)
    assert (done.code, done.out) == (2, "")
    assert all(b"SERVICE" not in request.body for request in running.requests)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("load", "--to", "http://127.0.0.1:9"), 2, "does not tell what store it is"),
        (("load", "--to", "http://127.0.0.1:9/query"), 4, "no server answers at http://127.0.0.1"),
        (("load", "--to", "http://a:b@127.0.0.1:9/query"), 2, "credentials in it"),
        (("query", "counts", "--endpoint", "http://127.0.0.1:9/query"), 4, "no server answers"),
        (("query", "counts", "--endpoint", "nothing"), 2, "not an address of a server"),
    ],
)
def test_what_cannot_be_reached_is_told(
    kg_run: Run, store: Path, proxy: Proxy, words: tuple[str, ...], code: int, told: str
) -> None:
    more = ("--store", store) if words[0] == "load" else ()
    done = kg_run(*words, *more)
    assert (done.code, done.out) == (code, "")
    assert told in done.err


def test_an_endpoint_and_a_store_are_not_asked_at_once(kg_run: Run, store: Path) -> None:
    done = kg_run("query", "counts", "--endpoint", "http://127.0.0.1:9", "--store", store)
    assert (done.code, "not both" in done.err) == (2, True)


def test_other_counts_are_told(
    kg_run: Run, store: Path, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading.Loading, "carry_out", lambda self, plan: iter(()))
    done = kg_run("load", "--to", f"{proxy.url}/query", "--store", store)
    assert done.code == 1
    assert "sco-tashkent-2016: 635 statements here, 0 there" in done.err
    assert "does not hold what the store holds: --force sends all of it again" in done.err


def test_many_other_counts_are_counted(
    kg_run: Run, store: Path, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults = [f"a{number}: 1 statements here, 0 there" for number in range(25)]
    monkeypatch.setattr(loading.Loading, "verify", lambda self, plan: iter(faults))
    done = kg_run("load", "--to", f"{proxy.url}/query", "--store", store)
    assert (done.err.count("statements here"), "and 5 more" in done.err) == (load.SHOWN, True)


def test_what_goes_and_what_stays_is_told(kg_run: Run, tmp_path: Path, proxy: Proxy) -> None:
    place, to = tmp_path / "own", ("--to", f"{proxy.url}/query", "--store", tmp_path / "own")
    names = [f"https://w3id.org/readout/id/graph/{letter}" for letter in "abc"]
    with Store(place) as own:
        own.put("".join(f'<urn:s> <urn:p> "{name}" <{name}> .\n' for name in names))
    assert kg_run("load", *to).code == 0
    with Store(place) as own:
        own.drop(names[0])
    assert "0 graphs sent to" in kg_run("load", *to, "--keep").out
    assert ", 2 stood there already, 1 kept" in kg_run("load", *to, "--keep").out
    assert ", 1 taken out, 2 stood there already" in kg_run("load", *to).out


def test_a_password_over_plain_http_is_noticed(
    kg_run: Run, store: Path, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(credentials.USER, "olga")
    monkeypatch.setenv(credentials.PASSWORD, "geheim")
    near = kg_run("load", "--to", f"{proxy.url}/query", "--store", store)
    assert (near.code, near.err) == (0, "")
    sent = [request.headers["authorization"] for request in proxy.requests]
    assert sent and all(header.startswith("Basic ") for header in sent)


@pytest.mark.parametrize("verb", ["load", "query"])
@pytest.mark.parametrize("fault", ["401", "403"])
def test_a_refusal_shows_no_secret(
    kg_run: Run, store: Path, proxy: Proxy, monkeypatch: pytest.MonkeyPatch, verb: str, fault: str
) -> None:
    monkeypatch.setenv(credentials.TOKEN, "geheim")
    proxy.faults = [fault]
    words = {
        "load": ("load", "--to", f"{proxy.url}/query", "--store", store),
        "query": ("query", "counts", "--endpoint", f"{proxy.url}/query"),
    }
    done = kg_run(*words[verb])
    assert (done.code, done.out) == (4, "")
    assert (
        f"refuses, status {fault}: it does not take the token in READOUT_REMOTE_TOKEN" in done.err
    )
    assert "geheim" not in done.err
    assert proxy.requests[-1].headers["authorization"] == "Bearer geheim"
    assert len(proxy.requests) == 1


def test_a_time_out_of_a_query_is_told(kg_run: Run, filled: str, running: Proxy) -> None:
    running.faults = ["hang"]
    done = kg_run("query", "counts", "--endpoint", filled, "--timeout", "1")
    assert (done.code, done.out) == (4, "")
    assert "has sent nothing for 1 seconds: --timeout allows more" in done.err


def test_a_query_ends_in_a_process_of_its_own(filled: str, running: Proxy) -> None:
    """An endpoint that trickles is left at the time that was given for the whole."""
    binary = shutil.which("kg", path=str(Path(sys.executable).parent))
    assert binary, "the command is installed where the tests run"
    words = [binary, "query", "counts", "--endpoint", filled, "--timeout", "1"]
    running.always = "503:1"
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=60, cwd=ROOT)
    finally:
        running.always = "pass"
    assert done.returncode == 4
    assert "no answer within" in done.stderr or "failed 5 times" in done.stderr


# --- redirects, and what a status says -----------------------------------------------------


class Elsewhere(BaseHTTPRequestHandler):
    """A server that sends every request on to another."""

    target = ""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.send_response(302)
        self.send_header("Location", self.target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.mark.parametrize("verb", ["load", "query"])
def test_a_secret_goes_to_the_address_that_was_given_alone(
    kg_run: Run, store: Path, proxy: Proxy, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    monkeypatch.setenv(credentials.TOKEN, "geheim")
    Elsewhere.target = f"{proxy.url}/query?query=ASK%7B%7D"
    server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    url = f"http://127.0.0.1:{server.server_port}/query"
    try:
        words = ("--to", url, "--store", store) if verb == "load" else ("counts", "--endpoint", url)
        done = kg_run(verb, *words)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert done.code == 4
    assert f"sends on to {proxy.url}/query" in done.err
    assert all("authorization" not in request.headers for request in proxy.requests)


@pytest.mark.parametrize(
    ("status", "headers", "told"),
    [
        (400, {}, "answers with status 400: the words of the server"),
        (404, {}, "has nothing there: is it the right address, and profile"),
        (500, {}, "answers with status 500"),
        (301, {"Location": "https://h/q?x=1"}, "sends on to https://h/q: give that one"),
        (308, {}, "sends on to another address"),
        (200, {"X-SQL-State": "S1TAT"}, "ran out of its own time"),
        (200, {"X-SQL-State": "42000", "X-SQL-Message": "broken"}, "part of the answer: broken"),
        (200, {"X-SPARQL-MaxRows": "500"}, "cuts answers off at 500 rows"),
    ],
)
def test_what_an_answer_says_is_told(
    proxy: Proxy, status: int, headers: dict[str, str], told: str
) -> None:
    from kg.errors import StoreError
    from kg.store.remote.transport import judge

    answer = Answer(status, headers, b"the words\n of   the server")
    with pytest.raises(StoreError, match=told):
        judge(answer, "http://h/q", Credentials())
    if status == 404:
        assert judge(answer, "http://h/q", Credentials(), missing=True) is answer


def test_without_httpx_the_remedy_is_told(
    kg_run: Run, store: Path, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    done = kg_run("load", "--to", f"{proxy.url}/query", "--store", store)
    assert (done.code, done.out) == (2, "")
    assert "pip install 'readout-kg[remote]'" in done.err
    assert kg_run("query", "counts", "--endpoint", f"{proxy.url}/query").code == 0

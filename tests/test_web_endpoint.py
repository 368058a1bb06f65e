"""The endpoint's limits, what pages of other origins may read, and what it says of itself."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest
from httpx import Response
from sites import Client, opened

ASK = "ASK {}"
CROSS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def client(store: Path) -> Iterator[Client]:
    with opened(store) as made:
        yield made


def get(client: Client, accept: str | None = None, **fields: str) -> Response:
    return client.get(f"/sparql?{urlencode(fields)}", headers={"accept": accept} if accept else {})


def truth(answer: Response) -> bool:
    assert answer.status_code == 200, answer.text
    return bool(answer.json()["boolean"])


# --- limits ------------------------------------------------------------------------------


def test_rows_are_capped_and_the_cap_is_told(client: Client) -> None:
    text = "SELECT * WHERE { ?s ?p ?o }"
    answer = get(client, query=text)
    assert len(answer.json()["results"]["bindings"]) == 200
    assert answer.headers["readout-rows-most"] == "200"
    assert answer.headers["readout-rows-cut"] == "true"
    exact = get(client, query=f"{text} LIMIT 200")
    assert "readout-rows-cut" not in exact.headers


def test_long_answers_are_streamed_whole(client: Client) -> None:
    long = f"SELECT ('{'x' * 900}' AS ?long) WHERE {{ ?s ?p ?o }}"
    answer = get(client, "text/csv", query=long)
    assert len(answer.content) == int(answer.headers["content-length"]) > 180_000
    assert answer.text.count("x" * 900) == 200


def test_a_query_that_takes_too_long_is_told_so_and_others_go_on(client: Client) -> None:
    with ThreadPoolExecutor(3) as threads:
        slow = threads.submit(get, client, query=CROSS)
        for _ in range(3):
            stored = client.get("/health")
            assert stored.status_code == 200
        answer = slow.result()
    assert answer.status_code == 503
    assert "timeout" in answer.text and "4 seconds" in answer.text
    assert answer.headers["retry-after"] == "5"
    assert truth(get(client, query=ASK))


def test_a_worker_that_is_killed_is_not_missed(store: Path) -> None:
    with opened(store) as client:
        assert truth(get(client, query=ASK))
        pool = client.site.served.guests
        for _ in range(3):
            for process in pool.processes:
                os.kill(process, signal.SIGKILL)
            assert truth(get(client, query=ASK))
        assert len(pool.processes) <= 2


# --- pages of other origins ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("origin", "open_to"),
    [
        ("http://localhost:3333", True),
        ("http://127.0.0.1:9000", True),
        ("http://[::1]:9000", True),
        ("https://example.org", False),
        ("http://localhost.example.org", False),
        ("http://127.0.0.1.example.org", False),
        ("null", False),
    ],
)
def test_only_origins_of_this_machine_read_answers(
    client: Client, origin: str, open_to: bool
) -> None:
    answer = client.get(f"/sparql?query={quote(ASK)}", headers={"origin": origin})
    told = answer.headers.get("access-control-allow-origin")
    assert told == (origin if open_to else None)
    assert "Origin" in answer.headers["vary"]
    asked = client.options("/sparql", headers={"origin": origin})
    assert asked.status_code == 204
    assert asked.headers.get("access-control-allow-origin") == (origin if open_to else None)
    assert "POST" in asked.headers["access-control-allow-methods"]


@pytest.mark.parametrize("allowed", ["https://example.org", "*"])
def test_other_origins_can_be_allowed(store: Path, allowed: str) -> None:
    with opened(store, origins=(allowed,)) as client:
        answer = client.get(
            f"/sparql?query={quote(ASK)}", headers={"origin": "https://example.org"}
        )
        assert answer.headers["access-control-allow-origin"] == "https://example.org"


# --- the description of the service -----------------------------------------------------------


@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/n-triples", "application/rdf+xml", "*/*"]
)
def test_without_a_query_the_service_is_described(client: Client, accept: str) -> None:
    answer = client.get("/sparql", headers={"accept": accept})
    kind = answer.headers["content-type"].partition(";")[0]
    form = ox.RdfFormat.from_media_type(kind)
    assert answer.status_code == 200 and form
    triples = list(ox.parse(answer.content, format=form))
    space = "http://www.w3.org/ns/sparql-service-description#"
    endpoint = ox.NamedNode(f"{client.here}/sparql")
    assert any(t.predicate.value == f"{space}endpoint" and t.object == endpoint for t in triples)
    assert any(t.object == ox.NamedNode(f"{space}SPARQL11Query") for t in triples)
    assert not any("Update" in str(t.object) for t in triples)


def test_the_description_is_refused_in_formats_of_rows(client: Client) -> None:
    assert client.get("/sparql", headers={"accept": "text/csv"}).status_code == 406

"""Addresses, credentials, questions and answers of servers, without any server."""

from __future__ import annotations

import json
from email.message import Message

import pyoxigraph as ox
import pytest

from kg import retries
from kg.errors import StoreError, UsageError
from kg.queries import results, sparql
from kg.retries import Passing
from kg.store.remote import answers, connecting, credentials, profiles, rewriting, transport
from kg.store.remote.credentials import Credentials
from kg.store.remote.endpoint import declare

M = profiles.MERGED

# --- addresses ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "name", "query", "update"),
    [
        ("http://h:7878", "oxigraph", "http://h:7878/query", "http://h:7878/update"),
        ("http://h:7878/", "oxigraph", "http://h:7878/query", "http://h:7878/update"),
        ("http://h:7878/query", None, "http://h:7878/query", "http://h:7878/update"),
        ("http://h:7878/store", None, "http://h:7878/query", "http://h:7878/update"),
        ("http://h:3030/ds", "fuseki", "http://h:3030/ds/query", "http://h:3030/ds/update"),
        ("http://h:3030/ds/sparql", "fuseki", "http://h:3030/ds/query", "http://h:3030/ds/update"),
        ("https://h/repositories/r", None, "https://h/repositories/r",
         "https://h/repositories/r/statements"),
        ("https://h/repositories/r/statements", "graphdb", "https://h/repositories/r",
         "https://h/repositories/r/statements"),
        ("https://h/rdf4j-server/repositories/r", "rdf4j", "https://h/rdf4j-server/repositories/r",
         "https://h/rdf4j-server/repositories/r/statements"),
        ("http://h:8890", "virtuoso", "http://h:8890/sparql", "http://h:8890/sparql-auth"),
        ("http://h:8890/sparql", "virtuoso", "http://h:8890/sparql", "http://h:8890/sparql-auth"),
        ("http://h/sparql-auth", None, "http://h/sparql", "http://h/sparql-auth"),
        ("http://h:7001", "qlever", "http://h:7001/", "http://h:7001/"),
    ],
)  # fmt: skip
def test_an_address_leads_to_those_of_questions_and_updates(
    url: str, name: str | None, query: str, update: str
) -> None:
    server = profiles.find(url, name)
    assert (server.query, server.update) == (query, update)


@pytest.mark.parametrize(
    "url", ["http://h", "http://h/sparql", "http://h/ds/query", "http://h/ds", "http://h/data"]
)
def test_what_may_be_several_stores_is_not_guessed(url: str) -> None:
    with pytest.raises(UsageError, match="name it, one of oxigraph, fuseki, graphdb, rdf4j, virt"):
        profiles.find(url)


@pytest.mark.parametrize(
    "url", ["", "h:7878", "ftp://h/x", "file:///etc/passwd", "http://", "http://[::1", "http://h:x"]
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(UsageError, match="not an address of a server"):
        profiles.find(url, "oxigraph")


def test_credentials_in_an_address_are_refused_and_not_repeated() -> None:
    with pytest.raises(UsageError, match="give them in the environment") as error:
        profiles.find("http://olga:geheim@h/query")
    assert "geheim" not in str(error.value)


def test_an_unknown_profile_is_told() -> None:
    with pytest.raises(UsageError, match="no profile 'blazegraph': there are oxigraph, fuseki"):
        profiles.find("http://h", "blazegraph")


def test_every_store_that_is_written_to_by_graphs_has_their_address() -> None:
    for profile in profiles.PROFILES.values():
        assert profile.way == "update" or profile.graphs
        assert profile.statements > 0


# --- credentials -------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in (credentials.USER, credentials.PASSWORD, credentials.TOKEN):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.mark.parametrize(
    ("user", "password", "token"),
    [(None, None, None), ("olga", "geheim", None), (None, None, "geheim")],
)
def test_credentials_come_from_the_environment(
    bare: pytest.MonkeyPatch, user: str | None, password: str | None, token: str | None
) -> None:
    for name, value in zip(
        (credentials.USER, credentials.PASSWORD, credentials.TOKEN),
        (user, password, token),
        strict=True,
    ):
        bare.setenv(name, value or "")
    found = credentials.read()
    assert found == Credentials(user, password, token)
    assert bool(found) is bool(user or token)
    assert "geheim" not in repr(found) and "olga" not in repr(found)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({credentials.USER: "olga"}, "go together"),
        ({credentials.PASSWORD: "geheim"}, "go together"),
        ({credentials.USER: "o", credentials.PASSWORD: "g", credentials.TOKEN: "t"}, "which of"),
    ],
)
def test_half_credentials_are_refused(
    bare: pytest.MonkeyPatch, given: dict[str, str], told: str
) -> None:
    for name, value in given.items():
        bare.setenv(name, value)
    with pytest.raises(UsageError, match=told):
        credentials.read()


@pytest.mark.parametrize(
    ("url", "known", "is_open"),
    [
        ("http://example.org/query", True, True),
        ("http://example.org/query", False, False),
        ("https://example.org/query", True, False),
        ("http://127.0.0.1:7878", True, False),
        ("http://localhost:7878", True, False),
    ],
)
def test_a_password_that_others_can_read_is_noticed(
    bare: pytest.MonkeyPatch, url: str, known: bool, is_open: bool
) -> None:
    if known:
        bare.setenv(credentials.TOKEN, "t")
    assert connecting.is_open(url) is is_open


# --- questions ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "merged"),
    [
        ("SELECT * { ?s ?p ?o }", f"SELECT * {{ GRAPH <{M}> {{ ?s ?p ?o }} }}"),
        ("ASK WHERE{?s ?p ?o}", f"ASK WHERE{{ GRAPH <{M}> {{?s ?p ?o}} }}"),
        ("SELECT ?s { { SELECT ?s { ?s ?p ?o } } }",
         f"SELECT ?s {{ GRAPH <{M}> {{ {{ SELECT ?s {{ ?s ?p ?o }} }} }} }}"),
        ("SELECT ?g { GRAPH ?g { ?s ?p ?o } }",
         f"SELECT ?g {{ GRAPH <{M}> {{ {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != <{M}>) }} }} }}"),
        ("SELECT ?Graph {graph $Graph{?s ?p ?o}}",
         f"SELECT ?Graph {{ GRAPH <{M}> {{{{ graph $Graph{{?s ?p ?o}}"
         f" FILTER($Graph != <{M}>) }}}} }}"),
        ("SELECT ?s { GRAPH <urn:a> { ?s ?p ?o } }",
         f"SELECT ?s {{ GRAPH <{M}> {{ GRAPH <urn:a> {{ ?s ?p ?o }} }} }}"),
        ("SELECT ?s { ?s ?p '} GRAPH ?g {' # }\n }",
         f"SELECT ?s {{ GRAPH <{M}> {{ ?s ?p '}} GRAPH ?g {{' # }}\n }} }}"),
        ("SELECT ?s { ?s ?p ?o } VALUES ?s { <urn:a> }",
         f"SELECT ?s {{ GRAPH <{M}> {{ ?s ?p ?o }} }} VALUES ?s {{ <urn:a> }}"),
        ("SELECT ?s { ?s ?p ?o } VALUES (?s ?p) { (<urn:a> 1) }",
         f"SELECT ?s {{ GRAPH <{M}> {{ ?s ?p ?o }} }} VALUES (?s ?p) {{ (<urn:a> 1) }}"),
        ("SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING(EXISTS { ?s ?p 1 })",
         f"SELECT ?s {{ GRAPH <{M}> {{ ?s ?p ?o }} }} GROUP BY ?s"
         f" HAVING(EXISTS {{ GRAPH <{M}> {{ ?s ?p 1 }} }})"),
        ("CONSTRUCT { ?s ?p 1 } WHERE { ?s ?p ?o }",
         f"CONSTRUCT {{ ?s ?p 1 }} WHERE {{ GRAPH <{M}> {{ ?s ?p ?o }} }}"),
        ("CONSTRUCT { ?s ?p 1 } { ?s ?p ?o }",
         f"CONSTRUCT {{ ?s ?p 1 }} {{ GRAPH <{M}> {{ ?s ?p ?o }} }}"),
        ("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 3",
         f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{M}> {{ ?s ?p ?o }} }} LIMIT 3"),
        ("DESCRIBE ?s WHERE { ?s ?p 1 }", f"DESCRIBE ?s WHERE {{ GRAPH <{M}> {{ ?s ?p 1 }} }}"),
        ("DESCRIBE <urn:a>", "DESCRIBE <urn:a>"),
    ],
)  # fmt: skip
def test_a_question_is_put_to_the_merged_view(text: str, merged: str) -> None:
    told = rewriting.merge(text)
    assert " ".join(told.split()) == " ".join(merged.split())
    sparql.check(told)


DATA = f"""
<urn:a> <urn:p> <urn:b> <urn:1> . <urn:a> <urn:p> <urn:b> <urn:2> . <urn:b> <urn:p> 'x' <urn:2> .
<urn:a> <urn:p> <urn:b> <{M}> . <urn:b> <urn:p> 'x' <{M}> .
""".replace("'", '"').replace(". <", ".\n<")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o }",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o . ?o ?q ?x }",
        "SELECT * { GRAPH ?g { ?s ?p ?o } ?o ?q ?x }",
        "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o OPTIONAL { GRAPH ?g { ?o ?q ?x } } }",
        "SELECT * { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { ?o ?q ?x } } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { ?o ?q ?x } }",
        "SELECT * { { ?s ?p 'x' } UNION { GRAPH ?g { ?s ?p 'x' } } }",
        "SELECT * { ?s ?p ?o MINUS { ?o ?q ?x } }",
    ],
)
def test_the_union_then_answers_as_the_merged_view_does(text: str) -> None:
    """One engine as both: with a default graph of its own, and with the union of all graphs."""
    union, own = ox.Store(), ox.Store()
    union.load(DATA, format=ox.RdfFormat.N_QUADS)
    for quad in union:
        merged = quad.graph_name == ox.NamedNode(M)
        own.add(ox.Quad(*quad.triple) if merged else quad)
    wanted = [str(row) for row in own.query(text)]  # type: ignore[union-attr]  # a SELECT
    asked = union.query(rewriting.merge(text), use_default_graph_as_union=True)
    assert sorted(str(row) for row in asked) == sorted(wanted)  # type: ignore[union-attr]  # so too
    assert wanted


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("CONSTRUCT { ?s ?p 1 } WHERE { ?s ?p ?o } LIMIT 3",
         "SELECT (1 AS ?one)  WHERE { ?s ?p ?o } LIMIT 3"),
        ("PREFIX a: <urn:a> CONSTRUCT WHERE { ?s a:b ?o }",
         "PREFIX a: <urn:a> SELECT (1 AS ?one)  WHERE { ?s a:b ?o }"),
        ("SELECT * { ?s ?p 'CONSTRUCT' }", None),
        ("ASK { ?s ?p ?o }", None),
    ],
)  # fmt: skip
def test_the_solutions_behind_triples_can_be_asked_for(text: str, rows: str | None) -> None:
    assert rewriting.count(text) == rows


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("#+ summary: a\nSELECT (MIN(?l) AS ?n) (MAX(?x) AS ?m)",
         "#+ summary: a\nSELECT (MIN(STR(?l)) AS ?n) (MAX(STR(?x)) AS ?m)"),
        ("SELECT (MIN(?l) AS ?n)", "SELECT (MIN(?l) AS ?n)"),
        ("#+ a\nSELECT (MIN(STR(?l)) AS ?n)", "#+ a\nSELECT (MIN(STR(?l)) AS ?n)"),
    ],
)  # fmt: skip
def test_the_least_of_texts_is_asked_for_in_stored_questions(text: str, told: str) -> None:
    assert rewriting.compare_texts(text) == told


def test_only_the_prefixes_that_are_used_are_declared() -> None:
    text = "SELECT * { ?s rdfs:label ?l ; a readout:Meeting }"
    declared = declare(text)
    assert declared.endswith(text)
    assert declared.count("PREFIX") == 2
    sparql.check(declared)


# --- answers -----------------------------------------------------------------------------


def body(*cells: dict[str, str]) -> bytes:
    told = {"head": {"vars": ["x"]}, "results": {"bindings": [{"x": cell} for cell in cells]}}
    return json.dumps(told).encode()


XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("cell", "term"),
    [
        ({"type": "uri", "value": "urn:a"}, "<urn:a>"),
        ({"type": "literal", "value": "a"}, '"a"'),
        ({"type": "literal", "value": "a", "xml:lang": "fr-BE"}, '"a"@fr-be'),
        ({"type": "typed-literal", "value": "a", "datatype": XSD + "string"}, '"a"'),
        ({"type": "typed-literal", "value": "042", "datatype": XSD + "integer"},
         f'"42"^^<{XSD}integer>'),
        ({"type": "literal", "value": "1.50", "datatype": XSD + "decimal"},
         f'"1.5"^^<{XSD}decimal>'),
        ({"type": "literal", "value": "1", "datatype": XSD + "boolean"},
         f'"true"^^<{XSD}boolean>'),
        ({"type": "literal", "value": "2016-04-13", "datatype": XSD + "date"},
         f'"2016-04-13"^^<{XSD}date>'),
        ({"type": "bnode", "value": "nodeID://b1"}, "_:b1"),
    ],
)  # fmt: skip
def test_terms_are_read_in_the_form_of_the_local_store(cell: dict[str, str], term: str) -> None:
    found = answers.read(body(cell), "server")
    assert isinstance(found, results.Stream)
    assert [str(row[0]) for row in found] == [term]


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        (b'{"head": {}, "boolean": true}', True),
        (b'{"head": {}, "boolean": false}', False),
        (b'{"head": {"vars": ["__ASK_RETVAL"]}, "results": {"bindings": []}}', False),
        (b'{"head": {"vars": ["__ASK_RETVAL"]}, "results": {"bindings": [{"__ASK_RETVAL":'
         b' {"type": "literal", "value": "1"}}]}}', True),
    ],
)  # fmt: skip
def test_truth_is_read(text: bytes, truth: bool) -> None:
    assert answers.read(text, "server") == results.Answer(truth)


@pytest.mark.parametrize(
    "text",
    [b"", b"<html>busy</html>", body({"type": "uri", "value": "urn:a"})[:-9], b"[]", b"{}",
     b'{"head": {"vars": ["x"]}}', body({"type": "triple", "value": "x"}), b'"x"',
     b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "uri"}}]}}'],
)  # fmt: skip
def test_what_is_no_answer_is_never_taken_for_one(text: bytes) -> None:
    with pytest.raises(Passing, match="cut off or no result of SPARQL"):
        answers.read(text, "server")


def test_a_meeting_that_has_been_cancelled_is_an_answer() -> None:
    found = answers.read(body({"type": "literal", "value": "it has been cancelled"}), "server")
    assert len(list(found)) == 1  # type: ignore[arg-type]  # rows, as asked
    for half in (body({"type": "uri", "value": "urn:a"})[:-9], b"<urn:a> <urn:b> "):
        cancelled = half + b"The SPARQL operation has been cancelled"
        for read in (answers.read, answers.read_triples):
            with pytest.raises(StoreError, match="server ran out of its own time"):
                read(cancelled, "server")


def test_triples_are_read_once_and_sorted() -> None:
    text = b'<urn:b> <urn:p> 01 . <urn:a> <urn:p> "x" . <urn:b> <urn:p> 1 .'
    found = answers.read_triples(text, "server")
    assert [str(t.object) for t in found.triples] == ['"x"', f'"1"^^<{XSD}integer>']
    with pytest.raises(Passing, match="no Turtle"):
        answers.read_triples(text[:-9], "server")


# --- patience ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("failures", "waits"),
    [([], []), ([None], [1.0]), ([7.0, None], [7.0, 2.0]), ([900.0], [60.0]), ([0.0], [0.0])],
)
def test_what_passes_is_waited_for(failures: list[float | None], waits: list[float]) -> None:
    waited: list[float] = []
    left = list(failures)

    def attempt() -> str:
        if left:
            raise Passing("busy", left.pop(0))
        return "done"

    assert retries.persist(attempt, "server", waited.append) == "done"
    assert waited == waits


def test_patience_ends() -> None:
    waited: list[float] = []

    def attempt() -> str:
        raise Passing("busy")

    with pytest.raises(StoreError, match="server failed 5 times, last: busy"):
        retries.persist(attempt, "server", waited.append)
    assert waited == [1.0, 2.0, 4.0, 8.0]


@pytest.mark.parametrize(
    ("told", "seconds"),
    [("7", 7.0), ("Tue, 24 Nov 2026 12:00:30 GMT", 30.0), ("Tue, 24 Nov 2026 11:00:00 GMT", 0.0),
     ("soon", None), ("", None), ("-3", None)],
)  # fmt: skip
def test_a_pause_is_read(told: str, seconds: float | None) -> None:
    headers = Message()
    headers["retry-after"], headers["date"] = told, "Tue, 24 Nov 2026 12:00:00 GMT"
    assert retries.pause(headers) == seconds


@pytest.mark.parametrize(
    ("url", "told"),
    [("http://h:1/q?x=secret", "http://h:1/q"), ("http://u:p@h/q", "http://h/q"), ("/q", "/q")],
)
def test_an_address_is_told_without_what_may_be_secret(url: str, told: str) -> None:
    assert transport.place(url) == told


def test_limits_are_bounded_by_the_whole() -> None:
    assert transport.PATIENT.within(5) == transport.Limits(5, 5, 5)
    assert transport.PATIENT.within(1000) == transport.Limits(10, 1000, 1000)

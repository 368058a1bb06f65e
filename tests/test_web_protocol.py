"""The SPARQL 1.1 Protocol at /sparql, request by request after the W3C's text, and its limits."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
from httpx import Response
from sites import Client, opened

ASK = "ASK {}"
MEETINGS = "SELECT ?meeting WHERE { ?meeting a readout:Meeting } ORDER BY ?meeting"
BUILD = "CONSTRUCT { ?s a readout:Meeting } WHERE { ?s a readout:Meeting }"
GRAPH = "https://w3id.org/readout/id/graph/sco-tashkent-2016"
CROSS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
FORM = {"content-type": "application/x-www-form-urlencoded"}
QUERY = {"content-type": "application/sparql-query"}
JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"


@pytest.fixture(scope="module")
def client(store: Path) -> Iterator[Client]:
    with opened(store) as made:
        yield made


def get(client: Client, accept: str | None = None, **fields: str | list[str]) -> Response:
    pairs = urlencode({name.replace("_", "-"): v for name, v in fields.items()}, doseq=True)
    return client.get(f"/sparql?{pairs}", headers={"accept": accept} if accept else {})


def post(client: Client, body: str | bytes, **headers: str) -> Response:
    data = body.encode() if isinstance(body, str) else body
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post("/sparql", content=data, headers=named)


def truth(answer: Response) -> bool:
    assert answer.status_code == 200, answer.text
    return bool(answer.json()["boolean"])


# --- the three ways to ask (2.1) ------------------------------------------------------


def test_query_via_get(client: Client) -> None:
    answer = get(client, query=ASK)
    assert truth(answer)
    assert answer.headers["content-type"] == JSON


def test_query_via_a_form(client: Client) -> None:
    assert truth(post(client, urlencode({"query": ASK}), **FORM))


def test_query_via_post_directly(client: Client) -> None:
    assert truth(post(client, ASK, **QUERY))


@pytest.mark.parametrize(
    "kind",
    [
        "application/x-www-form-urlencoded; charset=UTF-8",
        "APPLICATION/X-WWW-FORM-URLENCODED",
        'application/x-www-form-urlencoded;charset="utf-8"',
    ],
)
def test_media_types_of_what_is_sent_may_have_parameters(client: Client, kind: str) -> None:
    assert truth(post(client, urlencode({"query": ASK}), content_type=kind))


def test_text_of_other_scripts_arrives_whole(client: Client) -> None:
    text = "SELECT (STRLEN('Ташкент 塔什干 😀') AS ?n) {}"
    for answer in (
        get(client, "text/csv", query=text),
        post(client, urlencode({"query": text}), accept="text/csv", **FORM),
        post(client, text, accept="text/csv", **QUERY),
        client.get(f"/sparql?query={quote(text)}", headers={"accept": "text/csv"}),
    ):
        assert answer.text == "n\r\n13\r\n"


@pytest.mark.parametrize("text", [ASK, MEETINGS, BUILD, "DESCRIBE country:UZ"])
def test_each_form_of_query_is_answered_each_way(client: Client, text: str) -> None:
    answers = [
        get(client, query=text),
        post(client, urlencode({"query": text}), **FORM),
        post(client, text, **QUERY),
    ]
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.text for answer in answers}) == 1


def test_head_tells_what_get_would(client: Client) -> None:
    answer = client.head(f"/sparql?query={quote(MEETINGS)}")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"] == JSON


# --- the dataset (2.1.4) ---------------------------------------------------------------

COUNT = "SELECT (COUNT(*) AS ?n) WHERE {{ {} }}"


def count(answer: Response) -> int:
    assert answer.status_code == 200, answer.text
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def test_default_graph_is_the_one_that_is_named(client: Client) -> None:
    everything = count(get(client, query=COUNT.format("?s ?p ?o")))
    named = count(get(client, query=COUNT.format("?s ?p ?o"), default_graph_uri=GRAPH))
    assert everything >= named > 0
    nothing = get(client, query=COUNT.format("?s ?p ?o"), default_graph_uri="http://e.org/none")
    assert count(nothing) == 0


def test_several_default_graphs_are_merged_and_no_triple_stands_twice(client: Client) -> None:
    one = get(client, query=COUNT.format("?s ?p ?o"), default_graph_uri=GRAPH)
    both = get(
        client, query=COUNT.format("?s ?p ?o"), default_graph_uri=[GRAPH, GRAPH, "http://e.org/"]
    )
    assert count(one) == count(both)


def test_named_graphs_are_those_that_are_named(client: Client) -> None:
    inside = COUNT.format("GRAPH ?g { ?s ?p ?o }")
    assert count(get(client, query=inside, named_graph_uri=GRAPH)) > 0
    assert count(get(client, query=inside, default_graph_uri=GRAPH)) == 0
    assert count(get(client, query=COUNT.format("?s ?p ?o"), named_graph_uri=GRAPH)) == 0


def test_dataset_full(client: Client) -> None:
    text = "ASK { ?a ?b ?c . GRAPH ?g { ?s ?p ?o } }"
    fields = {"default-graph-uri": GRAPH, "named-graph-uri": GRAPH}
    assert truth(post(client, urlencode({"query": text, **fields}), **FORM))
    assert truth(client.post(f"/sparql?{urlencode(fields)}", content=text.encode(), headers=QUERY))


def test_the_protocol_has_the_last_word_on_a_graph_that_is_no_address(client: Client) -> None:
    answer = get(client, query=ASK, default_graph_uri="not an address")
    assert (answer.status_code, "no IRI" in answer.text) == (400, True)


# --- formats (2.1.6) ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        (JSON, JSON),
        (XML, XML),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("application/json", "application/json"),
        ("*/*", JSON),
        ("application/*", JSON),
        (f"{JSON};q=0.2, {XML};q=0.8", XML),
        (f"{XML};q=0, */*;q=0.1", JSON),
        ("image/png, text/csv;q=0.1", "text/csv; charset=utf-8"),
        ("nonsense", JSON),
    ],
)
@pytest.mark.parametrize("text", [MEETINGS, ASK])
def test_rows_come_as_they_are_wanted(client: Client, accept: str, kind: str, text: str) -> None:
    answer = get(client, accept, query=text)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == kind
    assert "Accept" in answer.headers["vary"]


def test_rows_are_what_the_format_says(client: Client) -> None:
    found = get(client, JSON, query=MEETINGS).json()
    iris = [row["meeting"]["value"] for row in found["results"]["bindings"]]
    assert len(iris) == 2
    tree = ElementTree.fromstring(get(client, XML, query=MEETINGS).content)
    space = "{http://www.w3.org/2005/sparql-results#}"
    assert [node.text for node in tree.iter(f"{space}uri")] == iris
    rows = list(csv.reader(io.StringIO(get(client, "text/csv", query=MEETINGS).text)))
    assert rows == [["meeting"], *([iri] for iri in iris)]
    told = get(client, "text/tab-separated-values", query=MEETINGS).text
    assert told.splitlines() == ["?meeting", *(f"<{iri}>" for iri in iris)]


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
        ("application/ld+json", None),
    ],
)
def test_triples_come_as_they_are_wanted(
    client: Client, accept: str, form: ox.RdfFormat | None
) -> None:
    answer = get(client, accept, query=BUILD)
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == accept
    if form is None:
        assert len(answer.json()["@graph"]) == 2
    else:
        assert len(list(ox.parse(answer.content, format=form))) == 2


def test_triples_with_blank_nodes_are_written_too(client: Client) -> None:
    text = "CONSTRUCT { [] rdfs:seeAlso ?s } WHERE { ?s a readout:Meeting }"
    for accept in ("text/turtle", "application/n-triples", "application/rdf+xml"):
        answer = get(client, accept, query=text)
        form = ox.RdfFormat.from_media_type(accept)
        assert form and len(list(ox.parse(answer.content, format=form))) == 2


@pytest.mark.parametrize(
    ("accept", "text", "offered"),
    [
        ("image/png", MEETINGS, "text/csv"),
        ("text/turtle", MEETINGS, "the answer has rows"),
        ("text/turtle", ASK, "the answer has rows"),
        ("text/csv", BUILD, "the answer has triples"),
        (f"{JSON};q=0, {XML};q=0", MEETINGS, "text/turtle"),
    ],
)
def test_what_is_not_wanted_is_not_sent(
    client: Client, accept: str, text: str, offered: str
) -> None:
    answer = get(client, accept, query=text)
    assert answer.status_code == 406
    assert offered in answer.text


@pytest.mark.parametrize(
    ("form", "kind"),
    [("csv", "text/csv"), ("xml", XML), ("json", JSON), ("tsv", "text/tab-separated-values")],
)
def test_an_address_may_name_the_format(client: Client, form: str, kind: str) -> None:
    answer = get(client, "text/html", query=MEETINGS, format=form)
    assert answer.headers["content-type"].partition(";")[0] == kind
    foreign = get(client, kind, query=MEETINGS, format="application/sparql-results+yaml")
    assert foreign.headers["content-type"].partition(";")[0] == kind


def test_a_browser_gets_a_page(client: Client) -> None:
    accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    for address in ("/sparql", f"/sparql?query={quote(MEETINGS)}"):
        answer = client.get(address, headers={"accept": accept})
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/html")


# --- refusals (2.1.5) --------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["ASK {", "not SPARQL", "SELECT * WHERE { ?s ?p }", "ASK {} ASK {}", "", " \n"],
    ids=repr,
)
def test_a_malformed_query_is_refused_each_way(client: Client, text: str) -> None:
    for answer in (
        get(client, query=text),
        post(client, urlencode({"query": text}), **FORM),
        post(client, text, **QUERY),
    ):
        assert answer.status_code == 400
        assert answer.headers["content-type"].startswith("text/plain")
        assert answer.text.strip()


def test_two_queries_are_refused(client: Client) -> None:
    assert get(client, query=[ASK, "SELECT * {}"]).status_code == 400
    both = urlencode([("query", ASK), ("query", ASK)])
    assert post(client, both, **FORM).status_code == 400
    beside = client.post(f"/sparql?query={quote(ASK)}", content=ASK, headers=QUERY)
    assert (beside.status_code, "one query at a time" in beside.text) == (400, True)


def test_post_without_a_query_is_refused(client: Client) -> None:
    assert post(client, urlencode({"other": "x"}), **FORM).status_code == 400
    assert post(client, "", **QUERY).status_code == 400
    assert post(client, "", **FORM).status_code == 400


@pytest.mark.parametrize(
    "kind",
    ["text/plain", "application/json", "multipart/form-data", "application/sparql-update", ""],
)
def test_another_media_type_is_refused(client: Client, kind: str) -> None:
    answer = post(client, ASK, content_type=kind)
    assert answer.status_code == 415
    assert "application/sparql-query" in answer.text


def test_text_that_is_not_utf_8_is_refused(client: Client) -> None:
    assert post(client, "ASK { ?s ?p '\xe9' }".encode("latin-1"), **QUERY).status_code == 400
    assert client.get("/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20'%E9'%20%7D").status_code == 400
    assert post(client, b"query=%E9", **FORM).status_code == 400
    for kind in (*FORM.values(), *QUERY.values()):
        answer = post(client, ASK.encode("utf-16"), content_type=f"{kind}; charset=UTF-16")
        assert (answer.status_code, "UTF-8" in answer.text) == (415, True)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    answer = client.request(method, f"/sparql?query={quote(ASK)}")
    assert answer.status_code == 405
    assert {"GET", "POST"} <= {name.strip() for name in answer.headers["allow"].split(",")}


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <http://e.org/s> <http://e.org/p> 1 }",
        "DELETE WHERE { ?s ?p ?o }",
        "PREFIX e: <http://e.org/> CLEAR ALL",
        "LOAD <http://127.0.0.1:9/x>",
    ],
)
def test_updates_are_refused_however_they_come(client: Client, text: str) -> None:
    before = count(get(client, query=COUNT.format("?s ?p ?o")))
    for answer in (
        get(client, query=text),
        get(client, update=text),
        post(client, urlencode({"update": text}), **FORM),
        post(client, urlencode({"query": text}), **FORM),
        post(client, text, content_type="application/sparql-update"),
        post(client, text, **QUERY),
    ):
        assert answer.status_code in (400, 403, 415)
        assert "refused" in answer.text
    assert count(get(client, query=COUNT.format("?s ?p ?o"))) == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE asks another server"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "FROM reads another dataset"),
        ("SELECT * WHERE " + "{" * 300 + "}" * 300, "nests more than 100"),
        ("SELECT * WHERE { ?s ?p ?o " + "FILTER(?o = 1) " * 600 + "}", "more than 500"),
    ],
    ids=lambda value: value[:14],
)
def test_hostile_queries_are_refused(client: Client, text: str, told: str) -> None:
    answer = post(client, text, **QUERY)
    assert answer.status_code == 400
    assert told in answer.text


def test_refusals_come_as_the_request_wants_them(client: Client) -> None:
    answer = get(client, "application/json", query="ASK {")
    assert json.loads(answer.text)["status"] == 400
    assert "not a SPARQL query" in answer.json()["error"]
    page = get(client, "text/html", query="ASK {")
    assert page.status_code == 400 and "not a SPARQL query" in page.text

"""Addresses for machines: IRIs that lead to documents, formats, descriptions, exports, the map."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

import httpx
import pyoxigraph as ox
import pytest
from sites import Client, opened

from kg import namespaces
from kg.resources import folder
from kg.store import Store
from kg.web import graphs, sitemap, vocabularies

KEY = "person/ru-patrushev-n"
MEETING = "meeting/sco-secretaries-of-security-councils-11"
FACT = "participation/sco-secretaries-of-security-councils-11--ru-patrushev-n"
FORMATS = {
    ".ttl": "text/turtle",
    ".nt": "application/n-triples",
    ".rdf": "application/rdf+xml",
    ".jsonld": "application/ld+json",
}


@pytest.fixture(scope="module")
def client(store: Path) -> Iterator[Client]:
    with opened(store) as made:
        yield made


def triples(answer: httpx.Response) -> set[ox.Triple]:
    """Return the statements of an answer, by its media type; the context is the one we ship."""
    kind = answer.headers["content-type"].partition(";")[0]
    data = answer.content
    if kind == "application/ld+json":
        from kg.formats.context import shipped

        told = json.loads(data)
        data = json.dumps({**told, "@context": shipped()}).encode() if "@context" in told else data
    form = ox.RdfFormat.from_media_type(kind)
    assert form is not None, kind
    return {quad.triple for quad in ox.parse(data, format=form)}


def texts(answer: httpx.Response) -> set[tuple[str, str, str]]:
    return {(str(t.subject), str(t.predicate), str(t.object)) for t in triples(answer)}


# --- from a thing to documents about it -----------------------------------------------------


@pytest.mark.parametrize(
    ("accept", "suffix"),
    [
        ("text/turtle", ".ttl"),
        ("application/ld+json", ".jsonld"),
        ("application/n-triples", ".nt"),
        ("application/rdf+xml", ".rdf"),
        ("text/html", ""),
        ("*/*", ""),
        ("text/html;q=0.3, text/turtle;q=0.4", ".ttl"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", ""),
        ("application/rdf+xml;q=0.9, */*;q=0.1", ".rdf"),
    ],
)
def test_a_thing_leads_to_the_document_that_is_wanted(
    client: Client, accept: str, suffix: str
) -> None:
    answer = client.get(f"/id/{KEY}", headers={"accept": accept})
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/doc/{KEY}{suffix}"
    assert "Accept" in answer.headers["vary"]
    assert client.get(answer.headers["location"]).status_code == 200


def test_a_wish_that_cannot_be_met_is_told_with_what_can(client: Client) -> None:
    for path in (f"/id/{KEY}", f"/doc/{KEY}", "/ontology", "/.well-known/void", "/catalog"):
        answer = client.get(path, headers={"accept": "image/png"})
        assert answer.status_code == 406
        assert "text/turtle" in answer.text


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/id/person/nobody", 404),
        ("/id/dragon/smaug", 404),
        ("/id/person/%22%3E", 404),
        ("/doc/person/nobody.ttl", 404),
        ("/doc/dragon/smaug.ttl", 404),
        ("/doc/person/a%20b.nt", 404),
        ("/id/person", 404),
        ("/resolve", 404),
        ("/resolve?iri=https://example.org/x", 404),
        ("/resolve?iri=not%20an%20iri", 404),
    ],
)
def test_what_the_store_does_not_know_is_not_there(client: Client, path: str, code: int) -> None:
    for accept in ("text/turtle", "text/html"):
        assert client.get(path, headers={"accept": accept}).status_code == code


@pytest.mark.parametrize(("suffix", "kind"), FORMATS.items())
@pytest.mark.parametrize("key", [KEY, "country/RU", MEETING, FACT])
def test_each_format_says_the_same_of_a_thing(
    client: Client, store: Path, suffix: str, kind: str, key: str
) -> None:
    answer = client.get(f"/doc/{key}{suffix}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == kind
    with Store(store, read_only=True) as opened_store:
        text = opened_store.export("ntriples", thing=f"{namespaces.BASE}{key}")
    expected = {quad.triple for quad in ox.parse(text, format=ox.RdfFormat.N_TRIPLES)}
    assert triples(answer) == expected


@pytest.mark.parametrize(("suffix", "kind"), FORMATS.items())
def test_a_document_is_negotiated_where_it_is(client: Client, suffix: str, kind: str) -> None:
    answer = client.get(f"/doc/{KEY}", headers={"accept": kind})
    assert answer.headers["content-location"] == f"/doc/{KEY}{suffix}"
    assert "Accept" in answer.headers["vary"]
    assert answer.text == client.get(f"/doc/{KEY}{suffix}").text


def test_documents_tell_of_each_other(client: Client) -> None:
    links = client.get(f"/doc/{KEY}.ttl").headers["link"]
    for suffix, kind in FORMATS.items():
        assert f'</doc/{KEY}{suffix}>; rel="alternate"; type="{kind}"' in links
    assert f'</doc/{KEY}>; rel="alternate"; type="text/html"' in links


def test_the_suffix_html_leads_to_the_page(client: Client) -> None:
    answer = client.get(f"/doc/{KEY}.html")
    assert (answer.status_code, answer.headers["location"]) == (308, f"/doc/{KEY}")


def test_an_article_is_all_that_its_graph_states(client: Client, store: Path) -> None:
    answer = client.get("/doc/article/sco-tashkent-2016.nt")
    with Store(store, read_only=True) as opened_store:
        graph = opened_store.article("sco-tashkent-2016").graph
        assert triples(answer) == {quad.triple for quad in opened_store.quads(graph)}


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (FACT, f"/doc/{MEETING}"),
        ("graph/sco-tashkent-2016", "/doc/article/sco-tashkent-2016"),
        (KEY, f"/doc/{KEY}"),
    ],
)
def test_a_fact_leads_to_the_page_of_what_it_tells_of(client: Client, key: str, page: str) -> None:
    answer = client.get(f"/id/{key}", headers={"accept": "text/html"})
    assert (answer.status_code, answer.headers["location"]) == (303, page)


@pytest.mark.parametrize(
    ("iri", "target"),
    [
        (f"{namespaces.BASE}{KEY}", f"/doc/{KEY}"),
        (f"{namespaces.ONTOLOGY}Person", "/ontology#Person"),
        (f"{namespaces.BASE}article/sco-tashkent-2016#char=1,2", "/doc/article/sco-tashkent-2016"),
    ],
)
def test_an_iri_is_resolved_to_an_address_of_this_site(
    client: Client, iri: str, target: str
) -> None:
    answer = client.get("/resolve", params={"iri": iri}, headers={"accept": "text/html"})
    assert (answer.status_code, answer.headers["location"]) == (303, target)


# --- the ontology ------------------------------------------------------------------------------


def test_the_ontology_is_documented_term_by_term(client: Client) -> None:
    page = client.get("/ontology", headers={"accept": "text/html"})
    assert page.status_code == 200
    names = {t.name for _, group in vocabularies.terms() for t in group}
    assert {"Person", "evidence", "startDate", "held", "convention", "statuses"} <= names
    assert all(f'id="{name}"' in page.text for name in names)
    assert "A human being named in an article." in page.text


def test_every_term_that_is_declared_is_documented() -> None:
    declared = {
        quad.subject.value.removeprefix(namespaces.ONTOLOGY)
        for name in vocabularies.FILES
        for quad in ox.parse(path=str(folder("ontology") / name))
        if isinstance(quad.subject, ox.NamedNode)
        and quad.subject.value.startswith(namespaces.ONTOLOGY)
    }
    assert declared == {t.name for _, group in vocabularies.terms() for t in group}


@pytest.mark.parametrize(("suffix", "kind"), FORMATS.items())
def test_the_ontology_comes_in_each_format(client: Client, suffix: str, kind: str) -> None:
    by_suffix = client.get(f"/ontology{suffix}")
    wanted = client.get("/ontology", headers={"accept": kind})
    counts = {len(triples(answer)) for answer in (by_suffix, wanted)}
    files = (folder("ontology") / name for name in vocabularies.FILES)
    assert counts == {len({quad.triple for file in files for quad in ox.parse(path=str(file))})}


def test_terms_shapes_and_context_are_where_their_iris_lead(client: Client) -> None:
    term = client.get("/ontology/Person")
    assert (term.status_code, term.headers["location"]) == (303, "/ontology#Person")
    context = client.get("/context.jsonld")
    assert context.headers["content-type"] == "application/ld+json"
    assert context.text == (folder("ontology") / "context.jsonld").read_text("utf-8")
    shapes = client.get("/shapes.ttl")
    assert len(triples(shapes)) > 100


# --- descriptions and exports -------------------------------------------------------------------

VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"


def test_the_dataset_is_described_with_its_counts(client: Client, store: Path) -> None:
    found = texts(client.get("/.well-known/void"))
    data = f"<{client.here}/.well-known/void#dataset>"
    values = {(verb, value) for subject, verb, value in found if subject == data}
    with Store(store, read_only=True) as opened_store:
        number = sum(1 for _ in opened_store.quads())
    integer = "<http://www.w3.org/2001/XMLSchema#integer>"
    assert (f"<{VOID}triples>", f'"{number}"^^{integer}') in values
    assert (f"<{VOID}sparqlEndpoint>", f"<{client.here}/sparql>") in values
    assert (f"<{VOID}dataDump>", f"<{client.here}/export.nq>") in values
    persons = f"<{client.here}/.well-known/void#Person>"
    assert (persons, f"<{VOID}entities>", f'"8"^^{integer}') in found
    assert client.get("/void").headers["location"] == "/.well-known/void"


@pytest.mark.parametrize("suffix", [".nq", ".trig", ".ttl", ".nt", ".jsonld"])
def test_the_store_is_exported_as_the_command_does(
    client: Client, store: Path, suffix: str
) -> None:
    answer = client.get(f"/export{suffix}")
    assert answer.status_code == 200
    with Store(store, read_only=True) as opened_store:
        assert answer.text == opened_store.export(suffix)
    digest = base64.b64encode(sha256(answer.content).digest()).decode()
    assert answer.headers["repr-digest"] == f"sha-256=:{digest}:"
    assert f"readout{suffix}" in answer.headers["content-disposition"]


def test_the_catalog_lists_the_exports_and_measures_those_that_were_made(store: Path) -> None:
    with opened(store) as client:
        before = texts(client.get("/catalog.ttl"))
        distributions = {value for _, verb, value in before if verb == f"<{DCAT}distribution>"}
        assert len(distributions) == 5
        assert not any("byteSize" in verb for _, verb, _ in before)
        length = len(client.get("/export.nq").content)
        after = texts(client.get("/catalog", headers={"accept": "application/n-triples"}))
        size = f'"{length}"^^<http://www.w3.org/2001/XMLSchema#integer>'
        assert (f"<{client.here}/catalog#export-nq>", f"<{DCAT}byteSize>", size) in after
        assert any("checksumValue" in verb for _, verb, _ in after)


def test_an_export_is_made_anew_when_the_store_has_changed(tmp_path: Path) -> None:
    statement = "<http://e.org/{}> <http://e.org/p> <http://e.org/o> <http://e.org/g> .\n"
    with Store(tmp_path / "store") as place:
        place.put(statement.format("one"))
    with opened(tmp_path / "store") as client:
        assert client.get("/export.nq").text == statement.format("one")
        with Store(tmp_path / "store") as place:
            place.put(statement.format("two"))
        assert client.get("/health").json()["renewed"] is True
        assert client.get("/export.nq").text == statement.format("two")
        assert "two" in client.get("/sparql?query=DESCRIBE%20%3Chttp://e.org/two%3E").text
        assert client.get("/health").json()["renewed"] is False


def test_the_store_that_is_served_may_be_written_by_others(tmp_path: Path) -> None:
    with Store(tmp_path / "store") as place:
        place.put("<http://e.org/s> <http://e.org/p> <http://e.org/o> <http://e.org/g> .\n")
    with opened(tmp_path / "store") as client, Store(tmp_path / "store") as writer:
        writer.put("<http://e.org/s> <http://e.org/p> <http://e.org/o2> <http://e.org/g2> .\n")
        assert client.get("/health").status_code == 200
        assert "o2" in client.get("/export.nq").text
    assert [each.name for each in tmp_path.iterdir()] == ["store"], "no snapshot is left"


# --- crawlers and health -------------------------------------------------------------

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(answer: httpx.Response) -> list[str]:
    return [node.text or "" for node in ElementTree.fromstring(answer.content).iter(f"{MAP}loc")]


def test_the_map_lists_every_page_and_each_is_there(client: Client) -> None:
    index = locations(client.get("/sitemap.xml"))
    assert index == [f"{client.here}/sitemap-1.xml"]
    pages = locations(client.get(index[0]))
    assert f"{client.here}/doc/{KEY}" in pages
    assert f"{client.here}/doc/article/sco-tashkent-2016" in pages
    assert len(pages) == len(set(pages)) > 40
    assert {client.get(page).status_code for page in pages[:12]} == {200}
    assert client.get("/sitemap-2.xml").status_code == 404
    assert client.get("/sitemap-0.xml").status_code == 404


def test_a_long_map_has_pages(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    short = sitemap._LIST.replace(f"LIMIT {sitemap.PAGE}", "LIMIT 10")
    monkeypatch.setattr(sitemap, "_LIST", short)
    monkeypatch.setattr(sitemap, "PAGE", 10)
    with opened(store) as client:
        index = locations(client.get("/sitemap.xml"))
        assert len(index) == 5
        pages = [page for each in index for page in locations(client.get(each))]
    assert len(pages) == len(set(pages))


def test_crawlers_are_told_what_to_leave(client: Client) -> None:
    text = client.get("/robots.txt").text
    assert text.startswith("User-agent: *\n")
    assert "Disallow: /sparql\n" in text
    assert f"Sitemap: {client.here}/sitemap.xml" in text
    assert "/doc" not in text


def test_health_is_told(client: Client) -> None:
    answer = client.get("/health")
    assert answer.json()["status"] == "ok"
    assert answer.headers["cache-control"] == "no-store"


def test_an_empty_store_is_described_too(tmp_path: Path) -> None:
    with Store(tmp_path / "store"):
        pass
    with opened(tmp_path / "store") as client:
        assert client.get("/health").json()["empty"] is True
        assert client.get("/.well-known/void").status_code == 200
        assert locations(client.get("/sitemap-1.xml"))
        for path in ("/", "/questions/counts", "/articles", "/search?q=x"):
            assert client.get(path, headers={"accept": "text/html"}).status_code == 200


def test_statements_are_written_with_their_type() -> None:
    made = graphs.typed_triple("http://e.org/s", "http://e.org/p", "text", literal=True)
    assert made.object == ox.Literal("text")
    assert graphs.typed_triple("http://e.org/s", "http://e.org/p", 7).object == ox.Literal(7)
    assert graphs.with_charset("text/csv") == "text/csv; charset=utf-8"
    assert graphs.with_charset("application/ld+json") == "application/ld+json"

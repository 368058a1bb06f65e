"""Clients that are not ours query the endpoint and read the data of pages: Comunica,
SPARQLWrapper, jsonld.js.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import ROOT, Needs, lack
from sites import Client, opened
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

SCRIPTS = ROOT / "tests" / "javascript"
PACKAGES = os.environ.get("READOUT_JAVASCRIPT") or str(SCRIPTS)
PREFIX = "PREFIX readout: <https://w3id.org/readout/ontology#>\n"
PERSONS = PREFIX + "SELECT ?person WHERE { ?person a readout:Person } ORDER BY ?person"
PATRUSHEV = "https://w3id.org/readout/id/person/ru-patrushev-n"

DATA = re.compile(r'<script type="application/ld\+json">(.+?)</script>', re.S)


@pytest.fixture(scope="module")
def client(store: Path) -> Iterator[Client]:
    with opened(store) as made:
        yield made


@pytest.fixture
def endpoint(client: Client) -> str:
    return f"{client.here}/sparql"


def persons(client: Client) -> list[str]:
    rows = client.get("/sparql", params={"query": PERSONS}).json()["results"]["bindings"]
    return [row["person"]["value"] for row in rows]


# --- JavaScript -----------------------------------------------------------------------


def run(needs: Needs, script: str, package: str, *arguments: str, stdin: str) -> str:
    """Return what a script says that uses a package of the registry of JavaScript."""
    needs("node", "the Debian package nodejs")
    if not (Path(PACKAGES) / "node_modules" / package).is_dir():
        lack(f"npm ci in tests/javascript, or where READOUT_JAVASCRIPT points, brings {package}")
    done = subprocess.run(
        ["node", str(SCRIPTS / script), *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "READOUT_JAVASCRIPT": PACKAGES},
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def ask(needs: Needs, endpoint: str, query: str, form: str) -> str:
    package = "@comunica/query-sparql"
    return run(needs, "ask.cjs", package, endpoint, form, stdin=query)


def test_comunica_gets_rows(client: Client, endpoint: str, needs: Needs) -> None:
    found = json.loads(ask(needs, endpoint, PERSONS, "application/sparql-results+json"))
    assert [row["person"]["value"] for row in found["results"]["bindings"]] == persons(client)


def test_comunica_joins_what_it_reads(endpoint: str, needs: Needs) -> None:
    query = f"""{PREFIX}
    SELECT ?name (COUNT(DISTINCT ?meeting) AS ?meetings) WHERE {{
      ?row readout:person <{PATRUSHEV}> ; readout:meeting ?meeting .
      <{PATRUSHEV}> <http://www.w3.org/2000/01/rdf-schema#label> ?name
    }} GROUP BY ?name"""
    rows = list(csv.reader(io.StringIO(ask(needs, endpoint, query, "text/csv"))))
    assert rows == [["name", "meetings"], ["N. P. Patrushev", "1"]]


def test_comunica_gets_statements(endpoint: str, needs: Needs) -> None:
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ VALUES ?s {{ <{PATRUSHEV}> }} ?s ?p ?o }}"
    text = ask(needs, endpoint, query, "application/n-triples")
    found = {str(quad.triple.subject) for quad in ox.parse(text, format=ox.RdfFormat.N_TRIPLES)}
    assert found == {f"<{PATRUSHEV}>"}


def read(needs: Needs, text: str) -> set[str]:
    """Return the statements that jsonld.js reads in a document, which is whole in itself."""
    quads = run(needs, "read.cjs", "jsonld", stdin=text)
    parsed = ox.parse(quads, format=ox.RdfFormat.N_QUADS)
    return {str(quad.triple) for quad in parsed}


PAGES = (
    "/doc/person/ru-patrushev-n",
    "/doc/meeting/sco-secretaries-of-security-councils-11",
    "/doc/country/RU",
)


def test_jsonld_js_reads_things(client: Client, needs: Needs) -> None:
    for page in PAGES:
        plain = client.get(f"{page}.nt").text
        expected = {str(quad.triple) for quad in ox.parse(plain, format=ox.RdfFormat.N_TRIPLES)}
        assert read(needs, client.get(f"{page}.jsonld").text) == expected


@pytest.mark.parametrize("page", [*PAGES, "/doc/article/sco-tashkent-2016"])
def test_jsonld_js_reads_the_data_in_pages(page: str, client: Client, needs: Needs) -> None:
    [written] = DATA.findall(client.get(page, headers={"accept": "text/html"}).text)
    thing = f"<https://w3id.org/readout/id{page.removeprefix('/doc')}>"
    said = [triple for triple in read(needs, written) if triple.startswith(thing)]
    name = "headline" if "/article/" in page else "name"
    assert any(triple.startswith(f"{thing} <https://schema.org/{name}>") for triple in said)
    assert any(" <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> " in each for each in said)


# --- Python ---------------------------------------------------------------------------


def wrapper(endpoint: str, query: str, form: str) -> SPARQLWrapper:
    asking = SPARQLWrapper(endpoint, returnFormat=form, agent="readout-tests")
    asking.setTimeout(20)
    asking.setQuery(query)
    return asking


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper_gets_rows(client: Client, endpoint: str, method: str) -> None:
    asking = wrapper(endpoint, PERSONS, JSON)
    asking.setMethod(method)
    rows = asking.queryAndConvert()["results"]["bindings"]
    assert [row["person"]["value"] for row in rows] == persons(client)


def test_sparqlwrapper_gets_other_formats(client: Client, endpoint: str) -> None:
    rows = wrapper(endpoint, PERSONS, CSV).queryAndConvert().decode()
    assert rows.split()[1:] == persons(client)
    rows = wrapper(endpoint, PERSONS, XML).queryAndConvert().toxml()
    assert all(person in rows for person in persons(client))


def test_sparqlwrapper_gets_statements(endpoint: str) -> None:
    query = f"DESCRIBE <{PATRUSHEV}>"
    text = wrapper(endpoint, query, TURTLE).queryAndConvert()
    found = {quad.triple.subject.value for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)}
    assert PATRUSHEV in found


def test_sparqlwrapper_is_told_what_is_wrong(endpoint: str) -> None:
    with pytest.raises(QueryBadFormed):
        wrapper(endpoint, "SELECT ?x WHERE { ?x", JSON).query()

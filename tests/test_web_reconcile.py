"""The Reconciliation Service API 0.2: names of other people's tables against the store."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sites import Client, opened

from kg import namespaces
from kg.namespaces import BASE, VOCABULARIES, term
from kg.store import Store
from kg.web import matching
from kg.web.matching import Sought, Value
from kg.web.reconcile import BATCH, MOST
from kg.web.views import links

PATRUSHEV = "person/ru-patrushev-n"


@pytest.fixture(scope="module")
def client(store: Path) -> Iterator[Client]:
    with opened(store) as made:
        yield made


@pytest.fixture(scope="module")
def place(store: Path) -> Iterator[Store]:
    with Store(store, read_only=True) as made:
        yield made


def ask(client: Client, *queries: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """Return the candidates for each query, asked in one batch as OpenRefine does."""
    batch = {f"q{n}": query for n, query in enumerate(queries)}
    answer = client.post("/reconcile", data={"queries": json.dumps(batch)})
    assert answer.status_code == 200, answer.text
    return [answer.json()[key]["result"] for key in batch]


# --- what the service says of itself ------------------------------------------------------


def test_the_manifest_says_what_the_service_is(client: Client) -> None:
    for answer in (client.get("/reconcile"), client.post("/reconcile")):
        told = answer.json()
        assert told["versions"] == ["0.2"]
        assert told["identifierSpace"] == BASE
        assert told["schemaSpace"] == namespaces.ONTOLOGY
        assert {each["id"] for each in told["defaultTypes"]} >= {"Person", "Meeting", "Country"}
        assert len(told["defaultTypes"]) == len(links.PAGES)


def test_every_address_of_the_manifest_answers(client: Client) -> None:
    told = client.get("/reconcile").json()
    view = told["view"]["url"].replace("{{id}}", PATRUSHEV.replace("/", "%2F"))
    assert client.get(view, headers={"accept": "text/html"}).status_code == 303
    preview = told["preview"]["url"].replace("{{id}}", PATRUSHEV)
    assert client.get(preview).status_code == 200
    services = (*told["suggest"].values(), told["extend"]["propose_properties"])
    for each in services:
        answer = client.get(f"{each['service_url']}{each['service_path']}?prefix=p&type=Person")
        assert answer.status_code == 200


def test_scripts_of_openrefine_may_ask(client: Client) -> None:
    origin = {"origin": "http://127.0.0.1:3333"}
    for answer in (
        client.get("/reconcile", headers=origin),
        client.options("/reconcile", headers=origin),
        client.get("/reconcile/suggest/entity?prefix=a", headers=origin),
    ):
        assert answer.headers["access-control-allow-origin"] == origin["origin"]
    wrapped = client.get("/reconcile?callback=steal")
    assert not wrapped.text.startswith("steal"), "JSONP would hand answers to any page"


# --- queries -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("N. P. Patrushev", PATRUSHEV),
        ("Nikolai Patrushev", PATRUSHEV),
        ("Patrushev, Nikolai", PATRUSHEV),
        ("Николай Патрушев", PATRUSHEV),
        ("Uzbekistan", "country/UZ"),
        ("UZBEKISTAN ", "country/UZ"),
        ("UZ", "country/UZ"),
        ("Tashkent", "place/uz-tashkent"),
        ("eleventh session of Secretaries of Security Councils",
         "meeting/sco-secretaries-of-security-councils-11"),
        ("SCO", "organisation/sco"),
        ("Convention on the fight against extremism",
         "instrument/sco-convention-on-fight-against-extremism"),
    ],
)  # fmt: skip
def test_a_name_finds_its_thing(client: Client, name: str, first: str) -> None:
    (found,) = ask(client, {"query": name})
    assert found[0]["id"] == first
    assert 0 < found[0]["score"] <= 100
    assert found[0]["type"][0]["id"].lower() == first.partition("/")[0]


@pytest.mark.parametrize("name", ["", "   ", "qqqq zzzz", "?", "\u202e", "x" * 5000])
def test_a_name_of_nobody_finds_nothing(client: Client, name: str) -> None:
    assert ask(client, {"query": name}) == [[]]


def test_only_what_is_certain_and_alone_is_a_match(client: Client) -> None:
    exact, initial, family = ask(
        client,
        {"query": "Uzbekistan", "type": "Country"},
        {"query": "Nikolai Patrushev", "type": "Person"},
        {"query": "Patrushev", "type": "Person"},
    )
    assert (exact[0]["match"], exact[0]["score"]) == (True, 100.0)
    assert (initial[0]["match"], initial[0]["score"]) == (False, 85.0)
    assert family[0]["score"] < initial[0]["score"]


def test_two_things_of_one_name_are_no_match(tmp_path: Path) -> None:
    with Store(tmp_path / "store") as made:
        for key in ("aa-berg-a", "bb-berg-a"):
            person, graph = f"<{BASE}person/{key}>", f"<{BASE}graph/{key}>"
            made.put(
                f'{person} <{VOCABULARIES["rdfs"]}label> "Anna Berg" {graph} .\n'
                f"{person} <{VOCABULARIES['rdf']}type> <{term('Person')}> {graph} .\n"
            )
        found = matching.match(made, Sought("Anna Berg"))
    assert [each.score for each in found] == [100.0, 100.0]
    assert not any(each.match for each in found)


def test_nodes_that_are_one_are_one_candidate(tmp_path: Path) -> None:
    label, head = f"<{VOCABULARIES['rdfs']}label>", f"<{term('identifiedAs')}>"
    one, other = (f"<{BASE}person/{key}>" for key in ("aa-berg-a", "aa-berg-anna"))
    graph = f"<{BASE}graph/x>"
    with Store(tmp_path / "store") as made:
        made.put(
            f'{one} {label} "A. Berg" {graph} .\n{other} {label} "Anna Berg" {graph} .\n'
            f"{one} {head} {other} {graph} .\n"
        )
        (found,) = matching.match(made, Sought("Anna Berg"))
    assert (found.iri, found.name, found.match) == (f"{BASE}person/aa-berg-anna", "Anna Berg", True)


@pytest.mark.parametrize("given", ["Person", ["Person"], [{"id": "Person"}],
                                   f"{namespaces.ONTOLOGY}Person"])  # fmt: skip
def test_a_type_narrows(client: Client, given: object) -> None:
    (found,) = ask(client, {"query": "Secretary of the Security Council", "type": given})
    assert found == []
    (person,) = ask(client, {"query": "Patrushev", "type": given})
    assert [each["id"] for each in person] == [PATRUSHEV]


def test_properties_count(client: Client) -> None:
    query = {"query": "Nikolai Patrushev", "type": "Person"}
    right, wrong, both = ask(
        client,
        query | {"properties": [{"pid": "party", "v": "Russia"}]},
        query | {"properties": [{"pid": "party", "v": "China"}]},
        query
        | {
            "properties": [
                {"pid": "party", "v": {"id": "country/RU", "name": "Russia"}},
                {"pid": "office", "v": "Minister of Fish"},
            ]
        },
    )
    scores = [found[0]["score"] for found in (wrong, both, right)]
    assert scores == sorted(scores) and len(set(scores)) == 3
    assert [feature["id"] for feature in right[0]["features"]] == ["name", "properties"]


@pytest.mark.parametrize(
    ("verb", "key", "texts"),
    [
        ("party", PATRUSHEV, {"Russia"}),
        ("office", PATRUSHEV, {"Secretary of the Security Council"}),
        ("isoCode", "country/UZ", {"UZ"}),
        ("startDate", "meeting/sco-secretaries-of-security-councils-11", {"2016-04-13"}),
        ("place", "meeting/sco-secretaries-of-security-councils-11", {"Tashkent"}),
        ("kind", PATRUSHEV, set()),
    ],
)
def test_a_thing_has_the_values_of_facts_about_it(
    place: Store, verb: str, key: str, texts: set[str]
) -> None:
    found = matching.values(place, [f"{BASE}{key}"], term(verb))
    assert {value.text for value in found[f"{BASE}{key}"]} == texts


@pytest.mark.parametrize(
    ("value", "given", "fits"),
    [
        (Value("Russia", f"{BASE}country/RU", "RU"), "russia", True),
        (Value("Russia", f"{BASE}country/RU", "RU"), "RU", True),
        (Value("Russia", f"{BASE}country/RU", "RU"), "country/RU", True),
        (Value("Russia", f"{BASE}country/RU", "RU"), f"{BASE}country/RU", True),
        (Value("Russia", f"{BASE}country/RU", "RU"), "China", False),
        (Value("Russia", f"{BASE}country/RU", "RU"), "", False),
        (Value("2016-04-13"), "2016", True),
        (Value("2016-04-13"), "2016-04-13", True),
        (Value("2016-04-13"), "2017", False),
        (Value("2016-04-13"), "", False),
    ],
)
def test_a_value_fits_as_name_code_key_or_beginning(value: Value, given: str, fits: bool) -> None:
    assert value.fits(given) is fits


def test_a_limit_bounds_the_candidates(client: Client) -> None:
    few, none, many = ask(
        client,
        {"query": "Security Council", "limit": 2},
        {"query": "Security Council", "limit": 0},
        {"query": "Security Council", "limit": 10_000},
    )
    assert len(few) == 2
    assert 2 < len(none) <= 10
    assert len(many) <= MOST


@pytest.mark.parametrize("form", ["Patrushev", '{"query": "Patrushev", "type": "Person"}'])
def test_a_single_query_is_answered_too(client: Client, form: str) -> None:
    for answer in (
        client.get("/reconcile", params={"query": form}),
        client.post("/reconcile", data={"query": form}),
    ):
        assert answer.json()["result"][0]["id"] == PATRUSHEV


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"queries": "["}, "no JSON"),
        ({"queries": "[]"}, "a JSON object"),
        ({"queries": "[" * 50_000}, "no JSON"),
        ({"queries": '{"q0": {}}'}, '"query"'),
        ({"queries": '{"q0": {"query": 7}}'}, '"query"'),
        ({"queries": '{"q0": []}'}, '"query"'),
        ({"queries": '{"q0": {"query": "x", "type": "Dragon"}}'}, "no type 'Dragon'"),
        ({"queries": '{"q0": {"query": "x", "properties": [{"pid": "no", "v": 1}]}}'},
         "no property 'no'"),
        ({"queries": '{"q0": {"query": "x", "properties": ["no"]}}'}, '"pid"'),
        ({"queries": json.dumps({str(n): {"query": "x"} for n in range(BATCH + 1)})}, "at most"),
        ({"extend": "{}"}, '"ids"'),
        ({"extend": '{"ids": [], "properties": [{"id": "no"}]}'}, "no property 'no'"),
    ],
)  # fmt: skip
def test_what_is_no_query_is_told(client: Client, fields: dict[str, str], told: str) -> None:
    answer = client.post("/reconcile", data=fields)
    assert (answer.status_code, told in answer.text) == (400, True), answer.text


# --- suggestions, previews, extension ---------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "prefix", "ids"),
    [
        ("entity", "patr", [PATRUSHEV]),
        ("entity", "zzz", []),
        ("entity", "", []),
        ("type", "meet", ["Meeting"]),
        ("property", "start d", ["startDate"]),
    ],
)
def test_while_one_types_things_types_and_properties_are_offered(
    client: Client, part: str, prefix: str, ids: list[str]
) -> None:
    answer = client.get(f"/reconcile/suggest/{part}", params={"prefix": prefix})
    assert [each["id"] for each in answer.json()["result"]] == ids
    assert all(each["name"] for each in answer.json()["result"])


def test_a_preview_is_for_the_page_of_openrefine(client: Client) -> None:
    for name in (PATRUSHEV, f"{BASE}{PATRUSHEV}"):
        answer = client.get("/reconcile/preview", params={"id": name})
        assert "N. P. Patrushev" in answer.text and "<q>" in answer.text
        assert (
            "frame-ancestors 'self' http://localhost:*"
            in (answer.headers["content-security-policy"])
        )
        assert "x-frame-options" not in answer.headers
    for name in ("", "person/nobody", "dragon/x", "<script>"):
        missing = client.get("/reconcile/preview", params={"id": name})
        assert missing.status_code == 404
        assert missing.headers["content-type"].startswith("text/plain")


def test_matched_rows_are_extended(client: Client) -> None:
    asked = {
        "ids": [PATRUSHEV, "country/UZ", "dragon/x"],
        "properties": [{"id": "party"}, {"id": "isoCode"}],
    }
    told = client.post("/reconcile", data={"extend": json.dumps(asked)}).json()
    assert [each["id"] for each in told["meta"]] == ["party", "isoCode"]
    rows = told["rows"]
    assert rows[PATRUSHEV]["party"] == [{"id": "country/RU", "name": "Russia"}]
    assert rows["country/UZ"]["isoCode"] == [{"str": "UZ"}]
    assert rows["dragon/x"] == {"party": [], "isoCode": []}


def test_values_that_are_nodes_elsewhere_are_text(client: Client) -> None:
    meeting = "meeting/sco-secretaries-of-security-councils-11"
    asked = {"ids": [meeting], "properties": [{"id": "status"}, {"id": "evidence"}]}
    rows = client.post("/reconcile", data={"extend": json.dumps(asked)}).json()["rows"][meeting]
    assert rows["status"] == [{"str": "held"}]
    assert all("#char=" in each["str"] for each in rows["evidence"])


@pytest.mark.parametrize(
    ("kind", "has", "lacks"),
    [
        ("Person", "party", "isoCode"),
        ("Country", "isoCode", "ordinal"),
        ("Meeting", "place", "form"),
    ],
)
def test_properties_are_proposed_for_a_type(
    client: Client, kind: str, has: str, lacks: str
) -> None:
    told = client.get("/reconcile/properties", params={"type": kind}).json()
    names = {each["id"] for each in told["properties"]}
    assert told["type"] == kind
    assert has in names and lacks not in names

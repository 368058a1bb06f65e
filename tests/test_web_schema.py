"""Things in the words of schema.org: what is said, how it is kept from ending its element."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sites import Client, opened

from kg.namespaces import BASE, VOCABULARIES, term
from kg.store import Store
from kg.web import schema

MEETING = "meeting/sco-secretaries-of-security-councils-11"
ARTICLE = {
    "@type": "NewsArticle",
    "@id": f"{BASE}article/sco-tashkent-2016",
    "headline": "11th session of Security Council Secretaries of SCO countries held in Tashkent",
}
LABEL = VOCABULARIES["rdfs"] + "label"
TYPE = VOCABULARIES["rdf"] + "type"


@pytest.fixture(scope="module")
def place(store: Path) -> Iterator[Store]:
    with Store(store, read_only=True) as made:
        yield made


@pytest.fixture(scope="module")
def client(store: Path) -> Iterator[Client]:
    with opened(store) as made:
        yield made


def told(place: Store, key: str) -> dict[str, Any]:
    found = schema.describe(place, f"{BASE}{key}")
    assert found is not None
    return found


def test_a_meeting_is_an_event(place: Store) -> None:
    found = told(place, MEETING)
    assert (found["@type"], found["@id"]) == ("Event", f"{BASE}{MEETING}")
    assert (found["startDate"], found["endDate"]) == ("2016-04-13", "2016-04-14")
    assert [each["name"] for each in found["location"]] == ["Tashkent", "Uzbekistan"]
    assert {
        "@type": "Person",
        "@id": f"{BASE}person/ru-patrushev-n",
        "name": "N. P. Patrushev",
    } in (found["attendee"])
    assert {each["@type"] for each in found["attendee"]} == {"Person", "Country", "Organization"}
    assert {each["@type"] for each in found["organizer"]} == {"Organization"}
    assert found["subjectOf"][0].items() >= ARTICLE.items()


def test_a_person_has_offices_and_item(place: Store) -> None:
    found = told(place, "person/ru-patrushev-n")
    assert (found["@type"], found["name"]) == ("Person", "N. P. Patrushev")
    assert found["jobTitle"] == ["Secretary of the Security Council"]
    assert all(each.startswith("http://www.wikidata.org/") for each in found.get("sameAs", ()))


@pytest.mark.parametrize(
    ("key", "kind", "said"),
    [
        ("article/sco-tashkent-2016", "NewsArticle", {"datePublished": "2016-04-15"}),
        ("article/sco-tashkent-2016", "NewsArticle", {"inLanguage": "en"}),
        ("country/UZ", "Country", {"name": "Uzbekistan", "identifier": ["UZ"]}),
        ("instrument/sco-convention-on-fight-against-extremism", "CreativeWork",
         {"genre": ["convention"]}),
        ("office/ru-secretary-of-security-council", "Role",
         {"roleName": ["Secretary of the Security Council"]}),
        ("topic/extremism", "DefinedTerm", {"name": "extremism"}),
    ],
)  # fmt: skip
def test_each_kind_of_thing_has_its_words(
    place: Store, key: str, kind: str, said: dict[str, Any]
) -> None:
    found = told(place, key)
    assert found["@type"] == kind
    assert found.items() >= said.items()


def test_a_place_lies_in_its_country_and_a_body_in_its_organisation(place: Store) -> None:
    (country,) = told(place, "place/uz-tashkent")["containedInPlace"]
    assert country == {"@type": "Country", "@id": f"{BASE}country/UZ", "name": "Uzbekistan"}
    (parent,) = told(place, "organisation/sco-secretaries-of-security-councils")[
        "parentOrganization"
    ]
    assert parent["@id"] == f"{BASE}organisation/sco"


@pytest.mark.parametrize("key", ["person/nobody", "act/none", "graph/sco-tashkent-2016"])
def test_of_what_has_no_words_nothing_is_said(place: Store, key: str) -> None:
    assert schema.describe(place, f"{BASE}{key}") is None
    assert schema.script(place, f"{BASE}{key}") == ""


def test_the_words_are_those_that_the_ontology_ties() -> None:
    kinds = schema.types()
    assert kinds.items() >= {"Person": "Person", "Meeting": "Event", "Place": "Place"}.items()
    assert set(schema._OF_KIND) <= set(kinds)


@pytest.mark.parametrize(
    "name",
    [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "a & b 'c' \"d\" \\ \u2028\u2029",
        "{{ 7 * 7 }} {% raw %}",
        "x" * 10_000,
    ],
    ids=lambda name: name[:9],
)
def test_no_name_ends_the_element_or_begins_one(name: str) -> None:
    person = f"{BASE}person/xx-x"
    made = Store.in_memory()
    statements = ((TYPE, f"<{term('Person')}>"), (LABEL, json.dumps(name, ensure_ascii=False)))
    for verb, value in statements:
        value = value.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        made.put(f"<{person}> <{verb}> {value} <{BASE}graph/{len(verb)}> .\n")
    text = schema.script(made, person)
    body = re.fullmatch(r'<script type="application/ld\+json">([^<>&\u2028\u2029]*)</script>', text)
    assert body
    assert json.loads(body[1])["name"] == name


def test_only_addresses_that_are_safe_become_links() -> None:
    article = f"{BASE}article/x"
    verbs = VOCABULARIES["dcterms"]
    made = Store.in_memory(
        f"<{article}> <{TYPE}> <{term('Article')}> <{BASE}graph/x> .\n"
        f"<{article}> <{verbs}source> <javascript:alert(1)> <{BASE}graph/x> .\n"
        f"<{article}> <{VOCABULARIES['owl']}sameAs> <file:///etc/passwd> <{BASE}graph/x> .\n"
    )
    found = schema.describe(made, article)
    assert found is not None
    assert "url" not in found and "sameAs" not in found


def embedded(client: Client, key: str) -> str:
    text = client.get(f"/doc/{key}", headers={"accept": "text/html"}).text
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert len(found) == 1
    return str(found[0])


@pytest.mark.parametrize("key", [MEETING, "person/ru-patrushev-n", "article/sco-tashkent-2016"])
def test_a_page_holds_it_and_another_reader_needs_no_network(client: Client, key: str) -> None:
    from pyld import jsonld

    def refuse(address: str, options: object) -> None:
        pytest.fail(f"the reader fetches {address}")

    found = jsonld.to_rdf(json.loads(embedded(client, key)), {"documentLoader": refuse})
    subjects = {row["subject"]["value"] for row in found["@default"]}
    assert f"{BASE}{key}" in subjects
    assert {row["predicate"]["value"].startswith(schema.SPACE) for row in found["@default"]} == {
        True,
        False,  # rdf:type
    }

"""Pages as they are sent: each kind is whole, safe, and usable without script or mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import lake
import pytest
from leaves import Desk, Leaf, desk, faults
from stores import fill

KINDS = (
    "/",
    "/search",
    "/search?q=ber",
    "/search?q=nothing-has-this-name",
    "/search?q=ber&kind=country",
    "/articles",
    "/doc/article/lake-third",
    "/doc/article/lake-fourth",
    "/doc/country/LV",
    "/doc/country/LT",
    "/doc/instrument/lake-third--charter-of-dams",
    "/doc/meeting/river-union-lake-council-3",
    "/doc/meeting/river-union-lake-council-4",
    "/doc/office/lv-minister-of-canals",
    "/doc/organisation/river-union",
    "/doc/organisation/river-union-lake-council",
    "/doc/person/lv-berga-a",
    "/doc/person/ee-kask-j",
    "/doc/place/ee-tallinn",
    "/doc/topic/eel-migration",
)
"""An address of every kind of page, and of their empty states."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path = fill(tmp_path_factory.mktemp("lake") / "lake.store", *lake.quads())
    with desk(path) as made:
        yield made


# --- every page -----------------------------------------------------------------------


@pytest.mark.parametrize("path", KINDS)
def test_a_page_is_whole_safe_and_well_mannered(path: str, pages: Desk) -> None:
    assert faults(pages.leaf(path)) == []


@pytest.mark.parametrize("path", KINDS)
def test_the_same_store_gives_the_same_bytes(path: str, pages: Desk, tmp_path: Path) -> None:
    other = fill(tmp_path / "again.store", *reversed(lake.quads()))
    with desk(other) as again:
        assert again.get(path).text == pages.get(path).text


@pytest.mark.parametrize("path", KINDS)
def test_each_page_has_the_search_as_a_form(path: str, pages: Desk) -> None:
    leaf = pages.leaf(path)
    [form] = leaf.all("form", class_="find")
    assert (form.get("action"), form.get("method")) == ("/search", "get")
    assert form.get("data-suggest") == "/suggest"
    assert leaf.one("input", id="q").get("name") == "q"


def test_every_link_of_the_site_leads_to_a_page(pages: Desk) -> None:
    waiting, seen = ["/"], {"/"}
    while waiting:
        leaf = pages.leaf(waiting.pop())
        for href in leaf.hrefs:
            path = urldefrag(href).url
            if path and not urlsplit(path).netloc and _ours(path) and path not in seen:
                seen.add(path)
                waiting.append(path)
    assert {urlsplit(path).path for path in KINDS} <= {urlsplit(path).path for path in seen}


def _ours(path: str) -> bool:
    """Tell whether a path is one of these pages: formats and questions are others' matter."""
    others = ("/questions", "/sparql", "/ontology", "/reconcile")
    return not path.endswith((".ttl", ".jsonld", ".nt")) and not path.startswith(others)


def test_places_in_articles_are_there(pages: Desk) -> None:
    for path in KINDS:
        for href in pages.leaf(path).hrefs:
            page, place = urldefrag(href)
            if place.startswith("char=") and page.startswith("/doc/"):
                assert pages.leaf(page).one("span", id=place).text


def test_no_request_is_needed_but_those_for_style_and_script(pages: Desk) -> None:
    leaf = pages.leaf("/doc/meeting/river-union-lake-council-4")
    assert [script.get("src") for script in leaf.all("script") if script.get("src")] == [
        "/static/readout.js"
    ]
    styles = [link.get("href") for link in leaf.all("link", rel="stylesheet")]
    assert styles == ["/static/readout.css"]


def test_pages_say_where_they_are_in_other_formats(pages: Desk) -> None:
    leaf = pages.leaf("/doc/person/lv-berga-a")
    found = {link.get("type"): link.get("href") for link in leaf.all("link", rel="alternate")}
    assert found == {
        "text/turtle": "/doc/person/lv-berga-a.ttl",
        "application/ld+json": "/doc/person/lv-berga-a.jsonld",
        "application/n-triples": "/doc/person/lv-berga-a.nt",
    }
    assert leaf.one("code", class_="iri").text == lake.BERGA
    assert leaf.one("link", rel="canonical").get("href") == "/doc/person/lv-berga-a"


# --- what is not there ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/doc/person/nobody", 404, "the store says nothing of"),
        ("/doc/country/ZZ", 404, "the store says nothing of"),
        ("/doc/meeting/none", 404, "the store says nothing of"),
        ("/doc/article/none", 404, "no article 'none' in the store"),
        ("/doc/unicorn/x", 404, "pages are of article, country, instrument"),
        ("/doc/tenure/x", 404, "pages are of"),
        ("/doc/person/%3Cscript%3E", 404, "there is no person '<script>'"),
        ("/doc/person/a%20b", 404, "there is no person 'a b'"),
        ("/search?q=a&kind=unicorn", 400, "no kind 'unicorn': there are article"),
        ("/search?q=a&skip=-1", 400, "skip='-1' is not accepted: a whole number"),
        ("/search?q=a&skip=99999999", 400, "a whole number up to 1,000,000"),
        ("/articles?skip=one", 400, "skip='one' is not accepted"),
        ("/doc/person/lv-berga-a?skip=%00", 400, "is not accepted"),
    ],
)
def test_a_refusal_says_what_is_accepted(path: str, status: int, words: str, pages: Desk) -> None:
    leaf = pages.leaf(path, status)
    assert words in leaf.text
    assert faults(leaf) == []


def test_a_page_that_is_not_there_suggests_the_search(pages: Desk) -> None:
    leaf = pages.leaf("/doc/person/nobody", 404)
    assert "Search above by any name" in leaf.text
    assert leaf.all("input", id="q")


# --- below a base path ----------------------------------------------------------------


def test_below_a_base_path_all_addresses_have_it(tmp_path: Path) -> None:
    with desk(fill(tmp_path / "lake.store", *lake.quads()), base_path="/readout") as made:
        for path in KINDS:
            leaf = made.leaf(path)
            inner = [href for href in leaf.hrefs if href.startswith("/")]
            assert inner and all(href.startswith("/readout/") for href in inner)
            assert all(form.get("action").startswith("/readout/") for form in leaf.all("form"))  # type: ignore[union-attr]  # a form without address fails too
        found = made.get("/suggest?q=berg").json()
        assert found[0]["url"] == "/readout/doc/person/lv-berga-a"


# --- an empty store -------------------------------------------------------------------


def test_an_empty_store_says_what_to_do(tmp_path: Path) -> None:
    with desk(fill(tmp_path / "empty.store", "")) as made:
        for path, words in (
            ("/", "kg build SOURCE reads articles into it"),
            ("/articles", "kg build SOURCE reads some into the store"),
            ("/search?q=x", "Try fewer letters"),
        ):
            leaf = made.leaf(path)
            assert words in leaf.text
            assert faults(leaf) == []


# --- suggestions ----------------------------------------------------------------------


def test_names_are_offered_while_one_types(pages: Desk) -> None:
    answer = pages.get("/suggest?q=BÉR", "application/json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == [
        {
            "iri": lake.BERGA,
            "url": "/doc/person/lv-berga-a",
            "kind": "person",
            "name": "Anna Berga",
            "note": "A. Berga, Latvia",
        }
    ]


@pytest.mark.parametrize("path", ["/suggest", "/suggest?q=", "/suggest?q=zzz", "/suggest?q=%00%F0"])
def test_nothing_is_offered_for_nothing(path: str, pages: Desk) -> None:
    assert pages.get(path).json() == []


def test_what_is_sought_stands_in_the_field_again(pages: Desk) -> None:
    typed = '"><script>alert(1)</script>'
    leaf = Leaf(pages.get("/search").text)
    assert leaf.one("input", id="q").get("value") == ""
    leaf = pages.leaf("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert leaf.one("input", id="q").get("value") == typed
    assert faults(leaf) == []

"""Every kind of page in a real browser: axe-core finds nothing in light and in dark, nothing
sticks out of a telephone, and names as nobody wishes them are shown as text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
import samples
from browsing import NARROW, WIDE, chromium, faults, overflow, visit
from sites import Client, opened
from stores import fill
from test_web_hostile import HOSTILE, SHOWN, world

from bench.screenshots import PAGES
from kg.graph.statements import nquads
from kg.namespaces import BASE
from kg.queries import surroundings
from kg.store import Store

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

KINDS = {
    name: address
    for name, address in PAGES.items()
    if name not in ("missing", "refused") and "#" not in address
}
KINDS |= {
    "counts": "/questions/counts",
    "sparql-statements": "/sparql?query=" + quote("DESCRIBE country:RU"),
}
"""The address of a page of each kind."""

REFUSED = {
    "missing": "/doc/person/nobody",
    "not accepted": "/articles?skip=x",
    "wrong sparql": "/sparql?query=SELECT",
    "wrong value": "/questions/meetings?since=yesterday",
}
"""Addresses that are answered with a page and the status of an error."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as made:
        yield made


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    path = fill(tmp_path_factory.mktemp("browsed") / "store", *samples.all_quads())
    with opened(path) as made:
        yield made


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Return a page that wanders through all kinds; at the end nothing was complained of."""
    with visit(browser) as (made, _):
        yield made


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_and_nothing_sticks_out(kind: str, page: Page, client: Client) -> None:
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": WIDE, "height": 900})
    answer = page.goto(client.here + KINDS[kind])
    assert answer and answer.ok
    assert faults(page) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": NARROW, "height": 844})
    assert faults(page) == []
    assert overflow(page) == []


@pytest.mark.parametrize("kind", REFUSED)
def test_errors_are_pages_too(kind: str, browser: Browser, client: Client) -> None:
    with visit(browser, refused=True) as (page, _):
        answer = page.goto(client.here + REFUSED[kind])
        assert answer and 400 <= answer.status < 500
        assert page.get_by_role("heading", level=1).count() == 1
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert faults(page) == []
        page.set_viewport_size({"width": NARROW, "height": 844})
        assert overflow(page) == []


def test_colours_follow_the_wish_of_the_reader(browser: Browser, client: Client) -> None:
    grounds = []
    with visit(browser) as (page, _):
        page.goto(client.here)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            grounds.append(page.evaluate("getComputedStyle(document.documentElement).background"))
    assert len(set(grounds)) == 2


# --- names as nobody wishes them ------------------------------------------------------


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    made = (
        nquads(replace(told, article=replace(told.article, id=f"hostile-{name}")))
        for name, told in ((name, world(text)) for name, text in HOSTILE.items())
    )
    with opened(fill(tmp_path_factory.mktemp("hostile") / "store", *made)) as client:
        yield client


def addresses(client: Client) -> list[str]:
    """Return the addresses of all things of a store, and of lists that name them."""
    rows = surroundings.rows(client.site.store, "SELECT DISTINCT ?x { ?x a ?y } ORDER BY ?x")
    keys = (thing.value.removeprefix(BASE) for (thing,) in rows if thing)
    things = [f"/doc/{key}" for key in keys if key.partition("/")[0] in SHOWN and "#" not in key]
    lists = [f"/names/{kind}" for kind in ("person", "meeting", "topic")]
    return ["/", "/articles", *lists, *things]


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_hostile_names_are_text_and_the_layout_holds(
    width: int, browser: Browser, hostile: Client
) -> None:
    every = addresses(hostile)
    assert len(every) > 8 * len(HOSTILE)
    chosen = every[:: 3 if width == NARROW else 11]
    with visit(browser, width=width) as (page, _):
        for address in chosen:
            page.goto(hostile.here + address, wait_until="domcontentloaded")
            assert overflow(page) == [], address
            assert page.evaluate("document.scripts.length") <= 2, address
            assert page.locator("[onmouseover], [onerror], iframe, object").count() == 0, address


@pytest.mark.parametrize("name", ["script", "closing", "attribute", "long", "hebrew"])
def test_hostile_names_are_offered_as_text(name: str, browser: Browser, hostile: Client) -> None:
    typed = {"script": "scr", "closing": "tit", "attribute": "onm", "long": "wir", "hebrew": "evil"}
    with visit(browser, width=NARROW) as (page, _):
        page.goto(hostile.here)
        page.locator("#q").press_sequentially(typed[name])
        option = page.get_by_role("option").first
        option.wait_for()
        assert HOSTILE[name][:40].strip() in page.locator(".suggestions").inner_text()
        assert overflow(page) == []
        option.click()
        page.wait_for_url("**/doc/**")
        assert page.get_by_role("heading", level=1).inner_text().split() == HOSTILE[name].split()


def test_a_store_without_articles_says_what_to_do(browser: Browser, tmp_path: Path) -> None:
    with Store(tmp_path / "empty"):
        pass
    with opened(tmp_path / "empty") as client, visit(browser, width=NARROW) as (page, _):
        for address in ("/", "/articles", "/names/person", "/search?q=pat", "/questions/counts"):
            page.goto(client.here + address)
            assert faults(page) == [], address
            assert page.locator(".empty").count() == 1, address

"""A site of files, opened from a folder in a real browser: no server, no request but for files."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import NARROW, chromium, faults, overflow, visit
from stores import fill
from test_browser_journeys import MEETING, WORDS, lands, statement, tab_to
from test_web_hostile import HOSTILE, world

from kg.graph.statements import nquads
from kg.web import site_export

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def folder(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site; a blank and a sign in its name do no harm."""
    place = tmp_path_factory.mktemp("files")
    copied = shutil.copytree(store, place / "store")
    site_export.export(fill(copied, nquads(world(HOSTILE["arabic"]))), place / "my site #1")
    return place / "my site #1"


@pytest.fixture(scope="module")
def browser(folder: Path) -> Iterator[Browser]:
    """Return the browser, once the site is there: both want the event loop of this thread."""
    with chromium() as made:
        yield made


@pytest.fixture(scope="module")
def home(folder: Path) -> str:
    return (folder / "index.html").as_uri()


def test_three_letters_lead_to_a_person_and_on_to_the_words(browser: Browser, home: str) -> None:
    with visit(browser) as (page, notes):
        page.goto(home)
        page.locator("#q").press_sequentially("pat")
        page.get_by_role("option").filter(has_text="Patrushev").click()
        page.wait_for_url("**/doc/person/ru-patrushev-n.html")
        page.get_by_role("link", name=MEETING).first.click()
        statement(page).click()
        lands(page, WORDS)
    assert {address.partition(":")[0] for address in notes.asked} == {"file"}


def test_by_keyboard_a_search_shows_its_page(browser: Browser, home: str) -> None:
    with visit(browser) as (page, _):
        page.goto(home)
        tab_to(page, page.locator("#q"))
        page.keyboard.type("security pat")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search.html?q=security+pat")
        page.get_by_text("No printed name has a word").wait_for()
        tab_to(page, page.locator("#q"))
        page.keyboard.press("Control+A")
        page.keyboard.type("patru")
        page.keyboard.press("Enter")
        found = page.locator("#found").get_by_role("link", name="N. P. Patrushev")
        found.wait_for()
        assert page.locator("#q").input_value() == "patru"
        tab_to(page, found)
        page.keyboard.press("Enter")
        page.wait_for_url("**/doc/person/ru-patrushev-n.html")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("PATR", "N. P. Patrushev"),
        ("p patru", "N. P. Patrushev"),
        ("sco", "SCO"),
        ("uzb", "Uzbekistan"),
        ("وزير", "وزير الخارجية محمد العلي"),
    ],
)
def test_what_the_search_finds(typed: str, name: str, browser: Browser, home: str) -> None:
    with visit(browser) as (page, _):
        page.goto(home.replace("index.html", "search.html") + f"?q={typed}")
        page.locator("#found li").first.wait_for()
        assert page.locator("#found li a").first.inner_text() == name


def test_without_scripts_the_lists_lead_to_the_words(browser: Browser, home: str) -> None:
    with visit(browser, scripts=False) as (page, _):
        page.goto(home)
        page.get_by_role("link", name="Search").click()
        assert "scripts are off here" in page.inner_text("main")
        page.get_by_role("link", name="Persons").click()
        page.get_by_role("link", name="N. P. Patrushev").click()
        page.get_by_role("link", name=MEETING).first.click()
        statement(page).click()
        lands(page, WORDS)


def test_a_question_has_its_answer_and_its_files(browser: Browser, home: str) -> None:
    with visit(browser) as (page, _):
        page.goto(home)
        page.get_by_role("link", name="Questions").click()
        page.get_by_role("link", name="How much of everything").click()
        assert page.get_by_role("row").filter(has_text="Person").count() > 0
        link = page.get_by_role("link", name="CSV").get_attribute("href")
        assert re.fullmatch(r"counts\.csv", link or "")


def test_axe_finds_nothing_and_nothing_sticks_out(browser: Browser, home: str) -> None:
    root = home.removesuffix("index.html")
    with visit(browser, width=NARROW) as (page, _):
        for name in ("index", "search", "names/person", "questions", "questions/encounters"):
            page.goto(f"{root}{name}.html")
            assert faults(page) == [], name
            assert overflow(page) == [], name


def test_a_folder_that_is_moved_still_opens(browser: Browser, folder: Path, tmp_path: Path) -> None:
    moved = folder.rename(tmp_path / "elsewhere")
    with visit(browser) as (page, _):
        page.goto((moved / "index.html").as_uri())
        page.locator("#q").press_sequentially("pat")
        page.get_by_role("option").filter(has_text="Patrushev").wait_for()
    moved.rename(folder)

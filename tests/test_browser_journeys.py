"""What people do, in a real browser: by mouse, by keyboard alone, and without JavaScript."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import chromium, printed, visit
from conftest import Run
from sites import Client, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

WORDS = "Secretary of the Security Council of the Russian Federation N. P. Patrushev"
MEETING = re.compile("^eleventh session of Secretaries of Security Councils")
ENCOUNTERS = "At which meetings did two countries"
LIT = """() => {
  const said = document.querySelector(":target");
  const marks = [...said.querySelectorAll("mark")];
  const box = said.getBoundingClientRect();
  const ground = (mark) => getComputedStyle(mark).backgroundColor;
  const others = [...document.querySelectorAll("mark")].filter((mark) => !said.contains(mark));
  return {
    text: said.textContent,
    seen: box.top >= 0 && box.bottom <= window.innerHeight,
    lit: marks.length > 0 && marks.every((mark) => ground(mark) !== ground(others[0])),
  };
}"""
"""What stands at the place that an address names, whether one sees it, whether it is lit."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as made:
        yield made


@pytest.fixture(scope="module")
def client(store: Path) -> Iterator[Client]:
    with opened(store) as made:
        yield made


def lands(page: Page, words: str) -> None:
    """Hold that the page shows these words of an article, and lets them stand out."""
    page.wait_for_url(re.compile(r"/doc/article/sco-tashkent-2016(\.html)?#char="))
    page.locator(":target").wait_for()
    page.wait_for_timeout(600)  # a browser scrolls smoothly
    found = page.evaluate(LIT)
    assert (found["text"], found["seen"], found["lit"]) == (words, True, True)


def statement(page: Page) -> Locator:
    """Return what leads from the row of Patrushev to the words that it rests on."""
    return page.get_by_role("row").filter(has_text="Patrushev").locator("a.place").first


# --- by mouse, with scripts and without -----------------------------------------------


def test_three_letters_lead_to_a_person_and_on_to_the_words(
    browser: Browser, client: Client
) -> None:
    with visit(browser) as (page, notes):
        page.goto(client.here)
        page.locator("#q").press_sequentially("pat")
        page.get_by_role("option").filter(has_text="Patrushev").click()
        page.wait_for_url("**/doc/person/ru-patrushev-n")
        page.get_by_role("link", name=MEETING).first.click()
        statement(page).click()
        lands(page, WORDS)
    assert any("/suggest?q=pat" in address for address in notes.asked)


def test_the_same_without_scripts(browser: Browser, client: Client) -> None:
    with visit(browser, scripts=False) as (page, _):
        page.goto(client.here)
        page.locator("#q").fill("pat")
        page.get_by_role("button", name="Find").click()
        page.get_by_role("link", name="N. P. Patrushev").click()
        page.get_by_role("link", name=MEETING).first.click()
        statement(page).click()
        lands(page, WORDS)


def test_facts_and_words_show_each_other(browser: Browser, client: Client) -> None:
    with visit(browser) as (page, _):
        page.goto(f"{client.here}/doc/article/sco-tashkent-2016")
        fact = page.locator("[data-fact]").filter(has_text="Patrushev").first
        fact.hover()
        assert page.locator("mark.lit").first.inner_text() == WORDS
        page.locator("mark").filter(has_text="Patrushev").last.hover()
        assert page.locator("[data-fact].lit").count() > 0


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def expected(kg_run: Run, store: Path) -> list[dict[str, str]]:
    """Return what the command answers to the same question."""
    given = ("-p", "first_party=KZ", "-p", "second_party=CN", "--format", "csv")
    return rows(kg_run("query", "encounters", *given, "--store", store).out)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_question_is_asked_and_its_answer_downloaded(
    browser: Browser, client: Client, scripts: bool, kg_run: Run, store: Path
) -> None:
    with visit(browser, scripts=scripts) as (page, _):
        page.goto(client.here)
        page.get_by_role("link", name="Questions").click()
        page.get_by_role("link", name=ENCOUNTERS).click()
        page.get_by_label("first party").fill("KZ")
        page.get_by_label("second party").fill("CN")
        page.get_by_role("button", name="Ask").click()
        page.wait_for_url("**first_party=KZ*second_party=CN*")
        table = page.get_by_role("table")
        assert "Secretaries of Security Councils" in table.inner_text()
        with page.expect_download() as waited:
            page.get_by_role("link", name="CSV").click()
        told = Path(waited.value.path()).read_text("utf-8")
    assert waited.value.suggested_filename == "encounters.csv"
    assert rows(told) == expected(kg_run, store)


# --- by keyboard alone ----------------------------------------------------------------


def tab_to(page: Page, wanted: Locator, most: int = 150) -> None:
    """Press Tab until `wanted` has the focus, as a person does who has no mouse."""
    target = wanted.element_handle()
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(target) => document.activeElement === target", target):
            return
    pytest.fail(f"Tab does not lead to {wanted}")


def test_by_keyboard_from_three_letters_to_the_words(browser: Browser, client: Client) -> None:
    with visit(browser) as (page, _):
        page.goto(client.here)
        tab_to(page, page.locator("#q"))
        page.keyboard.type("pat")
        page.get_by_role("option").first.wait_for()
        chosen = page.locator("[role=option][aria-selected=true]")
        for _ in range(page.get_by_role("option").count()):
            page.keyboard.press("ArrowDown")
            if "Patrushev" in chosen.inner_text():
                break
        page.keyboard.press("Enter")
        page.wait_for_url("**/doc/person/ru-patrushev-n")
        tab_to(page, page.get_by_role("link", name=MEETING).first)
        page.keyboard.press("Enter")
        page.wait_for_url("**/doc/meeting/*")
        tab_to(page, statement(page))
        page.keyboard.press("Enter")
        lands(page, WORDS)


def test_by_keyboard_a_question_and_its_download(
    browser: Browser, client: Client, kg_run: Run, store: Path
) -> None:
    with visit(browser) as (page, _):
        page.goto(f"{client.here}/questions")
        tab_to(page, page.get_by_role("link", name=ENCOUNTERS))
        page.keyboard.press("Enter")
        tab_to(page, page.get_by_label("first party"))
        page.keyboard.type("KZ")
        tab_to(page, page.get_by_label("second party"))
        page.keyboard.type("CN")
        page.keyboard.press("Enter")
        page.wait_for_url("**first_party=*second_party=*")
        tab_to(page, page.get_by_role("link", name="CSV"))
        with page.expect_download() as waited:
            page.keyboard.press("Enter")
        told = Path(waited.value.path()).read_text("utf-8")
    assert rows(told) == expected(kg_run, store)


def test_the_first_tab_skips_to_the_content(browser: Browser, client: Client) -> None:
    with visit(browser) as (page, _):
        page.goto(f"{client.here}/doc/person/ru-patrushev-n")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        assert page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"


# --- on paper -------------------------------------------------------------------------


def test_a_printed_page_is_a_dossier_with_its_sources(
    browser: Browser, client: Client, tmp_path: Path
) -> None:
    with visit(browser) as (page, _):
        page.goto(f"{client.here}/doc/meeting/sco-secretaries-of-security-councils-11")
        told = printed(page, tmp_path)
    assert WORDS in told
    assert "https://w3id.org/readout/id/meeting/sco-secretaries-of-security-councils-11" in told
    address = "uza.uz/en/politics/11th-session-of-security-council-secretaries"
    assert address in told.replace(" ", "")  # a long address is broken at the end of a line
    assert "Find by any printed name" not in told


def test_free_sparql_is_asked_from_its_page(browser: Browser, client: Client) -> None:
    with visit(browser) as (page, _):
        page.goto(f"{client.here}/sparql")
        page.get_by_label("Query").fill("SELECT ?name WHERE { country:RU rdfs:label ?name }")
        page.get_by_role("button", name="Ask").click()
        assert "Russia" in page.get_by_role("table").inner_text()
        with page.expect_download() as waited:
            page.get_by_role("link", name="JSON").click()
        told = json.loads(Path(waited.value.path()).read_text("utf-8"))
    assert [row["name"]["value"] for row in told["results"]["bindings"]] == ["Russia"]

"""Drafts for Wikidata: accepted links alone, each with its source and quote."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Run
from world import gathering, quads, report

from kg import pipeline, quickstatements
from kg.mappings import Mapping
from kg.model import Facts
from kg.store import Store

URL = "https://news.example/talks"
SECRETARY = "Secretary of the Security Council"


def told(name: str = "talks", url: str | None = URL, title: str | None = 'The "talks"') -> Facts:
    meeting = gathering(
        "summit", organisation="SCO", body="Heads of State", start=f"2031-0{len(name)}-04",
        place="Tashkent", country="UZ",
    )  # fmt: skip
    facts = report(
        name,
        [("Nikolai Patrushev", "RU", SECRETARY), ("Mira Oland", "NO", "Foreign Minister")],
        meeting=meeting,
    )
    return replace(facts, article=replace(facts.article, url=url, title=title))


def drafts(*articles: Facts, links: tuple[Mapping, ...] = ()) -> list[list[str]]:
    store = Store.in_memory(quads(*articles))
    pipeline.join(store, (), links)
    return [line.split("\t") for line in quickstatements.draft(store).splitlines()]


def test_an_office_held_is_drafted_with_date_source_and_quote() -> None:
    [line] = drafts(told())
    assert line[:3] == ["Q446865", "P39", "Q109551787"]
    assert dict(zip(line[3::2], line[4::2], strict=True)) == {
        "P585": "+2031-05-06T00:00:00Z/11",
        "S854": f'"{URL}"',
        "S1476": 'en:"The ”talks”"',
        "S577": "+2031-05-06T00:00:00Z/11",
        "S1683": 'en:"Nikolai Patrushev"',
    }


def test_what_is_not_linked_is_not_drafted() -> None:
    assert not [line for line in drafts(told()) if "P710" in line or "P276" in line]


def test_a_linked_meeting_has_participants_and_a_place() -> None:
    link = Mapping("meeting:sco-heads-of-state-2031-05-04", "wd:Q42424242", "positive", by="Ann")
    found = {tuple(line[:3]) for line in drafts(told(), links=(link,))}
    assert ("Q42424242", "P276", "Q269") in found
    assert ("Q42424242", "P710", "Q446865") in found
    assert ("Q42424242", "P710", "Q159") in found
    assert ("Q446865", "P39", "Q109551787") in found


def test_an_article_without_an_address_backs_nothing() -> None:
    assert drafts(told(url=None)) == []


def test_an_article_without_a_title_still_does() -> None:
    [line] = drafts(told(title=None))
    assert "S1476" not in line and "S854" in line


def test_each_article_backs_its_own_line() -> None:
    other = told("session", url="https://news.example/other")
    found = drafts(told(), other)
    assert len(found) == 2
    assert found == sorted(found)


@pytest.mark.parametrize(
    ("date", "time"),
    [
        ("2016-04-14", "+2016-04-14T00:00:00Z/11"),
        ("2016-04", "+2016-04-00T00:00:00Z/10"),
        ("2016", "+2016-00-00T00:00:00Z/9"),
    ],
)
def test_dates_have_their_precision(date: str, time: str) -> None:
    assert quickstatements._time(date) == time


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("a\tb\nc", '"a b c"'),
        ('say "so"', '"say ”so”"'),
        (" x ", '"x"'),
        ("y" * 2000, f'"{"y" * 1500}"'),
    ],
)
def test_a_quote_stays_on_its_line(text: str, quoted: str) -> None:
    assert quickstatements._quoted(text) == quoted


def test_the_command_writes_drafts(kg_run: Run, tmp_path: Path) -> None:
    with Store(tmp_path / "a.store") as store:
        store.put(quads(told()))
        pipeline.join(store)
    done = kg_run("export", "--store", tmp_path / "a.store", "-f", "quickstatements")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Q446865\tP39\tQ109551787\tP585\t")

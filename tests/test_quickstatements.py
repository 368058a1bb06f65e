"""Drafts for Wikidata: accepted links alone, each with its source and quote."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Run
from extract import PROPERTIES
from world import Row, document, gathering, quads, report

from kg import pipeline, quickstatements
from kg.link import properties
from kg.mappings import Mapping
from kg.model import Facts
from kg.store import Store

URL = "https://news.example/talks"
SECRETARY = "Secretary of the Security Council"
NAMED = {name: pid for name, (pid, _) in PROPERTIES.items()}
MEETING = Mapping("meeting:sco-heads-of-state-2031-05-04", "wd:Q42424242", "positive", by="Ann")
PAPER = "instrument:talks--agreement-on-goods"


def told(
    name: str = "talks",
    url: str | None = URL,
    title: str | None = 'The "talks"',
    end: str | None = None,
) -> Facts:
    meeting = gathering(
        "summit", organisation="SCO", body="Heads of State", start=f"2031-0{len(name)}-04",
        end=end, place="Tashkent", country="UZ",
    )  # fmt: skip
    facts = report(
        name,
        [("Nikolai Patrushev", "RU", SECRETARY), ("Mira Oland", "NO", "Foreign Minister")],
        meeting=meeting,
    )
    return replace(facts, article=replace(facts.article, url=url, title=title))


def drafts(
    *articles: Facts, links: tuple[Mapping, ...] = (), known: dict[str, str] = NAMED
) -> list[list[str]]:
    store = Store.in_memory(quads(*articles))
    pipeline.join(store, (), links)
    return [line.split("\t") for line in quickstatements.draft(store, known).splitlines()]


def test_an_office_held_is_drafted_with_date_source_and_quote() -> None:
    [line] = drafts(told())
    assert line[:3] == ["Q446865", "P39", "Q109551787"]
    assert dict(zip(line[3::2], line[4::2], strict=True)) == {
        NAMED["point in time"]: "+2031-05-06T00:00:00Z/11",
        "S854": f'"{URL}"',
        f"S{NAMED['title'][1:]}": 'en:"The ”talks”"',
        f"S{NAMED['publication date'][1:]}": "+2031-05-06T00:00:00Z/11",
        "S1683": 'en:"Nikolai Patrushev"',
    }


def test_what_no_endpoint_has_named_is_left_out() -> None:
    [line] = drafts(told(), links=(MEETING,), known={})
    assert line[:3] == ["Q446865", "P39", "Q109551787"]
    assert line[3::2] == ["S854", "S1683"]
    [place, office] = drafts(told(), links=(MEETING,), known={"location": "P90004"})
    assert place[:3] == ["Q42424242", "P90004", "Q269"]
    assert place[3::2] == office[3::2] == ["S854", "S1683"]


def test_what_is_not_linked_is_not_drafted() -> None:
    assert {line[1] for line in drafts(told())} == {"P39"}


def test_a_linked_meeting_has_participants_a_place_and_a_date() -> None:
    found = {tuple(line[:3]) for line in drafts(told(), links=(MEETING,))}
    assert found == {
        ("Q42424242", NAMED["location"], "Q269"),
        ("Q42424242", NAMED["participant"], "Q20"),
        ("Q42424242", NAMED["participant"], "Q159"),
        ("Q42424242", NAMED["participant"], "Q446865"),
        ("Q42424242", NAMED["point in time"], "+2031-05-04T00:00:00Z/11"),
        ("Q446865", "P39", "Q109551787"),
    }


def test_a_meeting_of_several_days_has_a_first_and_a_last() -> None:
    found = {tuple(line[:3]) for line in drafts(told(end="2031-05-06"), links=(MEETING,))}
    assert ("Q42424242", "P580", "+2031-05-04T00:00:00Z/11") in found
    assert ("Q42424242", "P582", "+2031-05-06T00:00:00Z/11") in found
    assert not any(NAMED["point in time"] in line for line in found)


def test_a_meeting_to_come_is_not_drafted() -> None:
    facts = told()
    planned = replace(facts, meetings=(replace(facts.meetings[0], status="planned"),))
    assert {line[1] for line in drafts(planned, links=(MEETING,))} == {"P39"}


# --- who signed ------------------------------------------------------------------------


def signing(action: str = "signed", *countries: str) -> Facts:
    """Return talks of countries at which an agreement was dealt with."""
    people: list[Row] = [(f"Person {chr(65 + n)}", c, None) for n, c in enumerate(countries)]
    facts = report(
        "talks",
        people,
        meeting=gathering("talks", start="2031-05-04", place="Tashkent", country="UZ"),
        instruments=[document("agreement on goods", "agreement", action=action)],
    )
    return replace(facts, article=replace(facts.article, url=URL))


def signatories(facts: Facts) -> set[tuple[str, ...]]:
    link = Mapping(PAPER, "wd:Q42424243", "positive", by="Ann")
    found = drafts(facts, links=(link,))
    assert all(line[0] == "Q42424243" for line in found)
    return {tuple(line[1:3]) for line in found}


def test_two_countries_that_signed_are_signatories() -> None:
    signatory = NAMED["signatory"]
    assert signatories(signing("signed", "KZ", "NO")) == {(signatory, "Q232"), (signatory, "Q20")}


@pytest.mark.parametrize(
    ("action", "countries"),
    [
        ("signed", ("KZ", "NO", "RU")),
        ("signed", ("KZ",)),
        ("to-be-signed", ("KZ", "NO")),
        ("discussed", ("KZ", "NO")),
    ],
)
def test_where_it_is_not_said_who_signed_nobody_is(action: str, countries: tuple[str, ...]) -> None:
    assert signatories(signing(action, *countries)) == set()


# --- sources ---------------------------------------------------------------------------


def test_an_article_without_an_address_backs_nothing() -> None:
    assert drafts(told(url=None)) == []


def test_an_article_without_a_title_still_does() -> None:
    [line] = drafts(told(title=None))
    assert f"S{NAMED['title'][1:]}" not in line and "S854" in line


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
    assert done.out.startswith("Q446865\tP39\tQ109551787\tS854\t")
    (tmp_path / "a.decisions").mkdir()
    (tmp_path / "a.decisions" / "properties.tsv").write_text(properties.write(NAMED), "utf-8")
    done = kg_run("export", "--store", tmp_path / "a.store", "-f", "quickstatements")
    assert done.out.startswith(f"Q446865\tP39\tQ109551787\t{NAMED['point in time']}\t")
    elsewhere = ("--decisions", tmp_path / "elsewhere")
    done = kg_run("export", "--store", tmp_path / "a.store", "-f", "quickstatements", *elsewhere)
    assert done.out.startswith("Q446865\tP39\tQ109551787\tS854\t")

"""The first page: how much there is, and what was and is to come by the date of the data."""

from __future__ import annotations

from dataclasses import replace

import lake
import pytest

from kg.graph.statements import nquads
from kg.model import Article, Facts, Meeting
from kg.namespaces import BASE, ONTOLOGY
from kg.store import Store
from kg.web.views.home import LISTED, Home, home

TEXT = "The sides met.\n"


def meetings(*listed: tuple[str, str, str | None], issued: str | None = "2020-06-15") -> Home:
    """Return the first page of a store with meetings of these names, statuses and dates."""
    passage = lake.words(TEXT, "The sides met")
    made = tuple(
        Meeting(name, name, None, None, None, date, None, None, None, None, status, passage, "test")  # type: ignore[arg-type]  # the statuses of the tables below
        for name, status, date in listed
    )  # fmt: skip
    article = Article("one", TEXT, published=issued)
    return home(Store.in_memory(nquads(Facts(article, meetings=made))))


def told(found: Home) -> tuple[list[str], list[str]]:
    """Return the names of the latest meetings and of those to come."""
    return [each.link.text for each in found.latest], [each.link.text for each in found.coming]


def test_things_are_counted_by_kind() -> None:
    found = home(lake.store())
    assert {each.words: each.number for each in found.counts} == {
        "meetings": 2,
        "persons": 2,
        "offices": 2,
        "countries": 3,
        "organisations": 2,
        "places": 2,
        "documents": 3,
        "topics": 1,
        "articles": 2,
    }


def test_nodes_that_are_one_thing_count_once() -> None:
    graph = f"<{BASE}graph/identity>"
    same = f"<{lake.KASK}> <{ONTOLOGY}identifiedAs> <{lake.BERGA}> {graph} .\n"
    found = home(Store.in_memory(*lake.quads(), same))
    assert {each.kind: each.number for each in found.counts}["person"] == 1


def test_an_empty_store_has_nothing_to_tell() -> None:
    assert home(Store.in_memory()) == Home((), None, (), ())


def test_latest_and_coming_are_told_by_the_date_of_the_latest_article() -> None:
    found = home(lake.store())
    assert found.date == "2020-06-10"
    assert [(each.link.text, each.date) for each in found.latest] == [
        ("fourth session of the Lake Council", "2020-06-09"),
        ("third session of the Lake Council", "2019-05-02"),
    ]
    assert [each.of for each in found.latest] == [
        ("Tallinn", "River Union"),
        ("Riga", "River Union"),
    ]
    assert found.coming == ()
    before = home(Store.in_memory(nquads(lake.third())))
    assert told(before) == (["third session of the Lake Council"], ["fourth session"])


@pytest.mark.parametrize(
    ("status", "date", "latest", "coming"),
    [
        ("held", "2020-06-14", True, False),
        ("held", "2020-06-15", True, False),
        ("ongoing", "2020-06-14", True, False),
        ("planned", "2020-06-14", False, False),  # planned, and its day is over: nobody knows
        ("planned", "2020-06-15", False, True),
        ("planned", "2020-06-16", False, True),
        ("planned", "2020-06", False, True),
        ("planned", "2020", False, True),
        ("planned", "2020-05", False, False),
        ("planned", "2019", False, False),
        ("planned", "2021", False, True),
        ("planned", None, False, False),
        ("held", None, False, False),
        ("held", "2021-01-01", False, False),  # held after the latest article: a slip of a report
        ("held", "1999-01-01", True, False),
        ("held", "2020", True, False),
    ],
)
def test_a_meeting_is_listed_by_status_and_date(
    status: str, date: str | None, latest: bool, coming: bool
) -> None:
    found = told(meetings(("talks", status, date)))
    assert found == (["talks"] if latest else [], ["talks"] if coming else [])


def test_the_latest_come_first_and_the_next_to_come_first() -> None:
    held = [(f"held {day:02}", "held", f"2020-05-{day:02}") for day in range(1, 21)]
    coming = [(f"to come {day:02}", "planned", f"2020-07-{day:02}") for day in range(1, 21)]
    latest, after = told(meetings(*held, *coming))
    assert latest == [f"held {day:02}" for day in range(20, 20 - LISTED, -1)]
    assert after == [f"to come {day:02}" for day in range(1, 1 + LISTED)]


def test_older_ones_fill_the_list_where_a_year_has_few() -> None:
    held = [(f"held {year}", "held", f"{year}-05-01") for year in range(1990, 2020)]
    latest, _ = told(meetings(*held))
    assert latest == [f"held {year}" for year in range(2019, 2019 - LISTED, -1)]


def test_where_no_article_has_a_date_nothing_is_latest() -> None:
    found = meetings(("talks", "held", "2020-01-01"), issued=None)
    assert (found.date, found.latest, found.coming) == (None, (), ())
    assert found.counts


def test_what_another_report_tells_as_held_is_not_to_come() -> None:
    planned = replace(lake.third(), article=replace(lake.THIRD_ARTICLE, published="2019-05-03"))
    found = home(Store.in_memory(nquads(planned), nquads(lake.fourth())))
    assert all("held" in each.statuses for each in found.latest)
    assert found.coming == ()


def test_what_a_joined_node_tells_as_held_is_not_to_come() -> None:
    passage = lake.words(TEXT, "The sides met")

    def one(key: str, status: str, date: str) -> str:
        meeting = Meeting(key, key, 1, key, key, date, None, None, None, None, status, passage, "t")  # type: ignore[arg-type]  # held and planned
        return nquads(Facts(Article(key, TEXT, published="2020-01-01"), meetings=(meeting,)))

    held, planned = one("a", "held", "2020-01-01"), one("b", "planned", "2020")
    nodes = [f"<{BASE}meeting/{key}-{key}-1>" for key in ("a", "b")]
    same = f"{nodes[1]} <{ONTOLOGY}identifiedAs> {nodes[0]} <{BASE}graph/identity> .\n"
    assert told(home(Store.in_memory(held, planned)))[1] == ["b"]
    assert told(home(Store.in_memory(held, planned, same)))[1] == []


def test_a_snapshot_is_counted_once() -> None:
    store = lake.store()
    assert home(store) is home(store)

"""Persons of two articles: one where a name and something else agree, apart where not."""

from __future__ import annotations

import pytest
from pairs import FOREIGN, ONE_PERSON, SECRETARY, TWO_PERSONS, Seen, persons
from world import Row, quads, report

from kg.identity import identify
from kg.identity.clusters import Decision
from kg.store import Store


def who(reports: list, manual: tuple[Decision, ...] = ()) -> set[str]:  # type: ignore[type-arg]  # Facts
    """Return the persons to whom the names of the articles belong."""
    from kg.identity import graph

    store = Store.in_memory(quads(*reports))
    text = graph.nquads(identify(store, manual))
    if text:
        store.put(text)
    return {str(row["person"]) for row in store.query("appearances")}


@pytest.mark.parametrize(("one", "other"), ONE_PERSON)
def test_persons_are_one(one: Seen, other: Seen) -> None:
    assert persons(one, other) == 1
    assert persons(other, one) == 1


@pytest.mark.parametrize(("one", "other"), TWO_PERSONS)
def test_persons_are_two(one: Seen, other: Seen) -> None:
    assert persons(one, other) == 2
    assert persons(other, one) == 2


def test_company_speaks_for_a_person_of_no_country() -> None:
    friends: list[Row] = [("Jan Solberg", "NO", None), ("Eva Brandt", "DE", None)]
    one = report("one", [("Mira Oland", None, None), *friends])
    other = report("other", [("Mira Oland", None, None), *friends])
    assert len(who([one, other])) == 3


def test_an_initial_that_two_persons_share_is_nobody() -> None:
    rows: list[Row] = [
        ("Sergei Tarasov", "RU", None),
        ("Stepan Tarasov", "RU", None),
        ("S. Tarasov", "RU", None),
    ]
    reports = [report(f"a{i}", [row]) for i, row in enumerate(rows)]
    assert len(who(reports)) == 3
    decisions = identify(Store.in_memory(quads(*reports))).decisions
    unsure = [d for d in decisions if d.judgement == "unsure"]
    assert len(unsure) == 2
    assert all("as likely" in d.reasons[-1] for d in unsure)


def test_an_office_tells_of_whom_an_initial_is() -> None:
    rows: list[Row] = [
        ("Sergei Tarasov", "RU", FOREIGN),
        ("Stepan Tarasov", "RU", "Minister of Trade"),
        ("S. Tarasov", "RU", FOREIGN),
    ]
    assert len(who([report(f"a{i}", [row]) for i, row in enumerate(rows)])) == 2


def test_one_article_names_two() -> None:
    both = report("both", [("Mira Oland", "KZ", None), ("M. Oland", None, None)])
    third = report("third", [("Mira Oland", "KZ", None)])
    assert len(who([both, third])) == 2


def test_two_lives_lie_apart() -> None:
    row: Row = ("Mira Oland", None, "Foreign Minister")
    friends: list[Row] = [("Jan Solberg", "NO", None), ("Eva Brandt", "DE", None)]
    early = report("early", [row, *friends], published="1951-05-06")
    late = report("late", [row, *friends], published="2031-05-06")
    found = identify(Store.in_memory(quads(early, late)))
    assert not any(d.judgement == "positive" and "oland" in d.one for d in found.decisions)


def test_a_family_name_alone_is_not_carried_over_decades() -> None:
    row: Row = ("Tarasov", "RU", SECRETARY)
    early = report("early", [row], published="2001-05-06")
    late = report("late", [row], published="2031-05-06")
    near = report("near", [row], published="2002-05-06")
    assert len(who([early, late])) == 2
    assert len(who([early, near])) == 1


def test_namesakes_of_two_countries_are_told() -> None:
    reports = [
        report("one", [("Mira Oland", "KZ", FOREIGN)]),
        report("other", [("Mira Oland", "NO", FOREIGN)]),
    ]
    [decision] = [
        d for d in identify(Store.in_memory(quads(*reports))).decisions if "/person/" in d.one
    ]
    assert decision.judgement == "negative"
    assert decision.reasons[-1] == "they speak for different countries"


def test_a_node_that_two_persons_share_is_told_apart() -> None:
    reports = [
        report("one", [("Wang Yi", "CN", FOREIGN)]),
        report("two", [("Wang Yong", "CN", FOREIGN)]),
        report("three", [("Wang Yi", "CN", FOREIGN)]),
    ]
    store = Store.in_memory(quads(*reports))
    found = identify(store)
    assert len(set(found.parts.values())) == 2
    assert all("/appearance/" in appearance for appearance in found.parts)
    assert len(who(reports)) == 2

"""Persons of two articles: one where a name and something else agree, apart where not."""

from __future__ import annotations

import pytest
from world import Row, quads, report

from kg.identity import identify
from kg.identity.clusters import Decision
from kg.store import Store

SECRETARY, FOREIGN = "Secretary of the Security Council", "Foreign Minister"

ONE: list[tuple[Row, Row]] = [
    (("Mira Oland", "KZ", FOREIGN), ("Mira Oland", "KZ", FOREIGN)),
    (("Mira Oland", "KZ", FOREIGN), ("M. T. Oland", "KZ", FOREIGN)),
    (("Mira Oland", "KZ", None), ("Mira Oland", "KZ", "Prime Minister")),
    (("Yevgeny Sysoyev", "RU", None), ("Evgeny Sysoev", "RU", None)),
    (("Abdurahim Kakharov", "TJ", SECRETARY), ("A. A. Kahhorov", "TJ", SECRETARY)),
    (("Sadyr Japarov", "KG", None), ("Sadyr Zhaparov", "KG", None)),
    (("Rashid Alimov", "SCO", "Secretary-General"), ("Rashid Olimov", "SCO", None)),
    (("Oland Mira", "KZ", FOREIGN), ("Mira Oland", "KZ", FOREIGN)),
    (("N. P. Tarasov", "RU", SECRETARY), ("Nikolai Tarasov", "RU", "Security Council Secretary")),
    (("Tarasov", "RU", SECRETARY), ("Nikolai Tarasov", "RU", SECRETARY)),
    (("Xi Ansheng", "CN", FOREIGN), ("Ansheng Xi", "CN", FOREIGN)),
    (("Kim Jong-un", "KP", None), ("Kim Jong Un", "KP", None)),
    (("Mohammed Rahimi", "AF", None), ("Muhammad Rahimi", "AF", FOREIGN)),
]

TWO: list[tuple[Row, Row]] = [
    (("Mira Oland", "KZ", FOREIGN), ("Mira Oland", "OSCE", FOREIGN)),
    (("Mira Oland", "KZ", FOREIGN), ("Mira Oland", "NO", FOREIGN)),
    (("Mira Oland", "KZ", FOREIGN), ("Mara Oland", "NO", FOREIGN)),
    (("Mira Oland", "KZ", None), ("Mirko Oland", "KZ", None)),
    (("Serdar Amanov", "TM", "President"), ("Gurban Amanov", "TM", "President")),
    (("N. P. Tarasov", "RU", SECRETARY), ("N. V. Tarasov", "RU", SECRETARY)),
    (("Wang Yi", "CN", FOREIGN), ("Wang Yong", "CN", FOREIGN)),
    (("Mira Oland", None, None), ("Mira Oland", None, None)),
    (("Mira Oland", "KZ", None), ("M. Oland", None, None)),
    (("Tarasov", "RU", SECRETARY), ("Nikolai Tarasov", "RU", "Minister of Trade")),
    (("Kim Jong-un", "KP", None), ("Kim Jong-il", "KP", None)),
    (("Ivan Petrov", "BG", None), ("Ivan Petrova", "BG", None)),
    (("Ann Lund", "OSCE", None), ("Ann Lund", "NATO", None)),
]


def same(*rows: Row, manual: tuple[Decision, ...] = ()) -> bool:
    """Tell whether the store takes the persons of articles of their own for one."""
    reports = [report(f"a{i}", [row]) for i, row in enumerate(rows)]
    return len(who(reports, manual)) == 1


def who(reports: list, manual: tuple[Decision, ...] = ()) -> set[str]:  # type: ignore[type-arg]  # Facts
    """Return the persons to whom the names of the articles belong."""
    from kg.identity import graph

    store = Store.in_memory(quads(*reports))
    text = graph.nquads(identify(store, manual))
    if text:
        store.put(text)
    return {str(row["person"]) for row in store.query("appearances")}


@pytest.mark.parametrize(("one", "other"), ONE)
def test_persons_are_one(one: Row, other: Row) -> None:
    assert same(one, other)
    assert same(other, one)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_persons_are_two(one: Row, other: Row) -> None:
    assert not same(one, other)
    assert not same(other, one)


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

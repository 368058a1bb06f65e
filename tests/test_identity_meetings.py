"""Meetings and instruments of two articles: pairs that are one beside pairs that are two."""

from __future__ import annotations

import pytest
from pairs import (
    DAY,
    KINDS,
    ONE_MEETING,
    ONE_PAPER,
    PORT,
    SESSION,
    SUMMIT,
    TWO_MEETINGS,
    TWO_PAPERS,
    Figures,
    Paper,
    Told,
    figures,
    kinds,
    main,
    meetings,
    papers,
)
from world import gathering, report


@pytest.mark.parametrize(("one", "other"), ONE_MEETING)
def test_meetings_are_one(one: Told, other: Told) -> None:
    assert meetings(one, other) == 1
    assert meetings(other, one) == 1


@pytest.mark.parametrize(("one", "other"), TWO_MEETINGS)
def test_meetings_are_two(one: Told, other: Told) -> None:
    assert meetings(one, other) == 2
    assert meetings(other, one) == 2


def test_a_day_that_two_sessions_share_is_of_neither() -> None:
    reports = [
        report("one", meeting=gathering("a", **SESSION, start=DAY, **PORT)),
        report("two", meeting=gathering("b", **SUMMIT, start=DAY, **PORT)),
        report("three", meeting=gathering("c", organisation="SCO", start=DAY, **PORT)),
    ]
    assert kinds(reports, "Meeting") == 3


# --- instruments ---------------------------------------------------------------------


@pytest.mark.parametrize(("one", "other"), ONE_PAPER)
def test_instruments_are_one(one: Paper, other: Paper) -> None:
    assert papers(one, other) == 1
    assert papers(other, one) == 1


@pytest.mark.parametrize(("one", "other"), TWO_PAPERS)
def test_instruments_are_two(one: Paper, other: Paper) -> None:
    assert papers(one, other) == 2
    assert papers(other, one) == 2


# --- figures ---------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_pairs_are_many_and_half_of_them_apart(kind: str) -> None:
    one, two, _ = KINDS[kind]
    assert len(one) + len(two) >= 30
    assert min(len(one), len(two)) >= 15
    for table in (one, two):
        assert len({str(pair) for pair in table}) == len(table)


def test_figures_count_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [("a", "a"), ("a", "b")]
    monkeypatch.setitem(KINDS, "letters", (pairs, pairs, lambda one, other: len({one, other})))
    found = figures("letters")
    assert found == Figures(2, 1, 2, 1)
    assert (found.precision, found.recall) == (0.5, 0.5)
    assert Figures(2, 0, 2, 2).precision == 1.0


def test_the_command_prints_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind, (one, two, count) in list(KINDS.items()):
        monkeypatch.setitem(KINDS, kind, (one[:2], two[:2], count))
    main()
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert all("2 of 2 joined, 2 of 2 kept apart: precision 1.00" in line for line in lines)

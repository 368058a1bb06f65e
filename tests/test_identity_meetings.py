"""Meetings and instruments of two articles: pairs that are one beside pairs that are two."""

from __future__ import annotations

from typing import Any

import pytest
from world import Row, document, gathering, quads, report

from kg.identity import identify
from kg.model import Instrument, Meeting
from kg.store import Store

DAY = "2031-05-04"
CALL: list[Row] = [("Mira Oland", "KZ", None), ("Jan Solberg", "NO", None)]
OTHERS: list[Row] = [("Mira Oland", "KZ", None), ("Eva Brandt", "DE", None)]

Told = tuple[Meeting, list[Row]]


def told(name: str, people: list[Row] | None = None, **facts: Any) -> Told:
    return gathering(name, **facts), people or []


SESSION: dict[str, Any] = {"organisation": "SCO", "body": "Secretaries of Security Councils"}
WORDED: dict[str, Any] = {"organisation": "SCO", "body": "Security Council Secretaries"}
SUMMIT: dict[str, Any] = {"organisation": "SCO", "body": "Heads of State"}
PORT: dict[str, Any] = {"place": "Tashkent", "country": "UZ"}

ONE_MEETING: list[tuple[Told, Told]] = [
    (told("session", **SESSION, ordinal=11), told("meeting", **SESSION, ordinal=11)),
    (told("session", **SESSION, ordinal=11), told("meeting", **WORDED, ordinal=11)),
    (told("session", **SESSION, start=DAY), told("meeting", **WORDED, start=DAY)),
    (told("s", **SESSION, ordinal=11, start=DAY, **PORT), told("t", **SESSION, ordinal=11)),
    (
        told("session", **SESSION, ordinal=11, start=DAY, end="2031-05-05", **PORT),
        told("meeting in Tashkent", organisation="SCO", start="2031-05-05", **PORT),
    ),
    (
        told("session", **SESSION, ordinal=11, start=DAY, end="2031-05-05", **PORT),
        told("meeting of 4-5 May", organisation="SCO", start=DAY, end="2031-05-05", **PORT),
    ),
    (
        told("session", **SESSION, ordinal=11, **PORT),
        told("session", **WORDED, start="2031-05", **PORT),
    ),
    (told("summit", **SUMMIT, start=DAY), told("summit", **SUMMIT, start=DAY, **PORT)),
    (told("summit", **SUMMIT, start=DAY), told("summit", **SUMMIT, start="2031-05-03", end=DAY)),
    (
        told("summit", **SUMMIT, ordinal=3, start="2031-05"),
        told("summit", **SUMMIT, ordinal=3, start=DAY),
    ),
    (told("summit", **SUMMIT, ordinal=3, **PORT), told("t", **SUMMIT, ordinal=3, place="Toshkent")),
    (told("talks", CALL, start=DAY), told("talks in Oslo", CALL, start=DAY)),
    (told("talks", CALL, start=DAY), told("meeting", CALL, start=DAY, **PORT)),
    (told("talks", CALL, start=DAY, **PORT), told("consultations", CALL, start=DAY, **PORT)),
    (
        told("talks", [("Yevgeny Sysoyev", "RU", None), *CALL], start=DAY),
        told("talks", [("Evgeny Sysoev", "RU", None), *CALL], start=DAY),
    ),
    (told("state visit", CALL, start=DAY), told("official visit", CALL, start=DAY)),
    (told("summit", OTHERS, **SUMMIT, start=DAY), told("t", CALL, **SUMMIT, start=DAY)),
]

TWO_MEETINGS: list[tuple[Told, Told]] = [
    (told("session", **SESSION, ordinal=11), told("session", **SESSION, ordinal=12)),
    (told("session", **SESSION, ordinal=11), told("session", **SUMMIT, ordinal=11)),
    (told("session", **SESSION, start=DAY), told("session", **SESSION, start="2032-05-04")),
    (told("session", **SESSION, start=DAY), told("session", **SUMMIT, start=DAY)),
    (
        told("session", **SESSION, start=DAY),
        told("s", **SESSION | {"organisation": "CIS"}, start=DAY),
    ),
    (
        told("s", **SESSION, start=DAY, place="Tashkent"),
        told("s", **WORDED, start=DAY, place="Osh"),
    ),
    (
        told("summit", **SUMMIT, start=DAY, country="UZ", ordinal=1),
        told("summit", **SUMMIT, start=DAY, country="KZ", ordinal=2),
    ),
    (told("summit", **SUMMIT, ordinal=3), told("summit", **SUMMIT)),
    (told("meeting", organisation="SCO", **PORT), told("meeting", organisation="SCO", **PORT)),
    (told("meeting", organisation="SCO", start=DAY), told("talks", organisation="SCO", start=DAY)),
    (told("talks", CALL, start=DAY), told("talks", OTHERS, start=DAY)),
    (told("talks", CALL, start=DAY), told("talks", CALL, start="2031-05-05")),
    (told("talks", CALL, start=DAY, place="Oslo"), told("talks", CALL, start=DAY, place="Bergen")),
    (told("state visit", CALL, start=DAY, place="Oslo"), told("talks", CALL, start=DAY)),
    (told("talks", CALL), told("talks", CALL)),
    (told("talks", start=DAY, **PORT), told("meeting", start=DAY, **PORT)),
    (
        told("meeting", [("Jan Solberg", "NO", None)], organisation="ASEAN", start=DAY, **PORT),
        told("talks", [("Eva Brandt", "DE", None)], organisation="ASEAN", start=DAY, **PORT),
    ),
]


def meetings(one: Told, other: Told) -> int:
    """Return how many meetings two articles tell of, by the store."""
    reports = [
        report(name, people, meeting=meeting)
        for name, (meeting, people) in (("first", one), ("second", other))
    ]
    return kinds(reports, "Meeting")


def kinds(reports: list[Any], kind: str) -> int:
    store = Store.in_memory(quads(*reports))
    found = identify(store)
    rows = store.query(f"SELECT DISTINCT ?thing WHERE {{ ?thing a readout:{kind} }}")
    return len({found.canonical.get(str(row["thing"]), row["thing"]) for row in rows})


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


# --- instruments ------------------------------------------------------------------

FIGHT = "SCO Convention on the Fight against Extremism"

Paper = tuple[Instrument, Told]


def paper(name: str, kind: str, period: str | None = None, at: Told | None = None) -> Paper:
    return document(name, kind, period=period), at or told("summit", **SUMMIT, start=DAY)


SCO, CIS = told("summit", **SUMMIT, start=DAY), told("s", organisation="CIS", body="x", start=DAY)
LATER = told("summit", **SUMMIT, start="2032-06-07")
BILATERAL = told("talks", CALL, start=DAY)

ONE_PAPER: list[tuple[Paper, Paper]] = [
    (paper(FIGHT, "convention"), paper(FIGHT, "convention", at=LATER)),
    (paper(f"draft {FIGHT}", "convention"), paper(FIGHT, "convention", at=LATER)),
    (paper(FIGHT, "convention"), paper("Convention on Fight against Extremism", "convention")),
    (paper(FIGHT, "convention"), paper(FIGHT.upper(), "convention")),
    (paper("SCO Charter", "charter"), paper("SCO Charter", "charter", at=LATER)),
    (paper("joint statement", "statement"), paper("Joint Statement", "statement")),
    (paper("communique", "communique"), paper("joint communique", "communique")),
    (paper("final declaration", "declaration"), paper("declaration", "declaration")),
    (paper("minutes", "minutes"), paper("minutes", "minutes")),
    (
        paper("action plan on transit 2031-2033", "plan", "2031-2033"),
        paper("plan on transit", "plan"),
    ),
    (
        paper("programme of border cooperation 2031-2033", "programme", "2031-2033"),
        paper("cooperation programme on borders, 2031-2033", "programme", "2031-2033"),
    ),
    (
        paper("Treaty on Good Neighbourliness", "treaty", at=BILATERAL),
        paper("treaty on good neighbourliness", "treaty", at=BILATERAL),
    ),
    (
        paper("agreement on transit of goods", "agreement", at=BILATERAL),
        paper("memorandum on the transit of goods", "agreement", at=BILATERAL),
    ),
    (
        paper("Statute of the SCO Drug Centre", "other"),
        paper("Statute of the Drug Centre of the SCO", "other", at=LATER),
    ),
    (
        paper("Shanghai Cooperation Organization Convention on Transport Corridors", "convention"),
        paper("SCO Convention on Transport Corridors", "convention", at=LATER),
    ),
]

TWO_PAPERS: list[tuple[Paper, Paper]] = [
    (paper(FIGHT, "convention"), paper("SCO Convention on Transport Corridors", "convention")),
    (paper(FIGHT, "convention"), paper(FIGHT.replace("SCO", "CIS"), "convention", at=CIS)),
    (paper(FIGHT, "convention"), paper("protocol to the fight against extremism", "protocol")),
    (paper("joint statement", "statement"), paper("joint statement", "statement", at=LATER)),
    (paper("joint statement", "statement"), paper("joint statement", "statement", at=CIS)),
    (paper("joint statement", "statement"), paper("declaration", "declaration")),
    (paper("communique", "communique"), paper("minutes", "minutes")),
    (paper("agreement", "agreement"), paper("agreement", "agreement")),
    (paper("memorandum", "memorandum"), paper("memorandum", "memorandum")),
    (paper("protocol", "protocol"), paper("protocol", "protocol")),
    (
        paper("SCO border programme 2031-2033", "programme", "2031-2033"),
        paper("SCO border programme 2034-2036", "programme", "2034-2036"),
    ),
    (
        paper("SCO border security plan 2031", "plan", "2031"),
        paper("SCO border security plan 2032", "plan", "2032", at=LATER),
    ),
    (
        paper("SCO resolution 11 on border security", "resolution"),
        paper("SCO resolution 12 on border security", "resolution"),
    ),
    (
        paper("treaty on good neighbourliness", "treaty", at=BILATERAL),
        paper(
            "treaty on good neighbourliness", "treaty", at=told("talks", OTHERS, start="2031-01-02")
        ),
    ),
    (
        paper("agreement on transit of goods", "agreement", at=BILATERAL),
        paper("agreement on transit of gas", "agreement", at=BILATERAL),
    ),
]


def papers(one: Paper, other: Paper) -> int:
    reports = [
        report(name, people, meeting=meeting, instruments=[each])
        for name, (each, (meeting, people)) in (("first", one), ("second", other))
    ]
    return kinds(reports, "Instrument")


@pytest.mark.parametrize(("one", "other"), ONE_PAPER)
def test_instruments_are_one(one: Paper, other: Paper) -> None:
    assert papers(one, other) == 1
    assert papers(other, one) == 1


@pytest.mark.parametrize(("one", "other"), TWO_PAPERS)
def test_instruments_are_two(one: Paper, other: Paper) -> None:
    assert papers(one, other) == 2
    assert papers(other, one) == 2


def test_both_tables_are_long_enough() -> None:
    assert len(ONE_MEETING) >= 15 and len(TWO_MEETINGS) >= 15
    assert len(ONE_PAPER) >= 15 and len(TWO_PAPERS) >= 15

"""Leaders' summits and sideline meetings: which facts go to which of several meetings."""

from __future__ import annotations

import pytest

from kg.model import Facts
from tests.reports import alone

OPENING = (
    "Leaders close summit in Castries\n\n"
    "CASTRIES, 12 June 2019 - The 8th summit of the Islands Shipping Union (ISU) was held in"
    " Castries on 11 June 2019.\n\n"
)


def read(words: str) -> Facts:
    return alone(f"{OPENING}{words}")


def at(found: Facts, number: int | None) -> set[str | None]:
    """Return who sat at the meeting with an ordinal, or at the one without."""
    keys = {m.key for m in found.meetings if m.ordinal == number}
    return {p.person for p in found.participants if p.meeting in keys}


ON_SIDELINES = [
    "On the sidelines of the summit, Cuban President Raúl Medina met Haitian Prime Minister Jean"
    " Dorval.",
    "On the margins of the summit, Cuban President Raúl Medina met with Haitian Prime Minister"
    " Jean Dorval.",
    "On the fringes of the summit, Cuban President Raúl Medina held talks with Haitian Prime"
    " Minister Jean Dorval.",
    "Within the framework of the summit, Cuban President Raúl Medina met Haitian Prime Minister"
    " Jean Dorval.",
    "Cuban President Raúl Medina met Haitian Prime Minister Jean Dorval on the sidelines of the"
    " summit.",
    "Cuban President Raúl Medina held a bilateral meeting with Haitian Prime Minister Jean Dorval"
    " on the margins of the summit.",
    "Before the summit, Cuban President Raúl Medina met Haitian Prime Minister Jean Dorval.",
    "After the summit, Cuban President Raúl Medina held talks with Haitian Prime Minister Jean"
    " Dorval.",
]


@pytest.mark.parametrize("words", ON_SIDELINES)
def test_a_meeting_beside_the_summit_is_one_of_its_own(words: str) -> None:
    found = read(words)
    assert len(found.meetings) == 2
    assert at(found, None) == {"Raúl Medina", "Jean Dorval"}


@pytest.mark.parametrize("words", ON_SIDELINES)
def test_it_has_no_organ_and_no_chair(words: str) -> None:
    (side,) = [m for m in read(words).meetings if m.ordinal is None]
    assert (side.body, side.chair) == (None, None)


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("The leaders discussed ferry fares.", {"ferry fares": 8}),
        (f"The leaders discussed ferry fares. {ON_SIDELINES[0]}", {"ferry fares": 8}),
        (f"{ON_SIDELINES[0]} During their meeting, they discussed sugar.", {"sugar": None}),
    ],
)
def test_subjects_go_to_their_meeting(words: str, topics: dict[str, int | None]) -> None:
    found = read(words)
    numbers = {m.key: m.ordinal for m in found.meetings}
    assert {t.name: numbers[str(t.meeting)] for t in found.topics} == topics


@pytest.mark.parametrize(
    ("words", "deeds"),
    [
        ("The leaders adopted a charter on ports.", {"charter on ports": 8}),
        ("The summit adopted a charter on ports.", {"charter on ports": 8}),
        (f"The summit adopted a charter on ports. {ON_SIDELINES[0]}", {"charter on ports": 8}),
    ],
)
def test_deeds_go_to_their_meeting(words: str, deeds: dict[str, int | None]) -> None:
    found = read(words)
    numbers = {m.key: m.ordinal for m in found.meetings}
    told = {
        i.name: numbers[str(a.meeting)]
        for i in found.instruments
        for a in i.actions
        if a.action in ("signed", "adopted")
    }
    assert told == deeds


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Cuban President Raúl Medina attended the summit.", {"Raúl Medina"}),
        (
            "The summit was attended by Cuban President Raúl Medina and Haitian Prime Minister"
            " Jean Dorval.",
            {"Raúl Medina", "Jean Dorval"},
        ),
        ("Cuban President Raúl Medina told the summit that fares must fall.", {"Raúl Medina"}),
        ("Cuban President Raúl Medina skipped the summit.", set()),
        (
            "The ninth summit will be chaired by Cuban President Raúl Medina in Havana in 2020.",
            set(),
        ),
        (
            "The seventh summit, held in Havana in 2018, was chaired by Cuban President Raúl"
            " Medina.",
            set(),
        ),
    ],
)
def test_who_sat_at_the_summit(words: str, expected: set[str]) -> None:
    assert at(read(words), 8) == expected


@pytest.mark.parametrize(
    ("words", "number", "start", "place"),
    [
        ("The ninth summit will be held in Havana in 2020.", 9, "2020", "Havana"),
        (
            "The leaders agreed to hold the ninth summit in Havana on 3 May 2020.",
            9,
            "2020-05-03",
            "Havana",
        ),
        ("Havana will host the ninth summit in May 2020.", 9, "2020-05", "Havana"),
        ("The next summit will be held in Havana in 2020.", None, "2020", "Havana"),
    ],
)
def test_the_summit_to_come(words: str, number: int | None, start: str, place: str) -> None:
    first, second = read(words).meetings
    assert (first.ordinal, first.start, first.place) == (8, "2019-06-11", "Castries")
    assert (second.ordinal, second.start, second.place) == (number, start, place)
    assert second.status == "planned"

"""Whole bulletins with more than one meeting, or told out of order, read to their facts."""

from __future__ import annotations

from functools import cache

import pytest

from kg.model import Article, Facts
from kg.pipeline import extract
from kg.reading import masthead

BULLETINS = {
    "two-meetings": (
        "2019-10-08",
        "Sixth SAARC energy ministers' meeting ends in Colombo\n\n"
        "COLOMBO, 8 October 2019 - The sixth meeting of the SAARC Energy Ministers was held in"
        " Colombo on 7 October 2019. It was chaired by Sri Lankan Minister of Power Nimal"
        " Jayasuriya.\n\n"
        "The ministers discussed cross-border power lines and approved a work plan on solar"
        " parks.\n\n"
        "The seventh meeting of the SAARC Energy Ministers will be held in Thimphu in 2020.\n",
    ),
    "reception": (
        "2018-04-18",
        "President receives heads of delegations\n\n"
        "MINSK, 18 April 2018 - The twelfth meeting of the Council of Heads of Customs Services of"
        " the EAEU took place in Minsk on 17 April 2018.\n\n"
        "The participants discussed smuggling and adopted the Minsk Customs Programme for"
        " 2019-2021.\n\n"
        "The previous meeting was held in Yerevan in 2017.\n",
    ),
    "visit": (
        "2022-03-03",
        "Tanzanian Foreign Minister visits Maputo\n\n"
        "MAPUTO, 3 March 2022 - Tanzanian Foreign Minister Juma Mwakyusa held talks in Maputo on"
        " Wednesday with his Mozambican counterpart, Verónica Sitoe.\n\n"
        "The two ministers discussed gas pipelines. They signed an agreement on the transfer of"
        " prisoners.\n\n"
        "Mwakyusa will leave for home on Friday.\n",
    ),
    "announcement": (
        "2023-05-29",
        "Spokesperson's briefing\n\n"
        "Malé, 29 May 2023 - At the invitation of Maldivian President Ibrahim Rasheed, Nepalese"
        " Prime Minister Bishnu Adhikari will pay an official visit to the Maldives from 5 to 7"
        " June.\n\n"
        "During the visit, the two leaders will hold talks in Malé. They will discuss tourism.\n",
    ),
    "absences": (
        "2015-11-27",
        "CEMAC finance ministers meet in Libreville\n\n"
        "LIBREVILLE, 27 November 2015 - The third session of the CEMAC Council of Finance Ministers"
        " was held in Libreville on 26 November 2015.\n\n"
        "Finance Ministers Regina Obiang of Equatorial Guinea and Paul Mba of Gabon attended."
        " Chad's"
        " Finance Minister, Abba Deby, stayed away. Cameroonian President Jean Ateba sent a"
        " message.\n\n"
        "No agreement on a common levy was signed. The ministers recalled the treaty on customs"
        " signed in Bangui in 1994.\n",
    ),
}


@cache
def read(name: str) -> Facts:
    published, text = BULLETINS[name]
    head = masthead.read(text)
    return extract(Article(name, text, published=published, place=head.place, title=head.title))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "two-meetings",
            [
                (6, "SAARC", "2019-10-07", "Colombo", "LK", "Nimal Jayasuriya", "held"),
                (7, "SAARC", "2020", "Thimphu", "BT", None, "planned"),
            ],
        ),
        ("visit", [(None, None, "2022-03-02", "Maputo", "MZ", None, "held")]),
        ("absences", [(3, "CEMAC", "2015-11-26", "Libreville", "GA", None, "held")]),
    ],
)
def test_meetings(name: str, expected: list[tuple[object, ...]]) -> None:
    found = read(name).meetings
    told = [
        (m.ordinal, m.organisation, m.start, m.place, m.country, m.chair, m.status) for m in found
    ]
    assert told == expected


def test_a_meeting_of_the_past_is_not_the_one_of_the_report() -> None:
    found = [m for m in read("reception").meetings if m.ordinal == 12]
    assert [(m.start, m.place, m.country, m.status) for m in found] == [
        ("2018-04-17", "Minsk", "BY", "held")
    ]


def test_a_visit_with_talks_to_come_is_planned() -> None:
    found = read("announcement").meetings
    assert found
    assert {m.status for m in found} == {"planned"}
    assert {m.country for m in found} <= {"MV", None}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("two-meetings", {("m1", "Nimal Jayasuriya", "LK")}),
        ("reception", set()),
        ("visit", {("m1", "Juma Mwakyusa", "TZ"), ("m1", "Verónica Sitoe", "MZ")}),
        ("absences", {("m1", "Regina Obiang", "GQ"), ("m1", "Paul Mba", "GA")}),
    ],
)
def test_participants(name: str, expected: set[tuple[str, str, str]]) -> None:
    assert {(p.meeting, p.person, p.party) for p in read(name).participants} == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("two-meetings", {"Nimal Jayasuriya": [("Minister of Power", "LK")]}),
        ("reception", {}),
        (
            "visit",
            {
                "Juma Mwakyusa": [("Foreign Minister", "TZ")],
                "Verónica Sitoe": [("Foreign Minister", "MZ")],
            },
        ),
        (
            "announcement",
            {
                "Ibrahim Rasheed": [("President", "MV")],
                "Bishnu Adhikari": [("Prime Minister", "NP")],
            },
        ),
        (
            "absences",
            {
                "Regina Obiang": [("Finance Minister", "GQ")],
                "Paul Mba": [("Finance Minister", "GA")],
                "Abba Deby": [("Finance Minister", "TD")],
                "Jean Ateba": [("President", "CM")],
            },
        ),
    ],
)
def test_persons(name: str, expected: dict[str, list[tuple[str, str]]]) -> None:
    assert {p.name: [(o.title, o.of) for o in p.offices] for p in read(name).persons} == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("two-meetings", {"work plan on solar parks": ["approved"]}),
        ("reception", {"Minsk Customs Programme for 2019-2021": ["adopted"]}),
        ("visit", {"agreement on the transfer of prisoners": ["signed"]}),
        ("announcement", {}),
    ],
)
def test_instruments(name: str, expected: dict[str, list[str]]) -> None:
    found = {i.name: [a.action for a in i.actions] for i in read(name).instruments}
    assert found == expected


def test_no_deed_of_the_past_or_of_nobody_is_of_the_session() -> None:
    acts = [a for i in read("absences").instruments for a in i.actions]
    assert not [a for a in acts if a.meeting == "m1" and a.action in ("signed", "adopted")]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("two-meetings", [("cross-border power lines", "m1")]),
        ("reception", [("smuggling", "m1")]),
        ("visit", [("gas pipelines", "m1")]),
        ("announcement", [("tourism", "m1")]),
        ("absences", []),
    ],
)
def test_topics(name: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.name, t.meeting) for t in read(name).topics] == expected


@pytest.mark.parametrize("name", BULLETINS)
def test_each_fact_points_at_a_meeting_that_is_told(name: str) -> None:
    facts = read(name)
    keys = {meeting.key for meeting in facts.meetings}
    assert {seat.meeting for seat in facts.participants} <= keys
    assert {topic.meeting for topic in facts.topics} <= {*keys, None}
    acts = (act for document in facts.instruments for act in document.actions)
    assert {act.meeting for act in acts} <= {*keys, None}


@pytest.mark.parametrize("name", BULLETINS)
def test_each_participant_who_is_named_is_a_person_of_the_report(name: str) -> None:
    names = {person.name for person in read(name).persons}
    assert {seat.person for seat in read(name).participants} <= {*names, None}

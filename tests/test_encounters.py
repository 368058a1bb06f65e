"""Meetings that a verb tells of: who met whom, and what is no meeting."""

from __future__ import annotations

import pytest

from kg import document
from kg.mentions import find
from kg.model import Article, MeetingMention

LEAD = (
    "Norwegian Foreign Minister Kari Nordvik arrived in Lima on Monday. "
    "Peruvian President Luis Herrada was in Cusco. "
)


def met(text: str) -> list[MeetingMention]:
    found = find(document.segment(Article("a", text, published="2020-05-06"))).meetings
    return [m for m in found if m.rule in ("met-with", "bodies-met")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Norwegian Foreign Minister Kari Nordvik met Peruvian President Luis Herrada in Lima.",
            ["meeting of Kari Nordvik with Luis Herrada"],
        ),
        (
            "Foreign Minister Kari Nordvik of Norway held talks with President Luis Herrada.",
            ["talks of Kari Nordvik with Luis Herrada"],
        ),
        (
            "Norwegian Foreign Minister Kari Nordvik will meet with Peruvian President Luis "
            "Herrada on Monday.",
            ["meeting of Kari Nordvik with Luis Herrada"],
        ),
        (
            "Norwegian Foreign Minister Kari Nordvik, who is in Lima for two days, had a "
            "bilateral meeting with Peruvian President Luis Herrada.",
            ["meeting of Kari Nordvik with Luis Herrada"],
        ),
        (
            "Norwegian Foreign Minister Kari Nordvik was received by Peruvian President Luis "
            "Herrada at the palace.",
            ["meeting of Kari Nordvik with Luis Herrada"],
        ),
        (
            "Peruvian President Luis Herrada received Norwegian Foreign Minister Kari Nordvik.",
            ["meeting of Luis Herrada with Kari Nordvik"],
        ),
        (
            "Talks between Norwegian Foreign Minister Kari Nordvik and Peruvian President Luis "
            "Herrada were held in Lima.",
            ["talks of Kari Nordvik with Luis Herrada"],
        ),
        (
            LEAD + "With Peruvian Foreign Minister Ana Quispe, Nordvik discussed fisheries.",
            ["meeting of Kari Nordvik with Ana Quispe"],
        ),
    ],
)
def test_persons_who_met(text: str, names: list[str]) -> None:
    assert [m.name for m in met(text)] == names


def test_a_new_with_is_a_new_meeting() -> None:
    text = (
        "Norwegian Foreign Minister Kari Nordvik met separately with Peruvian President Luis "
        "Herrada, with Peruvian Foreign Minister Ana Quispe and with Chilean Foreign Minister "
        "Jorge Valdivia."
    )
    others = {m.parties[1] for m in met(text)}
    assert others == {"Luis Herrada", "Ana Quispe", "Jorge Valdivia"}


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian Foreign Minister Kari Nordvik spoke by phone with Peruvian President Luis "
        "Herrada.",
        "Norwegian Foreign Minister Kari Nordvik had a telephone conversation with Peruvian "
        "President Luis Herrada.",
        "Norwegian Foreign Minister Kari Nordvik received a letter from Peruvian President Luis "
        "Herrada.",
        "Norwegian Foreign Minister Kari Nordvik met the deadline that Peruvian President Luis "
        "Herrada had set.",
        "Norwegian Foreign Minister Kari Nordvik said that Peruvian President Luis Herrada was "
        "ill.",
        "Norwegian Foreign Minister Kari Nordvik met her critics.",
        "Peruvian President Luis Herrada received the presidents of Chile, Jorge Valdivia, and "
        "Bolivia, Eva Mamani, at the airport.",
    ],
)
def test_what_is_no_meeting_of_persons(text: str) -> None:
    assert [m for m in met(text) if m.rule == "met-with"] == []


@pytest.mark.parametrize(
    ("text", "name", "organisation", "body", "parties"),
    [
        (
            "The foreign ministers of Chile, Peru and Bolivia met in Lima on Monday.",
            "meeting of the foreign ministers of Chile, Peru and Bolivia",
            None,
            "foreign ministers",
            ("CL", "PE", "BO"),
        ),
        (
            "The ASEAN Defence Ministers gathered in Manila.",
            "meeting of the ASEAN Defence Ministers",
            "ASEAN",
            "Defence Ministers",
            (),
        ),
        (
            "The presidents of Chile and Peru held talks in Lima.",
            "talks of the presidents of Chile and Peru",
            None,
            None,
            ("CL", "PE"),
        ),
        (
            "The premier hosted the heads of government of the Nordic Council at the castle.",
            "meeting of the heads of government of the Nordic Council",
            "Nordic Council",
            "heads of government",
            (),
        ),
    ],
)
def test_bodies_that_met(
    text: str,
    name: str,
    organisation: str | None,
    body: str | None,
    parties: tuple[str, ...],
) -> None:
    (mention,) = met(text)
    assert (mention.name, mention.organisation, mention.body) == (name, organisation, body)
    assert mention.parties == parties


def test_a_body_that_meets_for_the_nth_time_counts_its_meetings() -> None:
    (mention,) = met("The Council of Ministers of the EAC met for the twelfth time in Arusha.")
    assert (mention.ordinal, mention.organisation) == (12, "EAC")


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met the costs of the programme.",
        "The council of the town met on Monday.",
        "Experts gathered data on fish stocks.",
    ],
)
def test_bodies_of_nobody_in_particular_found_no_meeting(text: str) -> None:
    assert met(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Norwegian Foreign Minister Kari Nordvik and Peruvian President Luis Herrada met in "
            "Lima on Monday.",
            ["meeting of Kari Nordvik with Luis Herrada"],
        ),
        (
            "Norwegian Foreign Minister Kari Nordvik had bilateral meetings with Luis Herrada "
            "(Peru), Ana Quispe (Bolivia) and Jorge Valdivia (Chile).",
            [
                "meeting of Kari Nordvik with Luis Herrada",
                "meeting of Kari Nordvik with Ana Quispe",
                "meeting of Kari Nordvik with Jorge Valdivia",
            ],
        ),
        (
            "Norwegian Foreign Minister Kari Nordvik was received by Peruvian President Luis "
            "Herrada and held talks with Peruvian Foreign Minister Ana Quispe.",
            [
                "meeting of Kari Nordvik with Luis Herrada",
                "talks of Kari Nordvik with Ana Quispe",
            ],
        ),
        (
            "Norwegian Foreign Minister Kari Nordvik visited Lima on Monday. Peruvian Foreign "
            "Minister Ana Quispe welcomed her. The two ministers later held talks.",
            ["talks of Kari Nordvik with Ana Quispe"],
        ),
        (
            "The Secretary-General met today with Peruvian President Luis Herrada.",
            ["meeting of Secretary-General with Luis Herrada"],
        ),
    ],
)
def test_who_met_whom_in_longer_sentences(text: str, names: list[str]) -> None:
    assert sorted(dict.fromkeys(m.name for m in met(text))) == sorted(names)


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian Foreign Minister Kari Nordvik had last been to Lima in 2019, when she met then "
        "Peruvian president Luis Herrada.",
        "Norwegian Foreign Minister Kari Nordvik was received at the airport by Peruvian Foreign "
        "Minister Ana Quispe.",
        "Norwegian Foreign Minister Kari Nordvik called on Peruvian President Luis Herrada to "
        "resign.",
        "Norwegian Foreign Minister Kari Nordvik spoke. Peruvian Foreign Minister Ana Quispe "
        "told a briefing that they held firm.",
    ],
)
def test_history_arrivals_and_appeals_are_no_meeting(text: str) -> None:
    assert [m.name for m in met(text) if m.rule == "met-with"] == []

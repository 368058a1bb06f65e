"""One meeting told of twice in the same words, by offices and by persons, beside two meetings."""

from __future__ import annotations

import pytest

from kg import pipeline
from kg.model import Article


def meetings(text: str) -> list[str]:
    facts = pipeline.extract(Article("x", text, published="2024-05-10"))
    return [meeting.name for meeting in facts.meetings]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Foreign Ministers of Peru and Chile, Ana Paz and Luis Rojas, met in Lima.", 1),
        (
            "A meeting between Foreign Minister Ana Paz and Chilean Foreign Minister Luis Rojas"
            " was held in Lima on Friday.",
            1,
        ),
        ("Talks between the Presidents of Peru and Chile, Ana Paz and Luis Rojas, ended.", 1),
        (
            "The Presidents of Peru and Chile, Ana Paz and Luis Rojas, met in Lima; later Paz met"
            " with Bolivian President Juan Quispe.",
            2,
        ),
        (
            "President Ana Paz met Chilean President Luis Rojas in Lima on Friday. The 18th meeting"
            " of the Joint Council will take place in Santiago in June.",
            2,
        ),
        (
            "Minister Ana Paz met Chilean Minister Luis Rojas in Lima on Friday. The meeting of"
            " the Rio Committee was held on Thursday.",
            2,
        ),
    ],
)
def test_meetings_are_counted_once(text: str, count: int) -> None:
    assert len(meetings(text)) == count


def test_the_meeting_of_two_ministers_has_both() -> None:
    text = "The Foreign Ministers of Peru and Chile, Ana Paz and Luis Rojas, met in Lima."
    facts = pipeline.extract(Article("x", text))
    seats = [(seat.meeting, seat.person, seat.party) for seat in facts.participants]
    assert seats == [("m1", "Ana Paz", "PE"), ("m1", "Luis Rojas", "CL")]

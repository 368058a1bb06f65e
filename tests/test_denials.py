"""What did not happen, was put off or is only feared: no meeting, seat, deed or subject of it."""

from __future__ import annotations

import pytest

from tests.reports import alone, deeds, seats

NEWS = "News from the region\n\nRain fell in the hills all week, and the rivers rose. "
DONE = {"signed", "adopted", "approved", "ratified"}


@pytest.mark.parametrize(
    "words",
    [
        "The 3rd OECS summit was cancelled.",
        "The 3rd OECS summit did not take place.",
        "The 3rd OECS summit never took place.",
        "The 3rd OECS summit was not held.",
        "The 3rd OECS summit will not be held.",
        "No OECS summit was held in May.",
        "There was no OECS summit in May.",
        "Cuban President Raúl Medina cancelled a meeting with Haitian Prime Minister Jean Dorval.",
        "Cuban President Raúl Medina called off talks with Haitian Prime Minister Jean Dorval.",
        "Cuban President Raúl Medina ruled out talks with Haitian Prime Minister Jean Dorval.",
        "Cuban President Raúl Medina will not meet Haitian Prime Minister Jean Dorval.",
        "Cuban President Raúl Medina did not meet with Haitian Prime Minister Jean Dorval.",
        "Cuban President Raúl Medina denied having met Haitian Prime Minister Jean Dorval.",
        "Cuban President Raúl Medina rejected talks with Haitian Prime Minister Jean Dorval.",
        "A meeting of Cuban President Raúl Medina and Haitian Prime Minister Jean Dorval was"
        " cancelled.",
        "Talks between Cuba and Haiti were called off.",
        "Talks between Cuba and Haiti did not take place.",
    ],
)
def test_no_meeting(words: str) -> None:
    assert alone(NEWS + words).meetings == ()


@pytest.mark.parametrize(
    "words",
    [
        "Zambia's Water Minister Chanda Mulenga was not present.",
        "Zambia's Water Minister Chanda Mulenga was not among the participants.",
        "Zambia's Water Minister Chanda Mulenga stayed at home.",
        "Zambia's Water Minister Chanda Mulenga declined the invitation to the meeting.",
        "Zambia's Water Minister Chanda Mulenga cancelled his participation in the meeting.",
        "Zambia's Water Minister Chanda Mulenga missed the meeting.",
        "The meeting was held without Zambia's Water Minister Chanda Mulenga.",
        "Zambia was not represented at the meeting.",
        "Zambia did not take part in the meeting.",
        "Zambia stayed away from the meeting.",
        "Zambia was absent.",
        "Zambia was not invited to the meeting.",
    ],
)
def test_no_seat(words: str) -> None:
    assert seats(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The ministers did not sign the protocol on dams.",
        "The ministers have not yet signed the protocol on dams.",
        "The ministers postponed the signing of the protocol on dams.",
        "The ministers put off the adoption of the protocol on dams.",
        "The adoption of the protocol on dams was blocked by Zambia.",
        "Zambia blocked the adoption of the protocol on dams.",
        "Zambia vetoed the protocol on dams.",
        "Zambia rejected the protocol on dams.",
        "Zambia voted against the protocol on dams.",
        "The protocol on dams was voted down.",
        "The protocol on dams was withdrawn.",
        "The protocol on dams was left unsigned.",
        "The protocol on dams remains unsigned.",
        "The protocol on dams failed to win support.",
        "The protocol on dams was not put to the vote.",
        "There was no consensus on the protocol on dams.",
        "The ministers were divided over the protocol on dams.",
        "The ministers were unable to adopt the protocol on dams.",
        "The ministers stopped short of adopting the protocol on dams.",
        "Neither the protocol on dams nor the plan was adopted.",
        "The ministers deny that they signed the protocol on dams.",
        "Unless the protocol on dams is signed, the fund will close.",
    ],
)
def test_no_deed(words: str) -> None:
    found = {title: set(actions) for title, actions in deeds(words).items()}
    assert not DONE & found.get("protocol on dams", set())


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("The ministers, who had not met for years, signed the protocol on dams.", "signed"),
        ("Not without pride, the ministers signed the protocol on dams.", "signed"),
        ("Although Zambia did not attend, the ministers signed the protocol on dams.", "signed"),
        ("No less than ten ministers signed the protocol on dams.", "signed"),
        ("The ministers signed the protocol on dams, not the plan.", "signed"),
        ("The protocol on dams was signed despite the lack of consensus.", "signed"),
    ],
)
def test_a_denial_of_something_else_takes_nothing_away(words: str, action: str) -> None:
    assert action in deeds(words)["protocol on dams"]

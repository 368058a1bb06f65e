"""Who opens, hosts, greets, speaks and closes: presence by what a person is said to do there."""

from __future__ import annotations

import pytest

from tests.reports import HELD, facts, seats

PERSON = "Botswana's Water Minister Tebogo Molefe"
HERE = [("Tebogo Molefe", "BW")]


@pytest.mark.parametrize(
    "words",
    [
        "{person} opened the meeting.",
        "{person} declared the meeting open.",
        "{person} closed the meeting.",
        "{person} delivered a keynote speech at the meeting.",
        "{person} made a statement at the meeting.",
        "{person} took the floor at the meeting.",
        "{person} spoke at the meeting.",
        "{person} spoke at the opening of the meeting.",
        "{person} addressed the participants.",
        "{person} addressed the opening session.",
        "{person} welcomed the participants of the meeting.",
        "{person} briefed the meeting on floods.",
        "{person} presented a report to the meeting.",
        "{person} reported to the meeting on floods.",
        "{person} proposed at the meeting to build a dam.",
        "{person} stressed at the meeting that dams were full.",
        "In his speech at the meeting, {person} called for more dams.",
        "In his opening remarks, {person} called for more dams.",
        "In his address to the meeting, {person} called for more dams.",
        "Speaking at the meeting, {person} called for more dams.",
        "Addressing the meeting, {person} called for more dams.",
        "Opening the meeting, {person} called for more dams.",
        "At the meeting, {person} called for more dams.",
        "During the meeting, {person} called for more dams.",
        "The meeting was opened by {person}.",
        "The meeting heard a speech by {person}.",
        "The participants were welcomed by {person}.",
        "The host, {person}, welcomed the participants.",
        "Among the speakers was {person}.",
        "Also attending was {person}.",
        "{person}, who attended the meeting, called for more dams.",
        "{person}, who opened the meeting, called for more dams.",
    ],
)
def test_present(words: str) -> None:
    assert seats(words.format(person=PERSON)) == HERE


@pytest.mark.parametrize(
    "words",
    [
        "{person} congratulated the participants in a letter.",
        "{person} greeted the participants in a video message.",
        "{person} sent his greetings to the meeting.",
        "{person} watched the opening on television.",
        "{person} did not speak at the meeting.",
        "{person} was represented by his deputy.",
        "{person} could not come to Gaborone.",
        "A message of {person} was read out.",
        "The participants thanked {person} for his hospitality.",
        "The ministers expressed their gratitude to {person}.",
        "The ministers recalled the words of {person}.",
        "The portrait of {person} hung on the wall.",
        "The idea goes back to {person}.",
        "Farmers criticised {person}.",
        "The trial of {person} goes on.",
    ],
)
def test_not_present_by_these_words(words: str) -> None:
    assert seats(words.format(person=PERSON)) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Zambia's Ambassador Bwalya Tembo read out a message from President Chanda Mulenga at"
            " the meeting.",
            [("Bwalya Tembo", "ZM")],
        ),
        (
            "Zambia's Ambassador Bwalya Tembo told the meeting of the visit of President Chanda"
            " Mulenga to Cuba.",
            [("Bwalya Tembo", "ZM")],
        ),
    ],
)
def test_who_stands_in_is_there_and_the_other_is_not(
    words: str, expected: list[tuple[str, str]]
) -> None:
    assert seats(words, HELD) == expected


@pytest.mark.parametrize(
    "words", ["{person} opened the meeting.", "The meeting was opened by {person}."]
)
def test_who_opens_is_not_the_chair(words: str) -> None:
    (meeting,) = facts(words.format(person=PERSON)).meetings
    assert meeting.chair is None

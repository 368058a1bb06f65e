"""Two or more who met, told in turned clauses: the same meeting however the sentence runs."""

from __future__ import annotations

import pytest

from tests.reports import alone

GHANA = "Ghanaian President Kofi Boadu"
FIJI = "Fijian Prime Minister Seru Vula"
TONGA = "Tongan King Tevita Latu"
BOTH = {("Kofi Boadu", "GH"), ("Seru Vula", "FJ")}


def told(words: str) -> list[set[tuple[str | None, str | None]]]:
    """Return who sat at each meeting of a report of these words."""
    found = alone(words.format(ghana=GHANA, fiji=FIJI, tonga=TONGA))
    seats = {m.key: set[tuple[str | None, str | None]]() for m in found.meetings}
    for one in found.participants:
        seats[one.meeting].add((one.person, one.party))
    return list(seats.values())


@pytest.mark.parametrize(
    "words",
    [
        "In Suva on Tuesday {ghana} met {fiji}.",
        "It was {fiji} who received {ghana} in Suva on Tuesday.",
        "{fiji} had {ghana} as his guest in Suva on Tuesday.",
        "Received in Suva on Tuesday by {fiji}, {ghana} spoke of trade.",
        "Received by {fiji} in Suva on Tuesday was {ghana}.",
        "{ghana}, who was received in Suva on Tuesday by {fiji}, spoke of trade.",
        "{fiji} welcomed {ghana} for talks in Suva on Tuesday.",
        "{fiji} welcomed {ghana} to his office in Suva on Tuesday.",
        "{ghana} travelled to Suva on Tuesday for talks with {fiji}.",
        "{ghana} came face to face with {fiji} on Tuesday, in Suva.",
        "{ghana} exchanged views with {fiji} on Tuesday, in Suva.",
        "There was a meeting in Suva on Tuesday between {ghana} and {fiji}.",
        "A meeting took place in Suva on Tuesday between {ghana} and {fiji}.",
        "{fiji} gave a lunch in Suva on Tuesday for {ghana}.",
        "{ghana} arrived in Suva on Tuesday. Talks with {fiji} concerned trade.",
        "{ghana} arrived in Suva. The President met {fiji} there on Tuesday.",
        "{ghana} arrived in Suva. With {fiji} the President talked about trade.",
    ],
)
def test_two_who_met_sit_at_one_meeting(words: str) -> None:
    assert told(words) == [BOTH]


@pytest.mark.parametrize(
    "words",
    [
        "{ghana} met {fiji} and {tonga} in Suva on Tuesday.",
        "{ghana} met {fiji} on Monday and {tonga} on Tuesday.",
        "{ghana} met with {fiji} to discuss trade, and with {tonga}.",
        "{ghana} paid separate courtesy calls on {fiji} and {tonga} on Tuesday.",
        "{ghana} met {fiji} on Monday. He then saw {tonga}.",
    ],
)
def test_who_met_two_was_at_two_meetings(words: str) -> None:
    assert told(words) == [BOTH, {("Kofi Boadu", "GH"), ("Tevita Latu", "TO")}]


@pytest.mark.parametrize(
    "words",
    [
        "{ghana}, {fiji} and {tonga} met in Suva on Tuesday.",
        "{ghana}, {fiji} and {tonga} held a meeting in Suva on Tuesday.",
        "{ghana}, {fiji} and {tonga} sat down in Suva on Tuesday.",
    ],
)
def test_three_who_met_sit_at_one_meeting(words: str) -> None:
    assert told(words) == [BOTH | {("Tevita Latu", "TO")}]


@pytest.mark.parametrize(
    "words",
    [
        "{ghana} plans to meet {fiji} in Suva on Friday.",
        "{ghana} intends to meet {fiji} in Suva on Friday.",
        "{ghana} flies to Suva on Friday to meet {fiji}.",
        "A meeting of {ghana} with {fiji} is planned in Suva for Friday.",
    ],
)
def test_a_plan_lies_ahead(words: str) -> None:
    (meeting,) = alone(words.format(ghana=GHANA, fiji=FIJI)).meetings
    assert (meeting.start, meeting.status) == ("2019-06-14", "planned")


@pytest.mark.parametrize(
    "words",
    [
        "{ghana} welcomed {fiji} at the airport on Tuesday.",
        "{ghana} welcomed the words of {fiji} on Tuesday.",
        "{ghana} sat opposite a portrait of {fiji} on Tuesday.",
        "{ghana} telephoned {fiji} on Tuesday for talks with him.",
        "Received by mail on Tuesday, the letter of {ghana} thanked {fiji}.",
        "Talks with {fiji} were not held on Tuesday.",
        "{ghana} had {fiji} as a teacher in Tema.",
        "{ghana} went to Tema on Tuesday for a rest from talks with farmers. {fiji} did not.",
        "{ghana}, {fiji} and {tonga} met with resistance.",
    ],
)
def test_near_misses_are_no_meeting_of_the_two(words: str) -> None:
    assert not any(seats >= BOTH for seats in told(words))


@pytest.mark.parametrize(
    ("words", "seats"),
    [
        (
            "{ghana} received the Egyptian delegation on Tuesday.",
            {("Kofi Boadu", "GH"), (None, "EG")},
        ),
        (
            "{ghana} received on his return a delegation from Egypt on Tuesday.",
            None,
        ),
        (
            "{ghana} met a high-level delegation of Egypt on Tuesday.",
            {("Kofi Boadu", "GH"), (None, "EG")},
        ),
        (
            "{ghana} met a delegation from Egypt led by Egyptian Minister Omar Bello on Tuesday.",
            {("Kofi Boadu", "GH"), ("Omar Bello", "EG")},
        ),
        ("{ghana} met the Egyptian delegation at the airport on Tuesday.", None),
        ("{ghana} received the Egyptian ball on Tuesday.", None),
    ],
)
def test_a_delegation_is_received(
    words: str, seats: set[tuple[str | None, str | None]] | None
) -> None:
    assert told(words) == ([seats] if seats else [])


def test_talks_told_next_are_those_of_the_two_who_met() -> None:
    found = alone(f"{FIJI} received {GHANA} in Suva on Tuesday. Talks were then held.").meetings
    assert len(found) == 1


@pytest.mark.parametrize(
    "words",
    [
        "{ghana} met {fiji} in Suva on Tuesday and then called on {tonga}.",
        "{ghana} met {fiji} in Suva on Tuesday and will hold talks with {tonga}.",
        "{ghana} was received by {fiji} in Suva on Tuesday, then paid a courtesy call on {tonga}.",
        "{ghana} called on {fiji} Jr. in Suva on Tuesday and met separately with {tonga}.",
    ],
)
def test_two_verbs_of_one_subject_tell_of_two_meetings(words: str) -> None:
    assert told(words) == [BOTH, {("Kofi Boadu", "GH"), ("Tevita Latu", "TO")}]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "{ghana}, accompanied by Ghanaian Minister Yaw Mensah, met {tonga}.",
            "Kofi Boadu with Tevita Latu",
        ),
        ("{ghana} thanked {fiji} and met {tonga}.", "Kofi Boadu with Tevita Latu"),
        ("{ghana} wrote to {fiji} and met {tonga}.", "Kofi Boadu with Tevita Latu"),
        ("{ghana} said {fiji} met {tonga}.", "Seru Vula with Tevita Latu"),
        ("{ghana} spoke after {fiji} had met {tonga}.", "Seru Vula with Tevita Latu"),
        ("The adviser of {ghana} met {tonga}.", None),
        ("{ghana}'s adviser met {tonga}.", None),
    ],
)
def test_who_met_whom(words: str, names: str | None) -> None:
    text = words.format(ghana=GHANA, fiji=FIJI, tonga=TONGA)
    found = [m.name for m in alone(f"{text} It rained in Suva on that day.").meetings]
    assert found == ([f"meeting of {names}"] if names else [])


@pytest.mark.parametrize(
    ("words", "met"),
    [
        ("{ghana} is scheduled to call on {fiji} on Friday.", True),
        ("{ghana}, who landed on Tuesday, was to pay a courtesy call on {fiji}.", True),
        ("{ghana} was to receive {fiji} later in the day.", True),
        ("{ghana} called on {fiji} to resign.", False),
        ("{ghana} calls on {fiji} for help.", False),
        ("{ghana} was called on {fiji} street.", False),
    ],
)
def test_a_call_is_paid_or_is_a_plea(words: str, met: bool) -> None:
    assert (BOTH in told(words)) is met


def test_the_afternoon_is_that_of_the_meeting_reported_not_of_an_earlier_one() -> None:
    found = alone(
        "The 13th session of the Joint Commission of Ghana and Fiji was held in Suva on 3 June"
        " 2019. It reviewed what had been done since the 12th session in Accra in 2017. In the"
        f" afternoon {GHANA} met {FIJI}."
    ).meetings
    assert [m.start for m in found] == ["2019-06-03", "2017", "2019-06-03"]

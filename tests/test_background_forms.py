"""What a report tells in passing: the past, the wishes of others, and meetings not its own."""

from __future__ import annotations

import pytest

from tests.reports import deeds, facts, seats, subjects

MINISTER = "Zambia's Water Minister Chanda Mulenga"


@pytest.mark.parametrize(
    "words",
    [
        "The fifth meeting was held in Maseru in 2018.",
        "The previous meeting was held in Maseru in June 2018.",
        "The first meeting of the Council was held in Maseru in 1999.",
        "It follows a meeting of experts, held in Maseru in May.",
        "The Council was set up at a summit in Maseru in 1998.",
        "At their last meeting, in Maseru, the ministers had agreed on a fund.",
        "The next meeting will be held in Maseru in 2020.",
        "The seventh meeting of the Council is to take place in Maseru.",
        "Maseru will host the next meeting in 2020.",
        "The ministers arrived from Maseru on Monday.",
        "The ministers recalled the floods in Maseru in 2011.",
        "The Council has its seat in Maseru since 2001.",
    ],
)
def test_another_time_or_place_does_not_move_the_meeting(words: str) -> None:
    found = facts(words).meetings[0]
    assert (found.start, found.place, found.country) == ("2019-06-11", "Gaborone", "BW")
    assert found.status == "held"
    assert found.ordinal == 6


@pytest.mark.parametrize(
    "words",
    [
        "The fifth meeting, in 2018, was attended by {minister}.",
        "In 2018, {minister} had chaired the fifth meeting of the Council.",
        "The next meeting, in 2020, will be chaired by {minister}.",
        "The seventh meeting of the Council will be opened by {minister}.",
        "The Council was founded in 1999 on the initiative of {minister}.",
        "The ministers paid tribute to {minister}.",
        "The ministers laid a wreath at the grave of {minister}.",
        "The ministers took note of a letter of {minister}.",
    ],
)
def test_who_was_or_will_be_elsewhere_has_no_seat_here(words: str) -> None:
    assert seats(words.format(minister=MINISTER)) == []


@pytest.mark.parametrize(
    "words",
    [
        "A protocol on dams was signed in Maseru in 2018.",
        "The protocol on dams, signed in Maseru in 2018, is in force.",
        "Under the protocol on dams, which was signed in 2018, each pays a fee.",
        "The fifth meeting, held in 2018, adopted a protocol on dams.",
        "At the fifth meeting, in 2018, a protocol on dams was signed.",
        "The ministers recalled that a protocol on dams had been signed in 2018.",
        "Since the signing of a protocol on dams in 2018, trade has grown.",
        "The parties to the protocol on dams, adopted in 2018, are ten.",
    ],
)
def test_a_deed_of_the_past_is_not_of_this_meeting(words: str) -> None:
    (document,) = facts(words).instruments
    assert document.name == "protocol on dams"
    done = {(a.action, a.meeting) for a in document.actions}
    assert not done & {("signed", "m1"), ("adopted", "m1"), ("approved", "m1")}


@pytest.mark.parametrize(
    "words",
    [
        "A book on locusts was on sale.",
    ],
)
def test_what_others_discuss_is_no_subject(words: str) -> None:
    assert subjects(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Newspapers asked who would sign a protocol on dams.",
        "Farmers want a protocol on dams to be signed.",
        "Some say that a protocol on dams should be adopted.",
        "It is hoped that a protocol on dams will be signed one day.",
        "The opposition in Malawi rejects a protocol on dams.",
        "Whether a protocol on dams was adopted is not known.",
    ],
)
def test_what_others_want_is_not_done(words: str) -> None:
    done = {action for actions in deeds(words).values() for action in actions}
    assert not done & {"signed", "adopted", "approved"}


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("The next meeting will be held in Maseru in 2020.", 2),
        ("The meeting ended with a dinner.", 1),
        ("Meetings of the Council have been held since 1999.", 1),
        ("The Council meets once a year.", 1),
        ("The ministers hope for a meeting with farmers one day.", 1),
        ("The meeting was the sixth since 1999.", 1),
        ("The session was closed at noon.", 1),
        ("The event was praised.", 1),
    ],
)
def test_how_many_meetings(words: str, count: int) -> None:
    assert len(facts(words).meetings) == count

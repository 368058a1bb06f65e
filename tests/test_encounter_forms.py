"""Bilateral meetings told by verbs: who meets whom, when and where, and who only is near."""

from __future__ import annotations

import pytest

from kg.model import Facts
from tests.reports import alone

HEAD = "News of the day from Suva\n\n"
PAIR = {("Kofi Boadu", "GH"), ("Seru Vula", "FJ")}
GHANA, FIJI = "Ghanaian Foreign Minister Kofi Boadu", "Fijian Prime Minister Seru Vula"


def read(words: str) -> Facts:
    return alone(f"{HEAD}{words.format(ghana=GHANA, fiji=FIJI)}")


def tables(found: Facts) -> list[set[tuple[str | None, str | None]]]:
    """Return who sits at each meeting, in the order of the meetings."""
    return [
        {(p.person, p.party) for p in found.participants if p.meeting == meeting.key}
        for meeting in found.meetings
    ]


@pytest.mark.parametrize(
    "words",
    [
        "{ghana} met {fiji} in Suva.",
        "{ghana} met with {fiji} in Suva.",
        "{ghana} met today with {fiji} in Suva.",
        "{ghana} on Tuesday met {fiji} in Suva.",
        "{ghana} has met {fiji} in Suva.",
        "{ghana} also met with {fiji}.",
        "{ghana} held a meeting with {fiji}.",
        "{ghana} held a working meeting with {fiji}.",
        "{ghana} held bilateral talks with {fiji}.",
        "{ghana} held negotiations with {fiji}.",
        "{ghana} held consultations with {fiji}.",
        "{ghana} had a bilateral meeting with {fiji}.",
        "{ghana} had talks with {fiji}.",
        "{ghana} conducted talks with {fiji}.",
        "{ghana} received {fiji}.",
        "{ghana} received {fiji} in his office.",
        "{ghana} received the visiting {fiji}.",
        "{ghana} was received by {fiji}.",
        "{ghana} was received in Suva by {fiji}.",
        "{ghana} paid a courtesy visit to {fiji}.",
        "{ghana} called on {fiji}.",
        "{ghana} and {fiji} met in Suva.",
        "{ghana} and {fiji} held talks.",
        "{ghana} and {fiji} met on the sidelines of a trade fair.",
        "A meeting of {ghana} and {fiji} took place in Suva.",
        "Talks between {ghana} and {fiji} took place in Suva.",
        "In Suva, {ghana} met {fiji}.",
        "During his visit to Suva, {ghana} met with {fiji}.",
        "After his arrival, {ghana} held talks with {fiji}.",
    ],
)
def test_two_meet(words: str) -> None:
    assert tables(read(words)) == [PAIR]


@pytest.mark.parametrize(
    ("words", "start", "place"),
    [
        ("{ghana} met {fiji} in Suva on 10 June 2019.", "2019-06-10", "Suva"),
        ("{ghana} met {fiji} on 10 June 2019 in Suva.", "2019-06-10", "Suva"),
        ("On 10 June 2019 in Suva {ghana} met {fiji}.", "2019-06-10", "Suva"),
        ("On 10 June 2019, {ghana} met {fiji} in Suva.", "2019-06-10", "Suva"),
        ("In Suva on 10 June 2019, {ghana} held talks with {fiji}.", "2019-06-10", "Suva"),
        ("{ghana} met {fiji} in Suva on Monday.", "2019-06-10", "Suva"),
        ("{ghana} met {fiji} in Suva yesterday.", "2019-06-11", "Suva"),
        ("Today in Suva {ghana} met {fiji}.", "2019-06-12", "Suva"),
        ("{ghana} met {fiji} on Monday.", "2019-06-10", None),
        ("{ghana} met {fiji} in Suva.", None, "Suva"),
        ("{ghana} met {fiji}.", None, None),
        ("{ghana} will meet {fiji} in Suva on Friday.", "2019-06-14", "Suva"),
        ("{ghana} is to meet {fiji} in Suva on 20 June.", "2019-06-20", "Suva"),
        ("{ghana}, who took office in 2015, met {fiji}.", None, None),
    ],
)
def test_when_and_where(words: str, start: str | None, place: str | None) -> None:
    (found,) = read(words).meetings
    assert (found.start, found.place) == (start, place)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("{ghana} met {fiji} in Suva.", "held"),
        ("{ghana} will meet {fiji} in Suva.", "planned"),
        ("{ghana} is to meet {fiji} in Suva.", "planned"),
        ("{ghana} is scheduled to meet {fiji} in Suva.", "planned"),
        ("{ghana} is expected to hold talks with {fiji} in Suva.", "planned"),
        ("{ghana} is due to hold talks with {fiji} in Suva.", "planned"),
        ("{ghana} will be received by {fiji} in Suva.", "planned"),
        ("{ghana} and {fiji} will meet in Suva.", "planned"),
        ("{ghana} is meeting {fiji} in Suva.", "ongoing"),
        ("{ghana} is holding talks with {fiji} in Suva.", "ongoing"),
    ],
)
def test_how_far(words: str, status: str) -> None:
    (found,) = read(words).meetings
    assert found.status == status


@pytest.mark.parametrize(
    "words",
    [
        "{ghana} telephoned {fiji}.",
        "{ghana} spoke on the phone with {fiji}.",
        "{ghana} held a telephone conversation with {fiji}.",
        "{ghana} wrote a letter to {fiji}.",
        "{ghana} sent a message of congratulation to {fiji}.",
        "{ghana} thanked {fiji}.",
        "{ghana} praised {fiji}.",
        "{ghana} invited {fiji} to Accra.",
        "{ghana} accepted an invitation from {fiji}.",
        "{ghana} did not meet {fiji}.",
        "{ghana} declined to meet {fiji}.",
        "{ghana} cancelled a meeting with {fiji}.",
        "{ghana} wants to meet {fiji}.",
        "{ghana} hopes to meet {fiji} one day.",
        "{ghana} criticised {fiji}.",
        "{ghana} replaced {fiji} as chairman of the club.",
        "{ghana} received a letter from {fiji}.",
        "{ghana} and {fiji} were born on the same day.",
        "{ghana} and {fiji} have never met.",
    ],
)
def test_no_meeting_of_the_two(words: str) -> None:
    assert tables(read(words)) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "{ghana} met {fiji} and Tongan Finance Minister Tevita Latu separately.",
            [PAIR, {("Kofi Boadu", "GH"), ("Tevita Latu", "TO")}],
        ),
        (
            "{ghana} met {fiji} in Suva. Later he met Tongan Finance Minister Tevita Latu in"
            " Nuku'alofa.",
            [PAIR, {("Kofi Boadu", "GH"), ("Tevita Latu", "TO")}],
        ),
        (
            "{ghana} held separate meetings with {fiji} and with Tongan Finance Minister Tevita"
            " Latu.",
            [PAIR, {("Kofi Boadu", "GH"), ("Tevita Latu", "TO")}],
        ),
        (
            "{ghana} met {fiji}. The meeting was also attended by Tongan Ambassador Tevita Latu.",
            [PAIR | {("Tevita Latu", "TO")}],
        ),
        (
            "{ghana} met {fiji}. Tongan Finance Minister Tevita Latu was in Apia at the time.",
            [PAIR],
        ),
        (
            "{ghana} met {fiji}. They praised the late Tongan King Tevita Latu.",
            [PAIR],
        ),
    ],
)
def test_a_third_person(words: str, expected: list[set[tuple[str, str]]]) -> None:
    assert tables(read(words)) == expected


@pytest.mark.parametrize(
    "words",
    [
        "{ghana} met {fiji}. During the meeting, Boadu spoke of cocoa.",
        "{ghana} met {fiji}. The talks lasted an hour.",
        "{ghana} met {fiji}. At the talks, the two spoke of cocoa.",
        "{ghana} met {fiji}. The meeting took place in Suva.",
        "{ghana} met {fiji}. “The meeting was a success,” Boadu said.",
        "{ghana} held talks with {fiji}. The bilateral meeting was held at the palace.",
        "A meeting of {ghana} and {fiji} took place. Boadu met Vula at the palace.",
    ],
)
def test_the_meeting_spoken_of_again_is_the_same(words: str) -> None:
    assert tables(read(words)) == [PAIR]


@pytest.mark.parametrize(
    "words",
    [
        "{ghana} was received by {fiji}, and by Speaker Ana Soto of Fiji.",
        "{ghana} was received by {fiji} and later by Speaker Ana Soto of Fiji.",
        "{ghana} was received by {fiji} and met Speaker Ana Soto of Fiji.",
        "{ghana} came to Suva on 3 May 2019. He was received by {fiji} and met Speaker Ana Soto"
        " of Fiji.",
    ],
)
def test_one_is_received_by_two_one_by_one(words: str) -> None:
    boadu, vula, soto = ("Kofi Boadu", "GH"), ("Seru Vula", "FJ"), ("Ana Soto", "FJ")
    assert tables(read(words)) == [{boadu, vula}, {boadu, soto}]


@pytest.mark.parametrize(
    "words",
    [
        "{ghana} was received by {fiji}, and a book by Speaker Ana Soto of Fiji was launched.",
        "{ghana} was received by {fiji} and praised Speaker Ana Soto of Fiji.",
    ],
)
def test_who_is_named_behind_a_reception_did_not_receive(words: str) -> None:
    assert tables(read(words)) == [PAIR]

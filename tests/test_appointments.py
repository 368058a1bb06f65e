"""Meetings of two told by turns of phrase, beside turns that tell of none."""

from __future__ import annotations

import pytest

from kg.model import Article
from kg.pipeline import extract
from tests.reports import alone

HOST = "Gambian Foreign Minister Lamin Ceesay"
GUEST = "Cape Verdean Trade Minister Ana Lopes"
CAME = f"BANJUL, 3 June 2019 - {GUEST} spent two days in Banjul. "


def pairs(words: str) -> list[set[str | None]]:
    """Return who sat at each meeting of a report of these words."""
    found = extract(Article("a", f"{words}\n", published="2019-06-04"))
    return [
        {seat.person or seat.party for seat in found.participants if seat.meeting == meeting.key}
        for meeting in found.meetings
    ]


TWO = [{"Lamin Ceesay", "Ana Lopes"}]


@pytest.mark.parametrize(
    "words",
    [
        "The guest of {host} on Monday was {guest}.",
        "{host}'s guest on Monday was {guest}.",
        "{guest} was on Monday the guest of {host}.",
        "{host} had {guest} in his office on Monday.",
        "Across the table from {host} on Monday sat {guest}.",
        "Opposite {host} sat {guest}.",
        "It was with {guest} that {host} sat down on Monday.",
        "It was {guest} whom {host} received on Monday.",
        "{guest}, whom {host} received on Monday, spoke of fish.",
        "{guest}, with whom {host} held talks on Monday, spoke of fish.",
        "{host} opened his doors on Monday to {guest}.",
        "{host} was deep in conversation with {guest} on Monday.",
        "{host} found an hour on Monday for {guest}.",
        "{host} shook hands on Monday with {guest} before talks in State House.",
        "Two rounds of talks brought {host} together with {guest} on Monday.",
        "Talks on fish brought together {host} and {guest} on Monday.",
        "Fish dominated the talks that {host} had on Monday with {guest}.",
        "Fish dominated the talks which {host} and {guest} held on Monday.",
        "A delegation led by {guest} was received on Monday by {host}.",
        "{host} received a delegation of fishermen headed by {guest}.",
        "{host} used the occasion for a conversation with {guest}.",
        "{host} used a break to talk to {guest} about fish.",
        "{host} took {guest} aside for half an hour.",
        "{host} also had {guest} across the table.",
        "{host} and {guest} withdrew for a talk of their own.",
        "Separate talks were held by {host} with {guest} on Monday.",
        "There was a bilateral between {host} and {guest} on Monday.",
        "In his talk with {guest}, {host} raised fish.",
        "Over dinner {host} and {guest} spoke about fish.",
        "Over lunch {host} discussed fish with {guest}.",
        "{host} will see {guest} in July.",
    ],
)
def test_two_who_are_named_met(words: str) -> None:
    assert pairs(words.format(host=HOST, guest=GUEST)) == TWO


@pytest.mark.parametrize(
    "words",
    [
        "A meeting with {host} took up the price of fish.",
        "Talks with {host} were devoted to fish.",
        "It was at the meeting with {host} that a protocol was initialled.",
        "Lamin Ceesay, the Foreign Minister of the Gambia, was the first whom she met.",
        "The first whom she met was Lamin Ceesay, the Foreign Minister of the Gambia.",
        "Afterwards a meeting was granted to her by {host}.",
        "She was granted a meeting by {host}.",
        "The first was with {host}, in his garden.",
        "Her first appointment, on Monday, was with {host}.",
        "{host} welcomed the guest at noon.",
        "{host} was next.",
        "{host} met her in the morning.",
    ],
)
def test_who_is_told_of_met_one_who_is_named(words: str) -> None:
    assert pairs(CAME + words.format(host=HOST)) == TWO


EACH = [{"Ana Lopes", "Omar Jatta"}, {"Ana Lopes", "Isatou Bah"}]


@pytest.mark.parametrize(
    "words",
    [
        "Her hosts were President Omar Jatta and Speaker Isatou Bah.",
        "Lopes had two appointments: with President Omar Jatta and with Speaker Isatou Bah.",
        "She held two meetings there.\n\n- With President Omar Jatta\n- With Speaker Isatou Bah",
    ],
)
def test_each_of_a_row_was_met_by_herself(words: str) -> None:
    assert pairs(CAME + words) == EACH


@pytest.mark.parametrize(
    "words",
    [
        "Her friends were President Omar Jatta and Speaker Isatou Bah.",
        "She sold two boats there.\n\n- With President Omar Jatta\n- With Speaker Isatou Bah",
        "She held two meetings there.\n\n- A letter of President Omar Jatta\n- Fish",
    ],
)
def test_rows_of_those_who_were_not_met(words: str) -> None:
    assert pairs(CAME + words) == []


def test_a_reception_for_many() -> None:
    words = "President Omar Jatta gave a reception for the delegates in Banjul on Monday."
    assert pairs(f"BANJUL, 4 June 2019 - {words}") == [{"Omar Jatta"}]


def test_her_host_in_the_afternoon() -> None:
    words = "Minister Lamin Ceesay welcomed the guest at noon; President Omar Jatta did so later."
    assert pairs(CAME + words) == [*TWO, {"Omar Jatta", "Ana Lopes"}]


def test_her_next_host_too() -> None:
    words = "She had talks with Minister Lamin Ceesay and afterwards with President Omar Jatta."
    assert pairs(CAME + words) == [*TWO, {"Omar Jatta", "Ana Lopes"}]


@pytest.mark.parametrize(
    "words",
    [
        "{guest} was the guest of honour at a fair.",
        "{host} used a letter to thank {guest}.",
        "{host} set {guest} aside as a candidate.",
        "{host} and {guest} withdrew their papers.",
        "Over the years {host} and {guest} spoke of fish in many books.",
        "{host} will see the report of {guest} in July.",
        "{guest} lives across the street from {host}.",
        "It was {guest} whom {host} succeeded in May.",
        "{guest}, whom {host} had praised, spoke of fish.",
        "{host} opened his heart to {guest} in a letter.",
        "{host} found words of praise for {guest}.",
        "A meeting with {host} fell through.",
        "A meeting with {host} was cancelled.",
        "No meeting with {host} is planned.",
        "{host} was the first to write.",
        "The first letter was from {host}.",
        "{host} was interviewed in his office on Monday.",
        "{host} telephoned her in the morning.",
        "It was at the grave of {host} that she wept.",
        "With {host} present as an observer, the farmers discussed fish.",
    ],
)
def test_turns_that_tell_of_no_meeting(words: str) -> None:
    assert pairs(CAME + words.format(host=HOST, guest="Guinean Minister Awa Diallo")) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("held bilateral meetings with her counterparts from Mali and Togo in Banjul.",
         [{"Ana Lopes", "ML"}, {"Ana Lopes", "TG"}]),
        ("met separately with her Malian and Togolese counterparts in Banjul.",
         [{"Ana Lopes", "ML"}, {"Ana Lopes", "TG"}]),
        ("met the foreign minister of Mali in Banjul.", [{"Ana Lopes", "ML"}]),
        ("met her Malian counterpart in Banjul.", [{"Ana Lopes", "ML"}]),
        ("met the foreign ministers of Mali and Togo in Banjul.", [{"Ana Lopes", "ML", "TG"}]),
        ("will hold meetings with her counterparts from Mali and Togo in Banjul.", []),
        ("telephoned her Malian counterpart in Banjul.", []),
        ("thanked her Malian and Togolese counterparts in Banjul.", []),
    ],
)  # fmt: skip
def test_whom_only_country_and_rank_tell(words: str, expected: list[set[str]]) -> None:
    assert pairs(f"BANJUL, 3 June 2019 - On Monday {GUEST} {words}") == expected


def test_two_who_met_are_not_the_council_that_met_beside_them() -> None:
    words = (
        "Ghanaian President Kofi Mensah was the guest of Togolese President Afi Agbo on Monday."
        " On the sidelines the Ghana-Togo Border Council came together for a meeting."
    )
    assert [m.body for m in alone(words).meetings] == [None, "Ghana-Togo Border Council"]

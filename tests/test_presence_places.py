"""The place of a name in its clause: who acts there was there, who is only talked about was not."""

from __future__ import annotations

import pytest

from tests.reports import HELD, seats

WHO = "Zambia's Water Minister Chanda Mulenga"
SEAT = ("Chanda Mulenga", "ZM")


def seated(words: str) -> bool:
    return any(person == "Chanda Mulenga" for person, _ in seats(words.format(who=WHO), HELD))


@pytest.mark.parametrize(
    "words",
    [
        # subject of a deed at the meeting
        "{who} summed up the debate.",
        "{who}, whose country has four dams, paid tribute to the engineers.",
        "{who} (on the screen) spoke for ten minutes.",
        "On the second morning {who} took the floor.",
        "In the afternoon, {who} replied to questions.",
        "{who} made a statement on floods.",
        "{who} gave an overview of the year.",
        "{who} had come by train.",
        "{who} was elected rapporteur.",
        "{who} acted as rapporteur.",
        "{who} handed over the gavel to the hosts.",
        "{who} led the Zambian delegation.",
        "{who} headed his country's team.",
        "{who}, Lesotho's Water Minister Tumelo Pitso and Malawi's Water Minister Thoko Banda had"
        " all travelled there.",
        "While {who} spoke, the lights went out.",
        # told of as there
        "Among those at the table was {who}.",
        "Also seated there was {who}.",
        "Its rapporteur was a guest; in the chair was {who}.",
        "The delegation of Zambia included {who}.",
        "Special guests were Tumelo Pitso and {who}.",
        # agent
        "Opening remarks were delivered by {who}.",
        "The debate was led, for an hour, by {who}.",
        "The ministers were welcomed by {who}.",
        "The ministers were welcomed and later briefed by {who}.",
        # company
        "The host opened the work together with {who}.",
        "The host arrived alongside {who}.",
        "Joining him was {who}.",
        # whose words were heard
        "The ministers listened to a presentation by {who}.",
        "They met under the leadership of {who}.",
        "The ministers elected {who} as their rapporteur.",
        "They chose {who} to lead the group.",
    ],
)
def test_who_acts_or_is_told_of_there_has_a_seat(words: str) -> None:
    assert SEAT in seats(words.format(who=WHO), HELD)


@pytest.mark.parametrize(
    "words",
    [
        # behind a noun
        "The idea of the meeting goes back to {who}.",
        "The participants visited a school named after {who}.",
        "The delegations laid flowers at the tomb of {who}.",
        "The delegations discussed the dismissal of {who}.",
        "The sister of {who} sang at the meeting.",
        "A portrait of {who} hung in the hall of the meeting.",
        "A proposal by {who} was adopted at the meeting.",
        "The proposal of {who} was adopted at the meeting.",
        "The message of greeting from {who} was read out at the meeting.",
        "A call from {who} interrupted the meeting.",
        "The meeting followed an appeal by {who}.",
        "The meeting upheld a decision of {who}.",
        "Talks with {who} are due next month.",
        "The government of {who} pays for the dam.",
        # object
        "The chair thanked {who} for his hospitality.",
        "The ministers asked {who} to host the next meeting.",
        "Reporters asked {who} about dams.",
        "The participants remembered {who}.",
        "The newspaper quoted {who} as saying that dams are full.",
        "Critics accuse {who} of waste.",
        "The minister succeeded {who}.",
        "The meeting appointed {who} special envoy.",
        # in a clause that is no clause of the meeting
        "The meeting was postponed after {who} fell ill.",
        "The post is vacant since {who} left.",
        "Like {who}, the host spoke of dams.",
        "On behalf of {who}, his deputy welcomed the participants.",
        # subject of another deed
        "{who} governs the north.",
        "{who} owns a farm in Malawi.",
        "{who} won the election.",
        "{who} is the author of a book on dams.",
        "{who} took office in 2015.",
        "{who} came to power in 1986.",
        "{who} led the country until 2010.",
        "{who} joined the government in 2018.",
        "{who} signed the law in May.",
        "{who} opened a dam in Lusaka in May.",
        "{who} had opened the dam in May.",
        "{who} gave an interview to a newspaper.",
        "{who} told a newspaper that dams are full.",
        "{who} resigned before the meeting.",
        "{who} was replaced by his deputy at the meeting.",
        "{who} had to leave for London before the meeting.",
        "{who} wished the participants success in a telegram.",
        "{who} congratulated the participants by letter.",
        # agent of another deed, another time, another place
        "The treaty was ratified by {who} in May.",
        "The bridge was opened by {who} in May.",
        "The previous meeting was chaired by {who} in Maseru in 2018.",
        "The last session had been opened by {who} in Maseru.",
    ],
)
def test_who_is_only_talked_about_has_none(words: str) -> None:
    assert not seated(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Present were Tumelo Pitso, Minister of Water of Lesotho; for Malawi, the head of its"
            " dams, Thoko Banda; and {who}.",
            ["Tumelo Pitso", "Thoko Banda", "Chanda Mulenga"],
        ),
        (
            "The Council heard statements from Tumelo Pitso (Lesotho), Thoko Banda (Malawi) and"
            " {who}.",
            ["Tumelo Pitso", "Thoko Banda", "Chanda Mulenga"],
        ),
        ("The chair thanked Tumelo Pitso, Thoko Banda and {who}.", []),
        ("The books of Tumelo Pitso, Thoko Banda and {who} were on sale.", []),
    ],
)
def test_a_row_of_names_has_one_place(words: str, expected: list[str]) -> None:
    found = [person for person, _ in seats(words.format(who=WHO), HELD) if person]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(
    ("words", "seated_one"),
    [
        ("In the absence of {who}, Zambia's Ambassador Bwalya Tembo attended the meeting.", True),
        ("On behalf of {who}, Zambia's Ambassador Bwalya Tembo addressed the meeting.", True),
        ("Instead of {who}, Zambia's Ambassador Bwalya Tembo spoke at the meeting.", True),
        ("Zambia's Ambassador Bwalya Tembo stood in for {who}.", True),
        ("{who} was substituted by Zambia's Ambassador Bwalya Tembo.", False),
        ("Unlike {who}, the meeting was for Zambia's Ambassador Bwalya Tembo too late.", False),
    ],
)
def test_who_stands_in_sits_and_not_who_is_away(words: str, seated_one: bool) -> None:
    found = {person for person, _ in seats(words.format(who=WHO), HELD)}
    assert "Chanda Mulenga" not in found
    assert ("Bwalya Tembo" in found) is seated_one or not seated_one

"""Parties for which nobody is named: who came, who only watched from afar, who stayed away."""

from __future__ import annotations

import pytest

from tests.reports import COMING, seats

THREE = ["AO", "LS", "MW"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Angola, Lesotho and Malawi took part.", THREE),
        ("Taking part were Angola, Lesotho and Malawi.", THREE),
        ("Taking part in the session were Angola, Lesotho and Malawi.", THREE),
        ("In attendance were Angola, Lesotho and Malawi.", THREE),
        ("Seated around the table were Angola, Lesotho and Malawi.", THREE),
        ("Represented at the meeting were Angola, Lesotho and Malawi.", THREE),
        ("The following countries were represented: Angola, Lesotho and Malawi.", THREE),
        ("The participants came from Angola, Lesotho and Malawi.", THREE),
        ("It was held with the participation of Angola, Lesotho and Malawi.", THREE),
        ("It brought together the ministers of Angola, Lesotho and Malawi.", THREE),
        ("It brought together Angola, Lesotho and Malawi.", THREE),
        ("Angola took part, as did Lesotho and Malawi.", ["AO", "LS", "MW"]),
        ("Observers from Angola, Lesotho and Malawi were also present.", THREE),
        ("Observers from Angola were also present.", ["AO"]),
        ("Angola, Lesotho and Malawi, as observers, followed the debate.", THREE),
        ("Also invited to the table: Angola, Lesotho and Malawi as observers.", THREE),
        ("The members attended, as well as, in the capacity of observers, Angola and Malawi.",
         ["AO", "MW"]),
        ("The development partners, among them Angola and Malawi, were admitted.", ["AO", "MW"]),
        ("Angola and Malawi sent ministers.", ["AO", "MW"]),
        ("Angola sent a deputy minister.", ["AO"]),
        ("Angola had an ambassador there.", ["AO"]),
        ("Angola and Malawi had senior officials in the room.", ["AO", "MW"]),
        ("Angola and Malawi spoke through senior officials.", ["AO", "MW"]),
        ("Angola and Malawi were on hand too.", ["AO", "MW"]),
        ("Angola and Malawi were represented by their ambassadors, and Lesotho was absent.",
         ["AO", "MW"]),
        ("Angola was likewise represented.", ["AO"]),
        ("A World Bank team took part.", ["World Bank"]),
        ("The Angolan delegation attended.", ["AO"]),
        ("Observers: Angola, Lesotho and Malawi.", THREE),
        ("Angola and Malawi were represented by their ambassadors.", ["AO", "MW"]),
        ("Angola and Malawi were each represented by the minister.", ["AO", "MW"]),
        ("Angola and Malawi were heard as well, through officials.", ["AO", "MW"]),
        ("Angola and Malawi contributed through senior officials.", ["AO", "MW"]),
        ("Angola and Malawi, guests in the second part, had come with experts.", ["AO", "MW"]),
        ("Angola and Malawi took the floor.", ["AO", "MW"]),
        ("Angola and Malawi sent people.", ["AO", "MW"]),
        ("Around the table: Angola, Lesotho and Malawi.", THREE),
        ("All the neighbours were there: Angola, Lesotho and Malawi.", THREE),
        ("All three members, that is Angola, Lesotho and Malawi, took part.", THREE),
        ("Angola and Malawi had seats at the table.", ["AO", "MW"]),
        ("The World Bank looked on as an observer.", ["World Bank"]),
        ("Angola and Malawi had each sent a minister.", ["AO", "MW"]),
        ("Nine delegations came, among them those of Angola and Malawi.", ["AO", "MW"]),
        ("It was attended by the engineers, the press and representatives of the World Bank.",
         ["World Bank"]),
        ("Observers Angola and Malawi attended without speaking.", ["AO", "MW"]),
        ("Among the guests heard on Friday were Angola, Lesotho and Malawi.", THREE),
        ("Angola and Lesotho were represented, along with Malawi, which presides.", THREE),
        ("The World Bank was a full participant; Angola and Malawi were observers.",
         ["World Bank", "AO", "MW"]),
        ("Represented were\n\n- Angola,\n- Lesotho,\n- Malawi.", THREE),
    ],
)  # fmt: skip
def test_parties_that_came(words: str, expected: list[str]) -> None:
    assert [party for _, party in seats(words)] == expected


@pytest.mark.parametrize(
    "words",
    [
        "The observers of the organisation are Angola and Malawi.",
        "Angola and Malawi have observer status.",
        "Angola, Lesotho and Malawi are members of the Community.",
        "Angola and Malawi did not attend.",
        "Angola and Malawi were absent.",
        "Angola and Malawi stayed away.",
        "Angola and Malawi sent messages to the participants.",
        "Angola sent a message of greetings.",
        "Angola and Malawi joined the organisation in 1990.",
        "It invited Angola and Malawi to join the Community.",
        "Angola, which with Malawi makes up the northern group, is the largest member.",
        "They recalled the dispute between Angola and Malawi.",
        "The river flows through Angola and Malawi.",
        "Trade with Angola and Malawi has grown.",
        "Angola has a long coast.",
        "Angola and Malawi are observers of the organisation.",
        "Angola and Malawi were observers until 2010.",
        "Angola and Malawi contributed three million kwacha.",
        "Observers Angola and Malawi stayed away.",
        "All three members, that is Angola, Lesotho and Malawi, grow maize.",
        "The flags of Angola and Malawi flew over the hall.",
        "Nine delegations stayed away, among them those of Angola and Malawi.",
        "The press wrote of the representatives of the World Bank.",
        "Farmers in Angola and Malawi had come to ruin.",
        "Among the members of the bank were Angola and Malawi.",
        "The rivers were shared along with Angola's lakes.",
    ],
)
def test_parties_only_named(words: str) -> None:
    assert seats(words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Angola and Malawi have confirmed their participation in the meeting.", ["AO", "MW"]),
        ("Angola, Lesotho and Malawi will take part.", THREE),
        ("Delegations from Angola and Malawi will attend.", ["AO", "MW"]),
    ],
)
def test_parties_that_will_come(words: str, expected: list[str]) -> None:
    assert [party for _, party in seats(words, COMING)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Angola was represented by Minister of Water Joana Neto.",
            [("Joana Neto", "AO")],
        ),
        (
            "Angola sent Minister of Water Joana Neto; Malawi, Secretary Peter Phiri.",
            [("Joana Neto", "AO"), ("Peter Phiri", "MW")],
        ),
    ],
)
def test_a_party_with_a_name_has_one_seat(words: str, expected: list[tuple[str, str]]) -> None:
    assert seats(words) == expected


@pytest.mark.parametrize(
    "end",
    [
        "; Lesotho was absent",
        "; Lesotho was late",
        ", while Lesotho was absent",
        ", but not Lesotho",
    ],
)
def test_who_comes_in_a_clause_of_its_own_takes_nobody_out(end: str) -> None:
    found = seats(f"It was attended by delegations from Angola and Malawi{end}.")
    assert [party for _, party in found] == ["AO", "MW"]

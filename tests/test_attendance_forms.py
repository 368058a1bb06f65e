"""Who took part: the ways in which a report seats persons and parties, and in which it does not."""

from __future__ import annotations

import pytest

from tests.reports import COMING, facts, seats

Seats = list[tuple[str | None, str | None]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # active
        ("Zambia's Water Minister Chanda Mulenga took part.", [("Chanda Mulenga", "ZM")]),
        (
            "Zambia's Water Minister Chanda Mulenga took part in the meeting.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "Zambia's Water Minister Chanda Mulenga attended the meeting.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "Zambia's Water Minister Chanda Mulenga participated in the work of the meeting.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "Zambia's Water Minister Chanda Mulenga represented his country at the meeting.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "Zambia's Water Minister Chanda Mulenga addressed the meeting.",
            [("Chanda Mulenga", "ZM")],
        ),
        ("Zambia's Water Minister Chanda Mulenga opened the meeting.", [("Chanda Mulenga", "ZM")]),
        (
            "Zambia's Water Minister Chanda Mulenga delivered the opening speech.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "Zambia's Water Minister Chanda Mulenga led the delegation of his country.",
            [("Chanda Mulenga", "ZM")],
        ),
        ("Zambia's Water Minister Chanda Mulenga chaired the meeting.", [("Chanda Mulenga", "ZM")]),
        (
            "Zambia's Water Minister Chanda Mulenga presided over the meeting.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "Zambia's Water Minister Chanda Mulenga told the meeting that dams were full.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "Zambia's Water Minister Chanda Mulenga said at the meeting that dams were full.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "Zambia's Water Minister Chanda Mulenga joined the meeting by video link.",
            [("Chanda Mulenga", "ZM")],
        ),
        # passive and inverted
        (
            "The meeting was attended by Chanda Mulenga, Minister of Water of Zambia.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "The meeting was opened by Chanda Mulenga, Minister of Water of Zambia.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "The meeting was chaired by Chanda Mulenga, Minister of Water of Zambia.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "The meeting was addressed by Chanda Mulenga, Minister of Water of Zambia.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "Zambia was represented by Chanda Mulenga, Minister of Water.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "The Zambian delegation was led by Chanda Mulenga, Minister of Water.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "The delegation of Zambia was headed by Minister of Water Chanda Mulenga.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "Present at the meeting was Chanda Mulenga, Minister of Water of Zambia.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "Also present was Chanda Mulenga, Minister of Water of Zambia.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "Among the participants was Chanda Mulenga, Minister of Water of Zambia.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "In attendance was Chanda Mulenga, Minister of Water of Zambia.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "In the chair was Chanda Mulenga, Minister of Water of Zambia.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "Leading the Zambian delegation was Minister of Water Chanda Mulenga.",
            [("Chanda Mulenga", "ZM")],
        ),
        # nominal
        (
            "The meeting was held under the chairmanship of Chanda Mulenga, Minister of Water of"
            " Zambia.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "It was held with the participation of Chanda Mulenga, Minister of Water of Zambia.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "Participants included Chanda Mulenga, Minister of Water of Zambia.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "The Zambian delegation included Minister of Water Chanda Mulenga.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "Other speakers included Chanda Mulenga, Minister of Water of Zambia.",
            [("Chanda Mulenga", "ZM")],
        ),
        # two of one sentence
        (
            "Taking part were the Water Ministers of Zambia, Chanda Mulenga, and of Malawi, Thoko"
            " Banda.",
            [("Chanda Mulenga", "ZM"), ("Thoko Banda", "MW")],
        ),
        (
            "Zambia was represented by Minister Chanda Mulenga and Malawi by Minister Thoko Banda.",
            [("Chanda Mulenga", "ZM"), ("Thoko Banda", "MW")],
        ),
        (
            "The meeting was co-chaired by Ministers Chanda Mulenga of Zambia and Thoko Banda of"
            " Malawi.",
            [("Chanda Mulenga", "ZM"), ("Thoko Banda", "MW")],
        ),
        (
            "Chanda Mulenga, Minister of Water of Zambia, and Thoko Banda, Minister of Water of"
            " Malawi, attended the meeting.",
            [("Chanda Mulenga", "ZM"), ("Thoko Banda", "MW")],
        ),
        (
            "The SADC Executive Secretary, Naledi Khumalo, also attended the meeting.",
            [("Naledi Khumalo", "SADC")],
        ),
    ],
)
def test_who_is_said_to_take_part(words: str, expected: Seats) -> None:
    assert seats(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Zambia's Water Minister Chanda Mulenga was unable to attend the meeting.",
        "Zambia's Water Minister Chanda Mulenga was absent.",
        "Zambia's Water Minister Chanda Mulenga did not take part in the meeting.",
        "Zambia's Water Minister Chanda Mulenga skipped the meeting.",
        "Zambia's Water Minister Chanda Mulenga cancelled his trip to Gaborone.",
        "Zambia's Water Minister Chanda Mulenga sent his apologies.",
        "Zambia's Water Minister Chanda Mulenga sent greetings to the participants of the meeting.",
        "A letter from Zambia's Water Minister Chanda Mulenga was read out at the meeting.",
        "The participants congratulated Zambia's Water Minister Chanda Mulenga on his birthday.",
        "The hall is named after the late President Chanda Mulenga of Zambia.",
        "The ministers welcomed the election of President Chanda Mulenga of Zambia.",
        "The guests heard of the illness of President Chanda Mulenga of Zambia.",
        "The wife of President Chanda Mulenga of Zambia visited a school.",
    ],
)
def test_who_is_said_to_stay_away_or_only_named(words: str) -> None:
    assert seats(words) == []


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        (
            "The meeting was attended by delegations of Angola, Lesotho and Malawi.",
            ["AO", "LS", "MW"],
        ),
        ("Delegations from Angola, Lesotho and Malawi attended the meeting.", ["AO", "LS", "MW"]),
        (
            "Representatives of Angola, Lesotho and Malawi took part in the meeting.",
            ["AO", "LS", "MW"],
        ),
        ("Angola, Lesotho and Malawi took part in the meeting.", ["AO", "LS", "MW"]),
        ("Taking part in the meeting were Angola, Lesotho and Malawi.", ["AO", "LS", "MW"]),
        ("Ministers from Angola, Lesotho and Malawi attended.", ["AO", "LS", "MW"]),
        (
            "The water ministers of Angola, Lesotho and Malawi attended the meeting.",
            ["AO", "LS", "MW"],
        ),
        (
            "The meeting brought together ministers from Angola, Lesotho and Malawi.",
            ["AO", "LS", "MW"],
        ),
        (
            "The meeting was attended by ministers from Angola, Lesotho, and Malawi.",
            ["AO", "LS", "MW"],
        ),
        (
            "The meeting was attended by the Angolan, Basotho and Malawian ministers.",
            ["AO", "LS", "MW"],
        ),
        ("Angola attended the meeting as an observer.", ["AO"]),
        ("A delegation from Angola took part by video link.", ["AO"]),
        ("Angola was represented at the level of deputy minister.", ["AO"]),
        ("Representatives of UNESCO also attended the meeting.", ["UNESCO"]),
        ("The African Development Bank took part as a guest.", ["AfDB"]),
    ],
)
def test_parties_without_a_person(words: str, parties: list[str]) -> None:
    assert seats(words) == [(None, party) for party in parties]


@pytest.mark.parametrize(
    "words",
    [
        "The members of SADC are Angola, Botswana and Malawi.",
        "SADC, which includes Angola and Malawi, was founded in 1992.",
        "Angola did not send a delegation.",
        "Angola boycotted the meeting.",
        "No delegation from Angola came.",
        "The next meeting of the Council will be hosted by Angola.",
        "The ministers thanked Angola for its support.",
        "The ministers condemned the attack in Angola.",
        "The ministers voiced concern about floods in Angola and Malawi.",
        "The rivers of Angola and Malawi are low.",
        "Angola was admitted to the fund in 2011.",
        "Exports from Angola to Malawi grew.",
        "Flights between Angola and Malawi resume on Friday.",
        "Angola has ratified the agreement.",
        "The ministers urged Angola to pay its dues.",
    ],
)
def test_countries_spoken_of_are_no_party(words: str) -> None:
    assert seats(words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Zambia's Water Minister Chanda Mulenga will attend the meeting.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "Zambia's Water Minister Chanda Mulenga is to take part in the meeting.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "Zambia's Water Minister Chanda Mulenga is expected to attend the meeting.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "The meeting will be chaired by Zambia's Water Minister Chanda Mulenga.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "The Zambian delegation will be led by Water Minister Chanda Mulenga.",
            [("Chanda Mulenga", "ZM")],
        ),
        (
            "Delegations from Angola and Malawi will take part in the meeting.",
            [(None, "AO"), (None, "MW")],
        ),
        ("Zambia's Water Minister Chanda Mulenga declined to attend the meeting.", []),
        ("It is not clear whether Angola will take part in the meeting.", []),
    ],
)
def test_who_will_take_part(words: str, expected: Seats) -> None:
    assert seats(words, COMING) == expected


def test_a_seat_quotes_the_sentence_that_gives_it() -> None:
    words = "Zambia's Water Minister Chanda Mulenga took part in the meeting."
    found = facts(words)
    (seat,) = found.participants
    passage = seat.evidence[0]
    assert "Chanda Mulenga" in passage.quote
    assert found.article.text[passage.start : passage.end] == passage.quote


def test_one_person_has_one_seat_at_a_meeting() -> None:
    words = (
        "Zambia's Water Minister Chanda Mulenga attended the meeting. Mulenga told the meeting"
        " that dams were full. The meeting was closed by Minister Chanda Mulenga."
    )
    assert seats(words) == [("Chanda Mulenga", "ZM")]

"""Lists of delegates in the shapes that secretariats print: who holds what and speaks for whom."""

from __future__ import annotations

import pytest

from tests.reading import people_of, read
from tests.reports import HELD, seats

Roll = list[tuple[str, str | None]]

TWO = [("Chanda Mulenga", "ZM"), ("Thoko Banda", "MW")]


@pytest.mark.parametrize(
    "words",
    [
        # one sentence
        "The meeting was attended by Chanda Mulenga (Zambia) and Thoko Banda (Malawi).",
        "The meeting was attended by Ministers Chanda Mulenga (Zambia) and Thoko Banda (Malawi).",
        "The meeting was attended by Ministers Chanda Mulenga of Zambia and Thoko Banda of Malawi.",
        "The meeting was attended by the Minister of Water of Zambia, Chanda Mulenga, and the"
        " Minister of Water of Malawi, Thoko Banda.",
        "The meeting was attended by Minister of Water of Zambia Chanda Mulenga, Minister of"
        " Water of Malawi Thoko Banda.",
        "The meeting was attended by: Minister of Water of Zambia Chanda Mulenga; Minister of"
        " Water of Malawi Thoko Banda.",
        "The meeting was attended by H.E. Mr. Chanda Mulenga, Minister of Water of Zambia, and"
        " H.E. Ms. Thoko Banda, Minister of Water of Malawi.",
        "The meeting was attended by Hon. Chanda Mulenga, Minister of Water, Zambia; and Hon."
        " Thoko Banda, Minister of Water, Malawi.",
        "The meeting was attended by Zambia's Chanda Mulenga and Malawi's Thoko Banda.",
        "The meeting was attended by Zambian Water Minister Chanda Mulenga and Malawian Water"
        " Minister Thoko Banda.",
        "The meeting was attended by Zambian Water Minister Chanda Mulenga as well as Malawian"
        " Water Minister Thoko Banda.",
        "The meeting was attended by Zambian Water Minister Chanda Mulenga together with Malawian"
        " Water Minister Thoko Banda.",
        "The meeting was attended by the water ministers of Zambia and Malawi, Chanda Mulenga and"
        " Thoko Banda.",
        "The meeting was attended by the water ministers of Zambia (Chanda Mulenga) and Malawi"
        " (Thoko Banda).",
        "The meeting was attended by the water ministers of Zambia - Chanda Mulenga, Malawi -"
        " Thoko Banda.",
        "Zambia was represented by Chanda Mulenga, Minister of Water, and Malawi by Thoko Banda,"
        " Minister of Water.",
        # lists in lines
        "The meeting was attended by:\n- Chanda Mulenga, Minister of Water of Zambia;\n- Thoko"
        " Banda, Minister of Water of Malawi.",
        "The meeting was attended by:\n- Minister of Water of Zambia Chanda Mulenga,\n- Minister"
        " of Water of Malawi Thoko Banda.",
        "The meeting was attended by:\n1. Chanda Mulenga, Minister of Water of Zambia\n2. Thoko"
        " Banda, Minister of Water of Malawi",
        "The meeting was attended by:\n1) Chanda Mulenga, Minister of Water of Zambia;\n2) Thoko"
        " Banda, Minister of Water of Malawi.",
        "The meeting was attended by:\n(a) Chanda Mulenga, Minister of Water of Zambia;\n(b)"
        " Thoko Banda, Minister of Water of Malawi.",
        "The meeting was attended by:\n• H.E. Chanda Mulenga, Minister of Water, Zambia\n• H.E."
        " Thoko Banda, Minister of Water, Malawi",
        "The meeting was attended by:\n* Zambia: Chanda Mulenga, Minister of Water\n* Malawi:"
        " Thoko Banda, Minister of Water",
        "The meeting was attended by:\n- Zambia - Chanda Mulenga, Minister of Water;\n- Malawi -"
        " Thoko Banda, Minister of Water.",
        "The meeting was attended by:\n- from Zambia: Chanda Mulenga, Minister of Water;\n- from"
        " Malawi: Thoko Banda, Minister of Water.",
        "The meeting was attended by the following ministers:\n\nChanda Mulenga, Minister of"
        " Water of Zambia\n\nThoko Banda, Minister of Water of Malawi",
        "Present at the meeting were:\n\nZambia\nH.E. Chanda Mulenga, Minister of"
        " Water\n\nMalawi\nH.E. Thoko Banda, Minister of Water",
        "List of participants:\n\nZambia: H.E. Mr. Chanda Mulenga, Minister of Water\nMalawi:"
        " H.E. Ms. Thoko Banda, Minister of Water",
        "For the Republic of Zambia:\nMr Chanda Mulenga, Minister of Water\n\nFor the Republic of"
        " Malawi:\nMs Thoko Banda, Minister of Water",
        "Participants:\n– Mr Chanda Mulenga, Minister of Water (Zambia)\n– Ms Thoko Banda,"
        " Minister of Water (Malawi)",
    ],
)
def test_two_delegates_of_two_countries(words: str) -> None:
    assert sorted(seats(words)) == TWO  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Foreign Ministers Ana Ruiz of Chile, Luis Paz of Peru and Eva Soto of Ecuador spoke.",
            [("Ana Ruiz", "CL"), ("Luis Paz", "PE"), ("Eva Soto", "EC")],
        ),
        (
            "The presidents of Chile, Ana Ruiz; Peru, Luis Paz; and Ecuador, Eva Soto, spoke.",
            [("Ana Ruiz", "CL"), ("Luis Paz", "PE"), ("Eva Soto", "EC")],
        ),
        (
            "Presidents Ana Ruiz (Chile), Luis Paz (Peru) and Eva Soto (Ecuador) spoke.",
            [("Ana Ruiz", "CL"), ("Luis Paz", "PE"), ("Eva Soto", "EC")],
        ),
        (
            "The Chilean, Peruvian and Ecuadorian presidents, Ana Ruiz, Luis Paz and Eva Soto,"
            " spoke.",
            [("Ana Ruiz", "CL"), ("Luis Paz", "PE"), ("Eva Soto", "EC")],
        ),
        (
            "Chilean President Ana Ruiz, her Peruvian counterpart Luis Paz and Ecuador's Eva Soto"
            " spoke.",
            [("Ana Ruiz", "CL"), ("Luis Paz", "PE"), ("Eva Soto", "EC")],
        ),
        (
            "Ana Ruiz, President of Chile; Luis Paz, Vice President of Peru; Eva Soto, Foreign"
            " Minister of Ecuador.",
            [("Ana Ruiz", "CL"), ("Luis Paz", "PE"), ("Eva Soto", "EC")],
        ),
        (
            "President of Chile Ana Ruiz, Vice President of Peru Luis Paz, Foreign Minister of"
            " Ecuador Eva Soto spoke.",
            [("Ana Ruiz", "CL"), ("Luis Paz", "PE"), ("Eva Soto", "EC")],
        ),
        (
            "The heads of the delegations are Ana Ruiz (Chile), Luis Paz (Peru), Eva Soto"
            " (Ecuador).",
            [("Ana Ruiz", "CL"), ("Luis Paz", "PE"), ("Eva Soto", "EC")],
        ),
        (
            "Chile's President Ana Ruiz, Peru's President Luis Paz and Ecuador's President Eva"
            " Soto spoke.",
            [("Ana Ruiz", "CL"), ("Luis Paz", "PE"), ("Eva Soto", "EC")],
        ),
    ],
)
def test_three_in_a_row_keep_the_own_country(words: str, expected: Roll) -> None:
    _, found = read(words)
    assert [(person.name, person.party) for person in found.persons] == expected


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        (
            "The Zambian delegation comprised Chanda Mulenga, Minister of Water; Mwape Zulu,"
            " Permanent Secretary; and Bwalya Tembo, Director of Dams.",
            {
                "Chanda Mulenga": "Minister of Water",
                "Mwape Zulu": "Permanent Secretary",
                "Bwalya Tembo": "Director of Dams",
            },
        ),
        (
            "With the minister came Permanent Secretary Mwape Zulu and Ambassador Bwalya Tembo.",
            {"Mwape Zulu": "Permanent Secretary", "Bwalya Tembo": "Ambassador"},
        ),
        (
            "Present were Minister of Water Chanda Mulenga, Deputy Minister of Mines Mwape Zulu"
            " and Ambassador Bwalya Tembo.",
            {
                "Chanda Mulenga": "Minister of Water",
                "Mwape Zulu": "Deputy Minister of Mines",
                "Bwalya Tembo": "Ambassador",
            },
        ),
        (
            "Present were Chanda Mulenga, Minister of Water, Energy and Mines, and Mwape Zulu,"
            " Minister of Trade.",
            {
                "Chanda Mulenga": "Minister of Water, Energy and Mines",
                "Mwape Zulu": "Minister of Trade",
            },
        ),
        (
            "Present were Chanda Mulenga (Minister of Water), Mwape Zulu (Permanent Secretary)"
            " and Bwalya Tembo (Ambassador).",
            {
                "Chanda Mulenga": "Minister of Water",
                "Mwape Zulu": "Permanent Secretary",
                "Bwalya Tembo": "Ambassador",
            },
        ),
    ],
)
def test_each_of_one_delegation_has_the_own_office(words: str, titles: dict[str, str]) -> None:
    found = {name: offices[0][0] if offices else None for name, offices in people_of(words)}
    assert found == titles


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The meeting was attended by ministers from Zambia and Malawi. Zambia was represented"
            " by Chanda Mulenga, Minister of Water.",
            [("Chanda Mulenga", "ZM"), (None, "MW")],
        ),
        (
            "The meeting was attended by delegations from:\n- Zambia;\n- Malawi;\n- Lesotho.",
            [(None, "ZM"), (None, "MW"), (None, "LS")],
        ),
        (
            "The meeting was attended by ministers from Zambia, Malawi, Lesotho and the"
            " Democratic Republic of the Congo.",
            [(None, "ZM"), (None, "MW"), (None, "LS"), (None, "CD")],
        ),
        (
            "The meeting was attended by all member states except Zambia.",
            [],
        ),
    ],
)
def test_persons_and_parties_in_one_list(
    words: str, expected: list[tuple[str | None, str | None]]
) -> None:
    def order(seat: tuple[str | None, str | None]) -> tuple[str, str]:
        return seat[0] or "", seat[1] or ""

    assert sorted(seats(words, HELD), key=order) == sorted(expected, key=order)

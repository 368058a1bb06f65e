"""Offices and their owners in the constructions of the register, and what gives no office."""

from __future__ import annotations

import pytest
from reports import facts

from tests.reading import people_of

Offices = dict[str, list[tuple[str, str | None]]]
TRADE = [("Minister of Trade", "PE")]


def offices(words: str) -> Offices:
    found = facts(words, "")
    return {
        person.name: [(office.title, office.of) for office in person.offices]
        for person in found.persons
    }


@pytest.mark.parametrize(
    "words",
    [
        "Ana Ruiz, in her capacity as Minister of Trade of Peru, spoke.",
        "Ana Ruiz, who is Minister of Trade of Peru, spoke.",
        "Ana Ruiz, who holds the office of Minister of Trade of Peru, spoke.",
        "Ana Ruiz, who at the same time is Minister of Trade of Peru, spoke.",
        "Ana Ruiz of Peru, who is Minister of Trade, spoke.",
        "Present was Ana Ruiz (Peru), Minister of Trade.",
        "Ana Ruiz has been Peru's Minister of Trade since May.",
        "As Minister of Trade of Peru, Ana Ruiz spoke.",
        "In her function as Peru's Minister of Trade, Ana Ruiz spoke.",
        "The Minister of Trade of Peru is Ana Ruiz.",
        "Peru's Minister of Trade is now Ana Ruiz.",
        "Ana Ruiz, Minister of Trade, who leads Peru's delegation, spoke.",
        "Minister of Trade Ana Ruiz, who heads the Peruvian delegation, spoke.",
        "At the Peruvian end of the line was the Minister of Trade, Ana Ruiz.",
        "On the Peruvian side sat the Minister of Trade, Ana Ruiz.",
        "Peru wishes to join. Its Minister of Trade Ana Ruiz was present.",
    ],
)
def test_a_minister_of_trade_of_peru(words: str) -> None:
    assert offices(words) == {"Ana Ruiz": TRADE}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # past, or of another person
        ("Ana Ruiz had been Minister of Trade of Peru.", {}),
        ("The Minister of Trade of Peru met Ana Ruiz.", {}),
        ("In the absence of the Minister of Trade of Peru, Ana Ruiz spoke.", {}),
        # the country of a sentence before, where only one is named
        (
            "Peru and Chile wish to join. Its Minister of Trade Ana Ruiz was present.",
            {"Ana Ruiz": [("Minister of Trade", None)]},
        ),
        # two persons, one of whom is not named
        (
            "The text was initialled by the Minister and Peru's Secretary of Trade Ana Ruiz.",
            {"Ana Ruiz": [("Secretary of Trade", "PE")]},
        ),
        # the Union's own
        (
            "Present were the President of Peru, Ana Ruiz, and the European Commissioner for"
            " Energy, Luis Paz.",
            {"Ana Ruiz": [("President", "PE")], "Luis Paz": [("Commissioner for Energy", "EU")]},
        ),
    ],
)
def test_an_office_is_that_of_who_holds_it(words: str, found: Offices) -> None:
    assert {name: held for name, held in offices(words).items() if held} == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "The trade ministers met. Attending were Peru's Ana Ruiz and Chile's Luis Paz.",
            {"Ana Ruiz": [("trade minister", "PE")], "Luis Paz": [("trade minister", "CL")]},
        ),
        (
            "The ministers of the sea met. Ana Ruiz of Peru and Luis Paz of Chile took part.",
            {
                "Ana Ruiz": [("minister of the sea", "PE")],
                "Luis Paz": [("minister of the sea", "CL")],
            },
        ),
        (
            "The trade ministers, chaired by Peru's Ana Ruiz, met.",
            {"Ana Ruiz": [("trade minister", "PE")]},
        ),
        # whose office is not said
        (
            "The representatives met. Attending were Peru's Ana Ruiz and Chile's Luis Paz.",
            {"Ana Ruiz": [], "Luis Paz": []},
        ),
        (
            "The leaders met. Attending were Peru's Ana Ruiz and Chile's Luis Paz.",
            {"Ana Ruiz": [], "Luis Paz": []},
        ),
    ],
)
def test_a_plural_says_what_those_of_a_list_are(words: str, found: Offices) -> None:
    assert offices(words) == found


def test_the_field_of_a_minister_in_brackets() -> None:
    found = offices(
        "Peru was represented by Minister of Trade Ana Ruiz and Minister of Justice Luis Paz;"
        " Chile, by Eva Soto (Trade) and Ramón Vega (Justice)."
    )
    assert found["Eva Soto"] == [("Minister of Trade", "CL")]
    assert found["Ramón Vega"] == [("Minister of Justice", "CL")]


@pytest.mark.parametrize(
    ("words", "name", "held"),
    [
        (
            "Zambia's Water Minister Chanda Mulenga spoke. His Malawian colleague Thoko Banda took"
            " part, as did the Presidents of Peru, Ana Ruiz, and Chile, Luis Paz.",
            "Thoko Banda",
            [("Water Minister", "MW")],
        ),
        (
            "He was followed by Lebanon's Joseph Haddad, the Secretary-General of the Arab League,"
            " Mahmoud Nasr, and Egypt's Trade Minister Nizar Fahmy.",
            "Mahmoud Nasr",
            [("Secretary-General", "Arab League")],
        ),
        (
            "Peru's Minister of Trade Ana Ruiz was replaced by Deputy Minister Luis Paz.",
            "Luis Paz",
            [("Deputy Minister", "PE")],
        ),
        (
            "Luis Paz visited Chile in the retinue of President Ana Ruiz of Peru.",
            "Ana Ruiz",
            [("President", "PE")],
        ),
    ],
)
def test_an_owner_comes_from_the_right_person(
    words: str, name: str, held: list[tuple[str, str | None]]
) -> None:
    assert offices(words)[name] == held


@pytest.mark.parametrize(
    ("words", "name", "held"),
    [
        (
            "Present were Ana Ruiz, Peru's High Commissioner to Fiji, and Fiji's Minister of Trade,"
            " Jone Rabuku.",
            "Jone Rabuku",
            [("Minister of Trade", "FJ")],
        ),
        (
            "The text was signed by the Secretary General and the Minister of Trade of Peru,"
            " Ana Ruiz.",
            "Ana Ruiz",
            [("Minister of Trade", "PE")],
        ),
        (
            "Peru, for which Trade Secretary Ana Ruiz spoke, agreed.",
            "Ana Ruiz",
            [("Trade Secretary", "PE")],
        ),
        (
            "Minister of Trade Ana Ruiz, who took the floor for Peru, spoke.",
            "Ana Ruiz",
            [("Minister of Trade", "PE")],
        ),
        (
            "Ana Ruiz, Cabinet Secretary in charge of Transport and Housing of the Republic of"
            " Kenya, spoke.",
            "Ana Ruiz",
            [("Cabinet Secretary in charge of Transport and Housing", "KE")],
        ),
        (
            "The EAC Deputy Secretary General (Planning and Trade), Eng. Ana Ruiz, spoke.",
            "Ana Ruiz",
            [("Deputy Secretary General (Planning and Trade)", "EAC")],
        ),
        (
            "The EAC met with its Secretary General, Kenyan Juma Otieno, in the chair.",
            "Juma Otieno",
            [("Secretary General", "EAC")],
        ),
        ("The charge of Minister Ana Ruiz was repeated.", "Ana Ruiz", [("Minister", None)]),
        (
            "Minister of Trade Ana Ruiz, who set off for Peru, spoke.",
            "Ana Ruiz",
            [("Minister of Trade", None)],
        ),
        (
            "Minister of Trade and Deputy Prime Minister of Peru Ana Ruiz spoke.",
            "Ana Ruiz",
            [("Minister of Trade", "PE"), ("Deputy Prime Minister", "PE")],
        ),
    ],
)
def test_whose_office_it_is_among_several(
    words: str, name: str, held: list[tuple[str, str | None]]
) -> None:
    assert offices(words)[name] == held


@pytest.mark.parametrize(
    ("words", "name", "held"),
    [
        (
            "The visit to Qatar by Foreign Minister Omar Bello has ended.",
            "Omar Bello",
            [("Foreign Minister", None)],
        ),
        (
            "Kenya was represented by Trade Minister Omar Bello.",
            "Omar Bello",
            [("Trade Minister", "KE")],
        ),
        ("The then Minister of Trade of Peru, Ana Ruiz, praised farmers.", "Ana Ruiz", []),
        ("It began when then Minister of Trade of Peru Ana Ruiz came.", "Ana Ruiz", []),
        ("They met, and then Minister of Trade of Peru Ana Ruiz spoke.", "Ana Ruiz", TRADE),
        (
            "Chilean Minister of Trade Eva Soto met her counterpart of Peru, Ana Ruiz.",
            "Ana Ruiz",
            TRADE,
        ),
        ("Present was Ms. Ana Ruiz, Hon. Minister of Trade of Peru.", "Ana Ruiz", TRADE),
    ],
)
def test_an_owner_is_stated_not_visited_and_an_office_is_held_now(
    words: str, name: str, held: list[tuple[str, str | None]]
) -> None:
    assert offices(words).get(name, []) == held


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # for whom the first of two spoke
        (
            "It was led by Minister Ana Paz for Peru and Minister Luis Rojas for Chile.",
            {"Ana Paz": [("Minister", "PE")], "Luis Rojas": [("Minister", "CL")]},
        ),
        # whom an envoy serves
        (
            "Luis Rojas, special envoy of President Ana Paz of Peru, spoke.",
            {"Luis Rojas": [("special envoy", "PE")], "Ana Paz": [("President", "PE")]},
        ),
        (
            "Luis Rojas, Adviser to President, spoke.",
            {"Luis Rojas": [("Adviser to President", None)]},
        ),
        # who was succeeded holds the office no more
        (
            "Minister Ana Paz, who succeeded Luis Rojas as Minister of Trade of Peru, spoke.",
            {"Ana Paz": [("Minister", None)], "Luis Rojas": []},
        ),
        # an organ between states belongs to no country
        (
            "Minister of Trade of Peru and Chairperson of the Andean Council Ana Paz spoke.",
            {"Ana Paz": [("Minister of Trade", "PE"), ("Chairperson of the Andean Council", None)]},
        ),
        (
            "The ambassadors of Peru and Chile in Lusaka, Ana Paz and Luis Rojas, spoke.",
            {"Ana Paz": [("ambassador", "PE")], "Luis Rojas": [("ambassador", "CL")]},
        ),
        (
            "The ambassadors in Lusaka, Ana Paz and Luis Rojas, spoke.",
            {name: [("ambassador in Lusaka", None)] for name in ("Ana Paz", "Luis Rojas")},
        ),
    ],
)
def test_whose_and_whom(words: str, expected: dict[str, list[tuple[str, str | None]]]) -> None:
    assert dict(people_of(words)) == expected

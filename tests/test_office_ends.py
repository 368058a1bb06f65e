"""Where an office phrase ends: before a place, a time, a verb, another person or another matter."""

from __future__ import annotations

import pytest

from tests.reading import people_of

Offices = list[tuple[str, str | None]]
TRADE: Offices = [("Minister of Trade", "PE")]


@pytest.mark.parametrize(
    "words",
    [
        "Minister of Trade of Peru Ana Ruiz on Monday visited a farm.",
        "Minister of Trade of Peru Ana Ruiz said in Lima that prices fall.",
        "Minister of Trade of Peru Ana Ruiz, speaking in Lima, praised farmers.",
        "Minister of Trade of Peru Ana Ruiz, who took office in May, praised farmers.",
        "Minister of Trade of Peru Ana Ruiz told reporters that prices fall.",
        "Minister of Trade of Peru Ana Ruiz, in turn, praised farmers.",
        "Minister of Trade of Peru Ana Ruiz, for her part, praised farmers.",
        "Minister of Trade of Peru Ana Ruiz also praised farmers.",
        "Ana Ruiz, Minister of Trade of Peru, praised farmers.",
        "Ana Ruiz, Minister of Trade of Peru, in Lima praised farmers.",
        "Ana Ruiz, Minister of Trade of Peru, and others praised farmers.",
        "Ana Ruiz, Minister of Trade of Peru, as well as farmers spoke.",
        "Ana Ruiz, Minister of Trade of Peru, on behalf of farmers, spoke.",
        "Ana Ruiz, Minister of Trade of Peru; farmers; and fishermen spoke.",
        "Ana Ruiz, Minister of Trade of Peru (centre), praised farmers.",
        "Ana Ruiz (Minister of Trade, Peru) praised farmers.",
        "Ana Ruiz, who is Minister of Trade of Peru, praised farmers.",
        "Ana Ruiz, the Peruvian Minister of Trade, praised farmers.",
        "Ana Ruiz, Peru’s Minister of Trade, praised farmers.",
        "The speaker was Ana Ruiz, Minister of Trade of Peru.",
        "The speech of Minister of Trade of Peru Ana Ruiz was short.",
        "A speech by Peruvian Minister of Trade Ana Ruiz was read.",
        "With Peru's Minister of Trade Ana Ruiz at the head, they walked.",
        "They applauded the Minister of Trade of Peru, Ana Ruiz.",
        "“We agree,” said Ana Ruiz, Minister of Trade of Peru.",
        "“We agree,” Peruvian Minister of Trade Ana Ruiz said.",
    ],
)
def test_one_office_however_it_is_set_in(words: str) -> None:
    assert people_of(words) == [("Ana Ruiz", TRADE)]


@pytest.mark.parametrize(
    "words",
    [
        "Former Minister of Trade of Peru Ana Ruiz praised farmers.",
        "Ana Ruiz, former Minister of Trade of Peru, praised farmers.",
        "Ana Ruiz, ex-Minister of Trade of Peru, praised farmers.",
        "The late Minister of Trade of Peru Ana Ruiz was remembered.",
        "Ana Ruiz, a past Minister of Trade of Peru, praised farmers.",
    ],
)
def test_an_office_of_the_past_is_none(words: str) -> None:
    assert all(offices == [] for _, offices in people_of(words))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ana Ruiz and Luis Paz, Minister of Trade of Peru, spoke.", {"Luis Paz": TRADE}),
        ("Luis Paz spoke with Minister of Trade of Peru Ana Ruiz.", {"Ana Ruiz": TRADE}),
        ("Luis Paz thanked Ana Ruiz, Minister of Trade of Peru.", {"Ana Ruiz": TRADE}),
        ("Minister of Trade of Peru Ana Ruiz thanked Luis Paz.", {"Ana Ruiz": TRADE}),
        ("Minister of Trade of Peru Ana Ruiz, Luis Paz and Eva Soto sang.", {"Ana Ruiz": TRADE}),
        (
            "Minister of Trade of Peru Ana Ruiz and Minister of Mines of Chile Luis Paz spoke.",
            {"Ana Ruiz": TRADE, "Luis Paz": [("Minister of Mines", "CL")]},
        ),
        (
            "Ana Ruiz, Minister of Trade of Peru, Luis Paz, Minister of Mines of Chile, spoke.",
            {"Ana Ruiz": TRADE, "Luis Paz": [("Minister of Mines", "CL")]},
        ),
    ],
)
def test_an_office_is_of_its_neighbour_alone(words: str, expected: dict[str, Offices]) -> None:
    found = {name: offices for name, offices in people_of(words) if offices}
    assert found == expected


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (
            "Ana Ruiz, Director of the Department for Asia of the Foreign Ministry, spoke.",
            "Director of the Department for Asia of the Foreign Ministry",
        ),
        ("Ana Ruiz, Head of the Department of Water, spoke.", "Head of the Department of Water"),
        (
            "Ana Ruiz, Chairman of the Committee on Foreign Affairs, spoke.",
            "Chairman of the Committee on Foreign Affairs",
        ),
        (
            "Ana Ruiz, Deputy Head of the Presidential Administration, spoke.",
            "Deputy Head of the Presidential Administration",
        ),
        ("Ana Ruiz, Mayor of the capital, spoke.", "Mayor of the capital"),
        (
            "Ana Ruiz, Permanent Secretary of the Ministry of Water, spoke.",
            "Permanent Secretary of the Ministry of Water",
        ),
        (
            "Ana Ruiz, Under-Secretary for Multilateral Affairs, spoke.",
            "Under-Secretary for Multilateral Affairs",
        ),
        (
            "Ana Ruiz, Special Envoy for the Great Lakes, spoke.",
            "Special Envoy for the Great Lakes",
        ),
        ("Ana Ruiz, Commander of the Navy, spoke.", "Commander of the Navy"),
        ("Ana Ruiz, Chief of Staff, spoke.", "Chief of Staff"),
        ("Ana Ruiz, Secretary of State for Water, spoke.", "Secretary of State for Water"),
        ("Ana Ruiz, Attorney General, spoke.", "Attorney General"),
        ("Ana Ruiz, Rector of the Diplomatic Academy, spoke.", "Rector of the Diplomatic Academy"),
        ("Ana Ruiz, National Security Adviser, spoke.", "National Security Adviser"),
        ("Ana Ruiz, First Vice-President, spoke.", "First Vice-President"),
    ],
)
def test_a_long_title_is_whole(words: str, title: str) -> None:
    assert people_of(words) == [("Ana Ruiz", [(title, None)])]

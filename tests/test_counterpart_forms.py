"""Counterparts, colleagues and offices told of several persons at once: whose title, of whom."""

from __future__ import annotations

import pytest

from tests.reading import people_of, read

Offices = list[tuple[str, str | None]]


@pytest.mark.parametrize(
    ("words", "title", "of"),
    [
        (
            "Danish Foreign Minister Ida Holm met her Peruvian counterpart Ana Ruiz.",
            "Foreign Minister",
            "PE",
        ),
        (
            "Danish Foreign Minister Ida Holm met her Peruvian counterpart, Ana Ruiz.",
            "Foreign Minister",
            "PE",
        ),
        (
            "Danish Foreign Minister Ida Holm met with Peruvian counterpart Ana Ruiz.",
            "Foreign Minister",
            "PE",
        ),
        (
            "Danish Foreign Minister Ida Holm met her counterpart from Peru Ana Ruiz.",
            "Foreign Minister",
            "PE",
        ),
        (
            "Danish Foreign Minister Ida Holm met her counterpart from Peru, Ana Ruiz.",
            "Foreign Minister",
            "PE",
        ),
        (
            "Danish Foreign Minister Ida Holm met Ana Ruiz, her Peruvian counterpart.",
            "Foreign Minister",
            "PE",
        ),
        (
            "Danish Foreign Minister Ida Holm met her Peruvian colleague Ana Ruiz.",
            "Foreign Minister",
            "PE",
        ),
        (
            "Danish Foreign Minister Ida Holm met her Peruvian opposite number, Ana Ruiz.",
            "Foreign Minister",
            "PE",
        ),
        (
            "Danish Prime Minister Ida Holm met her Peruvian counterpart Ana Ruiz.",
            "Prime Minister",
            "PE",
        ),
        (
            "Danish Defence Minister Ida Holm met her Peruvian counterpart Ana Ruiz.",
            "Defence Minister",
            "PE",
        ),
        (
            "Minister of Justice of Denmark Ida Holm met her Peruvian counterpart Ana Ruiz.",
            "Minister of Justice",
            "PE",
        ),
        (
            "Ida Holm, Danish Minister of Justice, met her Peruvian counterpart Ana Ruiz.",
            "Minister of Justice",
            "PE",
        ),
        (
            "Denmark's Ambassador Ida Holm met Peruvian Foreign Minister Ana Ruiz.",
            "Foreign Minister",
            "PE",
        ),
    ],
)
def test_a_counterpart_has_the_office_that_is_meant(words: str, title: str, of: str) -> None:
    found = dict(people_of(words))
    assert list(found) == ["Ida Holm", "Ana Ruiz"]
    assert found["Ana Ruiz"] == [(title, of)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Foreign Ministers Ida Holm of Denmark and Ana Ruiz of Peru spoke.",
            {"Ida Holm": [("Foreign Minister", "DK")], "Ana Ruiz": [("Foreign Minister", "PE")]},
        ),
        (
            "Danish and Peruvian Foreign Ministers Ida Holm and Ana Ruiz spoke.",
            {"Ida Holm": [("Foreign Minister", "DK")], "Ana Ruiz": [("Foreign Minister", "PE")]},
        ),
        (
            "The Foreign Ministers of Denmark and Peru, Ida Holm and Ana Ruiz, spoke.",
            {"Ida Holm": [("Foreign Minister", "DK")], "Ana Ruiz": [("Foreign Minister", "PE")]},
        ),
        (
            "The presidents of Denmark and Peru, Ida Holm and Ana Ruiz, spoke.",
            {"Ida Holm": [("president", "DK")], "Ana Ruiz": [("president", "PE")]},
        ),
        (
            "Defence Ministers Ida Holm (Denmark) and Ana Ruiz (Peru) spoke.",
            {"Ida Holm": [("Defence Minister", "DK")], "Ana Ruiz": [("Defence Minister", "PE")]},
        ),
        (
            "Ambassadors Ida Holm of Denmark and Ana Ruiz of Peru spoke.",
            {"Ida Holm": [("Ambassador", "DK")], "Ana Ruiz": [("Ambassador", "PE")]},
        ),
        (
            "Deputy Ministers Ida Holm of Denmark and Ana Ruiz of Peru spoke.",
            {"Ida Holm": [("Deputy Minister", "DK")], "Ana Ruiz": [("Deputy Minister", "PE")]},
        ),
        (
            "Prime Ministers Ida Holm of Denmark, Ana Ruiz of Peru and Ole Dahl of Norway spoke.",
            {
                "Ida Holm": [("Prime Minister", "DK")],
                "Ana Ruiz": [("Prime Minister", "PE")],
                "Ole Dahl": [("Prime Minister", "NO")],
            },
        ),
    ],
)
def test_a_plural_is_the_office_of_each(words: str, expected: dict[str, Offices]) -> None:
    assert dict(people_of(words)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Deputy Prime Minister and Minister of Trade of Peru Ana Ruiz spoke.",
            [("Deputy Prime Minister", "PE"), ("Minister of Trade", "PE")],
        ),
        (
            "Ana Ruiz, Deputy Prime Minister and Minister of Trade of Peru, spoke.",
            [("Deputy Prime Minister", "PE"), ("Minister of Trade", "PE")],
        ),
        (
            "Peruvian Deputy Prime Minister and Trade Minister Ana Ruiz spoke.",
            [("Deputy Prime Minister", "PE"), ("Trade Minister", "PE")],
        ),
        (
            "Peru's Deputy Prime Minister and Minister of Trade, Ana Ruiz, spoke.",
            [("Deputy Prime Minister", "PE"), ("Minister of Trade", "PE")],
        ),
        (
            "Prime Minister and Minister of Finance of Peru Ana Ruiz spoke.",
            [("Prime Minister", "PE"), ("Minister of Finance", "PE")],
        ),
        (
            "Ana Ruiz, Peru's Vice President and Minister of Mines, spoke.",
            [("Vice President", "PE"), ("Minister of Mines", "PE")],
        ),
        (
            "Deputy Chairman of the Council, Minister of Trade of Peru Ana Ruiz spoke.",
            [("Deputy Chairman of the Council", "PE"), ("Minister of Trade", "PE")],
        ),
    ],
)
def test_two_offices_of_one_person(words: str, expected: Offices) -> None:
    assert people_of(words) == [("Ana Ruiz", expected)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Minister of Trade and Industry of Peru Ana Ruiz spoke.",
            [("Minister of Trade and Industry", "PE")],
        ),
        (
            "Minister of Trade, Industry and Tourism of Peru Ana Ruiz spoke.",
            [("Minister of Trade, Industry and Tourism", "PE")],
        ),
        (
            "Ana Ruiz, Minister of Women, Family and Children of Peru, spoke.",
            [("Minister of Women, Family and Children", "PE")],
        ),
        (
            "Minister for Europe and Foreign Affairs of France Ana Ruiz spoke.",
            [("Minister for Europe and Foreign Affairs", "FR")],
        ),
        (
            "Peruvian Minister of Transport and Communications Ana Ruiz spoke.",
            [("Minister of Transport and Communications", "PE")],
        ),
        (
            "Ana Ruiz, the Minister of Mines and Energy, spoke.",
            [("Minister of Mines and Energy", None)],
        ),
        (
            "Secretary for Foreign and Commonwealth Affairs Ana Ruiz spoke.",
            [("Secretary for Foreign and Commonwealth Affairs", None)],
        ),
    ],
)
def test_a_field_of_several_words_is_one_office(words: str, expected: Offices) -> None:
    assert people_of(words) == [("Ana Ruiz", expected)]


@pytest.mark.parametrize(
    ("words", "name", "party"),
    [
        ("The Peruvian delegation was led by Minister Ana Ruiz.", "Ana Ruiz", "PE"),
        ("The delegation of Peru was headed by Minister Ana Ruiz.", "Ana Ruiz", "PE"),
        ("Minister Ana Ruiz led the Peruvian delegation.", "Ana Ruiz", "PE"),
        ("Peru was represented by Minister Ana Ruiz.", "Ana Ruiz", "PE"),
        ("The Peruvian side was represented by Minister Ana Ruiz.", "Ana Ruiz", "PE"),
        ("From the Peruvian side, Minister Ana Ruiz spoke.", "Ana Ruiz", "PE"),
        ("On the Peruvian side, Minister Ana Ruiz spoke.", "Ana Ruiz", "PE"),
        ("For Peru, Minister Ana Ruiz signed.", "Ana Ruiz", "PE"),
        ("Peru: Minister Ana Ruiz.", "Ana Ruiz", "PE"),
        ("Minister Ana Ruiz (Peru) spoke.", "Ana Ruiz", "PE"),
        ("Peru's Ana Ruiz spoke.", "Ana Ruiz", "PE"),
        ("ASEAN was represented by Secretary-General Ana Ruiz.", "Ana Ruiz", "ASEAN"),
        ("Minister Ana Ruiz spoke of Peru.", "Ana Ruiz", None),
        ("Minister Ana Ruiz praised the delegation of Peru.", "Ana Ruiz", None),
        ("In Peru, Minister Ana Ruiz rested.", "Ana Ruiz", None),
        ("Minister Ana Ruiz was born in Peru.", "Ana Ruiz", None),
    ],
)
def test_for_whom_a_person_speaks(words: str, name: str, party: str | None) -> None:
    _, found = read(words)
    assert [(person.name, person.party) for person in found.persons] == [(name, party)]

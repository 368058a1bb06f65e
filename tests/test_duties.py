"""Offices that a clause says by what a person does, and seats told beside them."""

from __future__ import annotations

import pytest

from tests.reading import people_of

Rows = list[tuple[str, str | None]]
TRADE = [("Minister of Trade", None)]


def offices_of(words: str, name: str = "Ana Paz") -> Rows:
    return [office for one, offices in people_of(words) if one == name for office in offices]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # at the head of a house
        ("Dr Ana Paz, who heads the Customs Committee, spoke.", ("Customs Committee", None)),
        ("Dr Ana Paz, who heads Peru's Customs Committee, spoke.", ("Customs Committee", "PE")),
        (
            "Dr Ana Paz, who leads the Peruvian Ministry of Trade, spoke.",
            ("Ministry of Trade", "PE"),
        ),
        (
            "Dr Ana Paz, who also runs the Federal Agency for Water of Peru, and others came.",
            ("Federal Agency for Water", "PE"),
        ),
        ("Dr Ana Paz, who directs the State Bank, came.", ("State Bank", None)),
    ],
)
def test_heads_of_houses(words: str, expected: tuple[str, str | None]) -> None:
    body, of = expected
    assert offices_of(words) == [(f"head of the {body}", of)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # portfolios
        ("Dr Ana Paz, who holds the portfolio of Trade, spoke.", TRADE),
        ("Dr Ana Paz, who has the Trade portfolio, spoke.", TRADE),
        ("Dr Ana Paz, whose portfolio is Trade, spoke.", TRADE),
        ("Dr Ana Paz, who holds the trade portfolio, spoke.", [("trade minister", None)]),
        (
            "Dr Ana Paz, whose brief covers Trade and Industry, spoke.",
            [("Minister of Trade and Industry", None)],
        ),
        (
            "Dr Ana Paz, who holds the portfolio of Trade, Industry and Mines, spoke.",
            [("Minister of Trade, Industry and Mines", None)],
        ),
        (
            "Dr Ana Paz, who holds the trade portfolio, spoke for Peru.",
            [("trade minister", "PE")],
        ),
        # posts together
        (
            "Dr Ana Paz, who combines the posts of Deputy Prime Minister and Minister of Trade.",
            [("Deputy Prime Minister", None), ("Minister of Trade", None)],
        ),
        (
            "Ana Paz, who holds the offices of Minister of Trade and Minister of Mines, came.",
            [("Minister of Trade", None), ("Minister of Mines", None)],
        ),
        ("Dr Ana Paz, who doubles as Minister of Trade, spoke.", TRADE),
        # who advises
        (
            "Dr Ana Paz, who advises the President on Foreign Affairs, came.",
            [("adviser to the President on Foreign Affairs", None)],
        ),
        (
            "Dr Ana Paz, who advises the Prime Minister, came.",
            [("adviser to the Prime Minister", None)],
        ),
        # seats
        (
            "Ana Paz sat for Peru (Minister of Trade and, besides, Minister of Mines).",
            [("Minister of Trade", "PE"), ("Minister of Mines", "PE")],
        ),
        ("Ana Paz spoke for Peru (Minister of Trade).", [("Minister of Trade", "PE")]),
        # what is no office
        ("Dr Ana Paz, who heads the list, spoke.", []),
        ("Dr Ana Paz, who left the Customs Committee, spoke.", []),
        ("Dr Ana Paz, who criticised the Ministry of Trade, spoke.", []),
        ("Dr Ana Paz, who praised the trade portfolio, spoke.", []),
        ("Dr Ana Paz, whose interest is Trade, spoke.", []),
        ("Dr Ana Paz, whose brother heads the Customs Committee, spoke.", []),
        ("Dr Ana Paz, who met the President on Foreign Affairs, came.", []),
        ("Dr Ana Paz heads a list of Peru (see there).", []),
        ("The Ministry, which heads the Customs Committee, and Dr Ana Paz spoke.", []),
    ],
)
def test_what_a_person_does(words: str, expected: Rows) -> None:
    assert offices_of(words) == expected


def test_two_who_head_the_same_house_of_two_countries() -> None:
    words = (
        "It was led by Ana Paz and Luis Rojas, who head the Customs Committee of Peru and Chile."
    )
    title = "head of the Customs Committee"
    assert offices_of(words) == [(title, "PE")]
    assert offices_of(words, "Luis Rojas") == [(title, "CL")]


@pytest.mark.parametrize(
    ("words", "of"),
    [
        # a capital stands for its country
        ("They had come: from Lima, Minister Ana Paz; from Rome, Eva Rey.", "PE"),
        ("For Lima, Minister Ana Paz spoke.", "PE"),
        ("Lima was represented by its Minister Ana Paz.", "PE"),
        ("Rome was represented by Eva Rey, Lima by Minister Ana Paz.", "PE"),
        ("Lima sent Minister Ana Paz.", "PE"),
        ("Peru was present in the person of Minister Ana Paz.", "PE"),
        ("Chile was there in the person of Eva Rey, Peru in that of Minister Ana Paz.", "PE"),
        ("Peru's seat was taken by Minister Ana Paz.", "PE"),
        ("Peru was spoken for by the Minister, Ana Paz.", "PE"),
        ("For the Peruvian party it was signed by Minister Ana Paz.", "PE"),
        # a city does not, nor a capital where one is, goes to or comes from
        ("They had come: from Cusco, Minister Ana Paz; from Turin, Eva Rey.", None),
        ("From Lima, Minister Ana Paz flew to Rome.", None),
        ("In Lima, Minister Ana Paz opened it.", None),
        ("The talks in Lima were led by Minister Ana Paz.", None),
        ("After Lima, Minister Ana Paz went to Rome.", None),
        ("It ended in Lima, Minister Ana Paz said.", None),
        ("Peru took an interest in that of Minister Ana Paz.", None),
    ],
)
def test_capitals_and_seats(words: str, of: str | None) -> None:
    assert {owner for _, owner in offices_of(f"Ana Paz was there. {words}")} == {of}

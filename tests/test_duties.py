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


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        # one of several
        (
            "Ana Paz is one of the co-chairmen of the Council.",
            "Ana Paz",
            "co-chairman of the Council",
        ),
        ("Ana Paz, who was one of the ministers of Peru, spoke.", "Ana Paz", "minister"),
        ("Ana Paz wrote to one of the co-chairmen of the Council.", "Ana Paz", None),
        # the same office
        (
            "Ana Paz, Minister of Trade of Peru, and Eva Rey, who holds the same office in Chile.",
            "Eva Rey",
            "Minister of Trade",
        ),
        (
            "Ana Paz, Minister of Trade of Peru, and Eva Rey, who holds the same view in Chile.",
            "Eva Rey",
            None,
        ),
        # who took part
        ("The ministers who took part, Ana Paz and Eva Rey, spoke.", "Eva Rey", "minister"),
        ("The ministers present, Ana Paz and Eva Rey, spoke.", "Eva Rey", "minister"),
        ("The ministers said that in Lima, Ana Paz and Eva Rey spoke.", "Eva Rey", None),
        # names that are words of offices
        (
            "H.E. Dr. Ana Lawrence Tax, Secretary of Trade, spoke.",
            "Ana Lawrence Tax",
            "Secretary of Trade",
        ),
    ],
)
def test_offices_told_of_several(words: str, name: str, expected: str | None) -> None:
    titles = [title for title, _ in offices_of(f"{words} Eva Rey was there.", name)]
    assert titles == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("words", "of"),
    [
        (
            "Commissioner Ana Paz of the Royal Fisheries Authority spoke.",
            "Royal Fisheries Authority",
        ),
        ("Governor Ana Paz of Loja spoke.", "Loja"),
        ("Mayor Ana Paz of Lima spoke.", "Lima"),
        ("President Ana Paz of the Republic of Peru spoke.", "PE"),
        # a minister is none of a house, and of no city
        ("Minister Ana Paz of the Water Authority spoke.", None),
        ("Minister Ana Paz of Loja spoke.", None),
        # commissioners of the union, where it is named
        ("The EU spoke through Commissioner Ana Paz.", "EU"),
        ("The town spoke through Commissioner Ana Paz.", None),
        # the staff of one organisation
        ("Eva Rey, Director-General of WHO, and the Regional Director, Ana Paz, spoke.", "WHO"),
        ("Eva Rey, Director-General of WHO, and the Health Minister, Ana Paz, spoke.", None),
    ],
)
def test_houses_and_their_staff(words: str, of: str | None) -> None:
    assert [owner for _, owner in offices_of(words)] == [of]


def test_commissioners_by_family_name_and_field() -> None:
    words = "Commissioners Grane (Climate Action), Lund (Trade and Rural Policy) and Poul (Energy)."
    found = dict(people_of(words))
    assert sorted(found) == ["Grane", "Lund", "Poul"]
    assert found["Lund"] == [("Commissioner (Trade and Rural Policy)", None)]


def test_a_spokesman_named_in_the_heading_and_as_the_speaker() -> None:
    words = "Eva Rey: I can. It will be in Lima."
    heading = "Spokesperson Eva Rey's Remarks on the Conference\n\n"
    assert people_of(words, heading)[0] == ("Eva Rey", [("Spokesperson", None)])
    assert people_of("I can. It will be in Lima.", heading) == []

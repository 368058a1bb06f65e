"""Cities of all regions in running text, with the country they imply, and their look-alikes."""

from __future__ import annotations

import pytest

from kg.document import segment
from kg.mentions.places import find
from kg.model import Article

Placed = tuple[str, str | None]


def placed(words: str) -> list[Placed]:
    return [(m.name, m.country) for m in find(segment(Article("a", words)))]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Abidjan", "CI"),
        ("Addis Ababa", "ET"),
        ("Almaty", "KZ"),
        ("Antananarivo", "MG"),
        ("Apia", "WS"),
        ("Ashgabat", "TM"),
        ("Bamako", "ML"),
        ("Bangkok", "TH"),
        ("Belgrade", "RS"),
        ("Bishkek", "KG"),
        ("Bogotá", "CO"),
        ("Brasília", "BR"),
        ("Bridgetown", "BB"),
        ("Bujumbura", "BI"),
        ("Cairo", "EG"),
        ("Cartagena", "CO"),
        ("Casablanca", "MA"),
        ("Colombo", "LK"),
        ("Dakar", "SN"),
        ("Damascus", "SY"),
        ("Dhaka", "BD"),
        ("Dubrovnik", "HR"),
        ("Dushanbe", "TJ"),
        ("Entebbe", "UG"),
        ("Fortaleza", "BR"),
        ("Gdańsk", "PL"),
        ("Guayaquil", "EC"),
        ("Hanoi", "VN"),
        ("Harare", "ZW"),
        ("Helsinki", "FI"),
        ("Islamabad", "PK"),
        ("Issyk-Kul", "KG"),
        ("Jakarta", "ID"),
        ("Jeddah", "SA"),
        ("Kampala", "UG"),
        ("Kathmandu", "NP"),
        ("Kingston", "JM"),
        ("Kinshasa", "CD"),
        ("Lilongwe", "MW"),
        ("Lomé", "TG"),
        ("Luang Prabang", "LA"),
        ("Luanda", "AO"),
        ("Managua", "NI"),
        ("Maputo", "MZ"),
        ("Marrakech", "MA"),
        ("Mbabane", "SZ"),
        ("Minsk", "BY"),
        ("Mombasa", "KE"),
        ("Nicosia", "CY"),
        ("Ohrid", "MK"),
        ("Osaka", "JP"),
        ("Paramaribo", "SR"),
        ("Port Vila", "VU"),
        ("Pretoria", "ZA"),
        ("Rabat", "MA"),
        ("Samarkand", "UZ"),
        ("Sarajevo", "BA"),
        ("Seoul", "KR"),
        ("Skopje", "MK"),
        ("Tallinn", "EE"),
        ("Tehran", "IR"),
        ("Tirana", "AL"),
        ("Vilnius", "LT"),
        ("Windhoek", "NA"),
        ("Yaoundé", "CM"),
        ("Yerevan", "AM"),
        ("Zagreb", "HR"),
    ],
)
def test_a_city_implies_its_country(name: str, country: str) -> None:
    assert placed(f"The ministers met in {name} on Monday.") == [(name, country)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("They met in Lusaka, Zambia.", [("Lusaka", "ZM")]),
        ("They met in Lusaka (Zambia).", [("Lusaka", "ZM")]),
        ("They met in the Zambian capital, Lusaka.", [("Lusaka", "ZM")]),
        ("They met in Zambia's capital Lusaka.", [("Lusaka", "ZM")]),
        ("They flew from Lusaka to Harare.", [("Lusaka", "ZM"), ("Harare", "ZW")]),
        ("They met in Lusaka and Harare.", [("Lusaka", "ZM"), ("Harare", "ZW")]),
        ("LUSAKA, May 3 - They met.", [("Lusaka", "ZM")]),
        ("Lusaka hosted them.", [("Lusaka", "ZM")]),
        ("They met at Lusaka's largest hall.", [("Lusaka", "ZM")]),
        ("They met in San José, Costa Rica.", [("San José", "CR")]),
        ("They met in Georgetown, Guyana.", [("Georgetown", "GY")]),
        ("They met in Hyderabad, Pakistan.", [("Hyderabad", "PK")]),
        ("They met in Valencia, Spain.", [("Valencia", "ES")]),
    ],
)
def test_cities_in_a_sentence(words: str, expected: list[Placed]) -> None:
    assert placed(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "They upheld the Lusaka Protocol.",
        "They spoke of the Kampala Declaration.",
        "They cited the Abuja Treaty.",
        "They read the Jakarta Post.",
        "They follow the Nairobi Process.",
        "They recalled the Geneva Conventions.",
        "They studied at Helsinki University.",
        "It was noon, Tashkent time.",
        "It was a nice day.",
        "The bath was warm.",
        "They read a book of cork.",
        "A man of reading came.",
    ],
)
def test_what_only_bears_the_name_of_a_city(words: str) -> None:
    assert placed(words) == []


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("They met in Lusaka, Zambia, on Monday.", "Lusaka, Zambia"),
        ("They met in Lusaka (Zambia) on Monday.", "Lusaka (Zambia)"),
        ("They met in Lusaka on Monday.", "Lusaka"),
        ("They met in Lusaka, Malawi's ministers said.", "Lusaka"),
    ],
)
def test_a_mention_quotes_the_country_beside_it(words: str, quoted: str) -> None:
    (mention,) = find(segment(Article("a", words)))
    assert words[mention.start : mention.end] == quoted

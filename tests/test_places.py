"""Places in a text: cities with their country, and what only bears the name of one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import document, lexicon
from kg.mentions import places
from kg.model import Article

Placed = tuple[str, str | None]


def find(text: str) -> list[Placed]:
    """Return name and country of each place in a text."""
    found = document.segment(Article("test", text))
    return [(m.name, m.country) for m in places.find(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Tashkent.", [("Tashkent", "UZ")]),
        ("TASHKENT, June 3. Ministers met.", [("Tashkent", "UZ")]),
        ("talks in Vientiane, Laos", [("Vientiane", "LA")]),
        ("talks in Vientiane (Laos)", [("Vientiane", "LA")]),
        ("in Moscow, Russian Federation", [("Moscow", "RU")]),
        ("in Abuja, the Federal Republic of Nigeria", [("Abuja", "NG")]),
        ("in Washington, D.C. on Monday", [("Washington, D.C.", "US")]),
        ("in Washington DC on Monday", [("Washington DC", "US")]),
        ("in St. Petersburg", [("St. Petersburg", "RU")]),
        ("in Nur-Sultan and in Kiev", [("Nur-Sultan", "KZ"), ("Kiev", "UA")]),
        ("in Sharm El-Sheikh", [("Sharm El-Sheikh", "EG")]),
        ("in Cancún and in Cancun", [("Cancún", "MX"), ("Cancun", "MX")]),
        ("Moscow and Tashkent agreed", [("Moscow", "RU"), ("Tashkent", "UZ")]),
        ("the Delhi-Dhaka line", [("Delhi", "IN"), ("Dhaka", "BD")]),
        ("the Strasbourg/Kehl summit", [("Strasbourg/Kehl", None)]),
        ("the Lyon/Marseille talks", [("Lyon/Marseille", "FR")]),
        ("the Qingdao summit", [("Qingdao", "CN")]),
    ],
)  # fmt: skip
def test_cities(text: str, expected: list[Placed]) -> None:
    assert find(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("in Vientiane, Laos, they", "Vientiane, Laos"),
        ("in Vientiane (Laos) they", "Vientiane (Laos)"),
        ("in Vientiane, Thailand and", "Vientiane"),
        ("in Vientiane, Lao officers", "Vientiane"),
        ("at the Kremlin, Moscow.", "Moscow"),
    ],
)
def test_a_mention_takes_the_country_that_follows(text: str, words: str) -> None:
    found = places.find(document.segment(Article("test", text)))
    assert [text[m.start : m.end] for m in found] == [words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Singapore", [("Singapore", "SG")]),
        ("Singapore's minister", []),
        ("Singapore and Malaysia agreed", []),
        ("at Luxembourg", [("Luxembourg", "LU")]),
        ("in Nice", [("Nice", "FR")]),
        ("Nice work was done", []),
        ("Nice, France, hosted them", [("Nice", "FR")]),
        ("President Santiago Perada left", []),
        ("He flew to Santiago", [("Santiago", "CL")]),
        ("in Santiago Perada's view", []),
        ("Sofia Lindqvist spoke in Sofia on Monday", [("Sofia", "BG")]),
        ("in Sofia Monday", [("Sofia", "BG")]),
        ("Mr London spoke", []),
        ("Jack London wrote", []),
        ("Milan Novak went to Milan", [("Milan", "IT")]),
        ("Clark city, the Philippines, hosted them", [("Clark", "PH")]),
        ("Clark spoke of the Philippines", []),
    ],
)
def test_names_that_are_words_or_persons_need_a_context(text: str, expected: list[Placed]) -> None:
    assert find(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the Vienna Convention and the Geneva Conventions",
        "the Treaty of Rome and the Convention of Lima",
        "the Tashkent Declaration and the Minsk Agreements",
        "the Kyoto Protocol, the Paris Agreement",
        "the Minsk Group and the Paris Club",
        "the Shanghai Cooperation Organisation",
        "the Shanghai Spirit",
        "the Washington Post and the Moscow Times",
        "at 10.00 Moscow time",
        "the Colombo Plan",
        "Samarkand State University and Moscow State Technical University",
        "at Dushanbe International Airport",
        "Hyderabad House",
        "Parisian and Londoners, Berliner",
        "tashkent in small letters",
        "",
    ],
)
def test_what_only_bears_the_name_of_a_city(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Hyderabad", ("Hyderabad", "IN")),
        ("in Hyderabad, Pakistan", ("Hyderabad", "PK")),
        ("Pakistan hosted them in Hyderabad", ("Hyderabad", "PK")),
        ("India and Pakistan met in Hyderabad", ("Hyderabad", "IN")),
        ("Lebanon hosted them in Tripoli", ("Tripoli", "LB")),
        ("in Tripoli", ("Tripoli", "LY")),
        ("Spain hosted them in Cordoba", ("Cordoba", "ES")),
    ],
)
def test_namesakes_lie_in_the_country_that_the_text_names(text: str, expected: Placed) -> None:
    assert find(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in the Armenian town of Loriberd", [("Loriberd", "AM")]),
        ("in the Armenian resort town of Loriberd on Friday", [("Loriberd", "AM")]),
        ("to the port city of Karvel Bay", [("Karvel Bay", None)]),
        ("in Loriberd, Armenia, on 5 May", [("Loriberd", "AM")]),
        ("in Loriberd (Armenia)", [("Loriberd", "AM")]),
        ("in Vila do Marno, Portugal", [("Vila do Marno", "PT")]),
        ("the city of Moscow", [("Moscow", "RU")]),
        ("the talks in Loriberd on 5 May", [("Loriberd", None)]),
        ("The session was held in Karvel Bay.", [("Karvel Bay", None)]),
        ("Karvel lies inland; a summit in Karvel, they said", [("Karvel", None)]),
        ("a meeting in Parliament on Monday", []),
        ("held in Spanish.", []),
        ("talks in Central Asia on Monday", []),
        ("held in Tashkent on Monday", [("Tashkent", "UZ")]),
        ("in Europe, China and Russia", []),
        ("In Loriberd, Armenia and Georgia met", []),
        ("in Iran, Iraq", []),
        ("In March, Turkey said", []),
        ("in Parliament, India said", []),
        ("the city of tomorrow", []),
        ("in the Ministry, Armenia said", []),
    ],
)
def test_settlements_that_no_list_knows(text: str, expected: list[Placed]) -> None:
    assert find(text) == expected


def test_rule_tells_listed_from_described() -> None:
    found = places.find(document.segment(Article("test", "in Lima and the town of Karvel")))
    assert [(m.name, m.rule) for m in found] == [("Lima", "city"), ("Karvel", "described")]


FIRM = sorted(
    (c.name, c.country)
    for c in lexicon.cities()
    if not c.weak and lexicon.city(c.name) == c and lexicon.country_of_name(c.name) is None
)


@given(st.lists(st.sampled_from(FIRM), min_size=1, max_size=6))
def test_every_city_of_a_list_is_found(chosen: list[Placed]) -> None:
    text = "; ".join(str(name) for name, _ in chosen)
    assert [name for name, _ in find(text)] == [name for name, _ in chosen]


@given(st.text(alphabet="in Nice,Paris/Lima(FranceofcityTho)'- .", max_size=120))
def test_mentions_stand_in_order_within_the_text(text: str) -> None:
    found = places.find(document.segment(Article("test", text)))
    assert [m.start for m in found] == sorted(m.start for m in found)
    assert all(0 <= m.start < m.end <= len(text) for m in found)

"""Names of persons as the languages of the world build them, and what only looks like one."""

from __future__ import annotations

import pytest

from kg.model import Article
from kg.pipeline import extract
from tests.reading import people_of
from tests.reports import facts


@pytest.mark.parametrize(
    "name",
    [
        # Latin
        "María José Valverde",
        "Juan Carlos de la Torre",
        "João da Silva Pinto",
        "António dos Santos",
        "Renata von Hagen",
        "Willem van der Meer",
        "Jean-Luc Charpentier",
        "Anne-Marie D'Arcy",
        "Seán O'Donoghue",
        "Fiona McAllister",
        "Luca Dell'Acqua",
        "Þórdís Gunnarsdóttir",
        "Łukasz Wiśniewski",
        "Zdeněk Dvořáček",
        "Ştefan Ionescu",
        "Gergely Szőke",
        "Ağca Yıldırım",
        "Inés Muñoz-Reja",
        # with initials
        "A. K. Sharma",
        "J.P. Wickremaratne",
        "Robert F. Allison",
        "S. M. Rahman Khan",
        "M. J. Akintola",
        # Arabic, Persian, Turkic
        "Abdullah bin Rashid Al Marri",
        "Faisal Al-Otaibi",
        "Ahmed Ould Sidi",
        "Khalid ibn Walid Haddad",
        "Abdel Fattah Mansour",
        "Mohammad Reza Karimi",
        "Aybek Mamatov",
        "Gulnara Berdimuratova",
        "Sherzod Ne'matov",
        # South and South-East Asian
        "Lakshmi Narayanan",
        "Bhim Bahadur Thapa",
        "Tshering Wangchuk",
        "Aung Kyaw Zin",
        "Nguyen Thi Lan",
        "Somsak Phongphaichit",
        "Soekarno Wibowo",
        # East Asian
        "Kim Min-jun",
        "Park Seo-yeon",
        "Zhang Weiming",
        "Hiroshi Yamagata",
        "Batbayar Tsend",
        # African
        "Oluwaseun Adeyemi",
        "Thandiwe Dlamini",
        "Haile Tesfaye",
        "Ng'ang'a Mwangi",
        "Jean de Dieu Nzeyimana",
        "N'Guessan Konan",
        # Pacific
        "Tevita Fakafanua",
        "Sitiveni Vakaloloma",
        # with a part that is also a word of offices or an honorific
        "Tea Sokha",
        "Ng Eng Seng",
    ],
)
def test_a_name_is_taken_whole(name: str) -> None:
    assert people_of(f"Foreign Minister {name} opened the exhibition.") == [
        (name, [("Foreign Minister", None)])
    ]


@pytest.mark.parametrize(
    ("honorific", "name"),
    [
        ("Mr.", "Kofi Boadu"),
        ("Mrs", "Ama Boadu"),
        ("Ms.", "Ama Boadu"),
        ("Dr.", "Kofi Boadu"),
        ("Prof.", "Kofi Boadu"),
        ("Professor", "Kofi Boadu"),
        ("H.E.", "Kofi Boadu"),
        ("H.E. Mr.", "Kofi Boadu"),
        ("H. E. Dr.", "Kofi Boadu"),
        ("His Excellency Mr", "Kofi Boadu"),
        ("Her Excellency", "Ama Boadu"),
        ("Hon.", "Kofi Boadu"),
        ("Hon. Dr.", "Kofi Boadu"),
        ("the Honourable", "Kofi Boadu"),
        ("the Right Honourable", "Kofi Boadu"),
        ("Sir", "Kofi Boadu"),
        ("Dame", "Ama Boadu"),
        ("General", "Kofi Boadu"),
        ("Lieutenant General", "Kofi Boadu"),
        ("Major-General", "Kofi Boadu"),
        ("Colonel", "Kofi Boadu"),
        ("Admiral", "Kofi Boadu"),
        ("Brigadier General", "Kofi Boadu"),
        ("Captain", "Kofi Boadu"),
        ("Sheikh", "Kofi Boadu"),
        ("Madam", "Ama Boadu"),
        ("Gen. (ret.)", "Kofi Boadu"),
    ],
)
def test_an_honorific_or_rank_is_no_part_of_the_name(honorific: str, name: str) -> None:
    found = people_of(f"Ghana's Minister of Defence, {honorific} {name}, opened the exhibition.")
    assert found == [(name, [("Minister of Defence", "GH")])]


@pytest.mark.parametrize(
    "words",
    [
        # places and buildings
        "The delegates visited Victoria Falls and Lake Albert.",
        "They walked down Nelson Mandela Avenue.",
        "The flight landed at Jomo Kenyatta International Airport.",
        "A wreath was laid at the Patrice Lumumba Monument.",
        "Students of Cheikh Anta Diop University sang.",
        "The Simón Bolívar Hall was full.",
        "Port Elizabeth and San José are twinned.",
        "The reception at Blair House was short.",
        # organisations, firms, programmes
        "The Konrad Adenauer Foundation paid for the lunch.",
        "Boeing and Rolls Royce showed their engines.",
        "The Erasmus Mundus programme was praised.",
        "Standard Chartered Bank sent a note.",
        "The Clinton Foundation has a stand there.",
        "The Nobel Peace Prize was awarded in Oslo.",
        # documents and ideas
        "The Marshall Plan was recalled.",
        "The Monroe Doctrine came up.",
        "The Paris Agreement and the Kyoto Protocol were named.",
        # things with capitals
        "Tropical Storm Julia hit the coast.",
        "Operation Desert Eagle was over.",
        "Happy New Year and Merry Christmas to all.",
        "Good Friday and Easter Monday are holidays.",
        "Black Sea grain was on sale.",
        "Blue Economy and Green Growth were the slogans.",
        "The Silk Road and the Middle Corridor were drawn on a map.",
        "Foreign Ministry and State Department agreed on the date.",
        "Joint Statement and Press Release were printed.",
        "Regional Security and Trade Cooperation are words of the day.",
    ],
)
def test_what_has_capitals_is_not_yet_a_person(words: str) -> None:
    assert people_of(words) == []


@pytest.mark.parametrize(
    ("first", "later", "name", "aliases"),
    [
        (
            "Peruvian Foreign Minister Rosa Quispe Mamani",
            "Quispe Mamani",
            "Rosa Quispe Mamani",
            ("Quispe Mamani",),
        ),
        ("Peruvian Foreign Minister Rosa Quispe", "Ms. Quispe", "Rosa Quispe", ("Quispe",)),
        ("Peruvian Foreign Minister Rosa Quispe", "Minister Quispe", "Rosa Quispe", ("Quispe",)),
        (
            "Peruvian Foreign Minister Rosa Quispe",
            "The Foreign Minister, Rosa Quispe,",
            "Rosa Quispe",
            (),
        ),
        ("Dutch Foreign Minister Pieter van Dam", "Van Dam", "Pieter van Dam", ("Van Dam",)),
        ("Korean Foreign Minister Kim Min-jun", "Kim", "Kim Min-jun", ("Kim",)),
        ("Korean Foreign Minister Kim Min-jun", "Minister Kim", "Kim Min-jun", ("Kim",)),
        ("Chinese Foreign Minister Zhang Weiming", "Zhang", "Zhang Weiming", ("Zhang",)),
        ("Indian Foreign Minister A. K. Sharma", "Sharma", "A. K. Sharma", ("Sharma",)),
        ("Qatari Foreign Minister Hamad Al-Kuwari", "Al-Kuwari", "Hamad Al-Kuwari", ("Al-Kuwari",)),
        ("Ugandan Foreign Minister Grace Akello", "Hon. Akello", "Grace Akello", ("Akello",)),
    ],
)
def test_a_short_form_is_an_alias(
    first: str, later: str, name: str, aliases: tuple[str, ...]
) -> None:
    text = f"{first} took part in the meeting. {later} spoke of dams."
    (person,) = facts(text).persons
    assert (person.name, person.aliases) == (name, aliases)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Foreign Minister Rosa Quispe of Peru and Trade Minister Luis Quispe of Bolivia spoke.",
            ["Rosa Quispe", "Luis Quispe"],
        ),
        (
            "President Omar Bah of the Gambia and Omar Bah, his spokesman, smiled.",
            ["Omar Bah"],
        ),
        (
            "President Ion Rusu met Maria Rusu, Foreign Minister of Moldova.",
            ["Ion Rusu", "Maria Rusu"],
        ),
        (
            "Prime Minister Nikol Asatryan and Foreign Minister Aram Asatryan arrived.",
            ["Nikol Asatryan", "Aram Asatryan"],
        ),
    ],
)
def test_two_of_one_family_are_two(words: str, names: list[str]) -> None:
    found = extract(Article("a", f"A report from the region\n\n{words}\n", published="2020-03-02"))
    assert [person.name for person in found.persons] == names


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Foreign Minister Rosa QUISPE spoke.", "Rosa QUISPE"),
        ("Foreign Minister QUISPE Rosa spoke.", "QUISPE Rosa"),
        ("Foreign Minister  Rosa   Quispe spoke.", "Rosa Quispe"),
        ("Foreign Minister Rosa Quispe's speech was short.", "Rosa Quispe"),
        ("Foreign Minister Rosa Quispe’s speech was short.", "Rosa Quispe"),
        ("“Foreign Minister Rosa Quispe spoke.”", "Rosa Quispe"),
        ("Foreign Minister Rosa Quispe, 61, spoke.", "Rosa Quispe"),
        ("Foreign Minister Rosa Quispe: we agree.", "Rosa Quispe"),
    ],
)
def test_a_name_survives_its_print(words: str, name: str) -> None:
    assert [found for found, _ in people_of(words)] == [name]

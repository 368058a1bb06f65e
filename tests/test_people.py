"""Persons: what binds a name to an office and whose the office is."""

from __future__ import annotations

import pytest

from tests.reading import people_of, read

Rows = list[tuple[str, list[tuple[str, str | None]]]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # office before name
        ("President of Ghana Kofi Mensah spoke.", [("Kofi Mensah", [("President", "GH")])]),
        ("Ghanaian President Kofi Mensah spoke.", [("Kofi Mensah", [("President", "GH")])]),
        ("Ghana's President, Kofi Mensah, spoke.", [("Kofi Mensah", [("President", "GH")])]),
        (
            "Deputy Prime Minister and Minister of Finance of Fiji Seru Vula spoke.",
            [("Seru Vula", [("Deputy Prime Minister", "FJ"), ("Minister of Finance", "FJ")])],
        ),
        (
            "Assistant to the President - the Secretary of the Security Council of Mongolia"
            " B. Bat spoke.",
            [
                (
                    "B. Bat",
                    [
                        ("Assistant to the President", "MN"),
                        ("Secretary of the Security Council", "MN"),
                    ],
                )
            ],
        ),
        # name before office
        (
            "H.E. Mr. Kofi Mensah, President of the Republic of Ghana, spoke.",
            [("Kofi Mensah", [("President", "GH")])],
        ),
        (
            "Kofi Mensah, NATO Secretary General, spoke.",
            [("Kofi Mensah", [("Secretary General", "NATO")])],
        ),
        (
            "Kofi Mensah (Minister of Trade, Ghana) spoke.",
            [("Kofi Mensah", [("Minister of Trade", "GH")])],
        ),
        (
            "Kofi Mensah, Chairman & Managing Director of GNSL (Ghana), signed.",
            [("Kofi Mensah", [("Chairman", "GNSL"), ("Managing Director", "GNSL")])],
        ),
        (
            "Kofi Mensah, Registrar General, Supreme Court of Ghana, signed.",
            [("Kofi Mensah", [("Registrar General, Supreme Court", "GH")])],
        ),
        (
            "Kofi Mensah, Foreign Minister of Ghana and, for 2015, OSCE"
            " Chairperson-in-Office, spoke.",
            [("Kofi Mensah", [("Foreign Minister", "GH"), ("Chairperson-in-Office", "OSCE")])],
        ),
        # on both sides
        (
            "Crown Prince Faisal bin Omar, deputy premier and minister of defense, spoke.",
            [
                (
                    "Faisal bin Omar",
                    [
                        ("Crown Prince", None),
                        ("deputy premier", None),
                        ("minister of defense", None),
                    ],
                )
            ],
        ),
        (
            "H.E. Ambassador Awa Diallo, AU Commissioner for Infrastructure, spoke.",
            [("Awa Diallo", [("Commissioner for Infrastructure", "AU")])],
        ),
        (
            "President Ann Marlow of the United States spoke.",
            [("Ann Marlow", [("President", "US")])],
        ),
        (
            "In the chair was Deputy Prime Minister – Minister of Foreign Affairs of"
            " Mongolia B. Bat.",
            [
                (
                    "B. Bat",
                    [("Deputy Prime Minister", "MN"), ("Minister of Foreign Affairs", "MN")],
                )
            ],
        ),
        (
            "Mr B. Bat, Deputy Chairman of the Cabinet of Ministers, Minister of Foreign Affairs of"
            " Mongolia, spoke.",
            [
                (
                    "B. Bat",
                    [
                        ("Deputy Chairman of the Cabinet of Ministers", "MN"),
                        ("Minister of Foreign Affairs", "MN"),
                    ],
                )
            ],
        ),
        (
            "Chad's transitional president, General Omar Issa, spoke.",
            [("Omar Issa", [("transitional president", "TD")])],
        ),
        (
            "Kuwait's Sheikh Salem Al-Noor, Minister of Foreign Affairs, spoke.",
            [("Salem Al-Noor", [("Minister of Foreign Affairs", "KW")])],
        ),
        (
            "The Danish and Finnish ministers met. Ida Holm of the ministry told his Greek"
            " and Cypriot"
            " counterparts, Nikos Rallis and Petros Kyriakou, of it.",
            [
                ("Ida Holm", []),
                ("Nikos Rallis", [("minister", "GR")]),
                ("Petros Kyriakou", [("minister", "CY")]),
            ],
        ),
        (
            "Head of delegation: Mr. Kofi Mensah, Secretary of Finance, Ghana.",
            [("Kofi Mensah", [("Secretary of Finance", "GH")])],
        ),
        (
            "HH Sheikh Omar bin Zayed Al Noor, President of the UAE, and Indian Prime Minister Arun"
            " Rao met.",
            [
                ("Omar bin Zayed Al Noor", [("President", "AE")]),
                ("Arun Rao", [("Prime Minister", "IN")]),
            ],
        ),
        # not of the name: another part of the sentence
        (
            "President of Togo Ama Koffi came. In the talks with Koffi, the Prime Minister"
            " sought aid.",
            [("Ama Koffi", [("President", "TG")]), ("Koffi", [])],
        ),
        # counterparts
        (
            "Danish Foreign Minister Ida Holm met her Finnish counterpart Aino Laine.",
            [
                ("Ida Holm", [("Foreign Minister", "DK")]),
                ("Aino Laine", [("Foreign Minister", "FI")]),
            ],
        ),
        (
            "Danish Foreign Minister Ida Holm saw her opposite number from Peru, José Quispe.",
            [
                ("Ida Holm", [("Foreign Minister", "DK")]),
                ("José Quispe", [("Foreign Minister", "PE")]),
            ],
        ),
        (
            "British Foreign Secretary Tom Ash met his French counterpart, Luc Roy.",
            [("Tom Ash", [("Foreign Secretary", "GB")]), ("Luc Roy", [("Foreign Minister", "FR")])],
        ),
        (
            "Malian President Ali Keita met his counterparts from Niger and Chad Omar Issa"
            " and Abba Deby.",
            [
                ("Ali Keita", [("President", "ML")]),
                ("Omar Issa", [("President", "NE")]),
                ("Abba Deby", [("President", "TD")]),
            ],
        ),
    ],
)
def test_bonds(words: str, expected: Rows) -> None:
    assert people_of(words) == expected


def test_short_forms_mean_the_person_named_in_full() -> None:
    words = (
        "Taro Mori, Foreign Minister of Japan, met Ann Marlow, Secretary of State of the United"
        " States. Foreign Minister Mori thanked Ms Marlow. Marlow agreed."
    )
    _, found = read(words)
    assert [(p.name, p.whole) for p in found.persons] == [
        ("Taro Mori", True),
        ("Ann Marlow", True),
        ("Taro Mori", False),
        ("Ann Marlow", False),
        ("Ann Marlow", False),
    ]


def test_namesakes_are_told_apart_by_office() -> None:
    words = (
        "President of Kenya Uma Kamau and First Lady of Kenya Rose Kamau came. First Lady Kamau"
        " spoke, then President Kamau."
    )
    _, found = read(words)
    assert [p.name for p in found.persons][2:] == ["Rose Kamau", "Uma Kamau"]


@pytest.mark.parametrize(
    "words",
    [
        "The Vienna Convention and the Lima Declaration were discussed by the Working Group.",
        "The late Prime Minister Olof Berg was remembered.",
        "They met in San José and at Camp David.",
        "They stayed at the King David Hotel.",
        "Ana Paz Street was closed.",
        "Christian Democrats met in the Rose Garden; Young Leaders and Hope Fund helped.",
        "The vessel Maria Orel was lost; Hurricane Maria Strong hit Lima.",
        "The Simon Rojas Declaration was named.",
        "The John Marlow Prize was given.",
        "(Web editor: Mary Brown)",
        "Photo: Mary Brown",
        "The story was written by Mary Brown.",
        "Global Herald/Mary Brown",
        "They laid a wreath at the Mausoleum of President Ho Anh Duc.",
        "Mary Brown wrote this story for Global Herald.",
        "Foreign Ministers Meeting in Lima was told of by News Agency Reports.",
        "By Akmal Karimov",
        "Strong Winds and Heavy Rain were forecast.",
        "Good Morning America and United Airlines are no persons.",
    ],
)
def test_no_person(words: str) -> None:
    assert people_of(words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # one plural for several portfolios
        (
            "The ministers of Trade, Ana Paz; of Economy and Finance, Luis Rojas; and of the"
            " Interior, Eva Kral, came.",
            [
                ("Ana Paz", [("minister of Trade", None)]),
                ("Luis Rojas", [("minister of Economy and Finance", None)]),
                ("Eva Kral", [("minister of the Interior", None)]),
            ],
        ),
        # brackets of more than the country
        (
            "Speakers Ana Paz (Peru, chair), Luis Rojas (Chile) and Eva Kral (Croatia) met.",
            [
                ("Ana Paz", [("Speaker", "PE")]),
                ("Luis Rojas", [("Speaker", "CL")]),
                ("Eva Kral", [("Speaker", "HR")]),
            ],
        ),
        # names of countries in a row
        (
            "Zhen Ostra of Denmark, Vil Tarkan of Norway and Ossa Merel of Iceland came.",
            [("Zhen Ostra", []), ("Vil Tarkan", []), ("Ossa Merel", [])],
        ),
        (
            "Defence ministers of ASEAN, including Indonesia's Budi Hartono and Vietnam's Pham"
            " Duc, met.",
            [
                ("Budi Hartono", [("Defence minister", "ID")]),
                ("Pham Duc", [("Defence minister", "VN")]),
            ],
        ),
        # titles that are names, names that are words
        (
            "Minister of Industry of Qatar Sultan bin Omar Al Noor came.",
            [("Sultan bin Omar Al Noor", [("Minister of Industry", "QA")])],
        ),
        (
            "Foreign Minister Amir Khan Durrani came.",
            [("Amir Khan Durrani", [("Foreign Minister", None)])],
        ),
        (
            "The Executive Secretary of SADC, Dr. Joy Lawrence TAX, came.",
            [("Joy Lawrence TAX", [("Executive Secretary", "SADC")])],
        ),
        ("Spokesperson Zed Price said so.", [("Zed Price", [("Spokesperson", None)])]),
        (
            "British Foreign Secretary Lord Alan Harrow spoke.",
            [("Alan Harrow", [("Foreign Secretary", "GB")])],
        ),
        (
            "Tanzania's Minister for Works, Engineer Juma Mosha, came.",
            [("Juma Mosha", [("Minister for Works", "TZ")])],
        ),
        (
            "Kofi Boadu, CBS, Minister of Trade of Ghana, came.",
            [("Kofi Boadu", [("Minister of Trade", "GH")])],
        ),
        ("The Foreign Secretary (Mr Harrow) left.", [("Harrow", [("Foreign Secretary", None)])]),
        (
            "CEO of Uralgaz Alexei Orlov came.",
            [("Alexei Orlov", [("CEO", "Uralgaz")])],
        ),
        # counterparts behind the name
        (
            "Ms Ana Paz, Peru's Minister of Trade, and Mr Luis Rojas, her Chilean counterpart,"
            " signed it.",
            [
                ("Ana Paz", [("Minister of Trade", "PE")]),
                ("Luis Rojas", [("Minister of Trade", "CL")]),
            ],
        ),
        (
            "Trade Minister Ana Paz of Peru met Dho Oilir, her counterpart from the Comoros.",
            [("Ana Paz", [("Trade Minister", "PE")]), ("Dho Oilir", [("Trade Minister", "KM")])],
        ),
        (
            "Danish Trade Minister Ida Holm met her Vietnamese peer, Pham Duc.",
            [("Ida Holm", [("Trade Minister", "DK")]), ("Pham Duc", [("Trade Minister", "VN")])],
        ),
        # a style before the name of who holds another office
        (
            "The Commissioner for Trade of the African Union, H.E. Ambassador Joy Otieno, spoke.",
            [("Joy Otieno", [("Commissioner for Trade", "AU")])],
        ),
    ],
)
def test_more_bonds(words: str, expected: Rows) -> None:
    assert people_of(words) == expected


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("A word with B.V. Orlov was had.", ["B.V. Orlov"]),
        ("With them came Sekou Traore, Dru Ostavel, Vim Castor and Rolf Berg.", 4),
        ("With them came Karl Berg, and Black Stone was shown.", ["Karl Berg"]),
        ("They saw St. Ann and the Black Stone.", []),
        ("The National Coordinator of the Ghana Boundary Commission spoke.", []),
        ("Foreign Secretary Level Talks were held.", []),
        ("The Minister of Trade and Bilateral Investment Talks were named.", []),
        ("Secretary-General Appoints Envoy of Peace", []),
        ("Japan's Self-Defense Forces came.", []),
    ],
)
def test_who_is_told_by_the_words(words: str, names: list[str] | int) -> None:
    found = [name for name, _ in people_of(words)]
    assert (len(found) if isinstance(names, int) else found) == names


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Former President Ann Marlow was there.", "Ann Marlow"),
        ("Kofi Mensah said that the weather was fine.", "Kofi Mensah"),
        ("From Haiti there was Dr. Zhovan Tetrault.", "Zhovan Tetrault"),
        ("They met under Karl Novak.", "Karl Novak"),
        ("The talks were led by Karl Novak.", "Karl Novak"),
        ("Among them was José de la Cruz Rey.", "José de la Cruz Rey"),
        ("He spoke for Maria Rey's delegation.", "Maria Rey"),
    ],
)
def test_a_full_name_stands_alone(words: str, name: str) -> None:
    assert people_of(words) == [(name, [])]


def test_a_headline_alone_names_nobody() -> None:
    segmented, found = read("It was read.", opening="President Ann Marlow Ends Tour Of Africa\n\n")
    assert segmented.sentences[0].kind == "title"
    assert found.persons == ()


def test_span_reaches_over_office_and_name() -> None:
    words = "We saw the President of Togo Ama Koffi there."
    segmented, found = read(words)
    (person,) = found.persons
    assert segmented.words(*person.span) == "President of Togo Ama Koffi"
    assert segmented.words(person.start, person.end) == "Ama Koffi"


def test_many_sentences_take_linear_time() -> None:
    words = "Then President of Togo Ama Koffi, Prime Minister of Chad Ali Moussa and others spoke. "
    _, found = read(words * 300)
    assert len(found.persons) == 600
    assert {person.name for person in found.persons} == {"Ama Koffi", "Ali Moussa"}


@pytest.mark.parametrize(
    "words",
    [
        "Trade, ",
        "Mr ",
        "President, ",
        "President and ",
        "Foreign ",
        "John ",
        "John, ",
        "new ",
        "President to the ",
        "Minister for Trade, ",
        "ministers of Kenya, ",
        "his counterparts from Kenya, ",
        "Presidents John (Kenya), ",
    ],
)
def test_endless_sentences_end(words: str) -> None:
    """Unbounded repetitions in the patterns would take minutes over these, not moments."""
    segmented, found = read(words * 2000)
    assert all(0 <= p.start < p.end <= len(segmented.view) for p in found.persons)

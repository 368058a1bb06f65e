"""Look-ups in the word lists over the regions of the world, and acronyms that a text defines."""

from __future__ import annotations

import pytest

from kg import lexicon
from kg.lexicon.acronyms import definitions
from kg.lexicon.contexts import before, ends_a_person
from kg.lexicon.gazetteer import City, Country, Entry, Gazetteer
from kg.lexicon.recognition import names
from kg.lexicon.tables import rows, several


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("African Union", "AU"),
        ("Economic Community of West African States", "ECOWAS"),
        ("ECOWAS", "ECOWAS"),
        ("Southern African Development Community", "SADC"),
        ("East African Community", "EAC"),
        ("Intergovernmental Authority on Development", "IGAD"),
        ("Association of Southeast Asian Nations", "ASEAN"),
        ("South Asian Association for Regional Cooperation", "SAARC"),
        ("Caribbean Community", "CARICOM"),
        ("Organization of American States", "OAS"),
        ("Organisation of American States", "OAS"),
        ("European Union", "EU"),
        ("North Atlantic Treaty Organization", "NATO"),
        ("Council of Europe", "Council of Europe"),
        ("Organisation of Islamic Cooperation", "OIC"),
        ("Organization of Islamic Cooperation", "OIC"),
        ("Gulf Cooperation Council", "GCC"),
        ("Commonwealth of Independent States", "CIS"),
        ("Eurasian Economic Union", "EAEU"),
        ("Collective Security Treaty Organization", "CSTO"),
        ("Pacific Islands Forum", "PIF"),
        ("Indian Ocean Rim Association", "IORA"),
        ("World Health Organization", "WHO"),
        ("World Trade Organisation", "WTO"),
        ("International Atomic Energy Agency", "IAEA"),
        ("the United Nations", "UN"),
        ("Organization of the Petroleum Exporting Countries", "OPEC"),
        ("Asia-Pacific Economic Cooperation", "APEC"),
        ("Okavango Choir", None),
        ("european union", None),
        ("Union", None),
        ("", None),
    ],
)
def test_an_organisation_by_its_names(name: str, key: str | None) -> None:
    found = lexicon.organisation(name)
    assert (found and found.name) == key


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Accra", "GH"),
        ("Addis Ababa", "ET"),
        ("Asunción", "PY"),
        ("Baku", "AZ"),
        ("Bandar Seri Begawan", "BN"),
        ("Bridgetown", "BB"),
        ("Canberra", "AU"),
        ("Chișinău", "MD"),
        ("Conakry", "GN"),
        ("Dili", "TL"),
        ("Funafuti", "TV"),
        ("Geneva", "CH"),
        ("Honiara", "SB"),
        ("Kigali", "RW"),
        ("Kuala Lumpur", "MY"),
        ("Ljubljana", "SI"),
        ("Montevideo", "UY"),
        ("N'Djamena", "TD"),
        ("New Delhi", "IN"),
        ("Nouakchott", "MR"),
        ("Ouagadougou", "BF"),
        ("Phnom Penh", "KH"),
        ("Port Moresby", "PG"),
        ("Quito", "EC"),
        ("Reykjavik", "IS"),
        ("Riyadh", "SA"),
        ("Sochi", "RU"),
        ("Tegucigalpa", "HN"),
        ("The Hague", "NL"),
        ("Thimphu", "BT"),
        ("Ulaanbaatar", "MN"),
        ("Vaduz", "LI"),
        ("Valletta", "MT"),
        ("Yaoundé", "CM"),
    ],
)
def test_a_city_by_its_name(name: str, country: str) -> None:
    found = lexicon.city(name)
    assert found is not None
    assert found.country == country


@pytest.mark.parametrize("code", ["AR", "BT", "CV", "DJ", "EE", "FM", "GQ", "HT", "KI", "LS", "MW"])
def test_each_country_is_found_by_each_of_its_names(code: str) -> None:
    country = lexicon.country(code)
    assert country is not None
    assert country.name == country.names[0]
    for form in (*country.names, *country.demonyms):
        assert lexicon.country_of_name(form) is country


@pytest.mark.parametrize(
    "word",
    ["Ana", "Kofi", "Ahmed", "Fatima", "Hiroshi", "Giulia", "Pedro", "Olga", "Sunil", "Ibrahim"],
)
def test_given_names_of_many_regions(word: str) -> None:
    assert lexicon.is_given_name(word)
    assert not lexicon.is_given_name(word.lower())


@pytest.mark.parametrize(
    "word", ["Meeting", "Republic", "January", "Protocol", "Session", "Ministers", "The", "Summit"]
)
def test_words_of_the_register_are_no_names(word: str) -> None:
    assert not lexicon.is_given_name(word)
    assert not lexicon.is_family_name(word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Zambezi Basin Authority (ZBA) met", [("Zambezi Basin Authority", "ZBA")]),
        ("the Zambezi Basin Authority (the ZBA) met", [("Zambezi Basin Authority", "ZBA")]),
        ("the Authority of the Zambezi (AZ) met", [("Authority of the Zambezi", "AZ")]),
        (
            "the Lake Tana Fund (LTF) and the Lake Tana Bank (LTB)",
            [("Lake Tana Fund", "LTF"), ("Lake Tana Bank", "LTB")],
        ),
        ("the Joint Rice Board (JoRiB) met", [("Joint Rice Board", "JoRiB")]),
        ("the Asian Rubber Council (ARC, based in Hanoi) met", [("Asian Rubber Council", "ARC")]),
        ("the Zambezi Basin Authority (XYZ) met", []),
        ("the Zambezi Basin Authority (see below) met", []),
        ("the Zambezi Basin Authority (2019) met", []),
        ("the Zambezi Basin Authority (Zambia) met", []),
        ("the zambezi basin authority (ZBA) met", []),
        ("Zambezi; Basin Authority (ZBA)", []),
    ],
)
def test_an_acronym_that_the_text_defines(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[d.start : d.end], d.acronym) for d in definitions(text)] == expected


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("the African Union and SADC", ["African Union", "SADC"]),
        ("the African Union (AU) met", ["African Union (AU)"]),
        (
            "SADC (Southern African Development Community) met",
            ["SADC (Southern African Development Community)"],
        ),
        ("Secretariat of SADC", ["Secretariat of SADC"]),
        ("the Republic of Zambia (RZ) and RZ farmers", ["Republic of Zambia (RZ)", "RZ"]),
        ("nothing here is known", []),
        ("", []),
    ],
)
def test_a_name_with_its_short_form_is_one(text: str, forms: list[str]) -> None:
    assert [text[found.start : found.end] for found in names(text)] == forms


@pytest.mark.parametrize(
    "text", ["Mr ", "Mrs. ", "Dr ", "Ana ", "He met Mr ", "Prof. ", "Lord ", "with Pedro "]
)
def test_what_opens_a_person(text: str) -> None:
    assert ends_a_person(f"{text}Jordan", len(text))


@pytest.mark.parametrize("text", ["", "in ", "Minister ", "the ", "Mr", "ana ", "Lima "])
def test_what_opens_no_person(text: str) -> None:
    assert not ends_a_person(f"{text}Jordan", len(text))


@pytest.mark.parametrize(
    ("start", "reach", "words"), [(0, 5, ""), (3, 5, "abc"), (6, 2, "ef"), (6, 6, "abcdef")]
)
def test_the_words_before(start: int, reach: int, words: str) -> None:
    assert before("abcdefghi", start, reach) == words


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("", []),
        ("# a remark\n", []),
        ("a\tb\n", [["a", "b"]]),
        ("a\tb", [["a", "b"]]),
        ("# a\n\na\t\tb\n", [["a", "", "b"]]),
        ("a\nb\n", [["a"], ["b"]]),
        ("a#b\n", [["a#b"]]),
    ],
)
def test_rows_of_a_word_list(text: str, table: list[list[str]]) -> None:
    assert list(rows(text)) == table


@pytest.mark.parametrize(
    ("column", "forms"), [("", ()), ("a", ("a",)), ("a|b", ("a", "b")), ("a b|?c", ("a b", "?c"))]
)
def test_forms_of_a_column(column: str, forms: tuple[str, ...]) -> None:
    assert several(column) == forms


OLAND = Country("QM", "Q1", "Oland", ("Oland", "New Oland"), ("Olandic",), "Port Sel")
GUIDE = Gazetteer(
    [
        ("Oland", Entry(countries=(OLAND,))),
        ("New Oland", Entry(countries=(OLAND,))),
        ("Olandic", Entry(countries=(OLAND,), demonym=True)),
        ("Port Sel", Entry(cities=(City("Port Sel", "QM", None, ("Port Sel",), ()),))),
        ("Olandic Sea", Entry()),
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oland", ["Oland"]),
        ("New Oland", ["New Oland"]),
        ("a New Oland delegation in Port Sel", ["New Oland", "Port Sel"]),
        ("the Olandic Sea near Oland", ["Olandic Sea", "Oland"]),
        ("Olandic, Oland's", ["Olandic", "Oland"]),
        ("Olanders, Polandic, oland, OLAND", []),
        ("Port  Sel", ["Port  Sel"]),
        ("Port\nSel", []),
        ("Oland-Olandic", ["Oland", "Olandic"]),
    ],
)
def test_a_gazetteer_of_an_invented_country(text: str, expected: list[str]) -> None:
    assert [text[found.start : found.end] for found in GUIDE.scan(text)] == expected


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (Entry(countries=(OLAND,)), "QM"),
        (Entry(countries=(OLAND,), demonym=True), "QM"),
        (Entry(countries=(OLAND,), weak=True), None),
        (Entry(), None),
    ],
)
def test_a_weak_form_names_no_country_by_itself(entry: Entry, code: str | None) -> None:
    assert (entry.country and entry.country.code) == code

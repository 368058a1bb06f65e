"""The gazetteer and what stands on it: longest names, whole words, acronyms that a text defines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon import City, Country, contexts
from kg.lexicon.acronyms import definitions
from kg.lexicon.gazetteer import Entry, Gazetteer, gazetteer
from kg.lexicon.recognition import names

GUINEA = Entry(countries=(Country("GN", "Q1006", "Guinea", ("Guinea",), (), "Conakry"),))
ECUATORIAL = Entry(
    countries=(Country("GQ", "Q983", "Equatorial Guinea", ("Equatorial Guinea",), (), "Malabo"),)
)
LIMA = Entry(cities=(City("Lima", "PE", None, ("Lima",), ()),))
SMALL = Gazetteer(
    [
        ("Guinea", GUINEA),
        ("Equatorial Guinea", ECUATORIAL),
        ("Gulf of Guinea", Entry()),
        ("Lima", LIMA),
        ("Lima Gulf", Entry()),
        ("Gulf of", LIMA),
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guinea", ["Guinea"]),
        ("in Equatorial Guinea and Guinea", ["Equatorial Guinea", "Guinea"]),
        ("the Gulf of Guinea", ["Gulf of Guinea"]),
        ("Lima Gulf of Guinea", ["Lima Gulf", "Guinea"]),
        ("Lima-Guinea", ["Lima", "Guinea"]),
        ("«Lima» (Guinea), Lima's", ["Lima", "Guinea", "Lima"]),
        ("Équateur 🌍 Lima", ["Lima"]),
        ("Equatorial Guineans in Lima", ["Lima"]),
        ("Gulf of Guineans", ["Gulf of"]),
        ("a  b Equatorial  Guinea  Gulf   of Guinea c", ["Equatorial  Guinea", "Gulf   of Guinea"]),
        ("Equatorial     Guinea", ["Guinea"]),
        ("Lima  Lima  Guinea", ["Lima", "Lima", "Guinea"]),
        ("Limas, ALima, Lima2, Lima_b, éLima", []),
        ("lima LIMA", []),
        ("", []),
    ],
)
def test_leftmost_then_longest_whole_words(text: str, expected: list[str]) -> None:
    assert [text[found.start : found.end] for found in SMALL.scan(text)] == expected


@given(st.text(alphabet="Lima GuineaGulfofEqtr-é🌍.", max_size=80))
def test_scan_finds_forms_only_and_never_overlaps(text: str) -> None:
    forms = {"Guinea", "Equatorial Guinea", "Gulf of Guinea", "Lima", "Lima Gulf", "Gulf of"}
    reach = 0
    for found in SMALL.scan(text):
        words = text[found.start : found.end]
        assert " ".join(words.split()) in forms
        assert words == words.strip()
        assert found.start >= reach
        reach = found.end


@pytest.mark.parametrize(
    ("form", "country", "demonym"),
    [("Uzbek", "UZ", True), ("Uzbekistan", "UZ", False), ("UZBEKISTAN", "UZ", False)],
)
def test_entries_tell_names_from_demonyms(form: str, country: str, demonym: bool) -> None:
    (found,) = gazetteer().scan(form)
    assert found.entry.country is not None
    assert (found.entry.country.code, found.entry.demonym) == (country, demonym)


def test_a_shared_form_names_no_country_by_itself() -> None:
    (found,) = gazetteer().scan("Congo")
    assert found.entry.country is None
    assert {country.code for country in found.entry.countries} == {"CD", "CG"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Danube River Mission (DRM)", [("Danube River Mission", "DRM")]),
        ("the Danube River Mission ( DRM)", []),
        ("the Danube River Mission (the DRM)", [("Danube River Mission", "DRM")]),
        ("the Danube River Mission (DRM, founded in 1990)", [("Danube River Mission", "DRM")]),
        ("Bank for Regional Growth (BRG)", [("Bank for Regional Growth", "BRG")]),
        ("a Memorandum of Understanding (MoU)", [("Memorandum of Understanding", "MoU")]),
        ("the Lower Basin's Council (LBC)", [("Lower Basin's Council", "LBC")]),
        ("It ended. Danube River Mission (DRM)", [("Danube River Mission", "DRM")]),
        ("heads of state (HoS)", []),
        ("Danube. River Mission (DRM)", []),
        ("Mission (M)", []),
        ("the Mission (2016)", []),
        ("the Mission (see Annex)", []),
        ("(DRM)", []),
        ("Delegation (DRM)", []),
        ("", []),
    ],
)
def test_definitions(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(text[d.start : d.end], d.acronym) for d in definitions(text)]
    assert found == expected
    assert all(text[d.first : d.last] == d.acronym for d in definitions(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Republic of Kazakhstan (RK) and RK", ["Republic of Kazakhstan (RK)", "RK"]),
        ("RK, or Republic of Kazakhstan (RK)", ["RK", "Republic of Kazakhstan (RK)"]),
        ("African Union (AU), AUs", ["African Union (AU)"]),
        ("IOC (Indian Ocean Commission); IOC", ["IOC (Indian Ocean Commission)", "IOC"]),
        ("the KR (Kyrgyz Republic); KR", ["KR (Kyrgyz Republic)", "KR"]),
        ("IOC (in Indian Ocean Commission)", ["Indian Ocean Commission"]),
        ("IOC (Lima)", ["Lima"]),
        ("African Union AU", ["African Union AU"]),
        ("African Union, AU", ["African Union, AU"]),
        ("African Union; AU", ["African Union", "AU"]),
        ("Chinese China", ["Chinese", "China"]),
        ("SCO's RATS and the RATS of the SCO", ["SCO's RATS", "RATS of the SCO"]),
        ("RATS of the EU", ["RATS", "EU"]),
        ("EU Secretariat", ["EU"]),
        ("SCO Secretariats", ["SCO"]),
        ("the National Danube Council (NDC)", []),
    ],
)
def test_names_that_belong_together(text: str, expected: list[str]) -> None:
    assert [text[found.start : found.end] for found in names(text)] == expected


@pytest.mark.parametrize("text", ["Mr Holm", "Dr. Holm", "Nikolai Holm", "with Lady Holm"])
def test_words_that_begin_a_person(text: str) -> None:
    assert contexts.ends_a_person(text, text.index("Holm"))


@pytest.mark.parametrize("text", ["in Holm", "Minister Holm", "Mr. A Holm", "Holm", "for Holm"])
def test_words_that_begin_no_person(text: str) -> None:
    assert not contexts.ends_a_person(text, text.index("Holm"))


@given(st.text(alphabet="(ABC) Councilof the,.", max_size=200))
def test_definitions_quote_any_text(text: str) -> None:
    for found in definitions(text):
        assert text[found.first : found.last] == found.acronym
        assert 0 <= found.start < found.end < found.first

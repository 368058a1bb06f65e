"""Countries in a text: names and demonyms, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import document, lexicon
from kg.mentions import countries
from kg.model import Article

Named = tuple[str, str, str]


def find(text: str) -> list[Named]:
    """Return words, code and form of each country in a text."""
    found = document.segment(Article("test", text))
    return [(text[m.start : m.end], m.code, m.form) for m in countries.find(found)]


def codes(text: str) -> list[str]:
    return [code for _, code, _ in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uzbekistan signed.", [("Uzbekistan", "UZ", "name")]),
        ("The Uzbek side agreed.", [("Uzbek", "UZ", "demonym")]),
        ("He thanked the Kyrgyz Republic.", [("Kyrgyz Republic", "KG", "name")]),
        ("Uzbekistan's minister spoke.", [("Uzbekistan", "UZ", "name")]),
        ("The Philippines’ envoy left.", [("Philippines", "PH", "name")]),
        ("Officials of the U.S. met.", [("U.S.", "US", "name")]),
        ("TURKMENISTAN hosted it.", [("TURKMENISTAN", "TM", "name")]),
        ("Côte d’Ivoire and Togo.", [("Côte d’Ivoire", "CI", "name"), ("Togo", "TG", "name")]),
        (
            "The Republic of Kazakhstan (RK) signed; RK envoys left.",
            [("Republic of Kazakhstan (RK)", "KZ", "name"), ("RK", "KZ", "name")],
        ),
        (
            "The Democratic Republic of the Congo (DRC) signed.",
            [("Democratic Republic of the Congo (DRC)", "CD", "name")],
        ),
    ],
)
def test_words_and_form(text: str, expected: list[Named]) -> None:
    assert find(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uzbek-Russian talks", ["UZ", "RU"]),
        ("the U.S.-Japan alliance", ["US", "JP"]),
        ("Lao PDR, Viet Nam and Brunei Darussalam", ["LA", "VN", "BN"]),
        ("The PRC, the DPRK, the ROK and the UAE", ["CN", "KP", "KR", "AE"]),
        ("the Emirati, Sri Lankan, Dutch, Swiss and British sides", ["AE", "LK", "NL", "CH", "GB"]),
        ("the South Korean and North Korean envoys", ["KR", "KP"]),
        ("Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea", ["GN", "GW", "GQ", "PG"]),
        ("Niger and Nigeria; Nigerien and Nigerian officers", ["NE", "NG", "NE", "NG"]),
        ("Sudan and South Sudan", ["SD", "SS"]),
        ("Samoa and American Samoa", ["WS", "AS"]),
        ("Dominica and the Dominican Republic", ["DM", "DO"]),
        ("Serbia, Montenegro and North Macedonia", ["RS", "ME", "MK"]),
        ("the Commonwealth of Dominica", ["DM"]),
        ("Bosnia and Herzegovina and Croatia", ["BA", "HR"]),
        ("Trinidad and Tobago, Saint Vincent and the Grenadines", ["TT", "VC"]),
        ("in Georgia and in Jordan, Chad too", ["GE", "JO", "TD"]),
        ("a Polish side", ["PL"]),
        ("Chinese Taipei", ["TW"]),
        ("South-Korean, Sri-Lankan and North-Macedonian sides", ["KR", "LK", "MK"]),
        ("Sino-Russian, Franco-German and Indo-Pak talks", ["CN", "RU", "FR", "DE", "IN", "PK"]),
        ("the Pak-US line and the Anglo-Irish one", ["PK", "US", "GB", "IE"]),
        ("CHAD AND MALI", ["TD", "ML"]),
    ],
)
def test_larger_names_win(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the South China Sea and the Indian Ocean",
        "the Sea of Japan, the Gulf of Guinea and the Gulf of Oman",
        "the Indo-Pacific and the Korean Peninsula",
        "Latin American and Pan-American unity",
        "Northern Ireland",
        "New Mexico and the Niger Delta",
        "Lake Chad and the Jordan River",
        "the Organization of American States",
        "the Bank of America",
        "Atlanta, Georgia",
        "The Japan Times and the Hindustan Times reported it",
        "Russia Today said so",
        "Ethiopian Airlines flew them",
        "Michael Jordan spoke",
        "Mr Chad left; Dr. Holland stayed",
        "Chad Smith left with Georgia Lopez",
        "Franco Alvino, Sino and the Pak team; Indo-European roots; Anglo-Saxon law",
        "Polish the draft before noon",
        "He answered in Russian.",
        "a text in English and Russian.",
        "the Russian language",
        "Spanish-speaking officers",
        "At the End of the day a Rasha left",
        "join us and tell us",
        "KR and IN are codes, RU too",
        "Indianapolis, Romanian-like Omanish Malian-ness",
        "malian and uzbekistan in small letters",
        "",
    ],
)
def test_what_is_no_country(text: str) -> None:
    found = codes(text)
    assert found == (["RO", "ML"] if "Omanish" in text else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Congo signed.", []),
        ("Congolese troops left.", []),
        ("Congo and the DRC signed.", ["CD", "CD"]),
        ("The Republic of Congo and the DRC; Congo signed.", ["CG", "CD"]),
        ("The Congolese minister of Congo-Brazzaville spoke.", ["CG", "CG"]),
        ("The Korean side came.", ["KR"]),
        ("North Korea and the Korean side", ["KP", "KP"]),
        ("North Korea, South Korea and the Korean side", ["KP", "KR", "KR"]),
        ("Dominican officers of Dominica", ["DM", "DM"]),
        ("Dominican officers", ["DO"]),
    ],
)
def test_shared_forms_go_to_the_country_that_the_text_names(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Mr Jordan of Jordan", "Jordan's envoy", "In Jordan he met them", "of Jordan Lavrov said"],
)
def test_a_namesake_of_persons_is_a_country_elsewhere(text: str) -> None:
    assert codes(text) == ["JO"]


def test_noise_names_nothing() -> None:
    text = (
        "Benin and Togo met\n\nThe ministers of Benin and Togo met in Lome on Monday to discuss"
        " trade, transport and the border.\n\nRelated news\nGhana wins cup\nShare on Facebook\n"
    )
    assert set(codes(text)) <= {"BJ", "TG", "GH"}
    assert codes(text)[:2] == ["BJ", "TG"]


@given(st.lists(st.sampled_from(sorted(lexicon.countries())), min_size=1, max_size=8))
def test_every_country_of_a_list_is_found(chosen: list[str]) -> None:
    names = [lexicon.countries()[code].name for code in chosen]
    assert codes("; ".join(names)) == chosen


@given(st.text(max_size=200))
def test_offsets_quote_any_text(text: str) -> None:
    found = document.segment(Article("test", text))
    for mention in countries.find(found):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.code in lexicon.countries()

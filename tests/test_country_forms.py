"""Countries in running text: names, demonyms, long forms, and words that only look like them."""

from __future__ import annotations

import pytest

from kg import document
from kg.mentions.countries import find
from kg.model import Article


def codes(words: str) -> list[str]:
    """Return the codes of the countries that a sentence names, in its order."""
    return [mention.code for mention in find(document.segment(Article("a", words)))]


def forms(words: str) -> list[tuple[str, str]]:
    """Return words and form of each country that a sentence names."""
    found = find(document.segment(Article("a", words)))
    return [(words[mention.start : mention.end], mention.form) for mention in found]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        # long forms
        ("the Argentine Republic", "AR"),
        ("the Plurinational State of Bolivia", "BO"),
        ("the Federative Republic of Brazil", "BR"),
        ("the People's Republic of China", "CN"),
        ("the People’s Republic of Bangladesh", "BD"),
        ("the Kingdom of Cambodia", "KH"),
        ("the Republic of the Congo", "CG"),
        ("the Democratic Republic of the Congo", "CD"),
        ("the Arab Republic of Egypt", "EG"),
        ("the Federal Democratic Republic of Ethiopia", "ET"),
        ("the Hellenic Republic", "GR"),
        ("the Islamic Republic of Iran", "IR"),
        ("the State of Israel", "IL"),
        ("the Hashemite Kingdom of Jordan", "JO"),
        ("the Kyrgyz Republic", "KG"),
        ("the Lao People's Democratic Republic", "LA"),
        ("the Lebanese Republic", "LB"),
        ("the United Mexican States", "MX"),
        ("the Kingdom of Morocco", "MA"),
        ("the Sultanate of Oman", "OM"),
        ("the Islamic Republic of Pakistan", "PK"),
        ("the Republic of Korea", "KR"),
        ("the Democratic People's Republic of Korea", "KP"),
        ("the Republic of Moldova", "MD"),
        ("the Kingdom of Saudi Arabia", "SA"),
        ("the Slovak Republic", "SK"),
        ("the Democratic Socialist Republic of Sri Lanka", "LK"),
        ("the Swiss Confederation", "CH"),
        ("the Syrian Arab Republic", "SY"),
        ("the United Republic of Tanzania", "TZ"),
        ("the Togolese Republic", "TG"),
        ("the Bolivarian Republic of Venezuela", "VE"),
        ("the Socialist Republic of Viet Nam", "VN"),
        ("the United Arab Emirates", "AE"),
        ("the Commonwealth of Australia", "AU"),
        # short and other forms
        ("Burkina Faso", "BF"),
        ("Cabo Verde", "CV"),
        ("Cape Verde", "CV"),
        ("Côte d'Ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("Czechia", "CZ"),
        ("the Czech Republic", "CZ"),
        ("Eswatini", "SZ"),
        ("Swaziland", "SZ"),
        ("Guinea-Bissau", "GW"),
        ("Equatorial Guinea", "GQ"),
        ("Papua New Guinea", "PG"),
        ("Guinea", "GN"),
        ("Myanmar", "MM"),
        ("North Macedonia", "MK"),
        ("Russia", "RU"),
        ("São Tomé and Príncipe", "ST"),
        ("Sao Tome and Principe", "ST"),
        ("Saint Kitts and Nevis", "KN"),
        ("St. Lucia", "LC"),
        ("Saint Vincent and the Grenadines", "VC"),
        ("Antigua and Barbuda", "AG"),
        ("Bosnia and Herzegovina", "BA"),
        ("Trinidad and Tobago", "TT"),
        ("South Korea", "KR"),
        ("North Korea", "KP"),
        ("the DPRK", "KP"),
        ("South Sudan", "SS"),
        ("Timor-Leste", "TL"),
        ("East Timor", "TL"),
        ("the Gambia", "GM"),
        ("The Bahamas", "BS"),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("the UAE", "AE"),
        ("the UK", "GB"),
        ("the U.K.", "GB"),
        ("the United Kingdom", "GB"),
        ("Great Britain", "GB"),
        ("the US", "US"),
        ("the U.S.", "US"),
        ("the USA", "US"),
        ("the United States of America", "US"),
        ("Vietnam", "VN"),
        ("Viet Nam", "VN"),
        ("the Holy See", "VA"),
        ("Palestine", "PS"),
        ("Brunei Darussalam", "BN"),
        ("Lao PDR", "LA"),
        ("the Maldives", "MV"),
        ("the Marshall Islands", "MH"),
        ("the Federated States of Micronesia", "FM"),
    ],
)
def test_a_name_is_one_country(name: str, code: str) -> None:
    assert codes(f"A delegation came from {name} on Monday.") == [code]


@pytest.mark.parametrize(
    ("demonym", "code"),
    [
        ("Afghan", "AF"),
        ("Algerian", "DZ"),
        ("Basotho", "LS"),
        ("Bhutanese", "BT"),
        ("British", "GB"),
        ("Burkinabe", "BF"),
        ("Burundian", "BI"),
        ("Chadian", "TD"),
        ("Comorian", "KM"),
        ("Costa Rican", "CR"),
        ("Cypriot", "CY"),
        ("Danish", "DK"),
        ("Dutch", "NL"),
        ("Emirati", "AE"),
        ("Filipino", "PH"),
        ("Philippine", "PH"),
        ("French", "FR"),
        ("Gambian", "GM"),
        ("Guatemalan", "GT"),
        ("Hungarian", "HU"),
        ("Ivorian", "CI"),
        ("Kazakh", "KZ"),
        ("Kuwaiti", "KW"),
        ("Kyrgyz", "KG"),
        ("Lao", "LA"),
        ("Malagasy", "MG"),
        ("Maltese", "MT"),
        ("Monegasque", "MC"),
        ("Mozambican", "MZ"),
        ("Namibian", "NA"),
        ("Nepali", "NP"),
        ("Nigerian", "NG"),
        ("Nigerien", "NE"),
        ("Norwegian", "NO"),
        ("Omani", "OM"),
        ("Pakistani", "PK"),
        ("Peruvian", "PE"),
        ("Polish", "PL"),
        ("Qatari", "QA"),
        ("Rwandan", "RW"),
        ("Salvadoran", "SV"),
        ("Saudi", "SA"),
        ("Senegalese", "SN"),
        ("Slovak", "SK"),
        ("Slovenian", "SI"),
        ("South African", "ZA"),
        ("Spanish", "ES"),
        ("Swiss", "CH"),
        ("Tajik", "TJ"),
        ("Thai", "TH"),
        ("Turkish", "TR"),
        ("Turkmen", "TM"),
        ("Ukrainian", "UA"),
        ("Uzbek", "UZ"),
        ("Vietnamese", "VN"),
        ("Yemeni", "YE"),
    ],
)
def test_a_demonym_is_one_country(demonym: str, code: str) -> None:
    assert codes(f"The {demonym} delegation left on Monday.") == [code]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Guinea and Guinea-Bissau signed.", ["GN", "GW"]),
        ("Niger and Nigeria signed.", ["NE", "NG"]),
        ("Sudan and South Sudan signed.", ["SD", "SS"]),
        ("Dominica and the Dominican Republic signed.", ["DM", "DO"]),
        ("Korea's neighbours are China and Japan.", ["KR", "CN", "JP"]),
        ("The Russia-Belarus border is long.", ["RU", "BY"]),
        ("Sino-Thai trade grew.", ["CN", "TH"]),
        ("Franco-Malian talks went on.", ["FR", "ML"]),
        ("Trinidad and Tobago, Barbados and Saint Lucia signed.", ["TT", "BB", "LC"]),
        ("Chile’s and Peru’s ports are busy.", ["CL", "PE"]),
        ("BOLIVIA AND PERU SIGN", ["BO", "PE"]),
    ],
)
def test_neighbours_in_a_sentence_are_told_apart(words: str, expected: list[str]) -> None:
    assert codes(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "The turkey was served at noon.",
        "They ate from fine china.",
        "He will polish the table.",
        "The jersey was blue.",
        "Michael Jordan signed the ball.",
        "New Mexico and New Jersey are far away.",
        "The Gulf of Guinea was calm.",
        "The South China Sea was calm.",
        "The Sea of Japan was calm.",
        "The Indian Ocean was calm.",
        "The Gulf of Oman was calm.",
        "He teaches English and history.",
        "Let us meet again.",
    ],
)
def test_what_only_looks_like_a_country(words: str) -> None:
    assert codes(words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ghana voted.", [("Ghana", "name")]),
        ("The Ghanaian side voted.", [("Ghanaian", "demonym")]),
        ("Ghana's side voted.", [("Ghana", "name")]),
    ],
)
def test_name_and_demonym_are_told_apart(words: str, expected: list[tuple[str, str]]) -> None:
    assert forms(words) == expected

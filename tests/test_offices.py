"""Office phrases: where they end, what their title is and whose they are."""

from __future__ import annotations

import re

import pytest

from kg.mentions import offices, signs
from kg.mentions.offices import Post, singular
from tests.reading import read

PHRASE = re.compile(offices.PATTERN)


def post_of(words: str) -> Post:
    """Return the first office phrase of a sentence."""
    segmented, found = read(words)
    line = [line for _, line in signs.lines(segmented, found)][-1]
    match = PHRASE.search(line.symbols)
    assert match is not None
    return offices.read(segmented, match.group(), line.chunks[match.start() : match.end()])


@pytest.mark.parametrize(
    ("words", "title", "of"),
    [
        ("President of Mexico", "President", "MX"),
        ("President of the Republic of Malta", "President", "MT"),
        ("Mexican President", "President", "MX"),
        ("Mexico's President", "President", "MX"),
        ("Mexico President", "President", "MX"),
        ("Prime Minister", "Prime Minister", None),
        ("First Deputy Prime Minister of Serbia", "First Deputy Prime Minister", "RS"),
        ("Acting Kyrgyz President", "Acting President", "KG"),
        ("visiting Omani Foreign Minister", "Foreign Minister", "OM"),
        (
            "Secretary of the Security Council of the Russian Federation",
            "Secretary of the Security Council",
            "RU",
        ),
        (
            "Secretary of the National Security Council under the President of Uzbekistan",
            "Secretary of the National Security Council under the President",
            "UZ",
        ),
        (
            "Minister of Foreign Affairs and International Cooperation of Chad",
            "Minister of Foreign Affairs and International Cooperation",
            "TD",
        ),
        (
            "Minister of Economy, Trade and Industry of Japan",
            "Minister of Economy, Trade and Industry",
            "JP",
        ),
        (
            "Peace and Security Commissioner of the African Union",
            "Peace and Security Commissioner",
            "AU",
        ),
        ("SCO Secretary-General", "Secretary-General", "SCO"),
        # bodies that no list knows
        ("President of the World Fish Board", "President", "World Fish Board"),
        ("Governor of the Reef Bank (RFB)", "Governor", "RFB"),
        ("Speaker of the National Assembly (NA)", "Speaker of the National Assembly (NA)", None),
        ("Chairman of the State Housing Board", "Chairman of the State Housing Board", None),
        ("Director of the Fish Board", "Director of the Fish Board", None),
        # portfolios
        (
            "Minister of Agriculture and Quinoa Affairs of Peru",
            "Minister of Agriculture and Quinoa Affairs",
            "PE",
        ),
        (
            "Assistant to the President of Peru for Andean issues",
            "Assistant to the President for Andean issues",
            "PE",
        ),
        ("Chief Executive Officer", "Chief Executive Officer", None),
        ("Chief Justice of Nepal", "Chief Justice", "NP"),
        ("Kenya's Ambassador in Lima", "Ambassador in Lima", "KE"),
        (
            "Ambassador Extraordinary and Plenipotentiary of Kenya to Peru",
            "Ambassador Extraordinary and Plenipotentiary to Peru",
            "KE",
        ),
        (
            "Coordinator of the Ghana Boundary Commission",
            "Coordinator of the Boundary Commission",
            "GH",
        ),
        ("Secretary General of the Shanghai Cooperation Organisation", "Secretary General", "SCO"),
        (
            "Director of the SCO RATS Executive Committee",
            "Director of the Executive Committee",
            "SCO RATS",
        ),
        ("High Commissioner of Kenya to India", "High Commissioner to India", "KE"),
        ("Chinese Ambassador to the Netherlands", "Ambassador to the Netherlands", "CN"),
        (
            "Permanent Representative of the Republic of Ghana to the AU",
            "Permanent Representative to the AU",
            "GH",
        ),
        ("UN Special Envoy for Yemen", "Special Envoy for Yemen", "UN"),
        (
            "Adviser to the President of Peru for International Affairs",
            "Adviser to the President for International Affairs",
            "PE",
        ),
        (
            "Special Envoy for the Red Sea, Gulf of Aden and Somalia",
            "Special Envoy for the Red Sea, Gulf of Aden and Somalia",
            None,
        ),
        ("member of the State Council of China", "member of the State Council", "CN"),
        ("head of state of Brazil", "head of state", "BR"),
        ("Chairman of the Mazhilis of Parliament", "Chairman of the Mazhilis of Parliament", None),
        ("Speaker of the Singaporean Parliament", "Speaker of the Parliament", "SG"),
        ("Interim Chair of RJMEX", "Interim Chair", "RJMEX"),
        ("Assistant Foreign Minister", "Assistant Foreign Minister", None),
        (
            "Under Secretary of State for Political Affairs",
            "Under Secretary of State for Political Affairs",
            None,
        ),
        ("Crown Prince of Bahrain", "Crown Prince", "BH"),
        (
            "Permanent Secretary in the Ministry of Trade",
            "Permanent Secretary in the Ministry of Trade",
            None,
        ),
        ("Director of Trade at the ECOWAS Commission", "Director of Trade", "ECOWAS Commission"),
        (
            "Head of the Bureau at the Chancellery of the President of Poland",
            "Head of the Bureau at the Chancellery of the President",
            "PL",
        ),
        (
            "co-chair of the Latvia-Moldova Intergovernmental Commission",
            "co-chair",
            "Latvia-Moldova Intergovernmental Commission",
        ),
        (
            "Chargé d'Affaires a.i. of the Embassy of Ireland",
            "Chargé d'Affaires a.i. of the Embassy",
            "IE",
        ),
        ("Minister-designate for Trade of Ghana", "Minister-designate for Trade", "GH"),
        ("Egypt's trade minister", "trade minister", "EG"),
        ("Chad's transitional president", "transitional president", "TD"),
        ("White House press secretary", "press secretary", "White House"),
        ("Secretary (West)", "Secretary (West)", None),
        (
            "Chairman of the CSTO Council of Foreign Ministers",
            "Chairman of the Council of Foreign Ministers",
            "CSTO",
        ),
    ],
)
def test_title_and_owner(words: str, title: str, of: str | None) -> None:
    post = post_of(f"It was said of the {words}.")
    assert (post.title, post.of) == (title, of)
    assert not post.plural
    assert not post.former


@pytest.mark.parametrize(
    ("words", "title", "parties"),
    [
        ("foreign ministers of Egypt, Jordan and Iraq", "foreign minister", ("EG", "JO", "IQ")),
        ("Presidents of Poland and the United States", "President", ("PL", "US")),
        (
            "Ministers of Internal Affairs of Kyrgyzstan and Russia",
            "Minister of Internal Affairs",
            ("KG", "RU"),
        ),
        ("Egypt's and Jordan's trade ministers", "trade minister", ("EG", "JO")),
        ("Russian and Ukrainian Presidents", "President", ("RU", "UA")),
        ("Deputy Foreign Ministers", "Deputy Foreign Minister", ()),
        ("Cabinet Secretaries", "Cabinet Secretary", ()),
        ("Attorneys-General of Fiji and Tonga", "Attorney-General", ("FJ", "TO")),
    ],
)
def test_plural(words: str, title: str, parties: tuple[str, ...]) -> None:
    post = post_of(f"It was said of the {words}.")
    assert (post.title, post.parties) == (title, parties)
    assert post.plural


@pytest.mark.parametrize(
    "words", ["former President of Chile", "late Prime Minister", "former Danish Foreign Minister"]
)
def test_former(words: str) -> None:
    assert post_of(f"It was said of the {words}.").former


@pytest.mark.parametrize(
    "words",
    [
        "They spoke of trade.",
        "The talks turned to foreign affairs, security and the economy.",
        "The Treaty of Lisbon and the Ministry of Finance of Malta were named.",
        "State visits and national budgets are dear.",
    ],
)
def test_no_office(words: str) -> None:
    segmented, found = read(words)
    line = [line for _, line in signs.lines(segmented, found)][-1]
    assert PHRASE.search(line.symbols) is None


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("Minister of Defence and Foreign Minister", "and Foreign Minister."),
        ("President of Ghana and Togo's Prime Minister", "and Togo's Prime Minister."),
        ("Minister of Foreign Affairs Don Pra", "Don Pra."),
        ("Prime Minister Askar Mam", "Askar Mam."),
        ("President of Kenya, Rwanda and Uganda sent", ", Rwanda and Uganda sent."),
    ],
)
def test_where_a_phrase_ends(words: str, rest: str) -> None:
    sentence = f"It was said of the {words}."
    post = post_of(sentence)
    segmented, _ = read(sentence)
    assert segmented.view[post.end :].strip() == rest


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Ministers", "Minister"),
        ("secretaries", "secretary"),
        ("Chairmen", "Chairman"),
        ("heads", "head"),
        ("Summits", "Summits"),
    ],
)
def test_singular(word: str, expected: str) -> None:
    assert singular(word) == expected

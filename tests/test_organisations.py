"""Organisations in a text: listed and defined ones, bodies, and what is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import document, lexicon
from kg.mentions import organisations
from kg.model import Article


def find(text: str) -> list[tuple[str, str]]:
    """Return words and name of each organisation in a text."""
    found = document.segment(Article("test", text))
    return [(text[m.start : m.end], m.name) for m in organisations.find(found)]


def names(text: str) -> list[str]:
    return [name for _, name in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The SCO met.", [("SCO", "SCO")]),
        (
            "The Shanghai Cooperation Organization met.",
            [("Shanghai Cooperation Organization", "SCO")],
        ),
        (
            "guests of the Shanghai Cooperation Organisation (SCO) met",
            [("Shanghai Cooperation Organisation (SCO)", "SCO")],
        ),
        (
            "the Collective Security Treaty Organisation CSTO Council",
            [("Collective Security Treaty Organisation CSTO", "CSTO")],
        ),
        ("SCO Secretary-General", [("SCO", "SCO")]),
        ("ASEAN's ministers", [("ASEAN", "ASEAN")]),
        ("the EU-Africa forum", [("EU", "EU")]),
        ("the UN Security Council", [("UN Security Council", "UN Security Council")]),
        ("the UN Trusteeship Council", [("UN", "UN")]),
        (
            "Executive Committee of the Regional Anti-Terrorist Structure of the SCO",
            [("Regional Anti-Terrorist Structure of the SCO", "SCO RATS")],
        ),
        ("SCO RATS", [("SCO RATS", "SCO RATS")]),
        ("the SCO's Regional Anti-Terrorist Structure (RATS) met", [
            ("SCO's Regional Anti-Terrorist Structure (RATS)", "SCO RATS"),
        ]),
        ("the ASEAN Secretariat", [("ASEAN Secretariat", "ASEAN Secretariat")]),
        (
            "the Secretariat of the Association of Southeast Asian Nations",
            [("Secretariat of the Association of Southeast Asian Nations", "ASEAN Secretariat")],
        ),
        ("the Commission of the African Union", [
            ("Commission of the African Union", "AU Commission"),
        ]),
    ],
)  # fmt: skip
def test_words_and_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert find(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NATO, the OSCE, the CIS and GUAM", ["NATO", "OSCE", "CIS", "GUAM"]),
        ("ECOWAS, UEMOA, IGAD, SADC and the EAC", ["ECOWAS", "UEMOA", "IGAD", "SADC", "EAC"]),
        ("CELAC, SICA, CARICOM and MERCOSUR", ["CELAC", "SICA", "CARICOM", "Mercosur"]),
        ("the Commonwealth of Nations and the Commonwealth", ["Commonwealth", "Commonwealth"]),
        ("the Commonwealth of Independent States", ["CIS"]),
        ("the African Development Bank and the Asian Development Bank", ["AfDB", "ADB"]),
        ("the Organisation of Islamic Cooperation", ["OIC"]),
        ("the D-8, the G20, the G-7 and the C5+1", ["D-8", "G20", "G7", "C5+1"]),
        ("the World Food Program and the World Food Programme", ["WFP", "WFP"]),
        ("the Organization of Turkic States and TURKSOY", ["OTS", "TURKSOY"]),
        ("Organization for Security and Cooperation in Europe", ["OSCE"]),
    ],
)  # fmt: skip
def test_variants(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Commonwealth of Independent States; the Commonwealth's budget", ["CIS", "CIS"]),
        ("the Commonwealth's budget", ["Commonwealth"]),
        (
            "the Commonwealth of Independent States, the Commonwealth of Nations, the Commonwealth",
            ["CIS", "Commonwealth", "Commonwealth"],
        ),
        ("the CIS and the Commonwealth", ["CIS", "Commonwealth"]),
    ],
)
def test_a_short_name_is_the_longer_one_that_it_begins(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The CAN met.", []),
        ("The Andean Community (CAN) met. The CAN agreed.", ["CAN", "CAN"]),
        ("The Andean Community met. The CAN agreed.", ["CAN", "CAN"]),
        ("The PACE of change", []),
        ("the Parliamentary Assembly of the Council of Europe; PACE", ["PACE", "PACE"]),
        ("The IDB lends.", []),
        ("The Inter-American Development Bank (IDB) lends; IDB staff", ["IDB", "IDB"]),
    ],
)
def test_acronyms_that_are_words_need_their_full_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Danube River Mission (DRM) met. DRM officers spoke.",
            [("Danube River Mission (DRM)", "DRM"), ("DRM", "DRM")],
        ),
        (
            "The Bank for Regional Growth (BRG) lends.",
            [("Bank for Regional Growth (BRG)", "BRG")],
        ),
        (
            "The Peace Monitoring Council (PMC) of the African Union sat; PMC members left.",
            [("PMC", "PMC"), ("African Union", "AU"), ("PMC", "PMC")],
        ),
    ],
)
def test_defined_acronyms(text: str, expected: list[tuple[str, str]]) -> None:
    assert find(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a Memorandum of Understanding (MoU)",
        "the Senior Officials' Meeting (SOM)",
        "the Council of Ministers' Meeting (COM)",
        "the Joint Working Group (JWG)",
        "a Bi-National Commission (BNC)",
        "the High-Level Council (HLC)",
        "the Strategic Cooperation Council (SCC)",
        "the Senior Officials Committee (SOC)",
        "the Council of Ministers (COM)",
        "the National Assembly (NA)",
        "the Prime Minister's Office (PMO)",
        "the State Security Committee (SSC)",
        "gross domestic product (GDP)",
        "foreign direct investment (FDI)",
        "the heads of state (HoS)",
        "the Free Trade Agreement (FTA)",
        "Ivan Petrov (IP)",
        "decision PSC/PR/COMM.12 and AU/DEC/7",
        "who is who, an eco hotel, it can",
        "SCOPE, UNIT, EUREKA and NATOs",
        "the shanghai cooperation organisation",
        "Commonwealth of Australia",
        "the Secretary of State for Foreign and Commonwealth Affairs",
        "the Foreign and Commonwealth Office, the Foreign, Commonwealth and Development Office",
        "",
    ],
)
def test_what_is_no_organisation(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rector of the Samarkand State University", ["Samarkand State University"]),
        ("Director Danube Trade Company spoke", ["Danube Trade Company"]),
        ("the University of Karvel Bay", ["University of Karvel Bay"]),
        ("the National Company for Trade and Transit", ["National Company for Trade and Transit"]),
        ("They came to Togo's Silk Road University today.", ["Silk Road University"]),
        ("The University met", []),
        ("a University and the Foundation", []),
        ("a company of the Company", []),
        ("the Danube Companyman", []),
        ("Ministry of Trade and National Council", []),
        ("SCO University", ["SCO"]),
    ],
)
def test_described_establishments(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_key_and_rule_tell_listed_from_defined() -> None:
    text = "NATO, the Danube River Mission (DRM) and the Karvel Foundation"
    found = organisations.find(document.segment(Article("test", text)))
    assert [(m.rule, m.key) for m in found] == [
        ("listed", "NATO"),
        ("defined", None),
        ("described", None),
    ]


def test_the_article() -> None:
    text = "Director of the Executive Committee of the Regional Anti-Terrorist Structure of the SCO"
    assert names(text) == ["SCO RATS"]


@given(st.lists(st.sampled_from(sorted(lexicon.organisations())), min_size=1, max_size=6))
def test_every_organisation_of_a_list_is_found(chosen: list[str]) -> None:
    listed = [lexicon.organisations()[name] for name in chosen]
    text = "The envoys of " + " as well as of ".join(one.forms[0] for one in listed) + " met."
    assert set(names(text)) == {one.name for one in listed}


@given(st.text(alphabet="SCO RATSofthe()AU'UN-,. ", max_size=120))
def test_mentions_stand_in_order_and_never_overlap(text: str) -> None:
    found = organisations.find(document.segment(Article("test", text)))
    for before, after in pairwise(found):
        assert before.end <= after.start
    assert all(0 <= m.start < m.end <= len(text) for m in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Indian Ocean Commission (IOC) met. The IOC adopted it.", ["IOC", "IOC"]),
        ("The Indian Ocean Commission met.", ["Indian Ocean Commission"]),
        ("The Indian Ocean Commission (Ebène) met.", ["Indian Ocean Commission"]),
        ("The World Bank (WB) lent money; the World Bank is rich.", ["WB", "WB"]),
        ("The Shanghai Cooperation Organization (ShOS) met.", ["SCO"]),
    ],
)
def test_a_text_gives_its_own_acronym_to_one_without(text: str, expected: list[str]) -> None:
    assert names(text) == expected

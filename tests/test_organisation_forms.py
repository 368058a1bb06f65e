"""Organisations in running text: known by name or acronym, described by the text, or neither."""

from __future__ import annotations

import pytest

from kg import document
from kg.mentions.organisations import find
from kg.model import Article


def named(words: str) -> list[str]:
    """Return the names of the organisations of a sentence, in its order."""
    return [m.name for m in find(document.segment(Article("a", words)))]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The African Union sent a team.", "AU"),
        ("The African Union (AU) sent a team.", "AU"),
        ("The AU sent a team.", "AU"),
        ("AU sent a team.", "AU"),
        ("The European Union sent a team.", "EU"),
        ("The EU’s team left.", "EU"),
        ("A team of the Organization of American States left.", "OAS"),
        ("A team of the Organisation of American States left.", "OAS"),
        ("The Association of Southeast Asian Nations sent a team.", "ASEAN"),
        ("The Association of Southeast Asian Nations (ASEAN) sent a team.", "ASEAN"),
        ("An ASEAN team left.", "ASEAN"),
        ("A non-ASEAN team left.", "ASEAN"),
        ("The Commonwealth of Independent States sent a team.", "CIS"),
        ("The Economic Community of West African States sent a team.", "ECOWAS"),
        ("The Gulf Cooperation Council sent a team.", "GCC"),
        ("The League of Arab States sent a team.", "Arab League"),
        ("The Arab League sent a team.", "Arab League"),
        ("The Caribbean Community sent a team.", "CARICOM"),
        ("The Pacific Islands Forum sent a team.", "PIF"),
        ("NATO sent a team.", "NATO"),
        ("The United Nations sent a team.", "UN"),
        ("The U.N. sent a team.", "UN"),
        ("UNESCO sent a team.", "UNESCO"),
        ("The World Bank sent a team.", "World Bank"),
        ("The International Monetary Fund sent a team.", "IMF"),
        ("The African Development Bank sent a team.", "AfDB"),
        ("The Asian Development Bank sent a team.", "ADB"),
        ("The International Committee of the Red Cross sent a team.", "ICRC"),
        ("INTERPOL sent a team.", "Interpol"),
        ("The Nordic Council sent a team.", "Nordic Council"),
        ("The Collective Security Treaty Organisation sent a team.", "CSTO"),
        ("The Eurasian Economic Union sent a team.", "EAEU"),
        ("The Organisation of Islamic Cooperation sent a team.", "OIC"),
        ("The Organization of Turkic States sent a team.", "OTS"),
        ("The Economic Cooperation Organization sent a team.", "ECO"),
        ("The Shanghai Cooperation Organization sent a team.", "SCO"),
        ("BRICS sent a team.", "BRICS"),
        ("The G20 sent a team.", "G20"),
        ("The Non-Aligned Movement sent a team.", "NAM"),
        ("Mercosur sent a team.", "Mercosur"),
    ],
)
def test_a_known_organisation(words: str, name: str) -> None:
    assert named(words) == [name]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("SADC and ECOWAS sent teams.", ["SADC", "ECOWAS"]),
        ("The EU, the AU and the UN sent teams.", ["EU", "AU", "UN"]),
        ("EU-ASEAN ties grew.", ["EU", "ASEAN"]),
        ("The AU-UN team left.", ["AU", "UN"]),
        ("The World Health Organization and the World Trade Organization left.", ["WHO", "WTO"]),
        ("ASEAN+3 and the G77 sent teams.", ["ASEAN+3", "G77"]),
        ("The UN and UNICEF sent teams.", ["UN", "UNICEF"]),
        ("ECO and ECOWAS sent teams.", ["ECO", "ECOWAS"]),
    ],
)
def test_several_in_a_sentence(words: str, names: list[str]) -> None:
    assert named(words) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("The Zambezi River Authority (ZRA) sent a team. The ZRA is old.", ["ZRA", "ZRA"]),
        ("The Lake Tana Basin Organisation (LTBO) sent a team. LTBO is old.", ["LTBO", "LTBO"]),
        ("The Islands Shipping Union (ISU) sent a team.", ["ISU"]),
        ("The West African Rice Association (WARA) sent a team.", ["WARA"]),
    ],
)
def test_one_that_the_text_describes_has_its_acronym(words: str, names: list[str]) -> None:
    assert named(words) == names


@pytest.mark.parametrize(
    "words",
    [
        "The union of workers sent a team.",
        "The whole community sent a team.",
        "A league of friends sent a team.",
        "The council of elders sent a team.",
        "Unity is strength.",
        "Who sent a team?",
        "They echo the words of the host.",
        "The eco lodge sent a team.",
        "A bank in Lima sent a team.",
        "The cooperation of all is needed.",
        "The world trade in rice grew.",
        "The organisation sent a team.",
        "The Ministry of Health sent a team.",
        "The Prime Minister sent a team.",
        "The commonwealth of ideas grew.",
        "An IT team left.",
    ],
)
def test_what_is_no_organisation(words: str) -> None:
    assert named(words) == []


@pytest.mark.parametrize(
    "words", ["The African Union (AU) sent a team.", "Teams of SADC and of the EU left."]
)
def test_a_mention_stands_where_its_words_stand(words: str) -> None:
    for mention in find(document.segment(Article("a", words))):
        assert words[mention.start : mention.end].strip() == words[mention.start : mention.end]
        assert mention.key is not None

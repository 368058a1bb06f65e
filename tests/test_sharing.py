"""What the members of a coordination share, and what each of them has alone."""

from __future__ import annotations

import pytest

from kg.mentions.sharing import singular
from kg.model import Article
from kg.pipeline import extract

OPENING = "TARTU, 6 May 2021 - The ministers of Latvia and Peru met in Tartu on 5 May 2021.\n\n"


def names(text: str) -> list[str]:
    facts = extract(Article("a", f"{OPENING}The ministers discussed {text}.\n", "2021-05-06"))
    return [topic.name for topic in facts.topics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what follows the last member is heard with the others too
        ("fishing and tourism in the region", ["fishing in the region", "tourism in the region"]),
        (
            "peace, stability and close cooperation in the Aral region",
            [f"{what} in the Aral region" for what in ("peace", "stability", "close cooperation")],
        ),
        (
            "friendship and all-round cooperation between Peru and Latvia",
            [
                "friendship between Peru and Latvia",
                "all-round cooperation between Peru and Latvia",
            ],
        ),
        (
            "the risks and the rewards of the new harbour",
            ["risks of the new harbour", "rewards of the new harbour"],
        ),
        (
            "the conservation and careful use of the wetlands",
            ["conservation of the wetlands", "careful use of the wetlands"],
        ),
        (
            "shipping and trade within the bloc",
            ["shipping within the bloc", "trade within the bloc"],
        ),
        # it is not, where it belongs to the last one alone
        ("tourism and developments in Syria", ["tourism", "developments in Syria"]),
        ("museum loans and the war in Syria", ["museum loans", "war in Syria"]),
        ("trade and cooperation in education", ["trade", "cooperation in education"]),
        ("energy and protection of the sea", ["energy", "protection of the sea"]),
        ("dengue fever and the future of the dam", ["dengue fever", "future of the dam"]),
        ("ways to extend ferries and a port in Peru", ["ferries", "port in Peru"]),
        ("the price of tea and the sale of coal", ["price of tea", "sale of coal"]),
    ],
)
def test_a_complement_is_shared_by_members_of_one_build(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "developments in the Gulf and in the wider world",
            ["developments in the Gulf", "developments in the wider world"],
        ),
        (
            "the conflicts in Libya, in Syria and in Yemen",
            ["conflict in Libya", "conflict in Syria", "conflict in Yemen"],
        ),
        (
            "the fight against piracy, against smuggling, and against human trafficking",
            ["piracy", "smuggling", "human trafficking"],
        ),
        (
            "access to water and to electricity",
            ["access to water", "access to electricity"],
        ),
        (
            "the schooling of girls in Kenya and in Uganda",
            ["schooling of girls in Kenya", "schooling of girls in Uganda"],
        ),
        # what is named after a plural of events is one of them
        (
            "the crises in Libya, Syria and Yemen",
            [f"crisis in {c}" for c in ("Libya", "Syria", "Yemen")],
        ),
        ("the violence in Mali, Iran and Cuba", ["violence in Mali", "Iran", "Cuba"]),
    ],
)
def test_a_preposition_said_again_has_the_head_before_it(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one head for what "and" alone binds
        ("the training of cooks and bakers", ["training of cooks", "training of bakers"]),
        ("access to wells and pastures", ["access to wells", "access to pastures"]),
        (
            "the illegal felling of oak and pine",
            ["illegal felling of oak", "illegal felling of pine"],
        ),
        ("fuel and food prices", ["fuel prices", "food prices"]),
        ("air and water pollution", ["air pollution", "water pollution"]),
        ("road and rail transport", ["road transport", "rail transport"]),
        ("trade, economic and tax policy", ["trade policy", "economic policy", "tax policy"]),
        ("the situation in Syria and Yemen", ["situation in Syria", "situation in Yemen"]),
        (
            "engagement with Peru, Chile and Cuba",
            [f"engagement with {c}" for c in ("Peru", "Chile", "Cuba")],
        ),
        # it is not, where either has its own article, preposition or place in a longer list
        (
            "the functioning of the court and school meals",
            ["functioning of the court", "school meals"],
        ),
        (
            "piracy, the return of calm and dengue fever",
            ["piracy", "return of calm", "dengue fever"],
        ),
        ("a fund for roads and a tourism brand", ["fund for roads", "tourism brand"]),
        ("the sale of tea to Peru and Cuba", ["sale of tea to Peru and Cuba"]),
        (
            "the upkeep of areas struck by floods and tolls",
            ["upkeep of areas struck by floods", "tolls"],
        ),
        ("hybrid threats – an old worry – and tolls", ["hybrid threats", "tolls"]),
    ],
)
def test_a_head_is_shared_by_what_and_alone_binds(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("crises in Libya", "crisis in Libya"),
        ("the wars", "war"),
        ("armed conflicts", "armed conflict"),
        ("relations", "relations"),
        ("warships in the Gulf", "warships in the Gulf"),
    ],
)
def test_the_head_of_several_is_told_of_one(name: str, expected: str) -> None:
    assert singular(name) == expected

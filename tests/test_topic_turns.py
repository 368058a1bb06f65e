"""Further turns of phrase that name what was taken up: documents on it, fields, lists, endings."""

from __future__ import annotations

import pytest

from kg import pipeline
from kg.model import Article

OPENING = (
    "Ministers of water meet in Bamako\n\n"
    "BAMAKO, 6 May 2021 - The Third Meeting of Ministers of Water of the Niger Basin Council"
    " was held in Bamako on 5 May 2021.\n\n"
)
BOTH = ["seed banks", "canal tolls"]


def topics(text: str) -> list[tuple[str, str | None]]:
    """Return each subject that a paragraph below the opening names, with its rule."""
    facts = pipeline.extract(Article("a", f"{OPENING}{text}\n", published="2021-05-06"))
    return [(topic.name, topic.rule) for topic in facts.topics]


@pytest.mark.parametrize(
    "text",
    [
        # close to hearts and minds
        "Seed banks and canal tolls are close to the hearts of both ministers.",
        "Uppermost in the minds of both were seed banks and canal tolls.",
        "The ministers attach importance to seed banks and canal tolls.",
        "The ministers stressed their commitment to seed banks and canal tolls.",
        "The ministers highlighted seed banks and canal tolls.",
        "The ministers' thoughts were with seed banks and canal tolls.",
        # what is to be done
        "The two countries want to do more for seed banks and canal tolls.",
        "The two will do more in seed banks and canal tolls.",
        "The two countries will work more closely on seed banks and canal tolls.",
        "They concurred on the need for seed banks and canal tolls.",
        "They reported on the state of seed banks and canal tolls.",
        "Results are expected in the fields of seed banks and canal tolls.",
        "Mali spoke up for seed banks and canal tolls.",
        # what was said, and when
        "Much was said about seed banks and canal tolls.",
        "The guests were told about seed banks and canal tolls.",
        "The ministers had a word on seed banks and canal tolls.",
        "The two put their heads together over seed banks and canal tolls.",
        "Light was thrown on seed banks and canal tolls.",
        "In the afternoon it was the turn of seed banks and canal tolls.",
        "Next on the list were seed banks and canal tolls.",
        "The ministers moved on to seed banks and canal tolls.",
        "Seed banks and canal tolls come next.",
        "Seed banks and canal tolls were covered.",
        "Their accounts covered seed banks and canal tolls.",
        "The ministers talked over seed banks and canal tolls.",
        "Subjects further examined were seed banks and canal tolls.",
        "With most time given to seed banks and canal tolls, the day was short.",
        "The morning belonged to seed banks and canal tolls.",
        "Seed banks and canal tolls dominated.",
        "At the heart of it were seed banks and canal tolls.",
        "Seed banks and canal tolls also came into play.",
        "Their first thought was for seed banks and canal tolls.",
        "They exchanged experience in seed banks and canal tolls.",
        "Experience was shared on seed banks and canal tolls.",
        "Mali took the floor on seed banks and canal tolls.",
        "A panel on seed banks and canal tolls followed.",
        "Both want swift progress on seed banks and canal tolls.",
        "Cooperation will extend to seed banks and canal tolls.",
        "Attention was drawn to seed banks and canal tolls.",
        "The ministers drew attention to seed banks and canal tolls.",
        "Seed banks and canal tolls are common priorities.",
        # from one to the other
        "The conversation ran from seed banks to canal tolls.",
        "The morning belonged to seed banks, the afternoon to canal tolls.",
        # what came of it
        "A compromise was found on seed banks and canal tolls.",
        "They reached an understanding on seed banks and canal tolls.",
        "Seed banks and canal tolls remain unresolved.",
        "Views on seed banks and canal tolls converge.",
        # what opens a sentence
        "When it comes to seed banks and canal tolls, the two agree.",
        "Whether it was seed banks or canal tolls, the two agreed.",
        "In the field of seed banks and canal tolls, little was done.",
        # announced before a list
        "The list of business was long: seed banks, canal tolls.",
        "The ministers took care of two files: seed banks and canal tolls.",
        "There were two more points on the list, namely seed banks and canal tolls.",
        "Two subjects dominated the talks: how to pay for seed banks and how to set canal tolls.",
        "What brought the ministers together was seed banks and canal tolls.",
        # turned round
        "It was seed banks and canal tolls that stood in the centre of attention.",
        "Also raised in the narrow circle were seed banks and canal tolls.",
        "Seed banks occupied the ministers at length, as did canal tolls.",
    ],
)
def test_a_turn_of_phrase_names_both_subjects(text: str) -> None:
    assert [name.lower() for name, _ in topics(text)] == BOTH


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As far as seed banks are concerned, the two agree.", ["seed banks"]),
        ("They asked themselves how seed banks can be paid for.", ["seed banks"]),
        (
            "They exchanged views on how seed banks in the region can be paid for.",
            ["seed banks in the region"],
        ),
        ("The ministers moved from tea to canal tolls.", ["canal tolls"]),
        (
            "The minister conferred with his Kenyan colleague, Peter Otieno, on seed banks.",
            ["seed banks"],
        ),
        # near misses
        ("The ministers took the floor on Friday.", []),
        ("Oil dominated exports.", []),
        ("The narrow part came first.", []),
        ("The first to come was the minister's car.", []),
        ("The road ran from the river to the town.", []),
        ("The gavel was passed on to Mali.", []),
        ("What kept the minister at home was a cold.", ["cold"]),
        ("Seed banks, he stressed, were none of his business.", []),
        ("The minister stressed that all is well.", []),
        ("How might they do more in common?", []),
    ],
)
def test_one_subject_or_none(text: str, expected: list[str]) -> None:
    assert [name for name, _ in topics(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is heard or adopted is on what was taken up
        ("A report on canal tolls was heard.", ["canal tolls"]),
        ("The ministers heard a report by the secretariat on canal tolls.", ["canal tolls"]),
        (
            "The ministers adopted a statement on seed banks and a resolution on canal tolls.",
            ["seed banks", "canal tolls"],
        ),
        (
            "The Council adopted:\n- a resolution on seed banks;\n- a resolution on canal tolls.",
            ["seed banks", "canal tolls"],
        ),
        # and what is signed is not
        ("The ministers signed a joint statement on canal tolls.", []),
        ("The ministers signed an agreement on canal tolls.", []),
        ("The ministers adopted an agreement on canal tolls.", []),
        # nor what a body does every day, nor what only the press has
        ("The ministers heard a report on the activities of the Council.", []),
        ("The ministers heard a report on the results of the last meeting.", []),
        ("The minister denied reports about canal tolls.", []),
    ],
)
def test_subjects_of_documents(text: str, expected: list[str]) -> None:
    assert [name for name, rule in topics(text)] == expected
    assert all(rule == "topic-document" for _, rule in topics(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # fields of cooperation: an adjective takes the cooperation, a noun stands for itself
        (
            "They discussed cooperation in the economic, investment and cultural fields.",
            ["economic cooperation", "investment", "cultural cooperation"],
        ),
        (
            "They reviewed ties in the scientific and cultural spheres.",
            ["scientific ties", "cultural ties"],
        ),
        (
            "They discussed cooperation in political, tax and infrastructure sectors.",
            ["political cooperation", "tax", "infrastructure"],
        ),
        # fields of something else keep their noun
        (
            "They discussed the banking and financial sectors.",
            ["banking", "financial sectors"],
        ),
        ("They discussed rural and urban schools.", ["rural schools", "urban schools"]),
        # a verb below "how to" is no part of it
        ("They discussed how to recover from drought.", ["drought"]),
    ],
)
def test_fields_share_their_noun(text: str, expected: list[str]) -> None:
    assert [name for name, _ in topics(text)] == expected


def test_lines_of_a_list_may_have_clauses_of_their_own() -> None:
    text = (
        "Issues addressed:\n\n"
        "- the seed bank for the islands, which is growing (welcomed);\n"
        "- canal tolls, a matter that Mali brought up;\n"
        "- what the ministers want;\n"
        "- Benin sent a minister."
    )
    assert topics(text) == [
        ("seed bank for the islands", "topic-list"),
        ("canal tolls", "topic-list"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # words that name a subject head a phrase wherever it stands
        ("The ministers hope for the reform of the Council.", ["reform of the Council"]),
        ("What they seek is the repatriation of exiles.", ["repatriation of exiles"]),
        ("Below them lay sanctions, famine and drought.", ["sanctions", "famine", "drought"]),
        # but not in the background, and not alone
        ("The Council was founded for the reform of the tolls.", []),
        ("Their press release was short.", []),
        ("All is calm in the forest.", []),
    ],
)
def test_words_that_name_a_subject(text: str, expected: list[str]) -> None:
    assert [name for name, _ in topics(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hunger had been discussed in parliament in May.",
        "Canal tolls were raised by farmers.",
        "Newspapers discussed hunger for weeks.",
        "The ministers raised their glasses.",
        "It was Mali that was in the centre of attention.",
    ],
)
def test_what_is_taken_up_elsewhere_or_by_no_one(text: str) -> None:
    assert topics(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They discussed food and water safety.", ["food safety", "water safety"]),
        ("They discussed tourism and food safety.", ["tourism", "food safety"]),
        ("They discussed trade and energy security.", ["trade", "energy security"]),
        ("They heard the report of the council on trade.", []),
    ],
)
def test_who_shares_safety(text: str, expected: list[str]) -> None:
    assert [name for name, _ in topics(text)] == expected

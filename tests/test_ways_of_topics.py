"""The many ways of saying what a meeting was about, and what is no subject of it."""

from __future__ import annotations

import pytest

from kg import pipeline
from kg.model import Article

OPENING = (
    "Ministers of culture meet in Tartu\n\n"
    "TARTU, 6 May 2021 - The Third Meeting of Ministers of Culture of the Baltic Cultural Council"
    " was held in Tartu on 5 May 2021.\n\n"
)
BOTH = ["museum loans", "film grants"]


def names(text: str) -> list[str]:
    facts = pipeline.extract(Article("a", f"{OPENING}{text}\n", published="2021-05-06"))
    return [topic.name for topic in facts.topics]


@pytest.mark.parametrize(
    "text",
    [
        # the subjects come first
        "Museum loans and film grants took up most of the second morning.",
        "Museum loans and film grants will fill what time remains.",
        "Museum loans and film grants occupied the ministers further.",
        "Museum loans and film grants formed the heart of the debate.",
        "Museum loans and film grants gave matter for the debate.",
        "Museum loans and film grants were treated together.",
        "Museum loans and film grants ran through the draft.",
        "Museum loans and film grants found a place on the agenda.",
        "Museum loans and film grants were the main items.",
        "Museum loans and film grants were the matters reviewed by the Council.",
        "Museum loans and film grants were what the ministers discussed.",
        "Museum loans and film grants: that is how the agenda read.",
        "Museum loans; film grants: on all this views were exchanged.",
        "Museum loans and film grants; these two the ministers discussed at length.",
        "Museum loans and film grants are the two headings of it.",
        # they come last
        "Up for discussion were museum loans and film grants.",
        "There was talk of museum loans and of film grants.",
        "Discussions were held on museum loans and film grants.",
        "Two files lay open: museum loans and film grants.",
        "The agenda: museum loans; film grants.",
        "The order of business: museum loans; film grants.",
        "The meeting was given over to museum loans and film grants.",
        "Much of the time went to museum loans and film grants.",
        "Most time was spent on museum loans and film grants.",
        "The two exchanged thoughts on museum loans and film grants.",
        "An exchange of views was held on museum loans and film grants.",
        "The ministers held in-depth talks on museum loans and film grants.",
        "They are looking at museum loans and film grants.",
        "The talks dealt mainly with museum loans and film grants.",
        "Emphasis was laid on museum loans and film grants.",
        "Progress was made on museum loans and film grants.",
        "The conversation also turned to museum loans and film grants.",
        "At the centre of attention stood museum loans and film grants.",
        "On the programme were museum loans and film grants.",
        "They agreed to cooperate in the fields of museum loans and film grants.",
        "The Council took note of museum loans and film grants.",
        '"We also discussed museum loans and film grants, and there was a good mood in the room,"'
        " the minister said.",
    ],
)
def test_a_way_of_saying_gives_the_subjects(text: str) -> None:
    assert [name.lower() for name in names(text)] == BOTH


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The officials talked about sea lanes and the rules-based order.",
            ["sea lanes", "rules-based order"],
        ),
        (
            "The ministers discussed transit across the Caspian, tourism and wheat.",
            ["transit across the Caspian", "tourism", "wheat"],
        ),
        (
            "They discussed cooperation in areas of capacity building, IT and dance.",
            ["capacity building", "IT", "dance"],
        ),
        ("They discussed the state border, the ministry said.", ["state border"]),
        ("The theft of icons and fraud were raised.", ["theft of icons", "fraud"]),
        (
            "The theme is museum loans; envoys of sixty lands have come.",
            ["museum loans"],
        ),
        (
            "They discussed the education of women in Kenya and Uganda.",
            ["education of women in Kenya and Uganda"],
        ),
        ("Talks were held on museum loans, the agency reported.", ["museum loans"]),
    ],
)
def test_subjects_end_where_they_should(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The discussions were held on Monday in Riga.",
        "The ministers discussed the draft Museum Charter.",
        "The minister took up his post in May.",
        "The guests occupied the first row.",
        "The hall was treated with oil.",
        "The ministers are looking at each other.",
        "A lunch was given to the guests.",
        '"Museum loans are what we live for in these islands, and film grants too, as all know,"'
        " the guide said.",
    ],
)
def test_what_is_no_subject_of_the_talks(text: str) -> None:
    assert names(text) == []

"""What a meeting that is still to come will be about."""

from __future__ import annotations

import pytest

from kg.model import Article
from kg.pipeline import extract

OPENING = (
    "TARTU, 6 May 2021 - The ministers of Latvia and Peru will meet in Tartu on 9 May 2021.\n\n"
)


def names(text: str) -> list[str]:
    facts = extract(Article("a", f"{OPENING}{text}\n", "2021-05-06"))
    return [topic.name.lower() for topic in facts.topics]


@pytest.mark.parametrize(
    "text",
    [
        "On the agenda are stamps and tolls.",
        "On the agenda will be stamps and tolls.",
        "The agenda foresees stamps and tolls.",
        "The agenda will include stamps and tolls.",
        "The programme lists stamps and tolls.",
        "The ministers are due to discuss stamps and tolls.",
        "The ministers hope to discuss stamps and tolls.",
        "The ministers will concern themselves with stamps and tolls.",
        "The ministers will devote themselves to stamps and tolls.",
        "Stamps and tolls are due for discussion.",
        "Stamps and tolls will top the agenda.",
        "Stamps and tolls will take centre stage.",
        "Stamps and tolls are to come up.",
        "Stamps and tolls stand on the programme.",
        "Stamps and tolls await them.",
        "The talks will be about stamps and tolls.",
        "The talks will revolve around stamps and tolls.",
        "The talks are meant to cover stamps and tolls.",
        "The talks will range from stamps to tolls.",
        "It will be about stamps and tolls.",
        "They will look for a compromise on stamps and tolls.",
        "They will decide on stamps and tolls.",
        "The point of the meeting is stamps and tolls.",
        "Peru will bring up stamps and tolls.",
        "Among the topics will be stamps and tolls.",
        "The focus will be on stamps and tolls.",
        "At issue are stamps and tolls.",
    ],
)
def test_what_will_be_taken_up(text: str) -> None:
    assert names(text) == ["stamps", "tolls"]


@pytest.mark.parametrize(
    "text",
    [
        "Last year the ministers discussed stamps and tolls.",
        "The two had spoken of stamps and tolls on the telephone.",
        "Stamps and tolls were discussed at home.",
        "The ministers will visit a mint and a toll house.",
        "The programme will also show the guests the town.",
    ],
)
def test_what_was_is_no_plan(text: str) -> None:
    assert names(text) == []

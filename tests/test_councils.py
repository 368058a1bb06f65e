"""Councils whose meeting no noun names: held, attended, dated in a heading, or at work on a day."""

from __future__ import annotations

import pytest

from tests.reports import alone


@pytest.mark.parametrize(
    ("words", "name", "start"),
    [
        (
            "The Lake Affairs Council was chaired by Minister Kofi Boadu.",
            "Lake Affairs Council",
            None,
        ),
        ("I attended the Lake Affairs Council on 10 June.", "Lake Affairs Council", "2019-06-10"),
        (
            "At the Lake Affairs Council in Accra on Monday ministers spoke of fish.",
            "Lake Affairs Council",
            "2019-06-10",
        ),
        ("The Lake Affairs Council today adopted a plan.", "Lake Affairs Council", "2019-06-12"),
        (
            "Chaired by Minister Kofi Boadu, the Lake Affairs Council discussed fish on Tuesday.",
            "Lake Affairs Council",
            "2019-06-11",
        ),
        ("The Trade Board on Tuesday approved the plan.", "Trade Board", "2019-06-11"),
    ],
)
def test_the_council_is_the_meeting(words: str, name: str, start: str | None) -> None:
    assert [(m.name, m.start) for m in alone(words).meetings] == [(name, start)]


@pytest.mark.parametrize(
    "words",
    [
        "The Lake Affairs Council adopted a plan in 2007.",
        "The Lake Affairs Council has ten members.",
        "The Lake Affairs Council employs divers who today adopted a dog.",
        "The chairman of the Lake Affairs Council spoke today.",
        "At the Lake Affairs Council, he was a clerk.",
    ],
)
def test_the_council_is_only_spoken_of(words: str) -> None:
    assert alone(words).meetings == ()


def test_a_council_at_work_is_at_the_meeting_told_of() -> None:
    words = (
        "The 5th meeting of the Lake Affairs Council was held in Accra on Monday. The Lake Affairs"
        " Council on Tuesday adopted a plan."
    )
    assert [m.name for m in alone(words).meetings] == ["5th meeting of the Lake Affairs Council"]


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("The presidents of the two countries held a meeting in Suva on 4 May 2020.", "presidents"),
        ("The leaders of the five states held a meeting in Suva on 4 May 2020.", "leaders"),
        ("The Heads of State held a meeting in Suva on 4 May 2020.", "Heads of State"),
    ],
)
def test_whose_heads_they_are_is_no_part_of_a_body(words: str, body: str) -> None:
    assert [meeting.body for meeting in alone(words, "2020-05-05").meetings] == [body]

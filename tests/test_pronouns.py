""" "It" for the meeting told of last: where and when it was, and what else "it" can mean."""

from __future__ import annotations

import pytest

from tests.reports import alone, meeting

SUMMIT = "Maize was the theme of the 12th ECOWAS summit."


@pytest.mark.parametrize(
    ("words", "start", "place"),
    [
        ("It was held in Lomé on 3 June.", "2019-06-03", "Lomé"),
        ("It took place in Lomé on 3 June.", "2019-06-03", "Lomé"),
        ("It was hosted by Togo in Lomé on 3 June.", "2019-06-03", "Lomé"),
        ("It also brought together farmers in Lomé on 3 June.", "2019-06-03", "Lomé"),
        ("It gathered ministers in Lomé on 3 June.", "2019-06-03", "Lomé"),
        ("It lasted a day, 3 June, in Lomé.", "2019-06-03", "Lomé"),
        ("It was attended by farmers.", None, None),
    ],
)
def test_it_means_the_meeting_told_of_last(
    words: str, start: str | None, place: str | None
) -> None:
    found = meeting(f"{SUMMIT} {words}")
    assert (found.ordinal, found.start, found.place) == (12, start, place)


@pytest.mark.parametrize(
    "words",
    [
        "It cost much in Accra on 3 June.",
        "It was feared in Accra on 3 June that prices rise.",
        "It was signed in Accra on 3 June.",
        "It began to rain in Accra on 3 June.",
        "Prices rise. It was held in Accra on 3 June that this is bad.",
    ],
)
def test_it_can_mean_something_else(words: str) -> None:
    found = meeting(f"{SUMMIT} {words}")
    assert (found.start, found.place) == (None, None)


def test_it_founds_no_meeting() -> None:
    assert alone("The bridge is new. It was opened in Lomé on 3 June.").meetings == ()


def test_it_is_the_last_of_two() -> None:
    found = alone(
        "The 12th ECOWAS summit was held in Lomé on 3 June. The 13th ECOWAS summit will be opened"
        " by farmers. It is to take place in Accra on 4 July."
    ).meetings
    assert [(m.start, m.place) for m in found] == [("2019-06-03", "Lomé"), ("2019-07-04", "Accra")]

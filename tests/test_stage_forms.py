"""How far a meeting has got by what is said around its name: before, while and after it sits."""

from __future__ import annotations

import pytest

from tests.reports import alone

TODAY = "2019-06-12"


def status(words: str) -> str:
    """Return how far the ECCAS summit has got by these words."""
    (found,) = (m.status for m in alone(words, TODAY).meetings if "ECCAS summit" in m.name)
    return found


@pytest.mark.parametrize(
    ("words", "far"),
    [
        (
            "On the eve of the 2nd ECCAS summit, ministers of Chad and Gabon met there on Tuesday.",
            "planned",
        ),
        ("Nothing will be signed before the 2nd ECCAS summit in Luanda has been held.", "planned"),
        ("The talks will resume, but not before the 2nd ECCAS summit.", "planned"),
        ("The talks will resume once the 2nd ECCAS summit is over.", "planned"),
        ("The experts are making the 2nd ECCAS summit in Luanda ready.", "planned"),
        ("The session serves to get the 2nd ECCAS summit ready.", "planned"),
        ("The ministers prepared the 2nd ECCAS summit in Luanda.", "planned"),
        ("The ministers went over the agenda of the coming 2nd ECCAS summit in Luanda.", "planned"),
        ("The ministers set the agenda for the 2nd ECCAS summit.", "planned"),
        ("Documents were readied for adoption at the 2nd ECCAS summit.", "planned"),
        ("Three drafts will go before the 2nd ECCAS summit in Luanda.", "planned"),
        ("The opening of the 2nd ECCAS summit in Luanda is a matter of minutes.", "planned"),
        ("The 2nd ECCAS summit is running two hours late.", "planned"),
        ("The 2nd ECCAS summit in Luanda is two days away.", "planned"),
        ("Two days remain until the 2nd ECCAS summit in Luanda.", "planned"),
        ("The countdown to the 2nd ECCAS summit in Luanda has begun.", "planned"),
        ("The 2nd ECCAS summit follows in Luanda in July.", "planned"),
        ("The 2nd ECCAS summit is on the calendar for July.", "planned"),
        ("The 2nd ECCAS summit awaits the presidents in Luanda.", "planned"),
        ("The presidents have accepted to come to the 2nd ECCAS summit in Luanda.", "planned"),
        ("He asked the presidents to come to the 2nd ECCAS summit in Luanda.", "planned"),
        ("Luanda will be the scene of the 2nd ECCAS summit.", "planned"),
        ("Luanda is the venue chosen for the 2nd ECCAS summit.", "planned"),
        (
            "Before they move on to the hall for the 2nd ECCAS summit, the leaders talked.",
            "planned",
        ),
        ("The 2nd ECCAS summit opens its doors in Luanda next week.", "planned"),
        ("The 2nd ECCAS summit is now in full swing in Luanda.", "ongoing"),
        ("The 2nd ECCAS summit is under way in Luanda.", "ongoing"),
        ("The 2nd ECCAS summit entered its second day in Luanda today.", "ongoing"),
        (
            "The 2nd ECCAS summit continued in Luanda today with its second of three days.",
            "ongoing",
        ),
        ("The 2nd ECCAS summit opened in Luanda today and ends on Friday.", "ongoing"),
        ("The presidents are meeting in Luanda for the 2nd ECCAS summit.", "ongoing"),
        (
            "Presidents carried on with the second of three days of the 2nd ECCAS summit.",
            "ongoing",
        ),
        (
            "At the moment the presidents sit behind closed doors for the 2nd ECCAS summit.",
            "ongoing",
        ),
        (
            "The 2nd ECCAS summit, whose opening week is in full swing, sees many guests.",
            "ongoing",
        ),
        ("The 2nd ECCAS summit winds up today in Luanda.", "ongoing"),
        ("The 2nd ECCAS summit will end on Friday; it opened on Tuesday in Luanda.", "ongoing"),
        ("The 2nd ECCAS summit rose in Luanda after three days.", "held"),
        ("The 2nd ECCAS summit broke up in Luanda on Tuesday.", "held"),
        ("The 2nd ECCAS summit is over.", "held"),
        ("The curtain fell on the 2nd ECCAS summit in Luanda.", "held"),
        ("Before the 2nd ECCAS summit ended in Luanda, a charter was adopted.", "held"),
        (
            "On the eve of the 2nd ECCAS summit, held in Luanda on 10 June 2019, prices rose.",
            "held",
        ),
        ("Ahead of the 2nd ECCAS summit, which ended in Luanda on Monday, prices rose.", "held"),
        ("After the 2nd ECCAS summit in Luanda the presidents flew home.", "held"),
        ("The session prepared by experts led to the 2nd ECCAS summit, held in Luanda.", "held"),
        ("The 2nd ECCAS summit prepared a charter in Luanda.", "held"),
        ("The 2nd ECCAS summit made the charter ready in Luanda.", "held"),
        ("The 2nd ECCAS summit followed in Luanda.", "held"),
        ("The 2nd ECCAS summit had been prepared by experts and was held in Luanda.", "held"),
    ],
)
def test_stage(words: str, far: str) -> None:
    assert status(words) == far


@pytest.mark.parametrize(
    "words",
    [
        "Nothing was signed before the 2nd ECCAS summit in Luanda.",
        "The presidents talked until the 2nd ECCAS summit ended in Luanda.",
        "The agenda adopted at the 2nd ECCAS summit in Luanda was long.",
        "The charter was put up for adoption in May and passed at the 2nd ECCAS summit in Luanda.",
        "They made the 2nd ECCAS summit in Luanda a success.",
        "The presidents who came to the 2nd ECCAS summit in Luanda signed a charter.",
        "Two days after the 2nd ECCAS summit in Luanda the roads were open again.",
        "The venue of the 2nd ECCAS summit in Luanda was guarded.",
        "The 2nd ECCAS summit in Luanda was two days long.",
        "The 2nd ECCAS summit followed the talks in Luanda.",
    ],
)
def test_what_is_said_of_a_summit_that_was_held(words: str) -> None:
    assert status(words) == "held"


def test_day_of_the_clause_behind_is_not_that_of_what_is_ahead() -> None:
    words = "Ahead of the 2nd ECCAS summit, the foreign ministers of Chad and Gabon met on Tuesday."
    summit, met = alone(words, TODAY).meetings
    assert (summit.start, summit.status) == (None, "planned")
    assert (met.start, met.status) == ("2019-06-11", "held")


@pytest.mark.parametrize("edge", ["in the margins", "on the sidelines", "on the fringes"])
def test_day_of_what_takes_place_beside_a_session_is_not_the_session_s(edge: str) -> None:
    words = (
        f"President Luis Paz of Peru today met President Eva Soto of Chile {edge} of the 74th"
        " session of the United Nations General Assembly."
    )
    days = {m.ordinal: m.start for m in alone(words, TODAY).meetings}
    assert days == {None: TODAY, 74: None}
    written = words.replace("today met", "met on 3 June 2019 with")
    days = {m.ordinal: m.start for m in alone(written, TODAY).meetings}
    assert days == {None: "2019-06-03", 74: None}

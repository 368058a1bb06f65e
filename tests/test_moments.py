"""Days told by counting from publication or from the day last spoken of."""

from __future__ import annotations

import pytest

from kg.document import segment
from kg.mentions.dates import find
from kg.model import Article

FRIDAY = "2016-04-15"


def days(text: str, published: str | None = FRIDAY) -> list[tuple[str, str | None]]:
    """Return the first and last day of each date that a text names."""
    article = Article("test", text, published=published)
    return [(mention.first, mention.last) for mention in find(segment(article))]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The two ministers met the day before yesterday.", "2016-04-13", None),
        ("The day after tomorrow the panel will convene.", "2016-04-17", None),
        ("The accord was initialled three days ago.", "2016-04-12", None),
        ("The accord will be initialled two days from now.", "2016-04-17", None),
        ("The consuls met on the 12th, in Porto.", "2016-04-12", None),
        ("The consuls met on the 28th in Porto.", "2016-03-28", None),
        ("The consuls will meet on the 28th in Porto.", "2016-04-28", None),
        ("The consuls will meet on the 2nd in Porto.", "2016-05-02", None),
        ("They sat from the 11th to the 13th of this month in Porto.", "2016-04-11", "2016-04-13"),
        ("They will sit from the 20th to the 22nd in Porto.", "2016-04-20", "2016-04-22"),
        ("The envoys sat down on the 31st.", "2016-03-31", None),
        ("The forum is planned for this autumn.", "2016", None),
        ("The forum is planned for next spring.", "2017", None),
        ("The forum is planned for the coming summer.", "2016", None),
        ("The forum was held last summer.", "2015", None),
        ("It will be signed in the second half of the year.", "2016", None),
        ("It will be signed in the first quarter of 2018.", "2018", None),
        ("It was signed in the second half of 2014.", "2014", None),
    ],
)
def test_counted_days(text: str, first: str, last: str | None) -> None:
    assert days(text) == [(first, last)]


def test_days_are_counted_from_the_day_last_spoken_of() -> None:
    text = "On 3 March 2016 the premiers met. Two days later their ministers signed."
    assert days(text) == [("2016-03-03", None), ("2016-03-05", None)]
    text = "On 3 March 2016 the premiers met. Two days earlier their ministers had signed."
    assert days(text) == [("2016-03-03", None), ("2016-03-01", None)]


@pytest.mark.parametrize(
    "text",
    [
        "They spoke on the 14th floor of the ministry.",
        "It fell on the 14th anniversary of the pact.",
        "They agreed on the 9th draft of the text.",
        "The forum was held last winter.",  # which of its two years?
        "The spring session heard him.",
        "Two days before the vote nobody knew.",
        "It lasted three days.",
        "He came from the 7th district.",
    ],
)
def test_what_is_no_counted_day(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    "text",
    ["They met on the 12th in Porto.", "They met three days ago.", "It is due next autumn."],
)
def test_nothing_is_counted_from_a_day_that_is_not_known(text: str) -> None:
    assert days(text, None) == []
    assert days("They met on the 12th in Porto.", "2016-04") == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The session of 10.XII.2010 heard him.", "2010-12-10"),
        ("The session of 2.IV.2010 heard him.", "2010-04-02"),
        ("The session of 9/XI/2010 heard him.", "2010-11-09"),
    ],
)
def test_roman_months(text: str, first: str) -> None:
    assert days(text) == [(first, None)]


def test_a_day_that_no_calendar_has() -> None:
    assert days("The session of 31.IV.2010 heard him.") == []
    assert days("The session of 10.XV.2010 heard him.") == []

"""Ranges whose two ends are dates of their own, and days told by weekday and number."""

from __future__ import annotations

import pytest

from kg import document
from kg.mentions import dates
from kg.model import Article

PUBLISHED = "2018-05-17"  # a Thursday


def days_of(words: str) -> list[tuple[str, str | None]]:
    text = f"The Joint Council of the two countries met in Lima {words} and then parted."
    found = dates.find(document.segment(Article("lima", text, published=PUBLISHED)))
    return [(date.first, date.last) for date in found]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("from Thursday, 10 May, until today", "2018-05-10", "2018-05-17"),
        ("from Wednesday through today", "2018-05-16", "2018-05-17"),
        ("from yesterday up to tomorrow", "2018-05-16", "2018-05-18"),
        ("from yesterday until and including tomorrow", None, None),
        ("from 10 May up to and including 12 May", "2018-05-10", "2018-05-12"),
        ("since yesterday and until tomorrow", "2018-05-16", "2018-05-18"),
        ("from Monday 14 to Wednesday 16 May", "2018-05-14", "2018-05-16"),
        ("on Monday 14 and Tuesday 15 May 2018", "2018-05-14", "2018-05-15"),
        ("on Monday, 14th and Tuesday, 15th May 2018", "2018-05-14", "2018-05-15"),
        ("from Tuesday, the 8th, to Thursday, the 10th", "2018-05-08", "2018-05-10"),
        ("on 30-31 October and 1 November 2017", "2017-10-30", "2017-11-01"),
        ("on 30 and 31 October, and on 1 November 2017", "2017-10-30", "2017-11-01"),
        ("on 3/4 May 2017", "2017-05-03", "2017-05-04"),
        ("on the weekend of 5/6 May", "2018-05-05", "2018-05-06"),
    ],
)
def test_ranges(words: str, first: str | None, last: str | None) -> None:
    assert ((first, last) in days_of(words)) is (first is not None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # two days, no range
        ("on 3 May and on 7 May", [("2018-05-03", None), ("2018-05-07", None)]),
        ("on Monday and today", [("2018-05-14", None), ("2018-05-17", None)]),
        (
            "on 28-29 April and 2 May 2018",
            [("2018-04-28", "2018-04-29"), ("2018-05-02", None)],
        ),
        # the other way about, too far apart, or owned
        ("on 7 May, to 3 May they did not return", [("2018-05-07", None), ("2018-05-03", None)]),
        ("on 3 May 2017, until 5 May 2018", [("2017-05-03", None), ("2018-05-05", None)]),
        ("on Monday, to today's surprise", [("2018-05-14", None), ("2018-05-17", None)]),
        # a number behind a weekday that is not its day
        ("on Monday 12 and Tuesday 15 May", [("2018-05-14", None), ("2018-05-15", None)]),
    ],
)
def test_what_is_no_range(words: str, expected: list[tuple[str, str | None]]) -> None:
    assert days_of(words) == expected


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Thursday, the 3rd", "2018-05-03"),
        ("on Thursday the 10th", "2018-05-10"),
        ("on Saturday the 28th", "2018-04-28"),
        ("on Thursday the 3rd of May", "2018-05-03"),
        ("on the 3rd day of May 2017", "2017-05-03"),
        ("on 3rd day of May 2017", "2017-05-03"),
        ("on 2 March of the previous year", "2017-03-02"),
        ("on 2 March in the preceding year", "2017-03-02"),
        ("on 2 March of the current year", "2018-03-02"),
        ("on 2 March of the following year", "2019-03-02"),
        ("on 2 March", "2018-03-02"),
        # a number that is no day
        ("on Thursday the 3rd round", "2018-05-17"),
    ],
)
def test_one_day(words: str, day: str) -> None:
    assert days_of(words) == [(day, None)]

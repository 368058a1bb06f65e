"""Dates as the presses of many countries print them, and numbers that are no date."""

from __future__ import annotations

import pytest

from kg.document import segment
from kg.mentions.dates import find
from kg.model import Article

PUBLISHED = "2018-09-20"  # a Thursday

Span = tuple[str, str | None]


def spans(words: str, published: str | None = PUBLISHED) -> list[Span]:
    """Return first and last day of each date in a paragraph of its own."""
    return [(m.first, m.last) for m in find(segment(Article("a", words, published=published)))]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        # days
        ("18 September 2018", ("2018-09-18", None)),
        ("18 Sept. 2018", ("2018-09-18", None)),
        ("18 Sept 2018", ("2018-09-18", None)),
        ("September 18, 2018", ("2018-09-18", None)),
        ("Sept. 18, 2018", ("2018-09-18", None)),
        ("September 18th, 2018", ("2018-09-18", None)),
        ("the 18th of September 2018", ("2018-09-18", None)),
        ("Tuesday, 18 September 2018", ("2018-09-18", None)),
        ("Tuesday, September 18, 2018", ("2018-09-18", None)),
        ("Tuesday 18 September", ("2018-09-18", None)),
        ("2018-09-18", ("2018-09-18", None)),
        ("18.09.2018", ("2018-09-18", None)),
        ("18/09/2018", ("2018-09-18", None)),
        ("1st January 2018", ("2018-01-01", None)),
        ("2nd February 2018", ("2018-02-02", None)),
        ("3rd March 2018", ("2018-03-03", None)),
        ("21st April 2018", ("2018-04-21", None)),
        ("29 February 2016", ("2016-02-29", None)),
        ("31 December 2017", ("2017-12-31", None)),
        # ranges
        ("17-18 September 2018", ("2018-09-17", "2018-09-18")),
        ("17–18 September 2018", ("2018-09-17", "2018-09-18")),
        ("17 — 18 September 2018", ("2018-09-17", "2018-09-18")),
        ("September 17-18, 2018", ("2018-09-17", "2018-09-18")),
        ("September 17 to 18, 2018", ("2018-09-17", "2018-09-18")),
        ("September 17 and 18, 2018", ("2018-09-17", "2018-09-18")),
        ("17 and 18 September", ("2018-09-17", "2018-09-18")),
        ("17th and 18th September 2018", ("2018-09-17", "2018-09-18")),
        ("the 17th to the 18th of September 2018", ("2018-09-17", "2018-09-18")),
        ("29 August to 2 September 2018", ("2018-08-29", "2018-09-02")),
        ("29 August – 2 September 2018", ("2018-08-29", "2018-09-02")),
        ("August 29-September 2, 2018", ("2018-08-29", "2018-09-02")),
        ("August 29 - September 2", ("2018-08-29", "2018-09-02")),
        ("30 December 2017 - 3 January 2018", ("2017-12-30", "2018-01-03")),
        ("December 30, 2017 to January 3, 2018", ("2017-12-30", "2018-01-03")),
        ("16, 17 and 18 September 2018", ("2018-09-16", "2018-09-18")),
        # parts
        ("September 2018", ("2018-09", None)),
        ("September of 2018", ("2018-09", None)),
        ("Sept. 2018", ("2018-09", None)),
    ],
)
def test_a_written_date(written: str, expected: Span) -> None:
    assert spans(f"The ministers met on {written} in Vaduz.") == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The ministers met on Tuesday.", ["2018-09-18"]),
        ("The ministers met on Wednesday evening.", ["2018-09-19"]),
        ("The ministers met on Thursday.", ["2018-09-20"]),
        ("The ministers met on Friday.", ["2018-09-14"]),
        ("The ministers met last Friday.", ["2018-09-14"]),
        ("The ministers met yesterday.", ["2018-09-19"]),
        ("Yesterday the ministers met.", ["2018-09-19"]),
        ("The ministers met today.", ["2018-09-20"]),
        ("Today, the ministers met.", ["2018-09-20"]),
        ("The ministers met here this afternoon.", ["2018-09-20"]),
        ("The ministers met last night.", ["2018-09-19"]),
        ("The ministers will meet tomorrow.", ["2018-09-21"]),
        ("The ministers will meet on Monday.", ["2018-09-24"]),
        ("The ministers are to meet on Saturday.", ["2018-09-22"]),
        ("The ministers are expected to meet next Tuesday.", ["2018-09-25"]),
        ("The ministers will meet next month.", ["2018-10"]),
        ("The ministers met last month.", ["2018-08"]),
        ("The ministers will meet in November.", ["2018-11"]),
        ("The ministers met in July.", ["2018-07"]),
        ("The ministers met in 2016.", ["2016"]),
        ("The ministers met in early 2016.", ["2016"]),
        ("The ministers met in the spring of 2016.", ["2016"]),
        ("The ministers will meet at the end of 2019.", ["2019"]),
    ],
)
def test_a_day_told_from_the_day_of_publication(words: str, expected: list[str]) -> None:
    assert [first for first, _ in spans(words)] == expected


@pytest.mark.parametrize(
    "words",
    [
        "The hall on the 18th floor was full.",
        "The 18th session went well.",
        "Article 18 of the charter was cited.",
        "Article 9.18 of the charter was cited.",
        "Resolution 1874 (2009) was upheld.",
        "Some 2018 guests came.",
        "Trade reached 2,018 million dollars.",
        "The flight SU 2018 was late.",
        "The room 2018 was locked.",
        "They may meet again.",
        "He will march with them.",
        "The second of the three spoke.",
        "They spoke at 18:09.",
        "They spoke at 6 p.m. sharp.",
        "They lost 18-09.",
        "The road is 18.09 km long.",
        "Call +41 18 09 20 for tickets.",
        "May the river rise again.",
        "April Mensah sang.",
        "The Sunday Times wrote of it.",
        "The plan for 2018-2022 was praised.",
        "G20 and D-8 are groups.",
        "The 30 February deadline was a joke.",
        "The 32 August deadline was a joke.",
    ],
)
def test_what_is_no_date(words: str) -> None:
    assert spans(words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The ministers met on Tuesday.", []),
        ("The ministers met yesterday.", []),
        ("The ministers met on 18 September.", []),
        ("The ministers met in September.", []),
        ("The ministers met on 18 September 2018.", [("2018-09-18", None)]),
        ("The ministers met in September 2018.", [("2018-09", None)]),
        ("The ministers met in 2018.", [("2018", None)]),
    ],
)
def test_without_a_day_of_publication_only_whole_dates_are_read(
    words: str, expected: list[Span]
) -> None:
    assert spans(words, None) == expected


@pytest.mark.parametrize(
    ("published", "words", "expected"),
    [
        ("2019-01-02", "The ministers met on 28 December.", "2018-12-28"),
        ("2019-01-02", "The ministers met on Monday.", "2018-12-31"),
        ("2019-01-02", "The ministers met last month.", "2018-12"),
        ("2019-01-02", "The ministers met last year.", "2018"),
        ("2018-12-28", "The ministers will meet on 4 January.", "2019-01-04"),
        ("2018-12-28", "The ministers will meet on Wednesday.", "2019-01-02"),
        ("2018-12-28", "The ministers will meet next month.", "2019-01"),
        ("2020-02-28", "The ministers will meet tomorrow.", "2020-02-29"),
        ("2020-03-01", "The ministers met yesterday.", "2020-02-29"),
        ("2019-03-01", "The ministers met yesterday.", "2019-02-28"),
        ("2018-01-01", "The ministers met yesterday.", "2017-12-31"),
    ],
)
def test_the_turn_of_a_month_or_year(published: str, words: str, expected: str) -> None:
    assert [first for first, _ in spans(words, published)] == [expected]


def test_the_words_of_a_date_are_quoted_as_printed() -> None:
    words = "They met on Tuesday, 18 September 2018, in Vaduz and on 2 October in Bern."
    found = find(segment(Article("a", words, published=PUBLISHED)))
    assert [words[m.start : m.end] for m in found] == ["Tuesday, 18 September 2018", "2 October"]

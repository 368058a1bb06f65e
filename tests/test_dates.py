"""Date expressions, and what they mean against the day of publication."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.document import segment
from kg.language.dates import only_year, parse, scan
from kg.mentions.dates import find
from kg.model import Article, DateMention

PUBLISHED = "2016-04-15"  # a Friday


def dates(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str, str | None]]:
    """Return words, first and last day of each date that a sentence names."""
    return [(text[m.start : m.end], m.first, m.last) for m in mentions(text, published)]


def mentions(text: str, published: str | None = PUBLISHED) -> tuple[DateMention, ...]:
    return find(segment(Article("test", text, published=published)))


def days(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [(first, last) for _, first, last in dates(text, published)]


# --- written dates ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("13-14 April 2016", "2016-04-13", "2016-04-14"),
        ("13–14 April 2016", "2016-04-13", "2016-04-14"),
        ("13 - 14 April, 2016", "2016-04-13", "2016-04-14"),
        ("13 to 14 April 2016", "2016-04-13", "2016-04-14"),
        ("13 and 14 April 2016", "2016-04-13", "2016-04-14"),
        ("13, 14 and 15 April 2016", "2016-04-13", "2016-04-15"),
        ("13th to 14th April 2016", "2016-04-13", "2016-04-14"),
        ("01-03 July 2023", "2023-07-01", "2023-07-03"),
        ("8 February 2020", "2020-02-08", None),
        ("8th February 2020", "2020-02-08", None),
        ("8th of February, 2020", "2020-02-08", None),
        ("8 FEBRUARY 2020", "2020-02-08", None),
        ("8 Feb. 2020", "2020-02-08", None),
        ("8-Feb-2020", "2020-02-08", None),
        ("16 Sep, 2021", "2021-09-16", None),
        ("30 June to 2 July 2016", "2016-06-30", "2016-07-02"),
        ("30 June - 2 July 2016", "2016-06-30", "2016-07-02"),
        ("30 December to 2 January 2017", "2016-12-30", "2017-01-02"),
        ("30 December 2016 to 2 January 2017", "2016-12-30", "2017-01-02"),
        ("April 13, 2016", "2016-04-13", None),
        ("April 13 2016", "2016-04-13", None),
        ("April 13th, 2016", "2016-04-13", None),
        ("Apr. 13, 2016", "2016-04-13", None),
        ("Sept. 9, 2023", "2023-09-09", None),
        ("April 13-14, 2016", "2016-04-13", "2016-04-14"),
        ("April 13 and 14, 2016", "2016-04-13", "2016-04-14"),
        ("April 13 to 14, 2016", "2016-04-13", "2016-04-14"),
        ("June 30 to July 2, 2016", "2016-06-30", "2016-07-02"),
        ("June 30–July 2, 2016", "2016-06-30", "2016-07-02"),
        ("Monday, July 4, 2022", "2022-07-04", None),
        ("Monday 4 July 2022", "2022-07-04", None),
        ("July 4, 2022 (Monday)", "2022-07-04", None),
        ("2016-04-13", "2016-04-13", None),
        ("2016/04/13", "2016-04-13", None),
        ("13.04.2016", "2016-04-13", None),
        ("13/04/2016", "2016-04-13", None),
        ("04/13/2016", "2016-04-13", None),
        ("1.4.2016", "2016-04-01", None),
        ("June 2016", "2016-06", None),
        ("June, 2016", "2016-06", None),
        ("June-July 2016", "2016-06", "2016-07"),
        ("December 2009 to November 2013", "2009-12", "2013-11"),
        ("29 February 2020", "2020-02-29", None),
    ],
)
def test_written_dates(written: str, first: str, last: str | None) -> None:
    assert dates(f"The ministers met on {written} in Strelsau.") == [(written, first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "It stands on the 27th floor of the tower.",
        "They counted 1,200 delegates.",
        "They recalled Resolution 2231 (2015) and Resolution 1325.",
        "Agenda 2030 and Vision 2063 were discussed.",
        "The talks began at 5:00 p.m. and ended at 10.",
        "Article 12 and Annex 3 apply.",
        "The programme for 2016-2020 was read.",
        "The strategy for 2017–2022 and the plan for 2015-18 were read.",
        "Call +998 71 233 2016 for more.",
        "The 2006 Lombok Treaty guides them.",
        "The 2022 Forum was named.",
        "The ministers may meet again.",
        "They march on.",
        "Relations since 1991 and trade until 2025 and by 2030 were named.",
        "Trade came to 2016 million dollars.",
        "On 31 April 2016 nothing was held.",
        "On 30 February 2016 and 32 May 2016 neither.",
        "The C5+1 and the 2+2 met.",
        "A total of 2000 villages and of 1990 schools took part.",
        "Mr. May and Ms. March spoke, and so did August Strakencz.",
        "The Good Friday Agreement was recalled.",
        "The Sunday Times reports.",
        "Protocol 2016-12-99 was not found.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == []


def test_an_impossible_day_leaves_its_month() -> None:
    assert scan_first("in June 2016 on 31 June 2016") == ["2016-06"]


def scan_first(text: str) -> list[str]:
    return [found.first.iso() for found in scan(text) if found.first.year]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Signed in 2012.", [("2012", None)]),
        ("In the year 2012 they met.", [("2012", None)]),
        ("Early 2012 saw talks.", [("2012", None)]),
        ("In the spring of 2012 they met.", [("2012", None)]),
        ("the treaty of friendship of 2008.", [("2008", None)]),
        ("They met in April and parted.", [("2016-04", None)]),
        ("They will meet in early October.", [("2016-10", None)]),
        ("They met last May.", [("2015-05", None)]),
        ("They met last March.", [("2016-03", None)]),
        ("They met on 30 June and 1 July 2016.", [("2016-06-30", "2016-07-01")]),
        ("On 5 May 2016 and 6 May 2017.", [("2016-05-05", None), ("2017-05-06", None)]),
        ("On May 3 and 12 ministers came.", [("2016-05-03", None)]),
        ("On May 3, 12 ministers will come.", [("2016-05-03", None)]),
        ("On April 28, 19:28 they met.", [("2016-04-28", None)]),
        ("On 3 May they met; on 5 May they left.", [("2016-05-03", None), ("2016-05-05", None)]),
    ],
)
def test_partial_dates_and_neighbours(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert days(text) == expected


def test_parse_takes_the_first() -> None:
    found = parse("published 5 May 2016, updated 6 May 2016")
    assert found is not None
    assert found.first.iso() == "2016-05-05"
    assert parse("no date at all") is None


# --- a day without a year -------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "published", "first"),
    [
        ("They met on 13 April.", "2016-04-15", "2016-04-13"),
        ("They met on 28 December.", "2017-01-03", "2016-12-28"),
        ("They will meet on 5 January.", "2016-12-20", "2017-01-05"),
        ("The next session is due on 20 February.", "2016-11-10", "2017-02-20"),
        ("The treaty was signed on 1 February.", "2016-11-10", "2016-02-01"),
        ("The conference is scheduled for 18 October.", "2017-08-14", "2017-10-18"),
        ("They met on 29 February.", "2016-03-02", "2016-02-29"),
        ("Firefly told reporters that they would meet in December.", "2016-09-09", "2016-12"),
        ("They met on 14 October.", "2016-10", "2016-10-14"),
        ("They met on 14 October.", "2016", "2016-10-14"),
    ],
)
def test_a_missing_year_is_the_nearest_sensible_one(text: str, published: str, first: str) -> None:
    assert days(text, published) == [(first, None)]


def test_without_date_of_publication_a_day_takes_the_only_year_of_the_text() -> None:
    text = "They met on 12 March. The treaty of 5 March 2021 was read."
    assert days(text, None) == [("2021-03-12", None), ("2021-03-05", None)]


@pytest.mark.parametrize(
    "text",
    [
        "They met on 12 March.",
        "They met on Monday and parted yesterday.",
        "They met on 12 March. The treaties of 5 March 2021 and 6 May 2019 were read.",
        "They met today, that day and the following day.",
    ],
)
def test_without_any_year_a_day_is_left_out(text: str) -> None:
    assert "03-12" not in [first[5:] for first, _ in days(text, None)]
    assert not any(m.form == "relative" for m in mentions(text, None))


def test_the_only_year() -> None:
    assert only_year("on 5 May 2016 and in June 2016, in 1991") == 2016
    assert only_year("on 5 May 2016 and 6 May 2017") is None
    assert only_year("in May") is None


# --- relative days --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        ("The ministers met on Thursday.", "Thursday", "2016-04-14"),
        ("The ministers met on Friday.", "Friday", "2016-04-15"),
        ("The ministers met on Saturday.", "Saturday", "2016-04-09"),
        ("He told reporters Wednesday.", "Wednesday", "2016-04-13"),
        ("They will meet on Monday.", "Monday", "2016-04-18"),
        ("On Monday the ministers will meet.", "Monday", "2016-04-18"),
        ("The talks are to end on Sunday.", "Sunday", "2016-04-17"),
        ("The minister leaves for Klow on Tuesday.", "Tuesday", "2016-04-19"),
        ("His talks with the guest were moved to Tuesday.", "Tuesday", "2016-04-19"),
        ("He was moved by the talks of Tuesday.", "Tuesday", "2016-04-12"),
        ("They will meet, he said on Monday.", "Monday", "2016-04-11"),
        ("They will meet, the ministry said in a statement on Monday.", "Monday", "2016-04-11"),
        ("He told reporters that they would meet on Monday.", "Monday", "2016-04-18"),
        ("He said that they had met on Monday.", "Monday", "2016-04-11"),
        ("# Ministers to meet in Klow on Monday", "Monday", "2016-04-18"),
        ("# Ministers meet in Klow on Monday", "Monday", "2016-04-11"),
        ("They met last Friday.", "last Friday", "2016-04-08"),
        ("They meet next Friday.", "next Friday", "2016-04-22"),
        ("Monday's talks were long.", "Monday", "2016-04-11"),
        ("They met on Thursday evening.", "Thursday evening", "2016-04-14"),
        ("They met today.", "today", "2016-04-15"),
        ("This afternoon they met.", "This afternoon", "2016-04-15"),
        ("They met yesterday.", "yesterday", "2016-04-14"),
        ("They dined last night.", "last night", "2016-04-14"),
        ("They meet tomorrow.", "tomorrow", "2016-04-16"),
        ("They met this year.", "this year", "2016"),
        ("They met last year.", "last year", "2015"),
        ("They met last month.", "last month", "2016-03"),
        ("They meet next month.", "next month", "2016-05"),
    ],
)
def test_relative_days(text: str, words: str, first: str) -> None:
    assert dates(text) == [(words, first, None)]
    assert mentions(text)[0].form == "relative"


def test_each_clause_has_its_own_direction() -> None:
    text = "The session opened in Klow on Wednesday and is to end on Monday."
    assert days(text) == [("2016-04-13", None), ("2016-04-18", None)]


def test_two_weekdays_are_a_range() -> None:
    assert days("The ministers met on Tuesday and Wednesday.") == [("2016-04-12", "2016-04-13")]
    assert days("They will meet on Sunday and Monday.") == [("2016-04-17", "2016-04-18")]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("They met on 8 April. In the morning of that day others had met.", "2016-04-08"),
        ("They met on 8 April. The same day a statement was read.", "2016-04-08"),
        ("They met on 8 April. On the following day they left.", "2016-04-09"),
        ("They met on 8 April. The day before, others had met.", "2016-04-07"),
        ("They met, and on the following day they left.", "2016-04-16"),
        (
            "They met on 8 April. He spoke of the games, which began on 2 April. That day ended.",
            "2016-04-08",
        ),
    ],
)
def test_days_told_by_another_day(text: str, last: str) -> None:
    assert days(text)[-1] == (last, None)


@pytest.mark.parametrize("published", ["2016-04", "2016", None])
def test_a_relative_day_needs_the_day_of_publication(published: str | None) -> None:
    assert dates("They met on Monday and yesterday.", published) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They spoke this Wednesday, July 2, by phone.", "Wednesday, July 2"),
        ("On Friday, 8 September 2023, they met.", "Friday, 8 September 2023"),
    ],
)
def test_a_weekday_beside_a_date_is_part_of_it(text: str, words: str) -> None:
    assert [found for found, _, _ in dates(text)] == [words]


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        ("They will meet in June this year.", "June this year", "2016-06"),
        ("They met in June last year.", "June last year", "2015-06"),
        ("They will meet on 5 January next year.", "5 January next year", "2017-01-05"),
        ("The talks were convened in June.", "June", "2016-06"),
    ],
)
def test_a_year_told_behind_a_month(text: str, words: str, first: str) -> None:
    assert dates(text) == [(words, first, None)]


def test_noise_and_bullets_name_no_dates() -> None:
    text = (
        "5 May 2016\n\nMinisters of two states meet\n\nThey met on 3 May.\n\nPosted on 6 May 2016"
    )
    assert days(text, "2016-05-05") == [("2016-05-03", None)]


# --- any text -------------------------------------------------------------------------

PIECES = st.one_of(
    st.sampled_from(
        (
            "May ",
            "13",
            "-",
            "–",
            " and ",
            "2016",
            "April",
            ".",
            ", ",
            "30",
            "Feb. ",
            "Monday",
            " to ",
        )
    ),
    st.sampled_from(
        ("next day", "that day", "/", "th ", "1,", "of ", "in ", "12:30", "(", ")", "\n", "will ")
    ),
)


@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["2016-02-29", "2016", None]))
@settings(max_examples=400, deadline=None)
def test_any_text_gives_dates_in_order_that_the_calendar_has(
    text: str, published: str | None
) -> None:
    end = 0
    for mention in mentions(text, published):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        for day in (mention.first, mention.last):
            date.fromisoformat(f"{day or mention.first}-01-01"[:10])

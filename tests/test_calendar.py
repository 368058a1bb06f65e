"""Days that are told by their distance from the day of publication."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.dates import Calendar, Day, Direction, Expression, next_day


@pytest.mark.parametrize(
    ("name", "direction", "day"),
    [
        ("Thursday", "past", "2016-04-14"),
        ("Friday", "past", "2016-04-15"),
        ("Friday", "future", "2016-04-15"),
        ("Saturday", "past", "2016-04-09"),
        ("Saturday", "future", "2016-04-16"),
        ("Wed", "future", "2016-04-20"),
    ],
)
def test_weekdays(name: str, direction: str, day: str) -> None:
    assert Calendar("2016-04-15").weekday(name, direction) == day  # type: ignore[arg-type]


def test_a_weekday_without_publication_is_none() -> None:
    assert Calendar(None).weekday("Monday", "past") is None


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.sampled_from(["Mon", "Tue", "Sun"]))
def test_a_weekday_is_within_a_week(day: date, name: str) -> None:
    past = date.fromisoformat(str(Calendar(day.isoformat()).weekday(name, "past")))
    future = date.fromisoformat(str(Calendar(day.isoformat()).weekday(name, "future")))
    assert 0 <= (day - past).days < 7
    assert 0 <= (future - day).days < 7
    assert past.strftime("%a") == future.strftime("%a") == name


@pytest.mark.parametrize(
    ("months", "expected"), [(0, "2016-01"), (-1, "2015-12"), (12, "2017-01"), (-13, "2014-12")]
)
def test_months_over_the_new_year(months: int, expected: str) -> None:
    assert Calendar("2016-01-31").shift_month(months) == expected


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        ("2016-02-28", 1, "2016-02-29"),
        ("2016-12-31", 1, "2017-01-01"),
        ("2016-03-01", -1, "2016-02-29"),
    ],
)
def test_next_day(day: str, days: int, expected: str) -> None:
    assert next_day(day, days) == expected
    assert Calendar(day).shift(days) == expected


@pytest.mark.parametrize(
    ("published", "direction", "strict", "year"),
    [
        ("2016-04-15", "past", False, 2016),
        ("2016-04-15", "past", True, 2015),
        ("2016-11-15", "future", False, 2017),
        ("2016-11-15", "past", False, 2016),
        ("2016", "past", False, 2016),
    ],
)
def test_the_year_of_a_day_in_may(
    published: str, direction: Direction, strict: bool, year: int
) -> None:
    found = Expression(0, 5, Day(None, 5, 20), None, "day-month")
    resolved = Calendar(published).resolve(found, direction, strict=strict)
    assert resolved == (f"{year}-05-20", None)


def test_a_range_over_the_new_year() -> None:
    found = Expression(0, 9, Day(None, 12, 30), Day(None, 1, 2), "day-month")
    assert Calendar("2017-01-04").resolve(found, "past") == ("2016-12-30", "2017-01-02")


def test_29_february_needs_its_year() -> None:
    found = Expression(0, 9, Day(None, 2, 29), None, "day-month")
    assert Calendar("2016-03-01").resolve(found, "past") == ("2016-02-29", None)
    assert Calendar("2017-03-01").resolve(found, "past") is None


def test_without_any_year_nothing_is_resolved() -> None:
    found = Expression(0, 9, Day(None, 2, 20), None, "day-month")
    assert Calendar(None).resolve(found, "past") is None
    assert Calendar(None, 2016).resolve(found, "past") == ("2016-02-20", None)

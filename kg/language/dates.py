"""The grammar of dates as English reports write them: days, months, years and ranges of these.

A written date is read into an `Expression` whose fields are numbers, the year
None where the text leaves it out; `Calendar` resolves it, and words such as
"Thursday" or "yesterday", against the date of publication. What is no date
gives nothing: "27th floor", "Resolution 2231 (2015)", "5:00 p.m.", "2016-2020".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from kg.language import expressions as re

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
    r"(?!\w)"
)
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
ORDINAL = r"(?:st|nd|rd|th)"
YEAR = r"(?:19|20)\d\d(?![\d-])"
WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)(?!\w)\.?)"
)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_NTH = rf"{DAY}(?:\s?{ORDINAL}(?!\w))?"
_NO_CLOCK = r"(?!\s?(?:[ap]\.?m\b|[:%]\d?)|[.,]\d)"
_TO = r"(?:\s?[-–—]\s?|\s+(?:to|and|through|till|until)\s+(?:the\s+)?)"
_LIST = rf"(?:,\s?{_NTH}){{0,4}},?\s+(?:and|&)\s+(?:the\s+)?{_NTH}"
_SPAN = rf"(?:\s?[-–—&/]\s?|\s+(?:to|through|till|until)\s+(?:the\s+)?){_NTH}{_NO_CLOCK}"
_AFTER_LIST = (
    r"(?=\s*(?:[,.;:)\]–—-]|$)|\s+(?:[A-Z]|(?:19|20)\d\d|in|at|of|on|this|under|with|to|for|as|by"
    r"|was|were|is|are|will|the|last|next)\b|\s+[A-Z])"
)
_YEAR = r"(?:,?\s+(?:of\s+)?|-|/)(?P<year{}>(?:19|20)\d\d)(?![\d-])"

_MARK = re.compile(
    rf"\b(?:(?P<month>{MONTH})"
    r"|(?P<iso>(?:19|20)\d\d(?P<bar>[-/.])\d\d(?P=bar)\d\d)(?![\d-])"
    r"|(?P<numeric>\d\d?(?P<dot>[./-])(?:\d\d?|(?P<roman>I{1,3}|IV|VI{0,3}|IX|XI{0,2}))(?P=dot)"
    r"(?:19|20)\d\d)(?![\d-])"
    r"|(?P<bare>(?:19|20)\d\d)(?!\d|\s?[-–—/]\s?\d|[.,]\d))"
)
_DAYS_BEFORE = re.compile(
    rf"(?<![\w.,/:–—-])(?P<days>{_NTH}(?:{_LIST}|{_SPAN})?)(?:\s+(?:(?:day\s+)?of\s+)?|-)$"
)
_DAYS_AFTER = re.compile(
    rf"[.,]?\s+(?:the\s+)?(?P<days>{_NTH}{_NO_CLOCK}(?:{_SPAN}|{_LIST}{_NO_CLOCK}{_AFTER_LIST})?)"
)
_YEAR_AFTER = re.compile(_YEAR.format(""))
_TO_DAY_MONTH = re.compile(
    rf"{_TO}(?:{WEEKDAY},?\s+)?(?P<days>{_NTH})\s+(?:of\s+)?(?P<month>{MONTH})"
    rf"(?:{_YEAR.format('')})?"
)
_TO_MONTH_DAY = re.compile(
    rf"{_TO}(?:{WEEKDAY},?\s+)?(?P<month>{MONTH})\s+(?P<days>{_NTH}){_NO_CLOCK}"
    rf"(?:{_YEAR.format('')})?"
)
_NUMBER_BEFORE = re.compile(r"\d\s$")
_AND = re.compile(r"\s+and\b")
_TO_MONTH = re.compile(
    rf"(?:{_YEAR.format('1')})?{_TO}(?P<month>{MONTH})(?!(?:{_YEAR.format('2')})?\\s+\\d\\d?\\b)"
)
_WEEKDAY_BEFORE = re.compile(rf"(?<!\w){WEEKDAY},?\s+(?:the\s+)?$")
_WEEKDAY_AFTER = re.compile(rf"\s?\({WEEKDAY}\)")
_BEFORE_MONTH = re.compile(
    r"\b(?:in|of|for|this|last|next|early|late|mid|during|since|until|by|coming)[\s-]+$",
    re.IGNORECASE,
)
_BEFORE_YEAR = re.compile(
    r"\b(?:in|back\s+to|(?:set|scheduled|planned|due|slated|foreseen)\s+for|year|early|late|mid"
    r"|(?:beginning|middle|end|start|spring|summer|autumn|winter|summit|session|conference|meeting|assembly)\s+of"
    r"|spring|summer|autumn|winter|(?:half|quarter)\s+of)[\s-]+$",
    re.IGNORECASE,
)
_OF_MEETING = re.compile(
    r"\s+(?:[A-Z][\w-]*\s+){0,4}(?:[Ss]ummit|[Cc]onference|[Ss]ession|[Mm]eeting|[Mm]inisterial|[Aa]ssembly)\b"
)
_CLOSED = re.compile(r"\s*(?:[.,;:)\]]|$)")
_BACK = 60
"""Characters before a month in which its days may stand."""

Rule = Literal["day-month", "month-day", "iso-date", "numeric-date", "month-year", "month", "year"]


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month or year in numbers; None for what the text leaves out."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def iso(self) -> str:
        """Return the ISO form, whole or partial; the year must be known."""
        parts = (part for part in (self.month, self.day) if part is not None)
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in parts)])

    def real(self) -> bool:
        """Tell whether the calendar has such a day; 29 February needs no year."""
        if self.day is None or self.month is None:
            return self.month is None or 1 <= self.month <= 12
        try:
            date(self.year or 2000, self.month, self.day)
        except ValueError:
            return False
        return True


@dataclass(frozen=True, slots=True)
class Expression:
    """A written date at `start` to `end`: its first and, for a range, its last day."""

    start: int
    end: int
    first: Day
    last: Day | None
    rule: Rule


# --- written dates ----------------------------------------------------------------


def scan(view: str, start: int = 0, end: int | None = None) -> Iterator[Expression]:
    """Yield the written dates of `view` from `start` to `end`, in order, not overlapping."""
    end = len(view) if end is None else end
    free = start
    for mark in _MARK.finditer(view, start, end):
        if mark.start() < free:
            continue
        found = _read(view, free, mark, end)
        if found is not None and _sound(found):
            yield found
            free = found.end


def parse(text: str) -> Expression | None:
    """Return the first written date of `text`, or None."""
    return next(scan(text), None)


def only_year(view: str) -> int | None:
    """Return the one year that all dates of a text to the month or day are in, or None."""
    days = (day for found in scan(view) for day in (found.first, found.last) if day)
    years = {day.year for day in days if day.year and day.month}
    return years.pop() if len(years) == 1 else None


def _read(view: str, free: int, mark: re.Match[str], end: int) -> Expression | None:
    """Return the date that a month, a number or a year at `mark` belongs to."""
    if mark["iso"]:
        year, month, day = (int(part) for part in re.split(r"\D", mark["iso"]))
        return Expression(*mark.span(), Day(year, month, day), None, "iso-date")
    if mark["numeric"]:
        return _numeric(mark)
    if mark["bare"]:
        low = max(free, mark.start() - 20)
        named = _BEFORE_YEAR.search(view, low, mark.start())
        closed = view.endswith(" of ", low, mark.start()) and _CLOSED.match(view, mark.end())
        if not (named or closed or _OF_MEETING.match(view, mark.end())):
            return None
        return Expression(*mark.span(), Day(int(mark["bare"])), None, "year")
    before = _DAYS_BEFORE.search(view, max(free, mark.start() - _BACK), mark.start())
    if before is not None:
        return _with_days(view, before.start(), before["days"], mark, mark.end(), end)
    after = _DAYS_AFTER.match(view, mark.end(), end)
    if after is not None:
        return _with_days(view, mark.start(), after["days"], mark, after.end(), end)
    return _month(view, free, mark, end)


def _numeric(mark: re.Match[str]) -> Expression:
    """Read "13.04.2016" or "13.IV.2016": the day first, unless only the month can stand there."""
    parts = mark["numeric"].split(mark["dot"])
    if mark["roman"]:
        month = _ROMAN.index(mark["roman"]) + 1
        return Expression(
            *mark.span(), Day(int(parts[2]), month, int(parts[0])), None, "numeric-date"
        )
    one, two, year = (int(part) for part in parts)
    day, month = (two, one) if two > 12 else (one, two)
    return Expression(*mark.span(), Day(year, month, day), None, "numeric-date")


def _with_days(
    view: str, start: int, days: str, mark: re.Match[str], end: int, limit: int
) -> Expression:
    """Read a month with days before or after it, a year, and a second month with its day."""
    first_day, *others = (int(number) for number in re.findall(r"\d+", days))
    month = month_number(mark["month"])
    rule: Rule = "day-month" if start < mark.start() else "month-day"
    year = _YEAR_AFTER.match(view, end, limit)
    end = year.end() if year else end
    first = Day(int(year["year"]) if year else None, month, first_day)
    last = Day(first.year, month, others[-1]) if others else None
    to = _TO_DAY_MONTH if rule == "day-month" else _TO_MONTH_DAY
    second = None if others else to.match(view, end, limit)
    if second is not None and not (year and _AND.match(second.group())):
        day = int(re.findall(r"\d+", second["days"])[0])
        last_year = int(second["year"]) if second["year"] else first.year
        last = Day(last_year, month_number(second["month"]), day)
        first = _same_span(first, last)
        end = second.end()
    return _with_weekday(view, Expression(start, end, first, last, rule), limit)


def _same_span(first: Day, last: Day) -> Day:
    """Return `first` with the year that `last` gives it, the one before over New Year."""
    if first.year is not None or last.year is None or first.month is None or last.month is None:
        return first
    return Day(last.year - (first.month > last.month), first.month, first.day)


def _with_weekday(view: str, found: Expression, limit: int) -> Expression:
    """Return the date with the name of the day that stands beside it taken in."""
    before = _WEEKDAY_BEFORE.search(view, max(0, found.start - 16), found.start)
    after = _WEEKDAY_AFTER.match(view, found.end, limit)
    start = before.start() if before else found.start
    end = after.end() if after else found.end
    return Expression(start, end, found.first, found.last, found.rule)


def _month(view: str, free: int, mark: re.Match[str], limit: int) -> Expression | None:
    """Read a month, or two, without days: with a year, or after a word such as "in"."""
    first = month_number(mark["month"])
    second = _TO_MONTH.match(view, mark.end(), limit)
    end = second.end() if second else mark.end()
    year = _YEAR_AFTER.match(view, end, limit)
    if year is None and not _BEFORE_MONTH.search(view, max(free, mark.start() - 12), mark.start()):
        return None
    if _NUMBER_BEFORE.search(view, max(free, mark.start() - 4), mark.start()):
        return None
    number = int(year["year"]) if year else None
    last = Day(number, month_number(second["month"])) if second else None
    own = int(second["year1"]) if second and second["year1"] else None
    opening = Day(number, first) if last is None else _same_span(Day(own, first), last)
    end = year.end() if year else end
    return Expression(mark.start(), end, opening, last, "month-year" if year else "month")


def month_number(name: str) -> int:
    """Return the number of an English month from its first three letters."""
    return _MONTHS.index(name[:3].lower()) + 1


def _sound(found: Expression) -> bool:
    """Tell whether the calendar has the days, in this order."""
    first, last = found.first, found.last
    if not first.real() or (last is not None and not last.real()):
        return False
    if last is None or first.year is None or last.year is None:
        return last is None or first.month != last.month or (first.day or 0) < (last.day or 0)
    return first.iso() < last.iso()


# --- days against the date of publication -----------------------------------------


Direction = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a day without a year, or a relative day, is measured against.

    `published` is an ISO date, whole or partial, or None; `year` the one to
    take where that is None.
    """

    published: str | None
    year: int | None = None

    def today(self) -> date | None:
        """Return the day of publication, None where it is not known to the day."""
        if self.published is None or len(self.published) != 10:
            return None
        return date.fromisoformat(self.published)

    def resolve(
        self, found: Expression, direction: Direction, *, strict: bool = False
    ) -> tuple[str, str | None] | None:
        """Return the first and last day of a written date in ISO form, None without a year.

        A missing year is that which brings the day nearest to publication; a day
        ahead of it counts as far where the text speaks of the past, and one
        behind where it speaks of the future, and out of the question if `strict`.
        """
        first, last = found.first, found.last
        if first.year is None:
            year = self._nearest(first, direction, 99 if strict else 4)
            if year is None:
                return None
            first = Day(year, first.month, first.day)
        if last is not None and last.year is None:
            over = (last.month or 0) < (first.month or 0)
            last = Day((first.year or 0) + over, last.month, last.day)
        if not first.real() or (last is not None and not last.real()):
            return None
        return first.iso(), last.iso() if last else None

    def _nearest(self, day: Day, direction: Direction, weight: int) -> int | None:
        if self.published is None:
            return self.year
        parts = [int(part) for part in self.published.split("-")]
        year = parts[0]
        if len(parts) == 1:
            return year
        middle = (parts[2] if len(parts) == 3 else 15) if day.day else 15
        here = year * 372 + parts[1] * 31 + middle

        def distance(candidate: int) -> int:
            ahead = candidate * 372 + (day.month or 0) * 31 + (day.day or 15) - here
            wrong = ahead > 3 if direction == "past" else ahead < -3
            return abs(ahead) * (weight if wrong else 1)

        return min((year, year - 1, year + 1), key=distance)

    def weekday(self, name: str, direction: Direction, *, strict: bool = False) -> str | None:
        """Return the nearest day of that name; the day of publication counts unless `strict`."""
        today = self.today()
        if today is None:
            return None
        gap = (_WEEKDAYS.index(name[:3].lower()) - today.weekday()) % 7
        if direction == "past" and gap:
            gap -= 7
        if strict and not gap:
            gap = 7 if direction == "future" else -7
        return (today + timedelta(days=gap)).isoformat()

    def shift(self, days: int) -> str | None:
        """Return the day so many days after publication."""
        today = self.today()
        return (today + timedelta(days=days)).isoformat() if today else None

    def shift_month(self, months: int) -> str | None:
        """Return the month so many months after that of publication."""
        if self.published is None or len(self.published) < 7:
            return None
        year, month = int(self.published[:4]), int(self.published[5:7])
        whole = year * 12 + month - 1 + months
        return f"{whole // 12:04}-{whole % 12 + 1:02}"

    def shift_year(self, years: int) -> str | None:
        """Return the year so many years after that of publication."""
        return f"{int(self.published[:4]) + years:04}" if self.published else None


def next_day(iso: str, days: int = 1) -> str:
    """Return the whole ISO date `days` after another."""
    return (date.fromisoformat(iso) + timedelta(days=days)).isoformat()

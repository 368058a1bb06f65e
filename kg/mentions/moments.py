"""Days told by counting: "three days later", "on the 14th", "the day before yesterday".

What is counted from is the day of publication, or the day last spoken of. A season is
told as its year: no calendar says on which day it is autumn. A winter has two years.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kg.language import expressions as re
from kg.language.dates import Calendar, Direction, next_day
from kg.model import DateMention

_COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = rf"(?:one|{'|'.join(_COUNTS)}|\d{{1,2}})"
_NTH = r"(?P<{}>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SEASON = r"(?:spring|summer|autumn|fall)"
_MONTH = r"(?:\s+of\s+(?:this|the\s+(?:current|same))\s+month)?"
_BEHIND = r"(?=\s*(?:[,.;:)–—-]|$)|\s+(?:in|at|and|by|with|when|after|before|for)\b)"

PATTERN = re.compile(
    rf"\b(?:(?P<around>[Tt]he\s+day\s+(?:before\s+yesterday|after\s+tomorrow))"
    rf"|(?P<count>(?i:{_NUMBER}))\s+days?\s+(?P<from>earlier|before(?=[\s,]*(?:[,.;]|$))|later|from\s+now)"
    rf"|(?:[Tt]he\s+)?(?P<which>[Tt]his|[Nn]ext|[Ll]ast|[Cc]oming|[Pp]ast)\s+(?P<season>{_SEASON})(?!\s+(?:session|meeting|school))"
    rf"|(?P<part>(?:half|quarter|end|beginning|middle)\s+of\s+the\s+year)(?!\s+(?:19|20)\d\d)"
    rf"|(?P<weekday>{_WEEKDAY}),?\s+the\s+{_NTH.format('dated')}{_MONTH}{_BEHIND}"
    rf"|(?:[Oo]n|from|From)\s+the\s+{_NTH.format('day')}"
    rf"(?:\s+(?:and|to|until)\s+(?:the\s+)?{_NTH.format('last')})?{_MONTH}{_BEHIND})"
)
_WORDS = ("day", "spring", "summer", "autumn", "fall", "of the year", "n the ", "m the ")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_FIRST_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}


def scan(view: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the counted days between two offsets, in the order of the text."""
    if any(view.find(word, start, end) >= 0 for word in _WORDS):
        yield from PATTERN.finditer(view, start, end)


def resolve(
    hit: re.Match[str], calendar: Calendar, spoken: str | None, direction: Direction
) -> DateMention | None:
    """Return what a counted day is, None where it is counted from a day that is not known."""
    if hit["around"]:
        first = calendar.shift(-2 if "before" in hit["around"] else 2)
        return _mention(hit, "date.relative-day", first)
    if hit["count"]:
        return _mention(hit, "date.days-counted", _counted(hit, calendar, spoken))
    if hit["season"]:
        return _mention(hit, "date.season", _season(hit, calendar))
    if hit["part"]:
        return _mention(hit, "date.relative-year", calendar.shift_year(0))
    if hit["weekday"]:
        return _mention(hit, "date.day-of-month", _weekday(hit, calendar, direction))
    first = _day(int(hit["day"]), calendar, direction)
    last = first[:8] + f"{int(hit['last']):02}" if first and hit["last"] else None
    return _mention(hit, "date.day-of-month", first, last)


def _mention(
    hit: re.Match[str], rule: str, first: str | None, last: str | None = None
) -> DateMention | None:
    if first is None or (last is not None and last <= first):
        return None
    return DateMention(*hit.span(), rule, first, last, "relative")


def _counted(hit: re.Match[str], calendar: Calendar, spoken: str | None) -> str | None:
    word = hit["count"].lower()
    days = int(word) if word.isdigit() else (("one", *_COUNTS).index(word) + 1)
    if hit["from"].startswith("from"):
        return calendar.shift(days)
    back = hit["from"] != "later"
    return next_day(spoken, -days if back else days) if spoken else None


def _season(hit: re.Match[str], calendar: Calendar) -> str | None:
    """Return the year of the season meant: the last, the next, or that of this year."""
    month = calendar.shift_month(0)
    if month is None:
        return None
    which, opens = hit["which"].lower(), _FIRST_MONTH[hit["season"]]
    now = int(month[5:])
    if which == "this":
        return calendar.shift_year(0)
    if which in ("next", "coming"):
        return calendar.shift_year(0 if now < opens else 1)
    return calendar.shift_year(-1 if now < opens + 3 else 0)


def _day(day: int, calendar: Calendar, direction: Direction) -> str | None:
    """Return the nearest such day of a month, behind publication or ahead of it."""
    today = calendar.today()
    if today is None:
        return None
    ahead = direction == "future"
    months = (0, 1) if ahead else (0, -1)
    days = (f"{calendar.shift_month(by)}-{day:02}" for by in months)
    now = today.isoformat()
    return next((d for d in days if _real(d) and ((d >= now) if ahead else (d <= now))), None)


def _weekday(hit: re.Match[str], calendar: Calendar, direction: Direction) -> str | None:
    """Return the nearest such day of a month that is the weekday named: "Saturday the 23rd"."""
    months = (0, 1, 2, -1) if direction == "future" else (0, -1, -2, 1)
    days = (f"{calendar.shift_month(by)}-{int(hit['dated']):02}" for by in months)
    name = hit["weekday"][:3]
    return next(
        (d for d in days if _real(d) and _DAYS[date.fromisoformat(d).weekday()] == name), None
    )


def _real(iso: str) -> bool:
    """Tell whether the calendar has a day: the 31st of June it has not."""
    try:
        return next_day(iso, 0) == iso
    except ValueError:
        return False

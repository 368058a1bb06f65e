"""What the lines of a report say of the report itself: title, date, place, agency, address.

The date of publication is that of a dateline with its year, else of the page's
date line, else of the address; a dateline without year takes it from these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from kg import lexicon, resources
from kg.language import dateline, layout
from kg.language.dateline import Dateline
from kg.language.dates import Calendar, Day, Expression, month_number, only_year, parse, scan
from kg.language.layout import Row
from kg.language.view import make_view

FOOT_LINES = 12
"""How many lines from the end may hold the address, the date or the agency."""

_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
_STATED = re.compile(r"\b(?:posted|published|submitted|issued|released|date)\b", re.IGNORECASE)
_REVISED = re.compile(r"\b(?:updated|modified|review(?:ed)?|accessed|printed)\b", re.IGNORECASE)
_ENGLISH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_IN_ADDRESS = (
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/_.](?P<month>\d\d?)[-/_.](?P<day>\d\d?)(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>\d\d?)[-/_.](?P<month>\d\d?)[-/_.](?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)/?(?P<month>[01]\d)/?(?P<day>[0-3]\d)(?!\d)"),
    re.compile(rf"(?<!\d)(?P<day>\d\d?)[-_/.]?(?P<name>{_ENGLISH})[-_/.]?(?P<year>(?:19|20)\d\d)"),
    re.compile(rf"(?<!\d)(?P<year>(?:19|20)\d\d)[-_/.]?(?P<name>{_ENGLISH})[-_/.]?(?P<day>\d\d?)"),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/](?P<month>[01]\d)(?=[/-]|$)"),
)
_FOREIGN = re.compile(r"(\d{1,2})\.?\s+(?:de\s+)?([^\W\d_]{3,12})\.?\s+(?:de\s+)?((?:19|20)\d\d)")
_AHEAD = re.compile(
    r"\b(?:will|shall|to\s+be|to\s+take|due|planned|scheduled|expected|next|until|till|by|before"
    r"|upcoming|forthcoming)\b"
)
_RIGHTS = re.compile(
    r"(?:©|\bCopyright\b|\(c\))\s*(?:[A-Z][\w.]*\s+){0,3}((?:19|20)\d\d)\b(?!\s?[-–]\s?\d)"
)
_HOUR = re.compile(r"\[?\b\d{1,2}[:.]\d{2}\b\]?|\b\d{4}(?=\s+(?:GMT|UTC))|\b(?:GMT|UTC)\b|/+")
_PLAIN_DAY = re.compile(r"(?<![\d/])(?:\d{4}/\d\d/\d\d|\d\d\.\d\d\.\d{4})(?![\d/])")
_MONTH_IN_CAPITALS = re.compile(r"\b[A-Z]{3,}")
_DONE = re.compile(  # Done at Abuja, 29 November 2018; (K. Novak, 31.10.2025)
    r"\W*(?:[Dd]one|DONE|[Ii]ssued|[Ss]igned|[Aa]dopted)\s+(?:at|in|AT|IN)\s[^.;:()]{2,50}\d{4}\.?"
    r"|\([^\W\d_a-z][\w. -]{1,40},\s[\w./ -]{4,20}\d{4}\)"
)
_ENDS_IN_DAY = re.compile(r"[^.;:?!]{4,60},\s(?:\w+day,?\s)?(?:[\w. ]{2,14},?\s|[\d./]{4,6})\d{4}")
_SHORT_YEAR = re.compile(r"(?<![\d./-])(\d\d?)([./])(\d\d?)\2(\d\d)(?![\d./:-]*\d)")
_FULL_YEAR = re.compile(r"(?:19|20)\d\d")
_WRITTEN_IN = re.compile(
    r"(?:By|From)\s[^.:;?!]{2,60}?[\s,]+(?:in|IN)\s+(?P<city>[A-Z][\w'’.-]+(?:\s[A-Z][\w'’-]+){0,2})"
)
_OPENS = re.compile(r"\W*(?:posted|published|issued|released)\b(?:\s+on)?\s*:?\s+", re.IGNORECASE)
NEWS = 15
"""Days for which news stays news."""
_BESIDE = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+){0,2}")
_VENUE = re.compile(r"(?i:house|palace|office|headquarters|centre|center|building|hotel)$")
_AGENCY = re.compile(r"[A-Z][\w.&' -]{1,40}")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a report says of itself; None where it does not, or not plainly.

    `published` is an ISO date, whole or partial.
    """

    title: str | None = None
    published: str | None = None
    place: str | None = None
    publisher: str | None = None
    url: str | None = None


def read(text: str, url: str | None = None) -> Masthead:
    """Return the masthead of a text; `url` is the address it is known to come from."""
    view = make_view(text)
    lines = layout.rows(text, view)
    heading = layout.title(lines, text)
    line = _dateline(lines, view)
    stamps = list(_stamps(lines, heading, text, view))
    stamp = _first(stamps)
    address = url or _address(lines, text)
    dated = date_in_address(address) if address else None
    beside = next((mark.place for mark in stamps if mark.place), None) or _written_in(lines)
    place = _place(line.place) if line and line.place else beside
    return Masthead(
        title=_title(lines[heading].words) if heading is not None else None,
        published=_published(line, stamp.day if stamp else None, dated, view),
        place=place,
        publisher=_publisher(line, lines),
        url=address,
    )


# --- the date ---------------------------------------------------------------------


def _published(
    line: Dateline | None, page: str | None, address: str | None, view: str
) -> str | None:
    """Choose among the dates of dateline, page and address, else complete by the text's year."""
    spoken = parse(_MONTH_IN_CAPITALS.sub(_lowered, line.date)) if line and line.date else None
    if spoken is not None and spoken.first.year is not None:
        return spoken.first.iso()
    if page is not None and len(page) == 10:
        return page
    known = max((day for day in (page, address) if day), key=len, default=None)
    if spoken is None:
        return known
    rights = None if known else _copyright(view)
    days = Calendar(known, rights or only_year(view)).resolve(spoken, "past")
    if days and known is None and not _credible(view, days[0], rights is not None):
        return None
    return days[0] if days else known


def _copyright(view: str) -> int | None:
    """Return the one year that the lines on rights give: "© 2022 The Valley Post"."""
    years = {int(hit[1]) for hit in _RIGHTS.finditer(view)}
    return years.pop() if len(years) == 1 else None


def _credible(view: str, day: str, stated: bool) -> bool:
    """Tell whether a text can be of a day whose year it lends: it tells of the weeks around it.

    "LIMA, 8 October ... the last one was held on 5 November 2020" is not of 2020. A year
    `stated` by a line on rights needs no more than that nothing speaks against it.
    """
    told = [_told(view, found) for found in scan(view) if found.first.year and found.first.month]
    near = stated or any(_apart(when, day) <= NEWS or ahead for when, ahead in told)
    return near and not any(
        when[: len(day)] > day[: len(when)] and not ahead for when, ahead in told
    )


def _told(view: str, found: Expression) -> tuple[str, bool]:
    """Return a date, and whether its sentence speaks of what is to come."""
    opening = max(view.rfind(mark, 0, found.start) for mark in (". ", "\n"))
    ahead = _AHEAD.search(view, opening + 1, found.start) is not None
    return (found.last or found.first).iso(), ahead


def _apart(one: str, other: str) -> int:
    """Return the days between two dates, 0 where one is less exact and holds the other."""
    size = min(len(one), len(other))
    if size < 10:
        return 0 if one[:size] == other[:size] else NEWS + 1
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line that dates the page; `late` where it dates a revision."""

    day: str
    place: str | None
    late: bool


def _stamps(lines: Sequence[Row], heading: int | None, text: str, view: str) -> Iterator[Stamp]:
    """Yield the stamps of the head and of the foot of a page."""
    head = layout.head(lines)
    for number, row in enumerate(lines[: head + 1]):
        label = _day(text[row.start : row.lead], view)
        if label is not None:
            yield Stamp(label, None, False)
        if number == head:
            break
        day = _day(" ".join(text[row.start : row.end].split()), view)
        if number == heading:
            if day is not None and _dated_title(row.words):
                yield Stamp(day, None, True)
        elif day is not None and (layout.stamped(row) or _STATED.search(row.words)):
            yield Stamp(day, _place_beside(row), bool(_REVISED.search(row.words)))
        elif day is not None and _signed(row):
            yield Stamp(day, None, True)
        elif short := _short_day(row, view):
            yield Stamp(short, None, bool(_REVISED.search(row.words)))
    for row in lines[head + 1 : head + 4]:
        day = _day(row.words, view) if _signed(row) else None
        if day is not None:
            yield Stamp(day, None, True)
    for row in lines[max(head, len(lines) - FOOT_LINES) :]:
        done = _DONE.fullmatch(row.words) is not None
        stated = done or layout.stamped(row, 0) or bool(_STATED.search(row.words))
        stated = stated or _is_stamp(row.words)
        if (not row.prose or _OPENS.match(row.words)) and (
            stated or _REVISED.search(row.words) or layout.foot(row)
        ):
            plain = _PLAIN_DAY.search(row.words)
            day = date_in_address(plain.group()) if plain else _day(row.words, view)
            if day is not None and len(day) == 10:
                yield Stamp(day, None, not stated)


def _is_stamp(words: str) -> bool:
    """Return whether a line holds a day in figures, an hour, and at most two words more."""
    rest = _HOUR.sub(" ", _PLAIN_DAY.sub(" ", words))
    return _PLAIN_DAY.search(words) is not None and len(rest.split()) <= 2


def _dated_title(words: str) -> bool:
    """Tell whether a heading ends in a date that is set off: "Briefing (June 30, 2022)"."""
    found = list(scan(words))
    if not found:
        return _FOREIGN.search(words) is not None
    before = words[: found[-1].start].rstrip()
    return len(words) - found[-1].end < 10 and before.endswith((",", "(", "[", "|", "-", "–", "—"))


def _first(stamps: Sequence[Stamp]) -> Stamp | None:
    """Return the best stamp: of the first publication before a revision, whole before partial."""
    return min(stamps, key=lambda stamp: (stamp.late, len(stamp.day) < 10), default=None)


def _day(words: str, view: str) -> str | None:
    """Return the date that a line states, with its year at least; the last day of a range."""
    found = next((hit for hit in scan(words) if hit.first.year and hit.first.month), None)
    if found is not None:
        if found.rule == "numeric-date":
            return _read_figures(found.first, view).iso()
        return (found.last or found.first).iso()
    for day, name, year in _FOREIGN.findall(words):
        month = _months().get(name.lower())
        if month and Day(int(year), month, int(day)).real():
            return Day(int(year), month, int(day)).iso()
    return None


def _signed(row: Row) -> bool:
    """Tell whether a line says who speaks and when: "Reply of the Ministry, 3 June 2019"."""
    return bool(_ENDS_IN_DAY.fullmatch(row.words)) and layout.speaks(row)


def _short_day(row: Row, view: str) -> str | None:
    """Return the date of a line such as "NEWS 03/11/21", which says nothing else."""
    hit = _SHORT_YEAR.search(row.words)
    if hit is None or len(layout.leftover(row)) > 2:
        return None
    one, two, year = int(hit[1]), int(hit[3]), 2000 + int(hit[4])
    day = Day(year, one, two) if two > 12 else Day(year, two, one)
    return _read_figures(day, view).iso() if day.real() else None


def _read_figures(day: Day, view: str) -> Day:
    """Return a day written in figures as the text bears it out: 10/08/2020 is of 8 October
    where the report tells of the days around that, and of none around 10 August."""
    turned = Day(day.year, day.day, day.month)
    if day.day == day.month or not turned.real():
        return day
    told = [hit.first for hit in scan(view) if hit.rule in ("day-month", "month-day")]
    return turned if _borne_out(turned, told) and not _borne_out(day, told) else day


def _borne_out(day: Day, told: Sequence[Day]) -> bool:
    """Tell whether one of some days, of this year or of none, is near."""
    days = (replace(other, year=day.year) for other in told if other.year in (None, day.year))
    return any(_apart(other.iso(), day.iso()) <= NEWS for other in days if other.real())


def _lowered(hit: re.Match[str]) -> str:
    return hit.group().capitalize()


@cache
def _months() -> dict[str, int]:
    """Return the number of each month by its names in other languages."""
    rows = (row.split("\t") for row in resources.lexicon("months.tsv").splitlines())
    return {name: int(row[0]) for row in rows if row[0].isdigit() for name in row[1].split()}


def date_in_address(address: str) -> str | None:
    """Return the date that an address carries, whole or to the month, in ISO form."""
    for pattern in _IN_ADDRESS:
        for hit in pattern.finditer(address):
            day = _address_day(hit.groupdict())
            if day is not None and day.real():
                return day.iso()
    return None


def _address_day(parts: dict[str, str | None]) -> Day | None:
    name, number = parts.get("name"), parts.get("month")
    month = month_number(name) if name else int(number or 0)
    day = parts.get("day")
    return Day(int(parts["year"] or 0), month, int(day) if day else None)


# --- the rest ---------------------------------------------------------------------


def _dateline(lines: Sequence[Row], view: str) -> Dateline | None:
    """Return the dateline of the first lines of prose, or one that is a line of its own."""
    head = layout.head(lines)
    for number, row in enumerate(lines[: head + 4]):
        found = dateline.match(view, row.lead, row.end)
        if found is None:
            continue
        dated = found.place is not None and number < head
        whole = dated and _FULL_YEAR.search(found.date or "") is not None
        if found.end >= row.end or whole or (row.count >= 8 and number >= head):
            return found
    return None


def _place(words: str) -> str:
    """Return the first part of "State House, Nairobi, Kenya" that is no venue."""
    parts = [part.strip(" .") for part in re.split(r"[(\[/]", words)[0].split(",")]
    fit = [part for part in parts if not _VENUE.search(part)]
    if len(fit) > 1 and lexicon.country_of_name(fit[0]) and lexicon.city(fit[1]):
        return fit[1]  # Georgia, Tbilisi
    return next(iter(fit), parts[0])


def _written_in(lines: Sequence[Row]) -> str | None:
    """Return the city from which a line of the head says that it was written: "By N in Lima"."""
    for row in lines[: layout.head(lines)]:
        hit = _WRITTEN_IN.fullmatch(row.words)
        if hit and lexicon.city(hit["city"]):
            return hit["city"]
    return None


def _place_beside(row: Row) -> str | None:
    """Return the place that stands alone beside the date: "21.09.2022, Tbilisi"."""
    words = " ".join(layout.leftover(row))
    parts = row.words.replace(" ", " ").split(",")
    ends = {part.strip() for part in (parts[0], parts[-1])}
    return words if words in ends and words.istitle() and _BESIDE.fullmatch(words) else None


def _title(words: str) -> str:
    """Return a heading without the date and hour that a page sets behind it."""
    found = _FOREIGN.search(words)
    if found is not None and found.start() > len(words) // 2 and _months().get(found[2].lower()):
        return words[: found.start()].rstrip(" ,|-–—")
    return words.strip(" |")


def _address(lines: Sequence[Row], text: str) -> str | None:
    """Return the address that a line at the end or the head gives as the report's own."""
    for row in (*lines[-FOOT_LINES:][::-1], *lines[:3]):
        line = text[row.start : row.end]
        found = _ADDRESS.search(line)
        if found is not None and len(line) - len(found.group()) <= 24:
            return found.group().rstrip(".,;")
    return None


def _publisher(line: Dateline | None, lines: Sequence[Row]) -> str | None:
    """Return the agency of the dateline, else that of the sign-off at the end."""
    agency = line.agency.strip("()/ ") if line and line.agency else ""
    agency = agency.split(" - ")[0].strip()
    if _AGENCY.fullmatch(agency) and parse(agency) is None:
        return agency
    for row in lines[max(layout.head(lines), len(lines) - FOOT_LINES) :]:
        if layout.sign_off(row):
            return row.words.strip("()")
    return None

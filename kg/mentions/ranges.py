"""Ranges whose two ends are dates of their own: "from Thursday, 30 October, until today",
"on Monday 14 and Tuesday 15 May", "30-31 October and 1 November".
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.language import expressions as re
from kg.language.dates import next_day
from kg.model import DateMention

LONGEST = 40
"""Characters between two ends of one range, at most."""
_DAYS = 60
"""Days that one range lasts, at most: a longer one is no meeting's."""
_UNTIL = re.compile(
    r",?\s?(?:and\s)?(?:to|until|till|through|up\sto)(?:\sand\sincluding)?\s(?:the\s)?"
)
_NEXT = re.compile(r"(?:\s\(\w+day\))?(?:,\s|,?\s(?:and|&)\s)(?:on\s)?(?:the\s)?")
_OWN_DAY = re.compile(
    r",?\s\(?(?P<day>\d{1,2})(?:st|nd|rd|th)?\)?(?P<to>\s(?:and|to|until|till|through)\s|\s?[-–—]\s?)"
)


def join(view: str, dates: Iterable[DateMention]) -> tuple[DateMention, ...]:
    """Return the dates with two ends of one range as one mention, in the order of the text."""
    joined: list[DateMention] = []
    for date in dates:
        one = _range(view, joined[-1], date) if joined else None
        if one is None:
            joined.append(date)
        else:
            joined[-1] = one
    return tuple(joined)


def _range(view: str, one: DateMention, other: DateMention) -> DateMention | None:
    """Return the range of which two neighbours are the ends, None where they are of none."""
    between = view[one.end : other.start]
    last = other.last or other.first
    owned = view.startswith("'", other.end)  # "on Monday, to today's surprise"
    if owned or len(between) > LONGEST or len(one.first) != 10 or len(last) != 10:
        return None
    if not one.first < last <= next_day(one.first, _DAYS):
        return None
    if not _leads(between, one, other):
        return None
    return DateMention(one.start, other.end, "date.range", one.first, last, other.form)


def _leads(between: str, one: DateMention, other: DateMention) -> bool:
    """Tell whether the words between two days make them a range: "until", or "and" before
    the very next day; a day of the month that stands behind its weekday is of that."""
    if _UNTIL.fullmatch(between):
        return one.last is None
    own = _OWN_DAY.fullmatch(between)
    if own is not None:
        return one.last is None and int(own["day"]) == int(one.first[8:])
    ranged = one.last is not None and len(one.last) == 10
    following = one.rule != "date.other-day" and next_day(one.last or one.first) == other.first
    return ranged and following and bool(_NEXT.fullmatch(between))

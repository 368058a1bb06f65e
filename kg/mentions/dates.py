"""The grammar of dates: written ones and days told by their distance from publication.

A weekday is the nearest past one, and the nearest to come where its clause
speaks of what is still to be. What cannot be resolved is left out.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kg.language import expressions as re
from kg.language.dates import Calendar, Direction, Expression, next_day, only_year, scan
from kg.mentions import moments, ranges
from kg.model import DateMention, Document, Sentence

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NUMBERS = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT = rf"(?:[Oo]ne|[Aa]n?|{'|'.join(f'[{n[0].upper()}{n[0]}]{n[1:]}' for n in _NUMBERS[1:])})"
_RELATIVE = re.compile(
    rf"\b(?:(?:(?P<which>[Ll]ast|[Nn]ext|[Cc]oming|[Pp]ast|[Tt]his)\s+)?(?P<weekday>{_WEEKDAY})"
    rf"(?:(?P<to>\s?[-–—]\s?|\s+(?:and|to|through)\s+)(?P<weekday2>{_WEEKDAY}))?"
    r"(?:\s(?:morning|afternoon|evening|night))?(?!\w)"
    r"|(?P<today>[Tt]oday|[Tt]onight|[Tt]his\s(?:morning|afternoon|evening)|[Ee]arlier\stoday)"
    r"(?P<and_tomorrow>\sand\stomorrow)?"
    r"|(?P<yesterday>(?:[Yy]esterday|[Ll]ast\snight))(?P<and_today>\sand\stoday)?|(?P<tomorrow>[Tt]omorrow)"
    r"|(?P<after>(?:[Tt]he|[Oo]n\sthe)\s(?:following|next)\sday)"
    r"|(?P<same>(?:[Tt]he\s|[Oo]n\sthe\s)?same\sday|[Tt]hat\s(?:same\s)?day)"
    r"|(?P<before>(?:[Tt]he|[Oo]n\sthe)\sprevious\s(?:day|evening)|[Oo]n\sthe\seve(?=,)"
    r"|(?:[Tt]he|[Aa]|[Oo]ne)\s(?:day|evening|night)\s(?:before|earlier))"
    rf"|(?P<count>{_COUNT})\s(?P<counted>day|week|month|year)s?\sago"
    r"|(?P<unit_which>[Tt]his|[Ll]ast|[Nn]ext)\s(?P<unit>month|year))\b(?!-)"
)
_RELATIVE_WORDS = ("day", "night", "orrow", "ning", "noon", "month", "year", "eve", "ago")
"""Parts of words without one of which no relative date is written: spares most the search."""
_PLANNED = re.compile(
    r"\b(?:will|shall|would|scheduled|due|expected|planned|awaits|(?:convened|called|fixed|announced)\s+for|upcoming|forthcoming|coming"
    r"|to be held|to take place|set to|(?:is|are) to|leaves?|arrives?|pays|starts|opens|begins"
    r"|ends|closes|concludes|continues|lasts|runs|flies|travels|departs|(?:plan|intend|hope|want)s?\s+to"
    r"|(?:is|are)\s+expecting)\b"
)
_UNTIL = re.compile(r"\b(?:is|are)\s+[a-z]+ing\b[^.;:]*\b(?:until|till|through)\s+(?:the\s+)?\Z")
_MONTH_NAME = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_PRESENT = re.compile(
    r"\b(?:[A-Z]\w+\s+hosts(?=\s+(?:in|on|from|next)\b)|convenes|gathers|assembles|hosts|takes\s+place|comes\s+together"
    r"|(?:meets?|convene|gather|sits)(?=\s+(?:in|at|on|again|next|for|here|there)\b))\b"
)
"""The present of what is to come; in a headline, or on a weekday, it tells of what was."""
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|took|met|held|began|came|went|saw|got|sat|rose|ran|drew|brought|gave"
    r"|broke|made|led|left|spoke|flew|paid|fell|\w{2,}ed)\b"
)
_REPORTED = re.compile(
    r"\b(?:said|told|announced|reported|stated|says|noted|added|declared|confirmed|according to"
    r"|wrote|reports?)\b[^,;:]{0,60}$"
)
_SAID = re.compile(r"\b(?:that|will|would|to)\b")
_HEADLINE = re.compile(r"\bto\s[a-z]{3,}")
_CLAUSE = re.compile(r"[,;:(]|\s(?:and|but|while|after|before|where|which|who|that)\s")
_NAME_AFTER = re.compile(
    r"\s(?!January|February|March|April|May|June|July|August|September"
    r"|October|November|December)[A-Z][a-z]"
)
_SHIFTS = {"this": 0, "last": -1, "next": 1, "current": 0, "present": 0}
_SHIFTS |= {"previous": -1, "preceding": -1, "following": 1, "coming": 1}
_OF_YEAR = re.compile(
    r"\s(?:of|in)\s(?:the\s)?(?P<unit_which>previous|preceding|following|coming|current|present"
    r"|last|next)\syear\b"
)
_NEAR = 300
"""Characters around a date in which its clause is looked for."""
_OPENING = 12
"""A date so near to the opening of its sentence is told of by all of it."""
_WEEK = re.compile(r",?\s+(?:of\s+)?(?P<which>last|next)\s+week\b", re.IGNORECASE)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LAST = re.compile(r"\b[Ll]ast\s+$")
_ASIDE = re.compile(r",\s+(?:(?:in|on|at|of)\s+)?(?:which|who|whose|where|when)\b[^,;]*$")
_MOVED = re.compile(
    r"\b(?:moved|postponed|put off|delayed|adjourned|rescheduled|deferred)\s+(?:to|until|till)\s+$"
)
_ON = re.compile(r"\b(?:on|since|until|by|from|till|for)\s+$", re.IGNORECASE)


def find(document: Document) -> tuple[DateMention, ...]:
    """Return the dates that a document names, in the order of the text."""
    published = document.article.published
    calendar = Calendar(published, None if published else only_year(document.view))
    found: list[DateMention] = []
    spoken = calendar.shift(0)  # the day last spoken of
    for sentence in document.sentences:
        if sentence.kind == "noise":
            continue
        for hit in _hits(document.view, sentence, calendar):
            mention = _resolve(document.view, sentence, hit, calendar, spoken)
            if mention is not None:
                found.append(mention)
                if len(mention.first) == 10 and not _aside(document.view, sentence, mention):
                    spoken = mention.first
    return ranges.join(document.view, found)


def _resolve(
    view: str,
    sentence: Sentence,
    hit: Expression | re.Match[str],
    calendar: Calendar,
    spoken: str | None,
) -> DateMention | None:
    if isinstance(hit, Expression):
        return _written(view, sentence, hit, calendar)
    if hit.re == moments.PATTERN:
        direction = _direction(view, sentence, *hit.span())
        return moments.resolve(hit, calendar, spoken, direction)
    return _relative(view, sentence, hit, calendar, spoken)


def _aside(view: str, sentence: Sentence, mention: DateMention) -> bool:
    """Tell whether a date stands in a relative clause: no later "same day" means it."""
    return bool(_ASIDE.search(view, max(sentence.lead, mention.start - 200), mention.start))


def _hits(view: str, sentence: Sentence, calendar: Calendar) -> list[Expression | re.Match[str]]:
    """Return the written and the relative dates of a sentence in the order of the text."""
    told = any(view.find(word, sentence.lead, sentence.end) >= 0 for word in _RELATIVE_WORDS)
    relative = list(_RELATIVE.finditer(view, sentence.lead, sentence.end)) if told else []
    years = {hit.start(): hit for hit in relative if hit["unit"] == "year"}
    years |= {at - 3: hit for at, hit in years.items() if view.startswith("of ", at - 3)}
    written = [
        _with_year(view, found, years.get(found.end + 1), calendar)
        for found in scan(view, sentence.lead, sentence.end)
    ]
    taken = {offset for hit in written for offset in range(hit.start, hit.end + 1)}
    counted = [
        hit
        for hit in moments.scan(view, sentence.lead, sentence.end)
        if taken.isdisjoint(hit.span())
    ]
    taken |= {offset for hit in counted for offset in range(*hit.span())}
    free = [hit for hit in relative if taken.isdisjoint(hit.span())]
    return sorted([*written, *free, *counted], key=_start)


def _with_year(
    view: str, found: Expression, told: re.Match[str] | None, calendar: Calendar
) -> Expression:
    """Return the date with the year that "this year" or "of the previous year" behind it gives."""
    year = told or _OF_YEAR.match(view, found.end)
    known = calendar.shift_year(_SHIFTS[year["unit_which"].lower()]) if year else None
    if year is None or known is None or found.first.year is not None:
        return found
    first = replace(found.first, year=int(known))
    last = replace(found.last, year=int(known)) if found.last else None
    return replace(found, end=year.end(), first=first, last=last)


def _start(hit: Expression | re.Match[str]) -> int:
    return hit.start if isinstance(hit, Expression) else hit.start()


# --- resolving --------------------------------------------------------------------


def _written(
    view: str, sentence: Sentence, hit: Expression, calendar: Calendar
) -> DateMention | None:
    last = bool(_LAST.search(view, max(sentence.start, hit.start - 6), hit.start))
    past = last or hit.first.year is not None
    direction = "past" if past else _direction(view, sentence, hit.start, hit.end)
    days = calendar.resolve(hit, direction, strict=last)
    if days is None:
        return None
    return DateMention(hit.start, hit.end, f"date.{hit.rule}", *days, "written")


def _relative(
    view: str, sentence: Sentence, hit: re.Match[str], calendar: Calendar, spoken: str | None
) -> DateMention | None:
    start, end = hit.span()
    if hit["weekday"]:
        return _weekday(view, sentence, hit, calendar)
    if hit["counted"]:
        day, rule = _ago(hit["count"], hit["counted"], calendar), "date.ago"
    elif hit["after"] or hit["same"] or hit["before"]:
        days = 1 if hit["after"] else -1 if hit["before"] else 0
        day, rule = next_day(spoken, days) if spoken else None, "date.other-day"
    elif hit["unit"]:
        by = _SHIFTS[hit["unit_which"].lower()]
        shift = calendar.shift_month if hit["unit"] == "month" else calendar.shift_year
        day, rule = shift(by), f"date.relative-{hit['unit']}"
    else:
        day = calendar.shift(-1 if hit["yesterday"] else 1 if hit["tomorrow"] else 0)
        rule = "date.relative-day"
    last = next_day(day) if day and (hit["and_today"] or hit["and_tomorrow"]) else None
    return DateMention(start, end, rule, day, last, "relative") if day else None


def _ago(count: str, unit: str, calendar: Calendar) -> str | None:
    """Return the day, month or year that lies so far back: "two years ago"."""
    word = count.lower()
    number = 1 if word in ("one", "a", "an") else _NUMBERS.index(word) + 1
    if unit == "year":
        return calendar.shift_year(-number)
    if unit == "month":
        return calendar.shift_month(-number)
    return calendar.shift(-number) if unit == "day" else None


def _weekday(
    view: str, sentence: Sentence, hit: re.Match[str], calendar: Calendar
) -> DateMention | None:
    start, end = hit.span()
    if _NAME_AFTER.match(view, end) and not _ON.search(view, max(0, start - 8), start):
        return None
    which = (hit["which"] or "").lower()
    direction = _direction(view, sentence, start, end)
    if which in ("last", "past", "next", "coming"):
        direction = "past" if which in ("last", "past") else "future"
    strict = which in ("last", "next")
    week = _WEEK.match(view, end)
    if week is not None:
        return _of_week(hit, calendar, week["which"].lower() == "last")
    first = calendar.weekday(hit["weekday"], direction, strict=strict)
    if first is None:
        return None
    last = _second(hit, first, calendar, direction)
    return DateMention(start, end, "date.weekday", first, last, "relative")


def _of_week(hit: re.Match[str], calendar: Calendar, last: bool) -> DateMention | None:
    """Return the weekday of the week before or after: "on Monday last week"."""
    today = calendar.today()
    if today is None:
        return None
    monday = (today - timedelta(days=today.weekday() + (7 if last else -7))).isoformat()
    days = [hit["weekday"], *([hit["weekday2"]] if hit["weekday2"] else [])]
    first, *more = (next_day(monday, _DAYS.index(day[:3])) for day in days)
    end = more[0] if more else None
    return DateMention(*hit.span(), "date.weekday", first, end, "relative")


def _second(hit: re.Match[str], first: str, calendar: Calendar, direction: Direction) -> str | None:
    """Return the last day of "Tuesday and Wednesday", which follows the first."""
    if not hit["weekday2"]:
        return None
    last = calendar.weekday(hit["weekday2"], direction)
    return next_day(last, 7) if last and last < first else last


def _direction(view: str, sentence: Sentence, start: int, end: int) -> Direction:
    """Tell whether the clause around a date speaks of what was or of what is still to be."""
    if _MOVED.search(view, max(sentence.start, start - 30), start):
        return "future"
    reported = _REPORTED.search(view, max(sentence.start, start - 90), start)
    if reported and not _SAID.search(reported.group()):
        return "past"
    if sentence.kind == "title" and _HEADLINE.search(view, sentence.lead, sentence.end):
        return "future"
    first, last = max(sentence.lead, start - _NEAR), min(sentence.end, end + _NEAR)
    low, high = _clause(view, start, end, first, last)
    if start - sentence.lead < _OPENING:
        low, high = first, last
    written = sentence.kind != "title" and _MONTH_NAME.search(view, start, end)
    if (written and _PRESENT.search(view, low, high)) or _PLANNED.search(view, low, high):
        return "future"
    if _PAST.search(view, low, high):
        return "past"
    coming = _PLANNED.search(view, first, last) or _UNTIL.search(view, first, start)
    return "future" if coming else "past"


def _clause(view: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """Return the stretch between `first` and `last` that marks or conjunctions set off."""
    low, high = first, last
    for mark in _CLAUSE.finditer(view, first, last):
        if mark.end() <= start:
            low = mark.end()
        elif mark.start() >= end:
            high = mark.start()
            break
    return low, high

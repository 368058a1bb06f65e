"""The dateline that opens a report: place, date and agency before the first words.

TASHKENT, April 15 (UzA) —      Vientiane (Laos), July 25, 2016 :
New Delhi :                     Georgia, Tbilisi, Sept. 12 / Trend N. Kirtz /
Hanoi (VNA) –                   Mexico City.-
LIMA:                           Accra, Aug. 23, GNA -
"""

from __future__ import annotations

from dataclasses import dataclass

from kg import lexicon
from kg.language import expressions as re
from kg.language.dates import DAY, MONTH, ORDINAL, WEEKDAY, YEAR
from kg.language.patterns import assemble, atomic

LONGEST = 140
"""Characters: no dateline that was met is longer."""

_MONTH = rf"(?:{MONTH}|(?:JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)(?!\w)\.?)"
_DATE = (
    rf"(?:{WEEKDAY},?\s+)?(?:{_MONTH}\s+{DAY}{ORDINAL}?|{DAY}{ORDINAL}?\s+(?:of\s+)?{_MONTH}"
    rf"|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}|{YEAR}-\d\d-\d\d)(?:,?\s+{YEAR})?"
)
_WORD = r"[^\W\d_a-z]" + atomic(r"(?:[\w'’]|[.-](?=\w))*") + r"\.?"
_NAME = (
    rf"(?!(?:On|In|At|By|From|The|A|An|As|{WEEKDAY})[\s,]){_WORD}"
    rf"(?:\s(?:d[aeiou]s?|del?|las?|los|el|al|of|au|and|{_WORD})){{0,3}}"
)
_PLACES = (
    rf"{_NAME}(?:/{_NAME})?(?:\s(?:\([^()]{{2,40}}\)|\[[^\[\]]{{2,40}}\]))?(?:,\s?{_NAME}){{0,3}}?"
)
_AGENCY = r"(?:\([^()]{1,80}\)|/[^/]{1,60}/)"
_SIGN = r"[A-Z][\w.-]+(?:\s(?:[A-Z][\w-]+|\"[A-Z][\w -]+\")){0,2}"
_END = r"(?:(?:\s?\.?-{1,3}|\s?[–—]|\s?:|\s\|)(?:\s+|$)|\s[-–—](?=[A-Z\"]))"
_DATELINE = assemble(
    rf"(?:(?P<place>{_PLACES})(?:,\s*|\s+|\s[-–—|]\s)(?P<date1>{_DATE})"
    rf"(?:\s*[,/]?\s*(?P<agency1>{_AGENCY})|,\s(?P<agency5>{_SIGN})(?=\s[-–—]))?"
    rf"(?:{_END}|\.\s*(?P<agency4>{_AGENCY})?(?:\s*{_END}|\.?\s+)|(?<=[/)])[.:]?(?:\s+|$))"
    rf"|(?P<place2>{_PLACES}),?\s*(?P<agency2>{_AGENCY})\s*(?:{_END}|:)\s*"
    rf"|(?P<place5>{_PLACES}),\s(?P<agency6>[A-Z]{{2,}}\s?\"?[\w -]{{0,20}}\"?)"
    rf",\s(?P<date5>{_DATE})\.?\s+"
    rf"|(?P<city>{_WORD}(?:\s{_WORD}){{0,2}})(?:,\s{_NAME})?:\s+"
    rf"|[\[(](?P<place7>{_PLACES}),\s(?P<date7>{_DATE})[\])](?:{_END}|\.?\s+)"
    rf"|(?P<date8>{_DATE})(?:,\s|\s[-–—|]\s)(?P<place8>{_PLACES}){_END}"
    rf"|(?P<date2>{_DATE})\s*(?P<agency3>{_AGENCY})?{_END}"
    rf"|(?P<place6>{_PLACES})(?:,\s*|\s+|\s[-–—|]\s)(?P<date6>{_DATE})$"
    rf"|(?P<place3>{_PLACES})(?:\s?\.?-{{1,2}}|\s[–—]|\s:|[—])(?=\s)\s*)"
)


_DATED = re.compile(rf"[(/]\s?{_DATE}\s?[)/]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """`end` is the offset of the first words of the report; the rest is as written."""

    end: int
    place: str | None
    date: str | None
    agency: str | None


def match(view: str, start: int, end: int) -> Dateline | None:
    """Return the dateline with which `view` opens at `start`, or None."""
    found = _DATELINE.match(view, start, min(end, start + LONGEST))
    if found is None:
        return None
    groups = found.groupdict()
    if groups["city"]:
        return _city(groups["city"], found.end())
    alone = groups["place6"] or groups["place8"]
    if alone and not _known(alone):
        return None

    def first(name: str) -> str | None:
        values = (value for key, value in groups.items() if key.rstrip("12345678") == name)
        return next((value for value in values if value), None)

    date, agency = first("date"), first("agency")
    if date is None and agency and _DATED.fullmatch(agency):
        return Dateline(found.end(), first("place"), agency.strip("()/ "), None)
    return Dateline(found.end(), first("place"), date, agency)


def _known(place: str) -> bool:
    """Tell whether "Abuja, Nigeria" opens with a city: a line of its own is else a title."""
    city = place.split(",")[0]
    return bool(lexicon.city(city) or lexicon.city(city.title()))


def _city(words: str, end: int) -> Dateline | None:
    """Return the dateline "LIMA: ", which only the name of a city in capitals makes."""
    known = words.isupper() and lexicon.city(words.title())
    return Dateline(end, words, None, None) if known else None
